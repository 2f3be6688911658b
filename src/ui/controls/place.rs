//! The choice of one or more authorities.

use std::sync::Arc;

use leptos::prelude::*;

use super::combobox::Combobox;
use crate::data::AuthorityCode;
use crate::scenario::Place;
use crate::ui::reactive::{memo, part};
use crate::ui::state::use_app;
use crate::words::place;

/// A council, a county or England, and councils put together.
#[component]
pub fn PlaceChoice() -> impl IntoView {
    let app = use_app();
    let choices = memo(move || Arc::new(place::choices(&app.authorities())));
    let name = move || app.scenario.with(|scenario| place::name(&scenario.place, &app.authorities()));
    let set = move |place: Place| app.choose(move |scenario| scenario.place = place);

    let codes = memo(move || {
        let (place, edition) = app.scenario.with(|scenario| (scenario.place.clone(), scenario.data));
        // England is chosen as a whole, not council by council.
        if place == Place::England { Vec::new() } else { place.authorities(edition, &app.authorities()) }
    });
    let add = move |place: Place| {
        let added = match place {
            Place::England => Some(Place::England),
            other => Place::of(codes.get_untracked().into_iter().chain(other.codes())),
        };
        if let Some(place) = added {
            set(place);
        }
    };
    let remove = move |code: AuthorityCode| {
        if let Some(place) = Place::of(codes.get_untracked().into_iter().filter(|&other| other != code)) {
            set(place);
        }
    };
    let council = move |code: AuthorityCode| {
        let name = place::authority(code, &app.authorities());
        let can_remove = codes.with_untracked(|codes| codes.len() > 1);
        view! {
            <li class="councils__item">
                <span>{name.clone()}</span>
                {can_remove
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="link-button"
                                aria-label=place::remove(&name)
                                on:click=move |_| remove(code)
                            >
                                {crate::words::data::REMOVE}
                            </button>
                        }
                    })}
            </li>
        }
    };
    let councils = part(move || codes.get().into_iter().map(council).collect_view().into_any());
    view! {
        <Combobox id="place" label=place::LABEL hint=place::HINT choices value=Signal::derive(name) on_choose=set/>
        <details class="govuk-details field">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{place::COMBINE}</span>
            </summary>
            <div class="govuk-details__text">
                <ul class="councils">
                    {councils}
                </ul>
                <Combobox
                    id="place-add"
                    label=place::ADD_LABEL
                    hint=place::HINT
                    choices
                    value=Signal::derive(String::new)
                    on_choose=add
                />
            </div>
        </details>
    }
}
