//! What holds for every place, whatever its areas: the model's answers stay in range, agree with each other and do not
//! depend on how the same people are written down.
//!
//! The places are drawn at random from a fixed seed, so every run tests the same ones.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use who_gets_missed::data::{Population, Resolution};
use who_gets_missed::model::{
    Basis, Counts, Curve, CurveError, Cut, CutScale, Margin, NationalPosition, Share, Target, Unit, quintiles,
    smallest_target_reaching, squared_need_per_person,
};
use who_gets_missed::results::RankedPlace;

/// Shares and rounded counts come from sums in different orders.
const NEAR: f64 = 1e-9;

/// Areas in the nation of the made-up places.
const NATION: u32 = 500;

const LOCAL: [CutScale; 4] = [
    CutScale::Local { basis: Basis::Areas, margin: Margin::Split },
    CutScale::Local { basis: Basis::Areas, margin: Margin::Whole },
    CutScale::Local { basis: Basis::People, margin: Margin::Split },
    CutScale::Local { basis: Basis::People, margin: Margin::Whole },
];

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 256, rng_seed: RngSeed::Fixed(2019), failure_persistence: None, ..Default::default() }
}

/// People and people in need of one area; often nobody in need, sometimes nobody at all.
fn people_and_need() -> impl Strategy<Value = (f64, f64)> {
    let rate = prop_oneof![1 => Just(0), 1 => Just(1000), 6 => 0..=1000_u32];
    let people = prop_oneof![1 => Just(0), 6 => 1..3000_u32];
    (people, rate).prop_map(|(people, rate)| (f64::from(people), f64::from(people) * f64::from(rate) / 1000.0))
}

fn unit(areas: f64, (people, in_need): (f64, f64), order: f64, national: Option<NationalPosition>) -> Unit {
    Unit { counts: Counts { areas, people, in_need }, order, national }
}

/// Single areas with national ranks, some of them the same.
fn ranked() -> impl Strategy<Value = Vec<Unit>> {
    let area = (people_and_need(), 1..=NATION);
    let area = area.prop_map(|(counts, rank)| {
        unit(1.0, counts, f64::from(rank), Some(NationalPosition::Rank { rank, of: NATION }))
    });
    prop::collection::vec(area, 1..30)
}

/// Bands of several areas; those of the same order lie in the same stretch of the nation.
fn bands() -> impl Strategy<Value = Vec<Unit>> {
    let band = (people_and_need(), 1..=20_u32, 1..9_u32);
    let band = band.prop_map(|(counts, band, areas)| {
        let end = |band: u32| f64::from(band) / 20.0;
        let national = NationalPosition::Stretch { from: end(band - 1), to: end(band) };
        unit(f64::from(areas), counts, f64::from(band), Some(national))
    });
    prop::collection::vec(band, 1..20)
}

/// Units of somebody's own data, with a score but no place in the nation.
fn own() -> impl Strategy<Value = Vec<Unit>> {
    let unit = (people_and_need(), -10..10_i32).prop_map(|(counts, score)| unit(1.0, counts, f64::from(score), None));
    prop::collection::vec(unit, 1..30)
}

fn place() -> impl Strategy<Value = Vec<Unit>> {
    let somebody_in_need = |units: &Vec<Unit>| units.iter().any(|unit| unit.counts.in_need > 0.0);
    prop_oneof![ranked(), bands(), own()].prop_filter("somebody is in need", somebody_in_need)
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![(0..=20_u8).prop_map(|twentieth| f64::from(twentieth) / 20.0), 0.0..=1.0]
}

/// The scales that the place has.
fn scales(curve: &Curve) -> Vec<CutScale> {
    LOCAL.into_iter().chain(curve.has_national().then_some(CutScale::National)).collect()
}

fn curve(units: &[Unit]) -> Curve {
    Curve::new(units.iter().copied()).unwrap()
}

fn held(curve: &Curve, scale: CutScale, share: f64) -> Counts {
    curve.within(Cut { scale, share: Share::new(share).unwrap() }).unwrap()
}

fn target(curve: &Curve, scale: CutScale, share: f64) -> Target {
    Target::new(held(curve, scale, share), curve.total())
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= NEAR * a.abs().max(b.abs()).max(1.0)
}

fn all_near(a: Counts, b: Counts) -> bool {
    near(a.areas, b.areas) && near(a.people, b.people) && near(a.in_need, b.in_need)
}

/// Whether every measure is a number in its range.
fn in_range(target: &Target) -> bool {
    let share = |value: f64| (0.0..=1.0).contains(&value);
    let count = |value: f64| value.is_finite() && value >= 0.0;
    [target.areas, target.people, target.in_need].into_iter().all(count)
        && [target.people_share, target.coverage, target.exclusion_error].into_iter().all(share)
        && [target.precision, target.leakage, target.efficiency].into_iter().flatten().all(share)
        && target.lift.is_none_or(count)
        && target.number_needed.is_none_or(|n| n.is_finite() && n >= 1.0)
        && target.targeting_differential.is_none_or(|d| (-1.0..=1.0).contains(&d))
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn the_curve_rises_from_nothing_to_everybody(units in place()) {
        let curve = curve(&units);
        for scale in scales(&curve) {
            let points = curve.points(scale).unwrap();
            let axes = |i: usize| [points[i].position, points[i].people, points[i].in_need];
            prop_assert_eq!(axes(0), [0.0; 3]);
            prop_assert_eq!(axes(points.len() - 1), [1.0; 3]);
            for i in 1..points.len() {
                for (before, after) in axes(i - 1).into_iter().zip(axes(i)) {
                    prop_assert!(after >= before - NEAR, "{:?} then {:?}", points[i - 1], points[i]);
                }
            }
        }
    }

    #[test]
    fn the_curve_runs_through_what_the_cuts_hold(units in place(), share in share()) {
        let curve = curve(&units);
        let is_drawn = |scale: &CutScale| !matches!(scale, CutScale::Local { margin: Margin::Whole, .. });
        for scale in scales(&curve).into_iter().filter(is_drawn) {
            let target = target(&curve, scale, share);
            for point in curve.points(scale).unwrap() {
                if point.position < share - NEAR {
                    prop_assert!(target.coverage >= point.in_need - NEAR && target.people_share >= point.people - NEAR);
                }
                if point.position > share + NEAR {
                    prop_assert!(target.coverage <= point.in_need + NEAR && target.people_share <= point.people + NEAR);
                }
            }
        }
    }

    #[test]
    fn a_larger_cut_never_holds_less(units in place(), a in share(), b in share()) {
        let curve = curve(&units);
        for scale in scales(&curve) {
            let (less, more) = (held(&curve, scale, a.min(b)), held(&curve, scale, a.max(b)));
            prop_assert!(less.areas <= more.areas && less.people <= more.people && less.in_need <= more.in_need);
        }
    }

    #[test]
    fn a_cut_of_nothing_holds_nobody_and_one_of_everything_everybody(units in place()) {
        let curve = curve(&units);
        for scale in scales(&curve) {
            prop_assert_eq!(held(&curve, scale, 0.0), Counts::default());
            prop_assert_eq!(held(&curve, scale, 1.0), curve.total());
        }
    }

    #[test]
    fn a_local_cut_has_exactly_the_size_asked_for(units in place(), share in share()) {
        let curve = curve(&units);
        let by = |basis| held(&curve, CutScale::Local { basis, margin: Margin::Split }, share);
        prop_assert!(near(by(Basis::Areas).areas, share * curve.total().areas));
        prop_assert!(near(by(Basis::People).people, share * curve.total().people));
    }

    #[test]
    fn whole_areas_hold_at_least_what_was_asked_for_and_no_area_too_many(units in place(), share in share()) {
        let curve = curve(&units);
        for basis in [Basis::Areas, Basis::People] {
            let size = |counts: Counts| if basis == Basis::Areas { counts.areas } else { counts.people };
            let held = size(held(&curve, CutScale::Local { basis, margin: Margin::Whole }, share));
            let asked = share * size(curve.total());
            prop_assert!(held >= asked - NEAR * size(curve.total()));
            // Some run of the most deprived areas is what is held; the next shorter one would not do.
            let runs = units.iter().map(|last| {
                units.iter().filter(|unit| unit.order <= last.order).map(|unit| size(unit.counts)).sum()
            });
            let longest_shorter = runs.filter(|&run: &f64| run < held - 1e-6).fold(0.0, f64::max);
            prop_assert!(held == 0.0 || longest_shorter < asked + NEAR * size(curve.total()));
        }
    }

    #[test]
    fn an_area_cut_into_equal_parts_changes_nothing(
        units in place(), which in any::<Index>(), parts in 2..9_u8, share in share(),
    ) {
        let mut split = units.clone();
        let cut_up = split.swap_remove(which.index(units.len()));
        let part = Unit { counts: cut_up.counts * (1.0 / f64::from(parts)), ..cut_up };
        split.extend((0..parts).map(|_| part));
        let (curve, split) = (curve(&units), curve(&split));
        for scale in scales(&curve) {
            prop_assert!(all_near(held(&curve, scale, share), held(&split, scale, share)), "{scale:?}");
        }
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing(
        (units, shuffled) in place().prop_flat_map(|units| (Just(units.clone()), Just(units).prop_shuffle())),
        share in share(),
    ) {
        let (curve, shuffled) = (curve(&units), curve(&shuffled));
        for scale in scales(&curve) {
            prop_assert!(all_near(held(&curve, scale, share), held(&shuffled, scale, share)), "{scale:?}");
        }
    }

    #[test]
    fn the_most_deprived_and_the_rest_make_up_the_whole(units in place(), share in share()) {
        let upside_down = units.iter().map(|unit| Unit { order: -unit.order, national: None, ..*unit });
        let (curve, upside_down) = (curve(&units), Curve::new(upside_down).unwrap());
        for basis in [Basis::Areas, Basis::People] {
            let scale = CutScale::Local { basis, margin: Margin::Split };
            let coverage = target(&curve, scale, share).coverage + target(&upside_down, scale, 1.0 - share).coverage;
            prop_assert!(near(coverage, 1.0), "{coverage}");
        }
    }

    #[test]
    fn a_national_cut_of_two_places_is_that_of_each_together(
        a in ranked(), b in ranked(), share in share(),
    ) {
        let both: Vec<Unit> = a.iter().chain(&b).copied().collect();
        let parts: Vec<Curve> = [a, b].into_iter().filter_map(|units| Curve::new(units).ok()).collect();
        prop_assume!(parts.len() == 2);
        let sum = parts.iter().fold(Counts::default(), |sum, part| sum + held(part, CutScale::National, share));
        prop_assert!(all_near(held(&curve(&both), CutScale::National, share), sum));
    }

    #[test]
    fn every_measure_is_a_number_in_its_range(units in place(), share in share()) {
        let squares = units.iter().map(|unit| squared_need_per_person(unit.counts.people, unit.counts.in_need)).sum();
        let population = Population { units, squared_need: squares, resolution: Resolution::Areas, is_joined: false, band: 0 };
        let prepared = RankedPlace::new(population).unwrap();
        prop_assert!(prepared.between_area_share.is_none_or(|share| (0.0..=1.0).contains(&share)));
        for scale in scales(&prepared.curve) {
            let target = target(&prepared.curve, scale, share);
            prop_assert!(in_range(&target), "{target:?}");
        }
    }

    #[test]
    fn the_measures_agree_with_each_other(units in place(), share in share()) {
        let curve = curve(&units);
        let total = curve.total();
        for scale in scales(&curve) {
            let target = target(&curve, scale, share);
            prop_assert!(near(target.coverage + target.exclusion_error, 1.0));
            if let (Some(precision), Some(leakage), Some(lift)) = (target.precision, target.leakage, target.lift) {
                prop_assert!(near(precision + leakage, 1.0));
                prop_assert!(near(lift * target.people_share, target.coverage));
                prop_assert!(near(lift, precision / (total.in_need / total.people)));
                prop_assert!(target.number_needed.is_none_or(|n| near(n * precision, 1.0)));
                prop_assert!(target.efficiency.unwrap() >= target.coverage - NEAR);
            }
            // Coverage can be better than that of the others only where it is better than that of everybody.
            if let Some(differential) = target.targeting_differential {
                let advantage = target.coverage - target.people_share;
                prop_assert!(near(differential * (total.people - total.in_need) / total.people, advantage));
            }
        }
    }

    #[test]
    fn the_fifths_make_up_the_whole(units in place()) {
        let curve = curve(&units);
        for scale in scales(&curve) {
            let fifths = quintiles(&curve, scale).unwrap();
            prop_assert!(fifths.iter().map(|fifth| fifth.quintile).eq(1..=5));
            prop_assert!(near(fifths.iter().map(|fifth| fifth.people_share).sum(), 1.0));
            prop_assert!(near(fifths.iter().map(|fifth| fifth.need_share).sum(), 1.0));
            prop_assert!(near(fifths.iter().map(|fifth| fifth.areas).sum(), curve.total().areas));
            prop_assert!(fifths.iter().all(|fifth| fifth.people >= 0.0 && fifth.in_need >= 0.0));
        }
    }

    #[test]
    fn the_smallest_target_for_a_goal_reaches_it_and_no_smaller_one_does(
        units in place(), goal in share(), other in share(),
    ) {
        let curve = curve(&units);
        for scale in scales(&curve) {
            let reach = smallest_target_reaching(&curve, Share::new(goal).unwrap(), scale).unwrap();
            prop_assert!(reach.coverage >= goal - NEAR, "{reach:?}");
            let at_it = target(&curve, scale, reach.share);
            prop_assert!(near(at_it.coverage, reach.coverage) && near(at_it.people_share, reach.people_share), "{reach:?}");
            let at_other = target(&curve, scale, other);
            if at_other.coverage >= goal + NEAR {
                prop_assert!(at_other.people_share >= reach.people_share - NEAR, "{scale:?} {other} {at_other:?} {reach:?}");
            }
        }
    }

    #[test]
    fn a_unit_that_cannot_be_true_is_an_error(units in place(), which in any::<Index>(), wrong in 0..WRONGS.len()) {
        let mut units = units;
        let which = which.index(units.len());
        WRONGS[wrong](&mut units[which]);
        prop_assert!(Curve::new(units).is_err());
    }

    #[test]
    fn counts_of_any_size_give_an_error_or_measures_in_range(
        counts in prop::collection::vec((size(), size(), prop_oneof![0.0..=1.0, Just(1e-9)], -5..5_i8), 1..5), share in share(),
    ) {
        let units = counts.into_iter().map(|(areas, people, rate, order)| {
            unit(areas, (people, people * rate), f64::from(order), None)
        });
        if let Ok(curve) = Curve::new(units) {
            for scale in LOCAL {
                let target = target(&curve, scale, share);
                prop_assert!(in_range(&target), "{curve:?} {target:?}");
            }
        }
    }
}

/// Counts from next to nothing to the largest that a number can be.
fn size() -> impl Strategy<Value = f64> {
    let exponent = prop::sample::select(vec![-9, -3, 0, 3, 6, 9, 300, 307, 308]);
    prop_oneof![1 => Just(0.0), 4 => (1.0..10.0, exponent).prop_map(|(digits, exponent)| digits * libm::pow(10.0, f64::from(exponent)))]
}

/// Ways in which a unit cannot be true.
const WRONGS: [fn(&mut Unit); 16] = [
    |unit| unit.counts.areas = -1.0,
    |unit| unit.counts.areas = f64::NAN,
    |unit| unit.counts.areas = f64::INFINITY,
    |unit| unit.counts.people = f64::NAN,
    |unit| unit.counts.people = f64::INFINITY,
    |unit| unit.counts.people = -1.0,
    |unit| unit.counts.in_need = unit.counts.people + 0.5,
    |unit| unit.counts.in_need = -0.5,
    |unit| unit.counts.in_need = f64::NAN,
    |unit| unit.order = f64::NAN,
    |unit| unit.order = f64::NEG_INFINITY,
    |unit| unit.national = Some(NationalPosition::Rank { rank: 0, of: NATION }),
    |unit| unit.national = Some(NationalPosition::Rank { rank: NATION + 1, of: NATION }),
    |unit| unit.national = Some(NationalPosition::Stretch { from: 0.5, to: 0.5 }),
    |unit| unit.national = Some(NationalPosition::Stretch { from: -0.1, to: 0.5 }),
    |unit| unit.national = Some(NationalPosition::Stretch { from: 0.9, to: f64::NAN }),
];

#[test]
fn units_that_make_no_curve_say_why() {
    let rank = |rank| Some(NationalPosition::Rank { rank, of: NATION });
    let one = |order, national| unit(1.0, (100.0, 20.0), order, national);
    let cases = [
        (vec![], CurveError::NoPeople),
        (vec![unit(1.0, (0.0, 0.0), 1.0, None)], CurveError::NoPeople),
        (vec![unit(1.0, (100.0, 0.0), 1.0, None)], CurveError::NobodyInNeed),
        (vec![unit(1.0, (100.0, 101.0), 1.0, None)], CurveError::ImpossibleUnit),
        // In the same place of the order but not of the nation; a place in the nation for one alone; the wrong way round.
        (vec![one(1.0, rank(1)), one(1.0, rank(2))], CurveError::NationalOrder),
        (vec![one(1.0, rank(1)), one(2.0, None)], CurveError::NationalOrder),
        (vec![one(1.0, rank(2)), one(2.0, rank(1))], CurveError::NationalOrder),
    ];
    for (units, expect) in cases {
        assert_eq!(Curve::new(units.iter().copied()).err(), Some(expect), "{units:?}");
    }
}
