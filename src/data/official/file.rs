//! An official file, read.

use serde::{Deserialize, Serialize};

use super::{Area, AreaNames, FileVersion};
use crate::data::checksum::Checksum;
use crate::data::figures::HeldOf;
use crate::data::{Authority, AuthorityCode, Edition, NeedMeasure, Population, PopulationError, RankBy, Resolution};
use crate::model::{Counts, NationalPosition, Unit, ascending, squared_need_per_person};

/// Something about a file that a person should know, though it can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Warning {
    /// The file holds a part of England only.
    PartOfEngland {
        /// Areas in the file.
        areas: usize,
        /// Areas in England.
        of: u32,
    },
    /// The file has no columns for this need measure.
    NoNeed(NeedMeasure),
    /// Areas whose figures for this need measure are blank or suppressed; nobody is counted there.
    BlankAreas {
        /// The measure.
        need: NeedMeasure,
        /// How many areas.
        areas: usize,
    },
    /// Areas name a council by the code of another year than the edition's.
    CouncilFollowed {
        /// That code.
        code: AuthorityCode,
        /// The council's name as the file has it.
        name: String,
        /// The line of its first area, from 1.
        line: u64,
        /// How many areas.
        areas: usize,
        /// The code that the edition has for it.
        counted_as: AuthorityCode,
        /// Whether they are counted there. They are not where the file lacks another part of that council.
        is_counted: bool,
    },
}

/// The order of an area, and where it stands in the nation.
type Position = (f64, Option<NationalPosition>);

/// An official file, read: rows and warnings.
#[derive(Debug, Clone)]
pub struct OfficialFile {
    /// Which edition it is.
    pub edition: Edition,
    /// The authorities in it, in the order in which they first stand in the file.
    pub authorities: Vec<Authority>,
    /// The areas, in the file's order.
    pub areas: Vec<Area>,
    /// Their names, empty where the file has none.
    pub names: AreaNames,
    /// What a person should know of it.
    pub warnings: Vec<Warning>,
    /// Which of all files of its kind it is.
    pub version: FileVersion,
}

impl OfficialFile {
    /// The file that holds these, of bytes with this checksum.
    pub(super) fn new(
        edition: Edition,
        authorities: Vec<Authority>,
        areas: Vec<Area>,
        names: AreaNames,
        warnings: Vec<Warning>,
        checksum: Checksum,
    ) -> Self {
        let version = FileVersion::of(edition, &areas, authorities.len(), checksum);
        Self { edition, authorities, areas, names, warnings, version }
    }

    /// Whether the file has figures for this need measure.
    pub fn has_need(&self, need: NeedMeasure) -> bool {
        self.areas.iter().any(|area| area.needs[need.index()].is_some())
    }

    /// The units of the authorities asked for, each area by itself.
    ///
    /// # Errors
    /// [`PopulationError`] if the file has none of the authorities or not this need measure.
    pub fn population(
        &self,
        authorities: &[AuthorityCode],
        need: NeedMeasure,
        rank: RankBy,
    ) -> Result<Population, PopulationError> {
        if !self.has_need(need) {
            return Err(PopulationError::NoSuchNeed);
        }
        let wanted: Vec<bool> = self.authorities.iter().map(|a| authorities.contains(&a.code)).collect();
        let is_wanted = |area: &Area| wanted[usize::from(area.authority)];
        let mut units = Vec::with_capacity(self.areas.iter().filter(|area| is_wanted(area)).count());
        let mut squared_need = 0.0;
        let mut take = |area: &Area, (order, national): Position| {
            if is_wanted(area) {
                let counts = area.counts(need);
                squared_need += squared_need_per_person(counts.people, counts.in_need);
                units.push(Unit { counts, order, national });
            }
        };
        match rank {
            // A page works this out while a person waits: no list of the positions of all areas is needed for it.
            RankBy::Imd => self.areas.iter().for_each(|area| take(area, self.ranked(area.imd_rank))),
            RankBy::Need => {
                self.areas.iter().zip(self.positions(need, rank)).for_each(|(area, at)| take(area, at));
            }
        }
        if units.is_empty() {
            return Err(PopulationError::NoSuchPlace);
        }
        Ok(Population { units, squared_need, resolution: Resolution::Areas, is_joined: false, band: 0 })
    }

    /// The units of every authority by itself, in the order of [`OfficialFile::authorities`].
    ///
    /// # Errors
    /// [`PopulationError::NoSuchNeed`] if the file does not have this need measure.
    pub fn each_population(
        &self,
        need: NeedMeasure,
        rank: RankBy,
    ) -> Result<Vec<(AuthorityCode, Population)>, PopulationError> {
        if !self.has_need(need) {
            return Err(PopulationError::NoSuchNeed);
        }
        let empty = || Population {
            units: Vec::new(),
            squared_need: 0.0,
            resolution: Resolution::Areas,
            is_joined: false,
            band: 0,
        };
        let mut all: Vec<_> = self.authorities.iter().map(|authority| (authority.code, empty())).collect();
        for (area, (order, national)) in self.areas.iter().zip(self.positions(need, rank)) {
            let counts = area.counts(need);
            let Some((_, population)) = all.get_mut(usize::from(area.authority)) else { continue };
            population.squared_need += squared_need_per_person(counts.people, counts.in_need);
            population.units.push(Unit { counts, order, national });
        }
        Ok(all)
    }

    /// What each of the authorities asked for holds in all.
    pub fn totals(&self, authorities: &[AuthorityCode], need: NeedMeasure) -> Vec<HeldOf> {
        let nothing = |a: &Authority| HeldOf { authority: a.code, is_whole: true, counts: Counts::default() };
        let mut totals: Vec<_> = self.authorities.iter().map(nothing).collect();
        for area in &self.areas {
            totals[usize::from(area.authority)].counts += area.counts(need);
        }
        totals.retain(|held| authorities.contains(&held.authority));
        totals
    }

    /// The order and the national position of an official rank.
    fn ranked(&self, rank: u32) -> Position {
        (f64::from(rank), Some(NationalPosition::Rank { rank, of: self.edition.areas_in_england() }))
    }

    /// Every area's order and national position.
    ///
    /// By need: the official rank where every area has one, else by rate with equal rates as one segment. A rate has
    /// a national position only if the whole nation is there.
    pub fn positions(&self, need: NeedMeasure, rank: RankBy) -> Vec<Position> {
        let ranked = |rank: u32| self.ranked(rank);
        let value = |area: &Area| area.needs[need.index()];
        match rank {
            RankBy::Imd => self.areas.iter().map(|area| ranked(area.imd_rank)).collect(),
            RankBy::Need => {
                let official: Option<Vec<u32>> = self.areas.iter().map(|area| value(area)?.rank).collect();
                match official {
                    Some(ranks) => ranks.into_iter().map(ranked).collect(),
                    None => {
                        let rates: Vec<f64> = self.areas.iter().map(|a| value(a).map_or(0.0, |v| v.rate)).collect();
                        by_rate(&rates, self.is_all_england())
                    }
                }
            }
        }
    }

    /// Whether the file can answer for these authorities out of `all` that there are: a part of England never does for all of it.
    pub fn covers(&self, place: &[AuthorityCode], all: &[Authority]) -> bool {
        let holds = |code: &AuthorityCode| self.authorities.iter().any(|authority| authority.code == *code);
        self.is_all_england() || (place.len() < all.len() && !place.is_empty() && place.iter().all(holds))
    }

    /// Whether every area of England is in the file.
    pub fn is_all_england(&self) -> bool {
        self.version.is_all_england
    }
}

fn by_rate(rates: &[f64], is_whole_nation: bool) -> Vec<Position> {
    let least_first: Vec<f64> = rates.iter().map(|rate| -rate).collect();
    let order = ascending(&least_first);
    let of = rates.len() as f64;
    let mut positions = vec![(0.0, None); rates.len()];
    let mut before = 0;
    for tied in order.chunk_by(|&a, &b| rates[a] == rates[b]) {
        let after = before + tied.len();
        let stretch = NationalPosition::Stretch { from: before as f64 / of, to: after as f64 / of };
        for &area in tied {
            positions[area] = (before as f64, is_whole_nation.then_some(stretch));
        }
        before = after;
    }
    positions
}
