//! The view `saved`: pages kept under a name, to a file and back.

use super::common::nav_label;
use super::kinds::nouns;
use super::locale::{Plural, date, plural};
use super::share;
use super::starting_points;
use crate::scenario::library::{Day, FileError, MOST_SAVED, Merged, PINS};
use crate::scenario::{Scenario, View};

/// Below the heading.
pub const LEAD: &str =
    "Pages you saved under a name. Pick two to four to see them side by side. They stay on this device.";
/// Heading of the list.
pub const LIST: &str = "Your saved pages";
/// Said where there are none.
pub const NONE: &str = "You have not saved a page yet. On a page with choices, open “Save and share”. Or save a copy of a \
     ready-made page below.";
/// Said where the browser does not let the page keep anything.
pub const NOT_KEPT: &str = "This browser does not let the page keep anything. What you save stays until you close or \
     reload this page. Download it as a file to keep it.";
/// Said where those saved before cannot be read.
pub const UNREAD: &str = "This browser did not let the page read its saved pages, so none of them is shown. What you save \
     now stays until you close or reload this page. Download it as a file to keep it.";
/// Said where a later version has stored its pages.
pub const LATER_VERSION: &str = "The pages saved on this device were made by a newer version of this tool. They are left \
     as they are; load the page again to get the newest version. What you save now stays until you close this page.";
/// Marks a page that is compared.
pub const COMPARE: &str = "Compare";
/// Gives a page another name.
pub const RENAME: &str = "Rename";
/// Label of the new name.
pub const NEW_NAME: &str = "New name";
/// Sets the new name.
pub const SET_NAME: &str = "Save name";
/// Makes a copy.
pub const DUPLICATE: &str = "Duplicate";
/// Takes a page out.
pub const DELETE: &str = "Delete";
/// Brings it back.
pub const UNDO: &str = "Undo";
/// Heading of the file.
pub const FILE: &str = "Move them to another device";
/// What the file is.
pub const FILE_TEXT: &str = "Download all saved pages as one file, and add the file there. Nothing that is saved there \
     is overwritten.";
/// Makes the file.
pub const EXPORT: &str = "Download all as a file";
/// Name of the file.
pub const FILE_NAME: &str = "who-gets-missed-pages.json";
/// Label of the choice of a file.
pub const IMPORT: &str = "Add saved pages from a file (JSON)";
/// Hint of the choice.
pub const IMPORT_HINT: &str = "or drop it here, on any page";
/// Said where the browser cannot make a file.
pub const NOT_EXPORTED: &str = "This browser does not let the page make a file.";
/// Said where the file cannot be read at all.
pub const FILE_GONE: &str = "The file could not be read. It may have been moved or changed since you chose it.";
/// Said after a problem with a file.
pub const UNCHANGED: &str = "Your saved pages are as they were.";

/// Name of the box that marks a page as compared.
pub fn compare(name: &str) -> String {
    format!("{COMPARE} “{name}”")
}
/// Name of a button about one page.
pub fn about_page(action: &str, name: &str) -> String {
    format!("{action} “{name}”")
}

/// How many are compared.
pub fn pins(number: usize) -> String {
    match number {
        0 => format!("Tick {} to {} pages to compare them.", PINS.start(), PINS.end()),
        1 => "1 page is ticked. Tick one more to compare them.".to_owned(),
        number if number == *PINS.end() => format!("{number} pages are compared, which is the most."),
        number => format!("{number} pages are compared."),
    }
}

/// What a saved page is, below its name.
pub fn description(scenario: &Scenario, place: &str) -> String {
    match scenario.view {
        view @ (View::Missed | View::Areas) => format!("{}: {place}, {}", nav_label(view), share::target(scenario)),
        View::Councils => {
            format!("All {}: {place}, {}", nouns(scenario.list_kind()).many, share::target(scenario))
        }
        View::Strategies => format!(
            "Compare offers: {}, {place}, {}",
            starting_points::name(scenario.offers.start),
            share::target(scenario)
        ),
        view @ (View::Population | View::Incentive | View::Audit) => format!("{}: {place}", nav_label(view)),
        view @ (View::Gap | View::Saved | View::Note | View::Site | View::Data | View::Checked | View::About) => {
            nav_label(view).to_owned()
        }
    }
}

/// When a page was saved.
pub fn day(day: Day) -> String {
    let date = date(day.day, usize::from(day.month), &day.year.to_string()).unwrap_or_default();
    format!("Saved {date}")
}

/// Said when a page was deleted.
pub fn deleted(name: &str) -> String {
    format!("“{name}” was deleted.")
}
/// Said when it was brought back.
pub fn restored(name: &str) -> String {
    format!("“{name}” is back.")
}
/// Said when a page got another name.
pub fn renamed(name: &str) -> String {
    format!("The name is now “{name}”.")
}
/// Said when a page was copied.
pub fn duplicated(name: &str) -> String {
    format!("The copy is called “{name}”.")
}

/// What came of a file: how much is new, already here, under another name, read in part, or not at all.
pub fn imported(merged: Merged, adjusted: usize, unreadable: usize) -> String {
    let mut said = vec![match merged.added {
        0 => "No page was added".to_owned(),
        number => match plural(number) {
            Plural::One => format!("{number} page was added"),
            Plural::Other => format!("{number} pages were added"),
        },
    }];
    let mut add = |number: usize, one: &str, many: &str| match number {
        0 => {}
        number => match plural(number) {
            Plural::One => said.push(format!("{number} {one}")),
            Plural::Other => said.push(format!("{number} {many}")),
        },
    };
    add(merged.same, "was here already", "were here already");
    add(
        merged.renamed,
        "of the new ones got a number, because another page has its name",
        "of the new ones got a number, because other pages have their names",
    );
    add(
        adjusted,
        "holds a choice that this version does not know, and has the usual setting instead",
        "hold choices that this version does not know, and have the usual settings instead",
    );
    add(unreadable, "could not be read", "could not be read");
    if merged.left_out > 0 {
        said.push(format!("{} had no room: {MOST_SAVED} pages are kept at most", merged.left_out));
    }
    said.join("; ") + "."
}

/// Why a file could not be used.
pub fn file_error(error: FileError) -> &'static str {
    match error {
        FileError::TooBig => "The file is bigger than 5 MB, so it is no file of saved pages.",
        FileError::NotJson => "The file is not JSON. Choose a file that was downloaded from this page.",
        FileError::OtherFormat => "The file holds something else. Choose a file that was downloaded from this page.",
        FileError::LaterVersion => {
            "The file was made by a newer version of this tool. Load the page again to get the newest version."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_a_file_is_told_in_one_sentence() {
        let merged = |added, renamed, same, left_out| Merged { added, renamed, same, left_out };
        assert_eq!(imported(merged(2, 0, 0, 0), 0, 0), "2 pages were added.");
        assert_eq!(imported(merged(0, 0, 3, 0), 0, 1), "No page was added; 3 were here already; 1 could not be read.");
        assert_eq!(
            imported(merged(2, 1, 0, 5), 0, 0),
            "2 pages were added; 1 of the new ones got a number, because another page has its name; 5 had no room: 150 \
             pages are kept at most."
        );
    }

    #[test]
    fn days_read_as_people_say_them() {
        assert_eq!(day("2026-02-28".parse().unwrap()), "Saved 28 February 2026");
    }
}
