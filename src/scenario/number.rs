//! A number as a person types it.

use std::fmt;
use std::ops::RangeInclusive;

use thiserror::Error;

use crate::decimal;

/// A number with up to three decimals, held as thousandths so that it has an exact form in links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thousandths(i64);

/// The text is not a number within the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a number in this range")]
pub struct NotANumber;

impl Thousandths {
    /// From thousandths: 25,000 are 25.
    pub const fn of(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// Whole thousandths.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// The number. Dividing whole numbers gives the nearest number to the decimal that a person typed.
    pub fn get(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// Reads a number, rounded to thousandths, within a range.
    ///
    /// # Errors
    /// [`NotANumber`] for other text and for numbers outside the range.
    pub fn parse(text: &str, range: RangeInclusive<Self>) -> Result<Self, NotANumber> {
        let value = decimal::parse(text.trim()).ok_or(NotANumber)? * 1000.0;
        // The cast holds what is out of range.
        let number = Self(value.round() as i64);
        if range.contains(&number) { Ok(number) } else { Err(NotANumber) }
    }
}

impl fmt::Display for Thousandths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        let digits = format!("{}.{:03}", size / 1000, size % 1000);
        write!(f, "{sign}{}", digits.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANY: RangeInclusive<Thousandths> = Thousandths::of(-10_000_000)..=Thousandths::of(10_000_000);

    #[test]
    fn numbers_survive_their_own_text() {
        for thousandths in (-30_000..30_000).chain([-10_000_000, 9_999_999]) {
            let number = Thousandths::of(thousandths);
            assert_eq!(Thousandths::parse(&number.to_string(), ANY), Ok(number));
        }
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let cases = [(25_000, "25"), (18_500, "18.5"), (-250, "-0.25"), (1, "0.001"), (0, "0"), (100_000, "100")];
        for (thousandths, text) in cases {
            assert_eq!(Thousandths::of(thousandths).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_number_or_outside_is_refused() {
        for text in ["", "x", "1e3", "NaN", "10000.001", "-99999999999999999"] {
            assert_eq!(Thousandths::parse(text, ANY), Err(NotANumber), "{text}");
        }
    }
}
