//! Captions and tables of the view.

use super::{amount, assumption_name, averted, gap, gap_size, gap_unit, name, tie_on_name, tie_value};
use crate::chart::equity_plane::{OnPlane, PlaneAxes};
use crate::chart::tornado::{Swing, Swings};
use crate::chart::uptake_fifths::UptakeGroup;
use crate::chart::value_bars::ValueBar;
use crate::chart::{offer_bar, offer_dot};
use crate::data::RankBy;
use crate::model::strategies::{Interval, Outcome, SplitPart, Strategy, TornadoBar};
use crate::results::strategies::{BENEFIT, GAP_NARROWING, MEASURES, Strategies, StrategyResult};
use crate::scenario::Scenario;
use crate::scenario::programme::AvertsKind;
use crate::words::capital;
use crate::words::common::{in_need, in_need_capital};
use crate::words::missed::quintile_names;
use crate::words::number::{count, decimal, fixed, percent, points, pounds};

/// Caption of the destinations.
pub fn destinations_caption(scenario: &Scenario) -> String {
    let order = match scenario.rank {
        RankBy::Imd => "from the most to the least deprived fifth",
        RankBy::Need => "from the fifth most in need to the least",
    };
    format!("Where {} end up, {order}", in_need(scenario))
}

/// Key of the destinations: reached, not taken up, not offered.
pub const DESTINATIONS: [&str; 3] = ["Reached", "Offered, not taken up", "Never offered"];

/// Headings of the destinations' table.
pub fn destinations_headings(scenario: &Scenario) -> Vec<String> {
    let mut headings = vec!["Offer and fifth".to_owned(), in_need_capital(scenario).into_owned()];
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
    // No picture shows what depends on the outcome.
    let averts = AvertsKind::BadOutcome;
    vec!["Offer".to_owned(), output_name(MEASURES[index].0, averts), "9 in 10 draws from".to_owned(), "to".to_owned()]
}

/// Rows of a table of one output.
pub fn output_rows(result: &Strategies, intervals: &[Vec<Option<Interval>>], index: usize) -> Vec<Vec<String>> {
    let (key, measure) = MEASURES[index];
    let row = |(position, strategy): (usize, &StrategyResult)| {
        let range = interval_of(intervals, position, index);
        let write =
            |value: Option<f64>| value.map_or_else(|| "none".to_owned(), |value| output(key, result.averts, value));
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
            figure: value.map_or_else(|| "none reached".to_owned(), |value| output(key, result.averts, value)),
            class: offer_bar(strategy.strategy),
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
pub fn swings(scenario: &Scenario, result: &Strategies) -> Swings {
    const MOST: usize = 8;
    let on = scenario.offers.tie_on;
    let averts = result.averts;
    let figure = |value: f64| signed(tie_value(on, averts, value.abs()), value);
    let swing = |bar: &TornadoBar| {
        let range = scenario.offers.range(bar.assumption);
        let end = |value: f64| format!("at {}", amount(bar.assumption, value));
        Swing {
            name: assumption_name(bar.assumption).to_owned(),
            ends: (bar.at_low, bar.at_high),
            figures: (figure(bar.at_low), figure(bar.at_high)),
            values: (end(range.low()), end(range.high())),
        }
    };
    Swings {
        bars: result.tornado.iter().take(MOST).map(swing).collect(),
        base: result.difference.map(|value| (value, format!("As assumed: {}", figure(value)))),
        none: "No difference".to_owned(),
    }
}

/// Caption of the equity plane.
pub const PLANE_CAPTION: &str = "Doing good, and closing the gap";
/// How to read it.
pub const PLANE_NOTE: &str = "To the right: more is averted. Above the line at 0: the gap between the most and the \
     least deprived becomes smaller. An offer can do well on one and not on the other. The lines through a dot show where 9 in \
     10 draws fall, each way by itself.";
/// Its axes.
pub fn plane_axes(averts: AvertsKind) -> PlaneAxes {
    let (unit, times) = gap_unit(averts);
    PlaneAxes { names: [averted_capital(averts), format!("Gap becomes smaller, {unit}")], times, write: fixed }
}

/// The offers on it.
pub fn plane_points(result: &Strategies, intervals: &[Vec<Option<Interval>>]) -> Vec<OnPlane> {
    let ends = |position: usize, of: usize| interval_of(intervals, position, of).map(|range| (range.low, range.high));
    let point = |(position, of): (usize, &StrategyResult)| OnPlane {
        name: name(of.strategy).to_owned(),
        benefit: of.outcome.benefit,
        narrowing: of.outcome.gap_narrowing(),
        intervals: [BENEFIT, GAP_NARROWING].map(|of| ends(position, of)),
        class: offer_dot(of.strategy),
    };
    result.results.iter().enumerate().map(point).collect()
}

/// Headings of its table.
pub fn plane_headings(averts: AvertsKind) -> Vec<String> {
    let interval = "9 in 10 draws";
    ["Offer", &averted_capital(averts), interval, "Gap before", "Gap after", "Gap smaller by", interval]
        .map(str::to_owned)
        .to_vec()
}

/// Rows of its table.
pub fn plane_rows(result: &Strategies, intervals: &[Vec<Option<Interval>>]) -> Vec<Vec<String>> {
    let averts = result.averts;
    let smaller = |value: f64| gap(averts, value);
    let range = |position: usize, of: usize, write: &dyn Fn(f64) -> String| {
        let ends = interval_of(intervals, position, of);
        ends.map_or_else(|| "none".to_owned(), |of| format!("{} to {}", write(of.low), write(of.high)))
    };
    let row = |(position, of): (usize, &StrategyResult)| {
        vec![
            name(of.strategy).to_owned(),
            benefit(of.outcome.benefit),
            range(position, BENEFIT, &benefit),
            gap_size(averts, of.outcome.gap_before),
            gap_size(averts, of.outcome.gap_after),
            smaller(of.outcome.gap_narrowing()),
            range(position, GAP_NARROWING, &smaller),
        ]
    };
    result.results.iter().enumerate().map(row).collect()
}

/// Caption of the tornado.
pub fn tornado_caption(scenario: &Scenario) -> String {
    let [a, b] = scenario.offers.pair();
    format!(
        "What makes the difference between {} and {}: {}",
        name(a).to_ascii_lowercase(),
        name(b).to_ascii_lowercase(),
        tie_on_name(scenario.offers.tie_on, scenario.offers.programme.averts)
    )
}

/// How to read it.
pub const TORNADO_NOTE: &str = "One assumption at a time from its low to its high value, the widest first; the others stay \
     as assumed.";

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
            signed(tie_value(on, result.averts, bar.at_low.abs()), bar.at_low),
            amount(bar.assumption, range.high()),
            signed(tie_value(on, result.averts, bar.at_high.abs()), bar.at_high),
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
        let averts = result.averts;
        let mut cells = vec![output_name(key, averts)];
        for (position, strategy) in result.results.iter().enumerate() {
            let mut cell =
                measure(&strategy.outcome).map_or_else(|| "none".to_owned(), |value| output(key, averts, value));
            if let Some(range) = interval_of(intervals, position, index) {
                let [low, high] = [range.low, range.high].map(|end| output(key, averts, end));
                // What every draw comes to, as a budget that is spent whole, is told once.
                if low != cell || high != cell {
                    cell += &format!(" ({low} to {high})");
                }
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

fn output_name(key: &str, averts: AvertsKind) -> String {
    let name = match key {
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
        "benefit" => return averted_capital(averts),
        // With its unit where that is long, so that no cell repeats it.
        "gap_before" | "gap_after" | "gap_change" if averts.is_yearly() => {
            return format!("{}, {}", gap_name(key), gap_unit(averts).0);
        }
        "gap_before" | "gap_after" | "gap_change" => gap_name(key),
        _ => "Uptake gap, least less most deprived fifth",
    };
    name.to_owned()
}

fn gap_name(key: &str) -> &'static str {
    match key {
        "gap_before" => "Gap before (slope index of inequality)",
        "gap_after" => "Gap after (slope index of inequality)",
        _ => "Change in the gap",
    }
}

fn averted_capital(averts: AvertsKind) -> String {
    capital(averted(averts))
}

fn output(key: &str, averts: AvertsKind, value: f64) -> String {
    match key {
        "coverage" => percent(value),
        "gap_before" | "gap_after" | "gap_change" if averts.is_yearly() => fixed(value * gap_unit(averts).1, 1),
        "gap_before" | "gap_after" | "gap_change" => gap(averts, value),
        "uptake_gap" => points(value),
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

/// Caption of uptake in fifths.
pub const UPTAKE_CAPTION: &str = "Uptake in each fifth, as assumed";
/// How to read it.
pub const UPTAKE_NOTE: &str = "The ring is the uptake that the two numbers set; the dot is with outreach or stigma. A fifth that is \
     not offered anything is left out.";

/// The offers of the picture.
pub fn uptake_groups(result: &Strategies) -> Vec<UptakeGroup> {
    let group = |of: &StrategyResult| UptakeGroup {
        title: name(of.strategy).to_owned(),
        about: uptake_gap(&of.outcome),
        fifths: of.outcome.uptake,
    };
    result.results.iter().map(group).collect()
}

/// The gap in uptake, where there is one to tell.
fn uptake_gap(outcome: &Outcome) -> String {
    match outcome.uptake_gap {
        None => no_output("uptake_gap").trim_end_matches('.').to_owned(),
        Some(gap) => format!("Uptake gap {}", points(gap)),
    }
}

/// Headings of its table.
pub fn uptake_headings() -> Vec<String> {
    ["Offer and fifth", "As set", "With outreach or stigma"].map(str::to_owned).to_vec()
}

/// Its rows.
pub fn uptake_rows(scenario: &Scenario, result: &Strategies) -> Vec<Vec<String>> {
    let names = quintile_names(scenario.rank);
    let mut rows = Vec::new();
    for of in &result.results {
        for (uptake, label) in of.outcome.uptake.iter().zip(&names) {
            let [set, with] = match uptake {
                Some((set, with)) => [percent(*set), percent(*with)],
                None => ["not offered"; 2].map(str::to_owned),
            };
            rows.push(vec![format!("{}: {label}", name(of.strategy)), set, with]);
        }
    }
    rows
}
