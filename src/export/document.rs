//! All results of a view, as the page saves them and as `evaluate` prints them.

use serde_json::{Map, Value, json};

use super::{Csv, Exhibits, Facts, Offered, Origin, Wanted};
use crate::model::strategies::{Assumption, AssumptionUnit, BreakEven, DRAWS, Interval};
use crate::results::strategies::{MEASURES, StrategyResult, is_used, split};
use crate::scenario::offers::Offers;
use crate::scenario::{ToQuery, assumption_name};
use crate::words::says::Said;
use crate::words::{exports, strategies as offers_words};

/// Every number of a view, with the link that leads to it. Shares are 0 to 1, money is in pounds.
///
/// # Errors
/// As for [`Exhibits::results`].
pub fn document(of: &dyn Exhibits) -> serde_json::Result<Value> {
    let mut all = json!({ "query": of.scenario().to_query() });
    if let (Value::Object(all), Value::Object(results)) = (&mut all, of.results()?) {
        all.extend(results);
        all.insert("says".to_owned(), says(of.says()));
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
pub fn results_json(of: &dyn Exhibits) -> serde_json::Result<String> {
    Ok(format!("{:#}\n", document(of)?))
}

/// Every number of the target alone, or of the offers if there are any.
pub(super) fn results_of(facts: &Facts) -> serde_json::Result<Value> {
    let scenario = facts.scenario;
    let mut all = json!({
        "data": scenario.data,
        "place": scenario.place.to_string(),
        "figures": exports::figures(scenario, facts.missed),
        "source": exports::attribution(scenario.data),
    });
    let results = match facts.offers {
        None => serde_json::to_value(facts.missed)?,
        Some(offered) => of_offers(&scenario.offers, offered),
    };
    if let (Value::Object(all), Value::Object(results)) = (&mut all, results) {
        all.extend(results);
    }
    Ok(all)
}

/// Every output of every strategy with its 5%, 50% and 95% values, where the first two tie, what makes the difference,
/// the split budget, and all that was assumed.
fn of_offers(offers: &Offers, Offered { result, intervals, .. }: Offered) -> Value {
    let mut all = Vec::new();
    for (position, StrategyResult { strategy, outcome }) in result.results.iter().enumerate() {
        let interval = |index: usize| *intervals.get(position)?.get(index)?;
        let measures: Map<String, Value> = MEASURES
            .iter()
            .enumerate()
            .map(|(index, (name, measure))| {
                let value = match interval(index) {
                    Some(Interval { low, middle, high }) => {
                        json!({ "likely": measure(outcome), "5%": low, "50%": middle, "95%": high })
                    }
                    None => Value::Null,
                };
                ((*name).to_owned(), value)
            })
            .collect();
        all.push(json!({ "strategy": strategy, "outputs": measures, "outcome": outcome }));
    }
    let fifths = result.cells.fifths.map(|fifth| fifth.all());
    // Where nobody is in need there is nothing to split by.
    let budgets = split(offers, &fifths).map(|parts| parts.iter().map(|part| part.budget).collect::<Vec<f64>>()).ok();
    let tornado: Vec<Value> = result
        .tornado
        .iter()
        .map(|bar| json!({ "assumption": format!("{:?}", bar.assumption), "low": bar.at_low, "high": bar.at_high }))
        .collect();
    let tie = match result.break_even {
        BreakEven::At(value) => json!({ "at": value }),
        other => json!(format!("{other:?}")),
    };
    json!({
        "strategies": all,
        "break_even": tie,
        "tornado": tornado,
        "split": budgets,
        "draws": DRAWS,
        "assumptions": assumptions(offers),
    })
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
            },
            "basis": exports::basis(offers, assumption),
            "source": offers_words::source(offers, assumption),
        });
        (assumption_name(assumption).to_owned(), value)
    };
    Assumption::ALL.into_iter().filter(|&assumption| is_used(offers, assumption)).map(of).collect()
}

/// The same document as CSV: first what it is about, then a name and a value a row.
///
/// # Errors
/// As for [`document`].
pub fn results_csv(of: &dyn Exhibits, origin: &Origin) -> serde_json::Result<String> {
    let mut csv = Csv::new();
    csv.rows(&of.header(Wanted::Results, exports::IN_FULL, origin));
    csv.row::<&str>(&[]);
    csv.row(&exports::NAME_AND_VALUE);
    flatten("", &document(of)?, &mut csv);
    Ok(csv.text())
}

/// Writes each value with its place in the document, such as `national[0].people`.
fn flatten(name: &str, value: &Value, csv: &mut Csv) {
    match value {
        Value::Object(all) => {
            for (key, value) in all {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                flatten(&name, value, csv);
            }
        }
        Value::Array(all) => {
            for (index, value) in all.iter().enumerate() {
                flatten(&format!("{name}[{index}]"), value, csv);
            }
        }
        Value::String(text) => csv.row(&[name, text]),
        Value::Null => csv.row(&[name, ""]),
        Value::Bool(_) | Value::Number(_) => csv.row(&[name, &value.to_string()]),
    }
}
