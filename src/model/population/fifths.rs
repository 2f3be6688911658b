//! Whom a threshold in the most deprived fifth misses.

use serde::Serialize;
use thiserror::Error;

use super::{Distribution, Shift};
use crate::model::Share;
use crate::model::strategies::mid_ranks;

/// How the risk factor differs over the fifths: a straight line over mid-cumulative population rank, through the value of
/// everybody.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gradient {
    /// Each fifth is as everybody.
    None,
    /// The mean of the most deprived fifth less that of the least deprived one, in units.
    Mean(f64),
    /// The share of people past a threshold in the most deprived fifth less that in the least deprived one.
    Prevalence {
        /// The threshold, in units.
        threshold: f64,
        /// The difference (-1 to 1).
        difference: f64,
    },
}

/// Why there are no fifths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FifthsError {
    /// A number is not finite, or a count of people is negative.
    #[error("a number is missing or cannot be true")]
    NotANumber,
    /// Nobody lives in the fifths.
    #[error("nobody lives in these fifths")]
    NoPeople,
    /// A fifth would have nobody or everybody past the threshold, or less or more than that.
    #[error("the gradient is too steep: a fifth would have nobody or everybody past the threshold")]
    TooSteep,
    /// Nobody is past the lower threshold, so nobody can be missed.
    #[error("nobody is past the threshold")]
    NobodyAtRisk,
}

/// A deprivation fifth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PopulationFifth {
    /// Its share of all people (0 to 1).
    pub people_share: f64,
    /// The risk factor in it: the distribution of everybody, moved up or down.
    pub distribution: Distribution,
}

/// Whom the high-risk approach in the most deprived fifth misses.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ThresholdMissed {
    /// Share of all people (0 to 1) past the lower threshold: those at risk.
    pub at_risk: f64,
    /// Share of all people (0 to 1) past the higher threshold in the most deprived fifth: those reached.
    pub reached: f64,
    /// Share of those at risk who are missed (0 to 1).
    pub missed: f64,
}

/// Spreads the distribution over fifths, most deprived first: each fifth has the distribution of everybody, moved so
/// that its mean, or its share past a threshold, lies on the gradient. `people`: number or share of people in each.
///
/// With a gradient the fifths together are a little wider than the distribution of everybody: the spread is not made
/// smaller to make up for it.
///
/// # Errors
/// [`FifthsError`] for counts or a gradient that cannot be.
pub fn fifths(
    everybody: &Distribution,
    people: [f64; 5],
    gradient: Gradient,
) -> Result<[PopulationFifth; 5], FifthsError> {
    if !people.iter().all(|&n| (0.0..=MOST).contains(&n)) {
        return Err(FifthsError::NotANumber);
    }
    let total: f64 = people.iter().sum();
    if total <= 0.0 {
        return Err(FifthsError::NoPeople);
    }
    let share = people.map(|n| n / total);
    let line = line(people);
    let mut fifths = share.map(|people_share| PopulationFifth { people_share, distribution: *everybody });
    match gradient {
        Gradient::None => {}
        Gradient::Mean(difference) => {
            if !(-MOST..=MOST).contains(&difference) {
                return Err(FifthsError::NotANumber);
            }
            for (fifth, at) in fifths.iter_mut().zip(line) {
                fifth.distribution = everybody.after(Shift::Units(-difference * at));
            }
        }
        Gradient::Prevalence { threshold, difference } => {
            if !(threshold.is_finite() && difference.is_finite()) {
                return Err(FifthsError::NotANumber);
            }
            let past = everybody.share_above(threshold);
            for (fifth, at) in fifths.iter_mut().zip(line) {
                // Where nothing differs nothing is moved, not even by rounding, and nobody or everybody may be past it.
                if difference * at == 0.0 {
                    continue;
                }
                let value = everybody.value_with_share_above(past + difference * at).ok_or(FifthsError::TooSteep)?;
                fifth.distribution = everybody.after(Shift::Units(value - threshold));
            }
        }
    }
    Ok(fifths)
}

/// The share of those past the lower threshold whom "past the higher threshold and in the most deprived fifth" misses:
/// 1 - w1 P1(> high) / sum w_q P_q(> low). For figure 3 of the report: `low` 25 and `high` 30.
///
/// # Errors
/// [`FifthsError`] for thresholds that are not finite or out of order, and if nobody is past the lower one.
pub fn missed_by_threshold(fifths: &[PopulationFifth; 5], low: f64, high: f64) -> Result<ThresholdMissed, FifthsError> {
    if !(low.is_finite() && high.is_finite() && low <= high) {
        return Err(FifthsError::NotANumber);
    }
    let past = |fifth: &PopulationFifth, threshold| fifth.people_share * fifth.distribution.share_above(threshold);
    let at_risk: f64 = fifths.iter().map(|fifth| past(fifth, low)).sum();
    let reached = past(&fifths[0], high);
    if at_risk <= 0.0 {
        return Err(FifthsError::NobodyAtRisk);
    }
    Ok(ThresholdMissed { at_risk, reached, missed: 1.0 - Share::of(reached, at_risk).get() })
}

/// More people or units than there are.
const MOST: f64 = 1e12;

/// Where each fifth stands on a line that falls by 1 from the most to the least deprived fifth that people live in, and
/// that is 0 for everybody together. All 0 where all people live in one fifth.
fn line(people: [f64; 5]) -> [f64; 5] {
    let rank = mid_ranks(people);
    let mut lived_in = rank.iter().zip(people).filter(|&(_, n)| n > 0.0).map(|(&rank, _)| rank);
    let first = lived_in.next().unwrap_or_default();
    let last = lived_in.next_back().unwrap_or(first);
    rank.map(|rank| if last > first { (0.5 - rank) / (last - first) } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::*;

    fn everybody() -> Distribution {
        Distribution::from_mean_and_sd(Shape::Normal, 27.0, 5.0).unwrap()
    }

    fn by_prevalence(threshold: f64, difference: f64) -> Result<[PopulationFifth; 5], FifthsError> {
        fifths(&everybody(), [10.0; 5], Gradient::Prevalence { threshold, difference })
    }

    #[test]
    fn a_gradient_needs_a_threshold_and_a_difference() {
        for (threshold, difference) in [(f64::NAN, 0.1), (f64::INFINITY, 0.1), (25.0, f64::NAN)] {
            assert_eq!(by_prevalence(threshold, difference), Err(FifthsError::NotANumber));
        }
    }

    #[test]
    fn where_nothing_differs_nothing_is_moved_and_nobody_may_be_past_the_threshold() {
        let found = by_prevalence(1e6, 0.0).unwrap();
        assert!(found.iter().all(|fifth| fifth.distribution == everybody()));
        // Nor is the middle one of five alike.
        for threshold in [24.9, 25.0, 28.3, 30.0, 31.7] {
            assert_eq!(by_prevalence(threshold, 0.1).unwrap()[2].distribution, everybody());
        }
    }

    #[test]
    fn the_line_runs_between_fifths_that_people_live_in() {
        let means = |people| {
            let fifths = fifths(&everybody(), people, Gradient::Mean(3.0)).unwrap();
            fifths.map(|fifth| fifth.distribution.mean().unwrap())
        };
        let found = means([0.0, 10.0, 10.0, 10.0, 0.0]);
        assert!((found[1] - found[3] - 3.0).abs() < 1e-12, "{found:?}");
        assert_eq!(means([0.0, 0.0, 10.0, 0.0, 0.0]), [27.0; 5]);
    }
}
