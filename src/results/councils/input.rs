//! What places are held side by side, each ready to be cut.

use std::borrow::Borrow;
use std::sync::Arc;

use thiserror::Error;

use crate::data::figures::{FiguresTable, population};
use crate::data::official::OfficialFile;
use crate::data::{Authority, AuthorityCode, Extent, NeedMeasure, Places, Population, PopulationError, RankBy};
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
    /// The places of the figures.
    pub places: Places,
}

impl PlacesIn {
    /// From the built-in figures: tables of every region, and of England as one where the place is all of it. `tables` are those
    /// of a need and an order.
    ///
    /// # Errors
    /// [`PlacesError`] if the place is not in them or cannot be cut.
    pub fn built_in(
        tables: &[impl Borrow<FiguresTable>],
        places: &Places,
        scenario: &Scenario,
    ) -> Result<Self, PlacesError> {
        let population_of = |extent: &Extent, is_england: bool| {
            let wanted = tables.iter().map(Borrow::borrow).filter(|table| table.is_of_england() == is_england);
            population(wanted, extent)
        };
        let own = scenario.place.extent(scenario.data, places);
        let is_england = own.is_all_of(&places.authorities);
        Self::new(
            places,
            |code| population_of(&Extent::from([code].as_slice()), false),
            || population_of(&own, is_england),
        )
    }

    /// From an official file that holds all of England.
    ///
    /// # Errors
    /// As for [`PlacesIn::built_in`].
    pub fn of_file(
        file: &OfficialFile,
        places: &Places,
        scenario: &Scenario,
        (need, rank): (NeedMeasure, RankBy),
    ) -> Result<Self, PlacesError> {
        let extent = scenario.place.extent(scenario.data, places);
        // A file has areas by authority: it does not know which of them a place holds that cuts through one.
        let codes = extent.whole_authorities().ok_or(PopulationError::NoSuchPlace)?;
        let mut all = file.each_population(need, rank)?;
        let take = |code: AuthorityCode| {
            let at = all.iter().position(|(other, _)| *other == code);
            at.map(|at| all.swap_remove(at).1).ok_or(PopulationError::NoSuchPlace)
        };
        Self::new(places, take, || file.population(&codes, need, rank))
    }

    fn new(
        places: &Places,
        mut of: impl FnMut(AuthorityCode) -> Result<Population, PopulationError>,
        own: impl FnOnce() -> Result<Population, PopulationError>,
    ) -> Result<Self, PlacesError> {
        let mut place = |authority: &Authority| {
            let prepared = RankedPlace::new(of(authority.code)?);
            Ok::<_, PopulationError>(PlaceIn { code: authority.code, name: authority.name.clone(), prepared })
        };
        let mut all: Vec<PlaceIn> = Vec::with_capacity(places.authorities.len());
        for authority in places.authorities.iter() {
            let at = all.partition_point(|other| other.name <= authority.name);
            all.insert(at, place(authority)?);
        }
        let own = RankedPlace::new(own()?)?;
        Ok(Self { all: Arc::new(all), own: Arc::new(own), places: places.clone() })
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
