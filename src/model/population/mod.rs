//! Treat those past a threshold, or shift everyone a little? A risk factor, such as body mass index, as a normal or
//! lognormal distribution, and what the two approaches do to it.
//!
//! Source of the question: G. Rose, *Sick individuals and sick populations*, International Journal of Epidemiology
//! 1985. All shares are 0 to 1; values are in the risk factor's own units (kg/m2 for body mass index).

mod approaches;
mod distribution;
mod equal_shift;
mod fifths;
mod published;
mod shift;

pub use approaches::{ApproachError, Crossing, Effect, HighRisk, Programme, Shifted, high_risk, population_shift};
pub use distribution::{Distribution, FitError, Shape};
pub use equal_shift::{Goal, smallest_shift};
pub use fifths::{FifthsError, Gradient, PopulationFifth, ThresholdMissed, fifths, missed_by_threshold};
pub use published::{BMI_1993, BMI_2019, EXCESS_WEIGHT_GAP_2019, OBESITY_GAP_2021, Prevalences};
pub use shift::Shift;
