//! Where a person brings a table of their own: rows that are measured, or units of which some are targeted.

mod attempt;
mod bring;
mod columns;
mod entry;
mod goal;
mod joins;
mod kept;
mod long;
mod names;
mod own_rows;
mod own_units;
mod reading;
mod restore;
mod units;

pub use kept::{drop_rows, has_kept_rows, reset, restore};
pub use own_rows::OwnRowsEntry;
pub use own_units::OwnUnitsEntry;
pub use restore::restore as restore_units;
