//! What incentives cost for each additional person, and whom they pay.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use who_gets_missed::model::Counts;
use who_gets_missed::model::incentive::{
    Eligibility, Incentive, IncentiveError, IncentiveFifth, IncentiveOutcome, TRIAL, cost_curve, incentive_outcome,
    uptake_line,
};
use who_gets_missed::model::strategies::{Cells, Fifth};

#[track_caller]
fn near(found: f64, expect: f64) {
    assert!((found - expect).abs() <= 1e-9 * expect.abs().max(1.0), "{found}, expected {expect}");
}

#[test]
fn the_swedish_trial_costs_288_pounds_76_for_each_additional_person() {
    let cost = TRIAL.cost().unwrap();
    assert!((cost.per_additional.unwrap() - 288.76).abs() < 0.005);
    // 16 x 75.8/4.2; 71.6 of each 75.8 paid would have come anyway, 17 for each additional one.
    near(cost.per_additional.unwrap(), 16.0 * 75.8 / 4.2);
    near(cost.anyway_share.unwrap(), 71.6 / 75.8);
    near(cost.anyway_per_additional.unwrap(), 71.6 / 4.2);
    assert!(!cost.is_clamped);
}

#[test]
fn an_assessment_adds_its_cost_over_the_rise() {
    let assessed = Incentive { assessment: 3.0, ..TRIAL };
    near(assessed.cost().unwrap().per_additional.unwrap(), (16.0 * 0.758 + 3.0) / 0.042);
}

#[test]
fn a_rise_past_everybody_is_held_and_said_so() {
    let steep = Incentive { payment: 10.0, uptake: 0.9, rise: 0.3, assessment: 0.0 };
    let cost = steep.cost().unwrap();
    assert!(cost.is_clamped && cost.uptake_with == 1.0);
    near(cost.rise, 0.1);
    near(cost.per_additional.unwrap(), 10.0 * 1.0 / 0.1);
    // Exactly everybody is not past everybody, whatever rounding makes of the sum.
    assert!(!Incentive { uptake: 0.7, rise: 0.3, ..steep }.cost().unwrap().is_clamped);
    assert!(!Incentive { uptake: 0.7, rise: 0.3 + 1e-13, ..steep }.cost().unwrap().is_clamped);
}

#[test]
fn without_an_additional_person_there_is_no_cost_for_one() {
    for (uptake, rise) in [(0.5, 0.0), (1.0, 0.2)] {
        let cost = Incentive { uptake, rise, ..TRIAL }.cost().unwrap();
        assert_eq!((cost.per_additional, cost.anyway_per_additional, cost.anyway_share), (None, None, Some(1.0)));
    }
    let nobody = Incentive { uptake: 0.0, rise: 0.0, ..TRIAL }.cost().unwrap();
    assert_eq!(nobody.anyway_share, None);
}

#[test]
fn the_curve_rises_with_uptake_and_goes_through_the_trial() {
    let curve = cost_curve(TRIAL, 958).unwrap();
    assert_eq!(curve.len(), 959);
    assert!(curve.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
    near(curve[716].0, 0.716);
    near(curve[716].1, TRIAL.cost().unwrap().per_additional.unwrap());
    near(curve[0].1, 16.0);
    near(curve[958].1, 16.0 / 0.042);
    assert_eq!(cost_curve(Incentive { rise: 0.0, ..TRIAL }, 10).unwrap(), []);
}

#[test]
fn what_cannot_be_worked_out_is_told_apart() {
    for bad in [-0.01, 1.01, f64::NAN] {
        assert_eq!(Incentive { uptake: bad, ..TRIAL }.cost(), Err(IncentiveError::Share));
        assert_eq!(Incentive { rise: bad, ..TRIAL }.cost(), Err(IncentiveError::Share));
        assert_eq!(uptake_line(&place(), (0.8, bad), 0.1, 0.5), Err(IncentiveError::Share));
    }
    for bad in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(Incentive { payment: bad, ..TRIAL }.cost(), Err(IncentiveError::Pounds));
        assert_eq!(Incentive { assessment: bad, ..TRIAL }.cost(), Err(IncentiveError::Pounds));
        let people = [IncentiveFifth { people: bad, ..IncentiveFifth::default() }; 5];
        assert_eq!(incentive_outcome(&people, Eligibility::Universal, 1.0, 1.0), Err(IncentiveError::People));
    }
    let too_many = [IncentiveFifth { people: 1.0, targeted: 2.0, ..IncentiveFifth::default() }; 5];
    assert_eq!(incentive_outcome(&too_many, Eligibility::Areas, 1.0, 1.0), Err(IncentiveError::People));
    let nobody = [IncentiveFifth::default(); 5];
    assert_eq!(incentive_outcome(&nobody, Eligibility::Universal, 1.0, 1.0), Err(IncentiveError::NoPeople));
}

/// Five fifths of 1,000 people, the most deprived one targeted.
fn place() -> Cells {
    let counts = |people| Counts { areas: 1.0, people, in_need: people / 10.0 };
    let mut fifths = [Fifth { targeted: counts(0.0), rest: counts(1000.0) }; 5];
    fifths[0] = Fifth { targeted: counts(1000.0), rest: counts(0.0) };
    Cells::of(fifths)
}

fn outcome(reach: Eligibility) -> IncentiveOutcome {
    let fifths = uptake_line(&place(), (0.8, 0.6), 0.05, 0.4).unwrap();
    incentive_outcome(&fifths, reach, 20.0, 2.0).unwrap()
}

#[test]
fn for_everybody_it_pays_most_who_would_have_come_anyway_and_leaves_the_gap() {
    let found = outcome(Eligibility::Universal);
    near(found.additional, 250.0);
    near(found.anyway, 3500.0);
    near(found.cost, 20.0 * 3750.0);
    near(found.per_additional.unwrap(), 300.0);
    near(found.gap_before, 0.2);
    near(found.gap_after, 0.2);
    assert_eq!(found.assessed, 0.0);
}

#[test]
fn limited_to_targeted_areas_it_costs_less_for_each_and_narrows_the_gap() {
    let found = outcome(Eligibility::Areas);
    near(found.additional, 50.0);
    near(found.anyway, 600.0);
    near(found.per_additional.unwrap(), 20.0 * 650.0 / 50.0);
    near(found.gap_after, 0.15);
    assert!(found.fifths[1..].iter().all(|fifth| fifth.offered == 0.0 && fifth.uptake_after == fifth.uptake_before));
}

#[test]
fn for_those_identified_everybody_is_assessed_and_paid_for() {
    let found = outcome(Eligibility::Identified);
    near(found.assessed, 5000.0);
    near(found.offered, 2000.0);
    near(found.additional, 100.0);
    near(found.cost, 20.0 * 1500.0 + 2.0 * 5000.0);
    near(found.fifths[4].uptake_after, 0.8 + 0.4 * 0.05);
    near(found.gap_after, 0.2);
}

#[test]
fn a_rise_that_differs_by_fifth_changes_the_gap_by_the_difference() {
    let mut fifths = uptake_line(&place(), (0.8, 0.6), 0.05, 1.0).unwrap();
    fifths[0].rise = 0.12;
    let found = incentive_outcome(&fifths, Eligibility::Universal, 20.0, 0.0).unwrap();
    near(found.gap_before - found.gap_after, 0.07);
}

fn fifth() -> impl Strategy<Value = IncentiveFifth> {
    let share = || prop_oneof![1 => Just(0.0), 1 => Just(1.0), 6 => 0.0..=1.0];
    (0..50_000_u32, share(), share(), share(), share()).prop_map(|(people, targeted, uptake, rise, identified)| {
        let people = f64::from(people);
        IncentiveFifth { people, targeted: people * targeted, uptake, rise, identified }
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256, rng_seed: RngSeed::Fixed(2022), failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn everybody_paid_would_have_come_anyway_or_is_additional(
        fifths in prop::array::uniform5(fifth()), payment in 0.0..500.0, assessment in 0.0..50.0,
    ) {
        prop_assume!(fifths.iter().any(|fifth| fifth.people > 0.0));
        for reach in Eligibility::ALL {
            let found = incentive_outcome(&fifths, reach, payment, assessment).unwrap();
            let is_near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0);
            prop_assert!(is_near(found.paid, found.anyway + found.additional) && found.paid <= found.offered * (1.0 + 1e-12));
            prop_assert!(is_near(found.cost, payment * found.paid + assessment * found.assessed));
            for fifth in found.fifths {
                prop_assert!(fifth.uptake_before <= fifth.uptake_after && fifth.uptake_after <= 1.0);
            }
            prop_assert!(found.per_additional.is_some() == (found.additional > 0.0));
        }
    }

    #[test]
    fn one_fifth_assessed_and_offered_in_full_costs_what_the_formula_says(
        people in 1..50_000_u32, uptake in 0.0..0.9, rise in 0.001..0.1, payment in 0.0..500.0, assessment in 0.0..50.0,
    ) {
        let mut fifths = [IncentiveFifth::default(); 5];
        fifths[2] = IncentiveFifth { people: f64::from(people), targeted: 0.0, uptake, rise, identified: 1.0 };
        let found = incentive_outcome(&fifths, Eligibility::Identified, payment, assessment).unwrap();
        let formula = Incentive { payment, uptake, rise, assessment }.cost().unwrap();
        let (a, b) = (found.per_additional.unwrap(), formula.per_additional.unwrap());
        prop_assert!((a - b).abs() <= 1e-9 * b.max(1.0), "{a} {b}");
        prop_assert_eq!(found.gap_before, 0.0);
    }
}
