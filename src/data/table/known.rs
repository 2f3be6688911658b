//! A table of a pair that is to be joined, with what its columns are taken for.

use super::answers::{self, AnswerKey, Answers};
use super::codes::{self, CodeColumn};
use super::column::{self, Look};
use super::error::TableError;
use super::interval;
use super::meaning;
use super::number::Cell;
use super::propose::{self, Proposal};
use super::purpose::Purpose;
use super::reading;
use super::roles::Role;
use super::{Kind, Table};
use crate::pace::{Pace, at_once};

/// A table as it looks, with what its columns are taken for.
pub struct Known<'a> {
    /// The table.
    pub table: &'a Table,
    /// How its columns look.
    pub looks: Vec<Look>,
    /// What they are taken for.
    pub proposal: Proposal,
    /// Those that hold codes, more of which tell more rows apart first.
    pub codes: Vec<CodeColumn>,
}

impl<'a> Known<'a> {
    /// Only what is said of columns that are there counts.
    pub fn of(table: &'a Table, said: &Answers) -> Result<Self, TableError> {
        let mut answers = said.clone();
        for role in Role::ALL {
            let key = AnswerKey::Column(role);
            if said.get(key).is_some_and(|answer| answers::column(table, answer).is_err()) {
                answers.set(key, None);
            }
        }
        let looks = at_once(column::look_at(table, said.decimals(), &Pace::at_once()));
        let told = reading::told(table, &looks, &answers, Kind::of(&looks), Purpose::Measured)?;
        let proposal = propose::propose(&looks, &told, Purpose::Measured);
        Ok(Self { table, looks, proposal, codes: codes::columns(table) })
    }

    /// A heading.
    pub fn heading(&self, column: usize) -> String {
        self.table.headings().get(column).cloned().unwrap_or_default()
    }

    /// How well a column is deprivation.
    pub fn deprivation_points(&self, column: usize) -> i32 {
        self.looks.get(column).and_then(|look| meaning::deprivation(look).0).unwrap_or_default()
    }

    /// A cell as text that reads alike in any table.
    pub fn cell(&self, row: usize, column: usize) -> String {
        let text = self.table.cell(row, column);
        match self.number(row, column) {
            Some(number) if !text.contains('%') => number.to_string(),
            _ => text.to_owned(),
        }
    }

    /// A cell as a number.
    pub fn number(&self, row: usize, column: usize) -> Option<f64> {
        let look = self.looks.get(column).filter(|look| !look.is_groups)?;
        match interval::read(self.table.cell(row, column), look.decimals.unwrap_or_default()) {
            Cell::Number(number, _) => Some(number),
            Cell::Blank | Cell::Mark | Cell::Text => None,
        }
    }
}
