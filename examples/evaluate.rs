//! Prints a view's full result as JSON, so that anyone can check a number on the page:
//! `cargo run --no-default-features --example evaluate -- "share=30&cut=local" [File_7.csv]`
//!
//! The first argument is the part of a page's address after the question mark. Without a file the built-in figures
//! are used, with one the file's own areas.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use serde_json::{Value, json};
use who_gets_missed::data::figures::{AuthorityList, BandTable, Table};
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::{Authority, Population, PopulationError};
use who_gets_missed::model::strategies::{BreakEven, Interval};
use who_gets_missed::results::strategies::{MEASURES, Strategies, StrategyResult, all_draws, intervals, split};
use who_gets_missed::results::{Missed, Prepared};
use who_gets_missed::scenario::{Notice, Scenario, ToQuery, View};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let query = arguments.next().unwrap_or_default();
    let file = arguments.next().map(PathBuf::from);
    if arguments.next().is_some() || query.starts_with("--") {
        return Err("usage: evaluate QUERY [File_7.csv]".into());
    }

    let decoded = Scenario::from_query(&query);
    let mut scenario = decoded.scenario;
    let file = file.as_deref().map(read_file).transpose()?;
    if let Some(file) = &file {
        scenario.data = file.edition;
    }
    for notice in &decoded.notices {
        // With a file at hand its figures are the person's own.
        if file.is_none() || *notice != Notice::OwnFiguresElsewhere {
            eprintln!("note: {notice:?}");
        }
    }

    let result = match scenario.view {
        View::Missed => {
            let population = population(&scenario, file.as_ref())?;
            let prepared = Prepared::new(population)?;
            serde_json::to_value(Missed::new(&scenario, &prepared)?)?
        }
        View::Strategies => {
            let population = population(&scenario, file.as_ref())?;
            strategies(&scenario, &Prepared::new(population)?)?
        }
        View::Saved | View::Note | View::Data | View::About => return Err("this view has no numbers of its own".into()),
    };
    let mut output =
        json!({ "query": scenario.to_query(), "data": scenario.data, "place": scenario.place.to_string() });
    if let (Some(output), Value::Object(result)) = (output.as_object_mut(), result) {
        output.extend(result);
    }
    writeln!(std::io::stdout(), "{output:#}")?;
    Ok(())
}

/// Every output of every strategy with its 5%, 50% and 95% values, where the first two tie, and the split budget.
fn strategies(scenario: &Scenario, prepared: &Prepared) -> Result<Value, Box<dyn Error>> {
    let offers = &scenario.offers;
    let result = Strategies::new(scenario, prepared)?;
    let draws = all_draws(offers);
    let mut all = Vec::new();
    for StrategyResult { strategy, outcome } in &result.results {
        let intervals = intervals(offers, &result.cells, *strategy, &draws);
        let measures: serde_json::Map<String, Value> = MEASURES
            .iter()
            .zip(intervals)
            .map(|((name, measure), interval)| {
                let value = match interval {
                    Some(Interval { low, middle, high }) => {
                        json!({ "likely": measure(outcome), "5%": low, "50%": middle, "95%": high })
                    }
                    None => Value::Null,
                };
                ((*name).to_owned(), value)
            })
            .collect();
        all.push(json!({ "strategy": strategy, "outputs": measures, "outcome": outcome }));
    }
    let fifths = result.cells.fifths.map(|fifth| fifth.all());
    let parts = split(offers, &fifths)?;
    let budgets: Vec<f64> = parts.iter().map(|part| part.budget).collect();
    let tornado: Vec<Value> = result
        .tornado
        .iter()
        .map(|bar| json!({ "assumption": format!("{:?}", bar.assumption), "low": bar.at_low, "high": bar.at_high }))
        .collect();
    let tie = match result.break_even {
        BreakEven::At(value) => json!({ "at": value }),
        other => json!(format!("{other:?}")),
    };
    Ok(json!({ "strategies": all, "break_even": tie, "tornado": tornado, "split": budgets, "draws": draws.len() }))
}

fn read_file(path: &Path) -> Result<OfficialFile, Box<dyn Error>> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Importer::read(&bytes)?)
}

fn population(scenario: &Scenario, file: Option<&OfficialFile>) -> Result<Population, Box<dyn Error>> {
    let Scenario { data: edition, need, rank, .. } = *scenario;
    let codes = |all: &[Authority]| scenario.place.authorities(edition, all);
    if let Some(file) = file {
        return Ok(file.population(&codes(&file.authorities), need, rank)?);
    }
    if !edition.built_in_needs().contains(&need) {
        return Err(PopulationError::NoSuchNeed.into());
    }
    let list: AuthorityList = built_in(&Table::authorities_path(edition))?.parse()?;
    let table: BandTable = built_in(&Table { edition, need, rank }.path())?.parse()?;
    Ok(table.population(&codes(&list.0))?)
}

fn built_in(path: &str) -> Result<String, Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/figures").join(path);
    Ok(fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?)
}
