//! The view `note`: a health inequalities impact assessment, begun from results. What the figures know is filled in, what they
//! do not know is left for people to fill.

use super::audit::Facts;
use super::common::{areas, edition_name};
use super::edition::source_of;
use super::{locale, place};
use crate::data::official::FileVersion;
use crate::data::{Places, Resolution};
use crate::document::{Blank, Chapter, Document, Exhibit, Fact, Prose, Table};
use crate::model::strategies::Interval;
use crate::results::TargetingResult;
use crate::results::strategies::Strategies;
use crate::results::value::Certainty;
use crate::scenario::{NoteScope, Scenario};

mod areas;
mod audit;
mod by_name;
mod evidence;
mod groups;
mod monitoring;
mod offers;
mod opening;
mod page;
mod population;
mod recommendation;
mod risks;
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
    /// How sure the choice between them is, once that is worked out.
    pub certainty: Option<&'a Certainty>,
    /// The units one by one, where the figures have them.
    pub named: Option<Named<'a>>,
    /// The official file of the person's own, where the figures are from it.
    pub file: Option<&'a FileVersion>,
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

    /// Units picked by name, where the note is about them. A list that is kept on another device names nothing.
    pub(crate) fn listed(&self) -> Option<Named<'_>> {
        let is_by_name = self.scenario.codes.as_ref().is_some_and(|codes| !codes.codes().is_empty());
        self.named.filter(|_| is_by_name && !self.is_about_offers())
    }

    fn place(&self) -> String {
        place::of(self.scenario, self.places)
    }
}

/// The note without its pictures, which `export` adds.
pub fn document(facts: &NoteInput) -> Document {
    let mut chapters =
        vec![opening::decision(facts), opening::in_short(facts), population::place(facts), groups::groups(facts)];
    chapters.push(evidence::evidence(facts));
    if facts.is_about_offers() {
        chapters.push(offers::assumptions(facts));
    }
    match facts.listed() {
        Some(named) => chapters.extend([by_name::list(facts, named), by_name::who_is_missed(facts, named)]),
        None => {
            chapters.push(areas::target(facts));
            chapters.extend(facts.is_about_offers().then(|| offers::options(facts)));
            chapters.push(areas::who_is_missed(facts));
        }
    }
    chapters.extend(facts.audit.map(audit::chapter_of));
    chapters.extend([risks::risks(facts), standing::engagement(facts), monitoring::monitoring(facts)]);
    chapters.extend([recommendation::recommendation(facts), standing::limits(facts), standing::sign_off()]);
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
        row("Document", "Health inequalities impact assessment, to be completed".to_owned()),
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
    Table {
        caption: caption.to_owned(),
        headings,
        rows,
        note: String::new(),
        is_numeric: true,
        widths: Vec::new(),
        blanks: Vec::new(),
    }
}

/// A table that a person fills in.
struct Form<'a> {
    /// The chapter it stands in.
    chapter: &'static str,
    caption: &'a str,
    headings: &'a [&'a str],
    /// How wide its columns are, in per cent of all.
    widths: &'a [u32],
    /// The names of its columns in drafts, which stay the same for ever; empty where nothing is filled in.
    keys: &'a [&'static str],
    /// The name of each row in drafts, likewise, and its cells; `None` is for the person to fill.
    rows: Vec<(&'static str, Vec<Option<String>>)>,
    note: String,
}

fn form(of: Form) -> Table {
    let name = |cells: &[Option<String>]| cells.first().cloned().flatten().unwrap_or_default();
    let blanks = of.rows.iter().enumerate().flat_map(|(row, (key, cells))| {
        let empty = cells.iter().enumerate().filter(|(_, cell)| cell.is_none());
        let blank = move |(column, _): (usize, &Option<String>)| Blank {
            row,
            column,
            place: format!("{}/{key}/{}", of.chapter, of.keys.get(column).copied().unwrap_or_default()),
            name: page::cell(&name(cells), of.headings.get(column).copied().unwrap_or_default()),
        };
        empty.map(blank).collect::<Vec<_>>()
    });
    let blanks = blanks.collect();
    Table {
        note: of.note,
        is_numeric: false,
        widths: of.widths.to_vec(),
        blanks,
        ..table(
            of.caption,
            of.headings.iter().map(|&heading| heading.to_owned()).collect(),
            of.rows.into_iter().map(|(_, cells)| cells.into_iter().map(Option::unwrap_or_default).collect()).collect(),
        )
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
