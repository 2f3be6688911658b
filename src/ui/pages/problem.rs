//! What a person sees in place of an answer, and the ways on from there.

use leptos::prelude::*;

use crate::data::{NeedMeasure, PopulationError};
use crate::model::CurveError;
use crate::results::MissError;
use crate::scenario::{CutKind, Scenario};
use crate::ui::figures::FetchProblem;
use crate::ui::reactive::{flag, text};
use crate::ui::state::{Problem, Shown, use_app};
use crate::words::{common, notice, report};

/// Says why there is no answer.
#[component]
pub fn ProblemView() -> impl IntoView {
    let app = use_app();
    let message = text(move || match app.shown.get() {
        Shown::Waiting | Shown::Answer(_) => String::new(),
        Shown::Problem(problem) => app.scenario.with(|scenario| message_of(problem, scenario)),
    });
    let cannot_retry = flag(move || !matches!(app.shown.get(), Shown::Problem(Problem::Fetch(_))));
    let way_on = text(move || {
        match app.shown.get() {
            Shown::Problem(Problem::Population(PopulationError::NoSuchNeed)) => common::SHOW_LOW_INCOME,
            Shown::Problem(Problem::Curve(CurveError::NoNationalPosition)) => common::COMPARE_LOCALLY,
            _ => common::START_AGAIN,
        }
        .to_owned()
    });
    let go_on = move |_| {
        let shown = app.shown.get_untracked();
        app.choose(|scenario| match shown {
            Shown::Problem(Problem::Population(PopulationError::NoSuchNeed)) => scenario.need = NeedMeasure::Income,
            Shown::Problem(Problem::Curve(CurveError::NoNationalPosition)) => scenario.cut = CutKind::Local,
            _ => *scenario = Scenario { embed: scenario.embed, present: scenario.present, ..Scenario::default() },
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
                    <button type="button" class="govuk-button govuk-button--secondary" on:click=go_on>
                        {way_on}
                    </button>
                </p>
            </div>
        </section>
    }
}

/// Why there is no answer, in words.
pub fn message_of(problem: Problem, scenario: &Scenario) -> String {
    match problem {
        Problem::Fetch(FetchProblem::NotFetched) => notice::NOT_FETCHED.to_owned(),
        Problem::Fetch(FetchProblem::Damaged) => notice::DAMAGED.to_owned(),
        Problem::Population(error) => report::no_population(scenario, error),
        Problem::Curve(error) => report::no_curve(MissError::Curve(error)).to_owned(),
        Problem::Impossible => notice::NO_ANSWER.to_owned(),
    }
}
