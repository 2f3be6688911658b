//! What the cells of a column look like, before anything is known of what they mean.

use std::collections::HashSet;

use super::Table;
use super::bands;
use super::group::Groups;
use super::groups;
use super::heading::{Heading, is_year};
use super::indices::names_deprivation;
use super::interval;
use super::number::{self, Cell, Decimals, Evidence};
use super::progress;
use crate::pace::Pace;

/// Rows looked at of a long table, evenly spread.
const LOOKED_AT: usize = 4000;

/// A column as it looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// Its heading.
    pub heading: Heading,
    /// Cells that are numbers, and how many of them are whole.
    pub numbers: usize,
    /// Numbers that are whole.
    pub whole: usize,
    /// Cells with a per cent sign.
    pub percents: usize,
    /// Cells that are texts.
    pub texts: usize,
    /// Cells that hold something.
    pub filled: usize,
    /// Cells that are years.
    pub years: usize,
    /// Cells that are codes of areas, such as E01000001.
    pub codes: usize,
    /// Cells that hold two numbers, as limits in one cell do.
    pub pairs: usize,
    /// The least and the most number.
    pub range: Option<(f64, f64)>,
    /// Different texts of cells.
    pub different: usize,
    /// Different texts of those that are no numbers.
    pub different_texts: usize,
    /// Whether the cells are groups in words.
    pub is_groups: bool,
    /// The lowest and the highest number of those groups.
    pub groups: Option<(f64, f64)>,
    /// Which sign stands before decimals; `None` where that cannot be told.
    pub decimals: Option<Decimals>,
    /// The numbers looked at, as they are written.
    pub values: Vec<Option<f64>>,
}

/// Rows of a table that are looked at.
pub fn sample(rows: usize) -> impl Iterator<Item = usize> + Clone {
    (0..rows).step_by(rows.div_ceil(LOOKED_AT).max(1))
}

/// Looks at every column of a table.
pub async fn look_at(table: &Table, told: Option<Decimals>, pace: &Pace) -> Vec<Look> {
    let columns = table.headings().len();
    let mut evidence = Vec::with_capacity(columns);
    for column in 0..columns {
        evidence.push(Seen::of(table, column, pace).await);
        pace.done(progress::share(progress::LOOKS, column, columns)).await;
    }
    // Columns that another table gave say nothing of how this one is written.
    let own = table.join().map_or(evidence.len(), |join| join.first_column.min(evidence.len()));
    let of_table = told.or_else(|| Seen::of_table(evidence.get(..own).unwrap_or(&evidence), table));
    let mut looks = Vec::with_capacity(columns);
    for (column, seen) in evidence.iter().enumerate() {
        looks.push(Look::of(table, column, told.or_else(|| seen.decimals(of_table))));
        pace.rest().await;
    }
    looks
}

/// What the numbers of a column say of decimals.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    point: bool,
    comma: bool,
    either: bool,
}

impl Seen {
    async fn of(table: &Table, column: usize, pace: &Pace) -> Self {
        let mut seen = Self::default();
        let look = |row| match number::evidence(table.cell(row, column)) {
            Evidence::None => {}
            Evidence::Point => seen.point = true,
            Evidence::Comma => seen.comma = true,
            Evidence::Either => seen.either = true,
        };
        pace.each(0..table.len(), look).await;
        seen
    }

    /// What the columns say together; a comma between three digits says nothing where semicolons stand between cells.
    fn of_table(all: &[Self], table: &Table) -> Option<Decimals> {
        let (point, comma) = (all.iter().any(|seen| seen.point), all.iter().any(|seen| seen.comma));
        match (point, comma) {
            (false, true) => Some(Decimals::Comma),
            (true, _) => Some(Decimals::Point),
            (false, false) if table.separator() == Some(b';') => None,
            (false, false) => Some(Decimals::Point),
        }
    }

    fn decimals(self, of_table: Option<Decimals>) -> Option<Decimals> {
        match (self.point, self.comma, self.either) {
            (true, false, _) => Some(Decimals::Point),
            (false, true, _) => Some(Decimals::Comma),
            (true, true, _) => Some(Decimals::Point),
            (false, false, true) => of_table,
            (false, false, false) => Some(of_table.unwrap_or_default()),
        }
    }
}

impl Look {
    /// A column without cells.
    pub fn none() -> Self {
        Self {
            heading: Heading::default(),
            numbers: 0,
            whole: 0,
            percents: 0,
            texts: 0,
            filled: 0,
            years: 0,
            codes: 0,
            pairs: 0,
            range: None,
            different: 0,
            different_texts: 0,
            is_groups: false,
            groups: None,
            decimals: None,
            values: Vec::new(),
        }
    }

    fn of(table: &Table, column: usize, decimals: Option<Decimals>) -> Self {
        let heading = Heading::new(table.headings().get(column).map(String::as_str).unwrap_or_default());
        let mut look = Self { heading, decimals, ..Self::none() };
        let rows = sample(table.len());
        let (mut different, mut different_texts): (HashSet<&str>, HashSet<&str>) = (HashSet::new(), HashSet::new());
        let has_pair = |text: &str| interval::pair(text, decimals.unwrap_or_default()).is_some();
        for row in rows.clone() {
            let text = table.cell(row, column);
            let cell = interval::read(text, decimals.unwrap_or_default());
            look.filled += usize::from(!text.is_empty());
            look.values.push(cell.number());
            match cell {
                Cell::Number(number, is_percent) => {
                    look.numbers += 1;
                    look.pairs += usize::from(text.ends_with([')', ']']) && has_pair(text));
                    look.whole += usize::from(number == number.trunc());
                    look.percents += usize::from(is_percent);
                    look.years += usize::from(is_year(text));
                    let (least, most) = look.range.unwrap_or((number, number));
                    look.range = Some((least.min(number), most.max(number)));
                }
                Cell::Text => {
                    look.texts += 1;
                    different_texts.insert(text);
                    look.pairs += usize::from(has_pair(text));
                    look.codes += usize::from(level_of_code(text).is_some());
                }
                Cell::Blank | Cell::Mark => {}
            }
            different.insert(text);
        }
        look.different_texts = different_texts.len();
        look.different = different.iter().filter(|text| !text.is_empty()).count();
        if (look.texts > 0 || look.numbers == 0)
            && let Some(groups) = groups_of(&look.heading, rows.map(|row| table.cell(row, column)))
        {
            look.is_groups = true;
            let numbers = || groups.numbers.iter().flatten().copied();
            look.groups = Some((numbers().fold(f64::INFINITY, f64::min), numbers().fold(f64::NEG_INFINITY, f64::max)));
            // So that other columns are held against it.
            look.values = groups.numbers;
        }
        look
    }

    /// Whether its cells are numbers, but for a few, or for a mark of its own that comes again and again.
    pub fn is_numeric(&self) -> bool {
        let are_marks = self.numbers >= 2 && self.different_texts <= 3;
        self.numbers > 0 && (self.texts * 2 <= self.numbers || are_marks) && !self.is_groups
    }

    /// Whether its cells are texts.
    pub fn is_text(&self) -> bool {
        self.texts > self.numbers
    }

    /// Whether most of them are codes of areas.
    pub fn is_codes(&self) -> bool {
        self.codes * 2 > self.filled && self.codes > 0
    }

    /// Whether its numbers are years.
    pub fn is_years(&self) -> bool {
        self.numbers > 0 && self.years == self.numbers && self.different <= 60
    }

    /// Whether its numbers can count something: whole, or nearly all, and none below 0.
    pub fn counts(&self) -> bool {
        self.is_numeric() && self.range.is_some_and(|(least, most)| least >= -1.0 && most > 1.0) && self.percents == 0
    }
}

/// Groups of deprivation in words.
pub fn groups_of<'a>(heading: &Heading, cells: impl Iterator<Item = &'a str> + Clone) -> Option<Groups> {
    let is_named = names_deprivation(heading);
    groups::column(is_named, cells.clone()).or_else(|| bands::column(is_named, cells))
}

/// The level of area that a code is of: its letter and two digits, as “E07” for a district; `None` for what is no code.
///
/// Source: Office for National Statistics, *A guide to the coding and naming policy for UK statistical geographies*.
pub fn level_of_code(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let is_code = bytes.len() == 9
        && matches!(bytes.first(), Some(b'E' | b'W' | b'S' | b'N' | b'K' | b'J'))
        && bytes.iter().skip(1).all(u8::is_ascii_digit);
    if is_code { text.get(..3) } else { None }
}
