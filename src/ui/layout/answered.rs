//! What a page shows where its answer belongs: the answer, that it is on its way, or what to do without one.

use std::sync::Arc;

use leptos::prelude::*;

use super::problem::ProblemView;
use crate::ui::deferred::in_turn;
use crate::ui::reactive::{memo, part};
use crate::ui::state::{Answer, AnswerState, use_app};
use crate::words::common;

/// The kinds of what is shown, so that an answer that changes does not build the page anew.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Waiting,
    Answer,
    Problem,
}

/// What `build` makes of the first answer, once there is one; it follows the answers after that by itself.
pub fn answered(build: impl Fn(Arc<Answer>) -> AnyView + Copy + Send + 'static) -> impl IntoView {
    let without = |kind| match kind {
        Kind::Problem => view! { <ProblemView/> }.into_any(),
        Kind::Waiting | Kind::Answer => awaited(),
    };
    in_turn(place_of_answer, following(build, without))
}

/// The same for what stands below the answer: nothing until there is one.
pub fn answered_below(build: impl Fn(Arc<Answer>) -> AnyView + Copy + Send + 'static) -> impl IntoView {
    in_turn(|| ().into_any(), following(build, |_| ().into_any()))
}

/// What is shown of an answer, and without one.
fn following(
    build: impl Fn(Arc<Answer>) -> AnyView + Copy + Send + 'static,
    without: fn(Kind) -> AnyView,
) -> impl Fn() -> AnyView + Send + 'static {
    let app = use_app();
    let kind = memo(move || {
        app.shown.with(|shown| match shown {
            AnswerState::Waiting => Kind::Waiting,
            AnswerState::Answer(_) => Kind::Answer,
            AnswerState::Problem(_) => Kind::Problem,
        })
    });
    move || {
        part(move || match (kind.get(), app.shown.get_untracked()) {
            (Kind::Answer, AnswerState::Answer(answer)) => build(answer),
            (kind, _) => without(kind),
        })
        .into_any()
    }
}

/// Keeps the place of an answer until it is its turn.
pub fn place_of_answer() -> AnyView {
    view! { <div class="answer answer--awaited"></div> }.into_any()
}

/// What stands where the answer belongs until its figures are there.
pub fn awaited() -> AnyView {
    view! { <p class="govuk-body answer answer--awaited" role="status">{common::LOADING}</p> }.into_any()
}
