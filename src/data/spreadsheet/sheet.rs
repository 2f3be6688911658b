//! A sheet by its name, and its cells by theirs.

/// A sheet of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, as a person gave it.
    pub name: String,
    /// Whether the workbook does not show it.
    pub is_hidden: bool,
}

/// A cell as spreadsheets name it, by its row and column from 0: `B3`.
pub fn cell_name(row: usize, column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_spreadsheets_give_them() {
        let cases = [((0, 0), "A1"), ((8, 25), "Z9"), ((9, 26), "AA10"), ((1_048_575, 16_383), "XFD1048576")];
        for ((row, column), name) in cases {
            assert_eq!(cell_name(row, column), name);
        }
    }
}
