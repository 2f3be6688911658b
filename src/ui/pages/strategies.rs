//! The view `strategies`: offers compared.

use leptos::prelude::*;

use super::offers_parts::{Split, Tie};
use super::offers_settings::{Settings, Start};
use super::register::Register;
use super::{ComparisonHook, OffersView, Question, answered, settings_beside};
use crate::results::strategies::{COST, COST_PER_IN_NEED, IN_NEED_REACHED};
use crate::scenario::View;
use crate::ui::charts::{DataTable, DestinationsFigure, OutputFigure, PlaneFigure, TornadoFigure};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::reactive::{list_items, part};
use crate::ui::state::use_app;
use crate::words::{common, starting_points, strategies as words};

/// The page.
#[component]
pub fn StrategiesPage() -> impl IntoView {
    view! {
        <Question of=View::Strategies/>
        <p class="lead">{words::LEAD}</p>
        <Start/>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// Choices and results.
#[component]
fn Body() -> impl IntoView {
    let results = answered(|_| {
        let offers = OffersView::new(use_app());
        view! {
            <InShort offers/>
            <div class="results">
                {deferred(move || {
                    view! {
                        <DestinationsFigure offers/>
                        <OutputFigure offers caption=words::REACH_CAPTION output=IN_NEED_REACHED/>
                    }
                    .into_any()
                })}
                {deferred(move || {
                    view! {
                        <OutputFigure offers caption=words::TOTAL_CAPTION output=COST/>
                        <OutputFigure offers caption=words::COST_CAPTION output=COST_PER_IN_NEED/>
                    }
                    .into_any()
                })}
                {deferred(move || {
                    view! {
                        <PlaneFigure offers/>
                        <Tie offers/>
                    }
                    .into_any()
                })}
                {deferred(move || {
                    view! {
                        <TornadoFigure offers/>
                        <Register/>
                    }
                    .into_any()
                })}
                {deferred(move || {
                    view! {
                        <Split offers/>
                        <AllOutputs offers/>
                    }
                    .into_any()
                })}
                {deferred(|| {
                    view! {
                        <AllDownloads/>
                        <TargetingKinds/>
                        <ComparisonHook/>
                    }
                    .into_any()
                })}
            </div>
        }
        .into_any()
    });
    settings_beside(view! { <Settings/> }.into_any(), results.into_any())
}

/// What the comparison comes to.
#[component]
pub fn InShort(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let comparisons = offers.list(|worked, _| words::comparisons(&worked.scenario, &worked.result));
    let limits = offers.list(|worked, _| words::all_limits(&worked.scenario, &worked.result));
    let comparisons = part(move || {
        let paragraph = |text: String| view! { <p class="answer__headline">{text}</p> };
        comparisons.get().into_iter().map(paragraph).collect_view().into_any()
    });
    let limits = part(move || list_items(limits.get()));
    let place = offers.text(|worked| crate::words::place::name(&worked.scenario.place, &worked.authorities));
    let place = use_app().place_shown(place);
    view! {
        <section class="answer answer--offers" aria-label=common::ANSWER data-testid="comparison">
            <h2 class="answer__place">{place}</h2>
            {comparisons}
            <ul class="answer__limits">{limits}</ul>
        </section>
    }
}

/// Every output of every strategy.
#[component]
fn AllOutputs(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let headings = offers.list(|worked, _| words::outputs_headings(&worked.result));
    let rows = offers.list(|worked, all| words::outputs_rows(&worked.result, all));
    view! {
        <section data-testid="all-outputs">
            <h2 class="govuk-heading-m">{words::ALL_OUTPUTS}</h2>
            <p class="figure__note">{words::INTERVAL_TABLE_NOTE}</p>
            <DataTable caption=words::ALL_OUTPUTS.to_owned() headings rows/>
        </section>
    }
}

/// The kinds of targeting, each with the strategy that models it.
#[component]
fn TargetingKinds() -> impl IntoView {
    let app = use_app();
    let kind = move |kind: &'static starting_points::TargetingKind| {
        let list = |items: &[&str]| list_items(items.iter().map(|&item| item.to_owned()).collect());
        let compare = move |_| app.choose(|scenario| scenario.offers.include(kind.strategy));
        view! {
            <section class="kind">
                <h3 class="govuk-heading-s">{kind.name}</h3>
                <div class="kind__sides">
                    <div>
                        <p class="field__label">{words::ADVANTAGES}</p>
                        <ul class="govuk-list govuk-list--bullet">{list(kind.advantages)}</ul>
                    </div>
                    <div>
                        <p class="field__label">{words::DISADVANTAGES}</p>
                        <ul class="govuk-list govuk-list--bullet">{list(kind.disadvantages)}</ul>
                    </div>
                </div>
                <button type="button" class="link-button" on:click=compare>
                    {words::compare_with(kind.strategy, kind.name)}
                </button>
            </section>
        }
    };
    view! {
        <section data-testid="targeting-kinds">
            <h2 class="govuk-heading-m">{starting_points::TARGETING_HEADING}</h2>
            <p class="figure__note">{starting_points::targeting_source()}</p>
            {starting_points::TARGETING_KINDS.iter().map(kind).collect_view()}
        </section>
    }
}
