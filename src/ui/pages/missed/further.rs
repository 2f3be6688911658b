//! What follows the first answer: it comes as a part, when that is there.

use leptos::prelude::*;

use crate::data::RankBy;
use crate::scenario::{View, Within};
use crate::ui::charts::{ConcentrationFigure, PeopleNumbers, QuintileFigure};
use crate::ui::controls::{Folded, OnPaper, is_own};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::exhibits::{HowBig, Measures, PerfectMap, TwoMeanings};
use crate::ui::layout::{ComparisonHook, answered_below};
use crate::ui::ports::Further;
use crate::ui::reactive::{memo, part};
use crate::ui::state::use_app;
use crate::ui::view_models::AnswerView;
use crate::words::{measures, missed};

/// The curve, the two meanings of a target, and what there is to open.
#[component]
pub fn MissedFurther() -> impl IntoView {
    let app = use_app();
    // In the order of need already there is no better map to show, and a table without deprivation has no other order.
    let has_one_order =
        memo(move || app.scenario.with(|scenario| scenario.uses_own() && scenario.rank == RankBy::Need));
    let has_own = is_own(app);
    answered_below(move |answer| {
        let answer = AnswerView::new(use_app().shown, answer);
        view! {
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
                        {opened(missed::FIFTHS, move || view! { <QuintileFigure answer/> }.into_any())}
                        {opened(missed::HOW_BIG, move || view! { <HowBig answer/> }.into_any())}
                        // It asks for further figures, for which no printer waits.
                        {part(move || match has_one_order.get() {
                            true => ().into_any(),
                            false => view! {
                                <Folded
                                    text=missed::PERFECT_MAP
                                    inside=Box::new(move || view! { <PerfectMap answer/> }.into_any())
                                />
                            }
                            .into_any(),
                        })}
                        {opened(measures::HEADING, move || view! { <Measures answer/> }.into_any())}
                        {part(move || match has_own.get() {
                            true => ().into_any(),
                            false => view! { <Rural/> }.into_any(),
                        })}
                        <AllDownloads of=View::Missed/>
                    </div>
                    <ComparisonHook/>
                }
                .into_any()
            })}
        }
        .into_any()
    })
}

/// Something that holds the argument: closed on a screen at first, open on paper.
fn opened(text: &'static str, inside: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    view! { <Folded text on_paper=OnPaper::Open inside=Box::new(inside)/> }.into_any()
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
