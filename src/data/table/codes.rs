//! Codes of areas and practices: which kind a code is of, and of which census a small area is.

use std::collections::HashSet;

use super::Table;
use super::column::{level_of_code, sample};
use super::heading::Heading;

/// A general practice, as a kind of code.
pub const PRACTICE: &str = "practice";
/// A council of any kind.
pub const COUNCIL: &str = "E06";

/// A census whose small areas differ from those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Census {
    /// 2011.
    Y2011,
    /// 2021.
    Y2021,
}

impl Census {
    /// Its year.
    pub const fn year(self) -> u16 {
        match self {
            Self::Y2011 => 2011,
            Self::Y2021 => 2021,
        }
    }
}

/// Numbers of the English small areas of 2011 that were split, joined or drawn anew for 2021, so that no area of 2021 has their
/// code; each but the first as what it lies past the one before, in base 36.
///
/// Source: Office for National Statistics, *LSOA (2011) to LSOA (2021) Exact Fit Lookup for England and Wales*; a test holds it
/// to that table.
const ONLY_2011: &str = include_str!("areas_of_2011.txt");

/// The highest numbers of 2011; areas that were new in 2021 have numbers past them.
const LAST_OF_2011: [(&str, u32); 4] = [("E01", 33_768), ("W01", 1958), ("E02", 6934), ("W02", 423)];

/// The kind of a code: its letter and two digits, one for all kinds of council; `None` for what is no code.
pub fn kind_of(cell: &str) -> Option<&str> {
    match level_of_code(cell) {
        Some("E06" | "E07" | "E08" | "E09" | "W06") => Some(COUNCIL),
        Some(kind) => Some(kind),
        None => is_practice(cell).then_some(PRACTICE),
    }
}

/// A letter and five digits, as NHS Digital's Organisation Data Service gives them to practices.
fn is_practice(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    bytes.len() == 6
        && bytes.first().is_some_and(u8::is_ascii_uppercase)
        && bytes.iter().skip(1).all(u8::is_ascii_digit)
}

/// Whether there are different areas of such a kind for each census.
pub fn has_census(kind: &str) -> bool {
    LAST_OF_2011.iter().any(|(of, _)| *of == kind)
}

/// The numbers of [`ONLY_2011`].
fn only_2011() -> HashSet<u32> {
    let mut number = 0;
    let steps = ONLY_2011.split_whitespace().filter_map(|step| u32::from_str_radix(step, 36).ok());
    steps
        .map(|step| {
            number += step;
            number
        })
        .collect()
}

/// Whether a small area is of the census of 2011 alone, or is new in that of 2021; `None` for any other code. Slow: to be asked of
/// codes that are not found.
pub fn only_in(code: &str) -> Option<Census> {
    let (kind, digits) = code.get(..3).zip(code.get(3..))?;
    let (_, last) = LAST_OF_2011.iter().find(|(of, _)| *of == kind)?;
    let number: u32 = digits.parse().ok()?;
    if number > *last {
        Some(Census::Y2021)
    } else {
        (kind == "E01" && only_2011().contains(&number)).then_some(Census::Y2011)
    }
}

/// A column of codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeColumn {
    /// Which one.
    pub column: usize,
    /// The kind of most of its codes.
    pub kind: String,
    /// Different codes among the rows looked at.
    pub different: usize,
}

/// The columns of a table that hold codes, more of which tell more rows apart first.
pub fn columns(table: &Table) -> Vec<CodeColumn> {
    let mut found: Vec<CodeColumn> = (0..table.headings().len()).filter_map(|column| codes(table, column)).collect();
    found.sort_by_key(|of| (usize::MAX - of.different, of.column));
    found
}

fn codes(table: &Table, column: usize) -> Option<CodeColumn> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    let (mut filled, mut different) = (0_usize, HashSet::new());
    for row in sample(table.len()) {
        let cell = table.cell(row, column).to_ascii_uppercase();
        filled += usize::from(!cell.is_empty());
        let Some(kind) = kind_of(&cell) else { continue };
        match counts.iter_mut().find(|(of, _)| of == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind.to_owned(), 1)),
        }
        different.insert(cell);
    }
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let (kind, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (all * 2 > filled).then_some(CodeColumn { column, kind, different: different.len() })
}

/// Of which census the areas of a column are, and a code that shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CensusFound {
    /// A code that there is in 2011 alone.
    pub only_2011: Option<String>,
    /// A code that there is from 2021 on.
    pub only_2021: Option<String>,
    /// What the heading says.
    pub by_heading: Option<Census>,
}

impl CensusFound {
    /// Looks at every code of a column.
    pub fn of(table: &Table, column: usize) -> Self {
        let of_2011 = only_2011();
        let mut found = Self { by_heading: by_heading(table.headings().get(column)), ..Self::default() };
        for row in 0..table.len() {
            let cell = table.cell(row, column).to_ascii_uppercase();
            let Some((kind, digits)) = cell.get(..3).zip(cell.get(3..)) else { continue };
            let Some((_, last)) = LAST_OF_2011.iter().find(|(of, _)| *of == kind) else { continue };
            let Ok(number) = digits.parse::<u32>() else { continue };
            if number > *last {
                found.only_2021.get_or_insert_with(|| cell.clone());
            } else if kind == "E01" && of_2011.contains(&number) {
                found.only_2011.get_or_insert_with(|| cell.clone());
            }
        }
        found
    }

    /// The census: by codes, else by the heading; `None` where neither says.
    pub fn census(&self) -> Option<Census> {
        match (&self.only_2011, &self.only_2021) {
            (Some(_), _) => Some(Census::Y2011),
            (None, Some(_)) => Some(Census::Y2021),
            (None, None) => self.by_heading,
        }
    }

    /// A code that shows which census it is; `None` where the heading alone says so.
    pub fn code(&self) -> Option<&str> {
        self.only_2011.as_deref().or(self.only_2021.as_deref())
    }
}

/// “LSOA code (2011)”, “LSOA21CD”.
fn by_heading(heading: Option<&String>) -> Option<Census> {
    let heading = Heading::new(heading?);
    match (heading.has_any(&["2011", "11"]), heading.has_any(&["2021", "21"])) {
        (true, false) => Some(Census::Y2011),
        (false, true) => Some(Census::Y2021),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_by_their_pattern() {
        for (cell, kind) in [
            ("E01000001", Some("E01")),
            ("W02000423", Some("W02")),
            ("E05011234", Some("E05")),
            ("E07000008", Some(COUNCIL)),
            ("E09000001", Some(COUNCIL)),
            ("E10000003", Some("E10")),
            ("D81001", Some(PRACTICE)),
            ("81001", None),
            ("Cambridge", None),
        ] {
            assert_eq!(kind_of(cell), kind, "{cell}");
        }
    }

    #[test]
    fn areas_of_2011_and_2021_are_told_apart_by_codes_before_headings() {
        let census = |heading: &str, code: &str| {
            let table = Table::from_text(&format!("{heading},value\n{code},1\nE01000001,2\n")).unwrap();
            CensusFound::of(&table, 0).census()
        };
        assert_eq!(only_2011().len(), 1034);
        // Of Barking and Dagenham: an area that was split.
        assert_eq!(census("code", "E01000010"), Some(Census::Y2011));
        assert_eq!(census("code", "E01035762"), Some(Census::Y2021));
        assert_eq!(census("LSOA11CD", "E01035762"), Some(Census::Y2021));
        assert_eq!(census("LSOA11CD", "E01000002"), Some(Census::Y2011));
        assert_eq!(census("LSOA code (2021)", "E01000002"), Some(Census::Y2021));
        assert_eq!(census("code", "E01000002"), None);
    }
}
