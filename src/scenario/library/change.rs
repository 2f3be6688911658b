//! What one step has changed in the saved pages. Each is kept by itself, beside the list, until the list is sure to hold it:
//! tabs that write the list at once overwrite each other's, but no tab writes what another one has changed.

use super::{FileError, Library, Saved, name, read, write};

/// Stands between what was added and what was removed. In JSON it can only be written in other signs.
const BETWEEN: char = '\u{1e}';

/// Pages that were added and removed. A page that got another name was removed and added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// New ones.
    pub added: Vec<Saved>,
    /// Those that are gone.
    pub removed: Vec<Saved>,
}

impl Change {
    /// What differs between two states of a library.
    pub fn between(before: &Library, after: &Library) -> Self {
        Self { added: new_in(after, before), removed: new_in(before, after) }
    }

    /// Whether there is anything.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }

    /// The change as a text to keep.
    pub fn to_text(&self) -> String {
        format!("{}{BETWEEN}{}", write(&self.added), write(&self.removed))
    }

    /// Reads a text that was kept.
    ///
    /// # Errors
    /// [`FileError`] as for a file of saved pages.
    pub fn from_text(text: &str) -> Result<Self, FileError> {
        let (added, removed) = text.split_once(BETWEEN).ok_or(FileError::OtherFormat)?;
        Ok(Self { added: read(added)?.entries, removed: read(removed)?.entries })
    }

    /// What of this change still holds after a later one.
    #[must_use]
    pub fn without(&self, later: &Self) -> Self {
        // A page whose name another one had was added under a name with a number.
        let may_be = |added: &Saved, removed: &Saved| {
            added.query == removed.query
                && (1..=later_numbers(&removed.name)).any(|number| name::variant(&added.name, number) == removed.name)
        };
        let added = self.added.iter().filter(|added| !later.removed.iter().any(|removed| may_be(added, removed)));
        let removed = self.removed.iter().filter(|removed| !later.added.iter().any(|added| added.is(removed)));
        Self { added: added.cloned().collect(), removed: removed.cloned().collect() }
    }
}

/// The highest number that a name can end with, as far as has to be looked for.
fn later_numbers(name: &str) -> usize {
    let number =
        name.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).and_then(|(_, number)| number.parse().ok());
    number.unwrap_or(1).clamp(1, 1_000)
}

fn new_in(library: &Library, other: &Library) -> Vec<Saved> {
    let is_new = |entry: &&Saved| !other.entries().iter().any(|there| there.is(entry));
    library.entries().iter().filter(is_new).cloned().collect()
}
