//! Pure geometry: where things stand in a picture, in CSS pixels, from results alone. Words are handed in; no colour,
//! no DOM.

pub mod concentration;
pub mod destinations;
pub mod equity_plane;
pub mod people;
pub mod quintile_bars;
pub mod room;
mod scale;
mod scene;
pub mod tornado;
pub mod value_bars;

/// How a share (0 to 1) is written.
pub type WriteShare = fn(f64) -> String;

pub use scale::{Point, Rect, Scale};
pub use scene::{Anchor, Scene, Shape};
