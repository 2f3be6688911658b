//! A sheet as the text of a file, for the reader of tables.

use super::error::SpreadsheetError;
use super::table::{NotWorkedOut, Table};
use super::{Sheet, Workbook};
use crate::cells::quoted;
use crate::decimal;

/// A sheet as text, and which of the workbook's sheets it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetText {
    /// The names of the sheets that hold a table, in their order: those that are shown, or all where none is.
    pub names: Vec<String>,
    /// Which of them this is.
    pub at: usize,
    /// Its cells, separated by commas.
    pub text: String,
    /// Formulas that came without a result.
    pub not_worked_out: NotWorkedOut,
}

/// A heading and a row.
const LEAST_ROWS: usize = 2;

/// The cells of the sheet with this name, or of the first that holds a table.
///
/// # Errors
/// [`SpreadsheetError::NoTable`] where there is none, [`SpreadsheetError::NoSuchSheet`] for another name; else as for [`Workbook::open`] and [`Workbook::rows`].
pub fn sheet_text(bytes: &[u8], name: Option<&str>) -> Result<SheetText, SpreadsheetError> {
    let workbook = Workbook::open(bytes)?;
    let all_hidden = workbook.sheets().iter().all(|sheet| sheet.is_hidden);
    let is_offered = |(_, sheet): &(usize, &Sheet)| all_hidden || !sheet.is_hidden;
    let mut tables = Vec::new();
    for (place, sheet) in workbook.sheets().iter().enumerate().filter(is_offered) {
        let table = workbook.rows(place)?;
        if table.len() >= LEAST_ROWS {
            tables.push((sheet.name.clone(), table));
        }
    }
    // A cover, a list of contents and notes have no numbers beside anything; they are offered where nothing else is.
    let is_named = |wanted: &str| tables.iter().any(|(of, table)| of == wanted && has_numbers(table));
    if tables.iter().any(|(_, table)| has_numbers(table)) && name.is_none_or(is_named) {
        tables.retain(|(_, table)| has_numbers(table));
    }
    let names: Vec<String> = tables.iter().map(|(name, _)| name.clone()).collect();
    let at = match name {
        Some(wanted) => names.iter().position(|name| name == wanted).ok_or(SpreadsheetError::NoSuchSheet)?,
        None => 0,
    };
    let (_, table) = tables.into_iter().nth(at).ok_or(SpreadsheetError::NoTable)?;
    Ok(SheetText { names, at, text: text_of(&table), not_worked_out: table.not_worked_out })
}

/// Whether any row has a number behind another cell.
fn has_numbers(table: &Table) -> bool {
    let is_number = |text: &str| decimal::parse(text.replace(',', "").trim()).is_some();
    table.rows().any(|row| {
        let mut cells = row.filter(|cell| !cell.text.is_empty()).skip(1);
        cells.any(|cell| cell.is_percent || is_number(cell.text))
    })
}

/// The cells with commas between them, quoted where they have to be.
fn text_of(table: &Table) -> String {
    let mut text = String::new();
    for row in table.rows() {
        for (place, cell) in row.enumerate() {
            if place > 0 {
                text.push(',');
            }
            text.push_str(&quoted(&cell.as_written(), ','));
        }
        text.push('\n');
    }
    text
}
