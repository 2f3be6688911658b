//! Uptake in each fifth without and with a payment, one group an offer.

use super::scene::LEAST_WIDTH;
use super::text_width::text_width;
use super::{Anchor, LinearScale, Point, Scene, Shape, WriteShare};

const ROW: f64 = 25.0;
const TITLE: f64 = 48.0;
const BETWEEN: f64 = 18.0;
/// Least width at which fifths have their full names.
const WIDE: f64 = 520.0;
/// Least part of the scale that is shown.
const LEAST_SPAN: f64 = 0.2;
/// Steps of a twentieth at which the axis may begin and end.
const STEPS: f64 = 20.0;

/// An offer.
#[derive(Debug, Clone, PartialEq)]
pub struct UptakeGroup {
    /// What stands above it.
    pub title: String,
    /// What stands below that.
    pub about: String,
    /// Uptake without and with a payment (0 to 1) in each fifth, most deprived first; `None` where nobody lives.
    pub fifths: [Option<(f64, f64)>; 5],
}

/// Draws the offers below each other for a width in pixels. `names` are those of the fifths, `short` those for a narrow picture.
pub fn uptake_fifths(
    groups: &[UptakeGroup],
    names: &[String; 5],
    short: [&str; 5],
    write: (WriteShare, WriteShare),
    width: f64,
) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let is_wide = width >= WIDE;
    let name = |fifth: usize| match is_wide {
        true => names.get(fifth).map_or("", String::as_str),
        false => short.get(fifth).copied().unwrap_or_default(),
    };
    let (axis, figure) = write;
    let left = (0..5).map(|fifth| text_width(name(fifth), 16.0, false)).fold(0.0_f64, f64::max) + 14.0;
    let right = text_width(&figure(1.0), 16.0, true) + 18.0;
    let domain = span(groups);
    let x = LinearScale { domain, range: (left + 8.0, width - right) };
    let mut shapes = Vec::new();
    let mut top = 0.0;
    for group in groups {
        shapes.push(Shape::text("chart__name", (0.0, top + 17.0), Anchor::Start, group.title.as_str()));
        shapes.push(Shape::text("chart__mark", (0.0, top + 38.0), Anchor::Start, group.about.as_str()));
        top += TITLE;
        for (fifth, uptake) in group.fifths.iter().enumerate() {
            let Some((before, after)) = *uptake else { continue };
            let middle = top + ROW / 2.0;
            let at = |share: f64| Point { x: x.at(share), y: middle };
            shapes.push(Shape::text("chart__mark", (0.0, middle + 5.0), Anchor::Start, name(fifth)));
            shapes.push(Shape::line("chart__grid", (x.range.0, middle), (x.range.1, middle)));
            shapes.push(Shape::Line { class: "interval", from: at(before), to: at(after) });
            shapes.push(Shape::Dot { class: "curve__dot--need", at: at(after), radius: 7.0 });
            shapes.push(Shape::Dot { class: "curve__dot--everyone", at: at(before), radius: 5.0 });
            shapes.push(Shape::text("chart__value", (width, middle + 5.0), Anchor::End, figure(after)));
            top += ROW;
        }
        for (share, anchor) in [(domain.0, Anchor::Start), (domain.1, Anchor::End)] {
            shapes.push(Shape::text("chart__mark", (x.at(share), top + 15.0), anchor, axis(share)));
        }
        top += BETWEEN + 16.0;
    }
    Scene { width, height: (top - BETWEEN + 4.0).max(1.0), shapes }
}

/// From where to where the scale is shown, in whole twentieths.
fn span(groups: &[UptakeGroup]) -> (f64, f64) {
    let all = groups.iter().flat_map(|group| group.fifths.iter().flatten());
    let (least, most) = all.fold((1.0_f64, 0.0_f64), |(least, most), (one, other)| {
        (least.min(one.min(*other)), most.max(one.max(*other)))
    });
    let down = |share: f64| ((share - 0.02) * STEPS).floor().max(0.0) / STEPS;
    let up = |share: f64| ((share + 0.02) * STEPS).ceil().min(STEPS) / STEPS;
    let (least, most) = (down(least), up(most));
    if most - least >= LEAST_SPAN {
        return (least, most);
    }
    let most = (least + LEAST_SPAN).min(1.0);
    (most - LEAST_SPAN, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dot_is_inside_and_a_payment_moves_it_to_the_right() {
        let group = |fifths| UptakeGroup { title: "Everyone".to_owned(), about: String::new(), fifths };
        let cases = [
            vec![],
            vec![group([Some((0.716, 0.758)); 5]), group([Some((0.0, 1.0)), None, None, None, Some((1.0, 1.0))])],
            vec![group([Some((0.0, 0.0)); 5])],
            vec![group([Some((1.0, 1.0)); 5]); 3],
        ];
        let names = [const { String::new() }; 5].map(|_| "Most deprived fifth".to_owned());
        for groups in cases {
            for width in [200.0, 343.0, 800.0] {
                let write: WriteShare = |share| share.to_string();
                let scene =
                    uptake_fifths(&groups, &names, ["Most deprived", "2", "3", "4", "Least"], (write, write), width);
                assert!(scene.is_inside());
                for pair in scene.shapes.windows(2) {
                    if let [Shape::Dot { at: after, .. }, Shape::Dot { at: before, .. }] = pair {
                        assert!(after.x >= before.x);
                    }
                }
            }
        }
    }
}
