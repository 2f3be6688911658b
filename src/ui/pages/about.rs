//! The view `about`: method, sources, limits, privacy.

use leptos::prelude::*;

use crate::platform::site;
use crate::scenario::View;
use crate::ui::layout::Sections;
use crate::words::{about, common, web_team};

/// The page.
#[component]
pub fn AboutPage() -> impl IntoView {
    view! {
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::About)}</h1>
        <p class="lead">{about::LEAD}</p>
        <div class="reading">
            {site::said("data-site").map(|_| view! { <OfSite/> })}
            <Sections sections=about::sections()/>
        </div>
    }
}

/// Who runs this edition, whom to ask, and its statements.
#[component]
fn OfSite() -> impl IntoView {
    let [name, accessibility, privacy] =
        ["data-site-name", "data-site-accessibility", "data-site-privacy"].map(site::said);
    let said = web_team::who(name.as_deref(), accessibility.as_deref(), privacy.as_deref());
    let links = web_team::STATEMENTS.map(|(text, address)| {
        view! {
            <li>
                <a class="govuk-link" href=address rel="external">{text}</a>
            </li>
        }
    });
    view! {
        <section data-testid="of-site">
            <h2 class="govuk-heading-m">{web_team::LINKS}</h2>
            {said.into_iter().map(|said| view! { <p class="govuk-body">{said}</p> }).collect_view()}
            <ul class="govuk-list govuk-list--bullet">{links.collect_view()}</ul>
        </section>
    }
}
