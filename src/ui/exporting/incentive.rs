//! What the view `incentive` saves.

use super::save_file;
use crate::export::IncentiveExport;
use crate::platform::BrowserError;
use crate::ui::ports::Download;
use crate::ui::state::{AnswerState, AppState};
use crate::ui::view_models::ComputedIncentives;

/// Makes a file from what the page shows and hands it to the browser.
pub async fn save(app: AppState, wanted: Download) -> Result<(), BrowserError> {
    use leptos::prelude::GetUntracked;
    let AnswerState::Answer(answer) = app.shown.get_untracked() else { return Err(BrowserError) };
    let ComputedIncentives { answer, result } = ComputedIncentives::of(answer);
    let result = result.ok_or(BrowserError)?;
    let facts = IncentiveExport {
        scenario: &answer.scenario,
        missed: &answer.missed,
        result: &result,
        authorities: &answer.authorities,
    };
    save_file(&facts, wanted).await
}
