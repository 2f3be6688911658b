//! Words that every view shares.

use super::capital;
pub use super::edition::{
    PEOPLE_ESTIMATED_ON_CARD, edition_label, edition_name, edition_year, people_estimated, people_estimated_in_short,
    source, source_name, source_name_of, source_of,
};
pub use super::need::{
    areas, areas_capital, everyone, everyone_capital, in_need, in_need_capital, itself, need_meaning, not_a_trend,
    people, people_capital,
};
pub use super::sources::SOURCE;
use crate::data::{NeedMeasure, RankBy};
use crate::scenario::{Door, View, Whom};

/// The app's name.
pub const TITLE: &str = "Who gets missed?";
/// For keyboards and screen readers: past the navigation.
pub const SKIP: &str = "Skip to main content";
/// Name of the navigation.
pub const NAVIGATION: &str = "Pages";
/// Opens the navigation on a phone.
pub const MENU: &str = "Menu";
/// Opens the choices of a view on a phone.
pub const CHANGE_CHOICES: &str = "Change the offer and the target";
/// The label of each view in the navigation.
pub const fn nav_label(view: View) -> &'static str {
    match view {
        View::Missed => "One place",
        View::Councils => "All councils",
        View::Areas => "Areas",
        View::Strategies => "Compare offers",
        View::Population => "Shift everyone",
        View::Gap => "Close the gap",
        View::Incentive => "Pay people",
        View::Audit => "Audit",
        View::Saved => "Saved",
        View::Note => "Evidence note",
        View::Site => "On your website",
        View::Data => "Figures",
        View::Checked => "Can I trust this?",
        View::About => "About",
    }
}

/// The name of a door to views.
pub const fn door(door: Door) -> &'static str {
    match door {
        Door::See => "See it",
        Door::Weigh => "Weigh it",
        Door::Use => "Use it",
        Door::Foot => "About the tool",
    }
}

/// The name of the doors below the first answer on a phone.
pub const DOORS: &str = "Further questions";

/// The question behind a door.
pub const fn door_question(door: Door) -> &'static str {
    match door {
        Door::See => "Whom do targets miss elsewhere?",
        Door::Weigh => "What would reach more people?",
        Door::Use => "How do we put it to use?",
        Door::Foot => "What does it rest on?",
    }
}

/// The title of a page in the browser's tab, with its place where it has one.
pub fn page_title(view: View, place: Option<&str>) -> String {
    let page = if view == View::Missed { TITLE.to_owned() } else { format!("{}: {TITLE}", heading(view)) };
    match place.filter(|_| view.needs_a_place()) {
        Some(place) => format!("{place}: {page}"),
        None => page,
    }
}

/// The main heading of a view.
pub const fn heading(view: View) -> &'static str {
    match view {
        View::Missed => "If we target the most deprived areas, who gets missed?",
        View::Councils => "Is our place unusual?",
        View::Areas => "Which areas exactly, and where are those missed?",
        View::Strategies => "Offer it to everyone, to some, or to everyone with more for some?",
        View::Population => "Treat those most at risk, or shift everyone a little?",
        View::Gap => "How wide is the gap, and what would narrow it?",
        View::Incentive => "What does one more person cost if we pay people to come?",
        View::Audit => "Whom does our service reach?",
        View::Saved => "Saved pages",
        View::Note => "Evidence note",
        View::Site => "Put it on your website",
        View::Data => "The figures",
        View::Checked => "Can I trust this?",
        View::About => "About this tool",
    }
}

/// Leaves something as it is.
pub const CANCEL: &str = "Cancel";
/// Stands before the question that follows from a page.
pub const NEXT: &str = "Next:";

/// The one question that follows from a view, and where it is answered.
pub const fn next_question(view: View) -> Option<(View, &'static str)> {
    match view {
        View::Missed => Some((View::Strategies, "What would reach more people, and at what cost?")),
        View::Councils => Some((View::Missed, "Whom would a target here miss?")),
        View::Areas => Some((View::Strategies, "What would reach more people, and at what cost?")),
        View::Strategies => Some((View::Note, "How do we put this to a committee?")),
        View::Population => Some((View::Gap, "How wide is the gap, and what would narrow it?")),
        View::Gap => Some((View::Strategies, "Which offer would narrow it, and at what cost?")),
        View::Incentive => Some((View::Strategies, "How does that compare with other offers?")),
        View::Audit => Some((View::Strategies, "What would reach more people, and at what cost?")),
        View::Data => Some((View::Checked, "Can I trust these figures?")),
        View::Checked => Some((View::Missed, "What do they say of our place?")),
        View::Saved | View::Note | View::Site | View::About => None,
    }
}

/// Shown in a frame on another page.
pub const OPEN_FULL: &str = "Open the full tool";
/// Name of the part of the page that holds the answer.
pub const ANSWER: &str = "The answer";
/// While figures are fetched.
pub const LOADING: &str = "Getting the figures…";
/// While a part of the page is fetched.
pub const LOADING_PART: &str = "Getting this part of the page…";
/// Said where it did not come.
pub const PART_FAILED: &str = "This part of the page has not arrived. Check the connection and try again. If it still does not come, load the whole page again: your choices are in its address.";
/// Opens what is there to save a page and to pass it on.
pub const SAVE_AND_SHARE: &str = "Save and share";
/// Copies the address.
pub const COPY_LINK: &str = "Copy link to this page";
/// Said when the address was copied.
pub const COPIED: &str = "Link copied";
/// Said where the address could not be copied: it stands in a field to copy by hand.
pub const COPY_BY_HAND: &str = "Copy this link";
/// Name of the notice of a new version.
pub const UPDATE: &str = "New version";
/// Said when a new version of the page is ready.
pub const UPDATE_READY: &str = "A new version of this tool is ready. Your choices and saved pages stay.";
/// Uses it.
pub const USE_UPDATE: &str = "Use it now";
/// Closes a notice.
pub const CLOSE: &str = "Close";
/// Heading of a message about something that went wrong.
pub const PROBLEM: &str = "There is a problem";
/// Tries again.
pub const TRY_AGAIN: &str = "Try again";
/// The way back from a state without an answer.
pub const START_AGAIN: &str = "Start again with Cambridgeshire and Peterborough";
/// The way on where the figures lack a measure: to the one that all have.
pub fn show_everywhere() -> String {
    format!("Show {}", in_need(NeedMeasure::EVERYWHERE))
}
/// The way on where there are no national ranks.
pub const COMPARE_LOCALLY: &str = "Compare with this place";
/// What areas are ordered by.
pub fn rank_label<'a>(rank: RankBy, whom: impl Into<Whom<'a>>) -> String {
    match (rank, whom.into()) {
        (RankBy::Imd, Whom::Official(_)) => "Overall deprivation".to_owned(),
        (RankBy::Imd, Whom::Own(_)) => "Deprivation as the table has it".to_owned(),
        (RankBy::Need, whom) => capital(&itself(whom)),
    }
}

/// What that means.
pub const fn rank_hint(rank: RankBy) -> &'static str {
    match rank {
        RankBy::Imd => {
            "The Index of Multiple Deprivation: income, work, health, education, crime, housing, surroundings"
        }
        RankBy::Need => "The share of people in need: the best that any map could do",
    }
}

/// The promise at the foot of every page.
pub const PRIVATE: &str = "Nothing you do here leaves your device. No cookies.";
