//! What a choice with a name in links is, and how names are declared: once each.

/// One of a few things with a name in links.
pub(super) trait Choice: Copy + 'static {
    /// Every one.
    const CHOICES: &'static [Self];

    /// Its name.
    fn name(self) -> &'static str;

    /// The one with this name.
    fn from_name(name: &str) -> Option<Self> {
        Self::CHOICES.iter().copied().find(|choice| choice.name() == name)
    }
}

/// A choice whatever its type, as a key of a link names it.
pub(super) trait AnyChoice {
    /// The name of what is chosen.
    fn name(&self) -> &'static str;

    /// Chooses what has this name, if anything has.
    fn choose(&mut self, name: &str) -> bool;

    /// Every name that can be chosen, for the reference of links. The page never asks, and would carry a list of each kind.
    fn names(&self) -> Vec<&'static str>;
}

impl<T: Choice> AnyChoice for T {
    fn name(&self) -> &'static str {
        Choice::name(*self)
    }

    fn choose(&mut self, name: &str) -> bool {
        put(self, T::from_name(name))
    }

    fn names(&self) -> Vec<&'static str> {
        if cfg!(target_arch = "wasm32") {
            return Vec::new();
        }
        T::CHOICES.iter().map(|&choice| Choice::name(choice)).collect()
    }
}

/// Puts a value where it belongs, if there is one; else says so.
pub(super) fn put<T>(field: &mut T, value: Option<T>) -> bool {
    value.map(|value| *field = value).is_some()
}

/// Gives each variant of a type its name in links, as `key`. A variant without a name does not compile.
macro_rules! names_in_links {
    ($($type:ident { $($variant:ident = $name:expr),+ $(,)? })+) => {$(
        impl $type {
            /// The name in links.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }
        }
        $crate::scenario::choice::named_elsewhere! { $type { $($variant),+ } }
    )+};
}
pub(super) use names_in_links;

/// The same for types that have a `key` already. A variant that is forgotten does not compile.
macro_rules! named_elsewhere {
    ($($type:ident { $($variant:ident),+ $(,)? })+) => {$(
        impl $crate::scenario::choice::Choice for $type {
            const CHOICES: &'static [Self] = &[$(Self::$variant),+];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$variant)|+ => self.key(),
                }
            }
        }
    )+};
}
pub(super) use named_elsewhere;

/// The same for types that have a row a value in a table, which the compiler holds to be whole.
macro_rules! named_in_tables {
    ($($type:ident),+) => {$(
        impl $crate::scenario::choice::Choice for $type {
            const CHOICES: &'static [Self] = &Self::ALL;

            fn name(self) -> &'static str {
                self.key()
            }
        }
    )+};
}
pub(super) use named_in_tables;

impl Choice for bool {
    const CHOICES: &'static [Self] = &[false, true];

    fn name(self) -> &'static str {
        if self { "1" } else { "0" }
    }
}
