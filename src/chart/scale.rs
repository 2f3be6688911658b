//! From values to pixels and back.

use std::fmt::Write;

use crate::decimal::tenths;
use crate::model::bounded;

/// A straight scale from one interval to another; either may run downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinearScale {
    /// The values at both ends.
    pub domain: (f64, f64),
    /// The pixels at both ends.
    pub range: (f64, f64),
}

impl LinearScale {
    /// The pixel of a value.
    pub fn at(&self, value: f64) -> f64 {
        let (from, to) = self.domain;
        self.range.0 + (value - from) / (to - from) * (self.range.1 - self.range.0)
    }

    /// The value at a pixel, held within the domain.
    pub fn value_at(&self, pixel: f64) -> f64 {
        let (from, to) = self.range;
        let part = bounded((pixel - from) / (to - from), 0.0, 1.0);
        self.domain.0 + part * (self.domain.1 - self.domain.0)
    }
}

/// A point in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// Pixels below which two points of a line cannot be told apart.
const VISIBLE: f64 = 0.4;

/// The path of a line through points, without those too close together to be seen: a curve over all 33,000 areas
/// of England becomes some hundred points.
pub fn line_path(points: impl IntoIterator<Item = Point>) -> String {
    let mut path = String::new();
    let mut last: Option<Point> = None;
    let mut pending: Option<Point> = None;
    for point in points {
        let is_near = last.is_some_and(|l| (l.x - point.x).abs() < VISIBLE && (l.y - point.y).abs() < VISIBLE);
        if is_near {
            pending = Some(point);
            continue;
        }
        append(&mut path, point);
        (last, pending) = (Some(point), None);
    }
    if let Some(end) = pending {
        append(&mut path, end);
    }
    path
}

fn append(path: &mut String, Point { x, y }: Point) {
    let command = if path.is_empty() { 'M' } else { 'L' };
    let _ = write!(path, "{command}{} {}", tenths(x), tenths(y));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_goes_there_and_back() {
        let scale = LinearScale { domain: (0.0, 1.0), range: (300.0, 20.0) };
        assert_eq!(scale.at(0.0), 300.0);
        assert_eq!(scale.at(1.0), 20.0);
        assert!((scale.value_at(scale.at(0.37)) - 0.37).abs() < 1e-12);
        assert_eq!(scale.value_at(-50.0), 1.0);
    }

    #[test]
    fn a_dense_line_keeps_its_ends_and_loses_what_cannot_be_seen() {
        let points = (0..=30_000).map(|i| Point { x: f64::from(i) / 100.0, y: f64::from(i) / 200.0 });
        let path = line_path(points);
        assert!(path.starts_with("M0.0 0.0L"));
        assert!(path.ends_with("L300.0 150.0"));
        assert!(path.matches('L').count() < 1000);
    }
}
