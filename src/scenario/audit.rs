//! What the view `audit` is set to: what is held back in files, and how the table of people served is read. The table itself never
//! travels.

use crate::data::table::ColumnsSaid;

/// Counts below one of these are held back in what leaves the device.
pub const LEAST: [u32; 2] = [5, 10];

/// The choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditChoices {
    /// Counts below this are held back in what leaves the device: one of [`LEAST`].
    pub least: u32,
    /// Whether other counts are rounded to 5 there.
    pub is_rounded: bool,
    /// What is said of the table's columns. Links that the page makes say nothing of it: its headings stay on the device.
    pub columns: ColumnsSaid,
}

impl Default for AuditChoices {
    fn default() -> Self {
        Self { least: 5, is_rounded: false, columns: ColumnsSaid::default() }
    }
}
