//! The note's first chapters: what is to be decided, and the answer in short.

use super::{Form, NoteInput, by_name, chapter, form, text};
use crate::document::{Chapter, Exhibit, Prose};
use crate::scenario::NoteScope;
use crate::words::common::{areas, in_need};
use crate::words::number::percent;
use crate::words::strategies::{comparisons, in_sentence};
use crate::words::{missed, starting_points};

/// What is to be decided, and by whom.
pub fn decision(facts: &NoteInput) -> Chapter {
    let place = match facts.scenario.uses_own() {
        true => format!(" ({})", facts.place()),
        false => format!(" in {}", facts.place()),
    };
    let what = match facts.scenario.note {
        NoteScope::Areas if facts.listed().is_some() => by_name::proposal(facts),
        NoteScope::Areas => format!(
            "The proposal is to offer a service in {}{}{place}. This note sets out whom that would reach and whom it \
             would miss.",
            missed::target_name(facts.scenario, facts.scenario.cut),
            if facts.scenario.uses_own() { "" } else { "," }
        ),
        NoteScope::Offers => {
            let names: Vec<&str> = facts.offers.results.iter().map(|r| in_sentence(r.strategy)).collect();
            format!(
                "The question is how to make an offer{place}. The example is “{}”. The ways compared are: {}.",
                starting_points::name(facts.scenario.offers.start),
                names.join(", ")
            )
        }
    };
    let asked = form(Form {
        chapter: "decision",
        caption: "What the committee has to know",
        headings: &["Question", "Answer"],
        widths: &[40, 60],
        keys: &["", "answer"],
        rows: [
            ("service", "What the service is, and whom it is for"),
            ("decides", "Who decides, and when"),
            ("now", "What there is now, and what happens if nothing changes"),
            ("money", "What money there is, and for how long"),
        ]
        .map(|(key, question)| (key, vec![Some(question.to_owned()), None]))
        .to_vec(),
        note: String::new(),
    });
    chapter("decision", "The decision", vec![text(what)], vec![Exhibit::Table(asked)])
}

/// The answer in short.
pub fn in_short(facts: &NoteInput) -> Chapter {
    if let Some(named) = facts.listed() {
        return chapter("in-short", "In short", by_name::in_short(facts, named), Vec::new());
    }
    let mut prose = vec![text(missed::headline(facts.scenario, facts.missed))];
    if facts.is_about_offers() {
        prose.push(Prose::List(comparisons(facts.scenario, facts.offers)));
    } else {
        prose.push(text(both_sides(facts)));
    }
    chapter("in-short", "In short", prose, Vec::new())
}

/// What speaks for a target by area and what against it, with the same weight.
fn both_sides(facts: &NoteInput) -> String {
    let need = in_need(facts.scenario);
    let is_own = facts.scenario.uses_own();
    let overall = if is_own { "overall" } else { "in the whole place" };
    let target = &facts.missed.target.measures;
    match (target.precision, target.lift) {
        (Some(precision), Some(lift)) if lift >= 1.05 => format!(
            "{} does find need: inside it {} are {need}, against {} {overall}. {}",
            if is_own { "A target of this kind" } else { "A target by area" },
            percent(precision),
            percent(facts.missed.need_rate),
            match (facts.missed.in_need_outside() < 0.5, is_own) {
                (true, _) => "It leaves nobody out.",
                (false, true) => "It leaves out all the others.",
                (false, false) => "It leaves out all the others, wherever they live.",
            }
        ),
        (Some(precision), _) => format!(
            "Inside the target {} are {need}, against {} {overall}. A target of this kind finds need hardly \
             better than chance here, or worse.",
            percent(precision),
            percent(facts.missed.need_rate)
        ),
        (None, _) if is_own => {
            format!("None of the {} is inside the target, so it would reach nobody.", areas(facts.scenario))
        }
        (None, _) => "No area of the place is inside the target, so it would reach nobody here.".to_owned(),
    }
}
