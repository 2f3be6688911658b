//! Opens what is there to save a page and to pass it on.

use leptos::prelude::*;

use super::Folded;
use crate::ui::state::use_app;
use crate::words::common::SAVE_AND_SHARE;

/// Closed at first. Its content is fetched when it is opened.
#[component]
pub fn SaveAndShare() -> impl IntoView {
    let app = use_app();
    let content = move || view! { <div class="govuk-details__text">{(app.ports.share_panel)()}</div> }.into_any();
    view! { <Folded text=SAVE_AND_SHARE class=" field" inside=Box::new(content)/> }
}
