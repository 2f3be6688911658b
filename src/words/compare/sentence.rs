//! What differs between pages, and what it does to the result, as sentences.

use super::{Column, gap_after, outcome, value};
use crate::model::strategies::{Outcome, Strategy};
use crate::results::Compared;
use crate::results::shown::tenths_above;
use crate::scenario::View;
use crate::scenario::differences::{Choice, between};
use crate::words::common::in_need;
use crate::words::missed::about_percent;
use crate::words::number::{chosen_percent, count, pounds, tenths_of_points};
use crate::words::strategies::{assumption_name, in_sentence};
use crate::words::{capital, lower_first};

/// Choices named one by one; of more the others are counted.
const MOST_NAMED: usize = 3;

/// A sentence for each page but the first, against the first.
pub fn sentences(columns: &[Column]) -> Vec<String> {
    let Some((first, others)) = columns.split_first() else { return Vec::new() };
    let sentence = |other: &Column| {
        let text = against(first, other);
        if others.len() > 1 {
            format!("“{}” against the first page: {}", other.name, lower_first(&text))
        } else {
            text
        }
    };
    others.iter().map(sentence).collect()
}

fn against(first: &Column, other: &Column) -> String {
    let differing = between(&first.scenario, &other.scenario);
    if differing.is_empty() {
        return "Nothing differs that could change the results, so they are the same.".to_owned();
    }
    let (Ok(one), Ok(two)) = (&first.result, &other.result) else {
        return format!("{}.", differ(&differing));
    };
    if first.scenario.view != other.scenario.view {
        return kinds(first, other, &differing, (one, two));
    }
    match (differing.as_slice(), first.scenario.view) {
        (&[only], View::Strategies) => {
            format!("{}: with {}, {}.", differ(&differing), instead(only, first, other), offers(first, other))
        }
        (_, View::Strategies) => format!("{}. Together they mean that {}.", differ(&differing), offers(first, other)),
        (&[only], _) => match target((first, one), (other, two)) {
            None => format!(
                "{}: with {}, the result is the same, {}.",
                differ(&differing),
                instead(only, first, other),
                held(first, one)
            ),
            Some(target) if only == Choice::Share => {
                format!("{}: {} reaches {target}.", differ(&differing), instead(only, first, other))
            }
            Some(target) => {
                format!("{}: with {}, the target reaches {target}.", differ(&differing), instead(only, first, other))
            }
        },
        _ => match target((first, one), (other, two)) {
            None => format!("{}. Even so the result is the same, {}.", differ(&differing), held(first, one)),
            Some(target) => format!("{}. Together they mean that the target reaches {target}.", differ(&differing)),
        },
    }
}

/// Pages that ask different questions share their target alone.
fn kinds(first: &Column, other: &Column, differing: &[Choice], (one, two): (&Compared, &Compared)) -> String {
    let questions = "One asks whom a target by area misses, the other compares offers, so only their targets can be \
                     held against each other";
    let rest: Vec<Choice> = differing.iter().copied().filter(|&choice| choice != Choice::View).collect();
    match target((first, one), (other, two)) {
        _ if rest.is_empty() => format!("{questions}: it is the same one, with {}.", held(first, one)),
        None => format!("{questions}. {}, and each holds {}.", differ(&rest), held(first, one)),
        Some(target) => format!("{questions}. {}: the target of “{}” holds {target}.", differ(&rest), other.name),
    }
}

/// What differs, as the start of a sentence.
fn differ(choices: &[Choice]) -> String {
    let names: Vec<String> = choices.iter().map(|&choice| noun(choice)).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => format!("Only {only} differs"),
        [named @ .., last] if choices.len() <= MOST_NAMED => {
            capital(&format!("{} and {last} differ", named.join(", ")))
        }
        _ => {
            let named = names[..MOST_NAMED - 1].join(", ");
            capital(&format!("{named} and {} other choices differ", choices.len() + 1 - MOST_NAMED))
        }
    }
}

fn noun(choice: Choice) -> String {
    match choice {
        Choice::View => "the question",
        Choice::Place => "the place",
        Choice::Edition => "the edition of the figures",
        Choice::Need => "who needs to be reached",
        Choice::Rank => "the order of areas",
        Choice::Cut => "what “most deprived” is compared with",
        Choice::Basis => "what the share is a share of",
        Choice::Whole => "whether whole areas are taken",
        Choice::Share => "the size of the target",
        Choice::Start => "the example",
        Choice::Offers => "the choice of offers",
        Choice::Scope => "who is assessed",
        Choice::Outreach => "where outreach goes",
        Choice::Funding => "how far the offers go",
        Choice::Eligible => "who can have the offers",
        Choice::Against => "what the offers are held against",
        Choice::Averts => "what they avert",
        Choice::Assumed(assumption) => return format!("“{}”", assumption_name(assumption)),
    }
    .to_owned()
}

/// "30% instead of 20%".
fn instead(choice: Choice, first: &Column, other: &Column) -> String {
    let said = |column: &Column| match choice {
        Choice::Share => chosen_percent(column.scenario.share),
        Choice::Need => in_need(column.scenario.need).to_owned(),
        Choice::Rank => lower_first(&value(choice, column)),
        Choice::Edition => format!("the {}", value(choice, column)),
        Choice::Whole if column.scenario.whole => "whole areas".to_owned(),
        Choice::Whole => "the last area split".to_owned(),
        Choice::Funding => format!("offers {}", value(choice, column)),
        _ => value(choice, column),
    };
    format!("{} instead of {}", said(other), said(first))
}

/// "41.0% instead of 30.5% of people on low incomes, 10.5 points more"; `None` where the two are the same.
fn target((first, one): (&Column, &Compared), (other, two): (&Column, &Compared)) -> Option<String> {
    let (needs, others) = (in_need(first.scenario.need), in_need(other.scenario.need));
    let coverage = |result: &Compared| result.missed.target.measures.coverage;
    let said = |result: &Compared| about_percent(result.missed.is_approximate, coverage(result));
    let difference = tenths_above(coverage(two), coverage(one));
    if difference == 0 && needs == others {
        return None;
    }
    let shares = if needs == others {
        format!("{} instead of {} of {needs}", said(two), said(one))
    } else {
        format!("{} of {others} instead of {} of {needs}", said(two), said(one))
    };
    let points = tenths_of_points(difference);
    Some(match difference {
        0 => shares,
        1.. => format!("{shares}, {points} points more"),
        _ => format!("{shares}, {points} points less"),
    })
}

/// "30.5% of people on low incomes".
fn held(column: &Column, result: &Compared) -> String {
    let share = about_percent(result.missed.is_approximate, result.missed.target.measures.coverage);
    format!("{share} of {}", in_need(column.scenario.need))
}

/// What an output is, of an outcome.
type Output = fn(&Outcome) -> Option<String>;

/// What the difference does to the offers that both pages compare: to whom they reach, else to what that costs, else to
/// the gap that they leave.
fn offers(first: &Column, other: &Column) -> String {
    let both = |strategy: Strategy| Some((strategy, outcome(first, strategy)?, outcome(other, strategy)?));
    let both: Vec<_> = Strategy::ALL.into_iter().filter_map(both).collect();
    if both.is_empty() {
        return "no offer is on both pages".to_owned();
    }
    let reached: Output = |outcome| Some(count(outcome.in_need_reached));
    let cost: Output = |outcome| outcome.cost_per_in_need_reached.map(pounds);
    let changed = |output: Output| {
        let change = |&(strategy, one, two): &(Strategy, &Outcome, &Outcome)| {
            let (one, two) = (output(one)?, output(two)?);
            (one != two).then(|| (in_sentence(strategy), one, two))
        };
        both.iter().filter_map(change).collect::<Vec<_>>()
    };
    let list = |verb: &str, things: &str, changed: &[(&str, String, String)]| {
        let part = |(index, (name, one, two)): (usize, &(&str, String, String))| match index {
            0 => format!("{name} {verb} {two} instead of {one}{things}"),
            _ => format!("{name} {two} instead of {one}"),
        };
        let mut parts: Vec<String> = changed.iter().enumerate().map(part).collect();
        match both.len() - changed.len() {
            0 => {}
            1 => parts.push("the other offer as before".to_owned()),
            _ => parts.push("the other offers as before".to_owned()),
        }
        parts.join(", ")
    };
    let of = in_need(first.scenario.need);
    let things =
        if first.scenario.need == other.scenario.need { format!(" {of}") } else { " people in need".to_owned() };
    let by_gap: Vec<_> = both
        .iter()
        .map(|&(strategy, one, two)| (in_sentence(strategy), gap_after(first, one), gap_after(other, two)))
        .filter(|(_, one, two)| one != two)
        .collect();
    let (by_reach, by_cost) = (changed(reached), changed(cost));
    match (by_reach.as_slice(), by_cost.as_slice()) {
        ([], []) => {
            let same = "each offer reaches as many people in need at the same cost";
            if by_gap.is_empty() {
                same.to_owned()
            } else {
                format!("{same}; {}", list("leaves a gap of", "", &by_gap))
            }
        }
        ([], costs) => {
            format!("each offer reaches as many people in need; {}", list("costs", " for each of them", costs))
        }
        (reached, _) => list("reaches", &things, reached),
    }
}
