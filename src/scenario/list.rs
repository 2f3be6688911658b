//! The order of a list of places held side by side.

use super::choice::names_in_links;

/// What a list of places is ordered by. What ties stands by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListOrder {
    /// The largest share missed first.
    Most,
    /// The smallest share missed first.
    Least,
    /// By name.
    Name,
    /// The most people missed first.
    Number,
    /// The largest share of people in need first.
    Rate,
}

impl ListOrder {
    /// Every order, as the page lists them.
    pub const ALL: [Self; 5] = [Self::Most, Self::Least, Self::Name, Self::Number, Self::Rate];
}

names_in_links! {
    ListOrder { Most = "most", Least = "least", Name = "name", Number = "number", Rate = "rate" }
}
