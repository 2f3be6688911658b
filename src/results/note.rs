//! What the view `note` adds to the results of the others.

use crate::model::Share;
use crate::model::strategies::Cells;

/// Who is missed in a deprivation fifth. Counts of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MissedFifth {
    /// Everyone in need.
    pub in_need: f64,
    /// Those inside the target.
    pub reached: f64,
    /// Those outside it.
    pub missed: f64,
    /// Of all who are missed in the place, the share who live in this fifth (0 to 1; 0 if nobody is missed).
    pub share_of_missed: f64,
}

/// Who is missed in each fifth of the target's own scale, most deprived first.
pub fn missed_by_fifth(cells: &Cells) -> [MissedFifth; 5] {
    let all: f64 = cells.fifths.iter().map(|fifth| fifth.rest.in_need).sum();
    cells.fifths.map(|fifth| MissedFifth {
        in_need: fifth.all().in_need,
        reached: fifth.targeted.in_need,
        missed: fifth.rest.in_need,
        share_of_missed: Share::of(fifth.rest.in_need, all).get(),
    })
}
