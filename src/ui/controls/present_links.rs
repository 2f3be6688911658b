//! The ways onto a projector.

use leptos::prelude::*;

use crate::platform::address;
use crate::scenario::{Scenario, ToQuery};
use crate::ui::links::follow;
use crate::ui::reactive::{flag, text};
use crate::ui::state::use_app;
use crate::words::workshop::{PRESENT, SESSION, SESSION_OF_SERVICE};

/// Two links: the page one thing at a time, where it has steps, and the guided session.
#[component]
pub fn PresentLinks() -> impl IntoView {
    view! {
        <ul class="present-links">
            {link("govuk-link", PRESENT, |scenario| scenario.view.spec().has_steps, |page| page)}
            {session_link("govuk-link")}
        </ul>
    }
}

/// The guided session as an item of a list, where nothing is locked.
pub fn session_link(class: &'static str) -> AnyView {
    link(class, SESSION, |scenario| !scenario.is_locked(), |page| Scenario { session: true, ..page })
}

/// The guided session with the question about the room's own service, in the same way. It is about places, so not from numbers by
/// units of one's own.
pub fn service_session_link(class: &'static str) -> AnyView {
    let with_it = |page| Scenario { session: true, service: true, ..page };
    link(class, SESSION_OF_SERVICE, |scenario| !scenario.is_locked() && !scenario.uses_own(), with_it)
}

fn link(
    class: &'static str,
    name: &'static str,
    is_offered: fn(&Scenario) -> bool,
    change: fn(Scenario) -> Scenario,
) -> AnyView {
    let app = use_app();
    let to = move || change(Scenario { present: true, session: false, step: 0, ..app.scenario.get() });
    view! {
        <li hidden=flag(move || app.scenario.with(|scenario| !is_offered(scenario)))>
            <a
                class=class
                href=text(move || address::relative(&to().to_query()))
                on:click=move |event| follow(&event, || app.choose(|scenario| *scenario = to()))
            >
                {name}
            </a>
        </li>
    }
    .into_any()
}
