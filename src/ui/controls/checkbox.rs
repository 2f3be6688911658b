//! A box to tick.

use leptos::prelude::*;

/// One box with its label, to stand in a group with the class `govuk-checkboxes`.
#[component]
pub fn Checkbox(
    /// Its id in the page.
    #[prop(into)]
    id: String,
    /// What it is about.
    #[prop(into)]
    label: String,
    /// Its name for a screen reader, where the label alone would not say which.
    #[prop(optional, into)]
    name: Option<String>,
    /// A sentence below it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it is ticked.
    #[prop(into)]
    is_ticked: Signal<bool>,
    /// Whether it has to stay as it is.
    #[prop(optional, into)]
    is_fixed: MaybeProp<bool>,
    /// Called when the person ticks it or clears it.
    on_tick: Callback<bool>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described_by = hint.as_ref().map(|_| hint_id.clone());
    let hint = hint.map(|hint| view! { <div class="govuk-hint govuk-checkboxes__hint" id=hint_id>{hint}</div> });
    view! {
        <div class="govuk-checkboxes__item">
            <input
                class="govuk-checkboxes__input"
                id=id.clone()
                type="checkbox"
                aria-label=name
                aria-describedby=described_by
                disabled=move || is_fixed.get().unwrap_or_default()
                prop:checked=is_ticked
                on:change=move |event| on_tick.run(event_target_checked(&event))
            />
            <label class="govuk-label govuk-checkboxes__label" for=id>{label}</label>
            {hint}
        </div>
    }
}
