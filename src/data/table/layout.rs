//! Where in rows of cells the table is: titles above, headings in one line or more, notes below.

use super::error::TableError;
use super::grid::Grid;
use super::groups;
use super::heading::is_year;
use super::interval;
use super::number::{Cell, Decimals};
use super::progress;
use crate::pace::Pace;

/// Rows looked at to tell numbers from headings.
const LOOKED_AT: usize = 400;
/// The most lines of headings.
const MOST_HEADING_LINES: usize = 3;

/// A table in rows of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The headings, empty where a column has none.
    pub headings: Vec<String>,
    /// Columns of the grid that hold anything.
    pub columns: Vec<usize>,
    /// Rows of the grid that hold data.
    pub rows: Vec<usize>,
    /// Lines of headings.
    pub heading_lines: Vec<u64>,
    /// Lines above them that were left out.
    pub titles: Vec<u64>,
    /// Lines below them that were left out: notes, sources, names of sections.
    pub notes: Vec<u64>,
    /// Lines that repeat the headings.
    pub repeated: Vec<u64>,
    /// Whether its columns were groups, and are its rows here.
    pub is_turned: bool,
}

/// Finds the table.
///
/// # Errors
/// [`TableError`] where there is none.
pub async fn find(grid: &Grid, pace: &Pace) -> Result<Layout, TableError> {
    if grid.is_empty() {
        return Err(TableError::Empty);
    }
    let mut width = 0;
    pace.each(0..grid.len(), |row| width = width.max(grid.reach(row))).await;
    if width < 2 {
        return Err(TableError::OneColumn);
    }
    let numeric = numeric_columns(grid, width);
    let first = first_data_row(grid, &numeric).map(|row| rows_of_marks(grid, row, &numeric));
    let Some(first) = first else { return without_numbers(grid) };
    if first == 0 {
        return Err(TableError::NoHeadings);
    }
    let Some(last_head) = (0..first).rev().find(|&row| grid.filled(row) > 1) else {
        return Err(TableError::NoHeadings);
    };
    let heads = heading_rows(grid, last_head);
    let titles = (0..last_head).filter(|row| !heads.contains(row)).map(|row| grid.line(row)).collect();
    let mut layout =
        Layout { heading_lines: heads.iter().map(|&row| grid.line(row)).collect(), titles, ..Layout::default() };
    let end = end_of_data(grid, first, &numeric);
    let end = second_table(grid, last_head, first..end, &numeric, pace).await.unwrap_or(end);
    let heads_reach = heads.iter().map(|&row| grid.reach(row)).max().unwrap_or_default();
    for row in last_head + 1..grid.len() {
        if row < first || row >= end || is_note(grid, row, &numeric) {
            layout.notes.push(grid.line(row));
        } else if grid.are_equal(row, last_head) {
            layout.repeated.push(grid.line(row));
        } else {
            layout.rows.push(row);
        }
        let [from, to] = progress::LAYOUT;
        pace.step(row, grid.len(), from, to).await;
    }
    let shift = usize::from(has_row_numbers(grid, &layout.rows, heads_reach, pace).await);
    if let Some(&row) = pace.find(&layout.rows, |&&row| grid.reach(row) > heads_reach + shift).await {
        return Err(TableError::TooManyCells { line: grid.line(row), cells: grid.reach(row), headings: heads_reach });
    }
    let all = heads_reach + shift;
    let heading =
        |column: usize| column.checked_sub(shift).map_or_else(String::new, |column| heading(grid, &heads, column));
    let headings: Vec<String> = (0..all).map(heading).collect();
    let holds = |column: usize| layout.rows.iter().any(|&row| !grid.cell(row, column).is_empty());
    layout.columns = (0..all)
        .filter(|&column| headings.get(column).is_some_and(|heading| !heading.is_empty()) || holds(column))
        .collect();
    layout.headings = layout.columns.iter().filter_map(|&column| headings.get(column).cloned()).collect();
    if layout.rows.is_empty() {
        return Err(TableError::NoRows);
    }
    if layout.columns.len() < 2 {
        return Err(TableError::OneColumn);
    }
    Ok(layout)
}

/// Headings without numbers below them: whatever is wrong with the numbers is told of their column.
fn without_numbers(grid: &Grid) -> Result<Layout, TableError> {
    let widest = (0..grid.len()).map(|row| grid.filled(row)).max().unwrap_or_default();
    let head = (0..grid.len()).find(|&row| grid.filled(row) == widest).unwrap_or_default();
    let columns: Vec<usize> = (0..grid.reach(head)).collect();
    let headings = columns.iter().map(|&column| one_line(grid.cell(head, column))).collect();
    let rows: Vec<usize> = (head + 1..grid.len()).filter(|&row| grid.filled(row) > 1).collect();
    if rows.is_empty() {
        return Err(TableError::NoRows);
    }
    if let Some(&row) = rows.iter().find(|&&row| grid.reach(row) > columns.len()) {
        return Err(TableError::TooManyCells { line: grid.line(row), cells: grid.reach(row), headings: columns.len() });
    }
    let titles = (0..head).map(|row| grid.line(row)).collect();
    Ok(Layout { headings, columns, rows, heading_lines: vec![grid.line(head)], titles, ..Layout::default() })
}

/// What a cell looks like, whichever sign its decimals have.
fn look(text: &str) -> Cell {
    match interval::read(text, Decimals::Point) {
        Cell::Text => interval::read(text, Decimals::Comma),
        cell => cell,
    }
}

/// A column whose cells are numbers.
#[derive(Debug, Clone, Copy)]
struct Numeric {
    /// Whether most of them are years.
    holds_years: bool,
    /// The least and the most of the others.
    range: (f64, f64),
}

/// The columns of which most cells are numbers.
fn numeric_columns(grid: &Grid, width: usize) -> Vec<Option<Numeric>> {
    let step = grid.len().div_ceil(LOOKED_AT).max(1);
    let of_column = |column: usize| {
        let (mut numbers, mut texts, mut years) = (0_usize, 0_usize, 0_usize);
        let mut range = (f64::INFINITY, f64::NEG_INFINITY);
        for row in (0..grid.len()).step_by(step) {
            let text = grid.cell(row, column);
            match look(text) {
                Cell::Number(number, _) => {
                    numbers += 1;
                    if is_year(text) {
                        years += 1;
                    } else {
                        range = (range.0.min(number), range.1.max(number));
                    }
                }
                Cell::Text => texts += 1,
                Cell::Blank | Cell::Mark => {}
            }
        }
        // A small table has nearly as many lines around it as in it.
        (numbers > 0 && numbers * 2 >= texts).then_some(Numeric { holds_years: years * 2 > numbers, range })
    };
    (0..width).map(of_column).collect()
}

/// How many cells of a row are numbers where numbers belong, and how many are texts there. Years over numbers that are
/// none are texts: headings.
fn numbers_and_texts(grid: &Grid, row: usize, numeric: &[Option<Numeric>]) -> (usize, usize) {
    let (mut numbers, mut texts) = (0, 0);
    let (are_years, is_run) = years_of(grid, row, numeric);
    for (column, kind) in numeric.iter().enumerate() {
        let Some(kind) = *kind else { continue };
        let text = grid.cell(row, column);
        match look(text) {
            Cell::Number(number, _) => {
                let is_apart = number < kind.range.0 || number > kind.range.1;
                let is_heading = are_years && (is_run || is_apart && !kind.holds_years);
                *(if is_heading { &mut texts } else { &mut numbers }) += 1;
            }
            // “1 - most deprived” among the numbers of groups.
            Cell::Text if groups::read(text).is_some_and(|group| !group.is_named) => {}
            Cell::Text => texts += 1,
            Cell::Blank | Cell::Mark => {}
        }
    }
    (numbers, texts)
}

/// Whether all numbers of a row are years, and whether those follow one after the other.
fn years_of(grid: &Grid, row: usize, numeric: &[Option<Numeric>]) -> (bool, bool) {
    let cells = numeric.iter().enumerate().filter(|(_, kind)| kind.is_some()).map(|(column, _)| grid.cell(row, column));
    let numbers: Vec<&str> = cells.filter(|text| matches!(look(text), Cell::Number(..))).collect();
    let years: Vec<i32> = numbers.iter().filter(|text| is_year(text)).filter_map(|text| text.parse().ok()).collect();
    let step = years.first().zip(years.get(1)).map_or(0, |(first, second)| second - first);
    let are_years = years.len() == numbers.len();
    let is_run = step.abs() == 1 && years.iter().zip(years.iter().skip(1)).all(|(year, next)| next - year == step);
    (are_years, are_years && is_run)
}

fn first_data_row(grid: &Grid, numeric: &[Option<Numeric>]) -> Option<usize> {
    (0..grid.len()).find(|&row| {
        let (numbers, texts) = numbers_and_texts(grid, row, numeric);
        numbers > texts
    })
}

/// How many cells of a row are marks where numbers belong.
fn marks(grid: &Grid, row: usize, numeric: &[Option<Numeric>]) -> usize {
    let columns = numeric.iter().enumerate().filter(|(_, kind)| kind.is_some());
    columns.filter(|(column, _)| look(grid.cell(row, *column)) == Cell::Mark).count()
}

/// The first of the rows right above the first numbers that hold marks instead, as where small numbers are withheld. Something has
/// to be left for headings.
fn rows_of_marks(grid: &Grid, first: usize, numeric: &[Option<Numeric>]) -> usize {
    let Some(head) = (0..first).find(|&row| grid.filled(row) > 1) else { return first };
    let is_marked = |row: usize| {
        numbers_and_texts(grid, row, numeric).1 == 0
            && marks(grid, row, numeric) > 0
            && grid.filled(row) == grid.filled(first)
    };
    let above = (head + 1..first).rev().take_while(|&row| is_marked(row));
    above.last().unwrap_or(first)
}

/// The row after the last that holds numbers where numbers belong.
fn end_of_data(grid: &Grid, first: usize, numeric: &[Option<Numeric>]) -> usize {
    let is_data = |row: usize| {
        let (numbers, texts) = numbers_and_texts(grid, row, numeric);
        !begins_as_note(grid.cell(row, 0)) && numbers + marks(grid, row, numeric) > texts
    };
    (first..grid.len()).rev().find(|&row| is_data(row)).map_or(first, |row| row + 1)
}

/// The row of other headings after a gap, where a second table begins.
async fn second_table(
    grid: &Grid,
    head: usize,
    rows: std::ops::Range<usize>,
    numeric: &[Option<Numeric>],
    pace: &Pace,
) -> Option<usize> {
    let usual = numeric.iter().flatten().count();
    let is_head = |&row: &usize| {
        let is_apart = row.checked_sub(1).is_some_and(|above| {
            grid.line(row) > grid.line(above) + 1
                || grid.filled(above) == 1 && numbers_and_texts(grid, above, numeric).0 == 0
        });
        if !is_apart {
            return false;
        }
        let (numbers, texts) = numbers_and_texts(grid, row, numeric);
        numbers == 0 && texts > 1 && texts * 2 > usual && !grid.are_equal(row, head)
    };
    pace.find(rows.skip(1), is_head).await
}

/// A line of text alone, among the rows or below them.
fn is_note(grid: &Grid, row: usize, numeric: &[Option<Numeric>]) -> bool {
    let usual = numeric.iter().flatten().count();
    usual > 1 && grid.filled(row) == 1 && numbers_and_texts(grid, row, numeric).0 == 0
}

/// Whether a text begins as the notes below a table do.
fn begins_as_note(text: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "source:",
        "sources:",
        "note:",
        "notes:",
        "notes",
        "contact:",
        "copyright",
        "©",
        "http",
        "www.",
        "contains ",
        "extracted",
        "produced by",
        "last updated",
    ];
    let small = text.to_lowercase();
    BEGINNINGS.iter().any(|beginning| small.starts_with(beginning))
}

/// The rows of headings: the last of them, and those right above it that belong to it.
fn heading_rows(grid: &Grid, last: usize) -> Vec<usize> {
    let mut heads = vec![last];
    while let Some(&head) = heads.first()
        && let Some(above) = head.checked_sub(1)
        && heads.len() < MOST_HEADING_LINES
    {
        let is_next = grid.line(head) == grid.line(above) + 1;
        let is_wide = grid.filled(above) > 1 && grid.reach(above) * 2 > grid.reach(last);
        let is_alike = grid.width(above) == grid.width(last) && grid.filled(above) == grid.filled(last);
        if !(is_next && is_wide && (is_alike || needs_more(grid, last))) {
            break;
        }
        heads.insert(0, above);
    }
    heads
}

/// Whether some of these headings are blank or stand twice.
fn needs_more(grid: &Grid, row: usize) -> bool {
    let mut headings: Vec<&str> = (0..grid.reach(row)).map(|column| grid.cell(row, column)).collect();
    headings.sort_unstable();
    headings.first() == Some(&"") || headings.windows(2).any(|pair| pair.first() == pair.last())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A heading in all its lines. In lines above the last a heading stands over the columns after it too.
fn heading(grid: &Grid, heads: &[usize], column: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (at, &row) in heads.iter().enumerate() {
        let mut text = grid.cell(row, column);
        let is_last = at + 1 == heads.len();
        if text.is_empty() && !is_last && heads.last().is_some_and(|&last| !grid.cell(last, column).is_empty()) {
            text = (0..column)
                .rev()
                .map(|before| grid.cell(row, before))
                .find(|text| !text.is_empty())
                .unwrap_or_default();
        }
        // A dash stands where there is nothing to say.
        let text = one_line(text);
        if text.contains(|sign: char| sign.is_alphanumeric() || sign == '%') && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts.join(" ")
}

/// Whether rows have one cell more than headings because they are numbered, as R writes them.
async fn has_row_numbers(grid: &Grid, rows: &[usize], headings: usize, pace: &Pace) -> bool {
    let is_other = |&(at, &row): &(usize, &usize)| {
        grid.reach(row) != headings + 1 || grid.cell(row, 0).parse() != Ok(at as u64 + 1)
    };
    rows.len() > 1 && pace.find(rows.iter().enumerate(), is_other).await.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::table::split;
    use crate::pace::at_once;

    fn read(text: &str) -> Result<Layout, TableError> {
        let pace = Pace::at_once();
        at_once(async { find(&split::split(text, &pace).await?.0, &pace).await })
    }

    #[track_caller]
    fn check(text: &str, headings: &[&str], rows: usize, left_out: [&[u64]; 3]) {
        let found = read(text).unwrap();
        assert_eq!(found.headings, headings, "{text}");
        assert_eq!(found.rows.len(), rows, "{text}");
        assert_eq!([found.titles, found.notes, found.repeated], left_out.map(<[u64]>::to_vec), "{text}");
    }

    #[test]
    fn the_table_is_found_among_what_stands_around_it() {
        let table = "Area,IMD,People\nA,1,10\nB,2,20\nC,3,30\n";
        let head = ["Area", "IMD", "People"];
        check(table, &head, 3, [&[], &[], &[]]);
        check(
            &format!("Deaths, all causes\n\n{table}\nNotes\n\"Source: x, 2023, table 5\"\n"),
            &head,
            3,
            [&[1], &[8, 9], &[]],
        );
        check(&format!("{table}Source: x, 2023, table 5\n"), &head, 3, [&[], &[5], &[]]);
        check(&format!("{table}Area,IMD,People\nD,4,40\n"), &head, 4, [&[], &[], &[5]]);
        check("Area,IMD,People\nNorth,,\nA,1,10\nB,2,20\nSouth,,\nC,3,30\n", &head, 3, [&[], &[2, 5], &[]]);
        check(&format!("Deaths, all causes\n{table}"), &head, 3, [&[1], &[], &[]]);
    }

    #[test]
    fn headings_stand_in_lines_and_may_be_years() {
        check(
            ",2021,,2022,\nArea,Rate,People,Rate,People\nA,1.5,10,2.5,20\nB,3.5,30,4.5,40\n",
            &["Area", "2021 Rate", "2021 People", "2022 Rate", "2022 People"],
            2,
            [&[], &[], &[]],
        );
        check(
            "Area,IMD,2021,2022,2023\nA,1.2,1,2,3\nB,3.4,4,5,6\n",
            &["Area", "IMD", "2021", "2022", "2023"],
            2,
            [&[], &[], &[]],
        );
        // Counts that look like years are numbers, and years in a row are headings over them.
        check("Area,IMD,People\nA,1.5,2061\nB,2.5,1950\nC,3.5,2500\n", &["Area", "IMD", "People"], 3, [&[], &[], &[]]);
        check(
            "Area,IMD,2021,2022\nA,1.2,1000,2000\nB,3.4,1900,3000\n",
            &["Area", "IMD", "2021", "2022"],
            2,
            [&[], &[], &[]],
        );
        check("\"\",\"IMD\",\"n\"\n\"1\",4.5,6\n\"2\",5.5,7\n", &["", "IMD", "n"], 2, [&[], &[], &[]]);
        check("\"IMD\",\"n\"\n\"1\",4.5,6\n\"2\",5.5,7\n", &["", "IMD", "n"], 2, [&[], &[], &[]]);
    }

    #[test]
    fn rows_of_marks_above_the_first_number_are_rows() {
        let withheld = "A,Asian,[c]\nA,Black,[c]\nA,White,16\nB,Asian,[c]\nB,White,13\n";
        let head = ["area_code", "group", "people_served"];
        check(&format!("area_code,group,people_served\n{withheld}"), &head, 5, [&[], &[], &[]]);
        check(&format!("People served\n\narea_code,group,people_served\n{withheld}"), &head, 5, [&[1], &[], &[]]);
        // A heading may look like a mark.
        check("Area,x\nA,1\nB,2\n", &["Area", "x"], 2, [&[], &[], &[]]);
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert_eq!(read(""), Err(TableError::Empty));
        assert_eq!(read("value\n1\n2\n"), Err(TableError::OneColumn));
        assert_eq!(read("1,2,3\n4,5,6\n"), Err(TableError::NoHeadings));
        assert_eq!(read("value,score\n"), Err(TableError::NoRows));
        assert_eq!(read("value,score\n1,234,3\n"), Err(TableError::TooManyCells { line: 2, cells: 3, headings: 2 }));
    }
}
