//! Saved pages side by side.

use leptos::prelude::*;

use crate::results::Compared;
use crate::scenario::library::Saved;
use crate::scenario::{Scenario, View};
use crate::ui::curve::{CurveState, Problem, ask_for};
use crate::ui::layout::message_of;
use crate::ui::links::{PageLink, ViewLink};
use crate::ui::reactive::{effect, flag, memo, part, text};
use crate::ui::state::{AppState, use_app};
use crate::words::compare::{self as words, Cell, Column, Group};
use crate::words::{common, place};

/// The pages picked, each worked out on the figures in use.
#[component]
pub fn Comparison() -> impl IntoView {
    let app = use_app();
    app.saved_pages.open();
    let pages = memo(move || {
        let page = |saved: &Saved| (saved.name.clone(), saved.query.clone());
        app.saved_pages.with(|library| library.pinned().into_iter().map(page).collect::<Vec<_>>())
    });
    let is_on_saved = flag(move || app.scenario.with(|scenario| scenario.view == View::Saved));
    let has_no_link = flag(move || is_on_saved.get() || pages.with(|pages| pages.len() < 2));
    view! {
        <SideBySide pages heading=words::HEADING testid="side-by-side"/>
        <p class="govuk-body" hidden=has_no_link>
            <ViewLink to=View::Saved text=words::CHANGE/>
        </p>
    }
}

/// Pages side by side, each a name and a query; nothing where there are fewer than two.
#[component]
pub fn SideBySide(
    /// The pages.
    pages: Memo<Vec<(String, String)>>,
    /// Heading of the table.
    heading: &'static str,
    /// What tests find it by.
    testid: &'static str,
) -> impl IntoView {
    let app = use_app();
    effect(move || {
        for (_, query) in pages.get() {
            let Scenario { data, place, need, rank, .. } = Scenario::from_kept(&query).scenario;
            // Figures that did not come are asked for again once that is forgotten.
            app.figures.track();
            ask_for(data, &place, need, rank, app.figures, app.own_files);
        }
    });
    let columns =
        memo(move || pages.get().into_iter().map(|(name, query)| column(app, name, &query)).collect::<Vec<_>>());
    let sentences = part(move || {
        let sentence = |text: String| view! { <p class="compare__sentence">{text}</p> };
        columns.with(|columns| words::sentences(columns)).into_iter().map(sentence).collect_view().into_any()
    });
    let of_two_editions = text(move || columns.with(|columns| words::of_two_editions(columns).to_owned()));
    let table = part(move || columns.with(|columns| table(columns, heading)));
    let has_none = flag(move || pages.with(|pages| pages.len() < 2));
    view! {
        <section class="compare" data-testid=testid hidden=has_none>
            <h2 class="govuk-heading-m">{heading}</h2>
            <div role="status">{sentences}</div>
            <p class="figure__note">{of_two_editions}</p>
            {table}
            <p class="figure__note">{words::NOTE}</p>
        </section>
    }
}

fn column(app: AppState, name: String, query: &str) -> Column {
    let scenario = Scenario::from_kept(query).scenario;
    let Scenario { data, need, rank, .. } = scenario;
    let (result, places) = match app.stage_of(&scenario, need, rank) {
        CurveState::Waiting => (Err(common::LOADING.to_owned()), None),
        CurveState::Problem(problem) => (Err(message_of(problem, &scenario)), None),
        CurveState::Here(here) => {
            let result = Compared::new(&scenario, &here.prepared);
            (result.map_err(|error| message_of(Problem::from(error), &scenario)), Some(here.places))
        }
    };
    let places = places.unwrap_or_else(|| app.places_of(data));
    Column { name, place: place::of(&scenario, &places), scenario, result }
}

fn table(columns: &[Column], heading: &'static str) -> AnyView {
    let heads = columns.iter().map(|column| {
        let problem = column.result.as_ref().err().cloned();
        view! {
            <th scope="col" class="govuk-table__header compare__page">
                <PageLink scenario=column.scenario.clone() text=column.name.clone() label=words::open(&column.name)/>
                {problem.map(|problem| view! { <p class="compare__problem">{problem}</p> })}
            </th>
        }
    });
    let span = (columns.len() + 1).to_string();
    let group = move |group: Group| {
        view! {
            <tbody class="govuk-table__body">
                <tr class="govuk-table__row">
                    <th scope="rowgroup" class="govuk-table__header compare__group" colspan=span.clone()>
                        <span class="compare__sticky">{group.heading}</span>
                    </th>
                </tr>
                {group.rows.into_iter().map(row).collect_view()}
            </tbody>
        }
    };
    view! {
        // A table wider than a phone scrolls by itself, for which it has to take the focus.
        <div class="table" tabindex="0" role="region" aria-label=heading>
            <table class="govuk-table compare__table">
                <caption class="govuk-visually-hidden">{heading}</caption>
                <thead class="govuk-table__head">
                    <tr class="govuk-table__row">
                        <th scope="col" class="govuk-table__header compare__label">{words::CORNER}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                {words::groups(columns).into_iter().map(group).collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn row((label, cells): (String, Vec<Cell>)) -> impl IntoView {
    let cell = |cell: Cell| match cell {
        Cell::Text(text, false) => view! { <td class="govuk-table__cell">{text}</td> }.into_any(),
        Cell::Text(text, true) => view! {
            <td class="govuk-table__cell compare__differs">
                <span aria-hidden="true">{words::MARK}" "</span>
                <span class="govuk-visually-hidden">{words::DIFFERS}</span>
                {text}
            </td>
        }
        .into_any(),
        Cell::Absent => view! {
            <td class="govuk-table__cell compare__absent">
                <span aria-hidden="true">{words::ABSENT}</span>
                <span class="govuk-visually-hidden">{words::NOT_HERE}</span>
            </td>
        }
        .into_any(),
    };
    view! {
        <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header table__name compare__label">{label}</th>
            {cells.into_iter().map(cell).collect_view()}
        </tr>
    }
}
