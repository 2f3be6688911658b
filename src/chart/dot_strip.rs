//! A strip of dots, one a place, on the scale of a share, with some of them named on lines of their own below it.

use std::fmt::Write;

use super::bands::Bands;
use super::names::WIDER;
use super::scene::LEAST_WIDTH;
use super::text_width::wrap;
use super::{Anchor, LinearScale, Point, Scene, Shape, WriteShare};
use crate::decimal::tenths;
use crate::model::bounded;

/// Radius of a dot, and of one that is named.
const DOT: f64 = 3.0;
const NAMED: f64 = 6.0;
/// The most that dots are stacked up, in pixels; beyond that they overlap.
const STACK: f64 = 130.0;
/// The same on a card, which has little room.
const LOW_STACK: f64 = 84.0;
/// Room left and right of the scale.
const SIDE: f64 = 16.0;
/// Size of the type of names, and from one line of it to the next.
const SIZE: f64 = 15.0;
const LINE: f64 = 20.0;
/// Between a named dot and its name.
const GAP: f64 = 12.0;

/// A place that is named.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedDot {
    /// Where on the scale (0 to 1).
    pub share: f64,
    /// Its name, with what else is said of it.
    pub label: String,
    /// Whether it is the place that the others are held against.
    pub is_own: bool,
}

/// What the picture says of its scale.
#[derive(Debug, Clone, Copy)]
pub struct StripWords {
    /// How a share on the scale is written.
    pub write: WriteShare,
    /// Name of the scale.
    pub axis: &'static str,
}

/// Draws all shares (0 to 1) on the scale of the bands, and the named ones below them, for a width in pixels.
pub fn dot_strip(shares: &[f64], named: &[NamedDot], bands: &Bands, words: StripWords, width: f64) -> Scene {
    drawn(shares, named, bands, words, (width, STACK))
}

/// The same with one that is named, less high, for a card.
pub fn low_dot_strip(shares: &[f64], named: NamedDot, bands: &Bands, words: StripWords, width: f64) -> Scene {
    drawn(shares, &[named], bands, words, (width, LOW_STACK))
}

fn drawn(shares: &[f64], named: &[NamedDot], bands: &Bands, words: StripWords, (width, stack): (f64, f64)) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let scale = LinearScale { domain: bands.domain(), range: (SIDE, width - SIDE) };
    let (low, high) = bands.domain();
    let at = |share: f64| scale.at(bounded(share, low, high));
    let stacked = stacked(shares.iter().map(|&share| at(share)));
    let levels = 1 + stacked.iter().map(|&(_, level)| level).max().unwrap_or(0);
    let pitch = (2.0 * DOT + 1.0).min(stack / levels as f64);
    let base = 2.0 * DOT + pitch * levels as f64 + 2.0;
    let names = base + 52.0;

    // Each name on the side of its dot with more room.
    let lines: Vec<(f64, Anchor, Vec<String>)> = named
        .iter()
        .map(|dot| {
            let x = at(dot.share);
            let (anchor, room) =
                if x > width / 2.0 { (Anchor::End, x - GAP) } else { (Anchor::Start, width - x - GAP) };
            (x, anchor, wrap(&dot.label, SIZE, dot.is_own, room / WIDER))
        })
        .collect();
    let height = names + lines.iter().map(|(_, _, lines)| row_height(lines.len())).sum::<f64>();

    let mut shapes = Vec::new();
    for tick in bands.ticks() {
        shapes.push(Shape::line("chart__grid", (at(tick), 0.0), (at(tick), height)));
        let anchor = match tick {
            tick if tick <= low => Anchor::Start,
            tick if tick >= high => Anchor::End,
            _ => Anchor::Middle,
        };
        let x = match anchor {
            Anchor::Start => at(tick) - SIDE,
            Anchor::Middle => at(tick),
            Anchor::End => at(tick) + SIDE,
        };
        shapes.push(Shape::text("chart__mark", (x, base + 18.0), anchor, (words.write)(tick)));
    }
    shapes.push(Shape::line("chart__axis-line", (0.0, base), (width, base)));
    shapes.push(Shape::text("chart__axis", (width / 2.0, base + 36.0), Anchor::Middle, words.axis));
    let mut path = String::new();
    for (x, level) in stacked {
        dot(&mut path, Point { x, y: base - DOT - 1.0 - pitch * level as f64 });
    }
    if !path.is_empty() {
        shapes.push(Shape::Path { class: "strip__dot", path });
    }
    let mut top = names;
    for (of, (x, anchor, lines)) in named.iter().zip(lines) {
        let middle = top + row_height(lines.len()) / 2.0;
        if of.is_own {
            shapes.push(Shape::line("curve__cut", (x, 0.0), (x, middle)));
        }
        let class = if of.is_own { "strip__own" } else { "strip__near" };
        shapes.push(Shape::Dot { class, at: Point { x, y: middle }, radius: NAMED });
        let to_name = match anchor {
            Anchor::Start => x + GAP,
            Anchor::Middle => x,
            Anchor::End => x - GAP,
        };
        let class = if of.is_own { "strip__name strip__name--own" } else { "strip__name" };
        let mut y = top + LINE;
        for line in lines {
            shapes.push(Shape::text(class, (to_name, y), anchor, line));
            y += LINE;
        }
        top = 2.0 * middle - top;
    }
    Scene { width, height, shapes }
}

fn row_height(lines: usize) -> f64 {
    LINE * lines.max(1) as f64 + 8.0
}

/// Where each dot stands across, and how far up: on the lowest level on which it touches no other.
fn stacked(across: impl Iterator<Item = f64>) -> Vec<(f64, usize)> {
    let across: Vec<f64> = across.collect();
    let mut ends: Vec<f64> = Vec::new();
    let place = |at: usize| {
        let x = across.get(at).copied()?;
        let free = ends.iter().position(|&end| x - end >= 2.0 * DOT);
        let level = free.unwrap_or(ends.len());
        match ends.get_mut(level) {
            Some(end) => *end = x,
            None => ends.push(x),
        }
        Some((x, level))
    };
    crate::model::ascending(&across).into_iter().filter_map(place).collect()
}

/// Appends a dot to a path, as two half circles.
fn dot(path: &mut String, Point { x, y }: Point) {
    let (r, across) = (tenths(DOT), tenths(2.0 * DOT));
    let _ = write!(path, "M{} {}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0", tenths(x - DOT), tenths(y));
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: StripWords = StripWords { write: |share| format!("{:.0}%", 100.0 * share), axis: "Missed" };

    fn name(share: f64, label: &str) -> NamedDot {
        NamedDot { share, label: label.to_owned(), is_own: label.starts_with('O') }
    }

    #[test]
    fn every_dot_is_drawn_and_dots_on_a_level_do_not_touch() {
        let shares: Vec<f64> = (0..300).map(|at| f64::from(at % 40) / 40.0).chain([1.0; 90]).collect();
        let stacked = stacked(shares.iter().map(|share| 300.0 * share));
        assert_eq!(stacked.len(), 390);
        for (at, &(x, level)) in stacked.iter().enumerate() {
            let touching = stacked[..at].iter().filter(|(other, at)| *at == level && (other - x).abs() < 2.0 * DOT);
            assert_eq!(touching.count(), 0);
        }
        let bands = Bands::over([0, 1000].into_iter());
        let scene = dot_strip(&shares, &[], &bands, WORDS, 343.0);
        assert!(scene.height < 250.0, "{}", scene.height);
        let dots = scene.shapes.iter().find_map(|shape| match shape {
            Shape::Path { path, .. } => Some(path.matches('M').count()),
            _ => None,
        });
        assert_eq!(dots, Some(390));
    }

    #[test]
    fn names_fit_beside_their_dots_at_any_width() {
        let long = "Bournemouth, Christchurch and Poole: 100.0%";
        let named = [name(0.5, "Our place as a whole: 50.0%"), name(0.0, long), name(0.49, long), name(1.0, long)];
        let bands = Bands::over([0, 1000].into_iter());
        for width in [240.0, 343.0, 736.0] {
            let scene = dot_strip(&[0.0, 0.5, 1.0], &named, &bands, WORDS, width);
            assert!(scene.is_inside());
            for shape in &scene.shapes {
                if let Shape::Text { at, anchor, text, class } = shape
                    && class.starts_with("strip")
                {
                    let wide = super::super::text_width::text_width(text, SIZE, false);
                    let (from, to) = match anchor {
                        Anchor::Start => (at.x, at.x + wide),
                        Anchor::Middle | Anchor::End => (at.x - wide, at.x),
                    };
                    assert!(from >= 0.0 && to <= width, "{text}: {from} to {to} of {width}");
                }
            }
        }
    }
}
