//! Which columns of a table of people served hold areas, numbers, groups and periods.

use super::codes;
use super::column::sample;
use super::heading::Heading;
use super::number::{self, Cell, Decimals};
use super::served_error::ServedError;
use super::{NONE, Table};

/// Words over numbers of people served.
const SERVED: &[&str] = &[
    "served",
    "users",
    "clients",
    "patients",
    "reached",
    "attended",
    "attendances",
    "visits",
    "contacts",
    "seen",
    "helped",
];
/// Words over other numbers of people.
const COUNTS: &[&str] = &["people", "persons", "count", "number", "n", "total", "cases"];
/// Words over periods.
const PERIODS: &[&str] = &["period", "year", "quarter", "month", "date"];
/// Words over groups.
const GROUPS: &[&str] = &["group", "sex", "gender", "ethnicity", "ethnic", "age", "language", "disability"];
/// Words over numbers that count nobody.
const NAMES: &[&str] = &["code", "id", "ref", "reference", "nhs", "urn", "postcode", "phone"];
/// Words over codes.
const CODES: &[&str] = &["code", "lsoa", "area", "urn", "id", "cd"];

/// What a person said of the columns: a heading, `#` and a number from 1, or that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnsSaid {
    /// The one with codes of areas.
    pub area: Option<String>,
    /// The one with numbers of people; none where each row is a person.
    pub served: Option<String>,
    /// The one with groups.
    pub group: Option<String>,
    /// The one with periods.
    pub period: Option<String>,
}

/// The headings of the columns that were used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns {
    /// Of the codes; empty for a list without a heading.
    pub area: String,
    /// Of the numbers of people; `None` where each row is a person.
    pub served: Option<String>,
    /// Of the groups.
    pub group: Option<String>,
    /// Of the periods.
    pub period: Option<String>,
    /// Those of all columns.
    pub all: Vec<String>,
}

/// The columns, from 0.
pub struct Found {
    pub area: usize,
    pub served: Option<usize>,
    pub group: Option<usize>,
    pub period: Option<usize>,
}

impl Found {
    /// Their headings.
    pub fn named(&self, table: &Table) -> Columns {
        let heading = |column: usize| table.headings().get(column).cloned().unwrap_or_default();
        Columns {
            area: heading(self.area),
            served: self.served.map(heading),
            group: self.group.map(heading),
            period: self.period.map(heading),
            all: table.headings().to_vec(),
        }
    }

    /// Whether a row holds nothing.
    pub fn is_empty_row(&self, table: &Table, row: usize) -> bool {
        (0..table.headings().len()).all(|column| table.cell(row, column).trim().is_empty())
    }
}

/// Finds the columns by what was said, by their headings and by what is in them.
pub fn find(table: &Table, said: &ColumnsSaid) -> Result<Found, ServedError> {
    let headings = table.headings();
    let with_codes = codes::columns(table);
    let column = |said: &Option<String>| said.as_deref().map(|said| named(table, said)).transpose();
    let area = match column(&said.area)? {
        Some(Some(area)) => area,
        _ => {
            let by_heading = |words: &[&str]| headings.iter().position(|heading| says(heading, words));
            let known = with_codes.first().map(|of| of.column);
            known.or_else(|| by_heading(CODES)).ok_or(ServedError::NoCodes)?
        }
    };
    let first = |words: &[&str]| {
        (0..headings.len()).find(|&at| at != area && headings.get(at).is_some_and(|heading| says(heading, words)))
    };
    let period = match column(&said.period)? {
        Some(period) => period,
        None => first(PERIODS),
    };
    let group = match column(&said.group)? {
        Some(group) => group,
        None => first(GROUPS).filter(|at| period != Some(*at)),
    };
    let served = match column(&said.served)? {
        Some(served) => served,
        None => {
            let is_free = |at: &usize| *at != area && Some(*at) != period && Some(*at) != group;
            let numeric: Vec<usize> = (0..headings.len()).filter(is_free).filter(|&at| is_numeric(table, at)).collect();
            which_served(headings, &numeric)?
        }
    };
    Ok(Found { area, served, group, period })
}

/// The column of numbers of people: the only one whose heading says so. Others are asked for: numbers of persons are no people.
fn which_served(headings: &[String], numeric: &[usize]) -> Result<Option<usize>, ServedError> {
    let is_name = |at: usize| headings.get(at).is_some_and(|heading| says(heading, NAMES));
    let numeric: Vec<usize> = numeric.iter().copied().filter(|&at| !is_name(at)).collect();
    let with = |words: &[&str]| -> Vec<usize> {
        numeric.iter().copied().filter(|&at| headings.get(at).is_some_and(|heading| says(heading, words))).collect()
    };
    match (numeric.as_slice(), with(SERVED).as_slice(), with(COUNTS).as_slice()) {
        ([], ..) => Ok(None),
        (_, [only], _) | (_, [], [only]) => Ok(Some(*only)),
        _ => {
            let columns = numeric.iter().filter_map(|&at| headings.get(at).cloned()).collect();
            Err(ServedError::WhichServed { columns, all: headings.to_vec() })
        }
    }
}

/// Whether a column holds numbers, but for marks.
fn is_numeric(table: &Table, column: usize) -> bool {
    let (mut numbers, mut others) = (0_usize, 0_usize);
    for row in sample(table.len()) {
        match number::read(table.cell(row, column), Decimals::Point) {
            Cell::Number(..) => numbers += 1,
            Cell::Blank | Cell::Mark => {}
            Cell::Text => others += 1,
        }
    }
    numbers > others
}

/// A column by what was said of it; `None` where there is to be none.
fn named(table: &Table, said: &str) -> Result<Option<usize>, ServedError> {
    if said == NONE {
        return Ok(None);
    }
    let number = said.strip_prefix('#').and_then(|number| number.parse::<usize>().ok()).and_then(|n| n.checked_sub(1));
    let found = match number {
        Some(at) => (at < table.headings().len()).then_some(at),
        None => table.headings().iter().position(|heading| heading.trim() == said.trim()),
    };
    found.map(Some).ok_or_else(|| ServedError::NoColumn(said.to_owned()))
}

/// Whether a heading says a thing of these.
fn says(heading: &str, words: &[&str]) -> bool {
    Heading::new(heading).has_any(words)
}
