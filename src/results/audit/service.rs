//! Whom a service reaches, as the guided session shows it to a room: small numbers held back as in what leaves the device.

use super::{Audit, AuditIn, Release, Told};
use crate::data::RankBy;
use crate::scenario::Scenario;

/// People served against people in need, by fifth.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceReach {
    /// Whether the numbers are made up.
    pub is_example: bool,
    /// What fifths are made by.
    pub order: RankBy,
    /// Served for each person in need (0 or more), most deprived fifth first; `None` where that is held back, or nobody is in need
    /// there. Empty where there are too few areas for fifths.
    pub fifths: Vec<Option<f64>>,
    /// The same of all of them.
    pub whole: Option<f64>,
    /// How many more would be served if every fifth were like the best (0 or more).
    pub more_at_best: Option<f64>,
}

impl ServiceReach {
    /// Of people served with their areas.
    pub fn new(scenario: &Scenario, input: &AuditIn) -> Self {
        let audit = Audit::new(scenario, input);
        let told = Release::new(&audit, scenario.audit_rule());
        let shown = told.shown();
        let reach = |of: &Told| of.reach.map(|reach| reach.value);
        Self {
            is_example: input.is_example,
            order: input.place.order(scenario.rank),
            fifths: shown.map(|shown| shown.fifths.iter().map(reach).collect()).unwrap_or_default(),
            whole: shown.and_then(|shown| reach(&shown.whole)),
            more_at_best: told.best.map(|best| best.more),
        }
    }

    /// Served for each person in need in the most deprived fifth, and without fifths in all.
    pub fn first(&self) -> Option<f64> {
        self.fifths.first().copied().unwrap_or(self.whole)
    }

    /// The share (0 to 1) that guesses are held against; `None` also where more are served than are in need.
    pub fn answer(&self) -> Option<f64> {
        self.first().filter(|share| *share <= 1.0)
    }
}
