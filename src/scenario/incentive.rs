//! What the view `incentive` is set to: what is paid, and to whom.

use std::fmt::Display;

use super::keys::Keys;

/// The choices of the view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IncentiveChoices {}

impl Keys for IncentiveChoices {
    fn set(&mut self, _key: &str, _value: &str) -> Option<bool> {
        None
    }

    fn each(&self, _add: &mut dyn FnMut(&str, &dyn Display)) {}
}
