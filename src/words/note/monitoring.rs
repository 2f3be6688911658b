//! The note's chapter on monitoring: what to measure again, from which value.

use super::{Form, NoteInput, chapter, form, text};
use crate::document::{Chapter, Exhibit};
use crate::results::strategies::{COST_PER_IN_NEED, MEASURES, StrategyResult};
use crate::words::common::in_need;
use crate::words::missed::{about_left, about_percent};
use crate::words::number::{percent, points, pounds};
use crate::words::{audit, capital, measures, strategies};

/// What to measure, its value in this note, how to measure it again, and room for the goal and the date.
pub fn monitoring(facts: &NoteInput) -> Chapter {
    let mut rows = match facts.is_about_offers() {
        true => of_offers(facts),
        false => of_target(facts),
    };
    rows.push(match facts.audit {
        Some(of) => (
            "served",
            format!("People served for every 100 {}", of.need()),
            audit::big_number(of),
            "The page “Audit”, with new counts.",
        ),
        None => (
            "served",
            "People served for each 100 in need, by fifth".to_owned(),
            "Not known yet.".to_owned(),
            "The page “Audit”: bring people served by area.",
        ),
    });
    rows.extend(facts.audit.map(|of| {
        ("fifths", "Served in the most and the least deprived fifth".to_owned(), audit::headline(of), "The same page.")
    }));
    let row = |(key, name, now, how): (&'static str, String, String, &str)| {
        (key, vec![Some(name), Some(now), Some(how.to_owned()), None, None])
    };
    let table = form(Form {
        chapter: "monitoring",
        caption: "Measures, from where they stand",
        headings: &["Measure", "In this note", "How to measure it again", "Goal", "By when"],
        widths: &[24, 34, 20, 12, 10],
        keys: &["", "", "", "goal", "when"],
        rows: rows.into_iter().map(row).collect(),
        note: String::new(),
    });
    let what = match facts.is_about_offers() {
        true => "The values are what is expected as assumed; the first counts of the service take their place.",
        false => "The values are of the target as proposed; they say who could be reached, not who was.",
    };
    chapter("monitoring", "Monitoring", vec![text(what)], vec![Exhibit::Table(table)])
}

type Measure = (&'static str, String, String, &'static str);

fn of_target(facts: &NoteInput) -> Vec<Measure> {
    let (need, listed) = (in_need(facts.scenario), facts.listed());
    let is_about = listed.is_none() && facts.missed.is_approximate;
    let target = listed.map_or(&facts.missed.target.measures, |named| &named.result.target);
    let again = "This note’s link, with the target as it is then.";
    vec![
        ("coverage", format!("Coverage: {need} inside the target"), about_percent(is_about, target.coverage), again),
        ("missed", format!("Missed: {need} outside it"), about_left(is_about, target.coverage), again),
        (
            "precision",
            format!("Precision: of those inside, {need}"),
            target.precision.map_or_else(|| measures::NONE.to_owned(), |share| about_percent(is_about, share)),
            again,
        ),
    ]
}

fn of_offers(facts: &NoteInput) -> Vec<Measure> {
    let of_each = |value: fn(&StrategyResult) -> Option<String>| {
        let said = facts.offers.results.iter().map(|of| {
            let value = value(of).unwrap_or_else(|| measures::NONE.to_owned());
            format!("{} {value}", strategies::in_sentence(of.strategy))
        });
        capital(&said.collect::<Vec<String>>().join("; "))
    };
    let cost = |of: &StrategyResult| MEASURES[COST_PER_IN_NEED].1(&of.outcome).map(pounds);
    vec![
        (
            "coverage",
            format!("Share of {} reached", in_need(facts.scenario)),
            of_each(|of| Some(percent(of.outcome.coverage))),
            "People reached by fifth, on the page “Audit”.",
        ),
        (
            "cost",
            "Cost for each person in need reached".to_owned(),
            of_each(cost),
            "Money spent, by people in need reached.",
        ),
        (
            "uptake-gap",
            "Uptake gap, least less most deprived fifth".to_owned(),
            of_each(|of| of.outcome.uptake_gap.map(points)),
            "Uptake by fifth, of those offered.",
        ),
    ]
}
