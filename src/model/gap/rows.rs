//! Own rows, put in order.

use thiserror::Error;

use crate::model::Sorting;
use crate::pace::{Pace, STEPS, at_once};

/// A row: a unit or a group. What is missing is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Row {
    /// The value, in its own units.
    pub value: Option<f64>,
    /// Number of people (0 or more). Where rows should count alike: 1 in each.
    pub people: Option<f64>,
    /// Deprivation score or rank.
    pub deprivation: Option<f64>,
}

impl Row {
    /// A row whose value is events for each `per` people: 1 for a share, 100,000 for a rate.
    pub fn of_events(events: Option<f64>, people: Option<f64>, per: f64, deprivation: Option<f64>) -> Self {
        let value = events.zip(people).filter(|&(_, n)| n > 0.0).map(|(x, n)| x / n * per);
        Self { value, people, deprivation }
    }
}

/// Which end of the deprivation column is the most deprived one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeprivationOrder {
    /// A score: the highest is the most deprived.
    HighestFirst,
    /// A rank or a group number: the lowest, usually 1, is the most deprived.
    LowestFirst,
}

impl DeprivationOrder {
    /// A key that rises from the most to the least deprived.
    pub(super) fn key(self, deprivation: f64) -> f64 {
        match self {
            Self::HighestFirst => -deprivation,
            Self::LowestFirst => deprivation,
        }
    }
}

/// Why rows cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RowsError {
    /// A row, counted from 0, has a number that cannot be true: not finite, too large, or fewer than 0 people.
    #[error("row {0} has a number that cannot be true")]
    Impossible(usize),
    /// No row has a value, people and deprivation.
    #[error("no row has a value, people and deprivation")]
    None,
}

/// A row in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankedRow {
    /// Which row of the input this is, from 0.
    pub row: usize,
    /// The value, in its own units.
    pub value: f64,
    /// Number of people, above 0.
    pub people: f64,
    /// Deprivation score or rank.
    pub deprivation: f64,
    /// Its share of all people, a (0 to 1).
    pub share: f64,
    /// Its mid-cumulative share of people, b or R (0 to 1), counted from the most deprived: the share of people in rows
    /// that are more deprived and half the share of those as deprived as this one. Rows that tie share it.
    pub rank: f64,
}

/// Rows most deprived first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    rows: Vec<RankedRow>,
    left_out: usize,
    mean: f64,
}

/// Numbers past this, either way, are refused; sums of their squares are still finite.
const MOST: f64 = 1e12;

impl Rows {
    /// Puts rows in order. Those without a value, a deprivation or people (none given or 0) are left out and counted.
    ///
    /// # Errors
    /// [`RowsError`] if a number cannot be true or no row is left.
    pub fn new(rows: &[Row], order: DeprivationOrder) -> Result<Self, RowsError> {
        at_once(Self::at(rows, order, &Pace::at_once()))
    }

    /// The same at a pace.
    ///
    /// # Errors
    /// As for [`Self::new`].
    pub async fn at(rows: &[Row], order: DeprivationOrder, pace: &Pace) -> Result<Self, RowsError> {
        let mut kept = Vec::with_capacity(rows.len());
        for (from, some) in (0..).step_by(STEPS).zip(rows.chunks(STEPS)) {
            for (index, row) in (from..).zip(some) {
                let numbers = [row.value, row.people, row.deprivation];
                let is_possible = numbers.iter().flatten().all(|number| number.abs() <= MOST);
                if !is_possible || row.people.is_some_and(|people| people < 0.0) {
                    return Err(RowsError::Impossible(index));
                }
                if let (Some(value), Some(people), Some(deprivation)) = (row.value, row.people, row.deprivation)
                    && people > 0.0
                {
                    kept.push(RankedRow { row: index, value, people, deprivation, share: 0.0, rank: 0.0 });
                }
            }
            pace.rest().await;
        }
        let left_out = rows.len() - kept.len();
        let mut rows = in_order(&kept, |row| order.key(row.deprivation), pace).await;
        drop(kept);
        set_ranks(&mut rows, |row| row.deprivation, pace).await;
        let has_no_share = |row: &&RankedRow| row.share.is_nan() || row.share <= 0.0;
        if rows.is_empty() || pace.find(&rows, has_no_share).await.is_some() {
            return Err(RowsError::None);
        }
        let mean = mean_of(&rows, |row| row.value, pace).await;
        Ok(Self { rows, left_out, mean })
    }

    /// The same rows with other values, in their order; `None` if one of those cannot be true.
    pub async fn with_values(&self, values: &[f64], pace: &Pace) -> Option<Self> {
        if pace.find(values, |value| value.is_nan() || value.abs() > MOST).await.is_some() {
            return None;
        }
        let rows = pace.collect(self.rows.iter().zip(values), |(row, &value)| RankedRow { value, ..*row }).await;
        let mean = mean_of(&rows, |row| row.value, pace).await;
        Some(Self { rows, left_out: self.left_out, mean })
    }

    /// The rows, most deprived first.
    pub fn rows(&self) -> &[RankedRow] {
        &self.rows
    }

    /// How many rows were left out because something is missing.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The mean of the values, weighted by people.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The same rows ranked by their own values, lowest first.
    pub(super) async fn by_value(&self, pace: &Pace) -> Vec<RankedRow> {
        let mut rows = in_order(&self.rows, |row| row.value, pace).await;
        set_ranks(&mut rows, |row| row.value, pace).await;
        rows
    }

    /// The mean of something else about the rows, weighted by people.
    pub(super) async fn mean_weighted(&self, value: impl Fn(&RankedRow) -> f64, pace: &Pace) -> f64 {
        mean_of(&self.rows, value, pace).await
    }
}

/// Rows by a key that rises; those of one key stay in their order.
async fn in_order(rows: &[RankedRow], key: impl Fn(&RankedRow) -> f64, pace: &Pace) -> Vec<RankedRow> {
    let keys = pace.collect(rows, key).await;
    let order = ascending_at(&keys, pace).await;
    pace.collect(order, |index| rows[index]).await
}

/// As [`crate::model::ascending`], at a pace.
pub(super) async fn ascending_at(keys: &[f64], pace: &Pace) -> Vec<usize> {
    let mut sorting = Sorting::new(keys);
    pace.rest().await;
    while sorting.turn() {
        pace.rest().await;
    }
    sorting.order()
}

/// Mean weighted by people. Differences from the first value are summed, so that equal values have exactly themselves
/// as their mean.
async fn mean_of(rows: &[RankedRow], value: impl Fn(&RankedRow) -> f64, pace: &Pace) -> f64 {
    let first = rows.first().map_or(0.0, &value);
    first + pace.sum(rows, |row| row.share * (value(row) - first)).await
}

/// Sets the share of people and the mid-cumulative rank of rows in order; neighbours with the same key tie.
async fn set_ranks(rows: &mut [RankedRow], key: impl Fn(&RankedRow) -> f64, pace: &Pace) {
    let total = pace.sum(&*rows, |row| row.people).await;
    let (mut before, mut since) = (0.0, 0);
    for tied in rows.chunk_by_mut(|a, b| key(a) == key(b)) {
        since += tied.len();
        let people: f64 = tied.iter().map(|row| row.people).sum();
        let rank = (before + people / 2.0) / total;
        for row in tied {
            (row.share, row.rank) = (row.people / total, rank);
        }
        before += people;
        if since >= STEPS {
            since = 0;
            pace.rest().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_and_people_make_a_value_and_no_people_make_none() {
        let row = Row::of_events(Some(12.0), Some(4000.0), 1e5, Some(3.0));
        assert_eq!((row.value, row.people), (Some(300.0), Some(4000.0)));
        assert_eq!(Row::of_events(Some(0.0), Some(4000.0), 1.0, None).value, Some(0.0));
        for (events, people) in [(Some(1.0), Some(0.0)), (None, Some(10.0)), (Some(1.0), None)] {
            assert_eq!(Row::of_events(events, people, 1.0, Some(3.0)).value, None);
        }
    }

    #[test]
    fn rows_of_which_one_has_no_share_that_a_number_can_hold_are_refused() {
        let row = |people| Row { value: Some(1.0), people: Some(people), deprivation: Some(1.0) };
        assert_eq!(Rows::new(&[row(1e12), row(5e-324)], DeprivationOrder::LowestFirst), Err(RowsError::None));
        assert!(Rows::new(&[row(1e12), row(1e-290)], DeprivationOrder::LowestFirst).is_ok());
    }
}
