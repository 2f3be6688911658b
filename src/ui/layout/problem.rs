//! What a person sees in place of an answer, and the ways on from there.

use leptos::prelude::*;

use crate::data::{NeedMeasure, PopulationError, RankBy};
use crate::model::CurveError;
use crate::results::MissError;
use crate::scenario::{CutKind, Lock, OwnUnits, Scenario, View};
use crate::ui::curve::Problem;
use crate::ui::figures::FetchProblem;
use crate::ui::links::ViewLink;
use crate::ui::reactive::{flag, memo, text};
use crate::ui::state::{AnswerState, use_app};
use crate::words::{common, notice, own_units, report};

/// Says why there is no answer.
#[component]
pub fn ProblemView() -> impl IntoView {
    let app = use_app();
    let message = text(move || match app.shown.get() {
        AnswerState::Waiting | AnswerState::Answer(_) => String::new(),
        AnswerState::Problem(problem) => app.scenario.with(|scenario| message_of(problem, scenario)),
    });
    let cannot_retry = flag(move || !matches!(app.shown.get(), AnswerState::Problem(Problem::Fetch(_))));
    // What would change something that is locked is no way on.
    let way_on = memo(move || match app.shown.get() {
        AnswerState::Problem(Problem::Population(PopulationError::NoSuchNeed)) => {
            (common::show_everywhere(), Lock::Need)
        }
        AnswerState::Problem(Problem::Curve(CurveError::NoNationalPosition)) => {
            (common::COMPARE_LOCALLY.to_owned(), Lock::Cut)
        }
        AnswerState::Problem(Problem::NoTable) => (own_units::WITHOUT.to_owned(), Lock::More),
        AnswerState::Problem(Problem::NoOrder) => (own_units::BY_NEED.to_owned(), Lock::More),
        _ => (common::START_AGAIN.to_owned(), Lock::Place),
    });
    let is_locked = flag(move || app.scenario.with(|scenario| scenario.lock.has(way_on.get().1)));
    let is_there = flag(move || {
        let is_missing = matches!(app.shown.get(), AnswerState::Problem(Problem::NoTable));
        !is_missing || app.scenario.with(|scenario| scenario.embed || scenario.view == View::Areas)
    });
    let go_on = move |_| {
        let shown = app.shown.get_untracked();
        app.choose(|scenario| match shown {
            AnswerState::Problem(Problem::Population(PopulationError::NoSuchNeed)) => {
                scenario.need = NeedMeasure::EVERYWHERE
            }
            AnswerState::Problem(Problem::Curve(CurveError::NoNationalPosition)) => scenario.cut = CutKind::Local,
            AnswerState::Problem(Problem::NoTable) => scenario.own = OwnUnits::default(),
            AnswerState::Problem(Problem::NoOrder) => scenario.rank = RankBy::Need,
            _ => {
                let Scenario { embed, lock, theme, present, .. } = *scenario;
                *scenario = Scenario { embed, lock, theme, present, ..Scenario::default() };
            }
        });
    };
    view! {
        <section class="answer">
            <div class="govuk-error-summary" role="alert" data-testid="problem">
                <h2 class="govuk-error-summary__title">{common::PROBLEM}</h2>
                <p class="govuk-body">{message}</p>
                <p>
                    <button type="button" class="govuk-button" hidden=cannot_retry on:click=move |_| app.try_again()>
                        {common::TRY_AGAIN}
                    </button>
                    <button
                        type="button"
                        class="govuk-button govuk-button--secondary"
                        hidden=is_locked
                        on:click=go_on
                    >
                        {move || way_on.get().0}
                    </button>
                </p>
                <p hidden=is_there>
                    <ViewLink to=View::Areas text=own_units::ADD class="govuk-button"/>
                </p>
            </div>
        </section>
    }
}

/// Says why figures are not there, and asks for them again when wanted.
#[component]
pub fn NoFigures(
    /// Why.
    message: Signal<String>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <div class="govuk-error-summary" role="alert" data-testid="problem">
            <h2 class="govuk-error-summary__title">{common::PROBLEM}</h2>
            <p class="govuk-body">{message}</p>
            <p>
                <button type="button" class="govuk-button" on:click=move |_| app.try_again()>
                    {common::TRY_AGAIN}
                </button>
            </p>
        </div>
    }
}

/// Why there is no answer, in words.
pub fn message_of(problem: Problem, scenario: &Scenario) -> String {
    match problem {
        Problem::Fetch(FetchProblem::NotFetched) => notice::NOT_FETCHED.to_owned(),
        Problem::Fetch(FetchProblem::Damaged) => notice::DAMAGED.to_owned(),
        Problem::Population(error) => report::no_population(scenario, error),
        Problem::Curve(error) => report::no_curve(MissError::Curve(error)).to_owned(),
        Problem::NoTable => own_units::not_here(&scenario.own),
        Problem::NoOrder => own_units::NO_ORDER.to_owned(),
        Problem::Impossible => notice::NO_ANSWER.to_owned(),
    }
}
