//! Official codes of places of England, of every kind that a place can be named by.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use thiserror::Error;

use super::AuthorityCode;
use super::authority::number_after_e;

/// What a code is the code of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// A local authority district: `E06` to `E09`.
    Authority,
    /// A county with districts below it: `E10`.
    County,
    /// A region: `E12`.
    Region,
    /// A sub-ICB location, a part of an integrated care board: `E38`.
    SubIcb,
    /// A combined authority: `E47`.
    CombinedAuthority,
    /// An integrated care board: `E54`.
    Icb,
}

/// The official nine-character code of a place of England, such as `E54000032` for the integrated care board of Kent and
/// Medway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceCode(u32);

/// The text is not the code of a place of England of a kind that is known here.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("“{0}” is not the code of a place in England: E06 to E09, E10, E12, E38, E47 or E54 and six digits")]
pub struct NotAPlaceCode(pub String);

/// Codes of one kind are this far from those of the next.
const KIND: u32 = 1_000_000;

impl PlaceCode {
    /// The code with this number after the `E`; `None` where no kind of place has such codes.
    pub const fn from_number(number: u32) -> Option<Self> {
        match kind(number) {
            Some(_) => Some(Self(number)),
            None => None,
        }
    }

    /// The number after the `E`.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// What it is the code of.
    pub const fn kind(self) -> PlaceKind {
        match kind(self.0) {
            Some(kind) => kind,
            // Every other number is refused where a code is made.
            None => PlaceKind::Authority,
        }
    }

    /// The authority, where it is the code of one.
    pub const fn authority(self) -> Option<AuthorityCode> {
        match self.kind() {
            PlaceKind::Authority => Some(AuthorityCode::from_number(self.0)),
            PlaceKind::County
            | PlaceKind::Region
            | PlaceKind::SubIcb
            | PlaceKind::CombinedAuthority
            | PlaceKind::Icb => None,
        }
    }

    /// Each of these codes once, in their order.
    pub fn sorted(codes: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let mut sorted = Vec::new();
        for code in codes {
            if let Err(at) = sorted.binary_search(&code) {
                sorted.insert(at, code);
            }
        }
        sorted
    }
}

const fn kind(number: u32) -> Option<PlaceKind> {
    Some(match number / KIND {
        6..=9 => PlaceKind::Authority,
        10 => PlaceKind::County,
        12 => PlaceKind::Region,
        38 => PlaceKind::SubIcb,
        47 => PlaceKind::CombinedAuthority,
        54 => PlaceKind::Icb,
        _ => return None,
    })
}

impl From<AuthorityCode> for PlaceCode {
    fn from(code: AuthorityCode) -> Self {
        Self(code.number())
    }
}

impl PartialEq<AuthorityCode> for PlaceCode {
    fn eq(&self, other: &AuthorityCode) -> bool {
        self.0 == other.number()
    }
}

impl FromStr for PlaceCode {
    type Err = NotAPlaceCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        number_after_e(text).and_then(Self::from_number).ok_or_else(|| NotAPlaceCode(text.to_owned()))
    }
}

impl fmt::Display for PlaceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E{:08}", self.0)
    }
}

impl Serialize for PlaceCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_digits_say_what_a_code_is_of() {
        let kind = |text: &str| text.parse::<PlaceCode>().map(PlaceCode::kind);
        let cases = [
            ("E06000001", PlaceKind::Authority),
            ("e09000033", PlaceKind::Authority),
            ("E10000003", PlaceKind::County),
            ("E12000006", PlaceKind::Region),
            ("E38000237", PlaceKind::SubIcb),
            ("E47000001", PlaceKind::CombinedAuthority),
            ("E54000032", PlaceKind::Icb),
        ];
        for (text, expect) in cases {
            assert_eq!(kind(text), Ok(expect), "{text}");
            assert_eq!(text.parse::<PlaceCode>().unwrap().to_string(), text.to_ascii_uppercase());
        }
        for text in ["", "E0600000", "E01000001", "E11000001", "E92000001", "W06000001", "E+6000001"] {
            assert!(kind(text).is_err(), "{text}");
        }
    }
}
