//! The view `missed`: if we target the most deprived areas, who gets missed?

mod guess;

use std::time::Duration;

use leptos::prelude::*;

use self::guess::{Guess, GuessFirst, Guessed};
use crate::data::RankBy;
use crate::platform::broken;
use crate::scenario::{Door, View, Within};
use crate::ui::charts::{ConcentrationFigure, PeopleAtOnce, PeopleNumbers};
use crate::ui::controls::{Folded, SliderAndChoices, Where, is_own, session_link};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::exhibits::{AnswerInWords, AnswerNumber, TwoMeanings};
use crate::ui::layout::{Columns, ComparisonHook, Question, answered, answered_below};
use crate::ui::links::ViewLink;
use crate::ui::ports::Further;
use crate::ui::reactive::{effect, flag, memo, part, text};
use crate::ui::state::{AnswerState, use_app};
use crate::ui::view_models::AnswerView;
use crate::words::{common, measures, missed};

/// The page.
#[component]
pub fn MissedPage() -> impl IntoView {
    let app = use_app();
    let (is_asking, is_own) = (app.is_asking(), is_own(app));
    let lead = text(move || {
        let lead = match (is_asking.get(), is_own.get()) {
            (true, _) => missed::GUESS_LEAD,
            (false, true) => missed::OWN_LEAD,
            (false, false) => missed::LEAD,
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
    // In the order of need already there is no better map to show, and a table without deprivation has no other order.
    let has_one_order =
        flag(move || app.scenario.with(|scenario| scenario.uses_own() && scenario.rank == RankBy::Need));
    let results = answered_below(move |answer| {
        let answer = AnswerView::new(use_app().shown, answer);
        // All that is in sight is there by now.
        take_over();
        view! {
            <div class="results">
                <AnswerInWords answer/>
                <Doors/>
                {deferred(move || {
                    view! {
                        <ConcentrationFigure answer/>
                        <TwoMeanings answer is_folded=true/>
                    }
                    .into_any()
                })}
                {deferred(move || {
                    view! {
                        <div class="further">
                            <PeopleNumbers answer/>
                            <Opened text=missed::FIFTHS what=Further::Fifths/>
                            <Opened text=missed::HOW_BIG what=Further::HowBig/>
                            <div hidden=has_one_order>
                                <Opened text=missed::PERFECT_MAP what=Further::PerfectMap/>
                            </div>
                            <Opened text=measures::HEADING what=Further::Measures/>
                            <div hidden=is_own(app)>
                                <Rural/>
                            </div>
                            <AllDownloads of=View::Missed/>
                        </div>
                        <ComparisonHook/>
                    }
                    .into_any()
                })}
            </div>
        }
        .into_any()
    });
    view! {
        <Columns is_busy=app.is_busy class="columns--first">
            <div class="where">
                <Where/>
            </div>
            {at_once}
            <SliderAndChoices/>
            {results}
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

/// Something further, which comes when it is opened.
#[component]
fn Opened(
    /// What opens it.
    text: &'static str,
    /// What it is.
    what: Further,
) -> impl IntoView {
    let further = use_app().ports.further;
    view! { <Folded text inside=Box::new(move || further(what))/> }
}

/// Rural and urban areas: closed at first, and open where the link says so. What is inside is fetched when it is opened.
#[component]
fn Rural() -> impl IntoView {
    let app = use_app();
    let is_open = memo(move || app.scenario.with(|scenario| scenario.within == Within::Rural));
    let inside = part(move || if is_open.get() { (app.ports.further)(Further::Rural) } else { ().into_any() });
    let toggled = move |event| {
        let within = match event_target::<web_sys::Element>(&event).has_attribute("open") {
            true => Within::Rural,
            false => Within::England,
        };
        if app.scenario.with_untracked(|scenario| scenario.within != within) {
            app.slide(|scenario| scenario.within = within);
        }
    };
    view! {
        <details class="govuk-details rural-part" open=is_open on:toggle=toggled>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{missed::RURAL}</span>
            </summary>
            {inside}
        </details>
    }
}
