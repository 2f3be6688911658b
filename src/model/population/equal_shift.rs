//! How small a shift of everybody does as much as a programme for those past a threshold.

use super::{ApproachError, Distribution, Shift, population_shift};
use crate::model::bisect::bisect;

/// What a shift should do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// Lower the mean over everybody by so many units (0 or more).
    MeanFall(f64),
    /// Move this share (0 to 1) of everybody below a threshold.
    MovedBelow {
        /// The threshold, in units.
        threshold: f64,
        /// Share of everybody.
        share: f64,
    },
}

/// Goals met but for this part are met.
const ROUNDING: f64 = 1e-12;

/// Finds the smallest shift from 0 to `most` that meets the goal, by a bracketed root. `of_size` is [`Shift::Units`] or
/// [`Shift::Share`]. `None` if none in the range does.
///
/// # Errors
/// [`ApproachError`] as from [`population_shift`] with the largest shift, and for a goal that is not finite.
///
/// ```
/// use who_gets_missed::model::population::{BMI_2019, Distribution, Goal, Shape, Shift, smallest_shift};
/// let adults = Distribution::from_prevalences(Shape::Normal, BMI_2019)?;
/// let shift = smallest_shift(&adults, Shift::Units, Goal::MeanFall(0.25), 10.0)?;
/// assert!(shift.is_some_and(|units| (units - 0.25).abs() < 1e-9));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn smallest_shift(
    distribution: &Distribution,
    of_size: fn(f64) -> Shift,
    goal: Goal,
    most: f64,
) -> Result<Option<f64>, ApproachError> {
    let (thresholds, wanted) = match goal {
        Goal::MeanFall(units) => (vec![], units),
        Goal::MovedBelow { threshold, share } => (vec![threshold], share),
    };
    if !wanted.is_finite() {
        return Err(ApproachError::NotANumber);
    }
    let done = |size: f64| {
        let shifted = population_shift(distribution, of_size(size), &thresholds)?;
        Ok(shifted.crossings.first().map_or(-shifted.mean_change, |crossing| crossing.moved_below))
    };
    if wanted <= 0.0 {
        return Ok(Some(0.0));
    }
    let enough = wanted * (1.0 - ROUNDING);
    if done(most)? < enough {
        return Ok(None);
    }
    Ok(Some(bisect(0.0, most, |size| done(size).is_ok_and(|done| done >= wanted))))
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::*;

    #[test]
    fn a_goal_that_the_largest_shift_just_meets_or_misses_by_rounding_is_met() {
        let everybody = Distribution::from_mean_and_sd(Shape::Normal, 100.0, 10.0).unwrap();
        let shift = |fall, most| smallest_shift(&everybody, Shift::Units, Goal::MeanFall(fall), most);
        assert_eq!(shift(10.0, 10.0), Ok(Some(10.0)));
        assert_eq!(shift(1.0, 1.0 - ROUNDING), Ok(Some(1.0 - ROUNDING)));
        assert_eq!(shift(1.0, 1.0 - 2.0 * ROUNDING), Ok(None));
    }
}
