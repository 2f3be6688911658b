//! A part of a view by itself, in a frame on another site.

use leptos::prelude::*;

use crate::scenario::FrameKind;
use crate::ui::reactive::{flag, text};
use crate::ui::state::use_app;
use crate::words::{common, place};

/// What it is about, and the thing. The foot of the page has the source and the way to the whole tool.
#[component]
pub fn Framed(
    /// The thing.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let (view, kind) = app.scenario.with_untracked(|scenario| (scenario.view, scenario.framed()));
    let name = text(move || app.scenario.with(|scenario| place::on_card(scenario, &app.places())));
    let name = app.place_shown(name);
    let heading = text(move || if view.needs_a_place() { name.get() } else { common::heading(view).to_owned() });
    let is_long = flag(move || heading.with(|heading| place::is_long(heading)));
    view! {
        <article class="framed" class:framed--card=kind == FrameKind::Card>
            <p class="framed__kicker">{common::TITLE}</p>
            <h1 class="framed__place" class:framed__place--long=is_long id="heading" tabindex="-1">{heading}</h1>
            {children()}
        </article>
    }
}
