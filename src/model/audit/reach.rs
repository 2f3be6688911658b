//! People served for each person in need, with limits.

use serde::Serialize;

use crate::model::gap::{CountError, Level, Limits, proportion, rate};

/// What a service counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Counted {
    /// People, each once and all of them in need.
    People,
    /// Visits, or people of whom not all need be in need: there can be more than people in need.
    Events,
}

/// Whose limits a share of people in need has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum LimitsBy {
    /// Wilson's: each person in need is served or not.
    Wilson,
    /// Byar's, exact ones below 10: events among people in need.
    Byar,
}

/// People served, and people in need, in a group of areas.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Served {
    /// Number of people served (0 or more).
    pub served: f64,
    /// Number of people in need (0 or more; an estimate may be a fraction).
    pub in_need: f64,
}

impl Served {
    /// People served for each person in need; `None` where nobody is in need.
    pub fn share(self) -> Option<f64> {
        (self.in_need > 0.0).then(|| self.served / self.in_need)
    }

    /// The variance of the share by chance alone, from the share itself: y(1 - y)/max(n - 1, n/2), which has no bias for more than
    /// two people, or y/n for events.
    pub(super) fn variance(self, by: LimitsBy) -> Option<f64> {
        let (y, n) = (self.share()?, self.in_need);
        Some(match by {
            LimitsBy::Wilson => y * (1.0 - y) / (n - 1.0).max(n / 2.0),
            LimitsBy::Byar => y / n,
        })
    }
}

impl std::iter::Sum for Served {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, of| Self { served: sum.served + of.served, in_need: sum.in_need + of.in_need })
    }
}

impl LimitsBy {
    /// Those for some groups: Wilson's, unless in one of them more are served than are in need.
    pub fn of(groups: &[Served]) -> Self {
        if groups.iter().any(|of| of.served > of.in_need) { Self::Byar } else { Self::Wilson }
    }

    /// What is counted, as far as the numbers show it.
    pub const fn counted(self) -> Counted {
        match self {
            Self::Wilson => Counted::People,
            Self::Byar => Counted::Events,
        }
    }
}

/// People served for each person in need.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Reach {
    /// The share.
    pub value: f64,
    /// Its limits.
    pub limits: Limits,
}

/// The share of people in need who are served. A group in which more are served than are in need has Byar's limits whatever the
/// others have.
///
/// # Errors
/// [`CountError`] for counts that cannot be, and where nobody is in need.
pub fn reach(of: Served, by: LimitsBy, level: Level) -> Result<Reach, CountError> {
    if by == LimitsBy::Wilson && of.served <= of.in_need {
        let share = proportion(of.served, of.in_need, level)?;
        return Ok(Reach { value: share.value, limits: share.limits });
    }
    let rate = rate(of.served, of.in_need, 1.0, level)?;
    Ok(Reach { value: rate.value, limits: rate.limits })
}

/// Where a group lies beside the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Served less than the whole, by more than chance would make of it.
    Below,
    /// As far as chance would bring it.
    Within,
    /// Served more.
    Above,
}

/// Where a group lies beside the share of the whole (0 or more), by 99.8% limits, which one group in five hundred leaves by chance.
///
/// # Errors
/// As for [`reach`].
pub fn standing(of: Served, whole: f64, by: LimitsBy) -> Result<Standing, CountError> {
    let Limits { lower, upper } = reach(of, by, Level::P99_8)?.limits;
    Ok(match () {
        () if upper < whole => Standing::Below,
        () if lower > whole => Standing::Above,
        () => Standing::Within,
    })
}
