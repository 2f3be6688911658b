//! The set of authorities looked at.

use std::fmt;
use std::str::FromStr;

use crate::data::boundaries::in_edition;
use crate::data::{Authority, AuthorityCode, Edition};

/// The six districts of Cambridgeshire and Peterborough, the place of the reports behind the app.
const CAMBRIDGESHIRE_PETERBOROUGH: [u32; 6] = [6_000_031, 7_000_008, 7_000_009, 7_000_010, 7_000_011, 7_000_012];

/// The most authorities a link may name; England has 317.
const MOST_AUTHORITIES: usize = 400;

/// The set of authorities looked at. Equal sets are equal places.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// All authorities.
    England,
    /// Cambridge, East Cambridgeshire, Fenland, Huntingdonshire, South Cambridgeshire and Peterborough.
    CambridgeshirePeterborough,
    /// One or more authorities, in the order of their codes.
    Authorities(Vec<AuthorityCode>),
}

/// The text names no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPlace;

impl Place {
    /// The place made of these authorities, `None` without any.
    pub fn of(codes: impl IntoIterator<Item = AuthorityCode>) -> Option<Self> {
        let codes = AuthorityCode::sorted(codes);
        if codes.is_empty() {
            return None;
        }
        if codes.iter().map(|code| code.number()).eq(CAMBRIDGESHIRE_PETERBOROUGH) {
            return Some(Self::CambridgeshirePeterborough);
        }
        Some(Self::Authorities(codes))
    }

    /// The place that a text names, and those parts of it that name none.
    pub fn read(text: &str) -> (Option<Self>, Vec<&str>) {
        match text {
            "england" => return (Some(Self::England), Vec::new()),
            "cambridgeshire-peterborough" => return (Some(Self::CambridgeshirePeterborough), Vec::new()),
            _ => {}
        }
        let (mut codes, mut unknown): (Vec<AuthorityCode>, _) = (Vec::new(), Vec::new());
        for part in text.split(',').map(str::trim).take(MOST_AUTHORITIES) {
            match part.parse() {
                Ok(code) => codes.push(code),
                Err(_) => unknown.push(part),
            }
        }
        // A comma too many is no list of places.
        (Self::of(codes).filter(|_| !unknown.contains(&"")), unknown)
    }

    /// The codes that the place names itself; none for England.
    pub fn codes(&self) -> Vec<AuthorityCode> {
        match self {
            Self::England => Vec::new(),
            Self::CambridgeshirePeterborough => CAMBRIDGESHIRE_PETERBOROUGH.map(AuthorityCode::from_number).to_vec(),
            Self::Authorities(codes) => codes.clone(),
        }
    }

    /// The authorities of an edition that cover the place: councils that merged are followed across editions.
    pub fn authorities(&self, edition: Edition, all: &[Authority]) -> Vec<AuthorityCode> {
        if *self == Self::England {
            return all.iter().map(|authority| authority.code).collect();
        }
        let mut codes = AuthorityCode::sorted(self.codes().into_iter().flat_map(|code| in_edition(code, edition)));
        codes.retain(|&code| is_among(all, code));
        codes
    }

    /// The codes of the place for which the edition has no authority.
    pub fn unknown_codes(&self, edition: Edition, all: &[Authority]) -> Vec<AuthorityCode> {
        let is_unknown = |code: &AuthorityCode| !in_edition(*code, edition).iter().any(|&code| is_among(all, code));
        self.codes().into_iter().filter(is_unknown).collect()
    }
}

fn is_among(all: &[Authority], code: AuthorityCode) -> bool {
    all.iter().any(|authority| authority.code == code)
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
            Self::Authorities(codes) => {
                for (index, code) in codes.iter().enumerate() {
                    if index > 0 {
                        f.write_str(",")?;
                    }
                    write!(f, "{code}")?;
                }
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn councils_that_merged_are_followed() {
        let codes = |text: &str| text.parse::<Place>().unwrap().codes();
        let all: Vec<Authority> = codes("E06000061,E06000062,E07000008")
            .into_iter()
            .map(|code| Authority { code, name: code.to_string(), region: None })
            .collect();
        let place: Place = "E07000150,E07000152".parse().unwrap();
        assert_eq!(place.authorities(Edition::Iod2025, &all), codes("E06000061"));
        assert_eq!(place.authorities(Edition::Iod2019, &all), []);
        assert_eq!(place.unknown_codes(Edition::Iod2025, &all), []);
        assert_eq!(place.unknown_codes(Edition::Iod2019, &all), place.codes());
    }
}
