//! The built-in figures that have been fetched so far.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data::figures::{AuthorityList, BandTable, DamagedFigures, Table};
use crate::data::{Authority, Edition};
use crate::platform::fetch;

/// Why figures are not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchProblem {
    /// They did not come.
    NotFetched,
    /// They came damaged.
    Damaged,
}

/// A thing that is fetched once.
#[derive(Debug)]
pub enum Fetched<T> {
    /// On its way.
    Waiting,
    /// There.
    Here(Arc<T>),
    /// It did not come.
    Problem(FetchProblem),
}

impl<T> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Waiting => Self::Waiting,
            Self::Here(thing) => Self::Here(thing.clone()),
            Self::Problem(problem) => Self::Problem(*problem),
        }
    }
}

/// The authorities of an edition.
pub struct EditionAuthorities {
    /// With what the figures say of them.
    pub list: AuthorityList,
    /// Codes and names alone.
    pub authorities: Arc<Vec<Authority>>,
}

/// The built-in figures, fetched when they are asked for.
#[derive(Clone, Copy)]
pub struct Figures {
    lists: RwSignal<HashMap<Edition, Fetched<EditionAuthorities>>>,
    tables: RwSignal<HashMap<Table, Fetched<BandTable>>>,
}

impl Figures {
    /// Nothing fetched yet.
    pub fn new() -> Self {
        Self { lists: RwSignal::new(HashMap::new()), tables: RwSignal::new(HashMap::new()) }
    }

    /// The authorities of an edition, as far as they are there.
    pub fn list(&self, edition: Edition) -> Fetched<EditionAuthorities> {
        self.lists.with(|lists| lists.get(&edition).cloned().unwrap_or(Fetched::Waiting))
    }

    /// A table, as far as it is there.
    pub fn table(&self, table: Table) -> Fetched<BandTable> {
        self.tables.with(|tables| tables.get(&table).cloned().unwrap_or(Fetched::Waiting))
    }

    /// Fetches the authorities of an edition, unless they are there or on their way.
    pub fn ask_for_list(&self, edition: Edition) {
        ask(self.lists, edition, Table::authorities_path(edition), |text: &str| {
            let list: AuthorityList = text.parse()?;
            let authorities = Arc::new(list.0.iter().map(|row| row.authority.clone()).collect());
            Ok(EditionAuthorities { list, authorities })
        });
    }

    /// Fetches a table, unless it is there or on its way.
    pub fn ask_for(&self, table: Table) {
        ask(self.tables, table, table.path(), str::parse);
    }

    /// Forgets what did not come, so that it is asked for again.
    pub fn forget_problems(&self) {
        self.lists.update(|lists| lists.retain(|_, fetched| !matches!(fetched, Fetched::Problem(_))));
        self.tables.update(|tables| tables.retain(|_, fetched| !matches!(fetched, Fetched::Problem(_))));
    }
}

fn ask<K, T>(
    store: RwSignal<HashMap<K, Fetched<T>>>,
    key: K,
    path: String,
    parse: impl FnOnce(&str) -> Result<T, DamagedFigures> + 'static,
) where
    K: Copy + Eq + std::hash::Hash + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    if store.with_untracked(|store| store.contains_key(&key)) {
        return;
    }
    store.update(|store| _ = store.insert(key, Fetched::Waiting));
    spawn_local(async move {
        let fetched = match fetch::text(&format!("figures/{path}")).await {
            Err(_) => Fetched::Problem(FetchProblem::NotFetched),
            Ok(text) => match parse(&text) {
                Ok(parsed) => Fetched::Here(Arc::new(parsed)),
                Err(_) => Fetched::Problem(FetchProblem::Damaged),
            },
        };
        store.update(|store| _ = store.insert(key, fetched));
    });
}
