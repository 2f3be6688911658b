//! How the view `gap` measures rows. The rows themselves are never in a link.

use std::fmt::Display;

use super::keys::Keys;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// Values with their names in links, the default first.
type Names<T> = &'static [(&'static str, T)];

const VALUES: Names<ValueKind> = &[
    ("ratio", ValueKind::Ratio),
    ("rate", ValueKind::Rate),
    ("share", ValueKind::Share),
    ("number", ValueKind::Number),
];
const ORDERS: Names<DeprivationColumn> = &[("score", DeprivationColumn::Score), ("rank", DeprivationColumn::Rank)];
const MORE: Names<Polarity> = &[("worse", Polarity::Worse), ("better", Polarity::Better)];
const SCALES: Names<LineScale> = &[("plain", LineScale::Plain), ("log", LineScale::Log), ("logit", LineScale::Logit)];
const LEVELS: Names<Confidence> = &[("95", Confidence::P95), ("99.8", Confidence::P99_8)];
const ACROSS: Names<Across> = &[("people", Across::People), ("deprivation", Across::Deprivation)];

fn put<T>(field: &mut T, value: Option<T>) -> bool {
    value.map(|value| *field = value).is_some()
}

fn named<T: Copy>(names: Names<T>, name: &str) -> Option<T> {
    names.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
}

fn name<T: Copy + PartialEq>(names: Names<T>, value: T) -> &'static str {
    names.iter().find(|&&(_, known)| known == value).map_or("", |&(name, _)| name)
}

impl MeasureChoices {
    /// Every setting by its name in links, with its value as in a link; an empty text for a bound that is not given.
    pub fn settings(&self) -> [(&'static str, String); 13] {
        let bound = |bound: Option<Thousandths>| bound.map(|bound| bound.to_string()).unwrap_or_default();
        [
            ("measure-value", name(VALUES, self.value).to_owned()),
            ("measure-per", self.per.to_string()),
            ("measure-order", name(ORDERS, self.order).to_owned()),
            ("measure-more", name(MORE, self.polarity).to_owned()),
            ("measure-scale", name(SCALES, self.scale).to_owned()),
            ("measure-level", name(LEVELS, self.level).to_owned()),
            ("measure-aversion", self.aversion.to_string()),
            ("measure-least", bound(self.least)),
            ("measure-most", bound(self.most)),
            ("measure-cut", self.cut.to_string()),
            ("measure-groups", self.groups.to_string()),
            ("measure-draws", self.draws.to_string()),
            ("measure-across", name(ACROSS, self.across).to_owned()),
        ]
    }
}

impl Keys for MeasureChoices {
    fn set(&mut self, key: &str, value: &str) -> Option<bool> {
        let one_of = |all: &[u32]| value.parse().ok().filter(|number| all.contains(number));
        Some(match key {
            "measure-value" => put(&mut self.value, named(VALUES, value)),
            "measure-per" => put(&mut self.per, one_of(&PER)),
            "measure-order" => put(&mut self.order, named(ORDERS, value)),
            "measure-more" => put(&mut self.polarity, named(MORE, value)),
            "measure-scale" => put(&mut self.scale, named(SCALES, value)),
            "measure-level" => put(&mut self.level, named(LEVELS, value)),
            "measure-aversion" => put(&mut self.aversion, Self::parse_aversion(value)),
            "measure-least" => put(&mut self.least, Self::parse_bound(value).map(Some)),
            "measure-most" => put(&mut self.most, Self::parse_bound(value).map(Some)),
            "measure-cut" => put(&mut self.cut, value.parse().ok()),
            "measure-groups" => put(&mut self.groups, Self::parse_groups(value)),
            "measure-draws" => put(&mut self.draws, one_of(&DRAWS)),
            "measure-across" => put(&mut self.across, named(ACROSS, value)),
            _ => return None,
        })
    }

    fn each(&self, add: &mut dyn FnMut(&str, &dyn Display)) {
        for ((key, value), (_, usual)) in self.settings().into_iter().zip(Self::default().settings()) {
            if value != usual {
                add(key, &value);
            }
        }
    }
}
