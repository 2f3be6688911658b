//! Opens what is there to save a page and to pass it on.

use leptos::prelude::*;

use crate::ui::reactive::part;
use crate::ui::state::use_app;
use crate::words::common::SAVE_AND_SHARE;

/// Closed at first. Its content is fetched when it is opened, and follows the choices only while it is open.
#[component]
pub fn SaveAndShare() -> impl IntoView {
    let app = use_app();
    let is_open = RwSignal::new(false);
    let content = part(move || if is_open.get() { (app.ports.share_panel)() } else { ().into_any() });
    view! {
        <details
            class="govuk-details field"
            on:toggle=move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))
        >
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{SAVE_AND_SHARE}</span>
            </summary>
            <div class="govuk-details__text">{content}</div>
        </details>
    }
}
