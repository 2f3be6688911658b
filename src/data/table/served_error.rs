//! Why nobody could be counted.

use thiserror::Error;

use super::TableError;

/// Why there is nothing to count.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ServedError {
    /// It is no table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// No column holds codes of areas.
    #[error("no column holds codes of areas")]
    NoCodes,
    /// No column surely counts people, and some could.
    #[error("several columns hold numbers: {columns:?}")]
    WhichServed {
        /// The headings of those that could.
        columns: Vec<String>,
        /// All headings.
        all: Vec<String>,
    },
    /// A column was named that there is not.
    #[error("there is no column {0:?}")]
    NoColumn(String),
    /// A cell of the numbers is no count of people; its line.
    #[error("line {line}: {cell:?} is no number of people")]
    NotACount {
        /// Its line.
        line: u64,
        /// What stands there.
        cell: String,
    },
    /// A column of groups or periods has more values than anyone compares; its heading.
    #[error("{0:?} has too many values")]
    TooManyValues(String),
    /// No row has a code and a number.
    #[error("no row has a code and a number")]
    Nothing,
}
