//! Editions of the English Indices of Deprivation.

use serde::Serialize;

use super::NeedMeasure;

/// An edition of the English Indices of Deprivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Edition {
    /// 2019: 32,844 areas of the 2011 census, people counted at mid 2015.
    #[serde(rename = "iod2019")]
    Iod2019,
    /// 2025: 33,755 areas of the 2021 census, people counted at mid 2022.
    #[serde(rename = "iod2025")]
    Iod2025,
}

impl Edition {
    /// Every edition the app knows, oldest first.
    pub const ALL: [Self; 2] = [Self::Iod2019, Self::Iod2025];

    /// The name used in links and in the folder of the built-in figures.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Iod2019 => "iod2019",
            Self::Iod2025 => "iod2025",
        }
    }

    /// The number of small areas (LSOAs) that England has in this edition, which is the scale of its ranks.
    pub const fn areas_in_england(self) -> u32 {
        match self {
            Self::Iod2019 => 32_844,
            Self::Iod2025 => 33_755,
        }
    }

    /// The need measures that the built-in figures of this edition hold. The 2025 figures come from a file without
    /// the rates for children and older people.
    pub const fn built_in_needs(self) -> &'static [NeedMeasure] {
        match self {
            Self::Iod2019 => &NeedMeasure::ALL,
            Self::Iod2025 => &[NeedMeasure::Income],
        }
    }

    /// Whether the number of people in the built-in figures is an estimate rather than the published count.
    pub const fn built_in_people_are_estimated(self) -> bool {
        matches!(self, Self::Iod2025)
    }
}
