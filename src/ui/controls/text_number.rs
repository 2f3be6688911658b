//! A number typed as text.

use leptos::prelude::*;

use super::Typing;
use crate::words::number;

/// A small field for a number. What is typed is used as soon as it can be; what cannot is told when the field is left,
/// and the number from before stays in use.
#[component]
pub fn TextNumber(
    /// Id of the field.
    #[prop(into)]
    id: String,
    /// Its name for a screen reader, in full.
    #[prop(into)]
    name: Signal<String>,
    /// What stands after the number.
    #[prop(into)]
    unit: Signal<String>,
    /// Whether the unit stands before the number, as that of pounds does.
    #[prop(default = false)]
    is_pounds: bool,
    /// What is said of text that is no number.
    error: &'static str,
    /// The number in use, as a plain decimal.
    #[prop(into)]
    value: Signal<String>,
    /// Called with each new text, as a plain decimal if it is one; says whether it is a number that can be used.
    #[prop(into)]
    on_text: Callback<String, bool>,
) -> impl IntoView {
    let typing = Typing::new();
    let error_id = format!("{id}-error");
    let shown = typing.shown(move || number::format_decimal(value.get()));
    let on_input = move |event| {
        let text = event_target_value(&event);
        let is_usable = on_text.run(number::parse_decimal(text.clone()));
        typing.hear(text, is_usable);
    };
    let is_wrong = typing.is_wrong;
    view! {
        <div class="percent-input" class:percent-input--wrong=is_wrong class:percent-input--pounds=is_pounds>
            <p class="govuk-error-message" id=error_id.clone() role="alert" hidden=typing.is_right()>
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
                aria-invalid=typing.invalid()
                aria-describedby=error_id
                prop:value=shown
                on:input=on_input
                on:change=move |_| typing.leave()
                on:blur=move |_| typing.leave()
            />
            <span class="percent-input__unit" aria-hidden="true">{unit}</span>
        </div>
    }
}
