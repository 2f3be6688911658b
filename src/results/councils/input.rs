//! What places are held side by side, each ready to be cut.

use std::borrow::Borrow;
use std::sync::Arc;

use thiserror::Error;

use crate::data::figures::{FiguresTable, population};
use crate::data::official::OfficialFile;
use crate::data::{Authority, AuthorityCode, NeedMeasure, Population, PopulationError, RankBy};
use crate::results::{MissError, RankedPlace};
use crate::scenario::Scenario;

/// A place among others of its kind, ready to be cut.
#[derive(Debug, Clone)]
pub struct PlaceIn {
    /// Its official code.
    pub code: AuthorityCode,
    /// Its name.
    pub name: String,
    /// Its curve, or why there is none.
    pub prepared: Result<RankedPlace, MissError>,
}

/// All places of a kind, and the place that is held against them, all from the same figures.
#[derive(Debug, Clone)]
pub struct PlacesIn {
    /// All of them, in the order of their names.
    pub all: Arc<Vec<PlaceIn>>,
    /// The place.
    pub own: Arc<RankedPlace>,
    /// The authorities of the figures.
    pub authorities: Arc<Vec<Authority>>,
}

impl PlacesIn {
    /// From the built-in figures: tables of every region, and of England as one where the place is all of it. `tables` are those
    /// of a need and an order.
    ///
    /// # Errors
    /// [`PlacesError`] if the place is not in them or cannot be cut.
    pub fn built_in(
        tables: &[impl Borrow<FiguresTable>],
        authorities: &Arc<Vec<Authority>>,
        scenario: &Scenario,
    ) -> Result<Self, PlacesError> {
        let population_of = |codes: &[AuthorityCode], is_england: bool| {
            let wanted = tables.iter().map(Borrow::borrow).filter(|table| table.is_of_england() == is_england);
            population(wanted, codes)
        };
        let codes = scenario.place.authorities(scenario.data, authorities);
        let is_england = codes.len() == authorities.len();
        Self::new(authorities, |code| population_of(&[code], false), || population_of(&codes, is_england))
    }

    /// From an official file that holds all of England.
    ///
    /// # Errors
    /// As for [`PlacesIn::built_in`].
    pub fn of_file(
        file: &OfficialFile,
        authorities: &Arc<Vec<Authority>>,
        scenario: &Scenario,
        (need, rank): (NeedMeasure, RankBy),
    ) -> Result<Self, PlacesError> {
        let codes = scenario.place.authorities(scenario.data, authorities);
        let mut all = file.each_population(need, rank)?;
        let take = |code: AuthorityCode| {
            let at = all.iter().position(|(other, _)| *other == code);
            at.map(|at| all.swap_remove(at).1).ok_or(PopulationError::NoSuchPlace)
        };
        Self::new(authorities, take, || file.population(&codes, need, rank))
    }

    fn new(
        authorities: &Arc<Vec<Authority>>,
        mut of: impl FnMut(AuthorityCode) -> Result<Population, PopulationError>,
        own: impl FnOnce() -> Result<Population, PopulationError>,
    ) -> Result<Self, PlacesError> {
        let mut place = |authority: &Authority| {
            let prepared = RankedPlace::new(of(authority.code)?);
            Ok::<_, PopulationError>(PlaceIn { code: authority.code, name: authority.name.clone(), prepared })
        };
        let mut all: Vec<PlaceIn> = Vec::with_capacity(authorities.len());
        for authority in authorities.iter() {
            let at = all.partition_point(|other| other.name <= authority.name);
            all.insert(at, place(authority)?);
        }
        let own = RankedPlace::new(own()?)?;
        Ok(Self { all: Arc::new(all), own: Arc::new(own), authorities: authorities.clone() })
    }
}

/// Why places cannot be held side by side.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum PlacesError {
    /// The figures do not hold the place, one of the others, or the need.
    #[error(transparent)]
    Population(#[from] PopulationError),
    /// The place cannot be cut.
    #[error(transparent)]
    Place(#[from] MissError),
}
