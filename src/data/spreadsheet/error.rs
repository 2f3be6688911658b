//! Why a spreadsheet cannot be read.

use thiserror::Error;

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes once it is unpacked, or bytes for each packed one: so a small file that unpacks without end is found.
    Unpacked,
    /// Rows of one sheet.
    Rows,
    /// Cells of one sheet.
    Cells,
    /// Text in the cells of one sheet.
    Text,
}

/// Why a spreadsheet cannot be read. None of it depends on what the file claims of itself: only what is there counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SpreadsheetError {
    /// Another kind of file, also one that is packed the same way, as a text document is.
    #[error("this is no spreadsheet that can be read")]
    OtherKind,
    /// A workbook as Excel wrote them until 2003 (`.xls`).
    #[error("this is a workbook of the form .xls")]
    OldExcel,
    /// A binary workbook (`.xlsb`).
    #[error("this is a workbook of the form .xlsb")]
    BinaryExcel,
    /// It opens with a password alone.
    #[error("this is protected by a password")]
    Encrypted,
    /// The end is missing.
    #[error("the file is cut short")]
    CutShort,
    /// It does not hold together: a checksum that does not fit, rows out of order, a text that is not there.
    #[error("the file is damaged")]
    Damaged,
    /// Too much of something.
    #[error("there is too much in it: {0:?}")]
    TooMuch(Limit),
    /// Charts alone.
    #[error("there is no sheet of cells in it")]
    NoSheet,
    /// No sheet with two rows or more.
    #[error("no sheet of it holds a table")]
    NoTable,
    /// No such sheet with a table.
    #[error("no sheet of this name holds a table")]
    NoSuchSheet,
}
