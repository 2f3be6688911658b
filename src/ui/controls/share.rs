//! How big the target is: a slider and a number.

use leptos::prelude::*;

use super::{PercentInput, PercentSlider};
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
    let set = Callback::new(move |percent: Percent| app.slide(move |scenario| scenario.share = percent));
    let spoken = text(move || format!("{} {}", number::chosen(share.get()), unit.get()));
    view! {
        <div class="field">
            <label class="field__label" for="share">{missed::SHARE}</label>
            <PercentSlider id="share" described_by=Some("share-hint") value=share spoken on_set=set/>
            <PercentInput
                id="share-number"
                name=Signal::derive(move || format!("{}, {}", missed::SHARE, unit.get()))
                unit
                error=missed::SHARE_ERROR
                value=share
                on_set=set
            />
            <p class="field__hint" id="share-hint">{missed::SHARE_HINT}</p>
        </div>
    }
}
