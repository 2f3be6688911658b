//! One result for each period, sex or area of a table that has several of them.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::Table;
use super::column::Look;
use super::heading::is_year;
use super::indices::names_deprivation;
use super::rows::OwnUnit;

/// The units of a period, sex or area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupRows {
    /// What the column has.
    pub name: String,
    /// Its units. They stay where the table is.
    #[serde(skip)]
    pub units: Vec<OwnUnit>,
    /// Editions of deprivation that its rows name, such as “IMD 2019”; empty where they name none.
    pub editions: Vec<String>,
}

/// By which column rows are in groups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowsBy {
    /// Its heading.
    pub heading: String,
    /// Whether the groups are periods; then they stand in the order of time, otherwise in that of the table.
    pub are_periods: bool,
    /// Which group the other numbers are about.
    pub main: String,
    /// The groups.
    pub groups: Vec<GroupRows>,
}

/// Words for time in a heading.
const TIME: &[&str] = &["period", "year", "years", "time", "date", "month", "quarter", "timeperiod"];
/// Names of indices, as cells write them before a year.
const INDICES: [&str; 7] = ["nimdm", "simd", "wimd", "idaci", "idaopi", "imd", "iod"];

/// The values of a column among some rows, each once: periods from the first to the last, others as in the table.
pub fn values(table: &Table, looks: &[Look], rows: &[usize], column: usize) -> (Vec<String>, bool) {
    let mut seen = HashSet::new();
    let mut in_order: Vec<usize> = rows.to_vec();
    in_order.sort_unstable();
    let all = in_order.into_iter().map(|row| table.cell(row, column)).filter(|value| seen.insert(*value));
    let mut values: Vec<String> = all.map(str::to_owned).collect();
    let says_time = looks.get(column).is_some_and(|look| look.heading.has_any(TIME) || look.is_years());
    let is_period = |value: &String| {
        period(value).is_some() && (says_time || value.starts_with(|sign: char| sign.is_ascii_digit()))
    };
    let are_periods = values.iter().all(is_period);
    if are_periods {
        values.sort_by_key(|value| period(value));
    }
    (values, are_periods)
}

/// When a period is: its first year, and the other numbers in it.
fn period(text: &str) -> Option<(u16, Vec<u32>)> {
    let numbers: Vec<&str> = text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let at = numbers.iter().position(|number| is_year(number))?;
    let year = numbers.get(at)?.parse().ok()?;
    let others = numbers.iter().enumerate().filter(|(other, _)| *other != at);
    Some((year, others.filter_map(|(_, number)| number.parse().ok()).collect()))
}

/// Editions of deprivation that rows name: in words such as “decile (IMD2015)”, or in a column of editions.
pub fn editions(table: &Table, looks: &[Look], rows: &[usize]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (column, look) in looks.iter().enumerate() {
        let is_column = look.heading.has("edition")
            || names_deprivation(&look.heading) && look.heading.has_any(&["year", "version", "release"]);
        if !(is_column || look.is_text() || look.is_groups) {
            continue;
        }
        let cells: HashSet<&str> = rows.iter().map(|&row| table.cell(row, column)).collect();
        for cell in cells {
            let edition = if is_column { Some(cell.to_owned()).filter(|cell| !cell.is_empty()) } else { edition(cell) };
            if let Some(edition) = edition.filter(|edition| !found.contains(edition)) {
                found.push(edition);
            }
        }
    }
    found.sort();
    found
}

/// “Deciles (IMD2019)”, “Index of Multiple Deprivation 2015”.
fn edition(cell: &str) -> Option<String> {
    let small = cell.to_lowercase();
    let year_after = |at: usize| {
        let rest = small.get(at..)?.trim_start_matches(|sign: char| !sign.is_ascii_alphanumeric());
        let year = rest.get(..4).filter(|year| is_year(year))?;
        (!rest.get(4..5).is_some_and(|next| next.bytes().all(|byte| byte.is_ascii_digit()))).then(|| year.to_owned())
    };
    let in_words = |words: &str| small.find(words).and_then(|at| year_after(at + words.len()));
    let by_name = INDICES.into_iter().find_map(|index| Some(format!("{} {}", index.to_uppercase(), in_words(index)?)));
    by_name.or_else(|| Some(format!("IMD {}", in_words("multiple deprivation")?)))
}

/// Rows by what a column has.
pub fn rows_of<'a>(table: &'a Table, rows: &[usize], column: usize) -> HashMap<&'a str, Vec<usize>> {
    let mut all: HashMap<&str, Vec<usize>> = HashMap::new();
    for &row in rows {
        all.entry(table.cell(row, column)).or_default().push(row);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_stand_in_the_order_of_time() {
        let text = "Period,value\n2016 - 18,1\n2015 - 17,2\n2020/21,3\n2016 - 18,4\n";
        let table = Table::from_text(text).unwrap();
        let looks = crate::pace::at_once(super::super::column::look_at(&table, None, &crate::pace::Pace::at_once()));
        let (found, are_periods) = values(&table, &looks, &[0, 1, 2, 3], 0);
        assert_eq!((found, are_periods), (["2015 - 17", "2016 - 18", "2020/21"].map(str::to_owned).to_vec(), true));
        assert!(period("Q3 2021") > period("Q1 2021") && period("Q1 2022") > period("Q3 2021"));
        assert_eq!((period("Male"), period("Aged 18 to 24")), (None, None));
    }

    #[test]
    fn editions_are_found_in_words() {
        for (cell, found) in [
            ("County & UA deprivation deciles in England (IMD2019, 4/20 boundaries)", Some("IMD 2019")),
            ("Most deprived decile (IMD 2015)", Some("IMD 2015")),
            ("Index of Multiple Deprivation 2025", Some("IMD 2025")),
            ("SIMD2020v2", Some("SIMD 2020")),
            ("IMD decile", None),
            ("Male", None),
        ] {
            assert_eq!(edition(cell).as_deref(), found, "{cell}");
        }
    }
}
