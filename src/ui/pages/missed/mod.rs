//! The view `missed`: if we target the most deprived areas, who gets missed?

mod further;
mod guess;

use std::time::Duration;

use leptos::prelude::*;

pub use self::further::MissedFurther;
use self::guess::{Guess, GuessFirst, Guessed};
use crate::platform::{broken, site};
use crate::scenario::{Door, View};
use crate::ui::charts::PeopleAtOnce;
use crate::ui::controls::{SliderAndChoices, Where, is_own, session_link};
use crate::ui::deferred::deferred;
use crate::ui::exhibits::{AnswerInWords, AnswerNumber};
use crate::ui::layout::{Columns, Question, answered, answered_below};
use crate::ui::links::ViewLink;
use crate::ui::ports::Further;
use crate::ui::reactive::{effect, flag, text};
use crate::ui::state::{AnswerState, use_app};
use crate::ui::view_models::AnswerView;
use crate::words::{common, missed};

/// The page.
#[component]
pub fn MissedPage() -> impl IntoView {
    let app = use_app();
    let (is_asking, is_own) = (app.is_asking(), is_own(app));
    let lead = text(move || {
        let lead = match (is_asking.get(), is_own.get()) {
            (true, _) => missed::GUESS_LEAD,
            (false, true) => missed::OWN_LEAD,
            (false, false) => return site::said("data-site-lead").unwrap_or_else(|| missed::LEAD.to_owned()),
        };
        lead.to_owned()
    });
    view! {
        <Question of=View::Missed/>
        <p class="lead lead--wide">{lead}</p>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// On a phone in this order: place, answer, slider, choices, results. The first three are one sight, in which nothing above the
/// slider changes its height while it moves.
#[component]
fn Body() -> impl IntoView {
    let app = use_app();
    let guess = Guess::new(app);
    effect(move || {
        if app.shown.with(|shown| matches!(shown, AnswerState::Problem(_))) {
            take_over();
        }
    });
    let at_once = answered(move |answer| {
        let answer = AnswerView::new(use_app().shown, answer);
        view! {
            <div class="at-once">
                <AnswerNumber answer/>
                <Guessed guess/>
                <PeopleAtOnce answer guessing=guess.guessing/>
                <GuessFirst guess/>
            </div>
        }
        .into_any()
    });
    let results = answered_below(move |answer| {
        let answer = AnswerView::new(use_app().shown, answer);
        // All that is in sight is there by now.
        take_over();
        view! {
            <AnswerInWords answer/>
            <Doors/>
        }
        .into_any()
    });
    let further = app.ports.further;
    view! {
        <Columns is_busy=app.is_busy class="columns--first">
            <div class="where">
                <Where/>
            </div>
            {at_once}
            <SliderAndChoices/>
            <div class="results">
                {results}
                {deferred(move || further(Further::Missed))}
            </div>
        </Columns>
    }
}

/// On a phone, where the masthead is closed: the doors to all views, each with its question.
#[component]
fn Doors() -> impl IntoView {
    let link = |to: View| view! { <li><ViewLink to text=common::nav_label(to) class="door__link"/></li> };
    let door = move |door: Door| {
        view! {
            <details class="door">
                <summary class="door__opens">
                    <strong>{common::door(door)}</strong>
                    " "
                    <span>{common::door_question(door)}</span>
                </summary>
                <ul class="door__views">
                    {View::behind(door).map(link).collect_view()}
                    {(door == Door::Use).then(|| session_link("door__link"))}
                </ul>
            </details>
        }
    };
    let app = use_app();
    // A frame has no way to other pages.
    let is_without = flag(move || app.scenario.with(|scenario| scenario.embed || scenario.view == View::Site));
    view! { <nav class="doors" aria-label=common::DOORS hidden=is_without>{Door::IN_MASTHEAD.map(door).collect_view()}</nav> }
}

/// What `index.html` shows of this page goes when what is shown here is there.
fn take_over() {
    set_timeout(broken::take_away_waiting_text, Duration::ZERO);
}
