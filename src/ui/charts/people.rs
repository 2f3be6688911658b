//! A hundred people, some of them reached.

use leptos::prelude::*;

use super::{Figure, Key, KeyMark, Numbers, Picture};
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
    let Words { caption, headings, rows } = Words::new(answer);
    view! {
        <Figure chart=TargetChart::People caption headings rows>
            <People answer caption/>
        </Figure>
    }
}

/// The same without its numbers, which [`PeopleNumbers`] has elsewhere: so that it stands in one sight with the slider.
#[component]
pub fn PeopleAtOnce(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let caption = caption_of(answer);
    view! {
        <figure class="figure figure--at-once">
            <figcaption class="figure__caption">
                <h2 class="govuk-heading-m">{caption}</h2>
            </figcaption>
            <People answer caption/>
        </figure>
    }
}

/// The numbers of the hundred people and their files, to open.
#[component]
pub fn PeopleNumbers(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let Words { caption, headings, rows } = Words::new(answer);
    view! { <Numbers chart=TargetChart::People text=missed::NUMBERS_OF_PEOPLE caption headings rows/> }
}

struct Words {
    caption: Signal<String>,
    headings: Signal<Vec<String>>,
    rows: Signal<Vec<Vec<String>>>,
}

impl Words {
    fn new(answer: AnswerView) -> Self {
        Self {
            caption: caption_of(answer),
            headings: answer.list(|answer| missed::people_headings(answer.scenario.need)),
            rows: answer.list(|answer| missed::people_rows(&answer.missed)),
        }
    }
}

fn caption_of(answer: AnswerView) -> Signal<String> {
    answer.text(|answer| missed::people_caption(&answer.scenario, &answer.missed))
}

/// The people and the key to them.
#[component]
fn People(
    /// The answer to show.
    answer: AnswerView,
    /// What they show.
    caption: Signal<String>,
) -> impl IntoView {
    fn reached(answer: &Answer) -> usize {
        of_a_hundred(answer.missed.target.measures.coverage)
    }
    let reached_now = answer.part(reached);
    let draw = move |width: f64| PeoplePicture::new(width).scene(reached_now.get());
    view! {
        <Key marks=vec![(KeyMark::Reached, missed::REACHED.into()), (KeyMark::Missed, missed::MISSED.into())]/>
        <Picture label=caption draw=Callback::new(draw)/>
    }
}
