//! Gives each part of a list in a file of results a key and a label, so that nothing depends on where it stands.

use serde_json::{Map, Value, json};

use super::explained::{REASONS, explained};
use crate::data::{NeedMeasure, RankBy};
use crate::model::incentive::Eligibility;
use crate::model::strategies::{Assumption, Strategy};
use crate::results::gap_target::years;
use crate::scenario::{Scenario, View};
use crate::words::{dictionary as words, gap_target, incentive, missed, population, strategies};

/// Lists whose parts have names of their own: texts that say how a table was read, and rows with codes.
const HAVE_NAMES: [&str; 6] = ["columns", "filters", "warnings", "left_out_rows", "councils_followed", "list"];

/// The end of the name of a list whose parts stand under names.
pub(super) const BY_NAME: &str = "_by_name";

/// Names the parts of every list inside.
pub(super) fn name_parts(all: &mut Value, scenario: &Scenario) {
    let Value::Object(all) = all else { return };
    let lists = all.iter().filter_map(|(key, value)| {
        let named = by_name(key, value, scenario)?;
        Some((format!("{key}{BY_NAME}"), explained(named, &|_| reason(all, key))))
    });
    let mut added: Vec<(String, Value)> = lists.collect();
    added.extend(by_worth(all).map(|list| ("by_worth".to_owned(), list)));
    for (key, inside) in all.iter_mut() {
        match inside {
            Value::Array(list) => name_list(key, list, scenario),
            other => name_parts(other, scenario),
        }
    }
    all.extend(added);
}

/// Why a number of a list is not there.
fn reason(all: &Map<String, Value>, list: &str) -> String {
    all.get(REASONS).and_then(|reasons| reasons[list].as_str()).unwrap_or_default().to_owned()
}

fn name_list(name: &str, list: &mut [Value], scenario: &Scenario) {
    let mut taken: Vec<String> = Vec::new();
    for (at, part) in list.iter_mut().enumerate() {
        name_parts(part, scenario);
        let Value::Object(part) = part else { continue };
        if HAVE_NAMES.contains(&name) || part.contains_key("key") || part.contains_key("code") {
            continue;
        }
        let (mut key, label) = name_of(name, part, at, scenario);
        if taken.contains(&key) {
            key = format!("{key}-{}", at + 1);
        }
        part.insert("key".to_owned(), json!(key));
        part.insert("label".to_owned(), json!(label));
        taken.push(key);
    }
}

/// A fifth by its place, 1 for the most deprived.
fn fifth(at: usize, scenario: &Scenario) -> (String, String) {
    let rank = if matches!(scenario.view, View::Population) { RankBy::Imd } else { scenario.rank };
    let names = missed::quintile_names(rank);
    (format!("fifth-{at}"), names.get(at.saturating_sub(1)).cloned().unwrap_or_default())
}

/// The name of an offer, or of what offers are held against.
pub(super) fn option(key: &str, scenario: &Scenario) -> String {
    Strategy::ALL.into_iter().find(|strategy| strategy.key() == key).map_or_else(
        || strategies::against_name(scenario.offers.programme.against).to_owned(),
        |strategy| strategies::name(strategy).to_owned(),
    )
}

/// The name of an assumption.
pub(super) fn assumption(key: &str) -> String {
    let found = Assumption::ALL.into_iter().find(|assumption| assumption.key() == key);
    found.map(strategies::assumption_name).unwrap_or_default().to_owned()
}

/// The key and the label of a part of a list: by what it says it is of, or by its place where that is what it is of.
fn name_of(list: &str, part: &Map<String, Value>, at: usize, scenario: &Scenario) -> (String, String) {
    let text = |name: &str| part.get(name).and_then(Value::as_str).map(str::to_owned);
    let value = |name: &str| part.get(name).and_then(Value::as_f64);
    let place = at + 1;
    if let Some(strategy) = text("strategy") {
        let name = option(&strategy, scenario);
        return (strategy, name);
    }
    if let Some(code) = text("authority") {
        return (code, text("name").unwrap_or_default());
    }
    if list == "fifths" || part.contains_key("quintile") || part.contains_key("fifth") {
        return fifth(place, scenario);
    }
    if let Some(key) = text("assumption") {
        let name = assumption(&key);
        return (key, name);
    }
    if let Some(goal) = value("goal") {
        return (goal.to_string(), words::goal(goal));
    }
    if let Some(line) = scenario.population.thresholds.get(at).filter(|_| part.contains_key("threshold")) {
        return (line.to_string(), population::at(&scenario.population, *line));
    }
    if let Some((area, sex)) = text("area").zip(text("sex")) {
        let label = years().get(at).map(|years| gap_target::group(&years.printed)).unwrap_or_default();
        return (format!("{area}-{sex}"), label);
    }
    if let Some(reach) = text("reach") {
        let name = Eligibility::ALL.into_iter().find(|of| json!(of) == json!(reach)).map(incentive::name);
        return (reach, name.unwrap_or_default().to_owned());
    }
    if let Some(uptake) = value("uptake").filter(|_| list == "curve") {
        return (uptake.to_string(), words::uptake(uptake));
    }
    if part.contains_key("from") && part.contains_key("to") {
        return (format!("tie-{place}"), words::tie(place));
    }
    if let Some(group) = part.get("group").and_then(Value::as_u64).filter(|_| list == "groups") {
        return (format!("group-{group}"), words::group(group));
    }
    if let Some(need) = text("need") {
        let label = NeedMeasure::ALL.into_iter().find(|of| of.key() == need).map(crate::words::common::in_need_capital);
        return (need, label.unwrap_or_default().into_owned());
    }
    if let Some((check, title)) = text("check").zip(text("title")) {
        return (check, title);
    }
    if let Some(name) = ["of", "figure"].into_iter().find_map(text).or_else(|| text("value").and_then(|_| text("name")))
    {
        return (slug(&name), name);
    }
    let name = ["name", "group", "source"].into_iter().find_map(text).filter(|name| !name.is_empty());
    name.map_or_else(|| (format!("row-{place}"), words::row(place)), |name| (name.clone(), name))
}

/// A name of the tool's own as a key.
fn slug(name: &str) -> String {
    let words = name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// A list of numbers that are of something each, under the names of those.
fn by_name(key: &str, value: &Value, scenario: &Scenario) -> Option<Value> {
    let numbers = value.as_array()?;
    let lines = || scenario.population.thresholds.iter().map(ToString::to_string).collect();
    let pair = |names: [&str; 2]| names.map(str::to_owned).to_vec();
    let names: Vec<String> = match (key, numbers.len()) {
        ("past" | "at_lines", _) => lines(),
        ("fifths", 5) if !numbers.iter().any(Value::is_object) => (1..=5).map(|at| format!("fifth-{at}")).collect(),
        ("range", 2) => pair(["from", "to"]),
        ("ratio", 2) => pair(["before", "after"]),
        ("rows", 2) if numbers.iter().all(Value::is_number) => pair(["first", "last"]),
        ("pair", 2) => pair(["first", "second"]),
        ("published", 1) => vec!["printed".to_owned()],
        ("published", 2) => pair(["least", "most"]),
        _ => return None,
    };
    Some(Value::Object(names.into_iter().zip(numbers.iter().cloned()).collect()))
}

/// How often each option is the best, by what averting one is worth.
fn by_worth(all: &Map<String, Value>) -> Option<Value> {
    let (worths, curves) = (all.get("worths")?.as_array()?, all.get("acceptability")?.as_object()?);
    let list = worths.iter().enumerate().filter_map(|(at, worth)| {
        let of = curves.iter().map(|(name, curve)| (name.clone(), json!(curve.get(at))));
        let amount = worth.as_f64()?;
        Some(json!({
            "key": amount.to_string(), "label": words::worth(amount), "worth": worth,
            "acceptability": of.collect::<Map<String, Value>>(),
        }))
    });
    Some(Value::Array(list.collect()))
}
