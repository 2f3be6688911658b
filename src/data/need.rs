//! Who counts as in need, and what areas are ordered by.

use serde::Serialize;

/// A measure of need: who is in need, among whom. A new one is a variant here, a row of [`NeedMeasure::spec`], its columns in
/// `official::columns` and its words in `words::need`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NeedMeasure {
    /// People of any age in households on low incomes: the Income Deprivation domain.
    Income,
    /// Children aged 0 to 15 in such households: IDACI, the Income Deprivation Affecting Children Index.
    Children,
    /// People aged 60 and over in such households: IDAOPI, Income Deprivation Affecting Older People.
    Older,
    /// Working-age people kept out of work by unemployment, sickness, disability or caring: the Employment Deprivation domain.
    Employment,
}

/// What is fixed of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeedSpec {
    /// The name used in links and in the folders of the built-in figures.
    pub key: &'static str,
    /// Whether everybody is counted, whatever their age.
    pub is_of_all_ages: bool,
}

impl NeedMeasure {
    /// Every measure, by [`NeedMeasure::index`].
    pub const ALL: [Self; 4] = [Self::Income, Self::Children, Self::Older, Self::Employment];
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// What is fixed of it.
    pub const fn spec(self) -> NeedSpec {
        match self {
            Self::Income => NeedSpec { key: "income", is_of_all_ages: true },
            Self::Children => NeedSpec { key: "children", is_of_all_ages: false },
            Self::Older => NeedSpec { key: "older", is_of_all_ages: false },
            Self::Employment => NeedSpec { key: "employment", is_of_all_ages: false },
        }
    }

    /// The name used in links and in the folders of the built-in figures.
    pub const fn key(self) -> &'static str {
        self.spec().key
    }

    /// Position in tables that hold one value a measure.
    pub const fn index(self) -> usize {
        self as usize
    }
}

// A variant that is missing in `ALL`, or stands elsewhere, does not compile.
const _: () = {
    let mut at = 0;
    while at < NeedMeasure::COUNT {
        assert!(NeedMeasure::ALL[at].index() == at, "measures stand in the order of their variants");
        at += 1;
    }
    assert!(NeedMeasure::Employment.index() + 1 == NeedMeasure::COUNT, "the last variant is the last of all");
};

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
