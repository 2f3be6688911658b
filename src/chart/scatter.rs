//! Rows over deprivation, the line through them and the line they are to come to.

use super::scale::line_path;
use super::scene::{LEAST_WIDTH, NARROW};
use super::text_width::{text_room, wrap};
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape, ticks};
use crate::decimal::tenths;
use crate::model::bounded;

/// With more rows than this, limits would be a thicket and dots are small.
const FEW: usize = 60;
/// About how wide a figure of the axis is.
const FIGURE: f64 = 9.5;
/// Size of the marks.
const MARK: f64 = 15.0;
/// The most lines of the name of the axis up; a heading may be as long as its author liked.
const NAME_LINES: usize = 3;
/// How much wider a font may be than the one that widths are taken from.
const WIDER: f64 = 1.2;
/// From one of them to the next.
const NAME_STEP: f64 = 19.0;

/// A row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OnScatter {
    /// Across.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// Limits of the value.
    pub limits: Option<(f64, f64)>,
}

/// A place on the lines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OnLines {
    /// Across.
    pub x: f64,
    /// The line through the rows.
    pub now: f64,
    /// The line they are to come to.
    pub target: f64,
    /// Limits of the line through the rows.
    pub band: Option<(f64, f64)>,
}

/// What is drawn, most deprived first.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// The rows.
    pub rows: Vec<OnScatter>,
    /// The lines.
    pub lines: Vec<OnLines>,
    /// Names of the most and of the least deprived end.
    pub ends: [String; 2],
    /// Name of the axis across, in full and short.
    pub across: [String; 2],
    /// Name of the axis up.
    pub up: String,
    /// Values across that have a mark, with the mark; none for those of a round number each.
    pub marks: Option<Vec<(f64, String)>>,
}

impl Scatter {
    /// The values at the bottom and the top: from 0 unless all values lie far from it.
    pub fn up_domain(&self) -> (f64, f64) {
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut take = |value: f64| (least, most) = (least.min(value), most.max(value));
        for row in &self.rows {
            take(row.y);
            if let Some((lower, upper)) = row.limits.filter(|_| self.has_limits()) {
                take(lower);
                take(upper);
            }
        }
        for place in &self.lines {
            take(place.now);
            take(place.target);
        }
        if !(least.is_finite() && most.is_finite()) {
            return (0.0, 1.0);
        }
        let from = if least > 0.0 && least < 0.6 * most { 0.0 } else { least };
        let width = most - from;
        let room = if width > 0.0 { 0.05 * width } else { 0.1 * most.abs().max(1.0) };
        (if from == 0.0 { 0.0 } else { from - room }, most + room)
    }

    /// Whether limits of single rows are drawn.
    pub fn has_limits(&self) -> bool {
        self.rows.len() <= FEW
    }

    /// Draws the picture for a width in pixels. `write` writes a value of the axis up, `mark` one of the axis across.
    pub fn draw(&self, write: &dyn Fn(f64) -> String, mark: &dyn Fn(f64) -> String, width: f64) -> Scene {
        let width = width.max(LEAST_WIDTH);
        let is_narrow = width < NARROW;
        let height = bounded(width * 0.6, 380.0, 460.0);
        let up = self.up_domain();
        let ticks = ticks::written(&ticks::between(up.0, up.1, 6.0), write);
        let widest = ticks.iter().map(|(_, text)| text.chars().count()).max().unwrap_or(1);
        let left = (FIGURE * widest as f64 + 14.0).min(width * 0.3);
        let name = self.name_up(width);
        let top = 34.0 + NAME_STEP * name.len().saturating_sub(1) as f64;
        let plot = Rect { x: left, y: top, width: width - left - 14.0, height: height - top - 70.0 };
        let y = LinearScale { domain: up, range: (plot.bottom(), plot.y) };
        let x = self.x(plot);
        let mut shapes = Vec::new();
        for (index, line) in name.into_iter().enumerate() {
            shapes.push(Shape::text("chart__mark", (0.0, 16.0 + NAME_STEP * index as f64), Anchor::Start, line));
        }
        ticks::add_up(&mut shapes, plot, &y, ticks);
        for (at, anchor, written) in self.marks_across(&x, plot, is_narrow, mark) {
            shapes.push(Shape::text("chart__mark", (at, plot.bottom() + ticks::BELOW), anchor, written));
        }
        let foot = plot.bottom() + 42.0;
        let [most, least] = [format!("{} →", self.ends[0]), format!("← {}", self.ends[1])];
        let are_apart = text_room(&most, MARK, false) + text_room(&least, MARK, false) + 8.0 <= plot.width;
        let (from, to) = if are_apart { (plot.x, plot.right()) } else { (0.0, width) };
        shapes.push(Shape::text("chart__mark", (from, foot), Anchor::Start, least));
        shapes.push(Shape::text("chart__mark", (to, foot), Anchor::End, most));
        let across = &self.across[usize::from(is_narrow)];
        shapes.push(Shape::text(
            "chart__axis",
            (plot.x + plot.width / 2.0, plot.bottom() + 63.0),
            Anchor::Middle,
            across.as_str(),
        ));
        self.draw_lines(&mut shapes, &x, &y, plot);
        self.draw_rows(&mut shapes, &x, &y);
        self.draw_figures(&mut shapes, &x, &y, write);
        Scene { width, height, shapes }
    }

    /// The name of the axis up in lines that fit, shortened where it has too many.
    fn name_up(&self, width: f64) -> Vec<String> {
        let mut name = wrap(&self.up, MARK, false, width / WIDER);
        if name.len() > NAME_LINES {
            name.truncate(NAME_LINES);
            if let Some(last) = name.last_mut() {
                last.pop();
                last.push('…');
            }
        }
        name
    }

    fn x(&self, plot: Rect) -> LinearScale {
        let ends = self.lines.first().zip(self.lines.last()).map(|(first, last)| (first.x, last.x));
        let ends = ends.or_else(|| self.rows.first().zip(self.rows.last()).map(|(first, last)| (first.x, last.x)));
        let (from, to) = ends.filter(|(from, to)| from != to).unwrap_or((0.0, 1.0));
        // The most deprived end is on the right, as where a rate is drawn over deprivation. A dot at the very end has room.
        LinearScale { domain: (from, to), range: (plot.right() - 10.0, plot.x + 10.0) }
    }

    fn marks_across(
        &self,
        x: &LinearScale,
        plot: Rect,
        is_narrow: bool,
        mark: &dyn Fn(f64) -> String,
    ) -> Vec<(f64, Anchor, String)> {
        let marks = self.marks.clone().unwrap_or_else(|| {
            let (from, to) = x.domain;
            let most = if is_narrow { 4.0 } else { 8.0 };
            ticks::written(&ticks::between(from.min(to), from.max(to), most), mark)
        });
        // Every second one, where they would stand in each other's way; those at the ends stand inwards.
        let needed: f64 = marks.iter().map(|(_, text)| text_room(text, MARK, false) + 14.0).sum();
        let every = if needed > 0.75 * plot.width { 2 } else { 1 };
        let place = |(value, text): (f64, String)| {
            let at = x.at(value);
            let anchor = match at {
                _ if at < plot.x + 24.0 => Anchor::Start,
                _ if at > plot.right() - 24.0 => Anchor::End,
                _ => Anchor::Middle,
            };
            (bounded(at, plot.x, plot.right()), anchor, text)
        };
        marks.into_iter().step_by(every).map(place).collect()
    }

    fn draw_lines(&self, shapes: &mut Vec<Shape>, x: &LinearScale, y: &LinearScale, plot: Rect) {
        let at = |across: f64, value: f64| Point { x: x.at(across), y: bounded(y.at(value), plot.y, plot.bottom()) };
        if self.lines.iter().all(|place| place.band.is_some()) && !self.lines.is_empty() {
            let lower = self.lines.iter().map(|p| at(p.x, p.band.map_or(p.now, |band| band.0)));
            let upper = self.lines.iter().rev().map(|p| at(p.x, p.band.map_or(p.now, |band| band.1)));
            let mut band = String::new();
            for (index, point) in lower.chain(upper).enumerate() {
                band += &format!("{}{} {}", if index == 0 { 'M' } else { 'L' }, tenths(point.x), tenths(point.y));
            }
            band.push('Z');
            shapes.push(Shape::Path { class: "curve__target", path: band });
        }
        let path = |value: fn(&OnLines) -> f64| line_path(self.lines.iter().map(|place| at(place.x, value(place))));
        shapes.push(Shape::Path { class: "curve__everyone", path: path(|place| place.target) });
        shapes.push(Shape::Path { class: "curve__need", path: path(|place| place.now) });
    }

    fn draw_rows(&self, shapes: &mut Vec<Shape>, x: &LinearScale, y: &LinearScale) {
        let is_few = self.has_limits();
        let place = |row: &OnScatter, value: f64| Point { x: x.at(row.x), y: y.at(value) };
        if is_few {
            for row in &self.rows {
                if let Some((lower, upper)) = row.limits {
                    shapes.push(Shape::Line { class: "interval", from: place(row, lower), to: place(row, upper) });
                }
            }
        }
        let radius = if is_few { 6.0 } else { 3.5 };
        for row in &self.rows {
            shapes.push(Shape::Dot { class: "curve__dot--everyone", at: place(row, row.y), radius });
        }
    }

    /// The lines at their ends, as figures that keep clear of the lines and, where they can, of the dots.
    fn draw_figures(&self, shapes: &mut Vec<Shape>, x: &LinearScale, y: &LinearScale, write: &dyn Fn(f64) -> String) {
        let Some((first, last)) = self.lines.first().zip(self.lines.last()) else { return };
        let falls = first.now >= last.now;
        let dots: Vec<Point> = self.rows.iter().map(|row| Point { x: x.at(row.x), y: y.at(row.y) }).collect();
        let figure = |at: f64, value: f64, is_above: bool, anchor: Anchor| {
            let (text, at) = (write(value), Point { x: x.at(at), y: y.at(value) });
            let width = FIGURE * text.chars().count() as f64;
            let left = if anchor == Anchor::End { at.x - width } else { at.x };
            let hit = |baseline: f64| {
                let is_hit = |dot: &&Point| {
                    (left - 8.0..=left + width + 8.0).contains(&dot.x)
                        && (baseline - 20.0..=baseline + 8.0).contains(&dot.y)
                };
                dots.iter().filter(is_hit).count()
            };
            let places = if is_above { [-12.0, -32.0, -52.0] } else { [25.0, 45.0, 65.0] };
            let baselines = places.map(|shift| bounded(at.y + shift, 50.0, y.range.0 - 6.0));
            let mut best = baselines[0];
            for baseline in baselines {
                if hit(baseline) < hit(best) {
                    best = baseline;
                }
            }
            // Where dots leave no room the sentence above and the table have the figure.
            let is_clear = hit(best) == 0;
            is_clear.then_some(Shape::Text { class: "plane__name", at: Point { y: best, ..at }, anchor, text })
        };
        shapes.extend(figure(first.x, first.now, falls, Anchor::End));
        if (y.at(first.now) - y.at(first.target)).abs() > 1.0 {
            shapes.extend(figure(first.x, first.target, !falls, Anchor::End));
        }
        shapes.extend(figure(last.x, last.now, !falls, Anchor::Start));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scatter(rows: Vec<OnScatter>, slope: f64) -> Scatter {
        let place =
            |x: f64| OnLines { x, now: 100.0 + slope * x, target: 100.0, band: Some((90.0, 110.0 + slope * x)) };
        Scatter {
            rows,
            lines: (0..=10).map(|step| place(f64::from(step) / 10.0)).collect(),
            ends: ["Most deprived".to_owned(), "Least deprived".to_owned()],
            across: ["Share of people".to_owned(), "People".to_owned()],
            up: "Value".to_owned(),
            marks: None,
        }
    }

    #[test]
    fn everything_lies_within_the_picture() {
        let row = |x: f64, y| OnScatter { x, y, limits: Some((y - 1.0, y + 1.0)) };
        let many: Vec<OnScatter> = (0..200).map(|i| row(f64::from(i) / 200.0, f64::from(i))).collect();
        for rows in [vec![], vec![row(0.5, 0.0)], vec![row(0.0, -5.0), row(1.0, 1e6)], many] {
            for slope in [-90.0, 0.0, 40.0] {
                for width in [200.0, 343.0, 800.0] {
                    let scene = scatter(rows.clone(), slope).draw(&tenths, &tenths, width);
                    assert!(scene.is_inside(), "{slope} {width} {:?}", scene.shapes);
                }
            }
        }
    }

    #[test]
    fn on_a_narrow_phone_no_word_is_cut_or_stands_on_another() {
        let mut picture = scatter(vec![], 40.0);
        picture.up = "Preventable deaths under 75, England = 100".to_owned();
        let shares = [0.0, 0.25, 0.5, 0.75, 1.0];
        picture.marks = Some(shares.map(|share| (share, format!("{}%", 100.0 * (1.0 - share)))).to_vec());
        for width in [280.0, 290.0, 343.0, 800.0] {
            let scene = picture.draw(&tenths, &tenths, width);
            let mut boxes = Vec::new();
            for shape in &scene.shapes {
                let Shape::Text { at, anchor, text, .. } = shape else { continue };
                let room = text_room(text, MARK, false);
                let left = match anchor {
                    Anchor::Start => at.x,
                    Anchor::Middle => at.x - room / 2.0,
                    Anchor::End => at.x - room,
                };
                assert!(left > -8.0 && left + room < scene.width + 8.0, "{text} at {width}");
                boxes.push((left, left + room, at.y, text));
            }
            for (index, a) in boxes.iter().enumerate() {
                for b in &boxes[index + 1..] {
                    let is_hit = (a.2 - b.2).abs() < 12.0 && a.0 < b.1 && b.0 < a.1;
                    assert!(!is_hit, "{} and {} at {width}", a.3, b.3);
                }
            }
        }
        picture.up = "value ".repeat(200);
        let scene = picture.draw(&tenths, &tenths, 290.0);
        let named =
            scene.shapes.iter().filter(|shape| matches!(shape, Shape::Text { text, .. } if text.contains("value")));
        assert_eq!(named.count(), NAME_LINES);
    }

    #[test]
    fn the_axis_begins_at_0_unless_all_values_lie_far_from_it() {
        let row = |y| OnScatter { x: 0.5, y, limits: None };
        let of = |rows: Vec<OnScatter>| Scatter { lines: vec![], ..scatter(rows, 0.0) }.up_domain();
        assert_eq!(of(vec![row(55.0), row(158.0)]).0, 0.0);
        assert!(of(vec![row(76.0), row(86.0)]).0 > 75.0);
        assert!(of(vec![row(-4.0), row(86.0)]).0 < -4.0);
    }
}
