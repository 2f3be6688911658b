//! Fields of this view.

use leptos::prelude::*;

use crate::scenario::population::PopulationChoices;
use crate::scenario::{Percent, Thousandths};
use crate::ui::controls::{PercentInput, TextNumber};
use crate::ui::reactive::{flag, text};
use crate::ui::state::use_app;

/// A text of a choice.
pub type Label = fn(&PopulationChoices) -> String;

/// A text made of the choices.
pub fn of_choices(label: Label) -> Signal<String> {
    let app = use_app();
    text(move || app.scenario.with(|scenario| label(&scenario.population)))
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
    set: fn(&mut PopulationChoices, &str) -> bool,
) -> impl IntoView {
    let app = use_app();
    let name = of_choices(label);
    let on_text = move |typed: String| {
        let mut changed = app.scenario.with_untracked(|scenario| scenario.population.clone());
        let is_usable = set(&mut changed, &typed);
        if is_usable {
            app.slide(|scenario| scenario.population = changed);
        }
        is_usable
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{name}</label>
            <TextNumber id name unit=of_choices(unit) error value=of_choices(value) on_text/>
        </div>
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
    let name = of_choices(label);
    let value = Signal::derive(move || app.scenario.with(|scenario| value(&scenario.population)));
    let on_set = move |percent: Percent| app.slide(|scenario| set(&mut scenario.population, percent));
    view! {
        <div class="field">
            <label class="field__label" for=id>{name}</label>
            <PercentInput id name unit=of_choices(unit) error value on_set/>
        </div>
    }
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
    set: fn(&mut PopulationChoices, &str) -> bool,
) -> impl IntoView {
    let app = use_app();
    // `None` while nobody types.
    let typed = RwSignal::new(None::<String>);
    let is_usable = RwSignal::new(true);
    let is_wrong = RwSignal::new(false);
    let in_use = of_choices(value);
    let shown = text(move || typed.get().unwrap_or_else(|| in_use.get()));
    let on_input = move |event| {
        let text = event_target_value(&event);
        let mut changed = app.scenario.with_untracked(|scenario| scenario.population.clone());
        is_usable.set(set(&mut changed, &text));
        if is_usable.get_untracked() {
            is_wrong.set(false);
            app.slide(|scenario| scenario.population = changed);
        }
        typed.set(Some(text));
    };
    let leave = move |_| {
        let Some(is_usable) = is_usable.try_get_untracked() else { return };
        is_wrong.try_set(!is_usable);
        if is_usable {
            typed.try_set(None);
        }
    };
    let error_id = format!("{id}-error");
    let is_right = flag(move || !is_wrong.get());
    view! {
        <div class="field risk-text" class:risk-text--wrong=is_wrong>
            <label class="field__label" for=id>{label}</label>
            <p class="govuk-error-message" id=error_id.clone() role="alert" hidden=is_right>{error}</p>
            <input
                class="govuk-input"
                class:govuk-input--error=is_wrong
                id=id
                type="text"
                autocomplete="off"
                aria-invalid=text(move || is_wrong.get().to_string())
                aria-describedby=error_id
                prop:value=shown
                on:input=on_input
                on:blur=leave
            />
        </div>
    }
}

/// Reads a number into one of the choices.
pub fn read_into(number: &mut Thousandths, typed: &str, range: std::ops::RangeInclusive<Thousandths>) -> bool {
    Thousandths::parse(typed, range).map(|read| *number = read).is_ok()
}
