//! The concentration curve: need and people against the scale of the slider.

use super::scale::line_path;
use super::{Point, Rect, Scale};
use crate::model::CurvePoint;

/// Values at which the axes have marks (shares, 0 to 1).
const MARKS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
const MARKS_OF_FIFTHS: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];

/// Least distance between two baselines.
const LABEL_STEP: f64 = 18.0;

/// Least width that the picture is drawn for; narrower frames scroll.
const LEAST_WIDTH: f64 = 240.0;

/// The fixed part of the picture, for a place and a width.
#[derive(Debug, Clone, PartialEq)]
pub struct ConcentrationChart {
    /// Width of the whole picture.
    pub width: f64,
    /// Height of the whole picture.
    pub height: f64,
    /// The plot area.
    pub plot: Rect,
    /// Path of the line of people in need.
    pub need_path: String,
    /// Path of the line of all people.
    pub people_path: String,
    /// Marks of the horizontal axis: share and pixel.
    pub x_marks: Vec<(f64, f64)>,
    /// Marks of the vertical axis: share and pixel.
    pub y_marks: Vec<(f64, f64)>,
    points: Vec<CurvePoint>,
}

/// The part of the picture that moves with the slider.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handle {
    /// Where the cut meets the line of people in need.
    pub need: Point,
    /// Where it meets the line of all people.
    pub people: Point,
    /// Baseline of the figure beside `need`: away from the figure beside `people`, and inside the picture.
    pub need_label_y: f64,
    /// Baseline of the figure beside `people`.
    pub people_label_y: f64,
    /// Whether the figures stand left of the cut, because there is no room on the right.
    pub labels_left: bool,
}

/// Where the name of a line stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineLabel {
    /// End of the text's baseline for the label above, start for the one below.
    pub at: Point,
}

impl ConcentrationChart {
    /// Draws the curve for a width in pixels.
    pub fn new(points: Vec<CurvePoint>, width: f64) -> Self {
        let width = width.max(LEAST_WIDTH);
        let height = (width * 0.62).clamp(260.0, 440.0);
        let plot = Rect { x: 46.0, y: 14.0, width: width - 46.0 - 16.0, height: height - 14.0 - 34.0 };
        let (x, y) = scales(plot);
        let line = |value: fn(&CurvePoint) -> f64| {
            line_path(points.iter().map(|point| Point { x: x.at(point.position), y: y.at(value(point)) }))
        };
        Self {
            width,
            height,
            plot,
            need_path: line(|point| point.in_need),
            people_path: line(|point| point.people),
            x_marks: MARKS_OF_FIFTHS.iter().map(|&share| (share, x.at(share))).collect(),
            y_marks: MARKS.iter().map(|&share| (share, y.at(share))).collect(),
            points,
        }
    }

    /// Where the handle stands for a cut at `position` that holds these shares (all 0 to 1).
    pub fn handle(&self, position: f64, people: f64, in_need: f64) -> Handle {
        let (x, y) = scales(self.plot);
        let x = x.at(position);
        let (need, people) = (Point { x, y: y.at(in_need) }, Point { x, y: y.at(people) });
        // On the left the lines lie below the handle, on the right above it: so figures on the left stand higher.
        let labels_left = position > 0.5;
        let offset = if labels_left { -6.0 } else { 16.0 };
        let highest = self.plot.y + 12.0;
        let lowest = self.plot.bottom() - 6.0;
        let need_label_y = (need.y + offset).clamp(highest, lowest - LABEL_STEP);
        let people_label_y = (people.y + offset).clamp(need_label_y + LABEL_STEP, lowest);
        Handle { need, people, need_label_y, people_label_y, labels_left }
    }

    /// The share of the scale (0 to 1) under a pixel of the picture.
    pub fn position_at(&self, pixel_x: f64) -> f64 {
        scales(self.plot).0.value_at(pixel_x)
    }

    /// Where the two lines are named, away from a cut at `position`: above the line of need, below that of people.
    pub fn line_labels(&self, position: f64) -> (LineLabel, LineLabel) {
        let (x, y) = scales(self.plot);
        let (need_share, people_share) = if (0.4..0.75).contains(&position) { (0.36, 0.8) } else { (0.6, 0.68) };
        let need = self.value_at(need_share, |point| point.in_need);
        let people = self.value_at(people_share, |point| point.people);
        let above = Point { x: x.at(need_share) - 8.0, y: (y.at(need) - 12.0).max(self.plot.y + 12.0) };
        let below = Point { x: x.at(people_share) + 10.0, y: (y.at(people) + 20.0).min(self.plot.bottom() - 8.0) };
        (LineLabel { at: above }, LineLabel { at: below })
    }

    fn value_at(&self, position: f64, value: fn(&CurvePoint) -> f64) -> f64 {
        let next = self.points.partition_point(|point| point.position < position);
        self.points.get(next).or(self.points.last()).map_or(0.0, value)
    }
}

fn scales(plot: Rect) -> (Scale, Scale) {
    let x = Scale { domain: (0.0, 1.0), range: (plot.x, plot.right()) };
    let y = Scale { domain: (0.0, 1.0), range: (plot.bottom(), plot.y) };
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(width: f64) -> ConcentrationChart {
        let points = (0..=10).map(f64::from).map(|i| CurvePoint {
            position: i / 10.0,
            people: i / 10.0,
            in_need: (i / 10.0).sqrt(),
        });
        ConcentrationChart::new(points.collect(), width)
    }

    #[test]
    fn the_handle_is_under_the_pointer_that_drags_it() {
        let chart = chart(640.0);
        for position in [0.0, 0.123, 0.5, 1.0] {
            let handle = chart.handle(position, 0.1, 0.3);
            assert!((chart.position_at(handle.need.x) - position).abs() < 1e-9);
        }
    }

    #[test]
    fn nothing_is_drawn_outside_the_picture() {
        for width in [0.0, 280.0, 343.0, 780.0, 3000.0] {
            let chart = chart(width);
            assert!(chart.plot.right() <= chart.width && chart.plot.bottom() <= chart.height);
            for position in [0.0, 0.2, 0.5, 0.7, 1.0] {
                let (above, below) = chart.line_labels(position);
                for point in [above.at, below.at] {
                    assert!(point.x > 0.0 && point.x < chart.width && point.y > 0.0 && point.y < chart.height);
                }
            }
        }
    }
}
