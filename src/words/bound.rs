//! How near the built-in figures are to single areas.

use crate::results::TargetingResult;
use crate::scenario::{CutKind, Scenario};

/// Said of a target that ends where the built-in figures are exact.
pub const EXACT: &str = "At this size they are exact: sums over the same areas.";

/// Said of the figures as such.
pub const PROMISE: &str = "Results are within 0.25 percentage points of those from single areas: for any council, any whole per cent \
     of England’s areas and any local target. At every 5% of England’s areas they are exact. Local targets of several councils \
     together are within 1.5 points.";

/// How near a target that they are not exact for is to one of single areas.
pub fn bound(scenario: &Scenario, missed: &TargetingResult) -> &'static str {
    bound_of(scenario, missed.is_joined)
}

/// The same for a place of several councils put together, or for a single one.
pub fn bound_of(scenario: &Scenario, is_joined: bool) -> &'static str {
    match scenario.cut {
        CutKind::National if scenario.share.tenths().is_multiple_of(10) => {
            "Shares are within 0.25 percentage points of those from single areas."
        }
        CutKind::National => {
            "Between whole per cents of England’s areas they are estimates: there shares can be further off than the 0.25 \
             percentage points that hold elsewhere."
        }
        CutKind::Local if is_joined => {
            "For a local target of several councils shares are within 1.5 percentage points of those from single areas."
        }
        CutKind::Local if scenario.whole => {
            "Shares are within 0.25 percentage points of those from single areas, give or take one area."
        }
        CutKind::Local => "Shares are within 0.25 percentage points of those from single areas.",
    }
}
