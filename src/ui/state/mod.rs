//! The state of the page: the scenario, the figures, and the answer worked out from both.

mod answer;
mod long_rows;

pub use answer::{Answer, AnswerState};
pub use long_rows::LongRowsState;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use self::answer::answer;
use super::curve::{
    CurveState, ask_for, is_meant, list, looked_up, own_file, places, places_for, stage, stage_of_table,
};
use super::figures::Figures;
use super::lasting::Lasting;
use super::own_files::OwnFiles;
use super::ports::{Ports, Screen};
use super::reactive::{effect, flag, memo, text};
use super::saved_pages::SavedPages;
use crate::data::figures::{HeldOf, Table, parts_by_authority, totals};
use crate::data::official::OfficialFile;
use crate::data::table::ServedTable;
use crate::data::{Authority, Edition, NeedMeasure, PlaceCode, Places, RankBy};
use crate::document::Draft;
use crate::platform::{address, files, focus, screen, tab};
use crate::results::DrawsTaken;
use crate::results::own_units::OwnTable;
use crate::scenario::{Notice, Place, Scenario, TableId, ToQuery, View, has_choices};
use crate::words::notice;

/// A slider moves many times a second; browsers let a page change its address only some times.
const ADDRESS_DELAY: Duration = Duration::from_millis(250);

/// Kept in the tab once a guess was made or passed over. `public/watch.js` looks for it too.
const HAS_GUESSED: &str = "who-gets-missed-guess";

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
    /// The person's own units in use.
    pub own_table: Lasting<RwSignal<Option<Arc<OwnTable>>>>,
    /// The table that was looked for last on the device.
    looked_for: Lasting<RwSignal<Option<Option<TableId>>>>,
    /// What the person has written into the note.
    pub draft: Lasting<RwSignal<Draft>>,
    /// The person's own rows for the view `gap`, as `data::table::KeptRows` writes them; empty without any.
    pub own_rows: Lasting<RwSignal<String>>,
    /// The long table in use (`ui::long_rows`).
    pub long_rows: Lasting<RwSignal<LongRowsState>>,
    /// People served that the person brought, as counts by area: kept nowhere, and gone with the page.
    pub served: Lasting<RwSignal<Option<Arc<ServedTable>>>>,
    /// The pages kept under a name.
    pub saved_pages: SavedPages,
    /// What the page shows.
    pub shown: Lasting<Memo<AnswerState>>,
    /// Whether figures for the choices are on their way.
    pub is_busy: Lasting<Memo<bool>>,
    /// The draws that were taken last.
    pub draws: Lasting<RwSignal<DrawsTaken>>,
    /// Whether a guess comes before the answer, where there is one to make.
    asks_first: Lasting<RwSignal<bool>>,
    pending_address: StoredValue<Option<TimeoutHandle>>,
    retries: Lasting<RwSignal<u32>>,
    /// What the shell hands to pages.
    pub ports: &'static Ports<Self>,
}

impl AppState {
    /// Reads the address and starts fetching what it asks for.
    pub fn new(ports: &'static Ports<Self>) -> Self {
        let query = address::query();
        let decoded = Scenario::from_query(&query);
        let is_to_guess = decoded.scenario.guess || !has_choices(&query) && !screen::is_framed();
        let has_guessed = tab::get(HAS_GUESSED).is_ok_and(|kept| kept.is_some());
        let scenario = Lasting::new(RwSignal::new(decoded.scenario));
        let figures = Figures::new();
        let own_files = OwnFiles::new(ports.file_reader);

        let own_table: Lasting<RwSignal<Option<Arc<OwnTable>>>> = Lasting::new(RwSignal::new(None));
        let looked_for = Lasting::new(RwSignal::new(None));
        let own = memo(move || scenario.with(|s| s.uses_own().then_some(s.own.table)));
        let place = memo(move || scenario.with(|s| (s.data, s.place.clone(), s.need, s.rank)));
        let retries = Lasting::new(RwSignal::new(0_u32));
        effect(move || {
            retries.track();
            let (edition, place, need, rank) = place.get();
            if own.get().is_none() {
                ask_for(edition, &place, need, rank, figures, own_files);
            }
        });
        let stage = memo(move || {
            let (edition, place, need, rank) = place.get();
            match own.get() {
                Some(meant) => looked_up(stage_of_table(own_table.get(), meant, rank), looked_for.get() == Some(meant)),
                None => stage(edition, &place, need, rank, figures, own_files),
            }
        });
        let shown = Memo::new(move |before: Option<&AnswerState>| match (stage.get(), before) {
            (CurveState::Waiting, Some(before @ AnswerState::Answer(_))) => before.clone(),
            (CurveState::Waiting, _) => AnswerState::Waiting,
            (CurveState::Problem(problem), _) => AnswerState::Problem(problem),
            (CurveState::Here(place), _) => scenario.with(|scenario| answer(scenario, &place)),
        });
        let is_busy = memo(move || stage.get() == CurveState::Waiting);
        let app = Self {
            scenario,
            notices: Lasting::new(RwSignal::new(decoded.notices)),
            figures,
            own_files,
            own_table,
            looked_for,
            draft: Lasting::new(RwSignal::new(Draft::default())),
            own_rows: Lasting::new(RwSignal::new(String::new())),
            long_rows: Lasting::new(RwSignal::new(LongRowsState::default())),
            served: Lasting::new(RwSignal::new(None)),
            saved_pages: SavedPages::new(),
            shown: Lasting::new(shown),
            is_busy: Lasting::new(is_busy),
            draws: Lasting::new(RwSignal::new(DrawsTaken::default())),
            asks_first: Lasting::new(RwSignal::new(is_to_guess && !has_guessed)),
            pending_address: StoredValue::new(None),
            retries,
            ports,
        };
        effect(move || {
            if let Some(meant) = own.get().filter(|_| app.looks_for_table()) {
                (ports.restore_table)(app, meant);
            }
        });
        app
    }

    /// Whether the page is about a table of the person's own for which the device is still to be searched.
    pub fn looks_for_table(self) -> bool {
        let (is_used, meant) = self.scenario.with(|scenario| (scenario.uses_own(), scenario.own.table));
        is_used && !self.has_looked_for(meant) && !self.own_table.with(|table| is_meant(table.as_deref(), meant))
    }

    /// Whether that table was looked for last.
    pub fn has_looked_for(self, meant: Option<TableId>) -> bool {
        self.looked_for.get() == Some(meant)
    }

    /// Takes the table that a page is about, if it was found. The person may have brought one meanwhile.
    pub fn looked_for_table(self, meant: Option<TableId>, found: Option<Arc<OwnTable>>) {
        if found.is_some() && !self.own_table.with_untracked(|table| is_meant(table.as_deref(), meant)) {
            self.own_table.set(found);
        }
        self.looked_for.set(Some(meant));
    }

    /// Whether a guess is asked for before the answer is shown.
    pub fn is_asking(self) -> Signal<bool> {
        flag(move || self.asks_first.get() && self.scenario.with(Scenario::can_be_guessed))
    }

    /// Shows the answer, and asks no more in this visit.
    pub fn stop_asking(self) {
        self.asks_first.set(false);
        // Where nothing can be kept the next visit may ask again.
        let _ = tab::set(HAS_GUESSED, Some("1"));
        if self.scenario.with_untracked(|scenario| scenario.guess) {
            self.slide(|scenario| scenario.guess = false);
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
            let unknown = self.unknown_codes(&place, edition);
            self.notices.with(|notices| name.with(|name| notice::place_shown(name, &place, &unknown, notices)))
        })
    }

    /// The codes of a place that cover nothing; none until it is known what they cover.
    pub fn unknown_codes(self, place: &Place, edition: Edition) -> Vec<PlaceCode> {
        match places_for(place, edition, self.figures, self.own_files) {
            Ok(places) => place.unknown_codes(edition, &places),
            Err(_) => Vec::new(),
        }
    }

    /// The full link to the page as it is, to be passed on.
    pub fn link(self) -> String {
        address::full(&self.scenario.with(Scenario::to_shared_query))
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
        list(edition, self.figures, self.own_files).unwrap_or_default()
    }

    /// The places of the figures in use, as far as they are there.
    pub fn places(self) -> Places {
        let (place, edition) = self.scenario.with(|scenario| (scenario.place.clone(), scenario.data));
        let known = places_for(&place, edition, self.figures, self.own_files);
        known.unwrap_or_else(|_| self.places_of(edition))
    }

    /// The places of an edition, as far as they are there.
    pub fn places_of(self, edition: Edition) -> Places {
        places(edition, self.figures, self.own_files).unwrap_or_default()
    }

    /// Fetches the names of larger places, which a search looks through.
    pub fn ask_for_names(self) {
        self.figures.ask_for_footprints(self.scenario.with_untracked(|scenario| scenario.data));
    }

    /// What each authority of the place holds in all, as far as the figures are there.
    pub fn authority_totals(self) -> Vec<HeldOf> {
        let (edition, place, need, rank) = self.scenario.with(|s| (s.data, s.place.clone(), s.need, s.rank));
        let places = self.places();
        let extent = place.extent(edition, &places);
        if let Some((file, codes)) = own_file(edition, &extent, &places, self.own_files) {
            return file.totals(&codes, need);
        }
        let parts = parts_by_authority(&extent, &places.authorities);
        let tables = self.figures.parts(Table { edition, need, rank }, &parts);
        tables.map(|tables| totals(tables.iter().map(|table| &**table), &extent)).unwrap_or_default()
    }

    /// Fetches what [`Self::authority_totals`] needs.
    pub fn ask_for_authorities(self) {
        let (edition, place, need, rank) = self.scenario.with(|s| (s.data, s.place.clone(), s.need, s.rank));
        let places = self.places();
        let extent = place.extent(edition, &places);
        if own_file(edition, &extent, &places, self.own_files).is_none() {
            for part in parts_by_authority(&extent, &places.authorities) {
                self.figures.ask_for(Table { edition, need, rank }, part);
            }
        }
    }

    /// The person's own file, where it covers the place.
    pub fn own_file(self) -> Option<Arc<OfficialFile>> {
        let (edition, place) = self.scenario.with(|s| (s.data, s.place.clone()));
        let places = self.places();
        own_file(edition, &place.extent(edition, &places), &places, self.own_files).map(|(file, _)| file)
    }

    /// The need measures that the figures in use hold.
    pub fn needs(self) -> Vec<NeedMeasure> {
        match self.own_file() {
            Some(file) => NeedMeasure::ALL.into_iter().filter(|&need| file.has_need(need)).collect(),
            None => self.scenario.with(|scenario| scenario.data).built_in_needs().to_vec(),
        }
    }

    /// The place's curve with areas in this order, whatever the page itself orders them by. Fetches the figures for it.
    pub fn curve_by(self, rank: RankBy) -> Memo<CurveState> {
        self.curve(None, rank)
    }

    /// The place's curve for this need (the page's own without one) and order. Fetches the figures for it.
    pub fn curve(self, need: Option<NeedMeasure>, rank: RankBy) -> Memo<CurveState> {
        let own = |s: &Scenario| s.uses_own().then_some(s.own.table);
        let of = memo(move || self.scenario.with(|s| (own(s), s.data, s.place.clone(), need.unwrap_or(s.need))));
        effect(move || {
            self.retries.track();
            let (own, edition, place, need) = of.get();
            if own.is_none() {
                ask_for(edition, &place, need, rank, self.figures, self.own_files);
            }
        });
        memo(move || {
            let (own, edition, place, need) = of.get();
            match own {
                Some(meant) => {
                    looked_up(stage_of_table(self.own_table.get(), meant, rank), self.looked_for.get() == Some(meant))
                }
                None => stage(edition, &place, need, rank, self.figures, self.own_files),
            }
        })
    }

    /// The curve of a page for a need and order, as far as its figures are there.
    pub fn stage_of(self, of: &Scenario, need: NeedMeasure, rank: RankBy) -> CurveState {
        match of.uses_own() {
            true => stage_of_table(self.own_table.get(), of.own.table, rank),
            false => stage(of.data, &of.place, need, rank, self.figures, self.own_files),
        }
    }

    /// Whoever reads this is told when figures that did not come are asked for again.
    pub fn track_retries(self) {
        self.retries.track();
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
