//! The view `gap`: a slope target, published figures, and measures of inequality on rows.

mod files;
mod measures;
mod measures_columns;
mod measures_own;
mod measures_settings;
mod measures_view;

use leptos::prelude::*;

pub use files::save;

use super::Question;
use crate::scenario::View;
use measures::MeasuresSection;

/// The page.
#[component]
pub fn GapPage() -> impl IntoView {
    view! {
        <Question of=View::Gap/>
        // The slope target and the published figures have their place here, above the measures.
        <MeasuresSection/>
    }
}
