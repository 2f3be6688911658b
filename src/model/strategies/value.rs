//! Value for money: what more an offer does than what it is held against, and for how much more; which offers no other one
//! beats; and what it would be worth to know for sure.
//!
//! Source of terms and rules: M. F. Drummond and others, *Methods for the Economic Evaluation of Health Care Programmes*
//! (incremental ratios, dominance and extended dominance); E. Fenwick, K. Claxton and M. Sculpher, *Health Economics* 2001
//! (acceptability curves); M. Strong, J. E. Oakley and A. Brennan, *Medical Decision Making* 2014 (the value of knowing some of
//! what is assumed, from draws, by regression).

use serde::Serialize;

/// Sums differ from what they should be by less than this part.
const ROUNDING: f64 = 1e-12;

/// What an option costs and does.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct CostAndEffect {
    /// Pounds.
    pub cost: f64,
    /// What it does, in any unit; more is better.
    pub effect: f64,
}

impl CostAndEffect {
    /// How much more than another one, in both.
    #[must_use]
    pub fn beyond(self, other: Self) -> Self {
        // What is left of two equal sums that were added up in another order is nothing.
        let less = |one: f64, other: f64| {
            let difference = one - other;
            if difference.abs() <= ROUNDING * one.abs().max(other.abs()) { 0.0 } else { difference }
        };
        Self { cost: less(self.cost, other.cost), effect: less(self.effect, other.effect) }
    }

    /// Its worth in pounds, where one unit of effect is worth so many.
    pub fn net_benefit(self, worth: f64) -> f64 {
        self.effect * worth - self.cost
    }
}

/// How an option stands against another one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "kind", content = "ratio", rename_all = "kebab-case")]
pub enum Against {
    /// It does as much for as much.
    Same,
    /// It does as much or more, for as much or less, and differs.
    Dominates,
    /// It does as much or less, for as much or more, and differs.
    IsDominated,
    /// It does more for more: pounds for each unit more.
    MoreForMore(f64),
    /// It does less for less: pounds saved for each unit less.
    LessForLess(f64),
}

/// How an option stands by what it costs and does beyond another one.
pub fn against(beyond: CostAndEffect) -> Against {
    let CostAndEffect { cost, effect } = beyond;
    match (cost, effect) {
        (0.0, 0.0) => Against::Same,
        _ if cost <= 0.0 && effect >= 0.0 => Against::Dominates,
        _ if cost >= 0.0 && effect <= 0.0 => Against::IsDominated,
        _ if effect > 0.0 => Against::MoreForMore(cost / effect),
        _ => Against::LessForLess(cost / effect),
    }
}

/// Where an option stands among all.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Standing {
    /// It does the least of those that no other one beats: the one to begin from.
    Least,
    /// It is worth having where a unit of effect is worth this much or more: pounds for each unit beyond the one before it.
    Next {
        /// The option before it, by its position.
        after: usize,
        /// Pounds for each unit more.
        ratio: f64,
    },
    /// It does and costs what an earlier option does.
    SameAs {
        /// That option, by its position.
        option: usize,
    },
    /// Another option does as much or more for as much or less.
    Dominated {
        /// That option, by its position.
        by: usize,
    },
    /// A mix of two others does more for as much.
    DominatedByMix {
        /// The one that does less, by its position.
        less: usize,
        /// The one that does more.
        more: usize,
    },
}

/// Where each option stands among all. Of several that do the same for the same, the first counts.
pub fn standings(options: &[CostAndEffect]) -> Vec<Standing> {
    let is_same = |one: usize, other: usize| against(options[one].beyond(options[other])) == Against::Same;
    let first: Vec<Option<usize>> = (0..options.len()).map(|at| (0..at).find(|&other| is_same(other, at))).collect();
    let beats = |one: usize, other: usize| {
        first[one].is_none() && against(options[one].beyond(options[other])) == Against::Dominates
    };
    let dominated: Vec<Option<usize>> = (0..options.len())
        .map(|at| {
            // The best of those that beat it, which nothing beats itself.
            (0..options.len())
                .filter(|&other| beats(other, at) && (0..options.len()).all(|third| !beats(third, other)))
                .max_by(|&one, &other| options[one].effect.total_cmp(&options[other].effect))
        })
        .collect();
    let is_left = |&at: &usize| dominated[at].is_none() && first[at].is_none();
    let mut left: Vec<usize> = (0..options.len()).filter(is_left).collect();
    left.sort_by(|&one, &other| options[one].effect.total_cmp(&options[other].effect));
    let ratio = |from: usize, to: usize| {
        let CostAndEffect { cost, effect } = options[to].beyond(options[from]);
        cost / effect
    };
    // The lower hull, as of points: ratios rise along it.
    let mut hull: Vec<usize> = Vec::with_capacity(left.len());
    for at in left {
        while let [.., before, last] = hull[..] {
            if ratio(before, last) <= ratio(last, at) {
                break;
            }
            hull.pop();
        }
        hull.push(at);
    }
    (0..options.len())
        .map(|at| match (dominated[at], hull.iter().position(|&other| other == at)) {
            _ if first[at].is_some() => Standing::SameAs { option: first[at].unwrap_or_default() },
            (Some(by), _) => Standing::Dominated { by },
            (None, Some(0)) => Standing::Least,
            (None, Some(place)) => Standing::Next { after: hull[place - 1], ratio: ratio(hull[place - 1], at) },
            (None, None) => {
                let more = hull.partition_point(|&other| options[other].effect < options[at].effect);
                Standing::DominatedByMix { less: hull[more - 1], more: hull[more] }
            }
        })
        .collect()
}

/// Draws of all options: for each option what it costs and does in each draw, all of one length.
pub type OptionDraws = [Vec<CostAndEffect>];

fn best_of(options: &OptionDraws, draw: usize, worth: f64) -> (usize, f64) {
    let mut best = (0, f64::NEG_INFINITY);
    for (at, draws) in options.iter().enumerate() {
        let net = draws[draw].net_benefit(worth);
        if net > best.1 {
            best = (at, net);
        }
    }
    best
}

fn draws_of(options: &OptionDraws) -> usize {
    options.iter().map(Vec::len).min().unwrap_or(0)
}

/// The share of draws (0 to 1) in which each option is worth most, where a unit of effect is worth so many pounds: a point of
/// each acceptability curve. The first of equal ones counts. All 0 without draws.
pub fn acceptability(options: &OptionDraws, worth: f64) -> Vec<f64> {
    let draws = draws_of(options);
    let mut times = vec![0.0_f64; options.len()];
    for draw in 0..draws {
        times[best_of(options, draw, worth).0] += 1.0;
    }
    times.into_iter().map(|times| if draws > 0 { times / draws as f64 } else { 0.0 }).collect()
}

/// The mean net benefit of each option.
fn mean_net_benefits(options: &OptionDraws, worth: f64) -> Vec<f64> {
    let mean =
        |draws: &Vec<CostAndEffect>| draws.iter().map(|draw| draw.net_benefit(worth)).sum::<f64>() / draws.len() as f64;
    options.iter().map(mean).collect()
}

fn largest(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::NEG_INFINITY, f64::max)
}

/// What it is worth on average, in pounds, to know all that is assumed before choosing: the mean of the best net benefit of each
/// draw less the best mean one. Never negative; `None` without draws.
pub fn perfect_information(options: &OptionDraws, worth: f64) -> Option<f64> {
    let draws = draws_of(options);
    if draws == 0 || options.is_empty() {
        return None;
    }
    let of_each = (0..draws).map(|draw| best_of(options, draw, worth).1).sum::<f64>() / draws as f64;
    Some((of_each - largest(mean_net_benefits(options, worth).into_iter())).max(0.0))
}

/// Powers of an assumption, up to this one, that net benefit is regressed on. Net benefit is a straight line in each assumption
/// but where an uptake is held at its end or a budget runs out, so a cubic is enough.
const DEGREE: usize = 3;

/// What it is worth on average, in pounds, to know one assumption, of which the draws are given, before choosing: the mean of the
/// best expected net benefit given the assumption, less the best mean one. What is expected given the assumption is a cubic in it,
/// by least squares. Never negative; `None` without draws.
pub fn partial_information(options: &OptionDraws, assumption: &[f64], worth: f64) -> Option<f64> {
    let draws = draws_of(options).min(assumption.len());
    if draws == 0 || options.is_empty() {
        return None;
    }
    let assumption = &assumption[..draws];
    let basis = orthonormal_powers(assumption);
    let coefficients: Vec<Vec<f64>> = options
        .iter()
        .map(|of| {
            let net = || of.iter().map(|draw| draw.net_benefit(worth));
            basis.iter().map(|power| power.iter().zip(net()).map(|(power, net)| power * net).sum()).collect()
        })
        .collect();
    let expected = |draw: usize, option: usize| -> f64 {
        coefficients[option].iter().zip(&basis).map(|(coefficient, power)| coefficient * power[draw]).sum()
    };
    let of_each = (0..draws).map(|draw| largest((0..options.len()).map(|option| expected(draw, option)))).sum::<f64>();
    let mean = |option: usize| (0..draws).map(|draw| expected(draw, option)).sum::<f64>() / draws as f64;
    Some((of_each / draws as f64 - largest((0..options.len()).map(mean))).max(0.0))
}

/// Powers 0 to [`DEGREE`] of values, made orthogonal to each other and of length 1 (Gram and Schmidt, twice for its digits). A
/// power that the others hold already, as of values that do not differ, is left out.
fn orthonormal_powers(values: &[f64]) -> Vec<Vec<f64>> {
    let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), &of| (low.min(of), high.max(of)));
    let (middle, half) = ((low + high) / 2.0, (high - low) / 2.0);
    let scaled: Vec<f64> = values.iter().map(|of| if half > 0.0 { (of - middle) / half } else { 0.0 }).collect();
    let mut basis: Vec<Vec<f64>> = Vec::with_capacity(DEGREE + 1);
    let mut power = vec![1.0; values.len()];
    for _ in 0..=DEGREE {
        let mut next = power.clone();
        for _ in 0..2 {
            for of in &basis {
                let along: f64 = of.iter().zip(&next).map(|(one, other)| one * other).sum();
                next.iter_mut().zip(of).for_each(|(value, of)| *value -= along * of);
            }
        }
        let length = next.iter().map(|value| value * value).sum::<f64>().sqrt();
        if length > 1e-9 * (values.len() as f64).sqrt() {
            next.iter_mut().for_each(|value| *value /= length);
            basis.push(next);
        }
        power.iter_mut().zip(&scaled).for_each(|(power, value)| *power *= value);
    }
    basis
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_four_whatever_the_width_of_the_values() {
        for (from, width) in [(-1.0, 2.0), (0.0, 4.0), (0.0, 0.3), (10.0, 2.0), (-1.0, 1.0), (0.0, 1e-6), (0.0, 1e9)] {
            let values: Vec<f64> = (0..=100).map(|step| from + width * f64::from(step) / 100.0).collect();
            let basis = orthonormal_powers(&values);
            assert_eq!(basis.len(), DEGREE + 1, "{from} {width}");
            for (at, one) in basis.iter().enumerate() {
                for (to, other) in basis.iter().enumerate() {
                    let product: f64 = one.iter().zip(other).map(|(one, other)| one * other).sum();
                    assert!((product - f64::from(u8::from(at == to))).abs() < 1e-12, "{at} {to}: {product}");
                }
            }
        }
        assert_eq!(orthonormal_powers(&[3.0; 10]).len(), 1);
    }

    #[test]
    fn a_cubic_of_values_far_from_0_is_held_by_their_powers() {
        let values: Vec<f64> = (0..=100).map(|step| 1e6 + f64::from(step) / 100.0).collect();
        let basis = orthonormal_powers(&values);
        let cubic: Vec<f64> = values.iter().map(|of| of - 1_000_000.5).map(|of| of * of * of - 0.1 * of).collect();
        let along = |power: &Vec<f64>| -> f64 { power.iter().zip(&cubic).map(|(power, of)| power * of).sum() };
        for (at, of) in cubic.iter().enumerate() {
            let held: f64 = basis.iter().map(|power| along(power) * power[at]).sum();
            assert!((held - of).abs() < 1e-9, "{at}: {held} {of}");
        }
    }

    #[test]
    fn four_values_have_four_powers_though_two_lie_close() {
        assert_eq!(orthonormal_powers(&[0.0, 1.0, 2.0 - 2e-8, 2.0]).len(), 4);
    }

    #[test]
    fn values_apart_by_rounding_alone_have_no_power_more() {
        let beside_1 = (0..5_000).map(|at| 1.0 + 1e-12 * f64::from(at % 3));
        let values: Vec<f64> = beside_1.chain([0.0; 5_000]).collect();
        assert_eq!(orthonormal_powers(&values).len(), 2);
    }

    #[test]
    fn what_rounding_leaves_of_two_large_sums_is_nothing() {
        let of = |cost| CostAndEffect { cost, effect: 3.0 };
        assert_eq!(against(of(1e9 + 1e-4).beyond(of(1e9))), Against::Same);
        assert_eq!(against(of(1e9 + 1.0).beyond(of(1e9))), Against::IsDominated);
    }

    #[test]
    fn of_options_worth_the_same_the_first_is_the_best_and_of_no_draws_nothing_is_known() {
        let draws = vec![CostAndEffect { cost: 10.0, effect: 1.0 }; 4];
        assert_eq!(acceptability(&[draws.clone(), draws], 20.0), [1.0, 0.0]);
        assert_eq!(perfect_information(&[vec![], vec![]], 20.0), None);
        assert_eq!(partial_information(&[vec![], vec![]], &[], 20.0), None);
    }
}
