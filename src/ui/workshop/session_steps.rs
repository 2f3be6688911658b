//! The steps of the guided session.

use leptos::prelude::*;

use super::guess::{GuessInput, LargeSlider, RevealPicture, RoomPicture, VoteInput};
use super::paper::{Paper, PrintButton};
use super::state::{Session, prepared};
use crate::chart::room::Room as Picture;
use crate::model::Target;
use crate::platform::{address, clipboard, focus};
use crate::results::workshop::{Workshop, target_of};
use crate::scenario::presentation::{QuestionPhase, SessionQuestion};
use crate::scenario::room::Room;
use crate::scenario::{CutKind, Lock, Percent, Scenario, ToQuery, View};
use crate::ui::controls::{PlaceChoice, is_locked};
use crate::ui::curve::CurveState;
use crate::ui::here::after;
use crate::ui::reactive::{flag, memo, part, text};
use crate::words::{common, number, workshop as words};

/// The first step: what the session is, and for which place.
#[component]
pub fn Welcome(
    /// The session.
    session: Session,
    /// What is printed.
    paper: RwSignal<Option<Paper>>,
) -> impl IntoView {
    let has_nothing = flag(move || session.room.with(|room| *room == Room::default()));
    let about = text(move || words::welcome(session.app.scenario.with(|scenario| scenario.need)));
    view! {
        <h1 class="deck__question" id="heading" tabindex="-1">{words::WELCOME}</h1>
        <p class="deck__text">{about}</p>
        <div class="deck__field" hidden=is_locked(session.app, Lock::Place)>
            <PlaceChoice/>
        </div>
        <p class="deck__hint">{words::welcome_time()}</p>
        <p class="deck__actions">
            <PrintButton paper what=Paper::Worksheet/>
            <PrintButton paper what=Paper::Notes/>
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
            <p class="deck__hint">{hint}</p>
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
fn Reveal(
    /// The session.
    session: Session,
    /// What was asked.
    moment: SessionQuestion,
) -> impl IntoView {
    let big = session.text(move |workshop, perfect| words::big_answer(moment, workshop, perfect));
    let about = session.text(move |workshop, perfect| words::big_answer_about(moment, workshop, perfect));
    let answer = session.text(move |workshop, perfect| words::answer(moment, workshop, perfect));
    let is_voted = moment == SessionQuestion::Budget;
    let room = session.text(move |workshop, _| match session.answer(moment) {
        _ if is_voted => session.room.with(|room| words::voted(workshop, &room.votes)),
        Some(answer) => words::room(&session.guesses(moment), answer),
        None => String::new(),
    });
    let picture = if is_voted {
        let content = Signal::derive(move || {
            session.read(|workshop, _| session.room.with(|room| words::spent_picture(workshop, &room.votes)))
        });
        view! { <Pictured content/> }.into_any()
    } else {
        view! { <RevealPicture session moment/> }.into_any()
    };
    // The figures of the perfect map are fetched by themselves.
    let missing = text(move || match (moment, session.perfect_curve.get()) {
        (SessionQuestion::PerfectMap, CurveState::Waiting) => common::LOADING.to_owned(),
        (SessionQuestion::PerfectMap, CurveState::Problem(_)) => crate::words::notice::NOT_FETCHED.to_owned(),
        _ => String::new(),
    });
    let cannot_retry = flag(move || {
        moment != SessionQuestion::PerfectMap || !matches!(session.perfect_curve.get(), CurveState::Problem(_))
    });
    view! {
        <div class="reveal">
            <div class="reveal__said">
                <p class="reveal__big" data-testid="big-answer">
                    <span class="reveal__about">{about}</span>
                    {big}
                </p>
                <p class="deck__text">{answer}</p>
                <p class="reveal__room" data-testid="room">{room}</p>
                <p class="deck__hint" role="status">{missing}</p>
                <button
                    type="button"
                    class="deck__tool"
                    hidden=cannot_retry
                    on:click=move |_| session.app.try_again()
                >
                    {common::TRY_AGAIN}
                </button>
            </div>
            <div class="reveal__picture">{picture}</div>
        </div>
    }
}

/// A picture that names itself.
#[component]
fn Pictured(
    /// What it shows.
    content: Signal<Picture>,
) -> impl IntoView {
    view! { <RoomPicture label=text(move || content.with(words::picture_label)) content/> }
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
    view! {
        <div class="guess">
            <label class="guess__name" for="widen">{words::WIDEN}</label>
            <div class="guess__bar">
                <LargeSlider id="widen" name=text(|| words::WIDEN.to_owned()) value=share spoken on_set=set/>
                <span class="guess__large" aria-hidden="true">{large}</span>
            </div>
            <p class="deck__text" data-testid="tried">{said}</p>
            <Pictured content/>
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
