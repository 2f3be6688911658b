//! A risk factor over people: now, after each of two approaches, and in an earlier year behind, with the lines (thresholds)
//! as shaded bands.

use super::scale::line_path;
use super::scene::LEAST_WIDTH;
use super::text_width::{text_room, wrap};
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape};
use crate::model::population::{Distribution, Programme};

const PLOT: f64 = 300.0;
/// Above the plot: what the bands say.
const BAND_NAMES: f64 = 44.0;
/// Below it: the numbers at the lines, and the name of the axis.
const AXIS: f64 = 50.0;
/// A further line of that name.
const AXIS_LINE: f64 = 18.0;
/// A line of the key.
const KEY_LINE: f64 = 25.0;
const KEY_SAMPLE: f64 = 34.0;
const TEXT: f64 = 15.0;
/// Least width at which the key stands in the plot, where the curves leave room.
const WIDE: f64 = 620.0;
const SIDE: f64 = 4.0;
/// Points of a curve.
const POINTS: u32 = 240;
/// The picture shows all but this share of people at either end.
const CUT_OFF: [f64; 2] = [0.9995, 0.001];
/// It goes on past the outer lines at most by this many times their distance.
const MOST_SPANS: f64 = 5.0;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskCurves {
    /// The risk factor now.
    pub now: Distribution,
    /// In an earlier year.
    pub earlier: Option<Distribution>,
    /// The programme past a threshold.
    pub programme: Programme,
    /// After the shift of everybody.
    pub shifted: Distribution,
    /// The lines, rising.
    pub thresholds: Vec<f64>,
}

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskWords {
    /// The numbers at the lines.
    pub thresholds: Vec<String>,
    /// What is said above each band, from line to line and past the last one: a name, a figure, and a shorter figure.
    pub bands: Vec<[String; 3]>,
    /// The name of the axis.
    pub axis: String,
    /// The names of the curves and areas: earlier, now, those who are treated before and after that, everybody after the shift.
    /// The first is not used without an earlier year.
    pub curves: [String; 5],
}

/// The classes of the curves, in the order of their names.
const CLASSES: [&str; 5] = ["risk__earlier", "risk__now", "risk__before", "risk__after", "risk__shift"];
/// Those that are areas, which stand for a number of people.
const AREAS: [usize; 3] = [0, 2, 3];

/// A curve: its place in the key, and its points as (value, density).
type Curve = (usize, Vec<(f64, f64)>);

impl RiskCurves {
    /// The values at both ends of the picture.
    fn domain(&self) -> (f64, f64) {
        let (first, last) = match self.thresholds.as_slice() {
            [first, .., last] => (*first, *last),
            _ => (0.0, 1.0),
        };
        let span = (last - first).max(f64::MIN_POSITIVE);
        let all = [Some(self.now), self.earlier, Some(self.shifted)];
        let ends = |share: f64| all.into_iter().flatten().filter_map(move |curve| curve.value_with_share_above(share));
        let low = ends(CUT_OFF[0]).fold(first - 0.1 * span, f64::min).max(first - MOST_SPANS * span);
        let high = ends(CUT_OFF[1]).fold(last + 0.2 * span, f64::max).min(last + MOST_SPANS * span);
        (low, high)
    }

    fn curves(&self, (low, high): (f64, f64)) -> Vec<Curve> {
        let step = (high - low) / f64::from(POINTS);
        let even = move || (0..=POINTS).map(move |point| low + step * f64::from(point));
        let of = |curve: &Distribution| even().map(|value| (value, curve.density(value))).collect::<Vec<_>>();
        // The edge at the threshold is drawn upright.
        let edge = |from: f64, density: &dyn Fn(f64) -> f64| -> Vec<(f64, f64)> {
            let first = Some(from + step * 1e-6).filter(|value| (low..=high).contains(value));
            let values = first.into_iter().chain(even().filter(|&value| value > from));
            values.map(|value| (value, density(value))).collect()
        };
        let Programme { threshold, effect, .. } = self.programme;
        let mut curves: Vec<Curve> = self.earlier.iter().map(|earlier| (0, of(earlier))).collect();
        curves.push((3, edge(effect.after(threshold), &|value| self.programme.treated_after(&self.now, value))));
        curves.push((2, edge(threshold, &|value| self.programme.treated_before(&self.now, value))));
        curves.push((4, of(&self.shifted)));
        // On top, so that the other shows where it differs from it.
        curves.push((1, of(&self.now)));
        curves
    }

    /// Draws the picture for a width in pixels.
    pub fn scene(&self, words: &RiskWords, width: f64) -> Scene {
        let width = width.max(LEAST_WIDTH);
        let domain = self.domain();
        let curves = self.curves(domain);
        let names: Vec<(usize, &String)> =
            words.curves.iter().enumerate().filter(|&(index, _)| index > 0 || self.earlier.is_some()).collect();
        let is_wide = width >= WIDE;
        let (top, bottom) = (BAND_NAMES, BAND_NAMES + PLOT);
        // The same allowance for wide fonts as in `text_room`.
        let axis = wrap(&words.axis, TEXT * 1.2, false, width - 2.0 * SIDE);
        let below = bottom + AXIS + AXIS_LINE * axis.len().saturating_sub(1) as f64;
        let key_top = if is_wide { top + 14.0 } else { below };
        let height = if is_wide { below } else { key_top + KEY_LINE * names.len() as f64 };

        let peak = curves.iter().flat_map(|(_, points)| points).fold(0.0_f64, |most, &(_, density)| most.max(density));
        let across = LinearScale { domain, range: (SIDE, width - SIDE) };
        let up = LinearScale { domain: (0.0, peak.max(f64::MIN_POSITIVE) * 1.05), range: (bottom, top) };
        let at = |&(value, density): &(f64, f64)| Point { x: across.at(value), y: up.at(density) };

        let mut shapes = self.bands(words, &across, width);
        for (index, points) in &curves {
            let mut path = line_path(points.iter().map(at));
            let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
            if AREAS.contains(index) {
                let foot = [last.0, first.0].map(|value| Point { x: across.at(value), y: bottom });
                path = format!("{path}{}Z", line_path(foot).replace('M', "L"));
            }
            shapes.push(Shape::Path { class: CLASSES[*index], path });
        }
        shapes.push(Shape::line("chart__axis-line", (SIDE, bottom), (width - SIDE, bottom)));
        for (row, text) in axis.into_iter().enumerate() {
            let at = (width / 2.0, bottom + 42.0 + AXIS_LINE * row as f64);
            shapes.push(Shape::text("chart__axis", at, Anchor::Middle, text));
        }

        let longest = names.iter().fold(0.0_f64, |most, (_, name)| most.max(text_room(name, TEXT, true)));
        let left = if is_wide { width - SIDE - longest - KEY_SAMPLE - 10.0 } else { SIDE };
        for (row, (index, name)) in names.into_iter().enumerate() {
            let y = key_top + KEY_LINE * row as f64 + 13.0;
            let class = CLASSES[index];
            shapes.push(if AREAS.contains(&index) {
                Shape::Rect { class, rect: Rect { x: left, y: y - 7.0, width: KEY_SAMPLE, height: 14.0 } }
            } else {
                Shape::line(class, (left, y), (left + KEY_SAMPLE, y))
            });
            let at = (left + KEY_SAMPLE + 9.0, y + 5.0);
            shapes.push(Shape::text("risk__name", at, Anchor::Start, name.as_str()));
        }
        Scene { width, height, shapes }
    }

    /// What is said above the bands, as far as all are wide enough for it.
    fn band_texts(&self, words: &RiskWords, across: &LinearScale, width: f64, shapes: &mut Vec<Shape>) {
        let starts: Vec<f64> = self.thresholds.iter().map(|&line| across.at(line)).collect();
        let right = |index: usize| starts.get(index + 1).copied().unwrap_or(width - SIDE);
        let bands = || words.bands.iter().zip(&starts).enumerate();
        let fits = |part: usize, is_bold: bool| {
            bands().all(|(index, (band, left))| text_room(&band[part], TEXT, is_bold) <= right(index) - left)
        };
        let mut say = |class, part: usize, y: f64| {
            for (index, (band, left)) in bands() {
                let at = ((left + right(index)) / 2.0, y);
                shapes.push(Shape::text(class, at, Anchor::Middle, band[part].as_str()));
            }
        };
        if fits(0, false) {
            say("chart__mark", 0, BAND_NAMES - 27.0);
        }
        let figure = [1, 2].into_iter().find(|&part| fits(part, true));
        if let Some(part) = figure {
            say("risk__share", part, BAND_NAMES - 8.0);
        }
    }

    /// The shaded bands, the numbers at their lines, and what is said above them.
    fn bands(&self, words: &RiskWords, across: &LinearScale, width: f64) -> Vec<Shape> {
        const BANDS: [&str; 4] =
            ["risk__band", "risk__band risk__band--2", "risk__band risk__band--3", "risk__band risk__band--4"];
        let (top, bottom) = (BAND_NAMES, BAND_NAMES + PLOT);
        let mut shapes = Vec::new();
        let ends = self.thresholds.iter().skip(1).map(|&line| across.at(line)).chain([width - SIDE]);
        let mut last_number = f64::NEG_INFINITY;
        for (index, (&line, right)) in self.thresholds.iter().zip(ends).enumerate() {
            let x = across.at(line);
            let rect = Rect { x, y: top, width: right - x, height: bottom - top };
            shapes.push(Shape::Rect { class: BANDS[index.min(BANDS.len() - 1)], rect });
            shapes.push(Shape::line("risk__line", (x, top), (x, bottom)));
            if let Some(number) = words.thresholds.get(index) {
                let half = text_room(number, TEXT, false) / 2.0;
                // A long number beside an edge moves inwards. Numbers that would run into each other are left to the table.
                let middle = x.min(width - half).max(half);
                if middle - half > last_number && 2.0 * half <= width {
                    shapes.push(Shape::text("chart__mark", (middle, bottom + 19.0), Anchor::Middle, number.as_str()));
                    last_number = middle + half + 4.0;
                }
            }
        }
        self.band_texts(words, across, width, &mut shapes);
        shapes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::population::{BMI_1993, BMI_2019, Effect, Prevalences, Shape as Family, Shift, population_shift};

    fn curves(family: Family, prevalences: Prevalences, shift: Shift) -> RiskCurves {
        let now = Distribution::from_prevalences(family, prevalences).unwrap();
        let [low, high] = prevalences.thresholds;
        let earlier =
            Distribution::from_prevalences(family, Prevalences { thresholds: [low, high], ..BMI_1993 }).unwrap();
        RiskCurves {
            now,
            earlier: Some(earlier),
            programme: Programme { threshold: high, uptake: 0.2, effect: Effect::Units((high - low) / 4.0) },
            shifted: population_shift(&now, shift, &[]).unwrap().after,
            thresholds: vec![low, high],
        }
    }

    fn words(lines: usize) -> RiskWords {
        RiskWords {
            thresholds: vec!["30".to_owned(); lines],
            bands: vec![["25 to 30", "36.2%", "36%"].map(str::to_owned); lines],
            axis: "A name as long as names can be, and more words".to_owned(),
            curves: ["1993", "2019", "Treated, before", "Treated, after", "After the shift"].map(str::to_owned),
        }
    }

    /// Every point of the paths is in the picture too.
    fn paths_are_inside(scene: &Scene) -> bool {
        let paths = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Path { path, .. } => Some(path),
            _ => None,
        });
        paths.flat_map(|path| path.split(['M', 'L', 'Z'])).filter(|pair| !pair.is_empty()).all(|pair| {
            let (x, y) = pair.split_once(' ').unwrap();
            let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
            (-0.5..=scene.width + 0.5).contains(&x) && (-0.5..=scene.height + 0.5).contains(&y)
        })
    }

    #[test]
    fn the_picture_holds_any_curve_at_any_width() {
        let close = Prevalences { thresholds: [25.0, 30.0], shares: [0.5, 0.45] };
        let far = Prevalences { thresholds: [25.0, 30.0], shares: [0.999, 0.001] };
        let tiny = Prevalences { thresholds: [0.001, 0.002], shares: [0.9, 0.1] };
        for family in [Family::Normal, Family::Lognormal] {
            for prevalences in [BMI_2019, close, far, tiny] {
                for shift in [Shift::Units(0.0), Shift::Units(1e6), Shift::Share(0.5)] {
                    let curves = curves(family, prevalences, shift);
                    for width in [200.0, 343.0, 700.0, 1100.0] {
                        let scene = curves.scene(&words(2), width);
                        assert!(scene.is_inside() && paths_are_inside(&scene), "{family:?} {prevalences:?} {width}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_shift_by_nothing_draws_the_curve_of_now() {
        let scene = curves(Family::Lognormal, BMI_2019, Shift::Units(0.0)).scene(&words(2), 700.0);
        let path = |wanted: &str| {
            scene.shapes.iter().find_map(|shape| match shape {
                Shape::Path { class, path } if *class == wanted => Some(path.clone()),
                _ => None,
            })
        };
        assert!(path("risk__now").is_some() && path("risk__now") == path("risk__shift"));
    }

    #[test]
    fn those_who_are_treated_are_as_many_people_after_as_before() {
        let mut curves = curves(Family::Normal, BMI_2019, Shift::Units(0.0));
        for effect in [Effect::Units(4.0), Effect::Share(0.15), Effect::Units(0.0)] {
            curves.programme.effect = effect;
            let all = curves.curves((5.0, 75.0));
            // The area under the points, by trapeziums.
            let area = |wanted: usize| {
                let points = &all.iter().find(|(index, _)| *index == wanted).unwrap().1;
                points.windows(2).map(|two| (two[1].0 - two[0].0) * (two[0].1 + two[1].1) / 2.0).sum::<f64>()
            };
            let people = curves.programme.uptake * curves.now.share_above(curves.programme.threshold);
            assert!((area(2) - people).abs() < 1e-4 && (area(3) - people).abs() < 1e-4, "{effect:?} {people}");
        }
    }

    #[test]
    fn without_an_earlier_year_there_is_nothing_of_it() {
        let mut curves = curves(Family::Normal, BMI_2019, Shift::Units(1.0));
        curves.earlier = None;
        let scene = curves.scene(&words(2), 343.0);
        let is_of_it = |shape: &Shape| matches!(shape, Shape::Path { class, .. } | Shape::Rect { class, .. } if *class == "risk__earlier");
        assert!(!scene.shapes.iter().any(is_of_it));
    }
}
