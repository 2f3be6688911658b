//! Offers compared: universal, by area, by individual need, by group, proportionate. Whom each reaches, at what cost,
//! and what happens to the gap.
//!
//! A place is cut into cells: deprivation fifth, targeted or not, in need or not. A strategy gives each cell an offer
//! (0 to 1) and an uptake (0 to 1); people times offer times uptake are reached. All outputs but the uptake are linear
//! in the offers, so a budget or a goal only scales them.

mod assumptions;
mod break_even;
mod cells;
mod outcome;
mod pert;
mod programme;
mod split;
mod uncertainty;
mod value;

pub use assumptions::{Assumption, Range, RangeError, Unit as AssumptionUnit, Values};
pub use break_even::{BreakEven, Ties, break_even, evenly, ties, widening};
pub(in crate::model) use cells::mid_ranks;
pub use cells::{Cells, Fifth};
pub use outcome::{Design, FifthOutcome, Funding, NeedScope, Outcome, OutreachWhere, Strategy, outcome};
pub use pert::Pert;
pub use programme::{Averts, Eligible, Programme, discounted_years};
pub use split::{NoBudgetSplit, SplitPart, split_budget};
pub use uncertainty::{DRAWS, Interval, Measure, SEED, Sampler, TornadoBar, draws, interval, tornado};
pub use value::{
    Against, CostAndEffect, Standing, acceptability, against, partial_information, perfect_information, standings,
};
