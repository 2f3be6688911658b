//! Whom a service reaches: people served against people in need, group by group, most deprived first.
//!
//! Shares are 0 to 1, and above 1 where a service counts more people or visits than there are people in need. Gaps and slopes are
//! above 0 where the least deprived are served more.

mod gradient;
mod over_time;
mod reach;
mod suppress;

pub use gradient::{BestGroup, Estimate, Gradient, best_group, gradient};
pub use over_time::{Change, change};
pub use reach::{Counted, LimitsBy, Reach, Served, Standing, reach, standing};
pub use suppress::{Cell, Held, held_back, rounded};
