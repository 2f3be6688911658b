//! What the view saves.

use leptos::prelude::GetUntracked;

use crate::export::TargetFacts;
use crate::platform::Refused;
use crate::results::gap_target::Targets;
use crate::ui::exporting::{Wanted, save_file};
use crate::ui::state::AppState;

/// Makes a file from what the page shows and hands it to the browser.
pub async fn save(app: AppState, wanted: Wanted) -> Result<(), Refused> {
    let scenario = app.scenario.get_untracked();
    let targets = Targets::new(&scenario.gap.target);
    save_file(&TargetFacts { scenario: &scenario, targets: &targets }, wanted).await
}
