//! What the view `population` saves.

use leptos::prelude::*;

use super::save_file;
use crate::export::PopulationExport;
use crate::platform::BrowserError;
use crate::results::population::RESIDENTS;
use crate::ui::curve::{CurveState, stage};
use crate::ui::ports::Download;
use crate::ui::state::AppState;
use crate::ui::view_models::{RiskState, worked};

/// Makes a file from what the page shows and hands it to the browser.
pub async fn save(app: AppState, wanted: Download) -> Result<(), BrowserError> {
    let scenario = app.scenario.get_untracked();
    let (need, rank) = RESIDENTS;
    let place = untrack(|| stage(scenario.data, &scenario.place, need, rank, app.figures, app.own_files));
    let CurveState::Here(place) = place else { return Err(BrowserError) };
    let RiskState::Here(worked) = worked(&scenario, &place) else { return Err(BrowserError) };
    let facts = PopulationExport { scenario: &scenario, risk: &worked.risk, authorities: &worked.authorities };
    save_file(&facts, wanted).await
}
