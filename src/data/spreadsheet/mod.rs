//! Spreadsheets (.xlsx and .ods) as rows of text.
//!
//! Bytes come in, names of sheets and their cells come out. What the cells mean is for who reads tables; here a number is a
//! number, a day is a day, and nothing is guessed. What does not hold together is an error, never a table that is nearly right.
//!
//! **Why these crates?** `miniz_oxide` unpacks and `quick-xml` finds the tags; what is where in a file is read here. Together
//! they add 37 kB of Wasm in Brotli to a program of nothing else, where `calamine`, which reads more kinds of files, adds 236;
//! and `calamine` sets aside the memory that a file claims to need. Here all is unpacked in windows of 32 kB, so that memory
//! grows with what is there and with nothing else, and reading can pause at any point. The browser's `DecompressionStream`
//! is no part of the core: with it `evaluate` would read by other code than the page.
//!
//! *Architecture invariant:* nothing is set aside for what a header claims. Every list grows with the bytes read, and ends at
//! [`Limits`].

mod as_text;
mod dates;
mod error;
mod limits;
mod number;
mod ods;
mod part;
mod sheet;
mod table;
mod xlsx;
mod xlsx_cells;
mod xml;
mod zip;

pub use as_text::{SheetText, sheet_text};
pub use error::{Limit, SpreadsheetError};
pub use limits::Limits;
pub use sheet::{Sheet, cell_name};
pub use table::{Cell, NotWorkedOut, Table};

use self::SpreadsheetError::{BinaryExcel, Encrypted, NoSheet, OldExcel, OtherKind};
use self::xlsx::Book;
use self::xml::Xml;
use self::zip::Zip;

/// What packed files begin with.
const ZIP: &[u8] = b"PK\x03\x04";
/// What older documents of Microsoft begin with, and those that a password protects.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// The tags and texts taken in one step: about a millisecond on a desk, ten on an old phone.
const STEP: usize = 4000;

/// Whether a file is packed as a spreadsheet is, and so is for [`Workbook::open`], not a text. Its first 8 bytes are enough.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// A spreadsheet.
#[derive(Debug, Clone)]
pub struct Workbook<'a> {
    zip: Zip<'a>,
    limits: Limits,
    sheets: Vec<Sheet>,
    /// What else there is to know of one of Excel's.
    excel: Option<Book>,
}

impl<'a> Workbook<'a> {
    /// Reads what sheets there are.
    ///
    /// # Errors
    /// [`SpreadsheetError`] for what is no spreadsheet, or one that cannot be read.
    pub fn open(bytes: &'a [u8]) -> Result<Self, SpreadsheetError> {
        Self::open_within(bytes, Limits::default())
    }

    /// The same with limits of one's own.
    ///
    /// # Errors
    /// As for [`Workbook::open`].
    pub fn open_within(bytes: &'a [u8], limits: Limits) -> Result<Self, SpreadsheetError> {
        if bytes.starts_with(COMPOUND) {
            return Err(compound(bytes));
        }
        let zip = Zip::open(bytes)?;
        if zip.has("xl/workbook.bin") {
            return Err(BinaryExcel);
        }
        if zip.has("encrypted-package") {
            return Err(Encrypted);
        }
        if zip.has("_rels/.rels") {
            let book = Book::open(&zip, limits)?;
            let sheets = book.sheets.iter().map(|(sheet, _)| sheet.clone()).collect();
            return Ok(Self { zip, limits, sheets, excel: Some(book) });
        }
        if zip.has(ods::CONTENT) {
            let sheets = ods::sheets(&zip, limits)?;
            return Ok(Self { zip, limits, sheets, excel: None });
        }
        Err(OtherKind)
    }

    /// Its sheets in their order, at least one. Sheets of charts are left out.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The cells of a sheet by its place in [`Workbook::sheets`].
    ///
    /// # Errors
    /// As for [`Workbook::read`] and [`SheetReader::finish`].
    pub fn rows(&self, sheet: usize) -> Result<Table, SpreadsheetError> {
        self.read(sheet)?.finish()
    }

    /// Begins to read the cells of a sheet, in steps.
    ///
    /// # Errors
    /// [`NoSheet`] where there is no such sheet; [`SpreadsheetError`] if the file does not hold its cells.
    pub fn read(&self, sheet: usize) -> Result<SheetReader<'a>, SpreadsheetError> {
        let limits = self.limits;
        let part = |path: &str| Ok(Xml::new(self.zip.part(path, limits)?));
        let Some(book) = &self.excel else {
            self.sheets.get(sheet).ok_or(NoSheet)?;
            let cells = Cells::Open(ods::Cells::new(sheet, limits));
            return Ok(SheetReader { strings: None, strings_done: 0, cells_xml: part(ods::CONTENT)?, cells });
        };
        let (_, path) = book.sheets.get(sheet).ok_or(NoSheet)?;
        Ok(SheetReader {
            strings: book.strings.as_deref().map(part).transpose()?,
            strings_done: 0,
            cells_xml: part(path)?,
            cells: Cells::Excel(xlsx_cells::Cells::new(book, limits)),
        })
    }
}

/// What an older document of Microsoft is, by the names of what is in it, which are in UTF-16.
fn compound(bytes: &[u8]) -> SpreadsheetError {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") {
        Encrypted
    } else if holds("Workbook") || holds("Book") {
        OldExcel
    } else {
        OtherKind
    }
}

/// What takes the cells.
enum Cells {
    Excel(xlsx_cells::Cells),
    Open(ods::Cells),
}

/// A sheet that is being read.
pub struct SheetReader<'a> {
    /// The texts that cells share, until they are read.
    strings: Option<Xml<'a>>,
    /// How many packed bytes they were.
    strings_done: usize,
    cells_xml: Xml<'a>,
    cells: Cells,
}

impl SheetReader<'_> {
    /// Reads on for a moment; says whether there is more.
    ///
    /// # Errors
    /// [`SpreadsheetError`] for what does not hold together or is too much.
    pub fn step(&mut self) -> Result<bool, SpreadsheetError> {
        match (&mut self.cells, &mut self.strings) {
            (Cells::Excel(cells), Some(strings)) => {
                if !strings.step(STEP, &mut cells.strings)? {
                    self.strings_done = strings.progress().1;
                    self.strings = None;
                }
                Ok(true)
            }
            (Cells::Excel(cells), None) => self.cells_xml.step(STEP, cells),
            (Cells::Open(cells), _) => self.cells_xml.step(STEP, cells),
        }
    }

    /// Bytes done, and bytes in all, of what has to be read, as it is packed.
    pub fn progress(&self) -> (usize, usize) {
        let (done, all) = self.cells_xml.progress();
        let strings = self.strings.as_ref().map_or((self.strings_done, self.strings_done), Xml::progress);
        (done + strings.0, all + strings.1)
    }

    /// Reads what is left.
    ///
    /// # Errors
    /// As for [`SheetReader::step`].
    pub fn finish(mut self) -> Result<Table, SpreadsheetError> {
        while self.step()? {}
        match self.cells {
            Cells::Excel(cells) => cells.finish(),
            Cells::Open(cells) => cells.finish(),
        }
    }
}
