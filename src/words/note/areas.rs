//! The note's chapters on the target: what it does beside others, and whom it misses.

use super::{NoteInput, by_name, chapter, table, text};
use crate::document::{Chapter, Exhibit, Table};
use crate::results::note::{MissedFifth, OptionKind, TargetOption, missed_by_fifth, target_options};
use crate::words::common::{everyone, in_need, in_need_capital};
use crate::words::missed::{about, about_percent};
use crate::words::number::{count, percent};
use crate::words::{capital, measures, missed};

/// The measures that a note on offers has room for, by their position in `measures::all`.
const MAIN_MEASURES: [usize; 4] = [0, 2, 3, 5];

/// What the target does: in a note on areas beside other targets and in every measure.
pub fn target(facts: &NoteInput) -> Chapter {
    let (scenario, result) = (facts.scenario, facts.missed);
    let is_shown = |index: &usize| !facts.is_about_offers() || MAIN_MEASURES.contains(index);
    let rows = measures::all(scenario, result).into_iter().enumerate();
    let rows = rows.filter(|(index, _)| is_shown(index)).map(|(_, measure)| measure);
    let measures = Table {
        is_numeric: false,
        ..table(
            if facts.is_about_offers() { "Main measures of this target" } else { measures::HEADING },
            measures::COLUMNS.map(str::to_owned).to_vec(),
            rows.map(|measure| vec![measure.name.to_owned(), measure.value, measure.meaning]).collect(),
        )
    };
    let prose = vec![text(missed::detail(scenario, result))];
    let (heading, exhibits) = match facts.is_about_offers() {
        true => ("What the target does", vec![measures]),
        false => ("The options, in numbers", vec![options(facts), measures]),
    };
    chapter("target", heading, prose, exhibits.into_iter().map(Exhibit::Table).collect())
}

/// The target beside others.
fn options(facts: &NoteInput) -> Table {
    let (scenario, result) = (facts.scenario, facts.missed);
    let row = |option: TargetOption| {
        let is_about = option.is_approximate;
        vec![
            option_name(facts, &option),
            about_percent(is_about, option.people_share),
            about_percent(is_about, option.coverage),
            format!("{}{}", about(is_about), count(option.missed)),
            option.precision.map_or_else(|| measures::NONE.to_owned(), |precision| about_percent(is_about, precision)),
        ]
    };
    let headings = vec![
        "Option".to_owned(),
        format!("Holds this share of {}", everyone(scenario)),
        format!("and of {}", in_need(scenario)),
        format!("{} missed", in_need_capital(scenario)),
        "In need, of those inside".to_owned(),
    ];
    table("The target beside others", headings, target_options(scenario, result).into_iter().map(row).collect())
}

fn option_name(facts: &NoteInput, option: &TargetOption) -> String {
    let scenario = facts.scenario;
    match option.kind {
        OptionKind::Proposed => format!("As proposed: {}", missed::target_name(scenario, scenario.cut)),
        OptionKind::OtherScale(cut) => capital(&missed::target_name(scenario, cut)),
        OptionKind::Reaching(goal, share) => missed::target_reaching(scenario, goal, option.is_approximate, share),
        OptionKind::Everyone => "Everyone".to_owned(),
    }
}

/// Who is missed by fifth, and where.
pub fn who_is_missed(facts: &NoteInput) -> Chapter {
    let (scenario, result) = (facts.scenario, facts.missed);
    let fifths = missed_by_fifth(&facts.offers.cells);
    let names = missed::quintile_names(scenario.rank);
    let row = |(name, fifth): (&String, &MissedFifth)| {
        vec![
            name.clone(),
            count(fifth.in_need),
            count(fifth.reached),
            count(fifth.missed),
            percent(fifth.share_of_missed),
        ]
    };
    let headings = ["Fifth", &in_need_capital(scenario), "Inside the target", "Missed", "Share of all who are missed"];
    let by_fifth = Table {
        note: missed::quintile_scale(scenario),
        ..table(
            if scenario.uses_own() { "Who is missed, fifth by fifth" } else { "Who is missed, by deprivation fifth" },
            headings.map(str::to_owned).to_vec(),
            names.iter().zip(&fifths).map(row).collect(),
        )
    };
    let prose = vec![text(who(facts)), text(missed::two_meanings_text(scenario, result))];
    let mut exhibits = vec![Exhibit::Table(by_fifth)];
    if !facts.is_about_offers() {
        exhibits.extend(facts.named.and_then(|units| by_name::most_missed(facts, units, 10)).map(Exhibit::Table));
    }
    chapter("missed", "Who is missed, and where", prose, exhibits)
}

fn who(facts: &NoteInput) -> String {
    let (scenario, result) = (facts.scenario, facts.missed);
    let missed = result.in_need_outside();
    let need = in_need(scenario);
    let live = if scenario.uses_own() { "are" } else { "live" };
    if missed < 0.5 {
        return format!("Nobody is missed: all {need} {live} inside the target.");
    }
    format!(
        "{}{} {need} {live} outside the target. They count as in need just as those inside it do. Of {}, {} {live} outside it.",
        capital(about(result.is_approximate)),
        count(missed),
        everyone(scenario),
        about_percent(result.is_approximate, result.people_share_outside())
    )
}
