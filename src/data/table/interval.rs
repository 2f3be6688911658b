//! Limits in a cell: alone, or after the value that they are around.

use super::number::{self, Cell, Decimals, bare};

/// Reads a cell; of a value with its limits, “12.3 (11.2 to 13.4)”, the value.
pub fn read(cell: &str, decimals: Decimals) -> Cell {
    match number::read(cell, decimals) {
        Cell::Text => match before(bare(cell), decimals) {
            Some(value) => number::read(value, decimals),
            None => Cell::Text,
        },
        found => found,
    }
}

/// Two limits in one cell, alone or after a value: “139.5 to 170.5”, “(139.5, 170.5)”, “139.5-170.5”, “[139.5; 170.5]”.
pub fn pair(cell: &str, decimals: Decimals) -> Option<(f64, f64)> {
    let text = bare(cell);
    let text = in_brackets(text).map_or(text, |(_, limits)| limits).trim_matches(['(', ')', '[', ']']).trim();
    let text = ["95% CI", "95% CL", "CI", "CL"].iter().find_map(|said| text.strip_prefix(said)).unwrap_or(text);
    let text = text.trim_start_matches([':', ' ']);
    let apart = [" to ", " - ", " – ", "; ", ";", ", ", "–", "-", ","];
    let both = apart.iter().find_map(|sign| {
        let (lower, upper) = text.split_once(sign)?;
        let number = |text: &str| number::read(text, decimals).number();
        Some((number(lower)?, number(upper)?))
    });
    both.filter(|(lower, upper)| lower <= upper)
}

/// The value that stands before its limits; `None` for a cell that holds anything else.
fn before(text: &str, decimals: Decimals) -> Option<&str> {
    let (value, _) = in_brackets(text)?;
    // A value in turn stands before no brackets.
    (!value.contains(['(', '[']) && pair(text, decimals).is_some()).then_some(value)
}

/// What stands before brackets at the end of a text, and what is in them.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix([')', ']'])?;
    let (value, limits) = inner.rsplit_once(['(', '['])?;
    let value = value.trim();
    (value.starts_with(|sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '−' | '.' | '£')))
        .then_some((value, limits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_limits_stand_in_one_cell() {
        for text in
            ["139.5 to 170.5", "(139.5, 170.5)", "139.5-170.5", "139.5 – 170.5", "[139.5; 170.5]", "139.5,170.5"]
        {
            assert_eq!(pair(text, Decimals::Point), Some((139.5, 170.5)), "{text}");
        }
        for text in
            ["150 (139.5 to 170.5)", "150.0 [139.5, 170.5]", "150% (139.5%-170.5%)", "150 (95% CI: 139.5-170.5)"]
        {
            assert_eq!(pair(text, Decimals::Point), Some((139.5, 170.5)), "{text}");
            assert!(matches!(read(text, Decimals::Point), Cell::Number(150.0, _)), "{text}");
        }
        assert_eq!(pair("-3.5 to -1.5", Decimals::Point), Some((-3.5, -1.5)));
        for text in ["139.5", "170.5 to 139.5", "a to b", "", "12 (5%)", "Ward (1 to 2)x"] {
            assert_eq!(pair(text, Decimals::Point), None, "{text}");
        }
    }
}
