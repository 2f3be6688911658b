//! The cost of one additional person.

use serde::Serialize;
use thiserror::Error;

/// An incentive offered to people alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Incentive {
    /// Payment to each person who takes part, v: pounds, 0 or more.
    pub payment: f64,
    /// Share of people who take part without it, u0 (0 to 1).
    pub uptake: f64,
    /// By how much it raises that share, D (0 to 1). Held so that no more than everybody takes part.
    pub rise: f64,
    /// Cost of assessing a person, a: pounds for each head assessed, 0 or more.
    pub assessment: f64,
}

/// The trial of payments for Covid-19 vaccination in Sweden: 71.6% without, 4.2 points more with 200 Swedish kronor
/// (about 16 pounds), nobody assessed.
///
/// Sources: P. Campos-Mercade and others, *Monetary incentives increase COVID-19 vaccinations*, Science 2021;374:879-882;
/// the pounds from the Annual Public Health Report 2022 of Cambridgeshire and Peterborough.
pub const TRIAL: Incentive = Incentive { payment: 16.0, uptake: 0.716, rise: 0.042, assessment: 0.0 };

/// Why an incentive cannot be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum IncentiveError {
    /// The payment or the cost of an assessment is negative or not a number.
    #[error("a payment or a cost must be a sum of 0 pounds or more")]
    Pounds,
    /// An uptake, a rise or another share is not between 0 and 1.
    #[error("an uptake, a rise or a share must be between 0 and 1")]
    Share,
    /// A number of people is negative or not a number, or more are targeted than there are.
    #[error("a number of people cannot be true")]
    People,
    /// So many or so few of those found take part that the others of their fifth cannot make up its uptake.
    #[error("the people found cannot take part so often, or so seldom")]
    Found,
    /// Nobody lives in the fifths.
    #[error("nobody lives in these fifths")]
    NoPeople,
}

/// What an incentive costs for each person more who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct IncentiveCost {
    /// Share of those offered who take part with it (0 to 1): all of them are paid.
    pub uptake_with: f64,
    /// The rise that is left after it is held (0 to 1).
    pub rise: f64,
    /// Whether the rise was held because uptake and rise would be more than everybody.
    pub is_clamped: bool,
    /// Pounds for each additional person; `None` where there is no additional person.
    pub per_additional: Option<f64>,
    /// People paid who would have come anyway, for each additional person: u0/D; `None` where there is none.
    pub anyway_per_additional: Option<f64>,
    /// Of those paid, the share who would have come anyway (0 to 1); `None` where nobody is paid.
    pub anyway_share: Option<f64>,
}

/// Pounds past this are refused.
const MOST_POUNDS: f64 = 1e9;

/// Uptakes that are more than all by less than this are so by rounding.
const ROUNDING: f64 = 1e-12;

impl Incentive {
    /// The cost for each additional person = v (u0 + D)/D + a/D.
    ///
    /// # Errors
    /// [`IncentiveError`] for pounds below 0 and shares outside 0 and 1.
    ///
    /// ```
    /// use who_gets_missed::model::incentive::TRIAL;
    /// let pounds = TRIAL.cost()?.per_additional;
    /// assert!(pounds.is_some_and(|pounds| (pounds - 288.76).abs() < 0.005));
    /// # Ok::<(), who_gets_missed::model::incentive::IncentiveError>(())
    /// ```
    pub fn cost(&self) -> Result<IncentiveCost, IncentiveError> {
        check_pounds(&[self.payment, self.assessment])?;
        check_shares(&[self.uptake, self.rise])?;
        let (uptake_with, rise, is_clamped) = with_rise(self.uptake, self.rise);
        let per_rise = |sum: f64| (rise > 0.0).then(|| sum / rise).filter(|ratio| ratio.is_finite());
        Ok(IncentiveCost {
            uptake_with,
            rise,
            is_clamped,
            per_additional: per_rise(self.payment * uptake_with + self.assessment),
            anyway_per_additional: per_rise(self.uptake),
            anyway_share: (uptake_with > 0.0).then(|| (self.uptake / uptake_with).min(1.0)),
        })
    }
}

/// The curve of the cost for each additional person against uptake without the incentive: `steps` + 1 points of
/// (uptake, pounds), from an uptake of 0 to the highest at which the rise is not held. Empty without a rise.
///
/// # Errors
/// As for [`Incentive::cost`].
pub fn cost_curve(incentive: Incentive, steps: usize) -> Result<Vec<(f64, f64)>, IncentiveError> {
    incentive.cost()?;
    let last = 1.0 - incentive.rise;
    let point = |step: usize| {
        let uptake = last * step as f64 / steps.max(1) as f64;
        let cost = Incentive { uptake, ..incentive }.cost().ok()?;
        Some((uptake, cost.per_additional?))
    };
    Ok((0..=steps.max(1)).filter_map(point).collect())
}

/// Uptake with the rise, the rise that is left, and whether it was held.
pub(super) fn with_rise(uptake: f64, rise: f64) -> (f64, f64, bool) {
    let wanted = uptake + rise;
    if wanted > 1.0 { (1.0, 1.0 - uptake, wanted > 1.0 + ROUNDING) } else { (wanted, rise, false) }
}

pub(super) fn check_pounds(pounds: &[f64]) -> Result<(), IncentiveError> {
    if pounds.iter().all(|sum| (0.0..=MOST_POUNDS).contains(sum)) { Ok(()) } else { Err(IncentiveError::Pounds) }
}

pub(super) fn check_shares(shares: &[f64]) -> Result<(), IncentiveError> {
    if shares.iter().all(|share| (0.0..=1.0).contains(share)) { Ok(()) } else { Err(IncentiveError::Share) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rise_up_to_all_stays_to_the_last_digit_and_one_past_all_is_told_unless_it_is_so_by_rounding() {
        assert_eq!(with_rise(0.9, 0.1), (1.0, 0.1, false));
        assert_eq!(with_rise(1.0, ROUNDING), (1.0, 0.0, false));
        assert_eq!(with_rise(1.0, 2.0 * ROUNDING), (1.0, 0.0, true));
        assert_eq!(with_rise(0.75, 0.5), (1.0, 0.25, true));
    }
}
