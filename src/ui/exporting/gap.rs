//! What the view `gap` saves.

use leptos::prelude::*;

use super::save_file;
use crate::chart::Chart;
use crate::export::{GapExport, MeasuresExport, SlopeTargetExport};
use crate::platform::BrowserError;
use crate::results::gap_measures::Measured;
use crate::results::gap_target::Targets;
use crate::ui::ports::Download;
use crate::ui::state::AppState;
use crate::ui::view_models::{draw_slope_intervals, input_of};

/// Makes a file from what the page shows and hands it to the browser.
pub async fn save(app: AppState, wanted: Download) -> Result<(), BrowserError> {
    let scenario = app.scenario.get_untracked();
    let targets = Targets::new(&scenario.gap.target);
    let target = SlopeTargetExport { scenario: &scenario, targets: &targets };
    let input = app.own_rows.with_untracked(|text| input_of(text));
    let choices = input.choices(&scenario.gap.measures);
    // Without an answer about the rows the rest of the page is still to be had.
    let Ok(measured) = Measured::new(&input, &choices) else {
        return save_file(&GapExport { target, measures: None }, wanted).await;
    };
    let is_of_rows = matches!(wanted, Download::Results(_) | Download::Chart(Chart::Scatter, _));
    let intervals = match measured.simulation(&choices) {
        // Drawn anew, so that a file has them also when the page has not got that far; the digits are the same.
        Ok(simulation) if is_of_rows => {
            Ok(draw_slope_intervals(simulation, &measured, &choices, |_| true).await.ok_or(BrowserError)?)
        }
        Ok(_) => Ok(None),
        Err(reason) => Err(reason),
    };
    let measures = MeasuresExport {
        scenario: &scenario,
        input: &input,
        choices: &choices,
        measured: &measured,
        intervals: &intervals,
    };
    match wanted {
        // A file of rows is named by whose they are.
        Download::Chart(Chart::Scatter, _) => save_file(&measures, wanted).await,
        _ => save_file(&GapExport { target, measures: Some(measures) }, wanted).await,
    }
}
