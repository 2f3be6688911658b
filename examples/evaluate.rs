//! Prints a view's full result as JSON, so that anyone can check a number on the page:
//! `cargo run --no-default-features --example evaluate -- "share=30&cut=local" [File_7.csv]`
//!
//! The first argument is the part of a page's address after the question mark. Without a file the built-in figures
//! are used, with one the file’s own areas; on the view `gap` the file holds rows of one’s own.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use who_gets_missed::data::figures::{AuthorityList, BandTable, Table};
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::own_rows::OwnRows;
use who_gets_missed::data::{Authority, Population, PopulationError};
use who_gets_missed::export::{
    Facts, GapFacts, IncentiveFacts, MeasuresFacts, Offered, PopulationFacts, TargetFacts, results_json,
};
use who_gets_missed::results::gap_measures::{Measured, RowsIn};
use who_gets_missed::results::gap_target::Targets;
use who_gets_missed::results::incentive::Incentives;
use who_gets_missed::results::population::{RESIDENTS, Risk};
use who_gets_missed::results::strategies::{Strategies, all_intervals};
use who_gets_missed::results::{Missed, Prepared};
use who_gets_missed::scenario::{Notice, Scenario, View};

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
    if scenario.view == View::Gap {
        return print(&gap(&scenario, file.as_deref())?);
    }
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

    let (population, authorities) = population(&scenario, file.as_ref())?;
    let prepared = Prepared::new(population)?;
    match scenario.view {
        View::Missed | View::Strategies => print(&target_or_offers(&scenario, &prepared, &authorities)?),
        View::Population => print(&shift_or_treat(&scenario, &prepared, &authorities)?),
        View::Incentive => print(&incentive(&scenario, &prepared, &authorities)?),
        _ => Err("this view has no numbers of its own".into()),
    }
}

type Text = Result<String, Box<dyn Error>>;

/// The very text that the page saves.
fn print(text: &str) -> Result<(), Box<dyn Error>> {
    write!(std::io::stdout(), "{text}")?;
    Ok(())
}

fn shift_or_treat(scenario: &Scenario, prepared: &Prepared, authorities: &[Authority]) -> Text {
    let risk = Risk::new(scenario, prepared)?;
    Ok(results_json(&PopulationFacts { scenario, risk: &risk, authorities })?)
}

/// For this view the file holds rows of one's own.
fn gap(scenario: &Scenario, rows: Option<&Path>) -> Text {
    let own = |path: &Path| -> Result<RowsIn, Box<dyn Error>> {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(RowsIn::own(OwnRows::read(&String::from_utf8_lossy(&bytes), None)?))
    };
    let input = rows.map_or_else(|| Ok(RowsIn::built_in()), own)?;
    let choices = input.choices(&scenario.gap.measures);
    let measured = Measured::new(&input, &choices)?;
    let intervals = measured.intervals(&choices);
    let measures =
        MeasuresFacts { scenario, input: &input, choices: &choices, measured: &measured, intervals: &intervals };
    let targets = Targets::new(&scenario.gap.target);
    let target = TargetFacts { scenario, targets: &targets };
    Ok(results_json(&GapFacts { target, measures: Some(measures) })?)
}

fn incentive(scenario: &Scenario, prepared: &Prepared, authorities: &[Authority]) -> Text {
    let missed = Missed::new(scenario, prepared)?;
    let result = Incentives::new(scenario, prepared)?;
    Ok(results_json(&IncentiveFacts { scenario, missed: &missed, result: &result, authorities })?)
}

fn target_or_offers(scenario: &Scenario, prepared: &Prepared, authorities: &[Authority]) -> Text {
    let missed = Missed::new(scenario, prepared)?;
    let offers = match scenario.view {
        View::Strategies => {
            let result = Strategies::new(scenario, prepared)?;
            let intervals = all_intervals(&scenario.offers, &result);
            Some((result, intervals))
        }
        _ => None,
    };
    let offers = offers.as_ref().map(|(result, intervals)| Offered { result, intervals });
    let facts = Facts { scenario, missed: &missed, prepared, authorities, offers };
    Ok(results_json(&facts)?)
}

fn read_file(path: &Path) -> Result<OfficialFile, Box<dyn Error>> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Importer::read(&bytes)?)
}

/// The people of the place, and the authorities of the figures in use.
fn population(
    scenario: &Scenario,
    file: Option<&OfficialFile>,
) -> Result<(Population, Vec<Authority>), Box<dyn Error>> {
    let edition = scenario.data;
    let (need, rank) = match scenario.view {
        View::Population => RESIDENTS,
        _ => (scenario.need, scenario.rank),
    };
    let codes = |all: &[Authority]| scenario.place.authorities(edition, all);
    if let Some(file) = file {
        let population = file.population(&codes(&file.authorities), need, rank)?;
        return Ok((population, file.authorities.clone()));
    }
    if !edition.built_in_needs().contains(&need) {
        return Err(PopulationError::NoSuchNeed.into());
    }
    let list: AuthorityList = built_in(&Table::authorities_path(edition))?.parse()?;
    let table: BandTable = built_in(&Table { edition, need, rank }.path())?.parse()?;
    Ok((table.population(&codes(&list.0))?, list.0))
}

fn built_in(path: &str) -> Result<String, Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/figures").join(path);
    Ok(fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?)
}
