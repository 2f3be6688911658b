//! What was put aside, on the view `data`.

use super::locale::date;
use crate::scenario::library::Day;

/// Heading.
pub const HEADING: &str = "Put aside on this device";
/// What these things are.
pub const TEXT: &str = "The page stopped working while it kept these, or could not read them, so they are no longer in use. \
     Nothing is deleted unless you delete it.";
/// Saves a copy.
pub const SAVE: &str = "Save a copy";
/// Puts it to use again.
pub const BRING_BACK: &str = "Bring it back";
/// Deletes it.
pub const DELETE: &str = "Delete";
/// Said where the browser did not do what was asked.
pub const REFUSED: &str = "This browser did not do that. The thing is where it was.";

/// What a thing is, by what it was kept as.
pub fn thing(kept_as: &str, is_file: bool, time: &str) -> String {
    // A change of the pages that was kept by itself has more behind the name.
    let what = match kept_as.split('+').next().unwrap_or(kept_as) {
        _ if is_file => kept_as,
        "pages" => "Saved pages",
        "pinned" => "Which saved pages stand side by side",
        "note" => "What you wrote into the evidence note",
        "rows" => "Your own rows",
        "units" => "Your own table",
        "room" => "What the room said in a session",
        other => other,
    };
    let day = time.parse::<Day>().ok();
    match day.and_then(|day| date(day.day, usize::from(day.month), &day.year.to_string())) {
        Some(day) => format!("{what}, put aside on {day}"),
        None => what.to_owned(),
    }
}

/// Name of a button in full.
pub fn button(action: &str, thing: &str) -> String {
    format!("{action}: {thing}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_named_with_its_day_where_that_is_known() {
        let named = |kept_as, is_file, time| thing(kept_as, is_file, time);
        assert_eq!(named("rows", false, "2026-11-22T10:00:00.000Z"), "Your own rows, put aside on 22 November 2026");
        assert_eq!(named("units", false, ""), "Your own table");
        assert_eq!(named("pages", false, ""), "Saved pages");
        assert_eq!(named("pages+0001795622010-4f3a", false, ""), "Saved pages");
        assert_eq!(named("rows", true, "2"), "rows");
        assert_eq!(named("later-thing", false, "2026-13-01"), "later-thing");
    }
}
