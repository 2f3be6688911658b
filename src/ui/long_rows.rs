//! The long table in use: held apart from the page, which has what it comes to. It stays while the person goes from view to view.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::apart::{Ask, Found, LongTable, Tell};
use super::state::AppState;
use crate::data::table::KeptRows;
use crate::model::gap::SlopeIntervals;
use crate::results::gap_measures::{MeasureError, NoDraws, RowsIn};
use crate::results::report::MeasuredRows;
use crate::scenario::{MeasureChoices, Scenario, ToQuery, View};

/// Rows measured, or why they cannot be.
pub type LongResult = Result<Arc<MeasuredRows>, MeasureError>;

/// The table with what it comes to.
#[derive(Clone)]
pub struct LongRows {
    /// Where it is held.
    pub table: Rc<LongTable>,
    /// What was chosen of it.
    pub kept: KeptRows,
    /// The rows, without units.
    pub input: Arc<RowsIn>,
    /// What they come to by the choices that were last measured.
    pub result: LongResult,
    /// The choices that it was last measured by.
    pub measured_by: MeasureChoices,
}

thread_local! {
    static IN_USE: RefCell<Option<LongRows>> = const { RefCell::new(None) };
}

/// The long table in use, if one is.
pub fn in_use() -> Option<LongRows> {
    IN_USE.with_borrow(Clone::clone)
}

/// The same, for what follows changes.
pub fn followed(app: AppState) -> Option<LongRows> {
    app.long_rows.with(|state| state.turn);
    in_use()
}

/// What is asked to measure rows by the choices of a link.
pub fn measuring(scenario: &Scenario, is_new: bool) -> Ask {
    let scenario = Scenario { view: View::Gap, ..scenario.full() };
    Ask::Measure { query: scenario.to_query(), is_new }
}

fn result_of(input: &RowsIn, choices: &MeasureChoices, found: Result<Box<Found>, MeasureError>) -> LongResult {
    found.map(|found| {
        let Found { measured, intervals, grouped } = *found;
        Arc::new(MeasuredRows { input: input.clone(), choices: choices.clone(), measured, intervals, grouped })
    })
}

impl LongRows {
    /// A table that was measured by some choices.
    pub fn new(
        table: Rc<LongTable>,
        kept: KeptRows,
        input: Arc<RowsIn>,
        choices: MeasureChoices,
        found: Result<Box<Found>, MeasureError>,
    ) -> Self {
        Self { result: result_of(&input, &choices, found), measured_by: choices, table, kept, input }
    }

    /// How sure the slope is.
    pub fn intervals(&self) -> Option<&Result<Option<SlopeIntervals>, NoDraws>> {
        self.result.as_ref().ok().map(|rows| &rows.intervals)
    }
}

/// Takes a table into use.
pub fn take(app: AppState, rows: LongRows) {
    IN_USE.set(Some(rows));
    changed(app);
}

/// Takes it out of use, if one is.
pub fn leave(app: AppState) {
    if IN_USE.take().is_some() {
        changed(app);
    }
}

fn changed(app: AppState) {
    app.long_rows.update(|state| (state.turn, state.done) = (state.turn.wrapping_add(1), None));
}

/// Measures the table in use by the choices of the page, unless it is. Choices that change meanwhile are measured after that.
pub fn follow_choices(app: AppState) {
    let Some(rows) = in_use() else { return };
    let scenario = app.scenario.get_untracked();
    let choices = rows.input.choices(&scenario.gap.measures);
    if choices == rows.measured_by || app.long_rows.with_untracked(|state| state.done.is_some()) {
        return;
    }
    app.long_rows.update(|state| state.done = Some(0.0));
    let table = Rc::downgrade(&rows.table);
    rows.table.ask(&measuring(&scenario, false), None, move |tell, _| {
        // Another table may be in use by now.
        let is_current = || {
            IN_USE.with_borrow(|rows| {
                rows.as_ref().is_some_and(|rows| std::ptr::eq(Rc::as_ptr(&rows.table), table.as_ptr()))
            })
        };
        match tell {
            Tell::Done(share) if is_current() => app.long_rows.update(|state| state.done = Some(share)),
            Tell::Measured(found) if is_current() => {
                IN_USE.with_borrow_mut(|rows| {
                    if let Some(rows) = rows {
                        rows.result = result_of(&rows.input, &choices, found);
                        rows.measured_by = choices.clone();
                    }
                });
                changed(app);
                follow_choices(app);
            }
            // The worker is gone: so are the rows.
            Tell::Failed(_) if is_current() => leave(app),
            Tell::Done(_) | Tell::Measured(_) | Tell::Failed(_) | Tell::Seen(_) | Tell::Units(_) => {}
        }
    });
}
