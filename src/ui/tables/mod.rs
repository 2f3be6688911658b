//! Tables that a person keeps on the device under names, and one that is in use and may be kept.
//!
//! Where the browser keeps nothing, or has no room, a table stays in the list for as long as the page is open.

mod list;

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use crate::platform::tables::{self, Kept, Table, TablesError};
use crate::platform::{BrowserError, clock, download, focus};
use crate::scenario::library;
use crate::ui::here::{after, in_next_frame};
use crate::words::tables as words;

pub use list::KeptTables;

/// Where a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// On the device, by its number there.
    Device(u32),
    /// On this page alone, by a number of its own.
    Page(u32),
}

/// A table in the list.
#[derive(Debug, Clone, PartialEq)]
struct Item {
    place: Place,
    table: Table,
}

thread_local! {
    /// Tables that could not be kept. They stay while the person goes from view to view.
    static ON_PAGE: RefCell<Vec<Item>> = const { RefCell::new(Vec::new()) };
    static NEXT_ON_PAGE: Cell<u32> = const { Cell::new(1) };
}

/// The tables, for as long as the view is there that shows them.
#[derive(Clone, Copy)]
pub struct Tables {
    list: RwSignal<Vec<Item>, LocalStorage>,
    /// Why the device shows none.
    trouble: RwSignal<Option<TablesError>>,
    /// One that is in use and not kept.
    offered: RwSignal<Option<Table>, LocalStorage>,
    /// One that was removed and can be brought back.
    removed: RwSignal<Option<Item>, LocalStorage>,
    /// What was done last, or why it was not.
    said: RwSignal<String>,
    /// The one in use, whose choices are kept with it.
    in_use: RwSignal<Option<Place>>,
}

/// What came of a step on one table: where it is now and what is said, or why nothing was changed.
type Outcome = Result<(Place, String), TablesError>;

impl Tables {
    /// Looks what is kept.
    pub fn new() -> Self {
        let tables = Self {
            list: RwSignal::new_local(Vec::new()),
            trouble: RwSignal::new(None),
            offered: RwSignal::new_local(None),
            removed: RwSignal::new_local(None),
            said: RwSignal::new(String::new()),
            in_use: RwSignal::new(None),
        };
        tables.look(None);
        tables
    }

    /// Offers to keep a table that is in use and came as such a file, with what was chosen of it.
    pub fn offer(self, file: &str, kind: &str, choices: String, content: web_sys::Blob) {
        let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
        let name = library::shortened(name).unwrap_or_else(|| file.to_owned());
        let (file, kind) = (file.to_owned(), kind.to_owned());
        self.offered.set(Some(Table { name, file, day: clock::today(), kind, choices, content }));
    }

    /// Takes the offer back, as where something else is in use.
    pub fn withdraw(self) {
        self.offered.set(None);
    }

    /// Whether the rows in use are those of a table that is kept.
    pub fn is_kept(self) -> bool {
        self.in_use.with_untracked(Option::is_some)
    }

    /// Other rows come into use.
    pub fn leave(self) {
        self.in_use.set(None);
    }

    /// Keeps what is chosen now of the table in use, if it is one that is kept. Where that fails it has the choices from before.
    pub fn remember(self, choices: String) {
        let Some(place) = self.in_use.get_untracked() else { return };
        let Some(mut table) = self.find(place).filter(|table| table.choices != choices) else { return };
        table.choices = choices;
        self.list.update(|list| {
            if let Some(item) = list.iter_mut().find(|item| item.place == place) {
                item.table = table.clone();
            }
        });
        match place {
            Place::Device(number) => after(async move { tables::put_back(&Kept { number, table }).await }, |_| {}),
            Place::Page(_) => ON_PAGE.with_borrow_mut(|on_page| {
                if let Some(item) = on_page.iter_mut().find(|item| item.place == place) {
                    item.table = table;
                }
            }),
        }
    }

    /// The tables that can be used, by their names.
    pub fn all(self) -> Vec<Table> {
        self.list.with(|list| list.iter().map(|item| item.table.clone()).collect())
    }

    /// Looks what is there, and then moves the focus to one of them.
    fn look(self, focused: Option<Place>) {
        let on_page = || ON_PAGE.with_borrow(Clone::clone);
        // What is refused once may be granted the next time, and what was kept would not be seen.
        let list = async {
            match tables::list().await {
                Err(TablesError::NotAllowed | TablesError::Failed) => tables::list().await,
                found => found,
            }
        };
        after(list, move |found| {
            self.trouble.set(found.as_ref().err().copied());
            let kept = found.unwrap_or_default().into_iter().map(Item::from);
            self.list.set(kept.chain(on_page()).collect());
            if let Some(place) = focused {
                in_next_frame(move || focus::to(&place.id()));
            }
        });
    }

    fn find(self, place: Place) -> Option<Table> {
        self.list.with_untracked(|list| Some(list.iter().find(|item| item.place == place)?.table.clone()))
    }

    /// A name that no other table of the list has.
    fn free_name(self, name: &str, of: Option<Place>) -> String {
        self.list.with_untracked(|list| {
            let is_taken = |form: &str| list.iter().any(|item| item.table.name == form && Some(item.place) != of);
            library::unlike_others(name, is_taken)
        })
    }

    /// Keeps the table that is offered under a name.
    fn keep(self, name: &str) {
        let Some(mut table) = self.offered.get_untracked() else { return };
        table.name = self.free_name(name, None);
        table.day = clock::today();
        let keep = async move {
            let said = words::kept(&table.name);
            match tables::add(&table).await {
                Ok(kept) => (Place::Device(kept.number), said),
                Err(error) => {
                    let place = Place::Page(NEXT_ON_PAGE.replace(NEXT_ON_PAGE.get() + 1));
                    ON_PAGE.with_borrow_mut(|on_page| on_page.push(Item { place, table }));
                    (place, format!("{} {}", why(error), words::IN_MEMORY))
                }
            }
        };
        after(keep, move |(place, said)| {
            self.offered.set(None);
            self.in_use.set(Some(place));
            self.told(Ok((place, said)));
        });
    }

    fn rename(self, place: Place, name: &str) {
        let name = self.free_name(name, Some(place));
        let rename = async move {
            match place {
                Place::Device(number) => drop(tables::rename(number, &name).await?),
                Place::Page(_) => ON_PAGE.with_borrow_mut(|on_page| {
                    let found = on_page.iter_mut().find(|item| item.place == place);
                    let item = found.ok_or(TablesError::Gone)?;
                    name.clone_into(&mut item.table.name);
                    Ok::<(), TablesError>(())
                })?,
            }
            Ok((place, words::renamed(&name)))
        };
        after(rename, move |outcome: Outcome| self.told(outcome));
    }

    fn remove(self, place: Place) {
        let Some(table) = self.find(place) else { return };
        let remove = async move {
            match place {
                Place::Device(number) => tables::remove(number).await?,
                Place::Page(_) => ON_PAGE.with_borrow_mut(|on_page| on_page.retain(|item| item.place != place)),
            }
            Ok(table)
        };
        after(remove, move |outcome: Result<Table, TablesError>| match outcome {
            Ok(table) => {
                if self.in_use.get_untracked() == Some(place) {
                    self.leave();
                }
                self.say(words::removed(&table.name));
                self.removed.set(Some(Item { place, table }));
                self.look(None);
                in_next_frame(|| focus::to(UNDO_ID));
            }
            Err(error) => self.told(Err(error)),
        });
    }

    fn undo(self) {
        let Some(item) = self.removed.get_untracked() else { return };
        let put_back = async move {
            let said = words::restored(&item.table.name);
            match item.place {
                Place::Device(number) => tables::put_back(&Kept { number, table: item.table }).await?,
                Place::Page(_) => ON_PAGE.with_borrow_mut(|on_page| on_page.push(item.clone())),
            }
            Ok((item.place, said))
        };
        after(put_back, move |outcome: Outcome| match outcome {
            // It can be tried again.
            Err(error) => self.said.set(format!("{} {}", why(error), words::UNCHANGED)),
            outcome @ Ok(_) => self.told(outcome),
        });
    }

    fn export(self, place: Place) {
        if let Some(table) = self.find(place)
            && let Err(BrowserError) = download::blob(&table.file, &table.content)
        {
            self.say(words::NOT_SAVED.to_owned());
        }
    }

    fn say(self, text: String) {
        self.removed.set(None);
        self.said.set(text);
    }

    fn told(self, outcome: Outcome) {
        match outcome {
            Ok((place, said)) => {
                self.say(said);
                self.look(Some(place));
            }
            Err(error) => {
                self.say(format!("{} {}", why(error), words::UNCHANGED));
                self.look(None);
            }
        }
    }
}

impl From<Kept> for Item {
    fn from(Kept { number, table }: Kept) -> Self {
        Self { place: Place::Device(number), table }
    }
}

/// Why the browser did not do something.
const fn why(error: TablesError) -> &'static str {
    match error {
        TablesError::NotAllowed => words::NOT_ALLOWED,
        TablesError::Full => words::FULL,
        TablesError::LaterVersion => words::LATER_VERSION,
        TablesError::Gone => words::GONE,
        TablesError::Failed => words::FAILED,
    }
}

/// The id of the button that brings a table back.
const UNDO_ID: &str = "tables-undo";
