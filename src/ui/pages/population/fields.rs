//! Fields of this view.

use leptos::prelude::*;

use crate::scenario::population::PopulationChoices;
use crate::scenario::{Percent, Thousandths};
use crate::ui::controls::{self, Typing, take};
use crate::ui::reactive::text;
use crate::ui::state::use_app;

/// A text of a choice.
pub type Label = fn(&PopulationChoices) -> String;

/// A text made of the choices.
pub fn of_choices(label: Label) -> Signal<String> {
    let app = use_app();
    text(move || app.scenario.with(|scenario| label(&scenario.population)))
}

/// Reads what is typed into the choices; false if it cannot be used.
type Read = fn(&mut PopulationChoices, &str) -> bool;

fn on_text(read: Read) -> Callback<String, bool> {
    let app = use_app();
    Callback::new(move |typed: String| app.take(|scenario| read(&mut scenario.population, &typed)))
}

/// A number with its label.
#[component]
pub fn NumberField(
    /// Id of the field.
    id: &'static str,
    /// Its label.
    label: Label,
    /// What stands after the number.
    unit: Label,
    /// What is said of text that cannot be used.
    error: &'static str,
    /// The number, as a plain decimal.
    value: Label,
    /// Reads a text into the choices; false if it cannot be used.
    set: Read,
) -> impl IntoView {
    view! {
        <controls::NumberField
            id
            label=of_choices(label)
            unit=of_choices(unit)
            error
            value=of_choices(value)
            on_text=on_text(set)
        />
    }
}

/// A percentage with its label.
#[component]
pub fn PercentField(
    /// Id of the field.
    id: &'static str,
    /// Its label.
    label: Label,
    /// What stands after the number.
    unit: Label,
    /// What is said of text that cannot be used.
    error: &'static str,
    /// The percentage.
    value: fn(&PopulationChoices) -> Percent,
    /// Takes another one over.
    set: fn(&mut PopulationChoices, Percent),
) -> impl IntoView {
    let app = use_app();
    let value = Signal::derive(move || app.scenario.with(|scenario| value(&scenario.population)));
    let on_set = move |percent: Percent| app.slide(|scenario| set(&mut scenario.population, percent));
    view! { <controls::PercentField id label=of_choices(label) unit=of_choices(unit) error value on_set/> }
}

/// A short text with its label. What is typed is used as soon as it can be; what cannot is told when the field is left.
#[component]
pub fn TextField(
    /// Id of the field.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What is said of text that cannot be kept.
    error: &'static str,
    /// The text in use.
    value: Label,
    /// Reads a text into the choices; false if it cannot be kept.
    set: Read,
) -> impl IntoView {
    let typing = Typing::new();
    let in_use = of_choices(value);
    let shown = typing.shown(move || in_use.get());
    let on_text = on_text(set);
    let on_input = move |event| {
        let text = event_target_value(&event);
        let is_usable = on_text.run(text.clone());
        typing.hear(text, is_usable);
    };
    let is_wrong = typing.is_wrong;
    let error_id = format!("{id}-error");
    view! {
        <div class="field risk-text" class:risk-text--wrong=is_wrong>
            <label class="field__label" for=id>{label}</label>
            <p class="govuk-error-message" id=error_id.clone() role="alert" hidden=typing.is_right()>{error}</p>
            <input
                class="govuk-input"
                class:govuk-input--error=is_wrong
                id=id
                type="text"
                autocomplete="off"
                aria-invalid=typing.invalid()
                aria-describedby=error_id
                prop:value=shown
                on:input=on_input
                on:blur=move |_| typing.leave()
            />
        </div>
    }
}

/// Reads a number into one of the choices.
pub fn read_into(number: &mut Thousandths, typed: &str, range: std::ops::RangeInclusive<Thousandths>) -> bool {
    take(number, Thousandths::parse(typed, range).ok())
}
