//! Own rows: how to bring them.

use crate::results::gap_measures::RowsOrigin;
use crate::words::number::{count, whole_percent};
use crate::words::table::EntryWords;

/// The entry of rows to measure.
pub const ENTRY: EntryWords = EntryWords {
    heading: "The rows",
    text: "Copy the cells from a spreadsheet with their headings and paste them, or choose a file. They stay on your \
     device. A link holds your settings but not your rows: whoever opens it sees the built-in ones.",
    use_rows: "Use these rows",
    back: "Go back to the built-in rows",
    went_back: "The built-in rows are in use again.",
    unchanged: "The rows from before are still in use.",
    stopped: "Reading was stopped. The rows from before are still in use.",
    layouts: "One line for each row. Between cells: tabs, commas or semicolons. The order of the columns does not \
     matter. A cell that is empty or holds – or n/a is missing, and its row is left out. At most 1,000,000 rows and 100 MB.",
    examples: &EXAMPLES,
};
/// Label of the field.
pub const PASTE: &str = "Rows as text, headings first";
/// Label of the file.
pub const CHOOSE: &str = "Or choose a file (CSV, TSV, Excel .xlsx or .ods)";
/// Puts the built-in rows into the field.
pub const EDIT_BUILT_IN: &str = "Put the built-in rows in the box";
/// Said where a file could not be read.
pub const UNREADABLE: &str = "The file could not be read. Choose it again.";
/// Said where rows cannot be kept.
pub const NOT_KEPT: &str = "This browser does not let the page keep rows, so bring them again next time.";
/// Said where what is kept cannot be looked at.
pub const NOT_READ: &str =
    "This browser does not let the page read what it keeps. If you brought rows before, bring them again.";
/// Said where they are kept.
pub const KEPT: &str = "They are kept on this device for your next visit.";
/// Opens the examples.
pub const LAYOUTS: &str = "What the rows may look like";
/// Puts an example into the field.
pub const USE_EXAMPLE: &str = "Put this example in the box";
/// All examples: a name, what it is, and the text.
pub const EXAMPLES: [(&str, &str, &str); 4] = [
    (
        "Values",
        "A value for each row. Limits (95%) are used for the draws; leave the two columns out if there are none.",
        "name,score,people,value,lower,upper\nA,45.1,45103,79.6,79.1,80.1\nB,25.5,39867,81.9,81.4,82.4\nC,14.4,45604,83.2,82.7,83.7\n\
         D,10.5,44690,84.0,83.5,84.5\nE,6.9,39500,85.1,84.6,85.6\n",
    ),
    (
        "Events and people",
        "How many cases among how many people. The page works out shares or rates with their limits.",
        "name,rank,events,people\nA,1,120,1500\nB,2,101,1620\nC,3,88,1480\nD,4,70,1555\nE,5,61,1610\n",
    ),
    (
        "Events and events expected",
        "For ratios: 100 is as many as expected. People say how much a row counts.",
        "name,score,events,expected,people\nA,45.1,92,58.3,8900\nB,25.5,71,63.0,9100\nC,14.4,55,64.2,8700\nD,6.9,38,61.5,9050\n",
    ),
    (
        "Age groups",
        "Several rows of one name: the page standardises the rate by age. Each age group has its share of a standard population.",
        "name,score,age group,events,people,standard population\nA,45.1,0-49,12,4000,5500\nA,45.1,50-64,35,3000,2500\nA,45.1,65-74,150,2500,1100\n\
         B,14.4,0-49,9,4100,5500\nB,14.4,50-64,28,3300,2500\nB,14.4,65-74,120,2600,1100\nC,6.9,0-49,7,3900,5500\nC,6.9,50-64,22,3400,2500\n\
         C,6.9,65-74,96,2700,1100\n",
    ),
];
/// Opens the columns.
pub const COLUMNS: &str = "Which column is which";
/// Above them.
pub const COLUMNS_TEXT: &str = "Found by their headings. Change what is wrong.";
/// For a column that is not there.
pub const NO_COLUMN: &str = "none";

/// Said where a long table is in use.
pub const LONG_NOT_KEPT: &str =
    "They are too many to be kept for your next visit by themselves. Keep the table under a name, below.";
/// Stops the reading of a table.
pub const STOP_READING: &str = "Stop reading";

/// How far the reading of a long table is, as a share (0 to 1).
pub fn reading(done: f64) -> String {
    format!("Reading: {}", whole_percent(done))
}

/// How far its measuring is, once choices have changed.
pub fn measuring(done: f64) -> String {
    format!(
        "Measuring by the new settings: {}. Until then the numbers are those of the settings before.",
        whole_percent(done)
    )
}

/// Which rows are in use.
pub fn in_use(origin: RowsOrigin, rows: usize) -> String {
    match origin {
        RowsOrigin::BuiltIn => format!(
            "In use: the {} built-in rows. Each is a twentieth of the areas of Cambridgeshire and Peterborough, with deaths before 75 \
             that could have been prevented in 2015-19, as a ratio to what England’s rates would lead to (100).",
            count(rows as f64)
        ),
        RowsOrigin::Own if rows == 1 => "In use: 1 row of your own.".to_owned(),
        RowsOrigin::Own => format!("In use: {} rows of your own.", count(rows as f64)),
    }
}

/// Said when rows were taken.
pub fn taken(rows: usize) -> String {
    match rows {
        1 => "1 row is in use.".to_owned(),
        _ => format!("{} rows are in use.", count(rows as f64)),
    }
}
