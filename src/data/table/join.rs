//! How a table that has codes of areas and values, but no deprivation or people, was joined to one that has them.

use serde::{Deserialize, Serialize};

use thiserror::Error;

use super::codes::Census;
use super::error::TableError;
use super::roles::Role;
use super::rows::TableRow;

/// How a table was joined.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Join {
    /// What the other table is called.
    pub with: String,
    /// The kind of code, as [`codes::kind_of`] has it.
    pub kind: String,
    /// The headings of the codes in the table and in the other.
    pub columns: [String; 2],
    /// Where the columns begin that the other table gave.
    pub first_column: usize,
    /// The headings of those.
    pub given: Vec<String>,
    /// Rows that have a partner.
    pub joined: usize,
    /// Rows that have none.
    pub left_out: usize,
    /// The first of them, named by their code.
    pub left_out_rows: Vec<TableRow>,
    /// Codes of the other table that no row has.
    pub not_used: usize,
    /// The first of them.
    pub not_used_codes: Vec<String>,
    /// Codes that stand in several rows of the table.
    pub repeated: usize,
    /// How many finer areas were summed; 0 where each code is one row of the other table.
    pub summed: usize,
    /// How many of those lack people or deprivation and count nowhere.
    pub without: usize,
    /// Councils that the two tables have by different codes.
    pub followed: Vec<CouncilsFollowed>,
}

/// What became of councils that the two tables have by different codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Followed {
    /// It is the same council under another code.
    Same,
    /// Several of the table are one in the other; their counts are added up.
    Added,
    /// One of the table is several in the other; their people are added up, and scores are a mean by people.
    AddedThere,
    /// Several of the table are one in the other, and are left out: rates and scores cannot be added up.
    Rates,
    /// The same, as not each of those that became one has one row of its own.
    PartMissing,
    /// One of the table is several in the other, and is left out: what these say has no mean, or no people to weigh it by.
    NoMean,
}

impl Followed {
    /// Every one, with its name in what is kept.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Same, "same"),
        (Self::Added, "added"),
        (Self::AddedThere, "added-there"),
        (Self::Rates, "rates"),
        (Self::PartMissing, "part-missing"),
        (Self::NoMean, "no-mean"),
    ];

    /// Whether they are left out.
    pub const fn is_left_out(self) -> bool {
        matches!(self, Self::Rates | Self::PartMissing | Self::NoMean)
    }
}

/// Councils that the two tables have by different codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CouncilsFollowed {
    /// Those of the table, each by its code and its name, if it has one.
    pub own: Vec<String>,
    /// Those of the other.
    pub other: Vec<String>,
    /// When they became one.
    pub year: Option<u16>,
    /// What became of them.
    pub how: Followed,
}

/// A table of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one with the values.
    Own,
    /// The one with deprivation and people.
    Other,
}

/// Why two tables cannot be joined.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JoinError {
    /// The table has deprivation and people itself.
    #[error("the table has deprivation and people of its own")]
    NotNeeded,
    /// A table has no column of codes.
    #[error("no column of codes in {0:?}")]
    NoCodes(Side),
    /// No code is in both.
    #[error("no code of {own} is in the other table, which has {other:?}")]
    NoMatch {
        /// The kind of codes in the table.
        own: String,
        /// Those in the other.
        other: Vec<String>,
    },
    /// The areas are of different censuses.
    #[error("areas of {own:?} and of {other:?}")]
    OtherCensus {
        /// That of the table.
        own: Census,
        /// A code that shows it, where one does.
        own_code: Option<String>,
        /// That of the other.
        other: Census,
        /// A code that shows that.
        other_code: Option<String>,
    },
    /// A table has areas of two censuses.
    #[error("areas of two censuses in {0:?}")]
    TwoCensuses(Side, [String; 2]),
    /// The other table does not have what is lacking either.
    #[error("the other table has no {0:?}")]
    OtherLacks(Role),
    /// Codes stand in several rows of the other table, which do not say the same.
    #[error("{count} codes stand in several rows of the other table")]
    Repeats {
        /// How many.
        count: usize,
        /// The first of them.
        codes: Vec<String>,
    },
    /// The other table has finer areas, and what it says of deprivation cannot be averaged.
    #[error("“{0}” cannot be averaged")]
    CannotAverage(String),
    /// The other table has finer areas, and does not say how many people live there.
    #[error("finer areas without people")]
    NothingToWeighBy,
    /// One of the tables cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
}

/// What a table lacks that another may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lacks {
    /// Deprivation.
    pub deprivation: bool,
    /// People.
    pub people: bool,
}

/// A table that could be joined to another: what it lacks, and the kind of its codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joinable {
    /// What is lacking.
    pub lacks: Lacks,
    /// The kind of codes that tell most rows apart.
    pub kind: String,
    /// Their heading.
    pub heading: String,
}
