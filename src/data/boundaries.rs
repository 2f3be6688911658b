//! Councils come and go: which authorities of one edition are which in another, and which make up a county.
//!
//! Source: the structural changes orders of 2020 to 2023 and the code changes in the Office for National Statistics'
//! *Register of Geographic Codes*. `tests/official_files.rs` checks the tables against the files of both editions.

use super::{AuthorityCode, Edition};

/// Authorities that became one.
struct Merger {
    /// The number after the `E` of the later authority's code.
    later: u32,
    /// The year of the change, on 1 April.
    year: u16,
    /// Those of the earlier ones.
    earlier: &'static [u32],
}

const MERGERS: [Merger; 7] = [
    // Buckinghamshire
    Merger { later: 6_000_060, year: 2020, earlier: &[7_000_004, 7_000_005, 7_000_006, 7_000_007] },
    // North Northamptonshire, West Northamptonshire
    Merger { later: 6_000_061, year: 2021, earlier: &[7_000_150, 7_000_152, 7_000_153, 7_000_156] },
    Merger { later: 6_000_062, year: 2021, earlier: &[7_000_151, 7_000_154, 7_000_155] },
    // Cumberland, Westmorland and Furness, North Yorkshire, Somerset
    Merger { later: 6_000_063, year: 2023, earlier: &[7_000_026, 7_000_028, 7_000_029] },
    Merger { later: 6_000_064, year: 2023, earlier: &[7_000_027, 7_000_030, 7_000_031] },
    Merger {
        later: 6_000_065,
        year: 2023,
        earlier: &[7_000_163, 7_000_164, 7_000_165, 7_000_166, 7_000_167, 7_000_168, 7_000_169],
    },
    Merger { later: 6_000_066, year: 2023, earlier: &[7_000_187, 7_000_188, 7_000_189, 7_000_246] },
];

/// An authority that was given another code when a boundary moved by a few houses: for these figures it is the same area.
struct Renumbered {
    /// The year from which it has the later code.
    year: u16,
    /// The number after the `E` of the earlier code.
    earlier: u32,
    /// That of the later one.
    later: u32,
}

/// The Barnsley and Sheffield (Boundary Change) Order 2024 (SI 2024/1328): a housing development at Oughtibridge became
/// part of Sheffield on 1 April 2025.
const RENUMBERED: [Renumbered; 2] = [
    Renumbered { year: 2025, earlier: 8_000_016, later: 8_000_038 },
    Renumbered { year: 2025, earlier: 8_000_019, later: 8_000_039 },
];

/// Integrated care boards and sub-ICBs whose code is another one in the lists of 2024 than in those of 2022: the number
/// after the `E` before and after. A part of Chichester's north went from Surrey Heartlands to Sussex.
const NHS_RENUMBERED: [(u32, u32); 4] =
    [(54_000_052, 54_000_063), (54_000_053, 54_000_064), (38_000_246, 38_000_264), (38_000_248, 38_000_265)];

/// The code that the area of an authority has in an edition, where it was renumbered; else its own.
pub fn same_area(code: AuthorityCode, edition: Edition) -> AuthorityCode {
    let year = edition.spec().years.councils;
    let is_this = |other: &&Renumbered| [other.earlier, other.later].contains(&code.number());
    RENUMBERED
        .iter()
        .find(is_this)
        .map_or(code, |found| AuthorityCode::from_number(if year < found.year { found.earlier } else { found.later }))
}

/// Every code that the area of an authority has had since 2019, where it was renumbered.
pub fn other_codes(code: AuthorityCode) -> impl Iterator<Item = AuthorityCode> {
    let pairs = RENUMBERED.iter().map(|pair| [pair.earlier, pair.later]);
    let others = pairs.filter(move |pair| pair.contains(&code.number())).flatten();
    others.filter(move |&number| number != code.number()).map(AuthorityCode::from_number)
}

/// The other number after the `E` that a place of the NHS has had, where it has had two.
pub fn other_nhs_code(number: u32) -> Option<u32> {
    let (before, after) = *NHS_RENUMBERED.iter().find(|pair| pair.0 == number || pair.1 == number)?;
    Some(if number == before { after } else { before })
}

/// The number after the `E` that a place of the NHS has in the lists of an edition, where it has had two.
pub fn nhs_code(number: u32, edition: Edition) -> Option<u32> {
    let (before, after) = *NHS_RENUMBERED.iter().find(|pair| pair.0 == number || pair.1 == number)?;
    Some(match edition {
        Edition::Iod2019 => before,
        Edition::Iod2025 => after,
    })
}

/// The authorities in `edition` that cover the one with this code, whichever edition the code is from. A code that
/// did not change stands for itself. Which mergers lie between follows from the year of the edition's councils.
pub fn in_edition(code: AuthorityCode, edition: Edition) -> Vec<AuthorityCode> {
    in_year(code.number(), edition.spec().years.councils, &MERGERS)
        .into_iter()
        .map(AuthorityCode::from_number)
        .collect()
}

/// The authorities that took the place of the one with this code, one after the other, each with the year; none for
/// one that is still there.
pub fn successors(code: AuthorityCode) -> impl Iterator<Item = (AuthorityCode, u16)> {
    let with_year = |merger: &Merger| (AuthorityCode::from_number(merger.later), merger.year);
    later(code.number(), &MERGERS).map(with_year)
}

/// The authorities whose place the one with this code took, and those whose place these took; none for one that was
/// there in 2019.
pub fn predecessors(code: AuthorityCode) -> Vec<AuthorityCode> {
    let mut all = Vec::new();
    let mut asked = vec![code.number()];
    while let Some(number) = asked.pop() {
        for merger in MERGERS.iter().filter(|merger| merger.later == number) {
            asked.extend(merger.earlier);
            all.extend(merger.earlier.iter().map(|&number| AuthorityCode::from_number(number)));
        }
    }
    all
}

/// The authorities that became the one with this code; none for one that was there in 2019.
pub fn merged_from(code: AuthorityCode) -> impl Iterator<Item = AuthorityCode> {
    let merger = MERGERS.iter().find(|merger| merger.later == code.number());
    merger.into_iter().flat_map(|merger| merger.earlier).map(|&number| AuthorityCode::from_number(number))
}

/// The mergers that an authority went through, one after the other.
fn later(number: u32, mergers: &[Merger]) -> impl Iterator<Item = &Merger> {
    let merger_of = move |number: u32| mergers.iter().find(|merger| merger.earlier.contains(&number));
    std::iter::successors(merger_of(number), move |merger| merger_of(merger.later))
}

/// The authorities of a year, after 1 April, that cover the one with this number.
fn in_year(number: u32, year: u16, mergers: &[Merger]) -> Vec<u32> {
    let has_happened = |merger: &&Merger| merger.year <= year;
    if let Some(merger) = later(number, mergers).take_while(has_happened).last() {
        return vec![merger.later];
    }
    match mergers.iter().find(|merger| merger.later == number && !has_happened(merger)) {
        Some(merger) => merger.earlier.iter().flat_map(|&earlier| in_year(earlier, year, mergers)).collect(),
        None => vec![number],
    }
}

/// A county with districts below it. Public health is run by the county council, deprivation is published for the
/// districts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct County {
    /// The county's name.
    pub name: &'static str,
    /// The number after the `E` of its own code.
    pub code: u32,
    /// The numbers after the `E` of its districts' codes: runs from the first to the last, both included.
    runs: &'static [(u32, u32)],
}

/// The two-tier counties of England in 2019. Those that have since become single authorities are left out of lists
/// for later editions because their districts are no longer there.
pub const COUNTIES: [County; 26] = [
    County { name: "Buckinghamshire", code: 10_000_002, runs: &[(7_000_004, 7_000_007)] },
    County { name: "Cambridgeshire", code: 10_000_003, runs: &[(7_000_008, 7_000_012)] },
    County { name: "Cumbria", code: 10_000_006, runs: &[(7_000_026, 7_000_031)] },
    County { name: "Derbyshire", code: 10_000_007, runs: &[(7_000_032, 7_000_039)] },
    County { name: "Devon", code: 10_000_008, runs: &[(7_000_040, 7_000_047)] },
    County { name: "East Sussex", code: 10_000_011, runs: &[(7_000_061, 7_000_065)] },
    County { name: "Essex", code: 10_000_012, runs: &[(7_000_066, 7_000_077)] },
    County { name: "Gloucestershire", code: 10_000_013, runs: &[(7_000_078, 7_000_083)] },
    County { name: "Hampshire", code: 10_000_014, runs: &[(7_000_084, 7_000_094)] },
    County {
        name: "Hertfordshire",
        code: 10_000_015,
        runs: &[(7_000_095, 7_000_099), (7_000_102, 7_000_103), (7_000_240, 7_000_243)],
    },
    County { name: "Kent", code: 10_000_016, runs: &[(7_000_105, 7_000_116)] },
    County { name: "Lancashire", code: 10_000_017, runs: &[(7_000_117, 7_000_128)] },
    County { name: "Leicestershire", code: 10_000_018, runs: &[(7_000_129, 7_000_135)] },
    County { name: "Lincolnshire", code: 10_000_019, runs: &[(7_000_136, 7_000_142)] },
    County { name: "Norfolk", code: 10_000_020, runs: &[(7_000_143, 7_000_149)] },
    County { name: "Northamptonshire", code: 10_000_021, runs: &[(7_000_150, 7_000_156)] },
    County { name: "North Yorkshire", code: 10_000_023, runs: &[(7_000_163, 7_000_169)] },
    County { name: "Nottinghamshire", code: 10_000_024, runs: &[(7_000_170, 7_000_176)] },
    County { name: "Oxfordshire", code: 10_000_025, runs: &[(7_000_177, 7_000_181)] },
    County { name: "Somerset", code: 10_000_027, runs: &[(7_000_187, 7_000_189), (7_000_246, 7_000_246)] },
    County { name: "Staffordshire", code: 10_000_028, runs: &[(7_000_192, 7_000_199)] },
    County { name: "Suffolk", code: 10_000_029, runs: &[(7_000_200, 7_000_203), (7_000_244, 7_000_245)] },
    County { name: "Surrey", code: 10_000_030, runs: &[(7_000_207, 7_000_217)] },
    County { name: "Warwickshire", code: 10_000_031, runs: &[(7_000_218, 7_000_222)] },
    County { name: "West Sussex", code: 10_000_032, runs: &[(7_000_223, 7_000_229)] },
    County { name: "Worcestershire", code: 10_000_034, runs: &[(7_000_234, 7_000_239)] },
];

impl County {
    /// Its districts, as they were in 2019.
    pub fn districts(&self) -> impl Iterator<Item = AuthorityCode> {
        self.runs.iter().flat_map(|&(first, last)| (first..=last).map(AuthorityCode::from_number))
    }

    /// Whether the authority is one of the county's districts.
    pub fn holds(&self, code: AuthorityCode) -> bool {
        self.runs.iter().any(|&(first, last)| (first..=last).contains(&code.number()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> AuthorityCode {
        text.parse().unwrap()
    }

    #[test]
    fn corby_became_part_of_north_northamptonshire() {
        assert_eq!(in_edition(code("E07000150"), Edition::Iod2025), [code("E06000061")]);
    }

    #[test]
    fn somerset_was_four_districts() {
        assert_eq!(in_edition(code("E06000066"), Edition::Iod2019).len(), 4);
    }

    #[test]
    fn cambridge_is_cambridge_in_both() {
        for edition in Edition::ALL {
            assert_eq!(in_edition(code("E07000008"), edition), [code("E07000008")]);
        }
    }

    #[test]
    fn a_chain_of_mergers_is_followed_to_the_year_asked_for() {
        // A made-up county whose districts became two councils, and these one.
        let mergers = [
            Merger { later: 90, year: 2028, earlier: &[10, 20] },
            Merger { later: 10, year: 2023, earlier: &[1, 2] },
            Merger { later: 20, year: 2023, earlier: &[3] },
        ];
        let covers = |number, year| in_year(number, year, &mergers);
        assert_eq!([covers(1, 2022), covers(1, 2023), covers(1, 2028)], [[1], [10], [90]]);
        assert_eq!([covers(90, 2028), covers(20, 2028)], [[90], [90]]);
        assert_eq!(covers(90, 2024), [10, 20]);
        assert_eq!(covers(90, 2019), [1, 2, 3]);
        assert_eq!(covers(20, 2019), [3]);
        assert_eq!(covers(50, 2019), [50]);
    }

    #[test]
    fn no_merger_lies_before_the_first_edition_or_joins_councils_twice() {
        let first = Edition::ALL[0].spec().years.councils;
        for merger in &MERGERS {
            assert!(merger.year > first, "{}", merger.later);
            for earlier in merger.earlier {
                assert_eq!(MERGERS.iter().filter(|other| other.earlier.contains(earlier)).count(), 1, "{earlier}");
            }
        }
    }

    #[test]
    fn no_district_is_in_two_counties() {
        for number in 7_000_000..7_000_300 {
            let code = AuthorityCode::from_number(number);
            assert!(COUNTIES.iter().filter(|county| county.holds(code)).count() <= 1, "{code}");
        }
    }
}
