//! Everything a person reads, in English: labels, and sentences as functions of results, a module a view.
//!
//! *Architecture invariant:* no other module holds a word that a person reads, and none here works anything out
//! beyond rounding.

pub mod about;
pub mod areas;
pub mod areas_map;
pub mod aside;
pub mod audit;
pub mod beside;
mod bound;
pub mod checked;
pub mod common;
pub mod compare;
pub mod councils;
pub mod data;
pub mod dictionary;
pub mod edition;
pub mod exports;
pub mod file_version;
pub mod gap;
pub mod gap_measures;
pub mod gap_target;
pub mod import;
pub mod incentive;
pub mod kinds;
pub mod locale;
pub mod measures;
pub mod missed;
pub mod need;
pub mod note;
pub mod notice;
pub mod number;
pub mod outlines;
pub mod own_units;
pub mod place;
pub mod population;
pub mod ready_made;
pub mod reasons;
pub mod report;
pub mod rural;
pub mod saved;
pub mod says;
pub mod schools;
pub mod share;
pub mod site;
pub mod sources;
pub mod spreadsheet;
pub mod starting_points;
pub mod strategies;
pub mod table;
pub mod tables;
pub mod web_team;
pub mod workshop;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A link to another site, as (text, address).
    Link(&'static str, &'static str),
}

/// A heading with text below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Name for links to the section.
    pub id: &'static str,
    /// The heading.
    pub heading: &'static str,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// Things as a sentence names them: `one, two and three`.
fn list_of(names: &[String]) -> String {
    match names {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
    }
}

/// A text that begins with a capital letter.
fn capital(text: &str) -> String {
    with_first(text, |first| first.to_ascii_uppercase())
}

/// A text that begins with a small letter, for the middle of a sentence.
fn lower_first(text: &str) -> String {
    with_first(text, |first| first.to_ascii_lowercase())
}

fn with_first(text: &str, change: fn(char) -> char) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| [change(first)].into_iter().chain(chars).collect())
}
