//! Places side by side with the same choices, and options for new councils as such places.

use leptos::prelude::*;

use super::comparison::SideBySide;
use crate::scenario::place::MOST_BESIDE;
use crate::scenario::reorganisation::Reorganisation;
use crate::scenario::{Place, Scenario, ToQuery, View};
use crate::ui::controls::{Combobox, FoldedOnScreen, PlaceList};
use crate::ui::links::PageLink;
use crate::ui::reactive::{flag, memo, part};
use crate::ui::state::use_app;
use crate::words::{beside as words, data, place};

/// The part of the page.
#[component]
pub fn Beside() -> impl IntoView {
    let app = use_app();
    // The places are named in full, so larger ones have to be known by name.
    let pages = memo(move || {
        let known = app.places();
        let page = app.scenario.get();
        let own = std::iter::once((page.place.clone(), page.place_name.clone()));
        let others = page.beside.iter().map(|place| (place.clone(), None));
        let column = |(place, place_name): (Place, Option<String>)| {
            let name = place::in_full(&place, place_name.as_deref(), page.data, &known);
            let scenario = Scenario { view: View::Missed, place, place_name, beside: Vec::new(), ..page.full() };
            (name, scenario.to_query())
        };
        if page.beside.is_empty() { Vec::new() } else { own.chain(others).map(column).collect() }
    });
    let add = move |place: Place| {
        app.choose(move |scenario| {
            if !scenario.beside.contains(&place) && scenario.beside.len() < MOST_BESIDE {
                scenario.beside.push(place);
            }
        });
    };
    let keep = move |_| add(app.scenario.with_untracked(|scenario| scenario.place.clone()));
    let remove = move |place: &Place| app.choose(|scenario| scenario.beside.retain(|other| other != place));
    let is_full = flag(move || app.scenario.with(|scenario| scenario.beside.len() >= MOST_BESIDE));
    let has_room = flag(move || !is_full.get());
    let list = part(move || {
        let (edition, beside) = app.scenario.with(|scenario| (scenario.data, scenario.beside.clone()));
        let known = app.places();
        let item = |other: Place| {
            let name = place::in_full(&other, None, edition, &known);
            view! {
                <li class="councils__item">
                    <span>{name.clone()}</span>
                    <button
                        type="button"
                        class="link-button"
                        aria-label=words::remove(&name)
                        on:click=move |_| remove(&other)
                    >
                        {data::REMOVE}
                    </button>
                </li>
            }
        };
        beside.into_iter().map(item).collect_view().into_any()
    });
    let options = part(move || {
        let page = app.scenario.get();
        let link = |option: Reorganisation| {
            let scenario = option.side_by_side(&page);
            view! { <li><PageLink scenario text=words::option(option) label=words::option(option)/></li> }
        };
        Reorganisation::ALL.map(link).collect_view().into_any()
    });
    view! {
        <section data-testid="beside">
            <h2 class="govuk-heading-m">{words::HEADING}</h2>
            <p class="govuk-body">{words::TEXT}</p>
            <ul class="councils" aria-label=words::LIST>{list}</ul>
            <p class="govuk-body" hidden=has_room>{words::FULL}</p>
            <div hidden=is_full>
                <Combobox
                    id="place-beside"
                    label=words::ADD
                    hint=place::HINT
                    list=PlaceList::new(app)
                    value=Signal::derive(String::new)
                    on_choose=add
                />
                <button type="button" class="link-button" on:click=keep>{words::KEEP}</button>
            </div>
            <SideBySide pages heading=words::HEADING testid="places-side-by-side"/>
            <FoldedOnScreen text=words::OPTIONS>
                <p class="govuk-body">{words::OPTIONS_TEXT}</p>
                <ul class="govuk-list govuk-list--bullet">{options}</ul>
                <p class="figure__note">{words::OPTIONS_SOURCES}</p>
            </FoldedOnScreen>
        </section>
    }
}
