//! The concentration index and its relatives.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Rows;
use super::rows::RankedRow;
use crate::pace::{Pace, at_once};

/// Concentration over deprivation ranks. Negative where the deprived have more of what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Concentration {
    /// The mean value, weighted by people.
    pub mean: f64,
    /// 2 sum a y (R - 1/2)/mean (-1 to 1 for values of 0 or more); `None` for a mean of 0.
    pub index: Option<f64>,
    /// Mean x index, in units of the value.
    pub generalised: f64,
}

/// Corrected indices of a value with bounds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WithinBounds {
    /// Wagstaff: index/(1 - mean) of the value scaled to 0 to 1; `None` where all have the least or all the most.
    pub wagstaff: Option<f64>,
    /// Erreygers: 4 x mean x index of the value scaled to 0 to 1.
    pub erreygers: f64,
}

/// Why a value does not lie within bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BoundsError {
    /// The bounds are not finite or not in order.
    #[error("the lower bound must be a number below the upper bound")]
    Bounds,
    /// A row of the input, counted from 0, has a value outside the bounds.
    #[error("row {0} has a value outside the bounds")]
    Outside(usize),
}

/// The concentration index, 2 sum a_i y_i (R_i - 1/2)/mean, with R the mid-cumulative share of people, most deprived
/// first, shared by rows that tie.
///
/// Source: N. C. Kakwani, A. Wagstaff and E. van Doorslaer, *Socioeconomic inequalities in health*, Journal of
/// Econometrics 1997; O. O'Donnell and others, *Analyzing Health Equity Using Household Survey Data* (World Bank, 2008).
pub fn concentration(rows: &Rows) -> Concentration {
    at_once(concentration_at(rows, &Pace::at_once()))
}

/// The same at a pace.
pub async fn concentration_at(rows: &Rows, pace: &Pace) -> Concentration {
    let mean = rows.mean();
    let generalised = covariance(rows.rows(), mean, pace).await;
    let index = generalised / mean;
    Concentration { mean, index: index.is_finite().then_some(index), generalised }
}

/// Wagstaff's and Erreygers' index of a value between the least and the most it can *possibly* have: 0 and 1 for a share,
/// never the least and the most of the rows.
///
/// Sources: A. Wagstaff, *The bounds of the concentration index when the variable of interest is binary*, Health Economics
/// 2005; G. Erreygers, *Correcting the concentration index*, Journal of Health Economics 2009.
///
/// # Errors
/// [`BoundsError`] for bounds out of order and a value outside them.
pub fn within_bounds(rows: &Rows, lower: f64, upper: f64) -> Result<WithinBounds, BoundsError> {
    at_once(within_bounds_at(rows, lower, upper, &Pace::at_once()))
}

/// The same at a pace.
///
/// # Errors
/// As for [`within_bounds`].
pub async fn within_bounds_at(rows: &Rows, lower: f64, upper: f64, pace: &Pace) -> Result<WithinBounds, BoundsError> {
    let width = upper - lower;
    if !(lower.is_finite() && upper.is_finite() && width > 0.0 && width.is_finite()) {
        return Err(BoundsError::Bounds);
    }
    if let Some(outside) = pace.find(rows.rows(), |row| !(lower..=upper).contains(&row.value)).await {
        return Err(BoundsError::Outside(outside.row));
    }
    let mean = (rows.mean() - lower) / width;
    let generalised = covariance(rows.rows(), rows.mean(), pace).await / width;
    let wagstaff = generalised / mean / (1.0 - mean);
    Ok(WithinBounds { wagstaff: wagstaff.is_finite().then_some(wagstaff), erreygers: 4.0 * generalised })
}

/// The Gini coefficient: the concentration index over ranks by the value itself (0 to 1 for values of 0 or more).
/// `None` for a mean of 0.
pub fn gini(rows: &Rows) -> Option<f64> {
    at_once(gini_at(rows, &Pace::at_once()))
}

/// The same at a pace.
pub async fn gini_at(rows: &Rows, pace: &Pace) -> Option<f64> {
    let gini = covariance(&rows.by_value(pace).await, rows.mean(), pace).await / rows.mean();
    gini.is_finite().then_some(gini)
}

/// 2 sum a y (R - 1/2). The mean is taken off first, which changes nothing since the ranks' own mean is 1/2, so that equal
/// values come to exactly 0.
async fn covariance(rows: &[RankedRow], mean: f64, pace: &Pace) -> f64 {
    2.0 * pace.sum(rows, |row| row.share * (row.value - mean) * (row.rank - 0.5)).await
}

#[cfg(test)]
mod tests {
    use super::super::{DeprivationOrder, Row};
    use super::*;

    fn rows(values: &[f64]) -> Rows {
        let row = |(at, &value): (usize, &f64)| Row {
            value: Some(value),
            people: Some(1.0 + (at * 7 % 11) as f64),
            deprivation: Some(at as f64),
        };
        let rows: Vec<Row> = values.iter().enumerate().map(row).collect();
        Rows::new(&rows, DeprivationOrder::LowestFirst).unwrap()
    }

    #[test]
    fn equal_values_are_concentrated_nowhere_to_the_last_digit() {
        for count in 2..40 {
            let found = concentration(&rows(&vec![0.1 * f64::from(count); 40]));
            assert_eq!((found.generalised, found.index), (0.0, Some(0.0)), "{count}");
        }
    }

    /// Of bounds 20 and 70 the values 30 and 50 are 0.2 and 0.6. Of one person with the first and eight with the second the mean
    /// is 5/9; ranks are 1/18 and 5/9; 2 sum a y (R - 1/2) = 2 (1/9 x 0.2 x -4/9 + 8/9 x 0.6 x 1/18) = 16/405.
    #[test]
    fn values_are_measured_from_the_lower_bound() {
        let found = within_bounds(&rows(&[30.0, 50.0]), 20.0, 70.0).unwrap();
        let generalised = 16.0 / 405.0;
        assert!((found.erreygers - 4.0 * generalised).abs() < 1e-15, "{found:?}");
        assert!((found.wagstaff.unwrap() - generalised / (5.0 / 9.0) / (4.0 / 9.0)).abs() < 1e-14, "{found:?}");
    }
}
