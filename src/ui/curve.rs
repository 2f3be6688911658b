//! The curve of a place, from the person's own file where it covers the place, else from the built-in figures.

use std::sync::Arc;

use super::figures::{FetchProblem, Fetched, Figures};
use super::own_files::OwnFiles;
use crate::data::figures::{Table, parts_of, population as built_in_population};
use crate::data::official::OfficialFile;
use crate::data::{Authority, AuthorityCode, Edition, NeedMeasure, Population, PopulationError, RankBy};
use crate::model::CurveError;
use crate::results::{MissError, RankedPlace};
use crate::scenario::Place;

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
    /// The person's own file, where the curve is from it.
    pub file: Option<Arc<OfficialFile>>,
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

impl From<MissError> for Problem {
    fn from(error: MissError) -> Self {
        match error {
            MissError::Curve(error) => Self::Curve(error),
            MissError::Share(_) => Self::Impossible,
        }
    }
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
    let whole = own_files.of(edition).is_some_and(|file| file.is_all_england());
    if whole {
        return;
    }
    figures.ask_for_list(edition);
    let Ok(list) = list(edition, figures, own_files) else { return };
    let codes = place.authorities(edition, &list);
    if own_file(edition, &codes, &list, own_files).is_none() && edition.built_in_needs().contains(&need) {
        for part in parts_of(&codes, &list) {
            figures.ask_for(Table { edition, need, rank }, part);
        }
    }
}

/// The authorities of an edition: those of a file of all England, else those of the built-in figures. Why they are not there,
/// or `None` while they are on their way.
pub fn list(
    edition: Edition,
    figures: Figures,
    own_files: OwnFiles,
) -> Result<Arc<Vec<Authority>>, Option<FetchProblem>> {
    let own = own_files.of(edition).zip(own_files.authorities(edition));
    match (own, figures.list(edition)) {
        (Some((file, authorities)), _) if file.is_all_england() => Ok(authorities),
        (_, Fetched::Here(list)) => Ok(list.as_ref().clone()),
        // Without a network a part of England is better than nothing.
        (Some((_, authorities)), Fetched::Problem(_)) => Ok(authorities),
        (None, Fetched::Problem(problem)) => Err(Some(problem)),
        (_, Fetched::Waiting) => Err(None),
    }
}

/// The person's own file, where it covers a place.
pub fn own_file(
    edition: Edition,
    place: &[AuthorityCode],
    all: &[Authority],
    own_files: OwnFiles,
) -> Option<Arc<OfficialFile>> {
    own_files.of(edition).filter(|file| file.covers(place, all))
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
    let list = match list(edition, figures, own_files) {
        Ok(list) => list,
        Err(Some(problem)) => return CurveState::Problem(Problem::Fetch(problem)),
        Err(None) => return CurveState::Waiting,
    };
    let codes = place.authorities(edition, &list);
    let file = own_file(edition, &codes, &list, own_files);
    let population = if let Some(file) = &file {
        file.population(&codes, need, rank)
    } else if edition.built_in_needs().contains(&need) {
        match figures.parts(Table { edition, need, rank }, &parts_of(&codes, &list)) {
            Ok(tables) => built_in_population(tables.iter().map(|table| &**table), &codes),
            Err(Some(problem)) => return CurveState::Problem(Problem::Fetch(problem)),
            Err(None) => return CurveState::Waiting,
        }
    } else {
        return CurveState::Problem(Problem::Population(PopulationError::NoSuchNeed));
    };
    let authorities = list;
    match population.map_err(Problem::Population).and_then(prepare) {
        Ok(prepared) => CurveState::Here(PlaceCurve { prepared: Arc::new(prepared), authorities, file }),
        Err(problem) => CurveState::Problem(problem),
    }
}

fn prepare(population: Population) -> Result<RankedPlace, Problem> {
    RankedPlace::new(population).map_err(Problem::from)
}
