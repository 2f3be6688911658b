//! The pages kept under a name on this device, and which of them are held side by side.
//!
//! Only what the first view needs is done at the start: a look whether pages are pinned. Everything else is reached from
//! parts alone.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::lasting::Lasting;
use crate::platform::aside::{self, MARK};
use crate::platform::{BrowserError, clock, local};
use crate::scenario::library::{self, Change, FileError, Library, PINS, ReadFile};

/// Where the pages are kept, as the file of [`library::write`].
pub const PAGES: &str = "who-gets-missed-pages";
/// Where the names of those side by side are kept, a line each.
const PINNED: &str = "who-gets-missed-pinned";
/// How the keys begin under which each change is kept by itself, until the list is sure to hold it.
const CHANGE: &str = "who-gets-missed-pages+";
/// After so long every tab has seen a change, so that what any of them writes holds it.
const SEEN_BY_ALL: Duration = Duration::from_secs(10);

/// Whether what is saved is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// For the next visit.
    Kept,
    /// For this visit alone: the browser refuses.
    NotAllowed,
    /// For this visit alone: a later version of the app has its pages here.
    LaterVersion,
}

/// The pages as they are here.
#[derive(Clone)]
struct State {
    library: Library,
    keeping: Keeping,
    /// Whether the browser refused to have the pages read, so that those kept before are not among these.
    is_unread: bool,
}

impl State {
    /// Nothing yet.
    fn nothing() -> Self {
        Self { library: Library::default(), keeping: Keeping::Kept, is_unread: false }
    }
}

/// The saved pages.
#[derive(Clone, Copy)]
pub struct SavedPages {
    /// `None` until a part asks for them.
    state: Lasting<RwSignal<Option<State>>>,
    /// Whether pages are held side by side.
    pub has_comparison: Lasting<RwSignal<bool>>,
    /// A file that was dropped on the page and not read yet.
    pub dropped: Lasting<RwSignal<Option<web_sys::File>, LocalStorage>>,
}

impl SavedPages {
    /// Looks whether pages are pinned, and reads nothing else.
    pub fn new() -> Self {
        let pinned = local::get(PINNED).ok().flatten().unwrap_or_default();
        Self {
            state: Lasting::new(RwSignal::new(None)),
            has_comparison: Lasting::new(RwSignal::new(pinned.lines().count() >= *PINS.start())),
            dropped: Lasting::new(RwSignal::new_local(None)),
        }
    }

    /// Reads the pages, unless they were read before, and follows other tabs from then on.
    pub fn open(self) {
        if let Some(state) = self.state.get_untracked() {
            return self.read_again(state);
        }
        self.set(load(State::nothing()));
        settle_later();
        // For as long as the page is there. What one step of another tab changes is told key by key.
        let is_awaited = Rc::new(Cell::new(false));
        let follow = move |is_awaited: &Cell<bool>| {
            is_awaited.set(false);
            if let Some(state) = self.state.get_untracked() {
                self.set(load(state));
            }
        };
        let _ = window_event_listener(ev::storage, move |event| {
            let is_about_pages = event.key().is_none_or(|key| key == PAGES || key == PINNED || key.starts_with(CHANGE));
            if is_about_pages && !is_awaited.replace(true) {
                let is_awaited = is_awaited.clone();
                set_timeout(move || follow(&is_awaited), Duration::ZERO);
            }
        });
    }

    /// Reads the pages that could not be read before, and adds those that were saved meanwhile.
    fn read_again(self, meanwhile: State) {
        if !meanwhile.is_unread {
            return;
        }
        let mut state = load(State::nothing());
        let before = state.library.clone();
        state.library.merge(meanwhile.library.entries().to_vec());
        if state.keeping == Keeping::Kept && store(&before, &state.library).is_ok() {
            self.set(state);
        }
    }

    /// Reads something of the pages.
    pub fn with<T>(self, read: impl FnOnce(&Library) -> T) -> T {
        self.state.with(|state| match state {
            Some(state) => read(&state.library),
            None => read(&Library::default()),
        })
    }

    /// Whether what is saved is kept.
    pub fn keeping(self) -> Keeping {
        self.state.with(|state| state.as_ref().map_or(Keeping::Kept, |state| state.keeping))
    }

    /// Whether those kept before could not be read: [`Self::open`] tries it again.
    pub fn are_unread(self) -> bool {
        self.state.with(|state| state.as_ref().is_some_and(|state| state.is_unread))
    }

    /// Changes the pages, as they are in all tabs by now, and keeps the change.
    pub fn change<T>(self, change: impl FnOnce(&mut Library) -> T) -> Option<T> {
        let mut state = load(self.state.get_untracked()?);
        let before = state.library.clone();
        let result = change(&mut state.library);
        if state.keeping == Keeping::Kept && store(&before, &state.library).is_err() {
            state.keeping = Keeping::NotAllowed;
        }
        self.set(state);
        Some(result)
    }

    fn set(self, state: State) {
        let has_comparison = state.library.pins().len() >= *PINS.start();
        if self.has_comparison.get_untracked() != has_comparison {
            self.has_comparison.set(has_comparison);
        }
        self.state.set(Some(state));
    }
}

/// Today, as far as the device knows.
pub fn today() -> Option<library::Day> {
    clock::today().parse().ok()
}

/// The pages as all tabs have left them by now.
fn load(state: State) -> State {
    let not_kept = |keeping| State { keeping, ..state.clone() };
    let unread = || State { is_unread: true, ..not_kept(Keeping::NotAllowed) };
    if state.keeping == Keeping::NotAllowed {
        return state;
    }
    let (Ok(text), Ok(pins), Ok(changes)) = (local::get(PAGES), local::get(PINNED), changes()) else { return unread() };
    let ReadFile { entries, unreadable, .. } = match text.as_deref().map(library::read) {
        None => ReadFile::default(),
        Some(Ok(read)) => read,
        Some(Err(FileError::LaterVersion)) => return not_kept(Keeping::LaterVersion),
        // Nothing of this app's. It makes room, and stays where it can be found.
        Some(Err(_)) => ReadFile { unreadable: 1, ..ReadFile::default() },
    };
    if unreadable > 0 {
        let put_aside = aside::put_aside(PAGES, &text.unwrap_or_default());
        if put_aside.and_then(|()| local::set(PAGES, &library::write(&entries))).is_err() {
            return not_kept(Keeping::NotAllowed);
        }
    }
    let changes: Vec<Change> = changes.into_iter().map(|(_, change)| change).collect();
    let mut library = Library::kept(entries, &changes);
    library.set_pins(pins.unwrap_or_default().lines().map(str::to_owned));
    State { library, ..State::nothing() }
}

/// Keeps what a step has changed.
fn store(before: &Library, after: &Library) -> Result<(), BrowserError> {
    let change = Change::between(before, after);
    if !change.is_empty() {
        for (key, other) in changes()? {
            let left = other.without(&change);
            if left.is_empty() {
                local::remove(&key);
            } else if left != other {
                local::set(&key, &left.to_text())?;
            }
        }
        // First the change, under a key that no other tab writes: the list may be overwritten at any time.
        local::set(&format!("{CHANGE}{:013}-{}", clock::now(), clock::unlike_others()), &change.to_text())?;
        local::set(PAGES, &library::write(after.entries()))?;
        settle_later();
    }
    if before.pins() != after.pins() {
        local::set(PINNED, &after.pins().join("\n"))?;
    }
    Ok(())
}

/// The changes kept by themselves, the oldest first. What cannot be read is of another version, and is left alone; so is
/// what was put aside.
fn changes() -> Result<Vec<(String, Change)>, BrowserError> {
    let all = local::beginning_with(CHANGE)?.into_iter().filter(|(key, _)| !key.contains(MARK));
    Ok(all.filter_map(|(key, text)| Some((key, Change::from_text(&text).ok()?))).collect())
}

/// Writes the list anew, later, and removes the changes that it then is sure to hold.
fn settle_later() {
    thread_local! {
        static IS_TO_COME: Cell<bool> = const { Cell::new(false) };
    }
    if IS_TO_COME.replace(true) {
        return;
    }
    let begin = || {
        IS_TO_COME.set(false);
        // What is refused stays as it is, and is read the same.
        if settle().is_ok_and(|is_some_left| is_some_left) {
            settle_later();
        }
    };
    set_timeout(begin, SEEN_BY_ALL + Duration::from_secs(1));
}

/// Says whether some changes are too new for that.
fn settle() -> Result<bool, BrowserError> {
    let before = clock::now() - SEEN_BY_ALL.as_millis() as f64;
    let is_old = |key: &str| {
        let time = key.strip_prefix(CHANGE).and_then(|rest| rest.split_once('-'));
        time.and_then(|(time, _)| time.parse::<f64>().ok()).is_some_and(|time| time < before)
    };
    let (old, new): (Vec<String>, Vec<String>) =
        changes()?.into_iter().map(|(key, _)| key).partition(|key| is_old(key));
    let state = load(State::nothing());
    if !old.is_empty() && state.keeping == Keeping::Kept {
        local::set(PAGES, &library::write(state.library.entries()))?;
        old.iter().for_each(|key| local::remove(key));
    }
    Ok(!new.is_empty())
}
