//! Names above what they name, broken where the picture is too narrow for them.

use super::text_width::wrap;
use super::{Anchor, Point, Shape};

/// A way of writing names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NameType {
    /// What the text is.
    pub class: &'static str,
    /// Size of the type in pixels.
    pub size: f64,
    /// Whether it is bold.
    pub is_bold: bool,
}

/// The name of a bar.
pub const BAR_NAME: NameType = NameType { class: "chart__name", size: 16.0, is_bold: true };

/// How much wider a font may be than the one that widths are taken from.
pub const WIDER: f64 = 1.2;
/// Distance of baselines as a multiple of the size.
const STEP: f64 = 1.25;

/// Adds a name whose first baseline begins at `at`, in as many lines as `width` asks for. Returns how much higher that is
/// than a single line, in pixels.
pub fn add_name(shapes: &mut Vec<Shape>, of: NameType, at: Point, width: f64, name: &str) -> f64 {
    let NameType { class, size, is_bold } = of;
    let mut further = 0.0;
    for (index, text) in wrap(name, size, is_bold, width / WIDER).into_iter().enumerate() {
        further = size * STEP * index as f64;
        shapes.push(Shape::Text { class, at: Point { y: at.y + further, ..at }, anchor: Anchor::Start, text });
    }
    further
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_takes_more_lines_and_a_short_one_no_more_room() {
        let at = Point { x: 0.0, y: 16.0 };
        let mut shapes = Vec::new();
        assert_eq!(add_name(&mut shapes, BAR_NAME, at, 300.0, "Universal"), 0.0);
        assert_eq!(shapes.len(), 1);
        let further = add_name(&mut shapes, BAR_NAME, at, 120.0, "Proportionate universal, with outreach");
        assert_eq!(further, 20.0 * (shapes.len() - 2) as f64);
        assert!(shapes.len() > 2);
    }

    #[test]
    fn no_name_takes_no_room() {
        let mut shapes = Vec::new();
        assert_eq!(add_name(&mut shapes, BAR_NAME, Point { x: 0.0, y: 0.0 }, 300.0, ""), 0.0);
        assert!(shapes.is_empty());
    }
}
