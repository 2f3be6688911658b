//! What a person's own rows are brought for.

use super::{kept, units};
use crate::data::table::Purpose;
use crate::words::gap_measures;
use crate::words::own_units;
use crate::words::table::EntryWords;

/// What the rows are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// To be measured, on the view `gap`.
    Rows,
    /// To be units of which some are targeted.
    Units,
}

impl Goal {
    /// What the reader is told that a table is for.
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::Rows => Purpose::Measured,
            Self::Units => Purpose::Targeted,
        }
    }

    /// What tables kept on the device are for.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Units => "units",
        }
    }

    /// Where the rows in use are kept between visits.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Rows => kept::KEPT,
            Self::Units => units::KEPT,
        }
    }

    /// What is said where such rows are brought.
    pub const fn words(self) -> &'static EntryWords {
        match self {
            Self::Rows => &gap_measures::ENTRY,
            Self::Units => &own_units::ENTRY,
        }
    }
}
