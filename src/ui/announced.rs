//! What is read out of an answer that changes.

use std::time::Duration;

use leptos::prelude::*;

use super::reactive::flag;

/// A change is read out when the person has stopped changing things.
const DELAY: Duration = Duration::from_millis(700);

/// Reads a sentence out when it has changed and the person has paused. The first one is on the page already; only changes
/// are news.
#[component]
pub fn Announced(
    /// Id of the region.
    id: &'static str,
    /// The sentence; empty without an answer.
    #[prop(into)]
    sentence: Signal<String>,
    /// Whether something else is being said.
    #[prop(default = flag(|| false))]
    is_held: Signal<bool>,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<String>| {
        let sentence = sentence.get();
        let is_held = is_held.get();
        if before.is_some_and(|before| !before.is_empty() && before != sentence) && !is_held {
            if let Some(handle) = pending.try_update_value(Option::take).flatten() {
                handle.clear();
            }
            let text = sentence.clone();
            // The person may have gone on to another view.
            let say = move || {
                said.try_set(text);
            };
            pending.set_value(set_timeout_with_handle(say, DELAY).ok());
        }
        sentence
    });
    view! {
        <div class="govuk-visually-hidden" role="status" aria-live="polite" id=id data-testid=id>
            {said}
        </div>
    }
}
