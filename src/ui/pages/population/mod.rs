//! The view `population`: treat those most at risk, or shift everyone a little?

mod controls;
mod factor;
mod fields;
mod figures;
mod register;

use leptos::prelude::*;

use self::controls::{Controls, Start};
use self::figures::{CurvesFigure, FifthsFigure, MovedFigure};
use self::register::Register;
use crate::chart::{Chart, RiskChart};
use crate::results::population::RESIDENTS;
use crate::scenario::{PopulationChoices, Scenario, View};
use crate::ui::announced::Announced;
use crate::ui::controls::{FoldedOnPhone, Heading};
use crate::ui::deferred::{deferred, in_turn};
use crate::ui::downloads::AllDownloads;
use crate::ui::layout::{
    Columns, Framed, Question, Standing, further, message_of, place_of_answer, standing, standing_below,
};
use crate::ui::reactive::{list_items, memo, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{ComputedRisk, RiskState, RiskView};
use crate::words::{common, place, population as words, strategies};

/// The page.
#[component]
pub fn PopulationPage() -> impl IntoView {
    view! {
        <Question of=View::Population/>
        <p class="lead">{words::LEAD}</p>
        <FoldedOnPhone text=strategies::START heading=Heading::Second>
            <Start/>
        </FoldedOnPhone>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// Choices and results.
#[component]
fn Body() -> impl IntoView {
    let risk = RiskView::new(use_app());
    let answer = shown(risk, |risk| view! { <Answer risk/> }.into_any());
    let results = standing_below(stands(risk), move || view! { <Results risk/> }.into_any());
    view! {
        <Columns is_busy=risk.is_busy class="risk-columns">
            {in_turn(place_of_answer, answer)}
            <div class="side">
                <FoldedOnPhone text=words::CONTROLS>
                    <Controls/>
                </FoldedOnPhone>
            </div>
            {deferred(results)}
        </Columns>
    }
}

fn stands(risk: RiskView) -> Memo<Standing> {
    memo(move || {
        risk.state.with(|state| match state {
            RiskState::Waiting => Standing::Waiting,
            RiskState::Here(_) => Standing::Here,
            RiskState::NoFigures(_) | RiskState::CannotBe(..) => Standing::Problem,
        })
    })
}

/// What is made of the answer, once there is one.
fn shown(risk: RiskView, made: fn(RiskView) -> AnyView) -> impl Fn() -> AnyView + Send {
    standing(stands(risk), move || made(risk), move || view! { <InItsPlace risk/> }.into_any())
}

/// A chart by itself, for frames on other sites.
#[component]
pub fn PopulationFramed() -> impl IntoView {
    let risk = RiskView::new(use_app());
    let made = |risk| match use_app().scenario.with_untracked(Scenario::framed_chart) {
        Some(Chart::Risk(RiskChart::Moved)) => view! { <MovedFigure risk/> }.into_any(),
        Some(Chart::Risk(RiskChart::Fifths)) => view! { <FifthsFigure risk/> }.into_any(),
        _ => view! { <CurvesFigure risk/> }.into_any(),
    };
    view! { <Framed>{in_turn(place_of_answer, shown(risk, made))}</Framed> }
}

/// What stands below the answer.
#[component]
fn Results(
    /// The answer.
    risk: RiskView,
) -> impl IntoView {
    view! {
        <div class="results">
            {deferred(move || view! { <CurvesFigure risk/> }.into_any())}
            {deferred(move || view! { <SideBySide risk/> }.into_any())}
            <div class="further">
                {further(words::HOW_MANY_MOVE, Heading::Second, move || view! { <MovedFigure risk/> }.into_any())}
                {further(words::FIFTH_BY_FIFTH, Heading::Second, move || view! { <FifthsFigure risk/> }.into_any())}
                {further(words::REGISTER, Heading::Second, move || view! { <Register risk/> }.into_any())}
                {deferred(|| view! { <AllDownloads of=View::Population/> }.into_any())}
            </div>
        </div>
    }
}

/// One number and what it means.
#[component]
fn Answer(
    /// The answer.
    risk: RiskView,
) -> impl IntoView {
    let big = risk.text(|worked| words::big_number(worked.choices(), &worked.risk));
    let meaning = risk.text(|worked| words::big_number_meaning(worked.choices(), &worked.risk));
    let place = risk.text(|worked| place::of(&worked.scenario, &worked.places));
    let place = use_app().place_shown(place);
    let headline = risk.text(|worked| words::headline(worked.choices(), &worked.risk));
    let shift = risk.text(|worked| words::shift_sentence(worked.choices(), &worked.risk));
    let spoken = risk.text(|worked| words::spoken(worked.choices(), &worked.risk));
    let people = risk.text(|worked| words::people_note(&worked.scenario, &worked.risk));
    view! {
        <p class="big risk-big" data-testid="big-number">
            <strong class="big__number">{big}</strong>
            <span class="big__meaning">{meaning}</span>
        </p>
        <section class="answer" aria-label=common::ANSWER>
            <h2 class="answer__place">{place}</h2>
            <p class="answer__headline" data-testid="headline">{headline}</p>
            <p class="answer__detail" data-testid="shift">{shift}</p>
            <p class="answer__figures" data-testid="people">{people}</p>
            <Announced id="spoken" sentence=spoken/>
        </section>
    }
}

/// The two approaches side by side, and where each does better.
#[component]
fn SideBySide(
    /// The answer.
    risk: RiskView,
) -> impl IntoView {
    type Points = fn(&PopulationChoices, &crate::results::population::Risk) -> Vec<String>;
    let list = move |points: Points| {
        let points =
            memo(move || risk.read(|worked: &ComputedRisk| points(worked.choices(), &worked.risk)).unwrap_or_default());
        part(move || list_items(points.get()))
    };
    let card = move |class: &'static str,
                     name: fn(&ComputedRisk) -> String,
                     facts: Points,
                     well: &'static str,
                     points: Points| {
        view! {
            <section class=class>
                <h3 class="govuk-heading-s">{risk.text(name)}</h3>
                <ul class="govuk-list risk-card__facts">{list(facts)}</ul>
                <p class="field__label">{well}</p>
                <ul class="govuk-list govuk-list--bullet">{list(points)}</ul>
            </section>
        }
    };
    view! {
        <section data-testid="side-by-side">
            <h2 class="govuk-heading-m">{words::SIDE_BY_SIDE}</h2>
            <div class="risk-cards">
                {card(
                    "risk-card risk-card--treat",
                    |worked| words::treat_name(worked.choices()),
                    words::treat_facts,
                    words::TREAT_DOES_WELL,
                    words::treat_does_well,
                )}
                {card(
                    "risk-card risk-card--shift",
                    |worked| words::shift_name(worked.choices()),
                    words::shift_facts,
                    words::SHIFT_DOES_WELL,
                    words::shift_does_well,
                )}
            </div>
            <p class="govuk-body">{words::PARADOX}</p>
            <p class="figure__note">{words::paradox_source()}</p>
        </section>
    }
}

/// What is wrong where there is no answer, and the way on.
#[component]
fn InItsPlace(
    /// The answer that is not there.
    risk: RiskView,
) -> impl IntoView {
    let app = use_app();
    let heading = text(move || {
        risk.state.with(|state| {
            if matches!(state, RiskState::CannotBe(..)) { words::CANNOT_BE } else { common::PROBLEM }.to_owned()
        })
    });
    let message = text(move || {
        risk.state.with(|state| match state {
            RiskState::CannotBe(choices, problem) => words::problem(choices, *problem),
            RiskState::NoFigures(problem) => {
                app.scenario.with(|scenario| message_of(*problem, &Scenario { need: RESIDENTS.0, ..scenario.clone() }))
            }
            RiskState::Waiting | RiskState::Here(_) => String::new(),
        })
    });
    let go_on = part(move || {
        if risk.state.with(|state| matches!(state, RiskState::CannotBe(..))) {
            let back = move |_| {
                app.choose(|scenario| scenario.population = PopulationChoices::starting(scenario.population.start));
            };
            view! { <button type="button" class="govuk-button" on:click=back>{words::BACK_TO_START}</button> }
                .into_any()
        } else {
            view! {
                <button type="button" class="govuk-button" on:click=move |_| app.try_again()>
                    {common::TRY_AGAIN}
                </button>
            }
            .into_any()
        }
    });
    view! {
        <section class="answer">
            <div class="govuk-error-summary" role="alert" data-testid="problem">
                <h2 class="govuk-error-summary__title">{heading}</h2>
                <p class="govuk-body">{message}</p>
                <p>{go_on}</p>
            </div>
        </section>
    }
}
