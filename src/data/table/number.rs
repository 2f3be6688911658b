//! What a cell holds: a number, nothing, or one of the marks by which statistics say that there is no number.

use serde::{Deserialize, Serialize};

use crate::decimal;

/// Numbers past this, either way, are refused, as they are by the model.
const MOST: f64 = 1e12;

/// Which sign stands before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Decimals {
    /// A point; commas stand between thousands.
    #[default]
    Point,
    /// A comma; points stand between thousands.
    Comma,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// A mark for a number that is not there.
    Mark,
    /// A number as it is written, and whether a per cent sign stands after it.
    Number(f64, bool),
    /// Something else.
    Text,
}

impl Cell {
    /// The number as it is written.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number, _) => Some(number),
            Self::Blank | Self::Mark | Self::Text => None,
        }
    }
}

/// What a number's commas and points say of its decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Nothing.
    None,
    /// Its decimals stand after a point, or commas stand between its thousands.
    Point,
    /// Its decimals stand after a comma, or points stand between its thousands.
    Comma,
    /// A comma with three digits after it: either.
    Either,
}

/// What stands in official statistics for a number that is not there, in small letters. A short text in square brackets is
/// a mark too.
const MARKS: &[&str] = &[
    "-",
    "–",
    "—",
    ".",
    "..",
    "...",
    "…",
    ":",
    "*",
    "**",
    "†",
    "‡",
    "~",
    "c",
    "z",
    "x",
    "u",
    "w",
    "k",
    "s",
    "f",
    "n",
    "nd",
    "nr",
    "n/a",
    "na",
    "n.a.",
    "nan",
    "nil",
    "null",
    "none",
    "missing",
    "suppressed",
    "data suppressed",
    "redacted",
    "not available",
    "not applicable",
    "unknown",
    "not known",
    "low",
    "not calculated",
];
/// Notes that may follow a number, in small letters.
const NOTES: &[&str] = &[
    "*",
    "†",
    "‡",
    "▲",
    "▼",
    "↑",
    "↓",
    "→",
    "[r]",
    "[p]",
    "[e]",
    "[u]",
    "(r)",
    "(p)",
    "(e)",
    "(est)",
    "(est.)",
    "(provisional)",
    "(revised)",
];

/// Reads a cell that holds one thing.
pub fn read(cell: &str, decimals: Decimals) -> Cell {
    let text = bare(cell);
    if text.is_empty() {
        return Cell::Blank;
    }
    // Most cells of a long table: nothing is to be taken off them.
    if is_plain(text) && decimals == Decimals::Point {
        return match decimal::parse(text) {
            Some(value) if value.abs() <= MOST => Cell::Number(value, false),
            _ => Cell::Text,
        };
    }
    if let Some((digits, is_percent)) = digits(text) {
        return match value(digits, decimals) {
            Some(value) if value.abs() <= MOST => Cell::Number(value, is_percent),
            _ => Cell::Text,
        };
    }
    if is_mark(text) { Cell::Mark } else { Cell::Text }
}

/// What a cell says of the decimals of its column.
pub fn evidence(cell: &str) -> Evidence {
    if !cell.bytes().any(|byte| matches!(byte, b'.' | b',')) {
        return Evidence::None;
    }
    let Some((digits, _)) = digits(bare(cell)) else { return Evidence::None };
    let mantissa = digits.split(['e', 'E']).next().unwrap_or(digits);
    let commas = mantissa.bytes().filter(|&byte| byte == b',').count();
    let points = mantissa.bytes().filter(|&byte| byte == b'.').count();
    match (commas, points) {
        (0, 0) => Evidence::None,
        (0, 1) if is_grouped(mantissa, '.') => Evidence::None,
        (0, 1) => Evidence::Point,
        (0, _) => Evidence::Comma,
        (1, 0) if is_grouped(mantissa, ',') => Evidence::Either,
        (1, 0) => Evidence::Comma,
        (_, 0) => Evidence::Point,
        _ if mantissa.rfind(',') < mantissa.rfind('.') => Evidence::Point,
        _ => Evidence::Comma,
    }
}

/// Whether a text is digits with at most one point among them, and perhaps a minus before them.
fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let points = digits.bytes().filter(|byte| *byte == b'.').count();
    points <= 1 && digits.len() > points && digits.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit())
}

/// A cell without what spreadsheets put around: `="x"`, an apostrophe, a currency.
pub fn bare(cell: &str) -> &str {
    let text = cell.trim();
    let text = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let text = text.strip_prefix('\'').unwrap_or(text);
    text.trim()
}

/// The digits of a number, with signs, points and commas but without a per cent sign, a currency or a note after it; and
/// whether it has a per cent sign. `None` for what is no number.
fn digits(text: &str) -> Option<(&str, bool)> {
    if is_plain(text) {
        return Some((text, false));
    }
    // A name, as most texts are: no number begins with a letter but that of an exponent.
    if text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic() && !matches!(byte, b'e' | b'E')) {
        return None;
    }
    let mut text = text;
    for note in NOTES {
        let Some((shorter, end)) = text.len().checked_sub(note.len()).and_then(|at| text.split_at_checked(at)) else {
            continue;
        };
        let shorter = shorter.trim_end();
        if end.eq_ignore_ascii_case(note) && !shorter.is_empty() {
            text = shorter;
            break;
        }
    }
    let text = text.strip_prefix(['£', '$', '€', '~', '≈']).unwrap_or(text).trim_start();
    let (text, is_percent) = match text.strip_suffix(['%', '٪']) {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    let first = text.chars().find(char::is_ascii_digit)?;
    let is_number = first.is_ascii_digit()
        && text.chars().all(|sign| {
            sign.is_ascii_digit() || matches!(sign, '.' | ',' | '+' | '-' | '−' | '–' | 'e' | 'E' | ' ' | '\'' | '’')
        });
    is_number.then_some((text, is_percent))
}

fn value(text: &str, decimals: Decimals) -> Option<f64> {
    let (is_negative, text) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.replace(['−', '–'], "-").parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (point, group) = match decimals {
        Decimals::Point => ('.', ','),
        Decimals::Comma => (',', '.'),
    };
    let (whole, fraction) =
        mantissa.split_once(point).map_or((mantissa, None), |(whole, fraction)| (whole, Some(fraction)));
    if fraction.is_some_and(|fraction| !fraction.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let whole = without_groups(whole, group)?;
    let plain = shifted(&whole, fraction.unwrap_or_default(), exponent)?;
    let value = decimal::parse(&plain)?;
    Some(if is_negative { -value } else { value })
}

/// Digits without what stands between groups of three: the sign given, a space or an apostrophe.
fn without_groups(whole: &str, group: char) -> Option<String> {
    let between = |sign: char| sign == group || matches!(sign, ' ' | '\'' | '’');
    if !whole.contains(between) {
        return whole.bytes().all(|byte| byte.is_ascii_digit()).then(|| whole.to_owned());
    }
    let mut groups = whole.split(between);
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped =
        (1..=3).contains(&first.len()) && is_digits(first) && groups.all(|group| group.len() == 3 && is_digits(group));
    is_grouped.then(|| whole.replace(between, ""))
}

/// Digits as a plain decimal whose point has moved.
fn shifted(whole: &str, fraction: &str, exponent: i32) -> Option<String> {
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    if exponent == 0 {
        return Some(format!("{whole}.{fraction}"));
    }
    if !(-30..=30).contains(&exponent) {
        return None;
    }
    let all = format!("{whole}{fraction}");
    let point = whole.len() as i32 + exponent;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    Some(match usize::try_from(point) {
        Ok(point) if point <= all.len() => {
            let (whole, fraction) = all.split_at(point);
            format!("{whole}.{fraction}")
        }
        Ok(_) => format!("{all}{}", zeros(point - all.len() as i32)),
        Err(_) => format!("0.{}{all}", zeros(-point)),
    })
}

/// Whether digits stand in groups of three after one to three digits, the first of them not 0.
fn is_grouped(mantissa: &str, sign: char) -> bool {
    let text = mantissa.trim_start_matches(['-', '−', '–', '+']);
    let mut groups = text.split(sign);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
}

/// Whether a text stands for a number that is not there.
fn is_mark(text: &str) -> bool {
    if text.is_ascii() {
        if MARKS.iter().any(|mark| mark.eq_ignore_ascii_case(text)) {
            return true;
        }
        // What all other marks begin with.
        let begins = text.bytes().next().map(|byte| byte.to_ascii_lowercase());
        let may_be = |byte: u8| matches!(byte, b'l' | b'f' | b'u') || !byte.is_ascii_alphanumeric();
        if !begins.is_some_and(may_be) {
            return false;
        }
    }
    let small = text.to_lowercase();
    if MARKS.contains(&small.as_str()) {
        return true;
    }
    // “***”, “^”, “!”: signs alone say that there is no number.
    if !small.chars().any(|sign| sign.is_alphanumeric() || sign == '%') {
        return true;
    }
    // Errors of spreadsheets: “#N/A”, “#DIV/0!”.
    if small.starts_with('#') && small.len() <= 8 {
        return true;
    }
    if small.starts_with('[') && small.ends_with(']') && small.chars().count() <= 12 {
        return true;
    }
    // “<5”, “≤ 7”, “>95%”, “less than 5”: a bound is no number.
    let bound = ["<", ">", "≤", "≥", "&lt;", "less than ", "fewer than ", "under "]
        .iter()
        .find_map(|sign| small.strip_prefix(sign));
    bound.is_some_and(|rest| {
        let rest = rest.trim_start_matches('=').trim();
        !rest.is_empty() && rest.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '%' | ' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, decimals: Decimals, expect: Cell) {
        assert_eq!(read(text, decimals), expect, "{text:?}");
    }

    #[test]
    fn numbers_are_read_as_spreadsheets_write_them() {
        for (text, number) in [
            ("12.5", 12.5),
            (" 1,234,567.5 ", 1_234_567.5),
            ("−3", -3.0),
            ("–3.5", -3.5),
            ("1.6360e-01", 0.1636),
            ("1E+05", 100_000.0),
            ("2.5e3", 2500.0),
            ("1 234", 1234.0),
            ("£1,234", 1234.0),
            ("=\"42\"", 42.0),
            ("76.2 [r]", 76.2),
            ("76.2*", 76.2),
            ("76.2 ▲", 76.2),
            ("4317 (est.)", 4317.0),
            (".5", 0.5),
            ("7.", 7.0),
        ] {
            check(text, Decimals::Point, Cell::Number(number, false));
        }
        for (text, number) in
            [("12,5", 12.5), ("1.234.567,5", 1_234_567.5), ("1,5E-1", 0.15), ("5356", 5356.0), ("5.356", 5356.0)]
        {
            check(text, Decimals::Comma, Cell::Number(number, false));
        }
        check("45%", Decimals::Point, Cell::Number(45.0, true));
        check("45,5 %", Decimals::Comma, Cell::Number(45.5, true));
        for text in
            ["12,5", "12,34,567", "1,2.5,3", "twelve", "1-4", "2015/16", "9999999999999", "1e99", "12.5.1", "(5)", "e5"]
        {
            check(text, Decimals::Point, Cell::Text);
        }
    }

    #[test]
    fn marks_of_official_statistics_are_no_numbers() {
        for text in [
            "c",
            "z",
            "[c]",
            "[x]",
            "[low]",
            ":",
            "..",
            "-",
            "*",
            "#N/A",
            "#DIV/0!",
            "NaN",
            "<5",
            "≤ 7",
            ">95%",
            "Suppressed",
            "n/a",
            "***",
            "^",
            "!",
        ] {
            check(text, Decimals::Point, Cell::Mark);
        }
        check("", Decimals::Point, Cell::Blank);
        check("<five", Decimals::Point, Cell::Text);
    }

    #[test]
    fn what_a_cell_says_of_decimals() {
        for (text, says) in [
            ("12,5", Evidence::Comma),
            ("0,123", Evidence::Comma),
            ("12345,123", Evidence::Comma),
            ("1.234.567", Evidence::Comma),
            ("1.234,5", Evidence::Comma),
            ("1,234", Evidence::Either),
            ("1,234,567", Evidence::Point),
            ("1,234.5", Evidence::Point),
            ("12.5", Evidence::Point),
            ("5.356", Evidence::None),
            ("0.356", Evidence::Point),
            ("12", Evidence::None),
            ("A, B", Evidence::None),
        ] {
            assert_eq!(evidence(text), says, "{text}");
        }
    }
}
