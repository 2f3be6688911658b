//! Why a table cannot be read, and what to do.

use crate::data::table::{MOST_BYTES, MOST_ROWS, NoText, Purpose, Role, TableError, TargetsError, Trouble};
use crate::results::own_units::UnitsError;
use crate::words::capital;
use crate::words::import::Message;
use crate::words::number::count;

fn message(problem: impl Into<String>, advice: &str) -> Message {
    Message { problem: problem.into(), advice: advice.to_owned() }
}

/// What a column holds, in a table that is read for this.
pub const fn column_name(role: Role, purpose: Purpose) -> &'static str {
    match (role, purpose) {
        (Role::People | Role::Denominator, Purpose::Targeted) => "all people",
        (Role::Events, Purpose::Targeted) => "people in need",
        (Role::Value, Purpose::Targeted) => "share in need",
        (role, Purpose::Measured | Purpose::Targeted) => measured_column(role),
    }
}

const fn measured_column(role: Role) -> &'static str {
    match role {
        Role::Name => "name",
        Role::Value => "value",
        Role::Events => "events or cases",
        Role::Denominator => "out of how many people",
        Role::Expected => "events expected",
        Role::People => "people the row stands for",
        Role::Deprivation => "deprivation score or rank",
        Role::Lower => "lower 95% limit",
        Role::Upper => "upper 95% limit",
        Role::Age => "age group",
        Role::Standard => "standard population",
    }
}

/// Why a table cannot be read, and what to do.
pub fn table_message(error: &TableError) -> Message {
    match error {
        TableError::Empty => {
            message("There are no rows here.", "Paste them with a first line of headings, or choose a file.")
        }
        TableError::NotText(what) => no_text(*what),
        TableError::OpenQuote { line } => {
            message(format!("On line {line} a double quote is opened and not closed."), "Close it, or take it out.")
        }
        TableError::TooManyColumns { line, cells } => message(
            format!("Line {line} has {} columns.", count(*cells as f64)),
            "Keep the columns needed: a name, a value, people, and a rank or score.",
        ),
        TableError::TooLong => message(
            format!("This is more than {} MB.", count(MOST_BYTES as f64 / 1e6)),
            "Keep the columns needed, and fewer rows.",
        ),
        TableError::OneColumn => message(
            "The first line has only one column.",
            "Use one line for each row, with tabs, commas or semicolons between the cells, and headings on the first line.",
        ),
        TableError::NoHeadings => message(
            "The first line holds numbers.",
            "Put a line of headings above them, such as: name, score, people, value.",
        ),
        TableError::GroupsAcross => message(
            "The groups of deprivation are the columns of this table.",
            "Turn it: one row for each group, with a column for its name, one for people and one for the value.",
        ),
        TableError::NoRows => message("There are headings but no rows.", "Put at least two rows below the headings."),
        TableError::TooManyRows => message(
            format!("There are more than {} rows.", count(MOST_ROWS as f64)),
            "Leave rows out, or add some together.",
        ),
        TableError::TooManyCells { line, cells, headings } => message(
            format!("Line {line} has {cells} cells, but there are {headings} headings."),
            "Put a name or number that has a comma in it between double quotes, or use tabs between cells.",
        ),
        TableError::NoColumn(Role::Deprivation) => message(
            "No column was found for deprivation.",
            "Say which column holds a deprivation score, rank or group, or name its heading “score” or “rank”.",
        ),
        TableError::NoColumn(_) => message(
            "No column was found for what to measure.",
            "Say which column holds the value, or which two hold events and people.",
        ),
        TableError::NoSuchColumn(heading) => {
            message(format!("There is no column “{heading}”."), "Name a column by its heading, or by its number.")
        }
        TableError::NoSuchRows(answer) => {
            message(format!("No row has “{answer}”."), "Choose one of those that are in the table.")
        }
        TableError::Cell { line, heading, text, trouble } => {
            let at = format!("Line {line}, column “{heading}”");
            match trouble {
                Trouble::NotANumber => {
                    message(format!("{at}: “{text}” is not a number."), "Correct it, or leave the cell empty.")
                }
                Trouble::Negative => message(
                    format!("{at}: “{text}” is below 0."),
                    "A number of people or events cannot be. Correct it, or leave the cell empty.",
                ),
                Trouble::Differs => message(
                    format!("{at}: “{text}” is not what another row of the same name has."),
                    "All age groups of one area need the same deprivation.",
                ),
            }
        }
    }
}

/// Why the rows of a table cannot be targeted, and what to do.
pub fn units_message(error: &UnitsError) -> Message {
    match error {
        UnitsError::Table(TableError::NoColumn(Role::Events)) => message(
            "No column was found that counts those in need.",
            "Say which column holds the number of people in need, or their share.",
        ),
        UnitsError::Table(TableError::NoColumn(Role::People)) => message(
            "No column was found that counts all people.",
            "Say which column holds the number of people, pupils or households of each row.",
        ),
        UnitsError::Table(error) => table_message(error),
        UnitsError::Targets(TargetsError::NoRows) => message(
            "No row has all that is needed.",
            "Each row needs people, those of them in need, and a place in the order.",
        ),
        UnitsError::Targets(TargetsError::MoreThanPeople(row)) => message(
            format!("{}: more people are in need than there are people.", capital(&super::row_name(row))),
            "Correct it, or say which columns hold people and people in need.",
        ),
        UnitsError::Targets(TargetsError::NoShare(heading)) => message(
            format!("“{heading}” is neither a share nor per cent, so it does not say how many people are in need."),
            "Say which column counts those in need, or holds their share.",
        ),
    }
}

fn no_text(what: NoText) -> Message {
    let advice = "Save the sheet as CSV (UTF-8) in your spreadsheet and choose that file, or copy the cells and paste them here.";
    let problem = match what {
        NoText::Packed => "This is a workbook or a packed file, not text.",
        NoText::OldWorkbook => "This is a workbook of an old kind (.xls), not text.",
        NoText::Pdf => "This is a PDF, not a table.",
        NoText::Other => "This is not a text file.",
    };
    message(problem, advice)
}
