//! Workbooks of Excel: texts that cells share, and the cells of a sheet.
//!
//! Source: ISO/IEC 29500-1:2016, sections 18.3 (worksheets) and 18.4 (shared strings); 22.9.2.19 for signs written as
//! `_x000D_`.

use super::dates::{Kind, shown, tidy};
use super::error::Limit;
use super::error::SpreadsheetError::{self, Damaged, TooMuch};
use super::limits::Limits;
use super::number::value;
use super::table::{Builder, Cell, Covered, Table};
use super::xlsx::Book;
use super::xml::{Sink, Tag};

/// Texts that cells share.
pub struct Strings {
    written: Written,
    ends: Vec<usize>,
    limits: Limits,
}

/// Text as it comes, without how it is spoken.
#[derive(Default)]
struct Written {
    text: String,
    is_in_text: bool,
    is_in_phonetic: bool,
}

impl Written {
    fn add(&mut self, text: &str, limits: Limits) -> Result<(), SpreadsheetError> {
        if self.is_in_text && !self.is_in_phonetic {
            if self.text.len() + text.len() > limits.text {
                return Err(TooMuch(Limit::Text));
            }
            self.text.push_str(text);
        }
        Ok(())
    }
}

impl Strings {
    /// None yet.
    pub fn new(limits: Limits) -> Self {
        Self { written: Written::default(), ends: Vec::new(), limits }
    }

    fn get(&self, index: usize) -> Option<&str> {
        let start = match index.checked_sub(1) {
            None => 0,
            Some(before) => *self.ends.get(before)?,
        };
        self.written.text.get(start..*self.ends.get(index)?)
    }
}

impl Sink for Strings {
    fn open(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        match tag.local_name() {
            "t" => self.written.is_in_text = true,
            "rPh" => self.written.is_in_phonetic = true,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), SpreadsheetError> {
        self.written.add(text, self.limits)
    }

    fn close(&mut self, _: &str, local_name: &str) -> Result<(), SpreadsheetError> {
        match local_name {
            "t" => self.written.is_in_text = false,
            "rPh" => self.written.is_in_phonetic = false,
            "si" => {
                let start = self.ends.last().copied().unwrap_or(0);
                if let Some(plain) = self.written.text.get(start..).and_then(without_escapes) {
                    self.written.text.truncate(start);
                    self.written.text.push_str(&plain);
                }
                if self.ends.len() >= self.limits.cells {
                    return Err(TooMuch(Limit::Cells));
                }
                self.ends.push(self.written.text.len());
            }
            _ => {}
        }
        Ok(())
    }
}

/// A text whose signs written as `_x000D_` are those signs; `None` if it has none.
fn without_escapes(text: &str) -> Option<String> {
    let mut rest = text;
    let mut plain = None::<String>;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at_checked(at)?;
        let digits = from.get(2..6).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let sign =
            digits.filter(|_| from.get(6..7) == Some("_")).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let (sign, length) = match sign.and_then(char::from_u32).filter(|sign| *sign != '\0') {
            Some(sign) => (Some(sign), 7),
            None => (None, 2),
        };
        let (written, after) = from.split_at_checked(length)?;
        let plain = plain.get_or_insert_default();
        plain.push_str(before);
        match sign {
            Some(sign) => plain.push(sign),
            None => plain.push_str(written),
        }
        rest = after;
    }
    let mut plain = plain?;
    plain.push_str(rest);
    Some(plain)
}

/// What a cell says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Type {
    #[default]
    Number,
    Shared,
    /// A text of its own.
    Inline,
    /// The text that a formula came to.
    Formula,
    Boolean,
    Error,
    /// A day in ISO 8601.
    Day,
}

impl Type {
    fn of(name: Option<&str>) -> Result<Self, SpreadsheetError> {
        Ok(match name {
            None | Some("n") => Self::Number,
            Some("s") => Self::Shared,
            Some("inlineStr") => Self::Inline,
            Some("str") => Self::Formula,
            Some("b") => Self::Boolean,
            Some("e") => Self::Error,
            Some("d") => Self::Day,
            Some(_) => return Err(Damaged),
        })
    }
}

/// The cells of a sheet as they come.
pub struct Cells {
    /// The texts that they share.
    pub strings: Strings,
    kinds: Vec<Kind>,
    is_1904: bool,
    is_to_be_worked_out: bool,
    builder: Builder,
    merged: Vec<Covered>,
    is_in_data: bool,
    /// The number of the last row, from 1, and of the last cell in it.
    row: usize,
    column: usize,
    /// The cell that is open.
    kind: Type,
    style: usize,
    has_formula: bool,
    is_in_cell: bool,
    written: Written,
    limits: Limits,
}

impl Cells {
    /// None yet.
    pub fn new(book: &Book, limits: Limits) -> Self {
        Self {
            strings: Strings::new(limits),
            kinds: book.kinds.clone(),
            is_1904: book.is_1904,
            is_to_be_worked_out: book.is_to_be_worked_out,
            builder: Builder::new(limits),
            merged: Vec::new(),
            is_in_data: false,
            row: 0,
            column: 0,
            kind: Type::default(),
            style: 0,
            has_formula: false,
            is_in_cell: false,
            written: Written::default(),
            limits,
        }
    }

    /// The table, when all has come.
    ///
    /// # Errors
    /// As for [`Builder::finish`].
    pub fn finish(self) -> Result<Table, SpreadsheetError> {
        self.builder.finish(&self.merged)
    }

    fn open_row(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        let row = match tag.attribute("r")? {
            Some(number) => number.trim().parse().map_err(|_| Damaged)?,
            None => self.row + 1,
        };
        if row <= self.row {
            return Err(Damaged);
        }
        (self.row, self.column) = (row, 0);
        Ok(())
    }

    fn open_cell(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        let column = match tag.attribute("r")? {
            Some(reference) => match position(&reference) {
                Some((row, column)) if row == self.row => column,
                _ => return Err(Damaged),
            },
            None => self.column + 1,
        };
        if self.row == 0 || column <= self.column {
            return Err(Damaged);
        }
        self.column = column;
        self.kind = Type::of(tag.attribute("t")?.as_deref())?;
        let style = tag.attribute("s")?;
        self.style = style.map_or(Ok(0), |style| style.trim().parse()).map_err(|_| Damaged)?;
        (self.has_formula, self.is_in_cell, self.written.is_in_text) = (false, true, false);
        self.written.text.clear();
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), SpreadsheetError> {
        self.is_in_cell = false;
        let (row, column) = (self.row - 1, self.column - 1);
        let text = self.written.text.as_str();
        let number = if self.kind == Type::Number { value(text) } else { None };
        let has_no_result = text.is_empty() && self.kind != Type::Formula;
        // Who leaves the work to the next program writes nothing, or 0, for what comes of it.
        if self.has_formula && (has_no_result || self.is_to_be_worked_out && number == Some(0.0)) {
            self.builder.miss(row, column, 1);
            return Ok(());
        }
        let kind = self.kinds.get(self.style).copied().unwrap_or_default();
        let plain;
        let text = match self.kind {
            Type::Number => match number {
                Some(number) => {
                    plain = shown(number, text, kind, self.is_1904).unwrap_or_default();
                    &plain
                }
                // Some programs write so where there is no number. Anything else is no number by mistake.
                None if ["", "nan", "inf", "-inf"].contains(&text.trim().to_ascii_lowercase().as_str()) => text.trim(),
                None => return Err(Damaged),
            },
            Type::Shared if text.is_empty() => "",
            Type::Shared => {
                let index = text.trim().parse().ok();
                index.and_then(|index| self.strings.get(index)).ok_or(Damaged)?
            }
            Type::Inline | Type::Formula => {
                plain = without_escapes(text).unwrap_or_default();
                if plain.is_empty() { text } else { &plain }
            }
            Type::Boolean => match text.trim() {
                "1" | "true" => "TRUE",
                "0" | "false" => "FALSE",
                "" => "",
                _ => return Err(Damaged),
            },
            Type::Error => text,
            Type::Day => {
                plain = tidy(text);
                &plain
            }
        };
        self.builder.put(row, column, Cell { text, is_percent: number.is_some() && kind == Kind::Percent })
    }

    fn merge(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        let range = tag.attribute("ref")?.ok_or(Damaged)?;
        let (first, last) = range.split_once(':').unwrap_or((&range, &range));
        let (Some((top, left)), Some((bottom, right))) = (position(first), position(last)) else { return Err(Damaged) };
        if top > bottom || left > right || self.merged.len() >= self.limits.rows {
            return Err(Damaged);
        }
        self.merged.push([top - 1, bottom - 1, left - 1, right - 1]);
        Ok(())
    }
}

impl Sink for Cells {
    fn open(&mut self, tag: &Tag) -> Result<(), SpreadsheetError> {
        match tag.local_name() {
            "sheetData" => self.is_in_data = true,
            "mergeCell" => self.merge(tag)?,
            "row" if self.is_in_data => self.open_row(tag)?,
            "c" if self.is_in_data => self.open_cell(tag)?,
            "f" if self.is_in_cell => self.has_formula = true,
            "v" | "t" if self.is_in_cell => self.written.is_in_text = true,
            "rPh" => self.written.is_in_phonetic = true,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), SpreadsheetError> {
        self.written.add(text, self.limits)
    }

    fn close(&mut self, _: &str, local_name: &str) -> Result<(), SpreadsheetError> {
        match local_name {
            "sheetData" => self.is_in_data = false,
            "v" | "t" => self.written.is_in_text = false,
            "rPh" => self.written.is_in_phonetic = false,
            "c" if self.is_in_cell => self.close_cell()?,
            _ => {}
        }
        Ok(())
    }
}

/// Row and column of a reference such as `AB12`, from 1.
fn position(reference: &str) -> Option<(usize, usize)> {
    let reference = reference.trim().replace('$', "");
    let digits = reference.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, row) = reference.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let letter = letter.to_ascii_uppercase().checked_sub(b'A').filter(|&letter| letter < 26)?;
        Some(column * 26 + usize::from(letter) + 1).filter(|&column| column <= Limits::COLUMNS)
    })?;
    let row = row.parse().ok().filter(|&row| row > 0)?;
    (column > 0).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_rows_and_columns() {
        let cases = [
            ("A1", (1, 1)),
            ("Z9", (9, 26)),
            ("AA10", (10, 27)),
            ("xfd1048576", (1_048_576, 16_384)),
            ("$B$2", (2, 2)),
        ];
        for (reference, expect) in cases {
            assert_eq!(position(reference), Some(expect), "{reference}");
        }
        for reference in ["", "A", "1", "A0", "XFE1", "A-1", "É1", "A1B", "ZZZZZZZZZZZZZZZZZZZ1"] {
            assert_eq!(position(reference), None, "{reference}");
        }
    }

    #[test]
    fn signs_written_with_their_numbers_are_those_signs() {
        let cases = [
            ("a_x000D_b", Some("a\rb")),
            ("_x005F_x000D_", Some("_x000D_")),
            ("a_xZZZZ_b", Some("a_xZZZZ_b")),
            ("_x00e9_", Some("é")),
            ("a_x0000_b", Some("a_x0000_b")),
            ("_x", Some("_x")),
            ("é_xé", Some("é_xé")),
            ("plain", None),
        ];
        for (text, expect) in cases {
            assert_eq!(without_escapes(text).as_deref(), expect);
        }
    }
}
