//! The built-in bands of schools are what the project makes of the published figures, as near to those of single schools as the page
//! says, and spoken of as what they are.
//!
//! The figures of single schools are not part of the project. The tests look for them in the folder that `MISSED_TEST_DATA` names,
//! else in `../shared/data`, and say that they are skipped where they are not there.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use serde_json::Value as Json;
use who_gets_missed::data::Population;
use who_gets_missed::data::make_schools::{SchoolFileError, schools_csv};
use who_gets_missed::data::schools::{SCHOOLS, Schools};
use who_gets_missed::data::table::{Table, TargetUnit, Targetable};
use who_gets_missed::data::{RankBy, Resolution};
use who_gets_missed::export::document;
use who_gets_missed::model::squared_need_per_person;
use who_gets_missed::results::own_units::OwnTable;
use who_gets_missed::results::report::{NoReport, PlaceInput, Report};
use who_gets_missed::results::{Compared, RankedPlace, TargetingResult};
use who_gets_missed::scenario::{Percent, Scenario, ToQuery};
use who_gets_missed::words::{edition, place, share};

const FILE: &str = "schools/spc_school_level_202223_Cambs_Pboro.csv";

fn published() -> Option<Vec<u8>> {
    let folder = env::var_os("MISSED_TEST_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let read = fs::read(folder.join(FILE)).ok();
    if read.is_none() {
        eprintln!("skipped: no {FILE} in {}", folder.display());
    }
    read
}

/// What a link comes to.
fn result(query: &str) -> Json {
    let scenario = Scenario::from_query(query).scenario;
    let table = Arc::new(OwnTable::of_schools(scenario.schools().unwrap()).unwrap());
    let place = |_, rank| PlaceInput::of_table(table.clone(), rank);
    let none = || panic!("{query} is about something else");
    let report: Result<Report, NoReport> = Report::new(&scenario, place, |_, _| none(), || panic!("no rows"));
    report.unwrap().with(|shown| document(shown).unwrap())
}

#[track_caller]
fn near(found: &Json, expect: f64) {
    let found = found.as_f64().unwrap();
    assert!((found - expect).abs() <= 1e-6, "{found}, expected {expect}");
}

#[test]
fn the_bands_shipped_are_what_the_project_makes_of_the_schools_to_the_last_byte() {
    let Some(bytes) = published() else { return };
    assert_eq!(schools_csv(&bytes).unwrap(), SCHOOLS, "run the example schools again");
}

/// Worked out from the published file by itself in Python: schools in the order of their share, the last of a fifth in part.
#[test]
fn the_fifth_of_schools_with_the_highest_share_of_eligible_pupils() {
    for (schools, number, pupils, eligible, coverage, people_share) in [
        ("schools-2023", 349.0, 132_403.0, 30_044.0, 0.305_904_673, 0.167_089_870),
        ("primary-schools-2023", 271.0, 73_779.0, 17_407.0, 0.393_818_579, 0.229_249_515),
        ("secondary-schools-2023", 49.0, 55_383.0, 11_469.0, 0.266_160_956, 0.155_470_090),
    ] {
        let found = result(&format!("data=own&table={schools}"));
        near(&found["target"]["coverage"], coverage);
        near(&found["target"]["people_share"], people_share);
        for (key, expect) in [("units", number), ("people", pupils), ("in_need", eligible)] {
            assert!((found[key].as_f64().unwrap() - expect).abs() < 0.5, "{schools}, {key}: {}", found[key]);
        }
        let says = &found["says"];
        let share = format!("{:.1}%", 100.0 * coverage);
        assert!(says.to_string().contains(&share) && !says["headline"].to_string().contains("bout"), "{says}");
    }
}

#[test]
fn no_band_is_of_fewer_than_three_schools_and_none_holds_more_eligible_pupils_than_pupils() {
    for schools in Schools::ALL {
        let bands = schools.bands().unwrap();
        assert_eq!(bands.units.len(), 100 / usize::from(schools.step()));
        for TargetUnit { units, people, in_need, squared_need, .. } in &bands.units {
            assert!(*units > 3.0 && in_need <= people && *squared_need <= *in_need);
            // Schools that differ have at least what one school with their mean would have.
            assert!(*squared_need >= squared_need_per_person(*people, *in_need) - 0.001);
        }
    }
    let few = "phase_type_grouping,headcount of pupils,number of pupils known to be eligible for free school meals\n\
               State-funded primary,100,20\nState-funded primary,50,z\n";
    assert_eq!(schools_csv(few.as_bytes()), Err(SchoolFileError::TooFew(1)));
    assert!(matches!(schools_csv(b"phase_type_grouping\n"), Err(SchoolFileError::NoColumn("headcount of pupils"))));
}

fn single(bytes: &[u8], phase: Option<&str>) -> Population {
    let table = Table::from_text(std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}')).unwrap();
    let column = |name: &str| table.headings().iter().position(|heading| heading == name).unwrap();
    let phases = column("phase_type_grouping");
    let numbers =
        [column("headcount of pupils"), column("number of pupils known to be eligible for free school meals")];
    let school = |row: usize| {
        let [people, in_need] = numbers.map(|column| table.cell(row, column).parse::<f64>().ok());
        let (people, in_need) = (people?, in_need?);
        let is_meant = phase.is_none_or(|phase| phase == table.cell(row, phases)) && people > 0.0;
        let squared_need = squared_need_per_person(people, in_need);
        is_meant.then(|| TargetUnit { units: 1.0, people, in_need, squared_need, ..TargetUnit::default() })
    };
    Targetable::of_bands((0..table.len()).filter_map(school).collect(), 0).population(RankBy::Need)
}

#[test]
fn every_target_is_as_near_to_that_of_single_schools_as_the_page_says() {
    let Some(bytes) = published() else { return };
    for (schools, phase) in [
        (Schools::All, None),
        (Schools::Primary, Some("State-funded primary")),
        (Schools::Secondary, Some("State-funded secondary")),
    ] {
        let exact = RankedPlace::new(single(&bytes, phase)).unwrap();
        let bands = RankedPlace::new(schools.bands().unwrap().population(RankBy::Need)).unwrap();
        assert!((exact.between_area_share.unwrap() - bands.between_area_share.unwrap()).abs() < 1e-6);
        let mut furthest: f64 = 0.0;
        for tenths in 0..=1000 {
            for basis in ["areas", "people"] {
                let query =
                    format!("data=own&table={}&share={}&basis={basis}", schools.key(), f64::from(tenths) / 10.0);
                let scenario = Scenario::from_query(&query).scenario;
                let [exact, near] = [&exact, &bands].map(|place| TargetingResult::new(&scenario, place).unwrap());
                let off = |of: fn(&TargetingResult) -> f64| (of(&exact) - of(&near)).abs() * 100.0;
                let off = f64::max(off(|r| r.target.measures.coverage), off(|r| r.target.measures.people_share));
                furthest = furthest.max(off);
                assert!(off <= if near.is_approximate { schools.within() } else { 1e-4 }, "{query}: {off}");
                assert!(exact.resolution == Resolution::Areas && near.resolution == Resolution::Bands);
            }
        }
        // What is said is not further than it has to be either.
        assert!(furthest > schools.within() - 0.1, "{schools:?}: {furthest}");
    }
}

#[test]
fn the_page_speaks_of_built_in_schools_and_of_nobody_s_own_table() {
    for schools in Schools::ALL {
        for choices in
            ["", "&share=25", "&share=33.3", "&share=15&basis=people", "&share=7&whole=1", "&view=strategies"]
        {
            let query = format!("data=own&table={}{choices}", schools.key());
            let says = result(&query)["says"].to_string();
            assert!(says.contains("pupils eligible for free school meals"), "{says}");
            for other in [
                "areas",
                "England",
                "nationally",
                "low incomes",
                "residents",
                "lives",
                "live in",
                "you added",
                "own table",
            ] {
                assert!(!says.contains(other), "{query}: “{other}” in {says}");
            }
            let scenario = Scenario::from_query(&query).scenario;
            let source = edition::source_of(&scenario);
            assert!(
                source.contains("Department for Education") && source.contains("Open Government Licence"),
                "{source}"
            );
            assert!(!source.contains("adds the table"));
            assert!(place::own_table(&scenario).contains("Cambridgeshire and Peterborough"));
            let bands = RankedPlace::new(schools.bands().unwrap().population(RankBy::Need)).unwrap();
            let passed_on = share::sentence(&scenario, &Compared::new(&scenario, &bands).unwrap());
            assert!(!passed_on.contains("not in the link"), "{passed_on}");
        }
    }
}

#[test]
fn a_link_to_schools_is_short_and_leads_back_to_itself() {
    for schools in Schools::ALL {
        let page = Scenario::of_schools(schools);
        let query = page.to_query();
        assert!(query.len() < 80, "{query}");
        assert_eq!(Scenario::from_query(&query).scenario, page);
        assert_eq!(page.share, Percent::from_share(0.2));
        // Bands have one order, and none in England.
        let other = Scenario::from_query(&format!("data=own&table={}&cut=national&rank=imd", schools.key())).scenario;
        assert_eq!((other.cut, other.rank), (page.cut, page.rank));
    }
}

#[test]
fn one_by_one_there_are_none() {
    let scenario = Scenario::of_schools(Schools::Primary).at(who_gets_missed::scenario::View::Areas);
    let table = Arc::new(OwnTable::of_schools(Schools::Primary).unwrap());
    let place = |_, rank| PlaceInput::of_table(table.clone(), rank);
    let report: Result<Report, NoReport> =
        Report::new(&scenario, place, |_, _| panic!("no councils"), || panic!("no rows"));
    assert!(matches!(report, Err(NoReport::NoUnits)));
    assert!(who_gets_missed::words::areas::no_units(&scenario).contains("bands of several schools"));
}
