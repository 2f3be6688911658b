//! The view `checked`: published figures beside what comes out here. It is about places and editions of its own, so it asks
//! for figures that the link does not name.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::figures::REGIONS;
use crate::results::TargetingResult;
use crate::results::checked::{Check, Pair};
use crate::scenario::{Scenario, View};
use crate::ui::charts::DataTable;
use crate::ui::controls::{Folded, FoldedOnScreen};
use crate::ui::curve::{CurveState, Problem, ask_for, stage};
use crate::ui::layout::{NoFigures, awaited, message_of};
use crate::ui::links::PageLink;
use crate::ui::reactive::{effect, memo, part};
use crate::ui::state::{AppState, use_app};
use crate::words::{checked as words, common};

/// Every check with its figures.
type Checks = Arc<Vec<(Check, Vec<Pair>)>>;

/// How far they are.
#[derive(Clone, PartialEq)]
enum Worked {
    Waiting,
    Here(Checks),
    Problem(Problem),
}

/// The page.
#[component]
pub fn CheckedPage() -> impl IntoView {
    let app = use_app();
    effect(move || {
        // Also when what did not come is to be asked for again.
        app.figures.track();
        ask(app);
    });
    let worked = memo(move || work_out(app).map_or_else(unable, |checks| Worked::Here(Arc::new(checks))));
    view! {
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::Checked)}</h1>
        <p class="lead">{words::LEAD}</p>
        <div class="reading">
            {part(move || match worked.get() {
                Worked::Waiting => awaited(),
                Worked::Here(checks) => cards(&checks),
                Worked::Problem(problem) => problem_view(app, problem),
            })}
        </div>
    }
}

/// Fetches what all checks need, unless it is there or on its way.
fn ask(app: AppState) {
    for check in Check::ALL {
        for of in check.targets() {
            ask_for(of.data, &of.place, of.need, of.rank, app.figures, app.own_files);
        }
        if let Some(table) = check.councils() {
            for part in REGIONS {
                app.figures.ask_for(table, part);
            }
        }
    }
}

/// All checks on the figures that are there; why that cannot be, or `None` while some are on their way.
fn work_out(app: AppState) -> Result<Vec<(Check, Vec<Pair>)>, Option<Problem>> {
    // The files of regions are the most, and to look for them costs nothing: so what costs more is done once.
    let councils = Check::ALL.map(|check| match check.councils() {
        Some(table) => app.figures.parts(table, &REGIONS),
        None => Ok(Vec::new()),
    });
    let mut all = Vec::with_capacity(Check::COUNT);
    for (check, tables) in Check::ALL.into_iter().zip(councils) {
        let tables = tables.map_err(|problem| problem.map(Problem::Fetch))?;
        let targets: Vec<TargetingResult> =
            check.targets().iter().map(|of| target(app, of)).collect::<Result<_, _>>()?;
        all.push((check, check.pairs(&targets, tables.iter().map(|table| &**table))));
    }
    Ok(all)
}

fn target(app: AppState, of: &Scenario) -> Result<TargetingResult, Option<Problem>> {
    match stage(of.data, &of.place, of.need, of.rank, app.figures, app.own_files) {
        CurveState::Here(place) => TargetingResult::new(of, &place.prepared).map_err(|error| Some(error.into())),
        CurveState::Problem(problem) => Err(Some(problem)),
        CurveState::Waiting => Err(None),
    }
}

fn unable(problem: Option<Problem>) -> Worked {
    problem.map_or(Worked::Waiting, Worked::Problem)
}

/// All at once, so that nothing in sight moves.
fn cards(checks: &[(Check, Vec<Pair>)]) -> AnyView {
    view! {
        {checks.iter().map(|(check, pairs)| card(*check, pairs)).collect_view()}
        <p class="govuk-body">{words::READ}</p>
    }
    .into_any()
}

/// A check: its figures, why they differ, the page that has them, and where they were published.
fn card(check: Check, pairs: &[Pair]) -> AnyView {
    let words::Card { title, about, rows, fold, why, sources } = words::card(check, pairs);
    let rows = Signal::stored(rows);
    let table = move || {
        view! { <DataTable caption=title.to_owned() headings=Signal::stored(words::headings()) rows/> }.into_any()
    };
    let figures = match fold {
        None => table(),
        Some(text) => view! { <Folded text inside=Box::new(table)/> }.into_any(),
    };
    let about = match check.page() {
        Some(scenario) => {
            let label = format!("{about}: {title}");
            view! { <PageLink scenario text=about label/> }.into_any()
        }
        None => about.into_any(),
    };
    let source = |(text, address): (String, Option<&'static str>)| {
        let text = match address {
            Some(address) => view! {
                <a class="govuk-link" href=address rel="external">{text}</a>
            }
            .into_any(),
            None => text.into_any(),
        };
        view! { <p class="figure__note">{common::SOURCE}{text}</p> }
    };
    view! {
        <div class="check" data-testid=check.key()>
            <h2 class="govuk-heading-m" id=check.key()>{title}</h2>
            <p class="govuk-body">{about}</p>
            {figures}
            <FoldedOnScreen text=words::WHY>
                <p class="govuk-body">{why}</p>
                {sources.into_iter().map(source).collect_view()}
            </FoldedOnScreen>
        </div>
    }
    .into_any()
}

fn problem_view(app: AppState, problem: Problem) -> AnyView {
    let message = app.scenario.with_untracked(|scenario| message_of(problem, scenario));
    view! { <NoFigures message=Signal::stored(message)/> }.into_any()
}
