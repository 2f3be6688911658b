//! A hundred people, some of them reached.

use std::fmt::Write;

use super::{Point, Scene, Shape};
use crate::decimal::tenths;
use crate::model::bounded;

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

const REACHED: &str = "people__reached";
const MISSED: &str = "people__missed";
/// Nobody has said yet on which side they are.
const UNSAID: &str = "people__unsaid";

/// What a person is drawn as, by number from 0, where the first `inside` people are reached and the others missed; `None`
/// before anybody has said how many are.
pub fn class_of(person: usize, inside: Option<usize>) -> &'static str {
    match inside {
        None => UNSAID,
        Some(inside) if person < inside => REACHED,
        Some(_) => MISSED,
    }
}

/// Who changes sides takes their turn after the one before, so many milliseconds later at most.
const LONGEST_TURN: usize = 8;
/// All have begun to change sides after so many milliseconds.
const ALL_TURNED: usize = 180;

/// Who changes sides between two pictures, each with the milliseconds to wait: one by one, beginning where the sides met.
pub fn turns(before: Option<usize>, after: Option<usize>) -> Vec<(usize, u32)> {
    let mut who: Vec<usize> = (0..PEOPLE).filter(|&who| class_of(who, before) != class_of(who, after)).collect();
    if before > after {
        who.reverse();
    }
    let all = who.len().max(1);
    // Whole milliseconds: a number with decimals costs the first view what writes it.
    let wait = |at: usize| (at * LONGEST_TURN).min(at * ALL_TURNED / all) as u32;
    who.into_iter().enumerate().map(|(at, who)| (who, wait(at))).collect()
}

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
        let column_step = bounded(width / columns as f64, LEAST_STEP * 0.5, 40.0);
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

    /// Its size in pixels: width and height.
    pub const fn size(&self) -> [f64; 2] {
        [self.width, self.height]
    }

    /// The outline of each person.
    pub fn people(&self) -> Vec<String> {
        (0..PEOPLE).map(|person| self.path(person, person + 1)).collect()
    }

    /// How many people (0 to 100) stand up to a point of the picture, with the one at the point; a third of a person's room is
    /// left for nobody.
    pub fn up_to(&self, at: Point) -> usize {
        let row_step = self.height / (PEOPLE / self.columns) as f64;
        let row = bounded((at.y / row_step).floor(), 0.0, (PEOPLE / self.columns - 1) as f64) as usize;
        let steps = at.x / self.column_step;
        let in_row = if row == 0 && steps < 1.0 / 3.0 { 0.0 } else { steps.ceil().max(1.0) };
        row * self.columns + (in_row as usize).min(self.columns)
    }

    /// The picture with the first `reached` people (0 to 100) reached and the others missed.
    pub fn scene(&self, reached: usize) -> Scene {
        let shapes = vec![
            Shape::Path { class: REACHED, path: self.path(0, reached) },
            Shape::Path { class: MISSED, path: self.path(reached, PEOPLE) },
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

/// The share (0 to 1) that so many of a hundred are.
pub fn share_of(people: usize) -> f64 {
    people as f64 / PEOPLE as f64
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
    fn a_point_counts_the_people_up_to_it() {
        for width in [200.0, 335.0, 343.0, 780.0, 1200.0] {
            let picture = PeoplePicture::new(width);
            let [_, height] = picture.size();
            let row_step = height / (PEOPLE / picture.columns) as f64;
            for person in 0..PEOPLE {
                let x = ((person % picture.columns) as f64 + 0.5) * picture.column_step;
                let y = ((person / picture.columns) as f64 + 0.5) * row_step;
                assert_eq!(picture.up_to(Point { x, y }), person + 1, "{width}");
            }
            assert_eq!(picture.up_to(Point { x: -9.0, y: -9.0 }), 0);
            assert_eq!(picture.up_to(Point { x: 9999.0, y: 9999.0 }), PEOPLE);
            assert_eq!(picture.up_to(Point { x: -9.0, y: height }), PEOPLE - picture.columns + 1);
        }
    }

    #[test]
    fn people_change_sides_one_by_one_from_where_the_sides_meet() {
        assert_eq!(turns(Some(30), Some(30)), []);
        assert_eq!(turns(None, None), []);
        assert_eq!(turns(Some(30), Some(32)), [(30, 0), (31, 8)]);
        assert_eq!(turns(Some(32), Some(30)), [(31, 0), (30, 8)]);
        for (before, after) in [(Some(0), Some(100)), (Some(90), Some(10)), (None, Some(40)), (Some(40), None)] {
            let turns = turns(before, after);
            assert!(turns.iter().all(|&(who, wait)| who < PEOPLE && (0..ALL_TURNED as u32).contains(&wait)));
            assert!(turns.windows(2).all(|pair| pair[0].1 < pair[1].1));
        }
        assert_eq!(turns(None, Some(40)).len(), PEOPLE);
    }

    #[test]
    fn shares_round_to_people() {
        assert_eq!(of_a_hundred(0.3046), 30);
        assert_eq!(of_a_hundred(1.0), 100);
        assert_eq!(of_a_hundred(0.004), 0);
        assert_eq!([0.3046, 1.0, 0.004].map(rest_of_a_hundred), [70, 0, 100]);
    }
}
