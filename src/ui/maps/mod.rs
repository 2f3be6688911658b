//! The map of people missed: the outlines that a person adds, and the map made of them.

mod dot_map;
mod gestures;
mod outlines;
mod painter;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

pub use outlines::AreasMap;

use leptos::prelude::*;

use crate::pace::Pace;
use crate::platform::{Slices, pause};
use crate::ui::view_models::AreasView;

/// What a map is of, and what it shares with the page around it.
#[derive(Clone, Copy)]
pub struct MapOf {
    /// The units and the target.
    pub areas: AreasView,
    /// The unit that is chosen, on the map or in the list.
    pub chosen: RwSignal<Option<usize>>,
    /// Called with a unit that is to be in the target, or out of it.
    pub on_tick: Callback<(usize, bool)>,
}

/// Work in slices, told how far it is between two of them.
fn in_slices(told: impl Fn(f64) + 'static) -> Pace {
    let slice = Rc::new(RefCell::new(Slices::begin()));
    Pace::new(move |share| {
        if !slice.borrow().is_over() {
            return None;
        }
        told(share);
        let slice = slice.clone();
        Some(Box::pin(async move {
            pause(Duration::ZERO).await;
            slice.replace(Slices::begin());
        }))
    })
}
