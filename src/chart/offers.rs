//! What an offer looks like in every picture: a colour of its own, never one of people missed or reached.

use crate::model::strategies::Strategy;

/// The classes of the bar and of the dot of an offer.
const fn classes(strategy: Strategy) -> [&'static str; 2] {
    match strategy {
        Strategy::Universal => ["bar offer--universal", "offer--universal"],
        Strategy::ByArea => ["bar offer--area", "offer--area"],
        Strategy::ByNeed => ["bar offer--need", "offer--need"],
        Strategy::ByGroup => ["bar offer--group", "offer--group"],
        Strategy::Proportionate => ["bar offer--proportionate", "offer--proportionate"],
    }
}

/// The classes of the bar of an offer.
pub const fn offer_bar(strategy: Strategy) -> &'static str {
    classes(strategy)[0]
}

/// The class of the dot of an offer.
pub const fn offer_dot(strategy: Strategy) -> &'static str {
    classes(strategy)[1]
}
