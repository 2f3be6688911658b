//! Acceptability curves: the share of draws in which each option is best, by what one unit of effect is worth.

use super::scale::line_path;
use super::scene::{LEAST_WIDTH, NARROW};
use super::text_width::text_room;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape, WriteShare, ticks};
use crate::model::bounded;

/// Above the plot: the name of the axis up, and what is said of the worth that was given.
const ABOVE: f64 = 54.0;
const BELOW: f64 = 54.0;
/// Sizes of numbers at the axes and of names.
const MARK: f64 = 15.0;
const NAME: f64 = 16.0;
/// Least distance between the baselines of two names.
const STEP: f64 = 22.0;

/// An option's line.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionLine {
    /// Its name.
    pub name: String,
    /// The share of draws (0 to 1) at each worth.
    pub shares: Vec<f64>,
    /// What it is.
    pub class: &'static str,
}

/// What the picture shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SharesByWorth {
    /// What one is worth at each point, in pounds, rising from 0.
    pub worths: Vec<f64>,
    /// The lines.
    pub lines: Vec<OptionLine>,
    /// The worth that was given, with what is said of it.
    pub at: Option<(f64, String)>,
    /// The names of the axes: across, and up.
    pub axes: [String; 2],
}

/// Draws the curves for a width in pixels, with names at their ends: beside the plot where there is room, else below it.
pub fn shares_by_worth(of: &SharesByWorth, write: (WriteShare, fn(f64) -> String), width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let is_narrow = width < NARROW;
    let longest = of.lines.iter().map(|line| text_room(&line.name, NAME, true)).fold(0.0, f64::max);
    let beside = if is_narrow { 20.0 } else { (longest + 14.0).min(width / 2.0) };
    let key = if is_narrow { STEP * of.lines.len() as f64 + 8.0 } else { 0.0 };
    let height = bounded(width * 0.5, 320.0, 400.0) + key;
    let up = ticks::written(&ticks::QUARTERS, &write.0);
    let left = 12.0 + up.iter().map(|(_, text)| text_room(text, MARK, false)).fold(0.0, f64::max);
    let plot = Rect { x: left, y: ABOVE, width: width - left - beside, height: height - key - ABOVE - BELOW };
    let top = of.worths.last().copied().unwrap_or(1.0).max(f64::MIN_POSITIVE);
    let x = LinearScale { domain: (0.0, top), range: (plot.x, plot.right()) };
    let y = LinearScale { domain: (0.0, 1.0), range: (plot.bottom(), plot.y) };
    let mut shapes = vec![Shape::text("chart__axis", (0.0, 15.0), Anchor::Start, format!("↑ {}", of.axes[1]))];
    ticks::add_up(&mut shapes, plot, &y, up);
    let most = if is_narrow { 2.0 } else { 5.0 };
    for (value, text) in ticks::written(&ticks::from_0(top, most), &write.1) {
        // The outermost numbers keep inside.
        let half = text_room(&text, MARK, false) / 2.0;
        let at = x.at(value).min(width - half).max(half);
        shapes.push(Shape::text("chart__mark", (at, plot.bottom() + 20.0), Anchor::Middle, text));
    }
    shapes.push(Shape::text(
        "chart__axis",
        (plot.right(), plot.bottom() + 43.0),
        Anchor::End,
        format!("{} →", of.axes[0]),
    ));
    if let Some((worth, text)) = of.at.as_ref().filter(|(worth, _)| (0.0..=top).contains(worth)) {
        let at = x.at(*worth);
        shapes.push(Shape::line("curve__cut", (at, plot.y), (at, plot.bottom())));
        let half = text_room(text, MARK, false) / 2.0;
        let middle = at.min(plot.right() - half).max(plot.x + half);
        shapes.push(Shape::text("plane__name", (middle, plot.y - 6.0), Anchor::Middle, text.as_str()));
    }
    for line in &of.lines {
        let points =
            of.worths.iter().zip(&line.shares).map(|(&worth, &share)| Point { x: x.at(worth), y: y.at(share) });
        shapes.push(Shape::Path { class: line.class, path: line_path(points) });
    }
    add_names(&mut shapes, of, plot, &y, is_narrow);
    Scene { width, height, shapes }
}

/// Adds the names of the lines, from the highest end to the lowest.
fn add_names(shapes: &mut Vec<Shape>, of: &SharesByWorth, plot: Rect, y: &LinearScale, is_narrow: bool) {
    let end = |line: &OptionLine| line.shares.last().copied().unwrap_or(0.0);
    let mut order: Vec<&OptionLine> = Vec::new();
    for line in &of.lines {
        let place = order.partition_point(|other| end(other) >= end(line));
        order.insert(place, line);
    }
    // What stands below a name needs room for itself.
    let mut lowest = f64::MIN;
    for (row, line) in order.iter().enumerate() {
        let (x, baseline) = if is_narrow {
            let baseline = plot.bottom() + BELOW + STEP * (row as f64 + 1.0) - 2.0;
            shapes.push(Shape::line(line.class, (0.0, baseline - 5.0), (26.0, baseline - 5.0)));
            (34.0, baseline)
        } else {
            let below = (order.len() - 1 - row) as f64 * STEP;
            let baseline = (y.at(end(line)) + 5.0).max(lowest + STEP).min(plot.bottom() + 5.0 - below);
            (plot.right() + 8.0, baseline)
        };
        lowest = baseline;
        shapes.push(Shape::text("plane__name", (x, baseline), Anchor::Start, line.name.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(lines: usize, points: usize, at: Option<f64>) -> SharesByWorth {
        let name = |line: usize| ["Doing nothing", "Universal", "Proportionate universal"][line % 3].to_owned();
        SharesByWorth {
            worths: (0..points).map(|point| point as f64 * 500.0).collect(),
            lines: (0..lines)
                .map(|line| OptionLine {
                    name: name(line),
                    shares: vec![1.0 / lines as f64; points],
                    class: "offer--area offer-line",
                })
                .collect(),
            at: at.map(|at| (at, "£20,000 for each".to_owned())),
            axes: ["What averting one premature death is worth", "Share of draws"].map(str::to_owned),
        }
    }

    #[test]
    fn all_is_inside_and_no_name_stands_on_another() {
        for lines in [0, 1, 3, 6] {
            for points in [0, 1, 41] {
                for at in [None, Some(0.0), Some(20_000.0), Some(1e9)] {
                    for width in [240.0, 343.0, 800.0] {
                        let write: WriteShare = |share| format!("{:.0}%", share * 100.0);
                        let scene = shares_by_worth(
                            &picture(lines, points, at),
                            (write, |pounds| format!("£{pounds:.0}")),
                            width,
                        );
                        assert!(scene.is_inside(), "{lines} {points} {at:?} {width}");
                        let mut names: Vec<f64> = scene
                            .shapes
                            .iter()
                            .filter_map(|shape| match shape {
                                Shape::Text { class: "plane__name", at, anchor: Anchor::Start, .. } => Some(at.y),
                                _ => None,
                            })
                            .collect();
                        names.sort_by(f64::total_cmp);
                        assert_eq!(names.len(), lines);
                        assert!(names.windows(2).all(|pair| pair[1] - pair[0] > STEP - 0.1), "{names:?}");
                    }
                }
            }
        }
    }
}
