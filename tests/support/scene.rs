//! Whether every mark of a picture is a finite number inside its frame.

use who_gets_missed::chart::text_width::text_width;
use who_gets_missed::chart::{Anchor, Point, Scene, Shape};

/// Strokes, and round ends of lines.
const STROKE: f64 = 10.0;
/// Letters may be a little wider than they are counted.
const LETTERS: f64 = 12.0;

/// The numbers of a path, by which no point of it can lie further out than by the length of its arcs.
fn points_of(path: &str) -> Result<Vec<Point>, String> {
    let mut at = Point { x: 0.0, y: 0.0 };
    let mut points = Vec::new();
    let mut rest = path.trim();
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic() && c != 'e').map_or(rest.len(), |end| end + 1);
        let numbers: Result<Vec<f64>, _> =
            rest[1..end].split([' ', ',']).filter(|part| !part.is_empty()).map(str::parse::<f64>).collect();
        let numbers = numbers.map_err(|_| format!("{} is no path", &rest[..end]))?;
        match (command, numbers.as_slice()) {
            ('M' | 'L', [x, y]) => at = Point { x: *x, y: *y },
            ('v', [dy]) => at.y += dy,
            ('h', [dx]) => at.x += dx,
            ('V', [y]) => at.y = *y,
            ('H', [x]) => at.x = *x,
            ('l', [dx, dy]) | ('a', [_, _, _, _, _, dx, dy]) => (at.x, at.y) = (at.x + dx, at.y + dy),
            ('Z' | 'z', []) => {}
            (other, numbers) => return Err(format!("{other} with {} numbers is not known", numbers.len())),
        }
        points.push(at);
        rest = rest[end..].trim_start();
    }
    Ok(points)
}

/// What is wrong with a picture; nothing if all of it is inside.
pub fn outside(scene: &Scene) -> Result<(), String> {
    let Scene { width, height, shapes } = scene;
    if !(width.is_finite() && height.is_finite() && *width > 0.0 && *height > 0.0 && *height < 20_000.0) {
        return Err(format!("a picture of {width} x {height}"));
    }
    let holds = |p: &Point, room: f64| {
        p.x.is_finite()
            && p.y.is_finite()
            && (-room..=width + room).contains(&p.x)
            && (-room..=height + room).contains(&p.y)
    };
    for shape in shapes {
        let (points, room) = match shape {
            Shape::Line { from, to, .. } => (vec![*from, *to], STROKE),
            Shape::Rect { rect, .. } => {
                if rect.width < 0.0 || rect.height < 0.0 {
                    return Err(format!("{shape:?} is turned inside out"));
                }
                (vec![Point { x: rect.x, y: rect.y }, Point { x: rect.right(), y: rect.bottom() }], STROKE)
            }
            Shape::Dot { at, .. } => (vec![*at], STROKE),
            Shape::Path { path, .. } => (points_of(path).map_err(|why| format!("{shape:?}: {why}"))?, STROKE),
            Shape::Text { at, anchor, text, .. } => {
                let wide = text_width(text, 14.0, false);
                let from = match anchor {
                    Anchor::Start => at.x,
                    Anchor::Middle => at.x - wide / 2.0,
                    Anchor::End => at.x - wide,
                };
                (vec![Point { x: from, y: at.y }, Point { x: from + wide, y: at.y }], LETTERS)
            }
        };
        if let Some(point) = points.iter().find(|point| !holds(point, room)) {
            return Err(format!("{point:?} is outside {width} x {height}: {shape:?}"));
        }
    }
    Ok(())
}
