//! Pages side by side: their choices, their results, and what the differences between the two come to.

mod sentence;

pub use sentence::sentences;

use super::common::{edition_label, in_need_capital, nav_label, not_a_trend, rank_label};
use super::missed::about_left;
use super::number::{chosen, count, decimal, percent, pounds};
use super::place::{OWN_TABLE, own_table};
use super::strategies::{amount, assumption_name, funding_name, outreach_name, scope_name};
use super::{lower_first, missed, starting_points, strategies};
use crate::data::Resolution;
use crate::model::strategies::{Assumption, Outcome, Strategy};
use crate::results::Compared;
use crate::scenario::differences::{Choice, between, shown};
use crate::scenario::offers::FundingKind;
use crate::scenario::programme::EligibleKind;
use crate::scenario::{CutKind, Scenario, View};

/// Heading of the comparison.
pub const HEADING: &str = "Saved pages side by side";
/// Heading of the first column.
pub const CORNER: &str = "Choice or result";
/// Heading of the choices.
pub const CHOICES: &str = "Choices";
/// Heading of the target's results.
pub const TARGET: &str = "The target";
/// How the differences are marked.
pub const NOTE: &str = "≠ marks a choice that differs from the first page.";
/// Said where pages of two editions stand side by side; empty where they are of one.
pub fn of_two_editions(columns: &[Column]) -> &'static str {
    match columns {
        [first, others @ ..] if others.iter().any(|other| other.scenario.data != first.scenario.data) => {
            not_a_trend(first.scenario.need)
        }
        _ => "",
    }
}
/// The mark.
pub const MARK: &str = "≠";
/// The mark, for those who do not see it.
pub const DIFFERS: &str = "differs: ";
/// Stands where a row says nothing about a page.
pub const ABSENT: &str = "–";
/// The same, for those who do not see it.
pub const NOT_HERE: &str = "does not apply";
/// Leads to where pages are picked.
pub const CHANGE: &str = "Change what is compared";

/// A page in the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its choices.
    pub scenario: Scenario,
    /// Name of its place.
    pub place: String,
    /// What it comes to, or why that is not there.
    pub result: Result<Compared, String>,
}

/// A cell of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// What it says, and whether that differs from the first page.
    Text(String, bool),
    /// The row says nothing about this page.
    Absent,
}

/// Rows of the table under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading.
    pub heading: String,
    /// The rows: a label, and a cell for each page.
    pub rows: Vec<(String, Vec<Cell>)>,
}

/// Name of the link that opens a page.
pub fn open(name: &str) -> String {
    format!("Open “{name}”")
}

/// The whole table.
pub fn groups(columns: &[Column]) -> Vec<Group> {
    let mut groups = vec![Group { heading: CHOICES.to_owned(), rows: choices(columns) }];
    if columns.iter().any(|column| column.scenario.view != View::Strategies) {
        groups.push(Group { heading: TARGET.to_owned(), rows: target_rows(columns) });
    }
    for strategy in Strategy::ALL {
        let outcomes: Vec<Option<&Outcome>> = columns.iter().map(|column| outcome(column, strategy)).collect();
        if outcomes.iter().any(Option::is_some) {
            let mut rows = offer_rows(&outcomes);
            let gap = |column: &Column| said(outcome(column, strategy), |of| gap_after(column, of));
            rows.push(("Gap after (slope index of inequality)".to_owned(), columns.iter().map(gap).collect()));
            groups.push(Group { heading: strategies::name(strategy).to_owned(), rows });
        }
    }
    groups
}

fn choices(columns: &[Column]) -> Vec<(String, Vec<Cell>)> {
    let Some(first) = columns.first() else { return Vec::new() };
    let pages: Vec<Scenario> = columns.iter().map(|column| column.scenario.clone()).collect();
    let row = |choice: Choice| {
        let cell = |column: &Column| {
            if !choice.matters(&column.scenario) {
                return Cell::Absent;
            }
            Cell::Text(value(choice, column), between(&first.scenario, &column.scenario).contains(&choice))
        };
        (label(choice).to_owned(), columns.iter().map(cell).collect())
    };
    let mut rows: Vec<_> = shown(&pages).into_iter().map(row).collect();
    let figures = |column: &Column| {
        said(column.result.as_ref().ok(), |result| match result.missed.resolution {
            Resolution::Bands if column.scenario.uses_own() => "built-in figures on schools".to_owned(),
            Resolution::Areas if column.scenario.uses_own() => lower_first(OWN_TABLE),
            Resolution::Areas => "single areas, from File 7".to_owned(),
            Resolution::Bands => "built-in figures".to_owned(),
        })
    };
    rows.push(("Worked out from".to_owned(), columns.iter().map(figures).collect()));
    rows
}

fn said<T>(thing: Option<T>, say: impl Fn(T) -> String) -> Cell {
    thing.map_or(Cell::Absent, |thing| Cell::Text(say(thing), false))
}

fn target_rows(columns: &[Column]) -> Vec<(String, Vec<Cell>)> {
    let row = |label: &str, say: fn(&Compared) -> String| {
        (label.to_owned(), columns.iter().map(|column| said(column.result.as_ref().ok(), say)).collect())
    };
    vec![
        row("People targeted", |result| {
            let target = &result.missed.target.measures;
            format!("{}{} ({})", about(result), count(target.people), percent(target.people_share))
        }),
        row("People in need here", |result| count(result.missed.in_need)),
        row("People in need reached", |result| {
            let target = &result.missed.target.measures;
            format!("{}{} ({})", about(result), count(target.in_need), percent(target.coverage))
        }),
        row("Share in need missed", |result| {
            about_left(result.missed.is_approximate, result.missed.target.measures.coverage)
        }),
        row("Lift: need there against the whole place", |result| {
            let lift = result.missed.target.measures.lift;
            lift.map_or_else(
                || super::measures::NONE.to_owned(),
                |lift| format!("{}{} times", about(result), decimal(lift)),
            )
        }),
    ]
}

fn about(result: &Compared) -> &'static str {
    if result.missed.is_approximate { "about " } else { "" }
}

fn outcome(column: &Column, strategy: Strategy) -> Option<&Outcome> {
    let results = &column.result.as_ref().ok()?.strategies.as_ref()?.results;
    results.iter().find(|result| result.strategy == strategy).map(|result| &result.outcome)
}

/// The gap that an offer of a page leaves.
fn gap_after(column: &Column, outcome: &Outcome) -> String {
    strategies::gap(column.scenario.offers.programme.averts, outcome.gap_after)
}

fn offer_rows(outcomes: &[Option<&Outcome>]) -> Vec<(String, Vec<Cell>)> {
    let row = |label: &str, say: fn(&Outcome) -> String| {
        (label.to_owned(), outcomes.iter().map(|&outcome| said(outcome, say)).collect())
    };
    vec![
        row("People in need reached", |o| format!("{} ({})", count(o.in_need_reached), percent(o.coverage))),
        row("Cost", |o| pounds(o.cost)),
        row("Cost for each person in need reached", |o| {
            o.cost_per_in_need_reached.map_or_else(|| super::measures::NONE.to_owned(), pounds)
        }),
    ]
}

/// A choice as the label of a row.
fn label(choice: Choice) -> &'static str {
    match choice {
        Choice::View => "Page",
        Choice::Place => super::place::LABEL,
        Choice::Edition => missed::EDITION,
        Choice::Need => missed::NEED,
        Choice::Rank => missed::RANK,
        Choice::Cut => missed::CUT,
        Choice::Basis => missed::BASIS,
        Choice::Whole => missed::WHOLE,
        Choice::Share => missed::SHARE,
        Choice::Start => "Example",
        Choice::Offers => strategies::COMPARE,
        Choice::Scope => strategies::SCOPE,
        Choice::Outreach => strategies::OUTREACH_TO,
        Choice::Funding => strategies::FUNDING,
        Choice::Eligible => strategies::ELIGIBLE,
        Choice::Against => strategies::AGAINST,
        Choice::Averts => strategies::AVERTS,
        Choice::Assumed(assumption) => assumption_name(assumption),
    }
}

/// What a page has chosen.
fn value(choice: Choice, column: &Column) -> String {
    let (page, offers) = (&column.scenario, &column.scenario.offers);
    match choice {
        Choice::View => nav_label(page.view).to_owned(),
        Choice::Place => column.place.clone(),
        Choice::Edition if page.uses_own() => own_table(page).to_owned(),
        Choice::Edition => edition_label(page.data).to_owned(),
        Choice::Need => in_need_capital(page).into_owned(),
        Choice::Rank => rank_label(page.rank, page),
        Choice::Cut => missed::cut_label(page.cut).to_owned(),
        Choice::Basis => missed::basis_label(page.basis, page).to_owned(),
        Choice::Whole => if page.whole { "yes" } else { "no" }.to_owned(),
        Choice::Share => match page.cut {
            CutKind::National => format!("{}% of England’s areas", chosen(page.share)),
            CutKind::Local => format!("{}{}", chosen(page.share), missed::unit(page)),
        },
        Choice::Start => starting_points::name(offers.start).to_owned(),
        Choice::Offers => offers.compare.iter().map(|&offer| strategies::name(offer)).collect::<Vec<_>>().join(", "),
        Choice::Scope => scope_name(offers.need_scope).to_owned(),
        Choice::Outreach => outreach_name(offers.outreach_where).to_owned(),
        Choice::Funding => match offers.funding {
            FundingKind::Full => funding_name(FundingKind::Full).to_owned(),
            FundingKind::Budget => format!("as far as {}", pounds(offers.budget as f64)),
            FundingKind::Coverage => format!("until {} in need are reached", percent(offers.reach.as_share())),
        },
        Choice::Eligible => match offers.programme.eligible {
            EligibleKind::Number => {
                let [in_need, others] = offers.programme.numbers.map(|number| count(number as f64));
                format!("{in_need} in need, {others} others")
            }
            kind => strategies::eligible_name(kind).to_owned(),
        },
        Choice::Against => strategies::against_name(offers.programme.against).to_owned(),
        Choice::Averts => strategies::averts_in_full(&offers.programme),
        Choice::Assumed(assumption) => assumed(page, assumption),
    }
}

/// An assumption as its likely value, with its spread.
fn assumed(page: &Scenario, assumption: Assumption) -> String {
    let range = page.offers.range(assumption);
    let [low, likely, high] = [range.low(), range.likely(), range.high()].map(|value| amount(assumption, value));
    if low == high { likely } else { format!("{likely} ({low} to {high})") }
}
