//! The view `note`: a note for an impact assessment, made of the choices.

use leptos::prelude::*;

use crate::scenario::View;
use crate::words::common;

/// The page.
#[component]
pub fn NotePage() -> impl IntoView {
    view! {
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::Note)}</h1>
    }
}
