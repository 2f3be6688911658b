//! What a person sets.

mod choice;
mod combobox;
mod copy_link;
mod percent_input;
mod place;
mod share;

pub use choice::{Item, Radios, Select};
pub use copy_link::CopyLink;
pub use percent_input::PercentInput;
pub use place::PlaceChoice;
pub use share::ShareControl;

use leptos::ev;
use leptos::prelude::*;

/// Selects the text of a field that takes the focus, so that typing replaces it.
fn select_all(event: ev::FocusEvent) {
    event_target::<web_sys::HtmlInputElement>(&event).select();
}
