//! `evaluate` prints a page's numbers for its link, so that anyone can check them without a browser, and says what is
//! wrong where it cannot.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
    pub mod facts;
    pub mod file7;
    pub mod printed;
}

use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

use serde_json::Value;
use support::facts::Page;
use support::file7::{File7, areas};
use support::printed::{check_kept, run};
use who_gets_missed::data::Edition;
use who_gets_missed::export::results_json;
use who_gets_missed::results::checked::Check;
use who_gets_missed::scenario::{Place, Scenario};

/// What is printed is one JSON object and nothing else.
#[track_caller]
fn result(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[track_caller]
fn check_share(found: &Value, expect: f64) {
    let found = found.as_f64().unwrap_or_else(|| panic!("{found} is no number"));
    assert!((found - expect).abs() < 0.000_05, "{found}, expected {expect}");
}

/// A made-up file of 12 areas, written once: tests run side by side, and one would read what another is writing.
fn file() -> PathBuf {
    static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("made_up_file_7.csv");
        fs::write(&path, File7::new(Edition::Iod2025, &areas(12)).csv()).unwrap();
        path
    });
    FILE.clone()
}

#[test]
fn the_first_page_is_printed_with_every_measure() {
    let result = result(&["v=1"]);
    for key in ["units", "people", "in_need", "need_rate"] {
        assert!(result[key].is_f64(), "{key} is {}", result[key]);
    }
    for scale in ["national", "local"] {
        let fifths = result[scale].as_array().unwrap_or_else(|| panic!("no table {scale}"));
        assert_eq!(fifths.len(), 5);
        for (fifth, quintile) in fifths.iter().zip(1_u8..) {
            assert_eq!(fifth["quintile"], quintile);
            for key in ["people", "in_need", "people_share", "need_share"] {
                assert!(fifth[key].is_f64(), "{scale}, {key} is {}", fifth[key]);
            }
        }
    }
    let measures = [
        "people",
        "people_share",
        "in_need",
        "coverage",
        "exclusion_error",
        "precision",
        "leakage",
        "lift",
        "number_needed",
        "targeting_differential",
        "efficiency",
        "between_area_share",
    ];
    for key in measures {
        assert!(result["target"][key].is_f64(), "target, {key} is {}", result["target"][key]);
    }
    assert_eq!(result["units"], 487.0);
    check_share(&result["target"]["coverage"], 0.3046);
    check_share(&result["national"][4]["need_share"], 0.1098);
}

#[test]
fn the_page_saves_to_the_letter_what_is_printed() {
    let queries = [
        "",
        "data=iod2025&place=E08000035,E09000005&rank=need&share=33.3",
        "place=E07000008&need=older&cut=local&basis=people&whole=1&goal=66.6",
        "view=strategies&stigma=2,8,15",
        "view=strategies&start=energy-bills&need=older&offers=universal,area,need,group,proportionate&funding=coverage",
        "view=strategies&eligible=share&against=present&averts=deaths&years=10&discount=3.5&worth=60000&price-year=2024",
    ];
    for query in queries {
        let printed = run(&[query]).stdout;
        let saved = Page::of(query).facts(results_json).unwrap();
        assert_eq!(String::from_utf8_lossy(&printed), saved, "{query}");
    }
}

#[test]
fn what_the_browser_is_held_against_is_what_is_printed() {
    let queries = [
        "place=E08000035&need=children&cut=local&share=35",
        "view=strategies&offers=universal,need&stigma=2,8,15",
        "view=population&place=E08000035&need=children&factor-treat-past=35",
    ];
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/evaluated.json");
    // The very text, so that no digit changes on the way.
    let entries: Vec<String> = queries
        .iter()
        .map(|&query| {
            format!("{}: {}", Value::from(query), String::from_utf8(run(&[query]).stdout).unwrap().trim_end())
        })
        .collect();
    let printed = format!("{{\n{}\n}}\n", entries.join(",\n"));
    check_kept(path, &printed);
}

#[test]
fn a_link_is_followed_and_what_makes_no_sense_in_it_is_noted_beside_the_result() {
    let query = "place=england&cut=local&share=30&colour=blue";
    let output = run(&[query]);
    let result: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(result["query"], "v=2&data=iod2019&place=england&cut=local&share=30");
    // In all of England the most deprived 30% of the place are those of the nation.
    let national = self::result(&["place=england&share=30"]);
    check_share(&result["target"]["coverage"], national["target"]["coverage"].as_f64().unwrap());
    assert!(String::from_utf8_lossy(&output.stderr).contains("colour"));
}

#[test]
fn a_file_of_ones_own_is_evaluated_area_by_area() {
    let result = result(&["data=own&place=E07000008&cut=local&share=50", file().to_str().unwrap()]);
    assert_eq!((&result["data"], &result["resolution"]), (&"iod2025".into(), &"areas".into()));
    assert_eq!((result["units"].as_f64(), result["target"]["areas"].as_f64()), (Some(4.0), Some(2.0)));
    // The first four of the made-up areas: 1,400 to 1,403 people.
    assert_eq!(result["people"], 5606.0);
}

#[test]
fn a_part_of_england_answers_for_its_own_councils_alone() {
    let file = file();
    let path = file.to_str().unwrap();
    // Cambridge and Peterborough are in it, Leeds and the rest of England are not.
    let held = result(&["data=iod2025&place=E07000008,E06000031", path]);
    assert_eq!((&held["resolution"], held["units"].as_f64()), (&"areas".into(), Some(8.0)));
    // Royston in North Hertfordshire belongs to this board.
    let cut = run(&["data=iod2025&place=E54000056", path]);
    assert!(String::from_utf8_lossy(&cut.stderr).contains("a part of a council"));
    assert_eq!(result(&["data=iod2025&place=E54000056", path])["resolution"], "bands");
    for place in ["england", "E08000035", "cambridgeshire-peterborough"] {
        let query = format!("data=iod2025&place={place}");
        let output = run(&[&query, path]);
        assert!(String::from_utf8_lossy(&output.stderr).contains("does not cover this place"), "{place}");
        assert_eq!(result(&[&query, path]), result(&[&query]), "{place}");
    }
}

#[test]
fn own_rows_are_evaluated_as_they_are_on_the_page() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("own_rows.csv");
    fs::write(&path, "name,score,people,value\nA,45,1000,76.1\nB,30,1200,79.4\nC,10,900,84.4\n").unwrap();
    let result = result(&["view=gap&measure-value=number&measure-more=better", path.to_str().unwrap()]);
    let rows = &result["rows"];
    assert_eq!((&rows["rows_in_use"], &rows["rows_measured"]), (&"own".into(), &3.into()));
    assert!(rows["before"]["sii"].as_f64().unwrap() > 8.0);
    // The other half of the page does not depend on rows.
    check_share(&result["slope_target"]["line"]["mean_after"], 92.0);
    let reading = &result["reading"];
    assert_eq!((&reading["value_column"], &reading["most_deprived_row"]), (&"value".into(), &"A".into()));
    let bad = run(&["view=gap", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")]);
    assert!(!bad.status.success() && bad.stdout.is_empty() && !bad.stderr.is_empty());
    // The official file is a table like any other.
    let official = self::result(&["view=gap", file().to_str().unwrap()]);
    assert_eq!(official["reading"]["recognised"]["kind"], "file-7");
}

#[test]
fn what_a_table_does_not_say_is_asked_with_the_keys_that_answer_it() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("asked_rows.csv");
    let rows =
        "A,Male,1,1000,9\nB,Male,2,1200,7\nC,Male,3,900,4\nA,Female,1,1000,8\nB,Female,2,1200,6\nC,Female,3,900,3\n";
    fs::write(&path, format!("Area,Sex,Quintile,Population,Rate\n{rows}")).unwrap();
    let path = path.to_str().unwrap();
    let asked = run(&["view=gap", path]);
    assert_eq!((asked.status.code(), asked.stdout.len()), (Some(2), 0));
    let text = String::from_utf8_lossy(&asked.stderr).into_owned();
    for part in
        ["filter=Sex:Male  (Male)", "direction=high  (3 is most deprived)", "direction=low  (1 is most deprived)"]
    {
        assert!(text.contains(part), "{text}");
    }
    // Every way to say it leads to the same numbers.
    let told = result(&["view=gap&filter=Sex:Female&direction=low", path]);
    let same = result(&["view=gap&filter=female&measure-order=rank", path]);
    assert_eq!(told["rows"]["before"], same["rows"]["before"]);
    assert_eq!(told["reading"]["filters"], serde_json::json!([{ "chosen": "Female", "column": "Sex" }]));
    let turned = result(&["view=gap&filter=Female&direction=3+is+most+deprived", path]);
    assert_eq!(turned["reading"]["most_deprived_row"], "C");
    let unknown = run(&["view=gap&filter=Other&direction=low", path]);
    assert_eq!(unknown.status.code(), Some(1));
}

/// The text of a value.
#[track_caller]
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// The link leads to the choices, and all of it is understood.
#[track_caller]
fn check_link(link: &str, choices: &str) {
    let decoded = Scenario::from_query(link);
    assert_eq!(decoded.notices, [], "{link}");
    assert_eq!(decoded.scenario, Scenario::from_query(choices).scenario, "{link}");
}

#[test]
fn what_offers_come_to_is_named_as_in_links() {
    for query in [
        "v=2&view=strategies&data=iod2019&offers=universal,area,need,group,proportionate&tie-by=cost-fixed&tie-on=gap",
        "v=2&view=strategies&offers=area,need&tie-by=risk-most&tie-on=benefit&split=authorities",
        "v=2&view=strategies&offers=group,proportionate&tie-by=uptake-least&tie-on=reached",
        "v=2&view=strategies&offers=need,group&tie-by=stigma&tie-on=cost&split=authorities&place=england",
    ] {
        let result = result(&[query]);
        let offers: Vec<&str> =
            result["strategies"].as_array().unwrap().iter().map(|offer| text(&offer["strategy"])).collect();
        let tie = &result["break_even"];
        let link = format!(
            "v=2&view=strategies&data={}&place={}&offers={}&tie-by={}&tie-on={}&split={}",
            text(&result["data"]),
            text(&result["place"]),
            offers.join(","),
            text(&tie["assumption"]),
            text(&tie["on"]),
            text(&result["split"]["over"])
        );
        check_link(&link, query);
        assert_eq!(tie["pair"], Value::from(&offers[..2]));
        let moved = result["tornado"].as_array().unwrap().iter().map(|bar| text(&bar["assumption"]));
        for assumption in moved.chain(result["assumptions"].as_object().unwrap().keys().map(String::as_str)) {
            assert_eq!(Scenario::from_query(&format!("v=2&{assumption}=5")).notices, [], "{assumption}");
        }
        for (part, number) in result["split"]["parts"].as_array().unwrap().iter().zip(1..) {
            if text(&result["split"]["over"]) == "fifths" {
                assert_eq!(part["fifth"], number);
            } else {
                assert!(text(&part["authority"]).parse::<Place>().is_ok() && part["name"].is_string(), "{part}");
            }
            assert!(part["budget"].is_f64(), "{part}");
        }
    }
}

#[test]
fn what_the_models_are_set_to_is_named_as_in_links() {
    let query = "v=2&view=population&data=iod2019&factor-shape=normal&cut=local";
    let population = result(&[query]);
    let [data, shape, cut] =
        [&population["data"], &population["factor"]["shape"], &population["fifths"]["of"]].map(text);
    check_link(&format!("v=2&view=population&data={data}&factor-shape={shape}&cut={cut}"), query);
    // What a value is said to be is not used of the built-in rows.
    const MEASURES: &str =
        "measure-scale=log&measure-least=0&measure-level=99.8&measure-groups=4&measure-across=deprivation";
    for query in ["v=2&view=gap".to_owned(), format!("v=2&view=gap&{MEASURES}")] {
        let result = result(&[&query]);
        let settings = result["rows"]["settings"].as_object().unwrap().iter();
        let given = settings.filter(|(_, value)| !text(value).is_empty());
        let link: String = given.map(|(key, value)| format!("&{key}={}", text(value))).collect();
        check_link(&format!("v=2&view=gap{link}"), &query);
    }
}

#[test]
fn what_cannot_be_evaluated_fails_and_says_why() {
    let not_file_7 = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let cases: [(&[&str], &[&str]); 5] = [
        (&["place=E06999999"], &["place", "authorities"]),
        (&["view=about"], &["no numbers"]),
        (&["", "no_such_file.csv"], &["no_such_file.csv"]),
        (&["", not_file_7], &["file7", "file 7"]),
        (&["", "one.csv", "another.csv"], &["usage"]),
    ];
    for (arguments, says) in cases {
        let output = run(arguments);
        assert!(!output.status.success() && output.stdout.is_empty(), "{arguments:?}");
        let message = String::from_utf8_lossy(&output.stderr).to_lowercase();
        assert!(says.iter().any(|text| message.contains(text)), "{arguments:?}: {message}");
    }
}

#[test]
fn published_figures_are_printed_beside_those_worked_out_whatever_the_link_says() {
    let all = result(&["view=checked&place=E08000025&share=3"]);
    let checks = all["checks"].as_array().unwrap();
    assert_eq!(checks.len(), Check::COUNT);
    for (check, of) in checks.iter().zip(Check::ALL) {
        assert_eq!(check["check"], of.key());
        let figures = check["figures"].as_array().unwrap();
        assert!(!figures.is_empty() && !check["sources"].as_array().unwrap().is_empty(), "{check}");
        for figure in figures {
            assert!(figure["found"].is_f64() && figure["agrees"].is_boolean(), "{figure}");
            assert_eq!(figure["agrees"].as_bool().unwrap(), figure.get("difference").is_none(), "{figure}");
        }
        // The page is what `evaluate` takes again.
        if let Some(page) = check["page"].as_str() {
            assert_eq!(result(&[page])["query"], page);
        }
    }
    check_share(&checks[1]["figures"][0]["found"], 0.5683);
    assert_eq!(checks[1]["figures"][0]["published"], serde_json::json!([0.55, 0.62]));
}

#[test]
fn people_served_in_no_area_of_the_place_are_a_message_for_built_in_and_own_areas_alike() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let elsewhere = folder.join("served_elsewhere.csv");
    fs::write(&elsewhere, "area_code,people_served\nE01999998,12\nE01999999,7\n").unwrap();
    let elsewhere = elsewhere.to_str().unwrap();
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/person_level/");
    let units = format!("{fixtures}units.csv");
    for arguments in [&["view=audit", elsewhere][..], &["view=audit&data=own", elsewhere, &units]] {
        let output = run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && output.stdout.is_empty(), "{arguments:?}");
        assert!(said.trim().ends_with('.') && !said.contains("panicked"), "{arguments:?}: {said}");
    }
    let served = format!("{fixtures}audit.csv");
    assert!(result(&["view=audit&data=own", &served, &units])["periods"].is_array());
}
