//! The choice of a place of any kind.

use leptos::prelude::*;

use super::Folded;
use super::combobox::Combobox;
use super::place_list::PlaceList;
use crate::scenario::Place;
use crate::ui::state::use_app;
use crate::words::place;

/// A place of any kind, and places put together under a name.
#[component]
pub fn PlaceChoice() -> impl IntoView {
    view! {
        <PlaceField/>
        <CombinePlaces/>
    }
}

/// Opens what the place is made of.
#[component]
pub fn CombinePlaces() -> impl IntoView {
    let inside = use_app().ports.combined_places;
    view! { <Folded text=place::COMBINE class=" field" inside=Box::new(inside)/> }
}

/// A place of any kind.
#[component]
pub fn PlaceField() -> impl IntoView {
    let app = use_app();
    let name = move || app.scenario.with(|scenario| place::of(scenario, &app.places()));
    let set = move |place: Place| app.choose(move |scenario| scenario.place = place);
    view! {
        <Combobox
            id="place"
            label=place::LABEL
            hint=place::HINT
            list=PlaceList::new(app)
            value=Signal::derive(name)
            on_choose=set
        />
    }
}
