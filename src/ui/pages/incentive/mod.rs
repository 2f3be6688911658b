//! The view `incentive`.

mod files;

use leptos::prelude::*;

pub use files::save;

use super::Question;
use crate::scenario::View;

/// The page.
#[component]
pub fn IncentivePage() -> impl IntoView {
    view! {
        <Question of=View::Incentive/>
    }
}
