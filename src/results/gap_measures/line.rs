//! The line through the rows, its target, and what the picture needs of both.

use serde::{Deserialize, Serialize};

use super::{Ends, line_scale};
use crate::model::Share;
use crate::model::gap::{Limits, Point, Regression, Rows, SlopeIndex, Transform, regression_at};
use crate::pace::Pace;
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::{Across, LineScale};

/// How many pieces a line is drawn in; a band is curved even where its line is straight.
const STEPS: u32 = 40;

/// A line over ranks by its two ends; straight on a scale.
#[derive(Debug, Clone, Copy)]
pub struct Curve {
    scale: Transform,
    most: f64,
    least: f64,
}

impl Curve {
    pub fn new(index: SlopeIndex, scale: Transform) -> Self {
        let on_scale = |value: f64| scale.to(value).unwrap_or(value);
        Self { scale, most: on_scale(index.most), least: on_scale(index.least) }
    }

    /// The line at a rank, from the most (0) to the least deprived end (1).
    pub fn at(&self, rank: f64) -> f64 {
        self.scale.back(self.most + (self.least - self.most) * rank)
    }
}

/// The index once the slope is cut around the least deprived end.
pub fn after(index: Ends, cut: Share, sign: f64) -> Ends {
    let most = index.least + (1.0 - cut.get()) * (index.most - index.least);
    let ratio = if sign < 0.0 { most / index.least } else { index.least / most };
    let rii = ratio.is_finite().then_some(ratio);
    super::with_a_ratio(SlopeIndex { sii: (1.0 - cut.get()) * index.sii, rii, most, least: index.least })
}

async fn points(rows: &Rows, scale: Transform, across: Across, pace: &Pace) -> Vec<Point> {
    let point = |row: &crate::model::gap::RankedRow| Point {
        x: match across {
            Across::People => row.rank,
            Across::Deprivation => row.deprivation,
        },
        y: scale.to(row.value).unwrap_or(row.value),
        weight: row.people,
    };
    pace.collect(rows.rows(), point).await
}

/// Limits of the slope index from Student's t, for a line that is straight. The fit of the picture is the same where it is over
/// people.
pub async fn sii_limits(rows: &Rows, choices: &MeasureChoices, picture: &Picture, pace: &Pace) -> Option<Limits> {
    if choices.scale != LineScale::Plain {
        return None;
    }
    let limits = match choices.across {
        Across::People => picture.fit?.slope_limits?,
        Across::Deprivation => {
            let points = points(rows, Transform::Plain, Across::People, pace).await;
            regression_at(&points, choices.level(), pace).await.ok()?.slope_limits?
        }
    };
    let [a, b] = [limits.lower, limits.upper].map(|limit| choices.polarity.sign() * limit);
    Some(Limits { lower: a.min(b), upper: a.max(b) })
}

/// A place on the line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LinePoint {
    /// Across: a rank (0 to 1) or a deprivation score.
    pub x: f64,
    /// The line.
    pub now: f64,
    /// The line with its slope cut.
    pub target: f64,
    /// Limits of the line; `None` with two rows.
    pub limits: Option<Limits>,
}

/// The line as it is drawn, with its numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// What rows are placed by.
    pub across: Across,
    /// The places of the rows, most deprived first.
    pub places: Vec<f64>,
    /// The line from the most to the least deprived end.
    pub line: Vec<LinePoint>,
    /// The fit, on the scale of the line; `None` where there is none.
    pub fit: Option<Regression>,
}

impl Picture {
    /// The line over what is chosen.
    pub async fn at(rows: &Rows, choices: &MeasureChoices, cut: Share, pace: &Pace) -> Self {
        let (scale, across) = (line_scale(choices), choices.across);
        let points = points(rows, scale, across, pace).await;
        let places = pace.collect(&points, |point| point.x).await;
        let fit = regression_at(&points, choices.level(), pace).await.ok();
        let (from, to) = match across {
            Across::People => (0.0, 1.0),
            Across::Deprivation => {
                (places.first().copied().unwrap_or_default(), places.last().copied().unwrap_or_default())
            }
        };
        let line = fit.as_ref().map(|fit| line(fit, scale, (from, to), cut)).unwrap_or_default();
        Self { across, places, line, fit }
    }

    /// The line at its most and its least deprived end.
    pub fn ends(&self) -> Option<(LinePoint, LinePoint)> {
        Some((*self.line.first()?, *self.line.last()?))
    }
}

fn line(fit: &Regression, scale: Transform, (from, to): (f64, f64), cut: Share) -> Vec<LinePoint> {
    let value = |x: f64| scale.back(fit.line.at(x));
    let least = value(to);
    let point = |step: u32| {
        let x = from + (to - from) * f64::from(step) / f64::from(STEPS);
        let now = value(x);
        let limits =
            fit.limits_at(x).map(|limits| Limits { lower: scale.back(limits.lower), upper: scale.back(limits.upper) });
        LinePoint { x, now, target: least + (1.0 - cut.get()) * (now - least), limits }
    };
    (0..=STEPS).map(point).collect()
}
