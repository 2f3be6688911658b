//! Dots that stand for people: how many each area has, and where they lie in it.
//!
//! The number follows from the largest remainders over all areas, so that the dots add up. Places are drawn evenly over the area
//! from a seed of its own: they stay where they are whatever else is shown, and are the same on every machine.

use super::bounded;
use super::random::SplitMix;
use super::shapes::{Place, Shapes, meets, ring_area, sides};

/// More dots than this nobody can tell apart.
const MOST_DOTS: f64 = 400_000.0;
/// How many people a dot may stand for, times 1, 10, 100 and so on.
const SIZES: [f64; 3] = [10.0, 25.0, 50.0];
/// Draws for a dot, after which it is put on one of the lines that were drawn.
const TRIES: usize = 64;
/// So many corners on average lie between two heights at which a polygon is cut to find its sides faster.
const CORNERS_A_SLICE: usize = 8;
/// The most slices of a polygon.
const MOST_SLICES: usize = 4096;

/// How many people a dot stands for: 10, else the first of 25, 50, 100, 250 and so on with which there are no more than 400,000
/// dots.
pub fn people_per_dot(people: f64) -> f64 {
    let mut times = 1.0;
    loop {
        let fits = SIZES.iter().map(|size| size * times).find(|size| people / size <= MOST_DOTS);
        match fits {
            Some(size) => return size,
            // Too many to be a number of people.
            None if times > 1e12 => return times,
            None => times *= 10.0,
        }
    }
}

/// How many dots each area has, by largest remainder: in all the people over `size`, rounded. Of equal remainders the first is
/// taken.
pub fn dots_of_each(people: &[f64], size: f64) -> Vec<u32> {
    let of = |people: f64| if people.is_finite() && size > 0.0 { bounded(people / size, 0.0, MOST_DOTS) } else { 0.0 };
    let exact: Vec<f64> = people.iter().map(|&people| of(people)).collect();
    let mut dots: Vec<f64> = exact.iter().map(|dots| dots.floor()).collect();
    let given: f64 = dots.iter().sum();
    let left = exact.iter().sum::<f64>().round() - given;
    let mut order: Vec<usize> = (0..exact.len()).collect();
    let rest = |at: usize| exact[at] - exact[at].floor();
    // The order is kept among equals.
    order.sort_by(|&a, &b| rest(b).total_cmp(&rest(a)));
    for &at in order.iter().take(left.max(0.0) as usize) {
        dots[at] += 1.0;
    }
    // The cast is exact: each is whole and not above the most.
    dots.into_iter().map(|dots| dots as u32).collect()
}

/// How many of the dots of an area are people reached, where a share of the area (0 to 1) is in the target. They are its first.
pub fn reached_dots(dots: u32, inside: f64) -> u32 {
    // The cast is exact: it is whole and between 0 and the number of dots.
    (f64::from(dots) * bounded(inside, 0.0, 1.0)).round() as u32
}

/// Dots of areas, those of an area together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dots {
    places: Vec<Place>,
    /// Where those of each area end.
    ends: Vec<u32>,
}

impl Dots {
    /// Puts the dots of the next area into its outline. Without one it has no dots.
    pub fn add(&mut self, shapes: &Shapes, dots: u32, seed: u64) {
        let shape = self.ends.len();
        if dots > 0
            && let Some(area) = Area::new(shapes, shape)
        {
            let mut random = SplitMix(seed);
            let mut met = Vec::new();
            self.places.extend((0..dots).map(|_| area.draw(&mut random, &mut met)));
        }
        self.ends.push(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
    }

    /// The dots of an area.
    pub fn of(&self, area: usize) -> &[Place] {
        let from = area.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        let to = self.ends.get(area).map_or(from, |&end| end as usize);
        self.places.get(from..to).unwrap_or_default()
    }

    /// How many dots there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

/// A shape from which places are drawn.
struct Area {
    polygons: Vec<Polygon>,
    /// Of all polygons.
    area: f64,
}

struct Polygon {
    low: Place,
    /// Width and height of what it lies within.
    size: [f64; 2],
    area: f64,
    sides: Vec<[Place; 2]>,
    /// Where the sides that reach into each slice end in the list of them.
    ends: Vec<u32>,
    /// Numbers of sides, slice by slice.
    in_slices: Vec<u32>,
}

impl Area {
    /// `None` where the shape has no outline.
    fn new(shapes: &Shapes, shape: usize) -> Option<Self> {
        let polygons: Vec<Polygon> = shapes.polygons_of(shape).map(|polygon| Polygon::new(shapes, polygon)).collect();
        let area = polygons.iter().map(|polygon| polygon.area).sum();
        (!polygons.is_empty()).then_some(Self { polygons, area })
    }

    fn draw(&self, random: &mut SplitMix, met: &mut Vec<f64>) -> Place {
        let mut at = random.share() * self.area;
        let found = self.polygons.iter().find(|polygon| {
            let is_in = at < polygon.area;
            at -= polygon.area;
            is_in
        });
        match found.or(self.polygons.first()) {
            Some(polygon) => polygon.draw(random, met),
            None => [0, 0],
        }
    }
}

impl Polygon {
    fn new(shapes: &Shapes, polygon: usize) -> Self {
        let mut rings = shapes.rings_of(polygon).map(ring_area);
        let outline = rings.next().unwrap_or(0.0);
        let holes: f64 = rings.sum();
        let sides: Vec<[Place; 2]> = shapes.rings_of(polygon).flat_map(sides).collect();
        let of = |pick: fn(i32, i32) -> i32, at: usize, start: i32| {
            sides.iter().fold(start, |found, side| pick(found, side[0][at]))
        };
        let low = [0, 1].map(|at| of(i32::min, at, i32::MAX));
        let high = [0, 1].map(|at| of(i32::max, at, i32::MIN));
        let size = [0, 1].map(|at| f64::from(high[at]) - f64::from(low[at]));
        let mut made = Self {
            low,
            size,
            area: (outline - holes).max(0.0),
            ends: vec![0; (sides.len() / CORNERS_A_SLICE).clamp(1, MOST_SLICES)],
            in_slices: Vec::new(),
            sides,
        };
        made.slice();
        made
    }

    /// The slice in which a height lies.
    fn slice_at(&self, y: i32) -> usize {
        let up = f64::from(y) - f64::from(self.low[1]);
        let slice = up / self.size[1].max(1.0) * self.ends.len() as f64;
        (slice as usize).min(self.ends.len().saturating_sub(1))
    }

    /// Notes for each slice which sides reach into it.
    fn slice(&mut self) {
        let reach =
            |made: &Self, [from, to]: [Place; 2]| made.slice_at(from[1].min(to[1]))..=made.slice_at(from[1].max(to[1]));
        let mut counts = vec![0_u32; self.ends.len()];
        for &side in &self.sides {
            reach(self, side).for_each(|slice| counts[slice] += 1);
        }
        let mut sum = 0;
        let starts: Vec<u32> = counts
            .iter()
            .map(|count| {
                sum += count;
                sum - count
            })
            .collect();
        let mut next = starts;
        let mut in_slices = vec![0; sum as usize];
        for (at, &side) in self.sides.iter().enumerate() {
            for slice in reach(self, side) {
                in_slices[next[slice] as usize] = u32::try_from(at).unwrap_or(0);
                next[slice] += 1;
            }
        }
        self.in_slices = in_slices;
        self.ends = next;
    }

    /// The sides near a height.
    fn sides_near(&self, y: i32) -> impl Iterator<Item = [Place; 2]> {
        let slice = self.slice_at(y);
        let from = slice.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let near = self.in_slices.get(from..self.ends[slice] as usize).unwrap_or_default();
        near.iter().map(|&side| self.sides[side as usize])
    }

    fn holds(&self, [x, y]: Place) -> bool {
        let east = self.sides_near(y).filter_map(|side| meets(side, y)).filter(|&at| at > f64::from(x));
        east.count() % 2 == 1
    }

    /// Where the line at a height runs inside, from each first to each second value; and how much of it does.
    fn inside(&self, y: i32, met: &mut Vec<f64>) -> f64 {
        met.clear();
        met.extend(self.sides_near(y).filter_map(|side| meets(side, y)));
        met.sort_by(f64::total_cmp);
        met.chunks_exact(2).map(|pair| pair[1] - pair[0]).sum()
    }

    /// The place so far along what of a line is inside.
    fn along(&self, y: i32, met: &[f64], mut way: f64) -> Option<Place> {
        for pair in met.chunks_exact(2) {
            let length = pair[1] - pair[0];
            if way < length {
                // The cast is exact: it lies between two corners.
                let place = [(pair[0] + way).floor() as i32, y];
                return self.holds(place).then_some(place);
            }
            way -= length;
        }
        None
    }

    /// A place inside, each as likely as any other: a place within the bounds is drawn until it lies inside. Where that fails
    /// too often, as in thin strips, it is one of the lines that were drawn, each as likely as it is long; where none of them
    /// met anything, a corner.
    fn draw(&self, random: &mut SplitMix, met: &mut Vec<f64>) -> Place {
        let height = (self.size[1] as u64).max(1);
        let mut kept = None;
        let mut drawn = 0.0;
        for tried in 0..TRIES {
            let up = i64::try_from(random.below(height)).unwrap_or(0);
            let y = i32::try_from(i64::from(self.low[1]) + up).unwrap_or(self.low[1]);
            let way = random.share() * self.size[0];
            let inside = self.inside(y, met);
            if inside > 0.0 {
                if let Some(place) = self.along(y, met, way) {
                    return place;
                }
                // Few get so far.
                if tried >= TRIES / 2 {
                    drawn += inside;
                    let other = self.along(y, met, random.share() * inside);
                    if random.share() * drawn < inside {
                        kept = other.or(kept);
                    }
                }
            }
        }
        kept.or_else(|| self.sides.first().map(|side| side[1])).unwrap_or(self.low)
    }
}
