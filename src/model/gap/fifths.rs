//! The gap between the extreme fifths.

use serde::{Deserialize, Serialize};

use super::{DeprivationOrder, Rows, quantile_groups};

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

/// The absolute and the relative gap between the extreme fifths, by [`quantile_groups`] of rows. `None` if there are fewer
/// than five rows, or so many tie that one of the two fifths is empty.
pub fn extreme_fifths(rows: &Rows) -> Option<ExtremeFifths> {
    // The rows are in order already: the first of those that tie stands for all of them.
    let mut places: Vec<Option<f64>> = Vec::with_capacity(rows.rows().len());
    for tied in rows.rows().chunk_by(|a, b| a.deprivation == b.deprivation) {
        let first = places.len() as f64;
        places.extend(tied.iter().map(|_| Some(first)));
    }
    let groups = quantile_groups(&places, FIFTHS, DeprivationOrder::LowestFirst);
    let mean = |group: u32| {
        let (mut people, mut sum) = (0.0, 0.0);
        for (row, _) in rows.rows().iter().zip(&groups).filter(|&(_, &of)| of == Some(group)) {
            people += row.people;
            sum += row.people * (row.value - rows.mean());
        }
        (people > 0.0).then(|| rows.mean() + sum / people)
    };
    let (most, least) = (mean(1)?, mean(FIFTHS)?);
    let relative = most / least;
    Some(ExtremeFifths { most, least, absolute: most - least, relative: relative.is_finite().then_some(relative) })
}
