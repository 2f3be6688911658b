//! Offers as a programme, and value for money, are what they are when they are worked out with other tools. The answers are in
//! `fixtures/programme.json`; `support/programme.py` made them from the definitions alone, says the formulas in words, and shares
//! no code with the model.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use who_gets_missed::model::Counts;
use who_gets_missed::model::strategies::{
    Against, Assumption, Averts, Cells, CostAndEffect, Design, Eligible, Fifth, Funding, NeedScope, Outcome,
    OutreachWhere, Programme, Standing, Strategy as Offer, Values, acceptability, against, discounted_years,
    partial_information, perfect_information, standings,
};

static EXAMPLES: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("fixtures/programme.json")).unwrap());
static PLACES: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("fixtures/strategies.json")).unwrap());

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// Holds a number against the answer, to one part in 10^9.
#[track_caller]
fn check(what: &str, found: f64, expect: &Value) {
    let expect = number(expect);
    assert!((found - expect).abs() <= 1e-9 * expect.abs().max(1.0), "{what}: {found}, worked out as {expect}");
}

fn cells(name: &Value) -> Cells {
    let place = list(&PLACES["places"]).iter().find(|place| place["name"] == *name).unwrap();
    let fifths: Vec<Fifth> = list(&place["cells"])
        .iter()
        .map(|cells| {
            let at = |at: usize| number(&cells[at]);
            let counts = |need: usize| Counts { areas: 0.0, people: at(need) + at(need + 1), in_need: at(need) };
            Fifth { targeted: counts(0), rest: counts(2) }
        })
        .collect();
    Cells::of(fifths.try_into().unwrap())
}

fn design(at: &Value) -> (Offer, Design) {
    let of = &list(&EXAMPLES["designs"])[at.as_u64().unwrap() as usize];
    let strategy = match text(&of[0]) {
        "universal" => Offer::Universal,
        "by-area" => Offer::ByArea,
        "by-need" => Offer::ByNeed,
        "by-group" => Offer::ByGroup,
        _ => Offer::Proportionate,
    };
    let need_scope = match text(&of[1]) {
        "inside-target" => NeedScope::InsideTarget,
        "after-contact" => NeedScope::AfterContact,
        _ => NeedScope::Everywhere,
    };
    let outreach_where = if text(&of[2]) == "targeted" { OutreachWhere::Targeted } else { OutreachWhere::MoreDeprived };
    (strategy, Design { need_scope, outreach_where })
}

fn programme(case: &Value, design: Design) -> Programme {
    let eligible = match text(&case["eligible"][0]) {
        "everyone" => Eligible::Everyone,
        "shares" => Eligible::Shares,
        _ => Eligible::Numbers(number(&case["eligible"][1]), number(&case["eligible"][2])),
    };
    let averts = match text(&case["averts"][0]) {
        "once" => Averts::OnceOrNever,
        _ => {
            Averts::EachYear { years: case["averts"][1].as_u64().unwrap() as u32, discount: number(&case["averts"][2]) }
        }
    };
    Programme { design, funding: Funding::InFull, eligible, averts, has_present: case["has_present"] == true }
}

fn values(case: &Value) -> Values {
    let of = list(&EXAMPLES["values"][text(&case["values"])]);
    Values::from_fn(|assumption| number(&of[assumption as usize]))
}

fn check_outcome(what: &str, found: &Outcome, expect: &Value) {
    let of = [
        found.offered,
        found.reached,
        found.in_need_reached,
        found.cost,
        found.benefit,
        found.gap_before,
        found.gap_after,
    ];
    for (found, expect) in of.into_iter().zip(list(expect)) {
        check(what, found, expect);
    }
}

fn check_against(what: &str, found: Against, expect: &Value) {
    let (kind, ratio) = match found {
        Against::Same => ("same", None),
        Against::Dominates => ("dominates", None),
        Against::IsDominated => ("is-dominated", None),
        Against::MoreForMore(ratio) => ("more-for-more", Some(ratio)),
        Against::LessForLess(ratio) => ("less-for-less", Some(ratio)),
    };
    assert_eq!(kind, text(&expect[0]), "{what}");
    if let Some(ratio) = ratio {
        check(what, ratio, &expect[1]);
    }
}

fn on_averted(outcome: &Outcome) -> CostAndEffect {
    CostAndEffect { cost: outcome.cost, effect: outcome.benefit }
}

#[test]
fn the_python_script_and_the_model_name_the_same_assumptions_in_one_order() {
    let names: Vec<String> = Assumption::ALL.iter().map(|assumption| format!("{assumption:?}")).collect();
    assert_eq!(list(&EXAMPLES["names"]).iter().map(text).collect::<Vec<_>>(), names);
}

#[test]
fn years_count_as_the_green_book_discounts_them() {
    for row in list(&EXAMPLES["years"]) {
        check("years", discounted_years(row[0].as_u64().unwrap() as u32, number(&row[1])), &row[2]);
    }
}

#[test]
fn a_programme_does_and_costs_what_is_worked_out_cell_by_cell() {
    let cases = list(&EXAMPLES["cases"]);
    assert!(cases.len() >= 60);
    for (at, case) in cases.iter().enumerate() {
        let (place, values) = (cells(&case["place"]), values(case));
        let what = format!("case {at}");
        let mut options = Vec::new();
        let first = programme(case, design(&case["designs"][0]).1);
        let eligible = first.cells(&place, &values).total();
        check(&what, eligible.people, &case["people"]);
        check(&what, eligible.in_need, &case["in_need"]);
        let present = first.present(&place, &values);
        assert_eq!(present.is_some(), !case["present"].is_null(), "{what}");
        if let Some(present) = &present {
            check_outcome(&what, present, &case["present"]);
        }
        let base = present.as_ref().map(on_averted).unwrap_or_default();
        options.push(base);
        for ((of, expect), beyond) in
            list(&case["designs"]).iter().zip(list(&case["outcomes"])).zip(list(&case["beyond"]))
        {
            let (strategy, design) = design(of);
            let outcome = programme(case, design).outcome(&place, strategy, &values);
            check_outcome(&what, &outcome, expect);
            options.push(on_averted(&outcome));
            let averted = on_averted(&outcome).beyond(base);
            check(&what, averted.cost, &beyond[0]);
            check(&what, averted.effect, &beyond[1]);
            check_against(&what, against(averted), &beyond[3]);
            let reached = |of: &Outcome| CostAndEffect { cost: of.cost, effect: of.in_need_reached };
            let reached = reached(&outcome).beyond(present.as_ref().map(reached).unwrap_or_default());
            check(&what, reached.effect, &beyond[2]);
            check_against(&what, against(reached), &beyond[4]);
        }
        for (found, expect) in standings(&options).into_iter().zip(list(&case["standings"])) {
            let kind = match found {
                Standing::Least => "least",
                Standing::Next { after, ratio } => {
                    assert_eq!(after as u64, expect[1].as_u64().unwrap(), "{what}");
                    check(&what, ratio, &expect[2]);
                    "next"
                }
                Standing::SameAs { .. } => "same-as",
                Standing::Dominated { .. } => "dominated",
                Standing::DominatedByMix { .. } => "dominated-by-mix",
            };
            assert_eq!(kind, text(&expect[0]), "{what}");
        }
    }
}

/// The draws of the script: no random ones, but as far apart.
fn draws(likely: &Values) -> Vec<Values> {
    const PRIMES: [f64; 25] = [
        2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0, 23.0, 29.0, 31.0, 37.0, 41.0, 43.0, 47.0, 53.0, 59.0, 61.0, 67.0,
        71.0, 73.0, 79.0, 83.0, 89.0, 97.0,
    ];
    let draw = |at: u32| {
        Values::from_fn(|assumption| {
            let likely = likely[assumption];
            let step = f64::from(at + 1) * PRIMES[assumption as usize].sqrt();
            let value = 0.7 * likely + (1.3 * likely - 0.7 * likely) * (step - step.floor());
            value.min(assumption.most())
        })
    };
    (0..64).map(draw).collect()
}

#[test]
fn how_sure_a_choice_is_and_what_it_is_worth_to_know_is_what_numpy_finds() {
    for (at, case) in list(&EXAMPLES["cases"]).iter().enumerate() {
        let (place, draws) = (cells(&case["place"]), draws(&values(case)));
        let base = |values: &Values| {
            let first = programme(case, design(&case["designs"][0]).1);
            first.present(&place, values).as_ref().map(on_averted).unwrap_or_default()
        };
        let mut options: Vec<Vec<CostAndEffect>> = vec![draws.iter().map(base).collect()];
        for of in list(&case["designs"]) {
            let (strategy, design) = design(of);
            let programme = programme(case, design);
            options.push(draws.iter().map(|values| on_averted(&programme.outcome(&place, strategy, values))).collect());
        }
        let expect = &case["certainty"];
        let worth = number(&expect["worth"]);
        for (found, expect) in acceptability(&options, worth).into_iter().zip(list(&expect["acceptability"])) {
            check(&format!("acceptability of case {at}"), found, expect);
        }
        // What is left of the difference of two large sums has fewer digits.
        let largest = options.iter().flatten().map(|of| of.net_benefit(worth).abs()).fold(1.0, f64::max);
        let near = |what: &str, found: Option<f64>, expect: &Value| {
            let (found, expect) = (found.unwrap(), number(expect));
            assert!((found - expect).abs() <= 1e-9 * largest, "{what} of case {at}: {found}, worked out as {expect}");
        };
        near("all information", perfect_information(&options, worth), &expect["all"]);
        for (name, expect) in expect["single"].as_object().unwrap() {
            let assumption = Assumption::ALL.into_iter().find(|of| format!("{of:?}") == *name).unwrap();
            let known: Vec<f64> = draws.iter().map(|values| values[assumption]).collect();
            near(name, partial_information(&options, &known, worth), expect);
        }
    }
}

fn option() -> impl Strategy<Value = CostAndEffect> {
    // Few different numbers, so that many are equal.
    (0..6_i32, 0..6_i32)
        .prop_map(|(cost, effect)| CostAndEffect { cost: f64::from(cost - 1), effect: f64::from(effect - 1) })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn without_a_rate_a_year_is_a_year_and_a_rate_only_takes_away(years in 1..60_u32, rate in 0.0..1.0_f64) {
        prop_assert_eq!(discounted_years(years, 0.0), f64::from(years));
        let counted = discounted_years(years, rate);
        prop_assert!(counted <= f64::from(years) && counted >= 1.0);
    }

    #[test]
    fn an_option_is_best_at_some_worth_if_and_only_if_it_is_on_the_frontier(options in vec(option(), 1..7)) {
        let found = standings(&options);
        let is_first = |at: usize| !options[..at].contains(&options[at]);
        for (at, standing) in found.iter().enumerate() {
            let best_somewhere = (0..=4_000).map(|step| f64::from(step) * 0.005).any(|worth| {
                let net = |of: &CostAndEffect| of.net_benefit(worth);
                options.iter().all(|other| net(other) <= net(&options[at]) + 1e-9)
            });
            match standing {
                Standing::Least | Standing::Next { .. } => prop_assert!(best_somewhere, "{:?} {:?}", options, found),
                // Where averting one is worth nothing, it may be as cheap as what beats it.
                Standing::SameAs { option } => {
                    prop_assert!(!is_first(at) && options[*option] == options[at]);
                }
                Standing::Dominated { by } => {
                    prop_assert!(options[*by] != options[at], "equal offers are never dominated");
                    prop_assert!(options[*by].cost <= options[at].cost && options[*by].effect >= options[at].effect);
                }
                Standing::DominatedByMix { less, more } => {
                    let (one, other) = (options[*less], options[*more]);
                    let part = (options[at].effect - one.effect) / (other.effect - one.effect);
                    prop_assert!((0.0..=1.0).contains(&part));
                    prop_assert!(one.cost + part * (other.cost - one.cost) < options[at].cost);
                }
            }
        }
        prop_assert_eq!(found.iter().filter(|of| **of == Standing::Least).count(), 1);
    }

    #[test]
    fn to_know_is_never_worth_less_than_nothing_nor_one_thing_more_than_all(
        draws in vec((option(), option(), option(), -1.0..1.0_f64), 1..60), worth in 0.0..10.0_f64,
    ) {
        let options = [
            draws.iter().map(|draw| draw.0).collect::<Vec<_>>(),
            draws.iter().map(|draw| draw.1).collect(),
            draws.iter().map(|draw| draw.2).collect(),
        ];
        let all = perfect_information(&options, worth).unwrap();
        prop_assert!(all >= 0.0);
        let known: Vec<f64> = draws.iter().map(|draw| draw.3).collect();
        let one = partial_information(&options, &known, worth).unwrap();
        prop_assert!(one >= 0.0);
        let shares = acceptability(&options, worth);
        prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        // A thing that never varies tells nothing.
        let same = vec![0.5; draws.len()];
        prop_assert!(partial_information(&options, &same, worth).unwrap() < 1e-9);
    }

    #[test]
    fn those_who_can_have_it_are_part_of_all_and_the_same_part_everywhere(
        need in 0.0..1.0_f64, others in 0.0..1.0_f64, at in 0..8_usize,
    ) {
        let place = cells(&list(&PLACES["places"])[at]["name"]);
        let some = place.eligible(need, others);
        for (all, some) in place.fifths.iter().zip(&some.fifths) {
            let (all, some) = (all.all(), some.all());
            prop_assert!((some.in_need - need * all.in_need).abs() < 1e-6);
            prop_assert!((some.people - some.in_need - others * (all.people - all.in_need)).abs() < 1e-6);
        }
        prop_assert_eq!(place.eligible(1.0, 1.0), place);
    }
}

#[test]
fn without_draws_nothing_is_known() {
    assert_eq!(perfect_information(&[], 1.0), None);
    assert_eq!(partial_information(&[Vec::new()], &[], 1.0), None);
    assert_eq!(acceptability(&[Vec::new(), Vec::new()], 1.0), [0.0, 0.0]);
}
