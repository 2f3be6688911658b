//! What the view `gap` is set to: a slope target, and how rows are measured.

use super::gap_measures::MeasureChoices;
use super::gap_target::TargetChoices;

/// The choices of the view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GapChoices {
    /// The slope target.
    pub target: TargetChoices,
    /// How rows are measured.
    pub measures: MeasureChoices,
}
