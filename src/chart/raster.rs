//! A picture of dots, lines and filled areas as pixels: hundreds of thousands of shapes in some milliseconds, in slices.

use super::Point;
use crate::model::bounded;

/// A colour: red, green, blue (0 to 255).
pub type Ink = [u8; 3];

/// A picture of so many pixels, four bytes each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Raster {
    width: usize,
    height: usize,
    bytes: Vec<u8>,
}

/// A round mark: how much of each pixel it covers (0 to 255), seen from its upper left corner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    side: usize,
    covered: Vec<u8>,
}

impl Stamp {
    /// A disc of a radius in pixels; with a `hole` above 0 a ring around one of that radius.
    pub fn disc(radius: f64, hole: f64) -> Self {
        let radius = bounded(radius, 0.5, 40.0);
        // An odd number of pixels, so that there is one in the middle.
        let half = (radius + 0.5).floor();
        let side = 2 * half as usize + 1;
        let cover = |at: usize| {
            let [x, y] = [at % side, at / side].map(|at| at as f64 - half);
            let away = (x * x + y * y).sqrt();
            let disc = bounded(radius + 0.5 - away, 0.0, 1.0);
            let inner = if hole > 0.0 { bounded(hole + 0.5 - away, 0.0, 1.0) } else { 0.0 };
            // The cast is within its range.
            ((disc - inner).max(0.0) * 255.0).round() as u8
        };
        Self { side, covered: (0..side * side).map(cover).collect() }
    }

    /// The same as a veil: `opacity` is 0 to 1.
    #[must_use]
    pub fn fainter(mut self, opacity: f64) -> Self {
        for share in &mut self.covered {
            // The cast is within its range.
            *share = (f64::from(*share) * bounded(opacity, 0.0, 1.0)).round() as u8;
        }
        self
    }
}

/// A side of what is filled: the first row, the row after the last, where it meets the first, and how far it goes in a row.
struct Side {
    from: usize,
    to: usize,
    x: f64,
    slope: f64,
}

/// Room for what a fill needs, used again and again.
#[derive(Default)]
pub struct FillRoom {
    sides: Vec<Side>,
    active: Vec<usize>,
    met: Vec<f64>,
}

impl FillRoom {
    /// Adds a side of what will be filled.
    pub fn side(&mut self, a: Point, b: Point, height: usize) {
        let (top, bottom) = if a.y < b.y { (a, b) } else { (b, a) };
        // A row is met where its middle is.
        let row = |y: f64| bounded((y - 0.5).ceil(), 0.0, height as f64) as usize;
        let (from, to) = (row(top.y), row(bottom.y));
        if from < to {
            let slope = (bottom.x - top.x) / (bottom.y - top.y);
            self.sides.push(Side { from, to, x: top.x + (from as f64 + 0.5 - top.y) * slope, slope });
        }
    }
}

impl Raster {
    /// A picture of one colour.
    pub fn new(width: usize, height: usize, ground: Ink) -> Self {
        let [red, green, blue] = ground;
        Self { width, height, bytes: [red, green, blue, 255].repeat(width * height) }
    }

    /// Width and height in pixels.
    pub const fn size(&self) -> [usize; 2] {
        [self.width, self.height]
    }

    /// Its pixels row by row: red, green, blue, opacity.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Fills what lies between an odd number of sides, and takes the sides away.
    pub fn fill(&mut self, room: &mut FillRoom, ink: Ink) {
        let FillRoom { sides, active, met } = room;
        sides.sort_unstable_by_key(|side| side.from);
        active.clear();
        let mut next = 0;
        let mut row = sides.first().map_or(0, |side| side.from);
        while next < sides.len() || !active.is_empty() {
            while sides.get(next).is_some_and(|side| side.from <= row) {
                active.push(next);
                next += 1;
            }
            active.retain(|&side| sides[side].to > row);
            met.clear();
            met.extend(active.iter().map(|&side| sides[side].x));
            met.sort_unstable_by(f64::total_cmp);
            for pair in met.chunks_exact(2) {
                let pixel = |x: f64| bounded((x - 0.5).ceil(), 0.0, self.width as f64) as usize;
                let (from, to) = (row * self.width + pixel(pair[0]), row * self.width + pixel(pair[1]));
                if let Some(pixels) = self.bytes.get_mut(4 * from..4 * to) {
                    pixels.chunks_exact_mut(4).for_each(|pixel| pixel[..3].copy_from_slice(&ink));
                }
            }
            for &side in active.iter() {
                sides[side].x += sides[side].slope;
            }
            row += 1;
            if active.is_empty() && next < sides.len() {
                row = row.max(sides[next].from);
            }
        }
        sides.clear();
    }

    /// Mixes a colour into a pixel: `share` is 0 to 256.
    fn mix(&mut self, x: usize, y: usize, ink: Ink, share: u32) {
        let at = 4 * (y * self.width + x);
        if let Some(pixel) = self.bytes.get_mut(at..at + 3) {
            for (value, ink) in pixel.iter_mut().zip(ink) {
                // The cast is exact: it lies between the two.
                *value = ((u32::from(*value) * (256 - share) + u32::from(ink) * share) >> 8) as u8;
            }
        }
    }

    /// Draws a fine line, as strong as `strength` (0 to 1).
    pub fn line(&mut self, a: Point, b: Point, ink: Ink, strength: f64) {
        let Some((a, b)) = self.clipped(a, b) else { return };
        let is_steep = (b.y - a.y).abs() > (b.x - a.x).abs();
        let turned = |point: Point| if is_steep { Point { x: point.y, y: point.x } } else { point };
        let (a, b) = (turned(a), turned(b));
        let (a, b) = if a.x <= b.x { (a, b) } else { (b, a) };
        let slope = if b.x > a.x { (b.y - a.y) / (b.x - a.x) } else { 0.0 };
        let strength = strength * 256.0;
        // One pixel for each that is begun: pieces of a line share none.
        let (from, to) = (a.x.floor(), b.x.floor().max(a.x.floor() + 1.0));
        let across = if is_steep { self.width } else { self.height };
        let along = if is_steep { self.height } else { self.width };
        let mut way = from;
        while way < to {
            let y = a.y + slope * bounded(way + 0.5 - a.x, 0.0, b.x - a.x) - 0.5;
            let near = (y - y.floor()) * strength;
            for (row, share) in [(y.floor(), strength - near), (y.floor() + 1.0, near)] {
                if row >= 0.0 && row < across as f64 && way >= 0.0 && way < along as f64 {
                    let (one, other) = (way as usize, row as usize);
                    let (x, y) = if is_steep { (other, one) } else { (one, other) };
                    self.mix(x, y, ink, share as u32);
                }
            }
            way += 1.0;
        }
    }

    /// The part of a line that lies in the picture, or at its edge.
    fn clipped(&self, a: Point, b: Point) -> Option<(Point, Point)> {
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let most = [self.width as f64 + 1.0, self.height as f64 + 1.0];
        for (way, room) in [(-dx, a.x + 1.0), (dx, most[0] - a.x), (-dy, a.y + 1.0), (dy, most[1] - a.y)] {
            if way == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if way < 0.0 {
                from = from.max(room / way);
            } else {
                to = to.min(room / way);
            }
        }
        let at = |share: f64| Point { x: a.x + dx * share, y: a.y + dy * share };
        (from <= to).then(|| (at(from), at(to)))
    }

    /// Draws a thick line: a disc at each step of a pixel.
    pub fn thick_line(&mut self, a: Point, b: Point, stamp: &Stamp, ink: Ink) {
        let Some((a, b)) = self.clipped(a, b) else { return };
        let length = (b.x - a.x).abs().max((b.y - a.y).abs());
        let steps = length.ceil().max(1.0);
        let mut step = 0.0;
        while step <= steps {
            let share = step / steps;
            self.stamp(Point { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }, stamp, ink);
            step += 1.0;
        }
    }

    /// Puts a round mark around a point.
    pub fn stamp(&mut self, at: Point, stamp: &Stamp, ink: Ink) {
        let half = (stamp.side / 2) as f64;
        let (left, top) = (at.x.floor() - half, at.y.floor() - half);
        let side = stamp.side as f64;
        if left >= 0.0 && top >= 0.0 && left + side <= self.width as f64 && top + side <= self.height as f64 {
            let (left, top) = (left as usize, top as usize);
            for (row, covered) in stamp.covered.chunks_exact(stamp.side).enumerate() {
                for (column, &share) in covered.iter().enumerate() {
                    if share > 0 {
                        self.mix(left + column, top + row, ink, u32::from(share) + 1);
                    }
                }
            }
        } else if left + side > 0.0 && top + side > 0.0 && left < self.width as f64 && top < self.height as f64 {
            for (at, &share) in stamp.covered.iter().enumerate() {
                let (x, y) = (left + (at % stamp.side) as f64, top + (at / stamp.side) as f64);
                if share > 0 && x >= 0.0 && y >= 0.0 && x < self.width as f64 && y < self.height as f64 {
                    self.mix(x as usize, y as usize, ink, u32::from(share) + 1);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Ink = [255; 3];
    const BLACK: Ink = [0; 3];

    fn point(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    /// How dark all pixels are together, in whole pixels.
    fn darkness(raster: &Raster) -> f64 {
        raster.bytes().chunks(4).map(|pixel| f64::from(255 - pixel[0]) / 255.0).sum()
    }

    fn ring(room: &mut FillRoom, corners: &[[f64; 2]]) {
        for (at, to) in corners.iter().enumerate() {
            let from = corners[(at + corners.len() - 1) % corners.len()];
            room.side(point(from[0], from[1]), point(to[0], to[1]), 20);
        }
    }

    #[test]
    fn a_filled_area_has_its_size_and_its_hole() {
        let mut raster = Raster::new(20, 20, WHITE);
        let mut room = FillRoom::default();
        ring(&mut room, &[[2.0, 2.0], [12.0, 2.0], [12.0, 12.0], [2.0, 12.0]]);
        ring(&mut room, &[[4.0, 4.0], [4.0, 8.0], [8.0, 8.0], [8.0, 4.0]]);
        raster.fill(&mut room, BLACK);
        assert_eq!(darkness(&raster), 84.0);
        // Also where most of it is outside the picture.
        ring(&mut room, &[[-500.0, -500.0], [500.0, -500.0], [500.0, 10.0], [-500.0, 10.0]]);
        raster.fill(&mut room, BLACK);
        assert_eq!(darkness(&raster), 200.0 + 20.0);
    }

    #[test]
    fn two_areas_that_share_a_border_leave_no_gap_and_do_not_overlap() {
        let (a, b, c, d) = ([0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]);
        let count = |corners: &[[f64; 2]]| {
            let mut raster = Raster::new(20, 20, WHITE);
            let mut room = FillRoom::default();
            ring(&mut room, corners);
            raster.fill(&mut room, BLACK);
            darkness(&raster)
        };
        let (inner, other) = ([7.3, 11.9], [3.1, 8.8]);
        assert_eq!(count(&[a, b, inner, other, d]) + count(&[b, c, d, other, inner]), 400.0);
    }

    #[test]
    fn lines_are_as_long_as_they_are_also_where_they_leave_the_picture() {
        let drawn = |a: Point, b: Point| {
            let mut raster = Raster::new(20, 20, WHITE);
            raster.line(a, b, BLACK, 1.0);
            darkness(&raster)
        };
        assert!((drawn(point(2.0, 5.5), point(12.0, 5.5)) - 10.0).abs() < 0.1);
        assert!((drawn(point(5.5, 12.0), point(5.5, 2.0)) - 10.0).abs() < 0.1);
        assert!((drawn(point(0.0, 0.0), point(20.0, 20.0)) - 20.0).abs() < 1.1);
        assert!((drawn(point(-1e9, 10.2), point(1e9, 10.2)) - 20.0).abs() < 0.2);
        assert_eq!(drawn(point(-5.0, -5.0), point(-1e7, 900.0)), 0.0);
    }

    #[test]
    fn marks_have_their_size_and_are_cut_at_the_edge() {
        let drawn = |at: Point, stamp: &Stamp| {
            let mut raster = Raster::new(20, 20, WHITE);
            raster.stamp(at, stamp, BLACK);
            darkness(&raster)
        };
        let disc = Stamp::disc(4.0, 0.0);
        assert!((drawn(point(10.0, 10.0), &disc) - 50.3).abs() < 1.5);
        let ring = Stamp::disc(4.0, 3.0);
        assert!((drawn(point(10.0, 10.0), &ring) - 22.0).abs() < 1.5);
        assert!((drawn(point(0.0, 10.5), &disc) - 29.0).abs() < 3.0);
        assert_eq!(drawn(point(-50.0, 4.0), &disc), 0.0);
        assert!((drawn(point(3.0, 3.0), &Stamp::disc(0.5, 0.0)) - 1.0).abs() < 0.1);
    }
}
