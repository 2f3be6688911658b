//! The view `gap`: a slope target, measures of inequality on rows, and published figures.

mod files;
mod measures;
mod measures_columns;
mod measures_own;
mod measures_settings;
mod measures_view;
mod published;
mod target;

use leptos::prelude::*;

pub use files::save;

use super::Question;
use crate::scenario::View;
use crate::ui::downloads::AllDownloads;
use measures::MeasuresSection;
use published::PublishedSection;
use target::TargetSection;

/// The page.
#[component]
pub fn GapPage() -> impl IntoView {
    view! {
        <Question of=View::Gap/>
        <TargetSection/>
        <MeasuresSection/>
        <PublishedSection/>
        <AllDownloads/>
    }
}
