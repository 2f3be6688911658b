//! What the view saves.

use super::view::Worked;
use crate::export::IncentiveFacts;
use crate::platform::Refused;
use crate::ui::exporting::{Wanted, save_file};
use crate::ui::state::{AppState, Shown};

/// Makes a file from what the page shows and hands it to the browser.
pub async fn save(app: AppState, wanted: Wanted) -> Result<(), Refused> {
    use leptos::prelude::GetUntracked;
    let Shown::Answer(answer) = app.shown.get_untracked() else { return Err(Refused) };
    let Worked { answer, result } = Worked::of(answer);
    let result = result.ok_or(Refused)?;
    let facts = IncentiveFacts {
        scenario: &answer.scenario,
        missed: &answer.missed,
        result: &result,
        authorities: &answer.authorities,
    };
    save_file(&facts, wanted).await
}
