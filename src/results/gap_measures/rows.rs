//! Rows with their values: as given, or worked out from events and people with limits.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use thiserror::Error;

use crate::data::mortality::{MORTALITY, MortalityTwentieth, read_twentieths};
use crate::data::table::{Direction, More, OwnRows, OwnUnit, Reading};
use crate::model::gap::{
    CountError, DeprivationOrder, Level, Limits, Row, Spread, directly_standardised, indirect_ratio, proportion, rate,
};
use crate::pace::Pace;
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::{Confidence, DeprivationColumn, Polarity, ValueKind};

/// What a ratio of 1 is written as.
const RATIO_OF: f64 = 100.0;

/// Where rows come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowsOrigin {
    /// The rows that are shipped.
    BuiltIn,
    /// The person's own.
    Own,
}

/// Rows to be measured.
#[derive(Debug, Clone, PartialEq)]
pub struct RowsIn {
    /// Where they come from.
    pub origin: RowsOrigin,
    /// The rows.
    pub units: Vec<OwnUnit>,
    /// Whether units are made of age groups.
    pub has_ages: bool,
    /// Whether values are worked out from events.
    pub has_counts: bool,
    /// What is measured, as a heading says it; empty for the built-in rows.
    pub heading: String,
    /// How the table was read; `None` for the built-in rows. Its units are in [`Self::units`].
    pub reading: Option<Arc<Reading>>,
}

impl RowsIn {
    /// The rows that are shipped: preventable deaths by deprivation twentieth.
    pub fn built_in() -> Self {
        // A test makes sure that what is shipped can be read.
        let twentieths = read_twentieths(MORTALITY).unwrap_or_default();
        let unit = |row: &MortalityTwentieth| OwnUnit {
            line: u64::from(row.twentieth) + 1,
            name: row.twentieth.to_string(),
            value: Some(row.ratio),
            people: Some(row.people),
            deprivation: Some(row.score),
            ..OwnUnit::default()
        };
        Self::of_built_in(twentieths.iter().map(unit).collect())
    }

    fn of_built_in(units: Vec<OwnUnit>) -> Self {
        Self {
            origin: RowsOrigin::BuiltIn,
            units,
            has_ages: false,
            has_counts: false,
            heading: String::new(),
            reading: None,
        }
    }

    /// The choices that these rows are measured by. What the built-in rows hold is known: what a link says of the values is
    /// about somebody's own.
    pub fn choices(&self, chosen: &MeasureChoices) -> MeasureChoices {
        match self.origin {
            RowsOrigin::Own => chosen.clone(),
            RowsOrigin::BuiltIn => {
                let MeasureChoices { value, per, order, polarity, .. } = MeasureChoices::default();
                MeasureChoices { value, per, order, polarity, ..chosen.clone() }
            }
        }
    }

    /// A person's own rows.
    pub fn own(mut reading: Reading) -> Self {
        let units = std::mem::take(&mut reading.rows.units);
        let (has_counts, has_ages) = (reading.rows.has_counts(), reading.rows.has_ages);
        let heading = reading.rows.heading.clone();
        Self { origin: RowsOrigin::Own, units, has_ages, has_counts, heading, reading: Some(Arc::new(reading)) }
    }

    /// The same of other units of the same table.
    pub(super) fn with_units(&self, units: Vec<OwnUnit>) -> Self {
        Self {
            origin: self.origin,
            units,
            has_ages: self.has_ages,
            has_counts: self.has_counts,
            heading: self.heading.clone(),
            reading: self.reading.clone(),
        }
    }

    /// How many there are; the units of a long table may be elsewhere.
    pub fn count(&self) -> usize {
        self.reading.as_ref().map_or(self.units.len(), |reading| reading.meant)
    }

    /// Whether a column says how many people rows stand for; without one all rows count alike.
    pub fn has_people(&self) -> bool {
        self.reading.as_ref().is_none_or(|reading| reading.has_people)
    }

    /// Whether values have limits: columns hold some, or they are worked out with the values.
    pub fn can_have_limits(&self) -> bool {
        self.has_counts || self.reading.as_ref().is_none_or(|reading| reading.has_limits)
    }
}

/// A row by which a message is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Its name; empty if it has none.
    pub name: String,
    /// Its line in the text, from 1.
    pub line: u64,
}

impl Who {
    pub(super) fn of(unit: &OwnUnit) -> Self {
        Self { name: unit.name.clone(), line: unit.line }
    }
}

/// Why rows and choices give no answer together.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum MeasureError {
    /// A share is not between 0 and 1.
    #[error("{0:?} has a share that is not between 0 and 1")]
    NotAShare(Who),
    /// A rate or a ratio is below 0.
    #[error("{0:?} has a rate below 0")]
    BelowZero(Who),
    /// More people have something than there are.
    #[error("{0:?} has more events than people")]
    MoreThanPeople(Who),
    /// A number cannot be true.
    #[error("{0:?} has a number that cannot be true")]
    Impossible(Who),
    /// The value is not on the scale of the line.
    #[error("{0:?} has a value that is not on the scale of the line")]
    OffScale(Who),
    /// A ratio needs a number expected.
    #[error("a ratio needs a column of expected events")]
    NeedsExpected,
    /// A share or rate needs people.
    #[error("a share or rate needs a column of people")]
    NeedsPeople,
    /// Age groups make rates alone.
    #[error("age groups make rates alone")]
    AgesNeedRate,
    /// No row has all that it needs.
    #[error("no row has a value, people and deprivation")]
    NoRows,
    /// A single row has all that it needs.
    #[error("only one row has a value, people and deprivation")]
    OneRow,
    /// All rows are as deprived as each other.
    #[error("all rows have the same deprivation")]
    OneDeprivation,
    /// The line leaves the range of numbers.
    #[error("the line is too steep")]
    TooSteep,
}

/// The value of a row, with its limits where it has any.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Valued {
    /// The value; `None` where something is missing.
    pub value: Option<f64>,
    /// Its limits: at the level chosen where they are worked out, 95% where they are given.
    pub limits: Option<Limits>,
    /// Its 95% limits, for a simulation.
    pub spread: Option<Spread>,
}

impl MeasureChoices {
    /// Whether they say something of values that the built-in rows do not have, so that they were made for own rows.
    pub fn are_for_own_rows(&self) -> bool {
        RowsIn::of_built_in(Vec::new()).choices(self) != *self
    }

    /// The choices with what can be told from own rows: what values are, which end is deprived, whether more is worse.
    pub fn for_rows(&self, rows: &OwnRows) -> Self {
        let value = match (rows.has_ages, rows.has_percent, rows.has_expected(), rows.has_counts()) {
            (false, _, false, true) if rows.are_some_of_people => ValueKind::Share,
            (true, ..) | (false, false, false, true) => ValueKind::Rate,
            (false, true, ..) => ValueKind::Share,
            (false, false, true, _) => ValueKind::Ratio,
            (false, false, false, false) => ValueKind::Number,
        };
        let order = match rows.direction {
            Some(Direction::Low) => DeprivationColumn::Rank,
            Some(Direction::High) => DeprivationColumn::Score,
            None => self.order,
        };
        let polarity = match rows.more {
            Some(More::Better) => Polarity::Better,
            Some(More::Worse) => Polarity::Worse,
            None => self.polarity,
        };
        Self { value, order, polarity, ..self.clone() }
    }

    /// How sure limits are.
    pub fn level(&self) -> Level {
        match self.level {
            Confidence::P95 => Level::P95,
            Confidence::P99_8 => Level::P99_8,
        }
    }

    /// Which end of the deprivation column is the most deprived one.
    pub fn deprivation_order(&self) -> DeprivationOrder {
        match self.order {
            DeprivationColumn::Score => DeprivationOrder::HighestFirst,
            DeprivationColumn::Rank => DeprivationOrder::LowestFirst,
        }
    }
}

/// Rows between two of which there may be a wait: exact limits of few events take long.
const COUNTS: usize = 512;

/// The value of each row. Wilson's limits for a share, Byar's (exact ones below 10 events) for a rate and a ratio, those of a
/// directly standardised rate where rows have age groups; a plain number has those that are given.
///
/// # Errors
/// [`MeasureError`] where a row cannot have a value of the kind chosen.
pub async fn values_at(rows: &RowsIn, choices: &MeasureChoices, pace: &Pace) -> Result<Vec<Valued>, MeasureError> {
    if rows.has_ages && choices.value != ValueKind::Rate {
        return Err(MeasureError::AgesNeedRate);
    }
    let is_given = rows.units.iter().any(|unit| unit.value.is_some());
    let lacks = |part: fn(&OwnUnit) -> Option<f64>| !is_given && rows.units.iter().all(|unit| part(unit).is_none());
    if choices.value == ValueKind::Ratio && lacks(|unit| unit.expected) {
        return Err(MeasureError::NeedsExpected);
    }
    if matches!(choices.value, ValueKind::Share | ValueKind::Rate) && lacks(|unit| unit.denominator) && !rows.has_ages {
        return Err(MeasureError::NeedsPeople);
    }
    let mut all = Vec::with_capacity(rows.units.len());
    for units in rows.units.chunks(COUNTS) {
        for unit in units {
            all.push(valued(unit, rows.has_ages, choices)?);
        }
        pace.rest().await;
    }
    Ok(all)
}

fn valued(unit: &OwnUnit, has_ages: bool, choices: &MeasureChoices) -> Result<Valued, MeasureError> {
    let with = |worked_out: &dyn Fn(Level) -> Result<(f64, Option<Limits>), CountError>| {
        let both = worked_out(choices.level()).and_then(|shown| Ok((shown, worked_out(Level::P95)?.1)));
        match both {
            Ok(((value, limits), of_95)) => {
                Ok(Valued { value: Some(value), limits, spread: of_95.map(Spread::Limits) })
            }
            Err(CountError::NoPeople) => Ok(Valued::default()),
            Err(CountError::MoreThanPeople) => Err(MeasureError::MoreThanPeople(Who::of(unit))),
            Err(CountError::Count | CountError::Per) => Err(MeasureError::Impossible(Who::of(unit))),
        }
    };
    let per = f64::from(choices.per);
    if has_ages {
        if unit.strata.is_empty() {
            return Ok(Valued::default());
        }
        return with(&|level| directly_standardised(&unit.strata, per, level).map(|found| (found.value, found.limits)));
    }
    if let Some(value) = unit.value {
        return match choices.value {
            ValueKind::Share if !(0.0..=1.0).contains(&value) => Err(MeasureError::NotAShare(Who::of(unit))),
            ValueKind::Rate | ValueKind::Ratio if value < 0.0 => Err(MeasureError::BelowZero(Who::of(unit))),
            _ => Ok(Valued { value: Some(value), limits: unit.limits, spread: unit.limits.map(Spread::Limits) }),
        };
    }
    let of = if choices.value == ValueKind::Ratio { unit.expected } else { unit.denominator };
    let Some((events, of)) = unit.events.zip(of) else { return Ok(Valued::default()) };
    match choices.value {
        ValueKind::Share => with(&|level| proportion(events, of, level).map(|p| (p.value, Some(p.limits)))),
        ValueKind::Rate => with(&|level| rate(events, of, per, level).map(|r| (r.value, Some(r.limits)))),
        ValueKind::Ratio => {
            with(&|level| indirect_ratio(events, of, RATIO_OF, level).map(|r| (r.value, Some(r.limits))))
        }
        // So many for each person: a mean, which counts alone do not bound.
        ValueKind::Number => {
            let value = Row::of_events(Some(events), Some(of), 1.0, None).value;
            Ok(Valued { value, limits: unit.limits, spread: unit.limits.map(Spread::Limits) })
        }
    }
}
