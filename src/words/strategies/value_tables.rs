//! Tables and pictures of value for money.

use super::value::{base, option_name, things};
use super::{assumption_name, averted, benefit, name, signed};
use crate::chart::shares_by_worth::{OptionLine, SharesByWorth};
use crate::chart::value_plane::{OnValuePlane, ValuePlane};
use crate::chart::{offer_dot, offer_draw, offer_line};
use crate::model::strategies::{Against, Assumption, CostAndEffect, Interval, Standing};
use crate::results::value::{Certainty, OptionValue, Spread, ValueForMoney, worth};
use crate::scenario::Scenario;
use crate::words::capital;
use crate::words::common::in_need;
use crate::words::number::{count, percent, pounds};

/// The names of all options, as headings have them.
pub fn option_names(scenario: &Scenario, value_of: &ValueForMoney) -> Vec<String> {
    (0..=value_of.options.len()).map(|at| capital(&option_name(scenario, value_of, at))).collect()
}

/// Headings of the table of what each offer adds.
pub fn value_headings(scenario: &Scenario) -> Vec<String> {
    let [one, many] = things(scenario.offers.programme.averts);
    vec![
        "Offer".to_owned(),
        "Extra cost".to_owned(),
        format!("More {} reached", in_need(scenario)),
        "Cost for each".to_owned(),
        format!("More {many} averted"),
        format!("Cost for each {one}"),
        "When it is best".to_owned(),
    ]
}

/// Its rows.
pub fn value_rows(scenario: &Scenario, value_of: &ValueForMoney) -> Vec<Vec<String>> {
    let row = |(at, option): (usize, &OptionValue)| {
        vec![
            name(option.strategy).to_owned(),
            signed(pounds(option.cost.abs()), option.cost),
            signed(count(option.in_need_reached.abs()), option.in_need_reached),
            each(option.on_reached),
            signed(benefit(option.averted.abs()), option.averted),
            each(option.on_averted),
            standing(scenario, value_of, at + 1),
        ]
    };
    value_of.options.iter().enumerate().map(row).collect()
}

/// Pounds for each more, or why there is no such number.
fn each(against: Against) -> String {
    match against {
        Against::MoreForMore(ratio) => pounds(ratio),
        Against::LessForLess(ratio) => format!("saves {} for each fewer", pounds(ratio)),
        Against::Dominates => "better on both".to_owned(),
        Against::IsDominated => "worse on both".to_owned(),
        Against::Same => "no difference".to_owned(),
    }
}

/// How an option stands among all, by what it averts.
fn standing(scenario: &Scenario, value_of: &ValueForMoney, at: usize) -> String {
    let of = |at: usize| option_name(scenario, value_of, at);
    match value_of.standings.get(at) {
        Some(Standing::Least) => "where averting one is worth little".to_owned(),
        Some(Standing::Next { ratio, .. }) => format!("from {} for each", pounds(*ratio)),
        Some(Standing::SameAs { option }) => format!("the same as {}", of(*option)),
        Some(Standing::Dominated { by }) => format!("never: {} beats it", of(*by)),
        Some(Standing::DominatedByMix { less, more }) => {
            format!("never: a mix of {} and {} beats it", of(*less), of(*more))
        }
        None => String::new(),
    }
}

/// Caption of the cost-effectiveness plane.
pub fn spread_caption(scenario: &Scenario) -> String {
    format!("What each offer adds to {}, and how sure that is", base(scenario.offers.programme.against))
}

/// How to read it.
pub const SPREAD_NOTE: &str = "Each small dot is one draw; the large one is as assumed. Right of 0 an offer averts more, above 0 it \
     costs more.";

/// The offers on it, with their draws once they are there.
pub fn value_plane(scenario: &Scenario, value_of: &ValueForMoney, certainty: Option<&Certainty>) -> ValuePlane {
    let pair = |of: &CostAndEffect| (of.effect, of.cost);
    let cloud = |at: usize| {
        let spread = certainty.and_then(|certainty| certainty.spread.get(at));
        spread.map(|spread| spread.shown.iter().map(pair).collect()).unwrap_or_default()
    };
    let offer = |(at, option): (usize, &OptionValue)| OnValuePlane {
        name: name(option.strategy).to_owned(),
        at: (option.averted, option.cost),
        cloud: cloud(at),
        classes: [offer_dot(option.strategy), offer_draw(option.strategy)],
    };
    ValuePlane {
        offers: value_of.options.iter().enumerate().map(offer).collect(),
        worth: worth_line(scenario),
        axes: [format!("More {}", averted(scenario.offers.programme.averts)), "Extra cost".to_owned()],
    }
}

/// The worth that was given, and what is said of it.
fn worth_line(scenario: &Scenario) -> Option<(f64, String)> {
    worth(&scenario.offers).map(|worth| (worth, format!("{} for each", pounds(worth))))
}

/// Writes a number of averted at an axis.
pub fn averted_tick(number: f64) -> String {
    let size = number.abs();
    signed(if size >= 1.0 || size <= f64::EPSILON { count(size) } else { benefit(size) }, number)
}

/// Writes pounds at an axis.
pub fn pounds_tick(number: f64) -> String {
    signed(pounds(number.abs()), number)
}

/// Headings of its table.
pub fn spread_headings(scenario: &Scenario) -> Vec<String> {
    let more = format!("More {}", averted(scenario.offers.programme.averts));
    [
        "Offer",
        &more,
        "9 in 10 draws",
        "Extra cost",
        "9 in 10 draws",
        "Averts more, costs more",
        "Averts more, costs less",
        "Averts no more",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Its rows.
pub fn spread_rows(value_of: &ValueForMoney, certainty: &Certainty) -> Vec<Vec<String>> {
    let averted = |value: f64| signed(benefit(value.abs()), value);
    let cost = |value: f64| signed(pounds(value.abs()), value);
    let range = |interval: Option<Interval>, write: &dyn Fn(f64) -> String| {
        interval.map_or_else(|| "none".to_owned(), |of| format!("{} to {}", write(of.low), write(of.high)))
    };
    let row = |(option, spread): (&OptionValue, &Spread)| {
        let mut cells = vec![
            name(option.strategy).to_owned(),
            averted(option.averted),
            range(spread.averted, &averted),
            cost(option.cost),
            range(spread.cost, &cost),
        ];
        cells.extend(spread.shares.map(percent));
        cells
    };
    value_of.options.iter().zip(&certainty.spread).map(row).collect()
}

/// Caption of the acceptability curves.
pub fn acceptability_caption(scenario: &Scenario) -> String {
    format!(
        "How often each choice is best, by what averting one {} is worth",
        things(scenario.offers.programme.averts)[0]
    )
}

/// The lines of the picture.
pub fn acceptability(scenario: &Scenario, value_of: &ValueForMoney, certainty: &Certainty) -> SharesByWorth {
    let names = option_names(scenario, value_of);
    let classes = std::iter::once("curve__everyone").chain(value_of.options.iter().map(|of| offer_line(of.strategy)));
    let lines = names.into_iter().zip(classes).zip(&certainty.curves);
    SharesByWorth {
        worths: certainty.worths.clone(),
        lines: lines.map(|((name, class), shares)| OptionLine { name, shares: shares.clone(), class }).collect(),
        at: worth_line(scenario),
        axes: [
            format!("What averting one {} is worth", things(scenario.offers.programme.averts)[0]),
            "Share of draws in which it is best".to_owned(),
        ],
    }
}

/// Headings of its table.
pub fn acceptability_headings(scenario: &Scenario, value_of: &ValueForMoney) -> Vec<String> {
    let mut headings = vec!["Worth".to_owned()];
    headings.extend(option_names(scenario, value_of));
    headings
}

/// Its rows, every few of the points that are drawn.
pub fn acceptability_rows(certainty: &Certainty) -> Vec<Vec<String>> {
    const EVERY: usize = 4;
    let row = |(at, worth): (usize, &f64)| {
        let mut cells = vec![pounds(*worth)];
        cells.extend(certainty.curves.iter().filter_map(|curve| curve.get(at)).map(|share| percent(*share)));
        cells
    };
    certainty.worths.iter().enumerate().step_by(EVERY).map(row).collect()
}

/// Headings of what it is worth to know each assumption.
pub fn knowing_headings() -> Vec<String> {
    ["Assumption", "Worth of knowing it"].map(str::to_owned).to_vec()
}

/// Caption of it.
pub const KNOWING: &str = "What it is worth to know before choosing";

/// Its rows: everything, then each assumption by itself, the most first.
pub fn knowing_rows(certainty: &Certainty) -> Vec<Vec<String>> {
    let Some(at) = certainty.at_worth.as_ref().filter(|at| at.is_worth_knowing()) else { return Vec::new() };
    let all = std::iter::once(("All that is assumed", at.perfect_information));
    let each = at.worth_knowing().map(|(of, worth): (Assumption, f64)| (assumption_name(of), worth));
    all.chain(each).map(|(name, worth)| vec![name.to_owned(), pounds(worth)]).collect()
}
