//! How big the target is: a slider and a number.

use leptos::prelude::*;

use super::SliderField;
use crate::scenario::Percent;
use crate::ui::reactive::text;
use crate::ui::state::use_app;
use crate::words::{missed, number};

/// The slider and the number beside it.
#[component]
pub fn ShareControl() -> impl IntoView {
    let app = use_app();
    let share = Signal::derive(move || app.scenario.with(|scenario| scenario.share));
    let unit = Signal::derive(move || app.scenario.with(missed::unit));
    let label = text(move || app.scenario.with(missed::share_label).to_owned());
    let set = Callback::new(move |percent: Percent| app.slide(move |scenario| scenario.share = percent));
    let hint = missed::share_hint(app.scenario.with_untracked(|scenario| scenario.view));
    let spoken = text(move || format!("{} {}", number::chosen(share.get()), unit.get()));
    view! {
        <SliderField
            id="share"
            label
            name=text(move || format!("{}, {}", label.get(), unit.get()))
            unit
            error=missed::SHARE_ERROR
            hint=Some(hint)
            value=share
            spoken
            on_set=set
        />
    }
}
