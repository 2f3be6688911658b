//! The person's own units: how their table was read, and what is asked of them.

use super::number::count;
use super::schools;
use crate::data::table::{Direction, Kind, Targetable};
use crate::scenario::OwnUnits;
use crate::words::table::EntryWords;

/// The name under which it stands in the first lines of a file of rows.
pub const READ_AS: &str = "Own table";
/// The same of what is told with it.
pub const NOTE: &str = "Note on the table";

/// How the table was read: who is counted by which column, and in which order.
pub fn read_as(units: &Targetable) -> String {
    if units.band > 0 {
        return schools::made_as(units);
    }
    let order = match (&units.order_heading, units.direction) {
        (None, _) => "no column of deprivation, so the order is the share in need".to_owned(),
        (Some(heading), Some(Direction::High)) => format!("the highest “{heading}” is the most deprived"),
        (Some(heading), Some(Direction::Low)) => format!("the lowest “{heading}” is the most deprived"),
        (Some(heading), None) => {
            format!("“{heading}” does not say which end is deprived, so the order is the share in need")
        }
    };
    let left_out = match units.left_out {
        0 => String::new(),
        left_out => format!("; {} left out for want of a number", count(left_out as f64)),
    };
    format!("{} rows{left_out}. In need by “{}”; {order}.", count(units.units.len() as f64), units.need_heading)
}

/// Said where a link is about a table that is not there.
pub const NO_TABLE: &str =
    "This link is about a table of one’s own, which is in no link. Name its file after the link.";

/// Said where a link names a place too.
pub const NO_PLACE: &str =
    "A place is not used with a table of one’s own: all of its rows are. Say “filter=COLUMN:VALUE” for a part.";

/// Said where a link names another table than the one that was added.
pub const OTHER_TABLE: &str = "This is not the table that the link was made with: its checksum is another one.";

/// Words of headings for what rows stand for, and what several of them are called.
const UNITS: [(&[&str], &str); 9] = [
    (&["school", "urn", "academy"], "schools"),
    (&["practice", "gp", "surgery"], "practices"),
    (&["ward"], "wards"),
    (&["parish"], "parishes"),
    (&["data zone", "datazone", "dz"], "data zones"),
    (&["pcn", "network"], "networks"),
    (&["neighbourhood"], "neighbourhoods"),
    (&["council", "authority", "district", "borough"], "councils"),
    (&["street"], "streets"),
];

/// Words of headings for people, what they are called, and those in need among them.
const PEOPLE: [(&[&str], &str, &str); 5] = [
    (&["pupil", "pupils", "roll"], "pupils", "pupils in need"),
    (&["household", "households"], "households", "households in need"),
    (&["patient", "patients", "list size"], "patients", "patients in need"),
    (&["child", "children"], "children", "children in need"),
    (&["resident", "residents", "population"], "residents", "residents in need"),
];

/// What a table calls its units and the people in them, as far as its headings say so.
pub fn usual_names(table: &Targetable) -> OwnUnits {
    let has = |heading: &str, words: &[&str]| words.iter().any(|word| is_word_of(heading, word));
    let name = |name: &str| Some(name.to_owned());
    let units = UNITS.iter().find(|(words, _)| table.name_headings.iter().any(|heading| has(heading, words)));
    let people = PEOPLE.iter().find(|(words, ..)| has(&table.people_heading, words));
    let in_need = match table.kind {
        Some(Kind::Schools) => Some("pupils eligible for free school meals"),
        _ => people.map(|(_, _, in_need)| *in_need),
    };
    OwnUnits {
        units: units.and_then(|(_, units)| name(units)),
        people: people.and_then(|(_, people, _)| name(people)),
        in_need: in_need.and_then(name),
        ..OwnUnits::default()
    }
}

/// Whether a word, or some of them, stand in a heading, whatever separates them there.
fn is_word_of(heading: &str, word: &str) -> bool {
    let words: Vec<String> = heading
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    format!(" {} ", words.join(" ")).contains(&format!(" {word} "))
}

/// Said on a page about a table that is not there.
pub fn not_here(own: &OwnUnits) -> String {
    let which = own.table.map(|table| format!(" (checksum {table})")).unwrap_or_default();
    format!(
        "This page is about a table of somebody’s own{which}, which no link holds. Add that table to see its numbers."
    )
}

/// Said where the table has no deprivation to order by, or nothing says which end of it is deprived.
pub const NO_ORDER: &str =
    "The table does not say in which order its rows are deprived, so they can only be ordered by the share in need.";
/// Orders by that.
pub const BY_NEED: &str = "Order by the share in need";
/// Leaves own units for the built-in figures.
pub const WITHOUT: &str = "Show the built-in figures";
/// Leads to where a table is added.
pub const ADD: &str = "Add the table";
/// Leads to where another is.
pub const CHANGE: &str = "Change the table";

/// The entry of rows to target.
pub const ENTRY: EntryWords = EntryWords {
    heading: "Your own table",
    text: "Copy the cells from a spreadsheet with their headings and paste them, or choose a file: a row for each school, practice, \
           ward or street, with how many people it has and how many of them are in need. It stays on your device. A link holds \
           your choices and the checksum of the table, not the table.",
    use_rows: "Use this table",
    back: "Take the table out of use",
    went_back: "The built-in figures are in use again.",
    unchanged: "What was in use before still is.",
    stopped: "Reading was stopped. What was in use before still is.",
    layouts: "One line for each row. Between cells: tabs, commas or semicolons. The order of the columns does not matter. A row \
              that lacks a number is left out. Without a column of deprivation rows are ordered by the share in need. At most \
              1,000,000 rows and 100 MB.",
    examples: &[
        (
            "Schools",
            "Pupils, and those who are eligible for free school meals. The order is the share of them.",
            "School,Pupils,Eligible pupils\nNorth Primary,210,84\nMill Road School,340,102\nSt Anne’s,180,27\nHill College,620,62\n\
             Park Primary,150,6\n",
        ),
        (
            "Wards with a score",
            "Households, those in need, and a deprivation score that orders the wards.",
            "Ward,Households,Households in need,IMD score\nNorth,2100,640,45.1\nMill,1800,420,25.5\nHill,2400,250,14.4\nPark,1500,90,6.9\n",
        ),
        (
            "Practices with a share",
            "Patients, the share of them in need, and a rank with 1 as the most deprived.",
            "Practice,Patients,Share in need (%),Rank\nA,8200,22,1\nB,9100,15,2\nC,7600,9,3\nD,9800,4,4\n",
        ),
    ],
};

/// Which table is in use.
pub fn in_use(units: &Targetable) -> String {
    format!("In use: {}", read_as(units))
}

/// The same where none is.
pub const NONE_IN_USE: &str = "No table of your own is in use.";

/// Said when a table came into use.
pub fn taken(units: &Targetable) -> String {
    match units.units.len() {
        1 => "1 row is in use.".to_owned(),
        rows => format!("{} rows are in use.", count(rows as f64)),
    }
}

/// Said where it is kept.
pub const KEPT: &str = "They are kept on this device for your next visit.";
/// Opens the names.
pub const NAMES: &str = "Words for this table";
/// Above them.
pub const NAMES_TEXT: &str = "They are used in all sentences and charts, and are part of the link.";
/// Label of the name of the table.
pub const TABLE_NAME: &str = "What the table is about, such as Schools in Luton";
/// Labels of what rows, all people and those in need are called, and of where the figures are from.
pub const UNIT_NAME: &str = "The rows are called, such as schools";
/// See above.
pub const PEOPLE_NAME: &str = "All people are called, such as pupils";
/// See above.
pub const NEED_NAME: &str = "Those in need are called, such as eligible pupils";
/// See above.
pub const SOURCE_NAME: &str = "The figures are from, such as School census 2025";
