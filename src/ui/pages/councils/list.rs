//! The list of all places, to be ordered and searched. Folded away at first.

use leptos::prelude::*;

use super::opened;
use crate::results::councils::PlaceRow;
use crate::scenario::{ListOrder, Scenario};
use crate::ui::links::PageLink;
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{ComputedCouncils, CouncilsView};
use crate::words::councils as words;

/// How many rows are shown before a person asks for all.
const FEW: usize = 5;
/// Columns of the list.
const COLUMNS: [usize; 5] = [0, 1, 2, 3, 4];

/// The list, folded; built when it is opened.
#[component]
pub fn List(
    /// The answer.
    all: CouncilsView,
) -> impl IntoView {
    let heading = all.text(|worked| words::list_heading(&worked.scenario));
    let is_open = RwSignal::new(false);
    let inside = part(move || if is_open.get() { view! { <Open all heading/> }.into_any() } else { ().into_any() });
    view! {
        <details
            class="govuk-details list"
            data-testid="list"
            on:toggle=move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))
        >
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{heading}</span>
            </summary>
            {inside}
        </details>
    }
}

/// What is inside.
#[component]
fn Open(
    /// The answer.
    all: CouncilsView,
    /// Its name.
    heading: Signal<String>,
) -> impl IntoView {
    let find = all.text(|worked| words::find(&worked.scenario));
    let typed = RwSignal::new(String::new());
    let is_whole = RwSignal::new(false);
    let fitting =
        memo(move || typed.with(|typed| all.read(|worked| worked.result.matching(typed)).unwrap_or_default()));
    let shown =
        memo(move || fitting.with(|fitting| if is_whole.get() { fitting.len() } else { fitting.len().min(FEW) }));
    let found = text(move || {
        let fitting = fitting.with(Vec::len);
        all.read(|worked| words::found(fitting, shown.get(), &worked.scenario)).unwrap_or_default()
    });
    let body = part(move || {
        let row = |worked: &ComputedCouncils, at: usize| Some(row(&worked.scenario, worked.result.rows.get(at)?));
        let at: Vec<usize> = fitting.with(|fitting| fitting.iter().copied().take(shown.get()).collect());
        all.read(|worked| at.iter().filter_map(|&at| row(worked, at)).collect_view().into_any())
            .unwrap_or_else(|| ().into_any())
    });
    let button = text(move || {
        let all = || all.read(|worked| words::show_all(fitting.with(Vec::len), &worked.scenario)).unwrap_or_default();
        if is_whole.get() { words::SHOW_FEWER.to_owned() } else { all() }
    });
    let is_short = flag(move || fitting.with(|fitting| fitting.len() <= FEW));
    view! {
        <div class="field">
            <label class="field__label" for="find-council">{find}</label>
            <input
                class="govuk-input"
                id="find-council"
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="find-council-hint"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <p class="field__hint" id="find-council-hint">{words::FIND_HINT}</p>
        </div>
        <p class="figure__note" role="status" data-testid="found">{found}</p>
        // On a phone each name has a line of its own, so that nothing is cut off. A table that is laid out so keeps being one for
        // those who hear it only if its parts say what they are.
        <div class="list__table" role="region" aria-label=heading>
            <table class="govuk-table" role="table">
                <caption class="govuk-visually-hidden">{heading}</caption>
                <thead class="govuk-table__head" role="rowgroup">
                    <tr class="govuk-table__row" role="row">
                        {COLUMNS.map(|column| view! { <Head all column/> }).collect_view()}
                    </tr>
                </thead>
                <tbody class="govuk-table__body" role="rowgroup">{body}</tbody>
            </table>
        </div>
        <button
            type="button"
            class="govuk-button govuk-button--secondary screen-only"
            hidden=is_short
            on:click=move |_| is_whole.update(|is_whole| *is_whole = !*is_whole)
        >
            {button}
        </button>
    }
}

/// The heading of a column, which orders the list by it.
#[component]
fn Head(
    /// The answer.
    all: CouncilsView,
    /// Which column.
    column: usize,
) -> impl IntoView {
    let app = use_app();
    let heading = text(move || {
        all.read(|worked| words::headings(&worked.scenario).get(column).cloned()).flatten().unwrap_or_default()
    });
    let class = if column == 0 { "govuk-table__header" } else { "govuk-table__header govuk-table__header--numeric" };
    let order = memo(move || app.scenario.with(|scenario| scenario.list));
    let Some([first, second]) = words::orders(column) else {
        return view! { <th scope="col" role="columnheader" class=class>{heading}</th> }.into_any();
    };
    let sorted = move || {
        let is_up = matches!(order.get(), ListOrder::Least | ListOrder::Name);
        [first, second].contains(&order.get()).then(|| if is_up { "ascending" } else { "descending" }.to_owned())
    };
    let choose = move |_| {
        app.choose(|scenario| scenario.list = if scenario.list == first { second } else { first });
    };
    view! {
        <th scope="col" role="columnheader" class=class aria-sort=Signal::derive(sorted)>
            <button type="button" class="link-button" on:click=choose>
                {heading}
            </button>
        </th>
    }
    .into_any()
}

/// A row, which opens its council.
fn row(scenario: &Scenario, of: &PlaceRow) -> AnyView {
    let mut cells = words::row(of).into_iter();
    let name = cells.next().unwrap_or_default();
    let link = match of.place() {
        Some(place) => {
            let label = words::open(&name);
            view! { <PageLink scenario=opened(scenario, place) text=name label/> }.into_any()
        }
        None => name.into_any(),
    };
    let current = of.is_own.then_some("true");
    view! {
        <tr class="govuk-table__row" role="row" class:list__own=of.is_own aria-current=current>
            <th scope="row" role="rowheader" class="govuk-table__header table__name">{link}</th>
            {cells
                .map(|cell| view! { <td role="cell" class="govuk-table__cell govuk-table__cell--numeric">{cell}</td> })
                .collect_view()}
        </tr>
    }
    .into_any()
}
