//! Outlines of areas in a plane: polygons with holes, so many corners that they have to stand close together.

/// Where something lies in a plane: so many centimetres to the east and to the north.
pub type Place = [i32; 2];

/// What something lies within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The corner in the south west.
    pub low: Place,
    /// The corner in the north east.
    pub high: Place,
}

impl Bounds {
    /// Around nothing yet.
    const NONE: Self = Self { low: [i32::MAX; 2], high: [i32::MIN; 2] };

    fn around(mut self, place: Place) -> Self {
        for (at, &value) in place.iter().enumerate() {
            self.low[at] = self.low[at].min(value);
            self.high[at] = self.high[at].max(value);
        }
        self
    }

    /// What both lie within.
    fn with(self, other: Self) -> Self {
        self.around(other.low).around(other.high)
    }

    /// Whether a place lies within, or at the edge.
    pub fn holds(self, place: Place) -> bool {
        place.iter().enumerate().all(|(at, value)| (self.low[at]..=self.high[at]).contains(value))
    }

    /// How wide and how high this is in centimetres.
    pub fn size(self) -> [f64; 2] {
        [0, 1].map(|at| f64::from(self.high[at]) - f64::from(self.low[at]))
    }
}

/// Shapes, each of polygons, whose first ring is their outline and whose others are holes. Rings are not closed by their first
/// corner once more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shapes {
    corners: Vec<Place>,
    /// Where each ring ends among corners, each polygon among rings, each shape among polygons.
    rings: Vec<u32>,
    polygons: Vec<u32>,
    shapes: Vec<u32>,
    bounds: Vec<Bounds>,
}

/// As an end in lists of less than four billion.
fn end(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// What lies between the end before and the end of one.
fn range(ends: &[u32], at: usize) -> std::ops::Range<usize> {
    let from = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    from as usize..ends.get(at).copied().unwrap_or(from) as usize
}

impl Shapes {
    /// Adds a corner to the ring that is made.
    pub fn corner(&mut self, place: Place) {
        self.corners.push(place);
    }

    /// Ends a ring. One of less than three corners is none.
    pub fn end_ring(&mut self) {
        let from = self.rings.last().map_or(0, |&end| end as usize);
        while self.corners.len() > from + 1 && self.corners.last() == self.corners.get(from) {
            self.corners.pop();
        }
        if self.corners.len() < from + 3 {
            self.corners.truncate(from);
        } else {
            self.rings.push(end(self.corners.len()));
        }
    }

    /// Ends a polygon. One without rings is none.
    pub fn end_polygon(&mut self) {
        let rings = end(self.rings.len());
        if self.polygons.last().copied().unwrap_or(0) < rings {
            self.polygons.push(rings);
        }
    }

    /// Ends a shape, which may be empty.
    pub fn end_shape(&mut self) {
        let from = self.shapes.last().map_or(0, |&end| end as usize);
        self.shapes.push(end(self.polygons.len()));
        let corners = (from..self.polygons.len()).flat_map(|polygon| self.rings_of(polygon)).flatten();
        let bounds = corners.fold(Bounds::NONE, |bounds, &corner| bounds.around(corner));
        self.bounds.push(bounds);
    }

    /// Adds what another list has at a place to the shape that is made.
    pub fn take(&mut self, other: &Self, shape: usize) {
        for polygon in other.polygons_of(shape) {
            for ring in other.rings_of(polygon) {
                self.corners.extend_from_slice(ring);
                self.end_ring();
            }
            self.end_polygon();
        }
    }

    /// How many shapes there are.
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// How many corners they have in all.
    pub fn corners(&self) -> usize {
        self.corners.len()
    }

    /// Whether a shape has no outline.
    pub fn is_bare(&self, shape: usize) -> bool {
        self.polygons_of(shape).is_empty()
    }

    /// The numbers of the polygons of a shape.
    pub fn polygons_of(&self, shape: usize) -> std::ops::Range<usize> {
        range(&self.shapes, shape)
    }

    /// The rings of a polygon, its outline first.
    pub fn rings_of(&self, polygon: usize) -> impl Iterator<Item = &[Place]> {
        range(&self.polygons, polygon).filter_map(|ring| self.corners.get(range(&self.rings, ring)))
    }

    /// All rings of a shape.
    pub fn rings_in(&self, shape: usize) -> impl Iterator<Item = &[Place]> {
        self.polygons_of(shape).flat_map(|polygon| self.rings_of(polygon))
    }

    /// What a shape lies within; `None` where it has no outline.
    pub fn bounds(&self, shape: usize) -> Option<Bounds> {
        self.bounds.get(shape).copied().filter(|bounds| *bounds != Bounds::NONE)
    }

    /// What all lie within; `None` where none has an outline.
    pub fn extent(&self) -> Option<Bounds> {
        let all = (0..self.len()).filter_map(|shape| self.bounds(shape));
        all.reduce(Bounds::with)
    }

    /// Whether a place lies in a shape: across an odd number of its lines.
    pub fn holds(&self, shape: usize, place: Place) -> bool {
        self.bounds(shape).is_some_and(|bounds| bounds.holds(place))
            && self.rings_in(shape).filter(|ring| is_across(ring, place)).count() % 2 == 1
    }
}

/// The sides of a ring.
pub fn sides(ring: &[Place]) -> impl Iterator<Item = [Place; 2]> {
    let before = ring.last().into_iter().chain(ring);
    before.zip(ring).map(|(&from, &to)| [from, to])
}

/// Where a side meets the line to the east and west at `y`, as so many centimetres to the east; `None` where it does not. Each
/// corner belongs to one of its two sides.
pub fn meets([from, to]: [Place; 2], y: i32) -> Option<f64> {
    if (from[1] <= y) == (to[1] <= y) {
        return None;
    }
    // From the same end whichever way the side goes, so that two areas share a border to the last bit.
    let [low, high] = if from[1] < to[1] { [from, to] } else { [to, from] };
    let (rise, run) = (f64::from(high[1]) - f64::from(low[1]), f64::from(high[0]) - f64::from(low[0]));
    Some(f64::from(low[0]) + run * (f64::from(y) - f64::from(low[1])) / rise)
}

/// Whether a place lies across an odd number of the lines of a ring.
fn is_across(ring: &[Place], [x, y]: Place) -> bool {
    let east = sides(ring).filter_map(|side| meets(side, y)).filter(|&at| at > f64::from(x));
    east.count() % 2 == 1
}

/// The area of a ring in square centimetres.
pub fn ring_area(ring: &[Place]) -> f64 {
    let Some(&first) = ring.first() else { return 0.0 };
    // Seen from a corner of its own, so that no digit is lost far from the middle of the plane.
    let seen = |place: Place| [0, 1].map(|at| f64::from(place[at]) - f64::from(first[at]));
    let twice: f64 = sides(ring)
        .map(|[from, to]| {
            let ([ax, ay], [bx, by]) = (seen(from), seen(to));
            ax * by - bx * ay
        })
        .sum();
    twice.abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_far_from_the_middle_of_the_plane_loses_no_digit() {
        let (x, y) = (987_654_321, 123_456_789);
        assert_eq!(ring_area(&[[x, y], [x + 3, y], [x + 3, y + 1], [x, y + 1]]), 3.0);
        assert_eq!(ring_area(&[[x, y], [x + 4, y + 1], [x + 1, y + 3]]), 5.5);
    }

    /// A square of 10 with a hole of 4 in its middle, and one of 2 apart.
    fn shapes() -> Shapes {
        let mut made = Shapes::default();
        for ring in [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[3, 3], [3, 7], [7, 7], [7, 3], [3, 3]]] {
            ring.into_iter().for_each(|corner| made.corner(corner));
            made.end_ring();
        }
        made.end_polygon();
        [[20, 0], [22, 0], [22, 2], [20, 2]].into_iter().for_each(|corner| made.corner(corner));
        made.end_ring();
        made.end_polygon();
        made.end_shape();
        // A line is no area.
        [[0, 0], [1, 1], [0, 0]].into_iter().for_each(|corner| made.corner(corner));
        made.end_ring();
        made.end_polygon();
        made.end_shape();
        made
    }

    #[test]
    fn rings_polygons_and_shapes_are_told_apart() {
        let made = shapes();
        assert_eq!((made.len(), made.corners(), made.is_empty()), (2, 12, false));
        assert_eq!(made.polygons_of(0).map(|polygon| made.rings_of(polygon).count()).collect::<Vec<_>>(), [2, 1]);
        assert!(made.is_bare(1) && made.bounds(1).is_none());
        assert_eq!(made.extent(), Some(Bounds { low: [0, 0], high: [22, 10] }));
        let areas: Vec<f64> = made.rings_in(0).map(ring_area).collect();
        assert_eq!(areas, [100.0, 16.0, 4.0]);
    }

    #[test]
    fn a_hole_is_outside() {
        let made = shapes();
        let inside = [[1, 1], [2, 5], [8, 5], [21, 1], [0, 0]];
        let outside = [[4, 4], [5, 6], [11, 1], [15, 1], [-1, 5], [5, 10]];
        assert!(inside.iter().all(|&place| made.holds(0, place)));
        assert!(!outside.iter().any(|&place| made.holds(0, place)));
    }

    #[test]
    fn what_is_taken_is_the_same_elsewhere() {
        let mut other = Shapes::default();
        other.end_shape();
        other.take(&shapes(), 0);
        other.end_shape();
        assert_eq!(other.bounds(1), shapes().bounds(0));
        assert!(other.holds(1, [1, 1]) && !other.holds(1, [5, 5]) && !other.holds(0, [1, 1]));
    }

    #[test]
    fn bounds_hold_their_edge_and_nothing_past_it() {
        let bounds = Bounds { low: [0, 0], high: [22, 10] };
        assert!([[0, 0], [22, 10], [22, 0], [5, 5]].into_iter().all(|place| bounds.holds(place)));
        assert!(![[-1, 5], [23, 5], [5, -1], [5, 11]].into_iter().any(|place| bounds.holds(place)));
        assert!(!shapes().is_bare(0) && !shapes().is_empty() && Shapes::default().is_empty());
    }

    #[test]
    fn a_side_meets_a_line_at_the_same_place_from_either_end_to_the_last_bit() {
        let (from, to) = ([3, 10], [10, 24]);
        assert_eq!(meets([from, to], 12), Some(4.0));
        assert_eq!((meets([from, to], 10), meets([from, to], 9), meets([from, to], 24)), (Some(3.0), None, None));
        for at in 1..1000 {
            let (low, high) = ([at * 7919 % 1009, at], [at * 104_729 % 5003, at + 1 + at * 31 % 977]);
            for y in [low[1], (low[1] + high[1]) / 2, high[1] - 1] {
                assert_eq!(meets([low, high], y), meets([high, low], y), "{low:?} {high:?}");
            }
        }
    }

    #[test]
    fn a_ring_has_three_corners_or_more() {
        let rings = |corners: &[Place]| {
            let mut made = Shapes::default();
            corners.iter().for_each(|&corner| made.corner(corner));
            made.end_ring();
            (made.rings.len(), made.corners())
        };
        assert_eq!(rings(&[[0, 0], [4, 0], [0, 4]]), (1, 3));
        assert_eq!([rings(&[]), rings(&[[0, 0]]), rings(&[[0, 0], [4, 0]])], [(0, 0); 3]);
    }

    #[test]
    fn at_the_height_of_its_lower_corner_a_side_is_at_that_corner_to_the_last_bit_however_long_it_is() {
        let (low, high) = ([-1_848_917_368, -1_804_690_443], [1_941_143_346, 1_659_821_118]);
        assert_eq!(meets([low, high], low[1]), Some(f64::from(low[0])));
        assert_eq!(meets([high, low], low[1]), Some(f64::from(low[0])));
    }
}
