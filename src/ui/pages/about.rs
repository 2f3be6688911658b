//! The view `about`: method, sources, limits, privacy.

use leptos::prelude::*;

use crate::scenario::View;
use crate::ui::layout::Sections;
use crate::words::{about, common};

/// The page.
#[component]
pub fn AboutPage() -> impl IntoView {
    let sections = about::sections();
    let contents = sections
        .iter()
        .map(|section| {
            view! {
                <li>
                    <a class="govuk-link" href=format!("#{}", section.id)>{section.heading}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::About)}</h1>
        <p class="lead">{about::LEAD}</p>
        <div class="reading">
            <nav aria-label=about::CONTENTS>
                <ul class="govuk-list">{contents}</ul>
            </nav>
            <Sections sections/>
        </div>
    }
}
