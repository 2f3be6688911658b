//! The cost-effectiveness plane: what offers cost beyond what they are held against, over what they avert beyond it, a cloud of
//! draws each.

use super::scene::{LEAST_WIDTH, NARROW};
use super::text_width::text_room;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape, ticks};
use crate::model::bounded;

/// Above the plot: the name of the axis up. Below it: numbers, and the name of the axis across.
const ABOVE: f64 = 30.0;
const BELOW: f64 = 52.0;
/// Right of the plot.
const RIGHT: f64 = 20.0;
/// Sizes of numbers at the axes and of names.
const MARK: f64 = 15.0;
const NAME: f64 = 16.0;
/// Least distance between the baselines of two names.
const STEP: f64 = 20.0;
/// Draws further from 0 than so many times the furthest large dot are left out of the picture.
const MOST_OF_CLOUD: f64 = 4.0;

/// An offer on the plane.
#[derive(Debug, Clone, PartialEq)]
pub struct OnValuePlane {
    /// Its name.
    pub name: String,
    /// What it averts and what it costs beyond the other, as assumed.
    pub at: (f64, f64),
    /// The same in some draws.
    pub cloud: Vec<(f64, f64)>,
    /// What its large dot and its small ones are.
    pub classes: [&'static str; 2],
}

/// What the picture shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ValuePlane {
    /// The offers.
    pub offers: Vec<OnValuePlane>,
    /// What averting one is worth, in pounds, and what is said of it.
    pub worth: Option<(f64, String)>,
    /// The names of the axes: across, and up.
    pub axes: [String; 2],
}

/// From where to where an axis goes, 0 included.
fn domain(points: impl Iterator<Item = f64> + Clone, clouds: impl Iterator<Item = f64>) -> (f64, f64) {
    let furthest = points.clone().fold(0.0_f64, |most, value| most.max(value.abs()));
    let limit = if furthest > 0.0 { furthest * MOST_OF_CLOUD } else { f64::MAX };
    let all = points.chain(clouds).filter(|value| value.abs() <= limit);
    let (least, most) = all.fold((0.0_f64, 0.0_f64), |(least, most), value| (least.min(value), most.max(value)));
    let span = most - least;
    if span <= f64::MIN_POSITIVE {
        return (0.0, 1.0);
    }
    (if least < 0.0 { least - 0.06 * span } else { 0.0 }, most + 0.08 * span)
}

/// Draws the plane for a width in pixels. `write` writes numbers across and up.
pub fn value_plane(of: &ValuePlane, write: [&dyn Fn(f64) -> String; 2], width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let height = bounded(width * 0.55, 320.0, 420.0);
    let clouds = || of.offers.iter().flat_map(|offer| &offer.cloud);
    let across = domain(of.offers.iter().map(|offer| offer.at.0), clouds().map(|draw| draw.0));
    let up = domain(of.offers.iter().map(|offer| offer.at.1), clouds().map(|draw| draw.1));
    let up_ticks = ticks::written(&ticks::between(up.0, up.1, 4.0), write[1]);
    let left = 12.0 + up_ticks.iter().map(|(_, text)| text_room(text, MARK, false)).fold(0.0, f64::max);
    let plot = Rect { x: left, y: ABOVE, width: width - left - RIGHT, height: height - ABOVE - BELOW };
    let x = LinearScale { domain: across, range: (plot.x, plot.right()) };
    let y = LinearScale { domain: up, range: (plot.bottom(), plot.y) };
    let mut shapes = Vec::new();
    ticks::add_up(&mut shapes, plot, &y, up_ticks);
    let most = if width < NARROW { 3.0 } else { 6.0 };
    ticks::add_across(&mut shapes, plot, &x, ticks::written(&ticks::between(across.0, across.1, most), write[0]));
    let zero = (x.at(0.0), y.at(0.0));
    shapes.extend([
        Shape::line("chart__axis-line", (zero.0, plot.y), (zero.0, plot.bottom())),
        Shape::line("chart__axis-line", (plot.x, zero.1), (plot.right(), zero.1)),
        Shape::text("chart__axis", (0.0, 14.0), Anchor::Start, format!("↑ {}", of.axes[1])),
        Shape::text("chart__axis", (plot.right(), height - 8.0), Anchor::End, format!("{} →", of.axes[0])),
    ]);
    let at = |(averted, cost): (f64, f64)| Point { x: x.at(averted), y: y.at(cost) };
    let is_inside = |at: Point| (plot.x..=plot.right()).contains(&at.x) && (plot.y..=plot.bottom()).contains(&at.y);
    for offer in &of.offers {
        let draws = offer.cloud.iter().map(|&draw| at(draw)).filter(|&at| is_inside(at));
        shapes.extend(draws.map(|at| Shape::Dot { class: offer.classes[1], at, radius: 1.8 }));
    }
    if let Some((worth, text)) = &of.worth {
        add_worth(&mut shapes, plot, (&x, &y), *worth, text);
    }
    // From top to bottom, so that names which would stand on each other make room downwards.
    let mut order: Vec<&OnValuePlane> = Vec::new();
    for offer in &of.offers {
        let place = order.partition_point(|other| other.at.1 >= offer.at.1);
        order.insert(place, offer);
    }
    let mut lowest = 0.0_f64;
    for offer in order {
        let at = at(offer.at);
        let room = text_room(&offer.name, NAME, true);
        let (from, anchor) = match at.x > plot.x + plot.width / 2.0 {
            true => ((at.x - 12.0).max((plot.x + 4.0 + room).min(width)), Anchor::End),
            false => ((at.x + 12.0).min(width - room), Anchor::Start),
        };
        let baseline = (at.y - 10.0).max(lowest + STEP).max(plot.y + 4.0).min(plot.bottom() - 4.0);
        lowest = baseline;
        shapes.push(Shape::Dot { class: offer.classes[0], at, radius: 8.0 });
        shapes.push(Shape::text("plane__name", (from, baseline), anchor, offer.name.as_str()));
    }
    Scene { width, height, shapes }
}

/// Adds the line on which an offer is worth what it costs: from 0, so many pounds for each averted.
fn add_worth(shapes: &mut Vec<Shape>, plot: Rect, (x, y): (&LinearScale, &LinearScale), worth: f64, text: &str) {
    let within = |averted: f64| (y.domain.0..=y.domain.1).contains(&(averted * worth));
    let end = |limit: f64| {
        if within(limit) || worth <= 0.0 {
            return limit;
        }
        (if limit < 0.0 { y.domain.0 } else { y.domain.1 }) / worth
    };
    let ends = [end(x.domain.0), end(x.domain.1)];
    let [from, to] = ends.map(|averted| (x.at(averted), y.at(averted * worth)));
    shapes.push(Shape::line("curve__cut", from, to));
    // At the end of the line, or where the text has room.
    let room = text_room(text, NAME, true);
    let at = ((to.0 - 6.0).max(plot.x + room).min(plot.right() + RIGHT), (to.1 + 18.0).min(plot.bottom() - 6.0));
    shapes.push(Shape::text("plane__name", at, Anchor::End, text));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(at: (f64, f64), cloud: Vec<(f64, f64)>) -> OnValuePlane {
        let classes = ["offer--area", "offer--area offer-draw"];
        OnValuePlane { name: "By individual need".to_owned(), at, cloud, classes }
    }

    #[test]
    fn every_dot_and_the_line_are_inside_whatever_the_numbers() {
        let axes = ["More premature deaths averted", "Extra cost"].map(str::to_owned);
        for offers in [
            vec![],
            vec![offer((0.0, 0.0), vec![])],
            vec![offer((0.0, 0.0), vec![(1.0, 2.0), (-1.0, -2.0)])],
            vec![offer((10.0, 1e6), vec![(1e9, 1e12), (5.0, -1e5)]), offer((-3.0, -2e5), vec![])],
            vec![offer((1e-9, 1e9), vec![(f64::INFINITY, 1.0)])],
        ] {
            for worth in [None, Some(0.0), Some(20_000.0), Some(1e9)] {
                let worth = worth.map(|worth| (worth, "£20,000 for each".to_owned()));
                let of = ValuePlane { offers: offers.clone(), worth, axes: axes.clone() };
                for width in [200.0, 343.0, 800.0] {
                    let write = |value: f64| format!("{value:.0}");
                    assert!(value_plane(&of, [&write, &write], width).is_inside(), "{of:?} {width}");
                }
            }
        }
    }

    #[test]
    fn an_offer_on_the_line_of_its_worth_is_worth_what_it_costs() {
        let of = ValuePlane {
            offers: vec![offer((50.0, 1_000_000.0), vec![])],
            worth: Some((20_000.0, "£20,000 for each".to_owned())),
            axes: Default::default(),
        };
        let scene = value_plane(&of, [&|_| String::new(), &|_| String::new()], 600.0);
        let find = |is: fn(&Shape) -> bool| scene.shapes.iter().find(|shape| is(shape)).unwrap();
        let Shape::Line { from, to, .. } = find(|shape| matches!(shape, Shape::Line { class: "curve__cut", .. }))
        else {
            panic!("a line")
        };
        let Shape::Dot { at, .. } = find(|shape| matches!(shape, Shape::Dot { .. })) else { panic!("a dot") };
        let on_line = from.y + (to.y - from.y) * (at.x - from.x) / (to.x - from.x);
        assert!((on_line - at.y).abs() < 1e-6, "{on_line} {at:?}");
    }
}
