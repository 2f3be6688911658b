//! Own rows kept between visits.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::table::KeptRows;
use crate::platform::local;
use crate::results::gap_measures::Measured;
use crate::scenario::MeasureChoices;
use crate::ui::long_rows;
use crate::ui::state::AppState;
use crate::ui::view_models::input_of;
/// Where rows are kept between visits.
pub const KEPT: &str = "who-gets-missed-rows";

/// Whether rows of an earlier visit are kept.
pub fn has_kept_rows() -> bool {
    local::get(KEPT).ok().flatten().is_some_and(|text| !text.is_empty())
}

/// Brings back the rows of an earlier visit, unless a long table is in use.
pub fn restore(app: AppState) {
    if long_rows::in_use().is_some() {
        return;
    }
    if app.own_rows.with_untracked(String::is_empty)
        && let Some(text) = local::get(KEPT).ok().flatten()
    {
        app.own_rows.set(text);
    }
    // Rows that the settings of the link cannot measure, or that it says nothing of, are measured as they themselves suggest.
    let kept = app.own_rows.with_untracked(|text| KeptRows::from_text(text));
    let chosen = app.scenario.with_untracked(|s| s.gap.measures.clone());
    let input = app.own_rows.with_untracked(|text| input_of(text));
    if let Some(reading) = input.reading.as_deref()
        && !kept.is_empty()
        && (!chosen.are_for_own_rows() || Measured::new(&input, &chosen).is_err())
    {
        app.slide(|scenario| scenario.gap.measures = chosen.for_rows(&reading.rows));
    }
}

/// Measures in the usual way again: for own rows as they themselves suggest.
pub fn reset(app: AppState) {
    let usual = MeasureChoices::default();
    let input = match long_rows::in_use() {
        Some(long) => long.input,
        None => app.own_rows.with_untracked(|text| Arc::new(input_of(text))),
    };
    let choices = input.reading.as_deref().map_or_else(|| usual.clone(), |reading| usual.for_rows(&reading.rows));
    app.choose(|scenario| scenario.gap.measures = choices);
}

/// Takes own rows out of use, for the built-in ones. What stands in the field stays there.
pub fn drop_rows(app: AppState) {
    let _ = local::set(KEPT, "");
    app.own_rows.set(String::new());
    long_rows::leave(app);
    reset(app);
}
