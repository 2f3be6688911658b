//! Simulated intervals of many rows: against brute force in numpy (`support/gap_many.py`), and at a cost that does not grow
//! with the rows.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::time::Instant;

use serde_json::Value;
use who_gets_missed::model::gap::{DeprivationOrder, Level, Row, Rows, Simulation, SlopeModel, Spread, Transform};

const EXAMPLES: &str = include_str!("fixtures/gap_many.json");

/// The rows of the script, by the same rule.
fn rows(n: usize, scale: Transform, spread: f64, is_heavy: bool) -> (Rows, Vec<Option<Spread>>) {
    let f = |i: usize, k: usize| ((i * 7919 + k) % 101) as f64 / 101.0;
    let mut people: Vec<f64> = (0..n).map(|i| 500.0 + 2000.0 * f(i, 3)).collect();
    if is_heavy {
        people[n / 4] = 40.0 * people.iter().sum::<f64>() / n as f64;
    }
    let part = |i: usize| i as f64 / n as f64;
    let (value, size): (Box<dyn Fn(usize) -> f64>, f64) = match scale {
        Transform::Logit => (Box::new(move |i| 0.35 - 0.2 * part(i) + 0.1 * (f(i, 17) - 0.5)), 1.0),
        Transform::Plain => (Box::new(move |i| 150.0 - 90.0 * part(i) + 30.0 * (f(i, 17) - 0.5)), 20.0),
        Transform::Log => (Box::new(move |i| 150.0 - 90.0 * part(i) + 30.0 * (f(i, 17) - 0.5)), 1.0),
    };
    let row = |i: usize| Row { value: Some(value(i)), people: Some(people[i]), deprivation: Some(i as f64) };
    let all: Vec<Row> = (0..n).map(row).collect();
    let spreads = (0..n).map(|i| Some(Spread::StandardError(size * spread * (0.5 + f(i, 29))))).collect();
    (Rows::new(&all, DeprivationOrder::LowestFirst).unwrap(), spreads)
}

fn simulation(
    n: usize,
    scale: Transform,
    fit_on_scale: bool,
    spread: f64,
    is_heavy: bool,
    multiplier: f64,
) -> Simulation {
    let (rows, spreads) = rows(n, scale, spread, is_heavy);
    Simulation::new(&rows, &spreads, SlopeModel { scale, fit_on_scale, multiplier }, 7).unwrap()
}

#[test]
fn limits_of_many_rows_are_those_of_brute_force_within_the_error_of_a_simulation() {
    let all: Value = serde_json::from_str(EXAMPLES).unwrap();
    for case in all.as_array().unwrap() {
        let scale = match case["scale"].as_str().unwrap() {
            "log" => Transform::Log,
            "logit" => Transform::Logit,
            _ => Transform::Plain,
        };
        let number = |key: &str| case[key].as_f64().unwrap();
        let is = |key: &str| case[key].as_bool().unwrap();
        let n = number("n") as usize;
        let mut simulation =
            simulation(n, scale, is("fit_on_scale"), number("spread"), is("heavy"), number("multiplier"));
        simulation.draw(100_000);
        // A limit of 100,000 draws stands within five standard errors of its place: so many draws of brute force further in
        // or out.
        for (level, tails) in [(Level::P99_8, [0, 3]), (Level::P95, [1, 2])] {
            let found = simulation.intervals(level).unwrap();
            for (index, limits) in [("sii", found.sii), ("rii", found.rii.unwrap())] {
                for (found, tail) in [(limits.lower, tails[0]), (limits.upper, tails[1])] {
                    let [from, to] = [0, 1].map(|end| case[index][tail][end].as_f64().unwrap());
                    assert!(
                        (from..=to).contains(&found),
                        "{case}\n{index} {level:?}: {found}, not from {from} to {to}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_draw_costs_the_same_for_any_number_of_rows() {
    let numbers =
        |n: usize, fit_on_scale| simulation(n, Transform::Log, fit_on_scale, 0.2, false, 1.0).numbers_a_draw();
    // Few rows are drawn one by one, as before.
    assert_eq!([20, 24].map(|n| numbers(n, false)), [20, 24]);
    assert_eq!([25, 96, 98].map(|n| numbers(n, false)), [27, 98, 98]);
    assert_eq!([200, 5_000, 50_000].map(|n| numbers(n, false)), [98; 3]);
    assert_eq!([25, 98, 5_000, 50_000].map(|n| numbers(n, true)), [2; 4]);
}

#[test]
#[ignore = "tells times; run it with --profile fast"]
fn times_of_many_rows() {
    for n in [20, 98, 1_000, 5_000, 100_000, 1_000_000] {
        for (scale, fit_on_scale) in [(Transform::Log, false), (Transform::Logit, false), (Transform::Log, true)] {
            let (rows, spreads) = rows(n, scale, 0.2, false);
            let begin = Instant::now();
            let mut simulation =
                Simulation::new(&rows, &spreads, SlopeModel { scale, fit_on_scale, multiplier: 1.0 }, 7).unwrap();
            let made = begin.elapsed();
            simulation.draw(10_000);
            simulation.intervals(Level::P95).unwrap();
            let drawn = begin.elapsed() - made;
            println!("{n} rows, {scale:?}, on scale {fit_on_scale}: made in {made:?}, 10,000 draws in {drawn:?}");
        }
    }
}
