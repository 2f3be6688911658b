//! What a person reads when a link could not be followed to the letter.

use crate::data::{Edition, NeedMeasure, PlaceCode};
use crate::scenario::{Notice, PLACE_KEY, Place};

use super::common::{edition_label, in_need};
use super::place::CAMBRIDGESHIRE_PETERBOROUGH;

/// Heading of the notices.
pub const HEADING: &str = "This link could not be followed to the letter";

/// One notice.
pub fn text(notice: &Notice) -> String {
    match notice {
        Notice::UnknownKey(key) => format!("“{key}” means nothing to this page and was left out."),
        Notice::BadValue { key, value } if is_place(key) => {
            format!("{} {CAMBRIDGESHIRE_PETERBOROUGH} is shown instead.", no_place(value))
        }
        Notice::BadValue { key, value } => {
            format!("“{value}” cannot be used for “{key}”. The usual setting is shown instead.")
        }
        Notice::PlaceLeftOut { part, .. } => format!("{} It is left out.", no_place(part)),
        Notice::OwnUnitsHaveNoRanks => {
            "The rows of a table have no place in England’s ranking, so a target is a share of the table itself."
                .to_owned()
        }
        Notice::LaterVersion => {
            "The link was made by a newer version of this tool. What this version knows is shown; load the page again to \
             get the newest."
                .to_owned()
        }
        Notice::NoSteps => {
            "“present” was left out: this page has no steps to show one at a time.".to_owned()
        }
    }
}

fn is_place(key: &str) -> bool {
    key == PLACE_KEY
}

/// What is wrong with a place in a link.
fn no_place(value: &str) -> String {
    format!("“{value}” cannot be used for “place”: this tool knows no such place in England.")
}

/// Why a link to a place that there is not cannot be worked out; `None` for a link whose place is known.
pub fn unknown_place(notices: &[Notice]) -> Option<String> {
    notices.iter().find_map(|notice| match notice {
        Notice::BadValue { key, value } if is_place(key) => Some(format!(
            "{} Use a code, such as E07000008 for a council or E54000032 for an integrated care board.",
            no_place(value)
        )),
        _ => None,
    })
}

/// The name of the place shown, beside its numbers. Where a link asked for another one that there is not, it says so until
/// a place is chosen.
pub fn place_shown(name: &str, place: &Place, unknown: &[PlaceCode], notices: &[Notice]) -> String {
    let mut left_out: Vec<String> = notices
        .iter()
        .filter_map(|notice| match notice {
            Notice::PlaceLeftOut { part, rest } if rest == place => Some(format!("“{part}”")),
            _ => None,
        })
        .collect();
    // Where nothing is known there is no answer either, and that is said in its stead.
    if unknown.len() < place.codes().len() && !unknown.is_empty() {
        left_out.push(some(unknown));
    }
    if !left_out.is_empty() {
        return format!("{name}, without {}, which is unknown here", left_out.join(", "));
    }
    let asked_for = notices.iter().find_map(|notice| match notice {
        Notice::BadValue { key, value } if is_place(key) => Some(value),
        _ => None,
    });
    match (asked_for, place) {
        (Some(value), Place::CambridgeshirePeterborough) => {
            format!("{name}, shown instead of “{value}”, which is unknown")
        }
        _ => name.to_owned(),
    }
}

/// Colours that a site chose, and that nobody could read.
pub const UNREADABLE: &str = "The colours chosen for this page would be hard to read. Its own are shown instead.";

/// The first few of some codes.
fn some(codes: &[PlaceCode]) -> String {
    const MOST_NAMED: usize = 5;
    let mut names: Vec<String> = codes.iter().take(MOST_NAMED).map(PlaceCode::to_string).collect();
    if codes.len() > MOST_NAMED {
        names.push("and others".to_owned());
    }
    names.join(", ")
}

/// Places that these figures do not have.
pub fn unknown_places(codes: &[PlaceCode], edition: Edition) -> String {
    format!("The {} has no place with the code {}. It is left out.", edition_label(edition), some(codes))
}

/// The place is not in the figures in use.
pub fn no_such_place(place: &Place, edition: Edition) -> String {
    let codes = place.codes();
    let which = if codes.is_empty() { String::new() } else { format!(" ({})", some(&codes)) };
    format!(
        "The figures in use ({}) do not have this place{which}. Choose another council, or another edition.",
        edition_label(edition)
    )
}

/// The need measure is not in the figures in use.
pub fn no_such_need(need: NeedMeasure, edition: Edition) -> String {
    let mut choices = vec![in_need(NeedMeasure::EVERYWHERE).to_owned()];
    let is_way_on = |other: &Edition| *other != edition && other.built_in_needs().contains(&need);
    let that_count_it = Edition::ALL.into_iter().filter(is_way_on);
    choices.extend(that_count_it.map(|other| format!("the {}", edition_label(other))));
    format!(
        "The figures in use ({}) do not count {}. Choose {}, or another file.",
        edition_label(edition),
        in_need(need),
        choices.join(", ")
    )
}

/// Nobody in the place is in need, so there is no share to show.
pub const NOBODY_IN_NEED: &str =
    "In these figures nobody here is in need, so nobody can be missed. Choose another council or measure.";
/// A national cut of a part of England without national ranks.
pub const NO_NATIONAL: &str = "The single areas in use are a part of England only, without national ranks for this order. Choose \
     “this place”, or order areas by overall deprivation.";
/// The built-in figures did not come, or not yet.
pub const NOT_FETCHED: &str =
    "The built-in figures have not arrived. Check your connection, then try again. Nothing you chose is lost.";
/// The built-in figures came damaged.
pub const DAMAGED: &str =
    "The built-in figures arrived damaged. Load the page again. If this goes on, tell whoever runs this site.";
/// Something that the types should rule out.
pub const NO_ANSWER: &str = "These figures cannot be worked out. Choose another council or measure.";
