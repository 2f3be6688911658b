//! What an offer looks like in every picture: a colour of its own, never one of people missed or reached.

use crate::model::strategies::Strategy;

/// The classes of the bar, the dot, a draw and the line of an offer.
const fn classes(strategy: Strategy) -> [&'static str; 4] {
    match strategy {
        Strategy::Universal => {
            ["bar offer--universal", "offer--universal", "offer--universal offer-draw", "offer--universal offer-line"]
        }
        Strategy::ByArea => ["bar offer--area", "offer--area", "offer--area offer-draw", "offer--area offer-line"],
        Strategy::ByNeed => ["bar offer--need", "offer--need", "offer--need offer-draw", "offer--need offer-line"],
        Strategy::ByGroup => ["bar offer--group", "offer--group", "offer--group offer-draw", "offer--group offer-line"],
        Strategy::Proportionate => [
            "bar offer--proportionate",
            "offer--proportionate",
            "offer--proportionate offer-draw",
            "offer--proportionate offer-line",
        ],
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

/// The classes of the dot of one draw of an offer.
pub const fn offer_draw(strategy: Strategy) -> &'static str {
    classes(strategy)[2]
}

/// The classes of the line of an offer.
pub const fn offer_line(strategy: Strategy) -> &'static str {
    classes(strategy)[3]
}
