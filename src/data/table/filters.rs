//! Periods, sexes, ages, indicators: rows that stand for one unit several times, of which one is meant.

use std::collections::{HashMap, HashSet};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Table;
use super::column::Look;
use super::names;
use crate::pace::Pace;

/// Different values of a column of which one can be chosen.
const MOST_CHOICES: usize = 200;

/// What was chosen or has to be chosen of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The column.
    pub column: usize,
    /// What it can be, in the order of the table.
    pub choices: Vec<String>,
    /// What was chosen.
    pub chosen: Option<String>,
}

/// Rows that are left once a part was chosen of every column that tells several apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// The rows.
    pub kept: Vec<usize>,
    /// The columns.
    pub parts: Vec<Part>,
    /// Rows of units that are there several times all the same, which no column tells apart.
    pub repeats: Vec<usize>,
    /// An answer that fits no column.
    pub unknown: Option<String>,
    /// What was chosen of the column that has a result for each of its values.
    pub main: Option<String>,
}

/// What rows are looked for.
pub struct Wanted<'a> {
    /// The columns that tell units apart.
    pub unit: &'a [usize],
    /// Columns that are taken for something else.
    pub taken: &'a [usize],
    /// What was said: “column:value”, or the value alone, with bars between.
    pub answers: &'a str,
    /// Whether only columns whose heading says so are asked for, as of rows without names.
    pub said_only: bool,
    /// The column that has a result for each of its values, so that none of them is chosen.
    pub by: Option<usize>,
}

/// Chooses parts, by the answers given.
pub async fn find(table: &Table, looks: &[Look], rows: &[usize], wanted: &Wanted<'_>, pace: &Pace) -> Parts {
    let Wanted { unit, answers, said_only, by, .. } = *wanted;
    let mut parts = Parts { kept: rows.to_vec(), ..Parts::default() };
    let answers: Vec<&str> = answers.split('|').map(str::trim).filter(|answer| !answer.is_empty()).collect();
    let mut used = vec![false; answers.len()];
    for (answer, used) in answers.iter().zip(&mut used) {
        *used = parts.follow(table, looks, answer, by);
    }
    parts.unknown = answers.iter().zip(&used).find(|(_, used)| !**used).map(|(answer, _)| (*answer).to_owned());
    // One column after the other, each the one that leaves the fewest rows of one unit.
    while let Some(column) = parts.next_column(table, looks, wanted, pace).await {
        let choices = choices(table, &parts.kept, column);
        // Further columns are looked for among the rows of the first choice.
        let first = choices.first().cloned().unwrap_or_default();
        parts.parts.push(Part { column, choices, chosen: None });
        parts.kept.retain(|&row| table.cell(row, column) == first);
    }
    parts.repeats = repeated(table, &parts.kept, unit, pace).await;
    // Rows without names that share a group are no repeats.
    if said_only || !parts.are_chosen() {
        parts.repeats.clear();
    }
    parts
}

impl Parts {
    /// Whether nothing is to be chosen.
    pub fn are_chosen(&self) -> bool {
        self.parts.iter().all(|part| part.chosen.is_some())
    }

    /// Keeps the rows that an answer names.
    fn follow(&mut self, table: &Table, looks: &[Look], answer: &str, by: Option<usize>) -> bool {
        let columns = 0..table.headings().len();
        let heading = |column: usize| table.headings().get(column).map(String::as_str).unwrap_or_default();
        let of = |column: usize, value: &str| {
            let is_it = |&&row: &&usize| table.cell(row, column).eq_ignore_ascii_case(value);
            self.kept.iter().find(is_it).map(|&row| table.cell(row, column).to_owned())
        };
        let named = columns.clone().find_map(|column| {
            let value = strip_heading(answer, heading(column))?;
            Some((column, of(column, value)?))
        });
        // A value alone stands for the column that has it, the likeliest first.
        let alone = || {
            let mut columns: Vec<usize> = columns.clone().filter(|&column| of(column, answer).is_some()).collect();
            columns.sort_by_key(|&column| looks.get(column).and_then(names::filters).is_none());
            let column = *columns.first()?;
            Some((column, of(column, answer)?))
        };
        let Some((column, value)) = named.or_else(alone) else { return false };
        if by == Some(column) {
            self.main = Some(value);
            return true;
        }
        let choices = choices(table, &self.kept, column);
        self.kept.retain(|&row| table.cell(row, column) == value);
        self.parts.push(Part { column, choices, chosen: Some(value) });
        true
    }

    /// The column whose choice leaves the fewest rows of units that are there several times.
    async fn next_column(&self, table: &Table, looks: &[Look], wanted: &Wanted<'_>, pace: &Pace) -> Option<usize> {
        let Wanted { unit, taken, said_only, by, .. } = *wanted;
        if self.parts.len() > 12 {
            return None;
        }
        let mut now = None;
        let mut best = None;
        for (column, look) in looks.iter().enumerate() {
            if taken.contains(&column) || unit.contains(&column) {
                continue;
            }
            let says = names::filters(look).is_some();
            let could = says
                || !said_only
                    && (look.is_text() || look.is_groups || look.is_years())
                    && look.different <= MOST_CHOICES;
            if !could {
                continue;
            }
            let distinct = choices(table, &self.kept, column).len();
            // Where each period has an edition of its own, the period says which is meant.
            if distinct < 2 || by.is_some_and(|by| is_one_in_each(table, &self.kept, by, column)) {
                continue;
            }
            pace.rest().await;
            // What is left for each unit once this column is fixed.
            let mut with: Vec<usize> = unit.to_vec();
            with.push(column);
            let before = match now {
                Some(before) => before,
                None => *now.insert(excess(table, &self.kept, unit, pace).await),
            };
            let left = if before == 0 { 0 } else { excess(table, &self.kept, &with, pace).await };
            if left < before || is_subject(look) || is_level(table, look, &self.kept, column) {
                let found = (!says, left, distinct, column);
                best = Some(best.map_or(found, |best: (bool, usize, usize, usize)| best.min(found)));
            }
        }
        best.map(|(.., column)| column)
    }
}

/// A value after its heading and a colon.
fn strip_heading<'a>(answer: &'a str, heading: &str) -> Option<&'a str> {
    let head = answer.get(..heading.len()).filter(|head| !head.is_empty() && head.eq_ignore_ascii_case(heading))?;
    answer.get(head.len()..)?.trim_start().strip_prefix(':').map(str::trim)
}

/// What a column holds in some rows, each once, in their order.
fn choices(table: &Table, rows: &[usize], column: usize) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut choices = Vec::new();
    let mut last = None;
    for &row in rows {
        let text = table.cell(row, column);
        // Long tables mostly say the same again and again.
        if last.replace(text) != Some(text) && seen.insert(text) {
            choices.push(text.to_owned());
            if choices.len() > MOST_CHOICES {
                break;
            }
        }
    }
    choices
}

/// Whether rows speak of different things by what a column holds, even where no unit is there twice.
fn is_subject(look: &Look) -> bool {
    look.heading.has_any(&["indicator", "category type", "metric"]) && look.is_text()
}

/// Whether a column names kinds of area of which one may hold another.
fn is_level(table: &Table, look: &Look, rows: &[usize], column: usize) -> bool {
    const WORDS: &[&str] = &[
        "england",
        "country",
        "national",
        "region",
        "county",
        "counties",
        "district",
        "districts",
        "authority",
        "authorities",
        "ward",
        "wards",
        "lsoa",
        "msoa",
        "icb",
        "utla",
        "ltla",
        "ua",
    ];
    let says = look.heading.has_any(&[
        "area type",
        "areatype",
        "geography",
        "geography type",
        "level",
        "area level",
        "geography level",
    ]);
    let is_kind = |text: &String| {
        let small = text.to_lowercase();
        small.split(|sign: char| !sign.is_alphanumeric()).any(|word| WORDS.contains(&word))
    };
    says && look.is_text() && choices(table, rows, column).iter().filter(|text| is_kind(text)).count() > 1
}

/// Whether a column has one value for each value of another.
fn is_one_in_each(table: &Table, rows: &[usize], by: usize, column: usize) -> bool {
    let mut values: HashMap<&str, &str> = HashMap::new();
    rows.iter().all(|&row| {
        let cell = table.cell(row, column);
        *values.entry(table.cell(row, by)).or_insert(cell) == cell
    })
}

/// A number for each row, the same for rows that hold the same in some columns; and how many there are.
async fn numbered(table: &Table, rows: &[usize], columns: &[usize], pace: &Pace) -> (Vec<u32>, usize) {
    let mut numbers = vec![0_u32; rows.len()];
    let mut count = usize::from(!rows.is_empty());
    for &column in columns {
        // To put a million known ones into a larger map takes long.
        let mut known: FxHashMap<(u32, &str), u32> = HashMap::with_capacity_and_hasher(rows.len(), FxBuildHasher);
        let tell = |(&row, number): (&usize, &mut u32)| {
            let next = known.len() as u32;
            *number = *known.entry((*number, table.cell(row, column))).or_insert(next);
        };
        pace.each(rows.iter().zip(&mut numbers), tell).await;
        count = known.len();
    }
    (numbers, count)
}

/// How many rows there are beyond one for each unit.
async fn excess(table: &Table, rows: &[usize], unit: &[usize], pace: &Pace) -> usize {
    if unit.is_empty() {
        return 0;
    }
    rows.len() - numbered(table, rows, unit, pace).await.1
}

/// Rows of units that are there more than once.
async fn repeated(table: &Table, rows: &[usize], unit: &[usize], pace: &Pace) -> Vec<usize> {
    if unit.is_empty() {
        return Vec::new();
    }
    let (numbers, count) = numbered(table, rows, unit, pace).await;
    let mut counts = vec![0_u32; count];
    for &number in &numbers {
        counts[number as usize] += 1;
    }
    let several = rows.iter().zip(numbers).filter(|(_, number)| counts[*number as usize] > 1);
    several.map(|(&row, _)| row).collect()
}
