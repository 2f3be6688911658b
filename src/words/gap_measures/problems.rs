//! What is said where rows cannot be used, or rows and settings give no answer together.

use crate::data::own_rows::{Column, MOST_ROWS, OwnRowsError, Trouble};
use crate::results::gap_measures::{Bounded, MeasureError, Measures, NoDraws, Who};
use crate::words::import::Message;
use crate::words::number::count;

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

/// What a column holds.
pub const fn column_name(column: Column) -> &'static str {
    match column {
        Column::Name => "name",
        Column::Value => "value",
        Column::Events => "events or cases",
        Column::Denominator => "out of how many people",
        Column::Expected => "events expected",
        Column::People => "people the row stands for",
        Column::Deprivation => "deprivation score or rank",
        Column::Lower => "lower 95% limit",
        Column::Upper => "upper 95% limit",
        Column::Age => "age group",
        Column::Standard => "standard population",
    }
}

/// Why rows cannot be used, and what to do.
pub fn rows_message(error: &OwnRowsError) -> Message {
    match error {
        OwnRowsError::Empty => {
            message("There are no rows here.", "Paste them with a first line of headings, or choose a file.")
        }
        OwnRowsError::NotText => message(
            "This is not a text file.",
            "Save the sheet as CSV (UTF-8) in your spreadsheet and choose that file, or copy the cells and paste them here.",
        ),
        OwnRowsError::BrokenSign { line } => message(
            format!("Line {line} has a letter or sign that could not be read."),
            "Save the sheet as CSV (UTF-8) in your spreadsheet and choose that file, or copy the cells and paste them here.",
        ),
        OwnRowsError::OpenQuote { line } => {
            message(format!("On line {line} a double quote is opened and not closed."), "Close it, or take it out.")
        }
        OwnRowsError::TooManyColumns { line, cells } => message(
            format!("Line {line} has {} columns.", count(*cells as f64)),
            "Keep the columns needed: a name, a value, people, and a rank or score.",
        ),
        OwnRowsError::TooLong => message("This is too much text.", "Keep the columns needed and up to 5,000 rows."),
        OwnRowsError::OneColumn => message(
            "The first line has only one column.",
            "Use one line for each row, with tabs, commas or semicolons between the cells, and headings on the first line.",
        ),
        OwnRowsError::NoHeadings => message(
            "The first line holds numbers.",
            "Put a line of headings above them, such as: name, score, people, value.",
        ),
        OwnRowsError::NoRows => message("There are headings but no rows.", "Put at least two rows below the headings."),
        OwnRowsError::TooManyRows => message(
            format!("There are more than {} rows.", count(MOST_ROWS as f64)),
            "Leave rows out, or add some together.",
        ),
        OwnRowsError::TooManyCells { line, cells, headings } => message(
            format!("Line {line} has {cells} cells, but there are {headings} headings."),
            "Put a name or number that has a comma in it between double quotes, or use tabs between cells.",
        ),
        OwnRowsError::NoColumn(Column::Deprivation) => message(
            "No column was found for deprivation.",
            "Say below which column holds a deprivation score or rank, or name its heading “score” or “rank”.",
        ),
        OwnRowsError::NoColumn(_) => message(
            "No column was found for what to measure.",
            "Say below which column holds the value, or which two hold events and people.",
        ),
        OwnRowsError::Cell { line, heading, text, trouble } => {
            let at = format!("Line {line}, column “{heading}”");
            match trouble {
                Trouble::NotANumber => {
                    message(format!("{at}: “{text}” is not a number."), "Correct it, or leave the cell empty.")
                }
                Trouble::DecimalComma => {
                    let advice =
                        "Write a point for decimals, such as 12.5, and nothing between thousands, such as 1234.";
                    message(format!("{at}: “{text}” has a decimal comma."), advice)
                }
                Trouble::TooLarge => {
                    message(format!("{at}: “{text}” is too large."), "Correct it, or leave the cell empty.")
                }
                Trouble::Negative => message(
                    format!("{at}: “{text}” is below 0."),
                    "A number of people or events cannot be. Correct it, or leave the cell empty.",
                ),
                Trouble::Differs => message(
                    format!("{at}: “{text}” is not what another row of the same name has."),
                    "All age groups of one area need the same deprivation.",
                ),
                Trouble::LimitsCrossed => message(
                    format!("{at}: “{text}” is above the upper limit of that row."),
                    "Swap the two, or leave both empty.",
                ),
            }
        }
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
        NoDraws::NoLimits => "the rows have no limits of their own".to_owned(),
        NoDraws::RowWithout(row) => format!("{} has no limits", who(row)),
        NoDraws::OffScale(row) => {
            format!("the limits of {} touch 0 or 1, where there is no scale to draw on", who(row))
        }
    }
}

/// Why there is no line.
pub const NO_LINE: &str = "No line fits these values.";
/// Why a line has no limits of its own.
pub const NO_LIMITS_BY_LINE: &str = "A line through two rows, or one that is not straight, has no such limits.";
/// Why there are no simulated limits though every row has some.
pub const NO_LIMITS_BY_DRAWS: &str = "A draw left the range of numbers.";
/// Why the relative index has no simulated limits.
pub const NO_RATIO_IN_A_DRAW: &str = "In a draw the line ends at 0, so the ratio has no value.";

/// Why a measure has no value.
pub fn no_measure(of: &Measures, key: &str) -> String {
    let why = match key {
        "rii" => "an end of the line is at 0",
        "most_deprived_fifth" | "least_deprived_fifth" | "gap_between_fifths" => {
            "there are fewer than five rows, or too many of one deprivation"
        }
        "ratio_between_fifths" if of.fifths.is_some() => "the fifth that it is a multiple of is at 0",
        "ratio_between_fifths" => "there are fewer than five rows, or too many of one deprivation",
        "concentration_index" => "the mean is 0",
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
