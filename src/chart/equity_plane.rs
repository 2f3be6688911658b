//! The equity plane: total benefit against the change in the gap, one point a strategy, with how sure each is.

use super::interval::add_interval;
use super::scene::{LEAST_WIDTH, NARROW};
use super::text_width::text_room;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape, ticks};
use crate::model::bounded;

/// Least distance between the baselines of two names.
const STEP: f64 = 20.0;
/// An interval may reach so many times as far from 0 as the furthest point before it runs off the picture.
const MOST_OF_INTERVAL: f64 = 4.0;
/// Above the plot: the name of the axis up. Below it: numbers, and the name of the axis across.
const ABOVE: f64 = 30.0;
const BELOW: f64 = 52.0;
/// Size of the numbers at the axes.
const MARK: f64 = 15.0;
/// Size of a name.
const NAME: f64 = 16.0;

/// A strategy on the plane.
#[derive(Debug, Clone, PartialEq)]
pub struct OnPlane {
    /// Its name.
    pub name: String,
    /// Bad outcomes averted (0 or more).
    pub benefit: f64,
    /// By how much the gap becomes smaller, as a share; negative where it becomes larger.
    pub narrowing: f64,
    /// The intervals of the two; `None` until they are drawn.
    pub intervals: [Option<(f64, f64)>; 2],
    /// What its dot is.
    pub class: &'static str,
}

/// What stands at the axes.
#[derive(Debug, Clone)]
pub struct PlaneAxes {
    /// The names of the horizontal and the vertical one.
    pub names: [String; 2],
    /// How many of what is written at the vertical one make a share of 1: 100 points.
    pub times: f64,
    /// Writes a number with so many decimals.
    pub write: fn(f64, u32) -> String,
}

/// From where to where an axis goes, 0 included.
fn domain(values: &[f64], intervals: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    let furthest = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let limit = if furthest > 0.0 { furthest * MOST_OF_INTERVAL } else { 1.0 };
    let ends = intervals.flat_map(|(low, high)| [low, high]).map(|end| bounded(end, -limit, limit));
    let all = values.iter().copied().chain(ends).filter(|value| value.is_finite());
    let (least, most) = all.fold((0.0_f64, 0.0_f64), |(least, most), value| (least.min(value), most.max(value)));
    let span = most - least;
    if span <= f64::MIN_POSITIVE {
        return (0.0, 1.0);
    }
    // A point at an edge keeps clear of it, but nothing is shown below a 0 that nothing is below.
    (if least < 0.0 { least - 0.06 * span } else { 0.0 }, most + 0.08 * span)
}

/// Round numbers of an axis with what is written at each.
fn axis_ticks((from, to): (f64, f64), times: f64, most: f64, write: fn(f64, u32) -> String) -> Vec<(f64, String)> {
    let values = ticks::between(from * times, to * times, most);
    let step = match values.as_slice() {
        [first, second, ..] => second - first,
        _ => 1.0,
    };
    let places = bounded(-libm::log10(step.max(1e-6)).floor(), 0.0, 6.0) as u32;
    values.into_iter().map(|value| (value / times, write(value, places))).collect()
}

/// Draws the plane for a width in pixels.
pub fn equity_plane(points: &[OnPlane], axes: &PlaneAxes, width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let height = bounded(width * 0.5, 300.0, 380.0);
    let of = |value: fn(&OnPlane) -> f64| points.iter().map(value).collect::<Vec<f64>>();
    let ends = |of: usize| points.iter().filter_map(move |point| point.intervals[of]);
    let (across, up) = (domain(&of(|p| p.benefit), ends(0)), domain(&of(|p| p.narrowing), ends(1)));
    let up_ticks = axis_ticks(up, axes.times, 4.0, axes.write);
    let left = 12.0 + up_ticks.iter().map(|(_, text)| text_room(text, MARK, false)).fold(0.0, f64::max);
    let plot = Rect { x: left, y: ABOVE, width: width - left - 20.0, height: height - ABOVE - BELOW };
    let x = LinearScale { domain: across, range: (plot.x, plot.right()) };
    let y = LinearScale { domain: up, range: (plot.bottom(), plot.y) };
    let mut shapes = Vec::new();
    ticks::add_up(&mut shapes, plot, &y, up_ticks);
    ticks::add_across(
        &mut shapes,
        plot,
        &x,
        axis_ticks(across, 1.0, if width < NARROW { 3.0 } else { 6.0 }, axes.write),
    );
    let zero = (x.at(0.0), y.at(0.0));
    shapes.extend([
        Shape::line("chart__axis-line", (zero.0, plot.y), (zero.0, plot.bottom())),
        Shape::line("chart__axis-line", (plot.x, zero.1), (plot.right(), zero.1)),
        Shape::text("chart__axis", (0.0, 14.0), Anchor::Start, format!("↑ {}", axes.names[1])),
        Shape::text("chart__axis", (plot.right(), height - 8.0), Anchor::End, format!("{} →", axes.names[0])),
    ]);
    let at = |point: &OnPlane| Point { x: x.at(point.benefit), y: y.at(point.narrowing) };
    for point in points {
        let at = at(point);
        let held = |(low, high): (f64, f64), (from, to): (f64, f64)| {
            ([bounded(low, from, to), bounded(high, from, to)], [low >= from, high <= to])
        };
        if let Some(ends) = point.intervals[0] {
            let (ends, is_marked) = held(ends, across);
            let ends = ends.map(|end| Point { x: x.at(end), y: at.y });
            add_interval(&mut shapes, ends, is_marked, Point { x: 0.0, y: 5.0 });
        }
        if let Some(ends) = point.intervals[1] {
            let (ends, is_marked) = held(ends, up);
            let ends = ends.map(|end| Point { x: at.x, y: y.at(end) });
            add_interval(&mut shapes, ends, is_marked, Point { x: 5.0, y: 0.0 });
        }
    }
    // From top to bottom, so that names which would stand on each other make room downwards.
    let mut order: Vec<&OnPlane> = Vec::new();
    for point in points {
        let place = order.partition_point(|other| other.narrowing >= point.narrowing);
        order.insert(place, point);
    }
    let mut lowest = 0.0_f64;
    for point in order {
        let at = at(point);
        let is_left = at.x > plot.x + plot.width / 2.0;
        // A name too long for its side of the dot begins, or ends, at the edge.
        let room = text_room(&point.name, NAME, true);
        let (from, anchor) = match is_left {
            true => ((at.x - 12.0).max((plot.x + 4.0 + room).min(width)), Anchor::End),
            false => ((at.x + 12.0).min(width - room), Anchor::Start),
        };
        // Above the interval across, beside the one that goes up.
        let baseline = (at.y - 10.0).max(lowest + STEP).max(plot.y + 4.0).min(plot.bottom() - 4.0);
        lowest = baseline;
        shapes.push(Shape::Dot { class: point.class, at, radius: 8.0 });
        shapes.push(Shape::text("plane__name", (from, baseline), anchor, point.name.as_str()));
    }
    Scene { width, height, shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axes() -> PlaneAxes {
        let names = ["benefit", "gap"].map(str::to_owned);
        PlaneAxes { names, times: 100.0, write: |value, _| value.to_string() }
    }

    fn point(benefit: f64, narrowing: f64, intervals: [Option<(f64, f64)>; 2]) -> OnPlane {
        OnPlane { name: "Universal".to_owned(), benefit, narrowing, intervals, class: "offer--area" }
    }

    #[test]
    fn every_point_and_its_intervals_are_on_the_plane() {
        for points in [
            vec![],
            vec![point(0.0, 0.0, [None; 2])],
            vec![point(0.0, 0.0, [Some((0.0, 0.0)), Some((0.0, 0.0))])],
            vec![
                point(10.0, -0.1, [Some((1.0, 30.0)), Some((-0.3, 0.1))]),
                point(200.0, 0.05, [Some((100.0, 1e9)), Some((-1e9, f64::INFINITY))]),
                point(201.0, 0.05, [None; 2]),
            ],
        ] {
            for width in [200.0, 343.0, 800.0] {
                assert!(equity_plane(&points, &axes(), width).is_inside(), "{points:?} {width}");
            }
        }
    }

    #[test]
    fn both_axes_have_a_line_and_a_number_at_0_and_at_round_numbers() {
        let write = |value: f64, places: u32| format!("{value:.*}", places as usize);
        let points = [point(180.0, 0.0031, [Some((90.0, 260.0)), Some((-0.001, 0.006))])];
        let scene = equity_plane(&points, &PlaneAxes { write, ..axes() }, 800.0);
        let marks: Vec<&str> = scene
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text { class: "chart__mark", text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(marks, ["0.0", "0.2", "0.4", "0.6", "0", "50", "100", "150", "200", "250"]);
        let lines =
            |class| scene.shapes.iter().filter(|s| matches!(s, Shape::Line { class: of, .. } if *of == class)).count();
        assert_eq!((lines("chart__axis-line"), lines("interval")), (2, 6));
    }
}
