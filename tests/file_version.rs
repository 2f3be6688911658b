//! A corrected file has the name and headings of the one before. What can be known of a file tells them apart: its bytes, and
//! what it adds up to beside the figures that came with the page. Page, saved files and `evaluate` say it alike.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod file7;
    pub mod printed;
}

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Value, json};
use support::file7::{File7, MadeUpArea, areas};
use support::printed::run;
use who_gets_missed::data::official::{Beside, Importer, OfficialFile};
use who_gets_missed::data::reconciliation::{ENGLAND, EnglandTotals, IN_NEED_IN_FILES};
use who_gets_missed::data::{Edition, NeedMeasure, Places, RankBy};
use who_gets_missed::export::{Origin, results_csvw, results_json};
use who_gets_missed::results::gap_measures::RowsIn;
use who_gets_missed::results::report::{NoReport, PlaceInput, Report};
use who_gets_missed::scenario::Scenario;
use who_gets_missed::words::{file_version, import};

fn read(text: &str) -> OfficialFile {
    Importer::read(text.as_bytes()).unwrap()
}

/// People and people in need of made-up areas, in whole people.
fn summed(areas: &[MadeUpArea], need: NeedMeasure) -> (i64, i64) {
    let of = areas.iter().map(|area| area.needs[need.index()]);
    let people: i64 = of.clone().map(|need| i64::from(need.people)).sum();
    let thousandths: i64 = of.map(|need| i64::from(need.people) * i64::from(need.rate)).sum();
    (people, (thousandths + 500) / 1000)
}

fn england(edition: Edition, need: NeedMeasure) -> EnglandTotals {
    ENGLAND.into_iter().find(|of| of.edition == edition && of.need == need).unwrap()
}

#[test]
fn files_whose_bytes_differ_have_different_checksums_in_whatever_pieces_they_come() {
    let text = File7::new(Edition::Iod2025, &areas(12)).csv();
    // By `sha256sum`, of the same bytes.
    let one = "f2adc45336ee018008ea53d8d208f4664d4ac383d76bdd7aff3657ddce04abb7";
    assert_eq!(read(&text).version.checksum.to_string(), one);
    let mut importer = Importer::default();
    text.as_bytes().chunks(1000).for_each(|piece| importer.push(piece).unwrap());
    assert_eq!(importer.finish().unwrap().version.checksum.to_string(), one);
    for other in [format!("{text}\n"), text.replace('\n', "\r\n"), text.replacen("1400", "1401", 1)] {
        assert_ne!(read(&other).version.checksum.to_string(), one);
    }
}

#[test]
fn the_totals_of_a_whole_file_stand_beside_the_built_in_ones() {
    for edition in Edition::ALL {
        let areas = areas(edition.areas_in_england());
        let version = read(&File7::new(edition, &areas).csv()).version;
        assert_eq!((version.areas, version.councils, version.is_all_england), (areas.len(), 3, true));
        for (totals, need) in version.totals.iter().zip(NeedMeasure::ALL) {
            let (people, in_need) = summed(&areas, need);
            let england = england(edition, need);
            let official = england.official_people.map(|official| people - i64::from(official));
            let expect = Beside {
                more_people: people - i64::from(england.people),
                more_in_need: in_need - i64::from(IN_NEED_IN_FILES[edition.index()][need.index()]),
                more_than_official: official,
            };
            assert_eq!((totals.need, totals.people as i64, totals.beside_built_in), (need, people, Some(expect)));
        }
        assert_eq!(version.totals.len(), NeedMeasure::COUNT);
    }
}

/// All of England with as many people on low incomes among as many people as this; no other need.
fn with_income(edition: Edition, people: u32, in_need: u32) -> OfficialFile {
    let header = File7::new(edition, &[]).headers;
    let needed = [
        "LSOA code",
        "Local Authority District",
        "Index of Multiple Deprivation (IMD) Rank",
        "Income Score",
        "Total pop",
    ];
    let is_needed = |header: &&String| needed.iter().any(|start| header.starts_with(start));
    let mut text = header.iter().filter(is_needed).map(String::as_str).collect::<Vec<_>>().join(",");
    let of = edition.areas_in_england();
    // Whole areas in which everybody is in need, and one with the rest.
    let mut left = in_need;
    for number in 1..=of {
        let here = people / of + if number == 1 { people % of } else { 0 };
        let in_need_here = left.min(here);
        left -= in_need_here;
        let rate = f64::from(in_need_here) / f64::from(here);
        write!(text, "\nE01{number:06},E07000008,Cambridge,{number},{rate:.12},{here}").unwrap();
    }
    assert_eq!(left, 0);
    read(&text)
}

#[test]
fn what_is_said_of_the_totals_is_true_of_them() {
    let england = england(Edition::Iod2025, NeedMeasure::Income);
    let (people, in_need) = (england.people, IN_NEED_IN_FILES[1][0]);
    let says = |people, in_need| file_version::version(&with_income(Edition::Iod2025, people, in_need).version);
    let same = says(people, in_need);
    assert_eq!(same[1], "England in this file: 13,251,756 people on low incomes among 57,112,146 residents.");
    assert_eq!(same[2..], ["Both numbers are those of the file that the built-in figures were made from."]);
    let beside = "People on low incomes: beside the file that the built-in figures were made from this one has";
    let cases = [
        (people - 17, in_need, "17 fewer residents, and as many in need. Its number of residents is the official one."),
        (
            people,
            in_need + 2_500,
            "as many residents, and 2,500 more in need. Beside the official number it has 17 more residents.",
        ),
        (
            people + 1_000,
            in_need - 1,
            "1,000 more residents, and 1 fewer in need. Beside the official number it has 1,017 more residents.",
        ),
    ];
    for (people, in_need, differ) in cases {
        let said = says(people, in_need);
        assert_eq!(said[2], format!("{beside} {differ}"));
        assert!(said[3].contains("2025 figures were made from the number of people is an estimate"), "{}", said[3]);
    }
    // The people of 2019 are the published ones.
    let england = self::england(Edition::Iod2019, NeedMeasure::Income);
    let said =
        file_version::version(&with_income(Edition::Iod2019, england.people + 5, IN_NEED_IN_FILES[0][0]).version);
    assert_eq!(said[2..], [format!("{beside} 5 more residents, and as many in need.")]);
}

#[test]
fn a_part_of_england_is_not_held_against_all_of_it() {
    let version = read(&File7::new(Edition::Iod2019, &areas(12)).csv()).version;
    assert!(version.totals.iter().all(|totals| totals.beside_built_in.is_none()));
    let (people, in_need) = summed(&areas(12), NeedMeasure::Income);
    let [checksum, first] = &file_version::version(&version)[..] else { panic!("a sentence too many or too few") };
    assert!(checksum.contains(&version.checksum.to_string()[..12]), "{checksum}");
    let number = |number: i64| format!("{},{:03}", number / 1000, number % 1000);
    assert_eq!(
        *first,
        format!(
            "The areas in this file together: {} people on low incomes among {} residents.",
            number(in_need),
            number(people)
        )
    );
}

#[test]
fn a_file_that_takes_the_place_of_another_says_whether_it_is_the_same() {
    let file = read(&File7::new(Edition::Iod2025, &areas(12)).csv());
    let plain = import::success("a.csv", &file, None);
    assert_eq!(plain, "a.csv is in use: English Indices of Deprivation 2025, 12 areas in 3 councils.");
    for (is_same, says) in [(true, "It is the same, byte for byte"), (false, "It is not the same")] {
        let said = import::success("a.csv", &file, Some(is_same));
        assert!(said.starts_with(&format!("{plain} {says}")), "{said}");
    }
}

/// A file of 12 areas, in the folder for what tests leave.
fn kept(name: &str) -> (PathBuf, OfficialFile) {
    let text = File7::new(Edition::Iod2025, &areas(12)).with_cell(0, "Total population", "2000").csv();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, &text).unwrap();
    (path, read(&text))
}

#[test]
fn every_view_that_counts_people_prints_the_version_of_the_file() {
    let (path, file) = kept("version_printed.csv");
    for view in ["missed", "strategies", "population", "incentive"] {
        let output = run(&[&format!("view={view}&place=E07000008&data=iod2025"), path.to_str().unwrap()]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let result: Value = serde_json::from_slice(&output.stdout).unwrap();
        let version = &result["file"];
        assert_eq!(version["sha256"], file.version.checksum.to_string(), "{view}");
        assert_eq!([&version["edition"], &version["all_england"]], [&json!("iod2025"), &json!(false)]);
        assert_eq!([&version["areas"], &version["councils"]], [&json!(12), &json!(3)]);
        assert_eq!(version["totals"][0]["people"], json!(summed(&areas(12), NeedMeasure::Income).0 as f64 + 600.0));
        assert_eq!(version["totals"].as_array().unwrap().len(), 4);
        assert_eq!(result["says"]["file"], json!(file_version::version(&file.version)), "{view}");
    }
}

#[test]
fn what_is_wrong_with_a_file_and_what_was_followed_is_told_beside_the_result() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("version_followed.csv");
    let file = File7::new(Edition::Iod2025, &areas(12)).with_column("Local Authority District code", "E08000038");
    fs::write(&path, file.clone().with_column("Local Authority District name", "Barnsley").csv()).unwrap();
    let output = run(&["place=E08000016&data=iod2025", path.to_str().unwrap()]);
    let result: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&result["resolution"], &result["units"]), (&json!("areas"), &json!(12.0)));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("the code of Barnsley in another year, E08000038"), "{said}");

    fs::write(&path, file.with_cell(4, "LSOA code", "E01035763").csv()).unwrap();
    let output = run(&["place=E08000016&data=iod2025", path.to_str().unwrap()]);
    assert!(!output.status.success() && output.stdout.is_empty());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("version_followed.csv: Line 6 has the area E01035763"), "{said}");
}

#[test]
fn built_in_figures_are_of_no_file() {
    let (path, _) = kept("version_elsewhere.csv");
    // Leeds is not in the file.
    for arguments in [&["place=E07000008&data=iod2025"][..], &["place=E08000035&data=iod2025", path.to_str().unwrap()]]
    {
        let result: Value = serde_json::from_slice(&run(arguments).stdout).unwrap();
        assert_eq!([result.get("file"), result["says"].get("file")], [None; 2], "{arguments:?}");
    }
}

#[test]
fn what_is_saved_of_a_file_names_its_version_too() {
    let (path, file) = kept("version_saved.csv");
    let query = "place=E07000008&data=iod2025";
    let scenario = Scenario::from_query(query).scenario;
    let codes = ["E07000008".parse().unwrap()];
    let population = file.population(&codes, NeedMeasure::Income, RankBy::Imd).unwrap();
    let totals = file.totals(&codes, NeedMeasure::Income);
    let input = PlaceInput::new(population, Places::of(Arc::new(file.authorities.clone())), totals).unwrap();
    let input = PlaceInput { file: Some(file.version.clone()), ..input };
    let every_place = |_, _| Err(NoReport::NoNumbers(scenario.view));
    let report =
        Report::new(&scenario, |_, _| Ok::<_, NoReport>(input), every_place, || Ok(RowsIn::built_in())).unwrap();
    let printed = String::from_utf8(run(&[query, path.to_str().unwrap()]).stdout).unwrap();
    assert_eq!(report.with(|shown| results_json(shown)).unwrap(), printed);
    let origin = Origin { date: "2026-11-25", link: "https://example.org/" };
    let about: Value = serde_json::from_str(&report.with(|shown| results_csvw(shown, &origin)).unwrap()).unwrap();
    let note = about["notes"].as_array().unwrap().iter().find(|note| note["name"] == "Own file").unwrap();
    assert_eq!(note["text"], file_version::in_one(&file.version));
    assert!(note["text"].as_str().unwrap().contains(&file.version.checksum.to_string()[..8]));
}
