//! One of a few: as radios or as a select.

use leptos::prelude::*;

use crate::scenario::Scenario;
use crate::ui::reactive::{flag, memo, part};
use crate::ui::state::use_app;

/// A thing to choose. What it stands for is known by its position, so that the code of a list is there once, not once
/// for each kind of thing.
#[derive(Clone, PartialEq)]
pub struct Item {
    /// What the list says.
    pub label: String,
    /// A line below the label.
    pub hint: Option<String>,
    /// Whether it can be chosen now.
    pub is_enabled: bool,
}

impl Item {
    /// A thing that can be chosen.
    pub fn new(label: &str) -> Self {
        Self { label: label.to_owned(), hint: None, is_enabled: true }
    }

    /// Things that can all be chosen, and stay as they are.
    pub fn all(labels: &[&str]) -> Signal<Vec<Self>> {
        Signal::stored(labels.iter().map(|label| Self::new(label)).collect())
    }
}

/// The position of the thing chosen among all there are.
pub fn position_of<T: PartialEq>(all: &[T], chosen: &T) -> usize {
    all.iter().position(|thing| thing == chosen).unwrap_or_default()
}

/// The position of what is chosen, as it changes.
pub fn chosen(position: fn(&Scenario) -> usize) -> Memo<usize> {
    let app = use_app();
    memo(move || app.scenario.with(position))
}

/// Takes the position of a new choice over.
pub fn choosing(set: fn(&mut Scenario, usize)) -> Callback<usize> {
    let app = use_app();
    Callback::new(move |at| app.choose(|scenario| set(scenario, at)))
}

/// A group of radio buttons.
#[component]
pub fn Radios(
    /// Name of the group, and start of its ids.
    name: &'static str,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// What can be chosen.
    #[prop(into)]
    items: Signal<Vec<Item>>,
    /// Position of what is chosen.
    #[prop(into)]
    value: Signal<usize>,
    /// Called with the position of the new choice.
    #[prop(into)]
    on_choose: Callback<usize>,
    /// Whether they stand beside each other.
    #[prop(optional)]
    is_inline: bool,
) -> impl IntoView {
    let class = if is_inline {
        "govuk-radios govuk-radios--small govuk-radios--inline"
    } else {
        "govuk-radios govuk-radios--small"
    };
    let radio = move |(index, item): (usize, Item)| {
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
                    prop:checked=flag(move || value.get() == index)
                    on:change=move |_| on_choose.run(index)
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
            <div class=class data-module="govuk-radios">
                {part(move || items.get().into_iter().enumerate().map(radio).collect_view().into_any())}
            </div>
        </fieldset>
    }
}

/// A list to choose one from.
#[component]
pub fn Select(
    /// Id of the list.
    id: &'static str,
    /// What is asked.
    label: &'static str,
    /// A line below the list.
    #[prop(into)]
    hint: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    items: Signal<Vec<Item>>,
    /// Position of what is chosen.
    #[prop(into)]
    value: Signal<usize>,
    /// Called with the position of the new choice.
    #[prop(into)]
    on_choose: Callback<usize>,
) -> impl IntoView {
    let choose = move |event| {
        if let Ok(index) = event_target_value(&event).parse() {
            on_choose.run(index);
        }
    };
    let hint_id = format!("{id}-hint");
    let option = move |(index, item): (usize, Item)| {
        view! {
            <option
                value=index.to_string()
                disabled=!item.is_enabled
                prop:selected=flag(move || value.get() == index)
            >
                {item.label}
            </option>
        }
    };
    let options = part(move || items.get().into_iter().enumerate().map(option).collect_view().into_any());
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <select class="govuk-select" id=id aria-describedby=hint_id.clone() on:change=choose>
                {options}
            </select>
            <p class="field__hint" id=hint_id>{hint}</p>
        </div>
    }
}
