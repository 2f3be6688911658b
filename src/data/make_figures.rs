//! Making the built-in figures from an official file: the only way from areas to what the project ships.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::figures::BANDS;
use super::official::OfficialFile;
use super::{AuthorityCode, NeedMeasure, RankBy};
use crate::model::{Counts, NationalPosition, squared_need_per_person};

/// The text of the edition's list of authorities: code and name.
pub fn authorities_csv(file: &OfficialFile) -> String {
    let mut csv = String::from("authority,name");
    for code in AuthorityCode::sorted(file.authorities.iter().map(|authority| authority.code)) {
        let name = file.authorities.iter().find(|authority| authority.code == code).map_or("", |found| &found.name);
        let quote = if name.contains(',') { "\"" } else { "" };
        let _ = write!(csv, "\n{code},{quote}{name}{quote}");
    }
    csv.push('\n');
    csv
}

/// How one of the counts is written.
type WriteCount = fn(&Counts) -> String;

/// The text of one table: for each authority the number of areas, people and people in need in each 5% band of the
/// national ranking. Areas that tie across the end of a band are shared out between the two. `None` if the file
/// does not place every area of England in this ranking.
pub fn bands_csv(file: &OfficialFile, need: NeedMeasure, rank: RankBy) -> Option<String> {
    if !file.is_all_england() || !file.has_need(need) {
        return None;
    }
    let mut columns: BTreeMap<AuthorityCode, ([Counts; BANDS as usize], f64)> = BTreeMap::new();
    for (area, (_, position)) in file.areas.iter().zip(file.positions(need, rank)) {
        let position = position?;
        let counts = area.counts(need);
        let code = file.authorities[usize::from(area.authority)].code;
        let (bands, squared_need) = columns.entry(code).or_default();
        for (band, sum) in (1..=BANDS).zip(bands) {
            *sum += counts * share_in_band(position, band);
        }
        *squared_need += squared_need_per_person(counts.people, counts.in_need);
    }
    let groups: [(&str, WriteCount); 3] = [
        ("areas", |c| rounded_areas(c.areas)),
        ("people", |c| rounded(c.people)),
        ("in_need_tenths", |c| in_tenths(c.in_need)),
    ];
    let mut csv = String::from("figure");
    for code in columns.keys() {
        let _ = write!(csv, ",{code}");
    }
    for (name, written) in groups {
        for band in 0..usize::from(BANDS) {
            let _ = write!(csv, "\n{name}_{}", band + 1);
            for (bands, _) in columns.values() {
                let counts = &bands[band];
                let text = if counts.areas > 0.0 { written(counts) } else { String::new() };
                let _ = write!(csv, ",{text}");
            }
        }
    }
    csv.push_str("\nsquared_need_per_person");
    for (_, squared_need) in columns.values() {
        let _ = write!(csv, ",{}", rounded(*squared_need));
    }
    csv.push('\n');
    Some(csv)
}

fn share_in_band(position: NationalPosition, band: u8) -> f64 {
    let within = |band: u8| position.share_within(f64::from(band) / f64::from(BANDS));
    within(band) - within(band - 1)
}

/// One decimal, and none where it is zero: a tenth of a person is far finer than the rates, which have three decimals.
fn rounded(value: f64) -> String {
    without_zeros(format!("{value:.1}"))
}

/// Tenths of a person, so that no decimal points have to be fetched.
fn in_tenths(value: f64) -> String {
    format!("{:.0}", value * 10.0)
}

/// Four decimals where areas that tie are shared out between bands, so that all areas of England still add up.
fn rounded_areas(value: f64) -> String {
    without_zeros(format!("{value:.4}"))
}

fn without_zeros(text: String) -> String {
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
