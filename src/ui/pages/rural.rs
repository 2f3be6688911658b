//! Rural and urban areas, a part of the view `missed` that is fetched when it is opened.

use leptos::prelude::*;

use crate::ui::charts::DataTable;
use crate::ui::layout::{NoFigures, Standing, message_of};
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{RuralState, RuralView};
use crate::words::{common, rural as words};

/// Whom the target misses in rural and in urban areas, and the target ranked within each.
#[component]
pub fn RuralPart() -> impl IntoView {
    let app = use_app();
    let all = RuralView::new(app);
    let stands = memo(move || {
        all.state.with(|state| match state {
            RuralState::Waiting => Standing::Waiting,
            RuralState::Here(_) => Standing::Here,
            RuralState::NoFigures(_) => Standing::Problem,
        })
    });
    let message = text(move || {
        all.state.with(|state| match state {
            RuralState::NoFigures(problem) => app.scenario.with(|scenario| message_of(*problem, scenario)),
            RuralState::Waiting | RuralState::Here(_) => String::new(),
        })
    });
    let inside = part(move || match stands.get() {
        Standing::Waiting => view! { <p class="govuk-body" role="status">{common::LOADING}</p> }.into_any(),
        Standing::Problem => view! { <NoFigures message/> }.into_any(),
        Standing::Here => view! { <Split all/> }.into_any(),
    });
    view! {
        <section aria-label=words::HEADING data-testid="rural">
            {inside}
        </section>
    }
}

/// The answer.
#[component]
fn Split(
    /// The answer.
    all: RuralView,
) -> impl IntoView {
    let here = all.text(|worked| words::who_lives_where(&worked.scenario, &worked.split));
    let missed = all.text(|worked| words::who_is_missed(&worked.scenario, &worked.split));
    let missed_headings = all.list(|worked| words::missed_headings(worked.scenario.need));
    let missed_rows = all.list(|worked| words::missed_rows(&worked.split));
    let within = all.text(|worked| words::ranked_within(&worked.scenario, &worked.split));
    let headings = all.list(|worked| words::target_headings(&worked.scenario, &worked.split));
    let rows = all.list(|worked| words::target_rows(&worked.scenario, &worked.split));
    let england = all.text(|worked| words::in_england(&worked.scenario, &worked.split));
    let definition = all.text(|worked| words::definition(worked.scenario.data));
    let bound = all.text(|worked| words::bound(&worked.scenario));
    let source = all.text(|worked| words::source(worked.scenario.data));
    let has_no_file = flag(move || !all.read(|worked| worked.has_own_file).unwrap_or_default());
    view! {
        <p class="govuk-body" data-testid="rural-definition">{definition}</p>
        <p class="govuk-body" data-testid="rural-england">{england}</p>
        <p class="answer__headline" data-testid="rural-here">{here}</p>
        <p class="answer__headline" data-testid="rural-missed">{missed}</p>
        <DataTable caption=words::MISSED.to_owned() headings=missed_headings rows=missed_rows/>
        <p class="answer__headline" data-testid="rural-within">{within}</p>
        <DataTable caption=words::TARGETS.to_owned() headings rows/>
        <p class="answer__figures" data-testid="rural-bound">{bound}</p>
        <p class="answer__figures" hidden=has_no_file data-testid="rural-own-file">{words::own_file()}</p>
        <p class="answer__figures">{source}</p>
    }
}
