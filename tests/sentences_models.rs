//! Every sentence of the views `population`, `incentive` and `gap` is true of every state that can show it: each kind is
//! read here again as `evaluate` prints it, its numbers are held against the results by code of its own, and what it
//! claims in words ("falls", "nobody", "more than for everyone") is asked of them.
//!
//! Each council of both editions takes its turn at each set of choices: a part of them in a quick run, many more with
//! `ALL_SENTENCES=1`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
    pub mod chosen;
    pub mod frame;
    pub mod models;
    pub mod needs;
}

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use serde_json::Value;
use support::built_in::{BuiltIn, tables};
use support::chosen::{Choices, INCENTIVE, OWN_ROWS, POPULATION, ROWS, SLOPE};
use support::frame::{Checked, breakages};
use support::models::{gap, incentive, population, sentences};
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::table::{Answers, Table as OwnTable};
use who_gets_missed::data::{AuthorityCode, Edition, Extent, NeedMeasure, RankBy};
use who_gets_missed::export::{IncentiveExport, MeasuresExport, PopulationExport, SlopeTargetExport, document};
use who_gets_missed::results::gap_measures::{Measured, RowsIn};
use who_gets_missed::results::gap_target::Targets;
use who_gets_missed::results::incentive::Incentives;
use who_gets_missed::results::population::Risk;
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{MeasureChoices, Place, Scenario};

/// How a sentence of a state is asked, its kind and how many of its kind stand before it.
type Ask<'a> = &'a dyn Fn((&str, usize, &str)) -> Checked;

/// How many sentences of each kind were checked, and broken, in how many states.
#[derive(Default)]
struct Tally {
    states: usize,
    refused: usize,
    checked: BTreeMap<String, usize>,
    broken: BTreeMap<String, usize>,
    wrong: BTreeMap<String, String>,
}

impl Tally {
    /// Asks each sentence of a state; breaks each on purpose, where that is asked for, in each form it is seen in.
    fn ask(&mut self, of: &Value, is_broken: bool, ask: Ask) {
        self.states += 1;
        for (kind, at, text) in sentences(of) {
            if kind == "place" {
                continue;
            }
            *self.checked.entry(kind.to_owned()).or_default() += 1;
            let is_whole = !text.is_empty()
                && !["  ", "NaN", "-0.0 ", "−0.0 ", "about under", "about over"].iter().any(|hole| text.contains(hole));
            // A sentence begins with a capital letter; what stands beside a big number is the rest of one.
            let begins = |text: &str| !text.starts_with(|first: char| first.is_ascii_lowercase());
            let is_whole = is_whole && (kind.ends_with("meaning") || text.split(". ").all(begins));
            let found = if is_whole { ask((kind, at, text)) } else { Err("it has a hole".to_owned()) };
            if let Err(why) = found {
                let form: String = why.chars().filter(|char| !char.is_ascii_digit()).take(24).collect();
                let told = format!("?{}\n  {text}\n  {why}", of["query"]);
                self.wrong.entry(format!("{kind}: {form}")).or_insert(told);
                continue;
            }
            if is_broken {
                for other in breakages(text) {
                    assert!(ask((kind, at, &other)).is_err(), "{kind} passed: {other}\n?{}", of["query"]);
                    *self.broken.entry(kind.to_owned()).or_default() += 1;
                }
            }
        }
    }

    /// All were true, and each kind was broken.
    fn close(self, view: &str, states: usize, kinds: usize) {
        let Self { states: seen, refused, checked, broken, wrong } = self;
        println!("{view}: {seen} states, {refused} refused, {} kinds: {checked:?}; broken: {broken:?}", checked.len());
        let told: Vec<String> = wrong.values().take(30).cloned().collect();
        assert!(wrong.is_empty(), "{} forms are wrong:\n{}", wrong.len(), told.join("\n"));
        assert!(seen >= states && checked.len() >= kinds, "{seen} states, {checked:?}");
        assert!(checked.keys().eq(broken.keys()), "{checked:?} {broken:?}");
    }
}

fn is_all() -> bool {
    env::var_os("ALL_SENTENCES").is_some()
}

/// Every place of an edition: each council, England, and the first page's.
fn places(figures: &BuiltIn) -> Vec<(Place, Extent)> {
    let codes: Vec<AuthorityCode> = figures.authorities().iter().map(|authority| authority.code).collect();
    let mut places: Vec<_> =
        codes.iter().map(|&code| (Place::of([code]).unwrap(), Extent::from(&vec![code]))).collect();
    places.push((Place::England, Extent::from(&codes)));
    let own = Place::CambridgeshirePeterborough;
    places.push((own.clone(), figures.extent(&own)));
    places
}

fn scenario(query: &str) -> Scenario {
    let decoded = Scenario::from_query(query);
    assert!(decoded.notices.is_empty(), "{query}: {:?}", decoded.notices);
    decoded.scenario
}

#[test]
fn every_sentence_of_shifting_everyone_is_true() {
    let mut tally = Tally::default();
    let mut choices = Choices::new(POPULATION, 1993);
    let times = if is_all() { 8 } else { 3 };
    for edition in Edition::ALL {
        let figures = BuiltIn::read(Table { edition, need: NeedMeasure::Income, rank: RankBy::Imd });
        let known = figures.places();
        for (turn, (place, codes)) in places(&figures).into_iter().enumerate() {
            let Ok(prepared) = RankedPlace::new(figures.population(&codes)) else { continue };
            for time in 0..times {
                let query = choices.next();
                let page = scenario(&format!("view=population&{query}"));
                let page = Scenario { data: edition, place: place.clone(), ..page };
                let Ok(risk) = Risk::new(&page, &prepared) else {
                    tally.refused += 1;
                    continue;
                };
                let facts = PopulationExport { scenario: &page, risk: &risk, places: &known };
                let of = document(&facts).unwrap();
                tally.ask(&of, (turn + time) % 32 == 0, &|said| population::check(&page, &of, said));
            }
        }
    }
    tally.close("population", 600, 12);
}

#[test]
fn every_sentence_of_paying_people_is_true() {
    let mut tally = Tally::default();
    let mut choices = Choices::new(INCENTIVE, 716);
    let times = if is_all() { 4 } else { 1 };
    for table in tables() {
        let figures = BuiltIn::read(table);
        let known = figures.places();
        for (turn, (place, codes)) in places(&figures).into_iter().enumerate() {
            let Ok(prepared) = RankedPlace::new(figures.population(&codes)) else { continue };
            for time in 0..times {
                let page = scenario(&format!("view=incentive&{}", choices.next()));
                let Table { edition: data, need, rank } = table;
                let page = Scenario { data, need, rank, place: place.clone(), ..page };
                let missed = TargetingResult::new(&page, &prepared).unwrap();
                let Ok(result) = Incentives::new(&page, &prepared) else {
                    tally.refused += 1;
                    continue;
                };
                let facts = IncentiveExport { scenario: &page, missed: &missed, result: &result, places: &known };
                let of = document(&facts).unwrap();
                let about = missed.is_approximate;
                tally.ask(&of, (turn + time) % 48 == 0, &|said| incentive::check(&page, &of, about, said));
            }
        }
    }
    tally.close("incentive", 1500, 8);
}

#[test]
fn every_sentence_of_the_slope_target_is_true() {
    let mut tally = Tally::default();
    let mut choices = Choices::new(SLOPE, 102);
    for turn in 0..if is_all() { 20_000 } else { 3_000 } {
        let page = scenario(&format!("view=gap&{}", choices.next()));
        let targets = Targets::new(&page.gap.target);
        let of = document(&SlopeTargetExport { scenario: &page, targets: &targets }).unwrap();
        tally.ask(&of, turn % 16 == 0, &|said| gap::check_target(&page, &of, said));
    }
    tally.close("slope target", 3000, 8);
}

/// Asks the sentences of rows with some choices.
fn ask_rows(tally: &mut Tally, page: &Scenario, input: &RowsIn, choices: &MeasureChoices, is_broken: bool) {
    let Ok(measured) = Measured::new(input, choices) else {
        tally.refused += 1;
        return;
    };
    // Draws are no part of any sentence.
    let facts =
        MeasuresExport { scenario: page, input, choices, measured: &measured, intervals: &Ok(None), grouped: None };
    let of = document(&facts).unwrap();
    tally.ask(&of, is_broken, &|said| gap::check_rows(choices, &of, said));
}

#[test]
fn every_sentence_of_rows_measured_is_true() {
    let mut tally = Tally::default();
    let mut choices = Choices::new(ROWS, 2022);
    let built_in = RowsIn::built_in();
    for turn in 0..if is_all() { 2_000 } else { 200 } {
        let page = scenario(&format!("view=gap&{}", choices.next()));
        ask_rows(&mut tally, &page, &built_in, &built_in.choices(&page.gap.measures), turn % 8 == 0);
        let (text, keys) = OWN_ROWS[turn % OWN_ROWS.len()];
        let page = scenario(&format!("view=gap&{keys}&{}", choices.next()));
        let own = RowsIn::own(OwnTable::from_text(text).unwrap().read(&Answers::default()).unwrap());
        ask_rows(&mut tally, &page, &own, &page.gap.measures, turn % 8 < 2);
    }
    tally.close("rows", 300, 5);
}

#[test]
fn the_choices_drawn_are_many() {
    for keys in [POPULATION, INCENTIVE, SLOPE] {
        let mut choices = Choices::new(keys, 1);
        let drawn: BTreeSet<String> = (0..500).map(|_| choices.next()).collect();
        assert!(drawn.len() > 400, "{}", drawn.len());
    }
}
