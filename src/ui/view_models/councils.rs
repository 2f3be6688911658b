//! All places of a kind side by side, as the choices change.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::figures::{Part, REGIONS, Table, parts_of};
use crate::data::official::OfficialFile;
use crate::data::{NeedMeasure, Places, RankBy};
use crate::results::councils::{Councils, NoFile, PlacesError, PlacesIn, file_answers};
use crate::scenario::{ListKind, Scenario};
use crate::ui::curve::{Problem, ask_for_listed, listed_places};
use crate::ui::reactive::{effect, memo};
use crate::ui::state::AppState;
use crate::words::councils as words;

/// All places worked out.
#[derive(Clone, PartialEq)]
pub struct ComputedCouncils {
    /// The choices.
    pub scenario: Scenario,
    /// The result.
    pub result: Councils,
    /// The places of the figures in use.
    pub places: Places,
    /// Why a file of the person's own is not used, where there is one.
    pub file_not_used: Option<&'static str>,
}

/// How far the places are.
#[derive(Clone)]
pub enum PlacesState {
    /// Figures are on their way.
    Waiting,
    /// They are there.
    Here(PlacesIn),
    /// They cannot be there.
    Problem(Problem),
}

impl PartialEq for PlacesState {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Waiting, Self::Waiting) => true,
            (Self::Here(a), Self::Here(b)) => Arc::ptr_eq(&a.all, &b.all),
            (Self::Problem(a), Self::Problem(b)) => a == b,
            (Self::Waiting | Self::Here(_) | Self::Problem(_), _) => false,
        }
    }
}

/// What stands where the answer belongs.
#[derive(Clone, PartialEq)]
pub enum CouncilsState {
    /// Figures are on their way.
    Waiting,
    /// The answer.
    Here(Arc<ComputedCouncils>),
    /// The figures did not come, or do not hold the place.
    NoFigures(Problem),
}

/// The person's own file, where there is one, or why it does not answer.
fn own_file(app: AppState, scenario: &Scenario, places: &Places) -> Option<Result<Arc<OfficialFile>, NoFile>> {
    // That of a site holds its own place alone.
    let file = app.own_files.of(scenario.data).filter(|_| app.own_files.has_added(scenario.data))?;
    Some(file_answers(&file, places, scenario).map(|()| file))
}

/// The parts that hold every place of the list, and the place as one.
fn parts(scenario: &Scenario, places: &Places) -> Vec<Part> {
    let own = parts_of(&scenario.place.extent(scenario.data, places), &places.authorities);
    let blocks = match scenario.list_kind() {
        ListKind::Icbs => Some(Part::Blocks),
        ListKind::Councils | ListKind::Regions | ListKind::CombinedAuthorities => None,
    };
    let others = own.into_iter().filter(|part| !REGIONS.contains(part) && Some(*part) != blocks);
    REGIONS.into_iter().chain(others).chain(blocks).collect()
}

/// Fetches all that there is to hold side by side, unless it is there or on its way.
fn ask_for_all(app: AppState, scenario: &Scenario) {
    let Scenario { data: edition, need, rank, .. } = *scenario;
    let kind = scenario.list_kind();
    ask_for_listed(kind, edition, &scenario.place, app.figures, app.own_files);
    let Ok(places) = listed_places(kind, edition, &scenario.place, app.figures, app.own_files) else { return };
    let is_in_file = own_file(app, scenario, &places).is_some_and(|file| file.is_ok());
    if !is_in_file && edition.built_in_needs().contains(&need) {
        for part in parts(scenario, &places) {
            app.figures.ask_for(Table { edition, need, rank }, part);
        }
    }
}

/// Every place of the list for the choices, as far as the figures are there: from a file of all England, else the built-in ones.
pub fn places(app: AppState, scenario: &Scenario, need: NeedMeasure, rank: RankBy) -> PlacesState {
    let edition = scenario.data;
    let made = |made: Result<PlacesIn, PlacesError>| match made {
        Ok(places) => PlacesState::Here(places),
        Err(PlacesError::Population(error)) => PlacesState::Problem(Problem::Population(error)),
        Err(PlacesError::Place(error)) => PlacesState::Problem(error.into()),
    };
    let all = match listed_places(scenario.list_kind(), edition, &scenario.place, app.figures, app.own_files) {
        Ok(all) => all,
        Err(Some(problem)) => return PlacesState::Problem(Problem::Fetch(problem)),
        Err(None) => return PlacesState::Waiting,
    };
    if let Some(Ok(file)) = own_file(app, scenario, &all) {
        return made(PlacesIn::of_file(&file, &all, scenario, (need, rank)));
    }
    if !edition.built_in_needs().contains(&need) {
        return PlacesState::Problem(Problem::Population(crate::data::PopulationError::NoSuchNeed));
    }
    match app.figures.parts(Table { edition, need, rank }, &parts(scenario, &all)) {
        Ok(tables) => made(PlacesIn::built_in(&tables, &all, scenario)),
        Err(Some(problem)) => PlacesState::Problem(Problem::Fetch(problem)),
        Err(None) => PlacesState::Waiting,
    }
}

/// The answer as it changes.
#[derive(Clone, Copy)]
pub struct CouncilsView {
    /// What stands where the answer belongs.
    pub state: Memo<CouncilsState>,
    /// Whether figures are on their way.
    pub is_busy: Memo<bool>,
}

impl CouncilsView {
    /// Follows the choices, and fetches the figures of every region.
    pub fn new(app: AppState) -> Self {
        // What figures depend on: the slider does not make the curves anew.
        let of_figures = memo(move || {
            app.scenario.with(|s| Scenario {
                data: s.data,
                place: s.place.clone(),
                kind: s.kind,
                need: s.need,
                rank: s.rank,
                ..Scenario::default()
            })
        });
        effect(move || {
            app.track_retries();
            of_figures.with(|scenario| ask_for_all(app, scenario));
        });
        let stage = memo(move || of_figures.with(|scenario| places(app, scenario, scenario.need, scenario.rank)));
        let state = Memo::new(move |before: Option<&CouncilsState>| {
            stage.with(|stage| match (stage, before) {
                // While other figures are on their way the answer from before stays.
                (PlacesState::Waiting, Some(before @ CouncilsState::Here(_))) => before.clone(),
                (PlacesState::Waiting, _) => CouncilsState::Waiting,
                (PlacesState::Problem(problem), _) => CouncilsState::NoFigures(*problem),
                (PlacesState::Here(input), _) => app.scenario.with(|scenario| worked(app, scenario, input)),
            })
        });
        Self { state, is_busy: memo(move || stage.with(|stage| matches!(stage, PlacesState::Waiting))) }
    }

    /// A text made of the answer; empty without one.
    pub fn text(self, text: fn(&ComputedCouncils) -> String) -> Signal<String> {
        memo(move || self.read(text).unwrap_or_default()).into()
    }

    /// A list made of the answer, worked out only where it is read.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(&ComputedCouncils) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.read(list).unwrap_or_default())
    }

    /// Reads the answer, where there is one.
    pub fn read<T>(self, read: impl FnOnce(&ComputedCouncils) -> T) -> Option<T> {
        self.state.with(|state| match state {
            CouncilsState::Here(worked) => Some(read(worked)),
            CouncilsState::Waiting | CouncilsState::NoFigures(_) => None,
        })
    }
}

/// Works the choices out on the places.
fn worked(app: AppState, scenario: &Scenario, input: &PlacesIn) -> CouncilsState {
    match Councils::new(scenario, input) {
        Ok(result) => CouncilsState::Here(Arc::new(ComputedCouncils {
            scenario: scenario.clone(),
            result,
            places: input.places.clone(),
            file_not_used: own_file(app, scenario, &input.places).and_then(Result::err).map(words::file_not_used),
        })),
        Err(error) => CouncilsState::NoFigures(error.into()),
    }
}
