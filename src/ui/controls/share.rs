//! How big the target is: a slider and a number.

use leptos::prelude::*;

use super::{PercentInput, set_by_key};
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
    let shown = text(move || share.get().to_string());
    let on_slide = move |event| {
        if let Ok(percent) = event_target_value(&event).parse::<Percent>() {
            set.run(percent.rounded());
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for="share">{missed::SHARE}</label>
            <input
                class="slider"
                id="share"
                type="range"
                min="0"
                max="100"
                step="0.1"
                aria-describedby="share-hint"
                aria-valuetext=spoken
                prop:value=shown
                on:input=on_slide
                on:keydown=move |event| set_by_key(&event, share.get_untracked(), set)
            />
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
