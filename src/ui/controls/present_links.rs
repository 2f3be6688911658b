//! The ways onto a projector.

use leptos::prelude::*;

use crate::platform::address;
use crate::scenario::{Scenario, ToQuery};
use crate::ui::links::follow;
use crate::ui::reactive::{flag, text};
use crate::ui::state::use_app;
use crate::words::workshop::{PRESENT, SESSION};

/// Two links: the page one thing at a time, where it has steps, and the guided session, where nothing is locked.
#[component]
pub fn PresentLinks() -> impl IntoView {
    let app = use_app();
    let link = move |session: bool, name: &'static str, is_offered: fn(&Scenario) -> bool| {
        let to = move || Scenario { present: true, session, step: 0, ..app.scenario.get() };
        view! {
            <li hidden=flag(move || app.scenario.with(|scenario| !is_offered(scenario)))>
                <a
                    class="govuk-link"
                    href=text(move || address::relative(&to().to_query()))
                    on:click=move |event| follow(&event, || app.choose(|scenario| *scenario = to()))
                >
                    {name}
                </a>
            </li>
        }
    };
    view! {
        <ul class="present-links">
            {link(false, PRESENT, |scenario| scenario.view.spec().has_steps)}
            {link(true, SESSION, |scenario| !scenario.is_locked())}
        </ul>
    }
}
