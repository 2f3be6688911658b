//! What a person types into a field, until it can be used.

use leptos::prelude::*;

use crate::ui::reactive::{flag, text};

/// A field that is typed into. What is typed is used as soon as it can be; what cannot is told when the field is left, and
/// what was in use before stays.
#[derive(Clone, Copy)]
pub struct Typing {
    /// `None` while nobody types.
    typed: RwSignal<Option<String>>,
    is_usable: RwSignal<bool>,
    /// Whether it is told that the text cannot be used.
    pub is_wrong: RwSignal<bool>,
}

impl Typing {
    /// A field that nobody has typed into.
    pub fn new() -> Self {
        Self { typed: RwSignal::new(None), is_usable: RwSignal::new(true), is_wrong: RwSignal::new(false) }
    }

    /// What the field shows: what is typed, else what is in use.
    pub fn shown(self, in_use: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
        text(move || self.typed.get().unwrap_or_else(&in_use))
    }

    /// A text was typed that can be used or not.
    pub fn hear(self, typed: String, is_usable: bool) {
        self.is_usable.set(is_usable);
        if is_usable {
            self.is_wrong.set(false);
        }
        self.typed.set(Some(typed));
    }

    /// The field was left.
    pub fn leave(self) {
        // A field is also left when it is taken off the page, after what it held is gone.
        let Some(is_usable) = self.is_usable.try_get_untracked() else { return };
        self.is_wrong.try_set(!is_usable);
        if is_usable {
            self.typed.try_set(None);
        }
    }

    /// Whether nothing is told to be wrong.
    pub fn is_right(self) -> Signal<bool> {
        flag(move || !self.is_wrong.get())
    }

    /// The value of `aria-invalid`.
    pub fn invalid(self) -> Signal<String> {
        text(move || self.is_wrong.get().to_string())
    }
}

/// Takes over what was read of a text; says whether anything could be.
pub fn take<T>(kept: &mut T, read: Option<T>) -> bool {
    read.map(|read| *kept = read).is_some()
}

/// Takes over what was read of a text; a field may also be left empty.
pub fn take_or_none<T>(kept: &mut Option<T>, typed: &str, read: Option<T>) -> bool {
    let is_usable = read.is_some() || typed.trim().is_empty();
    if is_usable {
        *kept = read;
    }
    is_usable
}
