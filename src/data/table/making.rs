//! The parts of a reading: each looks at one thing, and tells or asks what has to be.

use super::answers::{AnswerKey, Answers, NONE};
use super::column::Look;
use super::direction::{self, Direction, DirectionBy, Found};
use super::error::{TableError, Trouble};
use super::groups;
use super::interval;
use super::number::{Cell, Decimals};
use super::polarity::{self, More};
use super::propose::{self, Proposal};
use super::purpose::Purpose;
use super::question::{Choice, Question, Warning};
use super::roles::{Role, Roles};
use super::text::Encoding;
use super::units::{self, Numbers};
use super::{Table, indices};
use crate::pace::Pace;

/// Words for events that are some of the people they are counted among, each once.
const SOME_OF_PEOPLE: &[&str] = &[
    "eligible",
    "known",
    "fsm",
    "smokers",
    "claimants",
    "with",
    "obese",
    "overweight",
    "diagnosed",
    "vaccinated",
    "screened",
    "successes",
    "quitters",
    "attended",
    "deprived",
    "registered",
    "who",
    "register",
    "having",
];
/// Rows, columns and codes that a message names at most.
pub const MOST_NAMED: usize = 50;

/// The least and the most of some numbers.
pub async fn range(numbers: Option<&[Option<f64>]>, pace: &Pace) -> Option<(f64, f64)> {
    let mut numbers = numbers?.iter().flatten().copied();
    let first = numbers.next()?;
    let (mut least, mut most) = (first, first);
    pace.each(numbers, |number| (least, most) = (least.min(number), most.max(number))).await;
    Some((least, most))
}

/// A column as an answer names it: by its heading, or by its number where the heading says nothing or another has it too.
fn column_answer(table: &Table, column: usize) -> String {
    let heading = table.headings().get(column).map(String::as_str).unwrap_or_default();
    let same = table.headings().iter().filter(|other| other.eq_ignore_ascii_case(heading)).count();
    match super::answers::kept(heading) {
        Some(kept) if same == 1 && kept != NONE && kept == heading => kept,
        _ => format!("#{}", column + 1),
    }
}

/// A reading that is being made.
pub struct Making<'a> {
    /// The table.
    pub table: &'a Table,
    /// How its columns look.
    pub looks: &'a [Look],
    /// What the person said.
    pub answers: &'a Answers,
    /// What has to be known first.
    pub questions: Vec<Question>,
    /// What is to be told.
    pub warnings: Vec<Warning>,
}

impl Making<'_> {
    pub fn heading(&self, column: usize) -> String {
        self.table.headings().get(column).cloned().unwrap_or_default()
    }

    pub fn ask(&mut self, key: AnswerKey, column: Option<usize>, choices: Vec<Choice>) {
        let column = column.map(|column| self.heading(column));
        self.questions.push(Question { key, column, contradicted_by: None, choices });
    }

    fn ask_column(&mut self, role: Role, columns: &[usize]) {
        let choice =
            |&column: &usize| Choice { answer: column_answer(self.table, column), shown: self.heading(column) };
        let choices = columns.iter().map(choice).collect();
        self.ask(AnswerKey::Column(role), None, choices);
    }

    /// What was left out around the table.
    pub fn layout(&mut self) {
        let layout = &self.table.layout;
        if !(layout.titles.is_empty() && layout.notes.is_empty() && layout.repeated.is_empty()) {
            self.warnings.push(Warning::LinesLeftOut {
                titles: layout.titles.iter().copied().take(MOST_NAMED).collect(),
                notes: layout.notes.iter().copied().take(MOST_NAMED).collect(),
                repeated: layout.repeated.iter().copied().take(MOST_NAMED).collect(),
            });
        }
        if layout.is_turned {
            self.warnings.push(Warning::Turned);
        }
        if self.table.encoding == Encoding::Windows1252 {
            self.warnings.push(Warning::Encoding(Encoding::Windows1252));
        }
    }

    /// How the table was joined to another, and what was left out for it.
    pub fn join(&mut self) {
        if let Some(join) = &self.table.join {
            self.warnings.push(Warning::Joined(join.clone()));
            if join.left_out > 0 {
                self.warnings.push(Warning::NotJoined(join.clone()));
            }
        }
    }

    /// Without deprivation and something to measure there is nothing to ask but which columns those are.
    pub fn needed(&mut self, proposal: &Proposal, purpose: Purpose) -> Result<(), TableError> {
        let roles = &proposal.roles;
        let is_group = |column: usize| groups::read(&self.heading(column)).is_some_and(|group| group.place.is_some());
        let is_told = self.answers.get(AnswerKey::Column(Role::Deprivation)).is_some();
        if purpose == Purpose::Measured
            && roles.of(Role::Deprivation).is_none_or(is_group)
            && !is_told
            && groups::are_across(self.table.headings().iter().map(String::as_str))
        {
            return Err(TableError::GroupsAcross);
        }
        let has_people = roles.has(Role::Denominator) || roles.has(Role::People);
        let counts = roles.has(Role::Events) && (has_people || roles.has(Role::Expected));
        let needed = match purpose {
            Purpose::Measured => {
                [(Role::Deprivation, roles.has(Role::Deprivation)), (Role::Value, roles.has(Role::Value) || counts)]
            }
            Purpose::Targeted => {
                [(Role::Events, roles.has(Role::Value) || roles.has(Role::Events)), (Role::People, has_people)]
            }
        };
        for (role, is_there) in needed {
            if is_there {
                continue;
            }
            // A column with the right heading and no number in it.
            let is_meant = |look: &Look| match role {
                Role::Deprivation => {
                    indices::names_deprivation(&look.heading) || look.heading.has_any(&["score", "rank"])
                }
                _ => look.heading.is_any(&["value", "rate", "percentage", "percent", "ratio", "share"]),
            };
            let meant = self
                .looks
                .iter()
                .position(|look| is_meant(look) && look.numbers == 0 && look.texts > 0 && !look.is_groups);
            if let Some(column) = meant
                && let Some(row) = (0..self.table.len())
                    .find(|&row| interval::read(self.table.cell(row, column), Decimals::Point) == Cell::Text)
            {
                return Err(units::cell_error(self.table, row, column, Trouble::NotANumber));
            }
            return Err(TableError::NoColumn(role));
        }
        Ok(())
    }

    /// Columns that are as likely as each other are asked, and near ones told.
    pub fn columns(&mut self, proposal: &Proposal) {
        for (role, columns) in &proposal.ties {
            self.ask_column(*role, columns);
        }
        for (role, columns) in &proposal.close {
            // Another form of the same index would rank alike.
            if let Some(taken) = proposal.roles.of(*role)
                && *role != Role::Deprivation
            {
                let others =
                    columns.iter().filter(|&&column| column != taken && proposal.roles.role_of(column).is_none());
                let others: Vec<String> = others.map(|&column| self.heading(column)).collect();
                if !others.is_empty() {
                    self.warnings.push(Warning::Columns { role: *role, taken: self.heading(taken), others });
                }
            }
        }
    }

    /// A comma between three digits and three may stand before decimals or between thousands.
    pub fn decimals(&mut self, roles: &Roles) {
        let used: Vec<&Look> = Role::ALL.into_iter().filter_map(|role| self.looks.get(roles.of(role)?)).collect();
        if used.iter().any(|look| look.numbers + look.texts > 0 && look.decimals.is_none()) {
            let column = Role::ALL
                .into_iter()
                .filter_map(|role| roles.of(role))
                .find(|&column| self.looks.get(column).is_some_and(|look| look.decimals.is_none()));
            let choices = ["comma", "point"].map(|answer| Choice { answer: answer.to_owned(), shown: String::new() });
            self.ask(AnswerKey::Decimals, column, choices.into());
        } else if used.iter().any(|look| look.decimals == Some(Decimals::Comma)) && self.answers.decimals().is_none() {
            self.warnings.push(Warning::Decimals(Decimals::Comma));
        }
    }

    pub fn unit(&mut self, numbers: &Numbers, roles: &Roles) {
        let Some(column) = roles.of(Role::Value) else { return };
        if numbers.is_mixed {
            let choices = ["share", "percent"].map(|answer| Choice { answer: answer.to_owned(), shown: String::new() });
            self.ask(AnswerKey::Unit, Some(column), choices.into());
        } else if let Some(without) = numbers.percent {
            self.warnings.push(Warning::Percent { column: self.heading(column), without });
        }
    }

    /// A small whole number of which no word says that it is a value may count something.
    pub fn may_count(&mut self, roles: &Roles) {
        let is_told = self.answers.get(AnswerKey::Column(Role::Value)).is_some();
        let Some(value) = roles.of(Role::Value).filter(|_| !is_told) else { return };
        let Some(people) = roles.of(Role::People).or_else(|| roles.of(Role::Denominator)) else { return };
        let (Some(look), Some(of)) = (self.looks.get(value), self.looks.get(people)) else { return };
        if propose::may_count(look, of) {
            self.warnings.push(Warning::MayCount { column: self.heading(value), of: self.heading(people) });
        }
    }

    /// Which end is the most deprived, and how that is known; `range` is the least and the most of deprivation.
    pub fn direction(
        &mut self,
        proposal: &Proposal,
        numbers: &Numbers,
        range: Option<(f64, f64)>,
    ) -> (Option<Direction>, Option<DirectionBy>) {
        let (Some(column), Some(kind)) = (proposal.roles.of(Role::Deprivation), proposal.deprivation) else {
            return (None, None);
        };
        if let Some(told) = self.answers.direction(range) {
            return (Some(told), Some(DirectionBy::Told));
        }
        let found = direction::find(self.looks, column, kind, numbers.lowest_is_most);
        let contradicted_by = match found {
            Found::Known(direction, by) => {
                let by = if by == DirectionBy::Words && numbers.is_guess { DirectionBy::Guess } else { by };
                let is_fixed = matches!(
                    by,
                    DirectionBy::Heading | DirectionBy::Words | DirectionBy::Kind | DirectionBy::Beside(_)
                );
                // Averages of ranks run as the score beside them, but few people know.
                if !is_fixed || matches!(by, DirectionBy::Beside(_)) {
                    self.warnings.push(Warning::Direction { column: self.heading(column), by: by.clone() });
                }
                return (Some(direction), Some(by));
            }
            Found::Open => None,
            Found::Contradicted(heading) => Some(heading),
        };
        let (least, most) = range.unwrap_or_default();
        let shown = |number: f64| self.as_written(column, numbers, number);
        let choices = vec![
            Choice { answer: Direction::Low.key().to_owned(), shown: shown(least) },
            Choice { answer: Direction::High.key().to_owned(), shown: shown(most) },
        ];
        let column = Some(self.heading(column));
        self.questions.push(Question { key: AnswerKey::Direction, column, contradicted_by, choices });
        (None, None)
    }

    /// A deprivation as its cell has it.
    fn as_written(&self, column: usize, numbers: &Numbers, number: f64) -> String {
        let row = (0..self.table.len()).find(|&row| numbers.get(Role::Deprivation, row) == Some(number));
        row.map(|row| self.table.cell(row, column).to_owned()).unwrap_or_default()
    }

    pub async fn left_out(&mut self, numbers: &Numbers<'_>, rows: &[usize], pace: &Pace) {
        let left = numbers.left_out(rows, pace).await;
        if !left.is_empty() {
            let rows = left.iter().take(MOST_NAMED).map(|&left| numbers.describe(left)).collect();
            self.warnings.push(Warning::LeftOut { count: left.len(), rows });
        }
    }

    pub async fn limits(&mut self, proposal: &Proposal, numbers: &Numbers<'_>, rows: &[usize], pace: &Pace) {
        if proposal.other_limits {
            self.warnings.push(Warning::LimitsOtherLevel);
        }
        if !proposal.stray_limits.is_empty() {
            let columns = proposal.stray_limits.iter().map(|&column| self.heading(column)).collect();
            self.warnings.push(Warning::LimitsStray { columns });
        }
        let crossed = numbers.crossed(rows, pace).await;
        if !crossed.is_empty() {
            let rows = crossed.iter().take(MOST_NAMED).map(|&row| numbers.table_row(row)).collect();
            self.warnings.push(Warning::LimitsCrossed { count: crossed.len(), rows });
        }
    }

    pub fn more(&mut self, roles: &Roles, measured: &str) -> Option<More> {
        if let Some(told) = self.answers.more() {
            return Some(told);
        }
        let column = roles.of(Role::Value).or_else(|| roles.of(Role::Events));
        let more = column.and_then(|column| self.looks.get(column)).and_then(|look| polarity::more(&look.heading));
        if more.is_none() {
            self.warnings.push(Warning::Polarity { column: measured.to_owned() });
        }
        more
    }

    /// Whether events are some of the people they are counted among, told where values are worked out.
    pub async fn worked_out(
        &mut self,
        roles: &Roles,
        numbers: &Numbers<'_>,
        rows: &[usize],
        has_ages: bool,
        pace: &Pace,
    ) -> bool {
        if roles.has(Role::Value) || has_ages || roles.has(Role::Expected) {
            return false;
        }
        let Some(events) = roles.of(Role::Events) else { return false };
        let Some(of) = roles.of(Role::Denominator).or_else(|| roles.of(Role::People)) else { return false };
        let is_any = |words: &[&str]| self.looks.get(events).is_some_and(|look| look.heading.has_any(words));
        let says = is_any(SOME_OF_PEOPLE);
        // Of a bare number nothing says whether it can happen twice to one person; where it is common it is a share.
        let people = numbers.people().unwrap_or_default();
        let of_people = |&row: &usize| people.get(row).copied().flatten();
        let events_in_all = pace.sum(rows.iter().filter_map(|&row| numbers.get(Role::Events, row)), |one| one).await;
        let is_common = events_in_all > 0.02 * pace.sum(rows.iter().filter_map(of_people), |one| one).await;
        let says = says || is_common && is_any(&["numerator", "count", "number", "num", "x", "no", "successes"]);
        let is_beyond = |row: &&usize| match (numbers.get(Role::Events, **row), of_people(row)) {
            (Some(events), Some(people)) => events > people,
            _ => false,
        };
        let is_share = says && pace.find(rows, is_beyond).await.is_none();
        self.warnings.push(Warning::WorkedOut { events: self.heading(events), of: self.heading(of), is_share });
        is_share
    }
}
