//! Spreadsheets: a packed file as it is, and the XML inside one.

use who_gets_missed::data::spreadsheet::{Limits, Workbook, is_packed, sheet_text};
use who_gets_missed::data::table::Table as OwnTable;

#[path = "../../tests/support/packed.rs"]
mod packed;

use packed::{ods_with, xlsx_with};

/// Small ones, so that a file that claims to be large is told early.
const LIMITS: fn() -> Limits = Limits::default;

/// Any file: every sheet is read or refused, all cells are texts without what cannot be seen.
pub fn files(bytes: &[u8]) {
    let Ok(workbook) = Workbook::open_within(bytes, LIMITS()) else { return };
    assert!(is_packed(bytes) && !workbook.sheets().is_empty());
    for sheet in 0..workbook.sheets().len().min(4) {
        let Ok(rows) = workbook.rows(sheet) else { continue };
        assert!(rows.rows().flatten().all(|cell| !cell.as_written().contains('\0')));
        // As a table it is read or refused, whatever stands in it.
        let texts: Vec<Vec<String>> =
            rows.rows().map(|row| row.map(|cell| cell.as_written().into_owned()).collect()).collect();
        if let Ok(table) = OwnTable::from_rows(texts) {
            let _ = table.read(&Default::default());
        }
    }
    assert!(workbook.rows(workbook.sheets().len()).is_err(), "there is no sheet past the last");
    let _ = sheet_text(bytes, None);
}

/// The XML of a sheet, of the texts that cells share and of the styles, with a byte 0 between them.
pub fn xlsx(bytes: &[u8]) {
    let mut parts = bytes.splitn(3, |&byte| byte == 0).map(|part| String::from_utf8_lossy(part).into_owned());
    let mut next = || parts.next().unwrap_or_default();
    let (sheet, strings, styles) = (next(), next(), next());
    files(&xlsx_with(&sheet, &strings, &styles).finish());
}

/// The body of a spreadsheet of OpenDocument.
pub fn ods(bytes: &[u8]) {
    files(&ods_with(&String::from_utf8_lossy(bytes)));
}
