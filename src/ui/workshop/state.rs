//! What the guided session knows: the answers for the place, and what the room has said.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use crate::data::RankBy;
use crate::platform::tab;
use crate::results::workshop::{Workshop, perfect_choices};
use crate::results::{RankedPlace, TargetingResult};
use crate::scenario::Scenario;
use crate::scenario::room::Room;
use crate::scenario::session::{SessionPlan, SessionQuestion};
use crate::ui::curve::CurveState;
use crate::ui::here::after;
use crate::ui::ports::{NotLoaded, ReachOf};
use crate::ui::reactive::{effect, memo, text};
use crate::ui::state::AppState;

thread_local! {
    /// What the room had said when the session was last left: leaving by mistake should not lose it, also where a tab keeps
    /// nothing.
    static LAST: RefCell<Room> = RefCell::default();
}

/// Where a tab keeps what the room has said: a reload by mistake should not lose it either.
const KEPT: &str = "who-gets-missed-room";

/// What the room has said so far.
fn said_so_far() -> Room {
    let kept = tab::get(KEPT).ok().flatten();
    kept.map_or_else(|| LAST.with_borrow(Clone::clone), |text| Room::from_text(&text))
}

/// The guided session, for its steps.
#[derive(Clone, Copy)]
pub struct Session {
    /// The page.
    pub app: AppState,
    /// The answers, once the figures are there.
    pub workshop: Memo<Option<Arc<Workshop>>>,
    /// The answer to the question of the perfect map, which needs figures of its own.
    pub perfect: Memo<Option<Arc<TargetingResult>>>,
    /// The curve that a target is cut from.
    pub curve: Memo<CurveState>,
    /// How far the figures of the perfect map are.
    pub perfect_curve: Memo<CurveState>,
    /// What the room has said.
    pub room: RwSignal<Room>,
    /// Name of the place.
    pub place: Signal<String>,
    /// What works out whom a service reaches, once it is there or has not come.
    pub reach: RwSignal<Option<FetchedReach>>,
}

/// What works out whom a service reaches, or that it did not come.
type FetchedReach = Result<ReachOf<AppState>, NotLoaded>;

fn fetch_reach(app: AppState, reach: RwSignal<Option<FetchedReach>>) {
    reach.set(None);
    after((app.ports.service_reach)(), move |found| reach.set(Some(found)));
}

impl Session {
    /// Follows the choices of the page.
    pub fn new(app: AppState) -> Self {
        let curve = app.curve_by(RankBy::Imd);
        // Asked for at once: a connection that is lost in the middle of a session then does no harm.
        let perfect_curve = app.curve_by(RankBy::Need);
        let asks_service = memo(move || app.scenario.with(|scenario| scenario.service));
        let reach = RwSignal::new(None);
        effect(move || {
            if asks_service.get() && reach.with_untracked(Option::is_none) {
                fetch_reach(app, reach);
            }
        });
        let service = memo(move || match reach.get() {
            Some(Ok(reach_of)) if asks_service.get() => reach_of(app),
            _ => None,
        });
        let workshop = memo(move || {
            let prepared = prepared(&curve.get())?;
            let workshop = app.scenario.with(|scenario| Workshop::new(scenario, &prepared)).ok()?;
            Some(Arc::new(workshop.with_service(service.get())))
        });
        let perfect = memo(move || {
            let prepared = prepared(&perfect_curve.get())?;
            let choices = app.scenario.with(perfect_choices);
            TargetingResult::new(&choices, &prepared).ok().map(Arc::new)
        });
        let room = RwSignal::new(said_so_far());
        effect(move || {
            let text = room.with(|room| (*room != Room::default()).then(|| room.to_text()));
            // Where it is not kept, the session works all the same.
            let _ = tab::set(KEPT, text.as_deref());
        });
        on_cleanup(move || {
            if let Some(room) = room.try_get_untracked() {
                LAST.set(room);
            }
        });
        let place = text(move || app.scenario.with(|scenario| crate::words::place::of(scenario, &app.places())));
        Self { app, workshop, perfect, curve, perfect_curve, room, place, reach }
    }

    /// Something made of the answers; its default until they are there.
    pub fn read<T: Default>(self, read: impl Fn(&Workshop, Option<&TargetingResult>) -> T) -> T {
        self.workshop.with(|workshop| {
            let perfect = self.perfect.get();
            workshop.as_deref().map(|workshop| read(workshop, perfect.as_deref())).unwrap_or_default()
        })
    }

    /// A text made of the answers.
    pub fn text(
        self,
        write: impl Fn(&Workshop, Option<&TargetingResult>) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        memo(move || self.read(&write)).into()
    }

    /// The share (0 to 1) that guesses of a moment are held against.
    pub fn answer(self, moment: SessionQuestion) -> Option<f64> {
        self.read(|workshop, perfect| match moment {
            SessionQuestion::PerfectMap => perfect.map(|perfect| perfect.target.measures.coverage),
            _ => workshop.answer(moment),
        })
    }

    /// Fetches again what did not come.
    pub fn fetch_reach(self) {
        fetch_reach(self.app, self.reach);
    }

    /// What it asks.
    pub fn plan(self) -> SessionPlan {
        self.app.scenario.with(Scenario::session_plan)
    }

    /// The guesses of a moment as shares (0 to 1).
    pub fn guesses(self, moment: SessionQuestion) -> Vec<f64> {
        self.room.with(|room| room.guesses(moment).shares())
    }
}

/// The curve, if it is there.
pub fn prepared(stage: &CurveState) -> Option<Arc<RankedPlace>> {
    match stage {
        CurveState::Here(place) => Some(place.prepared.clone()),
        CurveState::Waiting | CurveState::Problem(_) => None,
    }
}
