//! The words of each need, a row a need. No other sentence says of a need what is true of another one only, such as "low
//! income": it takes the words from here (`tests/need_words.rs`).

use crate::data::{Edition, NeedHeadings, NeedMeasure};

/// The words of a need.
#[derive(Debug, Clone, Copy)]
pub struct NeedWords {
    /// The people who are in need.
    pub in_need: &'static str,
    /// The same at the start of a sentence or label.
    pub in_need_capital: &'static str,
    /// One of them, as in "not where … lives".
    pub each_in_need: &'static str,
    /// What a map of areas does not say, as in "It does not say …".
    pub which_in_need: &'static str,
    /// All people among whom need is counted.
    pub everyone: &'static str,
    /// The same at the start of a label.
    pub everyone_capital: &'static str,
    /// Some of them, as in "5 residents".
    pub people: &'static str,
    /// The same with their ages, as in "The figures count …".
    pub counted: &'static str,
    /// What they lack or have, as in "where … is common".
    pub lack: &'static str,
    /// What the perfect map orders areas by.
    pub lack_itself: &'static str,
    /// The same as a label.
    pub lack_itself_capital: &'static str,
    /// What counts as need in these figures, and who is left out.
    pub who_is_left_out: &'static str,
    /// That this is not all need.
    pub stands_for_need: &'static str,
    /// Its part in the Index of Multiple Deprivation.
    pub part_of_index: &'static str,
    /// What it means in each edition, in one line, in the order of [`Edition::ALL`].
    pub meanings: [&'static str; Edition::COUNT],
    /// What figures of it cannot show for that reason, in the same order.
    pub limits: [Option<&'static str>; Edition::COUNT],
    /// The headings of its columns in File 7, as far as a person needs them to find the column.
    pub headings: NeedHeadings,
}

/// What the needs share that are about low income.
const BENEFITS: &str =
    "Low income here means getting certain benefits. People who do not claim, or earn just too much, are not counted.";
const STANDS_FOR_NEED: &str = "Low income stands for need. People can need a service for other reasons.";
const PART_OF_INDEX: &str = "Income is part of the Index of Multiple Deprivation, with 22.5% of its weight, so that index \
     finds low income better than needs it does not contain.";
const LIMITS: [Option<&str>; Edition::COUNT] =
    [None, Some("Low income is counted after housing costs, so 2019 and 2025 are not a trend.")];

/// The words of a need.
pub const fn words(need: NeedMeasure) -> &'static NeedWords {
    match need {
        NeedMeasure::Income => &NeedWords {
            in_need: "people on low incomes",
            in_need_capital: "People on low incomes",
            each_in_need: "everyone on a low income",
            which_in_need: "who is on a low income",
            everyone: "all residents",
            everyone_capital: "All residents",
            people: "residents",
            counted: "residents of all ages",
            lack: "low income",
            lack_itself: "low income itself",
            lack_itself_capital: "Low income itself",
            who_is_left_out: BENEFITS,
            stands_for_need: STANDS_FOR_NEED,
            part_of_index: PART_OF_INDEX,
            meanings: [
                "People of any age in households that get income-related benefits or tax credits.",
                "People of any age in households that get income-related benefits, counted after housing costs.",
            ],
            limits: LIMITS,
            headings: NeedHeadings { rate: "Income Score (rate)", rank: "Income Rank", people: "Total population" },
        },
        NeedMeasure::Children => &NeedWords {
            in_need: "children in low-income families",
            in_need_capital: "Children in low-income families",
            each_in_need: "every child in a low-income family",
            which_in_need: "which children are in low-income families",
            everyone: "all children",
            everyone_capital: "All children",
            people: "children",
            counted: "children up to 15",
            lack: "low income",
            lack_itself: "low income itself",
            lack_itself_capital: "Low income itself",
            who_is_left_out: BENEFITS,
            stands_for_need: STANDS_FOR_NEED,
            part_of_index: PART_OF_INDEX,
            meanings: ["Children aged 0 to 15 in families on low incomes (the index called IDACI)."; Edition::COUNT],
            limits: LIMITS,
            headings: NeedHeadings {
                rate: "Income Deprivation Affecting Children Index (IDACI) Score (rate)",
                rank: "Income Deprivation Affecting Children Index (IDACI) Rank",
                people: "Dependent Children aged 0-15",
            },
        },
        NeedMeasure::Older => &NeedWords {
            in_need: "older people on low incomes",
            in_need_capital: "Older people on low incomes",
            each_in_need: "every older person on a low income",
            which_in_need: "which older people are on low incomes",
            everyone: "all older people",
            everyone_capital: "All older people",
            people: "older people",
            counted: "people aged 60 and over",
            lack: "low income",
            lack_itself: "low income itself",
            lack_itself_capital: "Low income itself",
            who_is_left_out: BENEFITS,
            stands_for_need: STANDS_FOR_NEED,
            part_of_index: PART_OF_INDEX,
            meanings: ["People aged 60 and over who get Pension Credit or similar (the index called IDAOPI).";
                Edition::COUNT],
            limits: LIMITS,
            headings: NeedHeadings {
                rate: "Income Deprivation Affecting Older People (IDAOPI) Score (rate)",
                rank: "Income Deprivation Affecting Older People (IDAOPI) Rank",
                people: "Older population aged 60 and over",
            },
        },
    }
}

/// The people who are in need.
pub const fn in_need(need: NeedMeasure) -> &'static str {
    words(need).in_need
}

/// The same at the start of a sentence or label.
pub const fn in_need_capital(need: NeedMeasure) -> &'static str {
    words(need).in_need_capital
}

/// All people among whom need is counted.
pub const fn everyone(need: NeedMeasure) -> &'static str {
    words(need).everyone
}

/// The same at the start of a label.
pub const fn everyone_capital(need: NeedMeasure) -> &'static str {
    words(need).everyone_capital
}

/// Some of them, as in "5 residents".
pub const fn people(need: NeedMeasure) -> &'static str {
    words(need).people
}

/// What need means in an edition, in one line.
pub const fn need_meaning(need: NeedMeasure, edition: Edition) -> &'static str {
    words(need).meanings[edition.index()]
}
