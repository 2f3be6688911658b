//! The choice of a place: one of any kind, or several together.

use std::sync::Arc;

use leptos::prelude::*;

use super::Typing;
use super::combobox::Combobox;
use crate::data::PlaceCode;
use crate::scenario::place::given_name;
use crate::scenario::{Place, View};
use crate::ui::links::ViewLink;
use crate::ui::reactive::{flag, memo, part};
use crate::ui::state::use_app;
use crate::words::place;

/// A place of any kind, and places put together under a name.
#[component]
pub fn PlaceChoice() -> impl IntoView {
    let app = use_app();
    let choices = memo(move || {
        let edition = app.scenario.with(|scenario| scenario.data);
        Arc::new(place::choices(edition, &app.places()))
    });
    let has_names = flag(move || !app.places().footprints.0.is_empty());
    let nothing = Signal::derive(move || if has_names.get() { place::NOTHING_FITS } else { place::NOT_ALL_HERE });
    let ask_for_names = move |()| app.ask_for_names();
    let name = move || app.scenario.with(|scenario| place::of(scenario, &app.places()));
    let set = move |place: Place| app.choose(move |scenario| scenario.place = place);

    // England is chosen as a whole, not council by council.
    let codes = memo(move || {
        let (place, edition) = app.scenario.with(|scenario| (scenario.place.clone(), scenario.data));
        match place {
            Place::England | Place::Footprints(_) => place.codes(),
            Place::CambridgeshirePeterborough | Place::Authorities(_) => {
                let extent = place.extent(edition, &app.places());
                extent.authorities().into_iter().map(PlaceCode::from).collect()
            }
        }
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
    let remove = move |code: PlaceCode| {
        if let Some(place) = Place::of(codes.get_untracked().into_iter().filter(|&other| other != code)) {
            set(place);
        }
    };
    let council = move |code: PlaceCode| {
        let edition = app.scenario.with(|scenario| scenario.data);
        let name = place::of_code(code, edition, &app.places());
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
        <Combobox
            id="place"
            label=place::LABEL
            hint=place::HINT
            choices
            value=Signal::derive(name)
            nothing
            on_open=ask_for_names
            on_choose=set
        />
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
                    nothing
                    on_open=ask_for_names
                    on_choose=add
                />
                <GivenName/>
                <ViewLink to=View::Saved text=place::SIDE_BY_SIDE/>
            </div>
        </details>
    }
}

/// A name of the person's own for the place.
#[component]
fn GivenName() -> impl IntoView {
    let app = use_app();
    let typing = Typing::new();
    let shown = typing.shown(move || app.scenario.with(|scenario| scenario.place_name.clone().unwrap_or_default()));
    let on_input = move |event| {
        let text = event_target_value(&event);
        let read = if text.trim().is_empty() { Some(None) } else { given_name(&text).map(Some) };
        let is_usable = app.take(|scenario| {
            read.is_some_and(|name| {
                scenario.place_name = name;
                true
            })
        });
        typing.hear(text, is_usable);
    };
    view! {
        <div class="field">
            <label class="field__label" for="place-name">{place::GIVEN}</label>
            <p class="govuk-error-message" id="place-name-error" role="alert" hidden=typing.is_right()>
                {place::GIVEN_ERROR}
            </p>
            <input
                class="govuk-input"
                id="place-name"
                type="text"
                autocomplete="off"
                aria-invalid=typing.invalid()
                aria-describedby="place-name-error place-name-hint"
                prop:value=shown
                on:input=on_input
                on:change=move |_| typing.leave()
                on:blur=move |_| typing.leave()
            />
            <p class="field__hint" id="place-name-hint">{place::GIVEN_HINT}</p>
        </div>
    }
}
