//! Value for money, as files have it.

use serde_json::{Map, Value, json};

use super::Offered;
use crate::model::strategies::{Averts, Interval, discounted_years};
use crate::results::strategies::StrategyResult;
use crate::results::value::{Certainty, OptionValue, ValueForMoney};
use crate::scenario::Scenario;

/// What each offer costs and does beyond what it is held against, how all stand among each other, and, where that was worked out,
/// how sure it is. Money is in pounds.
pub(super) fn value_for_money(scenario: &Scenario, offered: &Offered) -> Value {
    let Offered { result, certainty, .. } = offered;
    let (offers, value) = (&scenario.offers, &result.value);
    let programme = &offers.programme;
    let mut all = json!({
        "against": programme.against.key(),
        "averts": programme.averts.key(),
        "eligible": { "people": value.eligible.people, "in_need": value.eligible.in_need },
        "options": options(value),
    });
    if let Averts::EachYear { years, discount } = programme.averts() {
        all["years"] = json!(years);
        all["discount"] = json!(discount);
        all["discounted_years"] = json!(discounted_years(years, discount));
    }
    if let Some(present) = &value.present {
        all["present"] = json!({
            "reached": present.reached,
            "in_need_reached": present.in_need_reached,
            "cost": present.cost,
            "benefit": present.benefit,
        });
    }
    if let Some(year) = programme.price_year {
        all["price_year"] = json!(year);
    }
    if let Some(certainty) = certainty {
        all["certainty"] = how_sure(&result.results, programme.against.key(), certainty);
    }
    all
}

/// Each option by its name in links: first what the offers are held against.
fn options(value: &ValueForMoney) -> Vec<Value> {
    let names = || std::iter::once(AGAINST).chain(value.options.iter().map(|of| of.strategy.key()));
    let standing = |at: usize| {
        let mut standing = json!(value.standings.get(at));
        // Others that it names by their places, by their names too.
        for other in ["after", "option", "by", "less", "more"] {
            if let Some(name) = standing[other].as_u64().and_then(|at| names().nth(usize::try_from(at).ok()?)) {
                standing[format!("{other}_name")] = json!(name);
            }
        }
        standing
    };
    let offer = |(at, option): (usize, &OptionValue)| {
        json!({
            "strategy": option.strategy.key(),
            "extra_cost": option.cost,
            "more_in_need_reached": option.in_need_reached,
            "more_averted": option.averted,
            "by_in_need_reached": option.on_reached,
            "by_averted": option.on_averted,
            "standing": standing(at + 1),
        })
    };
    std::iter::once(json!({ "strategy": AGAINST, "standing": standing(0) }))
        .chain(value.options.iter().enumerate().map(offer))
        .collect()
}

/// What the offers are held against, among them.
const AGAINST: &str = "against";

fn interval(of: Option<Interval>) -> Value {
    of.map_or_else(|| json!({}), |of| json!({ "5%": of.low, "50%": of.middle, "95%": of.high }))
}

fn how_sure(results: &[StrategyResult], against: &str, certainty: &Certainty) -> Value {
    let names = || std::iter::once(against).chain(results.iter().map(|of| of.strategy.key()));
    let curves: Map<String, Value> =
        names().zip(&certainty.curves).map(|(name, curve)| (name.to_owned(), json!(curve))).collect();
    let spread: Map<String, Value> = results
        .iter()
        .zip(&certainty.spread)
        .map(|(of, spread)| {
            let [more_for_more, more_for_less, no_more] = spread.shares;
            let value = json!({
                "extra_cost": interval(spread.cost),
                "more_averted": interval(spread.averted),
                "more_for_more": more_for_more,
                "more_for_less": more_for_less,
                "no_more": no_more,
            });
            (of.strategy.key().to_owned(), value)
        })
        .collect();
    let mut all = json!({ "worths": certainty.worths, "acceptability": curves, "spread": spread });
    if let Some(at) = &certainty.at_worth {
        let shares: Map<String, Value> =
            names().zip(&at.acceptability).map(|(name, share)| (name.to_owned(), json!(share))).collect();
        let single: Map<String, Value> =
            at.partial_information.iter().map(|(of, worth)| (of.key().to_owned(), json!(worth))).collect();
        all["at_worth"] = json!({
            "worth": at.worth,
            "acceptability": shares,
            "perfect_information": at.perfect_information,
            "partial_information": single,
        });
    }
    all
}
