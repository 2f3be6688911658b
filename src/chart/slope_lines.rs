//! A rate over deprivation now and once its slope is cut, a panel a place.

use super::scale::line_path;
use super::scene::LEAST_WIDTH;
use super::text_width::{text_room, text_width};
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape, ticks};
use crate::model::bounded;
use crate::model::gap::SlopeTarget;

/// Least width at which two panels stand beside each other.
const WIDE: f64 = 640.0;
const BETWEEN: f64 = 28.0;
/// Least distance between two baselines.
const STEP: f64 = 19.0;
/// Size of texts.
const SIZE: f64 = 16.0;

/// A place.
#[derive(Debug, Clone, PartialEq)]
pub struct SlopePanel {
    /// Its name.
    pub title: String,
    /// Its line before and after.
    pub target: SlopeTarget,
}

/// What the panels say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SlopeWords {
    /// Names of the least and of the most deprived end.
    pub ends: [&'static str; 2],
    /// What the average person is called.
    pub average: &'static str,
    /// What the pivot does.
    pub stays: &'static str,
    /// Name of the vertical axis.
    pub axis: &'static str,
}

/// Draws the panels on one scale for a width in pixels; `write` puts a rate into figures.
pub fn slope_lines(panels: &[SlopePanel], words: SlopeWords, write: fn(f64) -> String, width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let is_beside = width >= WIDE && panels.len() > 1;
    let each = if is_beside { (width - BETWEEN) / 2.0 } else { width };
    let height = bounded(each * 0.62, 300.0, 400.0);
    let most = panels.iter().fold(0.0_f64, |most, panel| most.max(panel.target.most_before).max(panel.target.least));
    let mut shapes = Vec::new();
    for (index, panel) in panels.iter().enumerate() {
        let at = index as f64;
        let corner = if is_beside { (at * (each + BETWEEN), 0.0) } else { (0.0, at * (height + BETWEEN)) };
        draw(panel, words, write, most, Rect { x: corner.0, y: corner.1, width: each, height }, &mut shapes);
    }
    let rows = if is_beside { 1.0 } else { panels.len().max(1) as f64 };
    Scene { width, height: rows * (height + BETWEEN) - BETWEEN, shapes }
}

fn draw(
    panel: &SlopePanel,
    words: SlopeWords,
    write: fn(f64) -> String,
    most: f64,
    frame: Rect,
    shapes: &mut Vec<Shape>,
) {
    let target = panel.target;
    let up = ticks::written(&ticks::from_0(most, 4.0), &write);
    let wide = |text: &str| text_width(text, SIZE, true);
    let left = up.iter().map(|(_, text)| wide(text)).fold(0.0_f64, f64::max) + 10.0;
    let [now, then] = [target.most_before, target.most_after].map(write);
    let right = wide(&now).max(wide(&then)) + 22.0;
    let plot =
        Rect { x: frame.x + left, y: frame.y + 56.0, width: frame.width - left - right, height: frame.height - 106.0 };
    let x = LinearScale { domain: (0.0, 1.0), range: (plot.x, plot.right()) };
    let y = LinearScale { domain: (0.0, most.max(f64::MIN_POSITIVE)), range: (plot.bottom(), plot.y) };
    let at = |place: f64, rate: f64| Point { x: x.at(place), y: y.at(rate) };
    shapes.push(Shape::text("chart__name", (frame.x, frame.y + 16.0), Anchor::Start, panel.title.as_str()));
    shapes.push(Shape::text("chart__mark", (frame.x, frame.y + 38.0), Anchor::Start, format!("↑ {}", words.axis)));
    ticks::add_up(shapes, plot, &y, up);
    let below = plot.bottom() + ticks::BELOW;
    shapes.push(Shape::text("chart__mark", (frame.x, below), Anchor::Start, words.ends[0]));
    shapes.push(Shape::text("chart__mark", (frame.x + frame.width, below), Anchor::End, words.ends[1]));
    // The name of the average person stays inside the panel, below the ends.
    let average = x.at(target.mean_position);
    let half = text_room(words.average, 15.0, false) / 2.0;
    let name_at = bounded(average, frame.x + half, (frame.x + frame.width - half).max(frame.x + half));
    shapes.push(Shape::text("chart__mark", (name_at, below + 22.0), Anchor::Middle, words.average));
    let (from, to) = (at(target.mean_position, 0.0), at(target.mean_position, target.mean_before));
    shapes.push(Shape::Line { class: "chart__axis-line", from, to });
    for (class, end) in [("curve__everyone", target.most_after), ("curve__need", target.most_before)] {
        shapes.push(Shape::Path { class, path: line_path([at(0.0, target.least), at(1.0, end)]) });
    }
    let mut dot = |class, place, rate, radius| shapes.push(Shape::Dot { class, at: at(place, rate), radius });
    dot("curve__dot--everyone", 1.0, target.most_after, 6.0);
    dot("curve__dot--need", 1.0, target.most_before, 7.0);
    dot("curve__dot--everyone", target.mean_position, target.mean_after, 6.0);
    dot("curve__dot--need", target.mean_position, target.mean_before, 7.0);
    dot("curve__dot--need", 0.0, target.least, 7.0);

    let name = "plane__name";
    let now_y = y.at(target.most_before) + 5.0;
    // Below the figure of now, or above it where a falling line becomes flatter.
    let then_y = y.at(target.most_after) + 5.0;
    let then_y = if target.most_after > target.most_before {
        then_y.min(now_y - STEP).max(frame.y + 50.0)
    } else {
        then_y.max(now_y + STEP).min(frame.y + frame.height - 4.0)
    };
    shapes.push(Shape::text(name, (plot.right() + 11.0, now_y), Anchor::Start, now));
    shapes.push(Shape::text(name, (plot.right() + 11.0, then_y), Anchor::Start, then));
    // Above the line on the left of the average person, below it on the right.
    let mean = write(target.mean_before);
    let mean_y = (y.at(target.mean_before) - 10.0).max(plot.y + 4.0);
    let mean_x = (average - 8.0).max(plot.x + wide(&mean) + 4.0).min(frame.x + frame.width);
    shapes.push(Shape::text(name, (mean_x, mean_y), Anchor::End, mean));
    let after_y = (y.at(target.mean_after) + 21.0).min(plot.bottom() - 4.0).max(mean_y + STEP);
    let after = write(target.mean_after);
    let (after_x, anchor) = if average + 10.0 + wide(&after) > plot.right() {
        (average - 10.0, Anchor::End)
    } else {
        (average + 10.0, Anchor::Start)
    };
    // The name of the pivot stands below the lines, or above them where there is no room.
    let pivot = y.at(target.least);
    let (pivot_y, room) = if pivot + 24.0 < plot.bottom() { (pivot + 24.0, 4.0) } else { (pivot - 12.0, 10.0) };
    let stays = format!("{} {}", write(target.least), words.stays);
    let pivot_y = pivot_y.max(frame.y + 60.0);
    // Where the average person stands close to the least deprived end, their figure goes beside that of the pivot.
    let stays_end = plot.x + room + text_room(&stays, SIZE, true) + 8.0;
    let is_beside = (after_y - pivot_y).abs() < STEP && after_x < stays_end;
    let (after_x, anchor) = if is_beside { (stays_end, Anchor::Start) } else { (after_x, anchor) };
    shapes.push(Shape::text(name, (plot.x + room, pivot_y), Anchor::Start, stays));
    shapes.push(Shape::text(name, (after_x, after_y), anchor, after));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Share;

    const WORDS: SlopeWords = SlopeWords {
        ends: ["Least deprived", "Most deprived"],
        average: "Average person",
        stays: "stays",
        axis: "Deaths",
    };

    fn panel(mean: f64, least: f64, most: f64, cut: f64) -> SlopePanel {
        let target = SlopeTarget::between(mean, least, most, Share::of(cut, 1.0)).unwrap();
        SlopePanel { title: "Cambridgeshire".to_owned(), target }
    }

    #[test]
    fn every_line_is_inside_at_any_cut() {
        for cut in [0.0, 0.2, 1.0] {
            let one = panel(102.0, 52.0, 208.0, cut);
            for panels in [vec![], vec![one.clone()], vec![one, panel(140.0, 70.0, 280.0, cut)]] {
                for width in [200.0, 343.0, 736.0, 1100.0] {
                    assert!(slope_lines(&panels, WORDS, |rate| rate.to_string(), width).is_inside(), "{cut} {width}");
                }
            }
        }
        for odd in [panel(1.0, 0.0, 100_000.0, 0.5), panel(100.0, 0.0, 100.0, 0.2), panel(52.1, 52.0, 208.0, 0.9)] {
            assert!(slope_lines(&[odd], WORDS, |rate| rate.to_string(), 343.0).is_inside());
        }
    }

    #[test]
    fn the_target_line_ends_below_and_both_begin_at_the_pivot() {
        let scene = slope_lines(&[panel(102.0, 52.0, 208.0, 0.2)], WORDS, |rate| rate.to_string(), 600.0);
        let paths: Vec<&String> = scene
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Path { path, .. } => Some(path),
                _ => None,
            })
            .collect();
        let start = |path: &str| path.split('L').next().unwrap().to_owned();
        assert_eq!(start(paths[0]), start(paths[1]));
        assert_ne!(paths[0], paths[1]);
    }
}
