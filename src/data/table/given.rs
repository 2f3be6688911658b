//! What a table gives to another for each code: its deprivation and people, or those of finer areas taken together.

use std::collections::{HashMap, HashSet};

use super::answers::{AnswerKey, Answers};
use super::codes::CodeColumn;
use super::join::{JoinError, Lacks};
use super::known::Known;
use super::making::MOST_NAMED;
use super::meaning::{self, DeprivationKind};
use super::roles::Role;

/// What a column needs to be the score of an index.
const IS_INDEX: i32 = 60;

/// What of the other table goes with each code.
pub struct Given {
    /// Its columns.
    pub columns: Vec<usize>,
    /// The cells of each code, in the order of the columns.
    pub cells: HashMap<String, Vec<String>>,
    /// How many finer areas were summed.
    pub summed: usize,
    /// How many of those lack a number.
    pub without: usize,
}

/// The column that says how many people a row of the other table stands for.
pub fn people_of(other: &Known) -> Option<usize> {
    let roles = &other.proposal.roles;
    roles.of(Role::People).or_else(|| roles.of(Role::Denominator))
}

/// The code of a row with its name, as far as it has them.
pub fn name_of(own: &Known, row: usize, code: &str) -> String {
    let name = own.proposal.roles.of(Role::Name).map(|column| own.table.cell(row, column)).unwrap_or_default();
    match (code.is_empty(), name.is_empty() || name.eq_ignore_ascii_case(code)) {
        (true, _) => name.to_owned(),
        (false, true) => code.to_owned(),
        (false, false) => format!("{code} {name}"),
    }
}

/// What the other table gives for each code.
pub fn given(
    other: &Known,
    codes: &CodeColumn,
    rows_of: &HashMap<&String, &Vec<usize>>,
    lacks: Lacks,
    said: &Answers,
) -> Result<Given, JoinError> {
    let people = people_of(other);
    let is_finer = is_finer(other, codes, &mut rows_of.values().copied());
    let deprivation = match (lacks.deprivation, is_finer) {
        (false, _) => Vec::new(),
        (true, false) => deprivation_of(other)?,
        (true, true) => vec![score_of(other, said)?],
    };
    let mut columns = deprivation.clone();
    if lacks.people {
        match people {
            Some(column) => columns.push(column),
            // Without people all rows count alike, which is told.
            None if lacks.deprivation => {}
            None => return Err(JoinError::OtherLacks(Role::People)),
        }
    }
    if is_finer {
        let people = people.ok_or(JoinError::NothingToWeighBy)?;
        return Ok(summed(other, rows_of, (columns, people), deprivation.first().copied()));
    }
    let mut cells = HashMap::new();
    let mut differ: Vec<String> = Vec::new();
    for (code, rows) in rows_of {
        let of = |row: usize| columns.iter().map(|&column| other.cell(row, column)).collect::<Vec<String>>();
        let Some(first) = rows.first().map(|&row| of(row)) else { continue };
        if rows.iter().skip(1).any(|&row| of(row) != first) {
            differ.push((*code).clone());
        }
        cells.insert((*code).clone(), first);
    }
    if !differ.is_empty() {
        differ.sort();
        let count = differ.len();
        differ.truncate(MOST_NAMED);
        return Err(JoinError::Repeats { count, codes: differ });
    }
    Ok(Given { columns, cells, summed: 0, without: 0 })
}

/// Whether the rows of the other table are areas of a finer kind, each there once.
pub fn is_finer(other: &Known, codes: &CodeColumn, rows_of: &mut dyn Iterator<Item = &Vec<usize>>) -> bool {
    let rows_of: Vec<&Vec<usize>> = rows_of.collect();
    let is_repeated = rows_of.iter().any(|rows| rows.len() > 1);
    let is_unique = |of: &CodeColumn| {
        let mut seen = HashSet::new();
        let mut rows = rows_of.iter().flat_map(|rows| rows.iter());
        rows.all(|&row| seen.insert(other.table.cell(row, of.column)))
    };
    is_repeated && other.codes.iter().any(|of| of.column != codes.column && of.kind != codes.kind && is_unique(of))
}

/// The column of deprivation; several where they are as likely as each other, which is asked later.
fn deprivation_of(other: &Known) -> Result<Vec<usize>, JoinError> {
    let tied = other.proposal.ties.iter().find(|(role, _)| *role == Role::Deprivation);
    let one = other.proposal.roles.of(Role::Deprivation);
    match (tied, one) {
        (Some((_, columns)), _) => Ok(columns.clone()),
        (None, Some(column)) => Ok(vec![column]),
        (None, None) => Err(JoinError::OtherLacks(Role::Deprivation)),
    }
}

/// The score of an index, which can be averaged.
fn score_of(other: &Known, said: &Answers) -> Result<usize, JoinError> {
    let taken = other.proposal.roles.of(Role::Deprivation).ok_or(JoinError::OtherLacks(Role::Deprivation))?;
    let kind = |column: usize| other.looks.get(column).map(|look| meaning::deprivation(look).1);
    if kind(taken) == Some(DeprivationKind::Score) {
        return Ok(taken);
    }
    let is_score =
        |column: &usize| kind(*column) == Some(DeprivationKind::Score) && other.deprivation_points(*column) >= IS_INDEX;
    // A rank that the person chose is not put aside for a score.
    let is_said = said.get(AnswerKey::Column(Role::Deprivation)).is_some();
    let best = (0..other.looks.len()).filter(is_score).max_by_key(|&column| other.deprivation_points(column));
    best.filter(|_| !is_said).ok_or_else(|| JoinError::CannotAverage(other.heading(taken)))
}

/// People summed over finer areas, and the mean of their scores by people.
fn summed(
    other: &Known,
    rows_of: &HashMap<&String, &Vec<usize>>,
    (columns, people): (Vec<usize>, usize),
    score: Option<usize>,
) -> Given {
    let (mut summed, mut without) = (0, 0);
    let mut cells = HashMap::new();
    for (code, rows) in rows_of {
        let (mut sum, mut weighed) = (0.0, 0.0);
        for &row in rows.iter() {
            let of_score = score.map_or(Some(0.0), |column| other.number(row, column));
            match (other.number(row, people), of_score) {
                (Some(number), Some(score)) => {
                    sum += number;
                    weighed += number * score;
                    summed += 1;
                }
                _ => without += 1,
            }
        }
        let cell = |column: &usize| match sum > 0.0 {
            false => String::new(),
            true if *column == people => sum.to_string(),
            true => (weighed / sum).to_string(),
        };
        cells.insert((*code).clone(), columns.iter().map(cell).collect());
    }
    Given { columns, cells, summed, without }
}
