//! What the view `gap` is set to: a slope target, how a table is read, and how its rows are measured.

use super::gap_measures::MeasureChoices;
use super::gap_target::TargetChoices;
use crate::data::table::Answers;

/// The choices of the view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GapChoices {
    /// The slope target.
    pub target: TargetChoices,
    /// What is said of a table of one's own. Links that the page makes say nothing of it: its headings stay on the device.
    pub reading: Answers,
    /// How rows are measured.
    pub measures: MeasureChoices,
}
