//! What the view `population` is set to: a risk factor, a programme past a threshold, and a shift of everybody.

use std::fmt::Display;

use super::keys::Keys;

/// The choices of the view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PopulationChoices {}

impl Keys for PopulationChoices {
    fn set(&mut self, _key: &str, _value: &str) -> Option<bool> {
        None
    }

    fn each(&self, _add: &mut dyn FnMut(&str, &dyn Display)) {}
}
