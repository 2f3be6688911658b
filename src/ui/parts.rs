//! Parts of the page that are fetched when they are opened, so that the first view stays small.
//!
//! Each function in [`parts!`] is where the build cuts the program (feature `split`, see `scripts/finish.mjs`): what only
//! it needs comes as a Wasm file of its own. Without the feature, as in tests, everything is one file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::pages::{AboutPage, DataPage, NotePage, SavedPage, StrategiesPage};
use super::reactive::part;
use super::workshop::{DeckView, SessionView};
use crate::platform::focus;
use crate::scenario::{Scenario, View};
use crate::words::common;

/// Makes a view whose code is there.
type Build = fn() -> AnyView;

/// A part did not come: no network, or another version of the site by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Functions that are fetched with all they need when they are first called.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident() -> $result:ty = $body:expr;)*) => {$(
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[allow(unsafe_code, reason = "the macro's own, where it links the part")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Result<$result, NotLoaded> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async, reason = "as where it is fetched")]
        async fn $name() -> Result<$result, NotLoaded> {
            Ok($body)
        }
    )*};
}

parts! {
    strategies() -> Build = || view! { <StrategiesPage/> }.into_any();
    saved() -> Build = || view! { <SavedPage/> }.into_any();
    note() -> Build = || view! { <NotePage/> }.into_any();
    data() -> Build = || view! { <DataPage/> }.into_any();
    about() -> Build = || view! { <AboutPage/> }.into_any();
    deck() -> Build = || view! { <DeckView/> }.into_any();
    session() -> Build = || view! { <SessionView/> }.into_any();
}

#[derive(Clone, Copy)]
enum State {
    Under,
    Here(Build),
    Failed,
}

/// What fills the page.
#[derive(Clone, Copy, PartialEq)]
pub enum Screen {
    /// A view.
    Page(View),
    /// On a projector, the things of a view one at a time.
    Deck(View),
    /// On a projector, the guided session.
    Session,
}

impl Screen {
    /// What a scenario asks for.
    pub fn of(scenario: &Scenario) -> Self {
        match (scenario.present, scenario.session) {
            (false, _) => Self::Page(scenario.view),
            (true, false) => Self::Deck(scenario.view),
            (true, true) => Self::Session,
        }
    }
}

/// A screen that comes as a part. Its heading gets the focus when it is there, unless the page starts with it.
pub fn screen_part(screen: Screen, is_start: bool) -> AnyView {
    let state = RwSignal::new(State::Under);
    let load = move || {
        state.set(State::Under);
        spawn_local(async move {
            let built = match screen {
                Screen::Deck(_) => deck().await,
                Screen::Session => session().await,
                Screen::Page(View::Strategies) => strategies().await,
                Screen::Page(View::Saved) => saved().await,
                Screen::Page(View::Note) => note().await,
                Screen::Page(View::Data) => data().await,
                Screen::Page(View::Missed | View::About) => about().await,
            };
            // The person may have gone on to another view.
            state.try_set(built.map_or(State::Failed, State::Here));
        });
    };
    load();
    part(move || match state.get() {
        State::Under => view! { <p class="govuk-body answer" role="status">{common::LOADING_PART}</p> }.into_any(),
        State::Here(build) => {
            if !is_start {
                request_animation_frame(|| focus::to("heading"));
            }
            build()
        }
        State::Failed => view! {
            <div class="answer" role="alert">
                <p class="govuk-body">{common::PART_FAILED}</p>
                <button type="button" class="govuk-button" on:click=move |_| load()>
                    {common::TRY_AGAIN}
                </button>
            </div>
        }
        .into_any(),
    })
    .into_any()
}
