//! The choices of one view as keys of a link.

use std::fmt::Display;

/// Choices that a link names under keys of their own.
pub(super) trait Keys {
    /// Sets what a key names; `None` if the key is not one of these, else whether the value could be used.
    fn set(&mut self, key: &str, value: &str) -> Option<bool>;

    /// Hands on each key whose value is not the default, with its value, in a fixed order. Values are made of letters,
    /// digits, dots, hyphens, commas and what `form_urlencoded` makes of other characters.
    fn each(&self, add: &mut dyn FnMut(&str, &dyn Display));
}
