//! What a person reads when a file is added.

use serde::{Deserialize, Serialize};

use super::capital;
use super::common::{PART_FAILED, edition_label, edition_name, edition_year, in_need};
use super::file_version::replaced;
use super::locale::{Plural, plural};
use super::need::words as need_words;
use super::number::count;
use crate::data::official::{Column, ImportError, NotACsv, OfficialFile, Warning};
use crate::data::{AuthorityCode, Edition};

/// A message about something that went wrong: what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub advice: String,
}

/// Which file to use, for messages about a wrong one.
const USE_FILE_7: &str = "Use File 7 of the English Indices of Deprivation 2019 or 2025: “all ranks, scores, deciles and \
     population denominators”, as a CSV file.";

/// What is wrong with a file and what to do.
pub fn message(error: &ImportError) -> Message {
    let (problem, advice) = match error {
        ImportError::Empty => ("The file is empty.".to_owned(), "Download it again, then choose it here.".to_owned()),
        ImportError::NotACsv(kind) => not_a_csv(*kind),
        ImportError::NotFile7 => {
            ("This is not File 7: it has none of the columns needed.".to_owned(), USE_FILE_7.to_owned())
        }
        ImportError::MissingColumns(columns) => {
            let names: Vec<String> = columns.iter().map(|&column| column_name(column)).collect();
            let (word, verb) = match plural(names.len()) {
                Plural::One => ("column", "is"),
                Plural::Other => ("columns", "are"),
            };
            (
                format!("The {word} {} {verb} missing.", list(&names)),
                "Use the whole of File 7 as published, with its first line of column names.".to_owned(),
            )
        }
        ImportError::UnknownEdition => no_known_edition(),
        ImportError::NoRows => (
            "The file has column names but no areas below them.".to_owned(),
            "Download it again: the copy may have been cut short.".to_owned(),
        ),
        ImportError::NoIncomeFigures => (
            "Every income rate or number of people in the file is blank.".to_owned(),
            "Use the file as published, with its figures.".to_owned(),
        ),
        ImportError::ShortRow { line, found, expected } => (
            format!("Line {line} has {found} columns where the first line has {expected}."),
            "The file may have been cut short or edited. Download it again, or mend that line.".to_owned(),
        ),
        ImportError::TooWide { line } => {
            (format!("Line {} is far longer than a line of File 7.", count(*line as f64)), USE_FILE_7.to_owned())
        }
        ImportError::BadCell { line, column, header, found } => bad_cell(*line, *column, header, found),
        ImportError::RepeatedArea { code, first, second } => (
            format!("The area {code} is in the file twice: on line {first} and on line {second}."),
            "Take one of the two out, or download the file again.".to_owned(),
        ),
        ImportError::RankOutOfRange { line, rank, edition } => (
            format!(
                "Line {line} has rank {}, but the {} have only {} areas.",
                count(f64::from(*rank)),
                edition_name(*edition),
                count(f64::from(edition.areas_in_england()))
            ),
            "The file may mix two editions. Download it again.".to_owned(),
        ),
        ImportError::TooManyAreas { line, edition } => (
            format!(
                "Line {} is one area too many: the {} have {} areas.",
                count(*line as f64),
                edition_name(*edition),
                count(f64::from(edition.areas_in_england()))
            ),
            format!("The file may mix two editions, or hold rows of something else. {USE_FILE_7}"),
        ),
        ImportError::AreaOfAnotherYear { code, line, of, areas, is_all, edition } => {
            area_of_another_year((code, *line), *of, (*areas, *is_all), *edition)
        }
        ImportError::CouncilOfAnotherYear { code, name, line, areas, since, edition } => {
            council_of_another_year((*code, name), *line, *areas, *since, *edition)
        }
        ImportError::RepeatedRank { column, header, rank, first, second, ranks } => {
            repeated_rank(*column, header, *rank, (*first, *second), *ranks)
        }
        ImportError::RankAgainstScore { line, rank, other, other_rank, pairs } => (
            format!(
                "Line {} has rank {} of overall deprivation and a higher score than line {}, which is more deprived by its \
                 rank, {}. {}",
                count(*line as f64),
                count(f64::from(*rank)),
                count(*other as f64),
                count(f64::from(*other_rank)),
                further(*pairs, "pair of neighbours in the ranking", "pairs of neighbours in the ranking")
            )
            .trim_end()
            .to_owned(),
            MIXED.to_owned(),
        ),
    };
    Message { problem, advice }
}

/// What to do where rows contradict each other.
const MIXED: &str =
    "Rows of another edition may have been copied in, or cells changed. Use the file of one edition as published.";

/// That there are more such things than the one named; empty where there are none.
fn further(of: usize, one: &str, many: &str) -> String {
    match (of.saturating_sub(1), plural(of.saturating_sub(1))) {
        (0, _) => String::new(),
        (_, Plural::One) => format!("1 more {one} is wrong like this."),
        (more, Plural::Other) => format!("{} more {many} are wrong like this.", count(more as f64)),
    }
}

fn areas_in_words(areas: usize) -> String {
    match plural(areas) {
        Plural::One => "1 area".to_owned(),
        Plural::Other => format!("{} areas", count(areas as f64)),
    }
}

fn area_of_another_year(
    (code, line): (&str, u64),
    of: Option<Edition>,
    (areas, is_all): (usize, bool),
    edition: Edition,
) -> (String, String) {
    let many = areas_in_words(areas);
    let many = if is_all { capital(&many) } else { format!("At least {many}") };
    let verb = match plural(areas) {
        Plural::One => "is",
        Plural::Other => "are",
    };
    let of = of.map_or_else(
        || "No edition has areas with such high numbers.".to_owned(),
        |of| format!("Codes with such high numbers came with the {}.", edition_label(of)),
    );
    (
        format!(
            "Line {} has the area {code}, but the codes of the {} end at E01{:06}. {of} {many} {verb} like this.",
            count(line as f64),
            edition_label(edition),
            edition.spec().last_area
        ),
        "Take out the areas that are not of this edition, or use the file of one edition as published.".to_owned(),
    )
}

fn council_of_another_year(
    (code, name): (AuthorityCode, &str),
    line: u64,
    areas: usize,
    since: Option<u16>,
    edition: Edition,
) -> (String, String) {
    let why = match since {
        Some(year) => format!(
            "It took the place of several councils in {year}, and the code does not say in which of them an area is."
        ),
        None => "No edition has such a council.".to_owned(),
    };
    (
        format!(
            "Line {} names the council {} ({code}), which the {} does not have. {why} {} {} this code.",
            count(line as f64),
            short(name),
            edition_label(edition),
            capital(&areas_in_words(areas)),
            match plural(areas) {
                Plural::One => "has",
                Plural::Other => "have",
            }
        ),
        format!(
            "Use the councils of {}, as in the file as published, or the file of another edition.",
            edition.spec().years.councils
        ),
    )
}

fn repeated_rank(
    column: Column,
    header: &str,
    rank: u32,
    (first, second): (u64, u64),
    ranks: usize,
) -> (String, String) {
    let measure = match column {
        Column::Rank(_) => "rate",
        Column::AreaCode
        | Column::AreaName
        | Column::AuthorityCode
        | Column::AuthorityName
        | Column::ImdRank
        | Column::ImdScore
        | Column::Rate(_)
        | Column::People(_) => "score",
    };
    let problem = format!(
        "Rank {} in the column “{}” is on line {} and again on line {}. {}",
        count(f64::from(rank)),
        short(header),
        count(first as f64),
        count(second as f64),
        further(ranks, "rank", "ranks")
    );
    let rule = format!("Areas share a rank only if their {measure} is the same, and then the next rank is left out.");
    (problem.trim_end().to_owned(), format!("{rule} {MIXED}"))
}

fn not_a_csv(kind: NotACsv) -> (String, String) {
    let (what, advice) = match kind {
        NotACsv::Workbook => (
            "This is a spreadsheet workbook, not a CSV file.",
            "Open it, choose the sheet with the areas, save it as “CSV (comma separated)” and choose that file. Or \
             download the CSV of File 7.",
        ),
        NotACsv::Pdf => ("This is a PDF document, not a CSV file.", USE_FILE_7),
        NotACsv::WebPage => (
            "This is a web page, not a CSV file.",
            "The download link may have led to a page about the file. Open that page and download the CSV of File 7 \
             from it.",
        ),
        NotACsv::Utf16 => (
            "This file is saved as Unicode text (UTF-16), which this page cannot read.",
            "Save it again as “CSV UTF-8 (comma separated)”.",
        ),
        NotACsv::Binary => ("This is not a text file.", USE_FILE_7),
    };
    (what.to_owned(), advice.to_owned())
}

fn bad_cell(line: u64, column: Column, header: &str, found: &str) -> (String, String) {
    let found = if found.is_empty() { "nothing".to_owned() } else { format!("“{}”", short(found)) };
    let expected = match column {
        Column::AreaCode => "the code of an English area, such as E01000001",
        Column::AuthorityCode => "the code of an English local authority, such as E07000008",
        Column::AreaName => "the name of an area",
        Column::AuthorityName => "the name of a local authority",
        Column::ImdRank | Column::Rank(_) => "a rank: a whole number from 1",
        Column::ImdScore => "a score",
        Column::Rate(_) => "a rate from 0 to 1, such as 0.125",
        Column::People(_) => "a whole number of people",
    };
    (
        format!("Line {line}, column “{}”: {found} stands where there should be {expected}.", short(header)),
        "Mend that cell, or download the file again.".to_owned(),
    )
}

fn short(text: &str) -> String {
    const MOST: usize = 80;
    let mut short: String = text.chars().take(MOST).collect();
    if text.chars().count() > MOST {
        short.push('…');
    }
    short
}

fn column_name(column: Column) -> String {
    let name = match column {
        Column::AreaCode => "LSOA code",
        Column::AuthorityCode => "Local Authority District code",
        Column::AreaName => "LSOA name",
        Column::AuthorityName => "Local Authority District name",
        Column::ImdRank => "Index of Multiple Deprivation (IMD) Rank",
        Column::ImdScore => "Index of Multiple Deprivation (IMD) Score",
        Column::Rate(need) => need_words(need).headings.rate,
        Column::Rank(need) => need_words(need).headings.rank,
        Column::People(need) => need_words(need).headings.people,
    };
    format!("“{name}”")
}

fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// That the file is of no edition the page knows.
fn no_known_edition() -> (String, String) {
    let years = Edition::ALL.map(|edition| format!("the {}", edition_year(edition)));
    let (known, none) = match years.as_slice() {
        [first, second] => (format!("{first} or {second}"), "neither"),
        [rest @ .., last] => (format!("{} or {last}", rest.join(", ")), "none of them"),
        [] => (String::new(), "none"),
    };
    (format!("This is not {known} edition."), format!("The years in its first line belong to {none}. {USE_FILE_7}"))
}

/// Said where what reads files did not come.
pub fn not_loaded() -> Message {
    Message { problem: PART_FAILED.to_owned(), advice: String::new() }
}

/// What the browser could not do with a file.
pub fn unreadable() -> Message {
    Message {
        problem: "The browser could not read this file.".to_owned(),
        advice: "It may have been moved or changed since you chose it. Choose it again.".to_owned(),
    }
}

/// Something a person should know about a file that can be used.
pub fn warning(warning: &Warning) -> String {
    match warning {
        &Warning::PartOfEngland { areas, of } => format!(
            "The file holds {} of England’s {} areas. For other councils, and for England, the built-in figures stay in use.",
            count(areas as f64),
            count(f64::from(of))
        ),
        &Warning::NoNeed(need) => format!("The file has no figures for {}.", in_need(need)),
        &Warning::BlankAreas { need, areas } => {
            let have = match plural(areas) {
                Plural::One => "area has",
                Plural::Other => "areas have",
            };
            format!("{areas} {have} no figure for {}. Nobody is counted there.", in_need(need))
        }
        Warning::CouncilFollowed { code, name, line, areas, counted_as, is_counted } => {
            let outcome = match (is_counted, plural(*areas)) {
                (true, Plural::One) => "The area is counted there.",
                (true, Plural::Other) => "The areas are counted there.",
                (false, _) => {
                    "The file lacks another part of that council, so the built-in figures stay in use for it."
                }
            };
            format!(
                "{}, from line {} on, {} the code of {} in another year, {code}. In this edition its code is {counted_as}. \
                 {outcome}",
                capital(&areas_in_words(*areas)),
                count(*line as f64),
                match plural(*areas) {
                    Plural::One => "has",
                    Plural::Other => "have",
                },
                short(name),
            )
        }
    }
}

/// Said when a file has been read. `before` says of a file of the same edition that was in use until then whether it is the
/// same.
pub fn success(name: &str, file: &OfficialFile, before: Option<bool>) -> String {
    let councils = match plural(file.authorities.len()) {
        Plural::One => "1 council".to_owned(),
        Plural::Other => format!("{} councils", file.authorities.len()),
    };
    let said = format!(
        "{name} is in use: {}, {} in {councils}.",
        edition_name(file.edition),
        areas_in_words(file.areas.len())
    );
    before.map_or_else(|| said.clone(), |is_same| format!("{said} {}", replaced(is_same)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::NeedMeasure;

    #[test]
    fn a_missing_column_is_named() {
        let message = message(&ImportError::MissingColumns(vec![Column::People(NeedMeasure::Income), Column::ImdRank]));
        assert_eq!(
            message.problem,
            "The columns “Total population” and “Index of Multiple Deprivation (IMD) Rank” are missing."
        );
    }

    #[test]
    fn a_wrong_cell_is_shown_where_it_stands() {
        let error = ImportError::BadCell {
            line: 7,
            column: Column::Rate(NeedMeasure::Income),
            header: "Income Score (rate)".to_owned(),
            found: "12%".to_owned(),
        };
        assert_eq!(
            message(&error).problem,
            "Line 7, column “Income Score (rate)”: “12%” stands where there should be a rate from 0 to 1, such as 0.125."
        );
    }
}
