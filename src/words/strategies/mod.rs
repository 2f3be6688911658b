//! The view `strategies`: its controls and its sentences; in the modules below the assumptions and the tables.

use super::common::in_need;
use super::lower_first;
use super::missed::empty_ends;
use super::number::{count, decimal, percent, pounds};
use crate::decimal::whole;
use crate::model::strategies::{BreakEven, NeedScope, Outcome, OutreachWhere, Strategy};
use crate::results::shown::{Larger, larger};
use crate::results::strategies::{Strategies, is_gap_smaller};
use crate::scenario::Scenario;
use crate::scenario::offers::{FundingKind, Offers, SplitOver, TieOn};
use crate::scenario::programme::AvertsKind;

mod assumptions;
mod tables;
mod value;
mod value_tables;

pub use assumptions::*;
pub use tables::*;
pub use value::*;
pub use value_tables::*;

/// Below the heading.
pub const LEAD: &str = "Pick an example, change what is assumed, and see whom each offer reaches, what it costs and \
     what happens to the gap.";
/// Heading of the starting points.
pub const START: &str = "Start from an example";
/// Opens the assumptions.
pub const CHANGE: &str = "What is assumed, and can be changed";
/// Opens the pictures of people reached and of the cost in all.
pub const REACH_AND_COST: &str = "People reached, and what it costs in all";
/// Opens the equity plane.
pub const BENEFIT_AND_GAP: &str = "Who gains, and what happens to the gap";
/// Opens the tornado.
pub const MATTERS_MOST: &str = "Which assumption matters most";
/// Heading of the choice of offers.
pub const COMPARE: &str = "Offers to compare";
/// Hint of that choice.
pub const COMPARE_HINT: &str = "Two to five. The first two are held against each other below.";
/// Heading of the settings of offers.
pub const SETTINGS: &str = "How the offers work";
/// Label of the choice of who is assessed.
pub const SCOPE: &str = "For an offer by need, assess";
/// Label of the choice of outreach.
pub const OUTREACH_TO: &str = "For proportionate, reach out";
/// Label of the choice of funding.
pub const FUNDING: &str = "How far the offers go";
/// Label of the budget.
pub const BUDGET: &str = "Budget in pounds";
/// Before an amount of money.
pub const POUNDS: &str = "£";
/// Said of text that is no budget.
pub const BUDGET_ERROR: &str = "Type a number of pounds from 0 to 1,000,000,000, such as 500000";
/// Label of the coverage.
pub const REACH: &str = "Share of people in need to reach";
/// Said of text that is no coverage.
pub const REACH_ERROR: &str = "Type a number from 0 to 100, such as 50";
/// Heading of the answer.
pub const ANSWER: &str = "In short";

/// Name of a strategy.
pub const fn name(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Universal => "Universal",
        Strategy::ByArea => "By area",
        Strategy::ByNeed => "By individual need",
        Strategy::ByGroup => "By group",
        Strategy::Proportionate => "Proportionate universal",
    }
}

/// What a strategy is.
pub const fn meaning(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Universal => "Everyone is offered it",
        Strategy::ByArea => "Everyone in the targeted areas is offered it",
        Strategy::ByNeed => "People found to be in need are offered it",
        Strategy::ByGroup => "A group that people in need often belong to is offered it",
        Strategy::Proportionate => "Everyone is offered it, with more outreach where deprivation is higher",
    }
}

/// Who is assessed.
pub const fn scope_name(scope: NeedScope) -> &'static str {
    match scope {
        NeedScope::Everywhere => "everyone",
        NeedScope::InsideTarget => "people in the targeted areas",
        NeedScope::AfterContact => "those seen at a universal contact",
    }
}

/// Where outreach goes.
pub const fn outreach_name(outreach: OutreachWhere) -> &'static str {
    match outreach {
        OutreachWhere::MoreDeprived => "more, the more deprived the fifth",
        OutreachWhere::Targeted => "in the targeted areas alone",
    }
}

/// How far the offers go.
pub const fn funding_name(funding: FundingKind) -> &'static str {
    match funding {
        FundingKind::Full => "to all whom each is meant for",
        FundingKind::Budget => "as far as the same budget",
        FundingKind::Coverage => "until the same share in need is reached",
    }
}

/// What holds the first strategy against another: who wins on what, both ways.
pub fn comparison(scenario: &Scenario, first: (Strategy, &Outcome), other: (Strategy, &Outcome)) -> String {
    format!("{} {}", verdict(scenario, first, other), each_and_gap(first, other))
}

/// Who reaches how many more, and who costs how much more.
fn verdict(scenario: &Scenario, first: (Strategy, &Outcome), other: (Strategy, &Outcome)) -> String {
    let ((a, one), (b, two)) = (first, other);
    let reach = match larger(one.in_need_reached, two.in_need_reached) {
        None => format!("{} and {} reach about the same number of {}", name(a), lower(b), in_need(scenario)),
        Some((larger, is_more)) => {
            let (winner, loser) = if is_more { (a, b) } else { (b, a) };
            format!("{} reaches {}", name(winner), larger.than(in_need(scenario), lower(loser)))
        }
    };
    let cost = match larger(one.cost, two.cost) {
        None => "they cost about the same".to_owned(),
        Some((larger, is_more)) => format!("{} costs {}", lower(if is_more { a } else { b }), larger.in_cost()),
    };
    format!("{reach}; {cost}.")
}

/// What a person in need who is reached costs, and what is left of the gap.
fn each_and_gap(first: (Strategy, &Outcome), other: (Strategy, &Outcome)) -> String {
    let ((a, one), (b, two)) = (first, other);
    let each = match (one.cost_per_in_need_reached, two.cost_per_in_need_reached) {
        (Some(x), Some(y)) => match larger(x, y) {
            None => "For each person in need reached they cost about the same.".to_owned(),
            Some((_, is_more)) => {
                let (cheap, dear) = if is_more { ((b, y), (a, x)) } else { ((a, x), (b, y)) };
                format!(
                    "For each person in need reached, {} is cheaper: {} against {}.",
                    lower(cheap.0),
                    pounds(cheap.1),
                    pounds(dear.1)
                )
            }
        },
        (None, _) => format!("{} reaches nobody in need.", name(a)),
        (_, None) => format!("{} reaches nobody in need.", name(b)),
    };
    let gap = match is_gap_smaller(one, two) {
        None => "The gap ends up about the same.".to_owned(),
        Some(is_first) => format!("{} leaves the smaller gap.", name(if is_first { a } else { b })),
    };
    format!("{each} {gap}")
}

/// A strategy inside a sentence.
pub const fn in_sentence(strategy: Strategy) -> &'static str {
    lower(strategy)
}

const fn lower(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Universal => "universal",
        Strategy::ByArea => "by area",
        Strategy::ByNeed => "by individual need",
        Strategy::ByGroup => "by group",
        Strategy::Proportionate => "proportionate universal",
    }
}

impl Larger {
    /// For things that are counted, up to the name of the other.
    fn than(&self, things: &str, other: &str) -> String {
        match self {
            Self::Times(times) => format!("{} times as many {things} as {other}", decimal(*times)),
            Self::Percent(percent) => format!("{}% more {things} than {other}", whole(*percent)),
            Self::Beyond => format!("{things}, and {other} none"),
        }
    }

    /// For money.
    fn in_cost(&self) -> String {
        match self {
            Self::Times(times) => format!("{} times as much", decimal(*times)),
            Self::Percent(percent) => format!("{}% more", whole(*percent)),
            Self::Beyond => "money, the other none".to_owned(),
        }
    }
}

/// The first strategy held against each other one.
pub fn comparisons(scenario: &Scenario, result: &Strategies) -> Vec<String> {
    let mut results = result.results.iter().map(|result| (result.strategy, &result.outcome));
    let Some(first) = results.next() else { return Vec::new() };
    results.map(|other| comparison(scenario, first, other)).collect()
}

/// The first strategy held against each other one: the verdict, and what stands below it.
pub fn verdicts(scenario: &Scenario, result: &Strategies) -> Vec<[String; 2]> {
    let mut results = result.results.iter().map(|result| (result.strategy, &result.outcome));
    let Some(first) = results.next() else { return Vec::new() };
    results.map(|other| [verdict(scenario, first, other), each_and_gap(first, other)]).collect()
}

/// What makes the offers a programme, and all limits that were met.
pub fn all_limits(scenario: &Scenario, result: &Strategies) -> Vec<String> {
    let offers = &scenario.offers;
    let limits = result.results.iter().filter_map(|result| limits(offers, result.strategy, &result.outcome));
    let people = result.cells.fifths.map(|fifth| fifth.all().people);
    let said = programme(scenario, &result.value).into_iter().chain(paid_for(offers, result)).chain(limits);
    said.chain(empty_ends(scenario, people)).collect()
}

/// How much of each offer the budget pays for; `None` where it pays for all or nothing of each.
fn paid_for(offers: &Offers, result: &Strategies) -> Option<String> {
    let is_part = |outcome: &Outcome| outcome.is_attainable && outcome.scale > 0.0 && outcome.scale < 1.0;
    let parts = result.results.iter().filter(|result| is_part(&result.outcome));
    let parts: Vec<String> =
        parts.map(|part| format!("{} {}", lower_first(name(part.strategy)), percent(part.outcome.scale))).collect();
    (offers.funding == FundingKind::Budget && !parts.is_empty())
        .then(|| format!("The budget pays for a part of the full offer, drawn at random: {}.", parts.join(", ")))
}

/// Said where a limit of the funding or of an uptake was met, besides what a budget pays for; `None` where there is nothing to say.
pub fn limits(offers: &Offers, strategy: Strategy, outcome: &Outcome) -> Option<String> {
    let mut said = Vec::new();
    match (offers.funding, outcome.is_attainable) {
        (FundingKind::Budget, false) => {
            said.push("the budget is below the fixed cost, so nobody is reached".to_owned())
        }
        (FundingKind::Budget, true) if outcome.scale <= 0.0 => {
            said.push("the budget is used up by the fixed cost, so nobody is reached".to_owned());
        }
        (FundingKind::Coverage, true) if outcome.scale <= 0.0 => {
            said.push("0% are to be reached, so nobody is offered anything and nothing is spent".to_owned());
        }
        (FundingKind::Budget, true) if outcome.scale >= 1.0 => {
            said.push("the full offer costs less than the budget".to_owned())
        }
        (FundingKind::Coverage, false) => {
            said.push(format!("it cannot reach that many: the most is {}", percent(outcome.coverage)));
        }
        _ => {}
    }
    if outcome.is_clamped {
        said.push("an uptake was held at 0% or 100%".to_owned());
    }
    (!said.is_empty()).then(|| format!("{}: {}.", name(strategy), said.join("; ")))
}

/// The output on which two strategies tie.
pub const fn tie_on_name(tie_on: TieOn, averts: AvertsKind) -> &'static str {
    match tie_on {
        TieOn::InNeedReached => "people in need reached",
        TieOn::CostPerInNeed => "cost for each person in need reached",
        TieOn::Benefit => averted(averts),
        TieOn::Gap => "the gap that remains",
    }
}

/// Heading of the tie.
pub const TIE: &str = "When would they tie?";
/// Label of the choice of output.
pub const TIE_ON: &str = "On";
/// Label of the choice of assumption.
pub const TIE_BY: &str = "If this changed";

/// Where the first two tie.
pub fn tie(scenario: &Scenario, result: &Strategies) -> String {
    let offers = &scenario.offers;
    let [a, b] = offers.pair();
    let (on, by) = (tie_on_name(offers.tie_on, offers.programme.averts), assumption_name(offers.tie_by));
    match result.break_even {
        BreakEven::At(value) => {
            let now = offers.range(offers.tie_by).likely();
            format!(
                "{} and {} tie on {on} if “{by}” is {}. It is now {}.{}",
                name(a),
                lower(b),
                amount(offers.tie_by, value),
                amount(offers.tie_by, now),
                match result.ties.len() {
                    0 | 1 => "",
                    2 => " They tie at one other value too; this is the nearer one.",
                    _ => " They tie at other values too; this is the nearest one.",
                }
            )
        }
        BreakEven::Same => format!("“{by}” makes no difference: {} and {} are the same on {on}.", name(a), lower(b)),
        BreakEven::Undefined => format!("One of the two reaches nobody in need, so they cannot tie on {on}."),
        BreakEven::FirstAlways | BreakEven::SecondAlways => {
            let more = if result.break_even == BreakEven::FirstAlways { a } else { b };
            format!(
                "No tie with “{by}” from {}: {} always has the higher value on {on}.",
                tie_range(result, offers),
                lower(more)
            )
        }
        BreakEven::Jumps => format!(
            "No tie with “{by}” from {}: which of the two has the higher value on {on} changes at a stroke.",
            tie_range(result, offers)
        ),
    }
}

/// Between which values a tie was looked for.
fn tie_range(result: &Strategies, offers: &Offers) -> String {
    let (from, to) = result.tie_range;
    format!("{} to {}", amount(offers.tie_by, from), amount(offers.tie_by, to))
}

/// A share or a number of pounds.
pub fn amount(assumption: crate::model::strategies::Assumption, value: f64) -> String {
    match assumption.unit() {
        crate::model::strategies::AssumptionUnit::Share => percent(value),
        crate::model::strategies::AssumptionUnit::Pounds => pounds(value),
        crate::model::strategies::AssumptionUnit::YearlyRate => value::rate(value),
    }
}

/// The value of the tie's output for a strategy.
pub fn tie_value(tie_on: TieOn, averts: AvertsKind, value: f64) -> String {
    match tie_on {
        TieOn::InNeedReached => count(value),
        TieOn::CostPerInNeed => pounds(value),
        TieOn::Benefit => benefit(value),
        TieOn::Gap => gap(averts, value),
    }
}

/// Heading of the split.
pub const SPLIT: &str = "Split a budget by need";
/// What it is.
pub const SPLIT_TEXT: &str = "One part is shared out equally for each person, the universal floor. The rest follows need: \
     0 is equal for each person, 1 equal for each person in need, more goes to where need is most common.";
/// Label of theta.
pub const THETA: &str = "How strongly the rest follows need (0 to 10)";
/// Label of the floor.
pub const FLOOR: &str = "Universal floor, share of the budget";
/// Label of the choice of parts.
pub const SPLIT_OVER: &str = "Split over";
/// Said where a budget cannot be split.
pub const NO_SPLIT: &str = "Nobody here is in need, so a budget cannot follow need.";

/// Between what a budget is split.
pub const fn split_over_name(split: SplitOver) -> &'static str {
    match split {
        SplitOver::Fifths => "deprivation fifths",
        SplitOver::Authorities => "councils",
    }
}

/// Said of text that is no theta.
pub const THETA_ERROR: &str = "Type a number from 0 to 10, such as 1";
/// After the floor.
pub const FLOOR_UNIT: &str = "% of the budget";

/// The budget that is split.
pub fn split_budget(offers: &Offers) -> String {
    format!("Budget: {}. It is the same budget as above; change it there.", pounds(offers.budget as f64))
}

/// The choice of coverage as a percentage.
pub fn reach_unit(scenario: &Scenario) -> String {
    super::missed::goal_unit(scenario)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_much_larger_reads_as_people_say_it() {
        let said = |first, second| larger(first, second).map(|(larger, _)| larger.than("people", "by area"));
        assert_eq!(said(240.0, 100.0).as_deref(), Some("2.4 times as many people as by area"));
        assert_eq!(said(104.0, 100.0).as_deref(), Some("4% more people than by area"));
        assert_eq!(said(101.0, 100.0), None);
        assert_eq!(said(5.0, 0.0).as_deref(), Some("people, and by area none"));
        assert_eq!(said(0.0, 0.0), None);
    }
}
