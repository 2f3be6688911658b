//! How a table that a person brought is read: what was understood, what is told with it, what is asked.

mod asked;
mod entry;
mod joined;
mod problems;
mod shown;
mod told;

pub use asked::{choice, question};
pub use entry::EntryWords;
pub use joined::{JOIN, JOIN_WITH, file_7, join_message, join_with, joinable, none_to_join};
pub use problems::{column_name, table_message, units_message};
pub use shown::*;
pub use told::{kind, read_as, warning};

use crate::data::table::TableRow;
use crate::words::number::count;

/// A row by its name and line.
fn row_name(row: &TableRow) -> String {
    if row.name.is_empty() { format!("line {}", row.line) } else { format!("“{}” (line {})", row.name, row.line) }
}

/// How many names a sentence gives.
const NAMED: usize = 5;

/// A few names and how many more there are.
fn few(names: Vec<String>, all: usize) -> String {
    let shown = names.len().min(NAMED);
    let text = names.into_iter().take(NAMED).collect::<Vec<_>>().join(", ");
    match all.saturating_sub(shown) {
        0 => text,
        more => format!("{text} and {} more", count(more as f64)),
    }
}

/// So many of something.
fn many(number: usize, one: &str, several: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{} {several}", count(number as f64)),
    }
}

/// Label of the list of sheets.
pub const SHEET: &str = "Sheet of the spreadsheet";
/// Hint below it.
pub const SHEET_HINT: &str = "Several sheets hold a table; this one is read.";
