//! How much is read at most.

/// How much of a spreadsheet is read at most. What is above ends with
/// [`SpreadsheetError::TooMuch`](super::SpreadsheetError::TooMuch).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one part of the file, once unpacked.
    pub unpacked: u64,
    /// Unpacked bytes for each packed one, once [`Limits::FREE`] of them have come.
    pub ratio: u64,
    /// Rows of a sheet.
    pub rows: usize,
    /// Cells of a sheet. The blank ones between the first column and a row's last cell count too.
    pub cells: usize,
    /// Bytes of text in the cells of a sheet.
    pub text: usize,
}

impl Limits {
    /// What any part may unpack to, however small it is packed.
    pub const FREE: u64 = 16 << 20;
    /// What a part may unpack to that only says what is where: sheets, formats, relations.
    pub(super) const SMALL_PART: u64 = 64 << 20;
    /// A tag, or a piece of text between two, is never longer than this many bytes. Excel's longest cell has 32,767 signs.
    pub(super) const PIECE: usize = 1 << 20;
    /// Tags inside one another.
    pub(super) const DEPTH: usize = 64;
    /// Columns of a sheet, as many as the widest sheet of Excel and LibreOffice has.
    pub(super) const COLUMNS: usize = 16_384;
    /// Sheets of a workbook.
    pub(super) const SHEETS: usize = 10_000;
}

impl Default for Limits {
    /// A million rows, and some for titles and notes; what a phone's memory can hold besides.
    ///
    /// Sheets of cells unpack to some 10 to 60 times their size, seldom to more than 100; deflate itself reaches 1,032.
    fn default() -> Self {
        Self { unpacked: 1 << 30, ratio: 400, rows: 1_001_000, cells: 25_000_000, text: 256 << 20 }
    }
}
