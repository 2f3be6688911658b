//! The people at risk in each deprivation fifth: those whom a target reaches, and those it misses.

use super::scene::{LEAST_WIDTH, NARROW, add_parts};
use super::text_width::text_room;
use super::{Anchor, LinearScale, Scene, Shape};

const BAR: f64 = 26.0;
const BETWEEN: f64 = 14.0;
/// Room for a name above a bar where there is none beside it.
const NAME: f64 = 24.0;

/// A fifth.
#[derive(Debug, Clone, PartialEq)]
pub struct FifthBar {
    /// Its name.
    pub name: String,
    /// People past the higher line, and past the lower one alone.
    pub people: [f64; 2],
    /// What stands after the bar.
    pub figure: String,
}

/// Draws the fifths below each other, the most deprived first, for a width in pixels. The length of a bar is a number of
/// people; of the first one those past the higher line are reached.
pub fn risk_fifths(fifths: &[FifthBar; 5], width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let is_wide = width >= NARROW;
    let widest = |texts: &dyn Fn(&FifthBar) -> f64| fifths.iter().map(texts).fold(0.0_f64, f64::max);
    let left = if is_wide { 14.0 + widest(&|fifth| text_room(&fifth.name, 16.0, true)) } else { 1.0 };
    let room = 14.0 + widest(&|fifth| text_room(&fifth.figure, 16.0, true));
    let most = widest(&|fifth| fifth.people.iter().sum());
    let scale =
        LinearScale { domain: (0.0, most.max(f64::MIN_POSITIVE)), range: (0.0, (width - left - room).max(10.0)) };
    let mut shapes = Vec::new();
    let mut top = 0.0;
    for (index, fifth) in fifths.iter().enumerate() {
        let y = if is_wide { top } else { top + NAME };
        let at = (0.0, if is_wide { y + BAR - 8.0 } else { y - 7.0 });
        shapes.push(Shape::text("chart__name", at, Anchor::Start, fifth.name.as_str()));
        let classes = [if index == 0 { "part part--reached" } else { "part part--missed" }, "part part--others"];
        let end = add_parts(&mut shapes, (left, y), BAR, &scale, classes.into_iter().zip(fifth.people));
        shapes.push(Shape::text("chart__value", (end + 8.0, y + BAR - 8.0), Anchor::Start, fifth.figure.as_str()));
        top = y + BAR + BETWEEN;
    }
    Scene { width, height: top - BETWEEN + 2.0, shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_as_long_as_their_people_and_only_the_first_fifth_is_reached() {
        let fifth = FifthBar {
            name: "Most deprived fifth".to_owned(),
            people: [100.0, 50.0],
            figure: "120,345 adults".to_owned(),
        };
        let fifths = [(); 5].map(|()| fifth.clone());
        for width in [200.0, 343.0, 800.0] {
            let scene = risk_fifths(&fifths, width);
            assert!(scene.is_inside());
            let parts = scene.rect_widths();
            assert!((parts[0].1 / parts[1].1 - 2.0).abs() < 1e-9);
            assert_eq!(parts.iter().filter(|(class, _)| *class == "part part--reached").count(), 1);
        }
    }
}
