//! The choices as keys of a link. All begin with `factor-`.

use std::ops::RangeInclusive;

use super::{FactorStart, FitKind, GradientKind, LEAST_THRESHOLDS, MOST_THRESHOLDS, SizeBy};
use crate::model::population::Shape;
use crate::scenario::Thousandths;
use crate::scenario::choice::names_in_links;
use crate::scenario::keys::{LinkKey, NONE, Value};

/// A value of a risk factor.
pub const VALUES: RangeInclusive<Thousandths> = Thousandths::of(-100_000_000)..=Thousandths::of(100_000_000);
/// A size: a fall, a spread.
pub const SIZES: RangeInclusive<Thousandths> = Thousandths::of(0)..=Thousandths::of(100_000_000);
/// A year.
pub const YEARS: RangeInclusive<u16> = 1900..=2100;

names_in_links! {
    FactorStart { Bmi = "bmi", Pressure = "pressure", Own = "own" }
    Shape { Normal = "normal", Lognormal = "lognormal" }
    FitKind { Prevalences = "prevalences", Moments = "moments" }
    SizeBy { Units = "units", Percent = "percent" }
    GradientKind { None = NONE, Mean = "mean", Prevalence = "prevalence" }
}

/// How a link has the choices.
pub(in crate::scenario) const KEYS: [LinkKey; 21] = [
    LinkKey::start("factor-start", |s| Value::FactorFrom(&mut s.population)),
    LinkKey::of("factor-name", |s| Value::TextIfAny(&mut s.population.name)),
    LinkKey::of("factor-unit", |s| Value::TextIfAny(&mut s.population.unit)),
    LinkKey::of("factor-shape", |s| Value::Choice(&mut s.population.shape)),
    LinkKey::of("factor-fit", |s| Value::Choice(&mut s.population.fit)),
    LinkKey::of("factor-past", |s| Value::Shares(&mut s.population.past)),
    LinkKey::of("factor-mean", |s| Value::Number(&mut s.population.mean, parse_value)),
    LinkKey::of("factor-sd", |s| Value::Number(&mut s.population.sd, parse_size)),
    LinkKey::of("factor-year", |s| Value::YearOrNone(&mut s.population.year)),
    LinkKey::of("factor-earlier", |s| Value::SharesOrNone(&mut s.population.earlier)),
    LinkKey::of("factor-earlier-year", |s| Value::YearOrNone(&mut s.population.earlier_year)),
    LinkKey::of("factor-thresholds", |s| Value::Lines(&mut s.population.thresholds)),
    LinkKey::of("factor-treat-past", |s| Value::Number(&mut s.population.treat_past, parse_value)),
    LinkKey::of("factor-uptake", |s| Value::Percent(&mut s.population.uptake)),
    LinkKey::of("factor-effect", |s| Value::Number(&mut s.population.effect, parse_size)),
    LinkKey::of("factor-effect-by", |s| Value::Choice(&mut s.population.effect_by)),
    LinkKey::of("factor-shift", |s| Value::Number(&mut s.population.shift, parse_size)),
    LinkKey::of("factor-shift-by", |s| Value::Choice(&mut s.population.shift_by)),
    LinkKey::of("factor-gradient", |s| Value::Choice(&mut s.population.gradient)),
    LinkKey::of("factor-gap", |s| Value::Number(&mut s.population.gap, parse_value)),
    LinkKey::of("factor-adults", |s| Value::Percent(&mut s.population.adults)),
];

fn parse_value(text: &str) -> Option<Thousandths> {
    Thousandths::parse(text, VALUES).ok()
}

fn parse_size(text: &str) -> Option<Thousandths> {
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
