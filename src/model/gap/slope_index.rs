//! Slope and relative index of inequality.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Rows;
use crate::pace::{Pace, STEPS, at_once};

/// The scale on which a value is near to normal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Transform {
    /// As it is.
    Plain,
    /// The logarithm, for rates. Values must be above 0.
    Log,
    /// The logit, ln(y/(1 - y)), for proportions. Values must be above 0 and below 1.
    Logit,
}

impl Transform {
    /// A value on this scale; `None` where it has none.
    pub fn to(self, value: f64) -> Option<f64> {
        let on_scale = match self {
            Self::Plain => value,
            // Infinite, or no number, of any value that has no place on the scale.
            Self::Log => libm::log(value),
            Self::Logit => libm::log(value / (1.0 - value)),
        };
        on_scale.is_finite().then_some(on_scale)
    }

    /// The value of a number on this scale.
    pub fn back(self, on_scale: f64) -> f64 {
        match self {
            Self::Plain => on_scale,
            Self::Log => libm::exp(on_scale),
            Self::Logit => 1.0 / (1.0 + libm::exp(-on_scale)),
        }
    }
}

/// How an index is worked out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SlopeModel {
    /// The scale of the values: of their standard errors, and of the line if it is fitted on the scale.
    pub scale: Transform,
    /// Whether the line is fitted to the values on their scale and transformed back at its two ends.
    pub fit_on_scale: bool,
    /// The slope index is multiplied by this: 100 for a share in per cent, negative to turn the polarity round.
    /// Not 0.
    pub multiplier: f64,
}

impl Default for SlopeModel {
    fn default() -> Self {
        Self { scale: Transform::Plain, fit_on_scale: false, multiplier: 1.0 }
    }
}

/// Slope and relative index of inequality.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SlopeIndex {
    /// Slope index: multiplier x (least deprived end - most deprived end), so negative where the deprived have more.
    pub sii: f64,
    /// Relative index: least deprived end / most deprived end, the other way round if the multiplier is negative.
    /// `None` where that end is 0.
    pub rii: Option<f64>,
    /// The fitted value at the most deprived end (b = 0).
    pub most: f64,
    /// The fitted value at the least deprived end (b = 1).
    pub least: f64,
}

/// Why there is no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SlopeError {
    /// All rows share one rank, so that there is no slope.
    #[error("all rows have the same deprivation, so there is no slope")]
    OneRank,
    /// The value of this row of the input, counted from 0, is not on the scale: not above 0 for a rate, not between 0 and
    /// 1 for a proportion.
    #[error("row {0} has a value that is not on the scale")]
    Scale(usize),
    /// The multiplier is 0 or not a number.
    #[error("the multiplier must be a number other than 0")]
    Multiplier,
    /// The fitted line leaves the range of numbers.
    #[error("the fitted line is too steep")]
    TooSteep,
}

/// The parts of a weighted least-squares fit on mid-cumulative ranks. Intercept and slope are linear in the values.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    /// What a value adds to the slope.
    slope: Vec<f64>,
    /// The shares of people.
    share: Vec<f64>,
    mean_rank: f64,
}

impl Fit {
    pub async fn new(rows: &Rows, pace: &Pace) -> Result<Self, SlopeError> {
        let mean_rank = rows.mean_weighted(|row| row.rank, pace).await;
        let variance = pace.sum(rows.rows(), |r| r.share * (r.rank - mean_rank) * (r.rank - mean_rank)).await;
        let (first, last) = (rows.rows().first(), rows.rows().last());
        if first.map(|row| row.rank) == last.map(|row| row.rank) || variance <= 0.0 {
            return Err(SlopeError::OneRank);
        }
        let slope = pace.collect(rows.rows(), |row| row.share * (row.rank - mean_rank) / variance).await;
        Ok(Self { slope, share: pace.collect(rows.rows(), |row| row.share).await, mean_rank })
    }

    /// What each value adds to the intercept and to the slope for each unit, in order.
    pub fn weights(&self) -> impl Iterator<Item = [f64; 2]> + '_ {
        self.share.iter().zip(&self.slope).map(|(share, slope)| [share - slope * self.mean_rank, *slope])
    }

    /// Intercept and slope for one value a row, in order.
    pub fn line(&self, values: &[f64]) -> (f64, f64) {
        at_once(self.line_at(values, &Pace::at_once()))
    }

    /// The same at a pace.
    pub async fn line_at(&self, values: &[f64], pace: &Pace) -> (f64, f64) {
        // Differences from one of the values, so that equal values have exactly no slope.
        let from = values.first().copied().unwrap_or_default();
        let (mut mean, mut slope) = (0.0, 0.0);
        let each = values.iter().zip(&self.share).zip(&self.slope);
        pace.each(each, |((value, share), weight)| {
            mean += share * (value - from);
            slope += weight * (value - from);
        })
        .await;
        (from + mean - slope * self.mean_rank, slope)
    }
}

impl SlopeModel {
    pub(super) fn check(&self) -> Result<(), SlopeError> {
        let is_multiplier = self.multiplier != 0.0 && self.multiplier.abs() <= 1e12;
        if is_multiplier { Ok(()) } else { Err(SlopeError::Multiplier) }
    }

    /// The scale on which the line is fitted.
    pub(super) fn line_scale(&self) -> Transform {
        if self.fit_on_scale { self.scale } else { Transform::Plain }
    }

    /// The index of a line on [`Self::line_scale`].
    pub(super) fn index(&self, (intercept, slope): (f64, f64)) -> SlopeIndex {
        let scale = self.line_scale();
        let (most, least) = (scale.back(intercept), scale.back(intercept + slope));
        let difference = if scale == Transform::Plain { slope } else { least - most };
        let ratio = if self.multiplier < 0.0 { most / least } else { least / most };
        SlopeIndex { sii: self.multiplier * difference, rii: ratio.is_finite().then_some(ratio), most, least }
    }
}

/// Slope and relative index of inequality, by least squares of the value on the mid-cumulative share of people, b,
/// weighted by the share of people, a. SII = multiplier x slope; RII = (intercept + slope)/intercept, inverted for a
/// negative multiplier. On a scale: the line is fitted to log or logit of the value and transformed back at b = 0 and
/// b = 1; SII is the multiplier x their difference, RII their ratio.
///
/// Sources: A. Low and A. Low, *Measuring the gap: quantifying and comparing local health inequalities*, Journal of
/// Public Health 2004;26:388-395; conventions as in the R package PHEindicatormethods.
///
/// # Errors
/// [`SlopeError`] where all rows share one rank, for values that are not on the scale, and for a multiplier of 0.
pub fn slope_index(rows: &Rows, model: SlopeModel) -> Result<SlopeIndex, SlopeError> {
    at_once(slope_index_at(rows, model, &Pace::at_once()))
}

/// The same at a pace.
///
/// # Errors
/// As for [`slope_index`].
pub async fn slope_index_at(rows: &Rows, model: SlopeModel, pace: &Pace) -> Result<SlopeIndex, SlopeError> {
    model.check()?;
    let fit = Fit::new(rows, pace).await?;
    let scale = model.line_scale();
    let mut values = Vec::with_capacity(rows.rows().len());
    for some in rows.rows().chunks(STEPS) {
        for row in some {
            values.push(scale.to(row.value).ok_or(SlopeError::Scale(row.row))?);
        }
        pace.rest().await;
    }
    let index = model.index(fit.line_at(&values, pace).await);
    let is_finite = index.sii.is_finite() && index.most.is_finite() && index.least.is_finite();
    if is_finite { Ok(index) } else { Err(SlopeError::TooSteep) }
}

#[cfg(test)]
mod tests {
    use super::super::{DeprivationOrder, Row};
    use super::*;

    /// A line from 10^-300 through 100 in the middle to some 10^304 is still one; a trillion times its difference is not.
    #[test]
    fn an_index_past_the_range_of_numbers_is_none_though_the_line_is_within_it() {
        let row = |value, people, deprivation| Row {
            value: Some(value),
            people: Some(people),
            deprivation: Some(deprivation),
        };
        let rows = [row(1e-300, 1e-9, 1.0), row(100.0, 1.0, 2.0)];
        let rows = Rows::new(&rows, DeprivationOrder::LowestFirst).unwrap();
        let of = |multiplier| slope_index(&rows, SlopeModel { scale: Transform::Log, fit_on_scale: true, multiplier });
        let index = of(1.0).unwrap();
        assert!(index.least > 1e300 && index.least.is_finite() && index.sii.is_finite(), "{index:?}");
        assert_eq!(of(1e12), Err(SlopeError::TooSteep));
    }

    #[test]
    fn what_is_not_above_0_has_no_logarithm_and_what_is_not_between_0_and_1_no_logit() {
        let none = |scale: Transform, values: &[f64]| values.iter().all(|&value| scale.to(value).is_none());
        assert!(none(Transform::Log, &[-1e300, -2.0, -0.0, 0.0, f64::INFINITY, f64::NAN]));
        assert!(none(Transform::Logit, &[-1e300, -2.0, -0.0, 0.0, 1.0, 1.5, 2.0, 1e300, f64::INFINITY, f64::NAN]));
        assert!(none(Transform::Plain, &[f64::INFINITY, f64::NAN]));
    }

    #[test]
    fn equal_values_have_exactly_no_slope() {
        for count in 2..40 {
            let row = |at: i32| Row {
                value: Some(0.1 * f64::from(count)),
                people: Some(f64::from(1 + at * 7 % 11)),
                deprivation: Some(f64::from(at)),
            };
            let rows: Vec<Row> = (0..count).map(row).collect();
            let rows = Rows::new(&rows, DeprivationOrder::LowestFirst).unwrap();
            assert_eq!(slope_index(&rows, SlopeModel::default()).unwrap().sii, 0.0, "{count}");
        }
    }
}
