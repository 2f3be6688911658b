//! What offers come to, when two of them tie, and a budget split by need.

use leptos::prelude::*;

use crate::model::strategies::Assumption;
use crate::results::assumed::is_used;
use crate::results::strategies::split;
use crate::scenario::offers::{SplitOver, TieOn, format_theta, parse_theta};
use crate::ui::charts::DataTable;
use crate::ui::controls::{Item, NumberField, PercentField, Radios, Select, choosing, chosen, position_of, take};
use crate::ui::reactive::{effect, flag, list_items, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::OffersView;
use crate::words::{common, missed, strategies as words};

const TIES: [TieOn; 4] = [TieOn::CostPerInNeed, TieOn::InNeedReached, TieOn::Benefit, TieOn::Gap];
const SPLITS: [SplitOver; 2] = [SplitOver::Fifths, SplitOver::Authorities];

/// What the comparison comes to.
#[component]
pub fn InShort(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let comparisons = offers.list(|worked, _| words::verdicts(&worked.scenario, &worked.result));
    let limits = offers.list(|worked, _| words::all_limits(&worked.scenario, &worked.result));
    let comparisons = part(move || {
        let paragraph = |[verdict, detail]: [String; 2]| {
            view! { <p class="answer__headline"><strong class="verdict">{verdict}</strong> " " {detail}</p> }
        };
        comparisons.get().into_iter().map(paragraph).collect_view().into_any()
    });
    let limits = part(move || list_items(limits.get()));
    let place = offers.text(|worked| crate::words::place::of(&worked.scenario, &worked.places));
    let place = use_app().place_shown(place);
    view! {
        <section class="answer answer--offers" aria-label=common::ANSWER data-testid="comparison">
            <h2 class="answer__place">{place}</h2>
            {comparisons}
            <ul class="answer__limits">{limits}</ul>
        </section>
    }
}

/// When the first two offers tie.
#[component]
pub fn Tie(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let app = use_app();
    let outputs = Signal::derive(move || {
        let averts = app.scenario.with(|s| s.offers.programme.averts);
        TIES.map(|tie_on| Item::new(words::tie_on_name(tie_on, averts))).to_vec()
    });
    let assumptions = Signal::derive(move || {
        let item = |assumption| Item {
            is_enabled: app.scenario.with(|s| is_used(&s.offers, assumption)),
            ..Item::new(words::assumption_name(assumption))
        };
        Assumption::ALL.map(item).to_vec()
    });
    let answer = offers.text(|worked| words::tie(&worked.scenario, &worked.result));
    view! {
        <section class="callout" data-testid="tie">
            <h2 class="govuk-heading-m">{words::TIE}</h2>
            <div class="pair">
                <Select
                    id="tie-on"
                    label=words::TIE_ON
                    hint=text(String::new)
                    items=outputs
                    value=chosen(|s| position_of(&TIES, &s.offers.tie_on))
                    on_choose=choosing(|s, at| s.offers.tie_on = TIES[at])
                />
                <Select
                    id="tie-by"
                    label=words::TIE_BY
                    hint=text(String::new)
                    items=assumptions
                    value=chosen(|s| position_of(&Assumption::ALL, &s.offers.tie_by))
                    on_choose=choosing(|s, at| s.offers.tie_by = Assumption::ALL[at])
                />
            </div>
            <p class="answer__headline" role="status">{answer}</p>
        </section>
    }
}

/// A budget split over fifths or councils.
#[component]
pub fn Split(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let app = use_app();
    let fifths = offers.list(|worked, _| worked.result.cells.fifths.map(|fifth| fifth.all()).to_vec());
    effect(move || {
        if app.scenario.with(|scenario| scenario.offers.split == SplitOver::Authorities) {
            app.ask_for_authorities();
        }
    });
    let rows = Signal::derive(move || {
        let scenario = app.scenario.get();
        let (names, parts): (Vec<String>, Vec<_>) = match scenario.offers.split {
            SplitOver::Fifths => missed::quintile_names(scenario.rank).into_iter().zip(fifths.get()).unzip(),
            SplitOver::Authorities => {
                let authorities = app.authorities();
                let totals = app.authority_totals().into_iter();
                totals.map(|held| (crate::words::place::held(&held, &authorities), held.counts)).unzip()
            }
        };
        split(&scenario.offers, &parts).map(|parts| words::split_rows(&names, &parts)).unwrap_or_default()
    });
    let has_rows = flag(move || rows.with(|rows| !rows.is_empty()));
    let theta = text(move || app.scenario.with(|s| format_theta(s.offers.theta)));
    let set_theta = move |typed: String| app.take(|s| take(&mut s.offers.theta, parse_theta(&typed)));
    let floor = Signal::derive(move || app.scenario.with(|s| s.offers.floor));
    let budget = text(move || app.scenario.with(|s| words::split_budget(&s.offers)));
    view! {
        <section data-testid="split">
            <h2 class="govuk-heading-m">{words::SPLIT}</h2>
            <p class="govuk-body">{words::SPLIT_TEXT}</p>
            <div class="pair">
                <NumberField id="theta" label=words::THETA error=words::THETA_ERROR value=theta on_text=set_theta/>
                <PercentField
                    id="floor"
                    label=words::FLOOR
                    unit=words::FLOOR_UNIT
                    error=words::REACH_ERROR
                    value=floor
                    on_set=move |floor| app.slide(|scenario| scenario.offers.floor = floor)
                />
            </div>
            <Radios
                name="split"
                legend=words::SPLIT_OVER
                items=Item::all(&SPLITS.map(words::split_over_name))
                value=chosen(|s| position_of(&SPLITS, &s.offers.split))
                on_choose=choosing(|s, at| s.offers.split = SPLITS[at])
            />
            <p class="govuk-body">{budget}</p>
            <p class="govuk-body" hidden=has_rows>{words::NO_SPLIT}</p>
            <DataTable caption=words::SPLIT.to_owned() headings=Signal::stored(words::split_headings()) rows/>
        </section>
    }
}
