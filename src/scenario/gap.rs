//! What the view `gap` is set to: a slope target, and how rows are measured.

use std::fmt::Display;

use super::TargetChoices;
use super::keys::Keys;

/// The choices of the view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GapChoices {
    /// The slope target.
    pub target: TargetChoices,
}

impl Keys for GapChoices {
    fn set(&mut self, key: &str, value: &str) -> Option<bool> {
        self.target.set(key, value)
    }

    fn each(&self, add: &mut dyn FnMut(&str, &dyn Display)) {
        self.target.each(add);
    }
}
