//! Intervals of the slope and relative index by simulation.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::remainder::{Moments, Remainder, Weighted};
use super::rows::ascending_at;
use super::slope_index::{Fit, SlopeError, SlopeModel, Transform};
use super::{Level, Limits, Rows};
use crate::model::ascending;
use crate::model::random::{NormalTable, SplitMix};
use crate::model::tails::normal_upper_quantile;
use crate::pace::{Pace, STEPS, at_once};

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
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SlopeIntervals {
    /// Of the slope index.
    pub sii: Limits,
    /// Of the relative index; `None` if a draw has none.
    pub rii: Option<Limits>,
}

/// The standard error on a scale: (t(upper) - t(lower))/(2 x 1.959964) from 95% limits, t identity, log or logit.
/// `None` where a limit is not on the scale or the limits are out of order.
pub fn standard_error(spread: Spread, scale: Transform) -> Option<f64> {
    error_of(spread, scale, width_of_95())
}

/// How many standard errors lie between 95% limits.
fn width_of_95() -> f64 {
    2.0 * normal_upper_quantile(0.025)
}

fn error_of(spread: Spread, scale: Transform, width: f64) -> Option<f64> {
    let error = match spread {
        Spread::StandardError(error) => error,
        Spread::Limits(Limits { lower, upper }) => (scale.to(upper)? - scale.to(lower)?) / width,
    };
    (0.0..=MOST).contains(&error).then_some(error)
}

/// Standard errors past this are refused.
const MOST: f64 = 1e12;

/// Up to so many rows a draw takes a value for each. A normal draw takes some 0.15 microseconds.
const MOST_ROWS_ONE_BY_ONE: usize = 24;
/// Of more rows so many are still drawn one by one where values are skewed, more quickly: those that weigh most.
const HEAVIEST: usize = 96;

/// A row that is drawn by itself: what its value adds to intercept and slope for each unit, and its value and standard error
/// on the scale.
#[derive(Debug, Clone, Copy)]
struct Drawn {
    weights: [f64; 2],
    value: f64,
    error: f64,
}

/// How a line is drawn.
#[derive(Debug, Clone)]
enum Draws {
    /// Value and standard error of each row on the scale.
    EachRow(Fit, Vec<(f64, f64)>),
    /// The rows that weigh most, and all others together.
    Heaviest(Vec<Drawn>, Remainder, NormalTable),
}

/// A simulation that runs in pieces, so that a page can paint in between: each draw takes a value for every row from a
/// normal distribution on its scale, fits the line again and keeps both indices. Of many rows the lightest are drawn
/// together (see [`super::remainder`]), so that a draw costs the same for any number of them.
///
/// Source: the R package PHEindicatormethods.
#[derive(Debug, Clone)]
pub struct Simulation {
    draws: Draws,
    model: SlopeModel,
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
        at_once(Self::at(rows, spreads, model, seed, &Pace::at_once()))
    }

    /// The same at a pace.
    ///
    /// # Errors
    /// As for [`Self::new`].
    pub async fn at(
        rows: &Rows,
        spreads: &[Option<Spread>],
        model: SlopeModel,
        seed: u64,
        pace: &Pace,
    ) -> Result<Self, SimulationError> {
        super::slope_index_at(rows, model, pace).await?;
        let width = width_of_95();
        let mut values = Vec::with_capacity(rows.rows().len());
        for some in rows.rows().chunks(STEPS) {
            for row in some {
                let value = model.scale.to(row.value).ok_or(SlopeError::Scale(row.row))?;
                let spread = spreads.get(row.row).copied().flatten();
                let error = spread.and_then(|spread| error_of(spread, model.scale, width));
                values.push((value, error.ok_or(SimulationError::Spread(row.row))?));
            }
            pace.rest().await;
        }
        let fit = Fit::new(rows, pace).await?;
        let draws = if values.len() <= MOST_ROWS_ONE_BY_ONE {
            Draws::EachRow(fit, values)
        } else {
            heaviest(&fit, &values, model, pace).await
        };
        Ok(Self { draws, model, random: SplitMix(seed), sii: vec![], rii: vec![] })
    }

    /// How many random numbers one draw takes.
    pub fn numbers_a_draw(&self) -> usize {
        match &self.draws {
            Draws::EachRow(_, values) => values.len(),
            Draws::Heaviest(rows, ..) => rows.len() + 2,
        }
    }

    /// Makes so many more draws.
    pub fn draw(&mut self, count: usize) {
        let Self { draws, model, random, sii, rii } = self;
        let value_of = |value: f64, error: f64, normal: f64| {
            let on_scale = value + error * normal;
            if model.fit_on_scale { on_scale } else { model.scale.back(on_scale) }
        };
        let mut drawn = Vec::new();
        for _ in 0..count {
            let line = match draws {
                Draws::EachRow(fit, values) => {
                    drawn.clear();
                    drawn.extend(values.iter().map(|&(value, error)| value_of(value, error, random.normal())));
                    fit.line(&drawn)
                }
                Draws::Heaviest(rows, remainder, table) => {
                    let (mut intercept, mut slope) = remainder.draw([random.normal(), random.normal()]);
                    for row in rows {
                        let value = value_of(row.value, row.error, table.normal(random));
                        intercept += row.weights[0] * value;
                        slope += row.weights[1] * value;
                    }
                    (intercept, slope)
                }
            };
            let index = model.index(line);
            sii.push(index.sii);
            rii.push(index.rii.unwrap_or(f64::NAN));
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

/// The rows with the largest share of the variance of the line one by one, where values are skewed; the others together.
async fn heaviest(fit: &Fit, values: &[(f64, f64)], model: SlopeModel, pace: &Pace) -> Draws {
    let scale = if model.fit_on_scale { Transform::Plain } else { model.scale };
    let each = fit.weights().zip(values);
    let weighted = |(weights, &(value, error)): ([f64; 2], &(f64, f64))| (weights, Moments::of(scale, value, error));
    let rows: Vec<Weighted> = pace.collect(each, weighted).await;
    // Normal values have a sum that is exactly normal.
    let count = if scale == Transform::Plain { 0 } else { HEAVIEST.min(rows.len()) };
    let totals = |(weights, m): &Weighted| weights.map(|weight| weight * weight * m.variance);
    let [of_intercept, of_slope] = pace.sums(&rows, totals).await;
    let part =
        |weight: f64, variance: f64, total: f64| if total > 0.0 { weight * weight * variance / total } else { 0.0 };
    // The lightest first, so that the heaviest are at the end.
    let heaviness = |([intercept, slope], m): &Weighted| {
        part(*intercept, m.variance, of_intercept) + part(*slope, m.variance, of_slope)
    };
    let heaviness = pace.collect(&rows, heaviness).await;
    let order = ascending_at(&heaviness, pace).await;
    let (light, heavy) = order.split_at(order.len() - count);
    let drawn = |&row: &usize| Drawn { weights: rows[row].0, value: values[row].0, error: values[row].1 };
    let others = pace.collect(light, |&row| rows[row]).await;
    Draws::Heaviest(heavy.iter().map(drawn).collect(), Remainder::at(&others, pace).await, NormalTable::new())
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

#[cfg(test)]
mod tests {
    use super::super::{DeprivationOrder, Row};
    use super::*;

    fn rows(count: usize, mut of: impl FnMut(usize) -> Row) -> Rows {
        let rows: Vec<Row> = (0..count).map(&mut of).collect();
        Rows::new(&rows, DeprivationOrder::LowestFirst).unwrap()
    }

    #[test]
    fn a_draw_is_a_value_for_each_row_from_the_numbers_of_the_seed() {
        let rows = rows(3, |at| Row {
            value: Some([9.0, 4.0, 5.0][at]),
            people: Some(10.0 + at as f64),
            deprivation: Some(at as f64),
        });
        let (model, errors) = (SlopeModel::default(), [0.5, 2.0, 1.0]);
        let spreads = errors.map(|error| Some(Spread::StandardError(error)));
        let mut simulation = Simulation::new(&rows, &spreads, model, 7).unwrap();
        simulation.draw(1);
        let mut random = SplitMix(7);
        let drawn: Vec<f64> =
            [9.0, 4.0, 5.0].iter().zip(errors).map(|(v, error)| v + error * random.normal()).collect();
        let fit = at_once(Fit::new(&rows, &Pace::at_once())).unwrap();
        assert_eq!(simulation.sii, [model.index(fit.line(&drawn)).sii]);
    }

    /// Few people at the ends weigh on the slope, many in the middle on the intercept.
    #[test]
    fn the_rows_with_the_largest_shares_of_both_variances_are_drawn_by_themselves() {
        let count = 400;
        let mut random = SplitMix(3);
        let rows = rows(count, |at| Row {
            value: Some(20.0 + 30.0 * random.share()),
            people: Some(1.0 + 50.0 * random.share()),
            deprivation: Some(at as f64),
        });
        let spread = |_| Some(Spread::StandardError(0.05 + 0.6 * random.share()));
        let spreads: Vec<Option<Spread>> = (0..count).map(spread).collect();
        let model = SlopeModel { scale: Transform::Log, ..SlopeModel::default() };
        let simulation = Simulation::new(&rows, &spreads, model, 1).unwrap();
        let Draws::Heaviest(drawn, ..) = &simulation.draws else { panic!("{:?}", simulation.draws) };
        assert_eq!(drawn.len(), HEAVIEST);

        let fit = at_once(Fit::new(&rows, &Pace::at_once())).unwrap();
        let variances: Vec<[f64; 2]> = (fit.weights().zip(rows.rows()).zip(&spreads))
            .map(|((weights, row), spread)| {
                let error = standard_error(spread.unwrap(), model.scale).unwrap();
                let variance = row.value * row.value * libm::exp(error * error) * libm::expm1(error * error);
                weights.map(|weight| weight * weight * variance)
            })
            .collect();
        let totals = [0, 1].map(|part| variances.iter().map(|of| of[part]).sum::<f64>());
        let share = |of: &[f64; 2]| of[0] / totals[0] + of[1] / totals[1];
        let mut shares: Vec<f64> = variances.iter().map(share).collect();
        let is_drawn = |weights: [f64; 2]| drawn.iter().any(|row| row.weights == weights);
        let least = fit.weights().zip(&shares).filter(|(w, _)| is_drawn(*w)).map(|(_, &s)| s).fold(1.0, f64::min);
        shares.sort_by(f64::total_cmp);
        assert_eq!(least, shares[count - HEAVIEST]);
    }
}
