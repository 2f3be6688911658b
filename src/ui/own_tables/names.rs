//! What a person's own units are called.

use leptos::prelude::*;

use crate::scenario::Scenario;
use crate::scenario::place::given_name;
use crate::ui::controls::Typing;
use crate::ui::state::use_app;
use crate::words::{own_units as words, place};

/// A name in the link.
type Name = fn(&mut Scenario) -> &mut Option<String>;

/// A field for each name, with its id and its label.
const FIELDS: [(&str, &str, Name); 5] = [
    ("table-about", words::TABLE_NAME, |scenario| &mut scenario.place_name),
    ("unit-name", words::UNIT_NAME, |scenario| &mut scenario.own.units),
    ("people-name", words::PEOPLE_NAME, |scenario| &mut scenario.own.people),
    ("need-name", words::NEED_NAME, |scenario| &mut scenario.own.in_need),
    ("unit-source", words::SOURCE_NAME, |scenario| &mut scenario.own.source),
];

/// The fields, folded.
#[component]
pub fn Names() -> impl IntoView {
    view! {
        <details class="govuk-details" data-testid="table-words">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{words::NAMES}</span>
            </summary>
            <div class="govuk-details__text">
                <p>{words::NAMES_TEXT}</p>
                {FIELDS.map(|(id, label, name)| view! { <Field id label name/> }).collect_view()}
            </div>
        </details>
    }
}

#[component]
fn Field(
    /// Its id.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What it sets.
    name: Name,
) -> impl IntoView {
    let app = use_app();
    let typing = Typing::new();
    let shown = typing.shown(move || name(&mut app.scenario.get()).clone().unwrap_or_default());
    let on_input = move |event| {
        let text = event_target_value(&event);
        let read = if text.trim().is_empty() { Some(None) } else { given_name(&text).map(Some) };
        let is_usable = app.take(|scenario| {
            read.is_some_and(|given| {
                *name(scenario) = given;
                true
            })
        });
        typing.hear(text, is_usable);
    };
    let error_id = format!("{id}-error");
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <p class="govuk-error-message" id=error_id.clone() role="alert" hidden=typing.is_right()>
                {place::GIVEN_ERROR}
            </p>
            <input
                class="govuk-input"
                id=id
                type="text"
                autocomplete="off"
                aria-invalid=typing.invalid()
                aria-describedby=error_id
                prop:value=shown
                on:input=on_input
                on:change=move |_| typing.leave()
                on:blur=move |_| typing.leave()
            />
        </div>
    }
}
