//! A field for a name, with what sets it.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

use crate::ui::reactive::{effect, flag, text};
use crate::words::common::CANCEL;

/// A field for a name.
#[component]
pub fn NameField(
    /// Id of the field.
    #[prop(into)]
    id: String,
    /// What it asks for.
    label: &'static str,
    /// What sets the name.
    button: &'static str,
    /// The name it starts with.
    name: String,
    /// Takes what was typed, or says why it cannot.
    on_set: Callback<String, Result<(), String>>,
    /// Leaves it as it is; none where there is nothing to leave.
    #[prop(optional)]
    on_leave: Option<Callback<()>>,
    /// Whether it has the focus at once.
    #[prop(default = false)]
    is_focused: bool,
) -> impl IntoView {
    let typed = RwSignal::new(name);
    let error = RwSignal::new(String::new());
    let field: NodeRef<Input> = NodeRef::new();
    effect(move || {
        if let Some(field) = field.get().filter(|_| is_focused) {
            // After its text is there.
            request_animation_frame(move || {
                let _ = field.focus();
                field.select();
            });
        }
    });
    let set = move || {
        if let Err(problem) = on_set.run(typed.get_untracked()) {
            error.set(problem);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => set(),
        "Escape" => {
            if let Some(leave) = on_leave {
                leave.run(());
            }
        }
        _ => {}
    };
    let is_right = flag(move || error.with(String::is_empty));
    let invalid = text(move || (!is_right.get()).to_string());
    let error_id = format!("{id}-error");
    let leave = on_leave.map(|leave| {
        view! {
            <button type="button" class="link-button" on:click=move |_| leave.run(())>
                {CANCEL}
            </button>
        }
    });
    view! {
        <div class="govuk-form-group saved__rename">
            <label class="field__label" for=id.clone()>{label}</label>
            <p class="govuk-error-message" id=error_id.clone() role="alert" hidden=is_right>{error}</p>
            <input
                class="govuk-input"
                class:govuk-input--error=move || !is_right.get()
                id=id
                type="text"
                autocomplete="off"
                aria-describedby=error_id
                aria-invalid=invalid
                node_ref=field
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=on_key
            />
            <p class="saved__actions">
                <button type="button" class="govuk-button" on:click=move |_| set()>{button}</button>
                {leave}
            </p>
        </div>
    }
}
