//! The note's chapter on the population, and what of it the NHS looks at first.

use super::{Form, NoteInput, chapter, form, text};
use crate::data::{NeedMeasure, RankBy};
use crate::document::{Chapter, Exhibit};
use crate::results::note::{core20, is_core20};
use crate::words::common::{areas, areas_capital, everyone, in_need, need_meaning, people, rank_hint, rank_label};
use crate::words::number::{count, percent};
use crate::words::{lower_first, missed};

/// The place, the figures in use, and Core20PLUS5.
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
    let row = |key, name: &str, known: String| (key, vec![Some(name.to_owned()), Some(known), None]);
    let mut rows = vec![
        row("core20", "Core20: the most deprived fifth of the country", most_deprived(facts)),
        row(
            "plus",
            "PLUS: groups named locally",
            "Not in these figures. The integrated care board says which groups it has named.".to_owned(),
        ),
    ];
    let [adults, children] = whose(facts);
    if adults {
        let five = "Maternity; severe mental illness; chronic respiratory disease; early cancer diagnosis; high blood \
                    pressure and blood fats.";
        rows.push(row("five-adults", "5 clinical priorities, adults", five.to_owned()));
    }
    if children {
        let five = "Asthma; diabetes; epilepsy; oral health; mental health.";
        rows.push(row("five-children", "5 clinical priorities, children and young people", five.to_owned()));
    }
    let plus = form(Form {
        chapter: "place",
        caption: "Core20PLUS5 here",
        headings: &["Part", "What is known", "What it means for this decision"],
        widths: &[24, 46, 30],
        keys: &["", "", "means"],
        rows,
        note: String::new(),
    });
    chapter("place", "The population, and Core20PLUS5", prose, vec![Exhibit::Table(plus)])
}

/// Whether adults and children are among those counted.
fn whose(facts: &NoteInput) -> [bool; 2] {
    match facts.scenario.need {
        _ if facts.scenario.schools().is_some() => [false, true],
        _ if facts.scenario.uses_own() => [true, true],
        NeedMeasure::Income => [true, true],
        NeedMeasure::Children => [false, true],
        NeedMeasure::Older | NeedMeasure::Employment => [true, false],
    }
}

/// Who of the place belongs to the most deprived fifth of the country.
fn most_deprived(facts: &NoteInput) -> String {
    let (scenario, result) = (facts.scenario, facts.missed);
    let Some(fifth) = core20(scenario, result) else {
        return match (scenario.uses_own(), scenario.rank) {
            (true, _) => "Not in these figures: they have no national ranking.",
            (false, RankBy::Need) => {
                "Not shown: it goes by the Index of Multiple Deprivation, and this note orders areas by need itself."
            }
            (false, RankBy::Imd) => "Not in these figures.",
        }
        .to_owned();
    };
    if fifth.people <= 0.0 {
        return "Nobody here lives in it.".to_owned();
    }
    let here = if missed::is_england(scenario) { "" } else { " here" };
    format!(
        "{} {}, {} of {}{here}. {} {}, {} of {}{here}.{}",
        count(fifth.people),
        people(scenario),
        percent(fifth.people_share),
        everyone(scenario),
        count(fifth.in_need),
        in_need(scenario),
        percent(fifth.need_share),
        in_need(scenario),
        match is_core20(scenario) && facts.listed().is_none() {
            true => " It is what is targeted here.",
            false => "",
        }
    )
}
