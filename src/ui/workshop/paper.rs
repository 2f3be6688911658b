//! The facilitator's notes, and what is printed: notes, worksheet, the room's own sentence.

use leptos::prelude::*;

use super::state::Session;
use crate::platform::screen;
use crate::scenario::session::SessionQuestion;
use crate::ui::here::in_next_frame;
use crate::ui::reactive::{flag, list_items, part, text};
use crate::words::{common, strategies as offers, workshop as words};

// Not written as texts where they are used: Leptos makes markup of an element in which all is fixed, and sets it as
// `innerHTML`, which a page under Trusted Types refuses.
/// Class of a line to write on.
const LINE: &str = "blank__line";
/// Class of a card.
const CARD: &str = "handout__card";
/// Class of a box to tick.
const BOX: &str = "blank__box";

/// What can be printed instead of the step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// For participants.
    Worksheet,
    /// For the facilitator.
    Notes,
    /// The room's own sentence.
    Sentence,
    /// A letter a page, to hold up.
    Cards,
    /// Four letters a sheet.
    SmallCards,
}

impl Paper {
    /// What is printed before a session.
    pub const BEFORE: [Self; 4] = [Self::Worksheet, Self::Notes, Self::Cards, Self::SmallCards];
}

/// Prints one of the papers.
#[component]
pub fn PrintButton(
    /// What is printed.
    paper: RwSignal<Option<Paper>>,
    /// What this prints.
    what: Paper,
) -> impl IntoView {
    let is_refused = RwSignal::new(false);
    let print = move |_| {
        paper.set(Some(what));
        // After the paper is there.
        in_next_frame(move || is_refused.set(screen::print().is_err()));
    };
    let name = match what {
        Paper::Worksheet => words::PRINT_WORKSHEET,
        Paper::Notes => words::PRINT_NOTES,
        Paper::Sentence => words::PRINT_SENTENCE,
        Paper::Cards => words::PRINT_CARDS,
        Paper::SmallCards => words::PRINT_SMALL_CARDS,
    };
    view! {
        <button type="button" class="deck__tool" on:click=print>{name}</button>
        <span role="status">
            {text(move || if is_refused.get() { words::NOT_PRINTED.to_owned() } else { String::new() })}
        </span>
    }
}

/// The notes of one moment beside the step.
#[component]
pub fn NotesPanel(
    /// The session.
    session: Session,
    /// The moment; `None` before the first.
    moment: Memo<Option<SessionQuestion>>,
    /// Whether the notes are open.
    is_open: RwSignal<bool>,
    /// What is printed.
    paper: RwSignal<Option<Paper>>,
) -> impl IntoView {
    let content = part(move || match (is_open.get(), moment.get()) {
        (false, _) => ().into_any(),
        // The room may see this before it has guessed, so the answer is on paper alone.
        (true, Some(moment)) => moment_notes(session, moment, false),
        (true, None) => before(),
    });
    view! {
        <aside class="notes" aria-label=words::NOTES_HEADING hidden=flag(move || !is_open.get())>
            <p class="notes__warning">{words::NOTES_WARNING}</p>
            {content}
            <p class="deck__actions">
                <PrintButton paper what=Paper::Notes/>
                <PrintButton paper what=Paper::Worksheet/>
                <button type="button" class="deck__tool" on:click=move |_| is_open.set(false)>{words::CLOSE}</button>
            </p>
        </aside>
    }
}

fn before() -> AnyView {
    view! {
        <h2 class="notes__heading">{words::BEFORE_HEADING}</h2>
        <ul class="notes__list">{list_items(words::BEFORE.map(str::to_owned).to_vec())}</ul>
    }
    .into_any()
}

fn moment_notes(session: Session, moment: SessionQuestion, with_answer: bool) -> AnyView {
    let answer = session.text(move |workshop, perfect| words::whole_answer(moment, workshop, perfect));
    let note = |(heading, text): (&'static str, &'static str)| {
        view! {
            <dt>{heading}</dt>
            <dd>{text}</dd>
        }
    };
    let heading = text(move || words::note_heading(moment, session.plan()));
    let has_answer = with_answer && moment != SessionQuestion::Sentence;
    view! {
        <h2 class="notes__heading">{heading}</h2>
        <dl class="notes__list">
            {words::NOTE_HEADINGS.into_iter().zip(words::notes(moment)).map(note).collect_view()}
            {has_answer
                .then(|| {
                    view! {
                        <dt>{words::NOTE_ANSWER}</dt>
                        <dd>{answer}</dd>
                    }
                })}
        </dl>
    }
    .into_any()
}

/// The paper that is being printed; on a screen it is not shown.
#[component]
pub fn Papers(
    /// The session.
    session: Session,
    /// What is printed.
    paper: RwSignal<Option<Paper>>,
) -> impl IntoView {
    let moments = move || session.plan().questions().collect::<Vec<_>>();
    part(move || {
        match paper.get() {
        None => ().into_any(),
        Some(Paper::Notes) => view! {
            <article class="handout">
                <h1 class="handout__title">{words::NOTES_TITLE}</h1>
                <p>{session.place}</p>
                {before()}
                {moments()
                    .into_iter()
                    .map(|moment| view! { <section class="handout__moment">{moment_notes(session, moment, true)}</section> })
                    .collect_view()}
                <Source session/>
            </article>
        }
        .into_any(),
        Some(Paper::Worksheet) => view! {
            <article class="handout">
                <h1 class="handout__title">{text(move || words::worksheet_title(&session.place.get()))}</h1>
                <p class="handout__line">{words::WORKSHEET_TEXT} <Blank label=words::WORKSHEET_TABLE unit=String::new()/></p>
                {moments().into_iter().map(|moment| worksheet(session, moment)).collect_view()}
                <Source session/>
            </article>
        }
        .into_any(),
        Some(Paper::Cards) => cards("handout handout--cards"),
        Some(Paper::SmallCards) => cards("handout handout--cards handout--small"),
        Some(Paper::Sentence) => view! {
            <article class="handout">
                <p>{session.place}</p>
                <p class="handout__sentence">
                    {text(move || session.room.with(|room| words::sentence(&room.sentence)))}
                </p>
                <Source session/>
            </article>
        }
        .into_any(),
    }
    })
}

/// The letters to hold up.
fn cards(class: &'static str) -> AnyView {
    let card = |letter: &'static str| view! { <p class=CARD>{letter}</p> };
    view! { <article class=class>{words::CARD_LETTERS.map(card).collect_view()}</article> }.into_any()
}

#[component]
fn Source(
    /// The session.
    session: Session,
) -> impl IntoView {
    let source = text(move || common::source(session.app.scenario.with(|scenario| scenario.data)));
    view! { <p class="handout__source">{source}</p> }
}

/// A line to write on.
#[component]
fn Blank(
    /// What is written there.
    label: &'static str,
    /// What stands after it.
    unit: String,
) -> impl IntoView {
    view! {
        <span class="blank">
            {label} <span class=LINE></span> {unit}
        </span>
    }
}

fn worksheet(session: Session, moment: SessionQuestion) -> AnyView {
    let question = session.text(move |workshop, _| words::question(moment, workshop, &session.place.get()));
    let unit = move || session.read(|workshop, _| words::guess_unit(moment, workshop.scenario.need));
    let space = match moment {
        SessionQuestion::Sentence => {
            words::SENTENCE_PARTS.map(|part| view! { <p class="handout__write">{part}</p> }).collect_view().into_any()
        }
        SessionQuestion::Budget => view! {
            <p class="handout__line">
                {words::WORKSHEET_VOTE}
                {crate::results::workshop::OFFERS
                    .map(|offer| view! { <span class="blank"><span class=BOX></span> {offers::name(offer)}</span> })
                    .collect_view()}
            </p>
            <p class="handout__write">{words::WORKSHEET_ANSWER}</p>
        }
        .into_any(),
        _ => view! {
            <p class="handout__line">
                <Blank label=words::WORKSHEET_GUESS unit=unit()/>
                <Blank label=words::WORKSHEET_ANSWER unit=unit()/>
            </p>
            <p class="handout__write">{words::WORKSHEET_NOTICED}</p>
        }
        .into_any(),
    };
    view! {
        <section class="handout__moment">
            <h2 class="handout__question">{text(move || format!("{}. ", moment.number(session.plan())))} {question}</h2>
            {space}
        </section>
    }
    .into_any()
}
