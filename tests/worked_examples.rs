//! The model gives what small made-up places give when they are worked out in exact fractions, one unit after the
//! other. The answers are in `fixtures/worked_examples.json`; `support/worked_examples.py` made them from the
//! definitions alone and shares no code with the model.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::LazyLock;

use serde_json::Value;
use who_gets_missed::data::{Population, Resolution};
use who_gets_missed::model::{
    Basis, Counts, Curve, CurveError, Cut, CutScale, Margin, NationalPosition, Share, Target, Unit, quintiles,
    smallest_target_reaching, squared_need_per_person,
};
use who_gets_missed::results::RankedPlace;

static EXAMPLES: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("fixtures/worked_examples.json")).unwrap());

fn places() -> &'static [Value] {
    EXAMPLES["places"].as_array().unwrap()
}

fn rows<'a>(place: &'a Value, key: &str) -> impl Iterator<Item = &'a [Value]> {
    place[key].as_array().unwrap().iter().map(|row| row.as_array().unwrap().as_slice())
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn numbers<const N: usize>(value: &Value) -> [f64; N] {
    let all: Vec<f64> = value.as_array().unwrap().iter().map(number).collect();
    all.try_into().unwrap()
}

fn position(unit: &Value) -> Option<NationalPosition> {
    if !unit["rank"].is_null() {
        let [rank, of] = numbers(&unit["rank"]);
        return Some(NationalPosition::Rank { rank: rank as u32, of: of as u32 });
    }
    if unit["stretch"].is_null() {
        return None;
    }
    let [from, to] = numbers(&unit["stretch"]);
    Some(NationalPosition::Stretch { from, to })
}

fn units(place: &Value) -> Vec<Unit> {
    let unit = |unit: &Value| {
        let [areas, people, in_need] = numbers(&unit["counts"]);
        Unit { counts: Counts { areas, people, in_need }, order: number(&unit["order"]), national: position(unit) }
    };
    place["units"].as_array().unwrap().iter().map(unit).collect()
}

/// The (people, people in need) of every single area, those inside bands too.
fn single_areas(place: &Value) -> Vec<[f64; 2]> {
    let inside = |unit: &Value| match unit["single"].as_array() {
        Some(single) => single.iter().map(numbers).collect(),
        None => {
            let [_, people, in_need] = numbers(&unit["counts"]);
            vec![[people, in_need]]
        }
    };
    place["units"].as_array().unwrap().iter().flat_map(inside).collect()
}

fn scale(label: &Value) -> CutScale {
    let local = |basis, margin| CutScale::Local { basis, margin };
    match label.as_str().unwrap() {
        "national" => CutScale::National,
        "areas, split" => local(Basis::Areas, Margin::Split),
        "areas, whole" => local(Basis::Areas, Margin::Whole),
        "people, split" => local(Basis::People, Margin::Split),
        "people, whole" => local(Basis::People, Margin::Whole),
        other => panic!("no scale {other}"),
    }
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

#[test]
fn every_measure_of_every_target_is_as_worked_out() {
    let names: Vec<&str> = EXAMPLES["measures"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    let mut checked = 0;
    for place in places() {
        let curve = Curve::new(units(place)).unwrap();
        for row in rows(place, "targets") {
            let [label, share, expect @ ..] = row else { panic!("{row:?}") };
            let cut = Cut { scale: scale(label), share: Share::new(number(share)).unwrap() };
            let target = Target::new(curve.within(cut).unwrap(), curve.total());
            let Value::Object(measures) = serde_json::to_value(target).unwrap() else { panic!("{target:?}") };
            assert_eq!(measures.len(), names.len(), "a measure is not worked out");
            for (name, expect) in names.iter().zip(expect) {
                check(&format!("{}, {label} {share}, {name}", place["name"]), measures[*name].as_f64(), expect);
            }
            checked += 1;
        }
    }
    assert!(checked > 300, "{checked} targets");
}

#[test]
fn the_first_place_is_as_worked_out_in_the_head() {
    // Of four areas of 100 people with 40, 30, 20 and 10 in need, the national fifth is the first one.
    let curve = Curve::new(units(&places()[0])).unwrap();
    let cut = Cut { scale: CutScale::National, share: Share::of(1.0, 5.0) };
    let target = Target::new(curve.within(cut).unwrap(), curve.total());
    let expect = Target {
        areas: 1.0,
        people: 100.0,
        people_share: 0.25,
        in_need: 40.0,
        coverage: 0.4,
        exclusion_error: 0.6,
        precision: Some(0.4),
        leakage: Some(0.6),
        lift: Some(1.6),
        number_needed: Some(2.5),
        // 60 of the 300 who are not in need are targeted.
        targeting_differential: Some(0.2),
        // Perfect knowledge would reach all 100 in need with 100 offers.
        efficiency: Some(0.4),
    };
    let decimals = |target: &Target| format!("{target:.12?}");
    assert_eq!(decimals(&target), decimals(&expect));
}

#[test]
fn the_fifths_of_every_scale_are_as_worked_out() {
    for place in places() {
        let curve = Curve::new(units(place)).unwrap();
        for row in rows(place, "quintiles") {
            let fifths = quintiles(&curve, scale(&row[0])).unwrap();
            for (fifth, expect) in fifths.iter().zip(row[1].as_array().unwrap()) {
                let found = [fifth.areas, fifth.people, fifth.in_need, fifth.people_share, fifth.need_share];
                for (found, expect) in found.into_iter().zip(expect.as_array().unwrap()) {
                    check(&format!("{}, {} fifth {}", place["name"], row[0], fifth.quintile), Some(found), expect);
                }
            }
        }
    }
}

#[test]
fn the_smallest_target_that_reaches_a_goal_is_as_worked_out() {
    for place in places() {
        let curve = Curve::new(units(place)).unwrap();
        for row in rows(place, "reach") {
            let [label, goal, expect @ ..] = row else { panic!("{row:?}") };
            let reach = smallest_target_reaching(&curve, Share::new(number(goal)).unwrap(), scale(label)).unwrap();
            for (found, expect) in [reach.share, reach.people_share, reach.coverage].into_iter().zip(expect) {
                check(&format!("{}, {label} to reach {goal}", place["name"]), Some(found), expect);
            }
        }
    }
}

#[test]
fn the_share_of_need_that_lies_between_areas_is_as_worked_out() {
    for place in places() {
        let squares = single_areas(place).into_iter().map(|[people, in_need]| squared_need_per_person(people, in_need));
        let population = Population {
            units: units(place),
            squared_need: squares.sum(),
            resolution: Resolution::Areas,
            is_joined: false,
            band: 0,
        };
        let prepared = RankedPlace::new(population).unwrap();
        check(&place["name"].to_string(), prepared.between_area_share, &place["between_area_share"]);
    }
}

#[test]
fn units_without_a_national_position_have_no_national_cut() {
    let mut without = 0;
    for place in
        places().iter().filter(|place| place["units"].as_array().unwrap().iter().all(|u| position(u).is_none()))
    {
        let curve = Curve::new(units(place)).unwrap();
        let cut = Cut { scale: CutScale::National, share: Share::of(1.0, 5.0) };
        assert_eq!(curve.within(cut), Err(CurveError::NoNationalPosition), "{}", place["name"]);
        without += 1;
    }
    assert!(without > 0, "the examples have no such place");
}
