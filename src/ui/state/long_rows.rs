//! What the page knows of a long table that is held elsewhere.

/// Of the long table in use only what wakes those who show it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LongRowsState {
    /// Counts up with each change.
    pub turn: u32,
    /// The share of its measuring that is done (0 to 1), while that goes on.
    pub done: Option<f64>,
}
