//! What a page shows where its answer belongs: the answer, that it is on its way, or what to do without one.

use std::sync::Arc;

use leptos::prelude::*;

use super::problem::ProblemView;
use crate::ui::deferred::in_turn;
use crate::ui::reactive::{memo, part};
use crate::ui::state::{Answer, AnswerState, use_app};
use crate::words::common;

/// How an answer stands: the kinds alone, so that an answer that changes does not build the page anew.
#[derive(Clone, Copy, PartialEq)]
pub enum Standing {
    /// It is on its way.
    Waiting,
    /// It is there.
    Here,
    /// There is none.
    Problem,
}

/// What `here` makes of an answer once there is one, which follows the answers after that by itself; `problem` says what to do
/// without one.
pub fn standing(
    stands: Memo<Standing>,
    here: impl Fn() -> AnyView + Send + 'static,
    problem: impl Fn() -> AnyView + Send + 'static,
) -> impl Fn() -> AnyView + Send {
    by_standing(stands, [Box::new(awaited), Box::new(here), Box::new(problem)])
}

/// The same for what stands below the answer: nothing until there is one.
pub fn standing_below(
    stands: Memo<Standing>,
    here: impl Fn() -> AnyView + Send + 'static,
) -> impl Fn() -> AnyView + Send {
    by_standing(stands, [Box::new(|| ().into_any()), Box::new(here), Box::new(|| ().into_any())])
}

type Make = Box<dyn Fn() -> AnyView + Send>;

/// What is made while an answer is on its way, of the answer, and without one.
fn by_standing(stands: Memo<Standing>, [waiting, here, problem]: [Make; 3]) -> impl Fn() -> AnyView + Send {
    let make = StoredValue::new_local((waiting, here, problem));
    move || {
        part(move || {
            make.with_value(|(waiting, here, problem)| match stands.get() {
                Standing::Waiting => waiting(),
                Standing::Here => here(),
                Standing::Problem => problem(),
            })
        })
        .into_any()
    }
}

/// What `build` makes of the first answer to a target.
pub fn answered(build: impl Fn(Arc<Answer>) -> AnyView + Copy + Send + 'static) -> impl IntoView {
    in_turn(place_of_answer, standing(stands(), first(build), || view! { <ProblemView/> }.into_any()))
}

/// The same for what stands below it.
pub fn answered_below(build: impl Fn(Arc<Answer>) -> AnyView + Copy + Send + 'static) -> impl IntoView {
    in_turn(|| ().into_any(), standing_below(stands(), first(build)))
}

fn stands() -> Memo<Standing> {
    let app = use_app();
    memo(move || {
        app.shown.with(|shown| match shown {
            AnswerState::Waiting => Standing::Waiting,
            AnswerState::Answer(_) => Standing::Here,
            AnswerState::Problem(_) => Standing::Problem,
        })
    })
}

/// What is made of the answer there is.
fn first(build: impl Fn(Arc<Answer>) -> AnyView + Copy + Send + 'static) -> impl Fn() -> AnyView + Send + 'static {
    let app = use_app();
    move || match app.shown.get_untracked() {
        AnswerState::Answer(answer) => build(answer),
        AnswerState::Waiting | AnswerState::Problem(_) => ().into_any(),
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
