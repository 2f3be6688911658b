//! Makes the files of the view.

use leptos::prelude::*;

use super::measures_view::{draw_intervals, input_of};
use crate::chart::Chart;
use crate::export::{GapFacts, MeasuresFacts, TargetFacts};
use crate::platform::Refused;
use crate::results::gap_measures::Measured;
use crate::results::gap_target::Targets;
use crate::ui::exporting::{Wanted, save_file};
use crate::ui::state::AppState;

/// Makes a file from what the page shows and hands it to the browser.
pub async fn save(app: AppState, wanted: Wanted) -> Result<(), Refused> {
    let scenario = app.scenario.get_untracked();
    let targets = Targets::new(&scenario.gap.target);
    let target = TargetFacts { scenario: &scenario, targets: &targets };
    let input = app.own_rows.with_untracked(|text| input_of(text));
    let choices = input.choices(&scenario.gap.measures);
    // Without an answer about the rows the rest of the page is still to be had.
    let Ok(measured) = Measured::new(&input, &choices) else {
        return save_file(&GapFacts { target, measures: None }, wanted).await;
    };
    let is_of_rows = matches!(wanted, Wanted::Results(_) | Wanted::Chart(Chart::Scatter, _));
    let intervals = match measured.simulation(&choices) {
        // Drawn anew, so that a file has them also when the page has not got that far; the digits are the same.
        Ok(simulation) if is_of_rows => {
            Ok(draw_intervals(simulation, &measured, &choices, |_| true).await.ok_or(Refused)?)
        }
        Ok(_) => Ok(None),
        Err(reason) => Err(reason),
    };
    let measures = MeasuresFacts {
        scenario: &scenario,
        input: &input,
        choices: &choices,
        measured: &measured,
        intervals: &intervals,
    };
    match wanted {
        // A file of rows is named by whose they are.
        Wanted::Chart(Chart::Scatter, _) => save_file(&measures, wanted).await,
        _ => save_file(&GapFacts { target, measures: Some(measures) }, wanted).await,
    }
}
