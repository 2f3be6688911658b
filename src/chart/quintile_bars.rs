//! Fifths of a scale: a bar of need and a bar of people each.

use super::{Point, Rect, Scale};
use crate::model::Quintile;

/// The bars of one fifth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FifthBars {
    /// Start of the baseline of the fifth's name.
    pub name: Point,
    /// Share of people in need.
    pub need: Rect,
    /// Share of all people.
    pub people: Rect,
}

/// All bars, for a width.
#[derive(Debug, Clone, PartialEq)]
pub struct QuintileBars {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// The fifths, most deprived first.
    pub fifths: [FifthBars; 5],
}

const BAR: f64 = 17.0;
const GAP: f64 = 3.0;
/// Room for a figure after the longest bar.
const VALUE: f64 = 62.0;
const NAME: f64 = 172.0;

impl QuintileBars {
    /// Draws the bars for a width in pixels: names beside them where there is room, above them where not.
    pub fn new(quintiles: &[Quintile; 5], width: f64) -> Self {
        let width = width.max(240.0);
        let is_wide = width >= 480.0;
        let left = if is_wide { NAME } else { 0.0 };
        let name_height = if is_wide { 0.0 } else { 24.0 };
        let step = name_height + 2.0 * BAR + GAP + 18.0;
        let longest = quintiles.iter().fold(0.0_f64, |most, q| most.max(q.need_share).max(q.people_share));
        let scale = Scale { domain: (0.0, longest.max(f64::MIN_POSITIVE)), range: (0.0, width - left - VALUE) };
        let mut top = 0.0;
        let fifths = quintiles.map(|quintile| {
            let y = top + name_height;
            let name_y = if is_wide { y + BAR + GAP + 2.0 } else { y - 7.0 };
            top += step;
            let bar = |share: f64, y: f64| Rect { x: left, y, width: scale.at(share).max(1.0), height: BAR };
            FifthBars {
                name: Point { x: 0.0, y: name_y },
                need: bar(quintile.need_share, y),
                people: bar(quintile.people_share, y + BAR + GAP),
            }
        });
        Self { width, height: top, fifths }
    }
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
        for width in [200.0, 343.0, 780.0] {
            let bars = QuintileBars::new(&quintiles, width);
            assert!((bars.fifths[0].need.width / bars.fifths[4].need.width - 3.0).abs() < 1e-9);
            assert!(bars.fifths.iter().all(|f| f.need.right() < bars.width && f.people.bottom() < bars.height));
        }
    }
}
