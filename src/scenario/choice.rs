//! Choices that have a name in links, each declared once.

/// One of a few things with a name in links.
pub(super) trait Choice: Copy + PartialEq + 'static {
    /// Every one.
    const ALL: &'static [Self];

    /// Its name in links.
    fn name(self) -> &'static str;

    /// The one with this name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.name() == name)
    }
}

/// Declares the names of a type's variants; one that is forgotten does not compile.
macro_rules! names_in_links {
    ($($type:ty { $($variant:ident = $name:expr),+ $(,)? })+) => {$(
        impl $crate::scenario::choice::Choice for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }
        }
    )+};
}
pub(super) use names_in_links;

impl Choice for bool {
    const ALL: &'static [Self] = &[false, true];

    fn name(self) -> &'static str {
        if self { "1" } else { "0" }
    }
}

/// Puts a value where it belongs, if there is one; else says so.
pub(super) fn put<T>(field: &mut T, value: Option<T>) -> bool {
    value.map(|value| *field = value).is_some()
}
