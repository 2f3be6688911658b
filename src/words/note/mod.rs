//! The view `note`: an evidence note for a health-inequalities impact assessment, written from results.

use super::audit::Facts;
use super::common::{edition_name, in_need, source};
use super::number::percent;
use super::strategies::name as offer_name;
use super::{locale, place};
use crate::data::{Places, Resolution};
use crate::document::{Chapter, Document, Exhibit, Fact, Prose, Table};
use crate::model::strategies::Interval;
use crate::results::TargetingResult;
use crate::results::strategies::Strategies;
use crate::scenario::{NoteScope, Scenario};

mod areas;
mod audit;
mod offers;
mod page;
mod standing;

pub use audit::ID as REACH;
pub use page::*;

/// Everything that a note is written from.
#[derive(Clone, Copy)]
pub struct NoteInput<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// Whom the target reaches and misses.
    pub missed: &'a TargetingResult,
    /// The offers compared.
    pub offers: &'a Strategies,
    /// How sure each output of each offer is; empty while that is being worked out.
    pub intervals: &'a [Vec<Option<Interval>>],
    /// The places of the figures in use.
    pub places: &'a Places,
    /// The day it is written, such as `2026-11-22`.
    pub date: &'a str,
    /// The link that opens to the same results.
    pub link: &'a str,
    /// Whom a service reaches, where the person brought people served; small counts are held back.
    pub audit: Option<Facts<'a>>,
}

impl NoteInput<'_> {
    fn is_about_offers(&self) -> bool {
        self.scenario.note == NoteScope::Offers
    }

    fn place(&self) -> String {
        place::of(self.scenario, self.places)
    }
}

/// The note without its pictures, which `export` adds.
pub fn document(facts: &NoteInput) -> Document {
    let mut chapters = vec![decision(facts), in_short(facts), areas::place(facts), areas::target(facts)];
    chapters.push(areas::who_is_missed(facts));
    chapters.extend(facts.audit.map(audit::chapter_of));
    if facts.is_about_offers() {
        chapters.extend([offers::options(facts), offers::assumptions(facts)]);
    }
    chapters.extend([standing::certainty(facts), standing::limits(facts), standing::questions(facts)]);
    Document {
        title: title(facts),
        facts: about(facts),
        chapters,
        foot: vec![source(facts.scenario.data), made_with(facts.missed.resolution).to_owned()],
    }
}

/// The title, until a person writes another one.
pub fn title(facts: &NoteInput) -> String {
    let place = facts.place();
    match facts.scenario.note {
        NoteScope::Areas => format!("A target by area in {place}: who would be missed?"),
        NoteScope::Offers => {
            let offer = super::starting_points::name(facts.scenario.offers.start);
            format!("{offer} in {place}: who is reached, who is missed, at what cost?")
        }
    }
}

/// What stands below the title.
fn about(facts: &NoteInput) -> Vec<(String, Fact)> {
    let figures = match facts.missed.resolution {
        Resolution::Areas => format!("{}, single areas", edition_name(facts.scenario.data)),
        Resolution::Bands => format!("{}, built-in figures", edition_name(facts.scenario.data)),
    };
    let row = |name: &str, value: String| (name.to_owned(), Fact::Text(value));
    vec![
        row("Place", facts.place()),
        row("Figures", figures),
        row("Date", long_date(facts.date)),
        (opens(facts.missed).to_owned(), Fact::Link(facts.link.to_owned())),
    ]
}

/// A link never holds figures from a file: without the file it opens to the built-in ones.
const fn opens(missed: &TargetingResult) -> &'static str {
    match missed.resolution {
        Resolution::Areas => "Opens to the same results where the same file is added",
        Resolution::Bands => "Opens to the same results",
    }
}

fn chapter(id: &'static str, heading: &str, prose: Vec<Prose>, exhibits: Vec<Exhibit>) -> Chapter {
    Chapter { id, heading: heading.to_owned(), prose, exhibits }
}

fn text(text: impl Into<String>) -> Prose {
    Prose::Text(text.into())
}

fn list(items: &[&str]) -> Prose {
    Prose::List(items.iter().map(|&item| item.to_owned()).collect())
}

fn table(caption: &str, headings: Vec<String>, rows: Vec<Vec<String>>) -> Table {
    Table { caption: caption.to_owned(), headings, rows, note: String::new(), is_numeric: true }
}

fn decision(facts: &NoteInput) -> Chapter {
    let place = facts.place();
    let what = match facts.scenario.note {
        NoteScope::Areas => format!(
            "The proposal is to offer a service in {}, in {place}. This note sets out whom that would reach and whom it \
             would miss.",
            super::missed::target_name(facts.scenario, facts.scenario.cut)
        ),
        NoteScope::Offers => {
            let names: Vec<String> =
                facts.offers.results.iter().map(|r| offer_name(r.strategy).to_ascii_lowercase()).collect();
            format!(
                "The question is how to make an offer in {place}. The example is “{}”. The ways compared are: {}.",
                super::starting_points::name(facts.scenario.offers.start),
                names.join(", ")
            )
        }
    };
    chapter("decision", "The decision", vec![text(what), text(DECISION_PROMPT)], Vec::new())
}

fn in_short(facts: &NoteInput) -> Chapter {
    let mut prose = vec![text(super::missed::headline(facts.scenario, facts.missed))];
    if facts.is_about_offers() {
        prose.push(Prose::List(super::strategies::comparisons(facts.scenario, facts.offers)));
    } else {
        prose.push(text(both_sides(facts)));
    }
    chapter("in-short", "In short", prose, Vec::new())
}

/// What speaks for a target by area and what against it, with the same weight.
fn both_sides(facts: &NoteInput) -> String {
    let need = in_need(facts.scenario.need);
    let target = &facts.missed.target.measures;
    match (target.precision, target.lift) {
        (Some(precision), Some(lift)) if lift >= 1.05 => format!(
            "A target by area does find need: inside it {} are {need}, against {} in the whole place. It leaves out all \
             the others, wherever they live.",
            percent(precision),
            percent(facts.missed.need_rate)
        ),
        (Some(precision), _) => format!(
            "Inside the target {} are {need}, against {} in the whole place. A target of this kind finds need hardly \
             better than chance here, or worse.",
            percent(precision),
            percent(facts.missed.need_rate)
        ),
        (None, _) => "No area of the place is inside the target, so it would reach nobody here.".to_owned(),
    }
}

/// A day in words: `22 November 2026`. What is no such date stays as it is.
pub fn long_date(iso: &str) -> String {
    let mut parts = iso.splitn(3, '-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let said = || locale::date(day?.parse().ok()?, month?.parse().ok()?, year?);
    said().unwrap_or_else(|| iso.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_day_is_written_as_people_say_it() {
        assert_eq!(super::long_date("2026-11-02"), "2 November 2026");
        assert_eq!(super::long_date("2026-13-02"), "2026-13-02");
        assert_eq!(super::long_date(""), "");
    }
}
