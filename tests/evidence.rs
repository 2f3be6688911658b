//! The examples that rest on published figures: their numbers are as printed, or follow from what is printed, and which
//! offer comes out best is so for the place that the page opens with.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use support::built_in::BuiltIn;
use who_gets_missed::data::Edition;
use who_gets_missed::data::figures::Table;
use who_gets_missed::model::strategies::{Assumption as A, AssumptionUnit, Outcome, Strategy as Offer};
use who_gets_missed::results::RankedPlace;
use who_gets_missed::results::assumed::Bases;
use who_gets_missed::results::strategies::Strategies;
use who_gets_missed::scenario::offers::Offers;
use who_gets_missed::scenario::starting_points::AssumedBasis;
use who_gets_missed::scenario::{Scenario, StartingPoint as Start};
use who_gets_missed::words::starting_points::{notes as notes_of, source};

/// The examples that were made from what was published.
const MADE: [Start; 7] = [
    Start::HealthCheck,
    Start::SchoolMealsClaim,
    Start::HealthyStart,
    Start::EnergySupport,
    Start::SureStart,
    Start::CouncilData,
    Start::CentresReach,
];

/// A page that opens with an example.
fn page(start: Start) -> Scenario {
    Scenario { need: start.need(), offers: Offers::starting(start), ..Scenario::default() }
}

fn notes(start: Start) -> String {
    notes_of(&page(start))
}

/// What the offers of an example do in the place that the page opens with.
fn outcomes(start: Start, data: Edition) -> Vec<(Offer, Outcome)> {
    let scenario = Scenario { data, ..page(start) };
    let figures = BuiltIn::read(Table { edition: data, need: scenario.need, rank: scenario.rank });
    let prepared = RankedPlace::new(figures.population(figures.extent(&scenario.place))).unwrap();
    let results = Strategies::new(&scenario, &prepared).unwrap().results;
    results.into_iter().map(|result| (result.strategy, result.outcome)).collect()
}

/// The offer with the most of something.
fn best(outcomes: &[(Offer, Outcome)], of: impl Fn(&Outcome) -> f64) -> Offer {
    outcomes.iter().max_by(|one, other| of(&one.1).total_cmp(&of(&other.1))).unwrap().0
}

fn cheapest(outcomes: &[(Offer, Outcome)]) -> Offer {
    best(outcomes, |outcome| -outcome.cost_per_in_need_reached.unwrap())
}

fn most_for_each_pound(outcomes: &[(Offer, Outcome)]) -> Offer {
    best(outcomes, |outcome| outcome.benefit / outcome.cost)
}

#[test]
fn a_targeted_offer_does_most_for_each_pound_and_misses_more() {
    for data in Edition::ALL {
        for (start, winner) in [
            (Start::HealthCheck, Offer::ByArea),
            (Start::SureStart, Offer::ByArea),
            (Start::CentresReach, Offer::ByArea),
            (Start::CouncilData, Offer::ByNeed),
            (Start::EnergySupport, Offer::ByGroup),
            (Start::SchoolMealsClaim, Offer::ByGroup),
        ] {
            let outcomes = outcomes(start, data);
            assert_eq!(cheapest(&outcomes), winner, "{start:?}");
            assert_eq!(most_for_each_pound(&outcomes), winner, "{start:?}");
            assert!(!best(&outcomes, |outcome| outcome.in_need_reached).singles_out(), "{start:?}");
        }
    }
}

#[test]
fn more_in_deprived_areas_leaves_the_smallest_gap_of_health_checks() {
    for data in Edition::ALL {
        let outcomes = outcomes(Start::HealthCheck, data);
        assert_eq!(best(&outcomes, |outcome| -outcome.gap_after), Offer::Proportionate);
        // Outreach costs something here, which it did not in the model of Liverpool.
        assert_eq!(best(&outcomes, |outcome| outcome.cost_per_in_need_reached.unwrap()), Offer::Proportionate);
        assert!(notes(Start::HealthCheck).contains("costs nothing but the checks"));
    }
}

#[test]
fn one_form_finds_more_families_than_a_form_of_its_own_at_much_the_same_cost_for_each() {
    for data in Edition::ALL {
        let [_, (_, claim), (_, group)] = outcomes(Start::HealthyStart, data)[..] else { panic!("three offers") };
        assert!((group.coverage / claim.coverage - 0.92 / 0.65).abs() < 1e-9);
        let each = |outcome: Outcome| outcome.cost_per_in_need_reached.unwrap();
        assert!((each(group) / each(claim) - 1.0).abs() < 0.02);
    }
}

#[test]
fn what_follows_from_printed_figures_is_worked_out_from_them() {
    let pence = |each: f64, times: f64| (each * times * 100.0).round() as u64;
    let thousandths = |share: f64| (share * 1000.0).round() as u64;
    for (start, assumption, amounts) in [
        (Start::HealthyStart, A::CostDelivery, [4.25, 5.68, 8.50].map(|pounds| pence(pounds, 52.0))),
        (Start::SchoolMealsClaim, A::CostDelivery, [2.53, 2.58, 3.16].map(|pounds| pence(pounds, 190.0))),
        (Start::SchoolMealsClaim, A::GroupInNeed, [0.41, 0.38, 0.24].map(|missed| thousandths(1.0 - missed))),
        (
            Start::SchoolMealsClaim,
            A::Sensitivity,
            [(0.41, 0.14), (0.38, 0.11), (0.24, 0.11)]
                .map(|(missed, unclaimed)| thousandths((1.0 - missed) * (1.0 - unclaimed))),
        ),
        (Start::EnergySupport, A::Sensitivity, [800, thousandths(1.0 - 0.11), 950]),
        (Start::EnergySupport, A::GroupInNeed, [650, thousandths(1.0 - 3.0 / 12.0), 850]),
        (Start::CouncilData, A::UptakeMost, [200, thousandths(2_300.0 / 8_200.0), 400]),
    ] {
        assert_eq!(start.assumed(assumption).amounts, amounts, "{start:?} {assumption:?}");
        assert!(matches!(start.assumed(assumption).basis, AssumedBasis::Published(_)), "{start:?} {assumption:?}");
    }
}

#[test]
fn every_published_amount_stands_in_its_source_or_is_called_round() {
    /// Where amounts are worked out from several figures, which the test above holds.
    const WORKED_OUT: [(Start, A); 3] = [
        (Start::HealthyStart, A::CostDelivery),
        (Start::SchoolMealsClaim, A::CostDelivery),
        (Start::SchoolMealsClaim, A::Sensitivity),
    ];
    let mut checked = 0;
    for start in Start::ALL {
        for assumption in A::ALL {
            let assumed = start.assumed(assumption);
            let AssumedBasis::Published(of) = assumed.basis else { continue };
            if WORKED_OUT.contains(&(start, assumption)) || start == Start::Vaccination {
                continue;
            }
            let text = source(of);
            let stands = |amount: u64| match assumption.unit() {
                AssumptionUnit::Share if amount == 0 => text.contains("none"),
                AssumptionUnit::Share if start == Start::CouncilData => text.contains(&format!("{}%", amount / 10)),
                AssumptionUnit::Share => {
                    let shown = format!("{}", amount as f64 / 10.0);
                    let missed = format!("{}", (1000 - amount) as f64 / 10.0);
                    let inside = |number: &str| text.contains(&format!("{number}%"));
                    inside(&shown) || inside(&missed)
                }
                AssumptionUnit::YearlyRate => false,
                AssumptionUnit::Pounds => {
                    let pounds = amount / 100;
                    let thousands = if pounds >= 1000 { format!("{},", pounds / 1000) } else { String::new() };
                    let rest = if pounds >= 1000 { format!("{:03}", pounds % 1000) } else { pounds.to_string() };
                    let pence =
                        if amount.is_multiple_of(100) { String::new() } else { format!(".{:02}", amount % 100) };
                    text.contains(&format!("£{thousands}{rest}{pence}"))
                }
            };
            let [low, likely, high] = assumed.amounts;
            let said_otherwise = ["three quarters", "6 out of 10", "one in five"];
            let told = |amount| stands(amount) || said_otherwise.iter().any(|said| text.contains(said));
            assert!(told(likely), "{start:?} {assumption:?}: {likely} in {text}");
            for end in [low, high] {
                assert!(told(end) || text.contains("round"), "{start:?} {assumption:?}: {end} in {text}");
            }
            checked += 1;
        }
    }
    assert_eq!(checked, 23);
}

#[test]
fn each_of_them_has_published_figures_and_a_published_result() {
    for start in MADE {
        let bases = Bases::of(&Offers::starting(start));
        assert!(bases.published >= 1 && bases.illustrative >= 1, "{start:?}: {bases:?}");
        assert!(notes(start).contains("Published result: "), "{start:?}");
    }
    let published: usize = MADE.map(|start| Bases::of(&Offers::starting(start)).published).iter().sum();
    assert_eq!(published, 20);
}
