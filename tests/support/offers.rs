//! Places, assumptions and offers drawn at random, and how to compare what comes of them.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use who_gets_missed::model::Counts;
use who_gets_missed::model::strategies::{
    Assumption, AssumptionUnit, Cells, Design, Fifth, Funding, NeedScope, Outcome, OutreachWhere, Strategy as Offer,
    Values,
};

/// Counts and pounds come from sums in different orders.
pub const NEAR: f64 = 1e-9;

/// Every run tests the same examples.
pub fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(2022), failure_persistence: None, ..Default::default() }
}

pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= NEAR * a.abs().max(b.abs()).max(1.0)
}

/// A share, 0 and 1 more often than by chance.
pub fn share() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 1 => Just(1.0), 6 => 0.0..=1.0, 2 => (0..=100_u8).prop_map(|n| f64::from(n) / 100.0)]
}

pub fn counts() -> impl Strategy<Value = Counts> {
    let people = prop_oneof![1 => Just(0), 3 => 1..80_000_u32].prop_map(f64::from);
    (people, share()).prop_map(|(people, rate)| Counts { areas: 1.0, people, in_need: people * rate })
}

/// Fifths of any size, some without people, some without people in need, targeted in part.
pub fn cells() -> impl Strategy<Value = Cells> {
    let fifth = (counts(), counts()).prop_map(|(targeted, rest)| Fifth { targeted, rest });
    let somebody_in_need = |cells: &Cells| cells.total().in_need > 0.0;
    prop::array::uniform5(fifth).prop_map(Cells::of).prop_filter("somebody is in need", somebody_in_need)
}

pub fn value(assumption: Assumption) -> BoxedStrategy<f64> {
    match assumption.unit() {
        AssumptionUnit::Share | AssumptionUnit::YearlyRate => share().boxed(),
        AssumptionUnit::Pounds => prop_oneof![1 => Just(0.0), 4 => 0.0..=2000.0].boxed(),
    }
}

pub fn values() -> impl Strategy<Value = Values> {
    Assumption::ALL.map(value).prop_map(|all| Values::from_fn(|assumption| all[assumption as usize]))
}

pub fn design() -> impl Strategy<Value = Design> {
    let scopes = [NeedScope::Everywhere, NeedScope::InsideTarget, NeedScope::AfterContact];
    let places = [OutreachWhere::MoreDeprived, OutreachWhere::Targeted];
    (prop::sample::select(scopes.to_vec()), prop::sample::select(places.to_vec()))
        .prop_map(|(need_scope, outreach_where)| Design { need_scope, outreach_where })
}

pub fn offer() -> impl Strategy<Value = Offer> {
    prop::sample::select(Offer::ALL.to_vec())
}

pub fn funding() -> impl Strategy<Value = Funding> {
    prop_oneof![
        Just(Funding::InFull),
        (0.0..2e7).prop_map(Funding::Budget),
        (0.0..5e4).prop_map(Funding::Budget),
        share().prop_map(Funding::Coverage),
    ]
}

/// Every number of an outcome; an output that has no meaning is left out.
pub fn numbers(o: &Outcome) -> Vec<f64> {
    let counts = [o.offered, o.reached, o.in_need_reached, o.in_need_not_offered, o.in_need_not_taken_up];
    let more = [o.not_in_need_reached, o.coverage, o.cost, o.benefit, o.gap_before, o.gap_after, o.scale];
    let some = [o.cost_per_reached, o.cost_per_in_need_reached, o.uptake_gap];
    let fifths = o.fifths.iter().flat_map(|f| [f.in_need, f.reached, f.not_taken_up, f.not_offered]);
    counts.into_iter().chain(more).chain(some.into_iter().flatten()).chain(fifths).collect()
}
