//! Pure geometry: where things stand in a picture, in CSS pixels, from results alone. No text, no colour, no DOM.

pub mod concentration;
pub mod people;
pub mod quintile_bars;
mod scale;

pub use scale::{Point, Rect, Scale};
