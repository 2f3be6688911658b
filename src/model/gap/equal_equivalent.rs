//! The equally distributed equivalent and Atkinson's index.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Rows;
use crate::model::bounded;
use crate::pace::{Pace, at_once};

/// Aversion to inequality: 0 does not mind, 1 takes the geometric mean, and the higher it is the more the lowest value
/// counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aversion(f64);

/// The number given as an aversion is below 0, or too large to reckon with.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error("{0} is not an aversion: it must be between 0 and 1,000")]
pub struct NotAnAversion(pub f64);

impl Aversion {
    /// Takes a number from 0 to 1,000.
    ///
    /// # Errors
    /// [`NotAnAversion`] for any other.
    pub fn new(value: f64) -> Result<Self, NotAnAversion> {
        if (0.0..=1000.0).contains(&value) { Ok(Self(value)) } else { Err(NotAnAversion(value)) }
    }

    /// The number.
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// The value that, had everybody the same, would be as good as the values they have.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct EqualEquivalent {
    /// In units of the value; between the lowest value and the mean.
    pub equivalent: f64,
    /// Atkinson's index, 1 - equivalent/mean (0 to 1); `None` for a mean of 0.
    pub atkinson: Option<f64>,
}

/// The equally distributed equivalent, (sum w h^(1 - e))^(1/(1 - e)), the geometric mean at e = 1, of values of 0 or more
/// where more is better. With a value of 0 it is 0 from e = 1 on. `None` if a value is below 0.
///
/// Source: A. B. Atkinson, *On the measurement of inequality*, Journal of Economic Theory 1970.
pub fn equal_equivalent(rows: &Rows, aversion: Aversion) -> Option<EqualEquivalent> {
    at_once(equal_equivalent_at(rows, aversion, &Pace::at_once()))
}

/// The same at a pace.
pub async fn equal_equivalent_at(rows: &Rows, aversion: Aversion, pace: &Pace) -> Option<EqualEquivalent> {
    let (mut least, mut most) = (f64::INFINITY, 0.0);
    pace.each(rows.rows(), |row| (least, most) = (f64::min(least, row.value), f64::max(most, row.value))).await;
    if least < 0.0 {
        return None;
    }
    let mean = rows.mean();
    let power = 1.0 - aversion.get();
    let equivalent = if least == most || power == 1.0 {
        mean
    } else if least == 0.0 && power <= 0.0 {
        0.0
    } else {
        // Values relative to the one that counts most, so that no power is past the range of numbers.
        let whole = if power > 0.0 { most } else { least };
        let log_of_whole = libm::log(whole);
        let log = |value: f64| libm::log(value) - log_of_whole;
        let exponent = if power == 0.0 {
            rows.mean_weighted(|row| log(row.value), pace).await
        } else {
            // Near e = 1 all powers are near 1: what they differ from 1 by is summed instead.
            let excess = rows.mean_weighted(|row| libm::expm1(power * log(row.value)), pace).await;
            let log_of_sum = if excess > -0.5 {
                libm::log1p(excess)
            } else {
                libm::log(pace.sum(rows.rows(), |row| row.share * libm::exp(power * log(row.value))).await)
            };
            log_of_sum / power
        };
        // So many times the lowest value may be past the range of numbers where that is next to 0.
        let times = libm::exp(exponent);
        let equivalent = if times.is_finite() { whole * times } else { libm::exp(log_of_whole + exponent) };
        // A mean that rounding has put below the lowest value is that value; one past the range of numbers bounds nothing.
        equivalent.max(least).min(mean.max(least))
    };
    if !(equivalent.is_finite() && mean.is_finite()) {
        return None;
    }
    let atkinson = (mean > 0.0).then(|| bounded(1.0 - equivalent / mean, 0.0, 1.0));
    Some(EqualEquivalent { equivalent, atkinson })
}

#[cfg(test)]
mod tests {
    use super::super::{DeprivationOrder, Row};
    use super::*;

    fn rows(values: &[f64]) -> Rows {
        let row = |(at, &value): (usize, &f64)| Row {
            value: Some(value),
            people: Some(1.0 + at as f64),
            deprivation: Some(at as f64),
        };
        let rows: Vec<Row> = values.iter().enumerate().map(row).collect();
        Rows::new(&rows, DeprivationOrder::HighestFirst).unwrap()
    }

    fn equivalent(rows: &Rows, aversion: f64) -> f64 {
        equal_equivalent(rows, Aversion::new(aversion).unwrap()).unwrap().equivalent
    }

    #[test]
    fn who_does_not_mind_inequality_has_the_mean_to_the_last_digit() {
        for spread in 1..200 {
            let rows = rows(&[7.3 * f64::from(spread), 11.9, 0.1 + f64::from(spread), 83.7]);
            assert_eq!(equivalent(&rows, 0.0), rows.mean());
        }
    }

    #[test]
    fn just_beside_1_it_is_the_geometric_mean() {
        let rows = rows(&[3.0, 50.0, 8.0, 20.0]);
        let geometric = equivalent(&rows, 1.0);
        for beside in [1e-13, 1e-11, 1e-9] {
            for aversion in [1.0 - beside, 1.0 + beside] {
                let found = equivalent(&rows, aversion);
                // It changes by less than ten times as much as the aversion.
                assert!(
                    (found - geometric).abs() < 10.0 * geometric * beside + 1e-12,
                    "{aversion}: {found} {geometric}"
                );
            }
        }
    }

    #[test]
    fn no_rows_have_no_equivalent() {
        for aversion in [0.5, 1.0, 2.0] {
            assert_eq!(equal_equivalent(&Rows::default(), Aversion::new(aversion).unwrap()), None);
        }
    }

    /// People are 1, 2, 3 and so on, 1,035 in all: one of them has the first value and the others have the second.
    #[test]
    fn the_geometric_mean_of_values_next_to_0_and_large_ones_loses_no_digits() {
        for (first, others) in [(-310, 12), (12, -310)] {
            let mut values = [libm::pow(10.0, f64::from(others)); 45];
            values[0] = libm::pow(10.0, f64::from(first));
            let found = libm::log10(equivalent(&rows(&values), 1.0));
            let expect = f64::from(first + 1034 * others) / 1035.0;
            assert!((found - expect).abs() < 1e-10, "{found} {expect}");
        }
    }
}
