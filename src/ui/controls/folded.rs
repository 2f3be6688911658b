//! What is folded away.

use leptos::prelude::*;

use crate::ui::reactive::part;

/// Closed at first. What is inside is built when it is opened, and follows the choices only while it is open.
#[component]
pub fn Folded(
    /// What opens it.
    text: &'static str,
    /// A class of its own, with a space before it.
    #[prop(default = "")]
    class: &'static str,
    /// Builds what is inside.
    inside: Box<dyn Fn() -> AnyView + Send>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let content = part(move || if is_open.get() { inside() } else { ().into_any() });
    view! {
        <details
            class=format!("govuk-details{class}")
            on:toggle=move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))
        >
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{text}</span>
            </summary>
            {content}
        </details>
    }
}
