//! TopoJSON: borders stand once, as arcs, and rings name the arcs that they are made of.

use crate::model::shapes::{Place, Shapes};
use crate::pace::Pace;

/// What an outline of a topology is made of, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// An arc; a negative number is the arc of its complement the other way round.
    Arc(i32),
    /// A ring ends.
    Ring,
    /// A polygon ends.
    Polygon,
    /// An area ends.
    Area,
}

/// The arcs of a topology.
#[derive(Debug, Default)]
pub(super) struct Arcs {
    places: Vec<[f64; 2]>,
    ends: Vec<usize>,
    /// Scale and shift, where places are whole numbers, each seen from the one before.
    pub transform: Option<[[f64; 2]; 2]>,
    /// How many areas were read.
    pub areas: usize,
}

impl Arcs {
    /// Adds a place to the arc that is read.
    pub fn add(&mut self, place: [f64; 2]) {
        self.places.push(place);
    }

    /// Ends an arc.
    pub fn end(&mut self) {
        self.ends.push(self.places.len());
    }

    /// Where an arc lies among places; nowhere for one that is not there.
    fn arc(&self, at: usize) -> std::ops::Range<usize> {
        let from = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        from..self.ends.get(at).copied().unwrap_or(from)
    }

    /// Their places as numbers of the file's own kind.
    fn place_all(&mut self) {
        let Some([scale, shift]) = self.transform else { return };
        for arc in 0..self.ends.len() {
            let mut seen = [0.0, 0.0];
            let range = self.arc(arc);
            for place in &mut self.places[range] {
                for at in 0..2 {
                    seen[at] += place[at];
                    place[at] = seen[at] * scale[at] + shift[at];
                }
            }
        }
    }

    /// The shapes that marks are of.
    pub async fn shapes(mut self, marks: &[Mark], mut place: impl FnMut([f64; 2]) -> Place, pace: &Pace) -> Shapes {
        self.place_all();
        let mut places = Vec::with_capacity(self.places.len());
        for (at, &pair) in self.places.iter().enumerate() {
            places.push(place(pair));
            pace.step(at, self.places.len(), 0.9, 1.0).await;
        }
        let mut shapes = Shapes::default();
        let mut last = None;
        for (at, mark) in marks.iter().enumerate() {
            match *mark {
                Mark::Arc(number) => {
                    let arc =
                        places.get(self.arc(usize::try_from(number.max(!number)).unwrap_or(0))).unwrap_or_default();
                    let mut corner = |corner: Place| {
                        // Where one arc ends the next begins.
                        if last != Some(corner) {
                            shapes.corner(corner);
                        }
                        last = Some(corner);
                    };
                    if number < 0 {
                        arc.iter().rev().for_each(|&place| corner(place));
                    } else {
                        arc.iter().for_each(|&place| corner(place));
                    }
                }
                Mark::Ring => {
                    shapes.end_ring();
                    last = None;
                }
                Mark::Polygon => shapes.end_polygon(),
                Mark::Area => shapes.end_shape(),
            }
            pace.step(at, marks.len(), 1.0, 1.0).await;
        }
        shapes
    }
}
