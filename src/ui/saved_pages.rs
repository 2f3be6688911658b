//! The pages kept under a name on this device, and which of them are held side by side.
//!
//! Only what the first view needs is done at the start: a look whether pages are pinned. Everything else is reached from
//! parts alone.

use leptos::ev;
use leptos::prelude::*;

use super::lasting::Lasting;
use crate::platform::{clock, local};
use crate::scenario::library::{self, FileError, Library, PINS, ReadFile, Saved};

/// Where the pages are kept, as the file of [`library::write`].
const PAGES: &str = "who-gets-missed-pages";
/// Where the names of those side by side are kept, a line each.
const PINNED: &str = "who-gets-missed-pinned";
/// Where a text is put aside that cannot be read, so that nothing is lost.
const PUT_ASIDE: &str = "who-gets-missed-pages-put-aside";

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

/// The pages as they are here and as they were last seen in the browser's storage.
#[derive(Clone)]
struct State {
    library: Library,
    keeping: Keeping,
    stored: Vec<Saved>,
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
        if self.state.with_untracked(Option::is_some) {
            return;
        }
        let empty = State { library: Library::default(), keeping: Keeping::Kept, stored: Vec::new() };
        self.set(load(empty));
        // For as long as the page is there.
        let _ = window_event_listener(ev::storage, move |event| {
            if event.key().is_none_or(|key| key == PAGES || key == PINNED) {
                self.change(|_| ());
            }
        });
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

    /// Changes the pages, as they are in all tabs by now, and keeps the change.
    pub fn change<T>(self, change: impl FnOnce(&mut Library) -> T) -> Option<T> {
        let mut state = load(self.state.get_untracked()?);
        let result = change(&mut state.library);
        store(&mut state);
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

/// Takes over what another tab has stored since; what was saved here and is not there is kept.
fn load(mut state: State) -> State {
    if state.keeping == Keeping::NotAllowed {
        return state;
    }
    let (Ok(text), Ok(pins)) = (local::get(PAGES), local::get(PINNED)) else {
        return State { keeping: Keeping::NotAllowed, ..state };
    };
    let stored = match text.as_deref().map(library::read) {
        None => Vec::new(),
        Some(Ok(ReadFile { entries, .. })) => entries,
        Some(Err(FileError::LaterVersion)) => return State { keeping: Keeping::LaterVersion, ..state },
        Some(Err(_)) => {
            // Nothing of this app's. It makes room, and stays where it can be found.
            if local::set(PUT_ASIDE, &text.unwrap_or_default()).is_err() {
                return State { keeping: Keeping::NotAllowed, ..state };
            }
            Vec::new()
        }
    };
    let mut now = Library::of(stored);
    now.set_pins(pins.unwrap_or_default().lines().map(str::to_owned));
    let before = std::mem::replace(&mut state.stored, now.entries().to_vec());
    state.library.follow(&before, now);
    State { keeping: Keeping::Kept, ..state }
}

fn store(state: &mut State) {
    if state.keeping != Keeping::Kept {
        return;
    }
    let pins = state.library.pins().join("\n");
    let is_new = state.stored != state.library.entries();
    // A tab that only follows another one does not write, or the two would wake each other for ever.
    let pages = if is_new { local::set(PAGES, &library::write(state.library.entries())) } else { Ok(()) };
    let has_pins = local::get(PINNED).is_ok_and(|stored| stored.unwrap_or_default() == pins);
    let pinned = if has_pins { Ok(()) } else { local::set(PINNED, &pins) };
    if pages.and(pinned).is_err() {
        state.keeping = Keeping::NotAllowed;
    } else {
        state.stored = state.library.entries().to_vec();
    }
}
