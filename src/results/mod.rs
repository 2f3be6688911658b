//! A scenario worked out on data: what a view shows, what `evaluate` prints, all from the same structs.

pub mod areas;
pub mod areas_list;
pub mod areas_map;
pub mod assumed;
pub mod audit;
pub mod checked;
mod compared;
pub mod councils;
mod draws;
pub mod gap_measures;
pub mod gap_target;
pub mod incentive;
mod missed;
pub mod note;
pub mod own_units;
pub mod population;
pub mod report;
pub mod rural;
pub mod shown;
pub mod strategies;
pub mod value;
pub mod workshop;

pub use compared::Compared;
pub use draws::DrawsTaken;
pub use missed::{GOALS, MissError, RankedPlace, TargetMeasures, TargetingResult};
