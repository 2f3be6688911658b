//! Where an axis has its ticks, and how they are drawn.

use super::{Anchor, LinearScale, Rect, Shape};
use crate::model::bounded;

/// The ticks of an axis of shares.
pub const QUARTERS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// How far, as a part of itself, a number may miss a round one by rounding alone.
const ROUNDING: f64 = 1e-9;
/// More ticks than this are never drawn, whatever the interval.
const MOST: f64 = 20.0;

/// A tick: its value, and what is written beside it.
pub(super) type Tick = (f64, String);

/// Round numbers within an interval, a round step apart that has at most `most` of them in it.
pub(super) fn between(from: f64, to: f64, most: f64) -> Vec<f64> {
    let step = round_step(((to - from) / most).max(f64::MIN_POSITIVE));
    let first = (from / step - ROUNDING).ceil();
    let count = bounded((to / step + ROUNDING).floor() - first, 0.0, MOST) as u32;
    (0..=count).map(|index| (first + f64::from(index)) * step).collect()
}

/// Round numbers from 0 up to at most `to`, about `most` of them or fewer; only 0 if `to` is not above 0.
pub(super) fn from_0(to: f64, most: f64) -> Vec<f64> {
    if to > 0.0 && to.is_finite() { between(0.0, to, most) } else { vec![0.0] }
}

/// The next 1, 2 or 5 times a power of ten that is not below a number above 0.
fn round_step(least: f64) -> f64 {
    let ten = libm::pow(10.0, libm::log10(least).floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|times| times * ten);
    steps.into_iter().find(|step| *step >= least * (1.0 - ROUNDING)).unwrap_or(least)
}

/// Values with what is written beside them.
pub(super) fn written(values: &[f64], write: &dyn Fn(f64) -> String) -> Vec<Tick> {
    values.iter().map(|&value| (value, write(value))).collect()
}

/// Adds the ticks of the axis up: a line across the plot each, with its text on the left.
pub(super) fn add_up(shapes: &mut Vec<Shape>, plot: Rect, y: &LinearScale, ticks: Vec<Tick>) {
    for (value, text) in ticks {
        let at = y.at(value);
        shapes.push(Shape::line("chart__grid", (plot.x, at), (plot.right(), at)));
        shapes.push(Shape::text("chart__mark", (plot.x - 8.0, at + 5.0), Anchor::End, text));
    }
}

/// Adds the ticks of the axis across: a text each, below the plot.
pub(super) fn add_across(shapes: &mut Vec<Shape>, plot: Rect, x: &LinearScale, ticks: Vec<Tick>) {
    for (value, text) in ticks {
        shapes.push(Shape::text("chart__mark", (x.at(value), plot.bottom() + BELOW), Anchor::Middle, text));
    }
}

/// From the bottom of a plot to the baseline of the texts below it.
pub(super) const BELOW: f64 = 20.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_from_0_are_round_and_few() {
        assert_eq!(from_0(381.0, 4.0), [0.0, 100.0, 200.0, 300.0]);
        assert_eq!(from_0(2000.0, 4.0), [0.0, 500.0, 1000.0, 1500.0, 2000.0]);
        assert_eq!(from_0(208.0, 5.0), [0.0, 50.0, 100.0, 150.0, 200.0]);
        assert_eq!(from_0(0.9, 4.0).len(), 2);
        assert_eq!(from_0(0.0, 4.0), [0.0]);
        assert_eq!(from_0(f64::INFINITY, 4.0), [0.0]);
        for most in [1e-6, 3.3, 99.0, 1e9] {
            assert!((2..=6).contains(&from_0(most, 5.0).len()), "{most}");
        }
    }

    #[test]
    fn ticks_of_an_interval_are_round_and_few() {
        assert_eq!(between(0.0, 165.0, 6.0), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(between(76.0, 87.0, 6.0), [76.0, 78.0, 80.0, 82.0, 84.0, 86.0]);
        assert_eq!(between(-0.2, 0.2, 4.0).len(), 5);
    }

    #[test]
    fn a_number_that_misses_a_round_one_by_rounding_alone_is_taken_for_it() {
        assert_eq!(from_0(0.1 + 0.2, 3.0), [0.0, 0.1, 0.2, 3.0 * 0.1]);
    }
}
