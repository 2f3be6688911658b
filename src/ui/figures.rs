//! The built-in figures that have been fetched so far.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lasting::Lasting;
use crate::data::figures::{AuthorityList, DamagedFigures, FiguresTable, Part, Table};
use crate::data::footprints::Footprints;
use crate::data::rural::RuralFigures;
use crate::data::{Authority, Edition};
use crate::platform::fetch::{self, NoFile};

/// Why figures are not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchProblem {
    /// They did not come, or not yet: what still comes is used.
    NotFetched,
    /// They came damaged.
    Damaged,
}

/// How long a person waits for figures without a word.
const PATIENCE: Duration = Duration::from_secs(6);

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

/// Things by what they were asked for. There are never more than a few.
type Store<K, T> = Vec<(K, Fetched<T>)>;

/// The built-in figures, fetched when they are asked for.
#[derive(Clone, Copy)]
pub struct Figures {
    lists: Lasting<RwSignal<Store<Edition, Arc<Vec<Authority>>>>>,
    footprints: Lasting<RwSignal<Store<Edition, Arc<Footprints>>>>,
    tables: Lasting<RwSignal<Store<(Table, Part), FiguresTable>>>,
    rural: Lasting<RwSignal<Store<(Table, Part), RuralFigures>>>,
}

impl Figures {
    /// Nothing fetched yet.
    pub fn new() -> Self {
        Self {
            lists: Lasting::new(RwSignal::new(Vec::new())),
            footprints: Lasting::new(RwSignal::new(Vec::new())),
            tables: Lasting::new(RwSignal::new(Vec::new())),
            rural: Lasting::new(RwSignal::new(Vec::new())),
        }
    }

    /// The authorities of an edition, as far as they are there.
    pub fn list(&self, edition: Edition) -> Fetched<Arc<Vec<Authority>>> {
        self.lists.with(|lists| find(lists, edition))
    }

    /// What larger places of an edition are made of, as far as that is there.
    pub fn footprints(&self, edition: Edition) -> Fetched<Arc<Footprints>> {
        self.footprints.with(|footprints| find(footprints, edition))
    }

    /// A table, as far as it is there.
    pub fn table(&self, table: Table, part: Part) -> Fetched<FiguresTable> {
        self.tables.with(|tables| find(tables, (table, part)))
    }

    /// These parts of a table; why they are not there, or `None` while they are on their way.
    pub fn parts(&self, table: Table, parts: &[Part]) -> Result<Vec<Arc<FiguresTable>>, Option<FetchProblem>> {
        let part = |&part: &Part| match self.table(table, part) {
            Fetched::Here(table) => Ok(table),
            Fetched::Problem(problem) => Err(Some(problem)),
            Fetched::Waiting => Err(None),
        };
        parts.iter().map(part).collect()
    }

    /// The same of its figures by class of area.
    pub fn rural(&self, table: Table, parts: &[Part]) -> Result<Vec<Arc<RuralFigures>>, Option<FetchProblem>> {
        let part = |&part: &Part| match self.rural.with(|rural| find(rural, (table, part))) {
            Fetched::Here(figures) => Ok(figures),
            Fetched::Problem(problem) => Err(Some(problem)),
            Fetched::Waiting => Err(None),
        };
        parts.iter().map(part).collect()
    }

    /// Fetches the authorities of an edition, unless they are there or on their way.
    pub fn ask_for_list(&self, edition: Edition) {
        ask(self.lists, edition, Table::authorities_path(edition), |text: &str| {
            Ok(Arc::new(text.parse::<AuthorityList>()?.0))
        });
    }

    /// Fetches what larger places of an edition are made of, unless that is there or on its way.
    pub fn ask_for_footprints(&self, edition: Edition) {
        ask(self.footprints, edition, Footprints::path(edition), |text: &str| Ok(Arc::new(text.parse()?)));
    }

    /// Fetches a part of a table, unless it is there or on its way.
    pub fn ask_for(&self, table: Table, part: Part) {
        ask(self.tables, (table, part), table.path(part), str::parse);
    }

    /// Fetches the figures by class of area of a part of a table, unless they are there or on their way.
    pub fn ask_for_rural(&self, table: Table, part: Part) {
        ask(self.rural, (table, part), RuralFigures::path(table, part), str::parse);
    }

    /// Whoever reads this is told when figures come, do not come, or are forgotten.
    pub fn track(&self) {
        self.lists.track();
        self.footprints.track();
        self.tables.track();
        self.rural.track();
    }

    /// Forgets what did not come, so that it is asked for again.
    pub fn forget_problems(&self) {
        self.lists.update(|lists| lists.retain(|(_, fetched)| !matches!(fetched, Fetched::Problem(_))));
        self.footprints.update(|all| all.retain(|(_, fetched)| !matches!(fetched, Fetched::Problem(_))));
        self.tables.update(|tables| tables.retain(|(_, fetched)| !matches!(fetched, Fetched::Problem(_))));
        self.rural.update(|rural| rural.retain(|(_, fetched)| !matches!(fetched, Fetched::Problem(_))));
    }
}

fn find<K: PartialEq, T>(store: &Store<K, T>, key: K) -> Fetched<T> {
    let found = store.iter().find(|(other, _)| *other == key);
    found.map_or(Fetched::Waiting, |(_, fetched)| fetched.clone())
}

fn ask<K, T>(
    store: Lasting<RwSignal<Store<K, T>>>,
    key: K,
    path: String,
    parse: impl FnOnce(&str) -> Result<T, DamagedFigures> + 'static,
) where
    K: Copy + PartialEq + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    if store.with_untracked(|store| store.iter().any(|(other, _)| *other == key)) {
        return;
    }
    put(store, key, Fetched::Waiting);
    set_timeout(
        move || {
            if store.with_untracked(|store| matches!(find(store, key), Fetched::Waiting)) {
                put(store, key, Fetched::Problem(FetchProblem::NotFetched));
            }
        },
        PATIENCE,
    );
    #[allow(clippy::disallowed_methods, reason = "the figures are those of the whole page, which is never left")]
    spawn_local(async move {
        let fetched = match fetch::figures(&path).await {
            Err(NoFile::NotFetched) => Fetched::Problem(FetchProblem::NotFetched),
            Err(NoFile::Damaged) => Fetched::Problem(FetchProblem::Damaged),
            Ok(text) => match parse(&text) {
                Ok(parsed) => Fetched::Here(Arc::new(parsed)),
                Err(_) => Fetched::Problem(FetchProblem::Damaged),
            },
        };
        put(store, key, fetched);
    });
}

fn put<K, T>(store: Lasting<RwSignal<Store<K, T>>>, key: K, fetched: Fetched<T>)
where
    K: Copy + PartialEq + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    store.update(|store| {
        store.retain(|(other, _)| *other != key);
        store.push((key, fetched));
    });
}
