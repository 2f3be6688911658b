//! Pages held side by side, each worked out as on its own view.

use super::strategies::Strategies;
use super::{MissError, RankedPlace, TargetingResult};
use crate::scenario::{Scenario, View};

/// What a page comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Whom the target reaches and misses.
    pub missed: TargetingResult,
    /// The offers, where the page compares them.
    pub strategies: Option<Strategies>,
}

impl Compared {
    /// Works a page out.
    ///
    /// # Errors
    /// [`MissError`] for a national target of data without national positions.
    pub fn new(scenario: &Scenario, prepared: &RankedPlace) -> Result<Self, MissError> {
        Self::of(scenario, TargetingResult::new(scenario, prepared)?, prepared)
    }

    /// That of a page whose target is worked out already.
    ///
    /// # Errors
    /// As for [`Compared::new`].
    pub fn of(scenario: &Scenario, missed: TargetingResult, prepared: &RankedPlace) -> Result<Self, MissError> {
        let strategies =
            if scenario.view == View::Strategies { Some(Strategies::new(scenario, prepared)?) } else { None };
        Ok(Self { missed, strategies })
    }
}
