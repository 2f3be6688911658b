//! The day on which a page was saved.

use std::fmt;
use std::str::FromStr;

/// A day of the calendar, written `2026-02-28` as in ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year (0 to 9999).
    pub year: u16,
    /// The month (1 to 12).
    pub month: u8,
    /// The day of the month (1 to 31).
    pub day: u8,
}

/// The text does not begin with a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADay;

impl FromStr for Day {
    type Err = NotADay;

    /// Reads a day, also from a text that goes on with a time: `2026-02-28T12:00:00.000Z`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = text.as_bytes();
        if bytes.len() < 10 || bytes[4] != b'-' || bytes[7] != b'-' || !(bytes.len() == 10 || bytes[10] == b'T') {
            return Err(NotADay);
        }
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u16, |sum, digit| {
                if digit.is_ascii_digit() { Ok(sum * 10 + u16::from(digit - b'0')) } else { Err(NotADay) }
            })
        };
        let (year, month, day) = (number(&bytes[..4])?, number(&bytes[5..7])? as u8, number(&bytes[8..10])? as u8);
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 => 28 + u8::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let is_day = (1..=12).contains(&month) && (1..=days).contains(&day);
        if is_day { Ok(Self { year, month, day }) } else { Err(NotADay) }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_from_its_own_text_and_from_a_time() {
        for text in ["2026-02-28", "2024-02-29", "1999-12-31", "0000-01-01"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        assert_eq!("2026-02-28T23:59:59.999Z".parse::<Day>(), "2026-02-28".parse());
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "today",
            "2025-02-29",
            "2100-02-29",
            "2025-13-01",
            "2025-00-10",
            "2025-1-1",
            "2025-04-31x",
            "٢٠٢٥-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }
}
