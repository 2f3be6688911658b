//! The two approaches worked out, as the choices change.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Places;
use crate::results::RankedPlace;
use crate::results::population::{RESIDENTS, Risk, RiskProblem};
use crate::scenario::{PopulationChoices, Scenario};
use crate::ui::curve::{CurveState, PlaceCurve, Problem};
use crate::ui::reactive::memo;
use crate::ui::state::AppState;

/// The approaches worked out on a place.
#[derive(Clone, PartialEq)]
pub struct ComputedRisk {
    /// The choices.
    pub scenario: Scenario,
    /// The result.
    pub risk: Risk,
    /// The places of the figures in use.
    pub places: Places,
}

impl ComputedRisk {
    /// The choices of this view.
    pub fn choices(&self) -> &PopulationChoices {
        &self.scenario.population
    }
}

/// What stands where the answer belongs.
#[derive(Clone, PartialEq)]
pub enum RiskState {
    /// Figures are on their way.
    Waiting,
    /// The answer.
    Here(Arc<ComputedRisk>),
    /// The figures of the place did not come, or do not hold it.
    NoFigures(Problem),
    /// The choices cannot be true together.
    CannotBe(PopulationChoices, RiskProblem),
}

/// The answer as it changes.
#[derive(Clone, Copy)]
pub struct RiskView {
    /// What stands where the answer belongs.
    pub state: Memo<RiskState>,
    /// Whether figures are on their way.
    pub is_busy: Memo<bool>,
}

impl RiskView {
    /// Follows the choices, and fetches the residents of the place.
    pub fn new(app: AppState) -> Self {
        let (need, rank) = RESIDENTS;
        let stage = app.curve(Some(need), rank);
        let state = Memo::new(move |before: Option<&RiskState>| match (stage.get(), before) {
            // While other figures are on their way the answer from before stays.
            (CurveState::Waiting, Some(before @ RiskState::Here(_))) => before.clone(),
            (CurveState::Waiting, _) => RiskState::Waiting,
            (CurveState::Problem(problem), _) => RiskState::NoFigures(problem),
            (CurveState::Here(place), _) => app.scenario.with(|scenario| worked(scenario, &place)),
        });
        Self { state, is_busy: memo(move || stage.get() == CurveState::Waiting) }
    }

    /// A text made of the answer; empty without one.
    pub fn text(self, text: fn(&ComputedRisk) -> String) -> Signal<String> {
        memo(move || self.read(text).unwrap_or_default()).into()
    }

    /// A list made of the answer, worked out only where it is read.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(&ComputedRisk) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.read(list).unwrap_or_default())
    }

    /// Reads the answer, where there is one.
    pub fn read<T>(self, read: impl FnOnce(&ComputedRisk) -> T) -> Option<T> {
        self.state.with(|state| match state {
            RiskState::Here(worked) => Some(read(worked)),
            RiskState::Waiting | RiskState::NoFigures(_) | RiskState::CannotBe(..) => None,
        })
    }
}

/// Works the choices out on a place.
fn worked(scenario: &Scenario, place: &PlaceCurve) -> RiskState {
    let prepared: &RankedPlace = &place.prepared;
    match Risk::new(scenario, prepared) {
        Ok(risk) => RiskState::Here(Arc::new(ComputedRisk {
            // The step of a presentation changes nothing here.
            scenario: Scenario { step: 0, ..scenario.clone() },
            risk,
            places: place.places.clone(),
        })),
        Err(problem) => RiskState::CannotBe(scenario.population.clone(), problem),
    }
}
