//! The list of all councils, to be ordered and searched.

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

/// The list.
#[component]
pub fn List(
    /// The answer.
    all: CouncilsView,
) -> impl IntoView {
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
    let button =
        text(
            move || {
                if is_whole.get() { words::SHOW_FEWER.to_owned() } else { words::show_all(fitting.with(Vec::len)) }
            },
        );
    let is_short = flag(move || fitting.with(|fitting| fitting.len() <= FEW));
    view! {
        <section class="list" data-testid="list">
            <h2 class="govuk-heading-m">{words::LIST}</h2>
            <div class="field">
                <label class="field__label" for="find-council">{words::FIND}</label>
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
            // A table wider than a phone scrolls by itself, for which it has to take the focus.
            <div class="table" tabindex="0" role="region" aria-label=words::LIST>
                <table class="govuk-table">
                    <caption class="govuk-visually-hidden">{words::LIST}</caption>
                    <thead class="govuk-table__head">
                        <tr class="govuk-table__row">
                            {COLUMNS.map(|column| view! { <Head all column/> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody class="govuk-table__body">{body}</tbody>
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
        </section>
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
        return view! { <th scope="col" class=class>{heading}</th> }.into_any();
    };
    let sorted = move || {
        let is_up = matches!(order.get(), ListOrder::Least | ListOrder::Name);
        [first, second].contains(&order.get()).then(|| if is_up { "ascending" } else { "descending" }.to_owned())
    };
    let choose = move |_| {
        app.choose(|scenario| scenario.list = if scenario.list == first { second } else { first });
    };
    view! {
        <th scope="col" class=class aria-sort=Signal::derive(sorted)>
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
        <tr class="govuk-table__row" class:list__own=of.is_own aria-current=current>
            <th scope="row" class="govuk-table__header table__name">{link}</th>
            {cells.map(|cell| view! { <td class="govuk-table__cell govuk-table__cell--numeric">{cell}</td> }).collect_view()}
        </tr>
    }
    .into_any()
}
