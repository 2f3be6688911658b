//! Why a table cannot be read.

use thiserror::Error;

use super::{MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Role};

/// What a file is that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoText {
    /// A packed workbook, as .xlsx and .ods are, or another ZIP file.
    Packed,
    /// A workbook of before 2007 (.xls).
    OldWorkbook,
    /// A PDF.
    Pdf,
    /// Something else.
    Other,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No cell of its column is a number.
    NotANumber,
    /// It is below 0 and counts something.
    Negative,
    /// It is not the same as in another row with the same name.
    Differs,
}

/// Why a table cannot be read. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// There is nothing.
    #[error("there is no text")]
    Empty,
    /// A workbook or another file that is not text.
    #[error("this is no text ({0:?})")]
    NotText(NoText),
    /// A quote that is opened and not closed.
    #[error("line {line} opens a quote that is not closed")]
    OpenQuote {
        /// The line.
        line: u64,
    },
    /// More than [`MOST_BYTES`].
    #[error("there are more than {MOST_BYTES} bytes")]
    TooLong,
    /// A line has more cells than [`MOST_COLUMNS`].
    #[error("line {line} has {cells} cells, more than {MOST_COLUMNS}")]
    TooManyColumns {
        /// The line.
        line: u64,
        /// Cells in it.
        cells: usize,
    },
    /// No line has more than one cell.
    #[error("there is only one column")]
    OneColumn,
    /// No line of headings stands above the numbers.
    #[error("the first line holds numbers, not headings")]
    NoHeadings,
    /// Groups of deprivation are columns, not rows.
    #[error("groups of deprivation stand side by side")]
    GroupsAcross,
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
    /// No column could hold something that is needed.
    #[error("there is no column for {0:?}")]
    NoColumn(Role),
    /// An answer names a column that is not there.
    #[error("there is no column “{0}”")]
    NoSuchColumn(String),
    /// An answer names rows that are not there.
    #[error("no row has “{0}”")]
    NoSuchRows(String),
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
