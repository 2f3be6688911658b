//! A table that a person fills in: on a wide screen and on paper a table, on a phone a row below the other.

use leptos::prelude::*;

use crate::document::{Blank, Table};
use crate::ui::reactive::text;
use crate::ui::state::use_app;

/// The table. Its parts are named for those who hear it, as a table that is drawn as blocks is none any more.
#[component]
pub fn FormTable(
    /// What it asks for.
    table: Table,
) -> impl IntoView {
    let has_no_note = table.note.is_empty();
    let heads = table.headings.iter().map(|heading| {
        view! { <th scope="col" role="columnheader" class="govuk-table__header">{heading.clone()}</th> }
    });
    let heads = heads.collect_view();
    let row = |(at, cells): (usize, &Vec<String>)| {
        let cell = |(column, said): (usize, &String)| {
            let label = table.headings.get(column).cloned().unwrap_or_default();
            match (column, table.blank(at, column)) {
                (0, _) => view! {
                    <th scope="row" role="rowheader" class="govuk-table__header table__name">{said.clone()}</th>
                }
                .into_any(),
                (_, None) => view! {
                    <td role="cell" class="govuk-table__cell"><CellLabel label/>{said.clone()}</td>
                }
                .into_any(),
                (_, Some(blank)) => view! {
                    <td role="cell" class="govuk-table__cell form__blank">
                        <CellLabel label/>
                        <Field blank=blank.clone()/>
                    </td>
                }
                .into_any(),
            }
        };
        let cells = cells.iter().enumerate().map(cell).collect_view();
        view! { <tr role="row" class="govuk-table__row">{cells}</tr> }
    };
    let column = |width: &u32| view! { <col style:width=format!("{width}%")/> };
    let columns = table.widths.iter().map(column).collect_view();
    let rows = table.rows.iter().enumerate().map(row).collect_view();
    view! {
        <div class="sheet__table form">
            <h4 class="govuk-heading-s">{table.caption.clone()}</h4>
            <table class="govuk-table" role="table">
                <caption class="govuk-visually-hidden">{table.caption.clone()}</caption>
                <colgroup>{columns}</colgroup>
                <thead class="govuk-table__head" role="rowgroup"><tr role="row" class="govuk-table__row">{heads}</tr></thead>
                <tbody class="govuk-table__body" role="rowgroup">{rows}</tbody>
            </table>
            <p class="figure__note" hidden=has_no_note>{table.note.clone()}</p>
        </div>
    }
}

/// What stands in a cell, where headings are not above it. Heard it is with the heading.
#[component]
fn CellLabel(
    /// The heading of the column.
    label: String,
) -> impl IntoView {
    view! { <span class="form__label" aria-hidden="true">{label}</span> }
}

/// A cell to fill: a field on the screen, on paper what was written there.
#[component]
fn Field(
    /// Which.
    blank: Blank,
) -> impl IntoView {
    let app = use_app();
    let Blank { place, name, .. } = blank;
    let written = {
        let place = place.clone();
        text(move || app.draft.with(|draft| draft.edit(&place).map(|edit| edit.text.clone())).unwrap_or_default())
    };
    let shown = {
        let place = place.clone();
        text(move || app.draft.with(|draft| draft.filled(&place)))
    };
    view! {
        <textarea
            class="govuk-textarea form__field"
            rows="1"
            aria-label=name
            prop:value=written
            on:input=move |event| app.draft.update(|draft| draft.fill(&place, event_target_value(&event)))
        ></textarea>
        <span class="form__written">{shown}</span>
    }
}
