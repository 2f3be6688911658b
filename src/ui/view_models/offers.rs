//! The offers worked out, and how sure they are.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data::Places;
use crate::model::strategies::Sampler;
use crate::platform::{Slices, pause};
use crate::results::RankedPlace;
use crate::results::assumed::range_in_use;
use crate::results::strategies::{DRAW_PART, Drawn, Intervals, Strategies, sampler};
use crate::scenario::{Offers, Scenario};
use crate::ui::reactive::{effect, memo};
use crate::ui::state::{AnswerState, AppState};

/// Draws start once the person has paused.
pub(super) const DRAW_DELAY: Duration = Duration::from_millis(250);

/// Offers worked out on a place.
#[derive(Clone, PartialEq)]
pub struct ComputedOffers {
    /// The choices.
    pub scenario: Scenario,
    /// The result.
    pub result: Strategies,
    /// The places of the figures in use.
    pub places: Places,
}

/// The offers shown, for components that exist only while there is a result.
#[derive(Clone, Copy)]
pub struct OffersView {
    worked: Memo<Option<Arc<ComputedOffers>>>,
    /// How sure the results are.
    pub intervals: RwSignal<Intervals>,
}

impl OffersView {
    /// Follows the choices.
    pub fn new(app: AppState) -> Self {
        let worked = memo(move || match app.shown.get() {
            AnswerState::Answer(answer) => {
                let result = work_out(&answer.scenario, &answer.prepared)?;
                // The step of a presentation changes no result, so the draws go on.
                let scenario = Scenario { step: 0, ..answer.scenario.clone() };
                let places = answer.places.clone();
                Some(Arc::new(ComputedOffers { scenario, result, places }))
            }
            AnswerState::Waiting | AnswerState::Problem(_) => None,
        });
        let intervals = RwSignal::new(Vec::new());
        let turn = StoredValue::new(0_u32);
        effect(move || {
            turn.update_value(|turn| *turn = turn.wrapping_add(1));
            intervals.set(Vec::new());
            if let Some(worked) = worked.get() {
                let this_turn = turn.get_value();
                let is_current = move || turn.try_get_value() == Some(this_turn);
                #[allow(clippy::disallowed_methods, reason = "it asks after every slice")]
                spawn_local(async move {
                    pause(DRAW_DELAY).await;
                    if let Some(all) = draw_intervals(&worked.scenario.offers, &worked.result, is_current).await {
                        if let Some(mut taken) = app.draws.try_write_untracked() {
                            taken.keep_offers(&worked.scenario.offers, &worked.result, &all);
                        }
                        intervals.try_set(all);
                    }
                });
            }
        });
        Self { worked, intervals }
    }

    /// The result, where there is one.
    pub fn worked(self) -> Option<Arc<ComputedOffers>> {
        self.worked.get()
    }

    /// A text made of the result; what depends on it runs only when it changes.
    pub fn text(self, text: fn(&ComputedOffers) -> String) -> Signal<String> {
        memo(move || self.worked.with(|worked| worked.as_deref().map(text)).unwrap_or_default()).into()
    }

    /// The result and its intervals, where there is one.
    pub fn read<T>(self, read: impl FnOnce(&ComputedOffers, &Intervals) -> T) -> Option<T> {
        self.worked.with(|worked| worked.as_deref().map(|worked| self.intervals.with(|all| read(worked, all))))
    }

    /// A list made of the result and its intervals, worked out only where it is read.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(&ComputedOffers, &Intervals) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || {
            self.worked.with(|worked| {
                let worked = worked.as_deref();
                worked.map(|worked| self.intervals.with(|all| list(worked, all))).unwrap_or_default()
            })
        })
    }
}

fn work_out(scenario: &Scenario, prepared: &RankedPlace) -> Option<Strategies> {
    Strategies::new(scenario, prepared).ok()
}

/// Works the intervals out in parts, letting the page paint in between; `None` once the choices have changed.
pub async fn draw_intervals(offers: &Offers, result: &Strategies, is_current: impl Fn() -> bool) -> Option<Intervals> {
    let mut slices = Slices::begin();
    let sampler = sampled(offers, &mut slices, &is_current).await?;
    let mut all = Vec::new();
    for &strategy in &offers.compare {
        let mut drawn = Drawn::new();
        for part in sampler.draws().chunks(DRAW_PART) {
            drawn.add(offers, &result.cells, strategy, part);
            rest(&mut slices, &is_current).await?;
        }
        all.push(drawn.intervals().to_vec());
        rest(&mut slices, &is_current).await?;
    }
    Some(all)
}

/// The draws of all assumptions.
pub(super) async fn sampled(offers: &Offers, slices: &mut Slices, is_current: &impl Fn() -> bool) -> Option<Sampler> {
    let mut sampler = sampler();
    while let Some(assumption) = sampler.next_assumption() {
        sampler.take(range_in_use(offers, assumption));
        rest(slices, is_current).await?;
    }
    Some(sampler)
}

pub(super) async fn rest(slices: &mut Slices, is_current: &impl Fn() -> bool) -> Option<()> {
    slices.rest().await;
    is_current().then_some(())
}
