//! Editions of the English Indices of Deprivation.

use std::ops::RangeInclusive;

use serde::Serialize;

use super::NeedMeasure;

/// An edition of the English Indices of Deprivation. A new one is a variant here, a row of [`Edition::spec`], its words in
/// `words::edition` and its built-in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Edition {
    /// 2019: 32,844 areas of the 2011 census, people counted at mid 2015.
    #[serde(rename = "iod2019")]
    Iod2019,
    /// 2025: 33,755 areas of the 2021 census, people counted at mid 2022.
    #[serde(rename = "iod2025")]
    Iod2025,
}

/// What is fixed of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionSpec {
    /// The name used in links and in the folder of the built-in figures.
    pub key: &'static str,
    /// The census that its small areas (LSOAs) are of.
    pub areas_year: u16,
    /// The years whose authorities its files name.
    pub councils_years: RangeInclusive<u16>,
    /// The year in whose middle people are counted.
    pub people_year: u16,
    /// The number of small areas that England has in it, which is the scale of its ranks.
    pub areas_in_england: u32,
    /// Whether the number of people in the built-in figures is an estimate rather than the published count.
    pub people_are_estimated: bool,
}

impl Edition {
    /// Every edition the app knows, oldest first.
    pub const ALL: [Self; 2] = [Self::Iod2019, Self::Iod2025];
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();
    /// The one in force.
    pub const NEWEST: Self = Self::ALL[Self::COUNT - 1];

    /// What is fixed of it.
    pub const fn spec(self) -> EditionSpec {
        match self {
            Self::Iod2019 => EditionSpec {
                key: "iod2019",
                areas_year: 2011,
                councils_years: 2019..=2019,
                people_year: 2015,
                areas_in_england: 32_844,
                people_are_estimated: false,
            },
            Self::Iod2025 => EditionSpec {
                key: "iod2025",
                areas_year: 2021,
                councils_years: 2023..=2025,
                people_year: 2022,
                areas_in_england: 33_755,
                people_are_estimated: true,
            },
        }
    }

    /// The name used in links and in the folder of the built-in figures.
    pub const fn key(self) -> &'static str {
        self.spec().key
    }

    /// The number of small areas (LSOAs) that England has in this edition, which is the scale of its ranks.
    pub const fn areas_in_england(self) -> u32 {
        self.spec().areas_in_england
    }

    /// The need measures that the built-in figures of this edition hold.
    pub const fn built_in_needs(self) -> &'static [NeedMeasure] {
        &NeedMeasure::ALL
    }

    /// Whether the number of people in the built-in figures is an estimate rather than the published count.
    pub const fn built_in_people_are_estimated(self) -> bool {
        self.spec().people_are_estimated
    }

    /// Whether figures with these years in their headings can be of this edition: all that are stated have to fit.
    pub fn fits(self, areas: Option<u16>, councils: Option<u16>, people: Option<u16>) -> bool {
        let spec = self.spec();
        areas.is_none_or(|year| year == spec.areas_year)
            && councils.is_none_or(|year| spec.councils_years.contains(&year))
            && people.is_none_or(|year| year == spec.people_year)
    }
}
