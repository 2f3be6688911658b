//! The view `gap`.

mod files;
mod published;
mod target;

use leptos::prelude::*;

pub use files::save;
pub use published::PublishedSection;
pub use target::TargetSection;

use super::Question;
use crate::scenario::View;
use crate::ui::downloads::AllDownloads;

/// The page.
#[component]
pub fn GapPage() -> impl IntoView {
    view! {
        <Question of=View::Gap/>
        <TargetSection/>
        <PublishedSection/>
        <AllDownloads/>
    }
}
