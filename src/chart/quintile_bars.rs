//! Fifths of a scale: a bar of need and a bar of people each.

use super::scene::LEAST_WIDTH;
use super::text_width::text_room;
use super::{Anchor, LinearScale, Rect, Scene, Shape, WriteShare};
use crate::model::Quintile;

const BAR: f64 = 17.0;
const GAP: f64 = 3.0;
const BETWEEN_FIFTHS: f64 = 18.0;
/// From a bar to its figure, and the size of that.
const BESIDE: f64 = 7.0;
const FIGURE: f64 = 16.0;
/// Room for a name beside the bars.
const NAME: f64 = 200.0;
/// Least width at which names stand beside the bars; below it they stand above.
const WIDE: f64 = 520.0;
/// The longest name that has room there, in characters.
const MOST_BESIDE: usize = 20;

/// Draws the bars, with the names of the fifths, for a width in pixels.
pub fn quintile_bars(quintiles: &[Quintile; 5], names: &[String; 5], figure: WriteShare, width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let is_wide = width >= WIDE && names.iter().all(|name| name.chars().count() <= MOST_BESIDE);
    let left = if is_wide { NAME } else { 0.0 };
    let name_height = if is_wide { 0.0 } else { 24.0 };
    let longest = quintiles.iter().fold(0.0_f64, |most, q| most.max(q.need_share).max(q.people_share));
    let shares = quintiles.iter().flat_map(|q| [q.need_share, q.people_share]);
    let room = BESIDE + shares.map(|share| text_room(&figure(share), FIGURE, true)).fold(0.0, f64::max);
    let scale = LinearScale { domain: (0.0, longest.max(f64::MIN_POSITIVE)), range: (0.0, width - left - room) };

    let mut shapes = Vec::new();
    let mut top = 0.0;
    for (quintile, name) in quintiles.iter().zip(names) {
        let y = top + name_height;
        let at = (0.0, if is_wide { y + BAR + GAP + 2.0 } else { y - 7.0 });
        shapes.push(Shape::text("chart__name", at, Anchor::Start, name.as_str()));
        let mut bar = |class, share: f64, y: f64| {
            let rect = Rect { x: left, y, width: scale.at(share).max(1.0), height: BAR };
            let at = (rect.right() + BESIDE, rect.bottom() - 3.0);
            shapes.push(Shape::Rect { class, rect });
            shapes.push(Shape::text("chart__value", at, Anchor::Start, figure(share)));
        };
        bar("bar bar--need", quintile.need_share, y);
        bar("bar bar--everyone", quintile.people_share, y + BAR + GAP);
        top = y + 2.0 * BAR + GAP + BETWEEN_FIFTHS;
    }
    Scene { width, height: top, shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_shares_and_fit() {
        let mut number = 0;
        let quintiles = [0.3, 0.2, 0.2, 0.2, 0.1].map(|share| {
            number += 1;
            Quintile { quintile: number, areas: 1.0, people: 1.0, in_need: 1.0, people_share: 0.2, need_share: share }
        });
        let names = [const { String::new() }; 5];
        for width in [200.0, 343.0, 780.0] {
            let scene = quintile_bars(&quintiles, &names, |share| share.to_string(), width);
            let widths = scene.rect_widths();
            let need: Vec<f64> =
                widths.iter().filter(|(class, _)| *class == "bar bar--need").map(|rect| rect.1).collect();
            assert!((need[0] / need[4] - 3.0).abs() < 1e-9);
            assert!(scene.is_inside());
        }
    }

    #[test]
    fn a_name_too_long_to_stand_beside_the_bars_stands_above() {
        let fifth = Quintile { quintile: 1, areas: 1.0, people: 1.0, in_need: 1.0, people_share: 0.2, need_share: 0.2 };
        let first_bar = |name: &str| {
            let names = [const { String::new() }; 5].map(|_| name.to_owned());
            let scene = quintile_bars(&[fifth; 5], &names, |share| share.to_string(), 780.0);
            scene.shapes.iter().find_map(|shape| match shape {
                Shape::Rect { rect, .. } => Some(rect.x),
                _ => None,
            })
        };
        assert_eq!(first_bar("Least deprived fifth"), Some(NAME));
        assert_eq!(first_bar("A name in a language with longer words"), Some(0.0));
    }
}
