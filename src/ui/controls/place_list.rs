//! The list of places that a person searches. It comes, with what searches it, when the first field for a place is entered.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::here::after;
use crate::ui::ports::PlaceFinder;
use crate::ui::reactive::memo;
use crate::ui::state::AppState;
use crate::words::place::{self, Choice};

/// The list as far as it is there.
#[derive(Clone, Copy)]
pub struct PlaceList {
    app: AppState,
    finder: RwSignal<Option<PlaceFinder>>,
    choices: Memo<Arc<Vec<Choice>>>,
}

impl PlaceList {
    /// Nothing of it yet.
    pub fn new(app: AppState) -> Self {
        let finder = RwSignal::new(None::<PlaceFinder>);
        let choices = memo(move || {
            let edition = app.scenario.with(|scenario| scenario.data);
            let all = finder.with(|finder| finder.as_ref().map(|finder| (finder.choices)(edition, &app.places())));
            Arc::new(all.unwrap_or_default())
        });
        Self { app, finder, choices }
    }

    /// Fetches what is not there.
    pub fn ask(self) {
        self.app.ask_for_names();
        if self.finder.with_untracked(Option::is_none) {
            after((self.app.ports.place_finder)(), move |found| {
                if let Ok(found) = found {
                    self.finder.set(Some(found));
                }
            });
        }
    }

    /// The places that fit what was typed, best first.
    pub fn matching(self, typed: &str) -> Vec<Choice> {
        let fitting = |finder: &PlaceFinder| self.choices.with(|choices| (finder.matching)(choices, typed));
        self.finder.with(|finder| finder.as_ref().map(fitting)).unwrap_or_default()
    }

    /// What is said where nothing fits.
    pub fn nothing(self) -> &'static str {
        let is_whole = self.finder.with(Option::is_some) && !self.app.places().footprints.0.is_empty();
        if is_whole { place::NOTHING_FITS } else { place::NOT_ALL_HERE }
    }
}
