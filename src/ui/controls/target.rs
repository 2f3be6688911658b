//! What a person chooses of a target, on every view that has one.

use leptos::prelude::*;

use super::{
    Checkbox, CombinePlaces, CopyLink, Item, OwnTableShown, PlaceField, PresentLinks, Radios, SaveAndShare, Select,
    ShareControl, choosing, chosen, is_locked, is_own, is_without, position_of,
};
use crate::data::{Edition, NeedMeasure, RankBy};
use crate::model::Basis;
use crate::results::own_units::OwnTable;
use crate::scenario::{CutKind, Lock, Scenario};
use crate::ui::deferred::deferred;
use crate::ui::ports::Further;
use crate::ui::reactive::{flag, memo, part};
use crate::ui::state::use_app;
use crate::words::{common, missed};

const CUTS: [CutKind; 2] = [CutKind::National, CutKind::Local];
const BASES: [Basis; 2] = [Basis::Areas, Basis::People];

/// The words that a choice has for the page as it is.
fn said(text: fn(&Scenario) -> &'static str) -> Signal<String> {
    let app = use_app();
    Signal::derive(move || app.scenario.with(text).to_owned())
}

/// The place and the edition of its figures.
#[component]
pub fn Where() -> impl IntoView {
    let app = use_app();
    view! {
        <OwnTableShown/>
        <div hidden=is_without(app, Lock::Place)>
            <PlaceField/>
        </div>
        <Editions/>
    }
}

/// The edition of the figures.
#[component]
fn Editions() -> impl IntoView {
    view! {
        <div hidden=is_without(use_app(), Lock::More)>
            <Radios
                name="edition"
                legend=missed::EDITION
                items=Item::all(&Edition::ALL.map(common::edition_label))
                value=chosen(|s| position_of(&Edition::ALL, &s.data))
                on_choose=choosing(|s, at| s.data = Edition::ALL[at])
                is_inline=true
            />
        </div>
    }
}

/// What differs between the editions.
#[component]
fn NotATrend() -> impl IntoView {
    view! {
        <p class="field__hint field" hidden=is_without(use_app(), Lock::More)>{said(|s| common::not_a_trend(s.need))}</p>
    }
}

/// Places put together.
#[component]
fn Combine() -> impl IntoView {
    view! {
        <div hidden=is_without(use_app(), Lock::Place)>
            <CombinePlaces/>
        </div>
    }
}

/// Whom to reach.
#[component]
fn Need() -> impl IntoView {
    let app = use_app();
    let needs = Signal::derive(move || {
        let held = app.needs();
        let item = |need| Item { is_enabled: held.contains(&need), ..Item::new(&common::in_need_capital(need)) };
        NeedMeasure::ALL.map(item).to_vec()
    });
    view! {
        <div hidden=is_without(app, Lock::Need)>
            <Select
                id="need"
                label=missed::NEED
                hint=said(|s| common::need_meaning(s.need, s.data))
                items=needs
                value=chosen(|s| position_of(&NeedMeasure::ALL, &s.need))
                on_choose=choosing(|s, at| s.need = NeedMeasure::ALL[at])
            />
        </div>
    }
}

/// What is compared with what.
#[component]
fn Compared() -> impl IntoView {
    let app = use_app();
    view! {
        <div hidden=is_without(app, Lock::Cut)>
            <Radios
                name="cut"
                legend=missed::CUT
                items=Item::all(&CUTS.map(missed::cut_label))
                value=chosen(|s| position_of(&CUTS, &s.cut))
                on_choose=choosing(|s, at| s.cut = CUTS[at])
            />
        </div>
    }
}

/// How big the target is.
#[component]
fn Share() -> impl IntoView {
    view! {
        <div hidden=is_locked(use_app(), Lock::Share)>
            <ShareControl/>
        </div>
    }
}

/// What a share of the place is a share of.
#[component]
fn ShareOf() -> impl IntoView {
    let app = use_app();
    let bases =
        Signal::derive(move || app.scenario.with(|s| BASES.map(|b| Item::new(missed::basis_label(b, s))).to_vec()));
    let is_cut_locked = is_locked(app, Lock::Cut);
    let words = memo(move || app.scenario.with(|s| missed::whole_label(s)));
    let whole = part(move || {
        let [label, hint] = words.get();
        let is_ticked = flag(move || app.scenario.with(|s| s.whole));
        let on_tick = Callback::new(move |whole| app.choose(|s| s.whole = whole));
        view! { <Checkbox id="whole" label hint is_ticked on_tick/> }.into_any()
    });
    let has_no_basis = flag(move || app.scenario.with(|s| s.cut == CutKind::National) || is_cut_locked.get());
    view! {
        <div hidden=has_no_basis>
            <Radios
                name="basis"
                legend=missed::BASIS
                items=bases
                value=chosen(|s| position_of(&BASES, &s.basis))
                on_choose=choosing(|s, at| s.basis = BASES[at])
            />
            <div class="field govuk-checkboxes govuk-checkboxes--small">{whole}</div>
        </div>
    }
}

/// What few people change.
#[component]
fn More() -> impl IntoView {
    let app = use_app();
    let ranks = Signal::derive(move || {
        app.scenario.with(|s| {
            let hint = |r| Some(common::rank_hint(r).to_owned()).filter(|_| !s.uses_own());
            RankBy::ALL.map(|r| Item { hint: hint(r), ..Item::new(&common::rank_label(r, s)) }).to_vec()
        })
    });
    let legend = memo(move || app.scenario.with(|s| missed::order_legend(s)));
    let rank = chosen(|s| position_of(&RankBy::ALL, &s.rank));
    let choose = choosing(|s, at| s.rank = RankBy::ALL[at]);
    let orders = part(move || {
        view! { <Radios name="rank" legend=legend.get() items=ranks value=rank on_choose=choose/> }.into_any()
    });
    // A table without a known order of deprivation has one order alone.
    let has_no_more = flag(move || {
        let has_one = |table: &OwnTable| table.units.rank(RankBy::Imd) != RankBy::Imd;
        let is_own_with_one = is_own(app).get() && app.own_table.with(|table| table.as_deref().is_some_and(has_one));
        is_locked(app, Lock::More).get() || is_own_with_one
    });
    view! {
        <details class="govuk-details field" hidden=has_no_more>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{missed::MORE}</span>
            </summary>
            <div class="govuk-details__text">{orders}</div>
        </details>
        <SaveAndShare/>
        <CopyLink/>
        <PresentLinks/>
    }
}

/// All controls.
#[component]
pub fn TargetControls() -> impl IntoView {
    view! {
        <form class="controls" aria-label=missed::CONTROLS on:submit=|event| event.prevent_default()>
            <Where/>
            <NotATrend/>
            <Combine/>
            <Need/>
            <Compared/>
            <Share/>
            <ShareOf/>
            <More/>
        </form>
    }
}

/// A place, its people in need and what its areas are compared with, for a page without a target.
#[component]
pub fn PlaceAndNeed() -> impl IntoView {
    view! {
        <form class="controls" aria-label=missed::CONTROLS on:submit=|event| event.prevent_default()>
            <Where/>
            <NotATrend/>
            <Combine/>
            <Need/>
            <Compared/>
            <More/>
        </form>
    }
}

/// What a page shows first, for whoever sets one up for others.
#[component]
pub fn FirstChoices() -> impl IntoView {
    view! {
        <Where/>
        <Need/>
        <Compared/>
        <Share/>
    }
}

/// All but the place and its edition, the slider first: for where those stand above the answer.
#[component]
pub fn SliderAndChoices() -> impl IntoView {
    let further = use_app().ports.further;
    view! {
        <form class="controls" aria-label=missed::CONTROLS on:submit=|event| event.prevent_default()>
            <Share/>
            {deferred(move || further(Further::Choices))}
        </form>
    }
}

/// What follows the slider there. It comes as a part.
#[component]
pub fn FurtherChoices() -> impl IntoView {
    view! {
        <Need/>
        <NotATrend/>
        <Compared/>
        <ShareOf/>
        <Combine/>
        <More/>
    }
}
