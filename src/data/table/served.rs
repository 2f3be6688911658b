//! People served, counted by area: from a table with a number a row, or from one row a person, of whom nothing is kept but counts.

use std::collections::HashMap;

use super::codes::{COUNCIL, kind_of};
use super::number::{self, Cell, Decimals};
use super::served_columns::{self, Columns, ColumnsSaid};
use super::served_error::ServedError;
use super::{MOST_BYTES, MOST_ROWS, Table, TableError, text};
use crate::pace::{Pace, at_once};

/// The most values of a column that holds groups, and of one that holds periods.
const MOST_VALUES: usize = 60;
/// The longest code.
const MOST_OF_CODE: usize = 20;

/// How many were served in an area, in a period and a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ServedCount {
    /// Which code, in [`ServedTable::codes`].
    pub code: u32,
    /// Which period, in [`ServedTable::periods`]; 0 where there are none.
    pub period: u32,
    /// Which group, in [`ServedTable::groups`]; 0 where there are none.
    pub group: u32,
    /// How many (0 or more, whole).
    pub served: f64,
}

/// People served, by area.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ServedTable {
    /// The headings that were used.
    pub columns: Columns,
    /// The kind of most codes: how they begin, one for all kinds of council; empty where they are of no known kind.
    pub kind: String,
    /// Rows read.
    pub rows: usize,
    /// The codes, in capitals, in the order in which they come.
    pub codes: Vec<String>,
    /// The periods, in the order of time where their names begin with a number, else as they come; empty without any.
    pub periods: Vec<String>,
    /// The groups, as they come; empty without any.
    pub groups: Vec<String>,
    /// The counts, one for each code, period and group that there is.
    pub counts: Vec<ServedCount>,
    /// People in rows without a code.
    pub without_code: f64,
    /// Rows with a mark or nothing instead of a number.
    pub without_number: usize,
    /// Rows that were added to another one of the same area, period and group, in a table with numbers.
    pub added: usize,
}

impl ServedTable {
    /// Whether each row was a person.
    pub fn is_of_people(&self) -> bool {
        self.columns.served.is_none()
    }

    /// Whether the codes are those of councils.
    pub fn is_of_councils(&self) -> bool {
        self.kind == COUNCIL
    }

    /// How many were served in all.
    pub fn served(&self) -> f64 {
        self.counts.iter().map(|of| of.served).sum()
    }

    /// Reads bytes and lets go of them.
    ///
    /// # Errors
    /// [`ServedError`] where there is nothing to count.
    pub async fn from_bytes_at(bytes: Vec<u8>, said: &ColumnsSaid, pace: &Pace) -> Result<Self, ServedError> {
        if bytes.len() > MOST_BYTES {
            return Err(TableError::TooLong.into());
        }
        let (read, _) = text::decode(&bytes)?;
        wipe(bytes);
        Self::from_text_at(read, said, pace).await
    }

    /// Reads a text and lets go of it.
    ///
    /// # Errors
    /// As for [`Self::from_bytes_at`].
    pub async fn from_text_at(read: String, said: &ColumnsSaid, pace: &Pace) -> Result<Self, ServedError> {
        let found = Self::counted(&read, said, pace).await;
        wipe(read.into_bytes());
        found
    }

    /// The same at once.
    ///
    /// # Errors
    /// As for [`Self::from_bytes_at`].
    pub fn from_text(read: &str, said: &ColumnsSaid) -> Result<Self, ServedError> {
        at_once(Self::counted(read, said, &Pace::at_once()))
    }

    async fn counted(read: &str, said: &ColumnsSaid, pace: &Pace) -> Result<Self, ServedError> {
        let read = text::without_marks(read);
        if read.len() > MOST_BYTES {
            return Err(TableError::TooLong.into());
        }
        if is_a_list(read) {
            return of_list(read, pace).await;
        }
        let table = Table::from_text_at(read, pace).await?;
        of_table(&table, said, pace).await
    }
}

/// Overwrites what is let go of.
fn wipe(mut bytes: Vec<u8>) {
    bytes.fill(0);
    // So that the compiler does not find that nobody reads this.
    std::hint::black_box(&bytes);
}

/// Whether a text has one column: nothing in its beginning stands between cells.
fn is_a_list(read: &str) -> bool {
    let beginning = read.as_bytes().get(..1 << 14).unwrap_or(read.as_bytes());
    let mut lines = read.lines().map(str::trim).filter(|line| !line.is_empty());
    let has_one = lines.next().is_some();
    has_one && !beginning.iter().any(|byte| matches!(byte, b',' | b';' | b'\t' | b'|' | b'"'))
        // A heading may have spaces; a code has none.
        && lines.take(50).all(|line| !line.contains(' '))
}

/// A code as it is compared.
fn code_of(cell: &str) -> String {
    cell.trim().to_ascii_uppercase()
}

/// Counts the lines of a list of codes.
async fn of_list(read: &str, pace: &Pace) -> Result<ServedTable, ServedError> {
    let mut table = ServedTable::default();
    let mut counter = Counter::default();
    let first = read.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let has_heading = kind_of(&code_of(first)).is_none() && !is_code(first);
    if has_heading {
        table.columns.area = first.to_owned();
    }
    let all = read.len().max(1);
    let mut done = 0;
    for (at, line) in read.lines().enumerate() {
        done += line.len() + 1;
        pace.step(at, 1, done as f64 / all as f64, done as f64 / all as f64).await;
        let line = line.trim();
        // Empty lines of a list are no people; the last one seldom is.
        if line.is_empty() || has_heading && std::ptr::eq(line, first) {
            continue;
        }
        table.rows += 1;
        if table.rows > MOST_ROWS {
            return Err(TableError::TooManyRows.into());
        }
        if is_code(line) { counter.add(line, 0, 0, 1.0) } else { table.without_code += 1.0 }
    }
    counter.into_table(table)
}

/// Whether a text can be a code: short, letters and digits, a digit among them.
fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    (1..=MOST_OF_CODE).contains(&bytes.len())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes.iter().any(u8::is_ascii_digit)
}

/// Counts the rows of a table.
async fn of_table(table: &Table, said: &ColumnsSaid, pace: &Pace) -> Result<ServedTable, ServedError> {
    let found = served_columns::find(table, said)?;
    let mut counted = ServedTable { columns: found.named(table), ..ServedTable::default() };
    let mut counter = Counter::default();
    let (mut periods, mut groups) = (Values::default(), Values::default());
    for row in 0..table.len() {
        pace.step(row, table.len(), 0.9, 1.0).await;
        let cell = |column: Option<usize>| column.map_or("", |column| table.cell(row, column).trim());
        let code = cell(Some(found.area));
        if found.is_empty_row(table, row) {
            continue;
        }
        counted.rows += 1;
        let served = match found.served {
            None => 1.0,
            Some(column) => {
                let written = table.cell(row, column);
                match number::read(written, Decimals::Point) {
                    Cell::Number(number, false) if number >= 0.0 && number.fract() == 0.0 => number,
                    Cell::Blank | Cell::Mark => {
                        counted.without_number += 1;
                        continue;
                    }
                    Cell::Text if is_below(written) => {
                        counted.without_number += 1;
                        continue;
                    }
                    _ => return Err(ServedError::NotACount { line: table.line(row), cell: written.to_owned() }),
                }
            }
        };
        if code.is_empty() || code.len() > MOST_OF_CODE {
            counted.without_code += served;
            continue;
        }
        let period = periods.number(cell(found.period), found.period, table)?;
        let group = groups.number(cell(found.group), found.group, table)?;
        counter.add(code, period, group, served);
    }
    (counted.periods, counted.groups) = (periods.names, groups.names);
    let mut counted = counter.into_table(counted)?;
    in_order_of_time(&mut counted);
    Ok(counted)
}

/// “<5”, “under 5”, “1-4”: a number that is held back.
fn is_below(cell: &str) -> bool {
    let cell = cell.trim().to_ascii_lowercase();
    let rest = ["<=", "<", "≤", "under ", "below ", "fewer than ", "less than "]
        .iter()
        .find_map(|sign| cell.strip_prefix(sign));
    let is_number = |text: &str| !text.is_empty() && text.trim().bytes().all(|byte| byte.is_ascii_digit());
    rest.is_some_and(is_number)
        || ["-", "–", " to "]
            .iter()
            .any(|sign| cell.split_once(sign).is_some_and(|(a, b)| is_number(a) && is_number(b)))
}

/// Counts by code, period and group.
#[derive(Default)]
struct Counter {
    codes: HashMap<String, u32>,
    in_order: Vec<String>,
    at: HashMap<(u32, u32, u32), usize>,
    counts: Vec<ServedCount>,
    added: usize,
}

impl Counter {
    fn add(&mut self, cell: &str, period: u32, group: u32, served: f64) {
        // Most codes have come before, in capitals.
        let code = match self.codes.get(cell) {
            Some(&code) => code,
            None => {
                let code = code_of(cell);
                let next = u32::try_from(self.in_order.len()).unwrap_or(u32::MAX);
                match self.codes.get(&code) {
                    Some(&code) => code,
                    None => {
                        self.in_order.push(code.clone());
                        self.codes.insert(code, next);
                        next
                    }
                }
            }
        };
        match self.at.get(&(code, period, group)) {
            Some(&at) => {
                self.added += 1;
                if let Some(count) = self.counts.get_mut(at) {
                    count.served += served;
                }
            }
            None => {
                self.at.insert((code, period, group), self.counts.len());
                self.counts.push(ServedCount { code, period, group, served });
            }
        }
    }

    fn into_table(self, table: ServedTable) -> Result<ServedTable, ServedError> {
        if self.counts.is_empty() {
            return Err(ServedError::Nothing);
        }
        let added = if table.is_of_people() { 0 } else { self.added };
        let kind = kind_of_most(&self.in_order);
        Ok(ServedTable { kind, codes: self.in_order, counts: self.counts, added, ..table })
    }
}

/// The kind of most codes.
fn kind_of_most(all: &[String]) -> String {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for kind in all.iter().filter_map(|code| kind_of(code)) {
        match kinds.iter_mut().find(|(of, _)| *of == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    let most = kinds.into_iter().max_by_key(|(_, count)| *count).filter(|(_, count)| count * 2 > all.len());
    most.map(|(kind, _)| kind.to_owned()).unwrap_or_default()
}

/// The values of a column by their number.
#[derive(Default)]
struct Values {
    names: Vec<String>,
}

impl Values {
    fn number(&mut self, cell: &str, column: Option<usize>, table: &Table) -> Result<u32, ServedError> {
        let Some(column) = column else { return Ok(0) };
        let at = match self.names.iter().position(|name| name == cell) {
            Some(at) => at,
            None if self.names.len() >= MOST_VALUES => {
                return Err(ServedError::TooManyValues(table.headings().get(column).cloned().unwrap_or_default()));
            }
            None => {
                self.names.push(cell.to_owned());
                self.names.len() - 1
            }
        };
        Ok(u32::try_from(at).unwrap_or_default())
    }
}

/// Puts periods into the order of time where each begins with a number: a year, or a day such as 2024-04-01.
fn in_order_of_time(table: &mut ServedTable) {
    let begins = |name: &String| name.starts_with(|sign: char| sign.is_ascii_digit());
    if !table.periods.iter().all(begins) {
        return;
    }
    let mut order: Vec<usize> = (0..table.periods.len()).collect();
    order.sort_by(|&a, &b| table.periods.get(a).cmp(&table.periods.get(b)));
    let mut place = vec![0_u32; order.len()];
    for (new, &old) in order.iter().enumerate() {
        if let Some(place) = place.get_mut(old) {
            *place = u32::try_from(new).unwrap_or_default();
        }
    }
    table.periods = order.iter().filter_map(|&at| table.periods.get(at).cloned()).collect();
    for count in &mut table.counts {
        count.period = place.get(count.period as usize).copied().unwrap_or_default();
    }
}
