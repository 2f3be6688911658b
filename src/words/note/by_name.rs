//! The note's chapters on a target of units picked by name.

use super::{NoteInput, chapter, table, text};
use crate::document::{Chapter, Exhibit, Prose, Table};
use crate::results::areas::{AreasResult, UnitList};
use crate::words::areas as words;
use crate::words::common::{areas, in_need, people_capital};
use crate::words::number::{count, percent};
use crate::words::{capital, share};

/// Units picked by name, and what they come to.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// All units of the place.
    pub list: &'a UnitList,
    /// What the target comes to on them.
    pub result: &'a AreasResult,
}

/// The most units that a note lists one by one.
const MOST_LISTED: usize = 100;

/// What the list does, in a sentence, and what speaks for it and against it.
pub fn in_short(facts: &NoteInput, named: Named) -> Vec<Prose> {
    let (scenario, result) = (facts.scenario, named.result);
    let mut prose = vec![text(words::headline(scenario, result)), text(words::detail(scenario, result))];
    prose.extend(words::beside(scenario, result).map(text));
    prose
}

/// What is proposed.
pub fn proposal(facts: &NoteInput) -> String {
    let scenario = facts.scenario;
    format!(
        "The proposal is to offer a service in {} of {}. This note sets out whom that would reach and whom it would miss.",
        share::by_name(scenario).unwrap_or_else(|| areas(scenario).to_owned()),
        facts.place()
    )
}

/// The list beside other targets, and its units one by one.
pub fn list(facts: &NoteInput, named: Named) -> Chapter {
    let (scenario, Named { list, result }) = (facts.scenario, named);
    let beside = Table {
        is_numeric: false,
        ..table(words::BESIDE, words::beside_headings(scenario), words::beside_rows(scenario, result))
    };
    let picked = || list.units.iter().zip(&result.inside).filter(|(_, inside)| **inside > 0.0).map(|(unit, _)| unit);
    let all = picked().count();
    let rows = picked().take(MOST_LISTED).map(|unit| {
        vec![
            words::full_name(list, unit),
            count(unit.counts.people),
            count(unit.counts.in_need),
            percent(unit.need_rate()),
        ]
    });
    let note = match all > MOST_LISTED {
        true => format!(
            "The first {} of {}. The file of the page “Areas” has all.",
            count(MOST_LISTED as f64),
            count(all as f64)
        ),
        false => String::new(),
    };
    let headings = vec![
        capital(areas(scenario)),
        people_capital(scenario).into_owned(),
        "In need".to_owned(),
        "Share in need".to_owned(),
    ];
    let units = Table { note, ..table("What is on the list, most deprived first", headings, rows.collect()) };
    let prose: Vec<Prose> = words::unknown(scenario, result).map(text).into_iter().collect();
    chapter("target", "The options, in numbers", prose, vec![Exhibit::Table(beside), Exhibit::Table(units)])
}

/// Who is missed, and where.
pub fn who_is_missed(facts: &NoteInput, named: Named) -> Chapter {
    let exhibits = most_missed(facts, named, 20).map(Exhibit::Table).into_iter().collect();
    let prose = vec![text(words::where_missed(facts.scenario, named.result, named.list))];
    chapter("missed", "Who is missed, and where", prose, exhibits)
}

/// The units with the most people who are missed, up to a number of them; `None` where nobody is missed.
pub fn most_missed(facts: &NoteInput, units: Named, most: usize) -> Option<Table> {
    let (scenario, Named { list, result }) = (facts.scenario, units);
    let most = result.by_missed.iter().map(|&at| at as usize).take(most);
    let rows = most
        .filter_map(|at| Some((at, list.units.get(at)?)))
        .map(|(at, unit)| vec![unit.label().to_owned(), count(result.missed(list, at)), percent(unit.need_rate())]);
    let headings = vec![capital(areas(scenario)), "Missed".to_owned(), "Share in need".to_owned()];
    let caption = format!("Where most {} are missed", in_need(scenario));
    let rows: Vec<Vec<String>> = rows.collect();
    (!rows.is_empty()).then(|| table(&caption, headings, rows))
}
