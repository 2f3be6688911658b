//! What a person reads of a spreadsheet: why it cannot be used, and what to do.

use super::import::Message;
use super::locale::{Plural, plural};
use super::number::count;
use crate::data::spreadsheet::{Limit, NotWorkedOut, SpreadsheetError, cell_name};

/// What to do with most that cannot be read.
const SAVE_AS: &str = "Open it in your spreadsheet program and save it as .xlsx or CSV.";

/// Why a spreadsheet cannot be used, and what to do.
pub fn message(error: SpreadsheetError) -> Message {
    let (problem, advice) = match error {
        SpreadsheetError::OtherKind => (
            "This file is no spreadsheet that can be read here.",
            "Choose a spreadsheet (.xlsx or .ods) or a CSV file. If it is a spreadsheet of another kind, save it as .xlsx or \
             CSV.",
        ),
        SpreadsheetError::OldExcel => ("This is an older Excel file (.xls).", SAVE_AS),
        SpreadsheetError::BinaryExcel => ("This is a binary Excel file (.xlsb).", SAVE_AS),
        SpreadsheetError::Encrypted => (
            "This file is protected by a password.",
            "Open it with its password, take the password out, and save it as .xlsx or CSV.",
        ),
        SpreadsheetError::CutShort => (
            "The end of this spreadsheet is missing.",
            "It may not have been copied or downloaded to its end. Get it again, then choose it here.",
        ),
        SpreadsheetError::Damaged => (
            "This spreadsheet is damaged: parts of it contradict each other.",
            "Get the file again. If it opens in your spreadsheet program, save it there as .xlsx or CSV.",
        ),
        SpreadsheetError::TooMuch(Limit::Unpacked) => (
            "This file unpacks to far more than a table needs, so it was not read.",
            "Check where it comes from. If you trust it, copy the table alone into a new file and save it as CSV.",
        ),
        SpreadsheetError::TooMuch(Limit::Rows) => (
            "The sheet has more than 1,000,000 rows.",
            "Leave out what is not needed, or group the rows by area first.",
        ),
        SpreadsheetError::TooMuch(Limit::Cells) => (
            "The sheet has more cells than can be read here.",
            "Keep only the columns that are needed, and save it as .xlsx or CSV.",
        ),
        SpreadsheetError::TooMuch(Limit::Text) => (
            "The sheet holds more text than can be read here.",
            "Keep only the columns that are needed, and save it as .xlsx or CSV.",
        ),
        SpreadsheetError::NoSheet => {
            ("There is no sheet with cells in this file, only charts.", "Choose the file that holds the table.")
        }
        SpreadsheetError::NoTable => (
            "No sheet of this file has headings and a row below them.",
            "Choose the file that holds the table. If its sheet is hidden, show it and save the file.",
        ),
        SpreadsheetError::NoSuchSheet => (
            "No sheet of this name holds a table in this file.",
            "Check the name, or leave it out to be told which there are.",
        ),
    };
    Message { problem: problem.to_owned(), advice: advice.to_owned() }
}

/// That formulas came without results, if some did.
pub fn not_worked_out(found: NotWorkedOut) -> Option<String> {
    let (row, column) = found.first?;
    let where_first = cell_name(row, column);
    let what = match plural(found.cells) {
        Plural::One => {
            format!("The formula in cell {where_first} has no result in this file, so the cell is blank here.")
        }
        Plural::Other => format!(
            "{} formulas, the first in cell {where_first}, have no results in this file, so their cells are blank here.",
            count(found.cells as f64)
        ),
    };
    Some(format!("{what} Open the file in your spreadsheet program and save it, then choose it again."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_without_results_are_counted_and_the_first_is_named() {
        assert_eq!(not_worked_out(NotWorkedOut::default()), None);
        let said = |cells| not_worked_out(NotWorkedOut { cells, first: Some((2, 1)) }).unwrap();
        assert!(said(1).starts_with("The formula in cell B3 has no result"));
        assert!(said(1200).starts_with("1,200 formulas, the first in cell B3, have no results"));
    }
}
