//! The rows of the built-in texts.

use thiserror::Error;

use super::records::{Record, Records};
use crate::decimal;

/// A line of a built-in figures file cannot be read: the copy was cut short or changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line} of the built-in figures cannot be read")]
pub struct DamagedFigures {
    /// Line in the file, from 1.
    pub line: u64,
}

/// Reads each row; one that cannot be read is where the figures are damaged.
pub fn read(text: &str, take: &mut impl FnMut(&Record) -> Option<()>) -> Result<(), DamagedFigures> {
    let mut each = |record: Record| take(&record).ok_or(DamagedFigures { line: record.line });
    let mut records = Records::default();
    records.push(text.as_bytes(), &mut each)?;
    records.finish(&mut each)
}

/// A cell's text, if it holds any.
pub fn string<'a>(row: &'a Record, index: usize) -> Option<&'a str> {
    std::str::from_utf8(row.field(index)).ok().filter(|text| !text.is_empty())
}

/// A number that is none below nothing.
pub fn number(text: &str) -> Option<f64> {
    decimal::parse(text).filter(|&n| n >= 0.0)
}
