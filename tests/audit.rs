//! People served against people in need, held to an independent script (tests/support/audit.py), and what is held back.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
}

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use who_gets_missed::model::audit::{
    Cell, Estimate, Held, LimitsBy, Reach, Served, best_group, change, gradient, held_back, reach, rounded,
};
use who_gets_missed::model::gap::{Level, Limits};
use who_gets_missed::results::report::{Content, PlaceAnswer};
use who_gets_missed::scenario::Scenario;

fn fixture() -> Value {
    serde_json::from_str(include_str!("fixtures/audit.json")).unwrap()
}

#[track_caller]
fn same(own: f64, expect: &Value, of: &str) {
    let expect = expect.as_f64().unwrap_or_else(|| panic!("{of}: {own}, {expect}"));
    assert!((own - expect).abs() <= 1e-9 * expect.abs().max(1.0), "{of}: {own}, {expect}");
}

#[track_caller]
fn same_limits(own: Limits, lower: &Value, upper: &Value, of: &str) {
    same(own.lower, lower, of);
    same(own.upper, upper, of);
}

#[track_caller]
fn same_reach(own: Reach, expect: &Value, of: &str) {
    same(own.value, &expect[0], of);
    same_limits(own.limits, &expect[1], &expect[2], of);
}

#[track_caller]
fn same_estimate(own: Option<Estimate>, expect: &Value, of: &str) {
    match own {
        None => assert!(expect.is_null(), "{of}: none, {expect}"),
        Some(own) => {
            same(own.value, &expect["value"], of);
            match own.limits {
                None => assert!(expect["limits"].is_null(), "{of}: no limits, {expect}"),
                Some(limits) => same_limits(limits, &expect["limits"][0], &expect["limits"][1], of),
            }
        }
    }
}

fn groups_of(case: &Value) -> Vec<Served> {
    let numbers = |key: &str| case[key].as_array().unwrap().iter().map(|n| n.as_f64().unwrap()).collect::<Vec<_>>();
    numbers("served").into_iter().zip(numbers("in_need")).map(|(served, in_need)| Served { served, in_need }).collect()
}

#[test]
fn every_measure_is_that_of_an_independent_script() {
    let all = fixture();
    let cases = all["groups"].as_array().unwrap();
    assert!(cases.len() >= 40);
    for case in cases {
        let groups = groups_of(case);
        let (own, expect) = (gradient(&groups, Level::P95).unwrap(), &case["gradient"]);
        let of = format!("{case}");
        same_reach(own.most, &expect["most"], &of);
        same_reach(own.least, &expect["least"], &of);
        assert_eq!(own.limits_by == LimitsBy::Byar, expect["events"].as_bool().unwrap(), "{of}");
        for (own, key) in [
            (Some(own.gap), "gap"),
            (own.ratio, "ratio"),
            (own.slope, "slope"),
            (own.slope_ratio, "slope_ratio"),
            (own.concentration, "concentration"),
        ] {
            same_estimate(own, &expect[key], &format!("{key} of {of}"));
        }
        let best = best_group(&groups).unwrap();
        assert_eq!(best.group as u64, expect["best"]["group"].as_u64().unwrap(), "{of}");
        same(best.share, &expect["best"]["share"], &of);
        same(best.more, &expect["best"]["more"], &of);
    }
}

#[test]
fn a_group_by_itself_has_the_limits_of_the_script() {
    let all = fixture();
    for case in all["single"].as_array().unwrap() {
        let of = Served { served: case["served"].as_f64().unwrap(), in_need: case["in_need"].as_f64().unwrap() };
        let by = if case["events"].as_bool().unwrap() { LimitsBy::Byar } else { LimitsBy::Wilson };
        same_reach(reach(of, by, Level::P95).unwrap(), &case["p95"], &format!("{case}"));
        same_reach(reach(of, by, Level::P99_8).unwrap(), &case["p99_8"], &format!("{case}"));
    }
}

#[test]
fn a_change_over_time_is_that_of_the_script() {
    let all = fixture();
    for case in all["times"].as_array().unwrap() {
        let of = |pair: &Value| Served { served: pair[0].as_f64().unwrap(), in_need: pair[1].as_f64().unwrap() };
        let periods: Vec<(Served, Served)> =
            case["periods"].as_array().unwrap().iter().map(|pair| (of(&pair[0]), of(&pair[1]))).collect();
        let expect = &case["change"];
        match change(&periods, Level::P95) {
            None => assert!(expect.is_null(), "{case}"),
            Some(own) => {
                same_estimate(Some(own.difference), &expect["difference"], &format!("{case}"));
                same(own.statistic, &expect["statistic"], &format!("{case}"));
                same(own.p, &expect["p"], &format!("{case}"));
                assert_eq!(u64::from(own.freedom), expect["freedom"].as_u64().unwrap());
            }
        }
    }
    assert!(
        change(&[(Served { served: 1.0, in_need: 9.0 }, Served { served: 2.0, in_need: 9.0 })], Level::P95).is_none()
    );
}

#[test]
fn counts_that_cannot_be_are_refused() {
    let of = |served, in_need| Served { served, in_need };
    for groups in [vec![], vec![of(1.0, 2.0)], vec![of(1.0, 2.0), of(0.0, 0.0)], vec![of(-1.0, 2.0), of(1.0, 2.0)]] {
        assert!(gradient(&groups, Level::P95).is_err(), "{groups:?}");
    }
    assert!(best_group(&[of(3.0, 0.0)]).is_none());
    assert!(reach(of(3.0, 0.0), LimitsBy::Wilson, Level::P95).is_err());
}

/// Numbers that look random, the same each time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }
}

/// Groups of counts, each group's in the order in which they are held back.
fn in_order(cells: &[Vec<f64>]) -> Vec<Vec<Cell>> {
    let cell = |(at, &count): (usize, &f64)| Cell { count, order: at as f64 };
    cells.iter().map(|group| group.iter().enumerate().map(cell).collect()).collect()
}

/// What a table shows: each total and count that is not held back, from the top down.
fn seen(cells: &[Vec<f64>], held: &Held) -> Vec<Option<u32>> {
    let shown = |held: bool, count: f64| (!held).then_some(count as u32);
    let mut seen = vec![shown(held.total, cells.iter().flatten().sum())];
    for (at, group) in cells.iter().enumerate() {
        seen.push(shown(held.groups[at], group.iter().sum()));
        seen.extend(group.iter().zip(&held.cells[at]).map(|(&count, &held)| shown(held, count)));
    }
    seen
}

/// All groups of such sizes with so many people in all, or fewer.
fn worlds(sizes: &[usize], most: u32) -> Vec<Vec<Vec<f64>>> {
    let cells: usize = sizes.iter().sum();
    let mut flat = vec![(Vec::new(), most)];
    for _ in 0..cells {
        let longer = |(counts, left): (Vec<f64>, u32)| {
            (0..=left).map(move |count| ([counts.clone(), vec![f64::from(count)]].concat(), left - count))
        };
        flat = flat.into_iter().flat_map(longer).collect();
    }
    let split = |(counts, _): (Vec<f64>, u32)| {
        let mut counts = counts.into_iter();
        sizes.iter().map(|&size| counts.by_ref().take(size).collect()).collect()
    };
    flat.into_iter().map(split).collect()
}

/// The fewest numbers that anything held back can be, in the eyes of somebody who knows the rule to the letter and thinks of every
/// world that shows the same.
fn fewest_ways(sizes: &[usize], most: u32, rule: impl Fn(&[Vec<f64>]) -> Held) -> (usize, String) {
    let mut by_sight: HashMap<Vec<Option<u32>>, Vec<Vec<Option<u32>>>> = HashMap::new();
    for cells in worlds(sizes, most) {
        let held = rule(&cells);
        let nothing = Held {
            total: false,
            groups: vec![false; sizes.len()],
            cells: sizes.iter().map(|&n| vec![false; n]).collect(),
        };
        by_sight.entry(seen(&cells, &held)).or_default().push(seen(&cells, &nothing));
    }
    let ways = by_sight.iter().flat_map(|(sight, truths)| {
        let held = (0..sight.len()).filter(|&at| sight[at].is_none());
        held.map(move |at| {
            let ways: HashSet<Option<u32>> = truths.iter().map(|truth| truth[at]).collect();
            (ways.len(), format!("{sizes:?}: number {at} of {sight:?} is one of {ways:?}"))
        })
    });
    ways.min().unwrap()
}

#[test]
fn whoever_knows_the_rule_and_thinks_of_every_world_cannot_tell_a_count_that_is_held_back() {
    for (sizes, most, least) in [
        (&[3][..], 20, 3.0),
        (&[4], 20, 4.0),
        (&[2, 2], 20, 3.0),
        (&[3, 2], 14, 3.0),
        (&[1, 1, 1], 20, 4.0),
        (&[2, 1, 2], 14, 3.0),
        (&[2, 2], 26, 5.0),
        (&[1, 2, 1, 1], 14, 3.0),
    ] {
        let (ways, worst) = fewest_ways(sizes, most, |cells| held_back(&in_order(cells), least));
        assert!(ways >= least as usize, "{worst}");
    }
    // A weaker rule is found out: one more count beside a small one, whatever it is.
    let weaker = |cells: &[Vec<f64>]| {
        let small = |count: &f64| *count < 3.0;
        let mut held: Vec<bool> = cells[0].iter().map(small).collect();
        if held.iter().filter(|held| **held).count() == 1
            && let Some(at) = held.iter().position(|held| !held)
        {
            held[at] = true;
        }
        let total = cells[0].iter().sum::<f64>() < 3.0;
        Held { total, groups: vec![total], cells: vec![held] }
    };
    assert!(fewest_ways(&[3], 20, weaker).0 < 3);
}

#[test]
fn what_is_held_back_cannot_be_worked_out_from_sums() {
    let mut numbers = Numbers(5);
    for round in 0..20_000 {
        let groups = 1 + numbers.below(6) as usize;
        let most = [3, 8, 12, 40, 400][round % 5];
        let cells: Vec<Vec<f64>> =
            (0..groups).map(|_| (0..numbers.below(6)).map(|_| numbers.below(most) as f64).collect()).collect();
        for least in [5.0, 10.0] {
            let held = held_back(&in_order(&cells), least);
            for (at, group) in cells.iter().enumerate().filter(|(_, group)| !group.is_empty()) {
                let sum: f64 = group.iter().sum();
                let hidden: Vec<f64> =
                    group.iter().zip(&held.cells[at]).filter(|(_, held)| **held).map(|(n, _)| *n).collect();
                assert!(group.iter().zip(&held.cells[at]).all(|(count, held)| *count >= least || *held));
                assert!(sum >= least || held.groups[at]);
                // Below what is held back everything is; those behind a total that is told are enough to hide each other.
                assert!(!held.groups[at] || hidden.len() == group.len(), "{cells:?} {held:?}");
                let are_enough = hidden.len() > 1 && hidden.iter().sum::<f64>() >= least - 1.0;
                assert!(held.groups[at] || hidden.is_empty() || are_enough, "{cells:?} {held:?}");
            }
        }
        // Files of both kinds tell no more together than one.
        let (few, many) = (held_back(&in_order(&cells), 5.0), held_back(&in_order(&cells), 10.0));
        let within = |few: &[bool], many: &[bool]| few.iter().zip(many).all(|(few, many)| !*few || *many);
        assert!(within(&few.groups, &many.groups) && (!few.total || many.total), "{cells:?}");
        assert!(few.cells.iter().zip(&many.cells).all(|(few, many)| within(few, many)), "{cells:?} {few:?} {many:?}");
    }
}

#[test]
fn nothing_is_held_back_of_large_counts_and_all_of_small_ones() {
    let cells = in_order(&[vec![5.0, 70.0], vec![12.0]]);
    assert!(!held_back(&cells, 5.0).is_any());
    let all = held_back(&in_order(&[vec![1.0, 2.0], vec![1.0]]), 5.0);
    assert!(all.total && all.groups.iter().all(|held| *held) && all.cells.iter().flatten().all(|held| *held));
    assert_eq!([0.0, 2.0, 3.0, 7.0, 8.0, 12.4].map(rounded), [0.0, 0.0, 5.0, 5.0, 10.0, 10.0]);
}

/// How many of so many people each come with such a chance.
fn drawn(numbers: &mut Numbers, people: f64, chance: f64) -> f64 {
    (0..people.round() as u64).filter(|_| numbers.share() < chance).count() as f64
}

#[test]
fn a_service_of_known_gradient_over_real_need_gives_it_back_within_its_limits() {
    // People on low incomes by fifth of the place's own areas, from the built-in figures.
    let scenario = Scenario::from_query("v=2&cut=local").scenario;
    let report = support::built_in::report(&scenario).unwrap();
    let Content::OfPlace(of) = report.content() else { panic!("no place") };
    let PlaceAnswer::Target(missed) = &of.answer else { panic!("no target") };
    let in_need: Vec<f64> = missed.local.iter().map(|fifth| fifth.in_need.round()).collect();
    let chances = [0.12, 0.15, 0.18, 0.21, 0.24];
    let known: Vec<Served> = in_need.iter().zip(chances).map(|(&n, p)| Served { served: n * p, in_need: n }).collect();
    let truth = gradient(&known, Level::P95).unwrap();
    const SEEDS: u64 = 4000;
    let mut within = [0; 5];
    for seed in 0..SEEDS {
        let mut numbers = Numbers(1000 + seed);
        let mut draw =
            |&Served { in_need, .. }: &Served, p| Served { served: drawn(&mut numbers, in_need, p), in_need };
        let found: Vec<Served> = known.iter().zip(chances).map(|(of, p)| draw(of, p)).collect();
        let found = gradient(&found, Level::P95).unwrap();
        let pairs = [
            (Some(found.gap), Some(truth.gap)),
            (found.ratio, truth.ratio),
            (found.slope, truth.slope),
            (found.slope_ratio, truth.slope_ratio),
            (found.concentration, truth.concentration),
        ];
        for (within, (found, truth)) in within.iter_mut().zip(pairs) {
            let (limits, truth) = (found.unwrap().limits.unwrap(), truth.unwrap().value);
            *within += u64::from((limits.lower..=limits.upper).contains(&truth));
        }
    }
    println!("gap, ratio, slope, relative, concentration index within their limits: {within:?} of {SEEDS}");
    // 95% limits hold the truth 95 times in 100, but for a simulation's own error.
    assert!(within.iter().all(|&within| (3760..=3840).contains(&within)), "{within:?}");
}
