//! The view `gap`, its slope target and its published figures.

use serde::Serialize;

use crate::model::Share;
use crate::model::gap::{HEALTHY_LIFE, HealthyLife, SlopeTarget, TargetError};
use crate::scenario::gap_target::{Rates, TargetChoices};

/// A line worked out, beside what a fall of the same average everywhere would do.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Line {
    /// The line before and after.
    #[serde(flatten)]
    pub target: SlopeTarget,
    /// How much lower the mean is after.
    pub fall_of_mean: f64,
    /// How much lower the most deprived end is after.
    pub fall_of_most: f64,
    /// The most deprived end less the least deprived one, before.
    pub gap_before: f64,
    /// The same after.
    pub gap_after: f64,
    /// The most deprived end as a multiple of the least deprived one, before and after; `None` if that one is 0.
    pub ratio: Option<(f64, f64)>,
}

impl Line {
    fn new(rates: Rates, cut: Share) -> Result<Self, TargetError> {
        let target = SlopeTarget::between(rates.mean.get(), rates.least.get(), rates.most.get(), cut)?;
        Ok(Self {
            target,
            fall_of_mean: target.fall_of_mean(),
            fall_of_most: target.most_before - target.most_after,
            gap_before: target.most_before - target.least,
            gap_after: target.most_after - target.least,
            ratio: target.ratio(),
        })
    }
}

/// The target of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Targets {
    /// The line that is cut.
    pub line: Result<Line, TargetError>,
    /// A second line beside it, once its rates are there.
    pub second: Option<Result<Line, TargetError>>,
}

impl Targets {
    /// Works the target out.
    pub fn new(choices: &TargetChoices) -> Self {
        let cut = Share::of(choices.cut.as_share(), 1.0);
        let second = choices.second_rates().map(|rates| Line::new(rates, cut));
        Self { line: Line::new(choices.rates, cut), second }
    }
}

/// Healthy life expectancy with what it is short of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Years {
    /// As printed.
    #[serde(flatten)]
    pub printed: HealthyLife,
    /// Years behind the best in England in 2017-19.
    pub behind: f64,
    /// Years by which the target would still be behind that.
    pub still_behind: f64,
}

/// The printed figures of all four groups.
pub fn years() -> [Years; 4] {
    HEALTHY_LIFE.map(|printed| Years {
        printed,
        behind: printed.best - printed.baseline,
        still_behind: printed.best - printed.target,
    })
}

/// The group that is furthest behind, and by how many years those of the same sex in the other area are ahead of it.
pub fn furthest_behind() -> (Years, f64) {
    let [first, rest @ ..] = years();
    let furthest = rest.into_iter().fold(first, |most, other| if other.behind > most.behind { other } else { most });
    let is_other =
        |other: &Years| other.printed.sex == furthest.printed.sex && other.printed.area != furthest.printed.area;
    let ahead =
        years().into_iter().find(is_other).map_or(0.0, |other| other.printed.baseline - furthest.printed.baseline);
    (furthest, ahead)
}
