//! A hundred people, some of them reached.

use leptos::html::Div;
use leptos::prelude::*;

use super::figure::{Figure, observed_width};
use crate::chart::people::{PEOPLE, PeoplePicture, of_a_hundred};
use crate::ui::pages::AnswerView;
use crate::words::missed;

/// The picture of a hundred people in need.
#[component]
pub fn PeopleFigure(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let width = observed_width(frame);
    let picture = Memo::new(move |_| PeoplePicture::new(width.get()));
    let reached = answer.memo(|answer| of_a_hundred(answer.missed.target.measures.coverage));
    let caption = answer
        .text(|answer| missed::people_caption(&answer.scenario, of_a_hundred(answer.missed.target.measures.coverage)));
    let headings = answer.list(|answer| missed::people_headings(answer.scenario.need));
    let rows = answer.list(|answer| missed::people_rows(&answer.missed));
    view! {
        <Figure caption headings rows>
            <p class="key" aria-hidden="true">
                <span class="key__reached"></span>
                {missed::REACHED}
                <span class="key__missed"></span>
                {missed::MISSED}
            </p>
            <div class="figure__frame" node_ref=frame>
                <svg
                    class="people"
                    role="img"
                    aria-label=caption
                    width=move || picture.with(|picture| picture.width)
                    height=move || picture.with(|picture| picture.height)
                >
                    <path class="people__reached" d=move || picture.with(|picture| picture.path(0, reached.get()))></path>
                    <path class="people__missed" d=move || picture.with(|picture| picture.path(reached.get(), PEOPLE))></path>
                </svg>
            </div>
        </Figure>
    }
}
