//! Examples to start from.

use leptos::prelude::*;

use crate::ui::reactive::text;

/// Examples, one click each, with the story of the one in use.
#[component]
pub fn Starts(
    /// What is asked.
    heading: &'static str,
    /// The examples.
    names: Vec<&'static str>,
    /// Position of the one in use.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    /// Called with the position of the new choice.
    #[prop(into)]
    on_choose: Callback<usize>,
    /// The story of the one in use.
    story: Signal<String>,
    /// What its figures stand for.
    #[prop(optional)]
    notes: Option<Signal<String>>,
) -> impl IntoView {
    let button = move |(at, name): (usize, &'static str)| {
        let pressed = text(move || (chosen.get() == Some(at)).to_string());
        view! {
            <li>
                <button type="button" class="start__button" aria-pressed=pressed on:click=move |_| on_choose.run(at)>
                    {name}
                </button>
            </li>
        }
    };
    view! {
        <section class="start" aria-labelledby="start-heading">
            <h2 class="govuk-heading-s" id="start-heading">{heading}</h2>
            <ul class="start__list">{names.into_iter().enumerate().map(button).collect_view()}</ul>
            <p class="start__story" role="status">{story}</p>
            {notes.map(|notes| view! { <p class="start__notes">{notes}</p> })}
        </section>
    }
}
