//! Options for new councils in place of those of Cambridgeshire and Peterborough, as groups of today's councils.
//!
//! Sources: East Cambridgeshire District Council, announcement of 11 June 2025 (A, B and C); Fenland District Council, pages on
//! the government's consultation of 5 February to 26 March 2026, with the four proposals submitted on 28 November 2025 (A, B, D
//! and E); Huntingdonshire District Council, page on option E. Option D divides Huntingdonshire between two new councils, which
//! figures by council cannot show, so it is not here. What was decided is not known here.

use super::{Place, Scenario, View};
use crate::data::AuthorityCode;

/// An option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reorganisation {
    /// Two councils; submitted.
    A,
    /// Two councils; submitted.
    B,
    /// Two councils; announced in June 2025, not submitted.
    C,
    /// Three councils; submitted.
    E,
}

const PETERBOROUGH: u32 = 6_000_031;
const CAMBRIDGE: u32 = 7_000_008;
const EAST_CAMBRIDGESHIRE: u32 = 7_000_009;
const FENLAND: u32 = 7_000_010;
const HUNTINGDONSHIRE: u32 = 7_000_011;
const SOUTH_CAMBRIDGESHIRE: u32 = 7_000_012;

impl Reorganisation {
    /// Every option that is here.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::E];

    /// The councils of today that would become one, for each new council.
    const fn groups(self) -> &'static [&'static [u32]] {
        match self {
            Self::A => {
                &[&[PETERBOROUGH, FENLAND, HUNTINGDONSHIRE], &[CAMBRIDGE, EAST_CAMBRIDGESHIRE, SOUTH_CAMBRIDGESHIRE]]
            }
            Self::B => {
                &[&[PETERBOROUGH, EAST_CAMBRIDGESHIRE, FENLAND, HUNTINGDONSHIRE], &[CAMBRIDGE, SOUTH_CAMBRIDGESHIRE]]
            }
            Self::C => {
                &[&[PETERBOROUGH, EAST_CAMBRIDGESHIRE, FENLAND], &[CAMBRIDGE, HUNTINGDONSHIRE, SOUTH_CAMBRIDGESHIRE]]
            }
            Self::E => {
                &[&[HUNTINGDONSHIRE], &[PETERBOROUGH, EAST_CAMBRIDGESHIRE, FENLAND], &[CAMBRIDGE, SOUTH_CAMBRIDGESHIRE]]
            }
        }
    }

    /// The places of the new councils.
    pub fn places(self) -> Vec<Place> {
        let place = |codes: &&[u32]| Place::of(codes.iter().map(|&number| AuthorityCode::from_number(number)));
        self.groups().iter().filter_map(place).collect()
    }

    /// A page's choices with the new councils side by side.
    pub fn side_by_side(self, page: &Scenario) -> Scenario {
        let mut places = self.places().into_iter();
        let place = places.next().unwrap_or_else(|| page.place.clone());
        Scenario { view: View::Saved, place, place_name: None, beside: places.collect(), ..page.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_councils_of_each_option_are_the_six_of_today_each_once() {
        for option in Reorganisation::ALL {
            let mut codes: Vec<_> = option.places().iter().flat_map(Place::codes).collect();
            codes.sort_unstable();
            assert_eq!(codes, Place::CambridgeshirePeterborough.codes(), "{option:?}");
            assert!((2..=3).contains(&option.places().len()));
        }
    }
}
