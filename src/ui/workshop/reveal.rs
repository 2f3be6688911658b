//! The answer of a moment: it runs over the room's guesses, and stands.

use leptos::prelude::*;

use super::state::Session;
use crate::chart::people::PeoplePicture;
use crate::chart::room::{Room, people_so_far, room, run};
use crate::platform::screen;
use crate::scenario::session::SessionQuestion;
use crate::ui::charts::{Key, KeyMark, Picture};
use crate::ui::curve::CurveState;
use crate::ui::here::in_next_frame;
use crate::ui::reactive::{flag, memo, part, text};
use crate::words::{common, notice, workshop as words};

/// A picture that names itself, drawn anew for another width.
#[component]
pub fn Pictured(
    /// What it shows.
    content: Signal<Room>,
) -> impl IntoView {
    let draw = move |width: f64| content.with(|content| room(content, width));
    view! { <Picture label=text(move || content.with(words::picture_label)) draw=Callback::new(draw)/> }
}

/// A hundred people, with the key to them.
#[component]
pub fn People(
    /// How many are reached.
    reached: Signal<usize>,
    /// What it comes to, for those who do not see it.
    label: Signal<String>,
    /// Key: those reached, and the others.
    key: [&'static str; 2],
) -> impl IntoView {
    // While it runs the number stands still for most frames.
    let reached = memo(move || reached.get());
    let draw = move |width: f64| PeoplePicture::new(width).scene(reached.get());
    let [inside, outside] = key;
    view! {
        <Key marks=vec![(KeyMark::Reached, inside.into()), (KeyMark::Missed, outside.into())]/>
        <Picture label draw=Callback::new(draw)/>
    }
}

/// How far the answer has come, from 0 to 1. For whoever wants no motion it stands at once.
fn running() -> ReadSignal<f64> {
    let (so_far, set) = signal(if screen::wants_no_motion() { 1.0 } else { 0.0 });
    if so_far.get_untracked() < 1.0 {
        step(screen::now(), set);
    }
    so_far
}

fn step(since: f64, set: WriteSignal<f64>) {
    in_next_frame(move || {
        let so_far = run(screen::now() - since);
        set.set(so_far);
        if so_far < 1.0 {
            step(since, set);
        }
    });
}

/// The answer, once its figures are there: those of the perfect map are fetched by themselves.
#[component]
pub fn Reveal(
    /// The session.
    session: Session,
    /// What was asked.
    moment: SessionQuestion,
) -> impl IntoView {
    let is_here = memo(move || moment != SessionQuestion::PerfectMap || session.answer(moment).is_some());
    part(move || {
        if is_here.get() {
            view! { <Answer session moment/> }.into_any()
        } else {
            let has_failed = flag(move || matches!(session.perfect_curve.get(), CurveState::Problem(_)));
            let said = text(move || if has_failed.get() { notice::NOT_FETCHED } else { common::LOADING }.to_owned());
            view! { <Awaited said has_failed again=move |()| session.app.try_again()/> }.into_any()
        }
    })
}

/// Stands for what is not there yet, or has not come and can be asked for again.
#[component]
pub fn Awaited(
    /// What there is to say.
    said: Signal<String>,
    /// Whether it has not come.
    has_failed: Signal<bool>,
    /// Asks for it again.
    #[prop(into)]
    again: Callback<()>,
) -> impl IntoView {
    view! {
        <p class="deck__hint" role="status">{said}</p>
        <p hidden=flag(move || !has_failed.get())>
            <button type="button" class="deck__tool" on:click=move |_| again.run(())>{common::TRY_AGAIN}</button>
        </p>
    }
}

#[component]
fn Answer(
    /// The session.
    session: Session,
    /// What was asked.
    moment: SessionQuestion,
) -> impl IntoView {
    let so_far = running();
    let is_running = flag(move || so_far.get() < 1.0);
    let big = session.text(move |workshop, perfect| words::big_answer(moment, workshop, perfect));
    let about = session.text(move |workshop, perfect| words::big_answer_about(moment, workshop, perfect));
    let answer = session.text(move |workshop, perfect| words::answer(moment, workshop, perfect));
    let card = session.text(move |workshop, _| words::right_card(moment, workshop, session.answer(moment)));
    let is_voted = moment == SessionQuestion::Budget;
    let said = session.text(move |workshop, _| match session.answer(moment) {
        _ if is_voted => session.room.with(|room| words::voted(workshop, &room.votes)),
        Some(answer) => words::room(&session.guesses(moment), answer),
        None => String::new(),
    });
    let pictures = memo(move || {
        session.read(|workshop, perfect| match is_voted {
            true => vec![session.room.with(|room| words::spent_picture(workshop, &room.votes))],
            false => words::pictures(moment, workshop, perfect, session.guesses(moment)),
        })
    });
    let pictures = part(move || {
        let picture = |picture: Room| {
            let label = Signal::stored(words::picture_label(&picture));
            let draw = move |width: f64| room(&picture.so_far(so_far.get()), width);
            view! { <Picture label draw=Callback::new(draw)/> }
        };
        pictures.get().into_iter().map(picture).collect_view().into_any()
    });
    let people = moment.is_of_need().then(|| {
        let share = move || session.answer(moment).unwrap_or_default();
        let reached = Signal::derive(move || people_so_far(share(), so_far.get()));
        let label = session.text(move |workshop, _| words::people_label(workshop, share()));
        view! { <People reached label key=words::PEOPLE_KEY/> }
    });
    view! {
        <div class="reveal" class:reveal--running=is_running>
            <div class="reveal__said">
                <p class="reveal__big" data-testid="big-answer">
                    <span class="reveal__about">{about}</span>
                    {big}
                </p>
                <p class="deck__text">{answer}</p>
                <p class="reveal__room" data-testid="room">{said}</p>
                <p class="reveal__card" data-testid="card">{card}</p>
            </div>
            <div class="reveal__picture">{people} {pictures}</div>
        </div>
    }
}
