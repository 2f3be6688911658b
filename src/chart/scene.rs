//! A picture as a list of shapes, ready to be drawn or saved. Classes say what a shape is; the style says its colour.

use super::{LinearScale, Point, Rect};

/// Which part of a text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// The value of the SVG attribute `text-anchor`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// What it is.
        class: &'static str,
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
    },
    /// A rectangle.
    Rect {
        /// What it is.
        class: &'static str,
        /// Where it is.
        rect: Rect,
    },
    /// A path in SVG notation.
    Path {
        /// What it is.
        class: &'static str,
        /// The path.
        path: String,
    },
    /// A filled circle.
    Dot {
        /// What it is.
        class: &'static str,
        /// Its centre.
        at: Point,
        /// Its radius.
        radius: f64,
    },
    /// A text on its baseline.
    Text {
        /// What it is.
        class: &'static str,
        /// Where it stands.
        at: Point,
        /// Which part of it stands there.
        anchor: Anchor,
        /// What it says.
        text: String,
    },
}

impl Shape {
    /// A line between two points, each from the left and from the top.
    pub(super) fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Self {
        let point = |(x, y)| Point { x, y };
        Self::Line { class, from: point(from), to: point(to) }
    }

    /// A text at a point from the left and from the top.
    pub(super) fn text(class: &'static str, (x, y): (f64, f64), anchor: Anchor, text: impl Into<String>) -> Self {
        Self::Text { class, at: Point { x, y }, anchor, text: text.into() }
    }
}

/// The least width that pictures are drawn for; narrower frames scroll.
pub(super) const LEAST_WIDTH: f64 = 240.0;
/// Below this width pictures have short names and fewer ticks.
pub(super) const NARROW: f64 = 480.0;

/// A picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// The shapes, from back to front.
    pub shapes: Vec<Shape>,
}

/// Adds a bar of parts beside each other, of so many each, from a point on. Returns where it ends.
pub(super) fn add_parts(
    shapes: &mut Vec<Shape>,
    (mut x, y): (f64, f64),
    height: f64,
    scale: &LinearScale,
    parts: impl IntoIterator<Item = (&'static str, f64)>,
) -> f64 {
    for (class, number) in parts {
        let width = scale.at(number.max(0.0));
        if width > LEAST_PART {
            shapes.push(Shape::Rect { class, rect: Rect { x, y, width, height } });
        }
        x += width;
    }
    x
}

/// Parts narrower than this cannot be seen.
const LEAST_PART: f64 = 0.05;

#[cfg(test)]
impl Scene {
    /// The class and the width of every rectangle, in order.
    pub fn rect_widths(&self) -> Vec<(&'static str, f64)> {
        let of = |shape: &Shape| match shape {
            Shape::Rect { class, rect } => Some((*class, rect.width)),
            _ => None,
        };
        self.shapes.iter().filter_map(of).collect()
    }

    /// Whether every shape lies within the picture, texts by their baseline alone.
    pub fn is_inside(&self) -> bool {
        let holds = |p: Point| (-0.5..=self.width + 0.5).contains(&p.x) && (-0.5..=self.height + 0.5).contains(&p.y);
        self.shapes.iter().all(|shape| match shape {
            Shape::Line { from, to, .. } => holds(*from) && holds(*to),
            Shape::Rect { rect, .. } => {
                holds(Point { x: rect.x, y: rect.y }) && holds(Point { x: rect.right(), y: rect.bottom() })
            }
            Shape::Dot { at, .. } | Shape::Text { at, .. } => holds(*at),
            Shape::Path { .. } => true,
        })
    }
}
