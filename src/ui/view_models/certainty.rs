//! How sure the choice between offers is, drawn where it is looked at.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::offers::{DRAW_DELAY, OffersView, rest, sampled};
use crate::platform::{Slices, pause};
use crate::results::strategies::{DRAW_PART, Strategies};
use crate::results::value::{Certainty, OptionsDrawn, unsure, worth};
use crate::scenario::{Offers, Scenario};
use crate::ui::reactive::effect;

/// How sure the choice is, for components that exist only while there is a result; `None` until it is drawn.
#[derive(Clone, Copy)]
pub struct CertaintyView(RwSignal<Option<Arc<Certainty>>>);

impl CertaintyView {
    /// Follows the offers.
    pub fn new(offers: OffersView) -> Self {
        Self::of(offers, |_| true)
    }

    /// The same for choices of which it is wanted alone.
    pub fn of(offers: OffersView, is_wanted: fn(&Scenario) -> bool) -> Self {
        let found = RwSignal::new(None);
        let turn = StoredValue::new(0_u32);
        effect(move || {
            turn.update_value(|turn| *turn = turn.wrapping_add(1));
            found.set(None);
            if let Some(worked) = offers.worked().filter(|worked| is_wanted(&worked.scenario)) {
                let this_turn = turn.get_value();
                let is_current = move || turn.try_get_value() == Some(this_turn);
                #[allow(clippy::disallowed_methods, reason = "it asks after every slice")]
                spawn_local(async move {
                    pause(DRAW_DELAY).await;
                    if let Some(drawn) = draw_certainty(&worked.scenario.offers, &worked.result, is_current).await {
                        found.try_set(Some(Arc::new(drawn)));
                    }
                });
            }
        });
        Self(found)
    }

    /// What was found, once it is.
    pub fn get(self) -> Option<Arc<Certainty>> {
        self.0.get()
    }

    /// Whether it is still being drawn.
    pub fn is_under_way(self) -> bool {
        self.0.with(Option::is_none)
    }
}

/// Works out in parts how sure the choice is, letting the page paint in between; `None` once the choices have changed.
pub async fn draw_certainty(offers: &Offers, result: &Strategies, is_current: impl Fn() -> bool) -> Option<Certainty> {
    let mut slices = Slices::begin();
    let sampler = sampled(offers, &mut slices, &is_current).await?;
    let mut drawn = OptionsDrawn::new(offers);
    for part in sampler.draws().chunks(DRAW_PART) {
        drawn.add(&result.cells, part);
        rest(&mut slices, &is_current).await?;
    }
    let worth = worth(offers);
    let mut certainty = drawn.outline(&result.value, worth);
    for step in 0..drawn.steps() {
        drawn.fill(&mut certainty, step, worth);
        rest(&mut slices, &is_current).await?;
    }
    if let Some(at) = &mut certainty.at_worth {
        for assumption in unsure(offers) {
            if let Some(worth) = drawn.partial_information(sampler.draws(), assumption, at.worth) {
                at.know(assumption, worth);
            }
            rest(&mut slices, &is_current).await?;
        }
    }
    Some(certainty)
}
