//! The place looked at: authorities, and larger places of every kind that has official codes.

use std::fmt::{self, Write};
use std::str::FromStr;

use super::population::kept_text;
use crate::data::{AuthorityCode, Edition, Extent, PlaceCode, PlaceKind, Places};

/// The six districts of Cambridgeshire and Peterborough, the place of the reports behind the app.
const CAMBRIDGESHIRE_PETERBOROUGH: [u32; 6] = [6_000_031, 7_000_008, 7_000_009, 7_000_010, 7_000_011, 7_000_012];

/// The most codes a link may name; England has 317 authorities.
const MOST_CODES: usize = 400;

/// The code of England.
const ENGLAND: &str = "E92000001";

/// The place looked at. Equal lists of codes are equal places.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// All authorities.
    England,
    /// Cambridge, East Cambridgeshire, Fenland, Huntingdonshire, South Cambridgeshire and Peterborough.
    CambridgeshirePeterborough,
    /// One or more authorities, in the order of their codes.
    Authorities(Vec<AuthorityCode>),
    /// One or more places of which not all are authorities, in the order of their codes.
    Footprints(Vec<PlaceCode>),
}

/// The text names no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPlace;

impl Place {
    /// The place made of these, `None` without any.
    pub fn of<C: Into<PlaceCode>>(codes: impl IntoIterator<Item = C>) -> Option<Self> {
        let codes = PlaceCode::sorted(codes.into_iter().map(Into::into));
        if codes.is_empty() {
            return None;
        }
        if codes.iter().map(|code| code.number()).eq(CAMBRIDGESHIRE_PETERBOROUGH) {
            return Some(Self::CambridgeshirePeterborough);
        }
        let authorities: Option<Vec<AuthorityCode>> = codes.iter().map(|code| code.authority()).collect();
        Some(authorities.map_or(Self::Footprints(codes), Self::Authorities))
    }

    /// The place that a text names, and those parts of it that name none.
    pub fn read(text: &str) -> (Option<Self>, Vec<&str>) {
        match text {
            "england" => return (Some(Self::England), Vec::new()),
            "cambridgeshire-peterborough" => return (Some(Self::CambridgeshirePeterborough), Vec::new()),
            _ => {}
        }
        let (mut codes, mut unknown): (Vec<PlaceCode>, _) = (Vec::new(), Vec::new());
        let mut is_england = false;
        for part in text.split(',').map(str::trim).take(MOST_CODES) {
            match part.parse() {
                Ok(code) => codes.push(code),
                Err(_) if part.eq_ignore_ascii_case(ENGLAND) => is_england = true,
                Err(_) => unknown.push(part),
            }
        }
        let known = if is_england { Some(Self::England) } else { Self::of(codes) };
        // A comma too many is no list of places.
        (known.filter(|_| !unknown.contains(&"")), unknown)
    }

    /// The codes that the place names itself; none for England.
    pub fn codes(&self) -> Vec<PlaceCode> {
        match self {
            Self::England => Vec::new(),
            Self::CambridgeshirePeterborough => {
                CAMBRIDGESHIRE_PETERBOROUGH.map(|number| AuthorityCode::from_number(number).into()).to_vec()
            }
            Self::Authorities(codes) => codes.iter().map(|&code| code.into()).collect(),
            Self::Footprints(codes) => codes.clone(),
        }
    }

    /// Whether the list of footprints is needed to know what it covers: not for England, authorities and counties.
    pub fn needs_footprints(&self) -> bool {
        match self {
            Self::England | Self::CambridgeshirePeterborough | Self::Authorities(_) => false,
            Self::Footprints(codes) => codes.iter().any(|code| match code.kind() {
                PlaceKind::Authority | PlaceKind::County => false,
                PlaceKind::Region | PlaceKind::SubIcb | PlaceKind::CombinedAuthority | PlaceKind::Icb => true,
            }),
        }
    }

    /// What the place covers in an edition: councils that merged are followed across editions.
    pub fn extent(&self, edition: Edition, places: &Places) -> Extent {
        if *self == Self::England { places.all() } else { places.extent(edition, self.codes()) }
    }

    /// The codes of the place that cover nothing in the edition.
    pub fn unknown_codes(&self, edition: Edition, places: &Places) -> Vec<PlaceCode> {
        self.codes().into_iter().filter(|&code| places.extent(edition, [code]).is_empty()).collect()
    }
}

impl FromStr for Place {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match Self::read(text) {
            (Some(place), unknown) if unknown.is_empty() => Ok(place),
            _ => Err(NotAPlace),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::England => f.write_str("england"),
            Self::CambridgeshirePeterborough => f.write_str("cambridgeshire-peterborough"),
            Self::Authorities(codes) => joined(codes, f),
            Self::Footprints(codes) => joined(codes, f),
        }
    }
}

/// The name that a person gives a place, as it is kept: one line, a space between words. `None` where it is empty, longer than
/// 40 characters, or holds what cannot be seen.
pub fn given_name(text: &str) -> Option<String> {
    kept_text(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Places beside another at most: three stand side by side.
pub const MOST_BESIDE: usize = 2;

/// Stands between places in a link.
const BETWEEN: char = '_';

/// Reads places that a link joins; `None` unless each is one, and none stands there twice.
pub fn several(text: &str) -> Option<Vec<Place>> {
    let places: Vec<Place> = text.split(BETWEEN).map(str::parse).collect::<Result<_, _>>().ok()?;
    let is_twice = |(at, place): (usize, &Place)| places.get(..at).is_some_and(|before| before.contains(place));
    (places.len() <= MOST_BESIDE && !places.iter().enumerate().any(is_twice)).then_some(places)
}

/// Writes places as a link joins them.
pub struct Several<'a>(pub &'a [Place]);

impl fmt::Display for Several<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, place) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_char(BETWEEN)?;
            }
            write!(f, "{place}")?;
        }
        Ok(())
    }
}

fn joined<C: fmt::Display>(codes: &[C], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, code) in codes.iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        write!(f, "{comma}{code}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::data::Authority;

    #[test]
    fn the_six_districts_in_any_order_are_the_preset() {
        let text = "E07000012,E07000011,E07000010,E07000009,E07000008,E06000031";
        assert_eq!(text.parse(), Ok(Place::CambridgeshirePeterborough));
    }

    #[test]
    fn what_names_no_authority_is_no_place() {
        for text in ["", ",", "leeds", "E0700000", "E01000001", "W06000001"] {
            assert_eq!(text.parse::<Place>(), Err(NotAPlace), "{text}");
        }
    }

    fn places(codes: &str) -> Places {
        let authority = |code: &str| Authority { code: code.parse().unwrap(), name: code.to_owned(), region: None };
        Places::of(Arc::new(codes.split(',').map(authority).collect()))
    }

    fn covered(place: &str, edition: Edition, places: &Places) -> String {
        let place: Place = place.parse().unwrap();
        let blocks: Vec<String> = place.extent(edition, places).blocks().iter().map(ToString::to_string).collect();
        blocks.join(",")
    }

    #[test]
    fn councils_that_merged_are_followed() {
        let places = places("E06000061,E06000062,E07000008");
        let place: Place = "E07000150,E07000152".parse().unwrap();
        assert_eq!(covered("E07000150,E07000152", Edition::Iod2025, &places), "E06000061");
        assert_eq!(covered("E07000150,E07000152", Edition::Iod2019, &places), "");
        assert!(place.unknown_codes(Edition::Iod2025, &places).is_empty());
        assert_eq!(place.unknown_codes(Edition::Iod2019, &places), place.codes());
    }

    #[test]
    fn a_council_with_a_new_code_is_the_same_area() {
        let old = places("E08000016,E08000019");
        assert_eq!(covered("E08000038", Edition::Iod2025, &old), "E08000016");
        assert_eq!(covered("E08000039,E08000019", Edition::Iod2019, &old), "E08000019");
        // A person's own file may have the new code.
        assert_eq!(covered("E08000038", Edition::Iod2025, &places("E08000038")), "E08000038");
    }

    #[test]
    fn counties_are_their_districts_and_what_took_their_place() {
        let places = places("E06000066,E07000008,E07000009,E07000010,E07000011,E07000012");
        assert_eq!(covered("E10000027", Edition::Iod2025, &places), "E06000066");
        assert_eq!(covered("E10000003,E07000008", Edition::Iod2025, &places).split(',').count(), 5);
    }

    /// A made-up board of two sub-ICBs, one of which cuts through an authority that the other holds a part of.
    #[test]
    fn a_place_that_cuts_through_an_authority_is_blocks() {
        let footprints = "code,name,year,members,also\n\
                          E38000001,A,2024,E07000001 E07000002,\n\
                          E38000002,B,2024,E07000002 E07000003,\n\
                          E38000003,C,2024,E07000003,\n\
                          E54000001,AB,2024,E38000001 E38000002,\n\
                          E54000002,C,2024,E38000003,\n";
        let known =
            Places { footprints: Arc::new(footprints.parse().unwrap()), ..places("E07000001,E07000002,E07000003") };
        let covered = |place: &str| covered(place, Edition::Iod2025, &known);
        assert_eq!(covered("E38000001"), "E07000001,E07000002+E38000001");
        assert_eq!(covered("E54000001"), "E07000001,E07000002,E07000003+E38000002");
        // Parts that together are all of it, and a part beside the whole.
        assert_eq!(covered("E54000001,E54000002"), "E07000001,E07000002,E07000003");
        assert_eq!(covered("E38000001,E07000002"), "E07000001,E07000002");
        assert_eq!(covered("E54000009"), "");
    }

    #[test]
    fn england_is_england_by_its_code_and_in_a_list() {
        for text in ["E92000001", "e92000001", "E92000001,E07000008"] {
            assert_eq!(text.parse(), Ok(Place::England), "{text}");
        }
    }

    #[test]
    fn places_of_every_kind_are_written_as_they_are_read() {
        for text in ["E54000032", "E07000008,E10000012,E12000006", "E47000001", "E38000237,E54000018", "E10000003"] {
            assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        }
    }
}
