//! A straight line through points, and the line that a target asks for.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Level, Limits};
use crate::model::tails::student_upper_quantile;
use crate::model::{Share, bounded};
use crate::pace::{Pace, at_once};

/// A point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Across: a deprivation score or rank.
    pub x: f64,
    /// Up: the value.
    pub y: f64,
    /// How much it counts, such as its number of people: 0 or more; those with 0 do not count at all.
    pub weight: f64,
}

/// A straight line, intercept + slope x.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Value at x = 0.
    pub intercept: f64,
    /// Rise for each unit of x.
    pub slope: f64,
}

impl Line {
    /// The value at x.
    pub fn at(&self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }

    /// The line with its slope cut by a share around the pivot at x: y' = y0 + (1 - s)(y - y0), y0 the value at the pivot.
    pub fn target(&self, cut: Share, pivot: f64) -> Self {
        let slope = (1.0 - cut.get()) * self.slope;
        Self { intercept: self.at(pivot) - slope * pivot, slope }
    }
}

/// A fitted line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Regression {
    /// The line.
    pub line: Line,
    /// Number of points that count.
    pub points: usize,
    /// Limits of the intercept; `None` with two points, which leave nothing to judge by.
    pub intercept_limits: Option<Limits>,
    /// Limits of the slope; `None` with two points.
    pub slope_limits: Option<Limits>,
    /// Share of the weighted variance that the line accounts for (0 to 1); `None` if all values are the same.
    pub r_squared: Option<f64>,
    mean_x: f64,
    /// Sum of weights, and of weighted squares of x around its mean.
    weights: f64,
    squares: f64,
    /// The residual standard error times the t quantile.
    reach: Option<f64>,
}

/// Why there is no line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RegressionError {
    /// A point, counted from 0, has a number that cannot be true.
    #[error("point {0} has a number that cannot be true")]
    Impossible(usize),
    /// Fewer than two places across have points that count.
    #[error("a line needs points in two places")]
    TooFew,
}

impl Regression {
    /// Limits of the line itself at x (not of single points); `None` with two points.
    pub fn limits_at(&self, x: f64) -> Option<Limits> {
        let distance = x - self.mean_x;
        let half = self.reach? * (1.0 / self.weights + distance * distance / self.squares).sqrt();
        let value = self.line.at(x);
        let limits = Limits { lower: value - half, upper: value + half };
        (limits.lower.is_finite() && limits.upper.is_finite()).then_some(limits)
    }
}

/// Numbers past this, either way, are refused.
const MOST: f64 = 1e12;

/// Weighted least squares of y on x with limits from Student's t distribution with n - 2 degrees of freedom. Points without
/// weight are left out and do not count in n.
///
/// # Errors
/// [`RegressionError`] for numbers that cannot be and fewer than two places across.
pub fn regression(points: &[Point], level: Level) -> Result<Regression, RegressionError> {
    at_once(regression_at(points, level, &Pace::at_once()))
}

/// The same at a pace.
///
/// # Errors
/// As for [`regression`].
pub async fn regression_at(points: &[Point], level: Level, pace: &Pace) -> Result<Regression, RegressionError> {
    let is_possible = |p: &Point| p.x.abs() <= MOST && p.y.abs() <= MOST && (0.0..=MOST).contains(&p.weight);
    if let Some((bad, _)) = pace.find(points.iter().enumerate(), |(_, point)| !is_possible(point)).await {
        return Err(RegressionError::Impossible(bad));
    }
    let counting = || points.iter().filter(|point| point.weight > 0.0);
    let first = counting().next().ok_or(RegressionError::TooFew)?;
    // Around the first point, so that little is lost where all points lie far from 0.
    let around_first = |p: &Point| [p.weight, p.weight * (p.x - first.x), p.weight * (p.y - first.y)];
    let [weights, x, y] = pace.sums(counting(), around_first).await;
    let (mean_x, mean_y) = (first.x + x / weights, first.y + y / weights);
    let around_means = |p: &Point| {
        let (x, y) = (p.x - mean_x, p.y - mean_y);
        [x * x, x * y, y * y].map(|part| p.weight * part)
    };
    let [squares, both, total] = pace.sums(counting(), around_means).await;
    let slope = both / squares;
    let line = Line { intercept: mean_y - slope * mean_x, slope };
    // In one place the squares are 0 and the slope is 0/0; in places too near to each other it is past the range of numbers.
    if !line.slope.is_finite() {
        return Err(RegressionError::TooFew);
    }
    let residual = |p: &Point| (p.y - mean_y) - slope * (p.x - mean_x);
    let left = pace.sum(counting(), |p| p.weight * (residual(p) * residual(p))).await;
    let mut count = 0_usize;
    pace.each(counting(), |_| count += 1).await;
    let reach = (count > 2).then(|| {
        let freedom = (count - 2) as f64;
        (left / freedom).sqrt() * student_upper_quantile(level.tail(), freedom)
    });
    let around = |value: f64, half: f64| {
        let limits = Limits { lower: value - half, upper: value + half };
        (limits.lower.is_finite() && limits.upper.is_finite()).then_some(limits)
    };
    Ok(Regression {
        line,
        points: count,
        intercept_limits: reach
            .and_then(|reach| around(line.intercept, reach * (1.0 / weights + mean_x * mean_x / squares).sqrt())),
        slope_limits: reach.and_then(|reach| around(slope, reach / squares.sqrt())),
        r_squared: (total > 0.0).then(|| bounded(1.0 - left / total, 0.0, 1.0)),
        mean_x,
        weights,
        squares,
        reach,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point((x, y, weight): (f64, f64, f64)) -> Point {
        Point { x, y, weight }
    }

    #[test]
    fn a_point_without_weight_does_not_count() {
        let points = [(0.0, 1.0, 2.0), (1.0, 3.0, 1.0), (2.0, 5.5, 1.0)].map(point);
        let [one, two, three] = points;
        let with = [point((-4.0, 9.0, 0.0)), one, two, point((7.0, 100.0, 0.0)), three];
        assert_eq!(regression(&with, Level::P95), regression(&points, Level::P95));
    }

    #[test]
    fn points_in_one_place_or_in_places_too_near_for_a_number_have_no_line() {
        for x in [0.0, 3.1, 1e12] {
            let points = [(x, 1.0, 1.0), (x, 2.0, 0.3), (x, 4.0, 7.0)].map(point);
            assert_eq!(regression(&points, Level::P95), Err(RegressionError::TooFew));
        }
        // The square of the distance between them is 0 as a number.
        let points = [(0.0, 1.0, 1.0), (1e-200, 2.0, 1.0)].map(point);
        assert_eq!(regression(&points, Level::P95), Err(RegressionError::TooFew));
    }
}
