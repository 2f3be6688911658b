//! The register: every figure with what it rests on.

use super::{capital, chosen, chosen_effect, chosen_shift, factor, fit_name, past, shape_name, unit};
use crate::data::Edition;
use crate::results::population::Risk;
use crate::scenario::Scenario;
use crate::scenario::population::{Figure, FigureBasis, FigureSource, FitKind, GradientKind, PopulationChoices};
use crate::words::common::{SOURCE, source_name};
use crate::words::number::{chosen_percent, count};
use crate::words::sources::{
    BMI_LINES, EXPLORING_HEALTH, FIRST_SURVEY, INDICES_2019, LOWER_BMI_LINES, OBESITY_STATISTICS, SURVEY, SURVEY_LAUNCH,
};

/// Heading of the register.
pub const REGISTER: &str = "Every figure and its source";
/// What it is.
pub const REGISTER_TEXT: &str = "Published figures name their source. Illustrative ones are round numbers to start a talk: \
     put in your own.";
/// Headings of its columns in a file.
pub const REGISTER_COLUMNS: [&str; 4] = ["Figure", "Value", "Basis", "Source"];
/// Takes a figure back.
pub const RESET: &str = "Reset";

/// Name of the button that takes a figure back.
pub fn reset(choices: &PopulationChoices, figure: Figure) -> String {
    format!("Reset: {}", figure_name(choices, figure))
}

/// Name of a figure.
pub fn figure_name(choices: &PopulationChoices, figure: Figure) -> String {
    match figure {
        Figure::Lines => "Lines".to_owned(),
        Figure::Past => {
            let year = choices.year.map_or_else(String::new, |year| format!(" in {year}"));
            format!("Adults past the first two lines{year}")
        }
        Figure::Moments => "Average and spread".to_owned(),
        Figure::Shape => "Shape of the curve".to_owned(),
        Figure::Earlier => {
            let year = choices.earlier_year.map_or_else(|| "the earlier year".to_owned(), |year| year.to_string());
            format!("Adults past the first two lines in {year}")
        }
        Figure::TreatPast => "Treatment is offered from".to_owned(),
        Figure::Uptake => "Share of those offered who take it up".to_owned(),
        Figure::Effect => format!("Fall of {} for each person treated", factor(choices)),
        Figure::Shift => format!("Fall of {} for everyone", factor(choices)),
        Figure::Gradient => "Most deprived fifth against least deprived fifth".to_owned(),
        Figure::Adults => "Adults (16 and over) among residents".to_owned(),
        Figure::Residents => "Residents of the place and its fifths".to_owned(),
    }
}

/// Its value.
pub fn figure_value(choices: &PopulationChoices, residents: f64, figure: Figure) -> String {
    let shares = |shares: [crate::scenario::Percent; 2]| {
        let each = |index: usize| format!("{}: {}", past(choices, choices.line(index)), chosen_percent(shares[index]));
        format!("{}; {}", each(0), each(1))
    };
    match figure {
        Figure::Lines => {
            let all: Vec<String> = choices.thresholds.iter().map(|&line| chosen(line)).collect();
            format!("{} {}", all.join(", "), unit(choices))
        }
        Figure::Past => shares(choices.past),
        Figure::Moments => format!("{} and {} {}", chosen(choices.mean), chosen(choices.sd), unit(choices)),
        Figure::Shape => {
            let fit = if choices.fit == FitKind::Moments {
                fit_name(FitKind::Moments)
            } else {
                fit_name(FitKind::Prevalences)
            };
            format!("{}, fitted to {fit}", capital(shape_name(choices.shape)))
        }
        Figure::Earlier => choices.earlier.map(shares).unwrap_or_default(),
        Figure::TreatPast => format!("{} {}", chosen(choices.treat_past), unit(choices)),
        Figure::Uptake => chosen_percent(choices.uptake),
        Figure::Effect => chosen_effect(choices),
        Figure::Shift => chosen_shift(choices),
        Figure::Gradient => match choices.gradient {
            GradientKind::None => "No difference".to_owned(),
            GradientKind::Mean => format!("{} {} more on average", chosen(choices.gap), unit(choices)),
            GradientKind::Prevalence => {
                format!("{} points more with {}", chosen(choices.gap), past(choices, choices.line(0)))
            }
        },
        Figure::Adults => chosen_percent(choices.adults),
        Figure::Residents => count(residents),
    }
}

/// What a figure rests on, in a word or two.
pub const fn basis_name(basis: FigureBasis) -> &'static str {
    match basis {
        FigureBasis::Published(_) => "published",
        FigureBasis::Illustrative => "illustrative",
        FigureBasis::Own => "your own",
    }
}

/// Where a figure is published; `None` for any other.
pub fn figure_source(edition: Edition, basis: FigureBasis) -> Option<String> {
    let FigureBasis::Published(source) = basis else { return None };
    Some(match source {
        FigureSource::BmiLines => {
            format!("{SOURCE}{BMI_LINES}. For some ethnic groups lower lines are advised ({LOWER_BMI_LINES}).")
        }
        FigureSource::Bmi2019 => format!(
            "{SOURCE}{SURVEY}, adults aged 16 and over, as in {OBESITY_STATISTICS}: 28.0% living with obesity and a \
             further 36.2% overweight."
        ),
        FigureSource::Bmi1993 => format!(
            "{SOURCE}{FIRST_SURVEY}, adults aged 16 and over. The first share is a whole per cent, as in \
             {SURVEY_LAUNCH}; the second as in {EXPLORING_HEALTH}."
        ),
        FigureSource::ExcessWeightGap => format!(
            "{SOURCE}{SURVEY}, as in {OBESITY_STATISTICS}: 9 points more in the most deprived areas of England than in \
             the least deprived ones."
        ),
        FigureSource::Adults2015 => format!(
            "{SOURCE}{}, File 7, mid 2015: of all people in England, those who are not children aged 0 to 15.",
            INDICES_2019.title
        ),
        FigureSource::Indices => format!("{SOURCE}{}", source_name(edition)),
    })
}

/// The register as rows: figure, value, basis, source.
pub fn register_rows(scenario: &Scenario, risk: &Risk) -> Vec<Vec<String>> {
    let choices = &scenario.population;
    let row = |figure: Figure| {
        let basis = figure.basis(choices);
        vec![
            figure_name(choices, figure),
            figure_value(choices, risk.residents, figure),
            basis_name(basis).to_owned(),
            figure_source(scenario.data, basis).unwrap_or_default().trim_start_matches(SOURCE).to_owned(),
        ]
    };
    Figure::ALL.into_iter().filter(|figure| figure.is_used(choices)).map(row).collect()
}
