//! Makes the files of the view.

use super::measures_view::{draw_intervals, input_of};
use crate::export::MeasuresFacts;
use crate::platform::Refused;
use crate::results::gap_measures::Measured;
use crate::ui::exporting::{Wanted, save_file};
use crate::ui::state::AppState;
use leptos::prelude::*;

/// Makes a file from what the page shows and hands it to the browser.
pub async fn save(app: AppState, wanted: Wanted) -> Result<(), Refused> {
    let scenario = app.scenario.get_untracked();
    let input = app.own_rows.with_untracked(|text| input_of(text));
    let choices = input.choices(&scenario.gap.measures);
    let measured = Measured::new(&input, &choices).map_err(|_| Refused)?;
    // Drawn anew, so that a file has them also when the page has not got that far; the digits are the same.
    let intervals = match measured.simulation(&choices) {
        Ok(simulation) => Ok(draw_intervals(simulation, &measured, &choices, |_| true).await.ok_or(Refused)?),
        Err(reason) => Err(reason),
    };
    let facts = MeasuresFacts {
        scenario: &scenario,
        input: &input,
        choices: &choices,
        measured: &measured,
        intervals: &intervals,
    };
    save_file(&facts, wanted).await
}
