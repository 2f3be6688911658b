//! What places are held side by side, each ready to be cut.

use std::borrow::Borrow;
use std::sync::Arc;

use thiserror::Error;

use crate::data::figures::{FiguresTable, population};
use crate::data::official::OfficialFile;
use crate::data::{
    Authority, AuthorityCode, Block, Extent, ListedPlace, NeedMeasure, PlaceCode, Places, Population, PopulationError,
    RankBy,
};
use crate::results::{MissError, RankedPlace};
use crate::scenario::{ListKind, Scenario};

/// A place among others of its kind, ready to be cut.
#[derive(Debug, Clone)]
pub struct PlaceIn {
    /// Its official code.
    pub code: PlaceCode,
    /// Its name, without what its kind says.
    pub name: String,
    /// What it covers.
    pub extent: Extent,
    /// Its curve, or why there is none.
    pub prepared: Result<RankedPlace, MissError>,
}

/// Which place of the list a council lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// The council.
    pub council: AuthorityCode,
    /// Its name.
    pub name: String,
    /// The place that most of its people are in; `None` where no place of the list holds any of it.
    pub place: Option<PlaceCode>,
    /// Whether it lies in more than one.
    pub is_cut: bool,
}

/// All places of a kind, and the place that is held against them, all from the same figures.
#[derive(Debug, Clone)]
pub struct PlacesIn {
    /// Their kind.
    pub kind: ListKind,
    /// All of them, in the order of their names.
    pub all: Arc<Vec<PlaceIn>>,
    /// The place.
    pub own: Arc<RankedPlace>,
    /// The places of the figures.
    pub places: Places,
    /// Which of them each council lies in, in the order of the councils' codes.
    pub homes: Arc<Vec<Home>>,
}

/// Why a file of single areas does not answer here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFile {
    /// It holds a part of England only.
    PartOfEngland,
    /// The place cuts through a council; which of its areas the place holds is not in the file.
    PlaceIsCut,
    /// Places of the list do.
    ListIsCut,
}

/// Whether a file of single areas answers for a place and all that it is held against.
///
/// # Errors
/// [`NoFile`] where it does not.
pub fn file_answers(file: &OfficialFile, places: &Places, scenario: &Scenario) -> Result<(), NoFile> {
    let is_whole = |extent: &Extent| extent.blocks().iter().all(|block| block.is_whole());
    if !file.is_all_england() {
        Err(NoFile::PartOfEngland)
    } else if !is_whole(&scenario.place.extent(scenario.data, places)) {
        Err(NoFile::PlaceIsCut)
    } else if !places.all_of(scenario.data, scenario.list_kind().place_kind()).iter().all(|of| is_whole(&of.extent)) {
        Err(NoFile::ListIsCut)
    } else {
        Ok(())
    }
}

impl PlacesIn {
    /// From the built-in figures: tables of every region, and those of blocks and of England as one where the place or the list
    /// needs them. `tables` are those of a need and an order, in the order of [`crate::data::figures::parts_of`], so that sums
    /// are the same to the last digit as for a place by itself.
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
        let people = |block: Block| {
            let mut curves = tables.iter().flat_map(|table| &table.borrow().0);
            curves.find(|curve| curve.block == block).map_or(0.0, |curve| curve.total().people)
        };
        let own = scenario.place.extent(scenario.data, places);
        let is_england = own.is_all_of(&places.authorities);
        Self::new(places, scenario, |extent| population_of(extent, false), || population_of(&own, is_england), people)
    }

    /// From an official file that holds all of England.
    ///
    /// # Errors
    /// As for [`PlacesIn::built_in`]; [`PopulationError::NoSuchPlace`] where [`file_answers`] says that it does not.
    pub fn of_file(
        file: &OfficialFile,
        places: &Places,
        scenario: &Scenario,
        (need, rank): (NeedMeasure, RankBy),
    ) -> Result<Self, PlacesError> {
        let extent = scenario.place.extent(scenario.data, places);
        // A file has areas by authority: it does not know which of them a place holds that cuts through one.
        let codes = |extent: &Extent| extent.whole_authorities().ok_or(PopulationError::NoSuchPlace);
        let own = codes(&extent)?;
        let mut councils = match scenario.list_kind() {
            ListKind::Councils => file.each_population(need, rank)?,
            ListKind::Icbs | ListKind::Regions | ListKind::CombinedAuthorities => Vec::new(),
        };
        let of = |extent: &Extent| {
            let codes = codes(extent)?;
            // Councils were all taken in one walk through the file.
            match councils.iter().position(|(code, _)| codes.as_slice() == [*code]) {
                Some(at) => Ok(councils.swap_remove(at).1),
                None => file.population(&codes, need, rank),
            }
        };
        Self::new(places, scenario, of, || file.population(&own, need, rank), |_| 0.0)
    }

    fn new(
        places: &Places,
        scenario: &Scenario,
        mut of: impl FnMut(&Extent) -> Result<Population, PopulationError>,
        own: impl FnOnce() -> Result<Population, PopulationError>,
        people: impl Fn(Block) -> f64,
    ) -> Result<Self, PlacesError> {
        let kind = scenario.list_kind();
        let listed = places.all_of(scenario.data, kind.place_kind());
        let mut all: Vec<PlaceIn> = Vec::with_capacity(listed.len());
        for ListedPlace { code, name, extent } in listed {
            let prepared = RankedPlace::new(of(&extent)?);
            let at = all.partition_point(|other| other.name <= name);
            all.insert(at, PlaceIn { code, name, extent, prepared });
        }
        let own = Arc::new(RankedPlace::new(own()?)?);
        let homes = Arc::new(homes(&places.authorities, &all, people));
        Ok(Self { kind, all: Arc::new(all), own, places: places.clone(), homes })
    }
}

/// Which place each council lies in, by the people of its blocks.
fn homes(authorities: &[Authority], all: &[PlaceIn], people: impl Fn(Block) -> f64) -> Vec<Home> {
    let mut homes: Vec<(Home, f64)> = Vec::with_capacity(authorities.len());
    for Authority { code, name, .. } in authorities {
        let at = homes.partition_point(|(home, _)| home.council < *code);
        homes.insert(at, (Home { council: *code, name: name.clone(), place: None, is_cut: false }, 0.0));
    }
    for place in all {
        for blocks in place.extent.blocks().chunk_by(|a, b| a.authority == b.authority) {
            let Some(first) = blocks.first() else { continue };
            let at = homes.binary_search_by_key(&first.authority, |(home, _)| home.council);
            let Some((home, most)) = at.ok().and_then(|at| homes.get_mut(at)) else { continue };
            home.is_cut |= !first.is_whole();
            let held: f64 = blocks.iter().map(|&block| if block.is_whole() { 0.0 } else { people(block) }).sum();
            if home.place.is_none() || held > *most {
                (home.place, *most) = (Some(place.code), held);
            }
        }
    }
    homes.into_iter().map(|(home, _)| home).collect()
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
