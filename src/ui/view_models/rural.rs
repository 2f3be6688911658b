//! The place by class of area, as the choices change.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::PopulationError;
use crate::results::rural::{RuralIn, RuralSplit};
use crate::scenario::Scenario;
use crate::ui::curve::{Problem, ask_for_rural, rural};
use crate::ui::reactive::{effect, memo};
use crate::ui::state::AppState;

/// The place by class of area, worked out.
#[derive(Clone, PartialEq)]
pub struct ComputedRural {
    /// The choices.
    pub scenario: Scenario,
    /// The result.
    pub split: RuralSplit,
    /// Whether the rest of the page is from a file of the person's own.
    pub has_own_file: bool,
}

/// What stands where it belongs.
#[derive(Clone, PartialEq)]
pub enum RuralState {
    /// Figures are on their way.
    Waiting,
    /// It is there.
    Here(Arc<ComputedRural>),
    /// The figures did not come, or do not hold the place.
    NoFigures(Problem),
}

/// The place by class of area as it changes.
#[derive(Clone, Copy)]
pub struct RuralView {
    /// What stands where it belongs.
    pub state: Memo<RuralState>,
}

impl RuralView {
    /// Follows the choices, and fetches the figures by class of area.
    pub fn new(app: AppState) -> Self {
        effect(move || {
            app.track_retries();
            app.scenario.with(|scenario| ask_for_rural(scenario, app.figures));
        });
        let state = Memo::new(move |before: Option<&RuralState>| {
            app.scenario.with(|scenario| match (rural(scenario, app.figures), before) {
                // While other figures are on their way the answer from before stays.
                (Err(None), Some(before @ RuralState::Here(_))) => before.clone(),
                (Err(None), _) => RuralState::Waiting,
                (Err(Some(problem)), _) => RuralState::NoFigures(problem),
                (Ok(input), _) => worked(app, scenario, &input),
            })
        });
        Self { state }
    }

    /// A text made of it; empty without it.
    pub fn text(self, text: fn(&ComputedRural) -> String) -> Signal<String> {
        memo(move || self.read(text).unwrap_or_default()).into()
    }

    /// A list made of it, worked out only where it is read.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(&ComputedRural) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.read(list).unwrap_or_default())
    }

    /// Reads it, where it is there.
    pub fn read<T>(self, read: impl FnOnce(&ComputedRural) -> T) -> Option<T> {
        self.state.with(|state| match state {
            RuralState::Here(worked) => Some(read(worked)),
            RuralState::Waiting | RuralState::NoFigures(_) => None,
        })
    }
}

fn worked(app: AppState, scenario: &Scenario, input: &RuralIn) -> RuralState {
    match RuralSplit::new(scenario, input) {
        Some(split) => RuralState::Here(Arc::new(ComputedRural {
            scenario: scenario.clone(),
            split,
            has_own_file: app.own_file().is_some(),
        })),
        None => RuralState::NoFigures(Problem::Population(PopulationError::NoSuchPlace)),
    }
}
