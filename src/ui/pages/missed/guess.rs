//! A guess before the answer: what is asked below the hundred people, and the guess beside the answer.

use leptos::prelude::*;

use crate::platform::focus;
use crate::scenario::Scenario;
use crate::ui::charts::Guessing;
use crate::ui::exhibits::ANSWER_NUMBER;
use crate::ui::reactive::{flag, memo, on_window, text};
use crate::ui::state::{AnswerState, AppState, use_app};
use crate::words::missed;

/// Id of the guess beside the answer.
const SAID: &str = "guessed";

/// A guess, and what there is to say of it once the answer is shown.
#[derive(Clone, Copy)]
pub struct Guess {
    /// What the hundred people ask.
    pub guessing: Guessing,
    /// The sentence, with the guess and the choices that it was said of.
    said: RwSignal<Option<(Scenario, usize, String)>>,
}

impl Guess {
    /// A guess that is not made yet.
    pub fn new(app: AppState) -> Self {
        let guess = RwSignal::new(None);
        let guessing = Guessing {
            is_on: app.is_asking(),
            question: text(move || app.scenario.with(missed::guess_question)),
            spoken: text(move || missed::guess_spoken(guess.get())),
            guess,
        };
        // Paper has the answer.
        on_window("beforeprint", move || {
            if guessing.is_on.get_untracked() {
                app.stop_asking();
            }
        });
        Self { guessing, said: RwSignal::new(None) }
    }

    /// Shows the answer, beside the guess if there is one that counts.
    fn end(self, app: AppState, counts: bool) {
        let guess = self.guessing.guess.get_untracked().filter(|_| counts);
        let said = app.shown.with_untracked(|shown| match shown {
            AnswerState::Answer(answer) => {
                let asked = Scenario { guess: false, ..answer.scenario.clone() };
                guess.map(|guess| (asked, guess, missed::guessed(&answer.missed, guess)))
            }
            AnswerState::Waiting | AnswerState::Problem(_) => None,
        });
        let focused = if said.is_some() { SAID } else { ANSWER_NUMBER };
        self.said.set(said);
        app.stop_asking();
        // What holds the focus goes. The answer is read out for those who do not see it.
        request_animation_frame(move || focus::to_text(focused));
    }
}

/// The guess as it stands, and the ways to the answer.
#[component]
pub fn GuessFirst(
    /// The guess.
    guess: Guess,
) -> impl IntoView {
    let app = use_app();
    let Guessing { is_on, guess: guessed, .. } = guess.guessing;
    let shown = text(move || guessed.get().map_or_else(|| missed::GUESS_HOW.to_owned(), missed::your_guess));
    view! {
        <div class="guess-first" hidden=flag(move || !is_on.get())>
            <p class="guess-first__guess" aria-hidden="true">{shown}</p>
            <button type="button" class="govuk-button" on:click=move |_| guess.end(app, true)>{missed::SHOW_ANSWER}</button>
            <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| guess.end(app, false)>
                {missed::JUST_SHOW}
            </button>
        </div>
    }
}

/// The guess beside the answer: as long as the page shows what was guessed, however big the target is by then.
#[component]
pub fn Guessed(
    /// The guess.
    guess: Guess,
) -> impl IntoView {
    let app = use_app();
    let shown = memo(move || {
        guess.said.with(|said| {
            let (asked, guess, sentence) = said.as_ref()?;
            let now = app.scenario.get();
            let is_as_asked = now.share == asked.share;
            let is_of_this = Scenario { share: asked.share, ..now } == *asked;
            let shown = || if is_as_asked { sentence.clone() } else { missed::guessed_for(asked, *guess) };
            is_of_this.then(shown)
        })
    });
    let has_none = flag(move || shown.with(Option::is_none));
    view! {
        <p class="guessed" id=SAID hidden=has_none data-testid="guessed">
            {move || shown.get()}
        </p>
    }
}
