//! A percentage typed as a number.

use leptos::prelude::*;

use crate::scenario::Percent;
use crate::ui::reactive::{flag, text};

/// A small field for a number from 0 to 100. What is typed is used as soon as it is a number; what is not one is
/// said so when the field is left, and the number from before stays in use.
#[component]
pub fn PercentInput(
    /// Id of the field.
    id: &'static str,
    /// Its name for a screen reader, in full.
    #[prop(into)]
    name: Signal<String>,
    /// What stands after the number.
    #[prop(into)]
    unit: Signal<String>,
    /// What is said of text that is no number.
    error: &'static str,
    /// The number in use.
    #[prop(into)]
    value: Signal<Percent>,
    /// Called with each new number.
    #[prop(into)]
    on_set: Callback<Percent>,
) -> impl IntoView {
    // `None` while nobody types.
    let typed = RwSignal::new(None::<String>);
    let is_wrong = RwSignal::new(false);
    let error_id = format!("{id}-error");
    let is_right = flag(move || !is_wrong.get());
    let invalid = text(move || is_wrong.get().to_string());
    let shown = text(move || typed.get().unwrap_or_else(|| value.get().to_string()));
    let on_input = move |event| {
        let text = event_target_value(&event);
        if let Ok(percent) = text.parse() {
            is_wrong.set(false);
            on_set.run(percent);
        }
        typed.set(Some(text));
    };
    let leave = move || {
        let wrong = typed.with(|typed| typed.as_ref().is_some_and(|text| text.parse::<Percent>().is_err()));
        is_wrong.set(wrong);
        if !wrong {
            typed.set(None);
        }
    };
    view! {
        <div class="percent-input" class:percent-input--wrong=is_wrong>
            <p class="govuk-error-message" id=error_id.clone() role="alert" hidden=is_right>
                {error}
            </p>
            <input
                class="govuk-input govuk-input--width-4"
                class:govuk-input--error=is_wrong
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label=name
                aria-invalid=invalid
                aria-describedby=error_id
                prop:value=shown
                on:input=on_input
                on:change=move |_| leave()
                on:blur=move |_| leave()
            />
            <span class="percent-input__unit" aria-hidden="true">{unit}</span>
        </div>
    }
}
