//! A percentage as a person sets it.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::decimal;

/// A percentage from 0 to 100 with one decimal, held as tenths so that it has an exact form in links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u16);

/// The text is not a percentage from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a number from 0 to 100")]
pub struct NotAPercent;

impl Percent {
    const MOST: u16 = 1000;

    /// From tenths of a per cent, held at 100% above it.
    pub const fn from_tenths(tenths: u16) -> Self {
        Self(if tenths > Self::MOST { Self::MOST } else { tenths })
    }

    /// Tenths of a per cent (0 to 1000).
    pub const fn tenths(self) -> u16 {
        self.0
    }

    /// The nearest tenth of a per cent to a share, held within 0 and 100%.
    pub fn from_share(share: f64) -> Self {
        // The cast holds values below 0 and above the largest, and takes NaN as 0.
        Self::from_tenths((share * 1000.0).round() as u16)
    }

    /// The least one that is no smaller than a share (0 to 1).
    pub fn covering(share: f64) -> Self {
        // A share of so many tenths of a per cent as a division has it is that many, not one more.
        Self::from_tenths((share * 1000.0 - 1e-9).ceil() as u16)
    }

    /// As a share from 0 to 1. Dividing whole numbers gives the nearest number to the decimal that a person typed.
    pub fn as_share(self) -> f64 {
        f64::from(self.0) / f64::from(Self::MOST)
    }

    /// Where a key of a slider leads, by the keyboard conventions of the WAI-ARIA slider pattern: arrows step by 1%
    /// (a tenth with `is_fine`), page keys by 10%, home and end go to the ends. `None` for any other key.
    pub fn after_key(self, key: &str, is_fine: bool) -> Option<Self> {
        let step = if is_fine { 1 } else { 10 };
        Some(match key {
            "ArrowRight" | "ArrowUp" => self.moved_by(step),
            "ArrowLeft" | "ArrowDown" => self.moved_by(-step),
            "PageUp" => self.moved_by(100),
            "PageDown" => self.moved_by(-100),
            "Home" => Self(0),
            "End" => Self(Self::MOST),
            _ => return None,
        })
    }

    /// The nearest whole per cent, for a pointer that cannot be finer.
    pub fn rounded(self) -> Self {
        Self((self.0 + 5) / 10 * 10)
    }

    fn moved_by(self, tenths: i32) -> Self {
        Self((i32::from(self.0) + tenths).clamp(0, i32::from(Self::MOST)) as u16)
    }
}

impl FromStr for Percent {
    type Err = NotAPercent;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().trim_end_matches('%').trim_end();
        let value = decimal::parse(text).ok_or(NotAPercent)?;
        if (0.0..=100.0).contains(&value) { Ok(Self::from_share(value / 100.0)) } else { Err(NotAPercent) }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 10, self.0 % 10) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tenth_survives_its_own_text() {
        for tenths in 0..=1000 {
            let percent = Percent::from_tenths(tenths);
            assert_eq!(percent.to_string().parse(), Ok(percent));
            assert_eq!(Percent::from_share(percent.as_share()), percent);
        }
    }

    #[test]
    fn keys_step_and_stop_at_the_ends() {
        let at = Percent::from_tenths;
        assert_eq!(at(200).after_key("ArrowRight", false), Some(at(210)));
        assert_eq!(at(200).after_key("ArrowDown", true), Some(at(199)));
        assert_eq!(at(950).after_key("PageUp", false), Some(at(1000)));
        assert_eq!(at(4).after_key("ArrowLeft", false), Some(at(0)));
        assert_eq!(at(200).after_key("End", false), Some(at(1000)));
        assert_eq!(at(200).after_key("Tab", false), None);
    }

    #[test]
    fn a_percent_sign_and_further_decimals_are_taken() {
        assert_eq!("12.34 %".parse(), Ok(Percent::from_tenths(123)));
    }

    #[test]
    fn what_is_no_percentage_is_refused() {
        for text in ["", "-1", "100.1", "NaN", "inf", "a fifth", "1e9"] {
            assert_eq!(text.parse::<Percent>(), Err(NotAPercent), "{text}");
        }
    }
}
