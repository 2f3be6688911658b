//! Who counts as in need, and what areas are ordered by. The words of a need stand in `words::need`.

use serde::{Deserialize, Serialize};

use super::listed::listed;

listed! {
    /// A measure of need: who is in need, among whom.
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
}

/// What there is to know of a need measure.
#[derive(Debug, Clone, Copy)]
pub struct NeedSpec {
    /// The name used in links and in the folders of the built-in figures. It never changes.
    pub key: &'static str,
    /// How the headings of its columns in File 7 begin.
    pub headings: NeedHeadings,
    /// Whether it counts residents of every age, not one age group.
    pub is_of_all_ages: bool,
}

/// How the headings of a need's columns begin, in small letters without spacing, punctuation and years: as far as is
/// needed to tell each from every other heading of File 7.
#[derive(Debug, Clone, Copy)]
pub struct NeedHeadings {
    /// Of the share of people who are in need.
    pub rate: &'static str,
    /// Of the national rank by that share.
    pub rank: &'static str,
    /// Of the number of people among whom need is counted.
    pub people: &'static str,
}

impl NeedMeasure {
    /// The one that every official file has to have and that the built-in figures of every edition hold.
    pub const EVERYWHERE: Self = Self::Income;

    /// What there is to know of it.
    pub const fn spec(self) -> &'static NeedSpec {
        match self {
            Self::Income => &NeedSpec {
                key: "income",
                headings: NeedHeadings { rate: "incomesc", rank: "incomera", people: "totalpop" },
                is_of_all_ages: true,
            },
            Self::Children => &NeedSpec {
                key: "children",
                headings: NeedHeadings {
                    rate: "incomedeprivationaffectingchildrenindexidacisc",
                    rank: "incomedeprivationaffectingchildrenindexidacira",
                    people: "dependentchildren",
                },
                is_of_all_ages: false,
            },
            Self::Older => &NeedSpec {
                key: "older",
                headings: NeedHeadings {
                    rate: "incomedeprivationaffectingolderpeopleidaopisc",
                    rank: "incomedeprivationaffectingolderpeopleidaopira",
                    people: "olderpop",
                },
                is_of_all_ages: false,
            },
            Self::Employment => &NeedSpec {
                key: "employment",
                headings: NeedHeadings { rate: "employmentsc", rank: "employmentra", people: "workingagepop" },
                is_of_all_ages: false,
            },
        }
    }

    /// The name used in links and in the folders of the built-in figures.
    pub const fn key(self) -> &'static str {
        self.spec().key
    }
}

/// What areas are ordered by, most deprived first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_need_has_its_own_place_and_key() {
        for (at, need) in NeedMeasure::ALL.into_iter().enumerate() {
            assert_eq!(need.index(), at);
            assert_eq!(NeedMeasure::ALL.iter().filter(|other| other.key() == need.key()).count(), 1, "{need:?}");
        }
    }
}
