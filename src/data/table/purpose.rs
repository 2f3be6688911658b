//! What a table is read for.

use serde::{Deserialize, Serialize};

/// What is to be done with the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// A value is measured against deprivation.
    Measured,
    /// Some rows are targeted: each has people, and some of them are in need. Without deprivation they are ordered by that.
    Targeted,
}
