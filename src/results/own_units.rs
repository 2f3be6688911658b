//! A table read as units of which some are targeted, by what a link says of it.

use thiserror::Error;

use crate::data::RankBy;
use crate::data::checksum::Hasher;
use crate::data::figures::DamagedFigures;
use crate::data::schools::Schools;
use crate::data::table::{AnswerKey, Answers, Question, Reading, Table, TableError, Targetable, TargetsError, Warning};
use crate::pace::{Pace, at_once};
use crate::scenario::{OwnUnits, Place, Scenario, TableId};

/// The person's own units, with how their table was read.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnTable {
    /// The units.
    pub units: Targetable,
    /// How they were read; `None` for what is built in.
    pub reading: Option<Reading>,
    /// Which table it is.
    pub id: TableId,
}

impl OwnTable {
    /// Built-in schools.
    ///
    /// # Errors
    /// [`DamagedFigures`] if a line cannot be read.
    pub fn of_schools(schools: Schools) -> Result<Self, DamagedFigures> {
        Ok(Self { units: schools.bands()?, reading: None, id: TableId::Schools(schools) })
    }

    /// What is told of how it was read: what is said of values that are measured says nothing here.
    pub fn told(&self) -> impl Iterator<Item = &Warning> {
        self.reading.iter().flat_map(told_of_units)
    }
}

/// What came of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadUnits {
    /// Units, and how the table was read.
    Units(Targetable, Box<Reading>),
    /// What has to be known first.
    Asked(Vec<Question>),
}

/// Why a table gives no units.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UnitsError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// Its rows cannot be targeted.
    #[error(transparent)]
    Targets(#[from] TargetsError),
}

/// Reads a table for an order. Which end of a deprivation column is deprived is only asked where that column is the order.
///
/// # Errors
/// [`UnitsError`] where there are no units.
pub fn read_units(table: &Table, answers: &Answers, rank: RankBy) -> Result<ReadUnits, UnitsError> {
    at_once(read_units_at(table, answers, rank, &Pace::at_once()))
}

/// The same at a pace.
///
/// # Errors
/// As for [`read_units`].
pub async fn read_units_at(
    table: &Table,
    answers: &Answers,
    rank: RankBy,
    pace: &Pace,
) -> Result<ReadUnits, UnitsError> {
    let reading = reading_at(table, answers, rank, pace).await?;
    if !reading.questions.is_empty() {
        return Ok(ReadUnits::Asked(reading.questions));
    }
    let units = Targetable::new(table, &reading, answers)?;
    Ok(ReadUnits::Units(units, Box::new(reading)))
}

/// How a table is read for an order, at a pace, with what has to be known first.
///
/// # Errors
/// [`TableError`] where something is missing that no answer can bring.
pub async fn reading_at(table: &Table, answers: &Answers, rank: RankBy, pace: &Pace) -> Result<Reading, TableError> {
    let mut reading = table.read_units_at(answers, pace).await?;
    let is_needed = |question: &Question| question.key != AnswerKey::Direction || rank == RankBy::Imd;
    reading.questions.retain(is_needed);
    Ok(reading)
}

/// The link's name of a table, whatever it came as: by its headings and cells alone.
pub fn id_of(table: &Table) -> TableId {
    // Line by line, as the text of a long table takes much memory.
    let (mut hasher, mut line) = (Hasher::default(), String::new());
    let mut push = |cells: &mut dyn Iterator<Item = &str>| {
        line.clear();
        cells.for_each(|cell| line.extend([cell, "\t"]));
        hasher.push(line.as_bytes());
    };
    push(&mut table.headings().iter().map(String::as_str));
    for row in 0..table.len() {
        push(&mut std::iter::once("\n").chain((0..table.headings().len()).map(|column| table.cell(row, column))));
    }
    hasher.finish().into()
}

/// What is told of a table of units: what is said of values that are measured says nothing here.
pub fn told_of_units(reading: &Reading) -> impl Iterator<Item = &Warning> {
    let is_of_values = |warning: &&Warning| matches!(warning, Warning::Polarity { .. } | Warning::WorkedOut { .. });
    reading.warnings.iter().filter(move |warning| !is_of_values(warning))
}

impl Scenario {
    /// Puts a page on a table of the person's own: names that the link does not give are the table's own.
    pub fn use_table(&mut self, units: &Targetable, table: TableId, usual: OwnUnits) {
        let own = &mut self.own;
        own.is_used = true;
        own.table = Some(table);
        own.units = own.units.take().or(usual.units);
        own.people = own.people.take().or(usual.people);
        own.in_need = own.in_need.take().or(usual.in_need);
        self.rank = units.rank(self.rank);
        self.place = Place::CambridgeshirePeterborough;
        self.beside.clear();
        self.settle(&self.clone());
    }
}
