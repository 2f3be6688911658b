//! Confidence limits of shares and rates.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::model::bounded;
use crate::model::tails::{half_chi_squared_quantile, normal_upper_quantile};

/// How sure limits are meant to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level(f64);

/// The number given as a level is not between 50% and 99.99%.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error("{0} is not a confidence level: it must be between 0.5 and 0.9999")]
pub struct NotALevel(pub f64);

impl Level {
    /// 95%.
    pub const P95: Self = Self(0.95);
    /// 99.8%, about three standard errors either way.
    pub const P99_8: Self = Self(0.998);

    /// Takes a share from 0.5 to 0.9999.
    ///
    /// # Errors
    /// [`NotALevel`] for any other.
    pub fn new(share: f64) -> Result<Self, NotALevel> {
        if (0.5..=0.9999).contains(&share) { Ok(Self(share)) } else { Err(NotALevel(share)) }
    }

    /// The share outside either limit.
    pub fn tail(self) -> f64 {
        (1.0 - self.0) / 2.0
    }

    /// How many standard errors either way: 1.96 for 95%.
    pub fn z(self) -> f64 {
        normal_upper_quantile(self.tail())
    }
}

/// A lower and an upper limit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// The lower limit.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
}

impl Limits {
    pub(super) fn map(self, change: impl Fn(f64) -> f64) -> Self {
        Self { lower: change(self.lower), upper: change(self.upper) }
    }
}

/// Why counts have no limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CountError {
    /// A count is negative, too large or not a number.
    #[error("a count must be a number of 0 or more")]
    Count,
    /// There are no people to count in, or nothing is expected.
    #[error("there is nobody to count in")]
    NoPeople,
    /// More people have something than there are.
    #[error("there cannot be more cases than people")]
    MoreThanPeople,
    /// The number that a rate is for each of is not above 0.
    #[error("a rate must be for each so many people")]
    Per,
}

/// A share with its limits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Proportion {
    /// The share (0 to 1).
    pub value: f64,
    /// Its limits (0 to 1).
    pub limits: Limits,
}

/// A rate with its limits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Rate {
    /// Events for each so many people.
    pub value: f64,
    /// Its limits.
    pub limits: Limits,
}

/// Counts past this are refused.
const MOST: f64 = 1e12;

pub(super) fn check_count(count: f64) -> Result<(), CountError> {
    if (0.0..=MOST).contains(&count) { Ok(()) } else { Err(CountError::Count) }
}

pub(super) fn check_per(per: f64) -> Result<(), CountError> {
    if per > 0.0 && per <= MOST { Ok(()) } else { Err(CountError::Per) }
}

pub(super) fn check_people(people: f64) -> Result<(), CountError> {
    check_count(people)?;
    if people > 0.0 { Ok(()) } else { Err(CountError::NoPeople) }
}

/// The share of people who have something, with Wilson's limits:
/// (2x + z^2 -/+ z sqrt(z^2 + 4x(1 - x/n)))/(2(n + z^2)).
///
/// Source: E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, Journal of the American
/// Statistical Association 1927.
///
/// # Errors
/// [`CountError`] for counts that cannot be, no people, and more cases than people.
pub fn proportion(cases: f64, people: f64, level: Level) -> Result<Proportion, CountError> {
    check_count(cases)?;
    check_people(people)?;
    if cases > people {
        return Err(CountError::MoreThanPeople);
    }
    let (x, n, z) = (cases, people, level.z());
    let value = x / n;
    let half_width = z * (z * z + 4.0 * x * (1.0 - value)).sqrt();
    let limit = |signed: f64| (2.0 * x + z * z + signed) / (2.0 * (n + z * z));
    // With nobody the lower limit is 0 and with everybody the upper one 1, but for rounding.
    let limits =
        Limits { lower: bounded(limit(-half_width), 0.0, value), upper: bounded(limit(half_width), value, 1.0) };
    Ok(Proportion { value, limits })
}

/// Below this many events limits are exact.
pub(super) const FEW: f64 = 10.0;

/// Limits of a number of events: Byar's, exact ones from the chi-squared distribution below 10 events.
///
/// Byar's: x(1 - 1/(9x) - z/(3 sqrt x))^3, and with x + 1 and + z. Exact: half the chi-squared quantile with 2x degrees of
/// freedom (0 for no events), and with 2x + 2.
///
/// Sources: N. E. Breslow and N. E. Day, *Statistical methods in cancer research*, volume II (IARC, 1987); P. Armitage and
/// G. Berry, *Statistical methods in medical research* (2002).
///
/// # Errors
/// [`CountError::Count`] for a count that cannot be.
pub fn count_limits(events: f64, level: Level) -> Result<Limits, CountError> {
    check_count(events)?;
    if events >= FEW {
        return Ok(byars(events, level));
    }
    let tail = level.tail();
    let lower = if events > 0.0 { half_chi_squared_quantile(tail, events) } else { 0.0 };
    Ok(Limits { lower, upper: half_chi_squared_quantile(1.0 - tail, events + 1.0) })
}

/// Byar's limits of a number of events above 0.
pub(super) fn byars(events: f64, level: Level) -> Limits {
    let z = level.z();
    let limit = |x: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt());
        x * root * root * root
    };
    Limits { lower: limit(events, -z), upper: limit(events + 1.0, z) }
}

/// A crude rate for each `per` people, with the limits of its number of events: [`count_limits`].
///
/// # Errors
/// [`CountError`] for counts that cannot be and no people.
pub fn rate(events: f64, people: f64, per: f64, level: Level) -> Result<Rate, CountError> {
    check_people(people)?;
    check_per(per)?;
    let limits = count_limits(events, level)?;
    let for_each = |events: f64| events / people * per;
    Ok(Rate { value: for_each(events), limits: limits.map(for_each) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_for_each_of_more_than_nobody() {
        assert_eq!(rate(5.0, 100.0, 0.0, Level::P95), Err(CountError::Per));
        assert!(rate(5.0, 100.0, 1e-3, Level::P95).is_ok());
    }
}
