//! How a page is laid out: its question, its columns, where its answer belongs.

mod answered;
mod comparison;
mod framed;
mod problem;

pub use answered::{Standing, answered, answered_below, awaited, place_of_answer, standing, standing_below};
pub use comparison::ComparisonHook;
pub use framed::Framed;
pub use problem::{NoFigures, ProblemView, message_of};

use leptos::prelude::*;

use crate::scenario::View;
use crate::ui::controls::{FoldedOnPhone, FoldedOnScreen, Heading, TargetControls};
use crate::ui::deferred::deferred;
use crate::ui::reactive::{list_items, text};
use crate::ui::state::use_app;
use crate::words::{Block, Section, common};

/// The question of a page as its heading. In the preview on another page it is no heading of that page.
#[component]
pub fn Question(
    /// The page.
    of: View,
) -> impl IntoView {
    let text = common::heading(of);
    if use_app().scenario.with_untracked(|scenario| scenario.view == View::Site) {
        view! { <p class="govuk-heading-xl">{text}</p> }.into_any()
    } else {
        view! { <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{text}</h1> }.into_any()
    }
}

/// The number that a page comes to, the largest thing on it.
#[component]
pub fn BigNumber(
    /// Its id, where it can be given the focus.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Stands before it where it is an estimate.
    about: Signal<String>,
    /// The number.
    big: Signal<String>,
    /// What it is, beside it.
    meaning: Signal<String>,
) -> impl IntoView {
    view! {
        <p class="big" data-testid="big-number" id=id>
            <span class="big__about">{about}</span>
            <strong class="big__number">{big}</strong>
            <span class="big__meaning">{meaning}</span>
        </p>
    }
}

/// Choices beside their results, which are dimmed while new ones are on their way.
#[component]
pub fn Columns(
    /// Whether they are.
    #[prop(into)]
    is_busy: Memo<bool>,
    /// A class of its own.
    #[prop(optional)]
    class: &'static str,
    /// Choices and results.
    children: Children,
) -> impl IntoView {
    let busy = text(move || is_busy.get().to_string());
    view! {
        <div class=class class:columns=true class:columns--busy=is_busy aria-busy=busy>
            {children()}
        </div>
    }
}

/// The settings of a view and those of its target, beside its answer and its results. On a phone they stand between the two, where
/// `opens` opens them, and in the code everywhere.
pub fn settings_beside(opens: &'static str, answer: AnyView, settings: AnyView, results: AnyView) -> AnyView {
    view! {
        <Columns is_busy=use_app().is_busy>
            {answer}
            <div class="side">
                <FoldedOnPhone text=opens>
                    {settings}
                    {deferred(|| view! { <TargetControls/> }.into_any())}
                </FoldedOnPhone>
            </div>
            {results}
        </Columns>
    }
    .into_any()
}

/// A further part of a page: built after what comes before it, closed at first, open on paper.
pub fn further(
    text: impl Into<Signal<String>> + 'static,
    heading: Heading,
    inside: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let text = text.into();
    deferred(move || {
        let inside = inside();
        view! { <FoldedOnScreen text heading>{inside}</FoldedOnScreen> }.into_any()
    })
}

/// Sections of running text, each to open.
#[component]
pub fn Sections(
    /// The sections.
    sections: Vec<Section>,
) -> impl IntoView {
    let block = |block: Block| match block {
        Block::Text(text) => view! { <p class="govuk-body">{text}</p> }.into_any(),
        Block::List(items) => view! { <ul class="govuk-list govuk-list--bullet">{list_items(items)}</ul> }.into_any(),
        Block::Link(text, address) => view! {
            <p class="govuk-body">
                <a class="govuk-link" href=address rel="external">{text}</a>
            </p>
        }
        .into_any(),
    };
    sections
        .into_iter()
        .map(|section| {
            view! {
                <FoldedOnScreen text=section.heading heading=Heading::Second id=section.id>
                    {section.blocks.into_iter().map(block).collect_view()}
                </FoldedOnScreen>
            }
        })
        .collect_view()
}
