//! Words of each measure of need, a row each.

use crate::data::{Edition, NeedMeasure};

/// What is said of a measure.
struct NeedWords {
    /// The people who are in need.
    in_need: &'static str,
    /// The same at the start of a sentence or label.
    in_need_capital: &'static str,
    /// All people among whom need is counted.
    everyone: &'static str,
    /// The same at the start of a label.
    everyone_capital: &'static str,
    /// Some of them, as in "5 residents".
    people: &'static str,
    /// The same at the start of a label.
    people_capital: &'static str,
    /// Whom the figures count, with their ages.
    counted: &'static str,
    /// Being in need, as what areas can be ordered by.
    itself: &'static str,
}

const fn words(need: NeedMeasure) -> NeedWords {
    match need {
        NeedMeasure::Income => NeedWords {
            in_need: "people on low incomes",
            in_need_capital: "People on low incomes",
            everyone: "all residents",
            everyone_capital: "All residents",
            people: "residents",
            people_capital: "Residents",
            counted: "residents of all ages",
            itself: "low income itself",
        },
        NeedMeasure::Children => NeedWords {
            in_need: "children in low-income families",
            in_need_capital: "Children in low-income families",
            everyone: "all children",
            everyone_capital: "All children",
            people: "children",
            people_capital: "Children",
            counted: "children up to 15",
            itself: "low income itself",
        },
        NeedMeasure::Older => NeedWords {
            in_need: "older people on low incomes",
            in_need_capital: "Older people on low incomes",
            everyone: "all older people",
            everyone_capital: "All older people",
            people: "older people",
            people_capital: "Older people",
            counted: "people aged 60 and over",
            itself: "low income itself",
        },
        NeedMeasure::Employment => NeedWords {
            in_need: "working-age people out of work",
            in_need_capital: "Working-age people out of work",
            everyone: "all working-age people",
            everyone_capital: "All working-age people",
            people: "working-age people",
            people_capital: "Working-age people",
            counted: "people of working age",
            itself: "being out of work itself",
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

/// The same at the start of a label.
pub const fn people_capital(need: NeedMeasure) -> &'static str {
    words(need).people_capital
}

/// Whom the figures count.
pub const fn counted(need: NeedMeasure) -> &'static str {
    words(need).counted
}

/// Being in need, as what areas can be ordered by.
pub const fn itself(need: NeedMeasure) -> &'static str {
    words(need).itself
}

/// What need means in an edition, in one line.
pub const fn need_meaning(need: NeedMeasure, edition: Edition) -> &'static str {
    match (need, edition) {
        (NeedMeasure::Income, Edition::Iod2019) => {
            "People of any age in households that get income-related benefits or tax credits."
        }
        (NeedMeasure::Income, Edition::Iod2025) => {
            "People of any age in households that get income-related benefits, counted after housing costs."
        }
        (NeedMeasure::Children, _) => "Children aged 0 to 15 in families on low incomes (the index called IDACI).",
        (NeedMeasure::Older, _) => {
            "People aged 60 and over who get Pension Credit or similar (the index called IDAOPI)."
        }
        (NeedMeasure::Employment, Edition::Iod2019) => {
            "Women aged 18 to 59 and men aged 18 to 64 who are kept out of work by unemployment, sickness, disability or \
             caring (the employment domain)."
        }
        (NeedMeasure::Employment, Edition::Iod2025) => {
            "People aged 18 to 66 who are kept out of work by unemployment, sickness, disability or caring (the employment \
             domain)."
        }
    }
}

/// What the measure leaves out, for those who read a result.
pub const fn limits(need: NeedMeasure) -> [&'static str; 2] {
    match need {
        NeedMeasure::Income | NeedMeasure::Children | NeedMeasure::Older => [
            "Low income here means getting certain benefits. People who do not claim, or earn just too much, are not counted.",
            "Low income stands for need. People can need a service for other reasons.",
        ],
        NeedMeasure::Employment => [
            "Out of work here means getting certain benefits. People who do not claim are not counted.",
            "Being out of work stands for need. People can need a service for other reasons.",
        ],
    }
}

/// Why numbers of two editions do not show what has changed.
pub const fn not_a_trend(need: NeedMeasure) -> &'static str {
    match need {
        NeedMeasure::Income | NeedMeasure::Children | NeedMeasure::Older => {
            "Low income is counted after housing costs, so 2019 and 2025 are not a trend."
        }
        NeedMeasure::Employment => "People are counted up to 66, not up to 59 or 64, so 2019 and 2025 are not a trend.",
    }
}

/// How much of the index that areas are ordered by is the measure itself. Source: the technical reports of both editions.
pub const fn part_of_the_index(need: NeedMeasure) -> &'static str {
    match need {
        NeedMeasure::Income | NeedMeasure::Children | NeedMeasure::Older => {
            "Income is part of the Index of Multiple Deprivation, with 22.5% of its weight, so that index finds low income \
             better than needs it does not contain."
        }
        NeedMeasure::Employment => {
            "Being out of work is part of the Index of Multiple Deprivation, with 22.5% of its weight, so that index finds it \
             better than needs it does not contain."
        }
    }
}
