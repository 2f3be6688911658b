//! The frame of the page: navigation, notices, the view, the foot.

use leptos::ev;
use leptos::prelude::*;

use super::announced::Announced;
use super::controls::session_link;
use super::deferred::deferred;
use super::links::ViewLink;
use super::own_files::Reading;
use super::parts::PORTS;
use super::ports::Screen;
use super::reactive::{effect, flag, list_items, memo, on_window, part, text as text_of};
use super::state::{AnswerState, AppState, use_app};
use crate::platform::{address, files, focus, update};
use crate::scenario::site_theme::{Colour, Density, Font};
use crate::scenario::{Door, FrameKind, Scenario, SiteTheme, ToQuery, View};
use crate::words::{common, missed, notice, place};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let app = AppState::new(&PORTS);
    provide_context(app);
    app.own_files.restore();

    on_window("popstate", move || app.follow_address());
    // A file dropped anywhere is used, for as long as the page is there; without this the browser would leave the page and show the file.
    let _ = window_event_listener(ev::dragover, |event| {
        if files::holds_files(&event) {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::drop, move |event| {
        if let Some(file) = files::dropped(&event) {
            event.prevent_default();
            app.take_file(file);
        }
    });

    let screen = memo(move || app.scenario.with(Screen::of));
    Effect::new(move |before: Option<Screen>| {
        let screen = screen.get();
        if before.is_some_and(|before| before != screen) {
            // After the new view is there.
            request_animation_frame(focus::heading);
        }
        screen
    });

    let title = text_of(move || {
        app.shown.with(|shown| match shown {
            AnswerState::Answer(answer) => {
                common::page_title(answer.scenario.view, Some(&place::of(&answer.scenario, &answer.places)))
            }
            AnswerState::Waiting | AnswerState::Problem(_) => {
                app.scenario.with(|scenario| common::page_title(scenario.view, None))
            }
        })
    });
    effect(move || title.with(|title| focus::set_title(title)));

    let theme = memo(move || app.scenario.with(|scenario| scenario.theme.readable().0));
    effect(move || {
        let SiteTheme { accent, ground, font, .. } = theme.get();
        let hex = |colour: Option<Colour>| colour.map(|colour| format!("#{colour}"));
        let font = (font != Font::System).then(|| font.families().to_owned());
        for (property, value) in
            [("--missed-need", hex(accent)), ("--missed-paper", hex(ground)), ("--missed-font", font)]
        {
            // Without it the page has its usual theme.
            let _ = crate::platform::theme::set(property, value.as_deref());
        }
    });
    let is_compact = flag(move || theme.get().density == Density::Compact);
    let at_start = StoredValue::new(true);
    let is_embedded = flag(move || app.scenario.with(|scenario| scenario.embed));
    let is_part = flag(move || app.scenario.with(|scenario| scenario.framed() != FrameKind::Page));
    let is_model = flag(move || app.scenario.with(|scenario| scenario.view.is_a_model()));
    let is_presented = flag(move || app.scenario.with(Scenario::is_presented));
    let is_asking = app.is_asking();
    view! {
        <div class="app" class:app--embed=is_embedded class:app--framed=is_part class:app--compact=is_compact class:app--present=is_presented class:app--model=is_model class:app--asking=is_asking>
            <a href="#heading" class="govuk-skip-link">{common::SKIP}</a>
            <Masthead is_without=flag(move || is_embedded.get() || is_presented.get())/>
            <main class="page" id="main">
                <UpdateNotice/>
                <Notices/>
                {part(move || {
                    let is_start = at_start.try_update_value(std::mem::take).unwrap_or_default();
                    (app.ports.screen)(screen.get(), is_start)
                })}
            </main>
            {deferred(move || {
                view! {
                    <Foot is_embedded is_presented/>
                    <Announcer/>
                }
                .into_any()
            })}
        </div>
    }
}

#[component]
fn Masthead(
    /// Inside a frame on another page, which has its own, or on a projector.
    is_without: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let view = memo(move || app.scenario.with(|scenario| scenario.view));
    // On a phone the list would take a third of the screen, so there it is opened, and closes when a page is chosen.
    let is_open = RwSignal::new(false);
    effect(move || {
        // A memo that is only tracked is never worked out, and so wakes nobody.
        let _chosen: View = view.get();
        is_open.set(false);
    });
    let expanded = text_of(move || is_open.get().to_string());
    let link = |to: View| view! { <li><ViewLink to text=common::nav_label(to) class="masthead__link"/></li> };
    let door = move |door: Door| {
        view! {
            <li class="masthead__door" class:masthead__door--here=flag(move || view.get().spec().door == door)>
                <span class="masthead__label">{common::door(door)}</span>
                <ul class="masthead__views">
                    {View::behind(door).map(link).collect_view()}
                    {(door == Door::Use).then(|| session_link("masthead__link masthead__session"))}
                </ul>
            </li>
        }
    };
    let doors =
        move || view! { <ul class="masthead__nav">{Door::IN_MASTHEAD.map(door).collect_view()}</ul> }.into_any();
    view! {
        <header class="masthead" hidden=is_without>
            <div class="masthead__bar">
                <ViewLink to=View::Missed text=common::TITLE class="masthead__title"/>
                <button
                    type="button"
                    class="masthead__menu"
                    aria-expanded=expanded
                    aria-controls="pages"
                    on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
                >
                    {common::MENU}
                </button>
                <nav class="masthead__pages" class:masthead__pages--open=is_open id="pages" aria-label=common::NAVIGATION>
                    {deferred(doors)}
                </nav>
            </div>
        </header>
    }
}

/// A new version is never used without a word: the person may be in the middle of something.
#[component]
fn UpdateNotice() -> impl IntoView {
    let is_hidden = RwSignal::new(true);
    on_window(update::READY, move || is_hidden.set(false));
    let use_now = move |_| {
        let _ = update::use_now();
    };
    view! {
        <section class="notice notice--update" aria-label=common::UPDATE hidden=is_hidden>
            <p class="govuk-body" role="status">{move || (!is_hidden.get()).then_some(common::UPDATE_READY)}</p>
            <button type="button" class="govuk-button" on:click=use_now>{common::USE_UPDATE}</button>
            <button type="button" class="link-button" on:click=move |_| is_hidden.set(true)>{common::CLOSE}</button>
        </section>
    }
}

#[component]
fn Notices() -> impl IntoView {
    let app = use_app();
    let texts = memo(move || {
        let mut texts: Vec<String> = app.notices.with(|notices| notices.iter().map(notice::text).collect());
        if app.scenario.with(|scenario| scenario.theme.readable().1) {
            texts.push(notice::UNREADABLE.to_owned());
        }
        let (place, edition) = app.scenario.with(|scenario| (scenario.place.clone(), scenario.data));
        let unknown = app.unknown_codes(&place, edition);
        if !unknown.is_empty() {
            texts.push(notice::unknown_places(&unknown, edition));
        }
        texts
    });
    // Closed until there is something else to say.
    let closed = RwSignal::new(Vec::new());
    let has_none = flag(move || texts.with(Vec::is_empty) || texts.get() == closed.get());
    let items = part(move || list_items(texts.get()));
    view! {
        <section class="notice" aria-labelledby="notice-heading" hidden=has_none>
            <h2 class="govuk-heading-s" id="notice-heading">{notice::HEADING}</h2>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
            <button type="button" class="link-button" on:click=move |_| closed.set(texts.get_untracked())>
                {common::CLOSE}
            </button>
        </section>
    }
}

#[component]
fn Foot(
    /// Inside a frame on another page.
    is_embedded: Signal<bool>,
    /// On a projector, which names the source itself.
    is_presented: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let edition = move || app.scenario.with(|scenario| scenario.data);
    // Those views name their own source beside the numbers.
    let has_own_source = flag(move || match app.scenario.with(|scenario| scenario.view) {
        View::Gap => true,
        View::Audit => app.served.with(Option::is_none),
        _ => false,
    });
    let estimated = memo(move || {
        let is_said = app.scenario.with(|scenario| scenario.counts_everyone() && !scenario.uses_own());
        let is_said = is_said && app.own_file().is_none() && !has_own_source.get();
        let is_on_card = app.scenario.with(|scenario| scenario.framed() == FrameKind::Card);
        let said = |in_short| if is_on_card { common::PEOPLE_ESTIMATED_ON_CARD } else { in_short };
        common::people_estimated_in_short(edition()).filter(|_| is_said).map(said)
    });
    let is_counted = flag(move || estimated.get().is_none());
    let estimated_text = text_of(move || estimated.get().map(str::to_owned).unwrap_or_default());
    let is_alone = flag(move || !is_embedded.get());
    let source = text_of(move || app.scenario.with(common::source_of));
    let full_link = text_of(move || address::full(&app.scenario.with(Scenario::full).to_query()));
    let view = memo(move || app.scenario.with(|scenario| scenario.view));
    let next = part(move || match common::next_question(view.get()) {
        Some((to, question)) => view! { <ViewLink to text=question/> }.into_any(),
        None => ().into_any(),
    });
    let has_no_next = flag(move || is_embedded.get() || common::next_question(view.get()).is_none());
    view! {
        <footer class="foot" hidden=is_presented>
            <p class="next" hidden=has_no_next data-testid="next-question">
                <span>{common::NEXT}</span>
                " "
                {next}
            </p>
            <p hidden=has_own_source>{source}</p>
            <p hidden=is_counted>{estimated_text}</p>
            <p class="foot__private">{common::PRIVATE}</p>
            <ul class="foot__views" hidden=is_embedded>
                {View::behind(Door::Foot).map(|to| view! { <li><ViewLink to text=common::nav_label(to)/></li> }).collect_view()}
            </ul>
            <p hidden=is_alone>
                <a class="govuk-link" href=full_link target="_blank" rel="noopener">{common::OPEN_FULL}</a>
            </p>
        </footer>
    }
}

/// Reads out what a target reaches and misses. A model says its own answer, and so do all councils side by side.
#[component]
fn Announcer() -> impl IntoView {
    let app = use_app();
    let is_of_target =
        memo(move || app.scenario.with(|scenario| !scenario.view.is_a_model() && scenario.view != View::Councils));
    // What is guessed is not given away.
    let is_asking = app.is_asking();
    let sentence = memo(move || {
        app.shown.with(|shown| match shown {
            _ if is_asking.get() || !is_of_target.get() => String::new(),
            AnswerState::Answer(answer) => missed::headline(&answer.scenario, &answer.missed),
            AnswerState::Waiting | AnswerState::Problem(_) => String::new(),
        })
    });
    let is_reading = flag(move || app.own_files.reading.with(|reading| matches!(reading, Reading::Under(..))));
    view! { <Announced id="announcer" sentence is_held=is_reading/> }
}
