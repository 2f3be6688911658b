//! An answer that exists is found, one that does not is refused in words: links of each kind, with what has to come of
//! them, by `evaluate` as the documentation says. And no number that is not there is left without a reason.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod printed;
}

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::printed::run;

/// What is printed for a link, or what is said where nothing is.
fn told(query: &str) -> Result<(Value, String), String> {
    let output = run(&[query]);
    let said = String::from_utf8(output.stderr).unwrap();
    match output.status.success() {
        true => Ok((serde_json::from_slice(&output.stdout).unwrap(), said)),
        false => Err(said),
    }
}

#[track_caller]
fn answer(query: &str) -> Value {
    told(query).unwrap_or_else(|said| panic!("{query}: {said}")).0
}

#[track_caller]
fn refusal(query: &str) -> String {
    match told(query) {
        Ok((found, _)) => panic!("{query}: {found}"),
        Err(said) => said,
    }
}

#[track_caller]
fn near(found: &Value, expect: f64, to: f64) {
    let found = found.as_f64().unwrap_or_else(|| panic!("{found} is no number"));
    assert!((found - expect).abs() <= to, "{found}, expected {expect}");
}

#[test]
fn a_tie_is_found_however_many_pounds_away_it_is() {
    // Universal and by area cost as much a head where the fixed cost is spread over 3.6 times as many.
    let tie = &answer("view=strategies&tie-by=cost-fixed")["break_even"];
    near(&tie["at"], 2_898_501.0, 0.5);
    assert_eq!((&tie["pair"], &tie["on"]), (&serde_json::json!(["universal", "area"]), &"cost".into()));
    assert_eq!((&tie["assumption"], &tie["range"][1]), (&"cost-fixed".into(), &1e9.into()));
    // A fixed cost of both adds as much to both, whatever it is: the search ends where what can be typed ends.
    let none = answer("view=strategies&tie-by=cost-offer&tie-on=benefit");
    assert!(none["break_even"]["at"].is_null());
    let said = none["break_even"]["reasons"]["at"].as_str().unwrap();
    assert!(said.contains("£1,000.0 million") || said.contains("makes no difference"), "{said}");
}

#[test]
fn no_tie_in_a_share_names_the_range_that_was_searched() {
    let none =
        answer("view=strategies&place=E06000017&tie-by=sensitivity&offers=universal,proportionate&tie-on=reached");
    let tie = &none["break_even"];
    assert!(tie["at"].is_null() && tie["reasons"]["at"].as_str().unwrap().len() > 20, "{tie}");
}

#[test]
fn a_gap_of_nothing_is_no_gradient_even_where_all_or_none_are_at_risk() {
    for query in [
        "view=population&factor-fit=moments&factor-mean=36.839&factor-sd=1.042&factor-gap=0",
        "view=population&factor-fit=moments&factor-mean=60&factor-sd=0.5&factor-gap=0&factor-thresholds=25,55",
    ] {
        let risk = answer(query);
        let fifths = risk["fifths"]["fifths"].as_array().unwrap();
        assert!(fifths.iter().all(|fifth| fifth["past_low"] == fifths[0]["past_low"]), "{query}");
    }
    assert!(refusal("view=population&factor-past=99.9,0.1&factor-gap=50").contains("too large"));
}

#[test]
fn a_shift_that_does_as_much_is_found_wherever_it_is() {
    // Everybody is past the line and treated, so that a shift by the effect does as much.
    let fall = |effect: f64| {
        format!(
            "view=population&factor-shape=lognormal&factor-fit=moments&factor-mean=36.752&factor-sd=7.028\
             &factor-thresholds=20.476,20.725&factor-treat-past=20.476&factor-uptake=100&factor-gradient=none\
             &factor-effect-by=units&factor-effect={effect}"
        )
    };
    for effect in [4.0, 7.26, 15.0] {
        near(&answer(&fall(effect))["equal_shift"]["at_threshold"], effect, 1e-6);
    }
}

#[test]
fn a_distribution_that_says_nothing_of_anybody_is_refused() {
    for (query, said) in [
        ("view=population&factor-past=55,54.6&factor-gradient=none", "further apart"),
        ("view=population&factor-past=50.2,50", "further apart"),
        ("view=population&factor-thresholds=.001,34", "further apart"),
        ("view=population&factor-fit=moments&factor-sd=100000&factor-earlier=none", "smaller spread"),
    ] {
        assert!(refusal(query).contains(said), "{query}");
    }
}

#[test]
fn every_view_passes_its_notices_on() {
    for view in ["missed", "strategies", "population", "gap", "incentive"] {
        let (_, said) = told(&format!("view={view}&measure-level=98&nonsense=1")).unwrap();
        assert!(said.contains("measure-level") && said.contains("nonsense"), "{view}: {said}");
    }
}

#[test]
fn a_place_is_named_or_refused_by_name() {
    let place = |query: &str| answer(query)["says"]["place"].as_str().unwrap().to_owned();
    assert_eq!(place("place=E07000187&data=iod2025"), "Somerset, which took its place in 2023");
    assert_eq!(place("place=E07000187"), "Mendip");
    // A council of later years is made of those that it took the place of.
    assert_eq!(place("place=E06000066"), "Somerset");
    assert_eq!(place("place=E06000061"), "4 councils");
    assert_eq!(place("place=E07000150,E07000008&data=iod2025"), "North Northamptonshire and Cambridge");
    for code in ["E99999999", "W06000001", "leeds"] {
        assert!(refusal(&format!("place={code}")).contains(code));
    }
    assert!(refusal("place=E06999999").contains("E06999999"));
    let (_, said) = told("place=E07000008,E06999999").unwrap();
    assert!(said.contains("E06999999"), "{said}");
}

#[test]
fn a_split_budget_names_its_parts() {
    let split = &answer("view=strategies&split=authorities&place=E06000031,E07000008")["split"];
    assert_eq!(split["over"], "authorities");
    let names: Vec<&str> =
        split["parts"].as_array().unwrap().iter().map(|part| part["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Peterborough", "Cambridge"]);
    let fifths = &answer("view=strategies&budget=500000")["split"];
    let budgets: f64 = fifths["parts"].as_array().unwrap().iter().map(|part| part["budget"].as_f64().unwrap()).sum();
    assert!(fifths["over"] == "fifths" && (budgets - 500_000.0).abs() < 1e-6);
}

#[test]
fn an_uptake_gap_needs_two_fifths_that_are_offered_something() {
    let of = |query: &str| answer(query)["strategies"][1]["outputs"]["uptake_gap"]["likely"].clone();
    // England's most deprived fifth alone: there is nobody to hold it against.
    assert!(of("view=strategies").is_null());
    assert!(of("view=strategies&share=60").as_f64().is_some());
}

/// Values that a link may leave out: their absence is a choice, not an answer that is missing.
const CHOSEN_OR_NOT: [&str; 5] = ["/earlier", "/found_uptake", "/source", "/interval", "/limits"];

/// Every null has a reason beside it.
fn unexplained(at: &str, value: &Value, all: &mut Vec<String>) {
    match value {
        Value::Object(inside) => {
            for (key, value) in inside {
                let here = format!("{at}/{key}");
                let is_said = inside.get("reasons").is_some_and(|reasons| reasons[key].is_string());
                if value.is_null() && !is_said && !CHOSEN_OR_NOT.iter().any(|end| here.ends_with(end)) {
                    all.push(here.clone());
                }
                unexplained(&here, value, all);
            }
        }
        Value::Array(inside) => {
            for (index, value) in inside.iter().enumerate() {
                unexplained(&format!("{at}/{index}"), value, all);
            }
        }
        _ => {}
    }
}

#[test]
fn no_number_is_left_out_without_a_reason() {
    for query in [
        "place=E06000017",
        "place=E06000053&share=0",
        "view=strategies&place=E06000017&offers=area,need&budget=1&funding=budget",
        "view=strategies&start=carbon-monoxide&stigma=0,98,100",
        "view=population&place=E06000017",
        "view=incentive&pay-rise=0&place=E06000017",
    ] {
        let mut all = Vec::new();
        unexplained("", &answer(query), &mut all);
        assert!(all.is_empty(), "{query}: {all:?}");
    }
}

#[test]
fn what_is_printed_holds_no_name_of_the_program() {
    for view in ["strategies", "population", "gap", "incentive", "missed"] {
        let text =
            String::from_utf8(run(&[&format!("view={view}&offers=universal,area,need,group,proportionate")]).stdout)
                .unwrap();
        for name in ["UptakeMost", "CostFixed", "FirstAlways", "ByArea", "ByNeed", "InFull", "Undefined"] {
            assert!(!text.contains(name), "{view}: {name}");
        }
    }
}

/// Links that gave a wrong or no answer once, where they are at hand.
#[test]
fn links_that_went_wrong_once_are_answered_or_refused_in_a_sentence() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/links.json");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: no ../shared/cases/links.json");
        return;
    };
    let all: Value = serde_json::from_str(&text).unwrap();
    for case in all.as_array().unwrap() {
        let query = case["query"].as_str().unwrap();
        match told(query) {
            Ok((found, _)) => {
                let text = found.to_string();
                assert!(!text.contains("NaN") && !text.contains("inf\""), "{query}");
            }
            Err(said) => {
                assert!(
                    said.trim_end().ends_with('.') && !said.contains("panicked") && !said.contains("::"),
                    "{query}: {said}"
                );
            }
        }
    }
}

#[test]
fn what_ends_far_out_is_not_told_of_what_is_near() {
    // Past a million pounds of fixed cost the budget reaches nobody; up to there both offers reach people.
    let offers = answer("view=strategies&funding=budget&budget=1000000&tie-by=cost-fixed");
    let reached = |at: usize| offers["strategies"][at]["outcome"]["in_need_reached"].as_f64().unwrap();
    assert!(reached(0) > 0.0 && reached(1) > 0.0);
    let said = offers["says"]["tie"].as_str().unwrap();
    assert!(!said.contains("reaches nobody"), "{said}");
    assert!(offers["break_even"]["range"][1].as_f64().unwrap() <= 2_000_000.0, "{}", offers["break_even"]);
}

#[test]
fn a_normal_curve_of_a_typed_mean_and_spread_is_answered_however_close_its_lines_are() {
    let risk = answer(
        "view=population&factor-shape=normal&factor-fit=moments&factor-mean=27&factor-sd=5&factor-thresholds=25,25.04\
         &factor-treat-past=25&factor-gradient=none&factor-earlier=none",
    );
    near(&risk["now"]["mean"], 27.0, 1e-9);
    near(&risk["now"]["sd"], 5.0, 1e-9);
}
