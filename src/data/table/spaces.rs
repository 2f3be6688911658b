//! Text whose cells are set apart by spaces, as R prints tables and as columns of equal width are.

/// The most bytes: what is printed or pasted is short, and all of it is cut at once.
const MOST_BYTES: usize = 1 << 20;
/// Lines that have to be alike.
const FEWEST: usize = 3;

/// The same text with tabs between its cells, where most of its lines have equally many: cut at two spaces or more, else at
/// any that stand outside of quotes. `None` for what is no table.
pub fn as_tabs(text: &str) -> Option<String> {
    if text.len() > MOST_BYTES {
        return None;
    }
    table(text, 2).or_else(|| table(text, 1))
}

fn table(text: &str, fewest: usize) -> Option<String> {
    let lines: Vec<Vec<&str>> = text.lines().map(|line| cells(line, fewest)).collect();
    let mut widths: Vec<usize> = lines.iter().map(Vec::len).filter(|&width| width > 0).collect();
    let all = widths.len();
    widths.sort_unstable();
    let (most, width) =
        widths.chunk_by(|a, b| a == b).filter_map(|alike| Some((alike.len(), *alike.first()?))).max()?;
    // The headings may lack a cell above the names of rows.
    let is_table = width > 1 && most >= FEWEST.min(all) && most >= 2 && (most + 1) * 5 >= all * 4;
    is_table.then(|| lines.iter().map(|cells| cells.join("\t") + "\n").collect())
}

/// Cells between so many spaces or more; a text in double quotes stays whole.
fn cells(line: &str, fewest: usize) -> Vec<&str> {
    let bytes = line.as_bytes();
    let (mut cells, mut begin, mut spaces, mut is_quoted) = (Vec::new(), 0, 0, false);
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b' ' && !is_quoted {
            spaces += 1;
            continue;
        }
        is_quoted ^= byte == b'"';
        if spaces >= fewest {
            cells.push(line.get(begin..at - spaces).unwrap_or_default().trim());
            begin = at;
        }
        spaces = 0;
    }
    cells.push(line.get(begin..).unwrap_or_default().trim());
    cells.retain(|cell| !cell.is_empty());
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_cut_at_spaces_where_lines_are_alike() {
        let wide = "Area        IMD   Rate\nBrook End   12.5  3\nDunmere     11    4\n";
        assert_eq!(as_tabs(wide).as_deref(), Some("Area\tIMD\tRate\nBrook End\t12.5\t3\nDunmere\t11\t4\n"));
        let written = "\"area\" \"imd\"\n\"1\" \"Brook End\" 12.5\n\"2\" \"Dunmere\" 11\n\"3\" \"Hill\" 9\n";
        let tabs = "\"area\"\t\"imd\"\n\"1\"\t\"Brook End\"\t12.5\n\"2\"\t\"Dunmere\"\t11\n\"3\"\t\"Hill\"\t9\n";
        assert_eq!(as_tabs(written).as_deref(), Some(tabs));
        for none in ["", "value\n1\n2\n", "some words\nand some more words\nalone\n"] {
            assert_eq!(as_tabs(none), None, "{none:?}");
        }
    }
}
