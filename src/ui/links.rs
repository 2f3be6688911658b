//! Links from a page to another.

use leptos::ev;
use leptos::prelude::*;

use super::reactive::{flag, text as text_of};
use super::state::use_app;
use crate::platform::address;
use crate::scenario::{Scenario, ToQuery, View};

/// A link to a view that keeps the choices, and changes the view without loading the page again.
#[component]
pub fn ViewLink(
    /// Where it leads.
    to: View,
    /// What it says.
    text: &'static str,
    /// Its class.
    #[prop(default = "govuk-link")]
    class: &'static str,
) -> impl IntoView {
    let app = use_app();
    let current = Signal::derive(move || app.scenario.with(|s| s.view == to).then(|| "page".to_owned()));
    let address = text_of(move || app.link_to(to));
    view! {
        <a
            class=class
            data-view=to.key()
            href=address
            aria-current=current
            on:click=move |event| follow(&event, || app.choose(|scenario| *scenario = scenario.at(to)))
        >
            {text}
        </a>
    }
}

/// A link to a page with its own choices, opened without loading the app again. Where choices are locked, or a frame
/// shows a part alone, it opens beside it, as the whole tool does.
#[component]
pub fn PageLink(
    /// The page.
    scenario: Scenario,
    /// What the link says.
    #[prop(into)]
    text: String,
    /// Its name for a screen reader, in full.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let app = use_app();
    let address = address::relative(&scenario.to_query());
    let is_beside = flag(move || app.scenario.with(Scenario::opens_beside));
    let target = Signal::derive(move || is_beside.get().then(|| "_blank".to_owned()));
    let open = move |event: ev::MouseEvent| {
        if !is_beside.get_untracked() {
            // On a projector it stays large, in a frame without furniture.
            let change = |current: &mut Scenario| {
                let (embed, present) = (scenario.embed || current.embed, scenario.present || current.present);
                *current = Scenario { embed, present, ..scenario.clone() };
            };
            follow(&event, || app.choose(change));
        }
    };
    view! {
        <a class="govuk-link" href=address target=target aria-label=label on:click=open>
            {text}
        </a>
    }
}

/// Follows a link without loading the page again. A modified click opens a tab, as with any link.
pub fn follow(event: &ev::MouseEvent, go: impl FnOnce()) {
    let is_modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
    if !is_modified {
        event.prevent_default();
        go();
    }
}
