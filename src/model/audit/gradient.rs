//! How use runs with deprivation: gaps between the extreme groups, slope and relative index, concentration index.

use serde::Serialize;

use super::reach::{LimitsBy, Reach, Served, reach};
use crate::model::gap::{
    CountError, DeprivationOrder, Level, Limits, Row, Rows, SlopeModel, concentration, slope_index,
};

/// A value with its limits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Its limits; `None` where chance cannot be told, as where nobody was served.
    pub limits: Option<Limits>,
}

/// How use runs from the most to the least deprived group.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Gradient {
    /// The most deprived group.
    pub most: Reach,
    /// The least deprived group.
    pub least: Reach,
    /// Absolute gap: the least deprived group's share less the most deprived one's.
    pub gap: Estimate,
    /// Relative gap: the least deprived group's share over the most deprived one's; `None` where one of them served nobody.
    pub ratio: Option<Estimate>,
    /// Slope index: the line's value at the least deprived end less that at the most deprived end.
    pub slope: Option<Estimate>,
    /// Relative index: the line's value at the least deprived end over that at the most deprived end; `None` where the line is not
    /// above 0 at both.
    pub slope_ratio: Option<Estimate>,
    /// Concentration index of use over people in need, above 0 where the least deprived are served more; `None` where nobody is.
    pub concentration: Option<Estimate>,
    /// Whose limits the shares have.
    pub limits_by: LimitsBy,
}

/// Works out how use runs over groups, most deprived first. Groups without people in need are passed over.
///
/// With y the share served, n people in need, a a group's share of them and R its mid-cumulative share:
/// - gap: limits by the squares of the distances of both shares to their own limits (R. G. Newcombe, *Interval estimation for the
///   difference between independent proportions*, Statistics in Medicine 1998, method 10; with Byar's limits likewise).
/// - ratio: ln ratio -/+ z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2) (D. Katz and others, Biometrics 1978); for events 1/x1 + 1/x2.
/// - slope indices: least squares of y on R with weights a. Each is a sum of shares with known weights w, so its variance is
///   sum w^2 v, v = y(1 - y)/(n - 1) or y/n; the ratio's on the scale of the logarithm.
/// - concentration: 2 sum a y (R - 1/2)/mean, with variance sum (a (2(R - 1/2) - C)/mean)^2 v.
///
/// # Errors
/// [`CountError`] for counts that cannot be, and for fewer than two groups with people in need.
pub fn gradient(groups: &[Served], level: Level) -> Result<Gradient, CountError> {
    let groups: Vec<Served> = groups.iter().copied().filter(|of| of.in_need > 0.0).collect();
    let by = LimitsBy::of(&groups);
    let [first, .., last] = groups.as_slice() else { return Err(CountError::NoPeople) };
    let (most, least) = (reach(*first, by, level)?, reach(*last, by, level)?);
    let line = line(&groups, by, level);
    Ok(Gradient {
        most,
        least,
        gap: gap(most, least),
        ratio: ratio(*first, *last, by, level),
        slope: line.as_ref().map(|of| of.slope),
        slope_ratio: line.as_ref().and_then(|of| of.ratio),
        concentration: line.as_ref().and_then(|of| of.concentration),
        limits_by: by,
    })
}

fn gap(most: Reach, least: Reach) -> Estimate {
    let value = least.value - most.value;
    let down = distance(least.value - least.limits.lower, most.limits.upper - most.value);
    let up = distance(least.limits.upper - least.value, most.value - most.limits.lower);
    Estimate { value, limits: Some(Limits { lower: value - down, upper: value + up }) }
}

fn distance(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}

fn ratio(most: Served, least: Served, by: LimitsBy, level: Level) -> Option<Estimate> {
    if most.served <= 0.0 || least.served <= 0.0 {
        return None;
    }
    let part = |of: Served| match by {
        LimitsBy::Wilson => 1.0 / of.served - 1.0 / of.in_need,
        LimitsBy::Byar => 1.0 / of.served,
    };
    let value = least.share()? / most.share()?;
    Some(Estimate { value, limits: around_ratio(value, part(most) + part(least), level) })
}

/// What is left of a variance of 0 by rounding: no count of people makes one as small.
const NO_VARIANCE: f64 = 1e-24;

/// Limits of a ratio, given the variance of its logarithm.
fn around_ratio(value: f64, variance: f64, level: Level) -> Option<Limits> {
    let reach = level.z() * variance.sqrt();
    let limits = Limits { lower: value * libm::exp(-reach), upper: value * libm::exp(reach) };
    (variance > NO_VARIANCE && limits.upper.is_finite()).then_some(limits)
}

/// Limits of a sum, given its variance.
pub(super) fn around(value: f64, variance: f64, level: Level) -> Option<Limits> {
    let reach = level.z() * variance.sqrt();
    (variance > NO_VARIANCE && reach.is_finite()).then_some(Limits { lower: value - reach, upper: value + reach })
}

struct Line {
    slope: Estimate,
    ratio: Option<Estimate>,
    concentration: Option<Estimate>,
}

/// The line over groups and its relatives; `None` where there is no line.
fn line(groups: &[Served], by: LimitsBy, level: Level) -> Option<Line> {
    let row =
        |(at, of): (usize, &Served)| Row { value: of.share(), people: Some(of.in_need), deprivation: Some(at as f64) };
    let rows: Vec<Row> = groups.iter().enumerate().map(row).collect();
    let rows = Rows::new(&rows, DeprivationOrder::LowestFirst).ok()?;
    let index = slope_index(&rows, SlopeModel::default()).ok()?;
    let placed = rows.rows();
    let variance: Vec<f64> = groups.iter().filter_map(|of| of.variance(by)).collect();
    let middle: f64 = placed.iter().map(|row| row.share * row.rank).sum();
    let spread: f64 = placed.iter().map(|row| row.share * (row.rank - middle) * (row.rank - middle)).sum();
    // What each share adds to the value of the line at its two ends.
    let ends: Vec<(f64, f64)> = placed
        .iter()
        .map(|row| {
            let slope = row.share * (row.rank - middle) / spread;
            let most = row.share - slope * middle;
            (most, most + slope)
        })
        .collect();
    let sum = |weight: &dyn Fn(usize) -> f64| -> f64 {
        variance.iter().enumerate().map(|(at, v)| weight(at) * weight(at) * v).sum()
    };
    let (most, least) = (index.most, index.least);
    let slope = Estimate { value: index.sii, limits: around(index.sii, sum(&|at| ends[at].1 - ends[at].0), level) };
    let ratio = (most > 0.0 && least > 0.0).then(|| {
        let value = least / most;
        Estimate { value, limits: around_ratio(value, sum(&|at| ends[at].1 / least - ends[at].0 / most), level) }
    });
    let found = concentration(&rows);
    let concentration = found.index.map(|value| {
        let weight = |at: usize| placed[at].share * (2.0 * (placed[at].rank - 0.5) - value) / found.mean;
        Estimate { value, limits: around(value, sum(&weight), level) }
    });
    Some(Line { slope, ratio, concentration })
}

/// The group that is served most, and what it would come to if all were served like it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BestGroup {
    /// Which one, from 0; the most deprived of equals.
    pub group: usize,
    /// Its share.
    pub share: f64,
    /// How many more people would be served if every group had its share.
    pub more: f64,
}

/// Finds the group that is served most; `None` where nobody is in need.
pub fn best_group(groups: &[Served]) -> Option<BestGroup> {
    let shares = groups.iter().enumerate().filter_map(|(at, of)| Some((at, of.share()?)));
    let (group, share) = shares.fold(None, |best: Option<(usize, f64)>, (at, share)| match best {
        Some((_, most)) if share <= most => best,
        _ => Some((at, share)),
    })?;
    // Nobody in need, nobody more; and where more are served than are in need none are taken away.
    let more = groups.iter().filter(|of| of.in_need > 0.0).map(|of| of.in_need * share - of.served).sum();
    Some(BestGroup { group, share, more })
}
