//! Guesses and votes, and the picture that holds them against the answer.

use leptos::prelude::*;

use super::state::Session;
use crate::platform::focus;
use crate::results::workshop::OFFERS;
use crate::scenario::Percent;
use crate::scenario::session::SessionQuestion;
use crate::ui::controls::{Slider, SliderStyle, TextNumber, set_by_key};
use crate::ui::reactive::{flag, part, text};
use crate::words::{number, strategies as offers, workshop as words};

/// Id of the field for a guess.
const FIELD: &str = "guess-number";
/// Where the bar stands before anybody has guessed.
const MIDDLE: Percent = Percent::from_tenths(500);

/// A slider of 0 to 100 as a large bar.
#[component]
pub fn LargeSlider(
    /// Id of the slider.
    id: &'static str,
    /// Its name.
    #[prop(into)]
    name: Signal<String>,
    /// Where it stands; `None` before it was moved.
    value: Signal<Option<Percent>>,
    /// What a screen reader says of where it stands.
    #[prop(into)]
    spoken: Signal<String>,
    /// Called with each new position; `None` where it was not moved after all.
    #[prop(into)]
    on_set: Callback<Option<Percent>>,
) -> impl IntoView {
    let position = move || value.get().unwrap_or(MIDDLE);
    let position_untracked = move || value.get_untracked().unwrap_or(MIDDLE);
    let on_percent = Callback::new(move |percent| on_set.run(Some(percent)));
    let on_key = Callback::new(move |event| set_by_key(&event, position_untracked(), on_percent));
    let on_text = Callback::new(move |text: String| on_set.run(text.parse().ok()));
    // Without a position there is no text, and the browser puts the bar into the middle.
    let shown = text(move || value.get().map(|percent| percent.to_string()).unwrap_or_default());
    let class = text(move || {
        let class = if value.get().is_some() { "large-slider" } else { "large-slider large-slider--none" };
        class.to_owned()
    });
    let style = Some(SliderStyle { class, at: text(move || format!("{}%", position())) });
    view! { <Slider id name style value=shown spoken on_text on_key/> }
}

/// One guess, or one after the other of a whole room.
#[component]
pub fn GuessInput(
    /// The session.
    session: Session,
    /// What is asked.
    moment: SessionQuestion,
) -> impl IntoView {
    let in_room = session.room;
    let current = Signal::derive(move || in_room.with(|room| room.guesses(moment).current));
    let set = move |guess: Option<Percent>| in_room.update(|room| room.guesses_mut(moment).current = guess);
    let unit = session.text(move |workshop, _| words::guess_unit(moment, workshop.scenario.need));
    let name = text(move || format!("{}, {}", words::guess_name(moment), unit.get()));
    let shown = text(move || current.get().map(|guess| guess.to_string()).unwrap_or_default());
    let large = text(move || current.get().map_or_else(|| words::NO_GUESS.to_owned(), number::chosen_percent));
    let spoken = text(move || match current.get() {
        Some(guess) => format!("{} {}", number::chosen(guess), unit.get()),
        None => words::NO_GUESS_SPOKEN.to_owned(),
    });
    let on_text = move |typed: String| {
        let guess = typed.parse().ok();
        let is_usable = guess.is_some() || typed.trim().is_empty();
        if is_usable {
            set(guess);
        }
        is_usable
    };
    let keep = move || {
        in_room.update(|room| room.guesses_mut(moment).keep());
        focus::to(FIELD);
    };
    let kept = Signal::derive(move || in_room.with(|room| room.guesses(moment).kept.clone()));
    let has_none = flag(move || kept.with(Vec::is_empty));
    let chips = part(move || {
        let chip = |(position, guess): (usize, Percent)| {
            let remove = move |_| {
                in_room.update(|room| room.guesses_mut(moment).remove(position));
                // The button that held the focus is gone.
                focus::to(FIELD);
            };
            view! {
                <li>
                    <button
                        type="button"
                        class="chip"
                        aria-label=words::remove_guess(&number::chosen_percent(guess))
                        on:click=remove
                    >
                        {number::chosen_percent(guess)}
                        <span class="chip__cross" aria-hidden="true">{words::CROSS}</span>
                    </button>
                </li>
            }
        };
        kept.get().into_iter().enumerate().map(chip).collect_view().into_any()
    });
    view! {
        <form
            class="guess"
            on:submit=move |event| {
                event.prevent_default();
                keep();
            }
        >
            <div class="guess__bar">
                <LargeSlider id="guess" name value=current spoken on_set=set/>
                <span class="guess__large" aria-hidden="true">{large}</span>
            </div>
            <div class="guess__row">
                <span class="guess__name" aria-hidden="true">{words::guess_name(moment)}</span>
                <TextNumber id=FIELD name unit error=words::GUESS_ERROR value=shown on_text/>
                <button type="submit" class="deck__tool">{words::ADD_GUESS}</button>
            </div>
            <div hidden=has_none>
                <h2 class="guess__kept">{words::TABLE_GUESSES}</h2>
                <ul class="chips">{chips}</ul>
            </div>
        </form>
    }
}

/// Votes for the offers.
#[component]
pub fn VoteInput(
    /// The session.
    session: Session,
) -> impl IntoView {
    let in_room = session.room;
    let card = move |(at, strategy): (usize, crate::model::strategies::Strategy)| {
        let votes = Signal::derive(move || in_room.with(|room| room.votes[at]));
        view! {
            <li class="vote">
                <h2 class="vote__name">{words::vote_name(at)}</h2>
                <p class="vote__meaning">{offers::meaning(strategy)}</p>
                <div class="vote__buttons">
                    <span class="vote__count" role="status">{text(move || words::votes(votes.get()))}</span>
                    <button
                        type="button"
                        class="deck__tool deck__tool--main"
                        aria-label=words::vote_for(strategy)
                        on:click=move |_| in_room.update(|room| room.vote(at))
                    >
                        {words::MORE}
                    </button>
                    <button
                        type="button"
                        class="deck__tool"
                        aria-label=words::take_vote(strategy)
                        on:click=move |_| in_room.update(|room| room.take_vote(at))
                    >
                        {words::LESS}
                    </button>
                </div>
            </li>
        }
    };
    view! { <ul class="votes">{OFFERS.into_iter().enumerate().map(card).collect_view()}</ul> }
}
