//! Treating those past a threshold and shifting everybody do what SciPy says they do. The answers are in
//! `fixtures/population.json`; `support/population.py` made them, by a general solver and by integrating over single
//! values, and shares no code with the model.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::LazyLock;

use serde_json::Value;
use who_gets_missed::model::population::{
    ApproachError, BMI_1993, BMI_2019, Distribution, Effect, FifthsError, FitError, Goal, Gradient, HighRisk,
    Prevalences, Programme, Shape, Shift, fifths, high_risk, missed_by_threshold, population_shift, smallest_shift,
};

static EXAMPLES: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("fixtures/population.json")).unwrap());

const THRESHOLDS: [f64; 4] = [25.0, 30.0, 35.0, 40.0];

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn pair(value: &Value) -> [f64; 2] {
    [number(&value[0]), number(&value[1])]
}

/// Holds a number against the answer to one part in 10^9, shares to 10^-10.
#[track_caller]
fn check(what: &str, found: f64, expect: &Value) {
    let expect = number(expect);
    let off = (found - expect).abs();
    assert!(off <= 1e-9 * expect.abs() || off <= 1e-10, "{what}: {found}, worked out as {expect}");
}

fn examples() -> Vec<(Distribution, &'static Value)> {
    let fit = |case: &'static Value| {
        let shape = if case["shape"] == "normal" { Shape::Normal } else { Shape::Lognormal };
        let prevalences = Prevalences { thresholds: pair(&case["thresholds"]), shares: pair(&case["shares"]) };
        (Distribution::from_prevalences(shape, prevalences).unwrap(), case)
    };
    list(&EXAMPLES).iter().map(fit).collect()
}

fn programme(value: &[Value]) -> Programme {
    let size = number(&value[3]);
    let effect = if value[2] == "units" { Effect::Units(size) } else { Effect::Share(size) };
    Programme { threshold: number(&value[0]), uptake: number(&value[1]), effect }
}

fn rows_of<'a>(case: &'a Value, name: &str) -> &'a [Value] {
    case.get(name).map_or(&[], |rows| list(rows))
}

#[test]
fn fits_have_the_mean_the_spread_and_the_density_that_a_general_solver_finds() {
    for (fit, expect) in examples() {
        check("mean", fit.mean().unwrap(), &expect["mean"]);
        check("sd", fit.sd().unwrap(), &expect["sd"]);
        let again = Distribution::from_mean_and_sd(fit.shape(), fit.mean().unwrap(), fit.sd().unwrap()).unwrap();
        for row in list(&expect["density"]) {
            let value = number(&row[0]);
            check("density", fit.density(value), &row[1]);
            check("share", fit.share_above(value), &row[2]);
            check("share from mean and SD", again.share_above(value), &row[2]);
            check("value", fit.value_with_share_above(number(&row[2])).unwrap(), &row[0]);
        }
    }
}

#[test]
fn treating_those_past_a_threshold_does_what_integrating_over_them_says() {
    for (fit, expect) in examples() {
        for row in rows_of(expect, "high_risk") {
            let programme = programme(list(&row["programme"]));
            let found = high_risk(&fit, programme, &THRESHOLDS).unwrap();
            check("eligible", found.eligible, &row["eligible"]);
            check("change of the mean", found.mean_change, &row["change"]);
            for (crossing, row) in found.crossings.iter().zip(list(&row["crossings"])) {
                assert_eq!(crossing.threshold, number(&row[0]));
                check("before", crossing.before, &row[1]);
                check("moved", crossing.moved_below, &row[2]);
                assert!((crossing.after - (crossing.before - crossing.moved_below)).abs() < 1e-15);
            }
        }
    }
}

#[test]
fn shifting_everybody_does_what_moving_the_threshold_says() {
    for (fit, expect) in examples() {
        for row in rows_of(expect, "shifts") {
            let size = number(&row["shift"][1]);
            let shift = if row["shift"][0] == "units" { Shift::Units(size) } else { Shift::Share(size) };
            let found = population_shift(&fit, shift, &THRESHOLDS).unwrap();
            check("change", found.mean_change, &row["change"]);
            check("sd", found.after.sd().unwrap(), &row["sd"]);
            assert!((found.after.mean().unwrap() - fit.mean().unwrap() - found.mean_change).abs() < 1e-12);
            for (crossing, expect) in found.crossings.iter().zip(list(&row["after"])) {
                check("after", crossing.after, expect);
                assert_eq!(crossing.after, found.after.share_above(crossing.threshold));
            }
        }
    }
}

#[test]
fn the_shift_that_equals_a_programme_is_the_one_that_a_root_finder_finds() {
    for (fit, expect) in examples() {
        for row in rows_of(expect, "equal") {
            let found = high_risk(&fit, programme(list(row)), &THRESHOLDS).unwrap();
            let moved = Goal::MovedBelow { threshold: 30.0, share: found.crossings[1].moved_below };
            let shift = |kind, goal, most| smallest_shift(&fit, kind, goal, most).unwrap().unwrap();
            check("by the mean", shift(Shift::Units, Goal::MeanFall(-found.mean_change), 20.0), &row[4]);
            check("by those moved, in units", shift(Shift::Units, moved, 20.0), &row[6]);
            check("by those moved, in per cent", shift(Shift::Share, moved, 0.9), &row[7]);
            let share = shift(Shift::Share, Goal::MeanFall(-found.mean_change), 0.9);
            check("by the mean, in per cent", share * fit.mean().unwrap(), &row[4]);
        }
    }
}

#[test]
fn no_shift_in_range_is_an_answer() {
    let fit = Distribution::from_prevalences(Shape::Normal, BMI_2019).unwrap();
    let shift = |goal, most| smallest_shift(&fit, Shift::Units, goal, most).unwrap();
    assert_eq!(shift(Goal::MeanFall(2.0), 1.9), None);
    assert_eq!(shift(Goal::MovedBelow { threshold: 30.0, share: 0.3 }, 100.0), None, "only 28 in 100 are past 30");
    assert_eq!(shift(Goal::MeanFall(0.0), 5.0), Some(0.0));
    assert_eq!(smallest_shift(&fit, Shift::Units, Goal::MeanFall(f64::NAN), 5.0), Err(ApproachError::NotANumber));
    assert_eq!(smallest_shift(&fit, Shift::Share, Goal::MeanFall(1.0), 1.0), Err(ApproachError::Shift));
}

#[test]
fn who_is_missed_by_a_threshold_in_the_most_deprived_fifth_is_as_worked_out() {
    for (fit, expect) in examples() {
        for row in rows_of(expect, "missed") {
            let people: Vec<f64> = list(&row[0]).iter().map(number).collect();
            let difference = number(&row[1]);
            let gradient = match row[2].as_str().unwrap() {
                "mean" => Gradient::Mean(difference),
                _ => Gradient::Prevalence { threshold: 25.0, difference },
            };
            let found = fifths(&fit, people.try_into().unwrap(), gradient).unwrap();
            for (fifth, expect) in found.iter().zip(list(&row[3])) {
                check("past 25", fifth.distribution.share_above(25.0), &expect[0]);
                check("past 30", fifth.distribution.share_above(30.0), &expect[1]);
            }
            let missed = missed_by_threshold(&found, 25.0, 30.0).unwrap();
            check("at risk", missed.at_risk, &row[4]);
            check("missed", missed.missed, &row[5]);
        }
    }
}

#[test]
fn obese_and_in_the_most_deprived_fifth_misses_nine_in_ten_adults_with_excess_weight() {
    let fit = Distribution::from_prevalences(Shape::Normal, BMI_2019).unwrap();
    let even = fifths(&fit, [1.0; 5], Gradient::None).unwrap();
    let missed = missed_by_threshold(&even, 25.0, 30.0).unwrap();
    // 1 - 0.2 x 0.280 / 0.642
    assert!((missed.missed - (1.0 - 0.2 * 0.28 / 0.642)).abs() < 1e-12);
    let steep = fifths(&fit, [1.0; 5], Gradient::Prevalence { threshold: 30.0, difference: 0.14 }).unwrap();
    let prevalence = |fifth: usize| steep[fifth].distribution.share_above(30.0);
    assert!((prevalence(0) - prevalence(4) - 0.14).abs() < 1e-12);
    let with_gradient = missed_by_threshold(&steep, 25.0, 30.0).unwrap();
    assert!((0.85..missed.missed).contains(&with_gradient.missed), "{with_gradient:?}");
}

#[test]
fn more_adults_are_past_each_threshold_than_in_1993() {
    for shape in [Shape::Normal, Shape::Lognormal] {
        let [then, now] = [BMI_1993, BMI_2019].map(|of| Distribution::from_prevalences(shape, of).unwrap());
        assert!(THRESHOLDS.iter().all(|&t| now.share_above(t) > then.share_above(t)));
        assert!(now.mean().unwrap() > then.mean().unwrap() + 1.0);
    }
}

#[test]
fn the_density_after_treatment_still_holds_everybody_and_gives_the_shares_after() {
    for (fit, expect) in examples() {
        for row in rows_of(expect, "high_risk") {
            let programme = programme(list(&row["programme"]));
            let found = high_risk(&fit, programme, &THRESHOLDS).unwrap();
            let step = 0.005;
            // Midpoints, so that the steps of the density fall between them.
            let past = |from: f64| {
                (0..20_000)
                    .map(|at| from + (f64::from(at) + 0.5) * step)
                    .map(|x| density_after(&programme, &fit, x) * step)
                    .sum::<f64>()
            };
            assert!((past(0.0) - 1.0).abs() < 1e-3, "{}", past(0.0));
            for crossing in found.crossings {
                assert!((past(crossing.threshold) - crossing.after).abs() < 1e-3, "{crossing:?}");
            }
        }
    }
}

/// The density of everybody once some are treated.
fn density_after(programme: &Programme, fit: &Distribution, value: f64) -> f64 {
    fit.density(value) - programme.treated_before(fit, value) + programme.treated_after(fit, value)
}

fn moved(found: &HighRisk) -> Vec<f64> {
    found.crossings.iter().map(|crossing| crossing.moved_below).collect()
}

#[test]
fn who_loses_all_of_a_value_falls_below_every_threshold() {
    let fit = Distribution::from_prevalences(Shape::Lognormal, BMI_2019).unwrap();
    let programme = Programme { threshold: 30.0, uptake: 0.5, effect: Effect::Share(1.0) };
    let found = high_risk(&fit, programme, &[-1.0, 0.0, 25.0, 35.0]).unwrap();
    let past_35 = fit.share_above(35.0);
    for (moved, expect) in moved(&found).into_iter().zip([0.0, 0.14, 0.14, 0.5 * past_35]) {
        assert!((moved - expect).abs() < 1e-12, "{moved}, expected {expect}");
    }
    assert!(programme.treated_after(&fit, 0.0) == 0.0 && programme.treated_before(&fit, 31.0) > 0.0);
}

#[test]
fn what_cannot_be_fitted_is_told_apart() {
    let fit = |shape, thresholds, shares| {
        Distribution::from_prevalences(shape, Prevalences { thresholds, shares }).unwrap_err()
    };
    let shares = [0.6, 0.3];
    let order = FitError::ThresholdsOutOfOrder;
    assert_eq!(fit(Shape::Normal, [30.0, 25.0], shares), order);
    assert_eq!(fit(Shape::Normal, [30.0, 30.0], shares), order);
    assert_eq!(fit(Shape::Lognormal, [0.0, 30.0], shares), FitError::NotPositive);
    for bad in [f64::NAN, f64::INFINITY] {
        assert_eq!(fit(Shape::Normal, [bad, 30.0], shares), FitError::NotANumber);
        assert_eq!(fit(Shape::Normal, [25.0, 30.0], [bad, 0.3]), FitError::NotANumber);
        assert_eq!(Distribution::from_mean_and_sd(Shape::Normal, bad, 1.0), Err(FitError::NotANumber));
        assert_eq!(Distribution::from_mean_and_sd(Shape::Normal, 1.0, bad), Err(FitError::NotANumber));
    }
    for out in [[1.0, 0.3], [0.6, 0.0], [1.2, 0.3], [0.6, -0.1]] {
        assert_eq!(fit(Shape::Normal, [25.0, 30.0], out), FitError::ShareOutOfRange, "{out:?}");
    }
    for out in [[0.3, 0.3], [0.3, 0.6]] {
        assert_eq!(fit(Shape::Normal, [25.0, 30.0], out), FitError::SharesOutOfOrder, "{out:?}");
    }
    assert_eq!(Distribution::from_mean_and_sd(Shape::Normal, 27.0, 0.0), Err(FitError::NoSpread));
    assert_eq!(Distribution::from_mean_and_sd(Shape::Lognormal, -27.0, 5.0), Err(FitError::NotPositive));
}

#[test]
fn what_cannot_be_done_is_told_apart() {
    let fit = Distribution::from_prevalences(Shape::Lognormal, BMI_2019).unwrap();
    let good = Programme { threshold: 30.0, uptake: 0.5, effect: Effect::Units(2.0) };
    let treat = |programme| high_risk(&fit, programme, &THRESHOLDS).unwrap_err();
    assert_eq!(treat(Programme { uptake: 1.5, ..good }), ApproachError::Uptake);
    assert_eq!(treat(Programme { uptake: f64::NAN, ..good }), ApproachError::NotANumber);
    assert_eq!(treat(Programme { effect: Effect::Units(-1.0), ..good }), ApproachError::Effect);
    assert_eq!(treat(Programme { effect: Effect::Share(1.5), ..good }), ApproachError::Effect);
    let below = Programme { threshold: 0.0, effect: Effect::Share(0.1), ..good };
    assert_eq!(treat(below), ApproachError::Threshold);
    assert_eq!([below.treated_before(&fit, 20.0), below.treated_after(&fit, 20.0)], [0.0; 2]);
    assert_eq!(high_risk(&fit, good, &[f64::NAN]).unwrap_err(), ApproachError::NotANumber);
    let shift = |shift| population_shift(&fit, shift, &THRESHOLDS).unwrap_err();
    assert_eq!(shift(Shift::Share(1.0)), ApproachError::Shift);
    assert_eq!(shift(Shift::Units(f64::INFINITY)), ApproachError::NotANumber);

    // So wide that its mean is past the range of numbers; the shares are still there.
    let wide = Prevalences { thresholds: [25.0, 30.0], shares: [0.5, 0.499_99] };
    let wide = Distribution::from_prevalences(Shape::Lognormal, wide).unwrap();
    assert_eq!((wide.mean(), wide.sd()), (None, None));
    assert_eq!(population_shift(&wide, Shift::Share(0.1), &THRESHOLDS).unwrap_err(), ApproachError::NoMean);
    let in_share = Programme { effect: Effect::Share(0.1), ..good };
    assert_eq!(high_risk(&wide, in_share, &THRESHOLDS).unwrap_err(), ApproachError::NoMean);
    assert!(high_risk(&wide, good, &THRESHOLDS).is_ok());

    let spread = |people, gradient| fifths(&fit, people, gradient).unwrap_err();
    assert_eq!(spread([0.0; 5], Gradient::None), FifthsError::NoPeople);
    assert_eq!(spread([1.0, 1.0, -1.0, 1.0, 1.0], Gradient::None), FifthsError::NotANumber);
    assert_eq!(spread([1.0; 5], Gradient::Mean(f64::NAN)), FifthsError::NotANumber);
    let steep = Gradient::Prevalence { threshold: 30.0, difference: 0.8 };
    assert_eq!(spread([1.0; 5], steep), FifthsError::TooSteep);
    let even = fifths(&fit, [1.0; 5], Gradient::None).unwrap();
    assert_eq!(missed_by_threshold(&even, 30.0, 25.0), Err(FifthsError::NotANumber));
    assert_eq!(missed_by_threshold(&even, 1e9, 1e9), Err(FifthsError::NobodyAtRisk));
}
