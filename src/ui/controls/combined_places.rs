//! Places put together, under a name of the person's own. It comes when it is opened.

use leptos::prelude::*;

use super::combobox::Combobox;
use super::place_list::PlaceList;
use super::typing::Typing;
use crate::data::PlaceCode;
use crate::scenario::place::given_name;
use crate::scenario::{Place, View};
use crate::ui::links::ViewLink;
use crate::ui::reactive::{memo, part};
use crate::ui::state::use_app;
use crate::words::place;

/// What the place is made of, what can be added, and its name.
#[component]
pub fn CombinedPlaces() -> impl IntoView {
    let app = use_app();
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
        <div class="govuk-details__text">
            <ul class="councils">{councils}</ul>
            <Combobox
                id="place-add"
                label=place::ADD_LABEL
                hint=place::HINT
                list=PlaceList::new(app)
                value=Signal::derive(String::new)
                on_choose=add
            />
            <GivenName/>
            <ViewLink to=View::Saved text=place::SIDE_BY_SIDE/>
        </div>
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
