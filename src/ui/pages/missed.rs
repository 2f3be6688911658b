//! The view `missed`: if we target the most deprived areas, who gets missed?

use leptos::prelude::*;

use crate::scenario::{View, Within};
use crate::ui::charts::{ConcentrationFigure, PeopleAtOnce, PeopleNumbers};
use crate::ui::controls::{Folded, SliderAndChoices, Where};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::exhibits::{AnswerInWords, AnswerNumber, TwoMeanings};
use crate::ui::layout::{Columns, ComparisonHook, Question, answered, answered_below};
use crate::ui::ports::Further;
use crate::ui::reactive::{memo, part};
use crate::ui::state::use_app;
use crate::ui::view_models::AnswerView;
use crate::words::{measures, missed};

/// The page.
#[component]
pub fn MissedPage() -> impl IntoView {
    view! {
        <Question of=View::Missed/>
        <p class="lead lead--wide">{missed::LEAD}</p>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// On a phone in this order: place, answer, slider, choices, results. The first three are one sight, in which nothing above the
/// slider changes its height while it moves.
#[component]
fn Body() -> impl IntoView {
    let app = use_app();
    let at_once = answered(|answer| {
        let answer = AnswerView::new(use_app().shown, answer);
        view! {
            <div class="at-once">
                <AnswerNumber answer/>
                <PeopleAtOnce answer/>
            </div>
        }
        .into_any()
    });
    let results = answered_below(|answer| {
        let answer = AnswerView::new(use_app().shown, answer);
        view! {
            <div class="results">
                <AnswerInWords answer/>
                {deferred(move || {
                    view! {
                        <ConcentrationFigure answer/>
                        <TwoMeanings answer is_folded=true/>
                    }
                    .into_any()
                })}
                {deferred(move || {
                    view! {
                        <div class="further">
                            <PeopleNumbers answer/>
                            <Opened text=missed::FIFTHS what=Further::Fifths/>
                            <Opened text=missed::HOW_BIG what=Further::HowBig/>
                            <Opened text=missed::PERFECT_MAP what=Further::PerfectMap/>
                            <Opened text=measures::HEADING what=Further::Measures/>
                            <Rural/>
                            <AllDownloads of=View::Missed/>
                        </div>
                        <ComparisonHook/>
                    }
                    .into_any()
                })}
            </div>
        }
        .into_any()
    });
    view! {
        <Columns is_busy=app.is_busy class="columns--first">
            <div class="where">
                <Where/>
            </div>
            {at_once}
            <SliderAndChoices/>
            {results}
        </Columns>
    }
}

/// Something further, which comes when it is opened.
#[component]
fn Opened(
    /// What opens it.
    text: &'static str,
    /// What it is.
    what: Further,
) -> impl IntoView {
    let further = use_app().ports.further;
    view! { <Folded text inside=Box::new(move || further(what))/> }
}

/// Rural and urban areas: closed at first, and open where the link says so. What is inside is fetched when it is opened.
#[component]
fn Rural() -> impl IntoView {
    let app = use_app();
    let is_open = memo(move || app.scenario.with(|scenario| scenario.within == Within::Rural));
    let inside = part(move || if is_open.get() { (app.ports.further)(Further::Rural) } else { ().into_any() });
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
        <details class="govuk-details rural-part" open=is_open on:toggle=toggled>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{missed::RURAL}</span>
            </summary>
            {inside}
        </details>
    }
}
