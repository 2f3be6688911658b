//! Where two strategies tie.

use super::{Assumption, Values};
use crate::model::bisect::bracket;
use crate::model::bounded;

/// Where two strategies tie on an output as one assumption moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BreakEven {
    /// They tie at this value of the assumption.
    At(f64),
    /// The first has more over the whole range.
    FirstAlways,
    /// The second has more over the whole range.
    SecondAlways,
    /// They are the same over the whole range.
    Same,
    /// Which has more changes by a jump, and nowhere are they the same.
    Jumps,
    /// One of them has no such output.
    Undefined,
}

/// All ties that were found.
#[derive(Debug, Clone, PartialEq)]
pub struct Ties {
    /// The tie nearest to the value in use, or why there is none.
    pub nearest: BreakEven,
    /// Every tie, rising: from and to, the same but where the two are equal over a stretch.
    pub all: Vec<(f64, f64)>,
}

/// Steps in which a range is searched; two ties inside one step are told apart where the outputs come nearer in it.
const STEPS: usize = 64;
/// Halvings of the bracket: to the last bit of any range met here.
const HALVINGS: usize = 60;
/// How often the least of a dip is looked for in two thirds of it.
const THIRDS: usize = 120;
/// Outputs closer than this part of the larger one, or of one, are the same.
const SAME: f64 = 1e-12;
/// Where the difference jumps past 0 it is no tie: on one side of a tie or on both it is smaller than this part of the outputs.
const JUMP: f64 = 1e-6;

/// The places at which a range is searched: evenly from one end to the other.
pub fn evenly((from, to): (f64, f64)) -> Vec<f64> {
    (0..=STEPS).map(|step| from + (to - from) * step as f64 / STEPS as f64).collect()
}

/// The places at which a range of pounds is searched that is too wide for even steps: each a little further than the one
/// before, from above 0 to `to`.
pub fn widening((from, to): (f64, f64)) -> Vec<f64> {
    const FURTHER: f64 = 1.25;
    let mut places = vec![from];
    let mut place = from;
    while place < to {
        place = (place * FURTHER).min(to);
        places.push(place);
    }
    places
}

/// The tie nearest to the value in use: see [`ties`].
pub fn break_even(
    values: &Values,
    assumption: Assumption,
    places: &[f64],
    first: impl Fn(&Values) -> Option<f64>,
    second: impl Fn(&Values) -> Option<f64>,
) -> BreakEven {
    ties(values, assumption, places, &first, &second).nearest
}

/// Finds the values of `assumption`, with all others as in `values`, at which two outputs tie. `places` are where the
/// search looks, rising (see [`evenly`] and [`widening`]). Each change of sign is halved; where the difference comes nearer
/// to 0 and goes away again its least is looked for, so that two ties inside a step and ties that only touch are found; and
/// where an output ceases to be there, or the two begin to be the same, the very end of that is looked for first.
pub fn ties(
    values: &Values,
    assumption: Assumption,
    places: &[f64],
    first: &dyn Fn(&Values) -> Option<f64>,
    second: &dyn Fn(&Values) -> Option<f64>,
) -> Ties {
    let outputs = |value: f64| {
        let mut moved = *values;
        moved[assumption] = value;
        Some((first(&moved)?, second(&moved)?))
    };
    let size = |one: f64, two: f64| one.abs().max(two.abs()).max(1.0);
    let difference = |value: f64| {
        let (one, two) = outputs(value)?;
        let difference = one - two;
        // Sums that should be the same differ by rounding.
        Some(if difference.abs() <= SAME * size(one, two) { 0.0 } else { difference })
    };
    let is_near = |value: f64| outputs(value).is_some_and(|(one, two)| (one - two).abs() <= JUMP * size(one, two));
    let in_use = values[assumption];
    let mut points: Points = Vec::with_capacity(places.len() + 1);
    add(&mut points, places.iter().map(|&at| (at, difference(at))).collect());
    if let [from, .., to] = places
        && (*from..*to).contains(&in_use)
    {
        add(&mut points, vec![(in_use, difference(in_use))]);
    }
    add_ends(&mut points, &difference);
    add_dips(&mut points, &difference);
    let all = stretches(&points, &difference, &is_near);
    let away = |&(from, to): &(f64, f64)| (bounded(in_use, from, to) - in_use).abs();
    let known = || points.iter().filter_map(|&(_, found)| found);
    let (has_more, has_less) = (known().any(|found| found > 0.0), known().any(|found| found < 0.0));
    let nearest = match all.iter().min_by(|a, b| away(a).total_cmp(&away(b))) {
        _ if known().next().is_none() => BreakEven::Undefined,
        _ if !has_more && !has_less => BreakEven::Same,
        Some(&(from, to)) => BreakEven::At(bounded(in_use, from, to)),
        None if has_more && has_less => BreakEven::Jumps,
        None if has_more => BreakEven::FirstAlways,
        None => BreakEven::SecondAlways,
    };
    Ties { nearest, all }
}

/// Values of the assumption in ascending order, with the difference there.
type Points = Vec<(f64, Option<f64>)>;
type Difference<'a> = &'a dyn Fn(f64) -> Option<f64>;

/// Adds the outermost points on both sides of each place where the difference ceases to be there, or to be none.
fn add_ends(points: &mut Points, difference: Difference) {
    let kinds: [fn(Option<f64>) -> bool; 2] = [|found| found.is_some(), |found| found == Some(0.0)];
    for is_so in kinds {
        let mut ends: Points = Vec::new();
        for pair in points.windows(2) {
            let ((a, at_a), (b, at_b)) = (pair[0], pair[1]);
            if is_so(at_a) == is_so(at_b) {
                continue;
            }
            let was_so = is_so(at_a);
            let (before, after) = bracket((a, b), HALVINGS, |at| is_so(difference(at)) != was_so);
            ends.extend([before, after].map(|at| (at, difference(at))));
        }
        add(points, ends);
    }
}

/// Adds the least of the difference where it comes nearer to 0 and goes away again without a change of sign.
fn add_dips(points: &mut Points, difference: Difference) {
    let mut dips: Points = Vec::new();
    for three in points.windows(3) {
        let [(from, Some(a)), (_, Some(b)), (to, Some(c))] = [three[0], three[1], three[2]] else { continue };
        let is_dip = b != 0.0 && a * b > 0.0 && b * c > 0.0 && b.abs() <= a.abs() && b.abs() <= c.abs();
        if !is_dip || (a == b && b == c) {
            continue;
        }
        let (mut low, mut high) = (from, to);
        for _ in 0..THIRDS {
            let third = (high - low) / 3.0;
            let (left, right) = (low + third, high - third);
            let [Some(at_left), Some(at_right)] = [difference(left), difference(right)] else { break };
            // Past 0 or on it: that is all that is asked for.
            if let Some(found) = [(left, at_left), (right, at_right)].into_iter().find(|&(_, d)| d * b <= 0.0) {
                dips.push((found.0, Some(found.1)));
                break;
            }
            if at_left.abs() <= at_right.abs() { high = right } else { low = left }
        }
    }
    add(points, dips);
}

fn add(points: &mut Points, more: Points) {
    for point in more {
        let place = points.partition_point(|&(at, _)| at < point.0);
        if points.get(place).is_none_or(|&(at, _)| at != point.0) {
            points.insert(place, point);
        }
    }
}

/// Each tie: the two neighbours between which the sign changes, halved, and runs of points with no difference.
fn stretches(points: &Points, difference: Difference, is_near: &dyn Fn(f64) -> bool) -> Vec<(f64, f64)> {
    let mut all: Vec<(f64, f64)> = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    for &(at, found) in points {
        let Some(found) = found else {
            before = None;
            continue;
        };
        match before {
            Some((_, 0.0)) if found == 0.0 => {
                if let Some((_, to)) = all.last_mut() {
                    *to = at;
                }
            }
            _ if found == 0.0 => all.push((at, at)),
            Some((low, at_low)) if at_low * found < 0.0 => {
                let keeps_its_sign = |at: f64| difference(at).is_some_and(|found| found * at_low > 0.0);
                let (low, high) = bracket((low, at), HALVINGS, |at| !keeps_its_sign(at));
                // Where the outputs jump past each other they do not tie.
                if is_near(low) || is_near(high) {
                    let tie = (low + high) / 2.0;
                    all.push((tie, tie));
                }
            }
            _ => {}
        }
        before = Some((at, found));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ties of a difference with 0, as the fixed cost moves from a value in use.
    fn of(difference: impl Fn(f64) -> Option<f64>, in_use: f64, searched: (f64, f64)) -> Ties {
        let mut values = Values::from_fn(|_| 0.0);
        values[Assumption::CostFixed] = in_use;
        let near = (searched.0, searched.1.min(1000.0));
        let mut places = evenly(near);
        if searched.1 > near.1 {
            places.extend(widening((near.1, searched.1)));
        }
        ties(&values, Assumption::CostFixed, &places, &|v| difference(v[Assumption::CostFixed]), &|_| Some(0.0))
    }

    /// Ties of two outputs, as the fixed cost moves from 0 to 1,000.
    fn of_both(first: impl Fn(f64) -> f64, second: impl Fn(f64) -> f64) -> Ties {
        let values = Values::from_fn(|_| 0.0);
        let at = |v: &Values| v[Assumption::CostFixed];
        let (first, second) = (|v: &Values| Some(first(at(v))), |v: &Values| Some(second(at(v))));
        ties(&values, Assumption::CostFixed, &evenly((0.0, 1000.0)), &first, &second)
    }

    #[track_caller]
    fn check(found: &Ties, expect: &[(f64, f64)], nearest: BreakEven) {
        assert_eq!(found.all.len(), expect.len(), "{found:?}");
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
        for (&(from, to), &(a, b)) in found.all.iter().zip(expect) {
            assert!(near(from, a) && near(to, b), "{found:?}");
        }
        match (found.nearest, nearest) {
            (BreakEven::At(value), BreakEven::At(expect)) => assert!(near(value, expect), "{found:?}"),
            (found, expect) => assert_eq!(found, expect),
        }
    }

    #[test]
    fn a_tie_far_from_the_value_in_use_is_found() {
        for root in [0.25, 999.0, 2_898_501.25, 999_999_990.0] {
            let found = of(|x| Some(x - root), 20.0, (0.0, 1e9));
            check(&found, &[(root, root)], BreakEven::At(root));
        }
    }

    #[test]
    fn two_ties_inside_a_step_are_both_found_and_the_nearer_one_is_named() {
        for (a, b) in [(500.001, 500.002), (41.0, 43.0), (0.001, 0.002), (123_456.0, 123_457.0)] {
            let found = of(|x| Some((x - a) * (x - b)), a - 0.0005, (0.0, 1e6));
            check(&found, &[(a, a), (b, b)], BreakEven::At(a));
            // From below as from above.
            let found = of(|x| Some((x - a) * (b - x)), a - 0.0005, (0.0, 1e6));
            check(&found, &[(a, a), (b, b)], BreakEven::At(a));
        }
    }

    #[test]
    fn a_tie_that_only_touches_is_found() {
        let found = of(|x| Some((x - 77.7).abs()), 0.0, (0.0, 1e5));
        assert!(matches!(found.nearest, BreakEven::At(value) if (value - 77.7).abs() < 1e-6), "{found:?}");
        check(&of(|x| Some((x - 77.7).abs() + 1.0), 0.0, (0.0, 1e5)), &[], BreakEven::FirstAlways);
    }

    #[test]
    fn a_stretch_without_a_difference_is_one_tie_nearest_at_its_near_end() {
        let flat = |x: f64| Some((x - 300.0).max(0.0) + (x - 200.0).min(0.0));
        let found = of(flat, 50.0, (0.0, 1000.0));
        assert_eq!(found.all.len(), 1, "{found:?}");
        assert!(matches!(found.nearest, BreakEven::At(value) if (value - 200.0).abs() < 1e-6), "{found:?}");
        // In use inside the stretch, they tie where they are.
        assert_eq!(of(flat, 250.0, (0.0, 1000.0)).nearest, BreakEven::At(250.0));
    }

    #[test]
    fn where_an_output_ceases_to_be_a_tie_is_neither_lost_nor_made_up() {
        // Just before the end of what is there.
        let found = of(|x| (x < 612.34).then_some(x - 612.33), 0.0, (0.0, 1000.0));
        check(&found, &[(612.33, 612.33)], BreakEven::At(612.33));
        // The sign changes where there is nothing: no tie.
        let gap = of(|x| (!(400.0..=600.0).contains(&x)).then_some(x - 500.0), 0.0, (0.0, 1000.0));
        check(&gap, &[], BreakEven::Jumps);
        check(&of(|_| None, 0.0, (0.0, 1.0)), &[], BreakEven::Undefined);
    }

    #[test]
    fn two_ties_between_the_first_two_places_are_found_though_both_places_are_as_far_from_one() {
        // Places are 15.625 apart.
        let found = of(|x| Some((x - 6.25) * (x - 9.375)), 0.0, (0.0, 1000.0));
        check(&found, &[(6.25, 6.25), (9.375, 9.375)], BreakEven::At(6.25));
    }

    #[test]
    fn two_ties_between_the_last_two_places_are_found_though_both_places_are_as_far_from_them() {
        let found = of(|x| Some((x - 990.625) * (x - 993.75)), 0.0, (0.0, 1000.0));
        check(&found, &[(990.625, 990.625), (993.75, 993.75)], BreakEven::At(990.625));
    }

    #[test]
    fn a_place_that_is_in_use_is_looked_at_once() {
        // Else the second place, looked at twice, would seem level with the first one, and what lies between them be passed over.
        let found = of(|x| Some((x - 6.25) * (x - 9.375)), 15.625, (0.0, 1000.0));
        check(&found, &[(6.25, 6.25), (9.375, 9.375)], BreakEven::At(9.375));
    }

    #[test]
    fn a_tie_that_only_touches_ends_where_it_begins() {
        check(&of(|x| Some((x - 77.7).abs()), 0.0, (0.0, 1000.0)), &[(77.7, 77.7)], BreakEven::At(77.7));
    }

    #[test]
    fn a_jump_is_a_tie_only_if_it_ends_at_one() {
        let to_a_tie = of(|x| Some(if x < 499.9 { -5.0 } else { x - 499.9 }), 0.0, (0.0, 1000.0));
        check(&to_a_tie, &[(499.9, 499.9)], BreakEven::At(499.9));
        let past_it = of_both(|x| if x < 499.9 { 1.0 } else { 3.0 }, |_| 2.0);
        check(&past_it, &[], BreakEven::Jumps);
    }

    #[test]
    fn large_outputs_are_the_same_though_they_differ_by_rounding() {
        assert_eq!(of_both(|_| 1e9 + 1e-4, |_| 1e9).nearest, BreakEven::Same);
        assert_eq!(of_both(|_| 1e9 + 1.0, |_| 1e9).nearest, BreakEven::FirstAlways);
    }
}
