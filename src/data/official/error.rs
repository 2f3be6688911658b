//! Why a file cannot be used. The words a person reads are made of these in `words`.

use thiserror::Error;

use super::Column;
use crate::data::{AuthorityCode, Edition};

/// What a file that is not comma-separated text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotACsv {
    /// A spreadsheet workbook (or another zip archive).
    Workbook,
    /// A PDF document.
    Pdf,
    /// A web page.
    WebPage,
    /// Text in UTF-16.
    Utf16,
    /// Something else that is not text.
    Binary,
}

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// The file is not comma-separated text.
    #[error("the file is not comma-separated text: {0:?}")]
    NotACsv(NotACsv),
    /// None of the columns of File 7 is there: another file altogether.
    #[error("the file has none of the columns of File 7")]
    NotFile7,
    /// Some of the columns that cannot be done without are missing.
    #[error("columns are missing: {0:?}")]
    MissingColumns(Vec<Column>),
    /// The file is of an edition the app does not know, or does not say of which.
    #[error("the edition of the file is not known")]
    UnknownEdition,
    /// There is a header and nothing below it.
    #[error("the file has no rows")]
    NoRows,
    /// No row has both an income rate and a number of people.
    #[error("every income rate or number of people in the file is blank")]
    NoIncomeFigures,
    /// A row has fewer fields than the header needs.
    #[error("line {line} has {found} columns where the header has {expected}")]
    ShortRow {
        /// Line in the file, from 1.
        line: u64,
        /// Fields in the row.
        found: usize,
        /// Fields in the header.
        expected: usize,
    },
    /// A line is longer, or has more columns, than that of any table of areas.
    #[error("line {line} is too long")]
    TooWide {
        /// Line in the file, from 1.
        line: u64,
    },
    /// A cell holds something it cannot hold.
    #[error("line {line}, {column:?}: {found:?} cannot be read")]
    BadCell {
        /// Line in the file, from 1.
        line: u64,
        /// Column of the cell.
        column: Column,
        /// The header of that column as the file has it.
        header: String,
        /// What the cell holds.
        found: String,
    },
    /// An area stands in the file twice.
    #[error("{code} is on line {first} and again on line {second}")]
    RepeatedArea {
        /// The area's code.
        code: String,
        /// Line where it stands first.
        first: u64,
        /// Line where it stands again.
        second: u64,
    },
    /// A rank is larger than the number of areas of the edition.
    #[error("line {line}: rank {rank} is past the last area of {edition:?}")]
    RankOutOfRange {
        /// Line in the file, from 1.
        line: u64,
        /// The rank found.
        rank: u32,
        /// The edition that the header says.
        edition: Edition,
    },
    /// There are more areas than the edition has. Nothing after that line was read.
    #[error("line {line} is one area more than {edition:?} has")]
    TooManyAreas {
        /// Line of the first area too many, from 1.
        line: u64,
        /// The edition, the larger one where the header does not tell it.
        edition: Edition,
    },
    /// Areas have codes that the edition does not have: they are of a later census, or of none.
    #[error("line {line}: {code} is no area of {edition:?}")]
    AreaOfAnotherYear {
        /// The first of them in the file.
        code: String,
        /// Its line, from 1.
        line: u64,
        /// The edition that has areas with such codes; `None` where none has.
        of: Option<Edition>,
        /// How many areas are not of the edition.
        areas: usize,
        /// Whether the file was read to its end, so that there are no more of them.
        is_all: bool,
        /// The edition of the file.
        edition: Edition,
    },
    /// The edition has no council with this code, and it does not say in which of its councils the areas are.
    #[error("line {line}: {code} is no council of {edition:?}")]
    CouncilOfAnotherYear {
        /// The first such code in the file.
        code: AuthorityCode,
        /// The council's name as the file has it.
        name: String,
        /// The line of its first area, from 1.
        line: u64,
        /// How many areas have it.
        areas: usize,
        /// The year in which it took the place of several; `None` for a code that no edition has.
        since: Option<u16>,
        /// The edition of the file.
        edition: Edition,
    },
    /// Areas share a rank that official ranks would not let them share: those of one rank have one score, and the ranks
    /// that they would take up otherwise are left out.
    #[error("{column:?}: rank {rank} is on line {first} and again on line {second}")]
    RepeatedRank {
        /// Which ranks.
        column: Column,
        /// The header of that column as the file has it.
        header: String,
        /// The rank.
        rank: u32,
        /// Line where it stands first.
        first: u64,
        /// Line where it stands again.
        second: u64,
        /// How many ranks are repeated so.
        ranks: usize,
    },
    /// An area has a higher score than one that is ranked as more deprived.
    #[error("line {line} has a higher score than line {other}, which is ranked as more deprived")]
    RankAgainstScore {
        /// Line of the area with the higher score, from 1.
        line: u64,
        /// Its rank.
        rank: u32,
        /// Line of the area that is next to it and ranked as more deprived.
        other: u64,
        /// The rank of that one.
        other_rank: u32,
        /// How many neighbours in the ranking contradict each other so.
        pairs: usize,
    },
}
