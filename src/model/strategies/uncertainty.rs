//! How sure: draws over all assumptions at once, and one assumption at a time.

use serde::Serialize;

use super::{Assumption, Outcome, Pert, Range, Values};
use crate::model::random::SplitMix;

/// Draws by default.
pub const DRAWS: usize = 10_000;
/// The seed: the same draws on every machine.
pub const SEED: u64 = 2_022;

/// A 90% interval with the middle.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// 5% of draws lie below.
    pub low: f64,
    /// Half of draws lie below.
    pub middle: f64,
    /// 5% of draws lie above.
    pub high: f64,
}

/// An output of a strategy.
pub type Measure = fn(&Outcome) -> Option<f64>;

/// Draws values for all assumptions by stratified sampling, one assumption at a time so that a page can paint in
/// between: each assumption's distribution is cut into as many equal strata as there are draws, each stratum is used
/// once, and the strata are shuffled for each assumption by itself (McKay, Beckman and Conover, *Technometrics* 1979).
pub struct Sampler {
    draws: Vec<Values>,
    strata: Vec<u32>,
    random: SplitMix,
    done: usize,
}

impl Sampler {
    /// A sample of so many draws. The same seed gives the same draws on every machine.
    pub fn new(count: usize, seed: u64) -> Self {
        let draws = vec![Values::from_fn(|_| 0.0); count];
        Self { draws, strata: Vec::with_capacity(count), random: SplitMix(seed), done: 0 }
    }

    /// The assumption to take next, in the order of [`Assumption::ALL`]; `None` once all are taken.
    pub fn next_assumption(&self) -> Option<Assumption> {
        Assumption::ALL.get(self.done).copied()
    }

    /// Draws the next assumption from its range.
    pub fn take(&mut self, range: Range) {
        let Some(assumption) = self.next_assumption() else { return };
        self.done += 1;
        if assumption as usize >= Assumption::OF_OFFERS && !range.is_spread() {
            for draw in &mut self.draws {
                draw[assumption] = range.likely();
            }
            return;
        }
        let pert = Pert::new(range);
        let count = self.draws.len();
        self.strata.clear();
        self.strata.extend(0..count as u32);
        for last in (1..count).rev() {
            self.strata.swap(last, self.random.below(last as u64 + 1) as usize);
        }
        for (draw, &stratum) in self.draws.iter_mut().zip(&self.strata) {
            draw[assumption] = pert.quantile((f64::from(stratum) + 0.5) / count as f64);
        }
    }

    /// The draws, complete once all assumptions are taken.
    pub fn draws(&self) -> &[Values] {
        &self.draws
    }
}

/// Draws values for all assumptions at once: see [`Sampler`].
pub fn draws(range: impl Fn(Assumption) -> Range, count: usize, seed: u64) -> Vec<Values> {
    let mut sampler = Sampler::new(count, seed);
    while let Some(assumption) = sampler.next_assumption() {
        sampler.take(range(assumption));
    }
    sampler.draws
}

/// The 90% interval of values, by order statistics; `None` without any.
pub fn interval(mut values: Vec<f64>) -> Option<Interval> {
    let last = values.len().checked_sub(1)?;
    let first = values[0];
    if values.iter().all(|&value| value == first) {
        return Some(Interval { low: first, middle: first, high: first });
    }
    let at = |share: f64| (share * last as f64).round() as usize;
    // The middle first: then the two ends are looked for on their own sides of it.
    let (below, &mut middle, above) = values.select_nth_unstable_by(at(0.5), f64::total_cmp);
    let select = |side: &mut [f64], index: usize| {
        if index < side.len() { *side.select_nth_unstable_by(index, f64::total_cmp).1 } else { middle }
    };
    let low = select(below, at(0.05));
    let high = if at(0.95) > at(0.5) { select(above, at(0.95) - at(0.5) - 1) } else { middle };
    Some(Interval { low, middle, high })
}

/// What one assumption does by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TornadoBar {
    /// The assumption.
    pub assumption: Assumption,
    /// The output with the assumption at its low value, all others likely.
    pub at_low: f64,
    /// The same at its high value.
    pub at_high: f64,
}

impl TornadoBar {
    /// How far the two lie apart.
    pub fn width(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }
}

/// Moves one assumption at a time from low to high. Widest first; those that change nothing are left out.
pub fn tornado(range: impl Fn(Assumption) -> Range, output: impl Fn(&Values) -> Option<f64>) -> Vec<TornadoBar> {
    let likely = Values::from_fn(|assumption| range(assumption).likely());
    let mut bars: Vec<TornadoBar> = Vec::new();
    for assumption in Assumption::ALL {
        let at = |value: f64| {
            let mut values = likely;
            values[assumption] = value;
            output(&values)
        };
        if let (Some(at_low), Some(at_high)) = (at(range(assumption).low()), at(range(assumption).high())) {
            let bar = TornadoBar { assumption, at_low, at_high };
            if bar.width() > 0.0 {
                let place = bars.partition_point(|other| other.width() >= bar.width());
                bars.insert(place, bar);
            }
        }
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strata_come_in_any_order() {
        const TIMES: u64 = 600;
        let range = Range::new(Assumption::ALL[0], 0.0, 0.4, 1.0).unwrap();
        let mut orders = std::collections::BTreeMap::new();
        for seed in 0..TIMES {
            let drawn = draws(|_| range, 3, seed);
            let mut order = [0, 1, 2];
            order.sort_by(|&one, &other| drawn[one][Assumption::ALL[0]].total_cmp(&drawn[other][Assumption::ALL[0]]));
            *orders.entry(order).or_insert(0_u64) += 1;
        }
        assert_eq!(orders.len(), 6);
        // Each 100 times but for chance, of which 50 is more than five standard deviations.
        assert!(orders.values().all(|&times| (50..150).contains(&times)), "{orders:?}");
    }

    #[test]
    fn of_two_draws_the_interval_is_from_one_to_the_other_and_of_one_that_is_no_number_it_is_none() {
        let found = interval(vec![3.0, 1.0]).unwrap();
        assert_eq!((found.low, found.high), (1.0, 3.0));
        assert!(interval(vec![f64::NAN]).unwrap().middle.is_nan());
    }
}
