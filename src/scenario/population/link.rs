//! The choices as keys of a link. All begin with `factor-`.

use std::fmt::{self, Display};
use std::ops::RangeInclusive;

use super::{
    FactorStart, FitKind, GradientKind, LEAST_THRESHOLDS, MOST_THRESHOLDS, PopulationChoices, SizeBy, kept_text,
};
use crate::model::population::Shape;
use crate::scenario::choice::{Choice, names_in_links, put};
use crate::scenario::keys::Keys;
use crate::scenario::{Percent, Thousandths};

/// A value of a risk factor.
pub const VALUES: RangeInclusive<Thousandths> = Thousandths::of(-100_000_000)..=Thousandths::of(100_000_000);
/// A size: a fall, a spread.
pub const SIZES: RangeInclusive<Thousandths> = Thousandths::of(0)..=Thousandths::of(100_000_000);
/// A year.
pub const YEARS: RangeInclusive<u16> = 1900..=2100;

const NONE: &str = "none";

names_in_links! {
    FactorStart { Bmi = Self::Bmi.key(), Pressure = Self::Pressure.key(), Own = Self::Own.key() }
    Shape { Normal = "normal", Lognormal = "lognormal" }
    FitKind { Prevalences = "prevalences", Moments = "moments" }
    SizeBy { Units = "units", Percent = "percent" }
    GradientKind { None = NONE, Mean = "mean", Prevalence = "prevalence" }
}

impl Keys for PopulationChoices {
    fn set(&mut self, key: &str, value: &str) -> Option<bool> {
        let value_in = |range: RangeInclusive<Thousandths>| Thousandths::parse(value, range).ok();
        Some(match key.strip_prefix("factor-")? {
            "start" => put(self, Choice::from_name(value).map(Self::starting)),
            "name" => put(&mut self.name, kept_text(value).map(Some)),
            "unit" => put(&mut self.unit, kept_text(value).map(Some)),
            "shape" => put(&mut self.shape, Choice::from_name(value)),
            "fit" => put(&mut self.fit, Choice::from_name(value)),
            "past" => put(&mut self.past, two_shares(value)),
            "mean" => put(&mut self.mean, value_in(VALUES)),
            "sd" => put(&mut self.sd, value_in(SIZES)),
            "year" => put(&mut self.year, year(value)),
            "earlier" if value == NONE => put(&mut self.earlier, Some(None)),
            "earlier" => put(&mut self.earlier, two_shares(value).map(Some)),
            "earlier-year" => put(&mut self.earlier_year, year(value)),
            "thresholds" => put(&mut self.thresholds, thresholds(value)),
            "treat-past" => put(&mut self.treat_past, value_in(VALUES)),
            "uptake" => put(&mut self.uptake, value.parse().ok()),
            "effect" => put(&mut self.effect, value_in(SIZES)),
            "effect-by" => put(&mut self.effect_by, Choice::from_name(value)),
            "shift" => put(&mut self.shift, value_in(SIZES)),
            "shift-by" => put(&mut self.shift_by, Choice::from_name(value)),
            "gradient" => put(&mut self.gradient, Choice::from_name(value)),
            "gap" => put(&mut self.gap, value_in(VALUES)),
            "adults" => put(&mut self.adults, value.parse().ok()),
            _ => return None,
        })
    }

    fn each(&self, add: &mut dyn FnMut(&str, &dyn Display)) {
        let start = Self::starting(self.start);
        let mut add = |key: &str, value: &dyn Display, is_default: bool| {
            if !is_default {
                add(key, value);
            }
        };
        add("factor-start", &self.start.key(), self.start == FactorStart::Bmi);
        for (key, text) in [("factor-name", &self.name), ("factor-unit", &self.unit)] {
            if let Some(text) = text {
                let safe: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
                add(key, &safe, false);
            }
        }
        add("factor-shape", &self.shape.name(), self.shape == start.shape);
        add("factor-fit", &self.fit.name(), self.fit == start.fit);
        add("factor-past", &Joined(&self.past), self.past == start.past);
        add("factor-mean", &self.mean, self.mean == start.mean);
        add("factor-sd", &self.sd, self.sd == start.sd);
        add("factor-year", &Year(self.year), self.year == start.year);
        match &self.earlier {
            None => add("factor-earlier", &NONE, start.earlier.is_none()),
            Some(shares) => add("factor-earlier", &Joined(shares), self.earlier == start.earlier),
        }
        add("factor-earlier-year", &Year(self.earlier_year), self.earlier_year == start.earlier_year);
        add("factor-thresholds", &Joined(&self.thresholds), self.thresholds == start.thresholds);
        add("factor-treat-past", &self.treat_past, self.treat_past == start.treat_past);
        add("factor-uptake", &self.uptake, self.uptake == start.uptake);
        add("factor-effect", &self.effect, self.effect == start.effect);
        add("factor-effect-by", &self.effect_by.name(), self.effect_by == start.effect_by);
        add("factor-shift", &self.shift, self.shift == start.shift);
        add("factor-shift-by", &self.shift_by.name(), self.shift_by == start.shift_by);
        add("factor-gradient", &self.gradient.name(), self.gradient == start.gradient);
        add("factor-gap", &self.gap, self.gap == start.gap);
        add("factor-adults", &self.adults, self.adults == start.adults);
    }
}

fn two_shares(text: &str) -> Option<[Percent; 2]> {
    let (low, high) = text.split_once(',')?;
    Some([low.parse().ok()?, high.parse().ok()?])
}

fn thresholds(text: &str) -> Option<Vec<Thousandths>> {
    let thresholds: Option<Vec<_>> = text.split(',').map(|line| Thousandths::parse(line, VALUES).ok()).collect();
    thresholds.filter(|thresholds| (LEAST_THRESHOLDS..=MOST_THRESHOLDS).contains(&thresholds.len()))
}

/// Reads a year, or that there is none. `None` for anything else.
pub fn year(text: &str) -> Option<Option<u16>> {
    match text.trim() {
        NONE | "" => Some(None),
        year => year.parse().ok().filter(|year| YEARS.contains(year)).map(Some),
    }
}

/// Numbers joined by commas.
struct Joined<'a, T>(&'a [T]);

impl<T: Display> Display for Joined<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, number) in self.0.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            write!(f, "{comma}{number}")?;
        }
        Ok(())
    }
}

/// A year, or that there is none.
struct Year(Option<u16>);

impl Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(year) => write!(f, "{year}"),
            None => f.write_str(NONE),
        }
    }
}
