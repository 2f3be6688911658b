//! A text to copy.

use leptos::ev;
use leptos::prelude::*;

use crate::platform::clipboard;
use crate::ui::here::after;
use crate::ui::reactive::effect;
use crate::words::share as words;

/// A text to copy, in a field of its own.
#[component]
pub fn CopyField(
    /// Id of the field.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// Name of the button.
    copy: &'static str,
    /// The text.
    value: Signal<String>,
    /// Its height in lines.
    rows: &'static str,
) -> impl IntoView {
    let said = RwSignal::new("");
    effect(move || {
        value.track();
        said.set("");
    });
    let on_copy = move |_| {
        let text = value.get_untracked();
        let copying = async move { clipboard::copy(&text).await.is_ok() };
        after(copying, move |is_copied| said.set(if is_copied { words::COPIED } else { words::NOT_COPIED }));
    };
    let select_all = |event: ev::FocusEvent| event_target::<web_sys::HtmlTextAreaElement>(&event).select();
    view! {
        <label class="field__label" for=id>{label}</label>
        <textarea
            class="govuk-input share__text"
            id=id
            rows=rows
            readonly=true
            spellcheck="false"
            prop:value=value
            on:focus=select_all
        ></textarea>
        <p class="share__copy">
            <button type="button" class="link-button" aria-label=copy on:click=on_copy>{words::COPY}</button>
            <span role="status">{said}</span>
        </p>
    }
}
