//! A feature of a file of outlines while it is read: what it is may be told after what it has.

use super::topology::Mark;
use crate::model::shapes::Place;

/// What an object of a file is.
#[derive(Default, PartialEq, Clone, Copy)]
pub(super) enum Kind {
    /// Its type was not read yet, or it has none.
    #[default]
    Unknown,
    /// A polygon or several.
    Area,
    /// Points or lines.
    Other,
}

/// Coordinates as they stand in a file: places, where rings end among them, and where polygons end among rings.
#[derive(Default)]
pub(super) struct Coordinates {
    pub(super) places: Vec<Place>,
    pub(super) rings: Vec<usize>,
    pub(super) polygons: Vec<usize>,
}

/// A feature, or a part of one, as it is read.
#[derive(Default)]
pub(super) struct Feature {
    pub(super) is_topology: bool,
    pub(super) kind: Kind,
    pub(super) properties: Vec<(String, String)>,
    /// What the object itself has, which may turn out to be no area.
    pub(super) own: Coordinates,
    pub(super) own_marks: Vec<Mark>,
    /// What is known to be areas.
    pub(super) parts: Vec<Coordinates>,
    pub(super) marks: Vec<Mark>,
    pub(super) has_others: bool,
}

impl Feature {
    pub(super) fn has_geometry(&self) -> bool {
        !self.own.places.is_empty() || !self.own_marks.is_empty() || !self.parts.is_empty() || !self.marks.is_empty()
    }

    /// Now its kind is known.
    pub(super) fn settle(&mut self) {
        let own = std::mem::take(&mut self.own);
        let own_marks = std::mem::take(&mut self.own_marks);
        match self.kind {
            Kind::Area => {
                self.parts.extend((!own.places.is_empty()).then_some(own));
                self.marks.extend(own_marks);
            }
            Kind::Other => self.has_others = true,
            Kind::Unknown => {}
        }
        self.kind = Kind::Unknown;
    }

    /// Takes what a part of it has.
    pub(super) fn join(&mut self, mut part: Self) {
        part.settle();
        self.properties.append(&mut part.properties);
        self.parts.append(&mut part.parts);
        self.marks.append(&mut part.marks);
        self.has_others |= part.has_others;
    }
}
