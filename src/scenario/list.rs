//! A list of places held side by side: of which kind they are, and in which order.

use super::choice::names_in_links;
use super::place::Place;
use crate::data::PlaceKind;

/// The kind of places that a place is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// Councils: districts, boroughs, unitary authorities.
    Councils,
    /// Integrated care boards of the NHS.
    Icbs,
    /// Regions.
    Regions,
    /// Combined authorities, which do not cover all of England.
    CombinedAuthorities,
}

impl ListKind {
    /// Every kind, as the page lists them.
    pub const ALL: [Self; 4] = [Self::Councils, Self::Icbs, Self::Regions, Self::CombinedAuthorities];

    /// What a place is held against unless a link says otherwise: places of its own kind, else councils.
    pub fn of(place: &Place) -> Self {
        let kind_of = |kind: PlaceKind| match kind {
            PlaceKind::Authority | PlaceKind::County => Self::Councils,
            PlaceKind::Region => Self::Regions,
            PlaceKind::CombinedAuthority => Self::CombinedAuthorities,
            PlaceKind::SubIcb | PlaceKind::Icb => Self::Icbs,
        };
        let mut kinds = place.codes().into_iter().map(|code| kind_of(code.kind()));
        let first = kinds.next().unwrap_or(Self::Councils);
        if kinds.all(|kind| kind == first) { first } else { Self::Councils }
    }

    /// The kind of codes that its places have.
    pub const fn place_kind(self) -> PlaceKind {
        match self {
            Self::Councils => PlaceKind::Authority,
            Self::Icbs => PlaceKind::Icb,
            Self::Regions => PlaceKind::Region,
            Self::CombinedAuthorities => PlaceKind::CombinedAuthority,
        }
    }

    /// Whether the list of footprints is needed to know them.
    pub const fn needs_footprints(self) -> bool {
        match self {
            Self::Councils => false,
            Self::Icbs | Self::Regions | Self::CombinedAuthorities => true,
        }
    }
}

/// What a list of places is ordered by. What ties stands by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListOrder {
    /// The largest share missed first.
    Most,
    /// The smallest share missed first.
    Least,
    /// By name.
    Name,
    /// The most people missed first.
    Number,
    /// The largest share of people in need first.
    Rate,
}

impl ListOrder {
    /// Every order, as the page lists them.
    pub const ALL: [Self; 5] = [Self::Most, Self::Least, Self::Name, Self::Number, Self::Rate];
}

names_in_links! {
    ListKind { Councils = "councils", Icbs = "icbs", Regions = "regions", CombinedAuthorities = "combined-authorities" }
    ListOrder { Most = "most", Least = "least", Name = "name", Number = "number", Rate = "rate" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_held_against_its_own_kind() {
        use ListKind::{CombinedAuthorities, Councils, Icbs, Regions};
        for (place, kind) in [
            ("england", Councils),
            ("cambridgeshire-peterborough", Councils),
            ("E07000008", Councils),
            ("E10000012", Councils),
            ("E12000006", Regions),
            ("E47000001", CombinedAuthorities),
            ("E54000032", Icbs),
            ("E38000237", Icbs),
            ("E54000032,E54000064", Icbs),
            ("E54000032,E07000008", Councils),
        ] {
            assert_eq!(ListKind::of(&place.parse().unwrap()), kind, "{place}");
        }
    }
}
