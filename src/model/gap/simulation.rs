//! Intervals of the slope and relative index by simulation.

use serde::Serialize;
use thiserror::Error;

use super::slope_index::{Fit, Scale, SlopeError, SlopeModel};
use super::{Level, Limits, Rows};
use crate::model::ascending;
use crate::model::random::SplitMix;
use crate::model::tails::normal_upper_quantile;

/// How sure the value of a row is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spread {
    /// Its 95% confidence limits, in its own units.
    Limits(Limits),
    /// Its standard error, on the scale of the model.
    StandardError(f64),
}

/// Why there can be no simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SimulationError {
    /// There is no index in the first place.
    #[error(transparent)]
    Slope(#[from] SlopeError),
    /// A row of the input, counted from 0, has a value but no limits or standard error that can be true on the scale.
    #[error("row {0} has no confidence limits that can be true")]
    Spread(usize),
}

/// Intervals of the indices.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SlopeIntervals {
    /// Of the slope index.
    pub sii: Limits,
    /// Of the relative index; `None` if a draw has none.
    pub rii: Option<Limits>,
}

/// The standard error on a scale: (t(upper) - t(lower))/(2 x 1.959964) from 95% limits, t identity, log or logit.
/// `None` where a limit is not on the scale or the limits are out of order.
pub fn standard_error(spread: Spread, scale: Scale) -> Option<f64> {
    let error = match spread {
        Spread::StandardError(error) => error,
        Spread::Limits(Limits { lower, upper }) => {
            (scale.to(upper)? - scale.to(lower)?) / (2.0 * normal_upper_quantile(0.025))
        }
    };
    (0.0..=MOST).contains(&error).then_some(error)
}

/// Standard errors past this are refused.
const MOST: f64 = 1e12;

/// A simulation that runs in pieces, so that a page can paint in between: each draw takes a value for every row from a
/// normal distribution on its scale, fits the line again and keeps both indices.
///
/// Source: the R package PHEindicatormethods.
#[derive(Debug, Clone)]
pub struct Simulation {
    fit: Fit,
    model: SlopeModel,
    /// Value and standard error of each row on the scale.
    values: Vec<(f64, f64)>,
    random: SplitMix,
    sii: Vec<f64>,
    rii: Vec<f64>,
}

impl Simulation {
    /// A simulation without any draws yet. `spreads` stand in the order of the rows that [`Rows::new`] was given, and
    /// may be missing for rows that were left out. The same seed gives the same draws on every machine.
    ///
    /// # Errors
    /// [`SimulationError`] where [`super::slope_index`] has no result, for values that are not on the scale, and for rows
    /// without limits or a standard error.
    pub fn new(rows: &Rows, spreads: &[Option<Spread>], model: SlopeModel, seed: u64) -> Result<Self, SimulationError> {
        super::slope_index(rows, model)?;
        let mut values = Vec::with_capacity(rows.rows().len());
        for row in rows.rows() {
            let value = model.scale.to(row.value).ok_or(SlopeError::Scale(row.row))?;
            let spread = spreads.get(row.row).copied().flatten();
            let error = spread.and_then(|spread| standard_error(spread, model.scale));
            values.push((value, error.ok_or(SimulationError::Spread(row.row))?));
        }
        let fit = Fit::new(rows)?;
        Ok(Self { fit, model, values, random: SplitMix(seed), sii: vec![], rii: vec![] })
    }

    /// Makes so many more draws.
    pub fn draw(&mut self, count: usize) {
        let mut drawn = vec![0.0; self.values.len()];
        for _ in 0..count {
            for (drawn, (value, error)) in drawn.iter_mut().zip(&self.values) {
                let on_scale = value + error * self.random.normal();
                *drawn = if self.model.fit_on_scale { on_scale } else { self.model.scale.back(on_scale) };
            }
            let index = self.model.index(self.fit.line(&drawn));
            self.sii.push(index.sii);
            self.rii.push(index.rii.unwrap_or(f64::NAN));
        }
    }

    /// How many draws there are.
    pub fn draws(&self) -> usize {
        self.sii.len()
    }

    /// The intervals at a level: of n draws in order, those at the places round(n (1 - level)/2) and
    /// round(n (1 + level)/2), counted from 1. `None` without draws, and if draws left the range of numbers.
    pub fn intervals(&self, level: Level) -> Option<SlopeIntervals> {
        Some(SlopeIntervals { sii: limits(&self.sii, level)?, rii: limits(&self.rii, level) })
    }
}

fn limits(draws: &[f64], level: Level) -> Option<Limits> {
    if draws.is_empty() || !draws.iter().all(|draw| draw.is_finite()) {
        return None;
    }
    let order = ascending(draws);
    let count = draws.len();
    let at = |share: f64| ((count as f64 * share).round() as usize).clamp(1, count) - 1;
    let tail = level.tail();
    Some(Limits { lower: draws[order[at(tail)]], upper: draws[order[at(1.0 - tail)]] })
}
