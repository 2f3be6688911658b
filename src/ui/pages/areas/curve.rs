//! The curve that a unit is marked on: it comes as a part, when it is opened.

use leptos::prelude::*;

use crate::results::areas::AreasResult;
use crate::scenario::Lock;
use crate::ui::charts::ConcentrationFigure;
use crate::ui::controls::is_locked;
use crate::ui::reactive::{flag, memo, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{AnswerView, AreasView};
use crate::words::areas as words;

/// What a curve is of, and what it shares with the page around it.
#[derive(Clone, Copy)]
pub struct CurveOf {
    /// The units.
    pub areas: AreasView,
    /// What the cut comes to.
    pub answer: AnswerView,
    /// The unit that is chosen.
    pub chosen: RwSignal<Option<usize>>,
}

/// The curve with the unit that is chosen, and what moves the slider to it.
#[component]
pub fn OnCurve(
    /// What it is of, and the page around it.
    of: CurveOf,
) -> impl IntoView {
    let app = use_app();
    let CurveOf { areas, answer, chosen } = of;
    let prepared = answer.part(|answer| answer.prepared.clone());
    let found = memo(move || {
        let at = chosen.get()?;
        let (label, share) = areas.read(|worked| {
            let unit = worked.list.units.get(at)?;
            let share = prepared.with(|place| AreasResult::share_taking(&worked.scenario, place, unit))?;
            Some((unit.label().to_owned(), share))
        })??;
        Some((label, share))
    });
    let marked = Signal::derive(move || found.with(|found| found.as_ref().map(|(_, share)| share.as_share())));
    let said = text(move || {
        found.with(|found| match found {
            Some((label, share)) => words::taken_in(label, *share),
            None => words::NONE_MARKED.to_owned(),
        })
    });
    let cannot = flag(move || found.with(Option::is_none) || is_locked(app, Lock::Share).get());
    let move_there = move |_| {
        if let Some((_, share)) = found.get_untracked() {
            app.slide(move |scenario| scenario.share = share);
        }
    };
    view! {
        <ConcentrationFigure answer marked/>
        <p class="govuk-body" role="status" data-testid="on-curve">{said}</p>
        <button type="button" class="govuk-button govuk-button--secondary screen-only" hidden=cannot on:click=move_there>
            {words::MOVE_SLIDER}
        </button>
    }
}
