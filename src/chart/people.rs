//! A hundred people, some of them reached.

use std::fmt::Write;

use super::{Scene, Shape};
use crate::decimal::tenths;

/// How many people the picture shows.
pub const PEOPLE: usize = 100;

/// One person's place in pixels, and the step to the next, where there is room.
const PERSON_WIDTH: f64 = 14.0;
const PERSON_HEIGHT: f64 = 26.0;
const ROW_STEP: f64 = 36.0;
/// From one person to the next in the same row, where there is just room.
const LEAST_STEP: f64 = 18.0;
/// Below this width a person in a row of twenty would be too small to see.
const NARROWEST_OF_TWENTY: f64 = 260.0;

/// Where a hundred people stand.
#[derive(Debug, Clone, PartialEq)]
pub struct PeoplePicture {
    width: f64,
    height: f64,
    columns: usize,
    column_step: f64,
    /// How large a person is, 1 where there is room.
    scale: f64,
}

impl PeoplePicture {
    /// Sets the people out in full rows that fit a width in pixels. On a phone they are smaller, so that they stand in one
    /// sight with the number and the slider.
    pub fn new(width: f64) -> Self {
        let columns = if width >= NARROWEST_OF_TWENTY { 20 } else { 10 };
        // Further apart than this they no longer read as a crowd.
        let column_step = (width / columns as f64).clamp(LEAST_STEP * 0.5, 40.0);
        let scale = (column_step / LEAST_STEP).min(1.0);
        let rows = PEOPLE / columns;
        Self {
            width: column_step * columns as f64,
            height: rows as f64 * ROW_STEP * scale,
            columns,
            column_step,
            scale,
        }
    }

    /// The picture with the first `reached` people (0 to 100) reached and the others missed.
    pub fn scene(&self, reached: usize) -> Scene {
        let shapes = vec![
            Shape::Path { class: "people__reached", path: self.path(0, reached) },
            Shape::Path { class: "people__missed", path: self.path(reached, PEOPLE) },
        ];
        Scene { width: self.width, height: self.height, shapes }
    }

    /// The outlines of the people from number `from` up to but not including `to` (0 to 100) as one path.
    fn path(&self, from: usize, to: usize) -> String {
        let mut path = String::new();
        for person in from..to.min(PEOPLE) {
            let size = |pixels: f64| tenths(pixels * self.scale);
            let row = (person / self.columns) as f64;
            let x = (person % self.columns) as f64 * self.column_step
                + (self.column_step - PERSON_WIDTH * self.scale) / 2.0;
            let y = (row * ROW_STEP + (ROW_STEP - PERSON_HEIGHT) / 2.0) * self.scale;
            let (radius, across) = (size(4.5), size(9.0));
            let (shoulder, width) = (size(7.0), size(PERSON_WIDTH));
            // A head, and shoulders below it.
            let _ = write!(
                path,
                "M{} {}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0z\
                 M{} {}v-{shoulder}a{shoulder} {shoulder} 0 0 1 {width} 0v{shoulder}z",
                tenths(x + 2.5 * self.scale),
                tenths(y + 4.5 * self.scale),
                tenths(x),
                tenths(y + PERSON_HEIGHT * self.scale),
            );
        }
        path
    }
}

/// How many of a hundred a share (0 to 1) is.
pub fn of_a_hundred(share: f64) -> usize {
    (share * PEOPLE as f64).round() as usize
}

/// How many of a hundred are left, so that the two add up.
pub fn rest_of_a_hundred(share: f64) -> usize {
    PEOPLE.saturating_sub(of_a_hundred(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_people_are_drawn_once_each() {
        for width in [200.0, 343.0, 780.0, 1200.0] {
            let picture = PeoplePicture::new(width);
            let heads = |from, to| picture.path(from, to).matches(" 0 1 0 -").count();
            assert!(picture.width <= width && picture.height <= 360.0);
            assert_eq!(heads(0, 100), 100);
            assert_eq!(heads(0, 30) + heads(30, 100), 100);
            assert_eq!(heads(100, 100), 0);
        }
    }

    #[test]
    fn shares_round_to_people() {
        assert_eq!(of_a_hundred(0.3046), 30);
        assert_eq!(of_a_hundred(1.0), 100);
        assert_eq!(of_a_hundred(0.004), 0);
        assert_eq!([0.3046, 1.0, 0.004].map(rest_of_a_hundred), [70, 0, 100]);
    }
}
