//! The slope target of the view `gap` and its published figures: their numbers, links, files, and what is said of rates
//! that make no line.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod csv;
    pub mod printed;
}

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use roxmltree::Document;
use serde_json::Value;
use support::csv::read;
use support::printed::{check_kept, run};
use who_gets_missed::chart::svg_style::look;
use who_gets_missed::chart::{Chart, GapChart, Shape, TargetChart};
use who_gets_missed::export::{
    Origin, SlopeTargetExport, chart_csv, chart_file_name, results_csv, results_json, sheet,
};
use who_gets_missed::model::gap::TargetError;
use who_gets_missed::results::gap_target::{Targets, furthest_behind, years};
use who_gets_missed::scenario::gap_target::Rates;
use who_gets_missed::scenario::{Notice, Scenario, TargetChoices, Thousandths, ToQuery};
use who_gets_missed::words::gap_target as words;

const ORIGIN: Origin = Origin { date: "2026-03-01", link: "https://example.org/missed/?view=gap" };
const CHARTS: [Chart; 3] =
    [Chart::Gap(GapChart::Slope), Chart::Gap(GapChart::HealthyLife), Chart::Gap(GapChart::LowIncome)];
const QUERIES: [&str; 5] = [
    "view=gap",
    "view=gap&slope-cut=0",
    "view=gap&slope-cut=100&slope-least=0",
    "view=gap&slope-cut=35.5&slope-mean=90&slope-second-mean=140&slope-second-least=70&slope-second-most=280",
    "view=gap&slope-mean=40",
];

fn targets(query: &str) -> (Scenario, Targets) {
    let scenario = Scenario::from_query(query).scenario;
    let targets = Targets::new(&scenario.gap.target);
    (scenario, targets)
}

#[track_caller]
fn near(found: f64, expect: f64) {
    assert!((found - expect).abs() <= 1e-9 * expect.abs().max(1.0), "{found}, expected {expect}");
}

#[test]
fn the_first_page_is_appendix_c() {
    let (scenario, targets) = targets("view=gap");
    let line = targets.line.unwrap();
    near(line.target.mean_before, 102.0);
    near(line.target.mean_after, 92.0);
    near(line.fall_of_mean, 10.0);
    near(line.target.most_after, 176.8);
    near(line.ratio.unwrap().0, 4.0);
    near(line.target.mean_position, 50.0 / 156.0);
    // A flat fall by ten would leave the ends 156 apart; the cut leaves 80% of that.
    near(line.gap_after, 0.8 * line.gap_before);
    assert_eq!(targets.second, None);
    assert_eq!(words::big_number(&line), "92.0");
    assert!(words::sources(&scenario.gap.target)[3].contains("152"));
}

#[test]
fn a_second_line_comes_once_all_three_rates_are_there_and_is_called_made_up_if_it_is() {
    for query in ["slope-second-mean=140", "slope-second-mean=140&slope-second-most=280"] {
        assert_eq!(targets(query).1.second, None);
    }
    let mut choices = TargetChoices::default();
    choices.set_second(Some(Rates::ILLUSTRATIVE));
    let line = Targets::new(&choices).second.unwrap().unwrap();
    // 70 + 0.8 x (140 - 70).
    near(line.target.mean_after, 126.0);
    assert!(words::second(&choices, &line).contains("illustrative"));
    assert!(words::sources(&choices)[4].contains("illustrative") && words::sources(&choices)[4].contains("no rate"));
    choices.second[0] = Some(Thousandths::of(141_000));
    assert!(words::second_basis(&choices).contains("you typed"));
    choices.set_second(None);
    assert_eq!(choices, TargetChoices::default());
}

#[test]
fn rates_that_make_no_line_have_one_message_that_says_what_to_do() {
    for query in [
        "slope-mean=52",
        "slope-mean=40",
        "slope-mean=209",
        "slope-least=102",
        "slope-most=50",
        "slope-mean=0&slope-least=0&slope-most=0",
    ] {
        let (_, targets) = targets(query);
        assert_eq!(targets.line.unwrap_err(), TargetError::Position, "{query}");
    }
    let second = targets("slope-second-mean=10&slope-second-least=20&slope-second-most=30").1;
    assert!(second.line.is_ok());
    let said = words::problem(second.second.unwrap().unwrap_err(), true);
    assert!(said.starts_with("For Peterborough") && said.contains("Change one of the three"), "{said}");
    assert!(words::problem(TargetError::Position, false).contains("must lie between"));
}

#[test]
fn links_say_what_differs_and_bad_values_are_told() {
    let query = "v=2&view=gap&slope-cut=33.3&slope-mean=110.5&slope-least=50&slope-most=200&slope-second-mean=140&\
                 slope-second-least=70&slope-second-most=280";
    let decoded = Scenario::from_query(query);
    assert_eq!((decoded.notices, decoded.scenario.to_query().as_str()), (Vec::new(), query));
    for (key, value) in [
        ("slope-cut", "101"),
        ("slope-cut", "a fifth"),
        ("slope-mean", "-1"),
        ("slope-least", "100001"),
        ("slope-most", ""),
        ("slope-second-mean", "NaN"),
        ("slope-second-least", "x"),
        ("slope-second-most", "1e3"),
    ] {
        let decoded = Scenario::from_query(&format!("v=2&{key}={}", value.replace(' ', "+")));
        assert_eq!(decoded.scenario, Scenario::default(), "{key}={value}");
        assert_eq!(decoded.notices, [Notice::BadValue { key: key.to_owned(), value: value.to_owned() }]);
    }
}

#[test]
fn the_published_figures_are_as_printed() {
    let printed = [(64.3, 66.3, 71.5), (66.2, 68.2, 71.4), (62.8, 64.8, 71.5), (59.9, 61.9, 71.4)];
    for (years, (baseline, target, best)) in years().into_iter().zip(printed) {
        assert_eq!((years.printed.baseline, years.printed.target, years.printed.best), (baseline, target, best));
        near(years.behind, best - baseline);
        near(years.still_behind, best - target);
    }
    let (furthest, ahead) = furthest_behind();
    assert_eq!(furthest.printed.baseline, 59.9);
    near(ahead, 6.3);
    assert_eq!(words::years_rows()[3], ["Peterborough, women", "59.9", "61.9", "71.4", "11.5", "9.5"]);
    let figures: Vec<String> = words::children_rows().into_iter().map(|row| row[1].clone()).collect();
    assert_eq!(figures, ["7.6%", "11.1%", "21.0%"]);
    assert!(words::CHILDREN_NOTE.contains("no other"));
}

#[test]
fn every_file_holds_the_numbers_and_where_they_come_from() {
    for query in QUERIES {
        let (scenario, targets) = targets(query);
        let facts = SlopeTargetExport { scenario: &scenario, targets: &targets };
        let json: Value = serde_json::from_str(&results_json(&facts).unwrap()).unwrap();
        assert!(json["source"].as_str().unwrap().contains("appendix C"));
        assert_eq!(json["slope_target"]["line"].is_object(), targets.line.is_ok());
        assert_eq!(json["healthy_life"]["groups"][3]["baseline"], 59.9);
        assert!(json["children_in_low_income"]["source"].as_str().unwrap().contains("2024"));
        let rows = read(&results_csv(&facts).unwrap());
        let is_fourth = |row: &&Vec<String>| row[2] == "healthy_life.groups.behind" && row[3] == "peterborough-female";
        assert!(rows.iter().find(is_fourth).unwrap()[5].starts_with("11.5"));
        for chart in CHARTS {
            let rows = read(&chart_csv(chart, &facts, &ORIGIN).unwrap());
            assert!(rows.iter().any(|row| row[0] == "Source" && !row[1].starts_with("Source")));
            let sheet = sheet(chart, &facts, &ORIGIN).unwrap();
            for shape in sheet.layers.iter().flat_map(|layer| &layer.shapes) {
                let (class, is_text) = match shape {
                    Shape::Line { class, .. } | Shape::Rect { class, .. } => (*class, false),
                    Shape::Path { class, .. } | Shape::Dot { class, .. } => (*class, false),
                    Shape::Text { class, .. } => (*class, true),
                };
                assert!(look(class, is_text).is_some(), "{class} has no look");
            }
            let svg = sheet.draw();
            let xml = Document::parse(&svg.text).unwrap();
            for node in xml.descendants().filter(roxmltree::Node::is_element) {
                let names = ["svg", "title", "g", "rect", "line", "path", "circle", "text"];
                assert!(names.contains(&node.tag_name().name()));
                assert!(node.attributes().all(|a| !a.name().starts_with("on") && !a.value().contains("url(")));
            }
            let texts: Vec<&str> = xml.descendants().filter_map(|node| node.text()).collect();
            let texts = texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            for part in ["Source:", ORIGIN.date, ORIGIN.link] {
                assert!(texts.contains(part), "{query} {chart:?} does not say {part}");
            }
            let name = chart_file_name(&facts, chart, who_gets_missed::chart::ChartFile::Svg);
            assert!(name.starts_with("who-gets-missed-gap-") && !name.contains("iod"), "{name}");
        }
        assert!(sheet(Chart::Target(TargetChart::Curve), &facts, &ORIGIN).is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256, rng_seed: RngSeed::Fixed(2030), failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn a_cut_takes_its_share_of_every_gap_and_leaves_the_pivot(
        least in 0..100_000_i64, above in 1..100_000_i64, further in 0..100_000_i64, tenths in 0..=1000_u16,
    ) {
        let rates = [least + above, least, least + above + further].map(Thousandths::of);
        let cut = who_gets_missed::scenario::Percent::from_tenths(tenths);
        let choices = TargetChoices {
            cut, rates: Rates { mean: rates[0], least: rates[1], most: rates[2] }, second: [None; 3],
        };
        let line = Targets::new(&choices).line.unwrap();
        let share = f64::from(tenths) / 1000.0;
        let is_near = |a: f64, b: f64| (a - b).abs() < 1e-6;
        prop_assert!(is_near(line.fall_of_mean, share * above as f64 / 1000.0));
        prop_assert!(is_near(line.fall_of_most, share * (above + further) as f64 / 1000.0));
        prop_assert!(is_near(line.gap_after, (1.0 - share) * line.gap_before));
        prop_assert!(line.fall_of_most >= line.fall_of_mean - 1e-9);
    }
}

#[test]
fn the_page_saves_to_the_letter_what_evaluate_prints() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/evaluated_gap_target.json");
    let query = "v=2&view=gap&slope-cut=30";
    let printed = String::from_utf8(run(&[query]).stdout).unwrap();
    let (scenario, targets) = targets(query);
    let mut all: Value = serde_json::from_str(&printed).unwrap();
    let rows = all.as_object_mut().unwrap().remove("rows").unwrap();
    assert_eq!(rows["rows_in_use"], "built-in");
    // What is said of the rows goes with them.
    all["says"].as_object_mut().unwrap().retain(|kind, _| !kind.starts_with("rows"));
    let half = results_json(&SlopeTargetExport { scenario: &scenario, targets: &targets }).unwrap();
    assert_eq!(all, serde_json::from_str::<Value>(&half).unwrap());
    check_kept(path, &printed);
}
