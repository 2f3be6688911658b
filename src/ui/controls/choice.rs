//! One of a few: as radios or as a select.

use leptos::prelude::*;

/// A thing to choose.
#[derive(Clone)]
pub struct Item<T> {
    /// What it stands for.
    pub value: T,
    /// What the list says.
    pub label: String,
    /// A line below the label.
    pub hint: Option<String>,
    /// Whether it can be chosen now.
    pub is_enabled: bool,
}

impl<T> Item<T> {
    /// A thing that can be chosen.
    pub fn new(value: T, label: impl Into<String>) -> Self {
        Self { value, label: label.into(), hint: None, is_enabled: true }
    }
}

/// A group of radio buttons.
#[component]
pub fn Radios<T>(
    /// Name of the group, and start of its ids.
    name: &'static str,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// What can be chosen.
    #[prop(into)]
    items: Signal<Vec<Item<T>>>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<T>,
    /// Called with the new choice.
    #[prop(into)]
    on_choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let radio = move |(index, item): (usize, Item<T>)| {
        let id = format!("{name}-{index}");
        let hint_id = item.hint.as_ref().map(|_| format!("{id}-hint"));
        view! {
            <div class="govuk-radios__item">
                <input
                    class="govuk-radios__input"
                    type="radio"
                    name=name
                    id=id.clone()
                    aria-describedby=hint_id.clone()
                    prop:checked=move || value.get() == item.value
                    on:change=move |_| on_choose.run(item.value)
                />
                <label class="govuk-label govuk-radios__label" for=id>
                    {item.label}
                </label>
                {item.hint.map(|hint| view! { <div class="govuk-hint govuk-radios__hint" id=hint_id>{hint}</div> })}
            </div>
        }
    };
    view! {
        <fieldset class="govuk-fieldset field">
            <legend class="govuk-fieldset__legend field__label">{legend}</legend>
            <div class="govuk-radios govuk-radios--small" data-module="govuk-radios">
                {move || items.get().into_iter().enumerate().map(radio).collect_view()}
            </div>
        </fieldset>
    }
}

/// A list to choose one from.
#[component]
pub fn Select<T>(
    /// Id of the list.
    id: &'static str,
    /// What is asked.
    label: &'static str,
    /// A line below the list.
    #[prop(into)]
    hint: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    items: Signal<Vec<Item<T>>>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<T>,
    /// Called with the new choice.
    #[prop(into)]
    on_choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let choose = move |event| {
        let index: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(item) = index.and_then(|index| items.with(|items| items.get(index).cloned())) {
            on_choose.run(item.value);
        }
    };
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <select class="govuk-select" id=id aria-describedby=hint_id.clone() on:change=choose>
                {move || {
                    items
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(index, item)| {
                            view! {
                                <option
                                    value=index.to_string()
                                    disabled=!item.is_enabled
                                    prop:selected=move || value.get() == item.value
                                >
                                    {item.label}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
            <p class="field__hint" id=hint_id>{hint}</p>
        </div>
    }
}
