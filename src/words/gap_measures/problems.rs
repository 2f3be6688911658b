//! What is said where rows and settings give no answer together.

use crate::results::gap_measures::{Bounded, MeasureError, Measures, NoDraws, Who};
use crate::words::import::Message;

fn message(problem: impl Into<String>, advice: &str) -> Message {
    Message { problem: problem.into(), advice: advice.to_owned() }
}

/// A row by its name and line.
fn who(who: &Who) -> String {
    if who.name.is_empty() {
        format!("The row on line {}", who.line)
    } else {
        format!("“{}” (line {})", who.name, who.line)
    }
}

/// Why rows and settings give no answer together, and what to do.
pub fn measure_message(error: &MeasureError) -> Message {
    match error {
        MeasureError::NotAShare(row) => message(
            format!("{} is not a share: it is not between 0 and 1.", who(row)),
            "Write shares as 0.25 or 25%, or set “A value is” to another kind.",
        ),
        MeasureError::BelowZero(row) => message(
            format!("{} is below 0.", who(row)),
            "A rate or ratio cannot be. Correct it, or set “A value is” to “another number”.",
        ),
        MeasureError::MoreThanPeople(row) => message(
            format!("{} has more events than people.", who(row)),
            "Correct one of the two, or set “A value is” to a rate.",
        ),
        MeasureError::Impossible(row) => {
            message(format!("{} has a number that cannot be true.", who(row)), "Correct it, or leave the cell empty.")
        }
        MeasureError::OffScale(row) => message(
            format!("{} has no place on this line’s scale.", who(row)),
            "A logarithm needs values above 0, a logit values between 0 and 1. Set “The line is straight” to “on values as they are”.",
        ),
        MeasureError::NeedsExpected => message(
            "A ratio needs the number of events expected.",
            "Add a column for it, or set “A value is” to a rate or a share.",
        ),
        MeasureError::NeedsPeople => message(
            "A rate or a share needs a number of people.",
            "Add a column for it, or set “A value is” to another kind.",
        ),
        MeasureError::AgesNeedRate => {
            message("Rows with age groups make rates.", "Set “A value is” to “a rate”, or leave the age groups out.")
        }
        MeasureError::NoRows => message(
            "No row has a value, people and deprivation.",
            "Fill in the cells that are empty, or say which column is which.",
        ),
        MeasureError::OneRow => message(
            "Only one row has a value, people and deprivation, so there is no slope.",
            "Bring at least two rows that differ in deprivation, or go back to the built-in rows.",
        ),
        MeasureError::OneDeprivation => message(
            "All rows are as deprived as each other, so there is no slope.",
            "Check which column holds deprivation, or go back to the built-in rows.",
        ),
        MeasureError::TooSteep => {
            message("These numbers are too far apart to work with.", "Check the values, and which column is which.")
        }
    }
}

/// Why there are no simulated limits.
pub fn no_draws(reason: &NoDraws) -> String {
    match reason {
        NoDraws::NoColumn => "no column of limits was found".to_owned(),
        NoDraws::NoLimits => "the rows have no limits of their own".to_owned(),
        NoDraws::RowWithout(row) => format!("{} has no limits", who(row)),
        NoDraws::OffScale(row) => {
            format!("the limits of {} touch 0 or 1, where there is no scale to draw on", who(row))
        }
    }
}

/// Why the share of events that a fifth of rows holds is not known.
pub const NO_COUNTS: &str = "The values are not worked out from events and people.";
/// Why the number of people is not known.
pub const NO_PEOPLE: &str = "No column says how many people a row stands for, so all rows count alike.";
/// Why there is no line.
pub const NO_LINE: &str = "No line fits these values.";
/// Why a line has no limits of its own.
pub const NO_LIMITS_BY_LINE: &str = "A line through two rows, or one that is not straight, has no such limits.";
/// Why there are no simulated limits though every row has some.
pub const NO_LIMITS_BY_DRAWS: &str = "A draw left the range of numbers.";
/// Why the relative index has no simulated limits.
pub const NO_RATIO_IN_A_DRAW: &str = "The line, or that of a draw, does not stay above 0, so the ratio has no value.";

/// Why a measure has no value.
pub fn no_measure(of: &Measures, key: &str) -> String {
    let why = match key {
        "rii" => super::NO_RII,
        "most_deprived_fifth" | "least_deprived_fifth" | "gap_between_fifths" => {
            "there are fewer than five rows, or too many of one deprivation"
        }
        "ratio_between_fifths" if of.fifths.is_some() => "one of the two fifths is not above 0",
        "ratio_between_fifths" => "there are fewer than five rows, or too many of one deprivation",
        "concentration_index" => "the mean is not above 0",
        "wagstaff_index" | "erreygers_index" => no_bounds(of.bounded),
        "gini" => "the mean is 0, or a value is below 0",
        _ => "a value is below 0, or the mean is 0",
    };
    format!("None: {why}.")
}

/// Why there are no corrected indices.
pub const fn no_bounds(bounded: Bounded) -> &'static str {
    match bounded {
        Bounded::NoBounds => "say in the settings what a value can be at most",
        Bounded::OutOfOrder => "the least a value can be is not below the most",
        Bounded::Outside => "a value lies outside what is said to be possible",
        Bounded::Found(_) => "all values are at one end of what is possible",
    }
}
