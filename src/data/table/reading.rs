//! A table read: what was understood, what is to be told with it, what is to be asked.

use serde::{Deserialize, Serialize};

use super::Table;
use super::answers::{AnswerKey, Answers};
use super::by::{self, GroupRows, RowsBy};
use super::column::{self, Look};
use super::direction::{Direction, DirectionBy};
use super::error::TableError;
use super::filters::{self, Parts};
use super::join::Join;
use super::kinds::Kind;
use super::making::{Making, range};
use super::progress;
use super::propose::{self, Proposal, Told};
use super::purpose::Purpose;
use super::question::{Question, Warning};
use super::roles::{Role, Roles};
use super::rows::{OwnRows, OwnUnit, TableRow};
use super::text::Encoding;
use super::units::Numbers;
use crate::model::gap::Limits;
use crate::pace::Pace;

/// Rows that are shown of a table before there is a number.
const FIRST_ROWS: usize = 3;

/// A column in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Use {
    /// What for.
    pub role: Role,
    /// Which one, from 0.
    pub column: usize,
    /// Its heading.
    pub heading: String,
    /// Whether the person said so.
    pub is_told: bool,
}

/// A part of the rows that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartChosen {
    /// The heading of the column.
    pub heading: String,
    /// What was chosen of it.
    pub value: String,
    /// What else there is.
    pub choices: Vec<String>,
}

/// The unit that is the most deprived.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MostDeprived {
    /// Where it stands.
    pub row: TableRow,
    /// Its deprivation.
    pub deprivation: f64,
}

impl MostDeprived {
    /// Of several that are, the last.
    async fn of(units: &[OwnUnit], direction: Option<Direction>, pace: &Pace) -> Option<Self> {
        let direction = direction?;
        let mut most: Option<(&OwnUnit, f64)> = None;
        pace.each(units, |unit| {
            let OwnUnit { deprivation: Some(deprivation), .. } = unit else { return };
            let is_less = most.is_some_and(|(_, most)| match direction {
                Direction::High => deprivation.total_cmp(&most).is_lt(),
                Direction::Low => deprivation.total_cmp(&most).is_gt(),
            });
            if !is_less {
                most = Some((unit, *deprivation));
            }
        })
        .await;
        let (unit, deprivation) = most?;
        Some(Self { row: TableRow { line: unit.line, name: unit.name.clone() }, deprivation })
    }
}

/// A table read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// What it was read for.
    pub purpose: Purpose,
    /// Units to measure. While questions are open no number is made of them.
    pub rows: OwnRows,
    /// The kind of table, where it is known.
    pub kind: Option<Kind>,
    /// The headings.
    pub headings: Vec<String>,
    /// The columns in use.
    pub uses: Vec<Use>,
    /// How the direction is known; `None` while it is not.
    pub direction_by: Option<DirectionBy>,
    /// The least and the most of the deprivation column.
    pub range: Option<(f64, f64)>,
    /// Parts that were chosen.
    pub parts: Vec<PartChosen>,
    /// What has to be known first.
    pub questions: Vec<Question>,
    /// What is to be told.
    pub warnings: Vec<Warning>,
    /// Whether a column says how many people rows stand for.
    pub has_people: bool,
    /// Whether columns of limits are in use.
    pub has_limits: bool,
    /// What stands between cells; `None` for a sheet.
    pub separator: Option<u8>,
    /// What the text was written in.
    pub encoding: Encoding,
    /// The line of the headings; the last where there are several.
    pub heading_line: u64,
    /// The number of rows of the table.
    pub rows_in_table: usize,
    /// By which column there is a result for each of its values; `None` where one result is for all.
    pub by: Option<RowsBy>,
    /// How the table was joined to another.
    pub join: Option<Join>,
    /// How many units there are; those of a long table may be elsewhere.
    pub meant: usize,
    /// The unit that is the most deprived, where the direction is known.
    pub most_deprived: Option<MostDeprived>,
    /// The first limits that any unit has.
    pub first_limits: Option<Limits>,
    /// The first rows that are meant, as the cells of the columns in use have them.
    pub first_rows: Vec<Vec<String>>,
}

impl Reading {
    /// The heading of a column in use.
    pub fn heading_of(&self, role: Role) -> Option<&str> {
        self.uses.iter().find(|used| used.role == role).map(|used| used.heading.as_str())
    }

    /// Whether anything was guessed that a person should see before a number.
    pub fn has_guesses(&self) -> bool {
        let guessed = |warning: &Warning| match warning {
            Warning::Encoding(_) | Warning::LinesLeftOut { .. } => false,
            Warning::Polarity { .. } | Warning::WorkedOut { .. } => self.purpose == Purpose::Measured,
            Warning::Joined(_)
            | Warning::NotJoined(_)
            | Warning::Direction { .. }
            | Warning::Levels { .. }
            | Warning::Repeats { .. }
            | Warning::LeftOut { .. }
            | Warning::Unweighted
            | Warning::LimitsOtherLevel
            | Warning::LimitsStray { .. }
            | Warning::LimitsCrossed { .. }
            | Warning::Percent { .. }
            | Warning::Decimals(_)
            | Warning::Turned
            | Warning::MayCount { .. }
            | Warning::Columns { .. } => true,
        };
        self.warnings.iter().any(guessed)
    }
}

/// Reads a table with the answers given.
pub async fn read(table: &Table, answers: &Answers, purpose: Purpose, pace: &Pace) -> Result<Reading, TableError> {
    let looks = column::look_at(table, answers.decimals(), pace).await;
    let kind = Kind::of(&looks);
    let told = told(table, &looks, answers, kind, purpose)?;
    let mut proposal = propose::propose(&looks, &told, purpose);
    if let Some(kind) = kind {
        prefer(&mut proposal, kind, &looks);
    }
    let mut making = Making { table, looks: &looks, answers, questions: Vec::new(), warnings: Vec::new() };
    making.layout();
    making.join();
    making.needed(&proposal, purpose)?;
    making.columns(&proposal);
    let roles = proposal.roles;
    making.decimals(&roles);
    let as_shares = answers.get(AnswerKey::Unit).map(|unit| unit == "share");
    let numbers = Numbers::read(table, &looks, roles, as_shares, pace).await?;
    making.unit(&numbers, &roles);
    making.may_count(&roles);
    pace.rest().await;
    let all_rows = making.rows(&proposal, &numbers, pace).await?;
    pace.done(progress::UNITS[0]).await;
    let can_be_measured = |rows: &[usize]| {
        let get = |role: Role, row: usize| numbers.get(role, row).is_some();
        let has_all = |&&row: &&usize| get(Role::Deprivation, row) && (get(Role::Value, row) || get(Role::Events, row));
        rows.iter().filter(has_all).nth(1).is_some()
    };
    let grouped = grouped(table, &looks, answers, &all_rows, can_be_measured)?;
    let rows = Parts { kept: grouped.main.clone(), ..all_rows };
    let range = range(numbers.column(Role::Deprivation), pace).await;
    let (direction, direction_by) = making.direction(&proposal, &numbers, range);
    let has_ages = roles.has(Role::Age) && roles.has(Role::Standard) && roles.has(Role::Events);
    let units_of = async |rows: &[usize]| {
        let mut units = if has_ages { numbers.units_of_ages(rows)? } else { numbers.units(rows, pace).await };
        if kind == Some(Kind::Schools) {
            rank_schools(&mut units, &roles, &looks);
        }
        Ok::<_, TableError>(units)
    };
    let units = units_of(&rows.kept).await?;
    pace.done(progress::READ).await;
    let Grouped { heading: by_heading, are_periods, groups, main_name, .. } = grouped;
    let mut by_groups = Vec::with_capacity(groups.len());
    for (name, rows) in groups {
        let editions = by::editions(table, &looks, &rows);
        by_groups.push(GroupRows { name, units: units_of(&rows).await?, editions });
    }
    let by = main_name.map(|main| RowsBy { heading: by_heading, are_periods, main, groups: by_groups });
    if !has_ages {
        making.left_out(&numbers, &rows.kept, pace).await;
    }
    making.limits(&proposal, &numbers, &rows.kept, pace).await;
    let heading = |role: Role| roles.of(role).and_then(|column| table.headings().get(column)).cloned();
    let measured = heading(Role::Value).filter(|_| !has_ages).or_else(|| heading(Role::Events)).unwrap_or_default();
    let more = making.more(&roles, &measured);
    let are_some_of_people = making.worked_out(&roles, &numbers, &rows.kept, has_ages, pace).await;
    let has_people = roles.has(Role::People) || roles.has(Role::Denominator);
    if !has_people {
        making.warnings.push(Warning::Unweighted);
    }
    let used = |role: Role| {
        let column = roles.of(role)?;
        let is_told = answers.get(AnswerKey::Column(role)).is_some();
        Some(Use { role, column, heading: heading(role)?, is_told })
    };
    let Making { questions, warnings, .. } = making;
    let most_deprived = MostDeprived::of(&units, direction, pace).await;
    let first_limits = pace.find(&units, |unit| unit.limits.is_some()).await.and_then(|unit| unit.limits);
    Ok(Reading {
        purpose,
        meant: units.len(),
        most_deprived,
        first_limits,
        rows: OwnRows {
            columns: roles,
            units,
            heading: measured,
            has_percent: numbers.percent.is_some(),
            are_some_of_people,
            direction,
            more,
            has_ages,
        },
        kind,
        headings: table.headings().to_vec(),
        uses: Role::ALL.into_iter().filter_map(used).collect(),
        direction_by,
        range,
        parts: chosen(table, &rows, by.as_ref()),
        by,
        join: table.join.clone(),
        questions,
        warnings,
        has_people,
        has_limits: roles.has(Role::Lower) && roles.has(Role::Upper),
        separator: table.separator,
        encoding: table.encoding,
        heading_line: table.layout.heading_lines.last().copied().unwrap_or_default(),
        rows_in_table: table.len() + table.join.as_ref().map_or(0, |join| join.left_out),
        first_rows: rows.kept.iter().take(FIRST_ROWS).map(|&row| cells_in_use(table, &roles, row)).collect(),
    })
}

/// The cells of the columns in use, in the order of [`Role::ALL`].
fn cells_in_use(table: &Table, roles: &Roles, row: usize) -> Vec<String> {
    Role::ALL.into_iter().filter_map(|role| Some(table.cell(row, roles.of(role)?).to_owned())).collect()
}

/// Schools are ranked by the share of pupils who are eligible: worked out from the two numbers, since the column of shares
/// is rounded and many schools share one.
fn rank_schools(units: &mut [OwnUnit], roles: &Roles, looks: &[Look]) {
    let is_share = |column: usize| {
        looks
            .get(column)
            .is_some_and(|look| look.heading.has("known to be eligible") && look.heading.has_any(&["%", "percentage"]))
    };
    if !roles.of(Role::Deprivation).is_some_and(is_share) || !roles.has(Role::Events) || !roles.has(Role::People) {
        return;
    }
    for unit in units {
        let exact = unit
            .events
            .zip(unit.people)
            .filter(|(_, people)| *people > 0.0)
            .map(|(events, people)| 100.0 * events / people);
        unit.deprivation = unit.deprivation.and(exact);
    }
}

/// What the person said of columns, and where nothing was said what the kind of table says.
pub(super) fn told(
    table: &Table,
    looks: &[Look],
    answers: &Answers,
    kind: Option<Kind>,
    purpose: Purpose,
) -> Result<Told, TableError> {
    let mut told = answers.columns(table)?;
    let is_told = told.iter().any(Option::is_some);
    if let Some(kind) = kind.filter(|_| !is_told) {
        told = kind.told(looks, purpose);
    }
    Ok(told)
}

/// Of several columns that would do, the one that the kind of table means; the others are told.
fn prefer(proposal: &mut Proposal, kind: Kind, looks: &[Look]) {
    let ties = std::mem::take(&mut proposal.ties);
    for (role, columns) in ties {
        match kind.meant(role, &columns, looks) {
            Some(meant) => {
                proposal.roles.set(role, Some(meant));
                proposal.close.push((role, columns));
            }
            None => proposal.ties.push((role, columns)),
        }
    }
}

/// Rows of each value of a column, and those that the other numbers are about.
struct Grouped {
    heading: String,
    are_periods: bool,
    groups: Vec<(String, Vec<usize>)>,
    main_name: Option<String>,
    main: Vec<usize>,
}

/// Rows in groups, where that is asked for; the other numbers are about the group that was chosen, else about the last period
/// or the first other group that can be measured.
fn grouped(
    table: &Table,
    looks: &[Look],
    answers: &Answers,
    rows: &Parts,
    can_be_measured: impl Fn(&[usize]) -> bool,
) -> Result<Grouped, TableError> {
    let mut grouped = Grouped {
        heading: String::new(),
        are_periods: false,
        groups: Vec::new(),
        main_name: None,
        main: rows.kept.clone(),
    };
    let Some(column) = answers.by(table)? else { return Ok(grouped) };
    let (values, are_periods) = by::values(table, looks, &rows.kept, column);
    let mut of = by::rows_of(table, &rows.kept, column);
    let groups: Vec<(String, Vec<usize>)> =
        values.into_iter().map(|value| (value.clone(), of.remove(value.as_str()).unwrap_or_default())).collect();
    let measured = || groups.iter().filter(|(_, rows)| can_be_measured(rows));
    let usual = match are_periods {
        true => measured().next_back().or(groups.last()),
        false => measured().next().or(groups.first()),
    };
    let main = rows.main.as_ref().or(usual.map(|(name, _)| name)).cloned();
    let main_rows = groups.iter().find(|(name, _)| Some(name) == main.as_ref()).map(|(_, rows)| rows.clone());
    grouped.heading = table.headings().get(column).cloned().unwrap_or_default();
    (grouped.are_periods, grouped.main, grouped.main_name) = (are_periods, main_rows.unwrap_or_default(), main);
    grouped.groups = groups;
    Ok(grouped)
}

fn chosen(table: &Table, parts: &Parts, by: Option<&RowsBy>) -> Vec<PartChosen> {
    let part = |part: &filters::Part| {
        let heading = table.headings().get(part.column)?.clone();
        Some(PartChosen { heading, value: part.chosen.clone()?, choices: part.choices.clone() })
    };
    let main = by.map(|by| PartChosen {
        heading: by.heading.clone(),
        value: by.main.clone(),
        choices: by.groups.iter().map(|group| group.name.clone()).collect(),
    });
    parts.parts.iter().filter_map(part).chain(main).collect()
}
