//! One assumption at a time: how far it moves an output from low to high.

use super::names::{BAR_NAME, add_name};
use super::scene::LEAST_WIDTH;
use super::text_width::text_width;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape};

const BAR: f64 = 18.0;
const NAME: f64 = 22.0;
const BETWEEN: f64 = 12.0;
/// Room for figures at both ends, at least.
const FIGURE: f64 = 84.0;
/// Size of a figure in pixels, and the room around it.
const SIZE: f64 = 15.0;
const AROUND: f64 = 12.0;
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
}

/// Draws the bars below each other, each with a line at 0 where it is in sight, for a width in pixels.
pub fn tornado(swings: &[Swing], width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let least = swings.iter().fold(f64::MAX, |least, s| least.min(s.ends.0).min(s.ends.1));
    let most = swings.iter().fold(f64::MIN, |most, s| most.max(s.ends.0).max(s.ends.1));
    let has_zero = least < 0.0 && most > 0.0;
    let figures = swings.iter().flat_map(|swing| [&swing.figures.0, &swing.figures.1]);
    let widest = figures.map(|figure| text_width(figure, SIZE, false) + AROUND).fold(FIGURE, f64::max);
    let room = widest.min((width - LEAST_BARS) / 2.0);
    let scale =
        LinearScale { domain: if most > least { (least, most) } else { (0.0, 1.0) }, range: (room, width - room) };
    let mut shapes = Vec::new();
    let mut top = 0.0;
    for swing in swings {
        let further = add_name(&mut shapes, BAR_NAME, Point { x: 0.0, y: top + 15.0 }, width, &swing.name);
        let y = top + NAME + further;
        let (at_low, at_high) = (scale.at(swing.ends.0), scale.at(swing.ends.1));
        let ((left, left_figure), (right, right_figure)) = if at_low <= at_high {
            ((at_low, &swing.figures.0), (at_high, &swing.figures.1))
        } else {
            ((at_high, &swing.figures.1), (at_low, &swing.figures.0))
        };
        let rect = Rect { x: left, y, width: (right - left).max(1.0), height: BAR };
        shapes.push(Shape::Rect { class: "bar bar--everyone", rect });
        shapes.push(Shape::text("chart__mark", (left - 6.0, y + BAR - 4.0), Anchor::End, left_figure.as_str()));
        shapes.push(Shape::text("chart__mark", (right + 6.0, y + BAR - 4.0), Anchor::Start, right_figure.as_str()));
        if has_zero {
            let at = |y: f64| Point { x: scale.at(0.0), y };
            shapes.push(Shape::Line { class: "curve__cut", from: at(y - 3.0), to: at(y + BAR + 3.0) });
        }
        top = y + BAR + BETWEEN;
    }
    Scene { width, height: top.max(1.0), shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_fit_whichever_way_they_swing() {
        let swing =
            |low, high| Swing { name: String::new(), ends: (low, high), figures: (String::new(), String::new()) };
        for swings in [vec![], vec![swing(-5.0, 10.0), swing(3.0, -2.0)], vec![swing(5.0, 6.0)]] {
            for width in [200.0, 343.0, 800.0] {
                assert!(tornado(&swings, width).is_inside());
            }
        }
    }
}
