//! What the view saves.

use crate::platform::Refused;
use crate::ui::exporting::Wanted;
use crate::ui::state::AppState;

/// Makes a file from what the page shows and hands it to the browser.
#[allow(clippy::unused_async, reason = "as the others")]
pub async fn save(_app: AppState, _wanted: Wanted) -> Result<(), Refused> {
    Err(Refused)
}
