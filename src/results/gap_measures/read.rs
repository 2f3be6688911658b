//! A table read for the view `gap`, by what a link says of it.

use super::RowsIn;
use crate::data::table::{AnswerKey, Direction, Question, Table, TableError};
use crate::scenario::MeasureChoices;
use crate::scenario::gap::GapChoices;
use crate::scenario::gap_measures::DeprivationColumn;

/// What came of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadTable {
    /// Rows to measure, and how.
    Rows(RowsIn, MeasureChoices),
    /// What has to be known first.
    Asked(Vec<Question>),
}

/// Reads a table. What the link says of values and deprivation by its own keys (`says` whether it names one) goes before what
/// the table says; the rest is as the table says it.
///
/// # Errors
/// As for [`Table::read`].
pub fn read_table(table: &Table, choices: &GapChoices, says: impl Fn(&str) -> bool) -> Result<ReadTable, TableError> {
    let mut reading = table.read(&choices.reading)?;
    let chosen = &choices.measures;
    if says("measure-order") {
        let told = match chosen.order {
            DeprivationColumn::Score => Direction::High,
            DeprivationColumn::Rank => Direction::Low,
        };
        if reading.rows.direction != Some(told) {
            let mut answers = choices.reading.clone();
            answers.set(AnswerKey::Direction, Some(told.key().to_owned()));
            reading = table.read(&answers)?;
        }
    }
    if !reading.questions.is_empty() {
        return Ok(ReadTable::Asked(reading.questions));
    }
    let mut measures = chosen.for_rows(&reading.rows);
    if says("measure-value") {
        measures.value = chosen.value;
    }
    if says("measure-more") {
        measures.polarity = chosen.polarity;
    }
    Ok(ReadTable::Rows(RowsIn::own(reading), measures))
}
