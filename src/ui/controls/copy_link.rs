//! Copies the link to the page as it is.

use leptos::prelude::*;

use super::select_all;
use crate::platform::clipboard;
use crate::ui::here::after;
use crate::ui::reactive::part;
use crate::ui::state::use_app;
use crate::words::common;

#[derive(Clone, PartialEq)]
enum Outcome {
    None,
    Copied(String),
    ByHand(String),
}

/// A button that copies the link; where the browser does not let it, a field to copy from.
#[component]
pub fn CopyLink() -> impl IntoView {
    let app = use_app();
    let outcome = RwSignal::new(Outcome::None);
    let copy = move |_| {
        let link = app.link();
        let copying = async move { (clipboard::copy(&link).await.is_ok(), link) };
        after(copying, move |(is_copied, link)| {
            outcome.set(if is_copied { Outcome::Copied(link) } else { Outcome::ByHand(link) });
        });
    };
    // The message belongs to the link that was copied, so it goes when the choices change.
    let current = move || {
        let link = app.link();
        outcome.with(|outcome| match outcome {
            Outcome::Copied(copied) if *copied == link => outcome.clone(),
            Outcome::ByHand(shown) if *shown == link => outcome.clone(),
            _ => Outcome::None,
        })
    };
    view! {
        <div class="copy-link">
            <button type="button" class="govuk-button govuk-button--secondary" on:click=copy>
                {common::COPY_LINK}
            </button>
            <div role="status">
                {part(move || match current() {
                    Outcome::None => ().into_any(),
                    Outcome::Copied(_) => view! { <span class="copy-link__done">{common::COPIED}</span> }.into_any(),
                    Outcome::ByHand(link) => {
                        view! {
                            <label class="field__label" for="link-by-hand">{common::COPY_BY_HAND}</label>
                            <input
                                class="govuk-input"
                                id="link-by-hand"
                                readonly=true
                                value=link
                                on:focus=select_all
                            />
                        }
                            .into_any()
                    }
                })}
            </div>
        </div>
    }
}
