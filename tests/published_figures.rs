//! The built-in figures give what has been published, and what was worked out from the official files with other
//! tools (pandas; each area by itself, no bands).
//!
//! Sources: English Indices of Deprivation 2019 and 2025, File 7, Ministry of Housing, Communities and Local
//! Government; Annual Public Health Report 2022, Cambridgeshire and Peterborough.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use support::built_in::{BuiltIn, tables};
use who_gets_missed::data::figures::{Part, Table};
use who_gets_missed::data::reconciliation::{ENGLAND, EnglandTotals};
use who_gets_missed::data::{AuthorityCode, Edition, NeedMeasure, RankBy};
use who_gets_missed::model::Counts;
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::Scenario;

/// What the page shows for a link, from the built-in figures.
fn missed(query: &str) -> TargetingResult {
    let decoded = Scenario::from_kept(query);
    assert_eq!(decoded.notices, [], "{query}");
    let scenario = decoded.scenario;
    let figures = BuiltIn::read(Table { edition: scenario.data, need: scenario.need, rank: scenario.rank });
    let codes = figures.extent(&scenario.place);
    TargetingResult::new(&scenario, &RankedPlace::new(figures.population(&codes)).unwrap()).unwrap()
}

/// Holds a number against the expected one, as near as `within`.
#[track_caller]
fn check(found: f64, expect: f64, within: f64) {
    assert!((found - expect).abs() <= within, "{found}, expected {expect} within {within}");
}

/// Half of the fourth decimal.
const FOUR_DECIMALS: f64 = 0.000_05;

#[test]
fn cambridgeshire_and_peterborough_2019_has_487_areas_and_81_051_people_on_low_incomes() {
    let result = missed("");
    assert_eq!(result.units, 487.0);
    check(result.people, 832_835.0, 1.0);
    check(result.in_need, 81_051.0, 1.0);
    check(result.need_rate, 0.0973, FOUR_DECIMALS);
}

#[test]
fn the_most_deprived_national_fifth_holds_30_46_per_cent_of_need_and_12_86_per_cent_of_people() {
    let result = missed("");
    check(result.target.measures.coverage, 0.3046, FOUR_DECIMALS);
    check(result.target.measures.people_share, 0.1286, FOUR_DECIMALS);
    assert!(!result.is_approximate);
}

#[test]
fn the_national_fifths_hold_62_and_136_of_the_487_areas() {
    let [most, .., least] = missed("").national.unwrap();
    assert_eq!((most.areas, least.areas), (62.0, 136.0));
    check(most.need_share, 0.3046, FOUR_DECIMALS);
    check(least.need_share, 0.1098, FOUR_DECIMALS);
}

#[test]
fn the_report_of_2022_prints_31_and_11_per_cent_for_the_two_outer_fifths() {
    // The report names no year for its number of people; with those of File 7 the first is half a point lower.
    let [most, .., least] = missed("").national.unwrap();
    check(most.need_share, 0.305, 0.0005);
    check(least.need_share, 0.110, 0.0005);
    check(most.need_share, 0.31, 0.01);
    assert_eq!((least.need_share * 100.0).round(), 11.0);
}

#[test]
fn the_local_fifth_holds_42_per_cent_of_need_by_areas_and_by_people() {
    // From single areas: 0.4216 and 0.4235. Bands interpolate, and the page says "about".
    for (query, expect) in [("cut=local", 0.4216), ("cut=local&basis=people", 0.4235)] {
        let result = missed(query);
        check(result.target.measures.coverage, expect, 0.002);
        assert!(result.is_approximate, "{query}");
    }
}

#[test]
fn five_per_cent_of_being_on_a_low_income_is_a_matter_of_where() {
    check(missed("").target.between_area_share.unwrap(), 0.0520, FOUR_DECIMALS);
    check(missed("place=england").target.between_area_share.unwrap(), 0.0771, FOUR_DECIMALS);
}

/// What pandas gives for a link: areas, people and people in need; areas of the target, its share of people, coverage.
#[track_caller]
fn check_place(query: &str, [areas, people, in_need]: [f64; 3], [targeted, people_share, coverage]: [f64; 3]) {
    let TargetingResult { target, units, people: found_people, in_need: found_in_need, .. } = missed(query);
    assert_eq!(units, areas, "{query}");
    check(found_people, people, 1.0);
    check(found_in_need, in_need, 1.0);
    check(target.measures.areas, targeted, 0.05);
    check(target.measures.people_share, people_share, FOUR_DECIMALS);
    check(target.measures.coverage, coverage, FOUR_DECIMALS);
}

#[test]
fn the_national_fifth_of_2019_is_as_worked_out_from_single_areas() {
    check_place("place=england", [32_844.0, 54_728_204.0, 7_036_442.0], [6_568.0, 0.1993, 0.4317]);
    check_place("place=E08000025", [639.0, 1_112_305.0, 246_679.0], [360.0, 0.5821, 0.8034]);
    check_place("need=children", [487.0, 161_140.0, 22_092.0], [62.0, 0.1558, 0.3307]);
    check_place("need=older", [487.0, 187_763.0, 20_691.0], [62.0, 0.1015, 0.2392]);
    check_place("need=older&place=england", [32_844.0, 12_612_839.0, 1_790_712.0], [6_568.0, 0.1533, 0.3403]);
}

#[test]
fn the_national_fifth_of_2025_is_as_worked_out_from_single_areas() {
    // The number of people is an estimate in this edition.
    let check_2025 =
        |place: &str, of_place, of_target| check_place(&format!("data=iod2025{place}"), of_place, of_target);
    check_2025("", [516.0, 907_803.0, 169_457.0], [57.0, 0.1155, 0.2828]);
    check_2025("&place=england", [33_755.0, 57_112_146.0, 13_251_754.0], [6_751.0, 0.2017, 0.4157]);
    check_2025("&place=E08000025", [659.0, 1_154_010.0, 481_452.0], [362.0, 0.5643, 0.7805]);
    // Corby, East Northamptonshire, Kettering and Wellingborough became North Northamptonshire.
    check_2025("&place=E06000061", [205.0, 363_126.0, 74_144.0], [27.0, 0.1213, 0.2525]);
    check_2025("&place=E07000150,E07000152,E07000153,E07000156", [205.0, 363_126.0, 74_144.0], [27.0, 0.1213, 0.2525]);
}

#[test]
fn even_areas_chosen_by_low_income_itself_miss_more_than_half_of_england() {
    // From single areas: by the official income rank, and by rate with areas that tie shared out.
    check(missed("place=england&rank=need").target.measures.coverage, 0.4395, 0.0001);
    check(missed("place=england&rank=need&need=children").target.measures.coverage, 0.4830, 0.0001);
    check(missed("place=england&rank=need&need=older").target.measures.coverage, 0.3498, 0.0001);
}

#[test]
fn every_table_covers_every_area_and_authority_of_england() {
    for table in tables() {
        let figures = BuiltIn::read(table);
        let expect = match table.edition {
            Edition::Iod2019 => (317, 32_844),
            Edition::Iod2025 => (296, 33_755),
        };
        let what = table.path(Part::England);
        let mut codes: Vec<AuthorityCode> = figures.stand_ins().map(|row| row.block.authority).collect();
        codes.sort_unstable();
        assert_eq!(codes.len(), expect.0, "{what}");
        assert!(figures.list.0.iter().map(|authority| authority.code).eq(codes), "{what}");
        let mut all = 0.0;
        for row in figures.stand_ins() {
            let areas = row.total().areas;
            check(areas, areas.round(), 0.001);
            all += areas.round();
        }
        assert_eq!(all, f64::from(expect.1), "{what}");
    }
}

#[test]
fn authorities_add_up_to_england_to_the_tenth_of_a_person() {
    for table in tables() {
        let figures = BuiltIn::read(table);
        let what = table.path(Part::England);
        let england = figures.england();
        let sum = |of: fn(&Counts) -> f64| figures.stand_ins().map(|row| of(&row.total())).sum::<f64>();
        check(sum(|c| c.people), england.total().people, 1e-3);
        check(sum(|c| c.in_need), england.total().in_need, 1e-3);
        for step in 0..=100 {
            let areas: f64 = figures.stand_ins().map(|row| row.areas_within[step]).sum();
            // Areas that tie across a per cent are shared out between the two, to four decimals.
            assert!((areas - england.areas_within[step]).abs() < 0.02, "{what}: {areas} areas within {step}%");
        }
    }
}

#[test]
fn england_has_the_totals_that_the_figures_page_tells() {
    for totals in ENGLAND {
        let EnglandTotals { edition, need, people, in_need, .. } = totals;
        let england = BuiltIn::read(Table { edition, need, rank: RankBy::Imd }).england().total();
        check(england.people, f64::from(people), 0.5);
        check(england.in_need, f64::from(in_need), 0.5);
        assert!((0.0..0.03).contains(&totals.above_the_counts()), "{totals:?}");
    }
}

#[test]
fn no_stretch_holds_more_need_than_people_or_people_without_areas() {
    for table in tables() {
        let figures = BuiltIn::read(table);
        for row in figures.stand_ins().chain([figures.england()]) {
            for pair in row.knots.windows(2) {
                let held = pair[1] - pair[0];
                let is_possible = held.in_need <= held.people + 1e-6 && held.in_need >= 0.0 && held.areas > 0.0;
                assert!(is_possible, "{} in {}: {held:?}", row.block.authority, table.path(Part::England));
            }
        }
    }
}

#[test]
fn the_order_of_areas_does_not_change_how_many_people_there_are() {
    for need in NeedMeasure::ALL.map(NeedMeasure::key) {
        let by = |rank: &str| missed(&format!("place=england&need={need}&rank={rank}"));
        let (by_imd, by_need) = (by("imd"), by("need"));
        // Some 6,000 counts, each rounded to a tenth.
        check(by_need.people, by_imd.people, 10.0);
        check(by_need.in_need, by_imd.in_need, 10.0);
    }
}
