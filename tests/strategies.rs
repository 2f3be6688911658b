//! What offers do is what they do when it is worked out cell by cell, with other tools, for small made-up places. The
//! answers are in `fixtures/strategies.json`; `support/strategies.py` made them from the definitions alone, says the
//! formulas in words, and shares no code with the model.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::LazyLock;

use serde_json::Value;
use who_gets_missed::model::strategies::{
    Assumption, BreakEven, Cells, Design, Fifth, FifthOutcome, Funding, NeedScope, NoBudgetSplit, Outcome,
    OutreachWhere, Pert, Range, Strategy, Values, break_even, evenly, outcome, split_budget,
};
use who_gets_missed::model::{Basis, Counts, Curve, Cut, CutScale, Margin, NationalPosition, Share, Unit};

static EXAMPLES: LazyLock<Value> =
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

fn numbers<const N: usize>(value: &Value) -> [f64; N] {
    let all: Vec<f64> = list(value).iter().map(number).collect();
    all.try_into().unwrap()
}

/// Holds a number against the answer, to one part in 10^9.
#[track_caller]
fn check(what: &str, found: Option<f64>, expect: &Value) {
    match (found, expect.as_f64()) {
        (None, None) => {}
        (Some(found), Some(expect)) => {
            let tolerance = 1e-9 * expect.abs().max(1.0);
            assert!((found - expect).abs() <= tolerance, "{what}: {found}, worked out as {expect}");
        }
        (found, expect) => panic!("{what}: {found:?}, worked out as {expect:?}"),
    }
}

fn places() -> &'static [Value] {
    list(&EXAMPLES["places"])
}

fn curve_and_cut(place: &Value) -> (Curve, Cut) {
    let units = list(&place["units"]).iter().zip(1u8..).map(|(unit, order)| {
        let [areas, people, in_need] = numbers(&unit["counts"]);
        let stretch = unit.get("stretch").map(numbers);
        Unit {
            counts: Counts { areas, people, in_need },
            order: f64::from(order),
            national: stretch.map(|[from, to]| NationalPosition::Stretch { from, to }),
        }
    });
    let local = |margin| CutScale::Local { basis: Basis::People, margin };
    let scale = match text(&place["scale"]) {
        "national" => CutScale::National,
        "people, split" => local(Margin::Split),
        "people, whole" => local(Margin::Whole),
        other => panic!("no scale {other}"),
    };
    (Curve::new(units).unwrap(), Cut { scale, share: Share::new(number(&place["share"])).unwrap() })
}

fn cells(name: &Value) -> Cells {
    let place = places().iter().find(|place| place["name"] == *name).unwrap();
    let (curve, cut) = curve_and_cut(place);
    Cells::new(&curve, cut).unwrap()
}

/// The values of a table from the name of an assumption to its value.
fn values(table: &Value) -> Values {
    assert_eq!(table.as_object().unwrap().len(), Assumption::OF_OFFERS);
    Values::from_fn(|assumption| table.get(format!("{assumption:?}")).map_or(0.0, number))
}

fn values_named(name: &Value) -> Values {
    values(&list(&EXAMPLES["values"]).iter().find(|set| set[0] == *name).unwrap()[1])
}

fn assumption(name: &Value) -> Assumption {
    *Assumption::ALL.iter().find(|assumption| format!("{assumption:?}") == text(name)).unwrap()
}

fn offer(strategy: &Value, scope: &Value, outreach: &Value) -> (Strategy, Design) {
    let need_scope = match text(scope) {
        "everywhere" => NeedScope::Everywhere,
        "inside-target" => NeedScope::InsideTarget,
        "after-contact" => NeedScope::AfterContact,
        other => panic!("no scope {other}"),
    };
    let outreach_where = match text(outreach) {
        "more-deprived" => OutreachWhere::MoreDeprived,
        "targeted" => OutreachWhere::Targeted,
        other => panic!("no place of outreach {other}"),
    };
    let strategy = match text(strategy) {
        "universal" => Strategy::Universal,
        "by-area" => Strategy::ByArea,
        "by-need" => Strategy::ByNeed,
        "by-group" => Strategy::ByGroup,
        "proportionate" => Strategy::Proportionate,
        other => panic!("no offer {other}"),
    };
    (strategy, Design { need_scope, outreach_where })
}

fn funding(kind: &Value, amount: &Value) -> Funding {
    match text(kind) {
        "in full" => Funding::InFull,
        "budget" => Funding::Budget(number(amount)),
        "coverage" => Funding::Coverage(number(amount)),
        other => panic!("no funding {other}"),
    }
}

#[test]
fn fifths_and_what_of_them_is_targeted_are_as_worked_out() {
    for place in places() {
        let found = cells(&place["name"]);
        for (fifth, expect) in found.fifths.iter().zip(list(&place["cells"])) {
            let parts = [fifth.targeted, fifth.rest].map(|part| [part.in_need, part.people - part.in_need]);
            for (found, expect) in parts.as_flattened().iter().zip(list(expect)) {
                check(&format!("{}, a cell", place["name"]), Some(*found), expect);
            }
        }
        for (found, expect) in found.gradient().into_iter().zip(list(&place["gradient"])) {
            check(&format!("{}, the gradient", place["name"]), Some(found), expect);
        }
    }
}

#[test]
fn fifths_given_as_they_are_make_the_cells_that_cutting_makes() {
    for place in places() {
        let fifths = list(&place["cells"]).iter().map(|cell| {
            let [a, b, c, d] = numbers(cell);
            let counts = |in_need, others| Counts { areas: 1.0, people: in_need + others, in_need };
            Fifth { targeted: counts(a, b), rest: counts(c, d) }
        });
        let given = Cells::of(fifths.collect::<Vec<_>>().try_into().unwrap());
        for (given, expect) in given.gradient().into_iter().zip(list(&place["gradient"])) {
            check(&place["name"].to_string(), Some(given), expect);
        }
    }
}

/// The outputs of an outcome, in the order of the fixture, but for those of the fifths.
fn outputs(outcome: &Outcome) -> Vec<Value> {
    let Value::Object(mut fields) = serde_json::to_value(outcome).unwrap() else { panic!("{outcome:?}") };
    fields.remove("fifths").unwrap();
    let names = list(&EXAMPLES["outputs"]);
    assert_eq!(fields.len(), names.len(), "an output is not worked out");
    names.iter().map(|name| fields[text(name)].clone()).collect()
}

#[test]
fn every_output_of_every_strategy_is_as_worked_out() {
    let names = list(&EXAMPLES["outputs"]);
    assert_eq!(EXAMPLES["fifth_outputs"], serde_json::json!(["in_need", "reached", "not_taken_up", "not_offered"]));
    let mut checked = 0;
    for row in list(&EXAMPLES["cases"]) {
        let [place, set, strategy, scope, outreach, kind, amount, expect, fifths] = list(row) else { panic!("{row}") };
        let case = format!("{place}, {set}, {strategy} {scope} {outreach}, {kind} {amount}");
        let (strategy, design) = offer(strategy, scope, outreach);
        let found = outcome(&cells(place), strategy, design, funding(kind, amount), &values_named(set));
        for ((name, found), expect) in names.iter().zip(outputs(&found)).zip(list(expect)) {
            match expect {
                Value::Bool(_) => assert_eq!(found, *expect, "{case}, {name}"),
                _ => check(&format!("{case}, {name}"), found.as_f64(), expect),
            }
        }
        let of_fifth = |fifth: FifthOutcome| [fifth.in_need, fifth.reached, fifth.not_taken_up, fifth.not_offered];
        let found: Vec<f64> = found.fifths.into_iter().flat_map(of_fifth).collect();
        assert_eq!(found.len(), list(fifths).len());
        for (index, (found, expect)) in found.into_iter().zip(list(fifths)).enumerate() {
            check(&format!("{case}, fifth {}, output {}", index / 4 + 1, index % 4), Some(found), expect);
        }
        checked += 1;
    }
    assert!(checked > 150, "{checked} cases");
}

#[test]
fn two_fifths_can_be_worked_out_on_a_slip_of_paper() {
    // 100 people with 40 in need in the most deprived fifth, all targeted, and 100 with 10 in the least deprived.
    let counts = |in_need| Counts { areas: 1.0, people: 100.0, in_need };
    let mut fifths = [Fifth::default(); 5];
    fifths[0].targeted = counts(40.0);
    fifths[4].rest = counts(10.0);
    let cells = Cells::of(fifths);
    let mut values = Values::from_fn(|_| 0.0);
    for (assumption, value) in [
        (Assumption::UptakeLeast, 0.75),
        (Assumption::UptakeMost, 0.5),
        (Assumption::CostFixed, 100.0),
        (Assumption::CostDelivery, 10.0),
        (Assumption::EffectInNeed, 0.5),
        (Assumption::RiskLeast, 0.125),
        (Assumption::RiskMost, 0.25),
    ] {
        values[assumption] = value;
    }
    let design = Design { need_scope: NeedScope::Everywhere, outreach_where: OutreachWhere::MoreDeprived };
    let found = outcome(&cells, Strategy::ByArea, design, Funding::InFull, &values);
    let nothing = FifthOutcome::default();
    let expect = Outcome {
        offered: 100.0,
        reached: 50.0,
        in_need_reached: 20.0,
        in_need_not_offered: 10.0,
        in_need_not_taken_up: 20.0,
        not_in_need_reached: 30.0,
        coverage: 0.4,
        cost: 600.0,
        cost_per_reached: Some(12.0),
        cost_per_in_need_reached: Some(30.0),
        // 20 reached in need, with a risk of 1 in 4, half of it taken away.
        benefit: 2.5,
        // The ranks are 1/4 and 3/4: from rank 0 to rank 1 the risk falls by twice what lies between the two.
        gap_before: 0.25,
        gap_after: 0.2,
        // Only one of the two is offered anything, so there is no other to hold it against.
        uptake_gap: None,
        scale: 1.0,
        is_attainable: true,
        is_clamped: false,
        fifths: [
            FifthOutcome { in_need: 40.0, reached: 20.0, not_taken_up: 20.0, not_offered: 0.0 },
            nothing,
            nothing,
            nothing,
            FifthOutcome { in_need: 10.0, reached: 0.0, not_taken_up: 0.0, not_offered: 10.0 },
        ],
        uptake: [Some((0.5, 0.5)), None, None, None, None],
    };
    let decimals = |outcome: &Outcome| format!("{outcome:.12?}");
    assert_eq!(decimals(&found), decimals(&expect));
}

#[test]
fn every_split_of_a_budget_is_as_worked_out() {
    let mut without = 0;
    for row in list(&EXAMPLES["splits"]) {
        let [name, budget, theta, floor, expect] = list(row) else { panic!("{row}") };
        let parts = list(&EXAMPLES["split_parts"][text(name)]).iter().map(numbers);
        let parts: Vec<Counts> = parts.map(|[people, in_need]| Counts { areas: 1.0, people, in_need }).collect();
        let found = split_budget(&parts, number(budget), number(theta), number(floor));
        let Some(expect) = expect.as_array() else {
            assert_eq!(found, Err(NoBudgetSplit), "{row}");
            without += 1;
            continue;
        };
        let found = found.unwrap();
        assert_eq!(found.len(), expect.len());
        for (part, expect) in found.into_iter().zip(expect) {
            let found = [Some(part.budget), part.per_person, part.per_person_in_need];
            for (found, expect) in found.into_iter().zip(list(expect)) {
                check(&format!("{name}, theta {theta}, floor {floor}"), found, expect);
            }
        }
    }
    assert!(without > 0, "the examples have no split that cannot be made");
}

/// A PERT distribution with what is worked out of it.
fn quantiles() -> impl Iterator<Item = (&'static Value, Range, Pert)> {
    list(&EXAMPLES["quantiles"]).iter().map(|row| {
        let [name, low, likely, high] = list(&row["of"]) else { panic!("{row}") };
        let range = Range::new(assumption(name), number(low), number(likely), number(high)).unwrap();
        (row, range, Pert::new(range))
    })
}

#[test]
fn pert_quantiles_are_as_worked_out_at_every_step_of_the_table() {
    for (row, _, pert) in quantiles() {
        for (step, expect) in (0u8..).zip(list(&row["knots"])) {
            check(&format!("{}, step {step}", row["of"]), Some(pert.quantile(f64::from(step) / 128.0)), expect);
        }
    }
}

#[test]
fn pert_quantiles_between_the_steps_are_near_those_worked_out() {
    for (row, range, pert) in quantiles() {
        for pair in list(&row["between"]) {
            let [step, expect] = numbers(pair);
            let found = pert.quantile(step / 128.0);
            let [below, above] = [step - 0.5, step + 0.5].map(|step| pert.quantile(step / 128.0));
            assert!(below <= found && found <= above);
            // Straight lines are off by 0.12% to 0.39% of the range at most, by where the likely value lies, measured
            // over 10,000 quantiles. In the two outermost steps, where the curve can be steep, half a step is certain.
            let is_outermost = !(1.0..127.0).contains(&step);
            let tolerance = if is_outermost { (above - below) / 2.0 } else { 0.004 * (range.high() - range.low()) };
            assert!((found - expect).abs() <= tolerance + 1e-9, "{}, step {step}: {found}, not {expect}", row["of"]);
        }
    }
}

#[test]
fn every_tie_of_two_strategies_is_as_worked_out() {
    for row in list(&EXAMPLES["ties"]) {
        let [place, changed, moving, from, to, first, second, kind, amount, output, expect] = list(row) else {
            panic!("{row}")
        };
        let cells = cells(place);
        let mut values = values_named(&Value::from("plain"));
        for (name, value) in changed.as_object().unwrap() {
            values[assumption(&Value::from(name.as_str()))] = number(value);
        }
        let index = list(&EXAMPLES["outputs"]).iter().position(|name| name == output).unwrap();
        let output_of = |of: &Value, values: &Values| {
            let (strategy, design) = offer(&of[0], &of[1], &of[2]);
            outputs(&outcome(&cells, strategy, design, funding(kind, amount), values))[index].as_f64()
        };
        let found = break_even(
            &values,
            assumption(moving),
            &evenly((number(from), number(to))),
            |values| output_of(first, values),
            |values| output_of(second, values),
        );
        match (found, expect.as_str()) {
            (BreakEven::At(value), None) => check(&row.to_string(), Some(value), expect),
            (BreakEven::FirstAlways, Some("first always"))
            | (BreakEven::SecondAlways, Some("second always"))
            | (BreakEven::Same, Some("same"))
            | (BreakEven::Undefined, Some("undefined")) => {}
            (found, _) => panic!("{row}: {found:?}"),
        }
    }
}
