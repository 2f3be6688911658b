//! Risk factors to start from.

use super::{FitKind, GradientKind, PopulationChoices, SizeBy};
use crate::model::population::{BMI_1993, BMI_2019, EXCESS_WEIGHT_GAP_2019, Shape};
use crate::scenario::{Percent, Thousandths};

/// A risk factor to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactorStart {
    /// Body mass index, from published figures for England.
    Bmi,
    /// Systolic blood pressure, with made-up shares.
    Pressure,
    /// Nothing but round numbers to type over.
    Own,
}

/// The share of residents of England who are adults, in tenths of a per cent: people aged 16 and over among all people.
///
/// Source: English Indices of Deprivation 2019, File 7, mid 2015: 1 - 10,405,050 children aged 0 to 15 / 54,728,204
/// people. `tests/population_view.rs` holds it against the built-in figures.
pub const ADULTS_2015: u16 = 810;

impl FactorStart {
    /// Every start, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Bmi, Self::Pressure, Self::Own];

    /// The fall of a treated person's value: illustrative.
    pub const fn effect(self, by: SizeBy) -> Thousandths {
        Thousandths::of(match (self, by) {
            (_, SizeBy::Percent) => 5_000,
            (Self::Bmi, SizeBy::Units) => 2_000,
            (Self::Pressure | Self::Own, SizeBy::Units) => 10_000,
        })
    }

    /// The fall of everybody's value: illustrative.
    pub const fn shift(self, by: SizeBy) -> Thousandths {
        Thousandths::of(match (self, by) {
            (Self::Bmi, SizeBy::Units) => 1_000,
            (Self::Pressure, SizeBy::Units) => 3_000,
            (Self::Own, SizeBy::Units) => 2_000,
            (_, SizeBy::Percent) => 3_000,
        })
    }

    /// How the fifths differ: published for body mass index and the first line, else illustrative.
    pub fn gap(self, gradient: GradientKind) -> Thousandths {
        match (self, gradient) {
            (_, GradientKind::None) => Thousandths::of(0),
            (Self::Bmi, GradientKind::Prevalence) => {
                Thousandths::of(i64::from(Percent::from_share(EXCESS_WEIGHT_GAP_2019).tenths()) * 100)
            }
            (_, GradientKind::Prevalence) => Thousandths::of(5_000),
            (Self::Bmi, GradientKind::Mean) => Thousandths::of(1_000),
            (_, GradientKind::Mean) => Thousandths::of(2_000),
        }
    }
}

impl PopulationChoices {
    /// The choices that a start begins with.
    pub fn starting(start: FactorStart) -> Self {
        let of = |values: &[i64]| values.iter().map(|&value| Thousandths::of(value * 1000)).collect::<Vec<_>>();
        let shares = |shares: [f64; 2]| shares.map(Percent::from_share);
        let bmi = Self {
            start,
            name: None,
            unit: None,
            shape: Shape::Lognormal,
            fit: FitKind::Prevalences,
            past: shares(BMI_2019.shares),
            mean: Thousandths::of(27_500),
            sd: Thousandths::of(5_500),
            year: Some(2019),
            earlier: Some(shares(BMI_1993.shares)),
            earlier_year: Some(1993),
            thresholds: of(&[25, 30, 35, 40]),
            treat_past: Thousandths::of(30_000),
            uptake: Percent::from_tenths(200),
            effect: start.effect(SizeBy::Percent),
            effect_by: SizeBy::Percent,
            shift: start.shift(SizeBy::Units),
            shift_by: SizeBy::Units,
            gradient: GradientKind::Prevalence,
            gap: start.gap(GradientKind::Prevalence),
            adults: Percent::from_tenths(ADULTS_2015),
        };
        match start {
            FactorStart::Bmi => bmi,
            FactorStart::Pressure => Self {
                shape: Shape::Normal,
                past: shares([0.3, 0.08]),
                mean: Thousandths::of(130_000),
                sd: Thousandths::of(18_000),
                year: None,
                earlier: None,
                earlier_year: None,
                thresholds: of(&[140, 160]),
                treat_past: Thousandths::of(160_000),
                uptake: Percent::from_tenths(500),
                effect: start.effect(SizeBy::Units),
                effect_by: SizeBy::Units,
                ..bmi
            },
            FactorStart::Own => Self {
                past: shares([0.5, 0.2]),
                mean: Thousandths::of(100_000),
                sd: Thousandths::of(20_000),
                year: None,
                earlier: None,
                earlier_year: None,
                thresholds: of(&[100, 120]),
                treat_past: Thousandths::of(120_000),
                gradient: GradientKind::None,
                gap: Thousandths::of(0),
                ..bmi
            },
        }
    }
}
