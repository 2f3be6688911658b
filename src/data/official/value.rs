//! What a cell holds.

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
    let is_number = cell.iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'-' | b'+' | b'e' | b'E'));
    let digits: Vec<u8> = cell.iter().copied().filter(|&b| b != b',').collect();
    let number = std::str::from_utf8(&digits).ok().filter(|_| is_number).and_then(|text| text.parse().ok());
    number.filter(|n: &f64| n.is_finite()).map_or(Value::Unreadable, Value::Number)
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
