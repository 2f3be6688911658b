//! Areas on a map: their dots, which of them are missed, and where people missed are.

use super::areas::{AreasResult, ListedUnit, UnitList};
use crate::data::outlines::{Matched, Wanted};
use crate::model::dots::{Dots, dots_of_each, people_per_dot};
use crate::pace::Pace;

/// What outlines of units are looked for by.
pub fn wanted(list: &UnitList) -> Vec<Wanted<'_>> {
    // The number of a row is no code of an outline.
    let has_codes = list.has_codes;
    let of = list.units.iter();
    of.map(|unit| Wanted { code: if has_codes { &unit.code } else { "" }, name: &unit.name }).collect()
}

/// Outlines of areas with the dots in them. Both stay where they are when the target changes.
#[derive(Debug, Clone, PartialEq)]
pub struct DottedMap {
    /// The outlines.
    pub matched: Matched,
    /// The dots of each area.
    pub dots: Dots,
    /// How many people in need a dot stands for.
    pub per_dot: f64,
}

/// A seed of its own for each code (FNV-1a).
fn seed(code: &str) -> u64 {
    code.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Puts dots for people in need into the units that have an outline.
pub async fn dotted(matched: Matched, list: &UnitList, pace: &Pace) -> DottedMap {
    let on_map = |(at, unit): (usize, &ListedUnit)| if matched.shapes.is_bare(at) { 0.0 } else { unit.counts.in_need };
    let in_need: Vec<f64> = list.units.iter().enumerate().map(on_map).collect();
    let per_dot = people_per_dot(in_need.iter().sum());
    let counts = dots_of_each(&in_need, per_dot);
    let all: u32 = counts.iter().sum();
    let mut dots = Dots::default();
    let mut told = 0;
    for (unit, count) in list.units.iter().zip(counts) {
        dots.add(&matched.shapes, count, seed(if unit.code.is_empty() { &unit.name } else { &unit.code }));
        // There may be a wait after some dots, or after some units without any.
        told += count + 1;
        if told > 500 {
            told = 0;
            pace.done(dots.len() as f64 / f64::from(all.max(1))).await;
        }
    }
    DottedMap { matched, dots, per_dot }
}

/// How many parts are told.
pub const MOST_PARTS: usize = 3;

/// A part of a map with the people missed in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its share of all people missed (0 to 1).
    pub share: f64,
}

/// Where people missed are.
#[derive(Debug, Clone, PartialEq)]
pub struct WhereMissed {
    /// Whether parts are councils; else they are the units themselves.
    pub by_council: bool,
    /// The parts that have any, most first, at most [`MOST_PARTS`].
    pub parts: Vec<Part>,
}

impl WhereMissed {
    /// Adds up the people missed: by council where units of several are there, else by unit. Which council a unit lies in stands in the
    /// list as a number, for this is done at each step of a slider.
    pub fn new(list: &UnitList, result: &AreasResult) -> Self {
        let missed_in = |at: &u32| result.missed(list, *at as usize);
        let missed: f64 = result.by_missed.iter().map(missed_in).sum();
        let part = |name: &str, part: f64| Part { name: name.to_owned(), share: part / missed };
        let council_of = list.council_of.as_ref().filter(|_| list.councils.len() > 1);
        let parts = if let Some(council_of) = council_of {
            let mut of_each = vec![0.0; list.councils.len()];
            for at in &result.by_missed {
                let council = council_of.get(*at as usize).and_then(|&council| of_each.get_mut(council as usize));
                if let Some(council) = council {
                    *council += missed_in(at);
                }
            }
            let mut found: Vec<(&String, f64)> = list.councils.iter().zip(of_each).collect();
            found.retain(|(_, missed)| *missed > 0.0);
            found.sort_by(|(_, a), (_, b)| b.total_cmp(a));
            found.into_iter().take(MOST_PARTS).map(|(name, missed)| part(name, missed)).collect()
        } else {
            let first = result.by_missed.iter().take(MOST_PARTS);
            first.filter_map(|at| Some(part(list.units.get(*at as usize)?.label(), missed_in(at)))).collect()
        };
        Self { by_council: council_of.is_some(), parts }
    }
}

/// Numbers of units with an outline, those with most people missed first: the order in which a keyboard goes through them.
pub fn by_missed(list: &UnitList, result: &AreasResult, map: &DottedMap) -> Vec<usize> {
    let order = result.in_order_of_missed(list).map(|at| at as usize);
    order.filter(|&at| !map.matched.shapes.is_bare(at)).collect()
}
