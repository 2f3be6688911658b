//! Saved pages side by side below a result.

use leptos::prelude::*;

use crate::ui::reactive::part;
use crate::ui::state::use_app;

/// Where saved pages stand side by side below a result: nothing until some are picked.
#[component]
pub fn ComparisonHook() -> impl IntoView {
    let app = use_app();
    part(move || if app.saved_pages.has_comparison.get() { (app.ports.comparison)() } else { ().into_any() })
}
