//! A number typed as text.

use leptos::prelude::*;

use crate::ui::reactive::{flag, text};
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
    // `None` while nobody types.
    let typed = RwSignal::new(None::<String>);
    let is_usable = RwSignal::new(true);
    let is_wrong = RwSignal::new(false);
    let error_id = format!("{id}-error");
    let is_right = flag(move || !is_wrong.get());
    let invalid = text(move || is_wrong.get().to_string());
    let shown = text(move || typed.get().unwrap_or_else(|| number::format_decimal(value.get())));
    let on_input = move |event| {
        let text = event_target_value(&event);
        is_usable.set(on_text.run(number::parse_decimal(text.clone())));
        if is_usable.get_untracked() {
            is_wrong.set(false);
        }
        typed.set(Some(text));
    };
    let leave = move || {
        // A field is also left when it is taken off the page, after what it held is gone.
        let Some(is_usable) = is_usable.try_get_untracked() else { return };
        is_wrong.try_set(!is_usable);
        if is_usable {
            typed.try_set(None);
        }
    };
    view! {
        <div class="percent-input" class:percent-input--wrong=is_wrong class:percent-input--pounds=is_pounds>
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
