//! Whether a gap changed from period to period by more than chance would make of it.

use serde::Serialize;

use super::gradient::{Estimate, around};
use super::reach::{LimitsBy, Served};
use crate::model::gap::Level;
use crate::model::tails::chi_squared_upper;

/// How a gap changed over periods.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Change {
    /// The gap of the last period less that of the first.
    pub difference: Estimate,
    /// Cochran's Q: sum w (d - mean)^2.
    pub statistic: f64,
    /// Its degrees of freedom: periods less 1.
    pub freedom: u32,
    /// How often chance alone would bring as much difference between periods, or more (0 to 1).
    pub p: f64,
}

/// Tests whether the absolute gap d between the least and the most deprived group is the same in all periods: Q = sum w (d - mean)^2
/// with w = 1/v, v the sum of the variances of both shares and the mean weighted by w, is held against chi-squared with periods - 1
/// degrees of freedom. For two periods Q is the square of their difference over its standard error.
///
/// Each period is (most deprived, least deprived), in the order of time. `None` for fewer than two periods, for one without people in
/// need, and for one whose gap has no variance.
///
/// Source: W. G. Cochran, *The combination of estimates from different experiments*, Biometrics 1954.
pub fn change(periods: &[(Served, Served)], level: Level) -> Option<Change> {
    let all: Vec<Served> = periods.iter().flat_map(|&(most, least)| [most, least]).collect();
    let by = LimitsBy::of(&all);
    let gap = |&(most, least): &(Served, Served)| {
        let variance = most.variance(by)? + least.variance(by)?;
        (variance > 0.0).then_some((least.share()? - most.share()?, variance))
    };
    let gaps: Vec<(f64, f64)> = periods.iter().map(gap).collect::<Option<_>>()?;
    let ((first, first_variance), (last, last_variance)) = (*gaps.first()?, *gaps.last()?);
    let freedom = u32::try_from(gaps.len() - 1).ok().filter(|&freedom| freedom > 0)?;
    let weights: f64 = gaps.iter().map(|(_, v)| 1.0 / v).sum();
    let mean = gaps.iter().map(|(d, v)| d / v).sum::<f64>() / weights;
    let statistic: f64 = gaps.iter().map(|(d, v)| (d - mean) * (d - mean) / v).sum();
    let value = last - first;
    Some(Change {
        difference: Estimate { value, limits: around(value, first_variance + last_variance, level) },
        statistic,
        freedom,
        p: chi_squared_upper(statistic, f64::from(freedom)),
    })
}
