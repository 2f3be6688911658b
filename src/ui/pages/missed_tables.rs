//! The tables of the view `missed`.

use leptos::prelude::*;

use super::AnswerView;
use crate::data::RankBy;
use crate::scenario::Lock;
use crate::ui::charts::DataTable;
use crate::ui::controls::{PercentInput, is_locked};
use crate::ui::state::use_app;
use crate::words::{measures, missed};

/// The national and the local meaning of "most deprived" against each other.
#[component]
pub fn TwoMeanings(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let text = answer.text(|answer| missed::two_meanings_text(&answer.scenario, &answer.missed));
    let headings = answer.list(|answer| missed::two_meanings_headings(&answer.scenario));
    let rows = answer.list(|answer| missed::two_meanings(&answer.scenario, &answer.missed));
    view! {
        <section class="callout" data-testid="two-meanings">
            <h2 class="govuk-heading-m">{missed::TWO_MEANINGS}</h2>
            <p class="govuk-body">{text}</p>
            <DataTable caption=missed::TWO_MEANINGS.to_owned() headings rows/>
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
    let unit = answer.text(|answer| missed::goal_unit(answer.scenario.need));
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

/// The best that any map could do.
#[component]
pub fn PerfectMap(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let app = use_app();
    let text = answer.text(|answer| missed::perfect_map(&answer.scenario, &answer.missed));
    let switch_text = answer.text(|answer| missed::perfect_map_switch(answer.scenario.rank).to_owned());
    let switch = move |_| {
        app.choose(|scenario| {
            scenario.rank = match scenario.rank {
                RankBy::Imd => RankBy::Need,
                RankBy::Need => RankBy::Imd,
            };
        });
    };
    view! {
        <section data-testid="perfect-map">
            <h2 class="govuk-heading-m">{missed::PERFECT_MAP}</h2>
            <p class="govuk-body">{text}</p>
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                hidden=is_locked(app, Lock::More)
                on:click=switch
            >
                {switch_text}
            </button>
        </section>
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
