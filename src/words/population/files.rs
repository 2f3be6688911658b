//! What a file of this view says of itself.

use super::{REGISTER_COLUMNS, chosen, factor_capital, past, register_rows, unit};
use crate::data::Resolution;
use crate::results::population::Risk;
use crate::scenario::Scenario;
use crate::scenario::population::{Figure, FigureBasis, PopulationChoices, SizeBy};
use crate::words::common::{SOURCE, people_estimated, source};
use crate::words::exports::{attribution, fact, made_with};

/// Which figures of the place were used.
pub fn figures(scenario: &Scenario, risk: &Risk) -> String {
    match risk.resolution {
        Resolution::Areas => "Residents: single areas from a file added on this device.".to_owned(),
        Resolution::Bands => {
            let about = if risk.is_approximate { " How many live in each fifth is an estimate." } else { "" };
            let estimate = people_estimated(scenario.data).map(|text| format!(" {text}")).unwrap_or_default();
            format!("Residents of all ages: built-in figures.{about}{estimate}")
        }
    }
}

/// How many figures there are, and what they rest on.
fn figures_in_short(scenario: &Scenario) -> String {
    let choices = &scenario.population;
    let used = || Figure::ALL.into_iter().filter(|figure| figure.is_used(choices));
    let of = |wanted: fn(&FigureBasis) -> bool| used().filter(|figure| wanted(&figure.basis(choices))).count();
    format!(
        "Worked out from {} figures: {} published, {} of one’s own, {} illustrative. The link shows each.",
        used().count(),
        of(|basis| matches!(basis, FigureBasis::Published(_))),
        of(|basis| *basis == FigureBasis::Own),
        of(|basis| *basis == FigureBasis::Illustrative)
    )
}

/// Published sources of the risk factor, a line each.
fn sources(scenario: &Scenario, risk: &Risk) -> Vec<String> {
    let rows = register_rows(scenario, risk);
    let mut all: Vec<String> = Vec::new();
    for row in rows {
        // The source of the place's residents stands in every file by itself.
        if let [.., source] = row.as_slice()
            && !source.is_empty()
            && *source != attribution(scenario)
            && !all.contains(source)
        {
            all.push(source.clone());
        }
    }
    all
}

/// What the smallest shifts of a file of all results are counted in.
pub fn equal_unit(choices: &PopulationChoices) -> String {
    match choices.shift_by {
        SizeBy::Units => unit(choices),
        SizeBy::Percent => "share of each person’s value".to_owned(),
    }
}

/// The foot of a picture.
pub fn foot(scenario: &Scenario, risk: &Risk, date: &str, link: &str) -> Vec<String> {
    let mut foot = vec![figures_in_short(scenario), figures(scenario, risk)];
    foot.extend(sources(scenario, risk).into_iter().map(|text| format!("{SOURCE}{text}")));
    foot.push(source(scenario.data));
    foot.push(made_with(date, link));
    foot
}

/// The first lines of a table: what it is about, a name and a value each, then every figure with its source.
pub fn header(
    title: &str,
    numbers: &str,
    (place, scenario): (&str, &Scenario),
    risk: &Risk,
    (date, link): (&str, &str),
) -> Vec<Vec<String>> {
    let choices = &scenario.population;
    let lines: Vec<String> = choices.thresholds.iter().map(|&line| chosen(line)).collect();
    let mut rows = vec![
        fact("Title", title),
        fact("Numbers", numbers),
        fact("Place", place),
        fact("Risk", format!("{} ({}), lines {}", factor_capital(choices), unit(choices), lines.join(", "))),
        fact("At risk", past(choices, choices.line(0))),
        fact("Figures", figures(scenario, risk)),
        fact("Source", attribution(scenario)),
        fact("Made on", date),
        fact("Link", link),
        REGISTER_COLUMNS.map(str::to_owned).to_vec(),
    ];
    rows.extend(register_rows(scenario, risk));
    rows
}
