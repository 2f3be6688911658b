//! Who counts as in need, and what areas are ordered by.

use serde::Serialize;

/// A measure of need: who is in need, among whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NeedMeasure {
    /// People of any age in households on low incomes: the Income Deprivation domain.
    Income,
    /// Children aged 0 to 15 in such households: IDACI, the Income Deprivation Affecting Children Index.
    Children,
    /// People aged 60 and over in such households: IDAOPI, Income Deprivation Affecting Older People.
    Older,
}

impl NeedMeasure {
    /// Every measure.
    pub const ALL: [Self; 3] = [Self::Income, Self::Children, Self::Older];

    /// The name used in links and in the file names of the built-in figures.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Income => "income",
            Self::Children => "children",
            Self::Older => "older",
        }
    }

    /// Position in tables that hold one value a measure.
    pub const fn index(self) -> usize {
        match self {
            Self::Income => 0,
            Self::Children => 1,
            Self::Older => 2,
        }
    }
}

/// What areas are ordered by, most deprived first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RankBy {
    /// The Index of Multiple Deprivation.
    Imd,
    /// The need measure's own rate: the best that any area-based target could do.
    Need,
}

impl RankBy {
    /// Every order.
    pub const ALL: [Self; 2] = [Self::Imd, Self::Need];

    /// The name used in links.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Imd => "imd",
            Self::Need => "need",
        }
    }
}
