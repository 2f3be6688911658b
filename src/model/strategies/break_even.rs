//! Where two strategies tie.

use super::{Assumption, Values};

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

/// Steps in which a range is searched; two ties inside one step are told apart where the outputs come nearer in it.
const STEPS: usize = 64;
/// Halvings of the bracket: to the last bit of any range met here.
const HALVINGS: usize = 60;
/// Parts of a step in which its lowest point is looked for, and how often.
const THIRDS: usize = 40;

/// Outputs closer than this part of the larger one, or of one, are the same.
const SAME: f64 = 1e-12;
/// Where the difference jumps past 0 it is no tie: on both sides of one it is smaller than this part of the outputs.
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

/// Finds the value of `assumption`, with all others as in `values`, at which two outputs tie: the tie nearest to the value
/// in use. `places` are where the search looks, rising (see [`evenly`] and [`widening`]). By bracketing and halving.
pub fn break_even(
    values: &Values,
    assumption: Assumption,
    places: &[f64],
    first: impl Fn(&Values) -> Option<f64>,
    second: impl Fn(&Values) -> Option<f64>,
) -> BreakEven {
    let outputs = |value: f64| {
        let mut moved = *values;
        moved[assumption] = value;
        Some((first(&moved)?, second(&moved)?))
    };
    let size = |(one, two): (f64, f64)| one.abs().max(two.abs()).max(1.0);
    let difference = |value: f64| {
        let (one, two) = outputs(value)?;
        let difference = one - two;
        // Sums that should be the same differ by rounding.
        Some(if difference.abs() <= SAME * size((one, two)) { 0.0 } else { difference })
    };
    let known: Vec<Option<(f64, f64)>> = places.iter().map(|&place| Some((place, difference(place)?))).collect();
    let defined = || known.iter().flatten();
    if defined().next().is_none() {
        return BreakEven::Undefined;
    }
    if defined().all(|&(_, d)| d == 0.0) {
        return BreakEven::Same;
    }
    // Where the outputs jump past each other they do not tie.
    let is_tie = |low: f64, high: f64| {
        let near = |value: f64| {
            let both = outputs(value)?;
            Some((both.0 - both.1).abs() <= JUMP * size(both))
        };
        near(low).unwrap_or(false) || near(high).unwrap_or(false)
    };
    let halve = |(mut low, at_low): (f64, f64), mut high: f64| {
        if at_low == 0.0 {
            return Some(low);
        }
        for _ in 0..HALVINGS {
            let middle = (low + high) / 2.0;
            match difference(middle) {
                Some(d) if (d > 0.0) == (at_low > 0.0) && d != 0.0 => low = middle,
                _ => high = middle,
            }
        }
        is_tie(low, high).then_some((low + high) / 2.0)
    };
    let mut ties = Vec::new();
    for pair in known.windows(2) {
        // Past an end of what is defined nothing is known.
        let (Some(low), Some(high)) = (pair[0], pair[1]) else { continue };
        if low.1 * high.1 <= 0.0 && low.1 != high.1 {
            ties.extend(halve(low, high.0));
        }
    }
    for three in known.windows(3) {
        let (Some(before), Some(lowest), Some(after)) = (three[0], three[1], three[2]) else { continue };
        let is_dip = before.1 * lowest.1 > 0.0
            && lowest.1 * after.1 > 0.0
            && lowest.1.abs() < before.1.abs()
            && lowest.1.abs() < after.1.abs();
        if is_dip && let Some(place) = crossing_in_dip(&difference, before, after.0) {
            ties.extend(halve(before, place));
        }
    }
    let in_use = values[assumption];
    let nearest = ties.into_iter().min_by(|a, b| (a - in_use).abs().total_cmp(&(b - in_use).abs()));
    match nearest {
        Some(value) => BreakEven::At(value),
        None if defined().any(|&(_, d)| d > 0.0) && defined().any(|&(_, d)| d < 0.0) => BreakEven::Jumps,
        None if defined().any(|&(_, d)| d > 0.0) => BreakEven::FirstAlways,
        None => BreakEven::SecondAlways,
    }
}

/// A place between two at which a difference that comes nearer to 0 in between has reached it or passed it.
fn crossing_in_dip(
    difference: &impl Fn(f64) -> Option<f64>,
    (mut low, at_low): (f64, f64),
    mut high: f64,
) -> Option<f64> {
    let sign = at_low.signum();
    for _ in 0..THIRDS {
        let third = (high - low) / 3.0;
        let [left, right] = [low + third, high - third];
        let [at_left, at_right] = [sign * difference(left)?, sign * difference(right)?];
        if at_left <= 0.0 {
            return Some(left);
        }
        if at_right <= 0.0 {
            return Some(right);
        }
        if at_left < at_right { high = right } else { low = left }
    }
    None
}
