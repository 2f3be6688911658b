//! Names and texts of the choices, as links and fields have them.

use std::ops::RangeInclusive;

use super::{FactorStart, FitKind, GradientKind, LEAST_THRESHOLDS, MOST_THRESHOLDS, SizeBy};
use crate::model::population::Shape;
use crate::scenario::Thousandths;
use crate::scenario::choice::names_in_links;

/// A value of a risk factor.
pub const VALUES: RangeInclusive<Thousandths> = Thousandths::of(-100_000_000)..=Thousandths::of(100_000_000);
/// A size: a fall, a spread.
pub const SIZES: RangeInclusive<Thousandths> = Thousandths::of(0)..=Thousandths::of(100_000_000);
/// A year.
pub const YEARS: RangeInclusive<u16> = 1900..=2100;
/// In place of a value: there is none.
pub const NONE: &str = "none";

names_in_links! {
    FactorStart { Bmi = "bmi", Pressure = "pressure", Own = "own" }
    Shape { Normal = "normal", Lognormal = "lognormal" }
    FitKind { Prevalences = "prevalences", Moments = "moments" }
    SizeBy { Units = "units", Percent = "percent" }
    GradientKind { None = NONE, Mean = "mean", Prevalence = "prevalence" }
}

/// Reads a value of a risk factor.
pub fn parse_value(text: &str) -> Option<Thousandths> {
    Thousandths::parse(text, VALUES).ok()
}

/// Reads a size.
pub fn parse_size(text: &str) -> Option<Thousandths> {
    Thousandths::parse(text, SIZES).ok()
}

/// Reads two to four lines, joined by commas.
pub fn parse_lines(text: &str) -> Option<Vec<Thousandths>> {
    let lines: Option<Vec<_>> = text.split(',').map(parse_value).collect();
    lines.filter(|lines| (LEAST_THRESHOLDS..=MOST_THRESHOLDS).contains(&lines.len()))
}

/// Reads a year, or that there is none. `None` for anything else.
pub fn parse_year(text: &str) -> Option<Option<u16>> {
    match text.trim() {
        NONE | "" => Some(None),
        year => year.parse().ok().filter(|year| YEARS.contains(year)).map(Some),
    }
}
