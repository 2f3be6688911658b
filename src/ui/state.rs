//! The state of the page: the scenario, the figures, and the answer worked out from both.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::figures::{FetchProblem, Fetched, Figures};
use super::lasting::Lasting;
use super::own_files::OwnFiles;
use super::ports::{Ports, Screen};
use super::reactive::{effect, memo, text};
use super::saved_pages::SavedPages;
use crate::data::figures::{Table, parts_by_authority, parts_of, population as built_in_population, totals};
use crate::data::{Authority, AuthorityCode, Edition, NeedMeasure, Population, PopulationError, RankBy};
use crate::document::Draft;
use crate::model::{Counts, CurveError};
use crate::platform::{address, files, focus};
use crate::results::{MissError, RankedPlace, TargetingResult};
use crate::scenario::{Notice, Place, Scenario, ToQuery, View};
use crate::words::notice;

/// A slider moves many times a second; browsers let a page change its address only some times.
const ADDRESS_DELAY: Duration = Duration::from_millis(250);

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

/// The state of the page, given to every component as context.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The choices.
    pub scenario: Lasting<RwSignal<Scenario>>,
    /// What in the link could not be followed.
    pub notices: Lasting<RwSignal<Vec<Notice>>>,
    /// The built-in figures.
    pub figures: Figures,
    /// The person's own files.
    pub own_files: OwnFiles,
    /// What the person has written into the note.
    pub draft: Lasting<RwSignal<Draft>>,
    /// The person's own rows for the view `gap`, as `data::own_rows::KeptRows` writes them; empty without any.
    pub own_rows: Lasting<RwSignal<String>>,
    /// The pages kept under a name.
    pub saved_pages: SavedPages,
    /// What the page shows.
    pub shown: Lasting<Memo<AnswerState>>,
    /// Whether figures for the choices are on their way.
    pub is_busy: Lasting<Memo<bool>>,
    pending_address: StoredValue<Option<TimeoutHandle>>,
    retries: Lasting<RwSignal<u32>>,
    /// What the shell hands to pages.
    pub ports: &'static Ports<Self>,
}

impl AppState {
    /// Reads the address and starts fetching what it asks for.
    pub fn new(ports: &'static Ports<Self>) -> Self {
        let decoded = Scenario::from_query(&address::query());
        let scenario = Lasting::new(RwSignal::new(decoded.scenario));
        let figures = Figures::new();
        let own_files = OwnFiles::new(ports.file_reader);

        let place = memo(move || scenario.with(|s| (s.data, s.place.clone(), s.need, s.rank)));
        let retries = Lasting::new(RwSignal::new(0_u32));
        effect(move || {
            retries.track();
            let (edition, place, need, rank) = place.get();
            ask_for(edition, &place, need, rank, figures, own_files);
        });
        let stage = memo(move || {
            let (edition, place, need, rank) = place.get();
            stage(edition, &place, need, rank, figures, own_files)
        });
        let shown = Memo::new(move |before: Option<&AnswerState>| match (stage.get(), before) {
            (CurveState::Waiting, Some(before @ AnswerState::Answer(_))) => before.clone(),
            (CurveState::Waiting, _) => AnswerState::Waiting,
            (CurveState::Problem(problem), _) => AnswerState::Problem(problem),
            (CurveState::Here(place), _) => scenario.with(|scenario| answer(scenario, &place)),
        });
        let is_busy = memo(move || stage.get() == CurveState::Waiting);
        Self {
            scenario,
            notices: Lasting::new(RwSignal::new(decoded.notices)),
            figures,
            own_files,
            draft: Lasting::new(RwSignal::new(Draft::default())),
            own_rows: Lasting::new(RwSignal::new(String::new())),
            saved_pages: SavedPages::new(),
            shown: Lasting::new(shown),
            is_busy: Lasting::new(is_busy),
            pending_address: StoredValue::new(None),
            retries,
            ports,
        }
    }

    /// Changes the choices by one step that "back" undoes. What is locked stays.
    pub fn choose(self, change: impl FnOnce(&mut Scenario)) {
        let mut after = self.scenario.get_untracked();
        change(&mut after);
        self.chosen(after);
    }

    fn chosen(self, mut after: Scenario) {
        self.write_address_now();
        let before = self.scenario.get_untracked();
        after.settle(&before);
        if after == before {
            return;
        }
        let is_another_screen = Screen::of(&after) != Screen::of(&before);
        // Where history may not be touched the page works all the same.
        let _ = address::push(&after.to_query());
        self.scenario.set(after);
        if is_another_screen {
            focus::top();
        }
    }

    /// Changes the choices while a slider moves: the address follows a little later, and no step is added to "back".
    pub fn slide(self, change: impl FnOnce(&mut Scenario)) {
        let mut after = self.scenario.get_untracked();
        change(&mut after);
        self.slid(after);
    }

    /// Takes over what is typed, where it can be used; says whether it could.
    pub fn take(self, read: impl FnOnce(&mut Scenario) -> bool) -> bool {
        let mut after = self.scenario.get_untracked();
        let is_usable = read(&mut after);
        if is_usable {
            self.slid(after);
        }
        is_usable
    }

    fn slid(self, mut after: Scenario) {
        after.settle(&self.scenario.get_untracked());
        self.scenario.set(after);
        self.cancel_pending_address();
        let write = move || {
            self.pending_address.set_value(None);
            self.replace_address();
        };
        self.pending_address.set_value(set_timeout_with_handle(write, ADDRESS_DELAY).ok());
    }

    /// Follows the address after "back" or "forward".
    pub fn follow_address(self) {
        self.cancel_pending_address();
        let decoded = Scenario::from_query(&address::query());
        self.notices.set(decoded.notices);
        self.scenario.set(decoded.scenario);
    }

    /// The name of the place beside its numbers: where a link asked for one that there is not, that is said there.
    pub fn place_shown(self, name: Signal<String>) -> Signal<String> {
        text(move || {
            let (place, edition) = self.scenario.with(|scenario| (scenario.place.clone(), scenario.data));
            let authorities = self.authorities();
            // Until the list of councils is there, nothing can be said of them.
            let unknown = if authorities.is_empty() { Vec::new() } else { place.unknown_codes(edition, &authorities) };
            self.notices.with(|notices| name.with(|name| notice::place_shown(name, &place, &unknown, notices)))
        })
    }

    /// The full link to the page as it is.
    pub fn link(self) -> String {
        address::full(&self.scenario.with(ToQuery::to_query))
    }

    /// The link to a view with the choices as they are.
    pub fn link_to(self, view: View) -> String {
        address::relative(&self.scenario.with(|s| s.at(view).to_query()))
    }

    /// Asks again for figures that did not come.
    pub fn try_again(self) {
        self.figures.forget_problems();
        self.retries.update(|retries| *retries += 1);
    }

    /// Takes a file that was dropped: saved pages, else the official file.
    pub fn take_file(self, file: web_sys::File) {
        if files::has_ending(&file, ".json") {
            self.choose(|scenario| scenario.view = View::Saved);
            self.saved_pages.dropped.set(Some(file));
        } else {
            self.choose(|scenario| scenario.view = View::Data);
            self.add_file(file);
        }
    }

    /// Uses a file that the person chose.
    pub fn add_file(self, file: web_sys::File) {
        self.own_files.add(file, move |edition| self.choose(|scenario| scenario.data = edition));
    }

    /// The authorities of the edition in use, as far as they are there.
    pub fn authorities(self) -> Arc<Vec<Authority>> {
        self.authorities_of(self.scenario.with(|scenario| scenario.data))
    }

    /// The authorities of an edition, as far as they are there.
    pub fn authorities_of(self, edition: Edition) -> Arc<Vec<Authority>> {
        if let Some(authorities) = self.own_files.authorities(edition) {
            return authorities;
        }
        match self.figures.list(edition) {
            Fetched::Here(list) => list.as_ref().clone(),
            Fetched::Waiting | Fetched::Problem(_) => Arc::default(),
        }
    }

    /// What each authority of the place holds in all, as far as the figures are there.
    pub fn authority_totals(self) -> Vec<(AuthorityCode, Counts)> {
        let (edition, place, need, rank) = self.scenario.with(|s| (s.data, s.place.clone(), s.need, s.rank));
        let authorities = self.authorities();
        let codes = place.authorities(edition, &authorities);
        if let Some(file) = self.own_files.of(edition) {
            return file.totals(&codes, need);
        }
        let tables = self.figures.parts(Table { edition, need, rank }, &parts_by_authority(&codes, &authorities));
        tables.map(|tables| totals(tables.iter().map(|table| &**table), &codes)).unwrap_or_default()
    }

    /// Fetches what [`Self::authority_totals`] needs.
    pub fn ask_for_authorities(self) {
        let (edition, place, need, rank) = self.scenario.with(|s| (s.data, s.place.clone(), s.need, s.rank));
        let authorities = self.authorities();
        if self.own_files.of(edition).is_none() {
            for part in parts_by_authority(&place.authorities(edition, &authorities), &authorities) {
                self.figures.ask_for(Table { edition, need, rank }, part);
            }
        }
    }

    /// The need measures that the figures in use hold.
    pub fn needs(self) -> Vec<NeedMeasure> {
        let edition = self.scenario.with(|scenario| scenario.data);
        match self.own_files.of(edition) {
            Some(file) => NeedMeasure::ALL.into_iter().filter(|&need| file.has_need(need)).collect(),
            None => edition.built_in_needs().to_vec(),
        }
    }

    /// The place's curve with areas in this order, whatever the page itself orders them by. Fetches the figures for it.
    pub fn curve_by(self, rank: RankBy) -> Memo<CurveState> {
        self.curve(None, rank)
    }

    /// The place's curve for this need (the page's own without one) and order. Fetches the figures for it.
    pub fn curve(self, need: Option<NeedMeasure>, rank: RankBy) -> Memo<CurveState> {
        let place = memo(move || self.scenario.with(|s| (s.data, s.place.clone(), need.unwrap_or(s.need))));
        effect(move || {
            self.retries.track();
            let (edition, place, need) = place.get();
            ask_for(edition, &place, need, rank, self.figures, self.own_files);
        });
        memo(move || {
            let (edition, place, need) = place.get();
            stage(edition, &place, need, rank, self.figures, self.own_files)
        })
    }

    fn write_address_now(self) {
        if self.pending_address.with_value(Option::is_some) {
            self.cancel_pending_address();
            self.replace_address();
        }
    }

    fn cancel_pending_address(self) {
        if let Some(handle) = self.pending_address.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }

    fn replace_address(self) {
        let _ = address::replace(&self.scenario.with_untracked(ToQuery::to_query));
    }
}

/// The state of the page, from any component below the app.
pub fn use_app() -> AppState {
    expect_context()
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

fn answer(scenario: &Scenario, place: &PlaceCurve) -> AnswerState {
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
