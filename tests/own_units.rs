//! A table of one's own as units of which some are targeted: twelve schools worked out by hand, the official school file, and an
//! official file of areas read as any table, which gives what it gives as itself.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use std::path::PathBuf;
use std::sync::Arc;
use std::{env, fs};

use serde_json::Value as Json;
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::table::{Answers, Role, Table, TableError, Targetable, TargetsError};
use who_gets_missed::data::{NeedMeasure, RankBy};
use who_gets_missed::export::document;
use who_gets_missed::results::areas::{AreasResult, UnitList};
use who_gets_missed::results::own_units::{OwnTable, ReadUnits, UnitsError, id_of, read_units};
use who_gets_missed::results::report::{NoReport, PlaceInput, Report};
use who_gets_missed::results::{Compared, RankedPlace, TargetingResult};
use who_gets_missed::scenario::{OwnUnits, Scenario, TableId};
use who_gets_missed::words::own_units::usual_names;
use who_gets_missed::words::share;
use who_gets_missed::words::table::first_headings;

/// An official file where there is one.
fn official(path: &str) -> Option<Vec<u8>> {
    let folder = env::var_os("MISSED_TEST_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let read = fs::read(folder.join(path)).ok();
    if read.is_none() {
        eprintln!("skipped: no {path} in {}", folder.display());
    }
    read
}

/// Twelve schools. In the order of the share of pupils who are eligible: K 50%, A 45%, C 40%, B 32%, H 30%, D 25%, G 20%, E 12.5%,
/// F 10%, J 8%, I 5%, L 0%.
const SCHOOLS: &str = "School,Pupils,Eligible pupils,IDACI score\n\
    A,100,45,0.40\nB,250,80,0.31\nC,150,60,0.38\nD,200,50,0.22\nE,400,50,0.12\nF,300,30,0.11\n\
    G,100,20,0.19\nH,100,30,0.35\nI,500,25,0.05\nJ,250,20,0.07\nK,50,25,0.29\nL,100,0,0.02\n";

fn table(text: &str) -> Table {
    Table::from_text(text).unwrap()
}

fn units(text: &str, rank: RankBy) -> Targetable {
    match read_units(&table(text), &Answers::default(), rank).unwrap() {
        ReadUnits::Units(units, _) => units,
        ReadUnits::Asked(questions) => panic!("{questions:?}"),
    }
}

/// What a link comes to on a table.
fn result(query: &str, text: &str) -> Json {
    let mut scenario = Scenario::from_query(query).scenario;
    let (table, id) = (table(text), TableId::of(text));
    let ReadUnits::Units(units, reading) = read_units(&table, &scenario.gap.reading, scenario.rank).unwrap() else {
        panic!("{query} asks")
    };
    scenario.use_table(&units, id, usual_names(&units));
    let table = Arc::new(OwnTable { units, reading: Some(*reading), id });
    let place = |_, rank| PlaceInput::of_table(table.clone(), rank);
    let none = || panic!("{query} is about something else");
    let report: Result<Report, NoReport> = Report::new(&scenario, place, |_, _| none(), || panic!("no rows"));
    report.unwrap().with(|shown| document(shown).unwrap())
}

#[track_caller]
fn close(found: &Json, expect: f64) {
    let found = found.as_f64().unwrap();
    assert!((found - expect).abs() <= 1e-12, "{found}, expected {expect}");
}

#[test]
fn twelve_schools_worked_out_by_hand() {
    let by_need = result("data=own&rank=need&share=25", SCHOOLS);
    // A quarter of twelve schools: K, A and C, with 130 of 435 eligible pupils and 300 of 2,500.
    close(&by_need["target"]["in_need"], 130.0);
    close(&by_need["target"]["coverage"], 130.0 / 435.0);
    close(&by_need["target"]["people_share"], 300.0 / 2500.0);
    close(&by_need["target"]["lift"], (130.0 / 435.0) / (300.0 / 2500.0));
    // A fifth is 2.4 schools: K, A and two fifths of C; or three whole ones.
    close(&result("data=own&rank=need&share=20", SCHOOLS)["target"]["in_need"], 70.0 + 0.4 * 60.0);
    close(&result("data=own&rank=need&share=20&whole=1", SCHOOLS)["target"]["in_need"], 130.0);
    // By pupils: a fifth of 2,500 is 500, all of K, A, C and 200 of the 250 of B.
    close(&result("data=own&rank=need&share=20&basis=people", SCHOOLS)["target"]["in_need"], 130.0 + 0.8 * 80.0);
    // In the order of the score: A, C and H.
    close(&result("data=own&share=25", SCHOOLS)["target"]["in_need"], 45.0 + 60.0 + 30.0);
}

#[test]
fn the_page_speaks_of_schools_and_of_nothing_else() {
    for query in ["data=own&rank=need&share=25", "data=own&share=25&basis=people", "data=own&view=strategies"] {
        let found = result(query, SCHOOLS);
        let says = found["says"].to_string();
        assert!(says.contains("pupils in need"), "{says}");
        for other in ["areas", "England", "nationally", "locally", "low incomes", "residents", "lives", "live in"] {
            assert!(!says.contains(other), "{query}: “{other}” in {says}");
        }
        assert_eq!((&found["data"], &found["place"]), (&"own".into(), &Json::Null));
    }
    let named = "data=own&share=25&unit-name=clinics&people-name=visitors&need-name=visitors+on+Universal+Credit";
    let says = result(named, SCHOOLS)["says"]["headline"].to_string();
    assert!(says.contains("quarter of clinics") && says.contains("visitors on Universal Credit"), "{says}");
}

#[test]
fn what_is_passed_on_says_that_the_table_is_not_in_the_link() {
    let worked = |query: &str| {
        let mut scenario = Scenario::from_query(query).scenario;
        let found = units(SCHOOLS, RankBy::Need);
        scenario.use_table(&found, TableId::of(SCHOOLS), usual_names(&found));
        let place = RankedPlace::new(found.population(scenario.rank)).unwrap();
        let result = Compared::new(&scenario, &place).unwrap();
        (share::sentence(&scenario, &result), share::target(&scenario))
    };
    let (sentence, target) = worked("data=own&rank=need&share=25");
    assert!(
        sentence.ends_with("whoever opens it adds that table.") && !sentence.contains("official file"),
        "{sentence}"
    );
    assert_eq!(target, "25% of its own schools most in need");
    // Of a target by name nothing is said that is true of the cut alone.
    let (sentence, target) = worked("data=own&view=areas&rank=need&codes=A,B,C");
    assert_eq!(target, "3 schools by name");
    assert!(!sentence.contains("most"), "{sentence}");
}

#[test]
fn every_number_that_is_not_there_says_why() {
    for view in ["missed", "strategies", "areas"] {
        let found = result(&format!("data=own&view={view}&rank=need"), SCHOOLS);
        let reasons = found["reasons"].as_object().unwrap();
        for (name, value) in found.as_object().unwrap() {
            assert!(!value.is_null() || reasons.contains_key(name), "{view}: {name} is not there, and no reason");
        }
    }
}

#[test]
fn columns_are_proposed_by_headings_and_values() {
    let check = |text: &str, people: f64, in_need: f64, order: Option<&str>| {
        let found = units(text, RankBy::Need);
        let sum = |of: fn(&who_gets_missed::data::table::TargetUnit) -> f64| found.units.iter().map(of).sum::<f64>();
        assert_eq!((sum(|unit| unit.people), found.order_heading.as_deref()), (people, order), "{text}");
        assert!((sum(|unit| unit.in_need) - in_need).abs() < 1e-9, "{text}");
    };
    check(
        "Ward,Households,Households in need,IMD score\nN,1200,300,45\nS,800,90,12\n",
        2000.0,
        390.0,
        Some("IMD score"),
    );
    check("Area,Children,Children in poverty\nN,120,30\nS,80,9\n", 200.0, 39.0, None);
    check(
        "Practice,List size,Income deprived patients,IMD decile\nN,1200,300,1\nS,800,90,9\n",
        2000.0,
        390.0,
        Some("IMD decile"),
    );
    // Shares and per cent of people stand for numbers.
    check("Area,Population,Poverty rate (%),Rank\nN,200,20,1\nS,100,5,2\n", 300.0, 45.0, Some("Rank"));
    check("Area,Population,Share in poverty,Rank\nN,200,0.2,1\nS,100,0.05,2\n", 300.0, 45.0, Some("Rank"));
    check("Area,Population,In poverty,Rank\nN,200,20%,1\nS,100,5%,2\n", 300.0, 45.0, Some("Rank"));
}

#[test]
fn what_a_table_does_not_say_is_asked_or_refused() {
    let read = |text: &str, rank| read_units(&table(text), &Answers::default(), rank);
    let no_column = |role| Err(UnitsError::Table(TableError::NoColumn(role)));
    assert_eq!(read("Ward,Households,IMD score\nN,1200,45\nS,800,12\n", RankBy::Imd), no_column(Role::Events));
    let needs_people = "Ward,Households in need,IMD score\nN,300,45\nS,90,12\n";
    assert!(matches!(read(needs_people, RankBy::Imd), Err(UnitsError::Table(TableError::NoColumn(_)))));
    // Which end of a quintile is deprived is asked where it is the order, and only there.
    let quintiles = "Ward,Pupils,Eligible pupils,Quintile\nN,300,45,1\nS,90,12,2\nE,90,14,3\nW,80,3,4\nM,80,4,5\n";
    assert!(matches!(read(quintiles, RankBy::Imd).unwrap(), ReadUnits::Asked(_)));
    assert!(matches!(read(quintiles, RankBy::Need).unwrap(), ReadUnits::Units(..)));
    let more = read("Ward,Pupils,Eligible pupils\nNorth,300,45\nSouth,9,12\n", RankBy::Need);
    assert!(matches!(more, Err(UnitsError::Targets(TargetsError::MoreThanPeople(row))) if row.name == "South"));
    let rate = read("Area,Population,Admissions rate per 1000,Rank\nN,200,20,1\nS,100,5,2\n", RankBy::Imd);
    assert!(matches!(rate, Err(UnitsError::Targets(TargetsError::NoShare(_)))), "{rate:?}");
}

#[test]
fn an_order_whose_deprived_end_is_not_known_is_no_order() {
    let quintiles = "Ward,Pupils,Eligible pupils,Quintile\nN,300,45,1\nS,90,12,2\nE,90,14,3\nW,80,3,4\nM,80,4,5\n";
    let found = units(quintiles, RankBy::Need);
    assert_eq!((found.order_heading.as_deref(), found.rank(RankBy::Imd)), (Some("Quintile"), RankBy::Need));
}

#[test]
fn columns_of_units_are_called_what_they_hold() {
    let read = |rank| read_units(&table(SCHOOLS), &Answers::default(), rank).unwrap();
    let ReadUnits::Units(_, reading) = read(RankBy::Imd) else { panic!("nothing is to be asked") };
    assert!(!reading.has_guesses());
    let names = first_headings(&reading).join(" ");
    assert!(names.contains("All people: “Pupils”") && names.contains("People in need: “Eligible pupils”"), "{names}");
}

#[test]
fn a_table_has_one_name_however_it_is_written() {
    let id = |text: &str| id_of(&table(text));
    assert_eq!(id(SCHOOLS), id(&SCHOOLS.replace('\n', "\r\n").replace(',', "\t")));
    assert_ne!(id(SCHOOLS), id(&SCHOOLS.replace("A,100", "A,101")));
    // Links name it for ever. By Python's hashlib: headings and cells, a tab after each, and after each end of a line.
    assert_eq!(id(SCHOOLS).to_string(), "cc66c94e");
}

#[test]
fn rows_without_a_number_are_left_out_and_counted() {
    let found = units("School,Pupils,Eligible pupils\nA,100,20\nB,80,z\nC,90,c\nD,,5\nE,60,6\n", RankBy::Need);
    assert_eq!((found.units.len(), found.left_out), (2, 3));
    assert_eq!(found.rank(RankBy::Imd), RankBy::Need);
}

#[test]
fn a_link_names_its_table_and_the_words_for_it() {
    let mut scenario = Scenario::from_query("v=2&place=E07000008&need=children&share=30").scenario;
    let found = units(SCHOOLS, RankBy::Need);
    scenario.use_table(&found, TableId::of(SCHOOLS), usual_names(&found));
    let OwnUnits { units, people, in_need, .. } = &scenario.own;
    assert_eq!(units.as_deref(), Some("schools"));
    assert_eq!((people.as_deref(), in_need.as_deref()), (Some("pupils"), Some("pupils in need")));
    // What the person calls them stays.
    scenario.own.units = Some("academies".to_owned());
    scenario.use_table(&found, TableId::of(SCHOOLS), usual_names(&found));
    assert_eq!(scenario.own.units.as_deref(), Some("academies"));
}

/// Department for Education, *Schools, pupils and their characteristics 2022/23*; worked out with pandas from the same file.
#[test]
fn the_official_school_file() {
    let Some(bytes) = official("schools/spc_school_level_202223_Cambs_Pboro.csv") else { return };
    let text = String::from_utf8(bytes).unwrap();
    let split = result("data=own&rank=need&share=20", &text);
    assert_eq!((split["units"].as_f64(), split["reading"]["left_out"].as_u64()), (Some(349.0), Some(38)));
    let percent = |value: &Json| (value.as_f64().unwrap() * 1000.0).round() / 10.0;
    assert_eq!(percent(&split["target"]["coverage"]), 30.6);
    assert_eq!(percent(&split["target"]["people_share"]), 16.7);
    assert_eq!(percent(&result("data=own&rank=need&share=20&whole=1", &text)["target"]["coverage"]), 30.9);
}

#[test]
fn an_official_file_read_as_any_table_gives_what_it_gives_as_itself() {
    let Some(bytes) = official("iod2019/File_7_IoD2019_rebuilt_29_columns.csv") else { return };
    let file: OfficialFile = Importer::read(&bytes).unwrap();
    let codes: Vec<_> = file.authorities.iter().map(|authority| authority.code).collect();
    let official = RankedPlace::new(file.population(&codes, NeedMeasure::Income, RankBy::Imd).unwrap()).unwrap();
    let own = units(&String::from_utf8(bytes).unwrap(), RankBy::Imd);
    assert_eq!(own.units.len(), file.areas.len());
    assert!(own.has_councils() && own.units.iter().all(|unit| unit.code.starts_with("E01")));
    let lists = [
        UnitList::of_file(&file, &codes, NeedMeasure::Income, RankBy::Imd),
        UnitList::of_table(&own, RankBy::Imd).unwrap(),
    ];
    let names = lists.each_ref().map(|list| list.units.iter().map(|unit| (unit.label(), &unit.council)));
    let [of_file, of_table] = names;
    assert!(of_file.eq(of_table));
    let own = RankedPlace::new(own.population(RankBy::Imd)).unwrap();
    for query in ["cut=local", "cut=local&share=7.3&basis=people", "cut=local&share=33&whole=1"] {
        let scenario = Scenario::from_query(query).scenario;
        let [official, own] = [&official, &own].map(|place| TargetingResult::new(&scenario, place).unwrap());
        assert_eq!(official.target, own.target, "{query}");
        assert_eq!((official.local, official.to_reach), (own.local, own.to_reach), "{query}");
    }
    // One by one too, also by name.
    for query in ["cut=local&share=7.3&basis=people", "cut=local&codes=E01017948,E01005278,E01000001"] {
        let scenario = Scenario::from_query(&format!("v=2&view=areas&{query}")).scenario;
        let one_by_one = |(place, list)| AreasResult::new(&scenario, place, list).unwrap();
        let [official, own] = [(&official, &lists[0]), (&own, &lists[1])].map(one_by_one);
        assert!(official == own && own.target.in_need > 0.0, "{query}");
    }
}
