//! What the page around the note says.

use crate::data::Resolution;
use crate::document;
use crate::scenario::NoteScope;
use crate::words::lower_first;

/// Below the heading.
pub const LEAD: &str = "A health inequalities impact assessment, begun from your choices: what the figures know stands in it. \
     Fill in the rest, change any text, then print it, save it as a PDF, or download it.";
/// Label of the choice of scope.
pub const SCOPE: &str = "The note is about";
/// Label of the title.
pub const TITLE: &str = "Title";
/// Label of the author.
pub const AUTHOR: &str = "Prepared by (optional)";
/// Name of the author among the facts below the title.
pub const PREPARED_BY: &str = "Prepared by";
/// Prints the note.
pub const PRINT: &str = "Print or save as PDF";
/// Downloads the note as a page.
pub const DOWNLOAD_HTML: &str = "Download as web page (HTML)";
/// Downloads the note as a Word file.
pub const DOWNLOAD_WORD: &str = "Download for Word (.docx)";
/// Downloads the note as plain text.
pub const DOWNLOAD_MARKDOWN: &str = "Download as text (Markdown)";
/// What the formats are for.
pub const DOWNLOAD_HINT: &str =
    "Word, LibreOffice and others open the Word file. The web page has the charts as drawings.";
/// Said after a download.
pub const DOWNLOADED: &str = "Downloaded";
/// Said where the browser does not allow a download.
pub const NOT_DOWNLOADED: &str = "This browser does not allow the download here. Open the full tool and try again.";
/// Said where the browser does not print.
pub const NOT_PRINTED: &str = "This browser does not print from here. Use its own menu.";
/// Name of the tools above the note.
pub const TOOLS: &str = "What to do with the note";
/// Name of a downloaded note, before the dot.
pub const FILE_NAME: &str = "who-gets-missed-evidence-note";
/// Name of the note itself.
pub const NOTE: &str = "The note";
/// Marks text that a person has written.
pub const EDITED: &str = "Your own words";
/// Said where the results have changed since the text was written.
pub const STALE: &str = "The results have changed since you wrote this. Check the numbers in it.";
/// Keeps an edited text.
pub const KEEP: &str = "Keep this text";
/// Hint below the field for a text.
pub const EDIT_HINT: &str = "Leave a line empty to begin a new paragraph. Begin a line with - for a list.";
/// Said where a person's own words are kept.
pub const KEPT: &str = "Your own words are kept in this browser until you remove them.";
/// Said where nothing can be kept.
pub const NOT_KEPT: &str =
    "This browser keeps nothing here: your own words stay while this page is open. Download the note to keep them.";
/// Said where a later version has kept what this one cannot read.
pub const LATER_VERSION: &str = "A newer version of this page has your words here, and this one leaves them as they are. \
     What you write now stays while this page is open. Load the page again to get the newer version.";
/// Keeps what another tab has.
pub const USE_OTHER: &str = "Use these words";
/// Keeps what stands here.
pub const USE_OWN: &str = "Keep the words in the note";
/// Takes all of a person's own words out.
pub const CLEAR: &str = "Remove all my words";
/// Brings them back.
pub const BRING_BACK: &str = "Bring my words back";
/// Said when they were taken out.
pub const CLEARED: &str = "Your words were removed.";
/// Stands at the end of a note.
pub const fn made_with(resolution: Resolution) -> &'static str {
    match resolution {
        Resolution::Bands => "Made with “Who gets missed?”. Every result can be checked by opening the link above.",
        Resolution::Areas => {
            "Made with “Who gets missed?”. Every result can be checked by opening the link above and adding the same figures."
        }
    }
}

/// The choice of scope.
pub const fn scope_label(scope: NoteScope) -> &'static str {
    match scope {
        NoteScope::Areas => "the target",
        NoteScope::Offers => "the offers compared",
    }
}

/// Name of the button that opens a chapter's text.
pub fn edit(heading: &str) -> String {
    format!("Edit “{heading}”")
}

/// Label of the field for a chapter's text.
pub fn field(heading: &str) -> String {
    format!("Text of “{heading}”")
}

/// Name of the button that takes a chapter's text back.
pub fn restore(heading: &str) -> String {
    format!("Undo my changes to “{heading}”")
}

/// The name of a cell to fill: its row and its column.
pub fn cell(row: &str, heading: &str) -> String {
    format!("{row}: {}", lower_first(heading))
}

/// The name of a place that a person can write: a chapter, a cell of a table, or neither.
pub fn place(place: &str, places: &[(String, String)]) -> String {
    let named = places.iter().find(|(id, _)| id == place).map(|(_, name)| name.as_str());
    match place {
        document::TITLE => TITLE,
        document::AUTHOR => PREPARED_BY,
        _ => named.unwrap_or(place),
    }
    .to_owned()
}

/// Asks which of two texts stays.
pub fn written_twice(place: &str) -> String {
    format!("“{place}” was also changed in another tab, to this:")
}
