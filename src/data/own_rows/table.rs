//! Text as headings and cells.

use super::{MOST_BYTES, MOST_COLUMNS, MOST_ROWS, OwnRowsError};
use crate::data::records::{Record, Records};
use crate::decimal;
use crate::plain::plain;

/// Headings and the lines below them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTable {
    /// The cells of the first line.
    pub headings: Vec<String>,
    /// The lines that are not blank: where each stands in the text, from 1, and its cells, as many as there are headings.
    pub lines: Vec<(u64, Vec<String>)>,
    /// Whether semicolons stand between cells, as where commas stand before decimals.
    pub has_semicolons: bool,
}

impl OwnTable {
    /// Cuts text at tabs, semicolons or commas, whichever the first line has most of.
    ///
    /// # Errors
    /// [`OwnRowsError`] for text that is no table.
    pub fn read(text: &str) -> Result<Self, OwnRowsError> {
        if text.len() > MOST_BYTES {
            return Err(OwnRowsError::TooLong);
        }
        let text = text.trim_start_matches('\u{feff}');
        // A workbook is a ZIP file. What was not UTF-8, as an é from an older spreadsheet, has become a replacement sign.
        if text.starts_with("PK\u{3}\u{4}") || text.contains('\0') {
            return Err(OwnRowsError::NotText);
        }
        if let Some(index) = text.lines().position(|line| line.contains('\u{fffd}')) {
            return Err(OwnRowsError::BrokenSign { line: index as u64 + 1 });
        }
        let first = text.lines().find(|line| !line.trim().is_empty()).ok_or(OwnRowsError::Empty)?;
        let sign = separator(first);
        let (mut headings, mut lines) = (Vec::new(), Vec::new());
        let open_quote = open_quote(text);
        let mut each = |record: Record| {
            if record.is_blank() {
                return Ok(());
            }
            if record.len() > MOST_COLUMNS {
                return Err(OwnRowsError::TooManyColumns { line: record.line, cells: record.len() });
            }
            let cell = |index| plain(&String::from_utf8_lossy(record.field(index)));
            let mut cells: Vec<String> = (0..record.len()).map(cell).collect();
            if headings.is_empty() {
                headings = cells;
                return check_headings(&headings);
            }
            // Spreadsheets leave separators behind at the end of a line.
            while cells.len() > headings.len() && cells.last().is_some_and(String::is_empty) {
                cells.pop();
            }
            if cells.len() > headings.len() {
                return Err(OwnRowsError::TooManyCells {
                    line: record.line,
                    cells: cells.len(),
                    headings: headings.len(),
                });
            }
            if cells.iter().all(String::is_empty) {
                return Ok(());
            }
            if cells.iter().any(|cell| cell.contains('\n'))
                && let Some(line) = open_quote
            {
                return Err(OwnRowsError::OpenQuote { line });
            }
            if lines.len() == MOST_ROWS {
                return Err(OwnRowsError::TooManyRows);
            }
            cells.resize(headings.len(), String::new());
            lines.push((record.line, cells));
            Ok(())
        };
        let mut records = Records::separated_by(sign);
        records.push(text.as_bytes(), &mut each)?;
        records.finish(&mut each)?;
        if lines.is_empty() {
            return Err(OwnRowsError::NoRows);
        }
        Ok(Self { headings, lines, has_semicolons: sign == b';' })
    }
}

/// The line, from 1, of a quote that is opened and never closed, and so swallows the lines below it.
fn open_quote(text: &str) -> Option<u64> {
    let is_odd = |line: &str| line.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
    let mut odd = (1..).zip(text.lines()).filter(|(_, line)| is_odd(line)).map(|(line, _)| line);
    // Lines with an odd number of quotes come in pairs, where a cell begins and where it ends.
    let mut open = None;
    while let Some(line) = odd.next() {
        open = Some(line);
        if odd.next().is_some() {
            open = None;
        }
    }
    open
}

/// The sign between the cells of a line.
fn separator(line: &str) -> u8 {
    let mut counts = [(b'\t', 0_usize), (b';', 0), (b',', 0)];
    let mut is_quoted = false;
    for byte in line.bytes() {
        is_quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == byte && !is_quoted) {
            *count += 1;
        }
    }
    let mut best = counts[0];
    for count in counts {
        if count.1 > best.1 {
            best = count;
        }
    }
    if best.1 > 0 { best.0 } else { b',' }
}

fn check_headings(headings: &[String]) -> Result<(), OwnRowsError> {
    if headings.len() < 2 {
        return Err(OwnRowsError::OneColumn);
    }
    // A year alone may be a heading; a number with decimals or two of them may not.
    let numbers = headings.iter().filter(|heading| decimal::parse(heading).is_some()).count();
    if numbers > 1 || numbers == headings.len() { Err(OwnRowsError::NoHeadings) } else { Ok(()) }
}
