//! The ways onto a projector.

use leptos::prelude::*;

use crate::platform::address;
use crate::scenario::{Scenario, ToQuery};
use crate::ui::reactive::text;
use crate::ui::state::use_app;
use crate::words::workshop::{PRESENT, SESSION};

/// Two links: the page one thing at a time, and the guided session.
#[component]
pub fn PresentLinks() -> impl IntoView {
    let app = use_app();
    let link = move |session: bool, name: &'static str| {
        let to = move || Scenario { present: true, session, step: 0, ..app.scenario.get() };
        let follow = move |event: leptos::ev::MouseEvent| {
            // A modified click opens a tab, as with any link.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                app.choose(|scenario| *scenario = to());
            }
        };
        view! {
            <li>
                <a class="govuk-link" href=text(move || address::relative(&to().to_query())) on:click=follow>
                    {name}
                </a>
            </li>
        }
    };
    view! { <ul class="present-links">{link(false, PRESENT)} {link(true, SESSION)}</ul> }
}
