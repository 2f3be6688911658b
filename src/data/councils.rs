//! Which councils an edition has, by their codes alone: for a file that comes without the built-in list of them.

use super::boundaries::{in_edition, other_codes, predecessors, same_area, successors};
use super::{AuthorityCode, Edition};

/// The numbers after the `E` of the 317 councils of 2019, as runs from the first to the last, both included. Those of later
/// editions follow from the mergers since. `tests/import_mixed.rs` holds both to the built-in lists.
const OF_THE_FIRST: [(u32, u32); 18] = [
    (6_000_001, 6_000_027),
    (6_000_030, 6_000_047),
    (6_000_049, 6_000_059),
    (7_000_004, 7_000_012),
    (7_000_026, 7_000_047),
    (7_000_061, 7_000_096),
    (7_000_098, 7_000_099),
    (7_000_102, 7_000_103),
    (7_000_105, 7_000_156),
    (7_000_163, 7_000_181),
    (7_000_187, 7_000_189),
    (7_000_192, 7_000_200),
    (7_000_202, 7_000_203),
    (7_000_207, 7_000_229),
    (7_000_234, 7_000_246),
    (8_000_001, 8_000_019),
    (8_000_021, 8_000_037),
    (9_000_001, 9_000_033),
];

/// What a council's code is in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CouncilIn {
    /// It is one of the edition's.
    There,
    /// The edition has all of that council in this one.
    CountsAs(AuthorityCode),
    /// It took the place of several of the edition's councils in this year, so it does not say which of them an area is in.
    OfSeveral(u16),
    /// No edition has it.
    Unknown,
}

/// What a council's code is in an edition.
pub fn council_in(code: AuthorityCode, edition: Edition) -> CouncilIn {
    let code_then = same_area(code, edition);
    match in_edition(code_then, edition)[..] {
        [same] if !is_known(same) => CouncilIn::Unknown,
        [same] if same == code => CouncilIn::There,
        [other] => CouncilIn::CountsAs(other),
        _ => predecessors(code_then)
            .into_iter()
            .flat_map(successors)
            .find(|&(later, _)| later == code_then)
            .map_or(CouncilIn::Unknown, |(_, year)| CouncilIn::OfSeveral(year)),
    }
}

/// Whether there was a council with this code in any edition's year.
fn is_known(code: AuthorityCode) -> bool {
    let is_in = |&(first, last): &(u32, u32)| (first..=last).contains(&code.number());
    OF_THE_FIRST.iter().any(is_in) || !predecessors(code).is_empty() || other_codes(code).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, expect: [CouncilIn; Edition::COUNT]) {
        assert_eq!(Edition::ALL.map(|edition| council_in(code.parse().unwrap(), edition)), expect, "{code}");
    }

    #[test]
    fn codes_of_other_years_are_followed_where_they_say_enough() {
        use CouncilIn::{CountsAs, OfSeveral, There, Unknown};
        let as_code = |code: &str| CountsAs(code.parse().unwrap());
        check("E07000008", [There; 2]);
        // Corby became a part of North Northamptonshire in 2021, Somerset came in 2023.
        check("E07000150", [There, as_code("E06000061")]);
        check("E06000066", [OfSeveral(2023), There]);
        // Barnsley has another code since 2025.
        check("E08000016", [There; 2]);
        check("E08000038", [as_code("E08000016"); 2]);
        // St Albans until 2012, and codes that nobody had.
        check("E07000100", [Unknown; 2]);
        check("E06000099", [Unknown; 2]);
        check("E09000034", [Unknown; 2]);
    }
}
