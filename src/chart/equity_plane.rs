//! The equity plane: total benefit against the change in the gap, one point a strategy.

use super::scene::LEAST_WIDTH;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape};

/// Least distance between the baselines of two names.
const STEP: f64 = 20.0;

/// A strategy on the plane.
#[derive(Debug, Clone, PartialEq)]
pub struct OnPlane {
    /// Its name.
    pub name: String,
    /// Bad outcomes averted (0 or more).
    pub benefit: f64,
    /// By how much the gap becomes smaller; negative where it becomes larger.
    pub narrowing: f64,
}

/// Draws the plane for a width in pixels. `axes` name the horizontal and the vertical direction.
pub fn equity_plane(points: &[OnPlane], axes: [&str; 2], width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let height = (width * 0.5).clamp(260.0, 360.0);
    let plot = Rect { x: 14.0, y: 30.0, width: width - 34.0, height: height - 66.0 };
    let most_benefit = points.iter().fold(0.0_f64, |most, p| most.max(p.benefit)).max(f64::MIN_POSITIVE);
    let least = points.iter().fold(0.0_f64, |least, p| least.min(p.narrowing));
    let most = points.iter().fold(0.0_f64, |most, p| most.max(p.narrowing)).max(least + f64::MIN_POSITIVE);
    let x = LinearScale { domain: (0.0, most_benefit * 1.1), range: (plot.x, plot.right()) };
    let y = LinearScale { domain: (least, most + (most - least) * 0.1), range: (plot.bottom(), plot.y) };
    let zero = y.at(0.0);
    let mut shapes = vec![
        Shape::line("chart__axis-line", (plot.x, plot.y), (plot.x, plot.bottom())),
        Shape::line("chart__axis-line", (plot.x, zero), (plot.right(), zero)),
        Shape::text("chart__mark", (0.0, 14.0), Anchor::Start, format!("↑ {}", axes[1])),
        Shape::text("chart__mark", (plot.right(), height - 8.0), Anchor::End, format!("{} →", axes[0])),
    ];
    // From top to bottom, so that names which would stand on each other make room downwards.
    let mut order: Vec<&OnPlane> = Vec::new();
    for point in points {
        let at = order.partition_point(|other| other.narrowing >= point.narrowing);
        order.insert(at, point);
    }
    let mut lowest = 0.0_f64;
    for point in order {
        let at = Point { x: x.at(point.benefit), y: y.at(point.narrowing) };
        let is_left = at.x > plot.x + plot.width / 2.0;
        let (dx, anchor) = if is_left { (-13.0, Anchor::End) } else { (13.0, Anchor::Start) };
        let baseline = (at.y + 5.0).max(lowest + STEP).min(height - 26.0);
        lowest = baseline;
        shapes.push(Shape::Dot { class: "curve__dot--need", at, radius: 8.0 });
        shapes.push(Shape::text("plane__name", (at.x + dx, baseline), anchor, point.name.as_str()));
    }
    Scene { width, height, shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_is_on_the_plane() {
        let point = |benefit, narrowing| OnPlane { name: "Universal".to_owned(), benefit, narrowing };
        for points in [vec![point(0.0, 0.0)], vec![point(10.0, -0.1), point(200.0, 0.05), point(201.0, 0.05)]] {
            for width in [200.0, 343.0, 800.0] {
                assert!(equity_plane(&points, ["benefit", "gap"], width).is_inside());
            }
        }
    }
}
