//! Where a person brings rows to measure.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::entry::Entry;
use super::goal::Goal;
use crate::data::mortality::MORTALITY;
use crate::ui::reactive::{flag, text};
use crate::ui::state::use_app;
use crate::ui::view_models::MeasuresView;
use crate::words::gap_measures as words;

/// The entry of rows to measure.
#[component]
pub fn OwnRowsEntry(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let attempt = Attempt::new(use_app(), Goal::Rows);
    let in_use = text(move || view.input.with(|input| words::in_use(input.origin, input.count())));
    let has_none = flag(move || !view.is_own());
    view! { <Entry attempt in_use has_none built_in=(words::EDIT_BUILT_IN, MORTALITY)/> }
}
