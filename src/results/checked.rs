//! The view `checked`: what others have published, held against what the figures here give for the same place and edition.
//!
//! A check names whose targets it asks for and what was printed. The targets are worked out by what every other page uses, so
//! a number here is the number behind its link. Where each source is to be found stands in `words::checked`.

use crate::data::figures::{FiguresTable, Table};
use crate::data::listed::listed;
use crate::data::reconciliation::ENGLAND;
use crate::data::{Edition, NeedMeasure, RankBy};
use crate::model::{Counts, Quintile, Share, Target};
use crate::results::TargetingResult;
use crate::scenario::{Place, Scenario};

listed! {
    /// Something published that can be worked out here.
    pub enum Check {
        /// The report of 2022: low income in the outer fifths of Cambridgeshire and Peterborough.
        Report,
        /// Low income outside the most deprived fifth, over the indices of Great Britain.
        Outside,
        /// Districts with an area in the most deprived tenth of 2019.
        DistrictsOf2019,
        /// The same of 2025.
        DistrictsOf2025,
        /// Who lives in the most deprived fifth in Suffolk.
        Suffolk,
        /// How many areas of it are in Ipswich.
        Ipswich,
        /// How many areas of an integrated care board are in the outer fifths.
        Board,
        /// England's totals in the official files.
        Totals,
        /// An economy of ten people.
        TenPeople,
    }
}

/// What was counted or measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// People in need in the most deprived fifth, of all in need.
    InMostDeprivedFifth,
    /// The same in the least deprived fifth.
    InLeastDeprivedFifth,
    /// People in need outside the target, of all in need.
    OutsideTarget,
    /// Districts with an area in the most deprived tenth, of all districts.
    Districts,
    /// People inside the target.
    PeopleInside,
    /// The same, of all people.
    ShareInside,
    /// Areas in the most deprived fifth, of all areas.
    AreasInMostDeprivedFifth,
    /// The same in the least deprived fifth.
    AreasInLeastDeprivedFifth,
    /// Areas inside the target.
    AreasInside,
    /// The same, of all areas.
    AreasShareInside,
    /// All people of England.
    PeopleOf(Edition, NeedMeasure),
    /// Those in need among them.
    InNeedOf(Edition, NeedMeasure),
    /// People in need who get nothing, of all in need.
    Missed(Way),
    /// People who are not in need, of those who get something.
    NotInNeed(Way),
}

/// Which two of ten people, numbered from the poorest, get something, and how many of the poorest count as in need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// The numbers of the two, from 1.
    pub chosen: [u8; 2],
    /// How many are in need.
    pub in_need: u8,
}

/// A number as it was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// A whole number of per cent.
    Percent(u8),
    /// Per cent to a tenth, in tenths.
    Tenths(u16),
    /// The same, said to be a rough one.
    AboutPercent(u8),
    /// Between these two, in per cent.
    Between(u8, u8),
    /// One part of so many.
    OneIn(u8),
    /// A number of people or areas.
    Count(u32),
}

/// How what is found here differs from what was printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Difference {
    /// Rounded as it was printed, it is the same.
    AsPrinted,
    /// It lies between the two that were printed.
    Inside,
    /// So much more, as a share (-1 to 1); less where it is negative.
    Share(f64),
    /// So many more, fewer where it is negative, and what part of the printed number that is.
    Number(f64, f64),
}

/// A published number with the one found here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// What they are of.
    pub item: Item,
    /// The published one.
    pub printed: Printed,
    /// The one found here: a share (0 to 1), or a number.
    pub found: f64,
    /// Of a share of districts or areas, how many of how many.
    pub parts: Option<(f64, f64)>,
}

/// The most deprived tenth of the nation, as a step of [`crate::data::stand_in::StandIn::areas_within`].
const TENTH: usize = 10;

impl Printed {
    /// What was printed as a share or number; of two, both.
    pub fn numbers(self) -> Vec<f64> {
        let percent = |percent: u8| f64::from(percent) / 100.0;
        match self {
            Self::Percent(share) | Self::AboutPercent(share) => vec![percent(share)],
            Self::Tenths(tenths) => vec![f64::from(tenths) / 1000.0],
            Self::Between(least, most) => vec![percent(least), percent(most)],
            Self::OneIn(parts) => vec![1.0 / f64::from(parts)],
            Self::Count(count) => vec![f64::from(count)],
        }
    }
}

impl Pair {
    fn new(item: Item, printed: Printed, found: f64) -> Self {
        Self { item, printed, found, parts: None }
    }

    fn of_parts(item: Item, printed: Printed, part: f64, whole: f64) -> Self {
        Self { parts: Some((part, whole)), ..Self::new(item, printed, Share::of(part, whole).get()) }
    }

    /// How the two differ.
    pub fn difference(&self) -> Difference {
        let same = |printed: f64, rounded: f64, difference: Difference| {
            if printed == rounded { Difference::AsPrinted } else { difference }
        };
        let found = self.found;
        match self.printed {
            Printed::Percent(percent) | Printed::AboutPercent(percent) => {
                let percent = f64::from(percent);
                same(percent, (found * 100.0).round(), Difference::Share(found - percent / 100.0))
            }
            Printed::Tenths(tenths) => {
                let tenths = f64::from(tenths);
                same(tenths, (found * 1000.0).round(), Difference::Share(found - tenths / 1000.0))
            }
            Printed::Between(least, most) => {
                let [least, most] = [least, most].map(|percent| f64::from(percent) / 100.0);
                let beyond = if found < least { found - least } else { found - most };
                if (least..=most).contains(&found) { Difference::Inside } else { Difference::Share(beyond) }
            }
            Printed::OneIn(parts) => {
                let parts = f64::from(parts);
                same(parts, (1.0 / found).round(), Difference::Share(found - 1.0 / parts))
            }
            Printed::Count(count) => {
                let count = f64::from(count);
                let more = found - count;
                same(count, found.round(), Difference::Number(more, more / count))
            }
        }
    }

    /// Whether nothing differs.
    pub fn agrees(&self) -> bool {
        match self.difference() {
            Difference::AsPrinted | Difference::Inside => true,
            Difference::Share(_) | Difference::Number(..) => false,
        }
    }
}

impl Check {
    /// The name in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Report => "report-2022",
            Self::Outside => "outside-the-fifth",
            Self::DistrictsOf2019 => "districts-2019",
            Self::DistrictsOf2025 => "districts-2025",
            Self::Suffolk => "core20-suffolk",
            Self::Ipswich => "core20-ipswich",
            Self::Board => "areas-of-a-board",
            Self::Totals => "totals",
            Self::TenPeople => "ten-people",
        }
    }

    /// The query of the page on which it can be seen; `None` for what is about no place.
    const fn query(self) -> Option<&'static str> {
        match self {
            Self::Report => Some("v=2&data=iod2019"),
            Self::Outside => Some("v=2&data=iod2019&place=england"),
            Self::DistrictsOf2019 => Some("v=2&view=councils&data=iod2019&place=england&share=10&list-order=least"),
            Self::DistrictsOf2025 => Some("v=2&view=councils&data=iod2025&place=england&share=10&list-order=least"),
            Self::Suffolk => Some("v=2&data=iod2019&place=E07000200,E07000202,E07000203,E07000244,E07000245"),
            Self::Ipswich => Some("v=2&data=iod2019&place=E07000202"),
            Self::Board => Some("v=2&data=iod2019&place=E54000023"),
            Self::Totals => Some("v=2&data=iod2025&place=england"),
            Self::TenPeople => None,
        }
    }

    /// That page.
    pub fn page(self) -> Option<Scenario> {
        Some(Scenario::from_query(self.query()?).scenario)
    }

    /// Whose targets it asks for, in the order in which [`Self::pairs`] takes them.
    pub fn targets(self) -> Vec<Scenario> {
        match self {
            Self::Report | Self::Outside | Self::Suffolk | Self::Ipswich | Self::Board => {
                self.page().into_iter().collect()
            }
            Self::Totals => {
                let of = |edition, need| Scenario { data: edition, place: Place::England, need, ..Scenario::default() };
                ENGLAND.iter().map(|totals| of(totals.edition, totals.need)).collect()
            }
            Self::DistrictsOf2019 | Self::DistrictsOf2025 | Self::TenPeople => Vec::new(),
        }
    }

    /// The figures whose councils it counts.
    pub fn councils(self) -> Option<Table> {
        let of = |edition| Some(Table { edition, need: NeedMeasure::EVERYWHERE, rank: RankBy::Imd });
        match self {
            Self::DistrictsOf2019 => of(Edition::Iod2019),
            Self::DistrictsOf2025 => of(Edition::Iod2025),
            Self::Report
            | Self::Outside
            | Self::Suffolk
            | Self::Ipswich
            | Self::Board
            | Self::Totals
            | Self::TenPeople => None,
        }
    }

    /// What was published, each beside what is found here: from its [`Self::targets`], and the tables of all regions of its
    /// [`Self::councils`]. Without these there is nothing.
    pub fn pairs<'a>(
        self,
        targets: &[TargetingResult],
        councils: impl IntoIterator<Item = &'a FiguresTable>,
    ) -> Vec<Pair> {
        match (self, targets) {
            (Self::Report, [of]) => of.national.iter().flat_map(of_outer_fifths).collect(),
            (Self::Outside, [of]) => {
                vec![Pair::new(Item::OutsideTarget, Printed::Between(55, 62), of.target.measures.exclusion_error)]
            }
            (Self::DistrictsOf2019, _) => of_districts(Printed::Percent(61), councils),
            (Self::DistrictsOf2025, _) => of_districts(Printed::Percent(65), councils),
            (Self::Suffolk, [of]) => {
                let target = of.target.measures;
                vec![
                    Pair::new(Item::PeopleInside, Printed::Count(80_068), target.people),
                    Pair::new(Item::ShareInside, Printed::AboutPercent(10), target.people_share),
                ]
            }
            (Self::Ipswich, [of]) => {
                let areas = of.target.measures.areas;
                vec![
                    Pair::new(Item::AreasInside, Printed::Count(28), areas),
                    Pair::of_parts(Item::AreasShareInside, Printed::OneIn(3), areas, of.units),
                ]
            }
            (Self::Board, [of]) => of.national.iter().flat_map(|fifths| of_areas(fifths, of.units)).collect(),
            (Self::Totals, of) => of_england(of),
            (Self::TenPeople, _) => TEN_PEOPLE.iter().flat_map(of_ten_people).collect(),
            (Self::Report | Self::Outside | Self::Suffolk | Self::Ipswich | Self::Board, _) => Vec::new(),
        }
    }
}

/// Low income in the outer fifths of the nation's areas.
fn of_outer_fifths([most, .., least]: &[Quintile; 5]) -> [Pair; 2] {
    [
        Pair::new(Item::InMostDeprivedFifth, Printed::Percent(31), most.need_share),
        Pair::new(Item::InLeastDeprivedFifth, Printed::Percent(11), least.need_share),
    ]
}

/// Areas in the outer fifths of the nation's, of all that a place has.
fn of_areas([most, .., least]: &[Quintile; 5], areas: f64) -> [Pair; 2] {
    [
        Pair::of_parts(Item::AreasInMostDeprivedFifth, Printed::Tenths(125), most.areas, areas),
        Pair::of_parts(Item::AreasInLeastDeprivedFifth, Printed::Tenths(178), least.areas, areas),
    ]
}

/// How many councils have an area in the most deprived tenth.
fn of_districts<'a>(printed: Printed, tables: impl IntoIterator<Item = &'a FiguresTable>) -> Vec<Pair> {
    let (mut with, mut all) = (0_u32, 0_u32);
    for council in tables.into_iter().flat_map(|table| &table.0) {
        all += 1;
        with += u32::from(council.areas_within[TENTH] >= 1.0);
    }
    if all == 0 {
        return Vec::new();
    }
    vec![Pair::of_parts(Item::Districts, printed, f64::from(with), f64::from(all))]
}

/// England's totals, in the order of [`ENGLAND`]: all people where their official number is known, then those in need.
fn of_england(targets: &[TargetingResult]) -> Vec<Pair> {
    let people = ENGLAND.iter().zip(targets).filter_map(|(totals, of)| {
        let item = Item::PeopleOf(totals.edition, totals.need);
        Some(Pair::new(item, Printed::Count(totals.official_people?), of.people))
    });
    let in_need = ENGLAND.iter().zip(targets).map(|(totals, of)| {
        let item = Item::InNeedOf(totals.edition, totals.need);
        Pair::new(item, Printed::Count(totals.counted), of.in_need)
    });
    people.chain(in_need).collect()
}

/// Who gets something, how many count as in need, and the errors printed for that, in per cent: who is missed of those in need,
/// and who is not in need of those who get it.
type PrintedErrors = (Way, [u8; 2]);

const fn errors(chosen: [u8; 2], in_need: u8, printed: [u8; 2]) -> PrintedErrors {
    (Way { chosen, in_need }, printed)
}

/// The first three scenarios of the table, against its poverty line and against the poorest fifth.
const TEN_PEOPLE: [PrintedErrors; 6] = [
    errors([1, 2], 4, [50, 0]),
    errors([1, 2], 2, [0, 0]),
    errors([2, 3], 4, [50, 0]),
    errors([2, 3], 2, [50, 50]),
    errors([3, 4], 4, [50, 0]),
    errors([3, 4], 2, [100, 100]),
];

/// The same worked out: ten people, each for itself, by the measures of any target.
fn of_ten_people(&(way, [missed, not_in_need]): &PrintedErrors) -> [Pair; 2] {
    let counted = |people: f64, in_need: f64| Counts { areas: people, people, in_need };
    let in_need = way.chosen.iter().filter(|&&person| person <= way.in_need).count();
    let target = Target::new(counted(2.0, in_need as f64), counted(10.0, f64::from(way.in_need)));
    [
        Pair::new(Item::Missed(way), Printed::Percent(missed), target.exclusion_error),
        Pair::new(Item::NotInNeed(way), Printed::Percent(not_in_need), target.leakage.unwrap_or_default()),
    ]
}
