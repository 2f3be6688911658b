//! The question turned round: how big must the target be to reach a given share of need?

use serde::Serialize;

use super::{Curve, CurveError, CutScale, Share};

/// The smallest target that reaches a goal.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SmallestTarget {
    /// The share of people in need to be reached (0 to 1).
    pub goal: f64,
    /// How much of the scale must be targeted (0 to 1).
    pub share: f64,
    /// How many of the place's people that is (0 to 1).
    pub people_share: f64,
    /// What the target then reaches (0 to 1): the goal, or a little more where whole areas are taken.
    pub coverage: f64,
}

/// Finds the smallest cut on the scale that reaches `goal` of the people in need: the inverse of
/// [`Curve::within`].
///
/// # Errors
/// [`CurveError::NoNationalPosition`] on the national scale for units that have no national position.
pub fn smallest_target_reaching(curve: &Curve, goal: Share, scale: CutScale) -> Result<SmallestTarget, CurveError> {
    let total = curve.total();
    let (share, held) = curve.reaching(goal.get() * total.in_need, scale)?;
    Ok(SmallestTarget {
        goal: goal.get(),
        share,
        people_share: Share::of(held.people, total.people).get(),
        coverage: Share::of(held.in_need, total.in_need).get(),
    })
}
