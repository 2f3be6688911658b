//! What the view `gap` is set to: a slope target, and how rows are measured.

use std::fmt::Display;

use super::keys::Keys;

/// The choices of the view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GapChoices {}

impl Keys for GapChoices {
    fn set(&mut self, _key: &str, _value: &str) -> Option<bool> {
        None
    }

    fn each(&self, _add: &mut dyn FnMut(&str, &dyn Display)) {}
}
