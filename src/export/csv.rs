//! A table as CSV (RFC 4180) that a spreadsheet opens without harm.

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
        let guard = if could_be_a_formula(text) { "'" } else { "" };
        if text.contains(['"', ',', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
            self.0.push('"');
            self.0.push_str(guard);
            self.0.push_str(&text.replace('"', "\"\""));
            self.0.push('"');
        } else {
            self.0.push_str(guard);
            self.0.push_str(text);
        }
    }
}

impl Default for Csv {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether a spreadsheet could run the cell: names in a file of somebody's own may hold anything. An apostrophe before it
/// makes it text. Plain numbers stay numbers.
fn could_be_a_formula(text: &str) -> bool {
    // Spreadsheets drop spaces in front.
    text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
        && !is_plain_number(text)
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
    use csv_core::{ReadRecordResult, Reader};
    use proptest::prelude::*;

    use super::*;

    /// The cells of each row, read by another's hand.
    pub fn read(text: &str) -> Vec<Vec<String>> {
        let mut input = text.strip_prefix('\u{feff}').unwrap().as_bytes();
        let mut reader = Reader::new();
        let (mut rows, mut output, mut ends) = (Vec::new(), vec![0; text.len() + 1], vec![0; 100]);
        loop {
            let (result, read, _, count) = reader.read_record(input, &mut output, &mut ends);
            input = &input[read..];
            match result {
                ReadRecordResult::End => return rows,
                ReadRecordResult::InputEmpty => {
                    assert!(input.is_empty());
                    // Nothing more comes: the last record ends.
                    if count == 0 {
                        return rows;
                    }
                }
                ReadRecordResult::Record => {
                    let starts = [0].into_iter().chain(ends[..count].iter().copied());
                    let cell = |(start, end): (usize, &usize)| String::from_utf8(output[start..*end].to_vec()).unwrap();
                    rows.push(starts.zip(&ends[..count]).map(cell).collect());
                }
                other => panic!("{other:?}"),
            }
        }
    }

    fn written(cells: &[&str]) -> String {
        let mut csv = Csv::new();
        csv.row(cells);
        csv.text().trim_start_matches('\u{feff}').to_owned()
    }

    proptest! {
        #[test]
        fn another_reader_finds_the_same_cells(
            rows in prop::collection::vec(
                prop::collection::vec(prop::collection::vec(
                    prop_oneof![Just('"'), Just(','), Just('\n'), Just('='), prop::char::range(' ', '~'), any::<char>()],
                    1..12,
                ), 2..5),
                1..6,
            )
        ) {
            let rows: Vec<Vec<String>> =
                rows.into_iter().map(|row| row.into_iter().map(String::from_iter).collect()).collect();
            let mut csv = Csv::new();
            csv.rows(&rows);
            let found = read(&csv.text());
            prop_assert_eq!(found.len(), rows.len());
            for (found, expected) in found.iter().flatten().zip(rows.iter().flatten()) {
                prop_assert_eq!(found.strip_prefix('\'').filter(|_| !expected.starts_with('\'')).unwrap_or(found), expected);
                let first = found.trim_start_matches(' ').chars().next().unwrap_or('x');
                prop_assert!(!"=+-@\t\r\n".contains(first) || is_plain_number(found), "{:?}", found);
            }
        }
    }

    #[test]
    fn quotes_commas_and_new_lines_are_quoted_and_lines_end_as_in_the_standard() {
        assert_eq!(
            written(&["a", "b, c", "say \"so\"", "two\nlines"]),
            "a,\"b, c\",\"say \"\"so\"\"\",\"two\nlines\"\r\n"
        );
        assert_eq!(written(&[]), "\r\n");
        assert!(Csv::new().text().starts_with('\u{feff}'));
    }

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        assert_eq!(
            written(&["=HYPERLINK(\"https://example.org\")"]),
            "\"'=HYPERLINK(\"\"https://example.org\"\")\"\r\n"
        );
        for text in ["+1+2", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "  =1", "-", "-3.2 points"] {
            assert!(written(&[text]).trim_start_matches('"').starts_with('\''), "{text}");
        }
        for number in ["-12", "+3.5", "-0.046", "-1.5e-7", "-3.2%", "12"] {
            assert_eq!(written(&[number]), format!("{number}\r\n"));
        }
    }
}
