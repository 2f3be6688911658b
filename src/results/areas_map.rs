//! Areas on a map: their dots, which of them are missed, and where people missed are.

use std::collections::HashMap;

use super::areas::{ListedUnit, UnitList};
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
    /// The parts that have any, most first.
    pub parts: Vec<Part>,
}

impl WhereMissed {
    /// Adds up the people missed: by council where units of several are there, else by unit. `inside` is how much of each unit is in
    /// the target.
    pub fn new(list: &UnitList, inside: &[f64]) -> Self {
        let first = list.units.first().map(|unit| unit.council.as_str()).unwrap_or_default();
        let is_known = list.units.iter().all(|unit| !unit.council.is_empty());
        let by_council = is_known && list.units.iter().any(|unit| unit.council != first);
        let mut found: Vec<(&str, f64)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (unit, inside) in list.units.iter().zip(inside) {
            let missed = unit.counts.in_need * (1.0 - inside);
            if by_council {
                let at = *places.entry(&unit.council).or_insert(found.len());
                if at == found.len() {
                    found.push((&unit.council, 0.0));
                }
                found[at].1 += missed;
            } else {
                found.push((unit.label(), missed));
            }
        }
        let missed: f64 = found.iter().map(|(_, missed)| missed).sum();
        found.retain(|(_, missed)| *missed > 0.0);
        found.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let part = |(name, part): (&str, f64)| Part { name: name.to_owned(), share: part / missed };
        Self { by_council, parts: found.into_iter().map(part).collect() }
    }
}

/// Numbers of units with an outline, those with most people missed first: the order in which a keyboard goes through them.
pub fn by_missed(list: &UnitList, inside: &[f64], map: &DottedMap) -> Vec<usize> {
    let missed: Vec<f64> =
        list.units.iter().zip(inside).map(|(unit, inside)| unit.counts.in_need * (1.0 - inside)).collect();
    let mut order: Vec<usize> = (0..missed.len()).filter(|&at| !map.matched.shapes.is_bare(at)).collect();
    order.sort_by(|&a, &b| missed[b].total_cmp(&missed[a]));
    order
}
