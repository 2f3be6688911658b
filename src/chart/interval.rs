//! An interval around a value: a line with a mark at each end, on an edge that keeps it apart from what lies below.

use super::{Point, Shape};

/// Adds an interval from one point to another. A mark stands at each end where one is wanted: the interval may run off the picture.
/// `mark` leads from an end to that of its mark.
pub fn add_interval(shapes: &mut Vec<Shape>, ends: [Point; 2], is_marked: [bool; 2], mark: Point) {
    let [from, to] = ends;
    for class in ["interval interval--edge", "interval"] {
        shapes.push(Shape::Line { class, from, to });
        for (end, _) in ends.into_iter().zip(is_marked).filter(|(_, is_marked)| *is_marked) {
            let (from, to) = ((end.x - mark.x, end.y - mark.y), (end.x + mark.x, end.y + mark.y));
            shapes.push(Shape::line(class, from, to));
        }
    }
}
