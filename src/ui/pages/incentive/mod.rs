//! The view `incentive`.

mod parts;
mod settings;

use leptos::prelude::*;

use self::parts::{CurveFigure, InShort, Limits, Register, SideBySide, Sides, UptakeFigure};
use self::settings::{Settings, Start};
use crate::chart::{Chart, PaymentChart};
use crate::scenario::{Scenario, View};
use crate::ui::controls::{FoldedOnPhone, Heading};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::layout::{Framed, Question, answered, answered_below, further, settings_beside};
use crate::ui::reactive::{memo, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::PayView;
use crate::words::{common, incentive as words, strategies};

/// The page.
#[component]
pub fn IncentivePage() -> impl IntoView {
    view! {
        <Question of=View::Incentive/>
        <p class="lead">{words::LEAD}</p>
        <FoldedOnPhone text=strategies::START heading=Heading::Second>
            <Start/>
        </FoldedOnPhone>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// Choices and results.
#[component]
fn Body() -> impl IntoView {
    let pay = PayView::new(use_app());
    // A memo: the answer is built anew only when it comes or goes, not at each change of a number.
    let cannot_be = memo(move || pay.cannot_be());
    let answer = answered(move |_| where_it_can_be(pay, cannot_be, |pay| view! { <InShort pay/> }.into_any()));
    let results =
        answered_below(move |_| part(move || if cannot_be.get() { ().into_any() } else { results(pay) }).into_any());
    settings_beside(common::CHANGE_CHOICES, answer.into_any(), view! { <Settings/> }.into_any(), results.into_any())
}

/// What is made of the answer where the numbers can all be true.
fn where_it_can_be(pay: PayView, cannot_be: Memo<bool>, made: fn(PayView) -> AnyView) -> AnyView {
    part(move || if cannot_be.get() { view! { <CannotBe/> }.into_any() } else { made(pay) }).into_any()
}

/// A chart by itself, for frames on other sites.
#[component]
pub fn IncentiveFramed() -> impl IntoView {
    let pay = PayView::new(use_app());
    let cannot_be = memo(move || pay.cannot_be());
    let made = |pay| match use_app().scenario.with_untracked(Scenario::framed_chart) {
        Some(Chart::Payment(PaymentChart::UptakeFifths)) => view! { <UptakeFigure pay/> }.into_any(),
        _ => view! { <CurveFigure pay/> }.into_any(),
    };
    view! { <Framed>{answered(move |_| where_it_can_be(pay, cannot_be, made))}</Framed> }
}

fn results(pay: PayView) -> AnyView {
    view! {
        <div class="results">
            {deferred(move || view! { <CurveFigure pay/> }.into_any())}
            <div class="further">
                {further(words::SIDE_BY_SIDE, Heading::Second, move || view! { <SideBySide pay/> }.into_any())}
                {further(words::UPTAKE_IN_FIFTHS, Heading::Second, move || view! { <UptakeFigure pay/> }.into_any())}
                {further(words::SIDES, Heading::Second, || view! { <Sides/> }.into_any())}
                {further(words::REGISTER, Heading::Second, move || view! { <Register pay/> }.into_any())}
                {further(words::LIMITS, Heading::Second, || view! { <Limits/> }.into_any())}
                {deferred(|| view! { <AllDownloads of=View::Incentive/> }.into_any())}
            </div>
        </div>
    }
    .into_any()
}

/// In place of the answer where the numbers cannot all be true.
#[component]
fn CannotBe() -> impl IntoView {
    let app = use_app();
    let message = text(move || app.scenario.with(words::cannot_be));
    let go_back = move |_| app.choose(|scenario| scenario.incentive = Default::default());
    view! {
        <section class="answer">
            <div class="govuk-error-summary" role="alert" data-testid="cannot-be">
                <h2 class="govuk-error-summary__title">{words::CANNOT_BE}</h2>
                <p class="govuk-body">{message}</p>
                <button type="button" class="govuk-button govuk-button--secondary" on:click=go_back>
                    {words::BACK_TO_START}
                </button>
            </div>
        </section>
    }
}
