//! A table as CSV (RFC 4180) that a spreadsheet opens without harm.

use crate::cells::quoted;
use crate::plain::plain;

/// A file of comma-separated values. Starts with a byte order mark, without which Excel takes UTF-8 for something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Csv(String);

impl Csv {
    /// An empty file.
    pub fn new() -> Self {
        Self("\u{feff}".to_owned())
    }

    /// Adds a row of cells; without any, an empty line.
    pub fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            self.cell(cell.as_ref());
        }
        self.0.push_str("\r\n");
    }

    /// Adds rows.
    pub fn rows(&mut self, rows: &[Vec<String>]) {
        for row in rows {
            self.row(row);
        }
    }

    /// The whole file.
    pub fn text(self) -> String {
        self.0
    }

    fn cell(&mut self, text: &str) {
        self.0.push_str(&quoted(&guarded(&plain(text)), ','));
    }
}

impl Default for Csv {
    fn default() -> Self {
        Self::new()
    }
}

/// A text of which a spreadsheet runs nothing: names in a file of somebody's own may hold anything. An apostrophe makes what
/// follows it text. Plain numbers stay numbers.
///
/// Where the system's language has commas in its decimals, a spreadsheet parts cells at semicolons, and others do so at
/// tabs. Then quotes inside a line mean nothing to it, so no piece of the text between those may begin a formula either.
fn guarded(text: &str) -> String {
    if is_plain_number(text) {
        return text.to_owned();
    }
    let parts = |char| matches!(char, ';' | '\t' | '\r' | '\n');
    let mut safe = String::with_capacity(text.len() + 1);
    if text.starts_with(['\t', '\r', '\n']) {
        safe.push('\'');
    }
    let mut is_start = true;
    for (at, char) in text.char_indices() {
        if is_start && begins_a_formula(&text[at..]) {
            safe.push('\'');
        }
        safe.push(char);
        is_start = parts(char);
    }
    safe
}

/// Whether the text begins a formula, as spreadsheets see it: they pass over spaces, and over quotes where they take them
/// for those of a cell.
fn begins_a_formula(text: &str) -> bool {
    let is_passed = |char: char| char == '"' || (char.is_whitespace() && !matches!(char, '\t' | '\r' | '\n'));
    text.trim_start_matches(is_passed).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// A decimal, perhaps with a sign, an exponent or a per cent sign.
fn is_plain_number(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let text = text.strip_suffix('%').unwrap_or(text);
    let (decimal, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, "0"));
    is_digits(whole) && is_digits(fraction) && is_digits(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn csv_line(cells: &[&str]) -> String {
        let mut csv = Csv::new();
        csv.row(cells);
        csv.text().trim_start_matches('\u{feff}').to_owned()
    }

    #[test]
    fn quotes_commas_and_new_lines_are_quoted_and_lines_end_as_in_the_standard() {
        assert_eq!(
            csv_line(&["a", "b, c", "say \"so\"", "two\nlines"]),
            "a,\"b, c\",\"say \"\"so\"\"\",\"two\nlines\"\r\n"
        );
        assert_eq!(csv_line(&[]), "\r\n");
        assert!(Csv::new().text().starts_with('\u{feff}'));
    }

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        assert_eq!(
            csv_line(&["=HYPERLINK(\"https://example.org\")"]),
            "\"'=HYPERLINK(\"\"https://example.org\"\")\"\r\n"
        );
        for text in ["+1+2", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "  =1", "-", "-3.2 points"] {
            assert!(csv_line(&[text]).trim_start_matches('"').starts_with('\''), "{text}");
        }
        for (text, safe) in [("a;=1", "a;'=1"), ("a\t@x", "a\t'@x"), ("a; -b", "a;' -b"), ("a;\"=1", "\"a;'\"\"=1\"")] {
            assert_eq!(csv_line(&[text]), format!("{safe}\r\n"));
        }
        for number in ["-12", "+3.5", "-0.046", "-1.5e-7", "-3.2%", "12"] {
            assert_eq!(csv_line(&[number]), format!("{number}\r\n"));
        }
    }
}
