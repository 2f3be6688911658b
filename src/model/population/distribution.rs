//! The distribution of a risk factor.

use thiserror::Error;

use super::{Prevalences, Shift};
use crate::model::tails::{normal_density, normal_upper, normal_upper_quantile};

/// The family of a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// The value itself is normal.
    Normal,
    /// The logarithm of the value is normal.
    Lognormal,
}

/// Why no distribution fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FitError {
    /// A number is not finite or too large to reckon with.
    #[error("a number is missing or too large")]
    NotANumber,
    /// The second threshold is not above the first one.
    #[error("the second threshold must be above the first")]
    ThresholdsOutOfOrder,
    /// A lognormal risk factor is always above 0, and so must its thresholds and its mean be.
    #[error("a lognormal risk factor has only values above 0")]
    NotPositive,
    /// A share is not strictly between nobody and everybody.
    #[error("each share must be more than nobody and less than everybody")]
    ShareOutOfRange,
    /// As many people or more are past the higher threshold as past the lower one.
    #[error("fewer people must be past the higher threshold than past the lower one")]
    SharesOutOfOrder,
    /// The standard deviation is not above 0.
    #[error("the standard deviation must be above 0")]
    NoSpread,
}

/// Values past this, either way, are refused.
const MOST: f64 = 1e9;

/// Two shares that are the same but for rounding differ by at least this in standard deviations.
const LEAST_RISE: f64 = 1e-15;

/// The distribution of a risk factor over the people of a place. It has at least some spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distribution {
    shape: Shape,
    /// A value, or its logarithm, and how many standard deviations above the middle it stands.
    anchor: f64,
    anchor_z: f64,
    /// The standard deviation of the value or of its logarithm; above 0.
    spread: f64,
    /// How far everybody was moved up after the fit.
    moved: f64,
}

impl Distribution {
    /// The distribution of this shape with exactly these shares past two thresholds, by inverse CDF:
    /// with z = inverse of the normal upper tail, SD = (t2 - t1)/(z2 - z1) and mean = t1 - z1 SD, on the scale of the
    /// logarithm for [`Shape::Lognormal`].
    ///
    /// # Errors
    /// [`FitError`] unless the thresholds rise (and are above 0 for a lognormal), the shares fall, and all shares are
    /// strictly between 0 and 1.
    pub fn from_prevalences(shape: Shape, prevalences: Prevalences) -> Result<Self, FitError> {
        let Prevalences { thresholds: [low, high], shares: [past_low, past_high] } = prevalences;
        check(shape, &[low, high])?;
        if high <= low {
            return Err(FitError::ThresholdsOutOfOrder);
        }
        if !(past_low.is_finite() && past_high.is_finite()) {
            return Err(FitError::NotANumber);
        }
        if past_low <= 0.0 || past_low >= 1.0 || past_high <= 0.0 || past_high >= 1.0 {
            return Err(FitError::ShareOutOfRange);
        }
        if past_high >= past_low {
            return Err(FitError::SharesOutOfOrder);
        }
        let (anchor, end) = (on_scale(shape, low), on_scale(shape, high));
        let anchor_z = normal_upper_quantile(past_low);
        let rise = (normal_upper_quantile(past_high) - anchor_z).max(LEAST_RISE);
        // Thresholds so close that their logarithms are the same.
        let spread = (end - anchor) / rise;
        if spread <= 0.0 {
            return Err(FitError::ThresholdsOutOfOrder);
        }
        Ok(Self { shape, anchor, anchor_z, spread, moved: 0.0 })
    }

    /// The distribution of this shape with this mean and standard deviation. For a lognormal,
    /// s2 = ln(1 + (SD/mean)^2) and m = ln(mean) - s2/2 on the scale of the logarithm.
    ///
    /// # Errors
    /// [`FitError`] if a number is not finite, the standard deviation is not above 0, or the mean of a lognormal is not.
    pub fn from_mean_and_sd(shape: Shape, mean: f64, sd: f64) -> Result<Self, FitError> {
        check(shape, &[mean])?;
        if !(-MOST..=MOST).contains(&sd) {
            return Err(FitError::NotANumber);
        }
        if sd <= 0.0 {
            return Err(FitError::NoSpread);
        }
        let (anchor, spread) = match shape {
            Shape::Normal => (mean, sd),
            Shape::Lognormal => {
                let variance = libm::log1p((sd / mean) * (sd / mean));
                (libm::log(mean) - variance / 2.0, variance.sqrt())
            }
        };
        // A spread that is too small beside the mean to be held at all.
        if spread <= 0.0 || !spread.is_finite() {
            return Err(FitError::NoSpread);
        }
        Ok(Self { shape, anchor, anchor_z: 0.0, spread, moved: 0.0 })
    }

    /// Normal or lognormal.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The mean, in units; `None` where it is past the range of numbers (a lognormal with a very wide spread).
    pub fn mean(&self) -> Option<f64> {
        finite(self.base_mean() + self.moved)
    }

    /// The standard deviation, in units; `None` where it is past the range of numbers.
    pub fn sd(&self) -> Option<f64> {
        finite(match self.shape {
            Shape::Normal => self.spread,
            Shape::Lognormal => self.base_mean() * libm::expm1(self.spread * self.spread).sqrt(),
        })
    }

    /// The share of people (0 to 1) past a threshold.
    pub fn share_above(&self, threshold: f64) -> f64 {
        normal_upper(self.z(threshold))
    }

    /// The value that a share (strictly between 0 and 1) of people is past; `None` for any other share and where it is
    /// past the range of numbers.
    pub fn value_with_share_above(&self, share: f64) -> Option<f64> {
        if !(share > 0.0 && share < 1.0) {
            return None;
        }
        let on_scale = self.anchor + (normal_upper_quantile(share) - self.anchor_z) * self.spread;
        finite(self.off_scale(on_scale) + self.moved)
    }

    /// The density at a value, as a share of people for each unit (0 or more), for drawing.
    pub fn density(&self, value: f64) -> f64 {
        let base = value - self.moved;
        match self.shape {
            Shape::Normal => normal_density(self.z(value)) / self.spread,
            Shape::Lognormal if base > 0.0 => normal_density(self.z(value)) / (self.spread * base),
            Shape::Lognormal => 0.0,
        }
    }

    /// The values of those past a threshold, summed and divided by everybody: share past it x their mean. `None`
    /// where the mean is past the range of numbers.
    pub(super) fn mean_above(&self, threshold: f64) -> Option<f64> {
        let z = self.z(threshold);
        let base = match self.shape {
            Shape::Normal => self.base_mean() * normal_upper(z) + self.spread * normal_density(z),
            Shape::Lognormal => finite(self.base_mean())? * normal_upper(z - self.spread),
        };
        finite(base + self.moved * normal_upper(z))
    }

    /// The distribution after a shift of everybody: by units it keeps the standard deviation, by a share the ratio of
    /// standard deviation and mean. The caller has checked the shift.
    pub(super) fn after(self, shift: Shift) -> Self {
        match shift {
            Shift::Units(0.0) | Shift::Share(0.0) => self,
            Shift::Units(units) => Self { moved: self.moved - units, ..self },
            Shift::Share(share) => {
                let left = 1.0 - share;
                let moved = self.moved * left;
                match self.shape {
                    Shape::Normal => Self { anchor: self.anchor * left, spread: self.spread * left, moved, ..self },
                    Shape::Lognormal => Self { anchor: self.anchor + libm::log(left), moved, ..self },
                }
            }
        }
    }

    /// How many standard deviations above the middle a value stands; minus infinity below the least possible value.
    fn z(&self, value: f64) -> f64 {
        let base = value - self.moved;
        if self.shape == Shape::Lognormal && base <= 0.0 {
            return f64::NEG_INFINITY;
        }
        self.anchor_z + (on_scale(self.shape, base) - self.anchor) / self.spread
    }

    /// The mean without what everybody was moved by; may be infinite.
    fn base_mean(&self) -> f64 {
        let middle = self.anchor - self.anchor_z * self.spread;
        match self.shape {
            Shape::Normal => middle,
            Shape::Lognormal => libm::exp(middle + self.spread * self.spread / 2.0),
        }
    }

    fn off_scale(&self, value: f64) -> f64 {
        match self.shape {
            Shape::Normal => value,
            Shape::Lognormal => libm::exp(value),
        }
    }
}

fn on_scale(shape: Shape, value: f64) -> f64 {
    match shape {
        Shape::Normal => value,
        Shape::Lognormal => libm::log(value),
    }
}

fn check(shape: Shape, values: &[f64]) -> Result<(), FitError> {
    if !values.iter().all(|value| (-MOST..=MOST).contains(value)) {
        return Err(FitError::NotANumber);
    }
    match shape {
        Shape::Lognormal if values.iter().any(|&value| value <= 0.0) => Err(FitError::NotPositive),
        _ => Ok(()),
    }
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_is_passed_by_everybody_or_by_nobody() {
        for shape in [Shape::Normal, Shape::Lognormal] {
            let of = Distribution::from_mean_and_sd(shape, 5.0, 1.0).unwrap();
            assert_eq!([0.0, 1.0].map(|share| of.value_with_share_above(share)), [None, None]);
            assert!(of.value_with_share_above(0.999).is_some());
        }
    }

    #[test]
    fn a_share_is_taken_of_what_a_shift_has_left() {
        for shape in [Shape::Normal, Shape::Lognormal] {
            let after = Distribution::from_mean_and_sd(shape, 10.0, 3.0).unwrap().after(Shift::Units(2.0));
            let after = after.after(Shift::Share(0.25));
            assert!((after.mean().unwrap() - 6.0).abs() < 1e-12, "{after:?}");
            assert!((after.sd().unwrap() - 2.25).abs() < 1e-12, "{after:?}");
        }
    }

    /// A lognormal with mean 10 and standard deviation 7.5, whose median is 10 over the root of 1 + 0.75^2: 8; and the same with
    /// everybody 2 lower.
    fn before_and_after_a_fall() -> [Distribution; 2] {
        let before = Distribution::from_mean_and_sd(Shape::Lognormal, 10.0, 7.5).unwrap();
        [before, before.after(Shift::Units(2.0))]
    }

    #[test]
    fn where_everybody_falls_by_2_the_value_that_half_are_past_does_and_so_does_the_density() {
        let [before, after] = before_and_after_a_fall();
        assert!((after.value_with_share_above(0.5).unwrap() - 6.0).abs() < 1e-12);
        for value in [0.5, 4.0, 11.0] {
            assert!((after.density(value) - before.density(value + 2.0)).abs() < 1e-15);
        }
        // The least value that anybody has is past -2.
        assert_eq!([-3.0, -2.0].map(|value| after.density(value)), [0.0, 0.0]);
    }

    #[test]
    fn where_everybody_falls_by_2_the_sum_of_the_half_above_falls_by_2_for_each_of_them() {
        let [before, after] = before_and_after_a_fall();
        // 10 times the share of a normal distribution below the spread, the root of ln(1.5625), by Python's statistics.
        assert!((before.mean_above(8.0).unwrap() - 7.479_482_778_944_703).abs() < 1e-12);
        assert!((after.mean_above(6.0).unwrap() - 6.479_482_778_944_703).abs() < 1e-12);
    }

    #[test]
    fn a_spread_too_small_or_too_large_to_be_held_is_refused() {
        for (mean, sd) in [(1.0, 1e-200), (1e-300, 1e9)] {
            assert_eq!(Distribution::from_mean_and_sd(Shape::Lognormal, mean, sd), Err(FitError::NoSpread));
        }
    }
}
