//! A hundred people, some of them reached.

use leptos::html::Div;
use leptos::prelude::*;

use super::drawing::Drawing;
use super::figure::{Figure, observed_width};
use crate::chart::Chart;
use crate::chart::people::{PeoplePicture, of_a_hundred};
use crate::ui::reactive::memo;
use crate::ui::state::Answer;
use crate::ui::view_models::AnswerView;
use crate::words::missed;

/// The picture of a hundred people in need.
#[component]
pub fn PeopleFigure(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    fn reached(answer: &Answer) -> usize {
        of_a_hundred(answer.missed.target.measures.coverage)
    }
    let frame = NodeRef::<Div>::new();
    let width = observed_width(frame);
    let reached_now = answer.part(reached);
    let scene = memo(move || PeoplePicture::new(width.get()).scene(reached_now.get()));
    let caption = answer.text(|answer| missed::people_caption(&answer.scenario, &answer.missed));
    let headings = answer.list(|answer| missed::people_headings(answer.scenario.need));
    let rows = answer.list(|answer| missed::people_rows(&answer.missed));
    view! {
        <Figure chart=Chart::People caption headings rows>
            <p class="key" aria-hidden="true">
                <span class="key__item key__reached">{missed::REACHED}</span>
                <span class="key__item key__missed">{missed::MISSED}</span>
            </p>
            <div class="figure__frame" node_ref=frame>
                <Drawing label=caption layers=vec![scene]/>
            </div>
        </Figure>
    }
}
