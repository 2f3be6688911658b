//! Splitting a budget by need.

use thiserror::Error;

use crate::model::Counts;

/// A part's share of a budget.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SplitPart {
    /// Pounds.
    pub budget: f64,
    /// Pounds for each person; `None` where nobody lives.
    pub per_person: Option<f64>,
    /// Pounds for each person in need; `None` where nobody is in need.
    pub per_person_in_need: Option<f64>,
}

/// The budget cannot be split: nobody lives in the parts, or nobody is in need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a budget cannot be split by need where nobody lives or nobody is in need")]
pub struct NoBudgetSplit;

/// Splits a budget (pounds): B_i = B \[phi n_i / N + (1 - phi) n_i p_i^theta / sum n p^theta\].
///
/// `theta` (0 or more) is how strongly money follows need: 0 is equal for each person, 1 for each person in need, large
/// goes to the neediest. `floor` is phi (0 to 1), the universal part.
///
/// # Errors
/// [`NoBudgetSplit`] where nobody lives in the parts, or nobody is in need while money should follow need.
pub fn split_budget(parts: &[Counts], budget: f64, theta: f64, floor: f64) -> Result<Vec<SplitPart>, NoBudgetSplit> {
    let people: f64 = parts.iter().map(|part| part.people).sum();
    let rate = |part: &Counts| if part.people > 0.0 { part.in_need / part.people } else { 0.0 };
    let highest = parts.iter().map(rate).fold(0.0, f64::max);
    if people <= 0.0 || (highest <= 0.0 && theta > 0.0 && floor < 1.0) {
        return Err(NoBudgetSplit);
    }
    // Rates relative to the highest, so that a large theta cannot make all weights vanish.
    let weight = |part: &Counts| part.people * power(if highest > 0.0 { rate(part) / highest } else { 1.0 }, theta);
    let weights: f64 = parts.iter().map(weight).sum();
    let share = |part: &Counts| floor * part.people / people + (1.0 - floor) * weight(part) / weights;
    Ok(parts
        .iter()
        .map(|part| {
            let budget = budget * share(part);
            SplitPart {
                budget,
                per_person: (part.people > 0.0).then(|| budget / part.people),
                per_person_in_need: (part.in_need > 0.0).then(|| budget / part.in_need),
            }
        })
        .collect())
}

fn power(base: f64, exponent: f64) -> f64 {
    if exponent == 0.0 { 1.0 } else { libm::pow(base, exponent) }
}
