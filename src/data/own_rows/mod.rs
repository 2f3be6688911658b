//! A person's own rows: text that was pasted, or a file. What a column holds is found by its heading, or told.
//!
//! Nothing is guessed about a number: what cannot be read is an error that names its line and column, and what is missing
//! stays missing.

mod columns;
mod error;
mod kept;
mod table;
mod units;

pub use columns::{Column, Columns};
pub use error::{OwnRowsError, Trouble};
pub use kept::KeptRows;
pub use table::OwnTable;
pub use units::{OwnRows, OwnUnit};

/// The most rows.
pub const MOST_ROWS: usize = 5000;
/// The most bytes of text.
pub const MOST_BYTES: usize = 2_000_000;
/// Columns at most.
pub const MOST_COLUMNS: usize = 500;

impl OwnRows {
    /// Reads text with a first line of headings. Columns are those told, else those found.
    ///
    /// # Errors
    /// [`OwnRowsError`] for text that cannot be used.
    pub fn read(text: &str, told: Option<Columns>) -> Result<Self, OwnRowsError> {
        let table = OwnTable::read(text)?;
        let columns =
            told.filter(|columns| columns.fit(&table.headings)).unwrap_or_else(|| Columns::find(&table.headings));
        Self::new(&table, columns)
    }
}
