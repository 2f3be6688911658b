//! The cells of a sheet as text.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::error::{Limit, SpreadsheetError};
use super::limits::Limits;
use super::number::hundredfold;

/// The cells of a sheet, where they stand in it: the first row is the sheet's first, blank or not. Rows end with their last
/// cell that holds something, the table with its last such row.
///
/// All text lies in one piece, as a million rows with a text of its own for each cell would not fit on a phone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    text: String,
    /// Where the text of each cell ends, with [`PERCENT`].
    cells: Vec<u32>,
    /// The number of cells up to the end of each row.
    rows: Vec<u32>,
    /// Formulas that came without a result.
    pub not_worked_out: NotWorkedOut,
}

/// Formulas whose results the file does not hold, as it was written by a program that does not work them out. Their cells are
/// blank; a spreadsheet program fills them when it opens and saves the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NotWorkedOut {
    /// How many.
    pub cells: usize,
    /// Row and column of the first, both from 0.
    pub first: Option<(usize, usize)>,
}

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell<'a> {
    /// What is in it: a text as it is; a number by the fewest digits that lead back to it, with a point and without an
    /// exponent; a day or time as in ISO 8601 (`2019-04-01`, `2019-04-01T13:30:00`, `13:30:00`); `TRUE` or `FALSE`; an error
    /// as it is written (`#N/A`). Empty in a blank cell, and in all but the first of merged ones.
    pub text: &'a str,
    /// Whether it is a number shown as per cent: 0.125 is then shown as 12.5%.
    pub is_percent: bool,
}

impl<'a> Cell<'a> {
    /// The text as a file of text would have it: with the sign for per cent, as `12.5%`.
    pub fn as_written(self) -> Cow<'a, str> {
        if self.is_percent { Cow::Owned(format!("{}%", hundredfold(self.text))) } else { Cow::Borrowed(self.text) }
    }
}

/// Marks a number that is shown as per cent.
const PERCENT: u32 = 1 << 31;

impl Table {
    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no cell holds anything.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The cells of a row by its place from 0; none where there is no such row.
    pub fn row(&self, row: usize) -> impl ExactSizeIterator<Item = Cell<'_>> {
        let (from, to) = self.cells_of(row);
        (from..to).map(|index| self.cell(index))
    }

    /// All rows with their cells.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = impl ExactSizeIterator<Item = Cell<'_>>> {
        (0..self.len()).map(|row| self.row(row))
    }

    fn cells_of(&self, row: usize) -> (usize, usize) {
        let end = |row: usize| self.rows.get(row).map_or(0, |&end| end as usize);
        (row.checked_sub(1).map_or(0, end), end(row))
    }

    fn cell(&self, index: usize) -> Cell<'_> {
        let end = |index: usize| self.cells.get(index).map_or(0, |&end| (end & !PERCENT) as usize);
        let text = self.text.get(index.checked_sub(1).map_or(0, end)..end(index)).unwrap_or_default();
        Cell { text, is_percent: self.cells.get(index).is_some_and(|&end| end & PERCENT > 0) }
    }
}

/// Cells that stand under a merged one: first and last row, first and last column.
pub type Covered = [usize; 4];

/// A table as it grows.
#[derive(Debug)]
pub struct Builder {
    table: Table,
    limits: Limits,
}

impl Builder {
    /// No cells yet.
    pub fn new(limits: Limits) -> Self {
        Self { table: Table::default(), limits }
    }

    /// Puts a text into a cell, behind all that are there. A text of nothing leaves it blank.
    ///
    /// # Errors
    /// [`SpreadsheetError::Damaged`] for a cell before the last one, [`SpreadsheetError::TooMuch`].
    pub fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), SpreadsheetError> {
        if cell.text.is_empty() {
            return Ok(());
        }
        if row >= self.limits.rows {
            return Err(SpreadsheetError::TooMuch(Limit::Rows));
        }
        if row + 1 < self.table.rows.len() || column >= Limits::COLUMNS {
            return Err(SpreadsheetError::Damaged);
        }
        let Table { text, cells, rows, .. } = &mut self.table;
        while rows.len() <= row {
            rows.push(cells.len() as u32);
        }
        let start = row.checked_sub(1).and_then(|before| rows.get(before)).map_or(0, |&end| end as usize);
        let index = start + column;
        if index < cells.len() {
            return Err(SpreadsheetError::Damaged);
        }
        if index >= self.limits.cells.min(u32::MAX as usize) {
            return Err(SpreadsheetError::TooMuch(Limit::Cells));
        }
        let end = text.len() + cell.text.len();
        if end > self.limits.text.min(PERCENT as usize - 1) {
            return Err(SpreadsheetError::TooMuch(Limit::Text));
        }
        cells.resize(index, text.len() as u32);
        text.push_str(cell.text);
        cells.push(end as u32 | if cell.is_percent { PERCENT } else { 0 });
        if let Some(last) = rows.last_mut() {
            *last = cells.len() as u32;
        }
        Ok(())
    }

    /// Puts a row's cells into so many rows below it, too.
    ///
    /// # Errors
    /// As for [`Builder::put`].
    pub fn repeat(&mut self, row: usize, times: usize) -> Result<(), SpreadsheetError> {
        // A row without cells is not there yet, and is blank however often.
        if row + 1 != self.table.rows.len() {
            return Ok(());
        }
        let cells: Vec<(String, bool)> =
            self.table.row(row).map(|cell| (cell.text.to_owned(), cell.is_percent)).collect();
        for row in (row + 1..).take(times) {
            for (column, (text, is_percent)) in cells.iter().enumerate() {
                self.put(row, column, Cell { text, is_percent: *is_percent })?;
            }
        }
        Ok(())
    }

    /// Counts a formula without a result, in so many cells.
    pub fn miss(&mut self, row: usize, column: usize, times: usize) {
        let missed = &mut self.table.not_worked_out;
        missed.cells = missed.cells.saturating_add(times);
        missed.first.get_or_insert((row, column));
    }

    /// The table. What lies under a merged cell is not shown, and so not taken.
    ///
    /// # Errors
    /// [`SpreadsheetError::Damaged`] if merged cells lie over one another many times.
    pub fn finish(self, merged: &[Covered]) -> Result<Table, SpreadsheetError> {
        let Self { table, limits } = self;
        let mut hidden = BTreeSet::new();
        let mut looked_at = 0;
        for &[top, bottom, left, right] in merged {
            for row in top..=bottom.min(table.len().saturating_sub(1)) {
                let (from, to) = table.cells_of(row);
                let first = from + left + usize::from(row == top);
                let cells = first..to.min((from + right).saturating_add(1));
                looked_at += 1 + cells.len();
                if looked_at > limits.rows + limits.cells {
                    return Err(SpreadsheetError::Damaged);
                }
                hidden.extend(cells.filter(|&index| !table.cell(index).text.is_empty()));
            }
        }
        if hidden.is_empty() {
            return Ok(table);
        }
        let mut shown = Self::new(limits);
        shown.table.not_worked_out = table.not_worked_out;
        for row in 0..table.len() {
            let (from, to) = table.cells_of(row);
            for index in from..to {
                if !hidden.contains(&index) {
                    shown.put(row, index - from, table.cell(index))?;
                }
            }
        }
        Ok(shown.table)
    }
}
