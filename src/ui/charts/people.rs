//! A hundred people, some of them reached.

use leptos::prelude::*;

use super::crowd::{Crowd, Guessing};
use super::{Figure, Key, KeyMark, Numbers};
use crate::chart::TargetChart;
use crate::chart::people::of_a_hundred;
use crate::ui::reactive::{flag, text};
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
            <Key marks=vec![(KeyMark::Reached, missed::REACHED.into()), (KeyMark::Missed, missed::MISSED.into())]/>
            <Crowd label=caption inside=reached(answer)/>
        </Figure>
    }
}

/// The same without its numbers, which [`PeopleNumbers`] has elsewhere: so that it stands in one sight with the slider. While a
/// guess is asked for the people show that.
#[component]
pub fn PeopleAtOnce(
    /// The answer to show.
    answer: AnswerView,
    /// What is asked first, where anything is.
    #[prop(optional)]
    guessing: Option<Guessing>,
) -> impl IntoView {
    let asked = move || guessing.filter(|guessing| guessing.is_on.get());
    let is_asked = flag(move || asked().is_some());
    let said = caption_of(answer);
    let caption = text(move || asked().map_or_else(|| said.get(), |guessing| guessing.question.get()));
    let reached = reached(answer);
    let inside = Signal::derive(move || asked().map_or_else(|| reached.get(), |guessing| guessing.guess.get()));
    let mark = move |asked: &'static str, said: &'static str| {
        text(move || if is_asked.get() { asked } else { said }.to_owned())
    };
    let marks = vec![
        (KeyMark::Reached, mark(missed::INSIDE, missed::REACHED_IN_SHORT)),
        (KeyMark::Missed, mark(missed::OUTSIDE, missed::MISSED_IN_SHORT)),
    ];
    view! {
        <figure class="figure figure--at-once">
            <figcaption class="figure__caption">
                <h2 class="govuk-heading-m">{caption}</h2>
            </figcaption>
            <Key marks/>
            <Crowd label=caption inside guessing/>
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
            headings: answer.list(|answer| missed::people_headings(&answer.scenario)),
            rows: answer.list(|answer| missed::people_rows(&answer.missed)),
        }
    }
}

fn caption_of(answer: AnswerView) -> Signal<String> {
    answer.text(|answer| missed::people_caption(&answer.scenario, &answer.missed))
}

/// How many of the hundred are reached.
fn reached(answer: AnswerView) -> Signal<Option<usize>> {
    answer.part(|answer| Some(of_a_hundred(answer.missed.target.measures.coverage)))
}
