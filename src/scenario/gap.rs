//! What the view `gap` is set to: a slope target, and how rows are measured.

use std::fmt::Display;

use super::gap_measures::MeasureChoices;
use super::gap_target::TargetChoices;
use super::keys::Keys;

/// The choices of the view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GapChoices {
    /// The slope target.
    pub target: TargetChoices,
    /// How rows are measured.
    pub measures: MeasureChoices,
}

impl Keys for GapChoices {
    fn set(&mut self, key: &str, value: &str) -> Option<bool> {
        let parts: [&mut dyn Keys; 2] = [&mut self.target, &mut self.measures];
        parts.into_iter().find_map(|part| part.set(key, value))
    }

    fn each(&self, add: &mut dyn FnMut(&str, &dyn Display)) {
        let parts: [&dyn Keys; 2] = [&self.target, &self.measures];
        for part in parts {
            part.each(add);
        }
    }
}
