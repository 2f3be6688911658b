//! Among which areas a target is also ranked.

use super::choice::names_in_links;

/// Whether the view `missed` also splits people by class of area, and ranks the target within each class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Within {
    /// All areas of England alone.
    England,
    /// Also rural areas and urban areas, each by themselves.
    Rural,
}

impl Within {
    /// Both.
    pub const ALL: [Self; 2] = [Self::England, Self::Rural];
}

names_in_links! {
    Within { England = "england", Rural = "rural" }
}
