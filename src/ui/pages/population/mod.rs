//! The view `population`.

mod files;

use leptos::prelude::*;

pub use files::save;

use super::Question;
use crate::scenario::View;

/// The page.
#[component]
pub fn PopulationPage() -> impl IntoView {
    view! {
        <Question of=View::Population/>
    }
}
