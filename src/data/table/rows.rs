//! Rows of a table as units to measure.

use serde::{Deserialize, Serialize};

use super::direction::Direction;
use super::polarity::More;
use super::roles::{Role, Roles};
use crate::model::gap::{Limits, Stratum};

/// A row that something is said of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// Its line, from 1.
    pub line: u64,
    /// Its name; empty if it has none.
    pub name: String,
}

/// A unit: an area, a group, a practice. What is missing is `None`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnUnit {
    /// The line of the text on which it stands first, from 1.
    pub line: u64,
    /// Its name; empty if it has none.
    pub name: String,
    /// Its value: as given, or as a share where values are per cent.
    pub value: Option<f64>,
    /// Number of events (0 or more).
    pub events: Option<f64>,
    /// Out of how many people (0 or more).
    pub denominator: Option<f64>,
    /// Number of events expected (0 or more).
    pub expected: Option<f64>,
    /// Its age groups; empty for a unit without, and for one in which an age group lacks a number.
    pub strata: Vec<Stratum>,
    /// How many people it stands for (0 or more).
    pub people: Option<f64>,
    /// Deprivation score, rank or group.
    pub deprivation: Option<f64>,
    /// 95% limits of the value as given.
    pub limits: Option<Limits>,
}

/// Rows ready to be measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnRows {
    /// Which column holds what.
    pub columns: Roles,
    /// The units, in the order of the text. They stay where the table is.
    #[serde(skip)]
    pub units: Vec<OwnUnit>,
    /// The heading of what is measured.
    pub heading: String,
    /// Whether values were given in per cent.
    pub has_percent: bool,
    /// Whether events are some of the people they are counted among.
    pub are_some_of_people: bool,
    /// Which end of the deprivation column is the most deprived; `None` where that is not known.
    pub direction: Option<Direction>,
    /// Whether more of the value is worse or better; `None` where nothing says so.
    pub more: Option<More>,
    /// Whether units are made of age groups.
    pub has_ages: bool,
}

impl OwnRows {
    /// Whether values are worked out from events and people.
    pub fn has_counts(&self) -> bool {
        self.has_ages || !self.columns.has(Role::Value)
    }

    /// Whether they are worked out from events that were expected.
    pub fn has_expected(&self) -> bool {
        self.has_counts() && !self.has_ages && self.columns.has(Role::Expected)
    }
}
