//! What stands in a table of all results: each measure with its name, its meaning, its unit and what it can be, and each part
//! that a number can be of. The table and its description are both made from this.

mod further;
mod groups;
mod measures;
mod more;
mod shown;

pub use measures::Measure;
pub use shown::{Shown, of_unit};

use super::capital;

/// What a number is, which says its unit, how the page writes it, and what it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number of people.
    People,
    /// How many more or fewer people.
    MorePeople,
    /// A part of a whole.
    Share,
    /// What is left of a whole beside the share that is named.
    Left(&'static str),
    /// A difference of two shares.
    Points,
    /// An amount of money.
    Pounds,
    /// An amount that the page writes with its pence.
    Pence,
    /// How much more or less money.
    MorePounds,
    /// A number of areas, perhaps with a part of one.
    Areas,
    /// How many times as much.
    Times,
    /// The same, written with two decimals.
    Ratio,
    /// How many there are.
    Count,
    /// How many more or fewer there are.
    MoreCount,
    /// A number that nothing is counted in.
    Index,
    /// Years of life.
    Years,
    /// A calendar year.
    Year,
    /// Bad outcomes, or what else an offer averts.
    Outcomes,
    /// More or fewer of these.
    MoreOutcomes,
    /// How often in a year for each person.
    YearlyRate,
    /// Deaths for each 100,000 people.
    Deaths,
    /// A gap in risk, or in a yearly rate.
    Gap,
    /// What the assumption of the tie is counted in.
    Tie,
    /// A difference in what the tie is on.
    TieOn,
    /// A value of the rows that are measured.
    Measured,
    /// A difference of two of these.
    MeasuredChange,
    /// A difference between the two outer fifths of rows, whose sign the page may turn.
    FifthsChange,
    /// The same as a multiple.
    FifthsRatio,
    /// An index whose sign the page may turn.
    TurnedIndex,
    /// A difference of values whose sign the page may turn.
    TurnedChange,
    /// A value of the risk factor.
    Factor,
    /// A fall of the risk factor for everyone, in its unit or as a share.
    FactorFall,
    /// Yes or no: 1 or 0.
    YesNo,
    /// A text.
    Text,
}

/// A line of the dictionary: the key, the name, the meaning, what it is.
type Line = (&'static str, &'static str, &'static str, Kind);

/// Every unit there is, with what it means.
pub const UNITS: [(&str, &str); 15] = [
    ("people", "a number of people; a part of one where shares are worked out"),
    ("share", "a part of a whole, 0 to 1, or a difference of two"),
    ("pounds", "pounds sterling"),
    ("areas", "a number of areas, perhaps with a part of one"),
    ("ratio", "how many times as much"),
    ("number", "how many there are"),
    ("index", "a number that nothing is counted in"),
    ("years", "years of life"),
    ("year", "a calendar year"),
    ("outcomes", "what an offer averts"),
    ("per person a year", "how often in a year for each person"),
    ("per 100,000", "for each 100,000 people"),
    ("as measured", "in what the rows, or the risk factor, are counted in"),
    ("yes/no", "1 for yes, 0 for no"),
    ("text", "no number: the text is in the column “shown”"),
];

impl Kind {
    /// Its unit, one of [`UNITS`]. Of what depends on choices, [`Shown::resolve`] says first what it is.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::People | Self::MorePeople => "people",
            Self::Share | Self::Left(_) | Self::Points | Self::Gap => "share",
            Self::Pounds | Self::Pence | Self::MorePounds => "pounds",
            Self::Areas => "areas",
            Self::Times | Self::Ratio | Self::FifthsRatio => "ratio",
            Self::Count | Self::MoreCount => "number",
            Self::Index | Self::TurnedIndex => "index",
            Self::Years => "years",
            Self::Year => "year",
            Self::Outcomes | Self::MoreOutcomes => "outcomes",
            Self::YearlyRate => "per person a year",
            Self::Deaths => "per 100,000",
            Self::Tie
            | Self::TieOn
            | Self::Measured
            | Self::MeasuredChange
            | Self::FifthsChange
            | Self::TurnedChange
            | Self::Factor
            | Self::FactorFall => "as measured",
            Self::YesNo => "yes/no",
            Self::Text => "text",
        }
    }

    /// The least and the most that it can be, where there are such.
    pub const fn range(self) -> [Option<i8>; 2] {
        match self {
            Self::Share | Self::Left(_) | Self::YesNo => [Some(0), Some(1)],
            Self::Points => [Some(-1), Some(1)],
            Self::People
            | Self::Pounds
            | Self::Pence
            | Self::Areas
            | Self::Times
            | Self::Ratio
            | Self::Count
            | Self::Years
            | Self::Year
            | Self::Outcomes => [Some(0), None],
            _ => [None, None],
        }
    }
}

/// The columns of the table: name, what it holds, whether it holds numbers, and whether each row has one.
pub const COLUMNS: [(&str, &str, bool, bool); 12] = [
    ("place", "The place, or what else the numbers are about", false, true),
    ("data", "The edition of the figures, or “own”", false, false),
    ("measure", "What is measured: its place in the JSON file without the parts", false, true),
    ("part", "What it is of, such as an offer or a fifth; “all” for the whole", false, true),
    ("label", "Both in words", false, true),
    ("value", "The number in full; empty where there is none, and for texts", true, false),
    ("shown", "The number as the page writes it; the text of a text", false, false),
    ("unit", "What it is counted in", false, true),
    ("low", "Lower limit of the number", true, false),
    ("high", "Upper limit of the number", true, false),
    ("limits", "What the limits are", false, false),
    ("reason", "Why there is no number", false, false),
];

/// Limits of a number that was drawn.
pub const OF_DRAWS: &str = "90% of draws";
/// Limits of an assumption.
pub const OF_RANGE: &str = "what it may be";
/// Why there is no number beside limits.
pub const LIMITS_ALONE: &str = "These are the limits of another number.";

/// Limits that hold for a per cent.
pub fn of_level(level: &str) -> String {
    format!("{level}%")
}

/// A measure and its parts in words.
pub fn label(name: &str, parts: &[&str]) -> String {
    if parts.is_empty() { capital(name) } else { format!("{}: {}", capital(name), parts.join(", ")) }
}

/// A stretch of ties by its place among them.
pub fn tie(at: usize) -> String {
    format!("tie {at}")
}

/// A group of rows by its number.
pub fn group(at: u64) -> String {
    format!("group {at}, 1 is the most deprived")
}

/// A share of people in need to be reached.
pub fn goal(share: f64) -> String {
    format!("reach {}", super::number::percent(share))
}

/// An uptake on a curve.
pub fn uptake(share: f64) -> String {
    format!("uptake {}", super::number::percent(share))
}

/// What one more averted is worth.
pub fn worth(amount: f64) -> String {
    format!("at {} for each", super::number::pounds(amount))
}

/// A row without a name.
pub fn row(at: usize) -> String {
    format!("row {at}")
}
