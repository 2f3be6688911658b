//! How the page writes a number of each kind.

use super::Kind;
use crate::model::strategies::AssumptionUnit;
use crate::scenario::Scenario;
use crate::scenario::offers::TieOn;
use crate::words::gap_measures::Style;
use crate::words::number::{
    count, decimal, fixed, percent, percent_left, points, pounds, pounds_and_pence, short_decimal,
};
use crate::words::{population, strategies};

/// What the writing of numbers depends on.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// How values of rows are written, and the sign that indices have on the page.
    pub style: Option<(Style, f64)>,
}

impl Shown<'_> {
    /// What a number is that depends on choices.
    pub fn resolve(&self, kind: Kind) -> Kind {
        let offers = &self.scenario.offers;
        match kind {
            Kind::Gap if offers.programme.averts.is_yearly() => Kind::YearlyRate,
            Kind::Tie => of_unit(offers.tie_by.unit()),
            Kind::TieOn => match offers.tie_on {
                TieOn::InNeedReached => Kind::MorePeople,
                TieOn::CostPerInNeed => Kind::MorePounds,
                TieOn::Benefit => Kind::MoreOutcomes,
                TieOn::Gap => self.resolve(Kind::Gap),
            },
            Kind::Left(_) => Kind::Left(""),
            _ => kind,
        }
    }

    /// What is left beside a share.
    pub fn write_left(&self, share: f64) -> String {
        percent_left(share)
    }

    /// A number of a kind that was resolved.
    pub fn write(&self, kind: Kind, value: f64) -> String {
        let signed = |write: fn(f64) -> String| strategies::signed(write(value.abs()), value);
        let of_rows = |write: &dyn Fn(Style, f64) -> String| {
            self.style.map_or_else(|| of_factor(value), |(style, sign)| write(style, sign))
        };
        match kind {
            Kind::People | Kind::Tie | Kind::TieOn => count(value),
            Kind::Count | Kind::MoreCount => fixed(value, 0),
            Kind::MorePeople => signed(count),
            Kind::Share => percent(value),
            Kind::Left(_) => percent_left(1.0 - value),
            Kind::Points | Kind::Gap => points(value),
            Kind::Pounds => pounds(value),
            Kind::Pence => pounds_and_pence(value),
            Kind::MorePounds => signed(pounds),
            Kind::Areas | Kind::Deaths => short_decimal(value),
            Kind::Times => decimal(value),
            Kind::Ratio => fixed(value, 2),
            Kind::Index => fixed(value, 3),
            Kind::Years => decimal(value),
            Kind::Year => format!("{value}"),
            Kind::Outcomes => strategies::benefit(value),
            Kind::MoreOutcomes => signed(strategies::benefit),
            Kind::YearlyRate => strategies::per_100_000(value),
            Kind::Measured => of_rows(&|style, _| style.value(value)),
            Kind::MeasuredChange => of_rows(&|style, _| style.difference(value)),
            Kind::TurnedIndex => of_rows(&|_, sign| fixed(sign * value, 3)),
            Kind::TurnedChange => of_rows(&|style, sign| style.difference(sign * value)),
            Kind::FifthsChange => of_rows(&|style, sign| style.difference(-sign * value)),
            Kind::FifthsRatio => of_rows(&|_, sign| fixed(if sign < 0.0 { value } else { 1.0 / value }, 2)),
            Kind::Factor => of_factor(value),
            Kind::FactorFall => {
                let choices = &self.scenario.population;
                population::fall(choices, choices.shift_by, value)
            }
            Kind::YesNo => if value > 0.0 { "yes" } else { "no" }.to_owned(),
            Kind::Text => String::new(),
        }
    }
}

/// A value of a risk factor, or a change of one.
fn of_factor(value: f64) -> String {
    let size = population::amount(value.abs());
    if value > -0.005 { size } else { strategies::signed(size, value) }
}

/// What an assumption is.
pub const fn of_unit(unit: AssumptionUnit) -> Kind {
    match unit {
        AssumptionUnit::Share => Kind::Share,
        AssumptionUnit::Pounds => Kind::Pounds,
        AssumptionUnit::YearlyRate => Kind::YearlyRate,
    }
}
