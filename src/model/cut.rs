//! Where a geographic target ends.

use super::Share;

/// What a local share is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The place's areas.
    Areas,
    /// The place's people.
    People,
}

/// What becomes of the unit that a local cut runs through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Margin {
    /// It counts with the fraction (cut - cumulative) / its size, so that the target has exactly the size asked for.
    Split,
    /// It counts whole: units are taken as long as the running share has not reached the cut.
    Whole,
}

/// What "most deprived" is compared with. The two differ a lot: in Cambridgeshire and Peterborough (2019) the most
/// deprived *national* fifth of areas holds 30.5% of people on low incomes, the *local* fifth 42%.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CutScale {
    /// All areas of the nation.
    National,
    /// The place's own areas or people.
    Local {
        /// Areas or people.
        basis: Basis,
        /// Split or whole.
        margin: Margin,
    },
}

/// The most deprived `share`, on a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cut {
    /// National or local.
    pub scale: CutScale,
    /// How much of the scale is targeted (0 to 1).
    pub share: Share,
}
