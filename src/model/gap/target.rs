//! The slope target: cutting the slope by a share.

use serde::Serialize;
use thiserror::Error;

use crate::model::Share;

/// Why a target cannot be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TargetError {
    /// A rate is negative or not a number.
    #[error("a rate must be a number of 0 or more")]
    Rate,
    /// The average person would stand at the least deprived end, so that the line has no slope to speak of.
    #[error("the average person must stand above the least deprived end")]
    Position,
    /// A rate would fall below 0 at the most deprived end.
    #[error("the line would fall below 0")]
    BelowZero,
}

/// A straight line of a rate over deprivation, before and after its slope is cut around the least deprived end:
/// y' = y0 + (1 - s)(y - y0).
///
/// Source: Joint Health and Wellbeing Strategy 2022-2030 of Cambridgeshire and Peterborough, appendix C.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SlopeTarget {
    /// The share s by which the slope is cut (0 to 1).
    pub cut: f64,
    /// The rate y0 at the least deprived end, which stays.
    pub least: f64,
    /// The mean rate before.
    pub mean_before: f64,
    /// The mean rate after.
    pub mean_after: f64,
    /// The rate at the most deprived end before.
    pub most_before: f64,
    /// The rate at the most deprived end after.
    pub most_after: f64,
    /// Where the average person stands on the line, from the least (0) to the most deprived end (1).
    pub mean_position: f64,
}

/// Rates past this are refused.
const MOST: f64 = 1e9;

impl SlopeTarget {
    /// Where the average person stands on a line over ranks: in the middle, so that the most deprived end is
    /// 2 x mean - pivot.
    pub const OVER_RANKS: f64 = 0.5;

    /// A line through the pivot at the least deprived end and the mean where the average person stands; it ends at
    /// pivot + (mean - pivot)/position.
    ///
    /// Over *ranks* the average person stands at [`Self::OVER_RANKS`]. Over deprivation *scores* it is lower, since few
    /// people live in the areas with the highest: a line from 52 with a mean of 102 ends at 152 over ranks, 2.9 times as
    /// high, and at four times 52 if the average person stands at [`Self::position_of`] (102, 52, 208) = 0.32.
    ///
    /// # Errors
    /// [`TargetError`] for rates below 0, a position of 0, and a line that falls below 0.
    ///
    /// ```
    /// use who_gets_missed::model::Share;
    /// use who_gets_missed::model::gap::SlopeTarget;
    /// let target = SlopeTarget::new(102.0, 52.0, Share::of(1.0, 2.0), Share::of(20.0, 100.0))?;
    /// assert!((target.mean_after - 92.0).abs() < 1e-9);
    /// # Ok::<(), who_gets_missed::model::gap::TargetError>(())
    /// ```
    pub fn new(mean: f64, pivot: f64, mean_position: Share, cut: Share) -> Result<Self, TargetError> {
        let position = mean_position.get();
        if position <= 0.0 {
            return Err(TargetError::Position);
        }
        check(mean, pivot)?;
        Self::with_ends(mean, pivot, pivot + (mean - pivot) / position, position, cut)
    }

    /// A line between the rates at its two ends.
    ///
    /// # Errors
    /// [`TargetError`] for rates below 0, and a mean that does not lie between the two ends or is at the least deprived
    /// one.
    pub fn between(mean: f64, least: f64, most: f64, cut: Share) -> Result<Self, TargetError> {
        Self::with_ends(mean, least, most, Self::position_of(mean, least, most)?, cut)
    }

    /// Where the average person stands on a line with these ends: (mean - least)/(most - least), above 0 up to 1.
    ///
    /// # Errors
    /// [`TargetError`] for rates below 0, and a mean that does not lie between the two ends or is at the least deprived
    /// one.
    pub fn position_of(mean: f64, least: f64, most: f64) -> Result<f64, TargetError> {
        check(mean, least)?;
        check(most, least)?;
        let position = (mean - least) / (most - least);
        if position > 0.0 && position <= 1.0 { Ok(position) } else { Err(TargetError::Position) }
    }

    fn with_ends(mean: f64, least: f64, most: f64, mean_position: f64, cut: Share) -> Result<Self, TargetError> {
        if most > MOST {
            return Err(TargetError::Rate);
        }
        if most < 0.0 {
            return Err(TargetError::BelowZero);
        }
        let after = |rate: f64| least + (1.0 - cut.get()) * (rate - least);
        Ok(Self {
            cut: cut.get(),
            least,
            mean_before: mean,
            mean_after: after(mean),
            most_before: most,
            most_after: after(most),
            mean_position,
        })
    }

    /// How much lower the mean is after: deaths fewer for each 100,000 people, if that is what the rate counts.
    pub fn fall_of_mean(&self) -> f64 {
        self.mean_before - self.mean_after
    }

    /// The most deprived end as a multiple of the least deprived one, before and after; `None` if the latter is 0.
    pub fn ratio(&self) -> Option<(f64, f64)> {
        let ratio = (self.most_before / self.least, self.most_after / self.least);
        (self.least > 0.0 && ratio.0.is_finite() && ratio.1.is_finite()).then_some(ratio)
    }

    /// The line before and after at a place on it, from the least (0) to the most deprived end (1).
    pub fn at(&self, place: Share) -> (f64, f64) {
        let on = |most: f64| self.least + (most - self.least) * place.get();
        (on(self.most_before), on(self.most_after))
    }
}

fn check(rate: f64, pivot: f64) -> Result<(), TargetError> {
    let is_rate = |rate: f64| (0.0..=MOST).contains(&rate);
    if is_rate(rate) && is_rate(pivot) { Ok(()) } else { Err(TargetError::Rate) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_at_the_most_deprived_end_is_held_to_the_same_bound() {
        let of = |mean| SlopeTarget::new(mean, 0.0, Share::of(1.0, 2.0), Share::of(1.0, 5.0));
        assert_eq!(of(MOST / 2.0).map(|target| target.most_before), Ok(MOST));
        assert_eq!(of(MOST / 2.0 + 1.0), Err(TargetError::Rate));
        assert_eq!(of(MOST), Err(TargetError::Rate));
    }

    #[test]
    fn a_ratio_needs_a_least_deprived_end_above_0() {
        let of = |least: f64, most: f64| SlopeTarget::between((least + most) / 2.0, least, most, Share::of(1.0, 4.0));
        let (before, after) = of(50.0, 150.0).unwrap().ratio().unwrap();
        assert!((before - 3.0).abs() < 1e-12 && (after - 2.5).abs() < 1e-12, "{before} {after}");
        assert_eq!(of(0.0, 150.0).unwrap().ratio(), None);
        // Before the cut it is 2 x 10^308, past the range of numbers; after it 1.5 x 10^308, within it.
        assert_eq!(of(5e-300, 1e9).unwrap().ratio(), None);
    }

    #[test]
    fn a_line_may_fall_to_0_but_not_below() {
        let most =
            |mean| SlopeTarget::new(mean, 100.0, Share::of(1.0, 2.0), Share::of(1.0, 5.0)).map(|to| to.most_before);
        assert_eq!((most(50.0), most(49.0)), (Ok(0.0), Err(TargetError::BelowZero)));
    }
}
