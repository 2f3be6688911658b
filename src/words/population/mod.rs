//! The view `population`: its controls; in the modules below the answer, the charts and the register.

use super::capital;
use super::number::{beyond, chosen_percent, count, decimal, format_decimal};
use crate::model::population::Shape;
use crate::scenario::population::{FactorStart, Figure, FigureBasis, FitKind, GradientKind, PopulationChoices, SizeBy};
use crate::scenario::{CutKind, Thousandths};

mod answer;
mod charts;
mod files;
mod problems;
mod register;

pub use answer::*;
pub use charts::*;
pub use files::*;
pub use problems::*;
pub use register::*;

/// Below the heading.
pub const LEAD: &str = "You can treat the people who are most at risk. Or you can help everyone lower their risk a \
     little. Change the numbers and see what each does.";
/// Heading of the starts.
pub const START: &str = "Start from";
/// Name of the controls.
pub const CONTROLS: &str = "Choose what to compare";
/// Heading of the first approach.
pub const TREAT: &str = "Treat those most at risk";
/// Heading of the second approach.
pub const SHIFT: &str = "Shift everyone";
/// Label of the line past which people are treated.
pub const TREAT_PAST: &str = "Offer it from";
/// Label of the uptake.
pub const UPTAKE: &str = "How many of them take it up";
/// After the uptake.
pub const UPTAKE_UNIT: &str = "% of those offered";
/// Label of what the effect is counted in.
pub const EFFECT_COUNTED_IN: &str = "Count that fall in";
/// Label of what the shift is counted in.
pub const SHIFT_COUNTED_IN: &str = "Count this fall in";
/// After a percentage.
pub const PERCENT: &str = "%";
/// Label of the size of the gradient.
pub const GAP: &str = "How much more, most deprived fifth against least";
/// Opens the settings of the risk factor.
pub const FACTOR: &str = "The risk: its name, its lines and who is past them";
/// Opens the settings of the fifths and the place.
pub const FIFTHS: &str = "Deprivation and the number of adults";
/// Label of the name.
pub const NAME: &str = "Name of the risk";
/// Label of the unit.
pub const UNIT: &str = "Unit";
/// Said of a text that cannot be kept.
pub const TEXT_ERROR: &str = "Type up to 40 letters, digits or signs, or leave it empty";
/// Heading of the lines.
pub const LINES: &str = "Lines, lowest first";
/// Hint of the lines.
pub const LINES_HINT: &str =
    "Two to four. Past the first line people are at risk. Past the second they are at high risk.";
/// Said of text that is no line.
pub const LINE_ERROR: &str = "Type a number, such as 25";
/// Said of text that is no line where there may be none.
pub const SPARE_LINE_ERROR: &str = "Type a number, such as 35, or leave it empty";
/// Label of the shape.
pub const SHAPE: &str = "Shape of the curve";
/// Label of what it is fitted to.
pub const FIT: &str = "Fit the curve to";
/// Label of the mean.
pub const MEAN: &str = "Average (mean)";
/// Label of the standard deviation.
pub const SD: &str = "Spread (standard deviation)";
/// Said of text that is no size.
pub const SIZE_ERROR: &str = "Type a number of 0 or more, such as 2";
/// Said of text that is no value.
pub const VALUE_ERROR: &str = "Type a number, such as 5";
/// Said of text that is no percentage.
pub const PERCENT_ERROR: &str = "Type a number from 0 to 100, such as 20";
/// Label of the year.
pub const YEAR: &str = "Year";
/// Said of text that is no year.
pub const YEAR_ERROR: &str = "Type a year from 1900 to 2100, or leave it empty";
/// Ticked where an earlier year lies behind.
pub const SHOW_EARLIER: &str = "Show an earlier year behind";
/// Label of the earlier year.
pub const EARLIER_YEAR: &str = "Earlier year";
/// Label of the gradient.
pub const GRADIENT: &str = "Between the most and the least deprived fifth";
/// Label of the fifths.
pub const FIFTHS_OF: &str = "“Most deprived fifth” means a fifth of";
/// Label of the share of adults.
pub const ADULTS: &str = "Adults among residents";
/// After it.
pub const ADULTS_UNIT: &str = "% of residents";
/// Where the share of adults is published.
const ADULTS_PUBLISHED: &str = "In England 81% of people were 16 or over at mid 2015 (English Indices of Deprivation 2019, \
     File 7).";

/// Name of a start.
pub const fn start_name(start: FactorStart) -> &'static str {
    match start {
        FactorStart::Bmi => "Body mass index (BMI)",
        FactorStart::Pressure => "Blood pressure (made-up figures)",
        FactorStart::Own => "A risk of your own",
    }
}

/// What a start is.
pub const fn story(start: FactorStart) -> &'static str {
    match start {
        FactorStart::Bmi => {
            "Body mass index (BMI) is a person’s weight in kilograms, divided by their height in metres squared. From 25 \
             an adult is overweight. From 30 an adult is living with obesity. The risk of ill health rises step by step, \
             also below these lines. BMI says more about a place than about one person."
        }
        FactorStart::Pressure => {
            "Blood pressure here is the higher of the two numbers in a reading, in mmHg. The shares of people are made \
             up. They show that this page works for any risk that can be measured. Put in figures that you trust."
        }
        FactorStart::Own => {
            "Give your risk a name, a unit and its lines. All numbers are made up until you put in your own."
        }
    }
}

/// The name of the risk factor, inside a sentence.
pub fn factor(choices: &PopulationChoices) -> String {
    let of_start = match choices.start {
        FactorStart::Bmi => "BMI",
        FactorStart::Pressure => "blood pressure",
        FactorStart::Own => "risk score",
    };
    choices.name.clone().unwrap_or_else(|| of_start.to_owned())
}

/// Its unit.
pub fn unit(choices: &PopulationChoices) -> String {
    let of_start = match choices.start {
        FactorStart::Bmi => "kg/m²",
        FactorStart::Pressure => "mmHg",
        FactorStart::Own => "points",
    };
    choices.unit.clone().unwrap_or_else(|| of_start.to_owned())
}

/// The unit where a number of units is counted, or the sign of a percentage.
pub fn size_unit(choices: &PopulationChoices, by: SizeBy) -> String {
    match by {
        SizeBy::Units => unit(choices),
        SizeBy::Percent => "%".to_owned(),
    }
}

/// After the line past which people are treated.
pub fn unit_or_more(choices: &PopulationChoices) -> String {
    format!("{} or more", unit(choices))
}

/// Label of the effect.
pub fn effect_label(choices: &PopulationChoices) -> String {
    format!("How far it lowers their {}", factor(choices))
}

/// Label of the shift.
pub fn shift_label(choices: &PopulationChoices) -> String {
    format!("How far everyone’s {} falls", factor(choices))
}

/// Where the share of adults comes from.
pub fn adults_hint(choices: &PopulationChoices) -> String {
    match Figure::Adults.basis(choices) {
        FigureBasis::Published(_) => ADULTS_PUBLISHED.to_owned(),
        _ => format!("Your own. {ADULTS_PUBLISHED}"),
    }
}

/// What a size is counted in, as a choice.
pub fn size_by_name(choices: &PopulationChoices, by: SizeBy) -> String {
    match by {
        SizeBy::Units => unit(choices),
        SizeBy::Percent => "% of each person’s value".to_owned(),
    }
}

/// A number as it was chosen.
pub fn chosen(number: Thousandths) -> String {
    format_decimal(number.to_string())
}

/// A number of units that was worked out: two decimals below 10, else one.
pub fn amount(value: f64) -> String {
    let size = value.abs();
    if size > 0.0 && size < 0.005 {
        return "under 0.01".to_owned();
    }
    if let Some(too_large) = beyond(value) {
        return too_large;
    }
    let step = if size < 9.995 { 10.0 } else { 100.0 };
    format_decimal(Thousandths::of(((value * 1000.0 / step).round() * step) as i64).to_string())
}

/// A fall that was worked out, with its unit: `0.29 kg/m²`, `1.1%`.
pub fn fall(choices: &PopulationChoices, by: SizeBy, size: f64) -> String {
    match by {
        SizeBy::Units => format!("{} {}", amount(size), unit(choices)),
        // A fall of all of it would leave nothing.
        SizeBy::Percent if (NEARLY_ALL..1.0).contains(&size) => "over 99.9%".to_owned(),
        SizeBy::Percent => format!("{}%", amount(size * 100.0)),
    }
}

/// Shares from here on round to all.
const NEARLY_ALL: f64 = 0.9995;

/// The shift that was chosen, with its unit.
pub fn chosen_shift(choices: &PopulationChoices) -> String {
    with_unit(choices, choices.shift, choices.shift_by)
}

/// The effect that was chosen, with its unit.
pub fn chosen_effect(choices: &PopulationChoices) -> String {
    with_unit(choices, choices.effect, choices.effect_by)
}

fn with_unit(choices: &PopulationChoices, size: Thousandths, by: SizeBy) -> String {
    match by {
        SizeBy::Units => format!("{} {}", chosen(size), unit(choices)),
        SizeBy::Percent => format!("{}%", chosen(size)),
    }
}

/// Those past a line: `BMI 30 or more`.
pub fn past(choices: &PopulationChoices, line: Thousandths) -> String {
    format!("{} {} or more", factor(choices), chosen(line))
}

/// Those below a line: `BMI 30`.
pub fn at(choices: &PopulationChoices, line: Thousandths) -> String {
    format!("{} {}", factor(choices), chosen(line))
}

/// People among 100: `5.6`.
pub fn in_100(share: f64) -> String {
    if share > 0.0 && share < 0.0005 { "under 0.1".to_owned() } else { decimal(share * 100.0) }
}

/// People of the place.
pub fn of_place(people: f64) -> String {
    if people > 0.0 && people < 0.5 { "fewer than 1".to_owned() } else { count(people) }
}

/// Family of a distribution.
pub const fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Normal => "even on both sides (normal)",
        Shape::Lognormal => "with a long tail of high values (lognormal)",
    }
}

/// What the distribution is fitted to.
pub const fn fit_name(fit: FitKind) -> &'static str {
    match fit {
        FitKind::Prevalences => "the shares of adults past two lines",
        FitKind::Moments => "the average and the spread",
    }
}

/// How the fifths differ.
pub fn gradient_name(choices: &PopulationChoices, gradient: GradientKind) -> String {
    match gradient {
        GradientKind::None => "no difference".to_owned(),
        GradientKind::Mean => "a higher average".to_owned(),
        GradientKind::Prevalence => format!("more adults with {}", past(choices, choices.line(0))),
    }
}

/// What the size of the gradient is counted in.
pub fn gap_unit(choices: &PopulationChoices) -> String {
    match choices.gradient {
        GradientKind::Prevalence => "percentage points more".to_owned(),
        _ => format!("{} more", unit(choices)),
    }
}

/// What "most deprived fifth" is a fifth of, as a choice.
pub const fn fifths_of(cut: CutKind) -> &'static str {
    match cut {
        CutKind::National => "England’s areas",
        CutKind::Local => "this place’s own areas",
    }
}

/// Label of a line, from 0.
pub const fn line_name(index: usize) -> &'static str {
    match index {
        0 => "First line",
        1 => "Second line",
        2 => "Third line",
        _ => "Fourth line",
    }
}

/// Label of the share of adults past one of the first two lines.
pub fn past_label(choices: &PopulationChoices, index: usize, is_earlier: bool) -> String {
    let when = match (is_earlier, choices.year, choices.earlier_year) {
        (false, Some(year), _) | (true, _, Some(year)) => format!(" in {year}"),
        (true, _, None) => " in the earlier year".to_owned(),
        (false, None, _) => String::new(),
    };
    format!("Adults with {}{when}", past(choices, choices.line(index)))
}

/// The name at the start of a sentence or label.
pub fn factor_capital(choices: &PopulationChoices) -> String {
    capital(&factor(choices))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_out_numbers_are_as_fine_as_they_are_small() {
        let cases = [
            (0.0, "0"),
            (0.001, "under 0.01"),
            (0.0948, "0.09"),
            (0.5, "0.5"),
            (3.456, "3.46"),
            (12.34, "12.3"),
            (-0.25, "-0.25"),
        ];
        for (value, text) in cases {
            assert_eq!(amount(value), text);
        }
        assert_eq!(
            (in_100(0.056), in_100(0.0001), in_100(0.0)),
            ("5.6".to_owned(), "under 0.1".to_owned(), "0.0".to_owned())
        );
    }

    #[test]
    fn any_factor_is_named_in_its_own_words() {
        let mut choices = PopulationChoices::default();
        assert_eq!(past(&choices, choices.line(1)), "BMI 30 or more");
        assert_eq!(fall(&choices, SizeBy::Units, 0.094), "0.09 kg/m²");
        choices.name = Some("cholesterol".to_owned());
        choices.unit = Some("mmol/l".to_owned());
        choices.thresholds = vec![Thousandths::of(5_000), Thousandths::of(7_500)];
        assert_eq!(past_label(&choices, 1, false), "Adults with cholesterol 7.5 or more in 2019");
        assert_eq!(chosen_shift(&choices), "1 mmol/l");
        assert_eq!(factor_capital(&choices), "Cholesterol");
    }
}
