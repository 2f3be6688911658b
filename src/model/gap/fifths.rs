//! The gap between the extreme fifths.

use serde::{Deserialize, Serialize};

use super::{RankedRow, Rows};
use crate::pace::{Pace, at_once};

/// Number of groups.
pub const FIFTHS: u32 = 5;

/// The most and the least deprived fifth of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ExtremeFifths {
    /// The mean value in the most deprived fifth, weighted by people.
    pub most: f64,
    /// The same in the least deprived fifth.
    pub least: f64,
    /// Most - least, in units of the value.
    pub absolute: f64,
    /// Most / least; `None` if the latter is 0.
    pub relative: Option<f64>,
}

/// The absolute and the relative gap between the extreme fifths, by [`super::quantile_groups`] of rows. `None` if there are fewer
/// than five rows, or so many tie that one of the two fifths is empty.
pub fn extreme_fifths(rows: &Rows) -> Option<ExtremeFifths> {
    at_once(extreme_fifths_at(rows, &Pace::at_once()))
}

/// The same at a pace.
pub async fn extreme_fifths_at(rows: &Rows, pace: &Pace) -> Option<ExtremeFifths> {
    let ends = rows.group_ends(FIFTHS, pace).await;
    let mean = async |from: usize, to: usize| {
        let of = |row: &RankedRow| [row.people, row.people * (row.value - rows.mean())];
        let [people, sum] = pace.sums(&rows.rows()[from..to], of).await;
        (people > 0.0).then(|| rows.mean() + sum / people)
    };
    let &[first, .., before_last, last] = ends.as_slice() else { return None };
    let (most, least) = (mean(0, first).await?, mean(before_last, last).await?);
    let relative = most / least;
    Some(ExtremeFifths { most, least, absolute: most - least, relative: relative.is_finite().then_some(relative) })
}
