//! A hundred people, some of them reached.

use leptos::prelude::*;

use super::{Figure, Key, KeyMark, Picture};
use crate::chart::TargetChart;
use crate::chart::people::{PeoplePicture, of_a_hundred};
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
    let reached_now = answer.part(reached);
    let draw = move |width: f64| PeoplePicture::new(width).scene(reached_now.get());
    let caption = answer.text(|answer| missed::people_caption(&answer.scenario, &answer.missed));
    let headings = answer.list(|answer| missed::people_headings(answer.scenario.need));
    let rows = answer.list(|answer| missed::people_rows(&answer.missed));
    view! {
        <Figure chart=TargetChart::People caption headings rows>
            <Key marks=vec![(KeyMark::Reached, missed::REACHED.into()), (KeyMark::Missed, missed::MISSED.into())]/>
            <Picture label=caption draw=Callback::new(draw)/>
        </Figure>
    }
}
