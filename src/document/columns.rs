//! How wide the columns of a table are in a file whose reader does not work that out by itself.

use super::Table;

/// A cell longer than this gets no wider column, but more lines.
const LONGEST: usize = 48;
/// What a column needs besides its letters, in letters: the space beside them.
const BESIDE: usize = 2;

/// The share of each column of the whole width, from 0 to 1; their sum is 1. Where the table does not say, each has room for its
/// longest word, as far as there is room, and what is left goes to columns whose cells are longer than that.
pub(super) fn shares(table: &Table) -> Vec<f64> {
    let columns = table.headings.len().max(1);
    if table.widths.len() == columns {
        return parts_of(&table.widths.iter().map(|&width| f64::from(width)).collect::<Vec<_>>());
    }
    let least: Vec<f64> = (0..columns).map(|column| letters(table, column, longest_word)).collect();
    let most: Vec<f64> = (0..columns).map(|column| letters(table, column, |cell| cell.chars().count())).collect();
    // Halfway: a long cell takes more lines, and leaves room to the columns beside it.
    let wanted: Vec<f64> = least.iter().zip(&most).map(|(least, most)| least + (most - least) / 2.0).collect();
    parts_of(&wanted)
}

fn letters(table: &Table, column: usize, length: impl Fn(&str) -> usize) -> f64 {
    let cells = table.rows.iter().filter_map(|row| row.get(column)).chain(table.headings.get(column));
    let longest = cells.map(|cell| length(cell).min(LONGEST)).max().unwrap_or(0);
    (longest + BESIDE) as f64
}

fn longest_word(cell: &str) -> usize {
    cell.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
}

fn parts_of(widths: &[f64]) -> Vec<f64> {
    let all: f64 = widths.iter().sum();
    widths.iter().map(|width| width / all).collect()
}
