//! Makes the files that the buttons for downloads ask for. Fetched when one is pressed.

mod gap;
mod incentive;
mod population;

use leptos::prelude::*;

use super::ports::{Download, Later};
use super::state::{Answer, AnswerState, AppState};
use super::view_models::draw_intervals;
use crate::chart::{Chart, ChartFile, ResultsFile};
use crate::data::AuthorityCode;
use crate::export::{
    Exportable, Offered, Origin, PlaceExport, chart_csv, chart_file_name, results_csv, results_file_name, results_json,
    sheet,
};
use crate::model::Counts;
use crate::platform::{BrowserError, address, clock, download};
use crate::results::strategies::Strategies;
use crate::scenario::{Scenario, ToQuery, View};

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";

/// The view that a file belongs to. A page can be shown on another, as a preview.
fn view_of(wanted: Download, shown: View) -> View {
    match wanted {
        Download::Chart(chart, _) if Chart::OF_POPULATION.contains(&chart) => View::Population,
        Download::Chart(chart, _) if Chart::OF_GAP.contains(&chart) => View::Gap,
        Download::Chart(chart, _) if Chart::OF_INCENTIVE.contains(&chart) => View::Incentive,
        _ => shown,
    }
}

/// Whether a file shows offers, on a view.
fn has_offers(wanted: Download, view: View) -> bool {
    match wanted {
        Download::Chart(chart, _) => Chart::OF_OFFERS.contains(&chart),
        Download::Results(_) => view == View::Strategies,
    }
}

/// A file being made and saved.
pub type Saving = Later<Result<(), BrowserError>>;

/// Makes a file from what the page shows and hands it to the browser.
pub fn save(app: AppState, wanted: Download) -> Saving {
    match view_of(wanted, app.scenario.with_untracked(|scenario| scenario.view)) {
        View::Population => return Box::pin(population::save(app, wanted)),
        View::Gap => return Box::pin(gap::save(app, wanted)),
        View::Incentive => return Box::pin(incentive::save(app, wanted)),
        _ => {}
    }
    let shown = app.shown.get_untracked();
    let totals = app.authority_totals();
    Box::pin(async move {
        match shown {
            AnswerState::Answer(answer) => save_answer(&answer, &totals, wanted).await,
            AnswerState::Waiting | AnswerState::Problem(_) => Err(BrowserError),
        }
    })
}

async fn save_answer(
    answer: &Answer,
    totals: &[(AuthorityCode, Counts)],
    wanted: Download,
) -> Result<(), BrowserError> {
    let Answer { scenario, missed, prepared, authorities } = answer;
    let offers = if has_offers(wanted, scenario.view) {
        let result = Strategies::new(scenario, prepared).map_err(|_| BrowserError)?;
        // ComputedOffers out anew, so that a file has them also when the page has not got that far; the digits are the same.
        let intervals = draw_intervals(&scenario.offers, &result, || true).await.ok_or(BrowserError)?;
        Some((result, intervals))
    } else {
        None
    };
    let offers = offers.as_ref().map(|(result, intervals)| Offered { result, intervals, totals });
    save_file(&PlaceExport { scenario, missed, prepared, authorities, offers }, wanted).await
}

/// Makes a file of what a view shows.
async fn save_file(exhibits: &dyn Exportable, wanted: Download) -> Result<(), BrowserError> {
    let scenario = exhibits.scenario();
    let (date, link) = (clock::today(), link_back(scenario));
    let origin = Origin { date: &date, link: &link };
    match wanted {
        Download::Results(file) => {
            let (kind, text) = match file {
                ResultsFile::Csv => (CSV, results_csv(exhibits, &origin)),
                ResultsFile::Json => (JSON, results_json(exhibits)),
            };
            download::text(&results_file_name(exhibits, file), kind, &text.map_err(|_| BrowserError)?)
        }
        Download::Chart(chart, ChartFile::Csv) => {
            let text = chart_csv(chart, exhibits, &origin).ok_or(BrowserError)?;
            download::text(&chart_file_name(exhibits, chart, ChartFile::Csv), CSV, &text)
        }
        Download::Chart(chart, file) => {
            let svg = sheet(chart, exhibits, &origin).ok_or(BrowserError)?.draw();
            let name = chart_file_name(exhibits, chart, file);
            if file == ChartFile::Svg {
                download::text(&name, download::SVG, &svg.text)
            } else {
                download::picture(&name, &svg.text, svg.width, svg.height).await
            }
        }
    }
}

/// The link to the page as anybody opens it, not as it is framed or projected.
fn link_back(scenario: &Scenario) -> String {
    let plain = scenario.full();
    address::full(&plain.to_query()).trim_end_matches('?').to_owned()
}
