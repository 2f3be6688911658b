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
    /// One of them has no such output.
    Undefined,
}

/// Steps in which the range is searched for a change of sign; two ties inside one step are not told apart.
const STEPS: usize = 64;
/// Halvings of the bracket: to the last bit of any range met here.
const HALVINGS: usize = 60;

/// Outputs closer than this part of the larger one, or of one, are the same.
const SAME: f64 = 1e-12;

/// Finds the value of `assumption`, between `from` and `to` with all others as in `values`, at which two outputs tie:
/// the tie nearest to the value in use. By bracketing and halving.
pub fn break_even(
    values: &Values,
    assumption: Assumption,
    (from, to): (f64, f64),
    first: impl Fn(&Values) -> Option<f64>,
    second: impl Fn(&Values) -> Option<f64>,
) -> BreakEven {
    let difference = |value: f64| {
        let mut moved = *values;
        moved[assumption] = value;
        let (one, two) = (first(&moved)?, second(&moved)?);
        let difference = one - two;
        // Sums that should be the same differ by rounding.
        Some(if difference.abs() <= SAME * one.abs().max(two.abs()).max(1.0) { 0.0 } else { difference })
    };
    let at = |step: usize| from + (to - from) * step as f64 / STEPS as f64;
    let known: Vec<(f64, f64)> = (0..=STEPS).filter_map(|step| Some((at(step), difference(at(step))?))).collect();
    if known.is_empty() {
        return BreakEven::Undefined;
    }
    if known.iter().all(|&(_, d)| d == 0.0) {
        return BreakEven::Same;
    }
    let in_use = values[assumption];
    let ties = known.windows(2).filter(|pair| pair[0].1 * pair[1].1 <= 0.0 && pair[0].1 != pair[1].1).map(|pair| {
        let ((mut low, mut at_low), (mut high, _)) = (pair[0], pair[1]);
        if at_low == 0.0 {
            return low;
        }
        for _ in 0..HALVINGS {
            let middle = (low + high) / 2.0;
            match difference(middle) {
                Some(d) if (d > 0.0) == (at_low > 0.0) && d != 0.0 => (low, at_low) = (middle, d),
                _ => high = middle,
            }
        }
        (low + high) / 2.0
    });
    let nearest = ties.min_by(|a, b| (a - in_use).abs().total_cmp(&(b - in_use).abs()));
    match nearest {
        Some(value) => BreakEven::At(value),
        None if known.iter().any(|&(_, d)| d > 0.0) => BreakEven::FirstAlways,
        None => BreakEven::SecondAlways,
    }
}
