//! The kinds of targeting.

use crate::model::strategies::Strategy;
use crate::words::sources::REPORT;

/// A kind of targeting, with what speaks for it and against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetingKind {
    /// Its name.
    pub name: &'static str,
    /// The strategy that stands for it here.
    pub strategy: Strategy,
    /// What speaks for it.
    pub advantages: &'static [&'static str],
    /// What speaks against it.
    pub disadvantages: &'static [&'static str],
}

/// Heading of the kinds of targeting.
pub const TARGETING_HEADING: &str = "Which kind of targeting?";
/// Where the table comes from.
pub fn targeting_source() -> String {
    format!("After table 1 of the {REPORT}, in our own words.")
}

/// The kinds of targeting of the report's table 1, in its order.
pub const TARGETING_KINDS: [TargetingKind; 5] = [
    TargetingKind {
        name: "People whose own data show a high risk",
        strategy: Strategy::ByNeed,
        advantages: &["Help goes to those at risk, so each offer is likely to do more."],
        disadvantages: &[
            "It takes good data about each person, and these may not exist.",
            "Someone has to have the time and skill to work the risk out.",
            "People just under the line get nothing, though they could gain too.",
        ],
    },
    TargetingKind {
        name: "People with a certain health need or habit",
        strategy: Strategy::ByNeed,
        advantages: &[
            "Help can be made to fit, for example payments, or support from people who have been through it.",
            "Services already know some of them.",
        ],
        disadvantages: &[
            "People often have to come forward or be referred. Those who are not are missed, and the gap can grow.",
            "Some needs are hard to spot.",
            "One kind of help may not suit everyone who shares a need.",
        ],
    },
    TargetingKind {
        name: "A social group, such as homeless people, migrants, Travellers or people on benefits",
        strategy: Strategy::ByGroup,
        advantages: &["The group can be simple to find.", "Many of its members are in poor health."],
        disadvantages: &[
            "Members of a group differ, and so does what they need.",
            "The group may be blamed or looked down on.",
            "A separate service can seem second best, and then people stay away.",
            "A focus on one illness or problem can hide the rest of a person’s health.",
        ],
    },
    TargetingKind {
        name: "People who live in deprived areas",
        strategy: Strategy::ByArea,
        advantages: &["An address is all you need to know.", "A larger share of the people there are in need."],
        disadvantages: &["Much of the need is in other places."],
    },
    TargetingKind {
        name: "People of a certain age or ethnic group",
        strategy: Strategy::ByGroup,
        advantages: &["Nearly every service knows how old people are."],
        disadvantages: &[
            "Deprived people tend to fall ill younger, so an age limit that ignores this can widen the gap.",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_targeting_has_two_sides() {
        for kind in TARGETING_KINDS {
            assert!(!kind.advantages.is_empty() && !kind.disadvantages.is_empty(), "{}", kind.name);
            assert!(kind.strategy.singles_out(), "{}", kind.name);
        }
    }
}
