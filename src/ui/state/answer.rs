//! The answer with its scenario.

use std::sync::Arc;

use crate::data::Places;
use crate::data::official::OfficialFile;
use crate::results::own_units::OwnTable;
use crate::results::{RankedPlace, TargetingResult};
use crate::scenario::Scenario;
use crate::ui::curve::{PlaceCurve, Problem};

/// A scenario with its answer: they belong together, so that no sentence mixes an old number with a new choice.
#[derive(Clone)]
pub struct Answer {
    /// The choices.
    pub scenario: Scenario,
    /// The result.
    pub missed: TargetingResult,
    /// The curve it was cut from.
    pub prepared: Arc<RankedPlace>,
    /// The places of the figures in use.
    pub places: Places,
    /// The person's own file, where the answer is from it.
    pub file: Option<Arc<OfficialFile>>,
    /// The person's own units, where the answer is about those.
    pub table: Option<Arc<OwnTable>>,
}

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.prepared, &other.prepared) && self.scenario == other.scenario && self.missed == other.missed
    }
}

/// What the page shows.
#[derive(Clone, PartialEq)]
pub enum AnswerState {
    /// Figures are on their way.
    Waiting,
    /// An answer. While other figures are on their way it is the one from before.
    Answer(Arc<Answer>),
    /// There is none.
    Problem(Problem),
}

/// What a place's curve comes to under a scenario.
pub fn answer(scenario: &Scenario, place: &PlaceCurve) -> AnswerState {
    match TargetingResult::new(scenario, &place.prepared) {
        Ok(missed) => AnswerState::Answer(Arc::new(Answer {
            scenario: scenario.clone(),
            missed,
            prepared: place.prepared.clone(),
            places: place.places.clone(),
            file: place.file.clone(),
            table: place.table.clone(),
        })),
        Err(error) => AnswerState::Problem(error.into()),
    }
}
