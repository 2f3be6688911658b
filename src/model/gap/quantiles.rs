//! Groups of equal size.

use super::{DeprivationOrder, Rows};
use crate::model::ascending;
use crate::pace::{Pace, STEPS};

/// Puts units into `groups` groups of equal size, 1 the most deprived, by deprivation alone. With the minimum rank for ties:
/// group = max(1, floor(k + 1 - ceil((n + 1 - rank)/(n/k)))), n the number of units with a value, k of groups.
///
/// Blank (`None`) for units without a finite value, and for all if there are fewer units than groups or no group is asked
/// for.
///
/// Source: OHID technical guide *Assigning deprivation categories*, as in the R package PHEindicatormethods; the
/// arithmetic is that of the formula, step by step, so that the last bit falls as it does there.
pub fn quantile_groups(deprivation: &[Option<f64>], groups: u32, order: DeprivationOrder) -> Vec<Option<u32>> {
    let mut assigned = vec![None; deprivation.len()];
    let known: Vec<(usize, f64)> = deprivation
        .iter()
        .enumerate()
        .filter_map(|(unit, value)| value.filter(|value| value.is_finite()).map(|value| (unit, order.key(value))))
        .collect();
    let (n, k) = (known.len() as f64, f64::from(groups));
    if groups == 0 || n < k {
        return assigned;
    }
    let keys: Vec<f64> = known.iter().map(|&(_, key)| key).collect();
    let mut rank = 1;
    for tied in ascending(&keys).chunk_by(|&a, &b| keys[a] == keys[b]) {
        let group = group_of(rank, n, k);
        for &place in tied {
            assigned[known[place].0] = Some(group);
        }
        rank += tied.len() as u32;
    }
    assigned
}

/// The group of the units of a rank, counted from 1, of n in k groups.
fn group_of(rank: u32, n: f64, k: f64) -> u32 {
    (k + 1.0 - ((n + 1.0 - f64::from(rank)) / (n / k)).ceil()).floor().max(1.0) as u32
}

impl Rows {
    /// The same groups of rows, which are in order: where each ends, the most deprived first. Empty where
    /// [`quantile_groups`] has none.
    pub async fn group_ends(&self, groups: u32, pace: &Pace) -> Vec<usize> {
        let (n, k) = (self.rows().len() as f64, f64::from(groups));
        if groups == 0 || n < k {
            return Vec::new();
        }
        let mut ends = vec![0; groups as usize];
        let (mut end, mut rested) = (0, 0);
        for tied in self.rows().chunk_by(|a, b| a.deprivation == b.deprivation) {
            let group = group_of(end as u32 + 1, n, k);
            end += tied.len();
            // Groups that nobody is in end where the one before does.
            ends[group as usize - 1..].fill(end);
            if end - rested >= STEPS {
                rested = end;
                pace.rest().await;
            }
        }
        ends
    }
}

#[cfg(test)]
mod tests {
    use super::super::Row;
    use super::*;
    use crate::pace::at_once;

    #[test]
    fn fewer_rows_than_groups_and_no_groups_have_no_ends() {
        let row = |at: i32| Row { value: Some(1.0), people: Some(1.0), deprivation: Some(f64::from(at)) };
        let rows = Rows::new(&[1, 2, 3, 4].map(row), DeprivationOrder::LowestFirst).unwrap();
        let ends = |groups| at_once(rows.group_ends(groups, &Pace::at_once()));
        assert_eq!((ends(5), ends(0), ends(4), ends(2)), (vec![], vec![], vec![1, 2, 3, 4], vec![2, 4]));
    }
}
