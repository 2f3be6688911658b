//! What the view `incentive` is set to: what is paid, to whom, and how many come without it.

use std::fmt::Display;

use super::choice::{Choice, names_in_links, put};
use super::keys::Keys;
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

impl Keys for IncentiveChoices {
    fn set(&mut self, key: &str, value: &str) -> Option<bool> {
        let percent = || value.parse::<Percent>().ok();
        Some(match key {
            "pay-amount" => put(&mut self.payment, parse_pounds(value)),
            "pay-uptake-least" => put(&mut self.uptake_least, percent()),
            "pay-uptake-most" => put(&mut self.uptake_most, percent()),
            "pay-rise" => put(&mut self.rise, percent()),
            "pay-assessment" => put(&mut self.assessment, parse_pounds(value)),
            "pay-found-least" => put(&mut self.found_least, percent()),
            "pay-found-most" => put(&mut self.found_most, percent()),
            "pay-found-uptake" => put(&mut self.found_uptake, percent().map(Some)),
            "pay-order" => put(&mut self.order, Choice::from_name(value)),
            _ => return None,
        })
    }

    fn each(&self, add: &mut dyn FnMut(&str, &dyn Display)) {
        let usual = Self::default();
        let mut add = |key: &str, value: &dyn Display, is_usual: bool| {
            if !is_usual {
                add(key, value);
            }
        };
        add("pay-amount", &self.payment, self.payment == usual.payment);
        add("pay-uptake-least", &self.uptake_least, self.uptake_least == usual.uptake_least);
        add("pay-uptake-most", &self.uptake_most, self.uptake_most == usual.uptake_most);
        add("pay-rise", &self.rise, self.rise == usual.rise);
        add("pay-assessment", &self.assessment, self.assessment == usual.assessment);
        add("pay-found-least", &self.found_least, self.found_least == usual.found_least);
        add("pay-found-most", &self.found_most, self.found_most == usual.found_most);
        if let Some(uptake) = &self.found_uptake {
            add("pay-found-uptake", uptake, false);
        }
        add("pay-order", &self.order.name(), self.order == usual.order);
    }
}
