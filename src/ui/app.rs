//! The frame of the page: navigation, notices, the view, the foot.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::own_files::Reading;
use super::pages::{AboutPage, DataPage, MissedPage};
use super::state::{AppState, Shown, use_app};
use crate::platform::{files, focus};
use crate::scenario::View;
use crate::words::{common, missed, notice};

/// A change is read out when the person has stopped changing things.
const ANNOUNCE_DELAY: Duration = Duration::from_millis(700);

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let app = AppState::new();
    provide_context(app);
    app.own_files.restore();

    let on_back = window_event_listener(ev::popstate, move |_| app.follow_address());
    // A file dropped anywhere is used; without this the browser would leave the page and show the file.
    let on_drag = window_event_listener(ev::dragover, |event| {
        if files::holds_files(&event) {
            event.prevent_default();
        }
    });
    let on_drop = window_event_listener(ev::drop, move |event| {
        if let Some(file) = files::dropped(&event) {
            event.prevent_default();
            app.choose(|scenario| scenario.view = View::Data);
            app.add_file(file);
        }
    });
    on_cleanup(move || {
        on_back.remove();
        on_drag.remove();
        on_drop.remove();
    });

    let view = Memo::new(move |_| app.scenario.with(|scenario| scenario.view));
    Effect::new(move |before: Option<View>| {
        let view = view.get();
        focus::set_title(&common::page_title(view));
        if before.is_some_and(|before| before != view) {
            // After the new view is there.
            request_animation_frame(|| focus::to("heading"));
        }
        view
    });

    let is_embedded = move || app.scenario.with(|scenario| scenario.embed);
    let is_presented = move || app.scenario.with(|scenario| scenario.present);
    view! {
        <div class="app" class:app--embed=is_embedded class:app--present=is_presented>
            <a href="#heading" class="govuk-skip-link">{common::SKIP}</a>
            <Show when=move || !is_embedded()>
                <Masthead/>
            </Show>
            <main class="page" id="main">
                <Notices/>
                {move || match view.get() {
                    View::Missed => view! { <MissedPage/> }.into_any(),
                    View::Data => view! { <DataPage/> }.into_any(),
                    View::About => view! { <AboutPage/> }.into_any(),
                }}
            </main>
            <Foot is_embedded=Signal::derive(is_embedded)/>
            <Announcer/>
        </div>
    }
}

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
    let is_current = move || app.scenario.with(|scenario| scenario.view == to);
    let follow = move |event: ev::MouseEvent| {
        // A modified click opens a tab, as with any link.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0) {
            event.prevent_default();
            app.choose(|scenario| scenario.view = to);
        }
    };
    view! {
        <a class=class href=move || app.link_to(to) aria-current=move || is_current().then_some("page") on:click=follow>
            {text}
        </a>
    }
}

#[component]
fn Masthead() -> impl IntoView {
    view! {
        <header class="masthead">
            <div class="masthead__bar">
                <ViewLink to=View::Missed text=common::TITLE class="masthead__title"/>
                <nav aria-label=common::NAVIGATION>
                    <ul class="masthead__nav">
                        {View::ALL
                            .map(|view| {
                                view! {
                                    <li>
                                        <ViewLink to=view text=common::nav_label(view) class="masthead__link"/>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </nav>
            </div>
        </header>
    }
}

#[component]
fn Notices() -> impl IntoView {
    let app = use_app();
    let has_notices = move || app.notices.with(|notices| !notices.is_empty());
    view! {
        <Show when=has_notices>
            <section class="notice" role="region" aria-labelledby="notice-heading">
                <h2 class="govuk-heading-s" id="notice-heading">{notice::HEADING}</h2>
                <ul class="govuk-list govuk-list--bullet">
                    {move || {
                        app.notices.get().iter().map(|notice| view! { <li>{notice::text(notice)}</li> }).collect_view()
                    }}
                </ul>
                <button type="button" class="link-button" on:click=move |_| app.notices.set(Vec::new())>
                    {common::CLOSE}
                </button>
            </section>
        </Show>
    }
}

#[component]
fn Foot(
    /// Inside a frame on another page.
    is_embedded: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let edition = move || app.scenario.with(|scenario| scenario.data);
    let is_estimated = move || edition().built_in_people_are_estimated() && app.own_files.of(edition()).is_none();
    let full_link = move || {
        let mut scenario = app.scenario.get();
        (scenario.embed, scenario.present) = (false, false);
        crate::platform::address::full(&crate::scenario::ToQuery::to_query(&scenario))
    };
    view! {
        <footer class="foot">
            <p>{move || common::source(edition())}</p>
            <Show when=is_estimated>
                <p>{common::PEOPLE_ESTIMATED}</p>
            </Show>
            <p>{common::PRIVATE}</p>
            <Show when=move || is_embedded.get()>
                <p>
                    <a class="govuk-link" href=full_link target="_blank" rel="noopener">{common::OPEN_FULL}</a>
                </p>
            </Show>
        </footer>
    }
}

/// Reads the answer out when it has changed and the person has paused.
#[component]
fn Announcer() -> impl IntoView {
    let app = use_app();
    let said = RwSignal::new(String::new());
    let sentence = Memo::new(move |_| {
        app.shown.with(|shown| match shown {
            Shown::Answer(answer) => missed::headline(&answer.scenario, &answer.missed),
            Shown::Waiting | Shown::Problem(_) => String::new(),
        })
    });
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<String>| {
        let sentence = sentence.get();
        let is_reading = app.own_files.reading.with(|reading| matches!(reading, Reading::Under(..)));
        // The first answer is on the page already; only changes are news.
        if before.is_some_and(|before| !before.is_empty() && before != sentence) && !is_reading {
            if let Some(handle) = pending.try_update_value(Option::take).flatten() {
                handle.clear();
            }
            let text = sentence.clone();
            pending.set_value(set_timeout_with_handle(move || said.set(text), ANNOUNCE_DELAY).ok());
        }
        sentence
    });
    view! {
        <div class="govuk-visually-hidden" role="status" aria-live="polite" id="announcer">
            {said}
        </div>
    }
}
