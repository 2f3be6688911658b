//! What holds for a risk factor whatever its distribution: fits have the shares they were made from, no shift changes
//! nothing, more never does less, and treating everybody is shifting everybody.
//!
//! Distributions and programmes are drawn at random from a fixed seed, so every run tests the same ones.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use who_gets_missed::model::population::{
    Distribution, Effect, Goal, Gradient, HighRisk, Prevalences, Programme, Shape, Shift, fifths, high_risk,
    missed_by_threshold, population_shift, smallest_shift,
};

const THRESHOLDS: [f64; 4] = [25.0, 30.0, 35.0, 40.0];

fn shape() -> impl Strategy<Value = Shape> {
    prop::sample::select(vec![Shape::Normal, Shape::Lognormal])
}

/// Any two shares in order, near 0, 1 and each other more often than by chance.
fn two_shares() -> impl Strategy<Value = [f64; 2]> {
    let share = || {
        let tiny = (1..300_i32).prop_map(|exponent| libm::pow(10.0, f64::from(-exponent)));
        prop_oneof![4 => 0.0..1.0, 1 => tiny, 1 => (1..16_i32).prop_map(|exponent| 1.0 - libm::pow(10.0, f64::from(-exponent)))]
    };
    let close = (share(), 0..1000_u64)
        .prop_map(|(a, steps): (f64, u64)| [a, f64::from_bits(a.to_bits().saturating_sub(steps))]);
    prop_oneof![4 => (share(), share()).prop_map(|(a, b)| [a.max(b), a.min(b)]), 1 => close]
        .prop_filter("strictly between nobody and everybody", |[a, b]| 0.0 < *b && b < a && *a < 1.0)
}

fn distribution() -> impl Strategy<Value = Distribution> {
    (shape(), 15.0..40.0, 1.0..12.0)
        .prop_map(|(shape, mean, sd)| Distribution::from_mean_and_sd(shape, mean, sd).unwrap())
}

fn effect() -> impl Strategy<Value = Effect> {
    prop_oneof![(0.0..15.0).prop_map(Effect::Units), (0.0..=1.0).prop_map(Effect::Share)]
}

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(2022), failure_persistence: None, ..Default::default() }
}

fn moved(found: &HighRisk) -> Vec<f64> {
    found.crossings.iter().map(|crossing| crossing.moved_below).collect()
}

proptest! {
    #![proptest_config(settings(512))]

    #[test]
    fn a_fit_has_exactly_the_shares_it_was_made_from(
        shape in shape(), shares in two_shares(), low in 0.01..200.0, width in 0.0001..200.0,
    ) {
        let thresholds = [low, low + width];
        let fit = Distribution::from_prevalences(shape, Prevalences { thresholds, shares }).unwrap();
        for (threshold, share) in thresholds.into_iter().zip(shares) {
            let found = fit.share_above(threshold);
            prop_assert!((found - share).abs() <= 1e-9, "{found} {share}");
        }
    }

    #[test]
    fn shifting_everyone_by_zero_changes_nothing(fit in distribution()) {
        for shift in [Shift::Units(0.0), Shift::Share(0.0)] {
            let found = population_shift(&fit, shift, &THRESHOLDS).unwrap();
            prop_assert!(found.after == fit && found.mean_change == 0.0);
            prop_assert!(found.crossings.iter().all(|crossing| crossing.moved_below == 0.0));
        }
        let nothing = [Programme { threshold: 30.0, uptake: 0.0, effect: Effect::Units(3.0) },
            Programme { threshold: 30.0, uptake: 1.0, effect: Effect::Units(0.0) }];
        for programme in nothing {
            let found = high_risk(&fit, programme, &THRESHOLDS).unwrap();
            prop_assert!(found.mean_change == 0.0 && moved(&found).iter().all(|&moved| moved == 0.0));
        }
    }

    #[test]
    fn a_larger_shift_moves_no_fewer_people(fit in distribution(), a in 0.0..10.0, b in 0.0..10.0, in_units in any::<bool>()) {
        let at = |size: f64| {
            let shift = if in_units { Shift::Units(size) } else { Shift::Share(size / 10.001) };
            population_shift(&fit, shift, &THRESHOLDS).unwrap()
        };
        let (less, more) = (at(f64::min(a, b)), at(f64::max(a, b)));
        prop_assert!(more.mean_change <= less.mean_change);
        for (less, more) in less.crossings.iter().zip(&more.crossings) {
            prop_assert!(more.moved_below >= less.moved_below && less.moved_below >= 0.0);
        }
    }

    #[test]
    fn a_stronger_programme_moves_no_fewer_people_and_never_more_than_it_treats(
        fit in distribution(), threshold in 20.0..40.0, effect in effect(), a in 0.0..=1.0, b in 0.0..=1.0,
    ) {
        let at = |uptake| high_risk(&fit, Programme { threshold, uptake, effect }, &THRESHOLDS).unwrap();
        let (less, more) = (at(f64::min(a, b)), at(f64::max(a, b)));
        prop_assert!(more.mean_change <= less.mean_change && less.mean_change <= 0.0);
        for (less, crossing) in less.crossings.iter().zip(&more.crossings) {
            prop_assert!(crossing.moved_below >= less.moved_below && crossing.after >= -1e-15);
            prop_assert!(crossing.moved_below <= more.treated + 1e-15);
            prop_assert!(more.share_of_treated(crossing).is_none_or(|share| (0.0..=1.0).contains(&share)));
        }
    }

    #[test]
    fn treating_everybody_in_full_is_shifting_everybody(fit in distribution(), units in 0.0..8.0, share in 0.0..0.5) {
        // Nobody is below a threshold this low.
        let all = |effect| Programme { threshold: 1e-9, uptake: 1.0, effect };
        prop_assume!(fit.share_above(1e-9) > 1.0 - 1e-12);
        for (effect, shift) in [(Effect::Units(units), Shift::Units(units)), (Effect::Share(share), Shift::Share(share))] {
            let treated = high_risk(&fit, all(effect), &THRESHOLDS).unwrap();
            let shifted = population_shift(&fit, shift, &THRESHOLDS).unwrap();
            prop_assert!((treated.mean_change - shifted.mean_change).abs() < 1e-9);
            for (a, b) in treated.crossings.iter().zip(&shifted.crossings) {
                prop_assert!((a.moved_below - b.moved_below).abs() < 1e-9, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn the_smallest_shift_meets_its_goal_and_none_smaller_does(
        fit in distribution(), threshold in 20.0..40.0, share in 0.0001..0.5,
    ) {
        let goal = Goal::MovedBelow { threshold, share };
        let moved = |size: f64| {
            population_shift(&fit, Shift::Units(size), &[threshold]).unwrap().crossings[0].moved_below
        };
        match smallest_shift(&fit, Shift::Units, goal, 20.0).unwrap() {
            Some(size) => {
                prop_assert!((moved(size) - share).abs() <= 1e-9 && moved(size * (1.0 - 1e-6)) < share);
            }
            None => prop_assert!(moved(20.0) < share),
        }
    }

    #[test]
    fn fifths_on_a_gradient_of_the_mean_keep_the_mean_of_everybody(
        fit in distribution(), people in prop::array::uniform5(0..9000_u32), difference in -6.0..6.0,
    ) {
        prop_assume!(people.iter().any(|&n| n > 0));
        let found = fifths(&fit, people.map(f64::from), Gradient::Mean(difference)).unwrap();
        let mean: f64 = found.iter().map(|fifth| fifth.people_share * fifth.distribution.mean().unwrap()).sum();
        prop_assert!((mean - fit.mean().unwrap()).abs() < 1e-9);
        let lived_in: Vec<_> = found.iter().filter(|fifth| fifth.people_share > 0.0).collect();
        if lived_in.len() > 1 {
            let mean = |at: usize| lived_in[at].distribution.mean().unwrap();
            prop_assert!((mean(0) - mean(lived_in.len() - 1) - difference).abs() < 1e-9);
        }
        let missed = missed_by_threshold(&found, 25.0, 30.0).unwrap();
        prop_assert!((0.0..=1.0).contains(&missed.missed));
    }
}
