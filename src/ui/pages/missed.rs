//! The view `missed`: if we target the most deprived areas, who gets missed?

use leptos::prelude::*;

use crate::scenario::{View, Within};
use crate::ui::charts::{ConcentrationFigure, PeopleFigure, QuintileFigure};
use crate::ui::controls::TargetControls;
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::exhibits::{Headline, HowBig, Measures, PerfectMap, TwoMeanings};
use crate::ui::layout::{Columns, ComparisonHook, Question, answered};
use crate::ui::reactive::{memo, part};
use crate::ui::state::use_app;
use crate::ui::view_models::AnswerView;
use crate::words::missed::{self, RURAL};

/// The page.
#[component]
pub fn MissedPage() -> impl IntoView {
    view! {
        <Question of=View::Missed/>
        <p class="lead">{missed::LEAD}</p>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// Choices and results.
#[component]
fn Body() -> impl IntoView {
    let app = use_app();
    let results = answered(|answer| {
        let answer = AnswerView::new(use_app().shown, answer);
        view! {
            <Headline answer/>
            <div class="results">
                {deferred(move || {
                    view! {
                        <PeopleFigure answer/>
                        <ConcentrationFigure answer/>
                    }
                    .into_any()
                })}
                {deferred(move || {
                    view! {
                        <TwoMeanings answer/>
                        <QuintileFigure answer/>
                    }
                    .into_any()
                })}
                {deferred(move || {
                    view! {
                        <HowBig answer/>
                        <PerfectMap answer/>
                        <Measures answer/>
                        <Rural/>
                        <ComparisonHook/>
                        <AllDownloads of=View::Missed/>
                    }
                    .into_any()
                })}
            </div>
        }
        .into_any()
    });
    view! {
        <Columns is_busy=app.is_busy>
            <TargetControls/>
            {results}
        </Columns>
    }
}

/// Rural and urban areas: closed at first, and open where the link says so. What is inside is fetched when it is opened.
#[component]
fn Rural() -> impl IntoView {
    let app = use_app();
    let is_open = memo(move || app.scenario.with(|scenario| scenario.within == Within::Rural));
    let inside = part(move || if is_open.get() { (app.ports.rural)() } else { ().into_any() });
    let toggled = move |event| {
        let within = match event_target::<web_sys::Element>(&event).has_attribute("open") {
            true => Within::Rural,
            false => Within::England,
        };
        if app.scenario.with_untracked(|scenario| scenario.within != within) {
            app.slide(|scenario| scenario.within = within);
        }
    };
    view! {
        <details class="govuk-details" open=is_open on:toggle=toggled>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{RURAL}</span>
            </summary>
            {inside}
        </details>
    }
}
