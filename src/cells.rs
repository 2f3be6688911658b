//! A cell of a table that is written as text (RFC 4180).

use std::borrow::Cow;

/// The text of a cell, quoted where it would otherwise be read as something else.
pub fn quoted(cell: &str, separator: char) -> Cow<'_, str> {
    if cell.contains([separator, '"', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ') {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_that_could_be_read_as_something_else_is_quoted() {
        for (cell, separator, text) in [
            ("a", ',', "a"),
            ("1,5", ',', "\"1,5\""),
            ("1,5", ';', "1,5"),
            ("1;5", ';', "\"1;5\""),
            ("say \"a\"", ',', "\"say \"\"a\"\"\""),
            ("two\nlines", ',', "\"two\nlines\""),
            (" a", ',', "\" a\""),
            ("a ", ',', "\"a \""),
        ] {
            assert_eq!(quoted(cell, separator), text, "{cell}");
        }
    }
}
