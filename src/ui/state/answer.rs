//! The answer with its scenario, and how far a place's curve is.

use std::sync::Arc;

use crate::data::figures::{Table, parts_of, population as built_in_population};
use crate::data::{Authority, Edition, NeedMeasure, Population, PopulationError, RankBy};
use crate::model::CurveError;
use crate::results::{MissError, RankedPlace, TargetingResult};
use crate::scenario::{Place, Scenario};
use crate::ui::figures::{FetchProblem, Fetched, Figures};
use crate::ui::own_files::OwnFiles;

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The figures could not be fetched, or came damaged.
    Fetch(FetchProblem),
    /// The figures do not hold the place or the measure.
    Population(PopulationError),
    /// The figures do not make a curve.
    Curve(CurveError),
    /// A number out of range, which the scenario's types rule out.
    Impossible,
}

/// A place's curve, ready for any cut.
#[derive(Clone)]
pub struct PlaceCurve {
    /// The curve.
    pub prepared: Arc<RankedPlace>,
    /// The authorities of the figures in use.
    pub authorities: Arc<Vec<Authority>>,
}

/// How far a place's curve is.
#[derive(Clone)]
pub enum CurveState {
    /// Figures are on their way.
    Waiting,
    /// It is there.
    Here(PlaceCurve),
    /// It cannot be there.
    Problem(Problem),
}

impl PartialEq for CurveState {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Waiting, Self::Waiting) => true,
            (Self::Here(a), Self::Here(b)) => Arc::ptr_eq(&a.prepared, &b.prepared),
            (Self::Problem(a), Self::Problem(b)) => a == b,
            _ => false,
        }
    }
}

/// A scenario with its answer: they belong together, so that no sentence mixes an old number with a new choice.
#[derive(Clone)]
pub struct Answer {
    /// The choices.
    pub scenario: Scenario,
    /// The result.
    pub missed: TargetingResult,
    /// The curve it was cut from.
    pub prepared: Arc<RankedPlace>,
    /// The authorities of the figures in use.
    pub authorities: Arc<Vec<Authority>>,
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

/// Fetches what a curve is made of, unless it is there or on its way. The list of authorities says which files that is.
pub fn ask_for(
    edition: Edition,
    place: &Place,
    need: NeedMeasure,
    rank: RankBy,
    figures: Figures,
    own_files: OwnFiles,
) {
    if own_files.of(edition).is_some() {
        return;
    }
    figures.ask_for_list(edition);
    let table = Table { edition, need, rank };
    match figures.list(edition) {
        Fetched::Here(list) if edition.built_in_needs().contains(&need) => {
            for part in parts_of(&place.authorities(edition, &list), &list) {
                figures.ask_for(table, part);
            }
        }
        _ => {}
    }
}

/// The curve of a place, as far as its figures are there.
pub fn stage(
    edition: Edition,
    place: &Place,
    need: NeedMeasure,
    rank: RankBy,
    figures: Figures,
    own_files: OwnFiles,
) -> CurveState {
    let own = own_files.of(edition).zip(own_files.authorities(edition));
    let (population, authorities) = if let Some((file, authorities)) = own {
        let codes = place.authorities(edition, &authorities);
        (file.population(&codes, need, rank), authorities)
    } else {
        if !edition.built_in_needs().contains(&need) {
            return CurveState::Problem(Problem::Population(PopulationError::NoSuchNeed));
        }
        let list = match figures.list(edition) {
            Fetched::Problem(problem) => return CurveState::Problem(Problem::Fetch(problem)),
            Fetched::Waiting => return CurveState::Waiting,
            Fetched::Here(list) => list.as_ref().clone(),
        };
        let codes = place.authorities(edition, &list);
        match figures.parts(Table { edition, need, rank }, &parts_of(&codes, &list)) {
            Ok(tables) => (built_in_population(tables.iter().map(|table| &**table), &codes), list),
            Err(Some(problem)) => return CurveState::Problem(Problem::Fetch(problem)),
            Err(None) => return CurveState::Waiting,
        }
    };
    match population.map_err(Problem::Population).and_then(prepare) {
        Ok(prepared) => CurveState::Here(PlaceCurve { prepared: Arc::new(prepared), authorities }),
        Err(problem) => CurveState::Problem(problem),
    }
}

fn prepare(population: Population) -> Result<RankedPlace, Problem> {
    RankedPlace::new(population).map_err(Problem::from)
}

impl From<MissError> for Problem {
    fn from(error: MissError) -> Self {
        match error {
            MissError::Curve(error) => Self::Curve(error),
            MissError::Share(_) => Self::Impossible,
        }
    }
}

/// What a place's curve comes to under a scenario.
pub fn answer(scenario: &Scenario, place: &PlaceCurve) -> AnswerState {
    match TargetingResult::new(scenario, &place.prepared) {
        Ok(missed) => AnswerState::Answer(Arc::new(Answer {
            scenario: scenario.clone(),
            missed,
            prepared: place.prepared.clone(),
            authorities: place.authorities.clone(),
        })),
        Err(error) => AnswerState::Problem(error.into()),
    }
}
