//! The view `strategies`: offers compared.

mod evidence;
mod register;
mod settings;
mod value;

use leptos::prelude::*;

use self::register::Register;
use self::settings::{Settings, Start};
pub use self::value::{ValueOf, ValuePart};
use crate::chart::{Chart, OffersChart};
use crate::results::strategies::{COST, COST_PER_IN_NEED, IN_NEED_REACHED};
use crate::scenario::{FrameKind, View};
use crate::ui::charts::{
    DataTable, DestinationsFigure, OutputFigure, PlaneFigure, ReachedAtOnce, TornadoFigure, UptakeFigure,
};
use crate::ui::controls::{Folded, FoldedOnPhone, Heading};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::exhibits::{InShort, Split, Tie};
use crate::ui::layout::{ComparisonHook, Framed, Question, answered, answered_below, further, settings_beside};
use crate::ui::ports::Further;
use crate::ui::reactive::{list_items, text};
use crate::ui::state::use_app;
use crate::ui::view_models::OffersView;
use crate::words::{common, starting_points, strategies as words, workshop};

/// The page.
#[component]
pub fn StrategiesPage() -> impl IntoView {
    view! {
        <Question of=View::Strategies/>
        <p class="lead">{words::LEAD}</p>
        <FoldedOnPhone text=words::START heading=Heading::Second>
            <Start/>
        </FoldedOnPhone>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// Choices and results.
#[component]
fn Body() -> impl IntoView {
    let app = use_app();
    let offers = OffersView::new(app);
    let answer = answered(move |_| view! { <InShort offers/> }.into_any());
    let value = move || {
        provide_context(ValueOf { offers, only: None });
        let inside = move || (app.ports.further)(Further::Value);
        view! { <Folded text=words::VALUE inside=Box::new(inside)/> }.into_any()
    };
    let results = answered_below(move |_| {
        // What each number rests on is folded, so that is said here.
        let assumed = text(move || app.scenario.with(|scenario| workshop::assumed(&scenario.offers)));
        view! {
            <div class="results">
                <p class="answer__figures" data-testid="assumed">{assumed}</p>
                {deferred(move || {
                    view! {
                        <DestinationsFigure offers/>
                        <OutputFigure offers caption=words::COST_CAPTION output=COST_PER_IN_NEED/>
                    }
                    .into_any()
                })}
                <div class="further">
                    {further(words::CHANGE, Heading::Second, move || view! { <Register offers/> }.into_any())}
                    {deferred(value)}
                    {further(words::REACH_AND_COST, Heading::Second, move || {
                        view! {
                            <OutputFigure offers caption=words::REACH_CAPTION output=IN_NEED_REACHED/>
                            <OutputFigure offers caption=words::TOTAL_CAPTION output=COST/>
                        }
                        .into_any()
                    })}
                    {further(words::BENEFIT_AND_GAP, Heading::Second, move || view! { <PlaneFigure offers/> }.into_any())}
                    {further(words::TIE, Heading::Second, move || view! { <Tie offers/> }.into_any())}
                    {further(words::MATTERS_MOST, Heading::Second, move || view! { <TornadoFigure offers/> }.into_any())}
                    {further(words::SPLIT, Heading::Second, move || view! { <Split offers/> }.into_any())}
                    {further(words::ALL_OUTPUTS, Heading::Second, move || view! { <AllOutputs offers/> }.into_any())}
                    {further(starting_points::TARGETING_HEADING, Heading::Second, || {
                        view! { <TargetingKinds/> }.into_any()
                    })}
                    {deferred(|| view! { <AllDownloads of=View::Strategies/> }.into_any())}
                </div>
                {deferred(|| view! { <ComparisonHook/> }.into_any())}
            </div>
        }
        .into_any()
    });
    settings_beside(common::CHANGE_CHOICES, answer.into_any(), view! { <Settings/> }.into_any(), results.into_any())
}

/// The card, or a chart, for frames on other sites.
#[component]
pub fn StrategiesFramed() -> impl IntoView {
    let thing = answered(|_| {
        let app = use_app();
        let offers = OffersView::new(app);
        let assumed = text(move || app.scenario.with(|scenario| workshop::assumed(&scenario.offers)));
        let shown = match app.scenario.with_untracked(|scenario| (scenario.framed(), scenario.framed_chart())) {
            (FrameKind::Card, _) => view! { <Card offers/> }.into_any(),
            (_, Some(Chart::Offers(OffersChart::CostEach))) => {
                view! { <OutputFigure offers caption=words::COST_CAPTION output=COST_PER_IN_NEED/> }.into_any()
            }
            (_, Some(Chart::Offers(OffersChart::Reached))) => {
                view! { <OutputFigure offers caption=words::REACH_CAPTION output=IN_NEED_REACHED/> }.into_any()
            }
            (_, Some(Chart::Offers(OffersChart::TotalCost))) => {
                view! { <OutputFigure offers caption=words::TOTAL_CAPTION output=COST/> }.into_any()
            }
            (_, Some(Chart::Offers(OffersChart::Plane))) => view! { <PlaneFigure offers/> }.into_any(),
            (_, Some(Chart::Offers(OffersChart::Uptake))) => view! { <UptakeFigure offers/> }.into_any(),
            (_, Some(Chart::Offers(only @ (OffersChart::ValuePlane | OffersChart::Acceptability)))) => {
                provide_context(ValueOf { offers, only: Some(only) });
                (app.ports.further)(Further::Value)
            }
            (_, Some(Chart::Offers(OffersChart::Tornado))) => view! { <TornadoFigure offers/> }.into_any(),
            _ => view! { <DestinationsFigure offers/> }.into_any(),
        };
        view! {
            {shown}
            <p class="framed__note" data-testid="assumed">{assumed}</p>
        }
        .into_any()
    });
    view! { <Framed>{thing}</Framed> }
}

/// The verdict on the first two offers, and how many people in need each of them reaches.
#[component]
fn Card(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let verdict = offers.text(|worked| {
        words::verdicts(&worked.scenario, &worked.result)
            .into_iter()
            .next()
            .map(|[verdict, _]| verdict)
            .unwrap_or_default()
    });
    view! {
        <p class="framed__said" data-testid="headline">{verdict}</p>
        <ReachedAtOnce offers/>
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
