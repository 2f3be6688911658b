//! The view `about`: method, sources, limits, privacy.

use leptos::prelude::*;

use crate::scenario::View;
use crate::ui::layout::Sections;
use crate::words::{about, common};

/// The page.
#[component]
pub fn AboutPage() -> impl IntoView {
    view! {
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::About)}</h1>
        <p class="lead">{about::LEAD}</p>
        <div class="reading">
            <Sections sections=about::sections()/>
        </div>
    }
}
