//! How the view `gap` measures rows. The rows themselves are never in a link.

use serde::{Deserialize, Serialize};

use super::choice::names_in_links;
use super::{Percent, Thousandths};

/// What the value of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// Any number.
    Number,
    /// The share of people who have something (0 to 1).
    Share,
    /// Events for each so many people.
    Rate,
    /// Events for each 100 that were expected.
    Ratio,
}

impl ValueKind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Ratio, Self::Rate, Self::Share, Self::Number];
}

/// What the deprivation column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeprivationColumn {
    /// A score: the highest is the most deprived.
    Score,
    /// A rank or the number of a group: the lowest is the most deprived.
    Rank,
}

/// Whether having more is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// More is worse, as with deaths.
    Worse,
    /// More is better, as with years of life.
    Better,
}

impl Polarity {
    /// What a difference, least deprived less most deprived, is multiplied by so that a number above 0 puts the deprived
    /// at a disadvantage.
    pub const fn sign(self) -> f64 {
        match self {
            Self::Worse => -1.0,
            Self::Better => 1.0,
        }
    }
}

/// On which scale the line is straight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineScale {
    /// On that of the values.
    Plain,
    /// On that of their logarithms.
    Log,
    /// On that of their logits.
    Logit,
}

/// How sure limits are meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// 95%.
    P95,
    /// 99.8%.
    P99_8,
}

/// What rows are placed by in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Across {
    /// The share of people who are more deprived.
    People,
    /// The deprivation column itself.
    Deprivation,
}

/// How rows are measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureChoices {
    /// What a value is.
    pub value: ValueKind,
    /// For how many people a rate is: 100, 1,000, 10,000 or 100,000.
    pub per: u32,
    /// What the deprivation column holds.
    pub order: DeprivationColumn,
    /// Whether more is better.
    pub polarity: Polarity,
    /// On which scale the line is straight.
    pub scale: LineScale,
    /// How sure limits are.
    pub level: Confidence,
    /// Aversion to inequality, 0 to 20.
    pub aversion: Thousandths,
    /// The least that a value can possibly be.
    pub least: Option<Thousandths>,
    /// The most that a value can possibly be.
    pub most: Option<Thousandths>,
    /// The share by which the slope is to be cut.
    pub cut: Percent,
    /// Number of groups of rows, 2 to 20.
    pub groups: u8,
    /// Number of draws of a simulation: 1,000, 10,000 or 100,000.
    pub draws: u32,
    /// What rows are placed by in the picture.
    pub across: Across,
}

impl Default for MeasureChoices {
    fn default() -> Self {
        Self {
            value: ValueKind::Ratio,
            per: 100_000,
            order: DeprivationColumn::Score,
            polarity: Polarity::Worse,
            scale: LineScale::Plain,
            level: Confidence::P95,
            aversion: Thousandths::of(1000),
            least: None,
            most: None,
            cut: Percent::from_tenths(200),
            groups: 5,
            draws: 10_000,
            across: Across::People,
        }
    }
}

/// What a rate can be for.
pub const PER: [u32; 4] = [100, 1000, 10_000, 100_000];
/// How many draws there can be.
pub const DRAWS: [u32; 3] = [1000, 10_000, 100_000];
/// How many groups there can be.
pub const GROUPS: [u8; 2] = [2, 20];
/// The highest aversion.
const MOST_AVERSION: Thousandths = Thousandths::of(20_000);
/// Bounds of a value are between this and its negative.
const MOST_BOUND: i64 = 1_000_000_000_000;

impl MeasureChoices {
    /// Reads an aversion.
    pub fn parse_aversion(text: &str) -> Option<Thousandths> {
        Thousandths::parse(text, Thousandths::of(0)..=MOST_AVERSION).ok()
    }

    /// Reads a bound of the value.
    pub fn parse_bound(text: &str) -> Option<Thousandths> {
        Thousandths::parse(text, Thousandths::of(-MOST_BOUND)..=Thousandths::of(MOST_BOUND)).ok()
    }

    /// Reads a number of groups.
    pub fn parse_groups(text: &str) -> Option<u8> {
        text.trim().parse().ok().filter(|groups| (GROUPS[0]..=GROUPS[1]).contains(groups))
    }
}

names_in_links! {
    ValueKind { Ratio = "ratio", Rate = "rate", Share = "share", Number = "number" }
    DeprivationColumn { Score = "score", Rank = "rank" }
    Polarity { Worse = "worse", Better = "better" }
    LineScale { Plain = "plain", Log = "log", Logit = "logit" }
    Confidence { P95 = "95", P99_8 = "99.8" }
    Across { People = "people", Deprivation = "deprivation" }
}
