//! Offers compared, as a report has them.

use super::TargetingResult;
use super::strategies::{Intervals, Strategies};
use super::value::Certainty;

/// Offers compared, and how sure they are.
#[derive(Debug, Clone)]
pub struct OffersAnswer {
    /// Whom a target reaches and misses.
    pub missed: TargetingResult,
    /// The offers.
    pub result: Strategies,
    /// How sure each output is; empty until it is drawn.
    pub intervals: Intervals,
    /// How sure the choice between them is; `None` until it is drawn.
    pub certainty: Option<Certainty>,
}
