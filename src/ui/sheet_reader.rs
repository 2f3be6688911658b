//! Reads sheets of spreadsheets. Few tables come so, and what reads them comes with the first.

use super::ports::SheetRead;
use crate::data::spreadsheet::{SheetText, sheet_text};
use crate::words::import::Message;
use crate::words::spreadsheet as words;

/// Reads a sheet by its name, or the first that holds a table.
pub fn read(bytes: &[u8], name: Option<&str>) -> Result<SheetRead, Message> {
    let SheetText { names, at, text, not_worked_out } = sheet_text(bytes, name).map_err(words::message)?;
    Ok(SheetRead { names, at, text, note: words::not_worked_out(not_worked_out) })
}
