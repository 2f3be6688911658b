//! Which of all versions of an official file it is. A corrected file has the name and the headings of the one before, so
//! what can be told is its bytes, and what they add up to.

use serde::{Deserialize, Serialize};

use super::Area;
use crate::data::checksum::Checksum;
use crate::data::reconciliation::{ENGLAND, EnglandTotals, IN_NEED_IN_FILES};
use crate::data::{Edition, NeedMeasure};
use crate::model::Counts;

/// What is known of a file's version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileVersion {
    /// The edition it is of.
    pub edition: Edition,
    /// The checksum of its bytes.
    pub checksum: Checksum,
    /// Areas in it.
    pub areas: usize,
    /// Councils in it.
    pub councils: usize,
    /// Whether every area of England is there.
    pub is_all_england: bool,
    /// What its areas hold in all, for each need that it has figures for.
    pub totals: Vec<NeedTotals>,
}

/// What the areas of a file hold in all.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct NeedTotals {
    /// For which need.
    pub need: NeedMeasure,
    /// People among whom it is counted.
    pub people: f64,
    /// People in need.
    pub in_need: f64,
    /// How they compare with England in the file that the built-in figures were made from; `None` for a part of England.
    pub beside_built_in: Option<Beside>,
}

/// How a file's totals of England compare with those of the file that the built-in figures were made from, in whole people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// People more in this file than in that one; below 0 for fewer.
    pub more_people: i64,
    /// People in need more.
    pub more_in_need: i64,
    /// People more than the official number, where the built-in number is not the official one.
    pub more_than_official: Option<i64>,
}

impl Beside {
    fn new(counts: Counts, england: &EnglandTotals) -> Self {
        let more = |number: f64, than: u32| number.round() as i64 - i64::from(than);
        Self {
            more_people: more(counts.people, england.people),
            more_in_need: more(counts.in_need, IN_NEED_IN_FILES[england.edition.index()][england.need.index()]),
            more_than_official: england.official_people.map(|official| more(counts.people, official)),
        }
    }

    /// Whether people, and people in need, are as many as in that file.
    pub const fn is_same(&self) -> bool {
        self.more_people == 0 && self.more_in_need == 0
    }
}

impl FileVersion {
    /// That of a file with these areas in so many councils, and of bytes with this checksum.
    pub(super) fn of(edition: Edition, areas: &[Area], councils: usize, checksum: Checksum) -> Self {
        let is_all_england = areas.len() == edition.areas_in_england() as usize;
        let total = |need: NeedMeasure| {
            areas.iter().find(|area| area.needs[need.index()].is_some())?;
            let mut counts = Counts::default();
            areas.iter().for_each(|area| counts += area.counts(need));
            let england = ENGLAND.iter().find(|of| is_all_england && of.edition == edition && of.need == need);
            let beside_built_in = england.map(|england| Beside::new(counts, england));
            Some(NeedTotals { need, people: counts.people, in_need: counts.in_need, beside_built_in })
        };
        let totals = NeedMeasure::ALL.into_iter().filter_map(total).collect();
        Self { edition, checksum, areas: areas.len(), councils, is_all_england, totals }
    }

    /// The totals that differ from those that the built-in figures were made from, each with how.
    pub fn differences(&self) -> impl Iterator<Item = (&NeedTotals, Beside)> {
        let of = |totals: &NeedTotals| totals.beside_built_in.filter(|beside| !beside.is_same());
        self.totals.iter().filter_map(move |totals| Some((totals, of(totals)?)))
    }
}
