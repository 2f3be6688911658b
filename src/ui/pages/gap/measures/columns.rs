//! Which column of own rows holds what.

use leptos::prelude::*;

use super::attempt::Attempt;
use crate::data::own_rows::{Column, Columns, OwnTable};
use crate::ui::controls::{Item, Select};
use crate::ui::reactive::{memo, part, text};
use crate::ui::state::use_app;
use crate::words::gap_measures as words;

/// Ids of the lists, in the order of [`Column::ALL`].
const IDS: [&str; Column::ALL.len()] = [
    "column-name",
    "column-deprivation",
    "column-people",
    "column-value",
    "column-events",
    "column-denominator",
    "column-expected",
    "column-lower",
    "column-upper",
    "column-age",
    "column-standard",
];

/// A list for each thing that a column can hold; there once the text in the field has headings.
#[component]
pub fn WhichColumn(
    /// The rows in the field.
    attempt: Attempt,
) -> impl IntoView {
    let app = use_app();
    let table = memo(move || attempt.rows.with(|rows| OwnTable::read(&rows.text).ok().map(|table| table.headings)));
    let columns = memo(move || {
        let headings = table.get().unwrap_or_default();
        attempt.rows.with(|rows| rows.columns).unwrap_or_else(|| Columns::find(&headings))
    });
    let items = Signal::derive(move || {
        let mut items = vec![Item::new(words::NO_COLUMN)];
        items.extend(table.get().unwrap_or_default().iter().map(|heading| Item::new(heading)));
        items
    });
    let list = move |(column, id): (Column, &'static str)| {
        // The first place of the list stands for no column.
        let place = memo(move || columns.get().of(column).map_or(0, |place| place + 1));
        let choose = move |place: usize| {
            let mut told = columns.get_untracked();
            told.set(column, place.checked_sub(1));
            attempt.rows.update(|rows| rows.columns = Some(told));
            attempt.try_rows(app);
        };
        view! {
            <Select id label=words::column_name(column) hint=text(String::new) items value=place on_choose=choose/>
        }
    };
    let lists = move || Column::ALL.into_iter().zip(IDS).map(list).collect_view();
    let has_table = memo(move || table.with(Option::is_some));
    part(move || match has_table.get() {
        false => ().into_any(),
        true => view! {
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{words::COLUMNS}</span>
                </summary>
                <div class="govuk-details__text">
                    <p>{words::COLUMNS_TEXT}</p>
                    <div class="gap-columns">{lists()}</div>
                </div>
            </details>
        }
        .into_any(),
    })
}
