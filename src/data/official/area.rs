//! A small area in an official file.

use crate::data::NeedMeasure;
use crate::model::Counts;

/// What an area says of one need measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NeedValue {
    /// Number of people the measure is about.
    pub people: u32,
    /// Share of them who are in need (0 to 1).
    pub rate: f64,
    /// Official national rank by this rate, where the file has it.
    pub rank: Option<u32>,
}

impl NeedValue {
    /// Number of people in need: rate times people.
    pub fn in_need(&self) -> f64 {
        self.rate * f64::from(self.people)
    }
}

/// A small area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The number in its code, after the `E01` of an English small area.
    pub number: u32,
    /// Index in [`OfficialFile::authorities`].
    pub authority: u16,
    /// Official rank of the Index of Multiple Deprivation, 1 for the most deprived.
    pub imd_rank: u32,
    /// By [`NeedMeasure::index`]; `None` where the file has no figure for this area.
    pub needs: [Option<NeedValue>; NeedMeasure::COUNT],
}

impl Area {
    /// Its code.
    pub fn code(&self) -> String {
        format!("E01{:06}", self.number)
    }

    /// What the area holds for a need measure; an area without figures holds nobody.
    pub fn counts(&self, need: NeedMeasure) -> Counts {
        let value = self.needs[need.index()];
        Counts {
            areas: 1.0,
            people: value.map_or(0.0, |v| f64::from(v.people)),
            in_need: value.map_or(0.0, |v| v.in_need()),
        }
    }
}
