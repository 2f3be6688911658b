//! Which column of a person’s own rows holds what.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::goal::Goal;
use crate::data::table::{AnswerKey, NONE, Role, Roles};
use crate::ui::controls::{Item, Select};
use crate::ui::reactive::{memo, part, text};
use crate::ui::state::use_app;
use crate::words::gap_measures as words;
use crate::words::table::column_name;

/// Ids of the lists, in the order of [`Role::ALL`].
const IDS: [&str; Role::ALL.len()] = [
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

/// What of that units have.
const OF_UNITS: [Role; 5] = [Role::Name, Role::Deprivation, Role::People, Role::Events, Role::Value];

/// Which of two columns counts all people of a unit, if one does.
fn shown(role: Role, columns: &Roles, goal: Goal) -> Option<usize> {
    let of_events = columns.of(Role::Denominator).filter(|_| goal == Goal::Units && role == Role::People);
    of_events.or_else(|| columns.of(role))
}

/// Says which column holds something. Units have one column of all people, and are in need by number or by share.
fn say(attempt: Attempt, role: Role, answer: &str) {
    let instead = match (attempt.goal, role) {
        (Goal::Units, Role::People) => Some((Role::Denominator, Some(NONE.to_owned()))),
        (Goal::Units, Role::Events) if answer != NONE => Some((Role::Value, None)),
        (Goal::Units, Role::Value) if answer != NONE => Some((Role::Events, None)),
        _ => None,
    };
    if let Some((other, answer)) = instead {
        attempt.rows.update(|rows| rows.answers.set(AnswerKey::Column(other), answer));
    }
}

/// A list for each thing that a column can hold; there once the text in the field has headings.
#[component]
pub fn WhichColumn(
    /// The rows in the field.
    attempt: Attempt,
) -> impl IntoView {
    let app = use_app();
    let headings = memo(move || attempt.headings());
    // As they are read; where that fails, as they were told so far.
    let columns = memo(move || {
        let read = attempt.reading.with(|reading| reading.as_ref().map(|reading| reading.rows.columns));
        read.unwrap_or_else(|| {
            let told =
                |role: Role| attempt.rows.with(|rows| rows.answers.get(AnswerKey::Column(role)).map(str::to_owned));
            let mut columns = Roles::default();
            for role in Role::ALL {
                let place = told(role).and_then(|told| told.strip_prefix('#')?.parse::<usize>().ok()?.checked_sub(1));
                columns.set(role, place);
            }
            columns
        })
    });
    let items = Signal::derive(move || {
        let mut items = vec![Item::new(words::NO_COLUMN)];
        items.extend(headings.get().unwrap_or_default().iter().map(|heading| Item::new(heading)));
        items
    });
    let list = move |(role, id): (Role, &'static str)| {
        // The first place of the list stands for no column.
        let place = memo(move || shown(role, &columns.get(), attempt.goal).map_or(0, |place| place + 1));
        let choose = move |place: usize| {
            let answer = if place == 0 { NONE.to_owned() } else { format!("#{place}") };
            say(attempt, role, &answer);
            attempt.answer(app, AnswerKey::Column(role), Some(answer));
        };
        let label = column_name(role, attempt.goal.purpose());
        view! { <Select id label hint=text(String::new) items value=place on_choose=choose/> }
    };
    let is_listed = move |(role, _): &(Role, &'static str)| attempt.goal == Goal::Rows || OF_UNITS.contains(role);
    let lists = move || Role::ALL.into_iter().zip(IDS).filter(is_listed).map(list).collect_view();
    let has_table = memo(move || headings.with(Option::is_some));
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
