//! Years in good health: baseline, target, and the best there is, a row a group.

use super::scene::LEAST_WIDTH;
use super::{Anchor, LinearScale, Point, Scene, Shape};

const NAME: f64 = 24.0;
const ROW: f64 = 44.0;
const BETWEEN: f64 = 12.0;
/// Room for a figure at either end.
const FIGURE: f64 = 58.0;

/// A group.
#[derive(Debug, Clone, PartialEq)]
pub struct YearsRow {
    /// Its name.
    pub name: String,
    /// Baseline, target and best, in years.
    pub years: [f64; 3],
}

/// Draws the rows on one scale for a width in pixels; `write` puts years into figures.
pub fn years(rows: &[YearsRow], write: fn(f64) -> String, width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let all = || rows.iter().flat_map(|row| row.years);
    let least = all().fold(f64::MAX, f64::min);
    let most = all().fold(f64::MIN, f64::max);
    // Without a spread any scale will do, as long as the years are on it.
    let domain = if most > least { (least, most) } else { (least, least + 1.0) };
    let x = LinearScale { domain, range: (FIGURE, width - FIGURE) };
    let mut shapes = Vec::new();
    let mut top = 0.0;
    for row in rows {
        let middle = top + NAME + ROW / 2.0 - 8.0;
        let [baseline, target, best] = row.years.map(|years| x.at(years));
        shapes.push(Shape::text("chart__name", (0.0, top + 16.0), Anchor::Start, row.name.as_str()));
        shapes.push(Shape::line("chart__grid", (x.range.0, middle), (x.range.1, middle)));
        shapes.push(Shape::line("interval", (baseline, middle), (target, middle)));
        shapes.push(Shape::line("interval", (best, middle - 11.0), (best, middle + 11.0)));
        shapes.push(Shape::Dot { class: "curve__dot--need", at: Point { x: target, y: middle }, radius: 7.0 });
        shapes.push(Shape::Dot { class: "curve__dot--everyone", at: Point { x: baseline, y: middle }, radius: 6.0 });
        let [now, then, most] = row.years.map(write);
        shapes.push(Shape::text("chart__value", (baseline - 10.0, middle + 5.0), Anchor::End, now));
        shapes.push(Shape::text("chart__value", (target + 10.0, middle + 5.0), Anchor::Start, then));
        shapes.push(Shape::text("chart__value", (best + 6.0, middle + 5.0), Anchor::Start, most));
        top += NAME + ROW + BETWEEN;
    }
    Scene { width, height: (top - BETWEEN).max(1.0), shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_fit_and_stand_on_one_scale() {
        let row = |years| YearsRow { name: "Men, Cambridgeshire".to_owned(), years };
        for rows in [vec![], vec![row([64.3, 66.3, 71.5]), row([59.9, 61.9, 71.4])], vec![row([60.0, 60.0, 60.0])]] {
            for width in [200.0, 343.0, 800.0] {
                assert!(years(&rows, |years| years.to_string(), width).is_inside());
            }
        }
    }
}
