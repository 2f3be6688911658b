//! The gap between the extreme fifths.

use serde::{Deserialize, Serialize};

use super::Rows;

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
    let ends = rows.group_ends(FIFTHS);
    let mean = |from: usize, to: usize| {
        let (mut people, mut sum) = (0.0, 0.0);
        for row in &rows.rows()[from..to] {
            people += row.people;
            sum += row.people * (row.value - rows.mean());
        }
        (people > 0.0).then(|| rows.mean() + sum / people)
    };
    let &[first, .., before_last, last] = ends.as_slice() else { return None };
    let (most, least) = (mean(0, first)?, mean(before_last, last)?);
    let relative = most / least;
    Some(ExtremeFifths { most, least, absolute: most - least, relative: relative.is_finite().then_some(relative) })
}
