//! Making the built-in figures from an official file: the only way from areas to what the project ships.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::figures::{AREA_PARTS, COUNT_PARTS, Part};
use super::knots::knots;
use super::official::OfficialFile;
use super::stand_in::STEPS;
use super::{AuthorityCode, NeedMeasure, RankBy};
use crate::model::{Counts, NationalPosition, ascending, squared_need_per_person};

/// National cuts at multiples of this many per cent are exact: their ends are knots.
const EXACT_STEPS: usize = 5;
const EXACT: usize = STEPS / EXACT_STEPS;

/// The text of the edition's list of authorities: code, name and the last digit of the region's code. The code is blank where
/// it is the next one.
pub fn authorities_csv(file: &OfficialFile, region: impl Fn(AuthorityCode) -> Option<u8>) -> Option<String> {
    let mut csv = String::from("authority,name,region");
    let mut before = None;
    for code in AuthorityCode::sorted(file.authorities.iter().map(|authority| authority.code)) {
        let name = file.authorities.iter().find(|authority| authority.code == code).map_or("", |found| &found.name);
        let quote = if name.contains(',') { "\"" } else { "" };
        let is_next = before.replace(code.number()) == code.number().checked_sub(1);
        let code_text = if is_next { String::new() } else { code.to_string() };
        let _ = write!(csv, "\n{code_text},{quote}{name}{quote},{}", region(code)?);
    }
    csv.push('\n');
    Some(csv)
}

/// Whole parts of areas, people and people in need, so that sums are exact.
pub(super) type Parts = [u64; 3];

pub(super) fn in_parts(counts: Counts) -> Parts {
    let parts = |value: f64, of: f64| (value * of).round_ties_even() as u64;
    [parts(counts.areas, AREA_PARTS), parts(counts.people, COUNT_PARTS), parts(counts.in_need, COUNT_PARTS)]
}

/// What is known of one authority, or of several together.
#[derive(Default)]
pub(super) struct Column {
    /// Each area's order, counts and national position.
    pub areas: Vec<(f64, Counts, NationalPosition)>,
    pub squared_need: f64,
    /// What each stretch of [`EXACT_STEPS`] per cent holds, rounded.
    pub exact: [Parts; EXACT],
}

impl Column {
    /// Rounds what each stretch holds once, so that authorities add up to regions and to England.
    pub fn round(&mut self) {
        let mut stretches = [Counts::default(); EXACT];
        for &(_, counts, position) in &self.areas {
            for (index, sum) in (1_u32..).zip(&mut stretches) {
                let within = |index: u32| position.share_within(f64::from(index) / EXACT as f64);
                *sum += counts * (within(index) - within(index - 1));
            }
        }
        self.exact = stretches.map(in_parts);
        // Areas that tie are shared out between stretches. Rounded from the start on, all of them are a whole number.
        let mut before = Counts::default();
        for (parts, stretch) in self.exact.iter_mut().zip(stretches) {
            let after = before + stretch;
            parts[0] = in_parts(after)[0] - in_parts(before)[0];
            before = after;
        }
    }

    /// All of these together. Their people add up to the tenth, as rounded in each.
    pub fn of_all<'a>(columns: impl Iterator<Item = &'a Self> + Clone) -> Self {
        let mut all = Self::default();
        for column in columns.clone() {
            all.areas.extend_from_slice(&column.areas);
            all.squared_need += column.squared_need;
        }
        all.round();
        for (index, sum) in all.exact.iter_mut().enumerate() {
            for part in [1, 2] {
                sum[part] = columns.clone().map(|column| column.exact[index][part]).sum();
            }
        }
        all
    }

    /// What the file says of it.
    pub fn lines(&self) -> Lines {
        let keys: Vec<f64> = self.areas.iter().map(|&(order, ..)| order).collect();
        let order = ascending(&keys);
        // The curve: a point after each rank, and one at each end that has to be exact.
        let mut curve = vec![Counts::default()];
        for tied in order.chunk_by(|&a, &b| keys[a] == keys[b]) {
            let size = tied.iter().fold(Counts::default(), |sum, &area| sum + self.areas[area].1);
            curve.push(curve[curve.len() - 1] + size);
        }
        let kept = self.kept(&curve);
        let ends = self.ends();
        let mut within = vec![0];
        for step in 1..=STEPS {
            let cut = step as f64 / STEPS as f64;
            let areas =
                self.areas.iter().map(|&(_, counts, position)| counts.areas * position.share_within(cut)).sum::<f64>();
            // At an exact end what was rounded there, and never back.
            let end = ends[(step - 1) / EXACT_STEPS][0];
            let areas = if step.is_multiple_of(EXACT_STEPS) { end } else { (areas * AREA_PARTS).round() as u64 };
            within.push(areas.clamp(within[step - 1], end));
        }
        Lines {
            squared_need: format!("{:.1}", self.squared_need),
            within: digits(differences(within)),
            curve: CurveLines::of(&kept),
        }
    }

    /// What is held up to each end that is exact.
    pub fn ends(&self) -> Vec<Parts> {
        let mut ends = Vec::new();
        let mut end = [0; 3];
        for stretch in &self.exact {
            for (sum, part) in end.iter_mut().zip(stretch) {
                *sum += part;
            }
            ends.push(end);
        }
        ends
    }

    /// The knots of a curve of these areas, rounded; the ends that are exact are among them.
    pub fn kept(&self, curve: &[Counts]) -> Vec<Parts> {
        let (curve, forced) = with_ends(curve, &self.ends());
        // Between two knots that are exact, differences are round numbers: fewer digits have to be fetched.
        let total = in_parts(curve[curve.len() - 1]);
        let mut exact = [0; 3];
        let mut kept = Vec::new();
        for at in knots(&curve, &forced) {
            let mut parts = in_parts(curve[at]);
            if at == 0 || forced.contains(&at) {
                exact = parts;
            } else {
                for (index, unit) in [(1, unit(total[1])), (2, unit(total[2]))] {
                    parts[index] = exact[index] + (parts[index] - exact[index] + unit / 2) / unit * unit;
                }
            }
            kept.push(parts);
        }
        // Rounding one by one must not turn the curve back, nor leave more people in need than people.
        for at in (1..kept.len().saturating_sub(1)).rev() {
            let next: Parts = kept[at + 1];
            for (part, next) in kept[at].iter_mut().zip(next) {
                *part = (*part).min(next);
            }
            let most_in_need_after = next[1] - kept[at][1];
            kept[at][2] = kept[at][2].max(next[2].saturating_sub(most_in_need_after));
        }
        for at in 1..kept.len().saturating_sub(1) {
            let before = kept[at - 1];
            kept[at][2] = kept[at][2].min(before[2] + (kept[at][1] - before[1]));
        }
        kept.dedup();
        kept
    }
}

/// What a file says of one authority.
pub(super) struct Lines {
    squared_need: String,
    within: String,
    curve: CurveLines,
}

/// What a file says of a curve, from knot to knot: areas, people and people in need.
pub(super) struct CurveLines(pub [String; 3]);

impl CurveLines {
    /// Those of knots.
    pub fn of(kept: &[Parts]) -> Self {
        let line = |part: usize| differences(kept.iter().map(|parts| parts[part]));
        Self([digits(line(0)), numbers(line(1)), numbers(line(2))])
    }
}

/// What numbers of a curve with this total are rounded to: a power of ten that is off by a fiftieth of a percentage point at
/// most.
fn unit(total: u64) -> u64 {
    std::iter::successors(Some(1), |unit| Some(unit * 10)).take_while(|unit| unit * 2_500 <= total).last().unwrap_or(1)
}

/// The curve with a point at each of the ends, and where those stand in it.
fn with_ends(curve: &[Counts], ends: &[Parts]) -> (Vec<Counts>, Vec<usize>) {
    let mut all: Vec<Counts> = Vec::with_capacity(curve.len() + ends.len());
    let mut forced = Vec::new();
    let mut ends = ends.iter().map(|&[areas, people, in_need]| Counts {
        areas: areas as f64 / AREA_PARTS,
        people: people as f64 / COUNT_PARTS,
        in_need: in_need as f64 / COUNT_PARTS,
    });
    let mut next = ends.next();
    for &point in curve {
        while let Some(end) = next.filter(|end| end.areas <= point.areas + SAME) {
            // An end on a point takes its place.
            if all.last().is_some_and(|last: &Counts| last.areas >= end.areas - SAME) && all.len() > 1 {
                all.pop();
            }
            all.push(end);
            forced.push(all.len() - 1);
            next = ends.next();
        }
        if all.last().is_none_or(|last| point.areas > last.areas + SAME) {
            all.push(point);
        }
    }
    forced.dedup();
    (all, forced)
}

/// Areas are whole but for ties that an end runs through.
const SAME: f64 = 1e-3;

pub(super) fn differences(cumulative: impl IntoIterator<Item = u64>) -> Vec<u64> {
    let all: Vec<u64> = cumulative.into_iter().collect();
    all.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// A line of numbers of areas: a sign each, as nearly all are small, and others in brackets.
pub(super) fn digits(parts: Vec<u64>) -> String {
    let digit = |parts: u64| {
        let areas = parts as f64 / AREA_PARTS;
        let sign = if areas < 36.0 && areas.fract() == 0.0 { char::from_digit(areas as u32, 36) } else { None };
        sign.map_or_else(|| format!("({areas})"), String::from)
    };
    parts.into_iter().map(digit).collect()
}

/// A line of tenths, so that no decimal points have to be fetched.
fn numbers(parts: Vec<u64>) -> String {
    parts.into_iter().map(|parts| parts.to_string()).collect::<Vec<_>>().join(",")
}

/// The texts of one table, a part of England each. Numbers of one kind stand together and pack tighter: a line of codes; one
/// of sums of squared need per person; then for each authority a line of the numbers of its areas in each per cent of the
/// national ranking; for each a line of areas from knot to knot; of tenths of people; of tenths of people in need. `None` if
/// the file does not place every area of England in this ranking.
pub fn figures_csv(
    file: &OfficialFile,
    need: NeedMeasure,
    rank: RankBy,
    region: impl Fn(AuthorityCode) -> Option<u8>,
) -> Option<Vec<(Part, String)>> {
    if !file.is_all_england() || !file.has_need(need) {
        return None;
    }
    let mut columns = columns(file, need, rank, |_, authority| Some(authority))?;
    let mut parts: BTreeMap<Part, Vec<(String, Lines)>> = BTreeMap::new();
    for (code, column) in &mut columns {
        column.round();
        parts.entry(Part::Region(region(*code)?)).or_default().push((code.to_string(), column.lines()));
    }
    parts.insert(Part::England, vec![(Part::England.code(), Column::of_all(columns.values()).lines())]);
    Some(parts.into_iter().map(|(part, lines)| (part, text_of(&lines))).collect())
}

/// The areas of a file by what each belongs to, by its position in the file and its authority; those that belong to nothing
/// are left out.
pub(super) fn columns<K: Ord>(
    file: &OfficialFile,
    need: NeedMeasure,
    rank: RankBy,
    belongs_to: impl Fn(usize, AuthorityCode) -> Option<K>,
) -> Option<BTreeMap<K, Column>> {
    let mut columns: BTreeMap<K, Column> = BTreeMap::new();
    for (at, (area, (order, position))) in file.areas.iter().zip(file.positions(need, rank)).enumerate() {
        let Some(key) = belongs_to(at, file.authorities[usize::from(area.authority)].code) else { continue };
        let counts = area.counts(need);
        let column = columns.entry(key).or_default();
        column.areas.push((order, counts, position?));
        column.squared_need += squared_need_per_person(counts.people, counts.in_need);
    }
    Some(columns)
}

pub(super) fn text_of(authorities: &[(String, Lines)]) -> String {
    let row = |cells: Vec<&str>| cells.join(",");
    let mut all = vec![
        row(authorities.iter().map(|(code, _)| &**code).collect()),
        row(authorities.iter().map(|(_, lines)| &*lines.squared_need).collect()),
    ];
    let kinds: [fn(&Lines) -> &String; 4] = [|l| &l.within, |l| &l.curve.0[0], |l| &l.curve.0[1], |l| &l.curve.0[2]];
    for kind in kinds {
        all.extend(authorities.iter().map(|(_, lines)| kind(lines).clone()));
    }
    all.join("\n") + "\n"
}
