//! Two bars a group: what one approach does beside what the other does.

use super::scene::LEAST_WIDTH;
use super::text_width::text_room;
use super::{Anchor, LinearScale, Rect, Scene, Shape};

const BAR: f64 = 22.0;
const GAP: f64 = 4.0;
const NAME: f64 = 26.0;
const BETWEEN: f64 = 20.0;

/// A group of two bars.
#[derive(Debug, Clone, PartialEq)]
pub struct PairOfBars {
    /// What stands above it.
    pub name: String,
    /// The two values, 0 or more.
    pub values: [f64; 2],
    /// The values as figures.
    pub figures: [String; 2],
}

/// Draws the groups below each other for a width in pixels.
pub fn pair_bars(groups: &[PairOfBars], width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let most = groups.iter().flat_map(|group| group.values).fold(0.0_f64, f64::max);
    let figures = groups.iter().flat_map(|group| &group.figures);
    // Room for a figure after the longest bar.
    let room = 14.0 + figures.fold(0.0_f64, |most, figure| most.max(text_room(figure, 16.0, true)));
    let scale = LinearScale { domain: (0.0, most.max(f64::MIN_POSITIVE)), range: (0.0, (width - room).max(10.0)) };
    let mut shapes = Vec::new();
    let mut top = 0.0;
    for group in groups {
        shapes.push(Shape::text("chart__name", (0.0, top + 17.0), Anchor::Start, group.name.as_str()));
        let mut y = top + NAME;
        for ((value, figure), class) in
            group.values.iter().zip(&group.figures).zip(["bar bar--need", "bar bar--everyone"])
        {
            let rect = Rect { x: 1.0, y, width: scale.at(value.max(0.0)).max(1.0), height: BAR };
            let at = (rect.right() + 8.0, rect.bottom() - 6.0);
            shapes.push(Shape::Rect { class, rect });
            shapes.push(Shape::text("chart__value", at, Anchor::Start, figure.as_str()));
            y += BAR + GAP;
        }
        top = y - GAP + BETWEEN;
    }
    Scene { width, height: (top - BETWEEN + 2.0).max(1.0), shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_values_and_fit() {
        let group = |values: [f64; 2]| PairOfBars {
            name: "Below BMI 30".to_owned(),
            values,
            figures: values.map(|value| format!("{value} in 100 (12,345)")),
        };
        for width in [200.0, 343.0, 780.0] {
            let scene = pair_bars(&[group([1.0, 4.0]), group([0.0, 2.0])], width);
            assert!(scene.is_inside());
            let widths = scene.rect_widths();
            assert!((widths[1].1 / widths[0].1 - 4.0).abs() < 1e-9 && (widths[1].1 / widths[3].1 - 2.0).abs() < 1e-9);
        }
    }
}
