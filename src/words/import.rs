//! What a person reads when a file is added.

use super::common::{PART_FAILED, edition_name, in_need};
use super::locale::{Plural, plural};
use super::number::count;
use crate::data::official::{Column, ImportError, NotACsv, OfficialFile, Warning};

/// A message about something that went wrong: what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
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
            let names: Vec<&str> = columns.iter().map(|&column| column_name(column)).collect();
            let (word, verb) = match plural(names.len()) {
                Plural::One => ("column", "is"),
                Plural::Other => ("columns", "are"),
            };
            (
                format!("The {word} {} {verb} missing.", list(&names)),
                "Use the whole of File 7 as published, with its first line of column names.".to_owned(),
            )
        }
        ImportError::UnknownEdition => (
            "This is not the 2019 or the 2025 edition.".to_owned(),
            format!("The years in its first line belong to neither. {USE_FILE_7}"),
        ),
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
    };
    Message { problem, advice }
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
        Column::AuthorityName => "the name of a local authority",
        Column::ImdRank | Column::IncomeRank | Column::ChildrenRank | Column::OlderRank | Column::EmploymentRank => {
            "a rank: a whole number from 1"
        }
        Column::IncomeRate | Column::ChildrenRate | Column::OlderRate | Column::EmploymentRate => {
            "a rate from 0 to 1, such as 0.125"
        }
        Column::People | Column::Children | Column::Older | Column::WorkingAge => "a whole number of people",
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

const fn column_name(column: Column) -> &'static str {
    match column {
        Column::AreaCode => "“LSOA code”",
        Column::AuthorityCode => "“Local Authority District code”",
        Column::AuthorityName => "“Local Authority District name”",
        Column::ImdRank => "“Index of Multiple Deprivation (IMD) Rank”",
        Column::IncomeRate => "“Income Score (rate)”",
        Column::IncomeRank => "“Income Rank”",
        Column::ChildrenRate => "“Income Deprivation Affecting Children Index (IDACI) Score (rate)”",
        Column::ChildrenRank => "“Income Deprivation Affecting Children Index (IDACI) Rank”",
        Column::OlderRate => "“Income Deprivation Affecting Older People (IDAOPI) Score (rate)”",
        Column::OlderRank => "“Income Deprivation Affecting Older People (IDAOPI) Rank”",
        Column::People => "“Total population”",
        Column::Children => "“Dependent Children aged 0-15”",
        Column::Older => "“Older population aged 60 and over”",
        Column::EmploymentRate => "“Employment Score (rate)”",
        Column::EmploymentRank => "“Employment Rank”",
        Column::WorkingAge => "“Working age population”",
    }
}

fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
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
    match *warning {
        Warning::PartOfEngland { areas, of } => format!(
            "The file holds {} of England’s {} areas. For other councils, and for England, the built-in figures stay in use.",
            count(areas as f64),
            count(f64::from(of))
        ),
        Warning::NoNeed(need) => format!("The file has no figures for {}.", in_need(need)),
        Warning::BlankAreas { need, areas } => {
            let have = match plural(areas) {
                Plural::One => "area has",
                Plural::Other => "areas have",
            };
            format!("{areas} {have} no figure for {}. Nobody is counted there.", in_need(need))
        }
    }
}

/// Said when a file has been read.
pub fn success(name: &str, file: &OfficialFile) -> String {
    format!(
        "{name} is in use: {}, {} areas in {} councils.",
        edition_name(file.edition),
        count(file.areas.len() as f64),
        file.authorities.len()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_column_is_named() {
        let message = message(&ImportError::MissingColumns(vec![Column::People, Column::ImdRank]));
        assert_eq!(
            message.problem,
            "The columns “Total population” and “Index of Multiple Deprivation (IMD) Rank” are missing."
        );
    }

    #[test]
    fn a_wrong_cell_is_shown_where_it_stands() {
        let error = ImportError::BadCell {
            line: 7,
            column: Column::IncomeRate,
            header: "Income Score (rate)".to_owned(),
            found: "12%".to_owned(),
        };
        assert_eq!(
            message(&error).problem,
            "Line 7, column “Income Score (rate)”: “12%” stands where there should be a rate from 0 to 1, such as 0.125."
        );
    }
}
