//! The units of the place one by one, and what the target comes to on them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::results::areas::{AreasResult, UnitList};
use crate::scenario::Scenario;
use crate::ui::reactive::memo;
use crate::ui::state::{Answer, AnswerState, AppState};

/// Units with a target worked out on them.
#[derive(Clone)]
pub struct ComputedAreas {
    /// The choices.
    pub scenario: Scenario,
    /// The units.
    pub list: Arc<UnitList>,
    /// The result.
    pub result: Arc<AreasResult>,
}

impl PartialEq for ComputedAreas {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.result, &other.result)
    }
}

/// The units of the place, for the components of the page; `None` where the figures hold no single areas.
#[derive(Clone, Copy)]
pub struct AreasView(Memo<Option<ComputedAreas>>);

/// Whether two things are not the very same.
fn differs<T>(before: Option<&Option<Arc<T>>>, after: Option<&Option<Arc<T>>>, same: fn(&T, &T) -> bool) -> bool {
    match (before.and_then(Option::as_ref), after.and_then(Option::as_ref)) {
        (Some(before), Some(after)) => !same(before, after),
        (None, None) => false,
        _ => true,
    }
}

/// The units of an answer, the very same as long as the curve is.
fn list_of(app: AppState) -> Memo<Option<Arc<UnitList>>> {
    let of = Memo::new_with_compare(
        move |_| match app.shown.get() {
            AnswerState::Answer(answer) => Some(answer),
            AnswerState::Waiting | AnswerState::Problem(_) => None,
        },
        |before, after| differs(before, after, |before: &Answer, after| Arc::ptr_eq(&before.prepared, &after.prepared)),
    );
    let list = |answer: &Answer| {
        let Scenario { need, rank, .. } = answer.scenario;
        if let Some(table) = &answer.table {
            return UnitList::of_table(&table.units, rank).map(Arc::new);
        }
        let codes = answer.scenario.place.extent(answer.scenario.data, &answer.places).whole_authorities()?;
        Some(Arc::new(UnitList::of_file(answer.file.as_ref()?, &codes, need, rank)))
    };
    Memo::new_with_compare(
        move |_| of.with(|answer| answer.as_deref().and_then(list)),
        |before, after| differs(before, after, |before: &UnitList, after| std::ptr::eq(before, after)),
    )
}

impl AreasView {
    /// Follows what is shown.
    pub fn new(app: AppState) -> Self {
        let list = list_of(app);
        Self(memo(move || {
            let list = list.get()?;
            app.shown.with(|shown| {
                let AnswerState::Answer(answer) = shown else { return None };
                let result = AreasResult::new(&answer.scenario, &answer.prepared, &list).ok()?;
                Some(ComputedAreas { scenario: answer.scenario.clone(), list, result: Arc::new(result) })
            })
        }))
    }

    /// Whether there are units.
    pub fn has_units(self) -> Signal<bool> {
        memo(move || self.0.with(Option::is_some)).into()
    }

    /// Reads what is there.
    pub fn read<T>(self, read: impl FnOnce(&ComputedAreas) -> T) -> Option<T> {
        self.0.with(|worked| worked.as_ref().map(read))
    }

    /// What is worked out, as far as there are units.
    pub fn worked(self) -> Option<ComputedAreas> {
        self.0.get()
    }

    /// Reads it to be told of changes.
    pub fn has_changed(self) {
        self.0.track();
    }

    /// A text made of the result; what depends on it runs only when it changes.
    pub fn text(self, text: fn(&ComputedAreas) -> String) -> Signal<String> {
        memo(move || self.read(text).unwrap_or_default()).into()
    }

    /// A list made of the result, worked out only where it is read.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(&ComputedAreas) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.read(list).unwrap_or_default())
    }
}
