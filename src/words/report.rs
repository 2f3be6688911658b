//! What is said where a link comes to no numbers.

use std::io::ErrorKind;

use super::{areas, common, gap_measures, incentive, notice, population};
use crate::data::PopulationError;
use crate::model::CurveError;
use crate::results::MissError;
use crate::results::incentive::IncentiveProblem;
use crate::results::report::NoReport;
use crate::scenario::Scenario;

/// Why a link comes to nothing, and what to do.
pub fn no_report(scenario: &Scenario, why: &NoReport) -> String {
    match why {
        NoReport::NoNumbers(view) => no_numbers(common::heading(*view)),
        NoReport::NoUnits => areas::no_units(scenario).to_owned(),
        NoReport::Population(error) => no_population(scenario, *error),
        NoReport::Place(error) | NoReport::Payment(IncentiveProblem::Place(error)) => no_curve(*error).to_owned(),
        NoReport::Risk(problem) => population::problem(&scenario.population, *problem),
        NoReport::Payment(IncentiveProblem::Payment(_)) => incentive::cannot_be(scenario),
        NoReport::Rows(error) => {
            let message = gap_measures::measure_message(error);
            format!("{} {}", message.problem, message.advice)
        }
    }
}

/// Why a file cannot be read.
pub fn unreadable(path: &str, kind: ErrorKind) -> String {
    let why = match kind {
        ErrorKind::NotFound => "There is no file of this name. Check the name and the folder",
        ErrorKind::PermissionDenied => "This file may not be read. Ask for leave to read it, or use another file",
        ErrorKind::IsADirectory => "This is a folder. Name a file inside it",
        _ => "This file cannot be read. Try a copy of it",
    };
    format!("{path}: {why}.")
}

fn no_numbers(heading: &str) -> String {
    format!("The page “{heading}” has no numbers of its own.")
}

/// Why figures say nothing of a place.
pub fn no_population(scenario: &Scenario, error: PopulationError) -> String {
    match error {
        PopulationError::NoSuchPlace => notice::no_such_place(&scenario.place, scenario.data),
        PopulationError::NoSuchNeed => notice::no_such_need(scenario.need, scenario.data),
    }
}

/// Why a place cannot be cut.
pub const fn no_curve(error: MissError) -> &'static str {
    match error {
        MissError::Curve(CurveError::NobodyInNeed | CurveError::NoPeople) => notice::NOBODY_IN_NEED,
        MissError::Curve(CurveError::NoNationalPosition) => notice::NO_NATIONAL,
        MissError::Curve(CurveError::ImpossibleUnit | CurveError::NationalOrder) | MissError::Share(_) => {
            notice::NO_ANSWER
        }
    }
}
