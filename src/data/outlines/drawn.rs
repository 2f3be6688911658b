//! How the numbers of a file of outlines become places.

use crate::model::Plane;
use crate::model::shapes::Place;

/// How far the National Grid reaches in metres, with what lies a little outside.
const GRID: [[f64; 2]; 2] = [[-200_000.0, 900_000.0], [-200_000.0, 1_400_000.0]];

/// What numbers of a file mean, known from its first place on.
#[derive(Clone, Copy)]
enum Numbers {
    Degrees(Plane),
    Metres,
}

/// How numbers become places.
#[derive(Clone, Copy, Default)]
pub(super) struct Drawn {
    numbers: Option<Numbers>,
    /// Whether some cannot be what the first are.
    pub(super) is_odd: bool,
}

impl Drawn {
    pub(super) fn place(&mut self, pair: [f64; 2]) -> Place {
        let is_degrees = pair[0].abs() <= 180.0 && pair[1].abs() <= 90.0;
        let first = || if is_degrees { Numbers::Degrees(Plane::around(pair)) } else { Numbers::Metres };
        match *self.numbers.get_or_insert_with(first) {
            Numbers::Degrees(plane) => {
                self.is_odd |= !is_degrees;
                plane.place(pair)
            }
            Numbers::Metres => {
                self.is_odd |= (0..2).any(|at| !(GRID[at][0]..=GRID[at][1]).contains(&pair[at]));
                Plane::of_metres(pair)
            }
        }
    }

    pub(super) fn is_metres(self) -> bool {
        matches!(self.numbers, Some(Numbers::Metres))
    }

    pub(super) fn plane(self) -> Plane {
        match self.numbers {
            Some(Numbers::Degrees(plane)) => plane,
            Some(Numbers::Metres) | None => Plane::NationalGrid,
        }
    }
}

/// The name of a coordinate reference system in what a file has of it.
pub(super) fn crs_name(raw: &str) -> Option<String> {
    let after = &raw[raw.rfind("\"name\"")? + 6..];
    let name = after.split('"').nth(1)?;
    Some(name.to_owned()).filter(|name| !name.is_empty())
}
