//! One bar a strategy, with the interval in which draws fall.

use super::interval::add_interval;
use super::names::{BAR_NAME, add_name};
use super::scene::LEAST_WIDTH;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape};
use crate::model::bounded;

const BAR: f64 = 24.0;
const NAME: f64 = 24.0;
const BETWEEN: f64 = 14.0;
/// About how wide a character of a figure is.
const CHARACTER: f64 = 9.5;

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueBar {
    /// What stands above it.
    pub name: String,
    /// Its value, 0 or more; `None` where there is none.
    pub value: Option<f64>,
    /// The interval around it.
    pub interval: Option<(f64, f64)>,
    /// The value as a figure.
    pub figure: String,
    /// What the bar is.
    pub class: &'static str,
}

/// An interval may reach so many times as far as the longest bar before it runs off the picture.
const MOST_OF_INTERVAL: f64 = 4.0;

/// Where the axis ends: at the end of the longest bar or interval, but where intervals are much longer than all bars, so
/// that those would be too short to be told apart.
fn furthest(bars: &[ValueBar]) -> f64 {
    let most = |of: &dyn Fn(&ValueBar) -> Option<f64>| {
        bars.iter().filter_map(of).filter(|v| v.is_finite()).fold(0.0, f64::max)
    };
    let (value, interval) = (most(&|bar| bar.value), most(&|bar| Some(bar.interval?.1)));
    let longest = if value > 0.0 { interval.min(MOST_OF_INTERVAL * value) } else { interval };
    value.max(longest)
}

/// Draws the bars below each other for a width in pixels.
pub fn value_bars(bars: &[ValueBar], width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let most = furthest(bars);
    // Room for a figure after the longest bar.
    let room = 16.0 + CHARACTER * bars.iter().map(|bar| bar.figure.chars().count()).fold(0, usize::max) as f64;
    let scale = LinearScale { domain: (0.0, most.max(f64::MIN_POSITIVE)), range: (0.0, width - room) };
    let mut shapes = Vec::new();
    let mut top = 0.0;
    for bar in bars {
        let further = add_name(&mut shapes, BAR_NAME, Point { x: 0.0, y: top + 16.0 }, width, &bar.name);
        let y = top + NAME + further;
        let value = bar.value.unwrap_or(0.0).max(0.0);
        shapes.push(Shape::Rect {
            class: bar.class,
            rect: Rect { x: 0.0, y, width: scale.at(value).max(1.0), height: BAR },
        });
        let mut end = scale.at(value);
        if let Some((low, high)) = bar.interval {
            let ends_in_sight = high <= most;
            let held = |value: f64| scale.at(bounded(value, 0.0, most));
            let (low, high, middle) = (held(low), held(high), y + BAR / 2.0);
            end = end.max(high);
            let ends = [low, high].map(|x| Point { x, y: middle });
            add_interval(&mut shapes, ends, [true, ends_in_sight], Point { x: 0.0, y: 6.0 });
        }
        shapes.push(Shape::text("chart__value", (end + 8.0, y + BAR - 7.0), Anchor::Start, bar.figure.as_str()));
        top = y + BAR + BETWEEN;
    }
    Scene { width, height: top.max(1.0), shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_and_their_intervals_fit() {
        let bar =
            |value, interval| ValueBar { name: String::new(), value, interval, figure: String::new(), class: "bar" };
        let bars = [
            bar(Some(10.0), Some((5.0, 40.0))),
            bar(Some(20.0), Some((1.0, 1e17))),
            bar(Some(20.0), Some((1.0, f64::INFINITY))),
            bar(None, None),
        ];
        for width in [200.0, 343.0, 800.0] {
            assert!(value_bars(&bars, width).is_inside());
        }
    }
}
