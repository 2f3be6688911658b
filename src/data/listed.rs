//! Enums that tables have a row a value of.

/// Declares an enum whose values stand in tables and links: from its one list of values come [`ALL`], [`COUNT`] and the
/// position of each, so none of them can lack a value or hold it twice. The enum itself says what the `key` of each is, in
/// links and in results.
///
/// [`ALL`]: crate::data::NeedMeasure::ALL
/// [`COUNT`]: crate::data::NeedMeasure::COUNT
macro_rules! listed {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$note:meta])* $value:ident,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$note])* $value,)+ }

        impl $name {
            /// Every one, in the order in which they are offered.
            pub const ALL: [Self; [$(stringify!($value)),+].len()] = [$(Self::$value),+];

            /// How many there are: the length of a table that holds one row for each.
            pub const COUNT: usize = Self::ALL.len();

            /// Position in such a table, below [`Self::COUNT`].
            pub const fn index(self) -> usize {
                self as usize
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let key = <String as serde::Deserialize>::deserialize(deserializer)?;
                let found = Self::ALL.into_iter().find(|value| value.key() == key);
                found.ok_or_else(|| serde::de::Error::custom(key))
            }
        }
    };
}

pub(crate) use listed;
