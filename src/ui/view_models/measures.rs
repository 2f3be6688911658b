//! The rows measured, and how sure the measures are.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data::table::KeptRows;
use crate::model::gap::{Simulation, SlopeIntervals};
use crate::platform::{Slices, pause};
use crate::results::gap_measures::{MeasureError, Measured, RowsIn, RowsOrigin};
use crate::results::report::MeasuredRows;
use crate::scenario::MeasureChoices;
use crate::ui::long_rows::{self, LongRows};
use crate::ui::reactive::{effect, memo};
use crate::ui::reader::table_reader;
use crate::ui::state::AppState;
use crate::words::gap_measures::Intervals;

/// Draws start once the person has paused.
const DRAW_DELAY: Duration = Duration::from_millis(250);
/// Values drawn before the page may paint.
const PART: usize = 20_000;
/// The progress is told in steps of this share.
const TOLD: f64 = 0.05;

/// Rows measured by some choices.
#[derive(Clone, PartialEq)]
pub struct ComputedMeasures {
    /// The rows.
    pub input: Arc<RowsIn>,
    /// The choices.
    pub choices: MeasureChoices,
    /// The result.
    pub measured: Measured,
}

/// What is shown: rows measured, or why they cannot be.
pub type MeasuresResult = Result<Arc<ComputedMeasures>, MeasureError>;

/// The rows measured, for the components of the page.
#[derive(Clone, Copy)]
pub struct MeasuresView {
    /// The rows in use.
    pub input: Memo<Arc<RowsIn>>,
    /// What is shown.
    pub shown: Memo<MeasuresResult>,
    /// How sure the slope is.
    pub intervals: RwSignal<Intervals>,
    turn: StoredValue<u32>,
}

/// The rows of a text that was kept; the built-in ones where it has none.
pub fn input_of(text: &str) -> RowsIn {
    let kept = KeptRows::from_text(text);
    // Only text that could be read is kept; should it have been damaged since, the built-in rows stand in.
    if kept.is_empty() {
        return RowsIn::built_in();
    }
    // It is fetched before rows are shown, but where that failed.
    let Some(reader) = table_reader() else { return RowsIn::built_in() };
    match (reader.read)(&kept) {
        // Of rows that an earlier version kept something may have to be known that it did not ask.
        Ok(reading) if reading.questions.is_empty() => RowsIn::own(reading),
        Ok(_) | Err(_) => RowsIn::built_in(),
    }
}

impl MeasuresView {
    /// Follows rows and choices.
    pub fn new(app: AppState) -> Self {
        let input = memo(move || match long_rows::followed(app) {
            Some(long) => long.input,
            None => app.own_rows.with(|text| Arc::new(input_of(text))),
        });
        let choices = memo(move || input.with(|input| app.scenario.with(|s| input.choices(&s.gap.measures))));
        let shown = memo(move || {
            if let Some(long) = long_rows::followed(app) {
                let MeasuredRows { choices, measured, .. } = Arc::unwrap_or_clone(long.result?);
                return Ok(Arc::new(ComputedMeasures { input: long.input, choices, measured }));
            }
            let (input, choices) = (input.get(), choices.get());
            let measured = Measured::new(&input, &choices)?;
            Ok(Arc::new(ComputedMeasures { input, choices, measured }))
        });
        let intervals = RwSignal::new(Intervals::Drawing(0.0));
        let view = Self { input, shown, intervals, turn: StoredValue::new(0) };
        effect(move || {
            choices.track();
            long_rows::follow_choices(app);
        });
        effect(move || view.draw(app));
        view
    }

    fn draw(self, app: AppState) {
        let turn = self.next_turn();
        let Ok(worked) = self.shown.get() else { return };
        // Those of a long table come with it.
        if let Some(found) = long_rows::in_use().as_ref().and_then(LongRows::intervals) {
            let found = found.clone().map(|found| found.map_or(Intervals::Stopped, Intervals::Here));
            return self.intervals.set(found.unwrap_or_else(Intervals::None));
        }
        let simulation = match worked.measured.simulation(&worked.choices) {
            Ok(simulation) => simulation,
            Err(reason) => return self.intervals.set(Intervals::None(reason)),
        };
        self.intervals.set(Intervals::Drawing(0.0));
        let is_current = move || self.turn.try_get_value() == Some(turn);
        #[allow(clippy::disallowed_methods, reason = "it asks after every slice")]
        spawn_local(async move {
            pause(DRAW_DELAY).await;
            let told = StoredValue::new(0.0);
            let on_progress = move |done: f64| {
                let is_current = is_current();
                if is_current && done - told.get_value() >= TOLD {
                    told.set_value(done);
                    self.intervals.try_set(Intervals::Drawing(done));
                }
                is_current
            };
            let found = draw_slope_intervals(simulation, &worked.measured, &worked.choices, on_progress).await;
            if let Some(found) = found {
                if let Some(mut taken) = app.draws.try_write_untracked() {
                    taken.keep_slope(worked.input.clone(), &worked.choices, found);
                }
                self.intervals.try_set(found.map_or(Intervals::Stopped, Intervals::Here));
            }
        });
    }

    /// Stops the draws.
    pub fn stop(self) {
        self.next_turn();
        self.intervals.set(Intervals::Stopped);
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    /// Whether the rows are the person's own.
    pub fn is_own(self) -> bool {
        self.input.with(|input| input.origin == RowsOrigin::Own)
    }

    /// A text made of the result; what depends on it runs only when it changes.
    pub fn text(self, text: fn(&ComputedMeasures) -> String) -> Signal<String> {
        memo(move || self.shown.with(|shown| shown.as_deref().map(text).unwrap_or_default())).into()
    }

    /// A list made of the result, worked out only where it is read.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(&ComputedMeasures) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.shown.with(|shown| shown.as_deref().map(list).unwrap_or_default()))
    }
}

/// Runs a simulation in slices, letting the page paint in between; `None` once `on_progress` says to stop. What it finds is
/// `None` where a draw left the range of numbers.
pub async fn draw_slope_intervals(
    mut simulation: Simulation,
    measured: &Measured,
    choices: &MeasureChoices,
    on_progress: impl Fn(f64) -> bool,
) -> Option<Option<SlopeIntervals>> {
    let all = choices.draws as usize;
    let part = (PART / measured.rows.len().max(1)).max(1);
    let mut slices = Slices::begin();
    while simulation.draws() < all {
        simulation.draw(part.min(all - simulation.draws()));
        slices.rest().await;
        if !on_progress(simulation.draws() as f64 / all as f64) {
            return None;
        }
    }
    Some(simulation.intervals(choices.level()))
}
