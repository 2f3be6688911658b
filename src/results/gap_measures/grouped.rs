//! One slope and relative index for each period, sex or area of a table that has several of them.

use serde::{Deserialize, Serialize};

use super::{MeasureError, Measured, NoDraws, RowsIn};
use crate::data::table::{GroupRows, OwnUnit, RowsBy};
use crate::model::gap::{Limits, SlopeIntervals};
use crate::pace::{Pace, at_once};
use crate::scenario::MeasureChoices;

/// A group measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupResult {
    /// What the column has: “2021/22”, “Female”; empty where the cell is.
    pub name: String,
    /// Rows of the group that were left out for want of a value, people or deprivation.
    pub left_out: usize,
    /// Its measures, or why there are none.
    pub found: Result<Box<Measured>, MeasureError>,
    /// Simulated limits: `None` until they are drawn and where a draw left the range of numbers; or why there are none.
    pub drawn: Result<Option<SlopeIntervals>, NoDraws>,
    /// Editions of deprivation that its rows name.
    pub editions: Vec<String>,
}

/// Where limits of an index come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitsBy {
    /// From draws of the values within their own limits.
    Draws,
    /// From how rows scatter around the line.
    Line,
}

/// All groups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Grouped {
    /// The heading of the column that tells them apart.
    pub by: String,
    /// Whether they are periods, in the order of time.
    pub are_periods: bool,
    /// The group that the rest of the page is about.
    pub main: String,
    /// The groups.
    pub groups: Vec<GroupResult>,
}

/// How the slope index goes from one group to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goes {
    /// It is the same to the last digit shown.
    Nowhere,
    /// It rises, and the limits of both have no number in common.
    Up,
    /// It falls, and the limits of both have no number in common.
    Down,
    /// The limits of both have numbers in common.
    Unclear,
    /// One of them has no limits.
    NoLimits,
}

/// Two groups held against each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair<'a> {
    /// The first period, or the group with the smallest index.
    pub from: &'a GroupResult,
    /// The last period, or the group with the largest index.
    pub to: &'a GroupResult,
    /// How the index goes from one to the other.
    pub goes: Goes,
}

/// What the groups say together.
#[derive(Debug, Clone, PartialEq)]
pub enum Comparison<'a> {
    /// Fewer than two groups have an index.
    TooFew,
    /// Groups are ranked by different editions of deprivation, so that they are no measure of one thing.
    Editions(Vec<String>),
    /// Two of them.
    Pair(Pair<'a>),
}

impl GroupResult {
    async fn at(group: &GroupRows, input: &RowsIn, choices: &MeasureChoices, pace: &Pace) -> Self {
        let has_all = |unit: &&OwnUnit| {
            let has_value = unit.value.is_some() || unit.events.is_some();
            has_value && unit.deprivation.is_some() && unit.people.is_some_and(|people| people > 0.0)
        };
        // Why a group without anybody has no index is not that a column is missing.
        let found = match group.units.iter().any(|unit| has_all(&unit)) {
            false => Err(MeasureError::NoRows),
            true => Measured::at(&input.with_units(group.units.clone()), choices, pace).await.map(Box::new),
        };
        let drawn = match &found {
            Ok(measured) => measured.simulation_at(choices, pace).await.map(|_| None),
            Err(_) => Ok(None),
        };
        let left_out = found.as_ref().map_or(group.units.len(), |measured| measured.left_out);
        Self { name: group.name.clone(), left_out, found, drawn, editions: group.editions.clone() }
    }

    /// The slope index as the page shows it: above 0 where it puts the deprived at a disadvantage.
    pub fn sii(&self) -> Option<f64> {
        self.found.as_ref().ok().map(|measured| measured.before.slope.sii)
    }

    /// The relative index; `None` too where an end of the line is not above 0.
    pub fn rii(&self) -> Option<f64> {
        self.found.as_ref().ok().and_then(|measured| measured.before.slope.rii)
    }

    /// Limits of the slope index, from draws where there are any, else from the line.
    pub fn sii_limits(&self) -> Option<(Limits, LimitsBy)> {
        let measured = self.found.as_ref().ok()?;
        match &self.drawn {
            Ok(Some(found)) => Some((found.sii, LimitsBy::Draws)),
            Ok(None) => None,
            Err(_) => measured.sii_by_line.map(|limits| (limits, LimitsBy::Line)),
        }
    }

    /// Limits of the relative index, from draws alone.
    pub fn rii_limits(&self) -> Option<Limits> {
        self.rii()?;
        self.drawn.as_ref().ok()?.as_ref()?.rii
    }

    /// The number of rows measured; 0 where there is no result.
    pub fn rows(&self) -> usize {
        self.found.as_ref().map_or(0, |measured| measured.count())
    }
}

impl Grouped {
    /// Measures every group, without draws; `None` where one result is for all.
    pub fn new(input: &RowsIn, choices: &MeasureChoices) -> Option<Self> {
        at_once(Self::at(input, choices, &Pace::at_once()))
    }

    async fn at(input: &RowsIn, choices: &MeasureChoices, pace: &Pace) -> Option<Self> {
        let RowsBy { heading, are_periods, main, groups } = input.reading.as_deref()?.by.as_ref()?;
        let mut measured = Vec::with_capacity(groups.len());
        for group in groups {
            measured.push(GroupResult::at(group, input, choices, pace).await);
        }
        Some(Self { by: heading.clone(), are_periods: *are_periods, main: main.clone(), groups: measured })
    }

    /// The same with draws and without single rows, of which nothing is shown, at a pace.
    pub async fn compact_at(input: &RowsIn, choices: &MeasureChoices, pace: &Pace) -> Option<Self> {
        let pace = &pace.still();
        let mut all = Self::at(input, choices, pace).await?;
        for group in &mut all.groups {
            if let Ok(measured) = &mut group.found {
                group.drawn = measured.intervals_at(choices, pace, |share| share).await;
                **measured = measured.as_ref().clone().without_rows();
            }
        }
        Some(all)
    }

    /// Draws the limits of every group at once.
    pub fn draw(&mut self, choices: &MeasureChoices) {
        for group in &mut self.groups {
            if let Ok(measured) = &group.found {
                group.drawn = measured.intervals(choices);
            }
        }
    }

    /// What the groups say together. A trend needs one edition of deprivation in all of them.
    pub fn comparison(&self) -> Comparison<'_> {
        let with: Vec<(&GroupResult, f64)> =
            self.groups.iter().filter_map(|group| Some((group, group.sii()?))).collect();
        let by_size = |a: &&(&GroupResult, f64), b: &&(&GroupResult, f64)| a.1.total_cmp(&b.1);
        let ends = match self.are_periods {
            true => with.first().zip(with.last()),
            false => with.iter().min_by(by_size).zip(with.iter().max_by(by_size)),
        };
        let Some((&(from, low), &(to, high))) = ends.filter(|_| with.len() > 1) else { return Comparison::TooFew };
        let first = with.iter().map(|(group, _)| &group.editions).find(|editions| !editions.is_empty());
        let differs = |editions: &Vec<String>| first.is_some_and(|first| !editions.is_empty() && editions != first);
        if with.iter().any(|(group, _)| differs(&group.editions)) {
            let mut all: Vec<String> = with.iter().flat_map(|(group, _)| group.editions.iter().cloned()).collect();
            all.sort();
            all.dedup();
            return Comparison::Editions(all);
        }
        let goes = match (low == high, from.sii_limits(), to.sii_limits()) {
            (true, ..) => Goes::Nowhere,
            (false, Some((a, _)), Some((b, _))) if a.upper < b.lower => Goes::Up,
            (false, Some((a, _)), Some((b, _))) if b.upper < a.lower => Goes::Down,
            (false, Some(_), Some(_)) => Goes::Unclear,
            (false, ..) => Goes::NoLimits,
        };
        Comparison::Pair(Pair { from, to, goes })
    }

    /// The value farthest from 0 in any group, by which all are written alike.
    pub fn furthest_value(&self) -> f64 {
        let measured = self.groups.iter().filter_map(|group| group.found.as_ref().ok());
        measured.map(|measured| measured.furthest_value()).fold(0.0, f64::max)
    }
}
