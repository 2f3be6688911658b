//! What a cell holds.

use crate::decimal;

/// A cell that should hold a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A finite number.
    Number(f64),
    /// Blank, or one of the marks for a figure that was left out or suppressed.
    Absent,
    /// Anything else.
    Unreadable,
}

/// Reads a number as official files write it: `0.257`, `29199`, `"29,199"`; or a mark that there is none.
pub fn read(cell: &[u8]) -> Value {
    match cell {
        b"" | b"*" | b"c" | b"z" | b"x" | b"-" | b"." | b".." | b":" | b"NA" | b"N/A" | b"n/a" => return Value::Absent,
        _ => {}
    }
    let number = std::str::from_utf8(cell).ok().and_then(|text| {
        if text.contains(',') { decimal::parse(&text.replace(',', "")) } else { decimal::parse(text) }
    });
    number.map_or(Value::Unreadable, Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_and_without_thousands() {
        assert_eq!(read(b"0.257"), Value::Number(0.257));
        assert_eq!(read(b"29,199"), Value::Number(29_199.0));
        assert_eq!(read(b"0"), Value::Number(0.0));
    }

    #[test]
    fn suppressed_cells_are_absent() {
        for cell in ["", "*", "c", "z", "-", ".."] {
            assert_eq!(read(cell.as_bytes()), Value::Absent, "{cell}");
        }
    }

    #[test]
    fn the_rest_is_unreadable() {
        for cell in ["twelve", "1.2.3", "12%", "£5", "inf", "1e999", "\u{fffd}"] {
            assert_eq!(read(cell.as_bytes()), Value::Unreadable, "{cell}");
        }
    }
}
