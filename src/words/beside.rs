//! Places side by side, and options for new councils.

use crate::scenario::reorganisation::Reorganisation;

/// Heading of the part.
pub const HEADING: &str = "Places side by side";
/// What it is.
pub const TEXT: &str = "The place of this page beside one or two others, with the same choices. A place can be a group of \
     councils: combine them on the first page, keep the group here, then choose the next one.";
/// Label of the search for another place.
pub const ADD: &str = "Add a place beside it";
/// Heading of the places, for those who do not see them.
pub const LIST: &str = "Places shown beside it";
/// Keeps the place of the page beside the one that is chosen next.
pub const KEEP: &str = "Keep this page’s place here, to choose another one";
/// Said where no more can be added.
pub const FULL: &str = "Three places stand side by side. Take one away to add another.";
/// Heading of the options.
pub const OPTIONS: &str = "Options for new councils in Cambridgeshire and Peterborough";
/// Where they are from, and what is missing.
pub const OPTIONS_TEXT: &str = "Four proposals (A, B, D and E) went to the government on 28 November 2025; option C was announced \
     in June 2025 and not submitted. Option D would divide Huntingdonshire, which figures by council cannot show. This page \
     does not know what was decided.";
/// The sources.
pub const OPTIONS_SOURCES: &str = "Sources: East Cambridgeshire District Council, 11 June 2025; Fenland District Council on the \
     consultation of 5 February to 26 March 2026; Huntingdonshire District Council on option E.";

/// Opens an option.
pub const fn option(option: Reorganisation) -> &'static str {
    match option {
        Reorganisation::A => "Option A: Peterborough, Fenland and Huntingdonshire; the rest",
        Reorganisation::B => "Option B: Cambridge and South Cambridgeshire; the rest",
        Reorganisation::C => "Option C: Peterborough, East Cambridgeshire and Fenland; the rest",
        Reorganisation::E => "Option E: Huntingdonshire; Peterborough, East Cambridgeshire and Fenland; the rest",
    }
}

/// Name of the button that takes a place away.
pub fn remove(place: &str) -> String {
    format!("Take away {place}")
}
