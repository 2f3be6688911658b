//! Paying people to take something up: what one *additional* person costs, how many are paid who would have come anyway,
//! and what it does to the gap in uptake between fifths.
//!
//! Money is in pounds, shares are 0 to 1.

mod cost;
mod found;
mod offers;

pub use cost::{Incentive, IncentiveCost, IncentiveError, TRIAL, cost_curve};
pub use found::found_outcome;
pub use offers::{
    Eligibility, IncentiveFifth, IncentiveOutcome, IncentiveOutcomeFifth, incentive_outcome, uptake_line,
};
