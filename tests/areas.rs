//! Units one by one: what a cut holds of each, a target by name, and where those are who are missed.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use std::path::PathBuf;
use std::{env, fs};

use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::table::{Answers, Table};
use who_gets_missed::data::{NeedMeasure, Population, RankBy, Resolution};
use who_gets_missed::model::Unit;
use who_gets_missed::results::RankedPlace;
use who_gets_missed::results::areas::{AreasResult, ListedUnit, UnitList};
use who_gets_missed::results::areas_list::{Look, Which};
use who_gets_missed::results::own_units::{ReadUnits, read_units};
use who_gets_missed::scenario::{CodeList, Percent, Scenario};
use who_gets_missed::words::areas as words;

const SCHOOLS: &str = "URN,School,Pupils,Eligible pupils\n\
    101,Ash,100,50\n102,Birch,200,60\n103,Cedar,400,40\n104,Damson,300,6\n105,Elm,100,0\n";

/// A link worked out on the schools.
fn result(query: &str) -> (Scenario, UnitList, AreasResult) {
    let scenario = Scenario::from_query(query).scenario;
    let table = Table::from_text(SCHOOLS).unwrap();
    let ReadUnits::Units(units, _) = read_units(&table, &Answers::default(), RankBy::Need).unwrap() else {
        panic!("asked")
    };
    let list = UnitList::of_table(&units, RankBy::Need).unwrap();
    let place = RankedPlace::new(units.population(RankBy::Need)).unwrap();
    let result = AreasResult::new(&scenario, &place, &list).unwrap();
    (scenario, list, result)
}

#[test]
fn each_unit_is_inside_outside_or_partly_inside() {
    // Two fifths of five schools are Ash and Birch; a half has half of Cedar too.
    let (_, list, found) = result("data=own&view=areas&rank=need&share=40");
    assert_eq!(
        list.units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>(),
        ["Ash", "Birch", "Cedar", "Damson", "Elm"]
    );
    assert_eq!(found.inside, [1.0, 1.0, 0.0, 0.0, 0.0]);
    let (_, _, half) = result("data=own&view=areas&rank=need&share=50");
    assert_eq!(half.inside, [1.0, 1.0, 0.5, 0.0, 0.0]);
    // Missed: 20 of Cedar and 6 of Damson; half of the 26 are in Cedar.
    assert_eq!((half.units_with_missed, half.units_with_half_of_missed), (2, 1));
    assert_eq!(half.by_missed, [2, 3]);
    let sum: f64 = (0..5).map(|at| half.missed(&half_list(), at)).sum();
    assert!((sum - half.all_missed()).abs() < 1e-9);
}

fn half_list() -> UnitList {
    result("data=own&view=areas&rank=need&share=50").1
}

#[test]
fn a_unit_is_taken_in_by_the_least_target_that_says_so_and_by_none_below_it() {
    for choices in ["", "&basis=people"] {
        let (scenario, list, _) = result(&format!("data=own&view=areas&rank=need{choices}"));
        let place = RankedPlace::new(population(&list)).unwrap();
        for (at, unit) in list.units.iter().enumerate() {
            let least = AreasResult::share_taking(&scenario, &place, unit).unwrap();
            let inside = |tenths: u16| {
                let scenario = Scenario { share: Percent::from_tenths(tenths), ..scenario.clone() };
                AreasResult::new(&scenario, &place, &list).unwrap().inside[at]
            };
            assert!(inside(least.tenths()) > 1.0 - 1e-9 && inside(least.tenths() - 1) < 1.0, "{} {least}", unit.name);
        }
    }
    // The third of five schools ends at 60% of them, and at 700 of 1,100 pupils, 63.64%.
    let (scenario, list, _) = result("data=own&view=areas&rank=need&basis=people");
    let place = RankedPlace::new(population(&list)).unwrap();
    assert_eq!(AreasResult::share_taking(&scenario, &place, &list.units[2]).unwrap().to_string(), "63.7");
}

fn population(list: &UnitList) -> Population {
    let unit = |unit: &ListedUnit| Unit { counts: unit.counts, order: unit.order, national: None };
    let units = list.units.iter().map(unit).collect();
    Population { units, squared_need: 0.0, resolution: Resolution::Areas, is_joined: false, band: 0 }
}

#[test]
fn what_a_cut_holds_is_what_its_units_hold() {
    for query in ["share=0", "share=17.3", "share=60&whole=1", "share=33&basis=people", "share=100"] {
        let (_, list, found) = result(&format!("data=own&view=areas&rank=need&{query}"));
        let held: f64 = list.units.iter().zip(&found.inside).map(|(unit, inside)| unit.counts.in_need * inside).sum();
        assert!((held - found.target.in_need).abs() < 1e-9, "{query}: {held} and {}", found.target.in_need);
    }
}

#[test]
fn a_target_by_name_beside_the_best_and_the_usual_one() {
    let (scenario, list, found) = result("data=own&view=areas&rank=need&share=20&codes=103,101,999,103");
    assert_eq!((found.target.in_need, found.target.people), (90.0, 500.0));
    assert_eq!(found.unknown_codes, ["999"]);
    // The best 500: Ash, Birch and half of Cedar.
    assert_eq!(found.best.unwrap().in_need, 50.0 + 60.0 + 20.0);
    assert_eq!(found.by_cut.in_need, 50.0);
    assert_eq!(words::unknown(&scenario, &found).unwrap(), "1 code is of none of the areas here, and left out: 999.");
    assert!(words::where_missed(&scenario, &found, &list).contains("The most, 60, are in Birch."));
}

/// A made-up list in which many units have as many people in need as others, or nobody.
#[test]
fn those_with_the_most_missed_come_first_whatever_the_target_is() {
    let rows: Vec<String> =
        (0..400_u32).map(|row| format!("{row},{},{}\n", 100 + row % 7, (row * 7919) % 13 % (1 + row % 5))).collect();
    let text = format!("URN,Pupils,Eligible pupils\n{}", rows.concat());
    let ReadUnits::Units(units, _) =
        read_units(&Table::from_text(&text).unwrap(), &Answers::default(), RankBy::Need).unwrap()
    else {
        panic!("asked")
    };
    let list = UnitList::of_table(&units, RankBy::Need).unwrap();
    let place = RankedPlace::new(units.population(RankBy::Need)).unwrap();
    for tenths in (0..=1000).step_by(13) {
        for choices in ["", "&basis=people", "&whole=1"] {
            let query = format!("data=own&view=areas&rank=need&share={}{choices}", f64::from(tenths) / 10.0);
            let scenario = Scenario::from_query(&query).scenario;
            let found = AreasResult::new(&scenario, &place, &list).unwrap();
            let missed = |at: usize| found.missed(&list, at);
            let mut expected: Vec<usize> = (0..list.units.len()).filter(|&at| missed(at) > 0.0).collect();
            expected.sort_by(|&a, &b| missed(b).total_cmp(&missed(a)).then(a.cmp(&b)));
            assert_eq!(found.by_missed.iter().map(|&at| at as usize).collect::<Vec<_>>(), expected, "{query}");
            // So are the rows, with those of nobody missed last, and whatever is looked for.
            let which = Which::ALL[tenths as usize % 3];
            let look = Look { find: "1".to_owned(), which, ..Look::default() };
            let is_looked_for = |at: usize| {
                list.units[at].code.contains('1')
                    && (which != Which::Inside || found.inside[at] > 0.0)
                    && (which != Which::Outside || found.inside[at] < 1.0)
            };
            let mut expected: Vec<usize> = (0..list.units.len()).filter(|&at| is_looked_for(at)).collect();
            expected.sort_by(|&a, &b| missed(b).total_cmp(&missed(a)));
            let rows: Vec<usize> = look.at(&list, &found).iter().map(|&at| at as usize).collect();
            assert_eq!(rows, expected, "{query}");
        }
    }
}

#[test]
fn no_list_reaches_more_than_the_best_one_of_as_many_people() {
    let codes = ["101", "102", "103", "104", "105"];
    for pick in 1..32_usize {
        let picked: Vec<&str> =
            codes.iter().enumerate().filter(|(at, _)| pick >> at & 1 == 1).map(|(_, c)| *c).collect();
        let (_, _, found) = result(&format!("data=own&view=areas&rank=need&codes={}", picked.join(",")));
        let best = found.best.unwrap();
        assert!(best.coverage >= found.target.coverage - 1e-12 && (best.people - found.target.people).abs() < 1e-9);
    }
}

fn official() -> Option<OfficialFile> {
    let folder = env::var_os("MISSED_TEST_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let path = folder.join("iod2019/File_7_IoD2019_rebuilt_29_columns.csv");
    match fs::read(&path) {
        Ok(bytes) => Some(Importer::read(&bytes).unwrap()),
        Err(_) => {
            eprintln!("skipped: there is no {}", path.display());
            None
        }
    }
}

#[test]
fn the_areas_of_the_official_fifth_by_name_are_the_national_cut() {
    let Some(file) = official() else { return };
    let codes: Vec<_> = file.authorities.iter().map(|authority| authority.code).collect();
    let place = RankedPlace::new(file.population(&codes, NeedMeasure::Income, RankBy::Imd).unwrap()).unwrap();
    let list = UnitList::of_file(&file, &codes, NeedMeasure::Income, RankBy::Imd);
    let cut = Scenario::from_query("view=areas&place=england&share=20").scenario;
    let by_cut = AreasResult::new(&cut, &place, &list).unwrap();
    let inside = list.units.iter().zip(&by_cut.inside).filter(|(_, inside)| **inside > 0.0);
    let named: Vec<&str> = inside.map(|(unit, _)| unit.code.as_str()).collect();
    assert_eq!(named.len(), 6568);
    let by_name = Scenario { codes: CodeList::of(&named.join("\n")), ..cut };
    let by_name = AreasResult::new(&by_name, &place, &list).unwrap();
    assert_eq!(by_name.target, by_cut.target);
    assert_eq!(by_name.inside, by_cut.inside);
    assert!(list.units.iter().all(|unit| unit.code.len() == 9 && !unit.name.is_empty() && !unit.council.is_empty()));
}
