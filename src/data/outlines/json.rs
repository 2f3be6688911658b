//! JSON read from its beginning to its end, without a tree of it in memory.

use super::OutlinesError;

/// Texts longer than this are neither codes nor names.
const LONGEST: usize = 120;

/// Where in the text the reader is.
pub(super) struct Json<'a> {
    bytes: &'a [u8],
    at: usize,
}

type Result<T> = std::result::Result<T, OutlinesError>;

impl<'a> Json<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes), at: 0 }
    }

    /// How many bytes were read.
    pub fn at(&self) -> usize {
        self.at
    }

    /// It cannot go on here.
    pub fn broken<T>(&self) -> Result<T> {
        Err(OutlinesError::Broken { byte: self.at })
    }

    /// The next sign that is no space; 0 at the end. Features in a sequence may begin with a sign of their own.
    pub fn peek(&mut self) -> u8 {
        while let Some(&sign) = self.bytes.get(self.at) {
            if !matches!(sign, b' ' | b'\t' | b'\n' | b'\r' | 0x1E) {
                return sign;
            }
            self.at += 1;
        }
        0
    }

    /// Goes past a sign if it is next.
    pub fn takes(&mut self, sign: u8) -> bool {
        let is_next = self.peek() == sign;
        self.at += usize::from(is_next);
        is_next
    }

    /// Goes past a sign that has to be next.
    pub fn expect(&mut self, sign: u8) -> Result<()> {
        if self.takes(sign) { Ok(()) } else { self.broken() }
    }

    /// Goes to the next member of an object or item of an array; `false` at its end, which is gone past.
    pub fn next(&mut self, is_first: bool, end: u8) -> Result<bool> {
        if self.takes(end) {
            return Ok(false);
        }
        if !is_first {
            self.expect(b',')?;
        }
        Ok(true)
    }

    /// The name of a member, past its colon.
    pub fn key(&mut self) -> Result<String> {
        let key = self.string()?;
        self.expect(b':')?;
        Ok(key.unwrap_or_default())
    }

    /// A text; `None` if it is too long to be of use.
    pub fn string(&mut self) -> Result<Option<String>> {
        self.expect(b'"')?;
        let from = self.at;
        let mut has_escapes = false;
        loop {
            match self.bytes.get(self.at) {
                None => return self.broken(),
                Some(b'"') => break,
                Some(b'\\') => {
                    has_escapes = true;
                    self.at += 2;
                }
                Some(_) => self.at += 1,
            }
        }
        let text = &self.bytes[from..self.at];
        self.at += 1;
        let Ok(text) = std::str::from_utf8(text) else { return self.broken() };
        if text.len() > LONGEST {
            return Ok(None);
        }
        Ok(Some(if has_escapes { unescaped(text) } else { text.to_owned() }))
    }

    /// A number as it is written.
    fn digits(&mut self) -> &'a str {
        self.peek();
        let from = self.at;
        while self.bytes.get(self.at).is_some_and(|sign| matches!(sign, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))
        {
            self.at += 1;
        }
        self.bytes.get(from..self.at).and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or_default()
    }

    /// A number that is finite.
    pub fn number(&mut self) -> Result<f64> {
        match self.digits().parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => self.broken(),
        }
    }

    /// A text, or a number as it is written; `None` for anything else, which is gone past.
    pub fn cell(&mut self) -> Result<Option<String>> {
        match self.peek() {
            b'"' => self.string(),
            b'0'..=b'9' | b'-' => {
                let digits = self.digits();
                // A whole number of a table that has no other kind.
                Ok(Some(digits.strip_suffix(".0").unwrap_or(digits).to_owned()))
            }
            _ => self.skip().map(|()| None),
        }
    }

    /// Goes past a value, whatever it is.
    pub fn skip(&mut self) -> Result<()> {
        let mut depth = 0_u32;
        loop {
            match self.peek() {
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => self.at += 1,
                b'"' => drop(self.string()?),
                b'0'..=b'9' | b'-' => drop(self.digits()),
                b'a'..=b'z' => {
                    while self.bytes.get(self.at).is_some_and(u8::is_ascii_lowercase) {
                        self.at += 1;
                    }
                }
                _ => return self.broken(),
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    /// Goes past a value and gives it as it is written.
    pub fn raw(&mut self) -> Result<String> {
        self.peek();
        let from = self.at;
        self.skip()?;
        Ok(String::from_utf8_lossy(&self.bytes[from..self.at]).into_owned())
    }
}

/// A text of JSON as it is meant.
fn unescaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut units = Vec::new();
    let mut rest = text.chars();
    let settle = |units: &mut Vec<u16>, written: &mut String| {
        written.extend(char::decode_utf16(units.drain(..)).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)));
    };
    while let Some(sign) = rest.next() {
        let escape = if sign == '\\' { rest.next() } else { None };
        if escape == Some('u') {
            let digits: String = rest.by_ref().take(4).collect();
            units.push(u16::from_str_radix(&digits, 16).unwrap_or(0xFFFD));
            continue;
        }
        settle(&mut units, &mut written);
        written.push(match escape {
            None => sign,
            Some('n' | 'r' | 't' | 'b' | 'f') => ' ',
            Some(other) => other,
        });
    }
    settle(&mut units, &mut written);
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_numbers_are_read_as_they_are_meant() {
        let mut json =
            Json::new("\u{feff} \"a\\u0301\\\"b\\ud83d\\ude00\\n\" 1.50 12.0 [1,{\"a\":\"]\"},null] true".as_bytes());
        assert_eq!(json.string(), Ok(Some("a\u{301}\"b\u{1f600} ".to_owned())));
        assert_eq!(json.cell(), Ok(Some("1.50".to_owned())));
        assert_eq!(json.cell(), Ok(Some("12".to_owned())));
        assert_eq!(json.cell(), Ok(None));
        assert_eq!(json.raw(), Ok("true".to_owned()));
        assert_eq!(json.peek(), 0);
    }

    #[test]
    fn what_breaks_off_is_an_error() {
        for text in ["\"abc", "\"abc\\", "[1,2", "{", "]", "-", "", "\"a\u{0}\\"] {
            assert!(Json::new(text.as_bytes()).skip().is_err() || text == "-", "{text}");
            assert!(Json::new(text.as_bytes()).number().is_err(), "{text}");
        }
    }
}
