//! The words of each need, a row a need. No other sentence says of a need what is true of another one only, such as "low
//! income": it takes the words from here (`tests/need_words.rs`).

use std::borrow::Cow;

use super::{capital, schools};
use crate::data::{Edition, NeedHeadings, NeedMeasure};
use crate::scenario::Whom;

/// What is said of a need.
#[derive(Debug, Clone, Copy)]
pub struct NeedWords {
    /// The people who are in need.
    pub in_need: &'static str,
    /// The same at the start of a sentence or label.
    pub in_need_capital: &'static str,
    /// All people among whom need is counted.
    pub everyone: &'static str,
    /// The same at the start of a label.
    pub everyone_capital: &'static str,
    /// Some of them, as in "5 residents".
    pub people: &'static str,
    /// The same at the start of a label.
    pub people_capital: &'static str,
    /// Whom the figures count, with their ages.
    pub counted: &'static str,
    /// Being in need, as what areas can be ordered by.
    pub itself: &'static str,
    /// What need means, in one line: a line for each edition, in the order of [`Edition::ALL`].
    pub meanings: [&'static str; Edition::COUNT],
    /// What the measure leaves out, for those who read a result.
    pub limits: [&'static str; 2],
    /// Why numbers of two editions do not show what has changed.
    pub not_a_trend: &'static str,
    /// How much of the index that areas are ordered by is the measure itself. Source: the technical reports of both editions.
    pub part_of_the_index: &'static str,
    /// The headings of its columns in File 7, as far as a person needs them to find the column.
    pub headings: NeedHeadings,
}

/// What the needs share that are about low income.
const LOW_INCOME_LIMITS: [&str; 2] = [
    "Low income here means getting certain benefits. People who do not claim, or earn just too much, are not counted.",
    "Low income stands for need. People can need a service for other reasons.",
];
const LOW_INCOME_NOT_A_TREND: &str =
    "In 2025 low income is counted after housing costs, so 2019 and 2025 are not a trend.";
const INCOME_PART_OF_THE_INDEX: &str = "Income is part of the Index of Multiple Deprivation, with 22.5% of its weight, so \
     that index finds low income better than needs it does not contain.";

/// The words of a need.
pub const fn words(need: NeedMeasure) -> &'static NeedWords {
    match need {
        NeedMeasure::Income => &NeedWords {
            in_need: "people on low incomes",
            in_need_capital: "People on low incomes",
            everyone: "all residents",
            everyone_capital: "All residents",
            people: "residents",
            people_capital: "Residents",
            counted: "residents of all ages",
            itself: "low income itself",
            meanings: [
                "People of any age in households that get income-related benefits or tax credits.",
                "People of any age in households that get income-related benefits, counted after housing costs.",
            ],
            limits: LOW_INCOME_LIMITS,
            not_a_trend: LOW_INCOME_NOT_A_TREND,
            part_of_the_index: INCOME_PART_OF_THE_INDEX,
            headings: NeedHeadings { rate: "Income Score (rate)", rank: "Income Rank", people: "Total population" },
        },
        NeedMeasure::Children => &NeedWords {
            in_need: "children in low-income families",
            in_need_capital: "Children in low-income families",
            everyone: "all children",
            everyone_capital: "All children",
            people: "children",
            people_capital: "Children",
            counted: "children up to 15",
            itself: "low income itself",
            meanings: ["Children aged 0 to 15 in families on low incomes (the index called IDACI)."; Edition::COUNT],
            limits: LOW_INCOME_LIMITS,
            not_a_trend: LOW_INCOME_NOT_A_TREND,
            part_of_the_index: INCOME_PART_OF_THE_INDEX,
            headings: NeedHeadings {
                rate: "Income Deprivation Affecting Children Index (IDACI) Score (rate)",
                rank: "Income Deprivation Affecting Children Index (IDACI) Rank",
                people: "Dependent Children aged 0-15",
            },
        },
        NeedMeasure::Older => &NeedWords {
            in_need: "older people on low incomes",
            in_need_capital: "Older people on low incomes",
            everyone: "all older people",
            everyone_capital: "All older people",
            people: "older people",
            people_capital: "Older people",
            counted: "people aged 60 and over",
            itself: "low income itself",
            meanings: ["People aged 60 and over who get Pension Credit or similar (the index called IDAOPI).";
                Edition::COUNT],
            limits: LOW_INCOME_LIMITS,
            not_a_trend: LOW_INCOME_NOT_A_TREND,
            part_of_the_index: INCOME_PART_OF_THE_INDEX,
            headings: NeedHeadings {
                rate: "Income Deprivation Affecting Older People (IDAOPI) Score (rate)",
                rank: "Income Deprivation Affecting Older People (IDAOPI) Rank",
                people: "Older population aged 60 and over",
            },
        },
        NeedMeasure::Employment => &NeedWords {
            in_need: "working-age people out of work",
            in_need_capital: "Working-age people out of work",
            everyone: "all working-age people",
            everyone_capital: "All working-age people",
            people: "working-age people",
            people_capital: "Working-age people",
            counted: "people of working age",
            itself: "being out of work itself",
            meanings: [
                "Women aged 18 to 59 and men aged 18 to 64 who are kept out of work by unemployment, sickness, disability or \
                 caring (the employment domain).",
                "People aged 18 to 66 who are kept out of work by unemployment, sickness, disability or caring (the \
                 employment domain).",
            ],
            limits: [
                "Out of work here means getting certain benefits. People who do not claim are not counted.",
                "Being out of work stands for need. People can need a service for other reasons.",
            ],
            not_a_trend: "In 2025 people are counted up to 66, not up to 59 or 64, so 2019 and 2025 are not a trend.",
            part_of_the_index: "Being out of work is part of the Index of Multiple Deprivation, with 22.5% of its weight, so \
                                that index finds it better than needs it does not contain.",
            headings: NeedHeadings {
                rate: "Employment Score (rate)",
                rank: "Employment Rank",
                people: "Working age population",
            },
        },
    }
}

/// What own units hold, where the person gives it no name.
const OWN_IN_NEED: &str = "people in need";
const OWN_PEOPLE: &str = "people";

/// The people who are in need.
pub fn in_need<'a>(whom: impl Into<Whom<'a>>) -> &'a str {
    match whom.into() {
        Whom::Official(need) => words(need).in_need,
        Whom::Own(own) => {
            own.in_need.as_deref().unwrap_or_else(|| own.schools().map_or(OWN_IN_NEED, |_| schools::IN_NEED))
        }
    }
}

/// The same at the start of a sentence or label.
pub fn in_need_capital<'a>(whom: impl Into<Whom<'a>>) -> Cow<'a, str> {
    match whom.into() {
        Whom::Official(need) => words(need).in_need_capital.into(),
        own @ Whom::Own(_) => capital(in_need(own)).into(),
    }
}

/// All people among whom need is counted.
pub fn everyone<'a>(whom: impl Into<Whom<'a>>) -> Cow<'a, str> {
    match whom.into() {
        Whom::Official(need) => words(need).everyone.into(),
        own @ Whom::Own(_) => format!("all {}", people(own)).into(),
    }
}

/// The same at the start of a label.
pub fn everyone_capital<'a>(whom: impl Into<Whom<'a>>) -> Cow<'a, str> {
    match whom.into() {
        Whom::Official(need) => words(need).everyone_capital.into(),
        own @ Whom::Own(_) => format!("All {}", people(own)).into(),
    }
}

/// Some of them, as in "5 residents".
pub fn people<'a>(whom: impl Into<Whom<'a>>) -> &'a str {
    match whom.into() {
        Whom::Official(need) => words(need).people,
        Whom::Own(own) => {
            own.people.as_deref().unwrap_or_else(|| own.schools().map_or(OWN_PEOPLE, |_| schools::PEOPLE))
        }
    }
}

/// The same at the start of a label.
pub fn people_capital<'a>(whom: impl Into<Whom<'a>>) -> Cow<'a, str> {
    match whom.into() {
        Whom::Official(need) => words(need).people_capital.into(),
        own @ Whom::Own(_) => capital(people(own)).into(),
    }
}

/// Whom the figures count.
pub fn counted<'a>(whom: impl Into<Whom<'a>>) -> &'a str {
    match whom.into() {
        Whom::Official(need) => words(need).counted,
        own @ Whom::Own(_) => people(own),
    }
}

/// Being in need, as what areas can be ordered by.
pub fn itself<'a>(whom: impl Into<Whom<'a>>) -> Cow<'a, str> {
    match whom.into() {
        Whom::Official(need) => words(need).itself.into(),
        own @ Whom::Own(_) => format!("the share of {}", in_need(own)).into(),
    }
}

/// What can be targeted as a whole, several of them.
pub fn areas<'a>(whom: impl Into<Whom<'a>>) -> &'a str {
    match whom.into() {
        Whom::Official(_) => "areas",
        Whom::Own(own) => own.units.as_deref().unwrap_or_else(|| own.schools().map_or("areas", schools::units)),
    }
}

/// The same at the start of a sentence or label.
pub fn areas_capital<'a>(whom: impl Into<Whom<'a>>) -> Cow<'a, str> {
    capital(areas(whom)).into()
}

/// What need means in an edition, in one line.
pub const fn need_meaning(need: NeedMeasure, edition: Edition) -> &'static str {
    words(need).meanings[edition.index()]
}

/// What the measure leaves out, for those who read a result.
pub const fn limits(need: NeedMeasure) -> [&'static str; 2] {
    words(need).limits
}

/// Why numbers of two editions do not show what has changed.
pub const fn not_a_trend(need: NeedMeasure) -> &'static str {
    words(need).not_a_trend
}

/// How much of the index that areas are ordered by is the measure itself.
pub const fn part_of_the_index(need: NeedMeasure) -> &'static str {
    words(need).part_of_the_index
}
