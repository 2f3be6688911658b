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

/// Closed at first on a screen, and open on paper, where it is part of what is shown. So what is inside is always there.
#[component]
pub fn FoldedOnScreen(
    /// What opens it.
    text: &'static str,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="govuk-details folded-on-screen">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{text}</span>
            </summary>
            {children()}
        </details>
    }
}
