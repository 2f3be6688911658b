//! Any link, drawn at random, on any council: no panic, no number outside its range, no mark outside its picture, no number
//! that is missing without a reason, no sentence with a hole in it.
//!
//! `RANDOM_LINKS` says how many, `RANDOM_SEED` from where; a failure tells the link. `make random` runs many.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
    pub mod scenarios;
    pub mod scene;
}

use std::collections::BTreeMap;
use std::env;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use support::built_in::BuiltIn;
use support::scenarios::scenario;
use support::scene::outside;
use who_gets_missed::chart::Chart;
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::{Edition, NeedMeasure, PlaceCode, RankBy};
use who_gets_missed::export::{Exportable, Origin, document};
use who_gets_missed::results::gap_measures::RowsIn;
use who_gets_missed::results::report::{NoReport, Report};
use who_gets_missed::scenario::{NumbersOf, Place, Scenario, ToQuery, View};
use who_gets_missed::words;

const ORIGIN: Origin = Origin { date: "2026-11-25", link: "https://example.org/missed/" };

/// The built-in figures, each table read once.
#[derive(Default)]
struct All(BTreeMap<String, BuiltIn>);

impl All {
    fn table(&mut self, edition: Edition, need: NeedMeasure, rank: RankBy) -> &BuiltIn {
        let table = Table { edition, need, rank };
        self.0.entry([edition.key(), need.key(), rank.key()].join(" ")).or_insert_with(|| BuiltIn::read(table))
    }
}

/// What a link comes to on the built-in figures.
fn report(all: &mut All, scenario: &Scenario) -> Result<Report, NoReport> {
    let all = std::cell::RefCell::new(all);
    let place = |need, rank| all.borrow_mut().table(scenario.data, need, rank).input(scenario);
    let every_place = |need, rank| all.borrow_mut().table(scenario.data, need, rank).every_place(scenario);
    Report::new(scenario, place, every_place, || Ok(RowsIn::built_in()))
}

/// Numbers that are shares, by the last part of their name.
const SHARES: [&str; 13] = [
    "people_share",
    "need_share",
    "coverage",
    "exclusion_error",
    "precision",
    "leakage",
    "efficiency",
    "between_area_share",
    "need_rate",
    "eligible",
    "treated",
    "past_low",
    "past_high",
];
/// Numbers that cannot be below 0.
const COUNTS: [&str; 9] =
    ["people", "in_need", "areas", "units", "cost", "offered", "reached", "budget", "per_person_in_need"];
fn check(at: &str, key: &str, value: &Value) -> Result<(), String> {
    match value {
        Value::Object(inside) => inside.iter().try_for_each(|(key, value)| {
            let is_said = inside.get("reasons").is_some_and(|reasons| reasons[key].is_string());
            if value.is_null() && !is_said {
                return Err(format!("{at}/{key} is not there, and no reason"));
            }
            check(&format!("{at}/{key}"), key, value)
        }),
        Value::Array(inside) => {
            inside.iter().enumerate().try_for_each(|(index, value)| check(&format!("{at}/{index}"), key, value))
        }
        Value::Number(number) => {
            let number = number.as_f64().unwrap();
            let is_in_range = match key {
                _ if !number.is_finite() => false,
                _ if at.starts_with("/rows") => true,
                _ if SHARES.contains(&key) => (-1e-12..=1.0 + 1e-12).contains(&number),
                _ if COUNTS.contains(&key) => number >= -1e-6,
                _ => true,
            };
            if is_in_range { Ok(()) } else { Err(format!("{at} is {number}")) }
        }
        Value::String(text) => {
            let is_whole = !["NaN", "inf%"].iter().any(|hole| text.contains(hole))
                && (!at.starts_with("/says") || (!text.is_empty() && !text.contains("  ")));
            if is_whole { Ok(()) } else { Err(format!("{at} says “{text}”")) }
        }
        Value::Bool(_) | Value::Null => Ok(()),
    }
}

fn check_exhibits(exhibits: &dyn Exportable) -> Result<(), String> {
    check("", "", &document(exhibits).map_err(|error| error.to_string())?)?;
    for &chart in Chart::ALL {
        let Some(sheet) = exhibits.sheet(chart, &ORIGIN) else { continue };
        for layer in &sheet.layers {
            outside(layer).map_err(|why| format!("{chart:?}: {why}"))?;
        }
        let is_explained = !sheet.layers.is_empty() || sheet.about.iter().any(|text| text.len() > 20);
        if !is_explained {
            return Err(format!("{chart:?} is left out without a word"));
        }
    }
    Ok(())
}

/// Draws a scenario of a view with numbers, on places that there are.
fn drawn(runner: &mut TestRunner, all: &mut All, codes: &[PlaceCode]) -> Scenario {
    let views: Vec<View> = View::which(|spec| spec.numbers != NumbersOf::Nothing).collect();
    let ((mut scenario, view), places) =
        ((scenario(), 0..views.len()), prop::collection::vec(0..codes.len(), 1..4)).new_tree(runner).unwrap().current();
    scenario.view = views[view];
    // A table is in no link: `evaluate` asks for it.
    scenario.own.is_used = false;
    if scenario.view == View::Strategies && places[0] % 4 != 0 {
        // Draws are slow: most links look at something else.
        scenario.view = View::Missed;
    }
    if places.len() < 3 {
        scenario.place = Place::of(places.into_iter().map(|at| codes[at])).unwrap();
    }
    if !scenario.data.built_in_needs().contains(&scenario.need) {
        scenario.need = NeedMeasure::Income;
    }
    let _ = all;
    scenario
}

#[test]
fn any_link_comes_to_an_answer_in_range_or_is_refused_in_a_sentence() {
    let number = |name: &str, usual: u64| env::var(name).map_or(usual, |text| text.parse().unwrap());
    let (count, seed) = (number("RANDOM_LINKS", 600), number("RANDOM_SEED", 2026));
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config { max_local_rejects: u32::MAX, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let mut all = All::default();
    let places = all.table(Edition::Iod2019, NeedMeasure::Income, RankBy::Imd).places();
    let councils = places.authorities.iter().map(|authority| authority.code.into());
    let larger = places.footprints.0.iter().map(|footprint| footprint.code);
    let codes: Vec<PlaceCode> = councils.chain(larger).collect();
    let mut faults = Vec::new();
    let (mut answers, mut refusals) = (0_u64, BTreeMap::<String, u64>::new());
    for _ in 0..count {
        let scenario = drawn(&mut runner, &mut all, &codes);
        // What a page is, is its link.
        let scenario = Scenario::from_query(&scenario.to_query()).scenario;
        match report(&mut all, &scenario) {
            Ok(report) => {
                answers += 1;
                if let Err(why) = report.with(check_exhibits) {
                    faults.push(format!("seed {seed}, link {answers}: ?{}\n{why}", scenario.to_query()));
                }
            }
            Err(why) => {
                let said = words::report::no_report(&scenario, &why);
                assert!(said.ends_with('.') && said.len() > 30, "{said}");
                *refusals.entry(format!("{:?}", scenario.view)).or_default() += 1;
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} links went wrong, such as\n{}",
        faults.len(),
        faults[..faults.len().min(12)].join("\n\n")
    );
    println!("seed {seed}: {answers} answers, refused by view: {refusals:?}");
    assert!(answers * 3 > count, "{answers} answers of {count}");
}

#[test]
fn links_whose_pictures_left_their_frame_once() {
    let mut all = All::default();
    for query in [
        "view=gap&slope-mean=.1&slope-least=100000&slope-most=.001",
        "view=gap&slope-mean=1&slope-most=0",
        "view=gap&slope-mean=0.002&slope-least=0.001&slope-most=0.003",
        "view=gap&slope-mean=100000&slope-least=0&slope-most=100000&slope-second-mean=2&slope-second-least=1&slope-second-most=3",
        "view=strategies&start=carbon-monoxide&stigma=0,98,100",
        "view=strategies&uptake-least=0,0,100&uptake-most=0,0,100",
        "view=incentive&pay-rise=0.1&pay-amount=10000",
        "place=E06000053&share=0",
        "view=strategies&place=E09000001&need=children&cut=local&basis=people&share=18.7&start=childrens-centre&offers=universal,need,group&scope=contact&outreach-to=target&funding=budget&budget=410535775&reach=56.9&stigma=21.2,48.5,69.8&sensitivity=70.1,81.4,95.4&contact=0.5,10.7,57.3&cost-screening=0.92,3.48,6.50&effect-others=8.8,63.6,68.4&tie-by=effect-in-need",
        "view=population&factor-shape=normal&factor-fit=moments&factor-mean=47746.517&factor-sd=10218.846&factor-thresholds=-68364.905,-36094.555&factor-treat-past=37703.572&factor-earlier=none&factor-gradient=none",
    ] {
        let scenario = Scenario::from_query(query).scenario;
        match report(&mut all, &scenario) {
            Ok(report) => report.with(check_exhibits).unwrap_or_else(|why| panic!("?{query}\n{why}")),
            Err(why) => assert!(words::report::no_report(&scenario, &why).ends_with('.')),
        }
    }
}
