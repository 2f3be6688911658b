//! Joins a table that has codes of areas and values, but no deprivation or people, to one that has them.
//!
//! Rows without a partner are left out and told. Where the other table has finer areas than the values, people are summed, and
//! its score is the mean of those areas by people: a rank or a group cannot be averaged.

use std::collections::{HashMap, HashSet};

use super::Table;
use super::answers::{self, AnswerKey, Answers};
use super::codes::{self, COUNCIL, CensusFound, CodeColumn};
use super::followed::{Coded, Following, related};
use super::given::{Given, given, is_finer, name_of, people_of};
use super::grid::Grid;
use super::join::{Join, JoinError, Joinable, Lacks, Side};
use super::known::Known;
use super::layout::Layout;
use super::making::MOST_NAMED;
use super::roles::Role;
use super::rows::TableRow;
use crate::cells::quoted;

/// What a column needs to be taken for deprivation rather than for a part of somebody’s health or housing.
const IS_DEPRIVATION: i32 = 40;

/// Whether a table has codes, and lacks deprivation or people; `None` where it lacks neither, has no codes or was joined.
pub fn joinable(table: &Table, said: &Answers) -> Option<Joinable> {
    if table.join.is_some() {
        return None;
    }
    let known = Known::of(table, said).ok()?;
    let first = known.codes.first()?;
    let lacks = lacks(&known, said);
    let heading = known.heading(first.column);
    (lacks.deprivation || lacks.people).then(|| Joinable { lacks, kind: first.kind.clone(), heading })
}

fn lacks(own: &Known, said: &Answers) -> Lacks {
    let roles = &own.proposal.roles;
    // “none” is about the table as it will be.
    let is_said = |role: Role| said.get(AnswerKey::Column(role)).is_some_and(|answer| answer != answers::NONE);
    let is_there = |role: Role| {
        let points = |column: usize| role != Role::Deprivation || own.deprivation_points(column) >= IS_DEPRIVATION;
        roles.of(role).is_some_and(|column| is_said(role) || points(column))
    };
    Lacks {
        deprivation: !is_there(Role::Deprivation),
        people: !(is_there(Role::People) || is_there(Role::Denominator)),
    }
}

/// What is said of deprivation and people where the table itself has no such column.
fn said_of_other(own: &Table, said: &Answers) -> Answers {
    let mut answers = Answers::default();
    for key in [Role::Deprivation, Role::People].map(AnswerKey::Column) {
        let of_other = |answer: &&str| *answer != answers::NONE && answers::column(own, answer).is_err();
        answers.set(key, said.get(key).filter(of_other).map(str::to_owned));
    }
    answers
}

/// Joins a table to another, by the codes of both. Answers come back with what the other table gave.
///
/// # Errors
/// [`JoinError`] where that cannot be.
pub fn join(own: &Table, said: &Answers, other: &Table, with: &str) -> Result<(Table, Answers), JoinError> {
    let said_of_other = said_of_other(own, said);
    let (own, other) = (Known::of(own, said)?, Known::of(other, &said_of_other)?);
    let lacks = lacks(&own, said);
    if !lacks.deprivation && !lacks.people {
        return Err(JoinError::NotNeeded);
    }
    let own_codes = own.codes.first().ok_or(JoinError::NoCodes(Side::Own))?;
    if other.codes.is_empty() {
        return Err(JoinError::NoCodes(Side::Other));
    }
    let other_codes = partner(&own, own_codes, &other)?;
    let code_of = |known: &Known, row: usize, of: &CodeColumn| known.table.cell(row, of.column).to_ascii_uppercase();
    let mut rows_of: HashMap<String, Vec<usize>> = HashMap::new();
    for row in 0..other.table.len() {
        let code = code_of(&other, row, other_codes);
        if codes::kind_of(&code).is_some() {
            rows_of.entry(code).or_default().push(row);
        }
    }
    let own_of: Vec<String> = (0..own.table.len()).map(|row| code_of(&own, row, own_codes)).collect();
    let mut following = Following::default();
    if own_codes.kind == COUNCIL {
        let is_finer = is_finer(&other, other_codes, &mut rows_of.values());
        let coded = Coded { known: &own, codes: own_codes };
        following = Following::new(&coded, &own_of, &other, &mut rows_of, is_finer, lacks);
    }
    let followed: Vec<String> = following.together.values().map(|together| together.code.clone()).collect();
    let used: HashSet<&String> = own_of.iter().chain(&followed).filter(|code| rows_of.contains_key(*code)).collect();
    let used_rows: HashMap<&String, &Vec<usize>> = rows_of.iter().filter(|(code, _)| used.contains(code)).collect();
    let mut given = given(&other, other_codes, &used_rows, lacks, &said_of_other)?;
    following.give(&other, &mut given, people_of(&other));

    let mut report = Join {
        with: with.to_owned(),
        kind: own_codes.kind.clone(),
        columns: [own.heading(own_codes.column), other.heading(other_codes.column)],
        first_column: own.table.headings().len(),
        given: given.columns.iter().map(|&column| other.heading(column)).collect(),
        summed: given.summed,
        without: given.without,
        followed: following.told,
        ..Join::default()
    };
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut grid = Grid::default();
    for (row, code) in own_of.iter().enumerate().filter(|(row, _)| !following.taken.contains(row)) {
        let line = own.table.line(row);
        let together = following.together.get(&row);
        let code = together.map_or(code, |together| &together.code);
        let Some(cells) = given.cells.get(code) else {
            report.left_out += 1;
            if report.left_out_rows.len() < MOST_NAMED {
                report.left_out_rows.push(TableRow { line, name: name_of(&own, row, code) });
            }
            continue;
        };
        *counts.entry(code).or_default() += 1;
        match together {
            Some(together) => together.cells.iter().for_each(|cell| grid.push(cell)),
            None => (0..report.first_column).for_each(|column| grid.push(own.table.cell(row, column))),
        }
        for cell in cells {
            grid.push(cell);
        }
        grid.end_row(line);
        report.joined += 1;
    }
    report.repeated = counts.values().filter(|count| **count > 1).count();
    let mut not_used: Vec<&String> = rows_of.keys().filter(|code| !used.contains(*code)).collect();
    not_used.sort();
    report.not_used = not_used.len();
    report.not_used_codes = not_used.into_iter().take(MOST_NAMED).cloned().collect();
    let table = assembled(own.table, grid, report);
    Ok((table, answers(&own, &other, &given, lacks, said)))
}

/// The table with its further columns.
fn assembled(own: &Table, grid: Grid, report: Join) -> Table {
    let mut headings = own.headings().to_vec();
    headings.extend(report.given.iter().cloned());
    let layout = Layout {
        columns: (0..headings.len()).collect(),
        rows: (0..grid.len()).collect(),
        headings,
        ..own.layout.clone()
    };
    Table { grid, layout, separator: own.separator, encoding: own.encoding, join: Some(report) }
}

/// What is said of the joined table: the columns that were given are those that were lacking, where each is one alone.
fn answers(own: &Known, other: &Known, given: &Given, lacks: Lacks, said: &Answers) -> Answers {
    let mut answers = said.clone();
    let first = own.table.headings().len();
    let people = people_of(other);
    let place =
        |column: usize| given.columns.iter().position(|&of| of == column).map(|at| format!("#{}", first + at + 1));
    let is_people = |column: &&usize| lacks.people && Some(**column) == people;
    let mut deprivation = given.columns.iter().filter(|column| !is_people(column));
    if let (true, Some(&one), None) = (lacks.deprivation, deprivation.next(), deprivation.next()) {
        answers.set(AnswerKey::Column(Role::Deprivation), place(one));
    }
    if let Some(column) = people.filter(|_| lacks.people) {
        answers.set(AnswerKey::Column(Role::People), place(column));
    }
    answers
}

/// The column of the other table with the same codes: the one that most rows find a partner in.
fn partner<'a>(own: &Known, codes: &CodeColumn, other: &'a Known) -> Result<&'a CodeColumn, JoinError> {
    if codes::has_census(&codes.kind) {
        let found = CensusFound::of(own.table, codes.column);
        one_census(&found, Side::Own)?;
        for column in other.codes.iter().filter(|of| of.kind == codes.kind) {
            let of_other = CensusFound::of(other.table, column.column);
            one_census(&of_other, Side::Other)?;
            if let (Some(own), Some(other)) = (found.census(), of_other.census())
                && own != other
            {
                let [own_code, other_code] = [found.code(), of_other.code()].map(|code| code.map(str::to_owned));
                return Err(JoinError::OtherCensus { own, own_code, other, other_code });
            }
        }
    }
    let wanted: HashSet<String> =
        (0..own.table.len()).map(|row| own.table.cell(row, codes.column).to_ascii_uppercase()).collect();
    // A council may have another code there.
    let wanted: HashSet<String> = match codes.kind == COUNCIL {
        true => wanted.iter().flat_map(|code| related(code)).collect::<Vec<_>>().into_iter().chain(wanted).collect(),
        false => wanted,
    };
    let matches = |of: &&CodeColumn| {
        let cells = (0..other.table.len()).map(|row| other.table.cell(row, of.column).to_ascii_uppercase());
        cells.filter(|cell| !cell.is_empty() && wanted.contains(cell)).collect::<HashSet<String>>().len()
    };
    let best = other.codes.iter().map(|of| (matches(&of), of)).filter(|(count, _)| *count > 0);
    // Of columns that match alike the first tells most rows apart.
    let best = best.fold(None, |best: Option<(usize, &CodeColumn)>, next| match best {
        Some(found) if found.0 >= next.0 => Some(found),
        _ => Some(next),
    });
    best.map(|(_, of)| of).ok_or_else(|| JoinError::NoMatch {
        own: codes.kind.clone(),
        other: other.codes.iter().map(|of| of.kind.clone()).collect(),
    })
}

fn one_census(found: &CensusFound, side: Side) -> Result<(), JoinError> {
    match (&found.only_2011, &found.only_2021) {
        (Some(one), Some(other)) => Err(JoinError::TwoCensuses(side, [one.clone(), other.clone()])),
        _ => Ok(()),
    }
}

impl Table {
    /// How it was joined; `None` for a table that came as it is.
    pub fn join(&self) -> Option<&Join> {
        self.join.as_ref()
    }

    /// The table as comma-separated text, or with the sign of its own between cells, headings first.
    pub fn to_text(&self) -> String {
        let separator = char::from(self.separator.unwrap_or(b','));
        let mut text = String::new();
        let columns = 0..self.headings().len();
        let mut line = |cells: &mut dyn Iterator<Item = &str>| {
            for (at, cell) in cells.enumerate() {
                if at > 0 {
                    text.push(separator);
                }
                text.push_str(&quoted(cell, separator));
            }
            text.push('\n');
        };
        line(&mut self.headings().iter().map(String::as_str));
        for row in 0..self.len() {
            line(&mut columns.clone().map(|column| self.cell(row, column)));
        }
        text
    }
}
