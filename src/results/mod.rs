//! A scenario worked out on data: what a view shows, what `evaluate` prints, all from the same structs.

mod missed;
pub mod strategies;
pub mod workshop;

pub use missed::{GOALS, MissError, Missed, Prepared, TargetResult};
