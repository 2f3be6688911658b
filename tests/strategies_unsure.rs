//! What holds for draws, ranges and ties, whatever the place and the assumptions.
//!
//! Places and assumptions are drawn at random from a fixed seed, so every run tests the same ones.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use who_gets_missed::model::strategies::{
    Assumption, BreakEven, Cells, DRAWS, Design, Fifth, Funding, Measure, NeedScope, Outcome, OutreachWhere, Pert,
    Range, SEED, Strategy as Offer, Values, break_even, draws, evenly, interval, outcome, tornado,
};
use who_gets_missed::model::{Basis, Counts, Curve, Cut, CutScale, Margin, NationalPosition, Share, Unit};

#[path = "support/offers.rs"]
mod offers;
use offers::{NEAR, cells, design, funding, near, numbers, offer, settings, share, value, values};

/// Ranges of all assumptions, some without a spread, some with the likely value at one end.
fn ranges() -> impl Strategy<Value = Vec<Range>> {
    let range = |assumption| {
        [value(assumption), value(assumption), value(assumption)].prop_map(move |mut ends| {
            ends.sort_by(f64::total_cmp);
            Range::new(assumption, ends[0], ends[1], ends[2]).unwrap()
        })
    };
    Assumption::ALL.map(range).prop_map(Vec::from)
}

fn drawn(ranges: &[Range], count: usize, seed: u64) -> Vec<Values> {
    draws(|assumption| ranges[assumption as usize], count, seed)
}

fn is_finite(outcome: &Outcome) -> bool {
    numbers(outcome).into_iter().all(f64::is_finite)
}

const MEASURES: [Measure; 8] = [
    |o| Some(o.reached),
    |o| Some(o.coverage),
    |o| Some(o.cost),
    |o| o.cost_per_reached,
    |o| o.cost_per_in_need_reached,
    |o| Some(o.benefit),
    |o| Some(o.gap_after),
    |o| o.uptake_gap,
];

proptest! {
    #![proptest_config(settings(24))]

    #[test]
    fn each_stratum_of_an_assumption_is_drawn_once(ranges in ranges(), seed in any::<u64>()) {
        const COUNT: usize = 500;
        let draws = drawn(&ranges, COUNT, seed);
        for assumption in Assumption::ALL {
            let range = ranges[assumption as usize];
            let pert = Pert::new(range);
            let mut values: Vec<f64> = draws.iter().map(|values| values[assumption]).collect();
            values.sort_by(f64::total_cmp);
            if range.low() == range.high() {
                prop_assert!(values.iter().all(|&value| value == range.likely()));
                continue;
            }
            for (stratum, &value) in values.iter().enumerate() {
                let [from, to] = [stratum, stratum + 1].map(|end| pert.quantile(end as f64 / COUNT as f64));
                prop_assert!(from < value && value < to, "{assumption:?} {range:?} {stratum}");
            }
        }
    }

    #[test]
    fn draws_have_the_mean_of_their_distribution(ranges in ranges(), seed in any::<u64>()) {
        const COUNT: usize = 2000;
        let draws = drawn(&ranges, COUNT, seed);
        for assumption in Assumption::ALL {
            let range = ranges[assumption as usize];
            let mean = draws.iter().map(|values| values[assumption]).sum::<f64>() / COUNT as f64;
            let expect = (range.low() + 4.0 * range.likely() + range.high()) / 6.0;
            prop_assert!((mean - expect).abs() <= 1e-3 * expect, "{range:?}: {mean}, not {expect}");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_draws_and_another_seed_others(ranges in ranges(), seed in any::<u64>()) {
        let first = drawn(&ranges, 50, seed);
        prop_assert!(first == drawn(&ranges, 50, seed));
        let has_spread = ranges.iter().any(|range| range.low() < range.high());
        prop_assert_eq!(first != drawn(&ranges, 50, seed.wrapping_add(1)), has_spread);
    }

    #[test]
    fn draws_of_what_is_sure_give_the_one_result(
        cells in cells(), values in values(), design in design(), offer in offer(), funding in funding(),
    ) {
        let sure = |assumption: Assumption| {
            Range::new(assumption, values[assumption], values[assumption], values[assumption]).unwrap()
        };
        let point = outcome(&cells, offer, design, funding, &values);
        for drawn in draws(sure, 20, SEED) {
            prop_assert_eq!(outcome(&cells, offer, design, funding, &drawn), point);
        }
    }

    #[test]
    fn the_interval_of_an_output_is_in_order_and_within_the_draws(
        cells in cells(), ranges in ranges(), design in design(), offer in offer(), funding in funding(),
    ) {
        let of = |values: &Values| outcome(&cells, offer, design, funding, values);
        let outcomes: Vec<Outcome> = drawn(&ranges, 200, SEED).iter().map(of).collect();
        for measure in MEASURES {
            let mut all: Vec<f64> = outcomes.iter().filter_map(measure).collect();
            let found = interval(all.clone());
            all.sort_by(f64::total_cmp);
            prop_assert_eq!(found.is_none(), all.is_empty());
            if let Some(found) = found {
                prop_assert!(all[0] <= found.low && found.low <= found.middle);
                prop_assert!(found.middle <= found.high && found.high <= all[all.len() - 1]);
                let below = all.iter().filter(|&&value| value < found.low).count();
                let above = all.iter().filter(|&&value| value > found.high).count();
                prop_assert!(below.max(above) <= all.len() / 20 + 1, "{below} {above} of {}", all.len());
            }
        }
    }
}

proptest! {
    #![proptest_config(settings(128))]

    #[test]
    fn a_tie_makes_the_two_outputs_equal(
        cells in cells(), values in values(), design in design(), pair in (offer(), offer()), funding in funding(),
        (moving, ends) in prop::sample::select(Assumption::ALL.to_vec())
            .prop_flat_map(|moving| (Just(moving), [value(moving), value(moving)])),
        measure in prop::sample::select(MEASURES.to_vec()),
    ) {
        let (from, to) = (f64::min(ends[0], ends[1]), f64::max(ends[0], ends[1]));
        let output = |offer, values: &Values| measure(&outcome(&cells, offer, design, funding, values));
        let both = |value: f64| {
            let mut moved = values;
            moved[moving] = value;
            output(pair.0, &moved).zip(output(pair.1, &moved))
        };
        let found = break_even(&values, moving, &evenly((from, to)), |v| output(pair.0, v), |v| output(pair.1, v));
        match found {
            BreakEven::At(value) => {
                let (first, second) = both(value).unwrap();
                prop_assert!((from..=to).contains(&value));
                let larger = first.abs().max(second.abs());
                prop_assert!((first - second).abs() <= 1e-6 * larger + NEAR, "{moving:?} {value}: {first} {second}");
            }
            BreakEven::FirstAlways => {
                prop_assert!([from, to].into_iter().filter_map(both).all(|(first, second)| first >= second));
            }
            BreakEven::SecondAlways => {
                prop_assert!([from, to].into_iter().filter_map(both).all(|(first, second)| first <= second));
            }
            BreakEven::Same => {
                prop_assert!([from, to].into_iter().filter_map(both).all(|(first, second)| near(first, second)));
            }
            BreakEven::Jumps => {}
            BreakEven::Undefined => prop_assert!(both(from).is_none() && both(to).is_none()),
        }
    }

    #[test]
    fn bars_are_in_order_of_width_and_hold_the_outputs_at_both_ends(
        cells in cells(), ranges in ranges(), design in design(), offer in offer(), funding in funding(),
    ) {
        let likely = Values::from_fn(|assumption| ranges[assumption as usize].likely());
        for measure in MEASURES {
            let output = |values: &Values| measure(&outcome(&cells, offer, design, funding, values));
            let bars = tornado(|assumption| ranges[assumption as usize], output);
            prop_assert!(bars.windows(2).all(|pair| pair[0].width() >= pair[1].width()));
            for assumption in Assumption::ALL {
                let range = ranges[assumption as usize];
                let [at_low, at_high] = [range.low(), range.high()].map(|value| {
                    let mut values = likely;
                    values[assumption] = value;
                    output(&values)
                });
                let bar = bars.iter().find(|bar| bar.assumption == assumption);
                let differs = at_low.zip(at_high).is_some_and(|(low, high)| low != high);
                prop_assert_eq!(bar.map(|bar| (bar.at_low, bar.at_high)), at_low.zip(at_high).filter(|_| differs));
            }
        }
    }
}

proptest! {
    #![proptest_config(settings(256))]

    #[test]
    fn everything_is_finite_for_any_input_that_can_be_true(
        sizes in prop::array::uniform5([(size(), share()), (size(), share())]),
        values in Assumption::ALL.map(|assumption| extreme(assumption.most())), design in design(),
        money in extreme(1e12), goal in extreme(1.0),
    ) {
        let counts = |(people, rate): (f64, f64)| Counts { areas: 1.0, people, in_need: people * rate };
        let cells = Cells::of(sizes.map(|[a, b]| Fifth { targeted: counts(a), rest: counts(b) }));
        let values = Values::from_fn(|assumption| values[assumption as usize]);
        for offer in Offer::ALL {
            for funding in [Funding::InFull, Funding::Budget(money), Funding::Coverage(goal)] {
                let found = outcome(&cells, offer, design, funding, &values);
                prop_assert!(is_finite(&found), "{offer:?} {funding:?} {found:?}");
                prop_assert!((0.0..=1.0).contains(&found.scale) && (-NEAR..=1.0 + NEAR).contains(&found.coverage));
                prop_assert!(found.uptake_gap.is_none_or(|gap| gap.abs() <= 1.0 + NEAR));
            }
        }
    }

    #[test]
    fn the_fifths_of_a_place_hold_everybody_once_and_the_target_what_its_cut_holds(
        units in prop::collection::vec((0..3000_u32, share(), 0..40_u8), 1..30), cut in share(), scale in 0..5_usize,
    ) {
        let units = units.into_iter().map(|(people, rate, order)| {
            let people = f64::from(people);
            let counts = Counts { areas: f64::from(order % 3 + 1), people, in_need: people * rate };
            let from = f64::from(order) / 40.0;
            let national = Some(NationalPosition::Stretch { from, to: f64::from(order + 1) / 40.0 });
            Unit { counts, order: f64::from(order), national }
        });
        let local = |basis, margin| CutScale::Local { basis, margin };
        let scale = [
            CutScale::National,
            local(Basis::Areas, Margin::Split),
            local(Basis::Areas, Margin::Whole),
            local(Basis::People, Margin::Split),
            local(Basis::People, Margin::Whole),
        ][scale];
        let Ok(curve) = Curve::new(units) else { return Ok(()) };
        let cut = Cut { scale, share: Share::new(cut).unwrap() };
        let cells = Cells::new(&curve, cut).unwrap();
        let targeted = cells.fifths.iter().fold(Counts::default(), |sum, fifth| sum + fifth.targeted);
        for (found, expect) in [(cells.total(), curve.total()), (targeted, curve.within(cut).unwrap())] {
            prop_assert!(near(found.people, expect.people) && near(found.in_need, expect.in_need));
        }
        for part in cells.fifths.iter().flat_map(|fifth| [fifth.targeted, fifth.rest]) {
            prop_assert!(part.people == 0.0 || part.people > 1e-6, "a trace of people: {cells:?}");
        }
    }
}

/// People from next to nobody to more than any nation has.
fn size() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 2 => (-9..=12).prop_map(|exponent| libm::pow(10.0, f64::from(exponent))), 2 => 0.0..1e5]
}

/// Values up to `most`, many of them next to nothing: 10^-60 of it, so that a few of them multiply to a number still.
fn extreme(most: f64) -> impl Strategy<Value = f64> {
    prop_oneof![2 => Just(0.0), 1 => Just(most), 2 => 0.0..=most, 2 => (0..60).prop_map(move |e| most * libm::pow(0.1, f64::from(e)))]
}

/// A place with a most and a least deprived fifth, and assumptions about it.
fn two_fifths() -> (Cells, Values) {
    let counts = |in_need| Counts { areas: 1.0, people: 1000.0, in_need };
    let mut fifths = [Fifth::default(); 5];
    fifths[0].targeted = counts(300.0);
    fifths[4].rest = counts(100.0);
    let likely = |assumption| match assumption {
        Assumption::UptakeLeast => 0.8,
        Assumption::UptakeMost => 0.55,
        Assumption::Sensitivity => 0.75,
        Assumption::Specificity => 0.9,
        Assumption::GroupInNeed => 0.6,
        Assumption::GroupOthers => 0.12,
        Assumption::CostFixed => 20_000.0,
        Assumption::CostOffer => 12.0,
        Assumption::CostDelivery => 85.0,
        _ => 0.1,
    };
    (Cells::of(fifths), Values::from_fn(likely))
}

const DESIGN: Design = Design { need_scope: NeedScope::Everywhere, outreach_where: OutreachWhere::MoreDeprived };

#[test]
fn offers_that_come_to_the_same_have_no_tie() {
    use Assumption::{CostDelivery, Stigma, UptakeMost};
    use Offer::{ByGroup, ByNeed, Proportionate, Universal};
    let (cells, values) = two_fifths();
    let of_all_offered: Measure = |o| o.uptake_gap;
    let spent: Measure = |o| Some(o.cost);
    let met: Measure = |o| Some(o.coverage);
    let cases = [
        (UptakeMost, (0.0, 1.0), ByGroup, ByNeed, Funding::InFull, of_all_offered),
        (Stigma, (0.0, 0.5), ByGroup, ByNeed, Funding::InFull, of_all_offered),
        (Stigma, (0.0, 0.5), Universal, ByNeed, Funding::Budget(24_000.0), spent),
        (CostDelivery, (50.0, 200.0), Universal, ByNeed, Funding::Budget(24_000.0), spent),
        (UptakeMost, (0.6, 1.0), Universal, Proportionate, Funding::Coverage(0.3), met),
    ];
    for (moving, range, first, second, funding, measure) in cases {
        let output = |offer| move |values: &Values| measure(&outcome(&cells, offer, DESIGN, funding, values));
        let found = break_even(&values, moving, &evenly(range), output(first), output(second));
        assert_eq!(found, BreakEven::Same, "{moving:?}, {first:?} and {second:?}, {funding:?}");
    }
}

#[test]
fn the_interval_of_an_output_in_line_with_what_is_unsure_is_that_of_its_distribution() {
    let (cells, values) = two_fifths();
    let unsure = Range::new(Assumption::UptakeMost, 0.2, 0.5, 0.7).unwrap();
    let range = |assumption| match assumption {
        Assumption::UptakeMost => unsure,
        sure => Range::new(sure, values[sure], values[sure], values[sure]).unwrap(),
    };
    let coverage = |values: &Values| outcome(&cells, Offer::Universal, DESIGN, Funding::InFull, values).coverage;
    let found = interval(draws(range, DRAWS, SEED).iter().map(coverage).collect()).unwrap();
    for (share, found) in [(0.05, found.low), (0.5, found.middle), (0.95, found.high)] {
        let mut values = values;
        values[Assumption::UptakeMost] = Pert::new(unsure).quantile(share);
        // One draw in 10,000 up or down.
        assert!((found - coverage(&values)).abs() < 1e-4, "{share}: {found}, not {}", coverage(&values));
    }
}
