//! A map on which every council is a hexagon of one size, and which councils border which.
//!
//! Made by `scripts/hexagons.mjs` from centroids and borders of outlines by the Office for National Statistics (contains OS data,
//! Crown copyright and database right); codes, columns, rows and borders are all that is kept of them. Rows count from the
//! north, columns from the west; an odd row begins half a hexagon further east.

use super::{AuthorityCode, Edition};

/// A council on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hexagon {
    /// The council.
    pub code: AuthorityCode,
    /// From the west, from 0.
    pub column: u8,
    /// From the north, from 0.
    pub row: u8,
    /// Those of the councils with a higher code that it shares a border with.
    later: Vec<AuthorityCode>,
}

/// The map of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HexMap(Vec<Hexagon>);

/// The map as text: a council a row, with column, row and borders.
const fn text(edition: Edition) -> &'static str {
    match edition {
        Edition::Iod2019 => include_str!("hexagons/iod2019.csv"),
        Edition::Iod2025 => include_str!("hexagons/iod2025.csv"),
    }
}

impl HexMap {
    /// The map of an edition's councils.
    pub fn of(edition: Edition) -> Self {
        let read = |line: &str| {
            let mut fields = line.split(',');
            let code = fields.next()?.parse().ok()?;
            let (column, row) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
            Some(Hexagon { code, column, row, later: fields.filter_map(|code| code.parse().ok()).collect() })
        };
        Self(text(edition).lines().filter_map(read).collect())
    }

    /// Every council, in the order of their codes.
    pub fn hexagons(&self) -> &[Hexagon] {
        &self.0
    }

    /// Where a council is; `None` for one that the edition does not have.
    pub fn find(&self, code: AuthorityCode) -> Option<&Hexagon> {
        self.0.iter().find(|hexagon| hexagon.code == code)
    }

    /// The councils that share a border on land with this one, in the order of their codes; none for an island.
    pub fn neighbours(&self, code: AuthorityCode) -> Vec<AuthorityCode> {
        let earlier = self.0.iter().filter(|other| other.later.contains(&code)).map(|other| other.code);
        let later = self.find(code).into_iter().flat_map(|hexagon| hexagon.later.iter().copied());
        earlier.chain(later).collect()
    }
}
