//! What a person chooses of a target, on every view that has one.

use leptos::prelude::*;

use super::{
    Checkbox, CopyLink, Item, PlaceChoice, PresentLinks, Radios, SaveAndShare, Select, ShareControl, choosing, chosen,
    is_locked, position_of,
};
use crate::data::{Edition, NeedMeasure, RankBy};
use crate::model::Basis;
use crate::scenario::{CutKind, Lock, Scenario};
use crate::ui::reactive::flag;
use crate::ui::state::use_app;
use crate::words::{common, missed};

const CUTS: [CutKind; 2] = [CutKind::National, CutKind::Local];
const BASES: [Basis; 2] = [Basis::Areas, Basis::People];

/// All controls.
#[component]
pub fn TargetControls() -> impl IntoView {
    let app = use_app();
    let text = move |text: fn(&Scenario) -> &'static str| Signal::derive(move || app.scenario.with(text).to_owned());

    let needs = Signal::derive(move || {
        let held = app.needs();
        let item = |need| Item { is_enabled: held.contains(&need), ..Item::new(common::in_need_capital(need)) };
        NeedMeasure::ALL.map(item).to_vec()
    });
    let not_a_trend = text(|s| common::not_a_trend(s.need));
    let editions = Item::all(&Edition::ALL.map(common::edition_label));
    let cuts = Item::all(&CUTS.map(missed::cut_label));
    let bases = Signal::derive(move || {
        let need = app.scenario.with(|s| s.need);
        BASES.map(|b| Item::new(missed::basis_label(b, need))).to_vec()
    });
    let ranks = Signal::derive(move || {
        let need = app.scenario.with(|s| s.need);
        let item = |r| Item { hint: Some(common::rank_hint(r).to_owned()), ..Item::new(&common::rank_label(r, need)) };
        RankBy::ALL.map(item).to_vec()
    });
    let is_national = flag(move || app.scenario.with(|s| s.cut == CutKind::National));
    let is_cut_locked = is_locked(app, Lock::Cut);
    let has_no_basis = flag(move || is_national.get() || is_cut_locked.get());
    let whole = flag(move || app.scenario.with(|s| s.whole));
    view! {
        <form class="controls" aria-label=missed::CONTROLS on:submit=|event| event.prevent_default()>
            <div hidden=is_locked(app, Lock::Place)>
                <PlaceChoice/>
            </div>
            <div hidden=is_locked(app, Lock::More)>
                <Radios
                    name="edition"
                    legend=missed::EDITION
                    items=editions
                    value=chosen(|s| position_of(&Edition::ALL, &s.data))
                    on_choose=choosing(|s, at| s.data = Edition::ALL[at])
                    is_inline=true
                />
                <p class="field__hint">{not_a_trend}</p>
            </div>
            <div hidden=is_locked(app, Lock::Need)>
                <Select
                    id="need"
                    label=missed::NEED
                    hint=text(|s| common::need_meaning(s.need, s.data))
                    items=needs
                    value=chosen(|s| position_of(&NeedMeasure::ALL, &s.need))
                    on_choose=choosing(|s, at| s.need = NeedMeasure::ALL[at])
                />
            </div>
            <div hidden=is_locked(app, Lock::Cut)>
                <Radios
                    name="cut"
                    legend=missed::CUT
                    items=cuts
                    value=chosen(|s| position_of(&CUTS, &s.cut))
                    on_choose=choosing(|s, at| s.cut = CUTS[at])
                />
            </div>
            <div hidden=is_locked(app, Lock::Share)>
                <ShareControl/>
            </div>
            <div hidden=has_no_basis>
                <Radios
                    name="basis"
                    legend=missed::BASIS
                    items=bases
                    value=chosen(|s| position_of(&BASES, &s.basis))
                    on_choose=choosing(|s, at| s.basis = BASES[at])
                />
                <div class="field govuk-checkboxes govuk-checkboxes--small">
                    <Checkbox
                        id="whole"
                        label=missed::WHOLE
                        hint=missed::WHOLE_HINT
                        is_ticked=whole
                        on_tick=Callback::new(move |whole| app.choose(|s| s.whole = whole))
                    />
                </div>
            </div>
            <details class="govuk-details field" hidden=is_locked(app, Lock::More)>
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{missed::MORE}</span>
                </summary>
                <div class="govuk-details__text">
                    <Radios
                        name="rank"
                        legend=missed::RANK
                        items=ranks
                        value=chosen(|s| position_of(&RankBy::ALL, &s.rank))
                        on_choose=choosing(|s, at| s.rank = RankBy::ALL[at])
                    />
                </div>
            </details>
            <SaveAndShare/>
            <CopyLink/>
            <PresentLinks/>
        </form>
    }
}
