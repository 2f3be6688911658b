//! What holds for every offer, whatever the place and the assumptions: people are counted once, money is spent once,
//! and offers that come to the same have the same results.
//!
//! Places and assumptions are drawn at random from a fixed seed, so every run tests the same ones.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use who_gets_missed::model::Counts;
use who_gets_missed::model::strategies::{
    Assumption, Cells, Design, Fifth, FifthOutcome, Funding, NeedScope, Outcome, OutreachWhere, Strategy as Offer,
    Values, outcome, split_budget,
};

#[path = "support/offers.rs"]
mod offers;
use offers::{NEAR, cells, counts, design, funding, near, numbers, offer, settings, share, values};

/// The same place with everybody in the target.
fn all_targeted(cells: &Cells) -> Cells {
    Cells::of(cells.fifths.map(|fifth| Fifth { targeted: fifth.all(), rest: Counts::default() }))
}

fn is_same(a: &Outcome, b: &Outcome) -> bool {
    let (left, right) = (numbers(a), numbers(b));
    left.len() == right.len()
        && left.into_iter().zip(right).all(|(a, b)| near(a, b))
        && (a.is_attainable, a.is_clamped) == (b.is_attainable, b.is_clamped)
}

fn with(values: &Values, changes: &[(Assumption, f64)]) -> Values {
    let mut values = *values;
    for &(assumption, value) in changes {
        values[assumption] = value;
    }
    values
}

proptest! {
    #![proptest_config(settings(256))]

    #[test]
    fn an_offer_to_all_with_the_same_uptake_everywhere_reaches_all_in_proportion(
        cells in cells(), values in values(), design in design(), uptake in share(),
    ) {
        let values = with(&values, &[(Assumption::UptakeLeast, uptake), (Assumption::UptakeMost, uptake)]);
        let found = outcome(&cells, Offer::Universal, design, Funding::InFull, &values);
        prop_assert!(near(found.reached, uptake * cells.total().people) && near(found.coverage, uptake));
        for (fifth, all) in found.fifths.iter().zip(cells.fifths.map(|fifth| fifth.all())) {
            prop_assert!(near(fifth.reached, uptake * all.in_need) && near(fifth.in_need, all.in_need));
        }
        prop_assert!(found.uptake_gap.is_some_and(|gap| near(gap, 0.0)) && !found.is_clamped);
    }

    #[test]
    fn a_perfect_assessment_that_all_take_up_reaches_all_in_need_and_nobody_else(
        cells in cells(), values in values(), design in design(),
    ) {
        use Assumption::{Sensitivity, Specificity, Stigma, UptakeLeast, UptakeMost};
        let perfect = [(Sensitivity, 1.0), (Specificity, 1.0), (UptakeLeast, 1.0), (UptakeMost, 1.0), (Stigma, 0.0)];
        let design = Design { need_scope: NeedScope::Everywhere, ..design };
        let found = outcome(&cells, Offer::ByNeed, design, Funding::InFull, &with(&values, &perfect));
        prop_assert!(near(found.reached, cells.total().in_need) && near(found.offered, found.reached));
        prop_assert!(near(found.coverage, 1.0) && near(found.not_in_need_reached, 0.0));
    }

    #[test]
    fn an_offer_by_area_to_the_whole_place_without_stigma_is_an_offer_to_all(
        cells in cells(), values in values(), design in design(), funding in funding(),
    ) {
        let (cells, values) = (all_targeted(&cells), with(&values, &[(Assumption::Stigma, 0.0)]));
        let [by_area, to_all] =
            [Offer::ByArea, Offer::Universal].map(|offer| outcome(&cells, offer, design, funding, &values));
        prop_assert!(is_same(&by_area, &to_all), "{by_area:?} {to_all:?}");
    }

    #[test]
    fn a_proportionate_offer_without_outreach_is_an_offer_to_all(
        cells in cells(), values in values(), design in design(), funding in funding(),
    ) {
        let values = with(&values, &[(Assumption::Outreach, 0.0), (Assumption::CostOutreach, 0.0)]);
        let [proportionate, to_all] =
            [Offer::Proportionate, Offer::Universal].map(|offer| outcome(&cells, offer, design, funding, &values));
        prop_assert!(is_same(&proportionate, &to_all), "{proportionate:?} {to_all:?}");
    }

    #[test]
    fn a_split_spends_the_budget_and_leaves_no_part_below_the_floor(
        parts in prop::collection::vec(counts(), 1..12), thin in prop::sample::select(vec![1.0, 1e-9]),
        budget in 0.0..1e8,
        theta in prop_oneof![Just(0.0), Just(50.0), 0.0..=50.0], floor in share(),
    ) {
        // Rates of one in a billion and a large theta make powers that no number can hold.
        let parts: Vec<Counts> = parts.iter().map(|part| Counts { in_need: part.in_need * thin, ..*part }).collect();
        let people: f64 = parts.iter().map(|part| part.people).sum();
        let has_need = parts.iter().any(|part| part.in_need > 0.0);
        let split = split_budget(&parts, budget, theta, floor);
        prop_assert_eq!(split.is_err(), people == 0.0 || (!has_need && theta > 0.0 && floor < 1.0));
        for split in split.iter() {
            prop_assert!(near(split.iter().map(|part| part.budget).sum(), budget), "{split:?}");
            for (part, counts) in split.iter().zip(&parts) {
                prop_assert!(part.budget >= floor * budget * counts.people / people - 1e-6);
                prop_assert!(part.per_person.is_none_or(|pounds| near(pounds * counts.people, part.budget)));
                prop_assert!(part.per_person_in_need.is_none_or(|pounds| near(pounds * counts.in_need, part.budget)));
            }
        }
    }

    #[test]
    fn money_that_follows_need_more_closely_never_gives_the_neediest_part_less(
        parts in prop::collection::vec(counts(), 1..12), a in 0.0..=50.0, b in 0.0..=50.0, floor in share(),
    ) {
        let rate = |part: &Counts| if part.people > 0.0 { part.in_need / part.people } else { 0.0 };
        let neediest = (0..parts.len()).max_by(|&a, &b| rate(&parts[a]).total_cmp(&rate(&parts[b]))).unwrap();
        let given = |theta: f64| split_budget(&parts, 1e6, theta, floor).map(|split| split[neediest].budget);
        if let (Ok(less), Ok(more)) = (given(f64::min(a, b)), given(f64::max(a, b))) {
            prop_assert!(less <= more + 1e-6, "{less} {more}");
        }
    }

    #[test]
    fn more_stigma_never_reaches_more_people(
        cells in cells(), values in values(), design in design(), offer in offer(), funding in funding(),
        a in share(), b in share(),
    ) {
        let [less, more] = [f64::min(a, b), f64::max(a, b)].map(|stigma| {
            let values = with(&values, &[(Assumption::Stigma, stigma)]);
            let reached = |funding| outcome(&cells, offer, design, funding, &values);
            (reached(Funding::InFull), reached(funding))
        });
        prop_assert!(more.0.reached <= less.0.reached + NEAR && more.0.coverage <= less.0.coverage + NEAR);
        // A goal for coverage asks for more offers where fewer take them up.
        if !matches!(funding, Funding::Coverage(_)) {
            prop_assert!(more.1.reached <= less.1.reached * (1.0 + NEAR) + NEAR, "{more:?} {less:?}");
        }
    }

    #[test]
    fn everybody_in_need_is_reached_or_did_not_take_it_up_or_was_not_offered(
        cells in cells(), values in values(), design in design(), offer in offer(), funding in funding(),
    ) {
        let o = outcome(&cells, offer, design, funding, &values);
        for (fifth, held) in o.fifths.iter().zip(cells.fifths) {
            let parts = [fifth.reached, fifth.not_taken_up, fifth.not_offered];
            prop_assert!(near(parts.iter().sum(), held.all().in_need), "{fifth:?}");
        }
        let parts = [o.in_need_reached, o.in_need_not_taken_up, o.in_need_not_offered];
        prop_assert!(near(parts.iter().sum(), cells.total().in_need));
        let sum = |part: fn(&FifthOutcome) -> f64| o.fifths.iter().map(part).sum();
        prop_assert!(near(sum(|fifth| fifth.reached), parts[0]) && near(sum(|fifth| fifth.not_taken_up), parts[1]));
        prop_assert!(near(o.in_need_reached + o.not_in_need_reached, o.reached) && o.reached <= o.offered + NEAR);
        prop_assert!(o.offered <= cells.total().people * (1.0 + NEAR));
    }

    #[test]
    fn no_count_of_people_is_below_nobody(
        cells in cells(), values in values(), design in design(), offer in offer(), funding in funding(),
    ) {
        let o = outcome(&cells, offer, design, funding, &values);
        let counts = [o.in_need_not_offered, o.in_need_not_taken_up, o.not_in_need_reached];
        let fifths = o.fifths.iter().flat_map(|fifth| [fifth.not_taken_up, fifth.not_offered]);
        prop_assert!(counts.into_iter().chain(fifths).all(|count| count >= 0.0), "{o:?}");
    }

    #[test]
    fn a_budget_between_the_fixed_and_the_full_cost_is_spent_to_the_penny(
        cells in cells(), values in values(), design in design(), offer in offer(), part in 0.001..=1.0,
    ) {
        let (full, fixed) = (outcome(&cells, offer, design, Funding::InFull, &values), values[Assumption::CostFixed]);
        prop_assume!(full.cost > fixed);
        let budget = fixed + part * (full.cost - fixed);
        let o = outcome(&cells, offer, design, Funding::Budget(budget), &values);
        prop_assert!(near(o.cost, budget) && o.is_attainable && near(o.scale, part));
        prop_assert!(near(o.reached, part * full.reached) && near(o.benefit, part * full.benefit));
        let more = outcome(&cells, offer, design, Funding::Budget(full.cost * 2.0 + 1.0), &values);
        prop_assert!(is_same(&more, &full), "a budget that is too large is not spent");
    }

    #[test]
    fn a_goal_within_reach_is_met_and_one_out_of_reach_is_told_apart(
        cells in cells(), values in values(), design in design(), offer in offer(), part in 0.0..=1.0, goal in share(),
    ) {
        let full = outcome(&cells, offer, design, Funding::InFull, &values);
        let within = outcome(&cells, offer, design, Funding::Coverage(part * full.coverage), &values);
        prop_assert!(within.is_attainable && near(within.coverage, part * full.coverage));
        prop_assume!((goal - full.coverage).abs() > 1e-9);
        let any = outcome(&cells, offer, design, Funding::Coverage(goal), &values);
        prop_assert_eq!(any.is_attainable, goal < full.coverage);
        prop_assert!(near(any.coverage, goal.min(full.coverage)));
    }

    #[test]
    fn a_goal_equal_to_the_uptake_of_all_is_within_reach(cells in cells(), values in values(), percent in 0..=100_u8) {
        let goal = f64::from(percent) / 100.0;
        let values = with(&values, &[(Assumption::UptakeLeast, goal), (Assumption::UptakeMost, goal)]);
        let design = Design { need_scope: NeedScope::Everywhere, outreach_where: OutreachWhere::MoreDeprived };
        let o = outcome(&cells, Offer::Universal, design, Funding::Coverage(goal), &values);
        prop_assert!(o.is_attainable && near(o.coverage, goal), "{o:?}");
    }

    #[test]
    fn an_uptake_of_exactly_nobody_or_everybody_is_not_held(
        cells in cells(), values in values(), design in design(), least in 0..=100_u8, most in 0..=100_u8,
    ) {
        let share = |percent: u8| f64::from(percent) / 100.0;
        let (lower, higher) = (least.min(most), least.max(most));
        let values = with(&values, &[
            (Assumption::UptakeLeast, share(least)),
            (Assumption::UptakeMost, share(most)),
            (Assumption::Stigma, share(lower)),
            (Assumption::Outreach, share(100 - higher)),
        ]);
        for offer in Offer::ALL {
            prop_assert!(!outcome(&cells, offer, design, Funding::InFull, &values).is_clamped, "{offer:?}");
        }
    }

    #[test]
    fn the_gap_before_does_not_depend_on_the_offer(
        cells in cells(), values in values(), design in design(), funding in funding(),
    ) {
        let gaps = Offer::ALL.map(|offer| outcome(&cells, offer, design, funding, &values).gap_before);
        prop_assert!(gaps.iter().all(|gap| gap.to_bits() == gaps[0].to_bits()));
        // The risk is a straight line of rank, so the fit is that line, drawn out to both ends.
        if cells.gradient().iter().any(|&gradient| gradient > 0.0) {
            let rise = values[Assumption::RiskMost] - values[Assumption::RiskLeast];
            let people = cells.fifths.map(|fifth| fifth.all().people);
            let mut ends = people.into_iter().filter(|&people| people > 0.0);
            let (first, last) = (ends.next().unwrap(), ends.next_back().unwrap());
            let between = 1.0 - (first + last) / 2.0 / people.iter().sum::<f64>();
            prop_assert!(near(gaps[0] * between, rise), "{gaps:?} {between} {rise}");
        }
    }
}
