//! Numbers with their labels: typed, or set by a slider with the number beside it.

use leptos::prelude::*;

use super::{PercentInput, PercentSlider, TextNumber};
use crate::scenario::Percent;
use crate::ui::reactive::text;

/// A number with its label.
#[component]
pub fn NumberField(
    /// Id of the field.
    id: &'static str,
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// Its name for a screen reader, where the label alone would not say which.
    #[prop(default = None)]
    name: Option<&'static str>,
    /// What stands after the number.
    #[prop(optional, into)]
    unit: MaybeProp<String>,
    /// Whether the unit stands before the number, as that of pounds does.
    #[prop(default = false)]
    is_pounds: bool,
    /// What is said of text that is no number.
    error: &'static str,
    /// A line below it.
    #[prop(default = None)]
    hint: Option<&'static str>,
    /// The number in use, as a plain decimal.
    #[prop(into)]
    value: Signal<String>,
    /// Called with each new text, as a plain decimal if it is one; says whether it is a number that can be used.
    #[prop(into)]
    on_text: Callback<String, bool>,
    /// How the field is set.
    #[prop(default = "field")]
    class: &'static str,
    /// How its label is set.
    #[prop(default = Some("field__label"))]
    label_class: Option<&'static str>,
) -> impl IntoView {
    let name = name.map_or(label, |name| text(move || name.to_owned()));
    let unit = text(move || unit.get().unwrap_or_default());
    view! {
        <div class=class>
            <label class=label_class for=id>{label}</label>
            <TextNumber id name unit is_pounds error value on_text/>
            {hint.map(|hint| view! { <p class="field__hint">{hint}</p> })}
        </div>
    }
}

/// A percentage with its label.
#[component]
pub fn PercentField(
    /// Id of the field.
    id: &'static str,
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// What stands after the number.
    #[prop(into)]
    unit: MaybeProp<String>,
    /// What is said of text that is no number.
    error: &'static str,
    /// A line below it.
    #[prop(default = None)]
    hint: Option<&'static str>,
    /// The percentage in use.
    #[prop(into)]
    value: Signal<Percent>,
    /// Called with each new percentage.
    #[prop(into)]
    on_set: Callback<Percent>,
    /// How its label is set.
    #[prop(default = Some("field__label"))]
    label_class: Option<&'static str>,
) -> impl IntoView {
    let on_text = move |text: String| text.parse().map(|percent| on_set.run(percent)).is_ok();
    let value = text(move || value.get().to_string());
    view! { <NumberField id label unit error hint value on_text label_class/> }
}

/// A percentage set by a slider, with the number beside it. Their ids are `id` and that with `-number`.
#[component]
pub fn SliderField(
    /// Id of the slider.
    id: &'static str,
    /// The label of both.
    #[prop(into)]
    label: Signal<String>,
    /// Name of the number for a screen reader, in full.
    #[prop(into)]
    name: Signal<String>,
    /// What stands after the number.
    #[prop(into)]
    unit: Signal<String>,
    /// What is said of text that is no number.
    error: &'static str,
    /// A line below it, which explains the slider.
    #[prop(default = None)]
    hint: Option<&'static str>,
    /// The percentage in use.
    #[prop(into)]
    value: Signal<Percent>,
    /// What a screen reader says of where the slider stands.
    spoken: Signal<String>,
    /// Called with each new percentage.
    #[prop(into)]
    on_set: Callback<Percent>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described_by = hint.map(|_| hint_id.clone());
    let hint = hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> });
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <PercentSlider id described_by value spoken on_set/>
            <PercentInput id=format!("{id}-number") name unit error value on_set/>
            {hint}
        </div>
    }
}
