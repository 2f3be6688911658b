//! The person's own units: how their table was read, and what is asked of them.

use super::number::count;
use crate::data::table::{Direction, Kind, Targetable};
use crate::scenario::OwnUnits;

/// The name under which it stands in the first lines of a file of rows.
pub const READ_AS: &str = "Own table";
/// The same of what is told with it.
pub const NOTE: &str = "Note on the table";

/// How the table was read: who is counted by which column, and in which order.
pub fn read_as(units: &Targetable) -> String {
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

/// Said where the table has no deprivation to order by.
pub const NO_ORDER: &str =
    "The table has no column of deprivation, so its rows can only be ordered by the share in need.";
/// Orders by that.
pub const BY_NEED: &str = "Order by the share in need";
/// Leaves own units for the built-in figures.
pub const WITHOUT: &str = "Show the built-in figures";
/// Leads to where a table is added.
pub const ADD: &str = "Add the table";
