//! Where everyone in need ends up: for each strategy a stacked bar for each deprivation fifth.

use super::names::{BAR_NAME, add_name};
use super::scene::{LEAST_WIDTH, add_parts};
use super::text_width::text_room;
use super::{Anchor, LinearScale, Point, Scene, Shape};
use crate::model::strategies::FifthOutcome;

const BAR: f64 = 15.0;
const GAP: f64 = 4.0;
const BETWEEN: f64 = 22.0;
const TITLE: f64 = 26.0;
/// Size of the name of a fifth, and from there to its bar.
const NAME: f64 = 15.0;
const BESIDE: f64 = 8.0;
/// From this width on two strategies stand beside each other, that far apart.
const ROOM_FOR_TWO: f64 = 640.0;
const COLUMN_GAP: f64 = 32.0;

/// A strategy to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageCascade {
    /// What stands above its bars.
    pub title: String,
    /// Its fifths, most deprived first.
    pub fifths: [FifthOutcome; 5],
}

/// Draws the strategies below each other for a width in pixels, or two beside each other where there is room and there are more
/// than two; the length of a bar is the number of people in need of its fifth. `names` are those of the fifths, short enough to
/// stand beside the bars on a phone.
pub fn coverage_cascade(strategies: &[CoverageCascade], names: [&str; 5], width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let beside = if strategies.len() > 2 && width >= ROOM_FOR_TWO { 2 } else { 1 };
    let across = (width - COLUMN_GAP * (beside - 1) as f64) / beside as f64;
    let name_room = BESIDE + names.iter().map(|name| text_room(name, NAME, false)).fold(0.0, f64::max);
    let largest = strategies.iter().flat_map(|s| &s.fifths).fold(0.0_f64, |most, fifth| most.max(fifth.in_need));
    let scale = LinearScale { domain: (0.0, largest.max(f64::MIN_POSITIVE)), range: (0.0, across - name_room - 2.0) };
    let mut shapes = Vec::new();
    let mut top = 0.0;
    for row in strategies.chunks(beside) {
        let mut below = top;
        for (column, strategy) in row.iter().enumerate() {
            let left = (across + COLUMN_GAP) * column as f64;
            let title = add_name(&mut shapes, BAR_NAME, Point { x: left, y: top + 16.0 }, across, &strategy.title);
            let mut y = top + TITLE + title;
            for (fifth, name) in strategy.fifths.iter().zip(names) {
                shapes.push(Shape::text("chart__mark", (left, y + BAR - 2.0), Anchor::Start, name));
                let parts = [
                    ("part part--reached", fifth.reached),
                    ("part part--declined", fifth.not_taken_up),
                    ("part part--missed", fifth.not_offered),
                ];
                add_parts(&mut shapes, (left + name_room, y), BAR, &scale, parts);
                y += BAR + GAP;
            }
            below = below.max(y);
        }
        top = below + BETWEEN;
    }
    Scene { width, height: (top - BETWEEN).max(1.0), shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_bar_are_as_long_as_their_people() {
        let fifth = FifthOutcome { in_need: 100.0, reached: 50.0, not_taken_up: 30.0, not_offered: 20.0 };
        let one = CoverageCascade { title: "Universal".to_owned(), fifths: [fifth; 5] };
        for width in [200.0, 343.0, 800.0] {
            let scene = coverage_cascade(&[one.clone(), one.clone()], ["Most deprived", "2", "3", "4", "Least"], width);
            assert!(scene.is_inside());
            let widths = scene.rect_widths();
            assert_eq!(widths.len(), 30);
            let marks = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Text { class: "chart__mark", .. }));
            assert_eq!(marks.count(), 10, "every fifth is named, {width} wide");
            assert!((widths[0].1 / widths[2].1 - 2.5).abs() < 1e-9);
        }
    }
}
