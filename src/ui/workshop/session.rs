//! The guided session.

use leptos::prelude::*;

use super::paper::{NotesPanel, Paper, Papers};
use super::reveal::Awaited;
use super::session_steps::{Welcome, stage};
use super::shell::{Shell, current_step};
use super::state::Session;
use crate::platform::screen::Listener;
use crate::scenario::session::{SessionQuestion, SessionStep};
use crate::ui::curve::CurveState;
use crate::ui::layout::ProblemView;
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::state::use_app;
use crate::words::{common, workshop as words};

/// How far the figures are, so that a new answer does not build the step anew.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Waiting,
    Here,
    Problem,
}

/// The session.
#[component]
pub fn SessionView() -> impl IntoView {
    let app = use_app();
    let session = Session::new(app);
    let paper = RwSignal::new(None::<Paper>);
    let notes = RwSignal::new(false);
    // Printing by the browser's own menu prints the step again.
    let printed = StoredValue::new_local(Listener::new("afterprint", move |_| paper.set(None)));
    on_cleanup(move || printed.set_value(None));

    let count = memo(move || SessionStep::all(session.plan()).len());
    let step = current_step(app, count.into());
    let stop = memo(move || SessionStep::at(step.get(), session.plan()));
    let kind = memo(move || match (session.curve.get(), session.workshop.with(Option::is_some)) {
        (CurveState::Waiting, _) => Kind::Waiting,
        (CurveState::Here(_), true) => Kind::Here,
        _ => Kind::Problem,
    });
    let thing = part(move || match (stop.get(), kind.get()) {
        (SessionStep::Welcome, _) => view! { <Welcome session paper/> }.into_any(),
        (_, Kind::Problem) => view! { <ProblemView/> }.into_any(),
        (_, Kind::Waiting) => view! { <p class="govuk-body" role="status">{common::LOADING}</p> }.into_any(),
        (SessionStep::At(SessionQuestion::Service, at), Kind::Here) => match session.reach.get() {
            Some(Ok(_)) => stage(session, SessionQuestion::Service, at, paper),
            missing => {
                let has_failed = missing.is_some();
                let said = if has_failed { common::PART_FAILED } else { common::LOADING_PART };
                let again = move |()| session.fetch_reach();
                view! { <Awaited said=text(move || said.to_owned()) has_failed=flag(move || has_failed) again/> }
                    .into_any()
            }
        },
        (SessionStep::At(moment, at), Kind::Here) => stage(session, moment, at, paper),
    });
    let line = text(move || match stop.get() {
        SessionStep::Welcome => String::new(),
        SessionStep::At(moment, _) => words::moment_line(moment, session.plan()),
    });
    let title = text(move || match stop.get() {
        SessionStep::Welcome => words::WELCOME.to_owned(),
        SessionStep::At(moment, at) => words::step_title(moment, at, session.plan()),
    });
    let minutes = text(move || match stop.get() {
        SessionStep::Welcome => String::new(),
        SessionStep::At(moment, _) => words::about_minutes(moment, session.plan()),
    });
    let moment = memo(move || match stop.get() {
        SessionStep::Welcome => None::<SessionQuestion>,
        SessionStep::At(moment, _) => Some(moment),
    });
    let source = text(move || {
        let of_place = session.app.scenario.with(common::source_of);
        match moment.get() {
            Some(SessionQuestion::Service) => session.read(|workshop, _| words::service_source(workshop, &of_place)),
            _ => of_place,
        }
    });
    let suggested = memo(move || moment.get().map(|moment| moment.minutes(session.plan().length)));
    view! {
        <Shell count title notes suggested source>
            <div class="deck__top">
                <p class="deck__kicker">{line} <span class="deck__minutes">{minutes}</span></p>
                <p class="deck__place">{session.place}</p>
            </div>
            <div class="deck__thing deck__thing--session">{thing}</div>
            <NotesPanel session moment is_open=notes paper/>
        </Shell>
        <Papers session paper/>
    }
}
