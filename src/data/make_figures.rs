//! Making the built-in figures from an official file: the only way from areas to what the project ships.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::figures::BANDS;
use super::official::{NeedValue, OfficialFile};
use super::{AuthorityCode, NeedMeasure, RankBy};
use crate::model::{Counts, NationalPosition, squared_need_per_person};

/// The text of the edition's list of authorities: code, name, number of areas, and for each need measure that the
/// edition ships the sum over areas of squared need per person.
pub fn authorities_csv(file: &OfficialFile) -> String {
    let needs = file.edition.built_in_needs();
    let mut sums = vec![(0_u32, [0.0; 3]); file.authorities.len()];
    for area in &file.areas {
        let (areas, squares) = &mut sums[usize::from(area.authority)];
        *areas += 1;
        for need in NeedMeasure::ALL {
            if let Some(value) = area.needs[need.index()] {
                squares[need.index()] += squared_need_per_person(f64::from(value.people), value.in_need());
            }
        }
    }
    let mut rows: Vec<_> = file.authorities.iter().zip(sums).collect();
    rows.sort_by_key(|(authority, _)| authority.code);

    let mut csv = String::from("authority,name,areas");
    for need in needs {
        let _ = write!(csv, ",{}_squared_per_person", need.key());
    }
    for (authority, (areas, squares)) in rows {
        let name =
            if authority.name.contains(',') { format!("\"{}\"", authority.name) } else { authority.name.clone() };
        let _ = write!(csv, "\n{},{name},{areas}", authority.code);
        for need in needs {
            let _ = write!(csv, ",{}", rounded(squares[need.index()]));
        }
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
    let mut rows: BTreeMap<AuthorityCode, [Counts; BANDS as usize]> = BTreeMap::new();
    for (area, (_, position)) in file.areas.iter().zip(file.positions(need, rank)) {
        let position = position?;
        let value = area.needs[need.index()];
        let counts = Counts {
            areas: 1.0,
            people: value.map_or(0.0, |v| f64::from(v.people)),
            in_need: value.as_ref().map_or(0.0, NeedValue::in_need),
        };
        let code = file.authorities[usize::from(area.authority)].code;
        for (band, sum) in (1..=BANDS).zip(rows.entry(code).or_default()) {
            *sum += counts * share_in_band(position, band);
        }
    }
    let groups: [(&str, WriteCount); 3] =
        [("areas", |c| rounded_areas(c.areas)), ("people", |c| rounded(c.people)), ("in_need", |c| rounded(c.in_need))];
    let mut csv = String::from("authority");
    for (name, _) in groups {
        for band in 1..=BANDS {
            let _ = write!(csv, ",{name}_{band}");
        }
    }
    for (code, bands) in rows {
        let _ = write!(csv, "\n{code}");
        for (_, written) in groups {
            for counts in &bands {
                let text = if counts.areas > 0.0 { written(counts) } else { String::new() };
                let _ = write!(csv, ",{text}");
            }
        }
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

/// Four decimals where areas that tie are shared out between bands, so that all areas of England still add up.
fn rounded_areas(value: f64) -> String {
    without_zeros(format!("{value:.4}"))
}

fn without_zeros(text: String) -> String {
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
