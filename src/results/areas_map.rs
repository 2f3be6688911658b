//! Areas on a map: their dots, which of them are missed, and where people missed are.

use std::collections::HashMap;

use crate::data::outlines::{Matched, Wanted};
use crate::model::dots::{Dots, dots_of_each, people_per_dot};
use crate::pace::Pace;

/// An area, or another unit, on a map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MapArea {
    /// Its code; may be empty.
    pub code: String,
    /// Its name, else its code.
    pub name: String,
    /// The council that it lies in, by name; empty where that is not known.
    pub council: String,
    /// How many people it has (0 or more).
    pub people: f64,
    /// How many of them are in need (0 up to `people`).
    pub in_need: f64,
    /// How much of it is in the target (0 to 1).
    pub inside: f64,
}

impl MapArea {
    /// People in need who are missed.
    pub fn missed(&self) -> f64 {
        self.in_need * (1.0 - self.inside)
    }

    /// What an outline is looked for by.
    pub fn wanted(&self) -> Wanted<'_> {
        Wanted { code: &self.code, name: &self.name }
    }
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

/// Puts dots for people in need into the areas that have an outline.
pub async fn dotted(matched: Matched, areas: &[MapArea], pace: &Pace) -> DottedMap {
    let on_map = |(at, area): (usize, &MapArea)| if matched.shapes.is_bare(at) { 0.0 } else { area.in_need };
    let in_need: Vec<f64> = areas.iter().enumerate().map(on_map).collect();
    let per_dot = people_per_dot(in_need.iter().sum());
    let mut dots = Dots::default();
    let mut told = 0;
    for (area, count) in areas.iter().zip(dots_of_each(&in_need, per_dot)) {
        dots.add(&matched.shapes, count, seed(if area.code.is_empty() { &area.name } else { &area.code }));
        // A wait for each few dots at most, and for each few areas without any.
        told += count as usize + 1;
        if told > 500 {
            told = 0;
            pace.done(dots.len() as f64 * per_dot / in_need.iter().sum::<f64>().max(1.0)).await;
        }
    }
    DottedMap { matched, dots, per_dot }
}

/// A part of a map with the people missed in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// People missed in it.
    pub missed: f64,
    /// Their share of all people missed (0 to 1).
    pub share: f64,
}

/// Where people missed are.
#[derive(Debug, Clone, PartialEq)]
pub struct WhereMissed {
    /// How many there are.
    pub missed: f64,
    /// Whether parts are councils; else they are the areas themselves.
    pub by_council: bool,
    /// The parts that have any, most first.
    pub parts: Vec<Part>,
}

impl WhereMissed {
    /// Adds up the people missed: by council where areas of several are there, else by area.
    pub fn new(areas: &[MapArea]) -> Self {
        let first = areas.first().map(|area| area.council.as_str()).unwrap_or_default();
        let by_council =
            areas.iter().all(|area| !area.council.is_empty()) && areas.iter().any(|area| area.council != first);
        let mut found: Vec<(&str, f64)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for area in areas {
            if by_council {
                let at = *places.entry(&area.council).or_insert(found.len());
                if at == found.len() {
                    found.push((&area.council, 0.0));
                }
                found[at].1 += area.missed();
            } else {
                found.push((&area.name, area.missed()));
            }
        }
        let missed: f64 = found.iter().map(|(_, missed)| missed).sum();
        found.retain(|(_, missed)| *missed > 0.0);
        found.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let part = |(name, part): (&str, f64)| Part { name: name.to_owned(), missed: part, share: part / missed };
        Self { missed, by_council, parts: found.into_iter().map(part).collect() }
    }
}

/// Numbers of areas with an outline, those with most people missed first: the order in which a keyboard goes through them.
pub fn by_missed(areas: &[MapArea], map: &DottedMap) -> Vec<usize> {
    let mut order: Vec<usize> = (0..areas.len()).filter(|&at| !map.matched.shapes.is_bare(at)).collect();
    order.sort_by(|&a, &b| areas[b].missed().total_cmp(&areas[a].missed()));
    order
}

/// Whether these are the same areas with the same people, whatever of them is in the target: their dots are then the same.
pub fn are_same(one: &[MapArea], other: &[MapArea]) -> bool {
    let same = |(a, b): (&MapArea, &MapArea)| a.in_need == b.in_need && a.code == b.code && a.name == b.name;
    one.len() == other.len() && one.iter().zip(other).all(same)
}
