//! The units of a place, ready for the model.

use serde::Serialize;
use thiserror::Error;

use crate::model::Unit;

/// How fine the units are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Resolution {
    /// Single areas: every result is exact.
    Areas,
    /// Stretches of the ranking: national cuts at multiples of 5% are exact, others are near.
    Bands,
}

/// All that the model needs to know of a place, for one need measure and one order.
#[derive(Debug, Clone)]
pub struct Population {
    /// The units, in any order.
    pub units: Vec<Unit>,
    /// Sum over single areas of [`crate::model::squared_need_per_person`].
    pub squared_need: f64,
    /// Areas or bands.
    pub resolution: Resolution,
    /// Whether bands of several councils are put together, of which it is not known whose area comes first.
    pub is_joined: bool,
    /// Where each band holds equally many of a table's units, how many per cent of them; 0 elsewhere.
    pub band: u8,
}

/// Why these figures cannot say anything of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PopulationError {
    /// None of the authorities asked for is in these figures.
    #[error("none of these authorities is in these figures")]
    NoSuchPlace,
    /// These figures do not hold the need measure.
    #[error("these figures do not hold this need measure")]
    NoSuchNeed,
}
