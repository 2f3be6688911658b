//! A percentage typed as a number.

use leptos::prelude::*;

use super::TextNumber;
use crate::scenario::Percent;
use crate::ui::reactive::text;

/// A small field for a number from 0 to 100.
#[component]
pub fn PercentInput(
    /// Id of the field.
    #[prop(into)]
    id: String,
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
    let on_text = move |text: String| text.parse().map(|percent| on_set.run(percent)).is_ok();
    view! { <TextNumber id name unit error value=text(move || value.get().to_string()) on_text/> }
}
