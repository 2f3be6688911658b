//! The list of units: found, ordered, a page at a time, each with a box that targets it.

use leptos::prelude::*;

use super::by_name::tick;
use crate::results::areas_list::{Look, Page, UnitOrder, Which};
use crate::ui::controls::{Item, Select, position_of};
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{AreasView, ComputedAreas};
use crate::words::areas as words;

/// The list.
#[component]
pub fn UnitsTable(
    /// The units.
    areas: AreasView,
    /// The one that is chosen, here or on the map.
    chosen: RwSignal<Option<usize>>,
    /// Whether something is open that shows the one that is chosen.
    is_linked: Signal<bool>,
) -> impl IntoView {
    let look = RwSignal::new(Look::default());
    let number = RwSignal::new(0_usize);
    // What a person looks for begins at its first page.
    let change = move |change: &dyn Fn(&mut Look)| {
        look.update(|look| change(look));
        number.set(0);
    };
    let found =
        memo(move || look.with(|look| areas.read(|worked| look.at(&worked.list, &worked.result))).unwrap_or_default());
    let page = memo(move || Page::number(number.get(), found.with(Vec::len)));
    // What is chosen on the map is looked for in the list.
    Effect::new(move |_| {
        let chosen = chosen.get().and_then(|at| u32::try_from(at).ok());
        let place = chosen.and_then(|at| found.with_untracked(|found| found.iter().position(|&of| of == at)));
        if let Some(place) = place {
            number.set(Page::of(place));
        }
    });
    let councils = memo(move || areas.read(|worked| worked.list.councils.clone()).unwrap_or_default());
    let has_councils = memo(move || councils.with(|all| all.len() > 1));
    let council_items = Signal::derive(move || {
        let mut items = vec![Item::new(words::ALL_COUNCILS)];
        items.extend(councils.with(|all| all.iter().map(|name| Item::new(name)).collect::<Vec<_>>()));
        items
    });
    let council_at = memo(move || {
        let chosen = look.with(|look| look.council.clone());
        chosen.map_or(0, |chosen| councils.with(|all| position_of(all, &chosen) + 1))
    });
    let choose_council = move |at: usize| {
        let chosen = at.checked_sub(1).and_then(|at| councils.with_untracked(|all| all.get(at).cloned()));
        change(&|look| look.council.clone_from(&chosen));
    };
    let in_sight = text(move || {
        let Page { from, to, all } = page.get();
        if all == 0 { words::NOTHING.to_owned() } else { words::in_sight(from + 1, to, all) }
    });
    let is_first = flag(move || !page.get().has_before());
    let is_last = flag(move || !page.get().has_next());
    view! {
        <div class="units-look">
            <div class="field">
                <label class="field__label" for="find-unit">{words::SEARCH}</label>
                <input
                    class="govuk-input"
                    id="find-unit"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    on:input=move |event| {
                        let typed = event_target_value(&event);
                        change(&|look| look.find.clone_from(&typed));
                    }
                />
            </div>
            <Select
                id="unit-order"
                label=words::ORDER
                hint=text(String::new)
                items=Item::all(&words::ORDERS)
                value=memo(move || look.with(|look| position_of(&UnitOrder::ALL, &look.order)))
                on_choose=move |at: usize| change(&|look| look.order = UnitOrder::ALL.get(at).copied().unwrap_or_default())
            />
            <Select
                id="unit-which"
                label=words::WHICH
                hint=text(String::new)
                items=Item::all(&words::SHOWN)
                value=memo(move || look.with(|look| position_of(&Which::ALL, &look.which)))
                on_choose=move |at: usize| change(&|look| look.which = Which::ALL.get(at).copied().unwrap_or_default())
            />
            <div hidden=flag(move || !has_councils.get())>
                <Select
                    id="unit-council"
                    label=words::COUNCIL
                    hint=text(String::new)
                    items=council_items
                    value=council_at
                    on_choose=choose_council
                />
            </div>
        </div>
        <Rows areas found page has_councils chosen is_linked/>
        <nav class="units-pages" aria-label=words::PAGES>
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                disabled=is_first
                on:click=move |_| number.update(|number| *number = number.saturating_sub(1))
            >
                {words::BEFORE}
            </button>
            <span role="status" data-testid="units-in-sight">{in_sight}</span>
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                disabled=is_last
                on:click=move |_| number.update(|number| *number += 1)
            >
                {words::NEXT}
            </button>
        </nav>
    }
}

/// The rows of a page.
#[component]
fn Rows(
    /// The units.
    areas: AreasView,
    /// Those that fit.
    found: Memo<Vec<u32>>,
    /// Which of them are in sight.
    page: Memo<Page>,
    /// Whether there are councils to tell apart.
    has_councils: Memo<bool>,
    /// The unit that is chosen.
    chosen: RwSignal<Option<usize>>,
    /// Whether something is open that shows the one that is chosen.
    is_linked: Signal<bool>,
) -> impl IntoView {
    let headings = memo(move || {
        areas
            .read(|worked| words::headings(&worked.scenario, worked.list.has_codes, has_councils.get()))
            .unwrap_or_default()
    });
    let count = text(move || (found.with(Vec::len) + 1).to_string());
    let head = part(move || {
        let head = |(at, heading): (usize, String)| {
            let class = if at < words::texts(has_councils.get()) {
                "govuk-table__header"
            } else {
                "govuk-table__header govuk-table__header--numeric"
            };
            view! { <th scope="col" role="columnheader" class=class>{heading}</th> }
        };
        view! {
            {headings.get().into_iter().enumerate().map(head).collect_view()}
            <th scope="col" role="columnheader" class="govuk-table__header screen-only">{words::BY_NAME}</th>
        }
        .into_any()
    });
    // A step of the slider mostly leaves the rows in sight what they are: then their cells alone change.
    let in_sight = memo(move || {
        let Page { from, to, .. } = page.get();
        let named = |worked: &ComputedAreas| {
            let named = |&at: &u32| {
                let unit = worked.list.units.get(at as usize)?;
                Some((at as usize, unit.code.clone(), words::tick(unit)))
            };
            found.with(|found| found.get(from..to).unwrap_or_default().iter().filter_map(named).collect::<Vec<_>>())
        };
        (from, areas.read(named).unwrap_or_default())
    });
    let rows = part(move || {
        let (from, named) = in_sight.get();
        let row = |(place, (at, code, label)): (usize, (usize, String, String))| {
            view! { <Row areas at code label index=from + place + 2 has_councils chosen is_linked/> }
        };
        named.into_iter().enumerate().map(row).collect_view().into_any()
    });
    view! {
        <div class="table list__table" role="region" aria-label=words::LIST tabindex="0">
            <table class="govuk-table units-table" role="table" aria-rowcount=count>
                <caption class="govuk-visually-hidden">{words::LIST}</caption>
                <thead class="govuk-table__head" role="rowgroup">
                    <tr class="govuk-table__row" role="row" aria-rowindex="1">{head}</tr>
                </thead>
                <tbody class="govuk-table__body" role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}

/// A row.
#[component]
fn Row(
    /// The units.
    areas: AreasView,
    /// Which one.
    at: usize,
    /// Its code; empty if it has none.
    code: String,
    /// What the box that ticks it is called.
    label: String,
    /// Which row of the whole table it is, from 1.
    index: usize,
    /// Whether there are councils to tell apart.
    has_councils: Memo<bool>,
    /// The unit that is chosen.
    chosen: RwSignal<Option<usize>>,
    /// Whether something is open that shows the one that is chosen.
    is_linked: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let cells = memo(move || {
        areas.read(|worked| words::row(&worked.result, &worked.list, at, has_councils.get())).unwrap_or_default()
    });
    let is_inside = flag(move || areas.read(|worked| worked.result.inside.get(at).copied()).flatten() == Some(1.0));
    let is_chosen = flag(move || chosen.get() == Some(at));
    let has_no_code = code.is_empty();
    let on_tick = move |event| tick(app, areas, &code, event_target_checked(&event));
    let row = part(move || {
        let mut cells = cells.get().into_iter();
        let name = cells.next().unwrap_or_default();
        let cell = |(place, cell): (usize, String)| {
            let class = if place + 1 < words::texts(has_councils.get()) {
                "govuk-table__cell"
            } else {
                "govuk-table__cell govuk-table__cell--numeric"
            };
            view! { <td role="cell" class=class>{cell}</td> }
        };
        let name = if is_linked.get() {
            let label = words::show(&name);
            view! {
                <button type="button" class="units__show" aria-label=label on:click=move |_| chosen.set(Some(at))>
                    {name}
                </button>
            }
            .into_any()
        } else {
            name.into_any()
        };
        view! {
            <th scope="row" role="rowheader" class="govuk-table__header table__name">{name}</th>
            {cells.enumerate().map(cell).collect_view()}
        }
        .into_any()
    });
    view! {
        <tr class="govuk-table__row" role="row" aria-rowindex=index class:units__inside=is_inside class:units__chosen=is_chosen>
            {row}
            <td role="cell" class="govuk-table__cell screen-only">
                <input
                    type="checkbox"
                    class="units__tick"
                    aria-label=label
                    disabled=has_no_code
                    prop:checked=is_inside
                    on:change=on_tick
                />
            </td>
        </tr>
    }
}
