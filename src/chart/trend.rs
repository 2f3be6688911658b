//! A value with its limits for each of several groups: across where they are periods, down where they are not.

use super::interval::add_interval;
use super::names::WIDER;
use super::scale::line_path;
use super::scene::{LEAST_WIDTH, NARROW};
use super::text_width::{text_room, wrap};
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape, ticks};

/// Height where groups stand across.
const HEIGHT: f64 = 300.0;
/// Size of the marks, and from one line of them to the next.
const MARK: f64 = 15.0;
const LINE: f64 = 19.0;
/// From one group to the next where they stand down.
const STEP: f64 = 20.0;
/// Half of the end of an interval.
const END: f64 = 5.0;
const RADIUS: f64 = 5.0;

/// A group.
#[derive(Debug, Clone, PartialEq)]
pub struct OnTrend {
    /// Its name.
    pub name: String,
    /// Its value; `None` where it has none.
    pub value: Option<f64>,
    /// Limits of the value.
    pub limits: Option<(f64, f64)>,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The groups in order.
    pub groups: Vec<OnTrend>,
    /// Whether they are periods, so that a line leads from one to the next.
    pub are_periods: bool,
    /// Name of the scale.
    pub scale: String,
}

impl Trend {
    /// From the least to the most value or limit, with 0 in it, which is no gap.
    fn domain(&self) -> (f64, f64) {
        let (mut least, mut most) = (0.0_f64, 0.0_f64);
        for group in &self.groups {
            let limits = group.limits.map(|(lower, upper)| [lower, upper]);
            for value in group.value.into_iter().chain(limits.into_iter().flatten()) {
                (least, most) = (least.min(value), most.max(value));
            }
        }
        let room = 0.05 * (most - least);
        if room > 0.0 {
            (if least < 0.0 { least - room } else { 0.0 }, if most > 0.0 { most + room } else { 0.0 })
        } else {
            (0.0, 1.0)
        }
    }

    /// Draws it for a width in pixels; `write` writes a value.
    pub fn draw(&self, write: &dyn Fn(f64) -> String, width: f64) -> Scene {
        let width = width.max(LEAST_WIDTH);
        if self.are_periods { self.across(write, width) } else { self.down(write, width) }
    }

    fn across(&self, write: &dyn Fn(f64) -> String, width: f64) -> Scene {
        let domain = self.domain();
        let marks = ticks::written(&ticks::between(domain.0, domain.1, 5.0), write);
        let left = marks.iter().map(|(_, text)| text_room(text, MARK, false)).fold(0.0_f64, f64::max) + 14.0;
        let name = wrap(&self.scale, MARK, false, width / WIDER);
        let mut shapes = Vec::new();
        for (line, text) in name.iter().enumerate() {
            shapes.push(Shape::text("chart__mark", (0.0, 16.0 + LINE * line as f64), Anchor::Start, text.as_str()));
        }
        let top = 34.0 + LINE * name.len().saturating_sub(1) as f64;
        let plot = Rect { x: left, y: top, width: width - left - 10.0, height: HEIGHT - top - 34.0 };
        let y = LinearScale { domain, range: (plot.bottom(), plot.y) };
        ticks::add_up(&mut shapes, plot, &y, marks);
        shapes.push(Shape::line("chart__axis-line", (plot.x, y.at(0.0)), (plot.right(), y.at(0.0))));
        let each = plot.width / self.groups.len().max(1) as f64;
        let x = |at: usize| plot.x + each * (at as f64 + 0.5);
        // A line leads only over periods that have a value.
        let is_there = |group: &OnTrend| group.value.is_some();
        for run in self.groups.iter().enumerate().collect::<Vec<_>>().chunk_by(|a, b| is_there(a.1) == is_there(b.1)) {
            let places = run.iter().filter_map(|(at, group)| Some(Point { x: x(*at), y: y.at(group.value?) }));
            if run.len() > 1 && run.iter().all(|(_, group)| is_there(group)) {
                shapes.push(Shape::Path { class: "curve__need", path: line_path(places) });
            }
        }
        for (at, group) in self.groups.iter().enumerate() {
            if let Some((lower, upper)) = group.limits {
                let ends = [lower, upper].map(|limit| Point { x: x(at), y: y.at(limit) });
                add_interval(&mut shapes, ends, [true; 2], Point { x: END, y: 0.0 });
            }
            if let Some(value) = group.value {
                let at = Point { x: x(at), y: y.at(value) };
                shapes.push(Shape::Dot { class: "curve__dot--need", at, radius: RADIUS });
            }
        }
        self.names_across(&mut shapes, plot, &x);
        Scene { width, height: HEIGHT, shapes }
    }

    /// As many names as have room; the last one is always among them.
    fn names_across(&self, shapes: &mut Vec<Shape>, plot: Rect, x: &dyn Fn(usize) -> f64) {
        let baseline = plot.bottom() + ticks::BELOW;
        let mut free_to = plot.right() + 10.0;
        for (at, group) in self.groups.iter().enumerate().rev() {
            let short = wrap(&group.name, MARK, false, plot.width / WIDER);
            let Some(text) = short.first() else { continue };
            let room = text_room(text, MARK, false);
            let middle = x(at).min(plot.right() + 10.0 - room / 2.0).max(room / 2.0);
            if middle + room / 2.0 <= free_to {
                shapes.push(Shape::text("chart__mark", (middle, baseline), Anchor::Middle, text.as_str()));
                free_to = middle - room / 2.0 - 12.0;
            }
        }
    }

    fn down(&self, write: &dyn Fn(f64) -> String, width: f64) -> Scene {
        let domain = self.domain();
        let most = if width < NARROW { 3.0 } else { 6.0 };
        let marks = ticks::written(&ticks::between(domain.0, domain.1, most), write);
        let half = marks.iter().map(|(_, text)| text_room(text, MARK, false)).fold(0.0_f64, f64::max) / 2.0;
        let side = half.max(12.0);
        let x = LinearScale { domain, range: (side, width - side) };
        let mut shapes = Vec::new();
        let mut y = 4.0;
        for group in &self.groups {
            for line in wrap(&group.name, MARK, false, width / WIDER) {
                y += LINE;
                shapes.push(Shape::text("chart__mark", (0.0, y), Anchor::Start, line));
            }
            let middle = y + 12.0;
            if let Some((lower, upper)) = group.limits {
                let ends = [lower, upper].map(|limit| Point { x: x.at(limit), y: middle });
                add_interval(&mut shapes, ends, [true; 2], Point { x: 0.0, y: END });
            }
            if let Some(value) = group.value {
                let at = Point { x: x.at(value), y: middle };
                shapes.push(Shape::Dot { class: "curve__dot--need", at, radius: RADIUS });
            }
            y = middle + STEP - LINE / 2.0;
        }
        let bottom = y + 8.0;
        let mut grid: Vec<Shape> = Vec::new();
        for (value, text) in marks {
            grid.push(Shape::line("chart__grid", (x.at(value), 0.0), (x.at(value), bottom)));
            shapes.push(Shape::text("chart__mark", (x.at(value), bottom + 18.0), Anchor::Middle, text));
        }
        grid.push(Shape::line("chart__axis-line", (x.at(0.0), 0.0), (x.at(0.0), bottom)));
        let mut foot = bottom + 18.0;
        for line in wrap(&self.scale, MARK, false, width / WIDER) {
            foot += LINE;
            shapes.push(Shape::text("chart__axis", (width / 2.0, foot), Anchor::Middle, line));
        }
        grid.append(&mut shapes);
        Scene { width, height: foot + 8.0, shapes: grid }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend(values: &[Option<f64>], are_periods: bool) -> Trend {
        let group = |(at, value): (usize, &Option<f64>)| OnTrend {
            name: if are_periods { format!("20{:02} to 20{:02}", at, at + 2) } else { "A council ".repeat(1 + at) },
            value: *value,
            limits: value.filter(|_| at % 3 != 2).map(|value| (value - 3.0, value + 4.0)),
        };
        Trend {
            groups: values.iter().enumerate().map(group).collect(),
            are_periods,
            scale: "Slope index, deaths for each 100,000 people".to_owned(),
        }
    }

    #[test]
    fn everything_lies_within_the_picture_at_any_width() {
        let many: Vec<Option<f64>> = (0..60).map(|at| Some(f64::from(at) * 1e3 - 2e4)).collect();
        let cases: [&[Option<f64>]; 6] =
            [&[], &[None], &[Some(0.0)], &[Some(5.0), None, Some(-2.0)], &[Some(1e-3), Some(2e-3)], &many];
        for values in cases {
            for are_periods in [true, false] {
                for width in [200.0, 343.0, 736.0] {
                    let scene = trend(values, are_periods).draw(&|value| format!("{value:.1}"), width);
                    assert!(scene.is_inside(), "{values:?} {are_periods} {width} {:?}", scene.shapes);
                }
            }
        }
    }

    #[test]
    fn no_line_leads_over_a_period_without_a_value() {
        let paths = |values: &[Option<f64>]| {
            let scene = trend(values, true).draw(&|value| value.to_string(), 600.0);
            scene.shapes.iter().filter(|shape| matches!(shape, Shape::Path { .. })).count()
        };
        let one = Some(1.0);
        assert_eq!(paths(&[one, one, one]), 1);
        assert_eq!(paths(&[one, one, None, one, one]), 2);
        assert_eq!(paths(&[one, None, one]), 0);
    }

    #[test]
    fn names_of_periods_do_not_stand_on_each_other() {
        let values: Vec<Option<f64>> = (0..15).map(|at| Some(f64::from(at))).collect();
        let scene = trend(&values, true).draw(&|value| value.to_string(), 343.0);
        let mut boxes: Vec<(f64, f64)> = Vec::new();
        for shape in &scene.shapes {
            if let Shape::Text { at, anchor: Anchor::Middle, text, .. } = shape {
                let half = text_room(text, MARK, false) / 2.0;
                assert!(boxes.iter().all(|(from, to)| at.x + half < *from || at.x - half > *to), "{text}");
                boxes.push((at.x - half, at.x + half));
            }
        }
        assert!((2..15).contains(&boxes.len()), "{}", boxes.len());
    }
}
