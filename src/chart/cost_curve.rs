//! The cost of one more person against uptake without a payment, with marks on it.

use super::scale::line_path;
use super::scene::{LEAST_WIDTH, NARROW};
use super::text_width::text_width;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape, WriteShare, ticks};

/// Distance between the baselines of two names.
const STEP: f64 = 22.0;
/// Room to the right of the line.
const RIGHT: f64 = 22.0;
/// Size of names and of marks.
const SIZES: (f64, f64) = (16.0, 15.0);

/// A point that is named.
#[derive(Debug, Clone, PartialEq)]
pub struct CostMark {
    /// Uptake without a payment (0 to 1).
    pub uptake: f64,
    /// Pounds for each extra person.
    pub cost: f64,
    /// Its name with its figure, in full and short.
    pub name: [String; 2],
}

/// What the picture shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CostPicture {
    /// Uptake and pounds along the line.
    pub curve: Vec<(f64, f64)>,
    /// The fifths, most deprived first; those at one point share a name.
    pub fifths: Vec<CostMark>,
    /// Something to hold them against that has a name of its own.
    pub trial: Option<CostMark>,
}

/// Draws the line for a width in pixels. `axes` name the horizontal and the vertical direction.
pub fn cost_curve(
    picture: &CostPicture,
    axes: [&str; 2],
    (share, pounds): (WriteShare, fn(f64) -> String),
    width: f64,
) -> Scene {
    let width = width.max(LEAST_WIDTH);
    // In a narrow picture the names stand above the line, for which it has to be tall.
    let above = if width < NARROW { STEP * picture.fifths.len() as f64 } else { 0.0 };
    let height = if width < NARROW { 360.0 + above } else { (width * 0.56).min(420.0) };
    let all = || picture.fifths.iter().chain(&picture.trial);
    let most = picture.curve.iter().map(|point| point.1).chain(all().map(|mark| mark.cost)).fold(0.0_f64, f64::max);
    let up = ticks::written(&ticks::from_0(most, 4.0), &pounds);
    let left = up.iter().map(|(_, text)| text_width(text, SIZES.1, false)).fold(0.0_f64, f64::max) + 14.0;
    let plot = Rect { x: left, y: 34.0 + above, width: width - left - RIGHT, height: height - 34.0 - above - 54.0 };
    let x = LinearScale { domain: (0.0, 1.0), range: (plot.x, plot.right()) };
    let y = LinearScale { domain: (0.0, (most * 1.04).max(f64::MIN_POSITIVE)), range: (plot.bottom(), plot.y) };
    let at = |uptake: f64, cost: f64| Point { x: x.at(uptake), y: y.at(cost) };
    let mut shapes = vec![Shape::text("chart__mark", (0.0, 15.0), Anchor::Start, format!("↑ {}", axes[1]))];
    ticks::add_up(&mut shapes, plot, &y, up);
    ticks::add_across(&mut shapes, plot, &x, ticks::written(&ticks::QUARTERS, &share));
    shapes.push(Shape::text(
        "chart__axis",
        (plot.right(), plot.bottom() + 43.0),
        Anchor::End,
        format!("{} →", axes[0]),
    ));
    let path = line_path(picture.curve.iter().map(|&(uptake, cost)| at(uptake, cost)));
    shapes.push(Shape::Path { class: "curve__need", path });

    let is_narrow = usize::from(width < NARROW);
    let mut names = Vec::new();
    if let Some(trial) = &picture.trial {
        let dot = at(trial.uptake, trial.cost);
        let name = &trial.name[is_narrow];
        let start = plot.right() - text_width(name, SIZES.0, true);
        let baseline = plot.bottom() - 10.0;
        let foot = Point { x: dot.x.max(start + 8.0), y: baseline - 14.0 };
        shapes.push(Shape::Line { class: "chart__axis-line", from: dot, to: foot });
        names.push(Shape::text("plane__name", (plot.right(), baseline), Anchor::End, name.clone()));
    }
    let fifths: Vec<(Point, &str)> = grouped(&picture.fifths)
        .into_iter()
        .map(|mark| (at(mark.uptake, mark.cost), mark.name[is_narrow].as_str()))
        .collect();
    let names_from = 34.0 + 16.0;
    for (from, to, name) in
        beside(&fifths, plot, names_from, picture.trial.as_ref().map(|trial| at(trial.uptake, trial.cost)))
    {
        shapes.push(Shape::Line { class: "chart__axis-line", from, to });
        names.push(name);
    }
    for (dot, _) in &fifths {
        shapes.push(Shape::Dot { class: "curve__dot--need", at: *dot, radius: 8.0 });
    }
    if let Some(trial) = &picture.trial {
        shapes.push(Shape::Dot { class: "curve__dot--everyone", at: at(trial.uptake, trial.cost), radius: 6.0 });
    }
    shapes.extend(names);
    Scene { width, height, shapes }
}

/// Marks from the highest to the lowest, once each where names were joined.
fn grouped(marks: &[CostMark]) -> Vec<&CostMark> {
    let mut order: Vec<&CostMark> = Vec::new();
    for mark in marks {
        let place = order.partition_point(|other| other.cost > mark.cost);
        order.insert(place, mark);
    }
    order
}

/// In a narrow picture each name ends where an upright line goes down to its dot, so that no line runs through a name.
/// `None` in a wide picture, and where the names do not fit so.
fn upright(fifths: &[(Point, &str)], plot: Rect, highest: f64) -> Option<Vec<(Point, Point, Shape)>> {
    // Between a name and its line.
    const GAP: f64 = 5.0;
    // How much wider the bold letters of some systems are.
    const WIDEST: f64 = 1.3;
    if plot.right() >= NARROW {
        return None;
    }
    let mut names = Vec::new();
    // The line of the name above, right of which no name may reach.
    let mut right = plot.right() + RIGHT;
    for (row, &(dot, name)) in fifths.iter().enumerate() {
        let (wide, usual) = (text_width(name, SIZES.0, true), dot.x - GAP);
        // With room for wider letters where there is some.
        let least = (WIDEST * wide).min(right).max(wide);
        let at = Point { x: usual.max(least), y: highest + row as f64 * STEP };
        if at.x > right || at.y > dot.y {
            return None;
        }
        // Beside its name, or below a name that is too long for that.
        let from = if at.x > usual { at.y + 5.0 } else { at.y - 12.0 };
        let text = Shape::Text { class: "plane__name", at, anchor: Anchor::End, text: name.to_owned() };
        names.push((Point { x: dot.x, y: from }, dot, text));
        right = dot.x - 2.0;
    }
    Some(names)
}

/// The names in a column of their own where the line leaves room, above it on the left or below it on the right, each
/// with a line to its dot.
fn beside(fifths: &[(Point, &str)], plot: Rect, highest: f64, trial: Option<Point>) -> Vec<(Point, Point, Shape)> {
    let furthest = fifths.iter().fold(plot.x, |most, (dot, _)| most.max(dot.x));
    let is_left = furthest > plot.x + 0.5 * plot.width;
    let rows = fifths.len() as f64;
    if let Some(names) = upright(fifths, plot, highest) {
        return names;
    }
    let top = if is_left {
        highest
    } else {
        // Clear of the trial and of its name.
        let free = plot.bottom() - 40.0;
        let free = trial.map_or(free, |dot| if dot.y > free - rows * STEP { free.min(dot.y - 18.0) } else { free });
        (free - (rows - 1.0) * STEP).max(highest)
    };
    let name = |(row, &(dot, name)): (usize, &(Point, &str))| {
        let baseline = top + row as f64 * STEP;
        let wide = text_width(name, SIZES.0, true);
        let (at, anchor, end) = if is_left {
            (plot.x + 8.0, Anchor::Start, plot.x + 14.0 + wide)
        } else {
            (plot.right(), Anchor::End, plot.right() - wide - 6.0)
        };
        // Where the name reaches past its dot, the line comes from its middle.
        let is_past = if is_left { end > dot.x } else { end < dot.x };
        let from = if is_past { Point { x: dot.x, y: baseline + 5.0 } } else { Point { x: end, y: baseline - 5.0 } };
        let text =
            Shape::Text { class: "plane__name", at: Point { x: at, y: baseline }, anchor, text: name.to_owned() };
        (from, dot, text)
    };
    fifths.iter().enumerate().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::super::names::WIDER;
    use super::*;

    fn mark(uptake: f64, cost: f64) -> CostMark {
        CostMark { uptake, cost, name: ["Most deprived fifth, £288.76".to_owned(), "Most, £288.76".to_owned()] }
    }

    fn scenes() -> Vec<Scene> {
        let line = |payment: f64, rise: f64| {
            (0..=10)
                .map(f64::from)
                .map(move |i| (i / 10.0 * (1.0 - rise), payment * (i / 10.0 * (1.0 - rise) + rise) / rise))
        };
        let pictures = [
            CostPicture::default(),
            CostPicture { curve: line(16.0, 0.042).collect(), fifths: vec![mark(0.716, 288.76)], trial: None },
            CostPicture {
                curve: line(16.0, 0.042).collect(),
                fifths: [0.63, 0.67, 0.71, 0.75, 0.8].map(|u| mark(u, 16.0 * (u + 0.042) / 0.042)).to_vec(),
                trial: Some(mark(0.716, 288.76)),
            },
            CostPicture {
                curve: line(200.0, 0.1).collect(),
                fifths: [0.08, 0.09, 0.1, 0.11, 0.12].map(|u| mark(u, 200.0 * (u + 0.1) / 0.1)).to_vec(),
                trial: Some(mark(0.716, 288.76)),
            },
        ];
        let draw = |picture: &CostPicture, width| {
            cost_curve(picture, ["x", "y"], (|s| s.to_string(), |p| p.to_string()), width)
        };
        [0.0, 280.0, 343.0, 780.0]
            .into_iter()
            .flat_map(|width| pictures.iter().map(move |p| draw(p, width)).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn nothing_is_drawn_outside_the_picture() {
        assert!(scenes().iter().all(Scene::is_inside));
    }

    #[test]
    fn a_long_name_is_not_cut_where_the_letters_are_wider() {
        let name = "All fifths and the trial: £288.76".to_owned();
        let all = CostMark { uptake: 0.716, cost: 288.76, name: [name.clone(), name] };
        let picture = CostPicture { curve: vec![(0.0, 16.0), (0.958, 381.0)], fifths: vec![all], trial: None };
        for width in [280.0, 335.0, 343.0, 400.0] {
            let scene = cost_curve(&picture, ["x", "y"], (|_| "50%".to_owned(), |_| "£300".to_owned()), width);
            for shape in &scene.shapes {
                let Shape::Text { class: "plane__name", at, anchor, text } = shape else { continue };
                let wide = WIDER * text_width(text, SIZES.0, true);
                let (left, right) = if *anchor == Anchor::End { (at.x - wide, at.x) } else { (at.x, at.x + wide) };
                assert!(left >= 0.0 && right <= scene.width, "{left} to {right} in {width}");
            }
        }
    }

    #[test]
    fn no_line_runs_through_a_name_in_a_narrow_picture() {
        let short = |uptake: f64, name: &str| CostMark {
            uptake,
            cost: 16.0 * (uptake + 0.042) / 0.042,
            name: [name.to_owned(), name.to_owned()],
        };
        let names = [
            "Most deprived: £256.00",
            "Second: £266.14",
            "Middle: £280.56",
            "Fourth: £299.90",
            "Least deprived: £320.76",
        ];
        let picture = CostPicture {
            curve: [0.0, 0.958].map(|u| (u, 16.0 * (u + 0.042) / 0.042)).to_vec(),
            fifths: [0.63, 0.657, 0.694, 0.745, 0.8].into_iter().zip(names).map(|(u, name)| short(u, name)).collect(),
            trial: Some(short(0.716, "The trial: £288.76")),
        };
        for width in [280.0, 330.0, 343.0, 400.0] {
            let scene = cost_curve(&picture, ["x", "y"], (|_| "50%".to_owned(), |_| "£300".to_owned()), width);
            assert!(scene.is_inside(), "{width}");
            for shape in &scene.shapes {
                let Shape::Text { class: "plane__name", at, anchor, text } = shape else { continue };
                let wide = text_width(text, SIZES.0, true);
                let (left, right) = if *anchor == Anchor::End { (at.x - wide, at.x) } else { (at.x, at.x + wide) };
                for line in &scene.shapes {
                    let Shape::Line { class: "chart__axis-line", from, to } = line else { continue };
                    let crosses = (0..=200).map(|i| f64::from(i) / 200.0).any(|t| {
                        let (x, y) = (from.x + t * (to.x - from.x), from.y + t * (to.y - from.y));
                        x > left && x < right && y > at.y - 11.0 && y < at.y + 2.0
                    });
                    assert!(!crosses, "{text} at {width}");
                }
            }
        }
    }

    #[test]
    fn no_two_names_stand_on_each_other() {
        for scene in scenes() {
            let lines: Vec<(f64, f64)> = scene
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Text { class: "plane__name", at, .. } => Some((at.x, at.y)),
                    _ => None,
                })
                .collect();
            for (index, one) in lines.iter().enumerate() {
                for other in &lines[index + 1..] {
                    assert!((one.1 - other.1).abs() >= 19.0, "{one:?} {other:?}");
                }
            }
        }
    }
}
