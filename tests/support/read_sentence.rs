//! Reads numbers and claims out of a sentence.

/// Each number in a text: where it begins, how long it is there, and what it is. Thousands may have commas.
pub fn numbers(text: &str) -> Vec<(usize, usize, f64)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let from = at;
        let is_inside = |at: usize| {
            let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
            is_digit(at) || (matches!(bytes.get(at), Some(b'.' | b',')) && is_digit(at + 1))
        };
        while is_inside(at) {
            at += 1;
        }
        let value = text[from..at].replace(',', "").parse().unwrap_or(f64::NAN);
        found.push((from, at - from, value));
    }
    found
}

/// A number of which only one decimal is shown.
pub fn tenth(value: f64) -> f64 {
    (10.0 * value).round() / 10.0
}

/// A sentence that is asked what it claims.
pub struct Claim<'a>(&'a str);

impl<'a> Claim<'a> {
    pub fn of(text: &'a str) -> Self {
        Self(text)
    }

    pub fn text(&self) -> &'a str {
        self.0
    }

    pub fn has(&self, words: &str) -> bool {
        self.0.contains(words)
    }

    pub fn holds(&self, is_so: bool, what: &str) -> Result<(), String> {
        if is_so { Ok(()) } else { Err(format!("it is not so that {what}")) }
    }

    /// It says so if, and only if, it is so.
    pub fn says(&self, words: &str, is_so: bool) -> Result<(), String> {
        match (self.has(words), is_so) {
            (true, false) => Err(format!("it says “{words}”, which is not so")),
            (false, true) => Err(format!("it does not say “{words}”, which is so")),
            _ => Ok(()),
        }
    }

    /// Its numbers are these, in this order, as finely as they are written.
    pub fn counts(&self, expected: &[f64]) -> Result<(), String> {
        let found = numbers(self.0);
        if found.len() != expected.len() {
            return Err(format!("it has {} numbers where {expected:?} should be", found.len()));
        }
        for (&(at, length, value), &expect) in found.iter().zip(expected) {
            let decimals = self.0[at..at + length].split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let unit = libm::pow(10.0, -f64::from(u32::try_from(decimals).unwrap_or(0)));
            if (value - expect).abs() > 0.5 * unit + 1e-6 {
                return Err(format!("it says {value} where {expect} is right"));
            }
        }
        Ok(())
    }
}
