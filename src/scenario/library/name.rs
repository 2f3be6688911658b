//! Names of saved pages: what a person or a file gives, made fit to be shown.

use thiserror::Error;

use crate::plain::plain;

/// The most characters of a name.
pub const MOST_CHARS: usize = 80;

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NameError {
    /// Nothing in it can be read.
    #[error("a name has at least one character")]
    Empty,
    /// It has more than [`MOST_CHARS`] characters.
    #[error("a name has at most {MOST_CHARS} characters")]
    TooLong,
}

/// The name in a text, without the space around it.
///
/// # Errors
/// [`NameError`] if it has fewer than 1 or more than [`MOST_CHARS`] characters.
pub fn checked(text: &str) -> Result<String, NameError> {
    let name = readable(text);
    match name.chars().count() {
        0 => Err(NameError::Empty),
        1..=MOST_CHARS => Ok(name),
        _ => Err(NameError::TooLong),
    }
}

/// The name in a text, cut where it is too long; `None` if nothing in it can be read.
pub fn shortened(text: &str) -> Option<String> {
    let name = readable(text);
    match name.chars().count() {
        0 => None,
        1..=MOST_CHARS => Some(name),
        _ => Some(cut(&name, MOST_CHARS)),
    }
}

/// The name itself (1), or the name with a number that tells it from others.
pub(super) fn variant(name: &str, number: usize) -> String {
    if number <= 1 {
        return name.to_owned();
    }
    let suffix = format!(" ({number})");
    let room = MOST_CHARS - suffix.len();
    let start = if name.chars().count() <= room { name.to_owned() } else { cut(name, room) };
    start + &suffix
}

/// The first form of a name that is not taken: the name itself, or with a number.
pub fn unlike_others(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut number = 1;
    loop {
        let form = variant(name, number);
        if !is_taken(&form) {
            return form;
        }
        number += 1;
    }
}

/// The first characters of a text, with a sign that there were more.
fn cut(text: &str, most: usize) -> String {
    let start: String = text.chars().take(most - 1).collect();
    format!("{}…", start.trim_end())
}

/// One line of text: without characters that cannot be seen, which could make a name look like another one. No more is
/// kept than shows that the text is too long.
fn readable(text: &str) -> String {
    let mut name = String::new();
    let (mut length, mut is_after_space) = (0, false);
    for char in plain(text).chars() {
        if char.is_whitespace() {
            is_after_space = length > 0;
            continue;
        }
        if is_after_space {
            name.push(' ');
            length += 1;
        }
        name.push(char);
        (length, is_after_space) = (length + 1, false);
        if length > MOST_CHARS {
            break;
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_readable_text() {
        assert_eq!(checked("  A\tfifth\r\nof \u{202e}areas\u{2069} \u{0}").as_deref(), Ok("A fifth of areas"));
        assert_eq!(checked("<b>“Ünïcode” & 🏘️</b>").as_deref(), Ok("<b>“Ünïcode” & 🏘️</b>"));
        for nothing in ["", " \n\t", "\u{202e}\u{200f}", "\u{0}\u{7}\u{85}"] {
            assert_eq!(checked(nothing), Err(NameError::Empty), "{nothing:?}");
            assert_eq!(shortened(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn a_name_of_eighty_characters_stays_and_a_longer_one_is_told_or_cut() {
        let eighty = "é".repeat(80);
        assert_eq!(checked(&eighty), Ok(eighty.clone()));
        assert_eq!(checked(&format!("{eighty}é")), Err(NameError::TooLong));
        let short = shortened(&"word ".repeat(2_000_000)).unwrap();
        assert!(short.chars().count() <= MOST_CHARS && short.ends_with('…'), "{short}");
    }

    #[test]
    fn numbered_names_differ_and_are_no_longer_than_names_may_be() {
        let long = "x".repeat(80);
        for number in [2, 10, 151] {
            let numbered = variant(&long, number);
            assert!(
                numbered.ends_with(&format!("… ({number})")) && numbered.chars().count() <= MOST_CHARS,
                "{numbered}"
            );
        }
        assert_eq!((variant("A", 1), variant("A", 2)), ("A".to_owned(), "A (2)".to_owned()));
        assert_eq!(unlike_others("A", |form| ["A", "A (2)"].contains(&form)), "A (3)");
        assert_eq!(unlike_others("A", |_| false), "A");
    }
}
