//! Groups of deprivation, as cells name them and as numbers to rank by.

/// An end of deprivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The most deprived end.
    Most,
    /// The least deprived end.
    Least,
}

impl End {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Most => Self::Least,
            Self::Least => Self::Most,
        }
    }
}

/// What a cell says of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GroupCell {
    /// The number of the group.
    pub number: Option<u32>,
    /// The end it is counted from, and its place from there (from 1).
    pub place: Option<(End, u32)>,
    /// Whether it is the one in the middle.
    pub is_middle: bool,
    /// Whether a word says that it is a group: “Q1”, “decile 3”.
    pub is_named: bool,
    /// The per cent it reaches from and to: “10-20% most deprived”.
    pub range: Option<(u32, u32)>,
    /// Whether it is all that another group is not: “Other areas”.
    pub is_rest: bool,
}

/// Groups of a whole column as numbers to rank by.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// The number of each row's group; `None` for a row without.
    pub numbers: Vec<Option<f64>>,
    /// Whether the lowest number is the most deprived, where the words say so.
    pub lowest_is_most: Option<bool>,
    /// Whether that is a guess: numbers between two ends in words, which may be counted from either.
    pub is_guess: bool,
}
