//! The steps of the guided session.

use leptos::prelude::*;

use super::guess::{GuessInput, LargeSlider, VoteInput};
use super::paper::{Paper, PrintButton};
use super::reveal::{People, Pictured, Reveal};
use super::state::{Session, prepared};
use crate::chart::room::people_so_far;
use crate::model::Target;
use crate::platform::{address, clipboard, focus};
use crate::results::workshop::{Workshop, target_of};
use crate::scenario::room::Room;
use crate::scenario::session::{QuestionPhase, SessionLength, SessionQuestion};
use crate::scenario::{CutKind, Lock, Percent, Scenario, ToQuery, View};
use crate::ui::controls::{Checkbox, Item, PlaceChoice, Radios, choosing, chosen, is_locked, position_of};
use crate::ui::here::after;
use crate::ui::reactive::{flag, memo, part, text};
use crate::words::{number, workshop as words};

/// The first step: what the session is, and for which place.
#[component]
pub fn Welcome(
    /// The session.
    session: Session,
    /// What is printed.
    paper: RwSignal<Option<Paper>>,
) -> impl IntoView {
    let has_nothing = flag(move || session.room.with(|room| *room == Room::default()));
    let about =
        text(move || session.app.scenario.with(|scenario| words::welcome(scenario.need, scenario.session_plan())));
    let asks_service = flag(move || session.plan().asks_service);
    let on_tick = Callback::new(move |is_ticked| session.app.choose(|scenario| scenario.service = is_ticked));
    view! {
        <h1 class="deck__question" id="heading" tabindex="-1">{words::WELCOME}</h1>
        <p class="deck__text">{about}</p>
        <div class="deck__begin">
        <div class="deck__field" hidden=is_locked(session.app, Lock::Place)>
            <PlaceChoice/>
        </div>
        <div class="deck__length">
            <Radios
                name="minutes"
                legend=words::LENGTH
                items=Signal::stored(SessionLength::ALL.map(|length| Item::new(&words::length(length))).to_vec())
                value=chosen(|scenario| position_of(&SessionLength::ALL, &scenario.minutes))
                on_choose=choosing(|scenario, at| scenario.minutes = SessionLength::ALL[at])
            />
            <div class="govuk-checkboxes govuk-checkboxes--small">
                <Checkbox id="ask-service" label=words::ASK_SERVICE is_ticked=asks_service on_tick/>
            </div>
        </div>
        </div>
        <div class="deck__actions" role="group" aria-label=words::PRINT_HEADING>
            {Paper::BEFORE.map(|what| view! { <PrintButton paper what/> }).collect_view()}
        </div>
        <p class="deck__hint">{words::WELCOME_KEPT}</p>
        <p class="deck__actions">
            <button
                type="button"
                class="deck__tool"
                hidden=has_nothing
                on:click=move |_| {
                    session.room.set(Default::default());
                    // The button itself is gone.
                    focus::heading();
                }
            >
                {words::CLEAR}
            </button>
        </p>
    }
}

/// A part of a moment.
pub fn stage(
    session: Session,
    moment: SessionQuestion,
    stage: QuestionPhase,
    paper: RwSignal<Option<Paper>>,
) -> AnyView {
    let shown = match (moment, stage) {
        (SessionQuestion::Sentence, QuestionPhase::Ask) => view! { <Write session/> }.into_any(),
        (SessionQuestion::Sentence, _) => view! { <Written session paper/> }.into_any(),
        (_, QuestionPhase::SoWhat) => view! { <SoWhat session moment/> }.into_any(),
        (SessionQuestion::Budget, QuestionPhase::Ask) => view! { <VoteInput session/> }.into_any(),
        (_, QuestionPhase::Ask) => view! { <GuessInput session moment/> }.into_any(),
        (SessionQuestion::Widen, QuestionPhase::Try) => view! { <Widen session/> }.into_any(),
        (_, QuestionPhase::Try) => view! { <FallingUptake session/> }.into_any(),
        (_, QuestionPhase::Reveal) => view! { <Reveal session moment/> }.into_any(),
    };
    let question = session.text(move |workshop, _| words::question(moment, workshop, &session.place.get()));
    let hint = session.text(move |workshop, _| words::hint(moment, workshop));
    let heading = match stage {
        QuestionPhase::Ask => view! {
            <h1 class="deck__question" id="heading" tabindex="-1">{question}</h1>
            <p class="deck__hint">{hint} " " <span class="deck__cards">{words::cards(moment)}</span></p>
        }
        .into_any(),
        QuestionPhase::Try | QuestionPhase::Reveal => {
            view! { <h1 class="deck__question deck__question--small" id="heading" tabindex="-1">{question}</h1> }
                .into_any()
        }
        QuestionPhase::SoWhat => {
            view! { <h1 class="deck__question" id="heading" tabindex="-1">{words::SO_WHAT}</h1> }.into_any()
        }
    };
    let rests_on_assumptions = matches!(moment, SessionQuestion::Uptake | SessionQuestion::Budget);
    let assumed = session.text(|workshop, _| words::assumed(&workshop.scenario.offers));
    view! {
        {heading}
        {shown}
        {rests_on_assumptions.then(|| view! { <p class="deck__assumed">{assumed}</p> })}
    }
    .into_any()
}

#[component]
fn SoWhat(
    /// The session.
    session: Session,
    /// What was asked.
    moment: SessionQuestion,
) -> impl IntoView {
    let said = memo(move || session.read(|workshop, perfect| words::so_what(moment, workshop, perfect)));
    let paragraphs = part(move || {
        said.get().into_iter().map(|text| view! { <p class="deck__text">{text}</p> }).collect_view().into_any()
    });
    view! {
        <div class="so-what">{paragraphs}</div>
        <p class="so-what__talk">{words::discuss(moment)}</p>
    }
}

/// The target grows until it reaches the goal.
#[component]
fn Widen(
    /// The session.
    session: Session,
) -> impl IntoView {
    let share = Signal::derive(move || {
        let begin = || session.app.scenario.with(|scenario| scenario.share);
        Some(session.room.with(|room| room.widened).unwrap_or_else(begin))
    });
    let target = memo(move || -> Option<Target> {
        let prepared = prepared(&session.curve.get())?;
        target_of(&prepared, share.get()?).ok()
    });
    let made = move |make: fn(&Workshop, &Target) -> String| {
        session.text(move |workshop, _| {
            target.with(|target| target.as_ref().map(|target| make(workshop, target))).unwrap_or_default()
        })
    };
    let said = made(words::widened);
    let large = text(move || share.get().map(number::chosen_percent).unwrap_or_default());
    let spoken = text(move || format!("{}, {}", large.get(), said.get()));
    let content = Signal::derive(move || {
        session.read(|workshop, _| {
            target
                .with(|target| target.as_ref().map(|target| words::widened_picture(workshop, target)))
                .unwrap_or_default()
        })
    });
    let set = move |share: Option<Percent>| session.room.update(|room| room.widened = share);
    let coverage = move || target.with(|target| target.as_ref().map_or(0.0, |target| target.coverage));
    let reached = Signal::derive(move || people_so_far(coverage(), 1.0));
    let label = session.text(move |workshop, _| words::reached_label(workshop, coverage()));
    view! {
        <div class="guess">
            <label class="guess__name" for="widen">{words::WIDEN}</label>
            <div class="guess__bar">
                <LargeSlider id="widen" name=text(|| words::WIDEN.to_owned()) value=share spoken on_set=set/>
                <span class="guess__large" aria-hidden="true">{large}</span>
            </div>
            <p class="deck__text" data-testid="tried">{said}</p>
            <div class="widened">
                <div><People reached label key=words::REACHED_KEY/></div>
                <Pictured content/>
            </div>
        </div>
    }
}

/// The uptake of the universal offer falls.
#[component]
fn FallingUptake(
    /// The session.
    session: Session,
) -> impl IntoView {
    let uptake = Signal::derive(move || {
        let assumed = || session.read(|workshop, _| Some(Percent::from_share(workshop.uptake())));
        session.room.with(|room| room.uptake).or_else(assumed)
    });
    let large = text(move || uptake.get().map(number::chosen_percent).unwrap_or_default());
    let content = Signal::derive(move || {
        let uptake = uptake.get().map(Percent::as_share).unwrap_or_default();
        session.read(|workshop, _| words::offers_at(workshop, uptake))
    });
    let spoken = text(move || format!("{}. {}", large.get(), content.with(words::picture_label)));
    let set = move |uptake: Option<Percent>| session.room.update(|room| room.uptake = uptake);
    let reached = session.text(|workshop, _| words::reached_heading(workshop.scenario.need));
    view! {
        <div class="guess">
            <label class="guess__name" for="uptake">{words::UPTAKE}</label>
            <div class="guess__bar">
                <LargeSlider id="uptake" name=text(|| words::UPTAKE.to_owned()) value=uptake spoken on_set=set/>
                <span class="guess__large" aria-hidden="true">{large}</span>
            </div>
            <h2 class="guess__kept">{reached}</h2>
            <Pictured content/>
        </div>
    }
}

/// The room writes its own sentence.
#[component]
fn Write(
    /// The session.
    session: Session,
) -> impl IntoView {
    let field = move |at: usize| {
        let id = format!("sentence-{at}");
        let hint_id = format!("{id}-hint");
        let value = text(move || session.room.with(|room| room.sentence[at].clone()));
        view! {
            <div class="sentence__field">
                <label class="sentence__label" for=id.clone()>{words::SENTENCE_PARTS[at]}</label>
                <input
                    class="govuk-input sentence__input"
                    id=id
                    type="text"
                    autocomplete="off"
                    maxlength="140"
                    aria-describedby=hint_id.clone()
                    prop:value=value
                    on:input=move |event| {
                        let typed = event_target_value(&event);
                        session.room.update(|room| room.sentence[at] = typed);
                    }
                />
                <span class="sentence__hint" id=hint_id>{words::SENTENCE_HINTS[at]}</span>
            </div>
        }
    };
    view! { <div class="sentence">{[0, 1, 2, 3].map(field).collect_view()}</div> }
}

/// The sentence, large, with the ways on.
#[component]
fn Written(
    /// The session.
    session: Session,
    /// What is printed.
    paper: RwSignal<Option<Paper>>,
) -> impl IntoView {
    let sentence = text(move || session.room.with(|room| words::sentence(&room.sentence)));
    let outcome = RwSignal::new(String::new());
    let copy = move |_| {
        let sentence = sentence.get_untracked();
        let copying = async move { clipboard::copy(&sentence).await.is_ok() };
        after(copying, move |is_copied| {
            outcome.set(if is_copied { words::COPIED_SENTENCE } else { words::COPY_SENTENCE_BY_HAND }.to_owned());
        });
    };
    let link = move |change: fn(Scenario, &Room) -> Scenario, name: &'static str| {
        let to = text(move || {
            let scenario = Scenario { present: false, session: false, step: 0, ..session.app.scenario.get() };
            let mut to = session.room.with(|room| change(scenario.clone(), room));
            to.settle(&scenario);
            address::relative(&to.to_query())
        });
        view! {
            <li>
                <a class="govuk-link" href=to target="_blank">{name}</a>
            </li>
        }
    };
    let missed = |scenario: Scenario, room: &Room| Scenario {
        view: View::Missed,
        cut: CutKind::National,
        share: room.widened.unwrap_or(scenario.share),
        ..scenario
    };
    view! {
        <blockquote class="sentence__written" data-testid="sentence">{sentence}</blockquote>
        <p class="deck__actions">
            <button type="button" class="deck__tool deck__tool--main" on:click=copy>{words::COPY_SENTENCE}</button>
            <PrintButton paper what=Paper::Sentence/>
            <span role="status">{outcome}</span>
        </p>
        <ul class="deck__links">
            {link(missed, words::GO_TO_MISSED)}
            {link(|scenario, _| Scenario { view: View::Strategies, ..scenario }, words::GO_TO_OFFERS)}
        </ul>
    }
}
