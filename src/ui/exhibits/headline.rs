//! What a target comes to, in a number and a sentence.

use leptos::prelude::*;

use crate::ui::layout::BigNumber;
use crate::ui::reactive::text;
use crate::ui::state::use_app;
use crate::ui::view_models::AnswerView;
use crate::words::{common, data, missed, place};

/// One number, one sentence.
#[component]
pub fn Headline(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    view! {
        <AnswerNumber answer/>
        <AnswerInWords answer/>
    }
}

/// Id of the number.
pub const ANSWER_NUMBER: &str = "answer-number";

/// The share of people in need whom the target misses.
#[component]
pub fn AnswerNumber(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let big = answer.text(|answer| missed::big_number(&answer.missed));
    let about = answer.text(|answer| missed::big_number_about(&answer.missed));
    let meaning = answer.text(|answer| missed::big_number_meaning(&answer.scenario));
    view! { <BigNumber id=ANSWER_NUMBER about big meaning/> }
}

/// The place, and what the target comes to in words.
#[component]
pub fn AnswerInWords(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let place = answer.text(|answer| place::of(&answer.scenario, &answer.places));
    let place = use_app().place_shown(place);
    let headline = answer.text(|answer| missed::headline(&answer.scenario, &answer.missed));
    let detail = answer.text(|answer| missed::detail(&answer.scenario, &answer.missed));
    let figures = answer.text(|answer| missed::figures_in_use(&answer.scenario, &answer.missed));
    let app = use_app();
    let figures = text(move || {
        let (place, edition) = app.scenario.with(|scenario| (scenario.place.clone(), scenario.data));
        let has_other_file = app.own_files.has_added(edition) && app.own_file().is_none();
        let not_used = has_other_file.then(|| data::not_used(&place.extent(edition, &app.places())));
        figures.with(|said| data::with_another_file(said, not_used))
    });
    view! {
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
