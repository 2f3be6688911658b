//! People served against people in need, held to an independent script (tests/support/audit.py), and what is held back.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
}

use serde_json::Value;
use who_gets_missed::model::audit::{
    Estimate, LimitsBy, Reach, Served, best_group, change, gradient, held_back, reach, rounded,
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

/// What is known of each count that is held back: from the sums that are told, each can be anything in a range of at least `least`
/// whole numbers; so it can of each total that is held back.
fn cannot_be_undone(cells: &[Vec<f64>], least: f64) {
    let held = held_back(cells, least);
    let sums: Vec<f64> = cells.iter().map(|group| group.iter().sum()).collect();
    let told = |at: usize| {
        let told = cells[at].iter().zip(&held.cells[at]).filter(|(_, held)| !**held);
        told.map(|(count, _)| count).sum::<f64>()
    };
    for (at, group) in cells.iter().enumerate() {
        let hidden: Vec<f64> = group.iter().zip(&held.cells[at]).filter(|(_, held)| **held).map(|(n, _)| *n).collect();
        assert!(group.iter().zip(&held.cells[at]).all(|(count, held)| *count >= least || *held));
        if !held.groups[at] && !group.is_empty() {
            assert!(sums[at] >= least, "{cells:?}");
            // Those behind a total that is told have its rest between them.
            assert!(hidden.is_empty() || hidden.len() > 1 && sums[at] - told(at) >= least, "{cells:?} {held:?}");
        }
    }
    let behind: Vec<usize> = (0..cells.len()).filter(|&at| held.groups[at]).collect();
    if !behind.is_empty() && !held.total {
        let total: f64 = sums.iter().sum();
        let rest = total - (0..cells.len()).filter(|at| !behind.contains(at)).map(|at| sums[at]).sum::<f64>();
        let rest = rest - behind.iter().map(|&at| told(at)).sum::<f64>();
        let hidden = behind.iter().flat_map(|&at| held.cells[at].iter().filter(|held| **held)).count();
        assert!(rest >= least && hidden > 1, "{cells:?} {held:?}");
        // The total of no group is the sum of what is told of it.
        assert!(behind.iter().all(|&at| held.cells[at].contains(&true)), "{cells:?} {held:?}");
        assert!(behind.len() > 1, "{cells:?} {held:?}");
    }
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
            cannot_be_undone(&cells, least);
        }
        // Files of both kinds tell no more together than the first alone.
        let (few, many) = (held_back(&cells, 5.0), held_back(&cells, 10.0));
        let within = |few: &[bool], many: &[bool]| few.iter().zip(many).all(|(few, many)| !*few || *many);
        assert!(within(&few.groups, &many.groups) && (!few.total || many.total), "{cells:?}");
        assert!(few.cells.iter().zip(&many.cells).all(|(few, many)| within(few, many)), "{cells:?} {few:?} {many:?}");
    }
}

#[test]
fn nothing_is_held_back_of_large_counts_and_all_of_small_ones() {
    let cells = vec![vec![5.0, 70.0], vec![12.0]];
    assert!(!held_back(&cells, 5.0).is_any());
    let all = held_back(&[vec![1.0, 2.0], vec![1.0]], 5.0);
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
