//! One reader for any table that a person brings: text that was pasted, a file, or the sheet of a workbook.
//!
//! It goes in steps, each a module: bytes to text ([`text`]), text to cells (`split`), cells to a table with headings
//! (`layout`), columns to what they mean (`column`, `meaning`, `propose`), rows to those that are meant (`levels`, `filters`),
//! cells to numbers (`number`). What comes out ([`Reading`]) is units to measure, what was understood, what has to be told
//! with it ([`Warning`]), and what has to be known first ([`Question`]).
//!
//! Nothing is guessed in silence: what the table does not say is asked, or told as a guess where nearly every table means the
//! same; what cannot be read is left out, counted and named.

mod answers;
mod bands;
mod by;
mod codes;
mod column;
mod counts;
mod direction;
mod error;
mod filters;
mod followed;
mod given;
mod grid;
mod group;
mod groups;
mod heading;
mod indices;
mod interval;
mod join;
mod join_text;
mod joining;
mod kept;
mod kinds;
mod known;
mod layout;
mod levels;
mod limits;
mod making;
mod meaning;
mod meant;
mod names;
mod number;
mod polarity;
mod progress;
mod propose;
mod purpose;
mod question;
mod ranges;
mod reading;
mod roles;
mod rows;
mod served;
mod served_columns;
mod served_error;
mod spaces;
mod split;
mod sums;
mod targets;
mod text;
mod turned;
mod units;
mod vocabulary;

pub use answers::{AnswerKey, Answers, NONE, kept as kept_answer};
pub use by::{GroupRows, RowsBy};
pub use codes::{COUNCIL, Census, PRACTICE, only_in};
pub use direction::{Direction, DirectionBy};
pub use error::{NoText, TableError, Trouble};
pub use join::{CouncilsFollowed, Followed, Join, JoinError, Joinable, Lacks, Side};
pub use joining::{join, joinable};
pub use kept::KeptRows;
pub use kinds::Kind;
pub use levels::Whole;
pub use number::Decimals;
pub use polarity::More;
pub use progress::READ;
pub use purpose::Purpose;
pub use question::{Choice, LeftOut, Question, Warning};
pub use reading::{MostDeprived, PartChosen, Reading, Use};
pub use roles::{Role, Roles};
pub use rows::{OwnRows, OwnUnit, TableRow};
pub use served::{ServedCount, ServedTable};
pub use served_columns::{Columns, ColumnsSaid};
pub use served_error::ServedError;
pub use targets::{TargetUnit, Targetable, TargetsError};
pub use text::{Encoding, decode};

use grid::Grid;
use layout::Layout;

use crate::pace::{Pace, at_once};

/// The most rows.
pub const MOST_ROWS: usize = 1_000_000;
/// The most lines that hold anything: the rows, with titles, headings and notes around them.
const MOST_LINES: usize = MOST_ROWS + 1000;
/// The most bytes.
pub const MOST_BYTES: usize = 100_000_000;
/// The most columns of a line.
pub const MOST_COLUMNS: usize = 1000;

/// Headings and rows, whatever they came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    grid: Grid,
    layout: Layout,
    separator: Option<u8>,
    encoding: Encoding,
    join: Option<Join>,
}

impl Table {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// [`TableError`] for what is no table.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, TableError> {
        if bytes.len() > MOST_BYTES {
            return Err(TableError::TooLong);
        }
        let (text, encoding) = text::decode(bytes)?;
        Ok(Self { encoding, ..Self::from_text(&text)? })
    }

    /// The same from bytes that are no longer needed once they are text, at a pace.
    ///
    /// # Errors
    /// As for [`Self::from_bytes`].
    pub async fn from_bytes_at(bytes: Vec<u8>, pace: &Pace) -> Result<Self, TableError> {
        if bytes.len() > MOST_BYTES {
            return Err(TableError::TooLong);
        }
        pace.rest().await;
        let (text, encoding) = text::decode_at(bytes, pace).await?;
        pace.done(progress::DECODED).await;
        Ok(Self { encoding, ..Self::of_text(&text, pace).await? })
    }

    /// Reads text.
    ///
    /// # Errors
    /// [`TableError`] for what is no table.
    pub fn from_text(text: &str) -> Result<Self, TableError> {
        at_once(Self::from_text_at(text, &Pace::at_once()))
    }

    /// Reads text at a pace.
    ///
    /// # Errors
    /// As for [`Self::from_text`].
    pub async fn from_text_at(text: &str, pace: &Pace) -> Result<Self, TableError> {
        if text.len() > MOST_BYTES {
            return Err(TableError::TooLong);
        }
        if text.starts_with("PK\u{3}\u{4}") {
            return Err(TableError::NotText(NoText::Packed));
        }
        if text.contains('\0') {
            return Err(TableError::NotText(NoText::Other));
        }
        Self::of_text(text::without_marks(text), pace).await
    }

    /// A text that may be a table.
    async fn of_text(text: &str, pace: &Pace) -> Result<Self, TableError> {
        let (grid, separator) = split::split(text, pace).await?;
        let (grid, layout) = found(grid, pace).await?;
        Ok(Self { grid, layout, separator: Some(separator), encoding: Encoding::Utf8, join: None })
    }

    /// Reads rows of cells, as of a sheet; lines count from 1.
    ///
    /// # Errors
    /// [`TableError`] for what is no table.
    pub fn from_rows<R: AsRef<[C]>, C: AsRef<str>>(rows: impl IntoIterator<Item = R>) -> Result<Self, TableError> {
        let mut grid = Grid::default();
        for (row, line) in rows.into_iter().zip(1..) {
            let cells = row.as_ref();
            if cells.len() > MOST_COLUMNS {
                return Err(TableError::TooManyColumns { line, cells: cells.len() });
            }
            for cell in cells {
                grid.push(cell.as_ref());
            }
            grid.end_row(line);
            if grid.len() > MOST_LINES {
                return Err(TableError::TooManyRows);
            }
        }
        let (grid, layout) = at_once(found(grid, &Pace::at_once()))?;
        Ok(Self { grid, layout, separator: None, encoding: Encoding::Utf8, join: None })
    }

    /// The headings.
    pub fn headings(&self) -> &[String] {
        &self.layout.headings
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.layout.rows.len()
    }

    /// Whether there is none; a table that could be read has some.
    pub fn is_empty(&self) -> bool {
        self.layout.rows.is_empty()
    }

    /// A cell by row and column, both from 0; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        match (self.layout.rows.get(row), self.layout.columns.get(column)) {
            (Some(&row), Some(&column)) => self.grid.cell(row, column),
            _ => "",
        }
    }

    /// The line of a row.
    pub fn line(&self, row: usize) -> u64 {
        self.layout.rows.get(row).map_or(0, |&row| self.grid.line(row))
    }

    /// What stands between cells in its text; `None` for a sheet.
    pub fn separator(&self) -> Option<u8> {
        self.separator
    }

    /// The same table, known to be joined to another.
    pub fn joined_as(self, join: Option<Join>) -> Self {
        Self { join, ..self }
    }

    /// What its text was written in.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Reads the table with what a person said of it.
    ///
    /// # Errors
    /// [`TableError`] where something is missing that no answer can bring.
    pub fn read(&self, answers: &Answers) -> Result<Reading, TableError> {
        at_once(self.read_at(answers, &Pace::at_once()))
    }

    /// Reads the table at a pace.
    ///
    /// # Errors
    /// As for [`Self::read`].
    pub async fn read_at(&self, answers: &Answers, pace: &Pace) -> Result<Reading, TableError> {
        reading::read(self, answers, Purpose::Measured, pace).await
    }

    /// Reads the table as units of which some are targeted, with what a person said of it.
    ///
    /// # Errors
    /// As for [`Self::read`].
    pub async fn read_units_at(&self, answers: &Answers, pace: &Pace) -> Result<Reading, TableError> {
        reading::read(self, answers, Purpose::Targeted, pace).await
    }
}

/// Where the table is; one whose columns are groups is turned.
async fn found(grid: Grid, pace: &Pace) -> Result<(Grid, Layout), TableError> {
    let head = turned::heading_row(&grid);
    let grid = match head {
        Some(head) => grid.turned(head),
        None => grid,
    };
    let mut layout = layout::find(&grid, pace).await?;
    layout.is_turned = head.is_some();
    if layout.rows.len() > MOST_ROWS { Err(TableError::TooManyRows) } else { Ok((grid, layout)) }
}
