//! What of a map is seen, and which area lies under a point.

use super::Point;
use crate::model::bounded;
use crate::model::shapes::{Bounds, Place, Shapes};

/// Room around all of a map, in shares of the picture.
const MARGIN: f64 = 0.03;
/// How much larger than as a whole a map can be shown at most, and how many pixels a metre may have.
const LARGEST: f64 = 2000.0;
const PIXELS_A_METRE: f64 = 2.0;
/// The greatest height of a map in CSS pixels.
const HIGHEST: f64 = 640.0;
/// So many CSS pixels a hand may shake.
const SHAKE: f64 = 4.0;
/// Two fingers closer than this do not zoom, in CSS pixels.
const CLOSE: f64 = 10.0;
/// Centimetres in a metre.
const CENTIMETRES: f64 = 100.0;

/// A part of the plane, as it is seen in a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapView {
    /// What lies in the middle: centimetres east and north.
    middle: [f64; 2],
    /// Pixels in a centimetre.
    scale: f64,
    /// Width and height of the picture in pixels.
    size: [f64; 2],
    /// The scale at which all of the map is seen, and its middle and size.
    whole: f64,
    centre: [f64; 2],
    extent: [f64; 2],
}

impl MapView {
    /// All of a map in a picture of a size in pixels.
    pub fn whole(extent: Bounds, size: [f64; 2]) -> Self {
        let size = size.map(|side| side.max(1.0));
        let wide = extent.size().map(|side| side.max(1.0));
        let fits = |at: usize| size[at] * (1.0 - 2.0 * MARGIN) / wide[at];
        let scale = fits(0).min(fits(1));
        let centre = [0, 1].map(|at| (f64::from(extent.low[at]) + f64::from(extent.high[at])) / 2.0);
        Self { middle: centre, scale, size, whole: scale, centre, extent: wide }
    }

    /// The same part in a picture of another size.
    #[must_use]
    pub fn resized(self, extent: Bounds, size: [f64; 2]) -> Self {
        let whole = Self::whole(extent, size);
        Self { middle: self.middle, scale: whole.scale * self.zoom(), ..whole }.kept()
    }

    /// How many times larger it is shown than as a whole.
    pub fn zoom(self) -> f64 {
        self.scale / self.whole
    }

    /// Width and height of its picture in whole pixels.
    pub fn pixels(self) -> [usize; 2] {
        // The casts stop at the ends of their range.
        self.size.map(|side| side.round().max(1.0) as usize)
    }

    /// Pixels in a metre.
    pub fn pixels_a_metre(self) -> f64 {
        self.scale * CENTIMETRES
    }

    /// Where a place is in the picture.
    pub fn point(self, [east, north]: Place) -> Point {
        Point {
            x: self.size[0] / 2.0 + (f64::from(east) - self.middle[0]) * self.scale,
            y: self.size[1] / 2.0 - (f64::from(north) - self.middle[1]) * self.scale,
        }
    }

    /// The place at a point of the picture.
    pub fn place(self, point: Point) -> Place {
        // The casts stop at the ends of their range.
        [
            (self.middle[0] + (point.x - self.size[0] / 2.0) / self.scale) as i32,
            (self.middle[1] - (point.y - self.size[1] / 2.0) / self.scale) as i32,
        ]
    }

    /// What of the plane is seen.
    pub fn seen(self) -> Bounds {
        let [low, high] = [Point { x: 0.0, y: self.size[1] }, Point { x: self.size[0], y: 0.0 }];
        Bounds { low: self.place(low), high: self.place(high) }
    }

    /// Larger by a factor, with what is under a point staying there.
    #[must_use]
    pub fn zoomed(self, factor: f64, about: Point) -> Self {
        let most = (self.whole * LARGEST).min(PIXELS_A_METRE / CENTIMETRES).max(self.whole);
        let scale = bounded(self.scale * factor, self.whole, most);
        let away = [about.x - self.size[0] / 2.0, self.size[1] / 2.0 - about.y];
        let middle = [0, 1].map(|at| self.middle[at] + away[at] / self.scale - away[at] / scale);
        Self { middle, scale, ..self }.kept()
    }

    /// The same, larger about its middle.
    #[must_use]
    pub fn zoomed_in_place(self, factor: f64) -> Self {
        self.zoomed(factor, Point { x: self.size[0] / 2.0, y: self.size[1] / 2.0 })
    }

    /// Moved by pixels: what is seen goes along.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        let middle = [self.middle[0] - right / self.scale, self.middle[1] + down / self.scale];
        Self { middle, ..self }.kept()
    }

    /// As two fingers go from some points to others: what is under them goes along.
    #[must_use]
    pub fn pinched(self, from: [Point; 2], to: [Point; 2]) -> Self {
        let apart = |[a, b]: [Point; 2]| ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt().max(CLOSE);
        let middle = |[a, b]: [Point; 2]| Point { x: (a.x + b.x) / 2.0, y: (a.y + b.y) / 2.0 };
        let (before, after) = (middle(from), middle(to));
        self.zoomed(apart(to) / apart(from), before).moved(after.x - before.x, after.y - before.y)
    }

    /// As the wheel turns: closer for a turn away from the person (below 0), about a point.
    #[must_use]
    pub fn wheeled(self, turn: f64, about: Point) -> Self {
        self.zoomed(1.0 + bounded(-turn, -0.4, 0.6), about)
    }

    /// The whole map.
    #[must_use]
    pub fn as_a_whole(self) -> Self {
        Self { middle: self.centre, scale: self.whole, ..self }
    }

    /// The same where a pixel is made of more.
    #[must_use]
    pub fn denser(self, density: f64) -> Self {
        let size = self.size.map(|side| side * density);
        Self { size, scale: self.scale * density, whole: self.whole * density, ..self }
    }

    /// Moved by shares of its size.
    #[must_use]
    pub fn moved_by_shares(self, right: f64, down: f64) -> Self {
        self.moved(right * self.size[0], down * self.size[1])
    }

    /// With a place in its middle, at least so much larger than the whole that an area of this size fills a tenth of it.
    #[must_use]
    pub fn around(self, bounds: Bounds) -> Self {
        let wide = bounds.size().map(|side| side.max(1.0));
        let fits = (0.5 * self.size[0] / wide[0]).min(0.5 * self.size[1] / wide[1]);
        let least = (0.1 * self.size[0] / wide[0]).min(0.1 * self.size[1] / wide[1]);
        let middle = [0, 1].map(|at| (f64::from(bounds.low[at]) + f64::from(bounds.high[at])) / 2.0);
        let scale = self.scale.max(least).min(fits.max(self.whole));
        Self { middle, scale: scale.max(self.whole), ..self }.kept()
    }

    /// Whether an area lies in the picture as a whole.
    pub fn shows(self, bounds: Bounds) -> bool {
        self.seen().holds(bounds.low) && self.seen().holds(bounds.high)
    }

    /// The middle of the picture stays on the map.
    fn kept(self) -> Self {
        let middle = [0, 1].map(|at| {
            let half = (self.extent[at] - self.size[at] * (1.0 - 2.0 * MARGIN) / self.scale).max(0.0) / 2.0;
            bounded(self.middle[at], self.centre[at] - half, self.centre[at] + half)
        });
        Self { middle, ..self }
    }

    /// How a picture of `drawn` has to be moved and enlarged to stand for this one: pixels right and down from its upper left
    /// corner, and a factor.
    fn shift_of(self, drawn: Self) -> [f64; 3] {
        let factor = self.scale / drawn.scale;
        let right = self.size[0] / 2.0 - factor * drawn.size[0] / 2.0 + (drawn.middle[0] - self.middle[0]) * self.scale;
        let down = self.size[1] / 2.0 - factor * drawn.size[1] / 2.0 - (drawn.middle[1] - self.middle[1]) * self.scale;
        [right, down, factor]
    }
}

impl MapView {
    /// How a picture drawn before is shown until this one is drawn, as the style writes it.
    pub fn transform_of(self, drawn: Self) -> String {
        let [right, down, factor] = self.shift_of(drawn);
        format!("translate({right:.2}px,{down:.2}px) scale({factor:.5})")
    }
}

/// The height of a map in CSS pixels for a width: as high as it is, within reason.
pub fn map_height(width: f64, extent: Bounds) -> f64 {
    let [wide, high] = extent.size().map(|side| side.max(1.0));
    bounded(width * bounded(high / wide, 0.6, 1.1), 1.0, HIGHEST)
}

/// A press on a map: it moves the map once it went further than a hand shakes; else it is a tap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grip {
    from: Point,
    last: Point,
    /// Whether it moved the map.
    pub has_moved: bool,
}

impl Grip {
    /// Begins where something was pressed.
    pub const fn new(at: Point) -> Self {
        Self { from: at, last: at, has_moved: false }
    }

    /// After it went to a point, and how far that moves the map.
    pub fn to(self, to: Point) -> (Self, [f64; 2]) {
        let has_moved = self.has_moved || (to.x - self.from.x).abs().max((to.y - self.from.y).abs()) > SHAKE;
        if !has_moved {
            return (self, [0.0, 0.0]);
        }
        (Self { last: to, has_moved, ..self }, [to.x - self.last.x, to.y - self.last.y])
    }
}

/// Finds the area at a place: a grid of cells, each with the areas that reach into it.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaIndex {
    extent: Bounds,
    side: usize,
    /// Where the areas of each cell end.
    ends: Vec<u32>,
    areas: Vec<u32>,
}

impl AreaIndex {
    /// The most cells in a row.
    const MOST: usize = 512;

    /// Notes where areas are. `None` where none has an outline.
    pub fn new(shapes: &Shapes) -> Option<Self> {
        let extent = shapes.extent()?;
        let side = ((shapes.len() as f64).sqrt().ceil() as usize).clamp(1, Self::MOST);
        let mut made = Self { extent, side, ends: vec![0; side * side], areas: Vec::new() };
        let mut counts = vec![0_u32; side * side];
        let cells = |made: &Self, shape: usize| -> Vec<usize> {
            let Some(bounds) = shapes.bounds(shape) else { return Vec::new() };
            let (low, high) = (made.cell(bounds.low), made.cell(bounds.high));
            let row = |row: usize| (low[0]..=high[0]).map(move |column| row * side + column);
            (low[1]..=high[1]).flat_map(row).collect()
        };
        for shape in 0..shapes.len() {
            cells(&made, shape).into_iter().for_each(|cell| counts[cell] += 1);
        }
        let mut sum = 0;
        for (end, count) in made.ends.iter_mut().zip(counts) {
            *end = sum;
            sum += count;
        }
        made.areas = vec![0; sum as usize];
        for shape in 0..shapes.len() {
            for cell in cells(&made, shape) {
                let at = &mut made.ends[cell];
                made.areas[*at as usize] = u32::try_from(shape).unwrap_or(u32::MAX);
                *at += 1;
            }
        }
        Some(made)
    }

    fn cell(&self, place: Place) -> [usize; 2] {
        let size = self.extent.size();
        [0, 1].map(|at| {
            let share = (f64::from(place[at]) - f64::from(self.extent.low[at])) / size[at].max(1.0);
            ((share * self.side as f64) as usize).min(self.side - 1)
        })
    }

    /// The area at a place.
    pub fn at(&self, shapes: &Shapes, place: Place) -> Option<usize> {
        if !self.extent.holds(place) {
            return None;
        }
        let [column, row] = self.cell(place);
        let cell = row * self.side + column;
        let from = cell.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let near = self.areas.get(from..self.ends[cell] as usize)?;
        near.iter().map(|&area| area as usize).find(|&area| shapes.holds(area, place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Bounds = Bounds { low: [1_000_000, 2_000_000], high: [3_000_000, 3_000_000] };

    fn near(a: Point, b: Point) -> bool {
        (a.x - b.x).abs() < 1e-3 && (a.y - b.y).abs() < 1e-3
    }

    #[test]
    fn the_whole_map_is_seen_with_north_on_top() {
        let view = MapView::whole(EXTENT, [400.0, 400.0]);
        let [south_west, north_east] = [EXTENT.low, EXTENT.high].map(|place| view.point(place));
        assert!(near(south_west, Point { x: 12.0, y: 294.0 }) && near(north_east, Point { x: 388.0, y: 106.0 }));
        assert!(view.shows(EXTENT) && view.zoom() == 1.0);
        // There is no more to see.
        assert_eq!(view.moved(50.0, 50.0), view);
        assert_eq!(view.zoomed(0.5, Point { x: 10.0, y: 10.0 }), view);
    }

    #[test]
    fn what_is_under_the_finger_stays_there() {
        let view = MapView::whole(EXTENT, [400.0, 300.0]).zoomed_in_place(8.0);
        let finger = Point { x: 150.0, y: 120.0 };
        let place = view.place(finger);
        let closer = view.zoomed(2.0, finger);
        assert!((closer.point(place).x - finger.x).abs() < 0.1 && (closer.point(place).y - finger.y).abs() < 0.1);
        let moved = closer.moved(30.0, -20.0);
        assert!((moved.point(place).x - 180.0).abs() < 0.1 && (moved.point(place).y - 100.0).abs() < 0.1);
        assert!(moved.zoomed(1e9, finger).pixels_a_metre() <= PIXELS_A_METRE);
    }

    #[test]
    fn a_picture_drawn_before_stands_for_the_next_until_that_is_drawn() {
        let drawn = MapView::whole(EXTENT, [400.0, 300.0]).zoomed_in_place(4.0);
        let now = drawn.moved(25.0, 10.0).zoomed(1.5, Point { x: 100.0, y: 50.0 });
        let [right, down, factor] = now.shift_of(drawn);
        for place in [[1_500_000, 2_400_000], [2_000_000, 2_500_000]] {
            let (before, after) = (drawn.point(place), now.point(place));
            assert!(near(after, Point { x: right + factor * before.x, y: down + factor * before.y }));
        }
    }

    #[test]
    fn two_fingers_take_along_what_is_under_them() {
        let view = MapView::whole(EXTENT, [400.0, 300.0]).zoomed_in_place(8.0);
        let from = [Point { x: 100.0, y: 100.0 }, Point { x: 200.0, y: 100.0 }];
        let to = [Point { x: 90.0, y: 140.0 }, Point { x: 290.0, y: 140.0 }];
        let pinched = view.pinched(from, to);
        for (from, to) in from.into_iter().zip(to) {
            let at = pinched.point(view.place(from));
            assert!((at.x - to.x).abs() < 0.1 && (at.y - to.y).abs() < 0.1, "{at:?}");
        }
        assert_eq!(view.transform_of(view), "translate(0.00px,0.00px) scale(1.00000)");
        let denser = view.denser(2.0).point([2_000_000, 2_500_000]);
        let plain = view.point([2_000_000, 2_500_000]);
        assert!(near(denser, Point { x: 2.0 * plain.x, y: 2.0 * plain.y }));
    }

    #[test]
    fn a_hand_that_shakes_taps() {
        let grip = Grip::new(Point { x: 10.0, y: 10.0 });
        let (shaken, moved) = grip.to(Point { x: 12.0, y: 9.0 });
        assert_eq!((shaken, moved), (grip, [0.0, 0.0]));
        let (drags, moved) = shaken.to(Point { x: 20.0, y: 10.0 });
        assert!(drags.has_moved && moved == [10.0, 0.0]);
        assert_eq!(drags.to(Point { x: 21.0, y: 10.0 }).1, [1.0, 0.0]);
        assert_eq!(map_height(300.0, EXTENT), 180.0);
    }

    #[test]
    fn an_area_is_found_among_its_neighbours() {
        // A hundred squares in a row of ten by ten.
        let mut shapes = Shapes::default();
        for at in 0..100 {
            let (x, y) = (at % 10 * 1000, at / 10 * 1000);
            for corner in [[x, y], [x + 1000, y], [x + 1000, y + 1000], [x, y + 1000]] {
                shapes.corner(corner);
            }
            shapes.end_ring();
            shapes.end_polygon();
            shapes.end_shape();
        }
        let index = AreaIndex::new(&shapes).unwrap();
        for at in 0..100_usize {
            let middle = [(at % 10 * 1000 + 500) as i32, (at / 10 * 1000 + 500) as i32];
            assert_eq!(index.at(&shapes, middle), Some(at));
        }
        assert_eq!(index.at(&shapes, [-1, 5]), None);
        assert_eq!(AreaIndex::new(&Shapes::default()), None);
        let view = MapView::whole(shapes.extent().unwrap(), [300.0, 300.0]);
        let around = view.around(shapes.bounds(42).unwrap());
        assert!(around.shows(shapes.bounds(42).unwrap()) && around.zoom() >= 1.0);
    }
}
