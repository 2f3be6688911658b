//! The tables of the view `missed`.

use leptos::prelude::*;

use crate::data::RankBy;
use crate::results::TargetingResult;
use crate::scenario::Lock;
use crate::ui::charts::DataTable;
use crate::ui::controls::{FoldedOnScreen, PercentInput, is_locked, is_own};
use crate::ui::curve::CurveState;
use crate::ui::layout::message_of;
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::AnswerView;
use crate::words::{common, measures, missed};

/// The national and the local meaning of "most deprived" against each other.
#[component]
pub fn TwoMeanings(
    /// The answer to show.
    answer: AnswerView,
    /// Whether its numbers are folded away.
    #[prop(default = false)]
    is_folded: bool,
) -> impl IntoView {
    let text = answer.text(|answer| missed::two_meanings_text(&answer.scenario, &answer.missed));
    let headings = answer.list(|answer| missed::two_meanings_headings(&answer.scenario));
    let rows = answer.list(|answer| missed::two_meanings(&answer.scenario, &answer.missed));
    let table = move || view! { <DataTable caption=missed::TWO_MEANINGS.to_owned() headings rows/> }.into_any();
    view! {
        <section class="callout" data-testid="two-meanings" hidden=is_own(use_app())>
            <h2 class="govuk-heading-m">{missed::TWO_MEANINGS}</h2>
            <p class="govuk-body">{text}</p>
            {match is_folded {
                true => view! { <FoldedOnScreen text=missed::TWO_MEANINGS_TABLE>{table()}</FoldedOnScreen> }.into_any(),
                false => table(),
            }}
        </section>
    }
}

/// How big the target must be for a share of need.
#[component]
pub fn HowBig(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let app = use_app();
    let headings = answer.list(|answer| missed::how_big_headings(&answer.scenario));
    let rows = answer.list(|answer| missed::how_big_rows(&answer.missed));
    let goal = Signal::derive(move || app.scenario.with(|scenario| scenario.goal));
    let unit = answer.text(|answer| missed::goal_unit(&answer.scenario));
    let own_goal = answer.text(|answer| missed::goal_answer(&answer.scenario, &answer.missed));
    view! {
        <section data-testid="how-big">
            <h2 class="govuk-heading-m">{missed::HOW_BIG}</h2>
            <DataTable caption=missed::HOW_BIG.to_owned() headings rows/>
            <label class="field__label" for="goal">{missed::GOAL}</label>
            <PercentInput
                id="goal"
                name=Signal::derive(move || format!("{} {}", missed::GOAL, unit.get()))
                unit
                error=missed::GOAL_ERROR
                value=goal
                on_set=move |goal| app.slide(|scenario| scenario.goal = goal)
            />
            <p class="govuk-body" role="status">{own_goal}</p>
        </section>
    }
}

/// Whether a better map would help: the same target in both orders side by side, on demand.
#[component]
pub fn PerfectMap(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let app = use_app();
    let text = answer.text(|answer| missed::perfect_map(&answer.scenario));
    let switch_text = answer.text(|answer| missed::perfect_map_switch(answer.scenario.rank).to_owned());
    let switch = move |_| {
        app.choose(|scenario| {
            scenario.rank = match scenario.rank {
                RankBy::Imd => RankBy::Need,
                RankBy::Need => RankBy::Imd,
            };
        });
    };
    let is_open = RwSignal::new(false);
    let is_without = flag(move || is_open.get() || is_locked(app, Lock::More).get());
    let both = part(move || match is_open.get() {
        true => view! { <BothOrders/> }.into_any(),
        false => ().into_any(),
    });
    view! {
        <section data-testid="perfect-map">
            <h2 class="govuk-heading-m">{missed::PERFECT_MAP}</h2>
            <p class="govuk-body">{text}</p>
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                hidden=is_without
                on:click=move |_| is_open.set(true)
            >
                {missed::SHOW_BOTH_ORDERS}
            </button>
            {both}
            <button
                type="button"
                class="link-button"
                hidden=is_locked(app, Lock::More)
                on:click=switch
            >
                {switch_text}
            </button>
        </section>
    }
}

/// The target in both orders. Figures of the order that the page is not in are fetched for it.
#[component]
fn BothOrders() -> impl IntoView {
    let app = use_app();
    let curves = RankBy::ALL.map(|rank| app.curve_by(rank));
    let worked = memo(move || {
        app.scenario.with(|scenario| {
            let [by_imd, by_need] = curves.map(|curve| match curve.get() {
                CurveState::Here(place) => TargetingResult::new(scenario, &place.prepared).ok(),
                CurveState::Waiting | CurveState::Problem(_) => None,
            });
            Some((scenario.clone(), by_imd?, by_need?))
        })
    });
    let rows = Signal::derive(move || {
        worked.with(|worked| {
            worked.as_ref().map(|(s, by_imd, by_need)| missed::orders_rows(s, by_imd, by_need)).unwrap_or_default()
        })
    });
    let headings = Signal::derive(move || app.scenario.with(missed::orders_headings));
    let problem = memo(move || {
        curves.iter().find_map(|curve| match curve.get() {
            CurveState::Problem(problem) => Some(problem),
            CurveState::Waiting | CurveState::Here(_) => None,
        })
    });
    let verdict = text(move || {
        worked.with(|worked| match (worked, problem.get()) {
            (Some((scenario, by_imd, by_need)), _) => missed::orders_verdict(scenario, by_imd, by_need),
            (None, Some(problem)) => app.scenario.with(|scenario| message_of(problem, scenario)),
            (None, None) => common::LOADING.to_owned(),
        })
    });
    let is_well = flag(move || problem.get().is_none());
    view! {
        <p class="govuk-body" role="status" data-testid="both-orders">{verdict}</p>
        <button
            type="button"
            class="govuk-button govuk-button--secondary"
            hidden=is_well
            on:click=move |_| app.try_again()
        >
            {common::TRY_AGAIN}
        </button>
        <DataTable caption=missed::BOTH_ORDERS.to_owned() headings rows/>
    }
}

/// Every measure of the target, with a plain line of meaning each.
#[component]
pub fn Measures(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let headings = Signal::stored(measures::COLUMNS.map(str::to_owned).to_vec());
    let rows = answer.list(|answer| {
        let all = measures::all(&answer.scenario, &answer.missed);
        all.into_iter().map(|measure| vec![measure.name.to_owned(), measure.value, measure.meaning]).collect()
    });
    view! {
        <section class="measures" data-testid="measures">
            <h2 class="govuk-heading-m">{measures::HEADING}</h2>
            <DataTable caption=measures::HEADING.to_owned() headings rows is_numeric=false/>
        </section>
    }
}
