//! The view `note`: an evidence note for a health-inequalities impact assessment, written from results.

use super::audit::Facts;
use super::common::{areas, edition_name, in_need};
use super::edition::source_of;
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
mod by_name;
mod offers;
mod page;
mod standing;

pub use audit::ID as REACH;
pub use by_name::Named;
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
    /// Units picked by name, where the target is some.
    pub named: Option<Named<'a>>,
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

    /// Units picked by name, where the note is about them.
    pub(crate) fn listed(&self) -> Option<Named<'_>> {
        self.named.filter(|_| !self.is_about_offers())
    }

    fn place(&self) -> String {
        place::of(self.scenario, self.places)
    }
}

/// The note without its pictures, which `export` adds.
pub fn document(facts: &NoteInput) -> Document {
    let mut chapters = vec![decision(facts), in_short(facts), areas::place(facts)];
    match facts.listed() {
        Some(named) => chapters.extend([by_name::list(facts, named), by_name::who_is_missed(facts, named)]),
        None => chapters.extend([areas::target(facts), areas::who_is_missed(facts)]),
    }
    chapters.extend(facts.audit.map(audit::chapter_of));
    if facts.is_about_offers() {
        chapters.extend([offers::options(facts), offers::assumptions(facts)]);
    }
    chapters.extend([standing::certainty(facts), standing::limits(facts), standing::questions(facts)]);
    Document {
        title: title(facts),
        facts: about(facts),
        chapters,
        foot: vec![source_of(facts.scenario), made_with(facts.missed.resolution).to_owned()],
    }
}

/// The title, until a person writes another one.
pub fn title(facts: &NoteInput) -> String {
    let place = facts.place();
    match facts.scenario.note {
        NoteScope::Areas if facts.scenario.uses_own() => {
            format!("Targeting {} ({place}): who would be missed?", areas(facts.scenario))
        }
        NoteScope::Areas => format!("A target by area in {place}: who would be missed?"),
        NoteScope::Offers => {
            let offer = super::starting_points::name(facts.scenario.offers.start);
            let among = if facts.scenario.uses_own() { ", " } else { " in " };
            format!("{offer}{among}{place}: who is reached, who is missed, at what cost?")
        }
    }
}

/// What stands below the title.
fn about(facts: &NoteInput) -> Vec<(String, Fact)> {
    let figures = match facts.missed.resolution {
        _ if facts.scenario.schools().is_some() => "Built-in figures on schools".to_owned(),
        _ if facts.scenario.uses_own() => {
            facts.scenario.own.source.clone().unwrap_or_else(|| "A table added on this device".to_owned())
        }
        Resolution::Areas => format!("{}, single areas", edition_name(facts.scenario.data)),
        Resolution::Bands => format!("{}, built-in figures", edition_name(facts.scenario.data)),
    };
    let row = |name: &str, value: String| (name.to_owned(), Fact::Text(value));
    vec![
        row("Place", facts.place()),
        row("Figures", figures),
        row("Date", long_date(facts.date)),
        (opens(facts).to_owned(), Fact::Link(facts.link.to_owned())),
    ]
}

/// A link never holds figures from a file: without the file it opens to the built-in ones.
fn opens(facts: &NoteInput) -> &'static str {
    match facts.missed.resolution {
        Resolution::Areas if facts.scenario.uses_own() => "Opens to the same results where the same table is added",
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
    let place = match facts.scenario.uses_own() {
        true => format!(" ({})", facts.place()),
        false => format!(" in {}", facts.place()),
    };
    let what = match facts.scenario.note {
        NoteScope::Areas if facts.listed().is_some() => by_name::proposal(facts),
        NoteScope::Areas => format!(
            "The proposal is to offer a service in {}{}{place}. This note sets out whom that would reach and whom it \
             would miss.",
            super::missed::target_name(facts.scenario, facts.scenario.cut),
            if facts.scenario.uses_own() { "" } else { "," }
        ),
        NoteScope::Offers => {
            let names: Vec<String> =
                facts.offers.results.iter().map(|r| offer_name(r.strategy).to_ascii_lowercase()).collect();
            format!(
                "The question is how to make an offer{place}. The example is “{}”. The ways compared are: {}.",
                super::starting_points::name(facts.scenario.offers.start),
                names.join(", ")
            )
        }
    };
    chapter("decision", "The decision", vec![text(what), text(DECISION_PROMPT)], Vec::new())
}

fn in_short(facts: &NoteInput) -> Chapter {
    if let Some(named) = facts.listed() {
        return chapter("in-short", "In short", by_name::in_short(facts, named), Vec::new());
    }
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
    let need = in_need(facts.scenario);
    let is_own = facts.scenario.uses_own();
    let overall = if is_own { "overall" } else { "in the whole place" };
    let target = &facts.missed.target.measures;
    match (target.precision, target.lift) {
        (Some(precision), Some(lift)) if lift >= 1.05 => format!(
            "{} does find need: inside it {} are {need}, against {} {overall}. It leaves out all the others{}.",
            if is_own { "A target of this kind" } else { "A target by area" },
            percent(precision),
            percent(facts.missed.need_rate),
            if is_own { "" } else { ", wherever they live" }
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
