//! Makes the files that the buttons for downloads ask for. Fetched when one is pressed.

use std::sync::Arc;

use leptos::prelude::*;

use super::curve::{CurveState, rural};
use super::long_rows;
use super::ports::{Download, Later};
use super::state::{Answer, AnswerState, AppState};
use super::view_models::{
    PlacesState, audit_of, draw_certainty, draw_groups, draw_intervals, draw_slope_intervals, input_of, places,
};
use crate::chart::{ChartFile, ResultsFile};
use crate::data::{NeedMeasure, RankBy};
use crate::export::{
    Exportable, Origin, chart_csv, chart_file_name, results_csv, results_csvw, results_file_name, results_json, sheet,
    view_of,
};
use crate::platform::{BrowserError, address, clock, download};
use crate::results::areas::UnitList;
use crate::results::councils::PlacesIn;
use crate::results::report::{NoReport, PlaceInput, Report, Undrawn};
use crate::scenario::{NumbersOf, Scenario, View, Within};

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";

/// The file did not come about.
pub struct NotSaved;

impl From<BrowserError> for NotSaved {
    fn from(_: BrowserError) -> Self {
        Self
    }
}

impl From<NoReport> for NotSaved {
    fn from(_: NoReport) -> Self {
        Self
    }
}

/// A file being made and saved.
pub type Saving = Later<Result<(), NotSaved>>;

/// Makes a file from what the page shows and hands it to the browser.
pub fn save(app: AppState, wanted: Download) -> Saving {
    Box::pin(async move {
        let mut report = report(app, wanted)?;
        if is_drawn(wanted) {
            draw(app, &mut report).await?;
        }
        match report.with(|exhibits| made(exhibits, wanted))? {
            Made::Text { name, kind, text } => download::text(&name, kind, &text)?,
            Made::Picture { name, svg, width, height } => download::picture(&name, &svg, width, height).await?,
        }
        Ok(())
    })
}

/// What the page shows that has the button. It can be shown on another, as a preview.
fn report(app: AppState, wanted: Download) -> Result<Report, NotSaved> {
    let view = match wanted {
        Download::Chart(chart, _) => view_of(chart),
        Download::Results(view, _) => view,
    };
    let answer = match view.spec().numbers {
        NumbersOf::Need => answer(app),
        NumbersOf::Councils | NumbersOf::Residents | NumbersOf::Rows | NumbersOf::Nothing => None,
    };
    // A scenario and its answer belong together.
    let scenario = answer.as_ref().map_or_else(|| app.scenario.get_untracked(), |answer| answer.scenario.clone());
    let scenario = Scenario { view, ..scenario };
    let place = |need, rank| match &answer {
        Some(answer) => place_of(app, &scenario, answer),
        None => place(app, &scenario, need, rank),
    };
    if view == View::Gap
        && let Some(rows) = long_rows::in_use()
    {
        // What is measured belongs to the choices that it was measured by.
        let mut scenario = scenario;
        if let Ok(rows) = &rows.result {
            scenario.gap.measures = rows.choices.clone();
        }
        return Ok(Report::of_rows(&scenario, rows.result.map(Arc::unwrap_or_clone)));
    }
    let every_place = |need, rank| every_place(app, &scenario, need, rank);
    Report::at_likely(&scenario, place, every_place, || Ok(app.own_rows.with_untracked(|text| input_of(text))))
}

fn answer(app: AppState) -> Option<Arc<Answer>> {
    match app.shown.get_untracked() {
        AnswerState::Answer(answer) => Some(answer),
        AnswerState::Waiting | AnswerState::Problem(_) => None,
    }
}

/// The place as it is shown, with its target.
fn place_of(app: AppState, scenario: &Scenario, answer: &Answer) -> Result<PlaceInput, NotSaved> {
    let rural = if scenario.view == View::Missed && scenario.within == Within::Rural {
        Some(untrack(|| rural(scenario, app.figures)).map_err(|_| NotSaved)?)
    } else {
        None
    };
    Ok(PlaceInput {
        prepared: answer.prepared.clone(),
        places: answer.places.clone(),
        totals: untrack(|| app.authority_totals()),
        missed: Some(answer.missed.clone()),
        file: answer.file.as_ref().map(|file| file.version.clone()),
        table: answer.table.clone(),
        list: list_of(scenario, answer),
        rural,
        audit: untrack(|| audit_of(app, answer)).filter(|_| scenario.view == View::Audit),
    })
}

/// The areas of an official file one by one, where the view is about them.
fn list_of(scenario: &Scenario, answer: &Answer) -> Option<Arc<UnitList>> {
    let file = answer.file.as_ref().filter(|_| scenario.view == View::Areas)?;
    let codes = scenario.place.extent(scenario.data, &answer.places).whole_authorities()?;
    Some(Arc::new(UnitList::of_file(file, &codes, scenario.need, scenario.rank)))
}

/// The place for another need or order than the page's own.
fn place(app: AppState, scenario: &Scenario, need: NeedMeasure, rank: RankBy) -> Result<PlaceInput, NotSaved> {
    match untrack(|| app.stage_of(scenario, need, rank)) {
        CurveState::Here(place) => Ok(PlaceInput {
            prepared: place.prepared,
            places: place.places,
            totals: Vec::new(),
            missed: None,
            file: place.file.map(|file| file.version.clone()),
            table: place.table,
            list: None,
            rural: None,
            audit: None,
        }),
        CurveState::Waiting | CurveState::Problem(_) => Err(NotSaved),
    }
}

/// Every council for the choices.
fn every_place(app: AppState, scenario: &Scenario, need: NeedMeasure, rank: RankBy) -> Result<PlacesIn, NotSaved> {
    match untrack(|| places(app, scenario, need, rank)) {
        PlacesState::Here(places) => Ok(places),
        PlacesState::Waiting | PlacesState::Problem(_) => Err(NotSaved),
    }
}

/// Whether a file says how sure its numbers are.
const fn is_drawn(wanted: Download) -> bool {
    match wanted {
        Download::Results(..) => true,
        Download::Chart(chart, _) => chart.has_intervals(),
    }
}

/// Draws what the page has not drawn so far; the digits are the same.
async fn draw(app: AppState, report: &mut Report) -> Result<(), NotSaved> {
    let undrawn = app.draws.with_untracked(|taken| taken.fill(report.undrawn()));
    match undrawn {
        Undrawn::Nothing => {}
        Undrawn::Offers(offers, result, intervals) => {
            *intervals = draw_intervals(offers, result, || true).await.ok_or(NotSaved)?;
        }
        Undrawn::Slope(simulation, rows) => {
            let found = draw_slope_intervals(simulation, &rows.measured, &rows.choices, |_| true).await;
            rows.intervals = Ok(found.ok_or(NotSaved)?);
        }
    }
    if let Some((offers, result, found)) = report.uncertain() {
        *found = Some(draw_certainty(offers, result, || true).await.ok_or(NotSaved)?);
    }
    if let Some((grouped, choices)) = report.groups() {
        draw_groups(grouped, choices, |_| true).await;
    }
    Ok(())
}

/// A file, ready to be handed over.
enum Made {
    Text { name: String, kind: &'static str, text: String },
    Picture { name: String, svg: String, width: u32, height: u32 },
}

/// Makes a file of what a view shows.
fn made(exhibits: &dyn Exportable, wanted: Download) -> Result<Made, NotSaved> {
    let (date, link) = (clock::today(), link_back(exhibits.scenario()));
    let origin = Origin { date: &date, link: &link };
    match wanted {
        Download::Results(_, file) => {
            let (kind, text) = match file {
                ResultsFile::Csv => (CSV, results_csv(exhibits)),
                ResultsFile::Json => (JSON, results_json(exhibits)),
                ResultsFile::Csvw => (JSON, results_csvw(exhibits, &origin)),
            };
            let text = text.map_err(|_| NotSaved)?;
            Ok(Made::Text { name: results_file_name(exhibits, file), kind, text })
        }
        Download::Chart(chart, file) => {
            let name = chart_file_name(exhibits, chart, file);
            let drawn = || Ok::<_, NotSaved>(sheet(chart, exhibits, &origin).ok_or(NotSaved)?.draw());
            Ok(match file {
                ChartFile::Csv => {
                    Made::Text { name, kind: CSV, text: chart_csv(chart, exhibits, &origin).ok_or(NotSaved)? }
                }
                ChartFile::Svg => Made::Text { name, kind: download::SVG, text: drawn()?.text },
                ChartFile::Png => {
                    let svg = drawn()?;
                    Made::Picture { name, svg: svg.text, width: svg.width, height: svg.height }
                }
            })
        }
    }
}

/// The link to the page as anybody opens it, not as it is framed or projected.
fn link_back(scenario: &Scenario) -> String {
    let plain = scenario.full();
    address::full(&plain.to_shared_query())
}
