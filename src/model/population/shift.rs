//! A move of everybody's value.

/// The population approach: everybody's value moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shift {
    /// Down by so many units, negative for up: the mean moves, the standard deviation is held.
    Units(f64),
    /// Down by this share of it (below 1), negative for up: the ratio of standard deviation and mean is held.
    Share(f64),
}
