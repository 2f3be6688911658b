//! What an offer looks like in every picture: a colour of its own, never one of people missed or reached.

use crate::model::strategies::Strategy;

/// The classes of the bar of an offer.
pub const fn offer_bar(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Universal => "bar offer--universal",
        Strategy::ByArea => "bar offer--area",
        Strategy::ByNeed => "bar offer--need",
        Strategy::ByGroup => "bar offer--group",
        Strategy::Proportionate => "bar offer--proportionate",
    }
}

/// The class of the dot of an offer.
pub const fn offer_dot(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Universal => "offer--universal",
        Strategy::ByArea => "offer--area",
        Strategy::ByNeed => "offer--need",
        Strategy::ByGroup => "offer--group",
        Strategy::Proportionate => "offer--proportionate",
    }
}
