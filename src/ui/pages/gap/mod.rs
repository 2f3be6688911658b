//! The view `gap`.

mod files;

use leptos::prelude::*;

pub use files::save;

use super::Question;
use crate::scenario::View;

/// The page.
#[component]
pub fn GapPage() -> impl IntoView {
    view! {
        <Question of=View::Gap/>
    }
}
