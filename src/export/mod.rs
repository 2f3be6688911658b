//! Charts and results as files that stand on their own: each says what it shows, of which place, from which source, made
//! when, and how to come back.
//!
//! *Architecture invariant:* a file is made from the same results and words as the page, and never from the page itself.
//! Whatever a name in the data holds, it stays text in every kind of file.

mod charts;
mod csv;
mod document;
mod file_name;
mod note;

pub use charts::{Table, chart_csv, sheet, table};
pub use csv::Csv;
pub use document::{document, results_csv, results_json};
pub use file_name::{chart_file_name, results_file_name};
pub use note::note;

use crate::data::Authority;
use crate::model::strategies::Interval;
use crate::results::strategies::Strategies;
use crate::results::{Missed, Prepared};
use crate::scenario::Scenario;
use crate::words::place;

/// Offers worked out, and how sure they are.
#[derive(Clone, Copy)]
pub struct Offered<'a> {
    /// The result at the likely values.
    pub result: &'a Strategies,
    /// The 90% interval of each output of each strategy; empty if they were not worked out.
    pub intervals: &'a [Vec<Option<Interval>>],
}

/// A scenario with all that was worked out from it.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// Whom the target reaches and misses.
    pub missed: &'a Missed,
    /// The curve it was cut from.
    pub prepared: &'a Prepared,
    /// The authorities of the figures in use.
    pub authorities: &'a [Authority],
    /// The offers compared, where they are wanted.
    pub offers: Option<Offered<'a>>,
}

impl Facts<'_> {
    fn place(&self) -> String {
        place::name(&self.scenario.place, self.authorities)
    }
}

/// When a file was made, and from which page.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The day, as in `2026-11-22`.
    pub date: &'a str,
    /// The whole link to the page.
    pub link: &'a str,
}
