//! What files of this half of the page say of themselves.

use super::{ACROSS, AVERSION, CUT, GROUPS, LEVEL, MORE, ORDER, SCALE, VALUE};
use super::{across, level, order, per, polarity, scale, source, value_kind};
use crate::results::gap_measures::RowsIn;
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::ValueKind;
use crate::words::exports::{fact, made_with};
use crate::words::number::{chosen_percent, format_decimal};

/// Which rows these are, for the name of a file.
pub const FILE_PLACES: [&str; 2] = ["preventable deaths", "own rows"];

/// Heading of the rows in a file.
pub const FILE_ROWS: &str = "Rows";

/// The settings that numbers rest on, a name and a value each.
pub fn settings_rows(choices: &MeasureChoices) -> Vec<Vec<String>> {
    let value = match choices.value {
        ValueKind::Rate => format!("{} ({})", value_kind(choices.value), per(choices.per)),
        kind => value_kind(kind).to_owned(),
    };
    vec![
        fact(VALUE, value),
        fact(ORDER, order(choices.order).to_owned()),
        fact(MORE, polarity(choices.polarity).to_owned()),
        fact(CUT, chosen_percent(choices.cut)),
        fact(ACROSS, across(choices.across).to_owned()),
        fact(SCALE, scale(choices.scale).to_owned()),
        fact(LEVEL, level(choices.level).to_owned()),
        fact(AVERSION, format_decimal(choices.aversion.to_string())),
        fact(GROUPS, choices.groups.to_string()),
    ]
}

/// The foot of a picture: source, day and link.
pub fn foot(input: &RowsIn, date: &str, link: &str) -> Vec<String> {
    vec![source(input.origin), made_with(date, link)]
}

/// What the signs of raw numbers mean, in a file of all results.
pub const SIGNS: &str = "The slope and relative index put the deprived at a disadvantage where they are above 0 and above 1. The gap and \
     ratio of fifths are most minus least deprived, and most to least. Concentration indices are as defined: below 0 where the deprived \
     have more. Multiply them by page_sign to get what the page shows.";
