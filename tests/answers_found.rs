//! An answer that exists is found: every tie of every assumption and output held against a search by code of its own, and
//! links of each kind that gave a wrong answer or none, in process, so that many can be asked.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
    pub mod printed;
}

use std::path::PathBuf;
use std::sync::Arc;
use std::{env, fs};

use serde_json::Value;
use support::built_in::{BuiltIn, report};
use support::printed::run;
use who_gets_missed::data::PlaceCode;
use who_gets_missed::data::figures::Table;
use who_gets_missed::export::document;
use who_gets_missed::model::strategies::{Assumption, AssumptionUnit};
use who_gets_missed::results::RankedPlace;
use who_gets_missed::results::strategies::{Strategies, measure};
use who_gets_missed::scenario::offers::{Amounts, TieOn};
use who_gets_missed::scenario::{Decoded, Scenario};
use who_gets_missed::words::{notice, report as words};

/// What a link comes to on built-in figures, or why it comes to nothing.
fn answer(query: &str) -> Result<Value, String> {
    let Decoded { scenario, .. } = Scenario::from_query(query);
    let report = report(&scenario).map_err(|why| words::no_report(&scenario, &why))?;
    Ok(report.with(|exhibits| document(exhibits).unwrap()))
}

fn prepared(query: &str) -> (Scenario, Arc<RankedPlace>) {
    let scenario = Scenario::from_query(query).scenario;
    let Scenario { data: edition, need, rank, .. } = scenario;
    let input = BuiltIn::read(Table { edition, need, rank }).input(&scenario).unwrap();
    (scenario, input.prepared)
}

#[track_caller]
fn number(value: &Value, path: &str) -> f64 {
    let found = value.pointer(path).unwrap_or_else(|| panic!("no {path}"));
    found.as_f64().unwrap_or_else(|| panic!("{path} is {found}"))
}

/// A sentence that a person can read: no Rust, no overflow, no missing number.
#[track_caller]
fn check_sentence(text: &str) {
    assert!(text.ends_with('.') && text.len() > 30, "{text}");
    for part in ["NaN", "inf ", "os error", "None", "Some(", "Err(", "{", "922337203"] {
        assert!(!text.contains(part), "{text}");
    }
}

/// How far apart the two offers lie with one assumption at an amount, in pence or thousandths.
fn difference(scenario: &Scenario, prepared: &RankedPlace, amount: u64) -> Option<f64> {
    let mut moved = scenario.clone();
    let by = moved.offers.tie_by;
    moved.offers.set(by, Amounts([amount; 3]));
    let result = Strategies::new(&moved, prepared).unwrap();
    let of = measure(moved.offers.tie_on);
    let [first, second] = moved
        .offers
        .pair()
        .map(|strategy| of(&result.results.iter().find(|result| result.strategy == strategy).unwrap().outcome));
    let (first, second) = (first?, second?);
    let apart = first - second;
    Some(if apart.abs() <= 1e-9 * first.abs().max(second.abs()) { 0.0 } else { apart })
}

/// Amounts over all that can be typed: finely where they are small.
fn amounts(by: Assumption) -> Vec<u64> {
    match by.unit() {
        AssumptionUnit::Share => (0..=1000).step_by(25).collect(),
        AssumptionUnit::YearlyRate => (0..=1_000_000).step_by(25_000).collect(),
        AssumptionUnit::Pounds => {
            let most = 100_000_000_000_u64;
            std::iter::successors(Some(50_u64), |&amount| Some(amount * 3 / 2))
                .take_while(|&amount| amount < most)
                .chain([0, most])
                .collect::<std::collections::BTreeSet<_>>()
                .into_iter()
                .collect()
        }
    }
}

#[test]
fn a_tie_is_found_wherever_an_assumption_can_be_typed_and_told_where_there_is_none() {
    let starts = [
        "view=strategies",
        "view=strategies&place=E08000035&offers=universal,need&stigma=1",
        "view=strategies&start=energy-bills&offers=area,proportionate&place=E06000009",
        "view=strategies&start=vaccination&funding=budget&budget=40000",
        "view=strategies&averts=deaths&years=10&discount=3.5&eligible=share&against=present&offers=area,need",
    ];
    let (mut ties, mut far, mut none) = (0, 0, 0);
    for start in starts {
        let (mut scenario, prepared) = prepared(start);
        for by in Assumption::ALL {
            for (name, on) in [
                ("cost", TieOn::CostPerInNeed),
                ("reached", TieOn::InNeedReached),
                ("benefit", TieOn::Benefit),
                ("gap", TieOn::Gap),
            ] {
                (scenario.offers.tie_by, scenario.offers.tie_on) = (by, on);
                let query = format!("{start}&tie-by={}&tie-on={name}", by.key());
                let result = Strategies::new(&scenario, &prepared).unwrap();
                let known: Vec<(u64, f64)> = amounts(by)
                    .into_iter()
                    .filter_map(|amount| Some((amount, difference(&scenario, &prepared, amount)?)))
                    .collect();
                let turns = known.windows(2).any(|pair| pair[0].1 * pair[1].1 < 0.0);
                let at = match result.break_even {
                    who_gets_missed::model::strategies::BreakEven::At(value) => Some(value),
                    _ => None,
                };
                assert!(at.is_some() || !turns, "{query}: no answer is said to exist: {:?}", result.break_even);
                if let Some(value) = at {
                    ties += 1;
                    let (whole, most) = match by.unit() {
                        AssumptionUnit::Share => (1000.0, 1000),
                        AssumptionUnit::YearlyRate => (1e6, 1_000_000),
                        AssumptionUnit::Pounds => (100.0, 100_000_000_000),
                    };
                    let in_amounts = value * whole;
                    far += u32::from(in_amounts > 1e8);
                    let around: Vec<f64> = [in_amounts.floor() - 1.0, in_amounts.ceil() + 1.0]
                        .into_iter()
                        .filter_map(|amount| difference(&scenario, &prepared, (amount.max(0.0) as u64).min(most)))
                        .collect();
                    let meets = around.len() < 2 || around[0] * around[1] <= 0.0 || {
                        // They touch without crossing: nearer here than beside it.
                        let here = difference(&scenario, &prepared, in_amounts.round() as u64).unwrap();
                        here.abs() <= around[0].abs().min(around[1].abs())
                    };
                    assert!(meets, "{query}: {value} is no tie: {around:?}");
                } else {
                    none += 1;
                }
            }
        }
    }
    println!("{ties} ties, of them {far} past 1,000,000 pounds; {none} without");
    assert!(ties > 20 && far > 0 && none > 30);
}

#[test]
fn a_tie_names_its_pair_measure_assumption_and_range_by_their_keys() {
    let found = answer("view=strategies&tie-by=cost-fixed&place=E08000035&offers=universal,area").unwrap();
    let tie = &found["break_even"];
    assert_eq!(tie["pair"], serde_json::json!(["universal", "area"]), "{tie}");
    assert_eq!((&tie["on"], &tie["assumption"]), (&"cost".into(), &"cost-fixed".into()));
    assert_eq!(tie["range"], serde_json::json!([0.0, 1e9]));
    let at = number(tie, "/at");
    assert!(at > 1e5, "{at}");
    // Once it is typed, the two are the same.
    let there = answer(&format!("view=strategies&cost-fixed={at:.2}&place=E08000035&offers=universal,area")).unwrap();
    let cost = |at: usize| number(&there, &format!("/strategies/{at}/outcome/cost_per_in_need_reached"));
    assert!((cost(0) / cost(1) - 1.0).abs() < 1e-6);

    let none = answer("view=strategies&tie-by=cost-delivery&cost-fixed=0&tie-on=reached").unwrap();
    let tie = &none["break_even"];
    assert!(tie["at"].is_null());
    let reason = tie["reasons"]["at"].as_str().unwrap();
    check_sentence(reason);
    let said = none["says"]["tie"].as_str().unwrap();
    assert!(said.contains("from £0 to £1,000") || said.contains("makes no difference"), "{said}");
    let none = answer("view=strategies&tie-by=cost-fixed&cost-delivery=1000000000,1000000000,1000000000").unwrap();
    let said = none["says"]["tie"].as_str().unwrap();
    assert!(
        none["break_even"]["at"].is_null() == (said.starts_with("No tie with") && said.contains("from £0 to £1,000")),
        "{said}"
    );
}

#[test]
fn a_budget_that_is_split_names_its_parts() {
    let by_fifth = answer("view=strategies&place=E08000035").unwrap();
    let parts = by_fifth["split"]["parts"].as_array().unwrap();
    assert_eq!(
        parts.iter().map(|part| part["fifth"].as_u64()).collect::<Vec<_>>(),
        (1..=5).map(Some).collect::<Vec<_>>()
    );
    let found = answer("view=strategies&split=authorities&place=E08000035,E06000009,E07000008&budget=300000").unwrap();
    let parts = found["split"]["parts"].as_array().unwrap();
    let named: Vec<(&str, &str)> =
        parts.iter().map(|part| (part["authority"].as_str().unwrap(), part["name"].as_str().unwrap())).collect();
    assert_eq!(named, [("E06000009", "Blackpool"), ("E07000008", "Cambridge"), ("E08000035", "Leeds")]);
    let all: f64 = parts.iter().map(|part| number(part, "/budget")).sum();
    assert!((all - 300_000.0).abs() < 1e-6, "{all}");
    for part in parts {
        assert!(number(part, "/per_person") > 0.0 && number(part, "/per_person_in_need") > 0.0);
    }
}

#[test]
fn what_is_named_is_named_as_in_links() {
    let found = answer("view=strategies&offers=universal,area,need,group,proportionate").unwrap();
    let names: Vec<&str> =
        found["strategies"].as_array().unwrap().iter().map(|of| of["strategy"].as_str().unwrap()).collect();
    assert_eq!(names, ["universal", "area", "need", "group", "proportionate"]);
    let keys: Vec<&str> = Assumption::ALL.into_iter().map(Assumption::key).collect();
    let bars = found["tornado"].as_array().unwrap();
    assert!(!bars.is_empty() && bars.iter().all(|bar| keys.contains(&bar["assumption"].as_str().unwrap())));
}

#[test]
fn a_gap_of_nothing_is_no_gradient_wherever_the_curve_lies() {
    for by in ["mean", "prevalence"] {
        for curve in [
            "factor-fit=moments&factor-mean=41.2&factor-sd=0.9",
            "factor-shape=normal&factor-fit=moments&factor-mean=60&factor-sd=1",
            "factor-past=99.9,0.1",
        ] {
            let with = answer(&format!("view=population&{curve}&factor-gradient={by}&factor-gap=0")).unwrap();
            let without = answer(&format!("view=population&{curve}&factor-gradient=none")).unwrap();
            assert_eq!(with["missed"], without["missed"], "{curve}");
            assert_eq!(with["fifths"], without["fifths"], "{curve}");
        }
    }
    // Where all people live in one fifth a gap moves nobody.
    assert!(answer("view=population&place=E06000053&factor-fit=moments&factor-mean=41&factor-sd=0.9").is_ok());
    let steep = answer("view=population&factor-gap=90").unwrap_err();
    assert!(steep.contains("too large"), "{steep}");
}

#[test]
fn an_equal_shift_is_found_however_far_it_is() {
    // Everybody treated from the first line on falls by one number of units: as a shift of everybody does.
    for (shape, mean, sd, line, effect) in [
        ("lognormal", "36.752", "7.028", "20.4", "7.3"),
        ("lognormal", "50", "3", "31.5", "18.25"),
        ("normal", "100", "5", "81", "33"),
    ] {
        let next = format!("{}1", if line.contains('.') { line.to_owned() } else { format!("{line}.0") });
        let query = format!(
            "view=population&factor-shape={shape}&factor-fit=moments&factor-mean={mean}&factor-sd={sd}&factor-earlier=none\
             &factor-thresholds={line},{next}&factor-treat-past={line}&factor-uptake=100&factor-gradient=none\
             &factor-effect-by=units&factor-effect={effect}"
        );
        let found = answer(&query).unwrap();
        let expect: f64 = effect.parse().unwrap();
        assert!((number(&found, "/equal_shift/at_threshold") - expect).abs() < 1e-6, "{query}");
        let headline = found["says"]["headline"].as_str().unwrap();
        assert!(!headline.contains("No fall"), "{headline}");
    }
    // In per cent too, close to all of a value.
    let found = answer(
        "view=population&factor-fit=moments&factor-mean=100&factor-sd=20&factor-thresholds=0.5,30&factor-treat-past=0.5\
         &factor-uptake=100&factor-earlier=none&factor-effect=99.6&factor-gradient=none&factor-shift-by=percent&factor-shift=3",
    )
    .unwrap();
    assert!((number(&found, "/equal_shift/at_threshold") - 0.996).abs() < 1e-6);
    // None where there is none, and then why: a fall in % takes nobody past a line at 0.
    let none = answer(
        "view=population&factor-shape=normal&factor-fit=moments&factor-mean=2&factor-sd=3&factor-thresholds=-1,5\
         &factor-treat-past=-1&factor-effect-by=units&factor-effect=4&factor-gradient=none&factor-shift-by=percent\
         &factor-shift=3&factor-earlier=none",
    )
    .unwrap();
    let equal = &none["equal_shift"];
    assert!(equal["at_threshold"].is_null());
    check_sentence(equal["reasons"]["at_threshold"].as_str().unwrap());
    check_sentence(equal["reasons"]["at_lines"].as_str().unwrap());
}

#[test]
fn a_curve_too_wide_to_mean_anything_is_refused_and_told_what_to_change() {
    for query in [
        "factor-past=48,47.8",
        "factor-past=61.5,61.2&factor-gradient=none",
        "factor-past=64.2,28&factor-earlier=52.1,52",
        "factor-thresholds=.002,31",
        "factor-fit=moments&factor-mean=0.5&factor-sd=5000",
    ] {
        let message = answer(&format!("view=population&{query}")).unwrap_err();
        check_sentence(&message);
        assert!(
            (message.contains("further apart") || message.contains("smaller spread")) && !message.contains("missing"),
            "{message}"
        );
    }
    // A curve that is wide, but has something to say.
    let wide = answer("view=population&factor-past=64.2,60&factor-gradient=none").unwrap();
    assert!(number(&wide, "/now/mean") < 1e3);
}

#[test]
fn a_target_of_whole_areas_takes_whole_areas_also_on_built_in_figures_and_says_how_near_it_is() {
    for (query, areas) in [
        // 97.4 and 24.1 areas, and a part of one more taken whole.
        ("cut=local&share=20&whole=1", Some(98.0)),
        ("cut=local&share=5&whole=1&place=E08000035", Some(25.0)),
        ("cut=local&whole=1&basis=people&place=E08000035&share=7", None),
    ] {
        let found = answer(query).unwrap();
        let taken = number(&found, "/target/areas");
        assert!((taken - areas.unwrap_or(taken.round())).abs() < 1e-6, "{query}: {taken}");
        let part = answer(&query.replace("&whole=1", "")).unwrap();
        assert!((0.0..1.0).contains(&(taken - number(&part, "/target/areas"))), "{query}");
        assert_eq!(found["is_approximate"], true);
        let near = if query.contains("place=") { "0.25 percentage points" } else { "1.5 percentage points" };
        for view in ["missed", "strategies", "incentive"] {
            let other = answer(&format!("view={view}&{query}")).unwrap();
            assert!(other["figures"].as_str().unwrap().contains(near), "{}", other["figures"]);
        }
        assert!(found["says"]["figures"].as_str().unwrap().contains(near), "{}", found["says"]["figures"]);
        assert!(found["says"]["headline"].as_str().unwrap().contains("about"));
    }
}

#[test]
fn a_council_that_is_no_more_is_answered_by_name_by_the_one_that_took_its_place() {
    for (query, name) in [
        ("place=E07000188&data=iod2025", "Somerset, which took its place in 2023"),
        ("place=E07000150,E07000152&data=iod2025", "North Northamptonshire"),
        ("place=E06000060&data=iod2019", "Buckinghamshire"),
        ("place=E07000004,E08000035&data=iod2025", "Buckinghamshire and Leeds"),
    ] {
        for view in ["missed", "strategies", "population", "incentive"] {
            let query = format!("view={view}&{query}");
            let found = answer(&query).unwrap();
            assert_eq!(found["says"]["place"], name, "{query}");
        }
    }
}

#[test]
fn a_place_that_is_unknown_is_refused_by_its_code_and_one_known_in_part_is_told() {
    for code in ["E99999999", "E06999999", "Q1", "E06999998,E09999999"] {
        let output = run(&[&format!("place={code}")]);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && output.stdout.is_empty(), "{code}");
        check_sentence(message.trim());
        assert!(code.split(',').all(|code| message.contains(code)), "{message}");
    }
    for query in ["place=E08000035,E99999999", "place=E08000035,E06999999"] {
        let output = run(&[query]);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && message.contains("99999"), "{query}: {message}");
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found["says"]["place"], "Leeds", "{query}");
    }
    // The rows of the view `gap` hang on no place: it answers, and says what it could not use.
    let output = run(&["view=gap&place=E99999999&measure-level=97"]);
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && message.contains("E99999999") && message.contains("measure-level"), "{message}");
    // Where the page shows its usual place instead, that is said beside the number.
    let decoded = Scenario::from_query("place=E99999999");
    let told = notice::text(&decoded.notices[0]);
    assert!(told.contains("E99999999") && told.contains("Cambridgeshire and Peterborough"), "{told}");
    let shown = |query: &str, unknown: &str| {
        let Decoded { scenario, notices } = Scenario::from_query(query);
        let unknown: Vec<PlaceCode> = unknown.split(',').filter_map(|code| code.parse().ok()).collect();
        notice::place_shown("Leeds", &scenario.place, &unknown, &notices)
    };
    assert!(shown("place=E99999999", "").contains("shown instead of “E99999999”"));
    assert!(shown("place=E08000035,E99999999", "").contains("without “E99999999”"));
    assert!(shown("place=E08000035,E06999999", "E06999999").contains("without E06999999"));
    assert_eq!(shown("place=E08000035", ""), "Leeds");
}

#[test]
fn what_evaluate_cannot_read_is_told_in_a_sentence() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let broken = folder.join("not_utf_8.csv");
    fs::write(&broken, [0xff, 0xfe, 0x00, 0x80, b'\n', 0xc3, 0x28]).unwrap();
    let nothing = folder.join("nothing.csv");
    fs::write(&nothing, "").unwrap();
    let (folder, broken, nothing) = (folder.to_str().unwrap(), broken.to_str().unwrap(), nothing.to_str().unwrap());
    for query in ["", "view=gap", "view=strategies"] {
        for path in [folder, broken, nothing, "no_such_file.csv", "no/such/folder.csv"] {
            let output = run(&[query, path]);
            let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            assert!(!output.status.success() && output.stdout.is_empty(), "{query} {path}");
            check_sentence(&message);
        }
    }
}

/// Links of each view and of its ends.
const LINKS: [&str; 26] = [
    "",
    "share=0",
    "place=E06000053",
    "place=E06000017&data=iod2025",
    "place=E06000017&cut=local&whole=1&share=100&need=older&rank=need",
    "view=strategies",
    "view=strategies&place=E06000017",
    "view=strategies&place=E06000053&share=0&uptake-most=0&uptake-least=0",
    "view=strategies&offers=universal,area,need,group,proportionate&funding=budget&budget=0&split=authorities",
    "view=strategies&funding=coverage&reach=0&theta=10&floor=0",
    "view=strategies&stigma=100&tie-on=reached&place=E06000053",
    "view=population",
    "view=population&factor-earlier=none",
    "view=population&place=E06000053",
    "view=population&factor-uptake=0&factor-shift=0",
    "view=population&factor-effect=100&factor-uptake=100&factor-shift-by=percent&factor-shift=3&factor-treat-past=1",
    "view=incentive",
    "view=incentive&place=E06000017",
    "view=incentive&pay-rise=0",
    "view=incentive&pay-amount=0&pay-uptake-most=0&pay-uptake-least=0",
    "view=incentive&place=E06000053&share=0&pay-found-most=0&pay-found-least=0",
    "view=gap",
    "view=gap&slope-mean=1&slope-most=0",
    "view=gap&slope-mean=0&slope-least=0",
    "view=gap&measure-value=share&measure-scale=log",
    "view=gap&slope-from=own&slope-mean=40",
];

/// Every place of a null without a reason beside it.
fn unexplained(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(all) => {
            for (key, inside) in all {
                let has_null = inside.is_null() || inside.as_array().is_some_and(|all| all.contains(&Value::Null));
                let reason = all.get("reasons").and_then(|reasons| reasons.get(key)).and_then(Value::as_str);
                match reason {
                    Some(reason) if has_null => {
                        assert!(reason.ends_with('.') && reason.len() > 15, "{at}.{key}: {reason}")
                    }
                    None if has_null => found.push(format!("{at}.{key}")),
                    _ => {}
                }
                unexplained(inside, &format!("{at}.{key}"), found);
            }
            if let Some(reasons) = all.get("reasons").and_then(Value::as_object) {
                for key in reasons.keys() {
                    assert!(all.contains_key(key), "a reason for {at}.{key}, which is not there");
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|inside| unexplained(inside, &format!("{at}[]"), found)),
        _ => {}
    }
}

#[test]
fn nothing_is_null_without_a_reason() {
    let (mut answered, mut bare) = (0, Vec::new());
    for query in LINKS {
        match answer(query) {
            Ok(found) => {
                answered += 1;
                let mut here = Vec::new();
                unexplained(&found, "", &mut here);
                bare.extend(here.into_iter().map(|place| format!("{query}: {place}")));
            }
            Err(message) => check_sentence(&message),
        }
    }
    bare.dedup();
    assert!(bare.is_empty(), "{bare:#?}");
    assert!(answered > 20, "{answered}");
}

#[test]
fn an_uptake_gap_needs_somebody_else_who_was_offered_anything() {
    let (mut blank, mut told) = (0, 0);
    for place in ["E06000009", "E06000017", "E08000035", "E07000008", "cambridgeshire-peterborough"] {
        for query in ["share=1", "share=20", "share=60", "share=20&cut=local"] {
            let found = answer(&format!("view=strategies&place={place}&{query}")).unwrap();
            let by_area = found["strategies"].as_array().unwrap().iter().find(|of| of["strategy"] == "area").unwrap();
            let fifths = by_area["outcome"]["fifths"].as_array().unwrap();
            let offered =
                fifths.iter().filter(|fifth| number(fifth, "/reached") + number(fifth, "/not_taken_up") > 0.0);
            let gap = &by_area["outcome"]["uptake_gap"];
            if offered.count() < 2 {
                blank += 1;
                assert!(gap.is_null(), "{place} {query}: {gap}");
                check_sentence(by_area["outcome"]["reasons"]["uptake_gap"].as_str().unwrap());
            } else {
                told += 1;
                assert!(gap.is_f64(), "{place} {query}");
            }
        }
    }
    assert!(blank > 2 && told > 2, "{blank} {told}");
}

#[test]
fn the_shared_links_give_what_is_expected_of_them() {
    let folder = env::var_os("MISSED_TEST_CASES")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/cases"), PathBuf::from);
    let Ok(text) = fs::read_to_string(folder.join("links.json")) else {
        println!("skipped: no links.json in {}", folder.display());
        return;
    };
    let cases: Value = serde_json::from_str(&text).unwrap();
    for case in cases.as_array().unwrap() {
        let query = case["query"].as_str().unwrap();
        let output = run(&[query]);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        if !output.status.success() {
            check_sentence(message.trim());
            continue;
        }
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        let mut bare = Vec::new();
        unexplained(&found, "", &mut bare);
        assert!(bare.is_empty(), "{query}: {bare:?}");
        let expect = case["expect"].as_str().unwrap();
        if let Some(pounds) = expect.strip_prefix("a tie at ").and_then(|rest| rest.split(' ').next()) {
            assert!((number(&found, "/break_even/at") - pounds.parse::<f64>().unwrap()).abs() < 1.0, "{query}");
        }
        if let Some(size) = expect.strip_prefix("equal shift ") {
            assert!(
                (number(&found, "/equal_shift/at_threshold") - size.parse::<f64>().unwrap()).abs() < 1e-6,
                "{query}"
            );
        }
        if expect.contains("two parts, named by authority") {
            let parts = found["split"]["parts"].as_array().unwrap();
            assert!(parts.len() == 2 && parts.iter().all(|part| part["name"].is_string()), "{query}");
        }
        if expect.contains("the successor is named") {
            assert!(!found["says"]["place"].as_str().unwrap().contains(&query[6..15]), "{query}");
        }
    }
}
