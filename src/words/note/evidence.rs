//! The note's chapter on the evidence: where each number is from, under which label, and how sure the results are.

use super::{NoteInput, chapter, table, text};
use crate::data::{RankBy, Resolution};
use crate::document::{Chapter, Exhibit, Prose, Table};
use crate::results::assumed::Bases;
use crate::words::bound::bound;
use crate::words::common::{areas, in_need, people_capital};
use crate::words::missed::figures_in_short;
use crate::words::sources::{CORE20PLUS5, EQUALITY_ACT};
use crate::words::{edition, schools, strategies};

/// How sure the results are, and where each number is from.
pub fn evidence(facts: &NoteInput) -> Chapter {
    let is_own = facts.scenario.uses_own();
    let mut prose = vec![text(&match (facts.missed.resolution, facts.missed.is_approximate) {
        _ if is_own => figures_in_short(facts.scenario, facts.missed),
        (Resolution::Areas, _) => "The target is worked out from single areas, so its size is exact.".to_owned(),
        (Resolution::Bands, false) => {
            "At this size the built-in figures are exact: they are sums over the same areas.".to_owned()
        }
        (Resolution::Bands, true) => {
            format!("Results marked “about” are not exact. {}", bound(facts.scenario, facts.missed))
        }
    })];
    prose.push(text(match is_own {
        true => "How many people are in need changes from year to year, and these figures do not show by how much.",
        false => {
            "Rates have three decimals: in an area of 1,500 residents that is give or take one person. How \
             many people are in need changes from year to year, and these figures do not show by how much."
        }
    }));
    if facts.is_about_offers() {
        prose.extend(of_offers(facts));
    }
    let sources = Table {
        is_numeric: false,
        ..table(
            "Where each number is from",
            ["Numbers", "Label", "Source"].map(str::to_owned).to_vec(),
            rows(facts).into_iter().map(|row| row.to_vec()).collect(),
        )
    };
    chapter("certainty", "The evidence, and how sure it is", prose, vec![Exhibit::Table(sources)])
}

fn of_offers(facts: &NoteInput) -> Vec<Prose> {
    let mut prose = Vec::new();
    if !facts.intervals.is_empty() {
        prose.push(text(
            "Intervals in brackets hold 9 in 10 of 10,000 draws, in which each assumption takes a value between its low \
             and its high one. They show what the assumptions leave open. They do not show whether the assumptions are \
             right.",
        ));
    }
    prose.push(text(strategies::tie(facts.scenario, facts.offers)));
    let most = facts.offers.tornado.iter().take(3).map(|bar| strategies::assumption_name(bar.assumption));
    let most: Vec<&str> = most.collect();
    if !most.is_empty() {
        let [a, b] = facts.scenario.offers.pair();
        prose.push(text(format!(
            "What matters most for the difference between {} and {} ({}): {}.",
            strategies::in_sentence(a),
            strategies::in_sentence(b),
            strategies::tie_on_name(facts.scenario.offers.tie_on, facts.scenario.offers.programme.averts),
            most.join("; ")
        )));
    }
    prose
}

/// What numbers there are, each with its label and its source.
fn rows(facts: &NoteInput) -> Vec<[String; 3]> {
    let scenario = facts.scenario;
    let counted = format!("{} and {}, by {}", people_capital(scenario), in_need(scenario), what_unit(facts));
    let order = "Order of deprivation".to_owned();
    let mut rows = match (scenario.schools(), scenario.uses_own()) {
        (Some(_), _) => vec![[counted, "published, put together by this tool".to_owned(), schools::source()]],
        (None, true) => vec![[format!("{counted}, and their order"), strategies::YOURS.to_owned(), own_table(facts)]],
        (None, false) => {
            let (label, source) = official(facts);
            let by = match scenario.rank {
                RankBy::Imd => format!("{}, Index of Multiple Deprivation", edition::edition_name(scenario.data)),
                RankBy::Need => "The share of people in need, from the same figures".to_owned(),
            };
            vec![[counted, label, source], [order, "published".to_owned(), by]]
        }
    };
    if let Some(audit) = facts.audit {
        rows.push(
            match audit.input.is_example {
                true => ["People served", "made up", "An example of this tool, until numbers are added"],
                false => [
                    "People served",
                    strategies::YOURS,
                    "Counts added on this device; they are not kept, so they have no checksum",
                ],
            }
            .map(str::to_owned),
        );
    }
    if facts.is_about_offers() {
        let offers = &scenario.offers;
        let Bases { published, own, illustrative } = Bases::of(offers);
        let labels = [(published, "published"), (own, strategies::YOURS), (illustrative, "illustrative")];
        let labels = labels.iter().filter(|(number, _)| *number > 0).map(|(number, label)| format!("{number} {label}"));
        rows.push([
            "Assumptions on offers".to_owned(),
            labels.collect::<Vec<String>>().join(", "),
            "One by one below".to_owned(),
        ]);
    }
    rows.push([
        "All shares, and whatever is compared".to_owned(),
        "worked out".to_owned(),
        "This tool, from the rows above".to_owned(),
    ]);
    rows.push(["Groups to think of".to_owned(), "published".to_owned(), format!("{EQUALITY_ACT}; {CORE20PLUS5}")]);
    rows
}

fn what_unit<'a>(facts: &NoteInput<'a>) -> &'a str {
    match facts.scenario.uses_own() {
        true => areas(facts.scenario),
        false => "area",
    }
}

/// An official edition, built in or from a file of the person's own.
fn official(facts: &NoteInput) -> (String, String) {
    let words = edition::words(facts.scenario.data);
    let source = format!("{}. People counted at {}", words.source.part("File 7"), words.people_at);
    match facts.missed.resolution {
        Resolution::Bands if facts.scenario.data.built_in_people_are_estimated() => {
            ("in need published, all people an estimate".to_owned(), format!("{source}. Built into this tool"))
        }
        Resolution::Bands => ("published".to_owned(), format!("{source}. Built into this tool")),
        Resolution::Areas => {
            let checksum = facts.file.map(|file| format!(" (SHA-256 {})", file.checksum)).unwrap_or_default();
            ("published, from a file added on this device".to_owned(), format!("{source}. The file added{checksum}"))
        }
    }
}

/// A table of the person's own.
fn own_table(facts: &NoteInput) -> String {
    let own = &facts.scenario.own;
    let source = own.source.as_deref().unwrap_or("A table added on this device, with no source said");
    let checksum = own.table.map(|table| format!(" (the SHA-256 of its text begins {table})")).unwrap_or_default();
    format!("{source}{checksum}")
}
