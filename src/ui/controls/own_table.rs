//! The person's own table, where a page is about one instead of a place.

use leptos::prelude::*;

use super::{is_locked, is_own};
use crate::data::Places;
use crate::scenario::{Lock, OwnUnits, Scenario, View};
use crate::ui::links::ViewLink;
use crate::ui::reactive::{flag, part, text};
use crate::ui::state::use_app;
use crate::words::{own_units, place};

/// Its name, what changes it, and what leaves it for the built-in figures.
#[component]
pub fn OwnTableShown() -> impl IntoView {
    let app = use_app();
    let is_own = is_own(app);
    part(move || match is_own.get() {
        false => ().into_any(),
        true => view! { <Shown/> }.into_any(),
    })
}

#[component]
fn Shown() -> impl IntoView {
    let app = use_app();
    let name = text(move || app.scenario.with(|scenario| place::of(scenario, &Places::default())));
    // A frame has no way to other pages.
    let is_there = flag(move || app.scenario.with(|scenario| scenario.embed || scenario.view == View::Areas));
    view! {
        <div class="field own-table" data-testid="own-table">
            <p class="field__label">{name}</p>
            <p class="own-table__ways">
                <span hidden=is_there>
                    <ViewLink to=View::Areas text=own_units::CHANGE/>
                </span>
                <button
                    type="button"
                    class="link-button"
                    hidden=is_locked(app, Lock::More)
                    on:click=move |_| app.choose(|scenario: &mut Scenario| scenario.own = OwnUnits::default())
                >
                    {own_units::WITHOUT}
                </button>
            </p>
        </div>
    }
}
