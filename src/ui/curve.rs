//! The curve of a place, from the person's own file where it covers the place, else from the built-in figures.

use std::sync::Arc;

use super::figures::{FetchProblem, Fetched, Figures};
use super::own_files::OwnFiles;
use crate::data::figures::{Table, parts_of, population as built_in_population};
use crate::data::official::OfficialFile;
use crate::data::{
    Authority, AuthorityCode, Edition, Extent, NeedMeasure, Places, Population, PopulationError, RankBy,
};
use crate::model::CurveError;
use crate::results::own_units::OwnTable;
use crate::results::rural::RuralIn;
use crate::results::{MissError, RankedPlace};
use crate::scenario::{ListKind, Place, Scenario, TableId};

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The figures could not be fetched, or came damaged.
    Fetch(FetchProblem),
    /// The figures do not hold the place or the measure.
    Population(PopulationError),
    /// The figures do not make a curve.
    Curve(CurveError),
    /// The table of the person's own that the page is about is not there.
    NoTable,
    /// That table has no deprivation to order by.
    NoOrder,
    /// A number out of range, which the scenario's types rule out.
    Impossible,
}

/// A place's curve, ready for any cut.
#[derive(Clone)]
pub struct PlaceCurve {
    /// The curve.
    pub prepared: Arc<RankedPlace>,
    /// The places of the figures in use.
    pub places: Places,
    /// The person's own file, where the curve is from it.
    pub file: Option<Arc<OfficialFile>>,
    /// The person's own units, where the curve is of those.
    pub table: Option<Arc<OwnTable>>,
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

/// Asks for what says which councils a place is made of; `None` where that is on its way, or not needed as a file of all England
/// says it.
pub fn ask_for_places(edition: Edition, place: &Place, figures: Figures, own_files: OwnFiles) -> Option<Places> {
    if place.needs_footprints() {
        figures.ask_for_footprints(edition);
    }
    let whole = own_files.of(edition).is_some_and(|file| file.is_all_england());
    if whole && !place.needs_footprints() {
        return None;
    }
    figures.ask_for_list(edition);
    places_for(place, edition, figures, own_files).ok()
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
    let Some(places) = ask_for_places(edition, place, figures, own_files) else { return };
    let extent = place.extent(edition, &places);
    if own_file(edition, &extent, &places, own_files).is_none() && edition.built_in_needs().contains(&need) {
        for part in parts_of(&extent, &places.authorities) {
            figures.ask_for(Table { edition, need, rank }, part);
        }
    }
}

/// The places of an edition: its authorities as [`list`] has them, and what larger ones are made of, as far as that is there.
/// Why the authorities are not there, or `None` while they are on their way.
pub fn places(edition: Edition, figures: Figures, own_files: OwnFiles) -> Result<Places, Option<FetchProblem>> {
    let places = Places::of(list(edition, figures, own_files)?);
    Ok(match figures.footprints(edition) {
        Fetched::Here(footprints) => Places { footprints: footprints.as_ref().clone(), ..places },
        Fetched::Waiting | Fetched::Problem(_) => places,
    })
}

/// The same with all that is needed to know what a place covers.
pub fn places_for(
    place: &Place,
    edition: Edition,
    figures: Figures,
    own_files: OwnFiles,
) -> Result<Places, Option<FetchProblem>> {
    if place.needs_footprints() {
        match figures.footprints(edition) {
            Fetched::Here(_) => {}
            Fetched::Waiting => return Err(None),
            Fetched::Problem(problem) => return Err(Some(problem)),
        }
    }
    let known = places(edition, figures, own_files)?;
    let has_whole_file = own_files.of(edition).is_some_and(|file| file.is_all_england());
    if !has_whole_file || place.extent(edition, &known).whole_authorities().is_some() {
        return Ok(known);
    }
    // It cuts through an authority, so the built-in figures answer: their list says in which file each stands.
    match figures.list(edition) {
        Fetched::Here(list) => Ok(Places { authorities: list.as_ref().clone(), ..known }),
        Fetched::Waiting => Err(None),
        Fetched::Problem(problem) => Err(Some(problem)),
    }
}

/// Asks for what says which councils a place, and all places of a kind, are made of.
pub fn ask_for_listed(kind: ListKind, edition: Edition, place: &Place, figures: Figures, own_files: OwnFiles) {
    if kind.needs_footprints() {
        figures.ask_for_footprints(edition);
    }
    ask_for_places(edition, place, figures, own_files);
}

/// The places of an edition with all that is needed to know what a place, and all places of a kind, cover.
pub fn listed_places(
    kind: ListKind,
    edition: Edition,
    place: &Place,
    figures: Figures,
    own_files: OwnFiles,
) -> Result<Places, Option<FetchProblem>> {
    if kind.needs_footprints() {
        match figures.footprints(edition) {
            Fetched::Here(_) => {}
            Fetched::Waiting => return Err(None),
            Fetched::Problem(problem) => return Err(Some(problem)),
        }
    }
    places_for(place, edition, figures, own_files)
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

/// The person's own file, where it covers a place, with the authorities that it holds of it. A file has areas by authority: it
/// does not know which of them a place holds that cuts through one.
pub fn own_file(
    edition: Edition,
    place: &Extent,
    places: &Places,
    own_files: OwnFiles,
) -> Option<(Arc<OfficialFile>, Vec<AuthorityCode>)> {
    let codes = place.whole_authorities()?;
    let file = own_files.which(edition, |file| file.covers(&codes, &places.authorities))?;
    Some((file, codes))
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
    let places = match places_for(place, edition, figures, own_files) {
        Ok(places) => places,
        Err(Some(problem)) => return CurveState::Problem(Problem::Fetch(problem)),
        Err(None) => return CurveState::Waiting,
    };
    let extent = place.extent(edition, &places);
    let own = own_file(edition, &extent, &places, own_files);
    let population = if let Some((file, codes)) = &own {
        file.population(codes, need, rank)
    } else if edition.built_in_needs().contains(&need) {
        match figures.parts(Table { edition, need, rank }, &parts_of(&extent, &places.authorities)) {
            Ok(tables) => built_in_population(tables.iter().map(|table| &**table), &extent),
            Err(Some(problem)) => return CurveState::Problem(Problem::Fetch(problem)),
            Err(None) => return CurveState::Waiting,
        }
    } else {
        return CurveState::Problem(Problem::Population(PopulationError::NoSuchNeed));
    };
    match population.map_err(Problem::Population).and_then(prepare) {
        Ok(prepared) => CurveState::Here(PlaceCurve {
            prepared: Arc::new(prepared),
            places,
            file: own.map(|(file, _)| file),
            table: None,
        }),
        Err(problem) => CurveState::Problem(problem),
    }
}

/// The curve of the person's own units, where the table in use is the one that is meant, if one is.
pub fn stage_of_table(table: Option<Arc<OwnTable>>, meant: Option<TableId>, rank: RankBy) -> CurveState {
    let Some(table) = table.filter(|table| is_meant(Some(table), meant)) else {
        return CurveState::Problem(Problem::NoTable);
    };
    if table.units.rank(rank) != rank {
        return CurveState::Problem(Problem::NoOrder);
    }
    match prepare(table.units.population(rank)) {
        Ok(prepared) => CurveState::Here(PlaceCurve {
            prepared: Arc::new(prepared),
            places: Places::default(),
            file: None,
            table: Some(table),
        }),
        Err(problem) => CurveState::Problem(problem),
    }
}

/// Whether a table is the one that is meant; where none is, whether it is the person's own.
pub fn is_meant(table: Option<&OwnTable>, meant: Option<TableId>) -> bool {
    table.is_some_and(|table| meant.map_or(table.reading.is_some(), |meant| meant == table.id))
}

/// A table that is not there is waited for until the device was searched for it.
pub fn looked_up(stage: CurveState, is_looked_for: bool) -> CurveState {
    match stage {
        CurveState::Problem(Problem::NoTable) if !is_looked_for => CurveState::Waiting,
        stage => stage,
    }
}

fn prepare(population: Population) -> Result<RankedPlace, Problem> {
    RankedPlace::new(population).map_err(Problem::from)
}

/// What a place covers in the built-in figures, whatever file is in use; why it is not known, or `None` while that is on its way.
fn built_in_extent(scenario: &Scenario, figures: Figures) -> Result<(Extent, Places), Option<FetchProblem>> {
    let (edition, place) = (scenario.data, &scenario.place);
    let mut places = match figures.list(edition) {
        Fetched::Here(list) => Places::of(list.as_ref().clone()),
        Fetched::Problem(problem) => return Err(Some(problem)),
        Fetched::Waiting => return Err(None),
    };
    if place.needs_footprints() {
        places.footprints = match figures.footprints(edition) {
            Fetched::Here(footprints) => footprints.as_ref().clone(),
            Fetched::Problem(problem) => return Err(Some(problem)),
            Fetched::Waiting => return Err(None),
        };
    }
    Ok((place.extent(edition, &places), places))
}

/// Fetches what a place is split into rural and urban areas by, unless it is there or on its way. A person's own file does not say
/// which areas are rural.
pub fn ask_for_rural(scenario: &Scenario, figures: Figures) {
    let Scenario { data: edition, need, rank, .. } = *scenario;
    figures.ask_for_list(edition);
    if scenario.place.needs_footprints() {
        figures.ask_for_footprints(edition);
    }
    let Ok((extent, places)) = built_in_extent(scenario, figures) else { return };
    if edition.built_in_needs().contains(&need) {
        for part in parts_of(&extent, &places.authorities) {
            let table = Table { edition, need, rank };
            figures.ask_for(table, part);
            figures.ask_for_rural(table, part);
        }
    }
}

/// What a place is split into rural and urban areas by, as far as it is there.
///
/// # Errors
/// [`Problem`] where figures did not come or do not hold the need; `None` while they are on their way.
pub fn rural(scenario: &Scenario, figures: Figures) -> Result<RuralIn, Option<Problem>> {
    let Scenario { data: edition, need, rank, .. } = *scenario;
    let fetched = |problem: Option<FetchProblem>| problem.map(Problem::Fetch);
    let (extent, places) = built_in_extent(scenario, figures).map_err(fetched)?;
    if !edition.built_in_needs().contains(&need) {
        return Err(Some(Problem::Population(PopulationError::NoSuchNeed)));
    }
    let (table, parts) = (Table { edition, need, rank }, parts_of(&extent, &places.authorities));
    let classes = figures.rural(table, &parts).map_err(fetched)?;
    let tables = figures.parts(table, &parts).map_err(fetched)?;
    Ok(RuralIn { figures: classes, tables, extent })
}
