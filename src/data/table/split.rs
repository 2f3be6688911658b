//! Text as rows of cells.

use super::error::TableError;
use super::grid::Grid;
use super::{MOST_COLUMNS, MOST_LINES};
use super::{progress, spaces};
use crate::pace::{Pace, at_once};

/// What can stand between cells, the surest first.
pub const SEPARATORS: [u8; 4] = *b"\t;|,";
/// How much of a text is looked at to tell what stands between its cells.
const LOOKED_AT: usize = 1 << 16;

/// Text cut into rows, and what stood between the cells.
pub async fn split(text: &str, pace: &Pace) -> Result<(Grid, u8), TableError> {
    let (said, rest, line) = said_separator(text);
    match said.or_else(|| separator_of(rest)) {
        Some(separator) => Ok((cut(rest, separator, line, pace).await?, separator)),
        None => match spaces::as_tabs(rest) {
            Some(tabs) => Ok((cut(&tabs, b'\t', line, pace).await?, b' ')),
            None => Ok((cut(rest, b',', line, pace).await?, b',')),
        },
    }
}

/// A first line such as `sep=;`, as spreadsheets write it: what it says, the text after it and the line that begins there.
fn said_separator(text: &str) -> (Option<u8>, &str, u64) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    // The separator itself may be a tab, so no space is cut at the end.
    let said = first.trim_start().trim_matches('"').to_ascii_lowercase();
    let said = said.strip_prefix("sep=").map(|said| said.trim_end_matches('"').to_owned());
    let Some(said) = said else { return (None, text, 1) };
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
    let sign = if said == "\\t" { Some(b'\t') } else { said.bytes().next() };
    (sign.filter(|sign| SEPARATORS.contains(sign)), rest, 2)
}

/// The sign that cuts the most lines into equally many cells; `None` where none of them cuts any.
fn separator_of(text: &str) -> Option<u8> {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut beginning = text.get(..end).unwrap_or(text);
    if end < text.len()
        && let Some(last) = beginning.rfind(['\n', '\r'])
    {
        beginning = beginning.get(..last).unwrap_or(beginning);
    }
    let score = |sign: u8| {
        let grid = match at_once(cut(beginning, sign, 1, &Pace::at_once())) {
            Ok(grid) => grid,
            // Too many columns are told as such.
            Err(TableError::TooManyColumns { cells, .. }) => return (1, cells),
            Err(_) => return (0, 0),
        };
        let mut widths: Vec<usize> = (0..grid.len()).map(|row| grid.width(row)).filter(|&width| width > 1).collect();
        widths.sort_unstable();
        widths
            .chunk_by(|a, b| a == b)
            .map(|equal| (equal.len(), equal.first().copied().unwrap_or_default()))
            .max()
            .unwrap_or_default()
    };
    let mut best = (None, (0, 0));
    for sign in SEPARATORS {
        let score = score(sign);
        if score > best.1 {
            best = (Some(sign), score);
        }
    }
    best.0
}

/// Cuts text at a sign. A cell in double quotes may hold the sign, ends of lines and, doubled, quotes; lines end with LF, CR
/// or both.
///
/// # Errors
/// [`TableError`] for a quote that is never closed, and too many columns or rows.
pub async fn cut(text: &str, separator: u8, first_line: u64, pace: &Pace) -> Result<Grid, TableError> {
    let bytes = text.as_bytes();
    let mut grid = Grid::with_room_for(text.len());
    let (mut at, mut line, mut row_line, mut cells) = (0, first_line, first_line, 0_usize);
    let mut quoted = String::new();
    loop {
        // A cell.
        let begin = skip_spaces(bytes, at, separator);
        if bytes.get(begin) == Some(&b'"') {
            let opened = line;
            let end = quoted_cell(text, begin, &mut quoted, &mut line).ok_or(TableError::OpenQuote { line: opened })?;
            let rest = end_of_cell(bytes, end, separator);
            let after = text.get(end..rest).unwrap_or_default();
            // A quote that swallowed lines and is closed inside a cell was opened by mistake.
            if line > opened && !after.trim().is_empty() {
                return Err(TableError::OpenQuote { line: opened });
            }
            quoted.push_str(after);
            grid.push(&quoted);
            at = rest;
        } else {
            let end = end_of_cell(bytes, at, separator);
            grid.push(text.get(at..end).unwrap_or_default());
            at = end;
        }
        cells += 1;
        match bytes.get(at) {
            Some(&sign) if sign == separator => {
                at += 1;
                continue;
            }
            Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => at += 2,
            Some(_) => at += 1,
            None => {}
        }
        if cells > MOST_COLUMNS {
            return Err(TableError::TooManyColumns { line: row_line, cells });
        }
        grid.end_row(row_line);
        if grid.len() > MOST_LINES {
            return Err(TableError::TooManyRows);
        }
        if at >= bytes.len() {
            return Ok(grid);
        }
        let [from, to] = progress::CUT;
        // In a browser a whole number ends at four thousand million, which a million lines of a long text are over.
        let lines = grid.len() as f64 * bytes.len() as f64 / at as f64;
        pace.step(grid.len(), lines as usize, from, to).await;
        line += 1;
        (row_line, cells) = (line, 0);
    }
}

fn skip_spaces(bytes: &[u8], mut at: usize, separator: u8) -> usize {
    while matches!(bytes.get(at), Some(&(b' ' | b'\t'))) && bytes.get(at) != Some(&separator) {
        at += 1;
    }
    at
}

fn end_of_cell(bytes: &[u8], from: usize, separator: u8) -> usize {
    let is_end = |&byte: &u8| byte == separator || byte == b'\n' || byte == b'\r';
    bytes.get(from..).and_then(|rest| rest.iter().position(is_end)).map_or(bytes.len(), |length| from + length)
}

/// Takes a cell in quotes that begins here; where it ends after its closing quote. Lines inside are counted.
fn quoted_cell(text: &str, begin: usize, cell: &mut String, line: &mut u64) -> Option<usize> {
    cell.clear();
    let mut at = begin + 1;
    loop {
        let rest = text.get(at..)?;
        let quote = rest.find('"')?;
        let part = rest.get(..quote)?;
        cell.push_str(part);
        *line += lines_in(part);
        at += quote + 1;
        if text.as_bytes().get(at) != Some(&b'"') {
            return Some(at);
        }
        cell.push('"');
        at += 1;
    }
}

/// Ends of lines in a text: LF, CR or both together.
fn lines_in(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let is_end = |(at, &byte): (usize, &u8)| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    bytes.iter().enumerate().filter(|&both| is_end(both)).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(grid: &Grid) -> Vec<(u64, Vec<&str>)> {
        let row = |row| (grid.line(row), (0..grid.width(row)).map(|column| grid.cell(row, column)).collect());
        (0..grid.len()).map(row).collect()
    }

    #[test]
    fn lines_end_as_they_end_and_quotes_hold_anything() {
        for end in ["\n", "\r", "\r\n"] {
            let text = ["a,\"b \"\"c\"\", d\"", "", " \"x\",2", "3,\"4"].join(end) + end + "5\",6";
            let grid = at_once(cut(&text, b',', 1, &Pace::at_once())).unwrap();
            let last = format!("4{}5", if end == "\r\n" { "\r\n" } else { end });
            let found = rows(&grid);
            assert_eq!(found[..2], [(1, vec!["a", "b \"c\", d"]), (3, vec!["x", "2"])], "{end:?}");
            assert_eq!((found[2].0, found[2].1.len()), (4, 3), "{end:?} {last:?}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_with_its_line() {
        for text in ["a,b\n\"c,d\ne,f\n", "a,b\n\"c,d\n\"e\",f\n"] {
            assert_eq!(
                at_once(cut(text, b',', 1, &Pace::at_once())),
                Err(TableError::OpenQuote { line: 2 }),
                "{text:?}"
            );
        }
    }

    #[test]
    fn what_stands_between_cells_is_told_or_found() {
        for (text, sign) in [
            ("a,b\n1,2\n", b','),
            ("a;b\n1,5;2,5\n3,5;4,5\n", b';'),
            ("a\tb\n\"1,234\"\t2\n", b'\t'),
            ("a|b\nx, y|2\n", b'|'),
            ("sep=,\na;b,c\n1;2,3\n", b','),
            ("\"sep=;\"\r\na;b\r\n", b';'),
            ("Rates, by area\n\na;b;c\n1;2;3\n4;5;6\n", b';'),
            ("a b c\n1 x 3\n2 y 6\n", b' '),
            ("some words\nand some more words\nalone\n", b','),
        ] {
            assert_eq!(at_once(split(text, &Pace::at_once())).unwrap().1, sign, "{text:?}");
        }
    }
}
