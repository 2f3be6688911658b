//! A list to search: the editable combobox of the WAI-ARIA Authoring Practices.

use leptos::ev;
use leptos::prelude::*;

use super::place_list::PlaceList;
use crate::platform::focus;
use crate::scenario::Place;
use crate::ui::controls::select_all;
use crate::ui::reactive::{flag, memo, part, text};
use crate::words::place::{self, Choice};

/// A text field with a list of places that fit what is typed.
#[component]
pub fn Combobox(
    /// Id of the field, and start of the other ids.
    id: &'static str,
    /// What is asked.
    label: &'static str,
    /// A line below the label.
    hint: &'static str,
    /// The places that can be chosen.
    list: PlaceList,
    /// What the field shows while nobody types.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the place chosen.
    #[prop(into)]
    on_choose: Callback<Place>,
) -> impl IntoView {
    // `None` while nobody types.
    let typed = RwSignal::new(None::<String>);
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);

    let found = memo(move || list.matching(&typed.get().unwrap_or_default()));
    let nothing = memo(move || list.nothing());
    let option_id = move |index: usize| format!("{id}-option-{index}");
    let list_id = format!("{id}-list");
    let hint_id = format!("{id}-hint");

    let open = move || {
        is_open.set(true);
        list.ask();
    };
    let close = move || {
        is_open.set(false);
        active.set(None);
        typed.set(None);
    };
    let choose = move |index: usize| {
        if let Some(choice) = found.with(|found| found.get(index).cloned()) {
            close();
            on_choose.run(choice.place);
        }
    };
    let move_to = move |index: usize| {
        active.set(Some(index));
        focus::scroll_to(&option_id(index));
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let count = found.with(Vec::len);
        let at = active.get();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => {
                let next = at.filter(|_| is_open.get()).map_or(0, |at| (at + 1) % count);
                open();
                move_to(next);
            }
            "ArrowUp" if count > 0 => {
                let next = at.filter(|_| is_open.get()).map_or(count - 1, |at| (at + count - 1) % count);
                open();
                move_to(next);
            }
            "Enter" if is_open.get() => match at {
                Some(at) => choose(at),
                // What was typed is enough if it leaves one place, or begins the first.
                None if typed.with(|typed| typed.as_ref().is_some_and(|text| !text.trim().is_empty())) => choose(0),
                None => close(),
            },
            "Escape" if is_open.get() => close(),
            _ => return,
        }
        event.prevent_default();
    };

    let status = move || {
        let is_searching = typed.with(|typed| typed.as_ref().is_some_and(|text| !text.trim().is_empty()));
        if is_searching { found.with(|found| place::found(found.len(), nothing.get())) } else { String::new() }
    };
    let status = text(status);
    let is_closed = flag(move || !is_open.get());
    let has_some = flag(move || !found.with(Vec::is_empty));
    let shown = text(move || typed.get().unwrap_or_else(|| value.get()));
    let expanded = text(move || is_open.get().to_string());
    let active_id = text(move || active.get().filter(|_| is_open.get()).map(option_id).unwrap_or_default());
    let option = move |(index, choice): (usize, Choice)| {
        let is_selected = text(move || (active.get() == Some(index)).to_string());
        view! {
            <li
                class="combobox__option"
                id=option_id(index)
                role="option"
                aria-selected=is_selected
                on:click=move |_| choose(index)
            >
                {choice.label}
                {(!choice.kind.is_empty()).then(|| view! { " " <span class="combobox__kind">{choice.kind}</span> })}
            </li>
        }
    };
    let options = part(move || {
        let shown = if is_open.get() { found.get() } else { Vec::new() };
        shown.into_iter().enumerate().map(option).collect_view().into_any()
    });
    view! {
        <div class="field combobox">
            <label class="field__label" for=id>{label}</label>
            <div class="combobox__field">
            <input
                class="govuk-input"
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-describedby=hint_id.clone()
                aria-controls=list_id.clone()
                aria-expanded=expanded
                aria-activedescendant=active_id
                prop:value=shown
                on:focus=move |event| {
                    select_all(event);
                    list.ask();
                }
                on:click=move |_| open()
                on:input=move |event| {
                    typed.set(Some(event_target_value(&event)));
                    active.set(None);
                    open();
                }
                on:blur=move |_| close()
                on:keydown=on_key
            />
            <div class="combobox__popup" hidden=is_closed>
                // The press must not take the focus from the field, or the list would close before the click.
                <ul
                    class="combobox__list"
                    id=list_id
                    role="listbox"
                    aria-label=place::LIST
                    on:mousedown=|event| event.prevent_default()
                >
                    {options}
                </ul>
                <p class="combobox__nothing" hidden=has_some>{nothing}</p>
            </div>
            </div>
            <p class="field__hint" id=hint_id>{hint}</p>
            <div class="govuk-visually-hidden" role="status">{status}</div>
        </div>
    }
}
