//! The view `gap`: measures of inequality on rows, before and after the slope is cut.

use serde::{Deserialize, Serialize};

mod bins;
mod grouped;
mod line;
mod measures;
mod read;
mod rows;

pub use bins::Bins;
pub use grouped::{Comparison, Goes, GroupResult, Grouped, LimitsBy, Pair};
pub use line::{LinePoint, Picture};
pub use measures::{Bounded, Measures};
pub use read::{ReadTable, read_table};
pub use rows::{MeasureError, RowsIn, RowsOrigin, Valued, Who, values_at};

use crate::data::table::{OwnUnit, READ};
use crate::model::Share;
use crate::model::gap::{
    Limits, RankedRow, Row, Rows, RowsError, Simulation, SimulationError, SlopeError, SlopeIndex, SlopeIntervals,
    SlopeModel, Spread, Transform, slope_index_at,
};
use crate::pace::{Pace, at_once};
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::{LineScale, ValueKind};

/// Draws between two of which there may be a wait.
const DRAWS: usize = 1000;
/// The seed of the draws.
pub const SEED: u64 = 2022;

/// A row measured, most deprived first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowResult {
    /// Which row of the input this is, from 0.
    pub row: usize,
    /// Its line in the text, from 1.
    pub line: u64,
    /// Its name; empty if it has none.
    pub name: String,
    /// Where it stands for several rows: the first and the last of them, counted from the most deprived.
    pub places: Option<[usize; 2]>,
    /// Its value.
    pub value: f64,
    /// The limits of its value, where it has any.
    pub limits: Option<Limits>,
    /// How many people it stands for.
    pub people: f64,
    /// Deprivation score or rank.
    pub deprivation: f64,
    /// The share of people who are more deprived, and half of those who are as deprived (0 to 1).
    pub rank: f64,
    /// The line at its place.
    pub on_line: f64,
    /// Its value once it has moved as far as the line at its place.
    pub after: f64,
    /// Its quantile group, 1 the most deprived; `None` where there are fewer rows than groups.
    pub group: Option<u32>,
}

/// A group of rows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Which, from 1, the most deprived.
    pub group: u32,
    /// Number of rows; 0 where rows of one deprivation stay together in another group.
    pub rows: usize,
    /// Number of people.
    pub people: f64,
    /// Mean value, weighted by people; `None` where there is nobody.
    pub before: Option<f64>,
    /// The same after.
    pub after: Option<f64>,
}

/// Rows measured, before and after the slope is cut.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The rows, most deprived first.
    pub rows: Vec<RowResult>,
    /// How many were left out for want of a value, people or deprivation.
    pub left_out: usize,
    /// How many people the rows stand for.
    pub people: f64,
    /// The measures as things are.
    pub before: Measures,
    /// The same once every row has moved as far as the line at its place.
    pub after: Measures,
    /// Limits of the slope index by how rows scatter around the line; `None` with two rows or where the line is not
    /// straight.
    pub sii_by_line: Option<Limits>,
    /// The groups of rows; empty where there are fewer rows than groups.
    pub groups: Vec<Group>,
    /// The line and what is around it.
    pub picture: Picture,
    /// -1 where more is worse: what raw differences and indices are multiplied by so that more than 0 puts the deprived at a
    /// disadvantage.
    pub sign: f64,
    /// What is known of all rows where not each of them is here.
    pub bins: Option<Bins>,
    #[serde(skip)]
    ranked: Rows,
    #[serde(skip)]
    spreads: Vec<Option<Spread>>,
    can_have_limits: bool,
}

/// A number before and after the slope is cut; `None` where it has no meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Before.
    pub now: Option<f64>,
    /// After.
    pub then: Option<f64>,
    /// After less before.
    pub difference: Option<f64>,
}

/// What some rows hold of all.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// The share of what is counted (0 to 1).
    pub events: f64,
    /// The share of people (0 to 1).
    pub people: f64,
}

/// Why there are no simulated intervals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoDraws {
    /// No column of limits was found.
    NoColumn,
    /// There are columns of limits, but no row has any.
    NoLimits,
    /// This row has none.
    RowWithout(Who),
    /// A limit of this row is not on its scale, as a lower limit of 0 has no logarithm.
    OffScale(Who),
}

/// How many values are drawn once a share (0 to 1) of them is.
pub fn drawn(done: f64, draws: u32) -> f64 {
    done * f64::from(draws)
}

/// How the index is worked out.
pub fn model(choices: &MeasureChoices) -> SlopeModel {
    let (scale, fit_on_scale) = match choices.scale {
        LineScale::Log => (Transform::Log, true),
        LineScale::Logit => (Transform::Logit, true),
        // The line is fitted to the values as they are; what is drawn for a row is drawn on the scale of its kind.
        LineScale::Plain => match choices.value {
            ValueKind::Number => (Transform::Plain, false),
            ValueKind::Share => (Transform::Logit, false),
            ValueKind::Rate | ValueKind::Ratio => (Transform::Log, false),
        },
    };
    SlopeModel { scale, fit_on_scale, multiplier: choices.polarity.sign() }
}

/// The scale on which the line is straight.
pub(crate) fn line_scale(choices: &MeasureChoices) -> Transform {
    match choices.scale {
        LineScale::Plain => Transform::Plain,
        LineScale::Log => Transform::Log,
        LineScale::Logit => Transform::Logit,
    }
}

impl Measured {
    /// Measures rows.
    ///
    /// # Errors
    /// [`MeasureError`] where rows and choices give no answer together.
    pub fn new(input: &RowsIn, choices: &MeasureChoices) -> Result<Self, MeasureError> {
        at_once(Self::at(input, choices, &Pace::at_once()))
    }

    /// Measures rows at a pace.
    ///
    /// # Errors
    /// As for [`Self::new`].
    pub async fn at(input: &RowsIn, choices: &MeasureChoices, pace: &Pace) -> Result<Self, MeasureError> {
        let done = |part: f64| pace.done(READ + (1.0 - READ) * part);
        let valued = values_at(input, choices, pace).await?;
        done(0.1).await;
        let row = |(unit, valued): (&OwnUnit, &Valued)| Row {
            value: valued.value,
            people: unit.people,
            deprivation: unit.deprivation,
        };
        let all = pace.collect(input.units.iter().zip(&valued), row).await;
        let order = choices.deprivation_order();
        let who = |index: usize| input.units.get(index).map_or(Who { name: String::new(), line: 0 }, Who::of);
        let rows_error = |error| match error {
            RowsError::Impossible(index) => MeasureError::Impossible(who(index)),
            RowsError::None => MeasureError::NoRows,
        };
        let ranked = Rows::at(&all, order, pace).await.map_err(rows_error)?;
        drop(all);
        let index =
            slope_index_at(&ranked, model(choices), pace).await.map(with_a_ratio).map_err(|error| match error {
                SlopeError::OneRank if ranked.rows().len() == 1 => MeasureError::OneRow,
                SlopeError::OneRank => MeasureError::OneDeprivation,
                SlopeError::Scale(index) => MeasureError::OffScale(who(index)),
                SlopeError::Multiplier | SlopeError::TooSteep => MeasureError::TooSteep,
            })?;
        done(0.3).await;
        let cut = Share::new(choices.cut.as_share()).map_err(|_| MeasureError::TooSteep)?;
        let curve = line::Curve::new(index, line_scale(choices));
        let of = |row: &RankedRow| row.value - cut.get() * (curve.at(row.rank) - index.least);
        let moved = pace.collect(ranked.rows(), of).await;
        // Rows that could be worked with before leave the range of numbers by the cut alone.
        let ranked_after = ranked.with_values(&moved, pace).await.ok_or(MeasureError::TooSteep)?;
        done(0.35).await;
        let after = line::after(index, cut, choices.polarity.sign());
        let ends = ranked.group_ends(u32::from(choices.groups), pace).await;
        let group_of = |place: usize| ends.iter().zip(1..).find(|(end, _)| place < **end).map(|(_, group)| group);
        done(0.4).await;
        let result = |(place, row): (usize, &RankedRow)| RowResult {
            row: row.row,
            line: input.units[row.row].line,
            name: input.units[row.row].name.clone(),
            places: None,
            value: row.value,
            limits: valued[row.row].limits,
            people: row.people,
            deprivation: row.deprivation,
            rank: row.rank,
            on_line: curve.at(row.rank),
            after: moved[place],
            group: group_of(place),
        };
        let rows = pace.collect(ranked.rows().iter().enumerate(), result).await;
        let mut groups = Vec::with_capacity(ends.len());
        let mut from = 0;
        for (end, group) in ends.into_iter().zip(1..) {
            groups.push(group_mean(&rows[from..end], group, pace).await);
            from = end;
        }
        done(0.55).await;
        let before = Measures::at(&ranked, index, choices, pace).await;
        done(0.7).await;
        let after = Measures::at(&ranked_after, after, choices, pace).await;
        done(0.85).await;
        let picture = Picture::at(&ranked, choices, cut, pace).await;
        done(0.9).await;
        let sii_by_line = line::sii_limits(&ranked, choices, &picture, pace).await;
        let people = pace.sum(&rows, |row| row.people).await;
        let spreads = pace.collect(valued, |valued| valued.spread).await;
        Ok(Self {
            people,
            left_out: ranked.left_out(),
            before,
            after,
            sii_by_line,
            groups,
            picture,
            sign: choices.polarity.sign(),
            spreads,
            can_have_limits: input.can_have_limits(),
            bins: None,
            rows,
            ranked,
        })
    }

    /// A simulation of the intervals of both indices, to be run in pieces.
    ///
    /// # Errors
    /// [`NoDraws`] where a row has no limits, or none on its scale.
    pub fn simulation(&self, choices: &MeasureChoices) -> Result<Simulation, NoDraws> {
        at_once(self.simulation_at(choices, &Pace::at_once()))
    }

    /// The same at a pace.
    ///
    /// # Errors
    /// As for [`Self::simulation`].
    pub async fn simulation_at(&self, choices: &MeasureChoices, pace: &Pace) -> Result<Simulation, NoDraws> {
        let has = |row: &RowResult| self.spreads.get(row.row).copied().flatten().is_some();
        let is_there = pace.find(&self.spreads, |spread| spread.is_some()).await.is_some();
        if !is_there || pace.find(&self.rows, |row| has(row)).await.is_none() {
            return Err(if self.can_have_limits { NoDraws::NoLimits } else { NoDraws::NoColumn });
        }
        let who = |row: &RowResult| Who { name: row.name.clone(), line: row.line };
        if let Some(row) = pace.find(&self.rows, |row| !has(row)).await {
            return Err(NoDraws::RowWithout(who(row)));
        }
        let at = |index: usize| self.rows.iter().find(|row| row.row == index);
        let simulation = Simulation::at(&self.ranked, &self.spreads, model(choices), SEED, pace).await;
        simulation.map_err(|error| match error {
            SimulationError::Spread(index) | SimulationError::Slope(SlopeError::Scale(index)) => {
                at(index).map_or(NoDraws::NoLimits, |row| NoDraws::OffScale(who(row)))
            }
            SimulationError::Slope(_) => NoDraws::NoLimits,
        })
    }

    /// The intervals at once.
    ///
    /// # Errors
    /// As for [`Self::simulation`].
    pub fn intervals(&self, choices: &MeasureChoices) -> Result<Option<SlopeIntervals>, NoDraws> {
        at_once(self.intervals_at(choices, &Pace::at_once(), |_| 0.0))
    }

    /// The same at a pace, which is told `share` of the share (0 to 1) that is drawn.
    ///
    /// # Errors
    /// As for [`Self::simulation`].
    pub async fn intervals_at(
        &self,
        choices: &MeasureChoices,
        pace: &Pace,
        share: impl Fn(f64) -> f64,
    ) -> Result<Option<SlopeIntervals>, NoDraws> {
        let mut simulation = self.simulation_at(choices, pace).await?;
        let draws = choices.draws as usize;
        while simulation.draws() < draws {
            simulation.draw(DRAWS.min(draws - simulation.draws()));
            pace.done(share(simulation.draws() as f64 / draws as f64)).await;
        }
        Ok(simulation.intervals(choices.level()))
    }

    /// An index or a difference, least deprived less most deprived, as the page shows it: above 0 where it puts the deprived
    /// at a disadvantage.
    pub fn shown(&self, raw: f64) -> f64 {
        self.sign * raw
    }

    /// The gap between the extreme fifths and their ratio as the page shows them: above 0 and above 1 where they put the
    /// deprived at a disadvantage.
    pub fn fifths_shown(&self, of: &Measures) -> Option<(f64, Option<f64>)> {
        let fifths = of.fifths?;
        let ratio = if self.sign < 0.0 { fifths.relative } else { fifths.relative.map(|ratio| 1.0 / ratio) };
        Some((-self.sign * fifths.absolute, ratio.filter(|ratio| ratio.is_finite())))
    }

    /// A number of the measures before and after the slope is cut, and by how much it changes.
    pub fn change(&self, of: fn(&Self, &Measures) -> Option<f64>) -> Change {
        let (now, then) = (of(self, &self.before), of(self, &self.after));
        Change { now, then, difference: now.zip(then).map(|(now, then)| then - now) }
    }

    /// The value that lies furthest from 0, without its sign.
    pub fn furthest_value(&self) -> f64 {
        match &self.bins {
            Some(bins) => bins.furthest_value,
            None => at_once(self.furthest_value_at(&Pace::at_once())),
        }
    }

    /// What the most deprived rows hold, once so many rows (a fraction too) are taken; rows as deprived as each other are
    /// taken in part. `None` where nothing is counted in any row.
    pub fn held(&self, rows: f64) -> Option<Held> {
        if let Some(bins) = &self.bins {
            return bins.held(rows);
        }
        at_once(self.held_at(rows, &Pace::at_once()))
    }

    /// How many rows are measured.
    pub fn count(&self) -> usize {
        self.bins.as_ref().map_or(self.rows.len(), |bins| bins.rows)
    }

    /// The most deprived row: its name and its deprivation.
    pub fn most_deprived(&self) -> Option<(&str, f64)> {
        match &self.bins {
            Some(bins) => Some((bins.most_deprived.0.as_str(), bins.most_deprived.1)),
            None => self.rows.first().map(|row| (row.name.as_str(), row.deprivation)),
        }
    }

    /// Whether any row has limits.
    pub fn has_limits(&self) -> bool {
        self.rows.iter().any(|row| row.limits.is_some())
    }
}

async fn group_mean(inside: &[RowResult], group: u32, pace: &Pace) -> Group {
    let of = |row: &RowResult| [row.people, row.people * row.value, row.people * row.after];
    let [people, before, after] = pace.sums(inside, of).await;
    let mean = |sum: f64| (people > 0.0).then(|| sum / people);
    Group { group, rows: inside.len(), people, before: mean(before), after: mean(after) }
}

/// An index whose ratio is one of two numbers above 0: one end at or below 0 is no multiple of the other.
fn with_a_ratio(index: SlopeIndex) -> SlopeIndex {
    SlopeIndex { rii: index.rii.filter(|_| index.most > 0.0 && index.least > 0.0), ..index }
}

/// The ends of a line as an index.
pub(crate) type Ends = SlopeIndex;
