//! A map on which every place is a hexagon of one size: where each stands, which one a finger means, and where an arrow key
//! leads.

use std::fmt::Write;

use super::{Point, Scene, Shape};
use crate::decimal::tenths;
use crate::model::bounded;

/// The least and the greatest width of a hexagon in pixels.
const LEAST: f64 = 8.0;
const MOST: f64 = 26.0;
/// From one row to the next, in widths of a hexagon: half the root of 3.
const ROW: f64 = 0.866_025_403_784_438_6;
/// From the middle of a hexagon to its point, in widths of it: one by the root of 3.
const POINT: f64 = 0.577_350_269_189_625_7;
/// Room for the outline of a hexagon at the edge.
const EDGE: f64 = 3.0;
/// The least side of what a finger is to meet, in pixels (WCAG 2.2, success criterion 2.5.8).
const FINGER: f64 = 24.0;
/// How far from the middle of a hexagon a finger may be, in widths of it.
const REACH: f64 = 1.5;

/// A way across the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// West.
    Left,
    /// East.
    Right,
    /// North.
    Up,
    /// South.
    Down,
}

/// How a place is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HexLook {
    /// Its shade, from 0 to 4; `None` where there is nothing to show.
    pub shade: Option<usize>,
    /// Whether it is outlined.
    pub is_own: bool,
}

/// Classes of the shades, lightest first.
pub const SHADES: [&str; 5] = ["hex hex--1", "hex hex--2", "hex hex--3", "hex hex--4", "hex hex--5"];
/// Class of a place without figures.
pub const NO_SHADE: &str = "hex hex--none";
/// Class of an outline.
pub const OUTLINE: &str = "hex__own";

impl HexLook {
    /// The class of its hexagon.
    pub fn class(self) -> &'static str {
        self.shade.and_then(|shade| SHADES.get(shade)).copied().unwrap_or(NO_SHADE)
    }
}

/// Places on a map for a width in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct HexGrid {
    width: f64,
    height: f64,
    /// The width of a hexagon.
    size: f64,
    centres: Vec<Point>,
}

impl HexGrid {
    /// Lays the places out, each by its column and row. An odd row begins half a hexagon further right.
    pub fn new(cells: &[(u8, u8)], width: f64) -> Self {
        let shift = |row: u8| f64::from(row % 2) / 2.0;
        let across = cells.iter().map(|&(column, row)| f64::from(column) + shift(row)).fold(0.0, f64::max) + 1.0;
        let rows = f64::from(cells.iter().map(|&(_, row)| row).max().unwrap_or(0));
        let size = bounded((width - 2.0 * EDGE) / across, LEAST, MOST);
        let width = width.max(size * across + 2.0 * EDGE);
        let left = (width - size * across) / 2.0;
        let top = EDGE + size * POINT;
        let centre = |&(column, row): &(u8, u8)| Point {
            x: left + size * (f64::from(column) + shift(row) + 0.5),
            y: top + size * ROW * f64::from(row),
        };
        let height = 2.0 * top + size * ROW * rows;
        Self { width, height, size, centres: cells.iter().map(centre).collect() }
    }

    /// The side of a square around a place that is large enough for a finger, in pixels.
    pub fn target(&self) -> f64 {
        self.size.max(FINGER)
    }

    /// The top left corner of that square.
    pub fn corner(&self, place: usize) -> Option<Point> {
        let half = self.target() / 2.0;
        self.centre(place).map(|Point { x, y }| Point { x: x - half, y: y - half })
    }

    /// The middle of a place.
    pub fn centre(&self, place: usize) -> Option<Point> {
        self.centres.get(place).copied()
    }

    /// The place at a point of the picture, shown so wide: the nearest, unless the point is far from all.
    pub fn at(&self, point: Point, shown_width: f64) -> Option<usize> {
        let scale = if shown_width > 0.0 { self.width / shown_width } else { 1.0 };
        let (x, y) = (point.x * scale, point.y * scale);
        let far = |centre: &Point| (centre.x - x) * (centre.x - x) + (centre.y - y) * (centre.y - y);
        let mut best = None;
        let mut least = (REACH * self.size) * (REACH * self.size);
        for (at, centre) in self.centres.iter().enumerate() {
            if far(centre) < least {
                (best, least) = (Some(at), far(centre));
            }
        }
        best
    }

    /// The place that an arrow key leads to: the nearest that way, with those straight ahead before those aside. Stays where
    /// nothing lies that way.
    pub fn step(&self, from: usize, way: Way) -> usize {
        let Some(start) = self.centre(from) else { return from };
        let (mut best, mut least) = (from, f64::INFINITY);
        for (at, centre) in self.centres.iter().enumerate() {
            let (dx, dy) = (centre.x - start.x, centre.y - start.y);
            let (ahead, aside) = match way {
                Way::Left => (-dx, dy.abs()),
                Way::Right => (dx, dy.abs()),
                Way::Up => (-dy, dx.abs()),
                Way::Down => (dy, dx.abs()),
            };
            let cost = ahead + 2.0 * aside;
            if ahead > 0.1 * self.size && aside <= ahead && cost < least {
                (best, least) = (at, cost);
            }
        }
        best
    }

    /// Its size in pixels: width and height.
    pub const fn size(&self) -> [f64; 2] {
        [self.width, self.height]
    }

    /// The hexagon of each place.
    pub fn hexagons(&self) -> Vec<String> {
        let hexagon = |&centre| {
            let mut path = String::new();
            self.append(&mut path, centre);
            path
        };
        self.centres.iter().map(hexagon).collect()
    }

    /// The hexagons of the places that look so, as one path.
    fn path(&self, looks: &[HexLook], is: &dyn Fn(&HexLook) -> bool) -> String {
        let mut path = String::new();
        for (centre, _) in self.centres.iter().zip(looks).filter(|(_, look)| is(look)) {
            self.append(&mut path, *centre);
        }
        path
    }

    /// What stands in front: the outlined places.
    pub fn outlined(&self, looks: &[HexLook]) -> String {
        self.path(looks, &|look| look.is_own)
    }

    /// Draws the places, each with its look; the outlined ones in front.
    pub fn scene(&self, looks: &[HexLook]) -> Scene {
        let mut shapes = Vec::new();
        let mut add = |class: &'static str, is: &dyn Fn(&HexLook) -> bool| {
            let path = self.path(looks, is);
            if !path.is_empty() {
                shapes.push(Shape::Path { class, path });
            }
        };
        add(NO_SHADE, &|look| look.shade.is_none());
        for (shade, class) in SHADES.into_iter().enumerate() {
            add(class, &|look| look.shade == Some(shade));
        }
        add(OUTLINE, &|look| look.is_own);
        Scene { width: self.width, height: self.height, shapes }
    }

    /// Appends a hexagon with a point at the top.
    fn append(&self, path: &mut String, Point { x, y }: Point) {
        let (half, point) = (self.size / 2.0, self.size * POINT);
        let corners = [
            (x, y - point),
            (x + half, y - point / 2.0),
            (x + half, y + point / 2.0),
            (x, y + point),
            (x - half, y + point / 2.0),
            (x - half, y - point / 2.0),
        ];
        for (at, (x, y)) in corners.into_iter().enumerate() {
            let _ = write!(path, "{}{} {}", if at == 0 { 'M' } else { 'L' }, tenths(x), tenths(y));
        }
        path.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three rows: two, three, two.
    const CELLS: [(u8, u8); 7] = [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (1, 2), (2, 2)];

    #[test]
    fn hexagons_touch_and_fit_their_picture() {
        for width in [60.0, 343.0, 1000.0] {
            let grid = HexGrid::new(&CELLS, width);
            for at in 0..CELLS.len() {
                let centre = grid.centre(at).unwrap();
                assert!(centre.x - grid.size / 2.0 >= 0.0 && centre.x + grid.size / 2.0 <= grid.width);
                assert!(centre.y - POINT * grid.size >= 0.0 && centre.y + POINT * grid.size <= grid.height);
            }
            let between = |a: usize, b: usize| {
                let (a, b) = (grid.centre(a).unwrap(), grid.centre(b).unwrap());
                ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt() / grid.size
            };
            // Beside each other, and across rows.
            for (a, b) in [(0, 1), (2, 3), (0, 2), (1, 2), (1, 3), (4, 6), (3, 5)] {
                assert!((between(a, b) - 1.0).abs() < 1e-9, "{a} and {b} are {}", between(a, b));
            }
        }
    }

    #[test]
    fn a_finger_finds_the_hexagon_under_it_also_where_the_picture_is_shown_smaller() {
        let grid = HexGrid::new(&CELLS, 343.0);
        for at in 0..CELLS.len() {
            let centre = grid.centre(at).unwrap();
            assert_eq!(grid.at(centre, 343.0), Some(at));
            let half = Point { x: centre.x / 2.0 + 1.0, y: centre.y / 2.0 };
            assert_eq!(grid.at(half, 171.5), Some(at));
        }
        assert_eq!(grid.at(Point { x: 0.0, y: 0.0 }, 343.0), None);
    }

    #[test]
    fn arrows_lead_to_the_next_hexagon_and_stay_at_the_edge() {
        let grid = HexGrid::new(&CELLS, 343.0);
        assert_eq!(grid.step(2, Way::Right), 3);
        assert_eq!(grid.step(3, Way::Left), 2);
        assert_eq!(grid.step(2, Way::Left), 2);
        assert!([0, 1].contains(&grid.step(2, Way::Up)));
        assert_eq!(grid.step(0, Way::Up), 0);
        assert!([5, 6].contains(&grid.step(3, Way::Down)));
    }

    #[test]
    fn each_look_is_one_path_and_what_is_outlined_is_in_front() {
        let grid = HexGrid::new(&CELLS, 343.0);
        let look = |shade| HexLook { shade: Some(shade), is_own: false };
        let mut looks = vec![look(0), look(0), look(4), look(4), look(4), look(2), HexLook::default()];
        looks[3].is_own = true;
        let scene = grid.scene(&looks);
        let classes: Vec<&str> = scene
            .shapes
            .iter()
            .map(|shape| match shape {
                Shape::Path { class, path } => {
                    assert_eq!(path.matches('Z').count() * 5, path.matches('L').count());
                    *class
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(classes, [NO_SHADE, SHADES[0], SHADES[2], SHADES[4], OUTLINE]);
    }
}
