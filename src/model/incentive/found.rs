//! An incentive limited to people found by an assessment, where they take part less often than others.

use super::cost::{check_shares, with_rise};
use super::offers::gap;
use super::{Eligibility, IncentiveError, IncentiveFifth, IncentiveOutcome, incentive_outcome};

/// Uptakes that are more than all, or less than none, by less than this are so by rounding.
const ROUNDING: f64 = 1e-9;

/// As [`incentive_outcome`] for [`Eligibility::Identified`], where the share `found_uptake` (0 to 1) of those found takes part
/// without the incentive instead of that of their fifth: an assessment may find those who would not have come.
///
/// In a fifth with uptake u0, of which the share f is found, (u0 - f x `found_uptake`)/(1 - f) of the others must take
/// part for both to add up; the incentive adds f x D to u0.
///
/// # Errors
/// As for [`incentive_outcome`], and [`IncentiveError::Found`] if more than all or less than none of the others would have
/// to take part.
pub fn found_outcome(
    fifths: &[IncentiveFifth; 5],
    found_uptake: f64,
    payment: f64,
    assessment: f64,
) -> Result<IncentiveOutcome, IncentiveError> {
    check_shares(&[found_uptake])?;
    for fifth in fifths.iter().filter(|fifth| fifth.people > 0.0) {
        let others = fifth.uptake - fifth.identified * found_uptake;
        if !(-ROUNDING..=1.0 - fifth.identified + ROUNDING).contains(&others) {
            return Err(IncentiveError::Found);
        }
    }
    let found = fifths.map(|fifth| IncentiveFifth { uptake: found_uptake, ..fifth });
    let mut outcome = incentive_outcome(&found, Eligibility::Identified, payment, assessment)?;
    for (done, fifth) in outcome.fifths.iter_mut().zip(fifths) {
        let (_, rise, _) = with_rise(found_uptake, fifth.rise);
        let share = if fifth.people > 0.0 { fifth.identified } else { 0.0 };
        (done.uptake_before, done.uptake_after) = (fifth.uptake, (fifth.uptake + share * rise).min(1.0));
    }
    let people = fifths.map(|fifth| fifth.people);
    outcome.gap_before = gap(&outcome.fifths, people, |fifth| fifth.uptake_before);
    outcome.gap_after = gap(&outcome.fifths, people, |fifth| fifth.uptake_after);
    Ok(outcome)
}
