//! All results of a view, as the page saves them and as `evaluate` prints them.

use serde_json::{Map, Value, json};

use super::explained::{REASONS, explained};
use super::named::name_parts;
use super::{Exportable, Offered, PlaceExport, value};
use crate::data::Places;
use crate::data::figures::HeldOf;
use crate::model::Counts;
use crate::model::strategies::{Assumption, AssumptionUnit, BreakEven, DRAWS, Interval, SplitPart, Strategy};
use crate::results::assumed::is_used;
use crate::results::rural::RuralSplit;
use crate::results::strategies::{MEASURES, Strategies, StrategyResult, split};
use crate::scenario::offers::{Offers, SplitOver};
use crate::scenario::{Scenario, ToQuery};
use crate::words::says::Said;
use crate::words::{exports, measures, notice, place, reasons as words, rural, strategies as offers_words};

/// Every number of a view, with the link that leads to it. Shares are 0 to 1, money is in pounds.
///
/// # Errors
/// As for [`Exportable::results`].
pub fn document(of: &dyn Exportable) -> serde_json::Result<Value> {
    let mut all = json!({ "query": of.scenario().to_query() });
    let mut results = of.results()?;
    give_reasons(&mut results);
    name_parts(&mut results, of.scenario());
    if let (Value::Object(all), Value::Object(results)) = (&mut all, results) {
        all.extend(results);
        let mut said = vec![("place", of.place())];
        said.extend(of.says());
        all.insert("says".to_owned(), says(said));
    }
    Ok(all)
}

/// Each kind of sentence with its sentence, or a list where there are several.
fn says(said: Vec<Said>) -> Value {
    let mut all: Map<String, Value> = Map::new();
    for (kind, text) in said {
        match all.get_mut(kind) {
            None => {
                all.insert(kind.to_owned(), Value::from(text));
            }
            Some(Value::Array(texts)) => texts.push(Value::from(text)),
            Some(one) => *one = json!([one.take(), text]),
        }
    }
    Value::Object(all)
}

/// The same as text.
///
/// # Errors
/// As for [`document`].
pub fn results_json(of: &dyn Exportable) -> serde_json::Result<String> {
    Ok(format!("{:#}\n", document(of)?))
}

/// Says that the figures are those of the person's own units, as links do.
const OWN: &str = "own";

/// Every number of the target alone, or of the offers if there are any.
pub(super) fn results_of(facts: &PlaceExport) -> serde_json::Result<Value> {
    let scenario = facts.scenario;
    let mut all = json!({
        "data": if scenario.uses_own() { OWN } else { scenario.data.key() },
        "place": if scenario.uses_own() { None } else { Some(scenario.place.to_string()) },
        "figures": exports::figures(scenario, facts.missed),
        "source": exports::attribution(scenario),
    });
    let results = match facts.offers {
        None => of_target(facts)?,
        Some(offered) => of_offers(scenario, offered, facts.places)?,
    };
    if let (Value::Object(all), Value::Object(results)) = (&mut all, results) {
        all.extend(results);
    }
    Ok(all)
}

/// Every number of the target; of those that have no meaning, why.
fn of_target(facts: &PlaceExport) -> serde_json::Result<Value> {
    let mut results = serde_json::to_value(facts.missed)?;
    for target in ["target", "national_target", "local_target", "half_target"] {
        results[target] =
            explained(results[target].take(), &|measure| measures::no_value(facts.missed, measure).to_owned());
    }
    if let Some(by_class) = facts.rural {
        results[RURAL_URBAN] = rural_urban(by_class.split)?;
    }
    Ok(explained(results, &|_| notice::NO_NATIONAL.to_owned()))
}

/// Under this name stands the target by class of area.
const RURAL_URBAN: &str = "rural_urban";

/// Every number of the target by class of area; of those that have no meaning, why.
fn rural_urban(split: &RuralSplit) -> serde_json::Result<Value> {
    let mut all = serde_json::to_value(split)?;
    for (class, _) in split.classes() {
        for target in ["national", "within"] {
            let own = &mut all[class.key()][target];
            *own = explained(own.take(), &|measure| rural::no_value(class, measure).to_owned());
        }
    }
    Ok(all)
}

/// Every output of every strategy with its 5%, 50% and 95% values, where the first two tie, what makes the difference,
/// the split budget, and all that was assumed; each under the name it has in links.
fn of_offers(scenario: &Scenario, offered: Offered, places: &Places) -> serde_json::Result<Value> {
    let Offered { result, intervals, .. } = offered;
    let offers = &scenario.offers;
    let mut all = Vec::new();
    for (position, StrategyResult { strategy, outcome }) in result.results.iter().enumerate() {
        let interval = |index: usize| *intervals.get(position)?.get(index)?;
        let no_output = |name: &str| offers_words::no_output(name).to_owned();
        let mut outputs = Map::new();
        for (index, (name, measure)) in MEASURES.iter().enumerate() {
            let mut value = json!({ "likely": measure(outcome) });
            if let Some(Interval { low, middle, high }) = interval(index) {
                value["5%"] = json!(low);
                value["50%"] = json!(middle);
                value["95%"] = json!(high);
            }
            outputs.insert((*name).to_owned(), explained(value, &|_| no_output(name)));
        }
        let outcome = explained(serde_json::to_value(outcome)?, &no_output);
        all.push(json!({ "strategy": strategy.key(), "outputs": outputs, "outcome": outcome }));
    }
    let tornado: Vec<Value> = result
        .tornado
        .iter()
        .map(|bar| json!({ "assumption": bar.assumption.key(), "low": bar.at_low, "high": bar.at_high }))
        .collect();
    let mut results = json!({
        "strategies": all,
        "break_even": tie(scenario, result),
        "tornado": tornado,
        "split": split_parts(scenario, offered, places),
        "draws": DRAWS,
        "value": value::value_for_money(scenario, &offered),
        "assumptions": assumptions(offers),
    });
    if results["split"].is_null() {
        results[REASONS] = json!({ "split": offers_words::NO_SPLIT });
    }
    Ok(results)
}

/// Where the first two offers tie: which two, on what, by which assumption, over which range of it.
fn tie(scenario: &Scenario, result: &Strategies) -> Value {
    let offers = &scenario.offers;
    let (from, to) = result.tie_range;
    let mut tie = json!({
        "pair": offers.pair().map(Strategy::key),
        "on": offers.tie_on.key(),
        "assumption": offers.tie_by.key(),
        "range": [from, to],
        "at": null,
    });
    match result.break_even {
        BreakEven::At(value) => {
            tie["at"] = json!(value);
            tie["all"] = result.ties.iter().map(|(from, to)| json!({ "from": from, "to": to })).collect();
        }
        BreakEven::FirstAlways
        | BreakEven::SecondAlways
        | BreakEven::Same
        | BreakEven::Jumps
        | BreakEven::Undefined => tie[REASONS] = json!({ "at": offers_words::tie(scenario, result) }),
    }
    tie
}

/// The split budget, part by part: fifths or authorities, as was chosen. `null` where nobody is in need.
fn split_parts(scenario: &Scenario, offered: Offered, places: &Places) -> Value {
    let over = scenario.offers.split;
    let (names, counts): (Vec<Value>, Vec<Counts>) = match over {
        SplitOver::Fifths => {
            let fifths = offered.result.cells.fifths.map(|fifth| fifth.all());
            (1_u8..).zip(fifths).map(|(fifth, counts)| (json!({ "fifth": fifth }), counts)).unzip()
        }
        SplitOver::Authorities => {
            let name =
                |held: &HeldOf| json!({ "authority": held.authority, "name": place::held(held, &places.authorities) });
            offered.totals.iter().map(|held| (name(held), held.counts)).unzip()
        }
    };
    let Ok(parts) = split(&scenario.offers, &counts) else { return Value::Null };
    let part = |((mut part, counts), split): ((Value, Counts), &SplitPart)| {
        part["people"] = json!(counts.people);
        part["in_need"] = json!(counts.in_need);
        part["budget"] = json!(split.budget);
        part["per_person"] = json!(split.per_person);
        part["per_person_in_need"] = json!(split.per_person_in_need);
        explained(part, &|key| offers_words::no_split_each(key).to_owned())
    };
    let parts: Vec<Value> = names.into_iter().zip(counts).zip(&parts).map(part).collect();
    json!({ "over": over.key(), "parts": parts })
}

/// Says it wherever it is not said yet and the name alone says why: of a list with some that are not there too.
fn give_reasons(value: &mut Value) {
    let all = match value {
        Value::Object(all) => all,
        Value::Array(all) => return all.iter_mut().for_each(give_reasons),
        _ => return,
    };
    let mut reasons = match all.remove(REASONS) {
        Some(Value::Object(reasons)) => reasons,
        _ => Map::new(),
    };
    for (key, inside) in all.iter_mut() {
        give_reasons(inside);
        let is_missing = inside.is_null() || inside.as_array().is_some_and(|all| all.contains(&Value::Null));
        if is_missing
            && !reasons.contains_key(key)
            && let Some(reason) = words::of(key)
        {
            reasons.insert(key.clone(), reason.into());
        }
    }
    if !reasons.is_empty() {
        all.insert(REASONS.to_owned(), Value::Object(reasons));
    }
}

/// Every assumption that can change a result, by its name in links.
fn assumptions(offers: &Offers) -> Map<String, Value> {
    let of = |assumption: Assumption| {
        let range = offers.range(assumption);
        let value = json!({
            "low": range.low(),
            "likely": range.likely(),
            "high": range.high(),
            "unit": match assumption.unit() {
                AssumptionUnit::Share => "share",
                AssumptionUnit::Pounds => "pounds",
                AssumptionUnit::YearlyRate => "each person each year",
            },
            "basis": exports::basis(offers, assumption),
            "source": offers_words::source(offers, assumption),
        });
        (assumption.key().to_owned(), value)
    };
    Assumption::ALL.into_iter().filter(|&assumption| is_used(offers, assumption)).map(of).collect()
}
