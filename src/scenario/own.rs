//! The person's own units in a link: that a page is about them, what they are called, and which table they stand in. The table
//! itself never travels.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Scenario;
use crate::data::NeedMeasure;
use crate::data::checksum::Checksum;
use crate::data::schools::Schools;

/// The person's own units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnUnits {
    /// Whether the page is about them.
    pub is_used: bool,
    /// What several of them are called, such as "schools".
    pub units: Option<String>,
    /// What all people among whom need is counted are called, such as "pupils".
    pub people: Option<String>,
    /// What those in need are called, such as "eligible pupils".
    pub in_need: Option<String>,
    /// Where their figures are from, as the person says it.
    pub source: Option<String>,
    /// Which table they stand in.
    pub table: Option<TableId>,
}

/// Which table units stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TableId {
    /// The beginning of the checksum of a person's own: enough to tell it from others that they have.
    Checksum(u32),
    /// Schools that are built in.
    Schools(Schools),
}

impl TableId {
    /// That of a table with this text.
    pub fn of(text: &str) -> Self {
        Checksum::of(text.as_bytes()).into()
    }
}

impl From<Checksum> for TableId {
    fn from(checksum: Checksum) -> Self {
        Self::Checksum(checksum.first_word())
    }
}

impl fmt::Display for TableId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checksum(word) => write!(f, "{word:08x}"),
            Self::Schools(schools) => f.write_str(schools.key()),
        }
    }
}

impl OwnUnits {
    /// The built-in schools that the units are, if they are.
    pub fn schools(&self) -> Option<Schools> {
        match self.table {
            Some(TableId::Schools(schools)) if self.is_used => Some(schools),
            _ => None,
        }
    }
}

/// A text that names no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoTableId;

impl FromStr for TableId {
    type Err = NoTableId;

    fn from_str(text: &str) -> Result<Self, NoTableId> {
        if let Some(schools) = Schools::from_key(text) {
            return Ok(Self::Schools(schools));
        }
        let is_hex = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(text, 16).ok().filter(|_| is_hex);
        number.map(Self::Checksum).ok_or(NoTableId)
    }
}

/// Whom a sentence is about: those in need by an official measure, or as the person calls them.
#[derive(Debug, Clone, Copy)]
pub enum Whom<'a> {
    /// By an official measure.
    Official(NeedMeasure),
    /// In the person's own units.
    Own(&'a OwnUnits),
}

impl From<NeedMeasure> for Whom<'_> {
    fn from(need: NeedMeasure) -> Self {
        Self::Official(need)
    }
}

impl<'a> From<&'a Scenario> for Whom<'a> {
    fn from(of: &'a Scenario) -> Self {
        if of.uses_own() { Self::Own(&of.own) } else { Self::Official(of.need) }
    }
}

impl Scenario {
    /// The page on built-in schools.
    pub fn of_schools(schools: Schools) -> Self {
        let own = OwnUnits { is_used: true, table: Some(TableId::Schools(schools)), ..OwnUnits::default() };
        let mut page = Self { own, ..Self::default() };
        page.settle_own_units();
        page
    }

    /// The built-in schools that its numbers are those of, if they are.
    pub fn schools(&self) -> Option<Schools> {
        self.own.schools().filter(|_| self.uses_own())
    }

    /// Whether its numbers are those of the person's own units. The guided session is about places.
    pub fn uses_own(&self) -> bool {
        self.own.is_used && self.view.spec().takes_own && !(self.present && self.session)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_named_by_eight_hexadecimal_digits_or_as_what_is_built_in() {
        // As `printf 'a,b\n' | sha256sum` begins.
        assert_eq!(TableId::of("a,b\n").to_string(), "5be08c96");
        assert_eq!("5be08c96".parse(), Ok(TableId::of("a,b\n")));
        for schools in Schools::ALL {
            assert_eq!(schools.key().parse(), Ok(TableId::Schools(schools)));
            assert_eq!(TableId::Schools(schools).to_string(), schools.key());
        }
        for text in ["", "schools", "1ab00ff", "01ab00fg", "+1ab00ff", "01ab00ff0"] {
            assert_eq!(text.parse::<TableId>(), Err(NoTableId), "{text}");
        }
    }
}
