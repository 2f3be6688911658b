//! What a person sets.

mod checkbox;
mod choice;
mod combined_places;
mod combobox;
mod copy_field;
mod copy_link;
mod folded;
mod name_field;
mod number_field;
mod own_table;
mod percent_input;
mod place;
mod place_list;
mod present_links;
mod share;
mod share_panel;
mod slider;
mod starts;
mod target;
mod text_number;
mod typing;

pub use checkbox::Checkbox;
pub use choice::{Item, Radios, Select, choosing, chosen, position_of};
pub use combined_places::CombinedPlaces;
pub use combobox::Combobox;
pub use copy_field::CopyField;
pub use copy_link::CopyLink;
pub use folded::{Folded, FoldedOnPhone, FoldedOnScreen, Heading, OnPaper};
pub use name_field::NameField;
pub use number_field::{NumberField, PercentField, SliderField};
pub use own_table::OwnTableShown;
pub use percent_input::PercentInput;
pub use place::{CombinePlaces, PlaceChoice, PlaceField};
pub use place_list::PlaceList;
pub use present_links::{PresentLinks, service_session_link, session_link};
pub use share::ShareControl;
pub use share_panel::SaveAndShare;
pub use slider::{PercentSlider, Slider, SliderStyle, may_scroll, moved, put_down};
pub use starts::Starts;
pub use target::{FirstChoices, FurtherChoices, PlaceAndNeed, SliderAndChoices, TargetControls, Where};
pub use text_number::TextNumber;
pub use typing::{Typing, take, take_or_none};

use leptos::ev;
use leptos::prelude::*;

use crate::scenario::{Lock, Percent, Scenario};
use crate::ui::reactive::{flag, memo};
use crate::ui::state::AppState;

/// Sets a percentage by a key pressed on a slider.
pub fn set_by_key(event: &ev::KeyboardEvent, percent: Percent, on_set: Callback<Percent>) {
    if let Some(percent) = percent.after_key(&event.key(), event.shift_key()) {
        event.prevent_default();
        on_set.run(percent);
    }
}

/// Whether the site that shows the page has taken a group of controls away.
pub fn is_locked(app: AppState, lock: Lock) -> Signal<bool> {
    flag(move || app.scenario.with(|scenario| scenario.lock.has(lock)))
}

/// Whether the page is about the person's own units.
pub fn is_own(app: AppState) -> Signal<bool> {
    // What stands on it is built anew when it changes, and then alone.
    memo(move || app.scenario.with(Scenario::uses_own)).into()
}

/// Whether a group of controls is not there: taken away, or not for own units.
fn is_without(app: AppState, lock: Lock) -> Signal<bool> {
    flag(move || app.scenario.with(|scenario| scenario.lock.has(lock) || scenario.uses_own()))
}

/// Selects the text of a field that takes the focus, so that typing replaces it.
fn select_all(event: ev::FocusEvent) {
    event_target::<web_sys::HtmlInputElement>(&event).select();
}
