//! The view `missed`: if we target the most deprived areas, who gets missed?

use leptos::prelude::*;

use super::missed_controls::Controls;
use super::missed_tables::{HowBig, Measures, PerfectMap, TwoMeanings};
use super::{AnswerView, Columns, ComparisonHook, Question, answered};
use crate::scenario::View;
use crate::ui::charts::{ConcentrationFigure, PeopleFigure, QuintileFigure};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::reactive::text;
use crate::ui::state::use_app;
use crate::words::data;
use crate::words::{common, missed, place};

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
                        <ComparisonHook/>
                        <AllDownloads/>
                    }
                    .into_any()
                })}
            </div>
        }
        .into_any()
    });
    view! {
        <Columns is_busy=app.is_busy>
            <Controls/>
            {results}
        </Columns>
    }
}

/// One number, one sentence.
#[component]
pub fn Headline(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let place = answer.text(|answer| place::name(&answer.scenario.place, &answer.authorities));
    let place = use_app().place_shown(place);
    let big = answer.text(|answer| missed::big_number(&answer.missed));
    let about = answer.text(|answer| missed::big_number_about(&answer.missed));
    let meaning = answer.text(|answer| missed::big_number_meaning(&answer.scenario));
    let headline = answer.text(|answer| missed::headline(&answer.scenario, &answer.missed));
    let detail = answer.text(|answer| missed::detail(&answer.scenario, &answer.missed));
    let figures = answer.text(|answer| missed::figures_in_use(&answer.scenario, &answer.missed));
    let app = use_app();
    let figures = text(move || {
        let edition = app.scenario.with(|scenario| scenario.data);
        let has_other_file = app.own_files.of(edition).is_some() && app.own_file().is_none();
        figures.with(|said| data::with_another_file(said, has_other_file))
    });
    view! {
        <p class="big" data-testid="big-number">
            <span class="big__about">{about}</span>
            <strong class="big__number">{big}</strong>
            <span class="big__meaning">{meaning}</span>
        </p>
        <section class="answer" aria-label=common::ANSWER>
            <h2 class="answer__place">{place}</h2>
            <p class="answer__headline" data-testid="headline">{headline}</p>
            <p class="answer__detail">{detail}</p>
            <p class="answer__figures" data-testid="figures">
                {figures}
            </p>
        </section>
    }
}
