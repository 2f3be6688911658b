//! What is said of choices that cannot be true together.

use super::{chosen, past, unit};
use crate::model::population::{ApproachError, FifthsError, FitError};
use crate::results::population::RiskProblem;
use crate::scenario::PopulationChoices;
use crate::scenario::population::FitKind;

/// The way back.
pub const BACK_TO_START: &str = "Go back to the starting values";
/// Heading of a message in place of the answer.
pub const CANNOT_BE: &str = "These choices do not fit together";
/// What is wrong with choices that cannot be true together, and what to do.
pub fn problem(choices: &PopulationChoices, problem: RiskProblem) -> String {
    let lines = || {
        let all: Vec<String> = choices.thresholds.iter().map(|&line| chosen(line)).collect();
        format!("The lines must rise, but they are {}. Put the lowest line first.", all.join(", "))
    };
    match problem {
        RiskProblem::Lines => lines(),
        RiskProblem::Fit(error) => fit_problem(choices, error, false).unwrap_or_else(lines),
        RiskProblem::Earlier(error) => fit_problem(choices, error, true).unwrap_or_else(lines),
        RiskProblem::TooWide if choices.fit == FitKind::Moments => {
            "The spread is so large beside the average that the average would say nothing of most people. Type a \
             smaller spread, or choose the normal shape."
                .to_owned()
        }
        RiskProblem::TooWide => too_wide(choices, false),
        RiskProblem::EarlierTooWide => too_wide(choices, true),
        RiskProblem::Shift(ApproachError::Threshold) => format!(
            "A fall in % has no meaning where the average is 0 or below. Type a higher average, or count the fall for \
             everyone in {}.",
            unit(choices)
        ),
        RiskProblem::Treat(error) | RiskProblem::Shift(error) => match error {
            ApproachError::Effect => {
                "Treatment cannot lower a value by more than 100%. Type a smaller effect.".to_owned()
            }
            ApproachError::Threshold => format!(
                "An effect in % has no meaning for people whose value may be 0 or below. Offer treatment from a line \
                 above 0, or count the effect in {}.",
                unit(choices)
            ),
            ApproachError::Shift => {
                "A fall of 100% or more leaves nothing. Type a smaller fall for everyone.".to_owned()
            }
            ApproachError::NoMean => "The curve is so wide that it has no average. Put the shares of adults past the \
                two lines further apart."
                .to_owned(),
            ApproachError::NotANumber | ApproachError::Uptake => "One of the numbers is missing.".to_owned(),
        },
        RiskProblem::Fifths(FifthsError::TooSteep) => {
            "The difference between the fifths is too large: one fifth would \
            have nobody or everybody past the first line. Type a smaller difference, or choose no difference."
                .to_owned()
        }
        RiskProblem::Fifths(FifthsError::NobodyAtRisk) => format!(
            "Nobody has {}, so nobody can be missed. Type a lower first line or a higher average.",
            past(choices, choices.line(0))
        ),
        RiskProblem::Fifths(FifthsError::NoPeople | FifthsError::NotANumber) | RiskProblem::Place(_) => {
            "Nobody is counted in this place. Choose another place.".to_owned()
        }
    }
}

fn too_wide(choices: &PopulationChoices, is_earlier: bool) -> String {
    let year = if is_earlier { " in the earlier year" } else { "" };
    let [low, high] = [0, 1].map(|index| past(choices, choices.line(index)));
    format!(
        "The shares of adults with {low} and with {high}{year} are so close, for lines so far apart, that the average would \
         say nothing of most people. Put the two shares further apart, or the lines closer together."
    )
}

fn fit_problem(choices: &PopulationChoices, error: FitError, is_earlier: bool) -> Option<String> {
    let year = if is_earlier { " in the earlier year" } else { "" };
    let [low, high] = [0, 1].map(|index| past(choices, choices.line(index)));
    Some(match error {
        FitError::ThresholdsOutOfOrder => return None,
        FitError::SharesOutOfOrder => format!(
            "Fewer adults must have {high} than {low}{year}, because everyone past the second line is past the first \
             too. Type a smaller share for {high} or a larger one for {low}."
        ),
        FitError::ShareOutOfRange => format!(
            "The shares of adults with {low} and with {high}{year} must be above 0% and below 100%. With nobody or \
             everybody past a line no curve can be drawn."
        ),
        FitError::NotPositive => {
            "A lognormal curve has only values above 0. Type lines and an average above 0, or choose \
            the normal shape."
                .to_owned()
        }
        FitError::NoSpread => {
            "The spread must be above 0, and not tiny beside the average. Type a larger spread.".to_owned()
        }
        FitError::NotANumber => "One of the numbers is missing or too large.".to_owned(),
    })
}
