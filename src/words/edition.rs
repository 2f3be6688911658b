//! The words of each edition of the Indices of Deprivation, a row an edition.

use super::schools;
use super::sources::{
    INDICES_2019, INDICES_2019_ADDRESS, INDICES_2025, INDICES_2025_ADDRESS, SOURCE, Source, attribution,
};
use crate::data::Edition;
use crate::scenario::Scenario;

/// The words of an edition.
#[derive(Debug, Clone, Copy)]
pub struct EditionWords {
    /// The year it is called by.
    pub year: &'static str,
    /// It in a list of choices.
    pub label: &'static str,
    /// What it is called, who published it and when.
    pub source: Source,
    /// When people were counted.
    pub people_at: &'static str,
    /// The page that has the file, as (text, address).
    pub link: (&'static str, &'static str),
    /// Said where the number of people in the built-in figures is estimated.
    pub people_estimated: Option<&'static str>,
    /// The same in one line; how is on the page of the figures.
    pub people_estimated_in_short: Option<&'static str>,
    /// Further notes on the built-in figures.
    pub notes: &'static [&'static str],
    /// What its figures cannot show, whatever need they are of.
    pub limit: Option<&'static str>,
    /// What to keep in mind of it.
    pub keep_in_mind: &'static str,
}

/// The words of an edition.
pub const fn words(edition: Edition) -> &'static EditionWords {
    match edition {
        Edition::Iod2019 => &EditionWords {
            year: "2019",
            label: "2019 edition",
            source: INDICES_2019,
            people_at: "mid 2015",
            link: ("English indices of deprivation 2019 (gov.uk)", INDICES_2019_ADDRESS),
            people_estimated: None,
            people_estimated_in_short: None,
            notes: &[
                "Numbers in need are the published rate, which has three decimals, times the number of people.",
                "Councils as they were in 2019.",
            ],
            limit: Some("People are counted at mid 2015. Places that have grown since are shown as they were."),
            keep_in_mind: "The 2019 edition counts people at mid 2015. Places that have grown since are shown as they were.",
        },
        Edition::Iod2025 => &EditionWords {
            year: "2025",
            label: "2025 edition",
            source: INDICES_2025,
            people_at: "mid 2022",
            link: ("English indices of deprivation 2025 (gov.uk)", INDICES_2025_ADDRESS),
            people_estimated: Some(
                "The number of people in the built-in 2025 figures is an estimate: published numbers in need divided by \
                 published rates, and ages as in mid 2020, set so that each part of the NHS (sub-ICB) has its official \
                 total. Numbers in need are the published ones.",
            ),
            people_estimated_in_short: Some(
                "The number of people in the built-in 2025 figures is an estimate; numbers in need are the published ones.",
            ),
            notes: &[
                "Low income is counted after housing costs, which 2019 did not do. Do not read the two editions as a trend.",
                "Councils as they were in 2024. If you switch editions, councils that have merged since are followed.",
            ],
            limit: None,
            keep_in_mind: "In the built-in 2025 figures the number of people is estimated. Low income is counted after \
                           housing costs, so 2019 and 2025 are not a trend.",
        },
    }
}

/// The year an edition is called by.
pub const fn edition_year(edition: Edition) -> &'static str {
    words(edition).year
}

/// An edition in a list of choices.
pub const fn edition_label(edition: Edition) -> &'static str {
    words(edition).label
}

/// An edition in running text.
pub const fn edition_name(edition: Edition) -> &'static str {
    words(edition).source.title
}

/// Where the figures come from, for the foot of every page.
pub fn source(edition: Edition) -> String {
    format!("{SOURCE}{}", source_name(edition))
}

/// Where the figures of a page come from, for its foot: own units say so themselves.
pub fn source_of(scenario: &Scenario) -> String {
    format!("{SOURCE}{}", source_name_of(scenario))
}

/// The same where it is said already that this is the source.
pub fn source_name_of(scenario: &Scenario) -> String {
    if !scenario.uses_own() {
        return source_name(scenario.data);
    }
    if scenario.schools().is_some() && scenario.own.source.is_none() {
        return schools::source();
    }
    let own = &scenario.own;
    let table = own.source.as_deref().unwrap_or("a table added on this device");
    let which = own.table.map(|table| format!(" (checksum {table})")).unwrap_or_default();
    format!("{table}{which}. It is in no link: whoever opens one adds the table.")
}

/// The same of an edition.
pub fn source_name(edition: Edition) -> String {
    let words = words(edition);
    format!("{}. People counted at {}. {}", words.source.part("File 7"), words.people_at, attribution())
}

/// The same as [`people_estimated_in_short`] on a card, which has little room.
pub const PEOPLE_ESTIMATED_ON_CARD: &str = "The number of all people is an estimate.";

/// Said in one line where the number of people in the built-in figures is estimated.
pub const fn people_estimated_in_short(edition: Edition) -> Option<&'static str> {
    words(edition).people_estimated_in_short
}

/// Said where the number of people in the built-in figures is estimated.
pub const fn people_estimated(edition: Edition) -> Option<&'static str> {
    words(edition).people_estimated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_people_are_estimated_it_is_said() {
        for edition in Edition::ALL {
            let is_said = people_estimated(edition).is_some();
            assert_eq!(edition.built_in_people_are_estimated(), is_said, "{edition:?}");
        }
    }

    #[test]
    fn the_words_of_an_edition_are_those_of_its_years() {
        for edition in Edition::ALL {
            let (words, years) = (words(edition), edition.spec().years);
            assert!(words.people_at.ends_with(&years.people.to_string()), "{edition:?}");
            let is_said = |note: &&&str| note.contains(&format!("Councils as they were in {}", years.councils));
            assert_eq!(words.notes.iter().filter(is_said).count(), 1, "{edition:?}");
            for named in [words.label, words.source.title, words.link.0, words.link.1] {
                assert!(named.contains(words.year), "{named}");
            }
        }
    }
}
