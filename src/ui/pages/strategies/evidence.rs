//! Where an assumption comes from, in a person's own words.

use leptos::prelude::*;

use crate::model::strategies::Assumption;
use crate::scenario::programme::OwnEvidence;
use crate::ui::controls::Typing;
use crate::ui::reactive::{flag, part, text};
use crate::ui::state::use_app;
use crate::words::strategies as words;

/// What opens the fields, and the fields: source, year and note.
#[component]
pub fn Evidence(
    /// Of which assumption.
    assumption: Assumption,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let fields = part(move || match is_open.get() {
        true => view! { <Fields assumption/> }.into_any(),
        false => ().into_any(),
    });
    view! {
        <p class="register__basis">
            <button
                type="button"
                class="link-button screen-only"
                aria-label=words::say_source(assumption)
                aria-expanded=text(move || is_open.get().to_string())
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {words::SAY_SOURCE}
            </button>
        </p>
        {fields}
    }
}

#[component]
fn Fields(
    /// Of which assumption.
    assumption: Assumption,
) -> impl IntoView {
    let app = use_app();
    let typings = [Typing::new(), Typing::new(), Typing::new()];
    let kept = move || app.scenario.with(|s| s.offers.evidence(assumption).cloned().unwrap_or_default());
    let field = move |at: usize| {
        let typing = typings[at];
        let shown = typing.shown(move || kept().parts()[at].to_owned());
        let on_input = move |event| {
            let typed = event_target_value(&event);
            let now = untrack(kept);
            let mut parts = now.parts();
            parts[at] = &typed;
            let evidence = OwnEvidence::typed(parts);
            let is_usable = match evidence {
                Ok(evidence) => app.take(|s| s.offers.programme.set_evidence(assumption, evidence).is_ok()),
                Err(_) => false,
            };
            typing.hear(typed, is_usable);
        };
        let id = format!("why-{}-{at}", assumption as usize);
        view! {
            <div class="register__said">
                <label class="register__column" for=id.clone()>{words::EVIDENCE_FIELDS[at]}</label>
                <input
                    class="govuk-input"
                    class:govuk-input--error=typing.is_wrong
                    id=id
                    type="text"
                    autocomplete="off"
                    aria-label=words::evidence_field(assumption, at)
                    aria-invalid=typing.invalid()
                    prop:value=shown
                    on:input=on_input
                    on:change=move |_| typing.leave()
                    on:blur=move |_| typing.leave()
                />
            </div>
        }
    };
    let is_right = flag(move || typings.into_iter().all(|typing| !typing.is_wrong.get()));
    view! {
        <div class="register__evidence">
            <p class="govuk-error-message" role="alert" hidden=is_right>{words::EVIDENCE_ERROR}</p>
            {[0, 1, 2].map(field).collect_view()}
        </div>
    }
}
