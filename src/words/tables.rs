//! Tables kept on the device.

use super::locale::date;
use super::number::{count, fixed};
use crate::scenario::library::Day;

/// Heading of the list.
pub const HEADING: &str = "Tables kept on this device";
/// What they are.
pub const TEXT: &str = "They stay in this browser as they came, and are sent nowhere. Whoever uses this browser can see them. \
     It may clear them to make room, so download what must not be lost.";
/// Said where there are none.
pub const NONE: &str = "No table is kept here yet.";
/// Label of the name of a table that may be kept.
pub const NAME: &str = "Keep this table under the name";
/// Keeps it.
pub const KEEP: &str = "Keep it on this device";
/// Uses a table.
pub const OPEN: &str = "Use";
/// Gives a table another name.
pub const RENAME: &str = "Rename";
/// Label of the new name.
pub const NEW_NAME: &str = "New name";
/// Sets the new name.
pub const SET_NAME: &str = "Save name";
/// Hands the file out.
pub const DOWNLOAD: &str = "Download";
/// Takes a table out.
pub const REMOVE: &str = "Remove";
/// Brings it back.
pub const UNDO: &str = "Undo";
/// The name of rows that were pasted, as a file.
pub const PASTED: &str = "Pasted rows.txt";

/// The name of rows that came of two tables, as a file.
pub const JOINED: &str = "Joined rows.txt";

/// Said where the browser keeps nothing.
pub const NOT_ALLOWED: &str = "This browser does not let the page keep tables.";
/// Said where the browser had no room for a table.
pub const TOO_LARGE_HERE: &str =
    "The browser could not hold this table, most likely for want of memory. Keep the columns needed, and fewer rows.";
/// Said where there is no room.
pub const FULL: &str = "There is no room left for this table. Remove others to make room.";
/// Said where a later version has its tables here.
pub const LATER_VERSION: &str =
    "The tables on this device belong to a newer version of this tool. Load the page again to get it.";
/// Said where another tab has removed the table.
pub const GONE: &str = "This table was removed in another tab.";
/// Said where the browser does not say why.
pub const FAILED: &str = "The browser could not do this.";
/// Said where a table is there, though not kept.
pub const IN_MEMORY: &str = "The table stays in the list until you close or reload this page.";
/// Said where a step failed.
pub const UNCHANGED: &str = "Nothing was changed.";
/// Said where the browser makes no files.
pub const NOT_SAVED: &str = "This browser does not let the page make a file.";

/// Name of a button about one table.
pub fn about_table(action: &str, name: &str) -> String {
    format!("{action} “{name}”")
}

/// The size of a table in bytes, as people say it.
pub fn size(bytes: f64) -> String {
    match bytes {
        ..1000.0 => format!("{} bytes", count(bytes)),
        ..999_500.0 => format!("{} kB", fixed(bytes / 1e3, 0)),
        _ => format!("{} MB", fixed(bytes / 1e6, 1)),
    }
}

/// What a table is, below its name: its size, and the day since which it is kept if it is.
pub fn about(bytes: f64, day: &str, is_kept: bool) -> String {
    let size = size(bytes);
    if !is_kept {
        return format!("{size}, until you close or reload this page");
    }
    let day = day.parse::<Day>().ok();
    match day.and_then(|day| date(day.day, usize::from(day.month), &day.year.to_string())) {
        Some(day) => format!("{size}, kept on {day}"),
        None => size,
    }
}

/// Said when a table is kept.
pub fn kept(name: &str) -> String {
    format!("“{name}” is kept on this device.")
}
/// Said when it was removed.
pub fn removed(name: &str) -> String {
    format!("“{name}” was removed.")
}
/// Said when it was brought back.
pub fn restored(name: &str) -> String {
    format!("“{name}” is back.")
}
/// Said when it got another name.
pub fn renamed(name: &str) -> String {
    format!("The name is now “{name}”.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_people_say_them() {
        let cases = [
            (0.0, "0 bytes"),
            (999.0, "999 bytes"),
            (1000.0, "1 kB"),
            (12_345.0, "12 kB"),
            (999_499.0, "999 kB"),
            (999_500.0, "1.0 MB"),
            (104_857_600.0, "104.9 MB"),
        ];
        for (bytes, expect) in cases {
            assert_eq!(size(bytes), expect);
        }
    }

    #[test]
    fn a_table_is_told_by_its_size_and_its_day() {
        assert_eq!(about(12_345.0, "2026-11-26", true), "12 kB, kept on 26 November 2026");
        assert_eq!(about(12_345.0, "2026-11-26", false), "12 kB, until you close or reload this page");
        assert_eq!(about(12_345.0, "", true), "12 kB");
    }
}
