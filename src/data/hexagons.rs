//! A map on which every council is a hexagon of one size, and which councils border which.
//!
//! Made by `scripts/hexagons.mjs` from centroids and borders of outlines by the Office for National Statistics (contains OS data,
//! Crown copyright and database right); codes, columns, rows and borders are all that is kept of them. Rows count from the
//! north, columns from the west; an odd row begins half a hexagon further east.

use super::{AuthorityCode, Edition, Extent, PlaceCode};

/// Integrated care boards (numbers after the `E`) that share a border on land which borders of councils do not tell of: one of the
/// two councils on it is cut. Found in outlines of small areas of 2021; `tests/councils.rs` finds them again where those are.
const fn beyond_councils(edition: Edition) -> &'static [[u32; 2]] {
    match edition {
        Edition::Iod2019 => &[[54_000_042, 54_000_052], [54_000_042, 54_000_053]],
        Edition::Iod2025 => {
            &[[54_000_025, 54_000_044], [54_000_027, 54_000_044], [54_000_042, 54_000_063], [54_000_050, 54_000_051]]
        }
    }
}

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

    /// Those of some places that share a border on land with another one, which is none of them: they hold a council beside one
    /// of its councils, or another part of a council that runs through it.
    pub fn bordering<'a>(
        &self,
        edition: Edition,
        (code, place): (PlaceCode, &Extent),
        others: impl IntoIterator<Item = (PlaceCode, &'a Extent)>,
    ) -> Vec<PlaceCode> {
        let whole = place.blocks().iter().filter(|block| block.is_whole());
        let near: Vec<AuthorityCode> = whole.flat_map(|block| self.neighbours(block.authority)).collect();
        let is_cut = |authority: AuthorityCode| {
            place.blocks().iter().any(|block| !block.is_whole() && block.authority == authority)
        };
        let listed = |other: PlaceCode| {
            let pair = [code.number(), other.number()];
            beyond_councils(edition).iter().any(|&[a, b]| pair == [a, b] || pair == [b, a])
        };
        let borders = |other: PlaceCode, of: &Extent| {
            let blocks = || of.blocks().iter();
            listed(other)
                || blocks().any(|block| block.is_whole() && near.contains(&block.authority))
                || blocks().any(|block| !block.is_whole() && is_cut(block.authority))
        };
        others.into_iter().filter(|&(other, of)| other != code && borders(other, of)).map(|(other, _)| other).collect()
    }
}
