//! What is around the thing shown: the buttons, the keys, the clock, the source.

use leptos::prelude::*;

use super::timer::Timer;
use crate::platform::{focus, screen};
use crate::scenario::presentation::Navigation;
use crate::ui::here::after;
use crate::ui::reactive::{effect, flag, memo, text};
use crate::ui::state::{AppState, use_app};
use crate::words::{common, workshop as words};

/// Id of what holds the buttons.
const FOOT: &str = "deck-foot";

/// The step that is shown, of `count`.
pub fn current_step(app: AppState, count: Signal<usize>) -> Memo<u8> {
    // A link may name a step that there is not.
    memo(move || {
        app.scenario.with(|scenario| Navigation::Last.step(0, count.get()).map_or(0, |last| scenario.step.min(last)))
    })
}

/// One thing at a time.
#[component]
pub fn Shell(
    /// How many things there are.
    #[prop(into)]
    count: Signal<usize>,
    /// What is shown, for those who do not see it.
    title: Signal<String>,
    /// Whether the facilitator's notes are open, where there are any.
    #[prop(optional)]
    notes: Option<RwSignal<bool>>,
    /// Minutes for what is shown, where there are any.
    #[prop(optional, into)]
    suggested: Signal<Option<u8>>,
    /// Where its numbers come from, where that is not what the page's choices say.
    #[prop(optional)]
    source: Option<Signal<String>>,
    /// The thing.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let step = current_step(app, count);
    let is_session = notes.is_some();
    let is_timed = RwSignal::new(false);
    let is_filled = RwSignal::new(screen::is_filled());
    let is_refused = RwSignal::new(false);
    let announced = RwSignal::new(String::new());

    let leave = move || {
        if is_filled.get_untracked() {
            after(screen::fill(false), drop);
        }
        app.choose(|scenario| {
            (scenario.present, scenario.session, scenario.step) = (false, false, 0);
        });
    };
    // Says whether there was anything to do.
    let go = move |go: Navigation| -> bool {
        if let Some(to) = go.step(step.get_untracked(), count.get_untracked()) {
            focus::leave_unless_in(FOOT);
            // In a session "back" is the step before; out of a deck it leads with one.
            if is_session {
                app.choose(|scenario| scenario.step = to);
            } else {
                app.slide(|scenario| scenario.step = to);
            }
            return true;
        }
        match (go, notes) {
            (Navigation::Notes, None) => return false,
            (Navigation::Notes, Some(notes)) => notes.update(|is_open| *is_open = !*is_open),
            // What lies on top goes first.
            (_, Some(notes)) if notes.get_untracked() => notes.set(false),
            _ if is_timed.get_untracked() => is_timed.set(false),
            // There the browser takes the key for itself.
            _ if is_filled.get_untracked() => return false,
            _ => {
                focus::leave_unless_in(FOOT);
                leave();
            }
        }
        true
    };
    let keys = screen::KeyListener::new(move |pressed, focused| pressed.go(focused).is_some_and(go));
    let filling = screen::Listener::new("fullscreenchange", move |_| is_filled.set(screen::is_filled()));
    let listeners = StoredValue::new_local(Some((keys, filling)));
    on_cleanup(move || listeners.set_value(None));

    effect(move || {
        let said = words::announced(step.get(), count.get(), &title.get());
        // What is there first needs no news.
        if announced.with_untracked(|before| *before != said) {
            announced.set(said);
            request_animation_frame(|| {
                if focus::is_lost() {
                    focus::heading();
                }
            });
        }
    });
    effect(move || {
        step.track();
        focus::top();
    });

    let fill = move |_| {
        let is_to_be_filled = !is_filled.get_untracked();
        after(screen::fill(is_to_be_filled), move |filled| is_refused.set(filled.is_err()));
    };
    let is_at = move |at: Navigation| text(move || (at.step(0, count.get()) == Some(step.get())).to_string());
    let fill_name = text(move || if is_filled.get() { words::UNFILL } else { words::FILL }.to_owned());
    let progress = text(move || words::progress(step.get(), count.get()));
    let number = text(move || (u32::from(step.get()) + 1).to_string());
    let notes_open = text(move || notes.is_some_and(|notes| notes.get()).to_string());
    let source = source.unwrap_or_else(|| text(move || app.scenario.with(common::source_of)));
    view! {
            <div class="deck" class:deck--session=is_session class:deck--notes=flag(move || notes.is_some_and(|notes| notes.get()))>
                <div class="deck__stage">{children()}</div>
                <p class="deck__source">{source}</p>
                <p class="deck__source" role="status" hidden=flag(move || !is_refused.get())>{words::NOT_FILLED}</p>
            <div class="deck__foot" id=FOOT>
                    <progress class="deck__progress" max=text(move || count.get().to_string()) value=number aria-label=progress></progress>
                    <div class="deck__bar">
                        <div class="deck__tools">
                            <button type="button" class="deck__tool" aria-label=words::LEAVE on:click=move |_| leave()>
                                {words::LEAVE_SHORT}
                            </button>
                        </div>
                        <nav class="deck__steps" aria-label=words::STEPS>
                            <button
                                type="button"
                                class="deck__step"
                                aria-disabled=is_at(Navigation::First)
                                on:click=move |_| {
     go(Navigation::Back);
    }
                            >
                                {words::BACK}
                            </button>
                            <span class="deck__count">{progress}</span>
                            <button
                                type="button"
                                class="deck__step deck__step--next"
                                aria-disabled=is_at(Navigation::Last)
                                on:click=move |_| {
     go(Navigation::Next);
    }
                            >
                                {words::NEXT}
                            </button>
                        </nav>
                        <div class="deck__tools" role="group" aria-label=words::TOOLS>
                            <Timer is_open=is_timed suggested/>
                            {notes
                                .map(|_| {
                                    view! {
                                        <button
                                            type="button"
                                            class="deck__tool"
                                            aria-expanded=notes_open
                                            aria-keyshortcuts="n"
                                            on:click=move |_| {
     go(Navigation::Notes);
    }
                                        >
                                            {words::NOTES}
                                        </button>
                                    }
                                })}
                            <button type="button" class="deck__tool" hidden=!screen::can_fill() on:click=fill>
                                {fill_name}
                            </button>
                        </div>
                    </div>
                    </div>
                <div class="govuk-visually-hidden" role="status" data-testid="step-announcer">{announced}</div>
            </div>
        }
}
