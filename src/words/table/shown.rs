//! How a table is read, before any number is made of it.

use super::{column_name, kind, many};
use crate::data::table::{Direction, More, Reading, Role};
use crate::words::capital;
use crate::words::number::format_decimal;

/// Heading of what is shown before a number.
pub const READ_AS: &str = "How this table is read";
/// Opens it again once the table is in use.
pub const READ_AGAIN: &str = "How this table is read, and what can be changed";
/// Says that all is right.
pub const IS_RIGHT: &str = "This is right";
/// Above the questions.
pub const ASKED: &str = "The table does not say this. Answer it to get a number:";
/// Above what was guessed.
pub const GUESSED: &str = "Guessed, or left out:";
/// Stands for an answer that was not given yet.
pub const CHOOSE: &str = "Choose";
/// Label of the end that is deprived.
pub const DIRECTION: &str = "The most deprived row has";
/// The ends.
pub const ENDS: [&str; 2] = ["the highest number", "the lowest number"];
/// Label of the polarity.
pub const MORE: &str = "More of the value is";
/// Worse and better.
pub const WORSE_OR_BETTER: [&str; 2] = ["worse", "better"];
/// Caption of the first rows.
pub const FIRST_ROWS: &str = "The first rows as they are read";

/// What kind of table it is, and how many rows are used.
pub fn summary(reading: &Reading) -> String {
    let rows = many(reading.meant, "row is", "rows are");
    let of = many(reading.rows_in_table, "row", "rows");
    let known = reading.kind.map(|of| format!("Recognised as {}. ", kind(of))).unwrap_or_default();
    format!("{known}Of {of}, {rows} meant.")
}

/// Headings of the first rows: what each column is taken for, with its own heading.
pub fn first_headings(reading: &Reading) -> Vec<String> {
    reading
        .uses
        .iter()
        .map(|used| format!("{}: “{}”", capital(column_name(used.role, reading.purpose)), used.heading))
        .collect()
}

/// Which row is taken as the most deprived; `None` where no row has a deprivation, or the direction is open.
pub fn most_deprived(reading: &Reading) -> Option<String> {
    let direction = reading.rows.direction?;
    let most = reading.most_deprived.as_ref()?;
    let row = &most.row;
    let name = if row.name.is_empty() { format!("The row on line {}", row.line) } else { row.name.clone() };
    let end = match direction {
        Direction::High => "highest",
        Direction::Low => "lowest",
    };
    let heading = reading.heading_of(Role::Deprivation).unwrap_or_default();
    Some(format!(
        "{name} is taken as the most deprived row: the {end} “{heading}” ({}).",
        format_decimal(short(most.deprivation))
    ))
}

fn short(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Whether more of the value is taken as worse.
pub fn more(reading: &Reading) -> String {
    let is = match reading.rows.more {
        Some(More::Better) => "better",
        Some(More::Worse) | None => "worse",
    };
    format!("More of “{}” is taken as {is}.", reading.rows.heading)
}
