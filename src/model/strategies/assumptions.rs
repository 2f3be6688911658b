//! What is assumed, each with a low, a likely and a high value.

use std::ops::{Index, IndexMut};

use thiserror::Error;

/// What an assumption is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A share, 0 to 1.
    Share,
    /// Pounds, 0 or more.
    Pounds,
    /// How often something happens to a person in a year, 0 to 1; people write it for each 100,000.
    YearlyRate,
}

/// An assumption about an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Assumption {
    /// Share of those offered who take it up, in the least deprived fifth.
    UptakeLeast,
    /// The same in the most deprived fifth.
    UptakeMost,
    /// Points of uptake that outreach adds where it is strongest.
    Outreach,
    /// Points of uptake lost where an offer singles people out.
    Stigma,
    /// Share of people in need whom an assessment finds.
    Sensitivity,
    /// Share of people not in need whom it rightly passes over.
    Specificity,
    /// Share of people seen at a universal contact, where need is assessed there.
    Contact,
    /// Share of people in need who belong to the group.
    GroupInNeed,
    /// Share of people not in need who belong to it.
    GroupOthers,
    /// Cost of running the offer at all.
    CostFixed,
    /// Cost of each assessment.
    CostScreening,
    /// Cost of each offer.
    CostOffer,
    /// Cost of each person who takes it up.
    CostDelivery,
    /// Cost of outreach for each person offered where outreach is strongest.
    CostOutreach,
    /// Share of the risk that is taken away from a person in need who is reached.
    EffectInNeed,
    /// The same for a person not in need.
    EffectOthers,
    /// Risk of the outcome in the least deprived fifth without the offer.
    RiskLeast,
    /// Risk of the outcome in the most deprived fifth without the offer.
    RiskMost,
    /// Share of people in need who can have the offer at all.
    EligibleInNeed,
    /// The same of people not in need.
    EligibleOthers,
    /// Share of those who can have it whom the service of today reaches, in the least deprived fifth.
    PresentLeast,
    /// The same in the most deprived fifth.
    PresentMost,
    /// What the service of today costs for each person reached.
    PresentCost,
    /// How often the outcome happens in a year in the least deprived fifth without the offer.
    RateLeast,
    /// The same in the most deprived fifth.
    RateMost,
}

impl Assumption {
    /// Every assumption.
    pub const ALL: [Self; 25] = [
        Self::UptakeLeast,
        Self::UptakeMost,
        Self::Outreach,
        Self::Stigma,
        Self::Sensitivity,
        Self::Specificity,
        Self::Contact,
        Self::GroupInNeed,
        Self::GroupOthers,
        Self::CostFixed,
        Self::CostScreening,
        Self::CostOffer,
        Self::CostDelivery,
        Self::CostOutreach,
        Self::EffectInNeed,
        Self::EffectOthers,
        Self::RiskLeast,
        Self::RiskMost,
        Self::EligibleInNeed,
        Self::EligibleOthers,
        Self::PresentLeast,
        Self::PresentMost,
        Self::PresentCost,
        Self::RateLeast,
        Self::RateMost,
    ];
    /// How many of them any offer has: the others belong to a programme, and are drawn after these.
    pub const OF_OFFERS: usize = 18;

    /// What it is measured in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::CostFixed
            | Self::CostScreening
            | Self::CostOffer
            | Self::CostDelivery
            | Self::CostOutreach
            | Self::PresentCost => Unit::Pounds,
            Self::RateLeast | Self::RateMost => Unit::YearlyRate,
            Self::UptakeLeast
            | Self::UptakeMost
            | Self::Outreach
            | Self::Stigma
            | Self::Sensitivity
            | Self::Specificity
            | Self::Contact
            | Self::GroupInNeed
            | Self::GroupOthers
            | Self::EffectInNeed
            | Self::EffectOthers
            | Self::RiskLeast
            | Self::RiskMost
            | Self::EligibleInNeed
            | Self::EligibleOthers
            | Self::PresentLeast
            | Self::PresentMost => Unit::Share,
        }
    }

    /// The largest value it can have.
    pub const fn most(self) -> f64 {
        match self.unit() {
            Unit::Share | Unit::YearlyRate => 1.0,
            Unit::Pounds => 1e9,
        }
    }
}

/// One value for each assumption.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Values([f64; Assumption::ALL.len()]);

impl Values {
    /// A value for each assumption.
    pub fn from_fn(value: impl FnMut(Assumption) -> f64) -> Self {
        Self(Assumption::ALL.map(value))
    }
}

impl Index<Assumption> for Values {
    type Output = f64;
    fn index(&self, assumption: Assumption) -> &f64 {
        &self.0[assumption as usize]
    }
}

impl IndexMut<Assumption> for Values {
    fn index_mut(&mut self, assumption: Assumption) -> &mut f64 {
        &mut self.0[assumption as usize]
    }
}

/// The low, likely and high value of an assumption.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Range {
    low: f64,
    likely: f64,
    high: f64,
}

/// The three values are not in order, or not possible for the assumption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("low, likely and high must be in this order and possible for the assumption")]
pub struct RangeError;

impl Range {
    /// Three values in order, from 0 to [`Assumption::most`].
    ///
    /// # Errors
    /// [`RangeError`] if they are out of order or out of range.
    pub fn new(assumption: Assumption, low: f64, likely: f64, high: f64) -> Result<Self, RangeError> {
        let is_possible = low >= 0.0 && low <= likely && likely <= high && high <= assumption.most();
        if is_possible { Ok(Self { low, likely, high }) } else { Err(RangeError) }
    }

    /// One value that is known.
    #[must_use]
    pub const fn known(value: f64) -> Self {
        Self { low: value, likely: value, high: value }
    }

    /// Whether it has a low and a high value that differ.
    pub fn is_spread(&self) -> bool {
        self.low < self.high
    }

    /// The low value.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The likely value.
    pub fn likely(&self) -> f64 {
        self.likely
    }

    /// The high value.
    pub fn high(&self) -> f64 {
        self.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_not_spread() {
        let known = Range::known(0.3);
        assert_eq!((known.low(), known.likely(), known.high(), known.is_spread()), (0.3, 0.3, 0.3, false));
        assert!(!Range::new(Assumption::Contact, 0.3, 0.3, 0.3).unwrap().is_spread());
        assert!(Range::new(Assumption::Contact, 0.3, 0.3, 0.4).unwrap().is_spread());
    }
}
