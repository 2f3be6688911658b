//! Numbers held against each other as they are shown, so that no sentence tells a difference that cannot be seen.

use crate::scenario::Percent;

/// By how many tenths of a percentage point a share (0 to 1) lies above another, below 0 where it lies below it: of the two
/// as they are shown.
pub fn tenths_above(share: f64, other: f64) -> i32 {
    let [share, other] = [share, other].map(|share| i32::from(Percent::from_share(share).tenths()));
    share - other
}

/// Numbers within this part of each other are told to be about the same.
const SAME: f64 = 1.02;
/// Up to this many times as much is told in per cent.
const MOST_PERCENT: f64 = 1.3;

/// How much larger one number is than another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Larger {
    /// So many times as large.
    Times(f64),
    /// So much per cent larger.
    Percent(f64),
    /// The other is 0.
    Beyond,
}

/// How much larger the larger of two numbers (0 or more) is, and whether that is the first; `None` if they are about the
/// same.
pub fn larger(first: f64, second: f64) -> Option<(Larger, bool)> {
    let (large, small) = if first >= second { (first, second) } else { (second, first) };
    if large <= small * SAME {
        return None;
    }
    let ratio = large / small;
    let larger = match ratio {
        _ if small <= 0.0 => Larger::Beyond,
        _ if ratio < MOST_PERCENT => Larger::Percent(100.0 * (ratio - 1.0)),
        _ => Larger::Times(ratio),
    };
    Some((larger, first >= second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_as_far_apart_as_they_are_shown() {
        assert_eq!(tenths_above(0.4226, 0.3046), 118);
        assert_eq!(tenths_above(0.3046, 0.4226), -118);
        assert_eq!(tenths_above(0.30451, 0.30549), 0);
    }

    #[test]
    fn a_number_is_larger_in_times_or_in_per_cent_or_beyond_nothing() {
        assert_eq!(larger(101.0, 100.0), None);
        assert_eq!(larger(0.0, 0.0), None);
        assert_eq!(larger(100.0, 300.0), Some((Larger::Times(3.0), false)));
        assert_eq!(larger(5.0, 0.0), Some((Larger::Beyond, true)));
        assert!(matches!(larger(110.0, 100.0), Some((Larger::Percent(p), true)) if (p - 10.0).abs() < 1e-9));
    }
}
