//! What the page says around its numbers.

use crate::scenario::AuditChoices;

/// Below the heading.
pub const LEAD: &str =
    "Hold the people your service reaches against the people in need, area by area. The numbers stay on this device.";
/// Opens the choices on a phone.
pub const CHANGE: &str = "Change the place and the need";
/// Opens where people served are brought.
pub const BRING: &str = "Use your own numbers";
/// Which numbers are in use.
pub const EXAMPLE_IN_USE: &str = "No numbers of your own are in use: the page shows a made-up example.";
/// Which numbers are in use.
pub const OWN_IN_USE: &str =
    "Your numbers are in use, as counts by area. They are kept nowhere: load this page again and they are gone.";
/// What can be brought.
pub const WHAT: &str = "A table with area_code and people_served, and group or period if you have them. Or a list with one area code \
     a person: it is counted here, up to 1,000,000 rows, and only the counts are kept, until you leave.";
/// What areas need.
pub const WHICH_AREAS: &str = "Codes of small areas (E01…) need the official file, added on the page “Figures”; codes of your own \
     table need that table, added on the page “Areas”. For codes of councils the built-in figures will do.";
/// Label of the field.
pub const PASTE: &str = "Paste a table, or codes";
/// Label of the file.
pub const CHOOSE: &str = "Or choose a file (.csv, .xlsx, .ods)";
/// Uses what is in the field.
pub const USE: &str = "Use these numbers";
/// Goes back to the example.
pub const BACK: &str = "Back to the example";
/// Said when numbers came into use.
pub const IN_USE: &str = "Your numbers are in use.";
/// Said when the example is back.
pub const WENT_BACK: &str = "The example is shown. Your numbers are gone from this page.";
/// Said while a file is read.
pub const READING: &str = "Reading…";
/// Said where a file could not be read.
pub const UNREADABLE: &str = "This file could not be read. It may have been moved or changed.";
/// What to do then.
pub const CHOOSE_AGAIN: &str = "Choose it again.";
/// Where a field has nothing in it.
pub const EMPTY: &str = "There is nothing to read.";
/// What to do then.
pub const PASTE_FIRST: &str = "Paste a table or codes first, or choose a file.";
/// Opens how columns are taken.
pub const COLUMNS_ARE: &str = "Which column is which";
/// The columns.
pub const COLUMN_LABELS: [&str; 4] = ["Area codes", "People served", "Groups", "Periods"];
/// A column is found by itself.
pub const BY_ITSELF: &str = "found by itself";
/// There is no such column.
pub const NO_COLUMN: [&str; 4] = ["", "none: each row is one person", "none", "none"];
/// Heading of how numbers were read.
pub const READ: &str = "How your numbers were read";
/// None of the codes is in the place.
pub const NOBODY_HERE: &str = "None of these codes belongs to an area of this place.";
/// Where people in need come from for small areas.
pub const NEEDS_FILE: &str = "These are codes of small areas, and the figures in use hold none of this place. Add the official file, or, \
     where it is added, choose a place of whole councils. Your numbers stay while the page is open.";
/// Leads to where the official file is added.
pub const TO_FIGURES: &str = "Add the official file";
/// Heading of areas served less.
pub const LOW: &str = "Many in need, few served";
/// Heading of the measures.
pub const MEASURES: &str = "The gap in every measure";
/// Heading of the periods.
pub const OVER_TIME: &str = "Over time";
/// Heading of the groups.
pub const GROUPS: &str = "By group";
/// How to read the groups.
pub const GROUPS_NOTE: &str =
    "How many people of each group are in need is not known here, so groups are compared by where their people live.";
/// Heading of all areas.
pub const ALL_AREAS: &str = "Every area";
/// Heading of what is held back.
pub const PRIVACY: &str = "Small numbers, and what leaves this device";
/// What is held back.
pub fn held_back(choices: &AuditChoices) -> String {
    let rounded = if choices.is_rounded { " Other counts are rounded to the nearest 5." } else { "" };
    format!(
        "On this page you see your own numbers. In every file, picture, note and link that you take from it, counts under {} are held \
         back, and further ones by which they could be worked out. Every measure there is worked out anew from what is left.{rounded}",
        choices.least
    )
}
/// What no rule can do.
pub const HELD_BACK_LIMITS: &str = "Two files of different places, needs or fifths can be held against each other. Look at both before you \
     pass on a second one. What you print, or copy from the page, is not held back.";
/// Said on paper.
pub const ON_PAPER: &str =
    "Small numbers on this print are not held back. To pass numbers on, use the files or the evidence note.";
/// Legend of the least count.
pub const LEAST: &str = "Hold back counts";
/// The least counts.
pub const LEAST_ITEMS: [&str; 2] = ["under 5", "under 10"];
/// Label of rounding.
pub const ROUND: &str = "Round other counts to 5";
/// Heading of what leads to offers.
pub const USE_MEASURED: &str = "Use what we measured";
/// What that does.
pub const USE_MEASURED_TEXT: &str = "Puts the shares served in the least and in the most deprived fifth, with their limits, into “Compare offers” as its uptake.";
/// Why that cannot be done.
pub const NOT_USABLE: &str = "The shares served cannot be used as an uptake here: they are made up, held back, not of fifths, or \
     above 100 in 100.";
/// What the numbers leave out.
pub const LIMITS: &str = "What this does not show";
/// The list.
pub const LIMITS_LIST: [&str; 4] = [
    "Not everyone who is served need be in need, and not everyone in need needs this service. The shares are a ratio of two counts \
     in the same areas, not the same people.",
    "People in need are those of the figures’ own year, your numbers those of yours.",
    "Limits say what chance alone would do. They know nothing of wrong addresses or missing codes.",
    "Areas are not people: within an area the people served may be those less in need.",
];
/// The chapter of the note.
pub const CHAPTER: &str = "Whom the service reaches now";
