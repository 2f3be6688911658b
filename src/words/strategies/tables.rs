//! Captions and tables of the view.

use super::{amount, assumption_name, name, tie_on_name, tie_value};
use crate::chart::tornado::Swing;
use crate::chart::value_bars::ValueBar;
use crate::model::strategies::{Interval, Outcome, SplitPart, Strategy, TornadoBar};
use crate::results::strategies::{MEASURES, Strategies, StrategyResult};
use crate::scenario::Scenario;
use crate::words::common::{in_need, in_need_capital};
use crate::words::missed::quintile_names;
use crate::words::number::{count, decimal, percent, points, pounds};

/// Caption of the destinations.
pub fn destinations_caption(scenario: &Scenario) -> String {
    format!("Where {} end up, from the most to the least deprived fifth", in_need(scenario.need))
}

/// Key of the destinations: reached, not taken up, not offered.
pub const DESTINATIONS: [&str; 3] = ["Reached", "Offered, not taken up", "Never offered"];
/// The two ends of the fifths.
pub const FIFTH_ENDS: [&str; 2] = ["Most deprived", "Least deprived"];

/// Headings of the destinations' table.
pub fn destinations_headings(scenario: &Scenario) -> Vec<String> {
    let mut headings = vec!["Offer and fifth".to_owned(), in_need_capital(scenario.need).to_owned()];
    headings.extend(DESTINATIONS.map(str::to_owned));
    headings
}

/// Rows of the destinations' table.
pub fn destinations_rows(scenario: &Scenario, result: &Strategies) -> Vec<Vec<String>> {
    let names = quintile_names(scenario.rank);
    let mut rows = Vec::new();
    for strategy in &result.results {
        for (fifth, label) in strategy.outcome.fifths.iter().zip(&names) {
            rows.push(vec![
                format!("{}: {label}", name(strategy.strategy)),
                count(fifth.in_need),
                count(fifth.reached),
                count(fifth.not_taken_up),
                count(fifth.not_offered),
            ]);
        }
    }
    rows
}

/// Caption of the costs.
pub const COST_CAPTION: &str = "What each offer costs for each person in need reached";
/// Caption of the total cost.
pub const TOTAL_CAPTION: &str = "What each offer costs in all";
/// Caption of the reach.
pub const REACH_CAPTION: &str = "How many people in need each offer reaches";
/// How to read the intervals.
pub const INTERVAL_NOTE: &str = "The line across each bar is where 9 in 10 of 10,000 draws fall when every assumption varies \
     between its low and high value. A line without an end mark goes on past the picture.";
/// While the draws run.
pub const DRAWING: &str = "Working out how sure this is…";

/// How to read the intervals in a table.
pub const INTERVAL_TABLE_NOTE: &str = "In brackets: where 9 in 10 of 10,000 draws fall.";

/// Headings of a table of one output.
pub fn output_headings(index: usize) -> Vec<String> {
    vec![
        "Offer".to_owned(),
        output_name(MEASURES[index].0).to_owned(),
        "9 in 10 draws from".to_owned(),
        "to".to_owned(),
    ]
}

/// Rows of a table of one output.
pub fn output_rows(result: &Strategies, intervals: &[Vec<Option<Interval>>], index: usize) -> Vec<Vec<String>> {
    let (key, measure) = MEASURES[index];
    let row = |(position, strategy): (usize, &StrategyResult)| {
        let range = interval_of(intervals, position, index);
        let write = |value: Option<f64>| value.map_or_else(|| "none".to_owned(), |value| output(key, value));
        vec![
            name(strategy.strategy).to_owned(),
            write(measure(&strategy.outcome)),
            write(range.map(|range| range.low)),
            write(range.map(|range| range.high)),
        ]
    };
    result.results.iter().enumerate().map(row).collect()
}

/// One output of each strategy as a bar.
pub fn value_bars(result: &Strategies, intervals: &[Vec<Option<Interval>>], index: usize) -> Vec<ValueBar> {
    let (key, measure) = MEASURES[index];
    let bar = |(position, strategy): (usize, &StrategyResult)| {
        let value = measure(&strategy.outcome);
        ValueBar {
            name: name(strategy.strategy).to_owned(),
            value,
            interval: interval_of(intervals, position, index).map(|range| (range.low, range.high)),
            figure: value.map_or_else(|| "none reached".to_owned(), |value| output(key, value)),
        }
    };
    result.results.iter().enumerate().map(bar).collect()
}

fn interval_of(intervals: &[Vec<Option<Interval>>], position: usize, index: usize) -> Option<Interval> {
    *intervals.get(position)?.get(index)?
}

/// What stands above the destinations of a strategy.
pub fn destination_title(strategy: Strategy, outcome: &Outcome) -> String {
    format!("{}: {} reached", name(strategy), percent(outcome.coverage))
}

/// The widest bars of the tornado.
pub fn swings(scenario: &Scenario, result: &Strategies) -> Vec<Swing> {
    const MOST: usize = 8;
    let on = scenario.offers.tie_on;
    let swing = |bar: &TornadoBar| {
        let figure = |value: f64| signed(tie_value(on, value.abs()), value);
        Swing {
            name: assumption_name(bar.assumption).to_owned(),
            ends: (bar.at_low, bar.at_high),
            figures: (figure(bar.at_low), figure(bar.at_high)),
        }
    };
    result.tornado.iter().take(MOST).map(swing).collect()
}

/// Caption of the equity plane.
pub const PLANE_CAPTION: &str = "Doing good, and closing the gap";
/// How to read it.
pub const PLANE_NOTE: &str = "To the right: more bad outcomes averted. Upwards: the gap between the most and the least \
     deprived becomes smaller. An offer can do well on one and not on the other.";
/// Its axes.
pub const PLANE_AXES: [&str; 2] = ["Bad outcomes averted", "Gap becomes smaller"];

/// Headings of its table.
pub fn plane_headings() -> Vec<String> {
    ["Offer", "Bad outcomes averted", "Gap before", "Gap after", "Change"].map(str::to_owned).to_vec()
}

/// Rows of its table.
pub fn plane_rows(result: &Strategies) -> Vec<Vec<String>> {
    let row = |strategy: Strategy, outcome: &Outcome| {
        vec![
            name(strategy).to_owned(),
            benefit(outcome.benefit),
            percent(outcome.gap_before),
            percent(outcome.gap_after),
            points(outcome.gap_change()),
        ]
    };
    result.results.iter().map(|result| row(result.strategy, &result.outcome)).collect()
}

/// Caption of the tornado.
pub fn tornado_caption(scenario: &Scenario) -> String {
    let [a, b] = scenario.offers.pair();
    format!(
        "What makes the difference between {} and {}: {}",
        name(a).to_ascii_lowercase(),
        name(b).to_ascii_lowercase(),
        tie_on_name(scenario.offers.tie_on)
    )
}

/// How to read it.
pub const TORNADO_NOTE: &str = "One assumption at a time from its low to its high value, the widest first.";

/// Headings of its table.
pub fn tornado_headings() -> Vec<String> {
    ["Assumption", "Low value", "Difference then", "High value", "Difference then"].map(str::to_owned).to_vec()
}

/// Rows of its table.
pub fn tornado_rows(scenario: &Scenario, result: &Strategies) -> Vec<Vec<String>> {
    let on = scenario.offers.tie_on;
    let row = |bar: &TornadoBar| {
        let range = scenario.offers.range(bar.assumption);
        vec![
            assumption_name(bar.assumption).to_owned(),
            amount(bar.assumption, range.low()),
            signed(tie_value(on, bar.at_low.abs()), bar.at_low),
            amount(bar.assumption, range.high()),
            signed(tie_value(on, bar.at_high.abs()), bar.at_high),
        ]
    };
    result.tornado.iter().map(row).collect()
}

/// A difference with its sign.
pub fn signed(text: String, value: f64) -> String {
    if value < 0.0 { format!("−{text}") } else { text }
}

/// Heading of the table of every output.
pub const ALL_OUTPUTS: &str = "All results";

/// Headings of the table of every output.
pub fn outputs_headings(result: &Strategies) -> Vec<String> {
    let mut headings = vec!["Result".to_owned()];
    headings.extend(result.results.iter().map(|result| name(result.strategy).to_owned()));
    headings
}

/// Rows of the table of every output, with intervals once they are there.
pub fn outputs_rows(result: &Strategies, intervals: &[Vec<Option<Interval>>]) -> Vec<Vec<String>> {
    let row = |index: usize| {
        let (key, measure) = MEASURES[index];
        let mut cells = vec![output_name(key).to_owned()];
        for (position, strategy) in result.results.iter().enumerate() {
            let mut cell = measure(&strategy.outcome).map_or_else(|| "none".to_owned(), |value| output(key, value));
            if let Some(range) = interval_of(intervals, position, index) {
                cell += &format!(" ({} to {})", output(key, range.low), output(key, range.high));
            }
            cells.push(cell);
        }
        cells
    };
    (0..MEASURES.len()).map(row).collect()
}

/// Why an output has no value.
pub fn no_output(key: &str) -> &'static str {
    match key {
        "cost_per_reached" => "The offer reaches nobody.",
        "cost_per_in_need_reached" => "The offer reaches nobody in need.",
        "uptake_gap" => "Fewer than two fifths are offered it.",
        _ => "There is nothing to work it out from.",
    }
}

/// Why a part of a split budget has no such amount.
pub fn no_split_each(key: &str) -> &'static str {
    match key {
        "per_person" => "Nobody lives there.",
        _ => "Nobody there is in need.",
    }
}

fn output_name(key: &str) -> &'static str {
    match key {
        "offered" => "People offered",
        "reached" => "People reached",
        "in_need_reached" => "People in need reached",
        "in_need_not_offered" => "People in need never offered",
        "in_need_not_taken_up" => "People in need who did not take it up",
        "not_in_need_reached" => "People reached though not in need",
        "coverage" => "Share of people in need reached",
        "cost" => "Cost",
        "cost_per_reached" => "Cost for each person reached",
        "cost_per_in_need_reached" => "Cost for each person in need reached",
        "benefit" => "Bad outcomes averted",
        "gap_before" => "Gap before (slope index of inequality)",
        "gap_after" => "Gap after (slope index of inequality)",
        "gap_change" => "Change in the gap",
        _ => "Uptake gap, least less most deprived fifth",
    }
}

fn output(key: &str, value: f64) -> String {
    match key {
        "coverage" => percent(value),
        "gap_before" | "gap_after" | "gap_change" | "uptake_gap" => points(value),
        "cost" | "cost_per_reached" | "cost_per_in_need_reached" => pounds(value),
        "benefit" => benefit(value),
        _ => count(value),
    }
}

/// Bad outcomes averted: whole ones where there are many.
pub fn benefit(value: f64) -> String {
    if value < 99.5 { decimal(value) } else { count(value) }
}

/// Headings of the split.
pub fn split_headings() -> Vec<String> {
    ["Part", "Budget", "For each person", "For each person in need"].map(str::to_owned).to_vec()
}

/// Rows of the split.
pub fn split_rows(names: &[String], parts: &[SplitPart]) -> Vec<Vec<String>> {
    let each = |value: Option<f64>| value.map_or_else(|| "none".to_owned(), pounds);
    let row = |(name, part): (&String, &SplitPart)| {
        vec![name.clone(), pounds(part.budget), each(part.per_person), each(part.per_person_in_need)]
    };
    names.iter().zip(parts).map(row).collect()
}
