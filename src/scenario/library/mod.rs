//! Pages kept under a name, and which of them are held side by side.
//!
//! A saved page is the query of its link. Names are unique; no operation overwrites a page, and each returns what is
//! needed to undo it.

mod change;
mod day;
mod file;
mod name;

pub use change::Change;
pub use day::{Day, NotADay};
pub use file::{FileError, MOST_BYTES, ReadFile, read, write};
pub use name::{MOST_CHARS, NameError, checked, shortened, unlike_others};

use thiserror::Error;

use super::{Scenario, ToQuery};

/// The most pages that are kept. As many of the longest links there can be stay below [`MOST_BYTES`].
pub const MOST_SAVED: usize = 150;
/// The fewest and the most pages that are held side by side.
pub const PINS: std::ops::RangeInclusive<usize> = 2..=4;

/// A page kept under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its name: 1 to [`MOST_CHARS`] characters, one line.
    pub name: String,
    /// The query of its link, as [`ToQuery`] writes it.
    pub query: String,
    /// When it was saved, where that is known.
    pub saved: Option<Day>,
}

/// The pages kept, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    entries: Vec<Saved>,
    pins: Vec<String>,
}

/// Why a page cannot be kept under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SaveError {
    /// The name cannot be one.
    #[error(transparent)]
    Name(#[from] NameError),
    /// There are [`MOST_SAVED`] pages already.
    #[error("there are {MOST_SAVED} pages already")]
    Full,
    /// The page to be changed is gone.
    #[error("the page is gone")]
    Gone,
}

/// What is needed to bring a page back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    /// The page.
    pub entry: Saved,
    at: usize,
    pin: Option<usize>,
}

/// What came of pages that were added together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Merged {
    /// New here.
    pub added: usize,
    /// Of those, how many got a number because another page has their name.
    pub renamed: usize,
    /// Already here.
    pub same: usize,
    /// Left out because there is no more room.
    pub left_out: usize,
}

impl Saved {
    /// The state of the page.
    pub fn scenario(&self) -> Scenario {
        Scenario::from_kept(&self.query).scenario
    }

    /// Whether it is the same page: the same name and the same link.
    fn is(&self, other: &Self) -> bool {
        self.name == other.name && self.query == other.query
    }
}

impl Library {
    /// A library with these pages; of equal names all but the first get a number.
    pub fn of(entries: Vec<Saved>) -> Self {
        let mut library = Self::default();
        library.merge(entries);
        library
    }

    /// The library that was kept. Tabs that save at once may have kept more than [`MOST_SAVED`] pages: all are here.
    pub fn kept(entries: Vec<Saved>, changes: &[Change]) -> Self {
        let mut library = Self::default();
        library.merge_up_to(usize::MAX, entries);
        for change in changes {
            library.entries.retain(|entry| !change.removed.iter().any(|removed| removed.is(entry)));
            library.merge_up_to(usize::MAX, change.added.clone());
        }
        library
    }

    /// The pages, oldest first.
    pub fn entries(&self) -> &[Saved] {
        &self.entries
    }

    /// The page of this name.
    pub fn find(&self, name: &str) -> Option<&Saved> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// The pages held side by side, in the order in which they were pinned.
    pub fn pinned(&self) -> Vec<&Saved> {
        self.pins.iter().filter_map(|name| self.find(name)).collect()
    }

    /// The names of those pages.
    pub fn pins(&self) -> &[String] {
        &self.pins
    }

    /// Pins exactly these pages, as far as they are here and there is room.
    pub fn set_pins(&mut self, names: impl IntoIterator<Item = String>) {
        self.pins.clear();
        for name in names {
            self.pin(&name);
        }
    }

    /// Pins a page; whether it is pinned now.
    pub fn pin(&mut self, name: &str) -> bool {
        if self.is_pinned(name) {
            return true;
        }
        let can = self.pins.len() < *PINS.end() && self.find(name).is_some();
        if can {
            self.pins.push(name.to_owned());
        }
        can
    }

    /// Takes a page from those side by side.
    pub fn unpin(&mut self, name: &str) {
        self.pins.retain(|pin| pin != name);
    }

    /// Whether a page is pinned.
    pub fn is_pinned(&self, name: &str) -> bool {
        self.pins.iter().any(|pin| pin == name)
    }

    /// Keeps a state under a name, or under the name with a number if another page has it. Returns the name.
    ///
    /// # Errors
    /// [`SaveError`] if the name cannot be one, or there is no more room.
    pub fn save(&mut self, name: &str, scenario: &Scenario, saved: Option<Day>) -> Result<String, SaveError> {
        let (name, is_new) = self.free(&name::checked(name)?, Some(&scenario.to_query()));
        if is_new {
            self.insert(self.entries.len(), Saved { name: name.clone(), query: scenario.to_query(), saved })?;
        }
        Ok(name)
    }

    /// Gives a page another name. Returns the name it has now.
    ///
    /// # Errors
    /// [`SaveError`] if the name cannot be one, or the page is gone.
    pub fn rename(&mut self, from: &str, to: &str) -> Result<String, SaveError> {
        let at = self.position(from)?;
        let to = name::checked(to)?;
        if to == from {
            return Ok(to);
        }
        // Its own name does not stand in its way.
        self.entries[at].name.clear();
        let (to, _) = self.free(&to, None);
        for pin in self.pins.iter_mut().filter(|pin| *pin == from) {
            pin.clone_from(&to);
        }
        self.entries[at].name.clone_from(&to);
        Ok(to)
    }

    /// Puts a copy after a page. Returns the name of the copy.
    ///
    /// # Errors
    /// [`SaveError`] if there is no more room, or the page is gone.
    pub fn duplicate(&mut self, name: &str, saved: Option<Day>) -> Result<String, SaveError> {
        let at = self.position(name)?;
        let copy = Saved { name: self.free(name, None).0, saved, ..self.entries[at].clone() };
        let name = copy.name.clone();
        self.insert(at + 1, copy)?;
        Ok(name)
    }

    /// Takes a page out.
    pub fn delete(&mut self, name: &str) -> Option<Deleted> {
        let at = self.position(name).ok()?;
        let pin = self.pins.iter().position(|pin| pin == name);
        self.unpin(name);
        Some(Deleted { entry: self.entries.remove(at), at, pin })
    }

    /// Brings a page back to where it was. Returns its name, which has a number if another page took it meanwhile.
    ///
    /// # Errors
    /// [`SaveError::Full`] if there is no more room.
    pub fn restore(&mut self, deleted: Deleted) -> Result<String, SaveError> {
        let Deleted { entry, at, pin } = deleted;
        let (name, is_new) = self.free(&entry.name, Some(&entry.query));
        if is_new {
            self.insert(at.min(self.entries.len()), Saved { name: name.clone(), ..entry })?;
        }
        if let Some(pin) = pin.filter(|_| self.pins.len() < *PINS.end() && !self.is_pinned(&name)) {
            self.pins.insert(pin.min(self.pins.len()), name.clone());
        }
        Ok(name)
    }

    /// Adds pages without losing any: a page with the name and the link of one here is the same, one with the name alone
    /// gets a number. Adding the same pages again changes nothing.
    pub fn merge(&mut self, others: Vec<Saved>) -> Merged {
        self.merge_up_to(MOST_SAVED, others)
    }

    fn merge_up_to(&mut self, most: usize, others: Vec<Saved>) -> Merged {
        let mut merged = Merged::default();
        for other in others {
            let (name, is_new) = self.free(&other.name, Some(&other.query));
            let is_renamed = name != other.name;
            if !is_new {
                merged.same += 1;
            } else if self.entries.len() >= most {
                merged.left_out += 1;
            } else {
                self.entries.push(Saved { name, ..other });
                merged.added += 1;
                merged.renamed += usize::from(is_renamed);
            }
        }
        merged
    }

    fn position(&self, name: &str) -> Result<usize, SaveError> {
        self.entries.iter().position(|entry| entry.name == name).ok_or(SaveError::Gone)
    }

    /// The first form of a name that nothing here has, and `true`; or the form of it under which this link is here
    /// already, and `false`.
    fn free(&self, name: &str, query: Option<&str>) -> (String, bool) {
        let mut number = 1;
        loop {
            let form = name::variant(name, number);
            match self.find(&form) {
                None => return (form, true),
                Some(entry) if query == Some(entry.query.as_str()) => return (form, false),
                Some(_) => number += 1,
            }
        }
    }

    fn insert(&mut self, at: usize, entry: Saved) -> Result<(), SaveError> {
        if self.entries.len() >= MOST_SAVED {
            return Err(SaveError::Full);
        }
        self.entries.insert(at, entry);
        Ok(())
    }
}
