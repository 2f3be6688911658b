//! What the view `incentive` is set to: what is paid, to whom, and how many come without it.

use super::choice::names_in_links;
use super::{Percent, Thousandths};

/// The order in which the three offers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfferOrder {
    /// Everybody, the targeted areas, people found by an assessment.
    Reach,
    /// The cheapest extra person first.
    OneMore,
    /// The cheapest offer first.
    Cost,
    /// The smallest gap in uptake first, whichever end is ahead.
    Gap,
}

impl OfferOrder {
    /// Every order, as the page lists them.
    pub const ALL: [Self; 4] = [Self::Reach, Self::OneMore, Self::Cost, Self::Gap];
}

/// A set of choices to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IncentiveStart {
    /// The Swedish trial, with the same uptake in every fifth.
    Trial,
    /// The same payment where fewer come the more deprived the fifth.
    Unequal,
    /// Help to stop smoking in pregnancy.
    Smoking,
}

impl IncentiveStart {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Trial, Self::Unequal, Self::Smoking];

    /// What it sets.
    pub fn choices(self) -> IncentiveChoices {
        let percent = Percent::from_tenths;
        let trial = IncentiveChoices {
            payment: Thousandths::of(16_000),
            uptake_least: percent(716),
            uptake_most: percent(716),
            rise: percent(42),
            assessment: Thousandths::of(1_000),
            found_least: percent(200),
            found_most: percent(400),
            found_uptake: None,
            order: OfferOrder::Reach,
        };
        match self {
            Self::Trial => trial,
            Self::Unequal => IncentiveChoices {
                uptake_least: percent(800),
                uptake_most: percent(630),
                found_uptake: Some(percent(400)),
                ..trial
            },
            Self::Smoking => IncentiveChoices {
                payment: Thousandths::of(200_000),
                uptake_least: percent(120),
                uptake_most: percent(80),
                rise: percent(100),
                assessment: Thousandths::of(2_000),
                found_least: percent(850),
                found_most: percent(850),
                ..trial
            },
        }
    }
}

/// The choices of the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncentiveChoices {
    /// Pounds paid to each person who comes.
    pub payment: Thousandths,
    /// Share of people who come without a payment, least deprived fifth.
    pub uptake_least: Percent,
    /// The same in the most deprived fifth; those between lie on a straight line.
    pub uptake_most: Percent,
    /// By how many percentage points the payment raises it.
    pub rise: Percent,
    /// Pounds that an assessment costs for each person assessed.
    pub assessment: Thousandths,
    /// Share of people whom an assessment finds, least deprived fifth.
    pub found_least: Percent,
    /// The same in the most deprived fifth; those between lie on a straight line.
    pub found_most: Percent,
    /// Share of those found who come without a payment; `None` if it is that of their fifth.
    pub found_uptake: Option<Percent>,
    /// The order in which the offers stand.
    pub order: OfferOrder,
}

impl Default for IncentiveChoices {
    fn default() -> Self {
        IncentiveStart::Trial.choices()
    }
}

impl IncentiveChoices {
    /// The starting point whose values these are, whatever their order.
    pub fn start(&self) -> Option<IncentiveStart> {
        let is_start = |start: &IncentiveStart| Self { order: self.order, ..start.choices() } == *self;
        IncentiveStart::ALL.into_iter().find(is_start)
    }
}

/// Reads a number of pounds, from 0 to 10,000.
pub fn parse_pounds(text: &str) -> Option<Thousandths> {
    const MOST: Thousandths = Thousandths::of(10_000_000);
    let plain = text.trim().trim_start_matches('£').replace(',', "");
    Thousandths::parse(&plain, Thousandths::of(0)..=MOST).ok()
}

names_in_links! {
    OfferOrder { Reach = "reach", OneMore = "one-more", Cost = "cost", Gap = "gap" }
}
