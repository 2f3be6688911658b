//! One result for each period, sex or area of the rows in use, and how sure each is.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::measures::{MeasuresView, draw_slope_intervals};
use crate::platform::pause;
use crate::results::gap_measures::{Grouped, RowsIn};
use crate::results::report::MeasuredRows;
use crate::scenario::MeasureChoices;
use crate::ui::long_rows;
use crate::ui::reactive::{effect, memo};
use crate::ui::state::AppState;

/// Draws start once the person has paused, after those of the rows themselves have begun.
const DRAW_DELAY: Duration = Duration::from_millis(400);

/// Groups measured by some choices.
#[derive(Clone, PartialEq)]
pub struct ShownGroups {
    /// The rows.
    pub input: Arc<RowsIn>,
    /// The choices.
    pub choices: MeasureChoices,
    /// The groups, with limits as far as they are drawn.
    pub grouped: Grouped,
}

/// The groups, for the components of the page.
#[derive(Clone, Copy)]
pub struct GroupedView {
    /// What is shown; `None` where one result is for all.
    pub shown: RwSignal<Option<Arc<ShownGroups>>>,
    turn: StoredValue<u32>,
}

impl GroupedView {
    /// Follows rows and choices.
    pub fn new(app: AppState, of: MeasuresView) -> Self {
        let choices = memo(move || of.input.with(|input| app.scenario.with(|s| input.choices(&s.gap.measures))));
        let measured = memo(move || {
            if let Some(long) = long_rows::followed(app) {
                let MeasuredRows { grouped, choices, .. } = long.result.ok().map(Arc::unwrap_or_clone)?;
                return Some(Arc::new(ShownGroups { grouped: grouped?, input: long.input, choices }));
            }
            let (input, choices) = (of.input.get(), choices.get());
            Some(Arc::new(ShownGroups { grouped: Grouped::new(&input, &choices)?, input, choices }))
        });
        let view = Self { shown: RwSignal::new(None), turn: StoredValue::new(0) };
        effect(move || view.draw(measured.get()));
        view
    }

    fn draw(self, measured: Option<Arc<ShownGroups>>) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let turn = self.turn.get_value();
        self.shown.set(measured.clone());
        let Some(mut groups) = measured.map(Arc::unwrap_or_clone) else { return };
        if long_rows::in_use().is_some() {
            return;
        }
        let is_current = move || self.turn.try_get_value() == Some(turn);
        #[allow(clippy::disallowed_methods, reason = "it asks after every slice")]
        spawn_local(async move {
            pause(DRAW_DELAY).await;
            if !is_current() {
                return;
            }
            let ShownGroups { grouped, choices, .. } = &mut groups;
            if draw_groups(grouped, choices, move |_| is_current()).await && is_current() {
                self.shown.try_set(Some(Arc::new(groups)));
            }
        });
    }

    /// A text made of the groups.
    pub fn text(self, text: fn(&ShownGroups) -> String) -> Signal<String> {
        memo(move || self.shown.with(|shown| shown.as_deref().map(text).unwrap_or_default())).into()
    }

    /// A list made of the groups.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(&ShownGroups) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.shown.with(|shown| shown.as_deref().map(list).unwrap_or_default()))
    }
}

/// Draws the limits of each group in slices, letting the page paint in between; whether it came to the end, as `on_progress`
/// may say to stop.
pub async fn draw_groups(
    grouped: &mut Grouped,
    choices: &MeasureChoices,
    on_progress: impl Fn(f64) -> bool + Copy,
) -> bool {
    for group in &mut grouped.groups {
        let Ok(measured) = &group.found else { continue };
        let Ok(simulation) = measured.simulation(choices) else { continue };
        match draw_slope_intervals(simulation, measured, choices, on_progress).await {
            Some(found) => group.drawn = Ok(found),
            None => return false,
        }
    }
    true
}
