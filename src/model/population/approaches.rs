//! Treating those past a threshold, and shifting everybody.

use serde::Serialize;
use thiserror::Error;

use super::{Distribution, Shift};
use crate::model::bounded;

/// How far a treated person's value falls.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect {
    /// By so many units (0 or more).
    Units(f64),
    /// By this share of it (0 to 1). The threshold must be above 0.
    Share(f64),
}

/// The high-risk approach: treat those past a threshold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Programme {
    /// Who is past this value is offered treatment.
    pub threshold: f64,
    /// Share (0 to 1) of those offered who take it up.
    pub uptake: f64,
    /// What it does to them.
    pub effect: Effect,
}

/// Why an approach cannot be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ApproachError {
    /// A number is not finite.
    #[error("a number is missing")]
    NotANumber,
    /// The uptake is not a share.
    #[error("uptake must be between nobody and everybody")]
    Uptake,
    /// The effect is negative, or a share of more than all.
    #[error("the effect must be a fall, of no more than the whole value")]
    Effect,
    /// An effect in per cent below a threshold of 0 has no meaning.
    #[error("an effect in per cent needs a threshold above 0")]
    Threshold,
    /// The shift is by the whole value or more.
    #[error("a shift must leave something of the value")]
    Shift,
    /// The mean is past the range of numbers.
    #[error("the distribution is too wide to have a mean")]
    NoMean,
}

/// Who moves across a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Crossing {
    /// The threshold, in units.
    pub threshold: f64,
    /// Share of all people (0 to 1) past it before.
    pub before: f64,
    /// Share of all people (0 to 1) past it after.
    pub after: f64,
    /// Share of all people (-1 to 1) who move below it: 0.04 is 4 in 100. Negative where people move up past it.
    pub moved_below: f64,
}

/// What the high-risk approach does.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HighRisk {
    /// Share of all people (0 to 1) past the programme's threshold.
    pub eligible: f64,
    /// Share of all people (0 to 1) treated.
    pub treated: f64,
    /// Change of the mean over all people, in units (0 or less).
    pub mean_change: f64,
    /// Each threshold asked for.
    pub crossings: Vec<Crossing>,
}

impl HighRisk {
    /// Of those treated, the share (0 to 1) who fall below the threshold of a crossing; `None` if nobody is treated.
    pub fn share_of_treated(&self, crossing: &Crossing) -> Option<f64> {
        (self.treated > 0.0).then(|| bounded(crossing.moved_below / self.treated, 0.0, 1.0))
    }
}

/// What the population approach does.
#[derive(Debug, Clone, PartialEq)]
pub struct Shifted {
    /// The distribution after the shift.
    pub after: Distribution,
    /// Change of the mean, in units; negative where it falls.
    pub mean_change: f64,
    /// Each threshold asked for.
    pub crossings: Vec<Crossing>,
}

impl Effect {
    /// Where a treated person with a value ends up.
    pub fn after(self, value: f64) -> f64 {
        match self {
            Self::Units(units) => value - units,
            Self::Share(share) => value * (1.0 - share),
        }
    }

    /// The value from which a treated person falls to `value`.
    fn origin(self, value: f64) -> f64 {
        match self {
            Self::Units(units) => value + units,
            // Who loses all of a value ends at 0, from wherever.
            Self::Share(1.0) if value >= 0.0 => f64::INFINITY,
            Self::Share(1.0) => f64::NEG_INFINITY,
            Self::Share(share) => value / (1.0 - share),
        }
    }

    /// How much of the scale a unit comes from.
    fn stretch(self) -> f64 {
        match self {
            Self::Units(_) => 1.0,
            Self::Share(share) => 1.0 / (1.0 - share),
        }
    }
}

impl Programme {
    /// # Errors
    /// [`ApproachError`] for an uptake that is no share, an effect that is no fall, and an effect in per cent below a
    /// threshold of 0.
    fn check(&self) -> Result<(), ApproachError> {
        let (size, most) = match self.effect {
            Effect::Units(units) => (units, f64::MAX),
            Effect::Share(share) => (share, 1.0),
        };
        if !(self.threshold.is_finite() && self.uptake.is_finite() && size.is_finite()) {
            return Err(ApproachError::NotANumber);
        }
        if !(0.0..=1.0).contains(&self.uptake) {
            return Err(ApproachError::Uptake);
        }
        if !(0.0..=most).contains(&size) {
            return Err(ApproachError::Effect);
        }
        match self.effect {
            Effect::Share(_) if self.threshold <= 0.0 => Err(ApproachError::Threshold),
            _ => Ok(()),
        }
    }

    /// The density at a value of those who will be treated, as a share of people for each unit, for drawing: there is a step at
    /// the threshold. 0 for a programme that cannot be.
    pub fn treated_before(&self, distribution: &Distribution, value: f64) -> f64 {
        let is_treated = value > self.threshold && self.check().is_ok();
        if is_treated { self.uptake * distribution.density(value) } else { 0.0 }
    }

    /// The same of them once they are treated, and have fallen by the effect.
    pub fn treated_after(&self, distribution: &Distribution, value: f64) -> f64 {
        let origin = self.effect.origin(value);
        let before = if origin.is_finite() { self.treated_before(distribution, origin) } else { 0.0 };
        if before > 0.0 { before * self.effect.stretch() } else { 0.0 }
    }
}

/// Works out the high-risk approach: of those past the programme's threshold the uptake is treated, and each of them
/// falls by the effect. Change of the mean = -(uptake) x (share past the threshold) x (mean fall of theirs).
///
/// # Errors
/// [`ApproachError`] for a programme that cannot be, a threshold that is not finite, and an effect in per cent on a
/// distribution without a mean.
pub fn high_risk(
    distribution: &Distribution,
    programme: Programme,
    thresholds: &[f64],
) -> Result<HighRisk, ApproachError> {
    programme.check()?;
    check_all(thresholds)?;
    let Programme { threshold: start, uptake, effect } = programme;
    let eligible = distribution.share_above(start);
    let fall = match effect {
        Effect::Units(units) => units * eligible,
        Effect::Share(share) => share * distribution.mean_above(start).ok_or(ApproachError::NoMean)?,
    };
    let crossings = thresholds.iter().map(|&threshold| {
        let before = distribution.share_above(threshold);
        // Who was past both thresholds and ends at this one or below it; nobody if all who would are not past the first.
        let candidates = distribution.share_above(start.max(threshold));
        let still_past = distribution.share_above(effect.origin(threshold));
        let moved_below = (uptake * (candidates - still_past)).max(0.0);
        Crossing { threshold, before, after: before - moved_below, moved_below }
    });
    Ok(HighRisk {
        eligible,
        treated: uptake * eligible,
        mean_change: 0.0 - uptake * fall,
        crossings: crossings.collect(),
    })
}

/// Works out the population approach: everybody's value moves by the shift.
///
/// # Errors
/// [`ApproachError`] for a shift or a threshold that is not finite, a shift by all of the value, and a distribution
/// without a mean.
pub fn population_shift(
    distribution: &Distribution,
    shift: Shift,
    thresholds: &[f64],
) -> Result<Shifted, ApproachError> {
    let size = match shift {
        Shift::Units(size) | Shift::Share(size) => size,
    };
    if !size.is_finite() {
        return Err(ApproachError::NotANumber);
    }
    if matches!(shift, Shift::Share(share) if share >= 1.0) {
        return Err(ApproachError::Shift);
    }
    check_all(thresholds)?;
    let after = distribution.after(shift);
    let mean_change = match shift {
        Shift::Units(units) => 0.0 - units,
        Shift::Share(share) => 0.0 - share * distribution.mean().ok_or(ApproachError::NoMean)?,
    };
    let crossings = thresholds.iter().map(|&threshold| {
        let (before, after) = (distribution.share_above(threshold), after.share_above(threshold));
        Crossing { threshold, before, after, moved_below: before - after }
    });
    Ok(Shifted { after, mean_change, crossings: crossings.collect() })
}

fn check_all(thresholds: &[f64]) -> Result<(), ApproachError> {
    if thresholds.iter().all(|threshold| threshold.is_finite()) { Ok(()) } else { Err(ApproachError::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_nobody_treated_there_is_no_share() {
        let crossing = Crossing { threshold: 140.0, before: 0.25, after: 0.1875, moved_below: 0.0625 };
        let of = |treated| HighRisk { eligible: 0.25, treated, mean_change: -1.0, crossings: vec![crossing] };
        assert_eq!(of(0.125).share_of_treated(&crossing), Some(0.5));
        assert_eq!(of(0.0).share_of_treated(&crossing), None);
    }

    #[test]
    fn of_those_past_a_threshold_the_uptake_is_treated_and_nobody_at_it() {
        let everybody = Distribution::from_mean_and_sd(super::super::Shape::Normal, 100.0, 10.0).unwrap();
        let programme = Programme { threshold: 100.0, uptake: 0.5, effect: Effect::Units(5.0) };
        assert_eq!(high_risk(&everybody, programme, &[]).unwrap().treated, 0.25);
        assert_eq!(programme.treated_before(&everybody, 100.0), 0.0);
        assert_eq!(programme.treated_before(&everybody, 101.0), 0.5 * everybody.density(101.0));
    }
}
