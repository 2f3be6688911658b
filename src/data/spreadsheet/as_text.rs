//! A sheet as the text of a file, for the reader of tables.

use super::error::SpreadsheetError;
use super::table::{NotWorkedOut, Table};
use super::{Sheet, Workbook};
use crate::cells::quoted;

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
    let names: Vec<String> = tables.iter().map(|(name, _)| name.clone()).collect();
    let at = match name {
        Some(wanted) => names.iter().position(|name| name == wanted).ok_or(SpreadsheetError::NoSuchSheet)?,
        None => 0,
    };
    let (_, table) = tables.into_iter().nth(at).ok_or(SpreadsheetError::NoTable)?;
    Ok(SheetText { names, at, text: text_of(&table), not_worked_out: table.not_worked_out })
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
