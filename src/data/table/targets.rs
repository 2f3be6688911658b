//! Rows of a table as units of which some are targeted: how many people each has, how many of them are in need, and in which order
//! they come.

use std::collections::HashSet;

use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::answers::{AnswerKey, Answers};
use super::codes::{self, COUNCIL};
use super::direction::Direction;
use super::heading::Heading;
use super::reading::Reading;
use super::roles::Role;
use super::rows::{OwnUnit, TableRow};
use super::{Kind, Table};
use crate::data::{Population, RankBy, Resolution};
use crate::model::{Counts, Unit, squared_need_per_person};

/// Words of headings over per cent.
const PERCENT: &[&str] = &["%", "percent", "percentage", "pct", "perc"];

/// Words of headings over codes.
const CODES: &[&str] = &["code", "urn", "id", "ref", "reference", "laestab", "dfe", "ods"];
/// Characters of a code.
const MOST_OF_CODE: usize = 20;

/// A unit: an area, a school, a practice.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TargetUnit {
    /// Its code; where the table has none the number of its row, from 1.
    pub code: String,
    /// Its name, else its code; empty if it has neither.
    pub name: String,
    /// The council that it lies in: its name where the table has one beside its code, else that; empty if it has neither.
    pub council: String,
    /// How many units it stands for: 1, or more where it is a band of them.
    pub units: f64,
    /// How many people it has (0 or more).
    pub people: f64,
    /// How many of them are in need (0 up to `people`).
    pub in_need: f64,
    /// Sum of [`squared_need_per_person`] over its units.
    pub squared_need: f64,
    /// Its deprivation as the table has it; `None` where the table has none.
    pub deprivation: Option<f64>,
}

impl TargetUnit {
    /// Share of its people who are in need (0 to 1); 0 where nobody is.
    pub fn need_rate(&self) -> f64 {
        if self.people > 0.0 { self.in_need / self.people } else { 0.0 }
    }
}

/// Why the rows cannot be targeted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TargetsError {
    /// No row has all that it needs.
    #[error("no row has people, people in need and a place in the order")]
    NoRows,
    /// More people are in need than there are.
    #[error("{0:?} has more people in need than people")]
    MoreThanPeople(TableRow),
    /// The values are neither shares nor per cent, so they do not say how many people are in need.
    #[error("“{0}” is neither a share nor per cent")]
    NoShare(String),
}

/// Rows of a table that can be targeted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Targetable {
    /// The units, in the order of the table.
    pub units: Vec<TargetUnit>,
    /// Rows that were meant and lack something.
    pub left_out: usize,
    /// The kind of table, where it is known.
    pub kind: Option<Kind>,
    /// Whether units have codes of their own; else they are numbered.
    pub has_codes: bool,
    /// The headings of names and codes.
    pub name_headings: Vec<String>,
    /// The heading of what counts people.
    pub people_heading: String,
    /// The heading of what counts those in need, or of their share.
    pub need_heading: String,
    /// The heading of the deprivation column; `None` where the table has none, so that the share in need is the order.
    pub order_heading: Option<String>,
    /// Which end of that column is the most deprived; `None` where that is not known or there is none.
    pub direction: Option<Direction>,
    /// Where units are bands of equally many, how many per cent of all of them each holds; 0 where they are single.
    pub band: u8,
}

impl Targetable {
    /// Built-in bands, each of so many per cent of what they are bands of, ordered by the share in need.
    pub fn of_bands(units: Vec<TargetUnit>, band: u8) -> Self {
        Self {
            units,
            left_out: 0,
            kind: None,
            has_codes: false,
            name_headings: Vec::new(),
            people_heading: String::new(),
            need_heading: String::new(),
            order_heading: None,
            direction: None,
            band,
        }
    }

    /// The units of a table that was read for that.
    ///
    /// # Errors
    /// [`TargetsError`] where there are none.
    pub fn new(table: &Table, reading: &Reading, answers: &Answers) -> Result<Self, TargetsError> {
        let share_of = shares(reading, answers)?;
        let found = codes::columns(table);
        // Codes that tell rows apart; a council's are those of the units where every row has its own.
        let own_code = found.first().filter(|of| is_each_its_own(table, of.column)).map(|of| of.column);
        let own_code = own_code.or_else(|| numbered(table));
        let council = found.iter().find(|of| of.kind == COUNCIL && Some(of.column) != own_code).map(|of| of.column);
        let council_name = council.and_then(|column| name_beside(table, column));
        let has_order = reading.heading_of(Role::Deprivation).is_some();
        let mut units = Vec::with_capacity(reading.rows.units.len());
        let (mut row, mut left_out) = (0, 0);
        for unit in &reading.rows.units {
            while row < table.len() && table.line(row) < unit.line {
                row += 1;
            }
            let Some((people, in_need)) = counts(unit, share_of) else {
                left_out += 1;
                continue;
            };
            if has_order && unit.deprivation.is_none() {
                left_out += 1;
                continue;
            }
            if in_need > people {
                return Err(TargetsError::MoreThanPeople(TableRow { line: unit.line, name: unit.name.clone() }));
            }
            let cell = |column: Option<usize>| column.map(|column| table.cell(row, column).to_ascii_uppercase());
            let code = cell(own_code);
            let name = if unit.name.is_empty() { code.clone().unwrap_or_default() } else { unit.name.clone() };
            let code = code.unwrap_or_else(|| (row + 1).to_string());
            let named = council_name.map(|column| table.cell(row, column).to_owned()).filter(|name| !name.is_empty());
            let council = named.or_else(|| cell(council)).unwrap_or_default();
            units.push(TargetUnit {
                code,
                name,
                council,
                units: 1.0,
                people,
                in_need,
                squared_need: squared_need_per_person(people, in_need),
                deprivation: unit.deprivation,
            });
        }
        if units.is_empty() {
            return Err(TargetsError::NoRows);
        }
        let code_heading = own_code.and_then(|column| table.headings().get(column)).cloned();
        let people_heading = reading.heading_of(Role::People).or_else(|| reading.heading_of(Role::Denominator));
        Ok(Self {
            units,
            left_out,
            kind: reading.kind,
            has_codes: own_code.is_some(),
            name_headings: reading.heading_of(Role::Name).map(str::to_owned).into_iter().chain(code_heading).collect(),
            people_heading: people_heading.unwrap_or_default().to_owned(),
            need_heading: reading.rows.heading.clone(),
            order_heading: reading.heading_of(Role::Deprivation).map(str::to_owned),
            direction: reading.rows.direction,
            band: 0,
        })
    }

    /// Whether units say in which council they lie.
    pub fn has_councils(&self) -> bool {
        self.units.iter().any(|unit| !unit.council.is_empty())
    }

    /// What they are ordered by, when this is asked for: by the share in need where there is no deprivation, or nothing says which
    /// end of it is deprived.
    pub fn rank(&self, asked: RankBy) -> RankBy {
        if self.order_heading.is_some() && self.direction.is_some() { asked } else { RankBy::Need }
    }

    /// The deprivation order of a unit: lower is more deprived.
    pub fn order(&self, unit: &TargetUnit, asked: RankBy) -> f64 {
        match (self.rank(asked), self.direction, unit.deprivation) {
            (RankBy::Imd, Some(Direction::High), Some(deprivation)) => -deprivation,
            (RankBy::Imd, _, Some(deprivation)) => deprivation,
            (RankBy::Imd, _, None) | (RankBy::Need, ..) => -unit.need_rate(),
        }
    }

    /// All of them, ready for the model.
    pub fn population(&self, asked: RankBy) -> Population {
        let unit = |unit: &TargetUnit| Unit {
            counts: Counts { areas: unit.units, people: unit.people, in_need: unit.in_need },
            order: self.order(unit, asked),
            national: None,
        };
        Population {
            units: self.units.iter().map(unit).collect(),
            squared_need: self.units.iter().map(|unit| unit.squared_need).sum(),
            resolution: if self.band > 0 { Resolution::Bands } else { Resolution::Areas },
            is_joined: false,
            band: self.band,
        }
    }
}

/// The column that names each row by a number or code of no kind that is known, as its heading says.
fn numbered(table: &Table) -> Option<usize> {
    let says = |heading: &String| Heading::new(heading).has_any(CODES);
    let is_code = |column: usize| {
        let is_short = |row: usize| {
            let cell = table.cell(row, column);
            cell.len() <= MOST_OF_CODE && cell.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        (0..table.len()).all(is_short) && is_each_its_own(table, column)
    };
    (0..table.headings().len()).find(|&column| table.headings().get(column).is_some_and(says) && is_code(column))
}

/// The column of names that goes with one of codes, as official tables call the two: “District code” and “District name”, “LAD24CD” and
/// “LAD24NM”.
fn name_beside(table: &Table, codes: usize) -> Option<usize> {
    let headings: Vec<String> = table.headings().iter().map(|heading| heading.to_lowercase()).collect();
    let of_codes = headings.get(codes)?;
    let called = [("code", "name"), ("cd", "nm")].map(|(code, name)| of_codes.replace(code, name));
    headings.iter().position(|heading| heading != of_codes && called.contains(heading))
}

/// Whether every row has a code of its own.
fn is_each_its_own(table: &Table, column: usize) -> bool {
    let mut seen = HashSet::with_capacity_and_hasher(table.len(), FxBuildHasher);
    let mut cells = (0..table.len()).map(|row| table.cell(row, column)).filter(|cell| !cell.is_empty());
    cells.all(|cell| seen.insert(cell))
}

/// What a value has to be multiplied by to be a share; `None` where people in need are counted.
fn shares(reading: &Reading, answers: &Answers) -> Result<Option<f64>, TargetsError> {
    if reading.heading_of(Role::Value).is_none() {
        return Ok(None);
    }
    let values = || reading.rows.units.iter().filter_map(|unit| unit.value);
    let within = |most: f64| values().all(|value| (0.0..=most).contains(&value));
    let is_percent = match answers.get(AnswerKey::Unit) {
        Some("percent") => true,
        Some(_) => false,
        None => Heading::new(&reading.rows.heading).has_any(PERCENT),
    };
    match is_percent && !reading.rows.has_percent {
        true if within(100.0) => Ok(Some(0.01)),
        false if within(1.0) => Ok(Some(1.0)),
        _ => Err(TargetsError::NoShare(reading.rows.heading.clone())),
    }
}

/// People and those in need of a unit; `None` where something is missing.
fn counts(unit: &OwnUnit, share_of: Option<f64>) -> Option<(f64, f64)> {
    let people = match share_of {
        Some(_) => unit.people?,
        None => unit.denominator.or(unit.people)?,
    };
    let in_need = match share_of {
        Some(factor) => unit.value? * factor * people,
        None => unit.events?,
    };
    Some((people, in_need))
}
