//! What is passed on of a page.

use crate::platform::address;
use crate::results::Compared;
use crate::scenario::Scenario;
use crate::ui::state::{AnswerState, AppState};
use crate::words::{place, share as words};

use leptos::prelude::*;

/// What goes with the link.
#[derive(Clone, PartialEq)]
pub struct Passed {
    /// The choices, without how they are shown here.
    pub scenario: Scenario,
    /// Name of the place.
    pub place: String,
    /// What the page comes to, where that is known.
    pub sentence: String,
    /// The link.
    pub link: String,
}

impl Passed {
    /// The page as it is.
    pub fn of(app: AppState) -> Self {
        let scenario = app.scenario.with(Scenario::full);
        let place = place::of(&scenario, &app.places());
        let link = address::full(&scenario.to_shared_query());
        let sentence = app.shown.with(|shown| match shown {
            AnswerState::Answer(answer) => {
                let result = Compared::of(&answer.scenario, answer.missed.clone(), &answer.prepared);
                result.map(|result| words::sentence(&answer.scenario, &result)).unwrap_or_default()
            }
            AnswerState::Waiting | AnswerState::Problem(_) => String::new(),
        });
        Self { scenario, place, sentence, link }
    }
}
