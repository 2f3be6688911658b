//! Bytes as text, whatever they were written in.
//!
//! What files of this trade are written in is UTF-8, UTF-16 and Windows-1252. All three are read here and not by a library
//! or the browser, so that the page and `evaluate` read alike by construction; the one table that takes has 32 entries.

use crate::pace::{Pace, at_once};
use serde::{Deserialize, Serialize};

use super::error::{NoText, TableError};

/// What a text was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, ASCII among it.
    #[default]
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Windows-1252: taken for what is none of the others.
    Windows1252,
}

impl Encoding {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 (little end first)",
            Self::Utf16Be => "UTF-16 (big end first)",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// The signs of Windows-1252 from 0x80 to 0x9F; the five that it does not have are controls, as in browsers.
///
/// Source: WHATWG, *Encoding Standard*, index windows-1252.
const HIGH: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}', '\u{2030}',
    '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}',
    '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}',
    '\u{17e}', '\u{178}',
];
/// What a byte-order mark of UTF-8 becomes where it was read as Windows-1252.
const MARK_MISREAD: &str = "ï»¿";
/// Bytes looked at to tell UTF-16 without a mark.
const LOOKED_AT: usize = 4096;

/// Reads bytes as text, without the marks at its beginning.
///
/// # Errors
/// [`TableError::NotText`] for what is none.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), TableError> {
    at_once(decode_at(bytes.to_vec(), &Pace::at_once()))
}

/// The same at a pace, and of UTF-8 without another copy.
pub async fn decode_at(bytes: Vec<u8>, pace: &Pace) -> Result<(String, Encoding), TableError> {
    if let Some(what) = no_text(&bytes) {
        return Err(TableError::NotText(what));
    }
    let (mut text, encoding) = match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => (utf_16(rest, u16::from_le_bytes, pace).await, Encoding::Utf16Le),
        [0xfe, 0xff, rest @ ..] => (utf_16(rest, u16::from_be_bytes, pace).await, Encoding::Utf16Be),
        _ => match unmarked_utf_16(&bytes) {
            Some(Encoding::Utf16Le) => (utf_16(&bytes, u16::from_le_bytes, pace).await, Encoding::Utf16Le),
            Some(_) => (utf_16(&bytes, u16::from_be_bytes, pace).await, Encoding::Utf16Be),
            None => match String::from_utf8(bytes) {
                Ok(text) => (text, Encoding::Utf8),
                Err(error) => (windows_1252(error.as_bytes(), pace).await, Encoding::Windows1252),
            },
        },
    };
    pace.rest().await;
    if text.contains('\0') {
        return Err(TableError::NotText(NoText::Other));
    }
    pace.rest().await;
    let marks = text.len() - without_marks(&text).len();
    text.drain(..marks);
    Ok((text, encoding))
}

/// A text without the byte-order marks at its beginning, however many there are and however they were misread.
pub fn without_marks(mut text: &str) -> &str {
    loop {
        let rest = text.trim_start_matches('\u{feff}');
        let rest = rest.strip_prefix(MARK_MISREAD).unwrap_or(rest);
        if rest.len() == text.len() {
            return text;
        }
        text = rest;
    }
}

/// What files that are no text begin with.
fn no_text(bytes: &[u8]) -> Option<NoText> {
    const BEGINNINGS: [(&[u8], NoText); 6] = [
        (b"PK\x03\x04", NoText::Packed),
        (b"PK\x05\x06", NoText::Packed),
        (b"\xd0\xcf\x11\xe0", NoText::OldWorkbook),
        (b"%PDF-", NoText::Pdf),
        (b"\x1f\x8b", NoText::Other),
        (b"\xff\xfe\0\0", NoText::Other),
    ];
    BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|&(_, what)| what)
}

/// Latin text in UTF-16 has a zero in every second byte.
fn unmarked_utf_16(bytes: &[u8]) -> Option<Encoding> {
    let bytes = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = bytes.len() * 2 / 5;
    match (even, odd) {
        (0, odd) if odd > many && odd > 0 => Some(Encoding::Utf16Le),
        (even, 0) if even > many && even > 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

async fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16, pace: &Pace) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        _ => 0,
    });
    let signs = char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER));
    text_of(signs, pace).await
}

async fn text_of(signs: impl Iterator<Item = char>, pace: &Pace) -> String {
    let mut text = String::with_capacity(signs.size_hint().0);
    pace.each(signs, |sign| text.push(sign)).await;
    text
}

async fn windows_1252(bytes: &[u8], pace: &Pace) -> String {
    let sign = |&byte: &u8| match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    };
    text_of(bytes.iter().map(sign), pace).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Encoding) {
        assert_eq!(decode(bytes), Ok((text.to_owned(), encoding)));
    }

    #[test]
    fn text_is_read_in_every_encoding_with_and_without_marks() {
        let text = "Caf\u{e9} \u{2013} \u{a3}\n1;2\n";
        check(text.as_bytes(), text, Encoding::Utf8);
        for marks in ["\u{feff}", "\u{feff}\u{feff}", "ï»¿", "\u{feff}ï»¿"] {
            check(format!("{marks}{text}").as_bytes(), text, Encoding::Utf8);
        }
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&[b"\xff\xfe", le.as_slice()].concat(), text, Encoding::Utf16Le);
        check(&[b"\xfe\xff", be.as_slice()].concat(), text, Encoding::Utf16Be);
        check(&le, text, Encoding::Utf16Le);
        check(&be, text, Encoding::Utf16Be);
        // Bytes of Python's cp1252.
        check(
            b"Caf\xe9 \x96 \xa3 \x80 \x93x\x94",
            "Caf\u{e9} \u{2013} \u{a3} \u{20ac} \u{201c}x\u{201d}",
            Encoding::Windows1252,
        );
    }

    #[test]
    fn what_is_no_text_is_told() {
        for (bytes, what) in [
            (&b"PK\x03\x04rest"[..], NoText::Packed),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", NoText::OldWorkbook),
            (b"%PDF-1.7", NoText::Pdf),
            (b"a,b\0\n1,2", NoText::Other),
        ] {
            assert_eq!(decode(bytes), Err(TableError::NotText(what)));
        }
    }
}
