//! Cells in rows, in one piece of memory: a million rows are a handful of allocations.

use crate::plain::plain;

/// Rows of cells as they stand in a text or a sheet, blank rows left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<u32>,
    /// Where each row begins among the cells, and its line.
    rows: Vec<(u32, u64)>,
}

impl Grid {
    /// No cells yet, and room for those of a text of so many bytes: to make room bit by bit takes long.
    pub fn with_room_for(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Adds a cell to the row that is being made.
    pub fn push(&mut self, cell: &str) {
        let trimmed = cell.trim();
        if trimmed.is_ascii() && !trimmed.bytes().any(|byte| byte.is_ascii_control()) {
            self.text.push_str(trimmed);
        } else {
            // What cannot be seen goes, and spaces of every kind are one.
            let seen = plain(trimmed);
            let mut is_space = false;
            for sign in seen.trim().chars() {
                if !(is_space && sign.is_whitespace()) {
                    self.text.push(if sign.is_whitespace() && sign != '\n' { ' ' } else { sign });
                }
                is_space = sign.is_whitespace();
            }
        }
        self.ends.push(self.text.len() as u32);
    }

    /// Ends the row; one without anything in it is left out.
    pub fn end_row(&mut self, line: u64) {
        let first = self.finished();
        let begin = self.end_before(first);
        if self.text.len() == begin {
            self.ends.truncate(first);
        } else {
            self.rows.push((self.ends.len() as u32, line));
        }
    }

    /// Cells in rows that are finished.
    fn finished(&self) -> usize {
        self.rows.last().map_or(0, |&(end, _)| end as usize)
    }

    fn end_before(&self, cell: usize) -> usize {
        cell.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize)
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn first(&self, row: usize) -> usize {
        row.checked_sub(1).and_then(|before| self.rows.get(before)).map_or(0, |&(end, _)| end as usize)
    }

    /// The number of cells of a row.
    pub fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |&(end, _)| end as usize - self.first(row))
    }

    /// The number of cells up to the last that holds something.
    pub fn reach(&self, row: usize) -> usize {
        (0..self.width(row)).rev().find(|&column| !self.cell(row, column).is_empty()).map_or(0, |last| last + 1)
    }

    /// The number of cells that hold something.
    pub fn filled(&self, row: usize) -> usize {
        (0..self.width(row)).filter(|&column| !self.cell(row, column).is_empty()).count()
    }

    /// A cell, empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let Some(&(row_end, _)) = self.rows.get(row) else { return "" };
        let at = self.first(row) + column;
        if at >= row_end as usize {
            return "";
        }
        let (from, to) = (self.end_before(at), self.ends.get(at).map_or(0, |&end| end as usize));
        self.text.get(from..to).unwrap_or_default()
    }

    /// The line of a row, from 1.
    pub fn line(&self, row: usize) -> u64 {
        self.rows.get(row).map_or(0, |&(_, line)| line)
    }

    /// The same cells with columns as rows, from a row on; lines are columns then. Rows of a single cell are notes and go.
    pub fn turned(&self, from: usize) -> Self {
        let rows: Vec<usize> = (from..self.len()).filter(|&row| row == from || self.filled(row) > 1).collect();
        let mut turned = Self::default();
        for column in 0..self.reach(from) {
            for &row in &rows {
                turned.push(self.cell(row, column));
            }
            turned.end_row(column as u64 + 1);
        }
        turned
    }

    /// Whether two rows hold the same cells.
    pub fn are_equal(&self, row: usize, other: usize) -> bool {
        let width = self.reach(row);
        width == self.reach(other) && (0..width).all(|column| self.cell(row, column) == self.cell(other, column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back_without_space_and_blank_rows_are_left_out() {
        let mut grid = Grid::default();
        for (line, row) in [(1, &["a", " b ", ""][..]), (2, &["", " "]), (3, &[]), (4, &["", "c\u{a0}\u{a0}d"])] {
            for cell in row {
                grid.push(cell);
            }
            grid.end_row(line);
        }
        assert_eq!((grid.len(), grid.line(1), grid.width(0), grid.reach(0), grid.filled(1)), (2, 4, 3, 2, 1));
        assert_eq!([grid.cell(0, 1), grid.cell(0, 9), grid.cell(1, 0), grid.cell(1, 1)], ["b", "", "", "c d"]);
        assert!(!grid.are_equal(0, 1) && grid.are_equal(1, 1));
    }
}
