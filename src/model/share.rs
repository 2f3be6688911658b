//! A share of a whole.

use serde::Serialize;
use thiserror::Error;

use super::bounded;

/// A share of a whole, from 0 to 1. Made once at the edge, so that nothing inside has to check again.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Share(f64);

/// The number given as a share is not between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error("{0} is not a share: it must be between 0 and 1")]
pub struct NotAShare(pub f64);

impl Share {
    /// Nothing of the whole.
    pub const NONE: Self = Self(0.0);
    /// All of the whole.
    pub const ALL: Self = Self(1.0);

    /// Takes a number from 0 to 1.
    ///
    /// # Errors
    /// [`NotAShare`] for anything below 0, above 1 or not finite.
    ///
    /// ```
    /// use who_gets_missed::model::Share;
    /// assert_eq!(Share::new(0.2)?.get(), 0.2);
    /// assert!(Share::new(20.0).is_err());
    /// # Ok::<(), who_gets_missed::model::NotAShare>(())
    /// ```
    pub fn new(value: f64) -> Result<Self, NotAShare> {
        if (0.0..=1.0).contains(&value) { Ok(Self(value)) } else { Err(NotAShare(value)) }
    }

    /// The share `part / whole`, held within 0 and 1 against rounding; nothing of an empty whole.
    pub fn of(part: f64, whole: f64) -> Self {
        let ratio = part / whole;
        if ratio.is_finite() { Self(bounded(ratio, 0.0, 1.0)) } else { Self::NONE }
    }

    /// The number, from 0 to 1.
    pub const fn get(self) -> f64 {
        self.0
    }
}
