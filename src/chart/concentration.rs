//! The concentration curve: need and people against the scale of the slider.

use super::scale::line_path;
use super::scene::{LEAST_WIDTH, NARROW};
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape, WriteShare, ticks};
use crate::model::{CurvePoint, bounded};

/// Shares (0 to 1) at which the axis across has ticks.
const ALONG: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
const ALONG_NARROW: [f64; 3] = [0.2, 0.6, 1.0];

/// Least distance between two baselines.
const LABEL_STEP: f64 = 19.0;

/// Room that a figure beside the cut takes.
const FIGURE: f64 = 70.0;

/// About how wide a text is, in pixels.
fn text_width(text: &str) -> f64 {
    9.0 * text.chars().count() as f64
}

/// What the picture says.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveWords {
    /// Name of the line of people in need.
    pub need: String,
    /// Name of the line of all people.
    pub everyone: String,
    /// Name of the horizontal axis, in full and short.
    pub axis: [String; 2],
}

/// A target on the curve. All values are shares (0 to 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OnCurve {
    /// Where the cut stands on the scale.
    pub position: f64,
    /// Share of people in the target.
    pub people: f64,
    /// Share of people in need in the target.
    pub in_need: f64,
}

/// The curve of a place, drawn for a width.
#[derive(Debug, Clone, PartialEq)]
pub struct ConcentrationChart {
    width: f64,
    height: f64,
    plot: Rect,
    points: Vec<CurvePoint>,
}

impl ConcentrationChart {
    /// Draws the curve for a width in pixels.
    pub fn new(points: Vec<CurvePoint>, width: f64) -> Self {
        let width = width.max(LEAST_WIDTH);
        let height = bounded(width * 0.62, 280.0, 440.0);
        let plot = Rect { x: 48.0, y: 12.0, width: width - 48.0 - 24.0, height: height - 12.0 - 52.0 };
        Self { width, height, plot, points }
    }

    fn x(&self) -> LinearScale {
        LinearScale { domain: (0.0, 1.0), range: (self.plot.x, self.plot.right()) }
    }

    fn y(&self) -> LinearScale {
        LinearScale { domain: (0.0, 1.0), range: (self.plot.bottom(), self.plot.y) }
    }

    /// The part that stays while the slider moves: axes and lines.
    pub fn lines(&self, words: &CurveWords, mark: WriteShare) -> Scene {
        let (x, y, plot) = (self.x(), self.y(), self.plot);
        let is_narrow = self.width < NARROW;
        let mut shapes = Vec::new();
        ticks::add_up(&mut shapes, plot, &y, ticks::written(&ticks::QUARTERS, &mark));
        let along = if is_narrow { ALONG_NARROW.as_slice() } else { &ALONG };
        ticks::add_across(&mut shapes, plot, &x, ticks::written(along, &mark));
        let at = (plot.x + plot.width / 2.0, plot.bottom() + 43.0);
        let name = words.axis[usize::from(is_narrow)].as_str();
        shapes.push(Shape::text("chart__axis", at, Anchor::Middle, name));
        let path = |value: fn(&CurvePoint) -> f64| {
            line_path(self.points.iter().map(|point| Point { x: x.at(point.position), y: y.at(value(point)) }))
        };
        shapes.push(Shape::Path { class: "curve__everyone", path: path(|point| point.people) });
        shapes.push(Shape::Path { class: "curve__need", path: path(|point| point.in_need) });
        Scene { width: self.width, height: self.height, shapes }
    }

    /// The part that moves with the slider: the target, the cut, and the names of the lines, which make room for it.
    pub fn target(&self, target: OnCurve, words: &CurveWords, figures: [String; 2]) -> Scene {
        let plot = self.plot;
        let (need, people) =
            (self.need_at(target), Point { x: self.x().at(target.position), y: self.y().at(target.people) });
        let [need_label, people_label] = self.figure_labels(target, need, people);
        let anchor = if need_label.x < need.x { Anchor::End } else { Anchor::Start };
        let [need_figure, people_figure] = figures;
        let [need_name, people_name] = self.line_names(need.x, need_label.y, words);
        let text = |class, at, anchor, text| Shape::Text { class, at, anchor, text };
        let mut shapes = vec![Shape::Rect { class: "curve__target", rect: Rect { width: need.x - plot.x, ..plot } }];
        // A narrow picture has no room for names on the lines; the key above it names them.
        if self.width >= NARROW {
            shapes.push(text("curve__name curve__name--need", need_name, Anchor::End, words.need.clone()));
            shapes.push(text("curve__name curve__name--everyone", people_name, Anchor::Start, words.everyone.clone()));
        }
        shapes.extend([
            Shape::Line {
                class: "curve__cut",
                from: Point { x: need.x, y: plot.y },
                to: Point { x: need.x, y: plot.bottom() },
            },
            Shape::Dot { class: "curve__dot--everyone", at: people, radius: 6.0 },
            Shape::Dot { class: "curve__dot--need", at: need, radius: 9.0 },
            text("curve__value curve__name--need", need_label, anchor, need_figure),
            text("curve__value curve__name--everyone", people_label, anchor, people_figure),
        ]);
        Scene { width: self.width, height: self.height, shapes }
    }

    /// A place on the scale (0 to 1) that is marked beside the cut.
    pub fn mark(&self, position: Option<f64>) -> Scene {
        let line = position.map(|position| {
            let x = self.x().at(bounded(position, 0.0, 1.0));
            let (from, to) = (Point { x, y: self.plot.y }, Point { x, y: self.plot.bottom() });
            Shape::Line { class: "curve__mark", from, to }
        });
        Scene { width: self.width, height: self.height, shapes: line.into_iter().collect() }
    }

    /// Where the handle stands: where the cut meets the line of people in need.
    pub fn need_at(&self, target: OnCurve) -> Point {
        Point { x: self.x().at(target.position), y: self.y().at(target.in_need) }
    }

    /// The share of the scale (0 to 1) under a point that is `from_left` inside a picture shown `shown_width` wide: on
    /// a page that is zoomed the picture is shown wider than it was drawn.
    pub fn position_at(&self, from_left: f64, shown_width: f64) -> f64 {
        self.x().value_at(from_left / shown_width * self.width)
    }

    /// Where the figures stand: beside the dots, on the side where the lines leave room, never on each other.
    fn figure_labels(&self, target: OnCurve, need: Point, people: Point) -> [Point; 2] {
        // Right of a dot the lines rise above it, left of it they fall below.
        let is_left = target.position > 0.5;
        let (dx, dy) = if is_left { (-14.0, -7.0) } else { (14.0, 17.0) };
        let (highest, lowest) = (self.plot.y + 12.0, self.plot.bottom() - 6.0);
        let need_y = (need.y + dy).min(lowest - LABEL_STEP).max(highest);
        let people_y = (people.y + dy).min(lowest).max(need_y + LABEL_STEP);
        [Point { x: need.x + dx, y: need_y }, Point { x: people.x + dx, y: people_y }]
    }

    /// Where the lines are named, clear of the cut and its figures: above the line of need, ending there; below the
    /// line of people, starting there.
    fn line_names(&self, cut_x: f64, figure_y: f64, words: &CurveWords) -> [Point; 2] {
        let (x, y, plot) = (self.x(), self.y(), self.plot);
        let need = |share: f64| {
            let at = y.at(self.value_at(share, |point| point.in_need));
            Point { x: x.at(share) - 8.0, y: (at - 12.0).max(plot.y + 12.0) }
        };
        let everyone = |share: f64| {
            let at = y.at(self.value_at(share, |point| point.people));
            Point { x: x.at(share) + 10.0, y: (at + 22.0).min(plot.bottom() - 8.0) }
        };
        let (need_width, everyone_width) = (text_width(&words.need), text_width(&words.everyone));
        let is_clear = |from: f64, to: f64| cut_x < from - FIGURE || cut_x > to + FIGURE;
        // Where the line is near the top there is no room for a name above it.
        let has_room = |at: &Point| at.y > plot.y + 12.0;
        let need_at = [0.62, 0.68, 0.72, 0.76, 0.8, 0.84, 0.88, 0.4, 0.95].map(need);
        let everyone_at = [0.66, 0.45, 0.25].map(everyone);
        // High above the figure the name may come near the cut.
        let is_above = |at: &Point| at.y < figure_y - 2.0 * LABEL_STEP && at.x - need_width > cut_x + 8.0;
        let clear = need_at.into_iter().filter(|at| is_clear(at.x - need_width, at.x) || is_above(at));
        let need = clear.clone().find(has_room).or_else(|| clear.clone().next()).unwrap_or(need_at[0]);
        let everyone =
            everyone_at.into_iter().find(|at| is_clear(at.x, at.x + everyone_width)).unwrap_or(everyone_at[0]);
        [need, everyone]
    }

    fn value_at(&self, position: f64, value: fn(&CurvePoint) -> f64) -> f64 {
        let next = self.points.partition_point(|point| point.position < position);
        self.points.get(next).or(self.points.last()).map_or(0.0, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_a_target_of_up_to_a_third_the_name_stands_clear_above_its_line() {
        let words = CurveWords { need: "People on low incomes".to_owned(), ..words() };
        for (position, width) in
            (0..=6).map(f64::from).flat_map(|i| [600.0, 640.0, 700.0, 780.0].map(|w| (i / 20.0, w)))
        {
            let chart = chart(width);
            let target = OnCurve { position, people: position, in_need: position.sqrt() };
            let need = chart.need_at(target);
            let [figure, _] = chart.figure_labels(target, need, Point { x: need.x, y: chart.y().at(position) });
            let [name, _] = chart.line_names(need.x, figure.y, &words);
            let line = chart.y().at(chart.value_at(chart.x().value_at(name.x), |point| point.in_need));
            assert!(name.y <= line - 4.0, "cut at {position}, {width} wide: name at {}, line at {line}", name.y);
        }
    }

    fn chart(width: f64) -> ConcentrationChart {
        let points = (0..=10).map(f64::from).map(|i| CurvePoint {
            position: i / 10.0,
            people: i / 10.0,
            in_need: (i / 10.0).sqrt(),
        });
        ConcentrationChart::new(points.collect(), width)
    }

    fn words() -> CurveWords {
        let text = |text: &str| text.to_owned();
        CurveWords { need: text("need"), everyone: text("all"), axis: [text("axis"), text("a")] }
    }

    #[test]
    fn the_handle_is_under_the_pointer_that_drags_it() {
        let chart = chart(640.0);
        for position in [0.0, 0.123, 0.5, 1.0] {
            let handle = chart.need_at(OnCurve { position, people: 0.1, in_need: 0.3 });
            assert!((chart.position_at(handle.x, 640.0) - position).abs() < 1e-9);
            assert!((chart.position_at(handle.x * 1.3, 640.0 * 1.3) - position).abs() < 1e-9);
        }
    }

    #[test]
    fn nothing_is_drawn_outside_the_picture() {
        for width in [0.0, 280.0, 343.0, 780.0, 3000.0] {
            let chart = chart(width);
            assert!(chart.lines(&words(), |share| share.to_string()).is_inside());
            assert!([None, Some(0.0), Some(0.3), Some(1.0)].into_iter().all(|at| chart.mark(at).is_inside()));
            for position in [0.0, 0.2, 0.5, 0.7, 1.0] {
                let target = OnCurve { position, people: position, in_need: position.sqrt() };
                let figures = ["1%".to_owned(), "2%".to_owned()];
                assert!(chart.target(target, &words(), figures).is_inside(), "{width} {position}");
            }
        }
    }

    #[test]
    fn the_two_figures_never_stand_on_each_other() {
        let chart = chart(343.0);
        for percent in 0..=100 {
            let position = f64::from(percent) / 100.0;
            let target = OnCurve { position, people: position, in_need: position };
            let dot = chart.need_at(target);
            let [need, people] = chart.figure_labels(target, dot, dot);
            assert!(people.y - need.y >= LABEL_STEP - 1e-9);
        }
    }
}
