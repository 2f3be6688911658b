//! Why a person's own rows cannot be used.

use thiserror::Error;

use super::{Column, MOST_ROWS};

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It is no number.
    NotANumber,
    /// It has a decimal comma.
    DecimalComma,
    /// It is too large to work with.
    TooLarge,
    /// It is below 0 and counts something.
    Negative,
    /// It is not the same as in another row with the same name.
    Differs,
    /// It is above the upper limit of its row.
    LimitsCrossed,
}

/// Why rows cannot be used. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OwnRowsError {
    /// There is nothing.
    #[error("there is no text")]
    Empty,
    /// A workbook or another file that is not text.
    #[error("this is no text")]
    NotText,
    /// A sign that is not UTF-8.
    #[error("line {line} has a sign that could not be read")]
    BrokenSign {
        /// The line.
        line: u64,
    },
    /// A quote that is opened and not closed.
    #[error("line {line} opens a quote that is not closed")]
    OpenQuote {
        /// The line.
        line: u64,
    },
    /// More than [`super::MOST_BYTES`].
    #[error("there is too much text")]
    TooLong,
    /// A line has more cells than any table of rows needs.
    #[error("line {line} has {cells} cells")]
    TooManyColumns {
        /// Line in the text, from 1.
        line: u64,
        /// Cells in it.
        cells: usize,
    },
    /// The first line has a single cell.
    #[error("there is only one column")]
    OneColumn,
    /// The first line holds a number.
    #[error("the first line holds numbers, not headings")]
    NoHeadings,
    /// There are headings alone.
    #[error("there are no rows below the headings")]
    NoRows,
    /// More than [`MOST_ROWS`].
    #[error("there are more than {MOST_ROWS} rows")]
    TooManyRows,
    /// A line has more cells than there are headings.
    #[error("line {line} has {cells} cells, but there are {headings} headings")]
    TooManyCells {
        /// The line.
        line: u64,
        /// Its cells.
        cells: usize,
        /// The headings.
        headings: usize,
    },
    /// No column was found for something needed.
    #[error("there is no column for {0:?}")]
    NoColumn(Column),
    /// A cell cannot be used.
    #[error("line {line}, column “{heading}”: “{text}” cannot be used ({trouble:?})")]
    Cell {
        /// The line.
        line: u64,
        /// The heading of the column.
        heading: String,
        /// What the cell holds, shortened.
        text: String,
        /// What is wrong.
        trouble: Trouble,
    },
}
