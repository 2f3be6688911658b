//! Saving a page and passing it on.

use super::common::{areas, edition_year, heading, in_need, nav_label, people};
use super::kinds::nouns;
use super::number::{chosen, count};
use super::{missed, starting_points, strategies};
use crate::data::{Edition, NeedMeasure, RankBy, Resolution};
use crate::model::Basis;
use crate::results::Compared;
use crate::scenario::library::{MOST_CHARS, MOST_SAVED, NameError, PINS, SaveError};
use crate::scenario::{CutKind, NumbersOf, Scenario, View};

/// Heading of saving.
pub const SAVE_HEADING: &str = "Save this page";
/// Label of the name.
pub const NAME: &str = "Name";
/// Saves.
pub const SAVE: &str = "Save";
/// Saves and pins.
pub const SAVE_AND_PIN: &str = "Save and compare";
/// What pinning does.
pub const PIN_HINT: &str = "Compare holds two to four saved pages side by side.";
/// Leads to the saved pages.
pub const TO_SAVED: &str = "Saved pages";
/// Heading of passing on.
pub const SHARE_HEADING: &str = "Share the link";
/// Label of the link.
pub const LINK: &str = "Link to this page";
/// Copies.
pub const COPY: &str = "Copy";
/// Name of the button that copies the link.
pub const COPY_LINK: &str = "Copy the link";
/// Name of the button that copies the frame.
pub const COPY_FRAME: &str = "Copy the code";
/// Said when it was copied.
pub const COPIED: &str = "Copied";
/// Said where the browser does not let the page copy.
pub const NOT_COPIED: &str = "This browser does not let the page copy. Select the text and copy it yourself.";
/// Begins a mail.
pub const EMAIL: &str = "Email this";
/// Opens the device's own way to share.
pub const DEVICE: &str = "Share another way";
/// Said where that failed.
pub const DEVICE_FAILED: &str = "This device could not share the link. Copy it instead.";
/// Heading of the QR code.
pub const QR_HEADING: &str = "QR code";
/// Opens the QR code.
pub const QR_LARGE: &str = "Show large";
/// Closes it.
pub const QR_CLOSE: &str = "Close";
/// Name of the picture.
pub const QR_LABEL: &str = "QR code of the link to this page";
/// Said where no QR code holds the link.
pub const QR_TOO_LONG: &str = "This link is too long for a QR code. Combine fewer councils, or share the link itself.";
/// Said where the browser cannot show it over the page.
pub const QR_NO_DIALOG: &str = "This browser cannot show it large.";
/// Heading of the frame.
pub const FRAME_HEADING: &str = "Show it on a web page";
/// Label of the frame's code.
pub const FRAME: &str = "Code for your web page";
/// What the code does.
pub const FRAME_ADVICE: &str = "The frame fits its height to what it shows. Where scripts are off, a link stays.";
/// Leads to the page that sets the frame up.
pub const TO_SITE: &str = "Set colours, font and what visitors can change";

/// Said when a page was saved.
pub fn saved_as(name: &str) -> String {
    format!("Saved as “{name}”.")
}

/// Said when a page was saved and pinned.
pub fn pinned_as(name: &str, pins: usize) -> String {
    if pins < *PINS.start() {
        return format!("Saved as “{name}”. Pick one more page to compare it with.");
    }
    format!("Saved as “{name}”. {pins} pages are compared below the results.")
}

/// Said where it could be saved, but not pinned.
pub fn not_pinned(name: &str) -> String {
    format!("Saved as “{name}”. {} pages are compared already, which is the most.", PINS.end())
}

/// Why a name cannot be one.
pub fn name_error(error: NameError) -> String {
    match error {
        NameError::Empty => "Type a name".to_owned(),
        NameError::TooLong => format!("The name must be {MOST_CHARS} characters or fewer"),
    }
}

/// Why a page cannot be saved.
pub fn save_error(error: SaveError) -> String {
    match error {
        SaveError::Name(error) => name_error(error),
        SaveError::Full => format!("There is room for {MOST_SAVED} saved pages. Delete one first."),
        SaveError::Gone => "This page was deleted in another tab.".to_owned(),
    }
}

/// The name under which a page is saved unless the person types another.
pub fn suggested_name(scenario: &Scenario, place: &str) -> String {
    let mut name = match scenario.view {
        View::Strategies => format!("{place}: {}, {}", starting_points::name(scenario.offers.start), target(scenario)),
        view @ (View::Population | View::Incentive) => format!("{place}: {}", nav_label(view)),
        View::Gap => nav_label(View::Gap).to_owned(),
        View::Councils => format!("{place} among all {}: {}", nouns(scenario.list_kind()).many, target(scenario)),
        View::Areas => format!("{place}, one by one: {}", target(scenario)),
        View::Audit => format!("{}: {place}", nav_label(View::Audit)),
        View::Missed | View::Saved | View::Note | View::Site | View::Data | View::Checked | View::About => {
            format!("{place}: {}", target(scenario))
        }
    };
    let (of_need, of_edition) = match scenario.view.spec().numbers {
        _ if scenario.uses_own() => (false, false),
        NumbersOf::Need | NumbersOf::Councils | NumbersOf::Nothing => (true, true),
        NumbersOf::Residents => (false, true),
        NumbersOf::Rows => (false, false),
    };
    if of_need && scenario.need != NeedMeasure::Income {
        name += &format!(", {}", in_need(scenario));
    }
    if of_edition && scenario.data != Edition::NEWEST {
        name += &format!(", {}", edition_year(scenario.data));
    }
    crate::scenario::library::shortened(&name).unwrap_or_default()
}

/// How many units are picked by name, where some are.
pub fn by_name(scenario: &Scenario) -> Option<String> {
    Some(match scenario.codes.as_ref()?.codes().len() {
        // A list that is kept on another device.
        0 => format!("{} by name", areas(scenario)),
        number => format!("{} {} by name", count(number as f64), areas(scenario)),
    })
}

/// The target in a few words.
pub fn target(scenario: &Scenario) -> String {
    if let Some(named) = by_name(scenario).filter(|_| scenario.view == View::Areas) {
        return named;
    }
    let share = chosen(scenario.share);
    let of = match (scenario.cut, scenario.basis) {
        (CutKind::National, _) => "England’s areas".to_owned(),
        (CutKind::Local, Basis::Areas) => format!("its own {}", areas(scenario)),
        (CutKind::Local, Basis::People) => format!("its own {} by {}", areas(scenario), people(scenario)),
    };
    match scenario.rank {
        RankBy::Imd => format!("most deprived {share}% of {of}"),
        RankBy::Need => format!("{share}% of {of} most in need"),
    }
}

/// Said beside a link to results from a file, which no link holds.
const FROM_A_FILE: &str =
    "This is from an official file; where it is not added, the link opens to the built-in figures.";

/// The same of a table of the person's own.
const FROM_A_TABLE: &str =
    "This is from a table of one’s own, which is not in the link: whoever opens it adds that table.";

/// Said beside a link to an audit: what a person brought is on their device alone.
const NOT_SERVED: &str =
    "The numbers of people served are not in the link: whoever opens it sees a made-up example, and can add their own.";

/// The sentence that goes with the link.
pub fn sentence(scenario: &Scenario, result: &Compared) -> String {
    match &result.strategies {
        None if scenario.view.is_a_model() => heading(scenario.view).to_owned(),
        None if scenario.view == View::Audit => format!("{} {NOT_SERVED}", heading(View::Audit)),
        // What a list comes to is worked out on the page alone.
        None if scenario.view == View::Areas && scenario.codes.is_some() => heading(scenario.view).to_owned(),
        None if scenario.schools().is_some() => missed::headline(scenario, &result.missed),
        None if scenario.uses_own() => format!("{} {FROM_A_TABLE}", missed::headline(scenario, &result.missed)),
        None => match result.missed.resolution {
            Resolution::Bands => missed::headline(scenario, &result.missed),
            Resolution::Areas => format!("{} {FROM_A_FILE}", missed::headline(scenario, &result.missed)),
        },
        Some(result) => strategies::comparisons(scenario, result).into_iter().next().unwrap_or_default(),
    }
}

/// Subject of a mail, and title of what is shared.
pub fn subject(scenario: &Scenario, place: &str) -> String {
    match scenario.view {
        View::Strategies => format!("{place}: {}", starting_points::name(scenario.offers.start)),
        view @ (View::Population | View::Incentive) => format!("{place}: {}", heading(view)),
        View::Gap => heading(View::Gap).to_owned(),
        View::Councils => format!("{place} among all {}: who gets missed?", nouns(scenario.list_kind()).many),
        View::Areas => format!("{place}: which {} exactly?", areas(scenario)),
        View::Audit => heading(View::Audit).to_owned(),
        View::Missed | View::Saved | View::Note | View::Site | View::Data | View::Checked | View::About => {
            format!("{place}: who gets missed?")
        }
    }
}

/// Body of a mail.
pub fn body(place: &str, sentence: &str, link: &str) -> String {
    format!("{place}\n\n{sentence}\n\nSee and change it here:\n{link}\n")
}

/// Title of the frame.
pub fn frame_title(scenario: &Scenario, place: &str) -> String {
    subject(scenario, place)
}
