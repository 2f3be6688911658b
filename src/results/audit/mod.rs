//! Whom a service reaches: people served, counted by area, against people in need there.

mod example;
mod matched;
mod place;
mod release;
mod service;
mod worked;

pub use example::example;
pub use matched::{LeftOut, Matched, Outside};
pub use place::{AuditPlace, UnitsOf};
pub use release::{Group, Period, Release, Rule, Told};
pub use service::ServiceReach;
pub use worked::{Audit, FifthsOf};

use std::sync::Arc;

use crate::data::table::ServedTable;

/// What an audit is made from: areas with people in need, and people served.
#[derive(Debug, Clone)]
pub struct AuditIn {
    /// The areas.
    pub place: Arc<AuditPlace>,
    /// The people served.
    pub served: Arc<ServedTable>,
    /// Whether both are made up, as an example.
    pub is_example: bool,
}
