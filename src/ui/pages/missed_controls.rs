//! What a person chooses on the view `missed`.

use leptos::prelude::*;

use crate::data::{Edition, NeedMeasure, RankBy};
use crate::model::Basis;
use crate::scenario::CutKind;
use crate::ui::controls::{CopyLink, Item, PlaceChoice, Radios, Select, ShareControl};
use crate::ui::state::use_app;
use crate::words::{common, missed};

/// All controls.
#[component]
pub fn Controls() -> impl IntoView {
    let app = use_app();
    let part = move |part: fn(&crate::scenario::Scenario) -> bool| Memo::new(move |_| app.scenario.with(part));
    let need = Memo::new(move |_| app.scenario.with(|s| s.need));
    let edition = Memo::new(move |_| app.scenario.with(|s| s.data));
    let rank = Memo::new(move |_| app.scenario.with(|s| s.rank));
    let cut = Memo::new(move |_| app.scenario.with(|s| s.cut));
    let basis = Memo::new(move |_| app.scenario.with(|s| s.basis));
    let whole = part(|s| s.whole);

    let needs = Signal::derive(move || {
        let held = app.needs();
        let item = |need| Item { is_enabled: held.contains(&need), ..Item::new(need, common::in_need_capital(need)) };
        NeedMeasure::ALL.map(item).to_vec()
    });
    let need_hint = move || common::need_meaning(need.get(), edition.get()).to_owned();
    let editions = Signal::stored(Edition::ALL.map(|e| Item::new(e, common::edition_label(e))).to_vec());
    let edition_hint = move || common::edition_name(edition.get()).to_owned();
    let cuts = [CutKind::National, CutKind::Local].map(|c| Item::new(c, missed::cut_label(c))).to_vec();
    let bases = Signal::derive(move || {
        [Basis::Areas, Basis::People].map(|b| Item::new(b, missed::basis_label(b, need.get()))).to_vec()
    });
    let ranks = RankBy::ALL
        .map(|r| Item { hint: Some(common::rank_hint(r).to_owned()), ..Item::new(r, common::rank_label(r)) })
        .to_vec();
    let is_local = move || cut.get() == CutKind::Local;
    view! {
        <form class="controls" aria-label=missed::CONTROLS on:submit=|event| event.prevent_default()>
            <PlaceChoice/>
            <Select
                id="need"
                label=missed::NEED
                hint=Signal::derive(need_hint)
                items=needs
                value=need
                on_choose=move |need| app.choose(|s| s.need = need)
            />
            <Radios
                name="cut"
                legend=missed::CUT
                items=Signal::stored(cuts)
                value=cut
                on_choose=move |cut| app.choose(|s| s.cut = cut)
            />
            <ShareControl/>
            <Show when=is_local>
                <Radios
                    name="basis"
                    legend=missed::BASIS
                    items=bases
                    value=basis
                    on_choose=move |basis| app.choose(|s| s.basis = basis)
                />
                <div class="field govuk-checkboxes govuk-checkboxes--small">
                    <div class="govuk-checkboxes__item">
                        <input
                            class="govuk-checkboxes__input"
                            id="whole"
                            type="checkbox"
                            aria-describedby="whole-hint"
                            prop:checked=whole
                            on:change=move |event| {
                                let whole = event_target_checked(&event);
                                app.choose(|s| s.whole = whole);
                            }
                        />
                        <label class="govuk-label govuk-checkboxes__label" for="whole">{missed::WHOLE}</label>
                        <div class="govuk-hint govuk-checkboxes__hint" id="whole-hint">{missed::WHOLE_HINT}</div>
                    </div>
                </div>
            </Show>
            <details class="govuk-details field">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{missed::MORE}</span>
                </summary>
                <div class="govuk-details__text">
                    <Select
                        id="edition"
                        label=missed::EDITION
                        hint=Signal::derive(edition_hint)
                        items=editions
                        value=edition
                        on_choose=move |edition| app.choose(|s| s.data = edition)
                    />
                    <Radios
                        name="rank"
                        legend=missed::RANK
                        items=Signal::stored(ranks)
                        value=rank
                        on_choose=move |rank| app.choose(|s| s.rank = rank)
                    />
                </div>
            </details>
            <CopyLink/>
        </form>
    }
}
