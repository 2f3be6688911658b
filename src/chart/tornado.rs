//! One assumption at a time: how far it moves an output from low to high.

use super::names::{BAR_NAME, add_name};
use super::scene::LEAST_WIDTH;
use super::text_width::text_room;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape};

const BAR: f64 = 18.0;
const NAME: f64 = 22.0;
/// Below a bar: the values of the assumption at its ends.
const VALUES: f64 = 18.0;
const BETWEEN: f64 = 14.0;
/// Above and below all bars: what the lines through them are.
const LINE_NAME: f64 = 24.0;
/// Room for figures at both ends, at least.
const FIGURE: f64 = 84.0;
/// Size of a figure and of a mark in pixels, and from there to the bar.
const SIZE: f64 = 16.0;
const MARK: f64 = 15.0;
const BESIDE: f64 = 6.0;
/// Width that is always left for the bars.
const LEAST_BARS: f64 = 24.0;

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// The assumption.
    pub name: String,
    /// The output at its low and at its high value.
    pub ends: (f64, f64),
    /// The same as figures.
    pub figures: (String, String),
    /// Its low and its high value.
    pub values: (String, String),
}

/// All bars.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Swings {
    /// The bars, widest first.
    pub bars: Vec<Swing>,
    /// The output at the likely values, with what is said of it.
    pub base: Option<(f64, String)>,
    /// What is said of an output of 0.
    pub none: String,
}

/// Draws the bars below each other, with a line across each at the likely values and one at 0 where it is in sight, for a width in
/// pixels.
pub fn tornado(swings: &Swings, width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let ends = swings.bars.iter().flat_map(|swing| [swing.ends.0, swing.ends.1]);
    let base = swings.base.as_ref().filter(|_| !swings.bars.is_empty());
    let all = || ends.clone().chain(base.map(|(value, _)| *value));
    let (least, most) = (all().fold(f64::MAX, f64::min), all().fold(f64::MIN, f64::max));
    let has_zero = least < 0.0 && most > 0.0;
    let figures = swings.bars.iter().flat_map(|of| [&of.figures.0, &of.figures.1]);
    let values = swings.bars.iter().flat_map(|of| [&of.values.0, &of.values.1]);
    let widths = figures.map(|of| text_room(of, SIZE, true)).chain(values.map(|of| text_room(of, MARK, false)));
    let widest = widths.map(|width| width + BESIDE).fold(FIGURE, f64::max);
    let room = widest.min((width - LEAST_BARS) / 2.0);
    let scale =
        LinearScale { domain: if most > least { (least, most) } else { (0.0, 1.0) }, range: (room, width - room) };
    let first = if base.is_some() { LINE_NAME } else { 0.0 };
    let (mut bars, mut top) = (Vec::new(), first);
    let mut beside = Vec::new();
    for swing in &swings.bars {
        let further = add_name(&mut bars, BAR_NAME, Point { x: 0.0, y: top + 15.0 }, width, &swing.name);
        let y = top + NAME + further;
        let low = (scale.at(swing.ends.0), &swing.figures.0, &swing.values.0);
        let high = (scale.at(swing.ends.1), &swing.figures.1, &swing.values.1);
        let (left, right) = if low.0 <= high.0 { (low, high) } else { (high, low) };
        let rect = Rect { x: left.0, y, width: (right.0 - left.0).max(1.0), height: BAR };
        bars.push(Shape::Rect { class: "bar bar--everyone", rect });
        for ((_, figure, value), x, anchor) in
            [(left, left.0 - BESIDE, Anchor::End), (right, right.0 + BESIDE, Anchor::Start)]
        {
            bars.push(Shape::text("plane__name", (x, y + BAR - 4.0), anchor, figure.as_str()));
            bars.push(Shape::text("chart__mark", (x, y + BAR + VALUES - 4.0), anchor, value.as_str()));
        }
        beside.push((y - 4.0, y + BAR + 4.0));
        top = y + BAR + VALUES + BETWEEN;
    }
    let mut lines = Vec::new();
    let mut line = |class, value: f64, y: f64, text: &str| {
        let x = scale.at(value);
        // Beside each bar, so that no name is crossed.
        lines.extend(beside.iter().map(|&(from, to)| Shape::line(class, (x, from), (x, to))));
        let half = text_room(text, MARK, false) / 2.0;
        lines.push(Shape::text("chart__mark", (x.min(width - half).max(half), y), Anchor::Middle, text));
    };
    if has_zero {
        line("chart__axis-line", 0.0, top + 6.0, &swings.none);
    }
    if let Some((value, text)) = base {
        line("curve__cut", *value, MARK, text);
    }
    bars.append(&mut lines);
    let height = if has_zero { top + LINE_NAME - BETWEEN } else { top };
    Scene { width, height: height.max(1.0), shapes: bars }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swings(ends: &[(f64, f64)], base: Option<f64>) -> Swings {
        let pair = || ("−£1,234".to_owned(), "at 40%".to_owned());
        let swing = |&ends: &(f64, f64)| Swing { name: "Uptake".to_owned(), ends, figures: pair(), values: pair() };
        Swings {
            bars: ends.iter().map(swing).collect(),
            base: base.map(|value| (value, "As assumed: 12,345 people".to_owned())),
            none: "No difference".to_owned(),
        }
    }

    #[test]
    fn bars_fit_whichever_way_they_swing() {
        for (ends, base) in [
            (&[][..], None),
            (&[(-5.0, 10.0), (3.0, -2.0)], Some(1.0)),
            (&[(5.0, 6.0)], Some(5.0)),
            (&[(5.0, 6.0)], Some(60.0)),
            (&[(5.0, 6.0)], None),
        ] {
            for width in [200.0, 343.0, 800.0] {
                assert!(tornado(&swings(ends, base), width).is_inside());
            }
        }
    }

    #[test]
    fn every_end_is_named_and_the_line_of_the_likely_values_goes_across_every_bar() {
        let scene = tornado(&swings(&[(-5.0, 10.0), (3.0, -2.0)], Some(1.0)), 800.0);
        let marks = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Text { class: "chart__mark", .. }));
        assert_eq!(marks.count(), 4 + 2);
        let lines = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Line { class: "curve__cut", from, to } => Some((from.x, from.y, to.y)),
            _ => None,
        });
        let rects = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Rect { rect, .. } => Some(rect),
            _ => None,
        });
        let both: Vec<_> = lines.zip(rects).collect();
        assert_eq!(both.len(), 2);
        for ((x, top, bottom), rect) in both {
            assert!(rect.x <= x && x <= rect.right() && top < rect.y && rect.bottom() < bottom, "{rect:?} {x}");
        }
    }
}
