//! The note's chapters on the place and the target.

use super::{NoteInput, chapter, list, table, text};
use crate::document::{Chapter, Exhibit, Prose, Table};
use crate::results::note::{MissedFifth, missed_by_fifth};
use crate::words::common::{
    areas, areas_capital, everyone, in_need, in_need_capital, need_meaning, people, rank_hint, rank_label,
};
use crate::words::lower_first;
use crate::words::number::{count, percent};
use crate::words::{measures, missed};

/// The place, and the figures in use.
pub fn place(facts: &NoteInput) -> Chapter {
    let (scenario, result) = (facts.scenario, facts.missed);
    let mut prose = vec![text(format!(
        "{} {} {} in {} {}. {} of them, {}, are {}.",
        match scenario.uses_own() {
            true => format!("{}:", facts.place()),
            false => format!("{} has", facts.place()),
        },
        count(result.people),
        people(scenario),
        count(result.units),
        areas(scenario),
        count(result.in_need),
        percent(result.need_rate),
        in_need(scenario)
    ))];
    let order = lower_first(&rank_label(scenario.rank, scenario));
    match scenario.uses_own() {
        true => prose.push(text(format!("{} are ordered by: {order}.", areas_capital(scenario)))),
        false => prose.extend([
            text(need_meaning(scenario.need, scenario.data)),
            text(format!("Areas are ordered by: {order}. {}.", rank_hint(scenario.rank))),
        ]),
    }
    // What the figures can say is part of the evidence; how to add a file is not.
    prose.push(text(missed::figures_in_short(scenario, result)));
    chapter("place", "The place and the figures", prose, Vec::new())
}

/// The measures that a note on offers has room for, by their position in `measures::all`.
const MAIN_MEASURES: [usize; 5] = [0, 1, 2, 3, 5];

/// What the target does, in every measure.
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
    chapter("target", "What the target does", prose, vec![Exhibit::Table(measures)])
}

/// Who is missed, by fifth, and what "most deprived" can mean.
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
    let meanings =
        table(missed::TWO_MEANINGS, missed::two_meanings_headings(scenario), missed::two_meanings(scenario, result));
    let how_big = table(missed::HOW_BIG, missed::how_big_headings(scenario), missed::how_big_rows(result));
    let prose = vec![text(who(facts)), text(missed::two_meanings_text(scenario, result)), groups(facts)];
    let mut exhibits = vec![by_fifth];
    if result.national_target.is_some() {
        exhibits.push(meanings);
    }
    if !facts.is_about_offers() {
        exhibits.push(how_big);
    }
    let exhibits = exhibits.into_iter().map(Exhibit::Table).collect();
    chapter("missed", "Who is missed", prose, exhibits)
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
        "{} {need} {live} outside the target. They count as in need just as those inside it do. Of {}, {} {live} outside it.",
        count(missed),
        everyone(scenario),
        percent(result.people_share_outside())
    )
}

/// Whom these figures do not tell apart.
pub fn groups(facts: &NoteInput) -> Prose {
    if facts.scenario.uses_own() {
        return list(&[
            "The figures do not tell who these people are. Think of disabled people, carers and minority ethnic groups.",
            "Whoever is in none of the rows is not counted at all.",
        ]);
    }
    list(&[
        "The figures do not tell who these people are. Think of disabled people, carers, minority ethnic groups, older \
         people who live alone, and people in villages far from the target.",
        "People without a settled home are counted badly by any map.",
    ])
}
