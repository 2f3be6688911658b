//! Spreadsheets of OpenDocument.
//!
//! Source: OASIS, *OpenDocument Format for Office Applications 1.3, part 3*, sections 6.1 (text), 9.1 (tables), 19.385
//! (value types) and 19.676 (repeated cells). Every program that writes them uses the same names before the colon.

use std::collections::BTreeSet;

use super::dates::{tidy, time_of};
use super::error::Limit;
use super::error::SpreadsheetError::{self, Damaged, Encrypted, NoSheet, OtherKind, TooMuch};
use super::limits::Limits;
use super::number::shortest;
use super::sheet::Sheet;
use super::table::{Builder, Cell, Table};
use super::xml::{Sink, Tag, Xml};
use super::zip::Zip;

/// The path of all cells.
pub const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// The sheets of a spreadsheet.
///
/// # Errors
/// [`OtherKind`], [`Encrypted`], [`NoSheet`], [`Damaged`], [`SpreadsheetError::TooMuch`].
pub fn sheets(zip: &Zip, limits: Limits) -> Result<Vec<Sheet>, SpreadsheetError> {
    if zip.has(MANIFEST) {
        let mut manifest = Manifest::default();
        let small = Limits { unpacked: limits.unpacked.min(Limits::SMALL_PART), ..limits };
        Xml::all(zip.part(MANIFEST, small)?, &mut manifest)?;
        if manifest.is_encrypted {
            return Err(Encrypted);
        }
    }
    let mut listed = Listed::default();
    Xml::all(zip.part(CONTENT, limits)?, &mut listed)?;
    if !listed.is_spreadsheet {
        return Err(OtherKind);
    }
    let Listed { sheets, hidden, .. } = listed;
    let sheets = sheets.into_iter().map(|(name, style)| Sheet { name, is_hidden: hidden.contains(&style) });
    let sheets: Vec<Sheet> = sheets.collect();
    if sheets.is_empty() { Err(NoSheet) } else { Ok(sheets) }
}

/// Whether parts are encrypted.
#[derive(Default)]
struct Manifest {
    is_encrypted: bool,
}

impl Sink for Manifest {
    fn open(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        self.is_encrypted |= tag.local_name() == "encryption-data";
        Ok(())
    }
}

/// What holds no cells of a sheet, though it may hold tables or texts: notes, drawings, changes that were made.
fn is_aside(name: &str) -> bool {
    matches!(
        name,
        "office:annotation"
            | "office:forms"
            | "table:dde-links"
            | "table:shapes"
            | "table:tracked-changes"
            | "text:note"
            | "text:ruby-text"
    ) || name.starts_with("draw:")
}

/// Where in the document a tag stands.
#[derive(Default)]
struct Where {
    /// Tags inside one that is set aside, with itself.
    aside: usize,
    /// Tables inside one another.
    tables: usize,
}

impl Where {
    /// Whether a tag that opens counts.
    fn open(&mut self, name: &str) -> bool {
        if self.aside > 0 || is_aside(name) {
            self.aside += 1;
            return false;
        }
        self.tables += usize::from(name == "table:table");
        true
    }

    /// Whether a tag that closes counts.
    fn close(&mut self, name: &str) -> bool {
        if self.aside > 0 {
            self.aside -= 1;
            return false;
        }
        if name == "table:table" {
            self.tables = self.tables.saturating_sub(1);
        }
        true
    }
}

/// The names of sheets.
#[derive(Default)]
struct Listed {
    is_spreadsheet: bool,
    at: Where,
    /// Sheets with the names of their styles.
    sheets: Vec<(String, String)>,
    /// The style that is open, and those that hide a sheet.
    style: String,
    hidden: BTreeSet<String>,
}

impl Sink for Listed {
    fn open(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        let name = tag.name();
        if !self.at.open(name) {
            return Ok(());
        }
        match name {
            "office:spreadsheet" => self.is_spreadsheet = true,
            "style:style" => self.style = tag.attribute("style:name")?.unwrap_or_default().into_owned(),
            "style:table-properties" if tag.attribute("table:display")?.is_some_and(|display| display == "false") => {
                self.hidden.insert(self.style.clone());
            }
            "table:table" if self.is_spreadsheet && self.at.tables == 1 => {
                let name = tag.attribute("table:name")?.unwrap_or_default().into_owned();
                let style = tag.attribute("table:style-name")?.unwrap_or_default().into_owned();
                if self.sheets.len() == Limits::SHEETS {
                    return Err(Damaged);
                }
                self.sheets.push((name, style));
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, _: &str) -> Result<(), SpreadsheetError> {
        self.at.close(name);
        Ok(())
    }
}

/// What a cell says of itself.
#[derive(Default)]
struct Open {
    /// Whether another one lies over it.
    is_covered: bool,
    /// For how many cells it stands.
    times: usize,
    /// What its value is as text, if it says so; else its paragraphs are.
    value: Option<String>,
    is_percent: bool,
    has_formula: bool,
    has_type: bool,
    /// What its paragraphs say.
    text: String,
    paragraphs: usize,
}

/// What LibreOffice writes in place of a number that is none.
const ERRORS: [&str; 8] = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "Err:"];

impl Open {
    fn new(tag: &Tag, is_covered: bool) -> Result<Self, SpreadsheetError> {
        let times = repeats(tag, "table:number-columns-repeated")?;
        if is_covered {
            return Ok(Self { is_covered, times, ..Self::default() });
        }
        let kind = tag.attribute("office:value-type")?;
        let attribute = |name| Ok(tag.attribute(name)?.map(std::borrow::Cow::into_owned));
        let is_error = tag.attribute("calcext:value-type")?.is_some_and(|kind| kind == "error");
        let value = match kind.as_deref() {
            _ if is_error => None,
            Some("float" | "currency" | "percentage") => {
                let number = attribute("office:value")?;
                number.map(|number| shortest(&number).ok_or(Damaged)).transpose()?
            }
            Some("date") => attribute("office:date-value")?.as_deref().map(tidy),
            Some("time") => attribute("office:time-value")?.as_deref().map(time_of),
            Some("boolean") => attribute("office:boolean-value")?.map(|value| value.to_ascii_uppercase()),
            Some("string") => attribute("office:string-value")?,
            Some(_) | None => None,
        };
        Ok(Self {
            times,
            is_percent: value.is_some() && kind.as_deref() == Some("percentage"),
            has_formula: tag.attribute("table:formula")?.is_some(),
            has_type: kind.is_some_and(|kind| kind != "void"),
            value,
            ..Self::default()
        })
    }
}

/// For how many rows or cells a tag stands.
fn repeats(tag: &Tag, name: &str) -> Result<usize, SpreadsheetError> {
    let times = tag.attribute(name)?.and_then(|times| times.trim().parse().ok());
    Ok(times.unwrap_or(1).max(1))
}

/// The cells of a sheet as they come.
pub struct Cells {
    /// Which of the sheets it is, from 0, and how many have begun.
    index: usize,
    begun: usize,
    at: Where,
    builder: Builder,
    row: usize,
    rows: usize,
    column: usize,
    cell: Option<Open>,
    /// Paragraphs inside one another that are open.
    paragraphs: usize,
    limits: Limits,
}

impl Cells {
    /// None yet, of a sheet by its place from 0.
    pub fn new(index: usize, limits: Limits) -> Self {
        Self {
            index,
            begun: 0,
            at: Where::default(),
            builder: Builder::new(limits),
            row: 0,
            rows: 1,
            column: 0,
            cell: None,
            paragraphs: 0,
            limits,
        }
    }

    /// The table, when all has come.
    ///
    /// # Errors
    /// As for [`Builder::finish`].
    pub fn finish(self) -> Result<Table, SpreadsheetError> {
        self.builder.finish(&[])
    }

    /// Whether the sheet is open, and no table inside one of its cells.
    fn is_in_sheet(&self) -> bool {
        self.at.tables == 1 && self.begun == self.index + 1
    }

    fn write(&mut self, text: &str) -> Result<(), SpreadsheetError> {
        if let Some(cell) = &mut self.cell {
            if cell.text.len() + text.len() > self.limits.text {
                return Err(TooMuch(Limit::Text));
            }
            cell.text.push_str(text);
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), SpreadsheetError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let column = self.column;
        self.column = column.saturating_add(cell.times);
        if cell.is_covered {
            return Ok(());
        }
        let is_error = cell.has_formula && ERRORS.iter().any(|error| cell.text.starts_with(error));
        // LibreOffice keeps these two as 1 and 0.
        let is_yes_or_no = matches!(cell.text.as_str(), "TRUE" | "FALSE");
        let text = match &cell.value {
            Some(value) if !is_error && !is_yes_or_no => value,
            Some(_) | None => &cell.text,
        };
        // A result of no text has a paragraph all the same.
        if cell.has_formula && !cell.has_type && cell.paragraphs == 0 {
            self.builder.miss(self.row, column, cell.times.saturating_mul(self.rows));
        }
        if text.is_empty() {
            return Ok(());
        }
        for column in column..self.column {
            self.builder.put(self.row, column, Cell { text, is_percent: cell.is_percent && !is_error })?;
        }
        Ok(())
    }
}

impl Sink for Cells {
    fn open(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        let name = tag.name();
        if !self.at.open(name) {
            return Ok(());
        }
        self.begun += usize::from(name == "table:table" && self.at.tables == 1);
        if !self.is_in_sheet() {
            return Ok(());
        }
        match name {
            "table:table-row" => {
                (self.rows, self.column) = (repeats(tag, "table:number-rows-repeated")?, 0);
            }
            "table:table-cell" => self.cell = Some(Open::new(tag, false)?),
            "table:covered-table-cell" => self.cell = Some(Open::new(tag, true)?),
            "text:p" | "text:h" => {
                self.paragraphs += 1;
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs += 1;
                    if cell.paragraphs > 1 {
                        self.write("\n")?;
                    }
                }
            }
            "text:s" => {
                const MOST: usize = 1000;
                let spaces = tag.attribute("text:c")?.and_then(|number| number.trim().parse().ok());
                self.write(&" ".repeat(spaces.unwrap_or(1).min(MOST)))?;
            }
            "text:tab" => self.write("\t")?,
            "text:line-break" => self.write("\n")?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), SpreadsheetError> {
        if self.at.aside > 0 || self.paragraphs == 0 || !self.is_in_sheet() {
            return Ok(());
        }
        // White space of any length is one space.
        let is_space = |sign: char| matches!(sign, ' ' | '\t' | '\r' | '\n');
        let mut plain = String::with_capacity(text.len());
        for sign in text.chars() {
            match is_space(sign) {
                true if plain.ends_with(' ') => {}
                true => plain.push(' '),
                false => plain.push(sign),
            }
        }
        self.write(&plain)
    }

    fn close(&mut self, name: &str, _: &str) -> Result<(), SpreadsheetError> {
        let is_in_sheet = self.is_in_sheet();
        if !self.at.close(name) || !is_in_sheet {
            return Ok(());
        }
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.close_cell()?,
            "text:p" | "text:h" => self.paragraphs = self.paragraphs.saturating_sub(1),
            "table:table-row" => {
                self.builder.repeat(self.row, self.rows - 1)?;
                self.row = self.row.saturating_add(self.rows);
            }
            _ => {}
        }
        Ok(())
    }
}
