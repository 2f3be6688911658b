//! Local authorities.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The official nine-character code of an English local authority district, such as `E07000008` for Cambridge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuthorityCode(u32);

/// The text is not the code of an English local authority district.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("“{0}” is not the code of an English local authority: E06 to E09 and six digits")]
pub struct NotAnAuthorityCode(pub String);

impl AuthorityCode {
    /// The code with this number after the `E`: `AuthorityCode::from_number(7_000_008)` is `E07000008`.
    pub const fn from_number(number: u32) -> Self {
        Self(number)
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

    /// The number after the `E`.
    pub const fn number(self) -> u32 {
        self.0
    }
}

/// The number of an official code: eight digits after an `E`.
pub fn number_after_e(code: &str) -> Option<u32> {
    let digits = code.strip_prefix(['E', 'e'])?;
    let is_code = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| is_code)
}

impl FromStr for AuthorityCode {
    type Err = NotAnAuthorityCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_of_one = |number: &u32| (6_000_000..10_000_000).contains(number);
        let number = number_after_e(text).filter(is_of_one);
        number.map(Self).ok_or_else(|| NotAnAuthorityCode(text.to_owned()))
    }
}

impl fmt::Display for AuthorityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E{:08}", self.0)
    }
}

impl Serialize for AuthorityCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AuthorityCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A local authority district in an edition's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// Its official code.
    pub code: AuthorityCode,
    /// Its official name.
    pub name: String,
    /// The last digit of the code of its region (1 to 9), where that is known.
    pub region: Option<u8>,
}
