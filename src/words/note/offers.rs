//! The note's chapters on the offers compared.

use super::{NoteInput, chapter, table, text};
use crate::document::{Chapter, Exhibit, Prose, Table};
use crate::model::strategies::Assumption;
use crate::results::assumed::is_used;
use crate::words::number::{chosen_percent, pounds};
use crate::words::{lower_first, starting_points, strategies};

/// The outputs that decide, by their position in `results::strategies::MEASURES`: a note has no room for all.
const MAIN_OUTPUTS: [usize; 10] = [1, 2, 3, 4, 5, 7, 9, 10, 12, 13];

/// What each offer is and does.
pub fn options(facts: &NoteInput) -> Chapter {
    let (scenario, result) = (facts.scenario, facts.offers);
    let meaning = |strategy| format!("{}: {}.", strategies::name(strategy), lower_first(strategies::meaning(strategy)));
    let mut prose = vec![
        Prose::List(result.results.iter().map(|result| meaning(result.strategy)).collect()),
        text(starting_points::notes(scenario.offers.start, scenario)),
        text(format!("How far the offers go: {}.", funding(facts))),
    ];
    let limits = strategies::all_limits(scenario, result);
    if !limits.is_empty() {
        prose.push(Prose::List(limits));
    }
    let note = if facts.intervals.is_empty() { "" } else { strategies::INTERVAL_TABLE_NOTE };
    let rows = strategies::outputs_rows(result, facts.intervals);
    let outputs = Table {
        note: note.to_owned(),
        ..table(
            "What each offer does",
            strategies::outputs_headings(result),
            MAIN_OUTPUTS.into_iter().filter_map(|index| rows.get(index).cloned()).collect(),
        )
    };
    chapter("options", "What the options do", prose, vec![Exhibit::Table(outputs)])
}

fn funding(facts: &NoteInput) -> String {
    use crate::scenario::offers::FundingKind;
    let offers = &facts.scenario.offers;
    let name = strategies::funding_name(offers.funding);
    match offers.funding {
        FundingKind::Full => name.to_owned(),
        FundingKind::Budget => format!("{name}, {}", pounds(offers.budget as f64)),
        FundingKind::Coverage => format!("{name}, {}", chosen_percent(offers.reach)),
    }
}

/// Every assumption in use, with its basis.
pub fn assumptions(facts: &NoteInput) -> Chapter {
    let offers = &facts.scenario.offers;
    let used = || Assumption::ALL.into_iter().filter(|&assumption| is_used(offers, assumption));
    let row = |assumption: Assumption| {
        let range = offers.range(assumption);
        let amount = |value| strategies::amount(assumption, value);
        vec![
            strategies::assumption_name(assumption).to_owned(),
            amount(range.low()),
            amount(range.likely()),
            amount(range.high()),
            strategies::basis(offers, assumption),
        ]
    };
    let register = table(
        "Every assumption in use",
        strategies::REGISTER_COLUMNS.map(str::to_owned).to_vec(),
        used().map(row).collect(),
    );
    let mut prose = vec![text(strategies::REGISTER_TEXT)];
    let source = |assumption| {
        let source = strategies::source(offers, assumption)?;
        Some(format!("{}: {source}", strategies::assumption_name(assumption)))
    };
    let sources: Vec<String> = used().filter_map(source).collect();
    if !sources.is_empty() {
        prose.push(Prose::List(sources));
    }
    chapter("assumptions", strategies::REGISTER, prose, vec![Exhibit::Table(register)])
}
