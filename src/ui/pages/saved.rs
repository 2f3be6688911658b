//! The view `saved`: the pages kept under a name.

use leptos::prelude::*;

use crate::scenario::View;
use crate::words::common;

/// The page.
#[component]
pub fn SavedPage() -> impl IntoView {
    view! {
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::Saved)}</h1>
    }
}
