//! Tables whose columns are the groups of deprivation.

use super::grid::Grid;
use super::group::{End, GroupCell};
use super::groups;
use super::heading::Heading;
use super::indices::names_deprivation;
use super::vocabulary::GROUPS;

/// Rows looked at for headings that are groups.
const LOOKED_AT: usize = 20;
/// Columns that may stand beside the groups: a name, and a total.
const MOST_OTHERS: usize = 2;
/// The most groups.
const MOST_GROUPS: usize = 20;

/// The row of headings that name groups of deprivation, one a column and hardly anything else; `None` for every other table.
pub fn heading_row(grid: &Grid) -> Option<usize> {
    (0..grid.len().min(LOOKED_AT)).find(|&row| grid.len() > row + 1 && are_across(grid, row))
}

fn are_across(grid: &Grid, row: usize) -> bool {
    let cells: Vec<&str> =
        (1..grid.reach(row)).map(|column| grid.cell(row, column)).filter(|text| !text.is_empty()).collect();
    if cells.len() < 3 || cells.len() > MOST_GROUPS + MOST_OTHERS {
        return false;
    }
    let first = Heading::new(grid.cell(row, 0));
    let is_named = names_deprivation(&first) || first.has_any(GROUPS);
    let numbers: Vec<u32> = cells.iter().map_while(|text| text.parse().ok()).collect();
    // “IMD quintile, 1, 2, 3, 4, 5”.
    let is_counted = numbers.len() >= 3
        && numbers
            .windows(2)
            .all(|pair| pair.first().zip(pair.last()).is_some_and(|(one, next)| one.abs_diff(*next) == 1))
        && [numbers.first(), numbers.last()].contains(&Some(&1));
    if is_named && is_counted && numbers.len() + MOST_OTHERS > cells.len() {
        return true;
    }
    let named: Vec<GroupCell> = cells.iter().filter_map(|text| groups::read(text)).collect();
    let has = |end: End| named.iter().any(|group| matches!(group.place, Some((of, 1)) if of == end));
    named.len() >= 3 && named.len() + MOST_OTHERS > cells.len() && has(End::Most) && has(End::Least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rows: &[&[&str]], found: Option<usize>) {
        let mut grid = Grid::default();
        for (row, line) in rows.iter().zip(1..) {
            row.iter().for_each(|cell| grid.push(cell));
            grid.end_row(line);
        }
        assert_eq!(heading_row(&grid), found, "{rows:?}");
    }

    #[test]
    fn groups_as_headings_are_found() {
        let values = ["2021", "5.5", "4.5", "3.5", "2.5", "1.5"];
        check(&[&["Year", "Most deprived", "2", "3", "4", "Least deprived"], &values], Some(0));
        check(&[&["A title"], &["IMD quintile", "1", "2", "3", "4", "5"], &values], Some(1));
        check(&[&["Area", "Q1 (most deprived)", "Q2", "Q3", "Q4", "Q5 (least deprived)"], &values], Some(0));
        // Headings, values and shares of people in each group beside the deprivation of a row.
        check(&[&["Area", "IMD score", "Most deprived 20%", "Least deprived 20%", "Rate", "People"], &values], None);
        check(&[&["Area", "1", "2", "3", "4", "5"], &values], None);
        check(&[&["Deprivation", "Rate", "People", "Deaths"], &["Most deprived", "2", "3", "4"]], None);
        check(&[&["Quintile", "2021", "2022", "2023"], &["1", "2", "3", "4"], &["2", "2", "3", "4"]], None);
    }
}
