//! How wide the gap is, and what narrowing it asks for: the slope target of the Joint Health and Wellbeing Strategy, and
//! measures of inequality on own rows.
//!
//! Shares are 0 to 1; values are in their own units. Rows stand most deprived first.

mod concentration;
mod equal_equivalent;
mod fifths;
mod limits;
mod published;
mod quantiles;
mod rates;
mod regression;
mod remainder;
mod rows;
mod simulation;
mod slope_index;
mod target;

pub use concentration::{
    BoundsError, Concentration, WithinBounds, concentration, concentration_at, gini, gini_at, within_bounds,
    within_bounds_at,
};
pub use equal_equivalent::{Aversion, EqualEquivalent, NotAnAversion, equal_equivalent, equal_equivalent_at};
pub use fifths::{ExtremeFifths, FIFTHS, extreme_fifths, extreme_fifths_at};
pub use limits::{CountError, Level, Limits, NotALevel, Proportion, Rate, count_limits, proportion, rate};
pub use published::{APPENDIX_C, AppendixC, Area, CHILDREN_IN_LOW_INCOME, Children, HEALTHY_LIFE, HealthyLife, Sex};
pub use quantiles::quantile_groups;
pub use rates::{Standardised, Stratum, directly_standardised, expected_events, indirect_ratio};
pub use regression::{Line, Point, Regression, RegressionError, regression, regression_at};
pub use rows::{DeprivationOrder, RankedRow, Row, Rows, RowsError};
pub use simulation::{Simulation, SimulationError, SlopeIntervals, Spread, standard_error};
pub use slope_index::{SlopeError, SlopeIndex, SlopeModel, Transform, slope_index, slope_index_at};
pub use target::{SlopeTarget, TargetError};
