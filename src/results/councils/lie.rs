//! How a place lies among the places of a list, and which of these are named beside the strip of dots.

use super::{PlaceIn, PlaceRow};
use crate::data::{Extent, PlaceCode};
use crate::model::ascending;

/// How a place lies among others.
pub(super) struct Lie {
    /// The places of the list that it is, or is made of. A single one is the place itself.
    pub own: Vec<PlaceCode>,
    /// Those that have something in common with it.
    pub around: Vec<PlaceCode>,
    /// Whether one of the list holds all of it, and more.
    pub is_inside: bool,
}

impl Lie {
    pub fn of(place: &Extent, all: &[PlaceIn]) -> Self {
        let which = |is: &dyn Fn(&Extent) -> bool| -> Vec<PlaceCode> {
            all.iter().filter(|other| is(&other.extent)).map(|other| other.code).collect()
        };
        let holders = which(&|other| place.is_within(other));
        let mut own = which(&|other| other.is_within(place));
        // With one of the list and a part of another it is neither that one nor made of several.
        if let [only] = own.as_slice()
            && !holders.contains(only)
        {
            own.clear();
        }
        Self { is_inside: own.is_empty() && !holders.is_empty(), own, around: which(&|other| other.overlaps(place)) }
    }

    /// The place of the list that it is.
    pub fn same<'a>(&self, all: &'a [PlaceIn]) -> Option<&'a PlaceIn> {
        match self.own.as_slice() {
            [only] => all.iter().find(|place| place.code == *only),
            _ => None,
        }
    }
}

/// Which places are named beside the strip of dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Those that border the place.
    Neighbours,
    /// Those that the place is made of.
    Members,
    /// Of those that the place is made of, the ones that miss the largest and the smallest shares.
    Ends,
    /// The one that holds all of the place.
    Holder,
    /// Those that hold a part of it each.
    Parts,
    /// Of these, the ones that miss the largest and the smallest shares.
    PartsEnds,
    /// None: no place of the list holds any of it.
    Nobody,
}

/// The most places that are all named.
const MOST_NAMED: usize = 10;

/// The places to be named, the largest share missed first.
pub(super) fn named(rows: &[PlaceRow], lie: &Lie) -> (Named, Vec<usize>) {
    let keys: Vec<f64> = rows.iter().map(|row| row.step().map_or(1.0, |step| -f64::from(step))).collect();
    let most_first = ascending(&keys).into_iter().filter(|&at| rows.get(at).is_some_and(|row| row.figures.is_ok()));
    let which = |is: fn(&PlaceRow) -> bool| most_first.filter(|&at| rows.get(at).is_some_and(is)).collect::<Vec<_>>();
    match lie.own.len() {
        0 if lie.is_inside => (Named::Holder, which(|row| row.is_around)),
        0 if lie.around.is_empty() => (Named::Nobody, Vec::new()),
        0 => all_or_ends(which(|row| row.is_around), [Named::Parts, Named::PartsEnds]),
        1 => (Named::Neighbours, which(|row| row.is_neighbour)),
        _ => all_or_ends(which(|row| row.is_own), [Named::Members, Named::Ends]),
    }
}

/// All of these, or where they are many those from both ends.
fn all_or_ends(mut rows: Vec<usize>, [all, ends]: [Named; 2]) -> (Named, Vec<usize>) {
    if rows.len() <= MOST_NAMED {
        return (all, rows);
    }
    rows.drain(MOST_NAMED / 2..rows.len() - MOST_NAMED / 2);
    (ends, rows)
}
