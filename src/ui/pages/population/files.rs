//! What the view saves.

use leptos::prelude::*;

use super::view::{State, worked};
use crate::export::PopulationFacts;
use crate::platform::Refused;
use crate::results::population::RESIDENTS;
use crate::ui::exporting::{Wanted, save_file};
use crate::ui::state::{AppState, Stage, stage};

/// Makes a file from what the page shows and hands it to the browser.
pub async fn save(app: AppState, wanted: Wanted) -> Result<(), Refused> {
    let scenario = app.scenario.get_untracked();
    let (need, rank) = RESIDENTS;
    let place = untrack(|| stage(scenario.data, &scenario.place, need, rank, app.figures, app.own_files));
    let Stage::Here(place) = place else { return Err(Refused) };
    let State::Here(worked) = worked(&scenario, &place) else { return Err(Refused) };
    let facts = PopulationFacts { scenario: &scenario, risk: &worked.risk, authorities: &worked.authorities };
    save_file(&facts, wanted).await
}
