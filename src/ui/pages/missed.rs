//! The view `missed`: if we target the most deprived areas, who gets missed?

use leptos::prelude::*;

use crate::scenario::View;
use crate::ui::charts::{ConcentrationFigure, PeopleFigure, QuintileFigure};
use crate::ui::controls::TargetControls;
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::exhibits::{Headline, HowBig, Measures, PerfectMap, TwoMeanings};
use crate::ui::layout::{Columns, ComparisonHook, Question, answered};
use crate::ui::state::use_app;
use crate::ui::view_models::AnswerView;
use crate::words::missed;

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
