//! The rows that are meant: of one level of area, and of one period, sex and so on, or of each of them.

use std::collections::HashMap;

use super::answers::AnswerKey;
use super::column::Look;
use super::error::TableError;
use super::filters::{self, Parts};
use super::levels::{self, Levels};
use super::making::{MOST_NAMED, Making};
use super::meaning::DeprivationKind;
use super::progress;
use super::propose::Proposal;
use super::question::{Choice, Warning};
use super::roles::Role;
use super::units::Numbers;
use crate::pace::Pace;

impl Making<'_> {
    /// The rows that are meant: of one level, one for each unit.
    pub async fn rows(&mut self, proposal: &Proposal, numbers: &Numbers<'_>, pace: &Pace) -> Result<Parts, TableError> {
        let roles = &proposal.roles;
        let name = roles.of(Role::Name);
        let codes = self.codes();
        let all: Vec<usize> = (0..self.table.len()).collect();
        let told = self.answers.get(AnswerKey::Level);
        // People count as a sign of a total where each unit is there once.
        let people = numbers.people().unwrap_or_default();
        let is_ranked = |row: &usize| numbers.get(Role::Deprivation, *row).is_some();
        let by = self.answers.by(self.table)?;
        let (ranked, others): (Vec<usize>, Vec<usize>) = all.into_iter().partition(is_ranked);
        pace.rest().await;
        let find = async |rows: &[usize]| levels::find(self.table, rows, name, codes, people, told, pace).await;
        let mut levels: Levels = self.levels(&ranked, by, find).await;
        // A row without deprivation that holds others is told as such, others for what they lack.
        let (wholes, others) = levels::wholes_among(self.table, &others, name, codes);
        levels.wholes.extend(wholes);
        levels.wholes.sort_by_key(|whole| whole.row);
        levels.kept.extend(others);
        if let Some(told) = told
            && levels.kept.is_empty()
        {
            return Err(TableError::NoSuchRows(told.to_owned()));
        }
        if !levels.open.is_empty() {
            let choice = |level: &String| Choice { answer: level.clone(), shown: level.clone() };
            let choices = levels.open.iter().map(choice).collect();
            self.ask(AnswerKey::Level, codes, choices);
        }
        if !levels.wholes.is_empty() {
            let rows =
                levels.wholes.iter().take(MOST_NAMED).map(|whole| (numbers.table_row(whole.row), whole.why)).collect();
            self.warnings.push(Warning::Levels { count: levels.wholes.len(), rows });
        }
        let [from, to] = progress::ROWS;
        pace.done(0.5 * (from + to)).await;
        let mut parts = self.parts(proposal, numbers, &levels.kept, pace).await?;
        for part in &parts.parts {
            if part.chosen.is_none() {
                let heading = self.heading(part.column);
                let choice = |value: &String| Choice { answer: format!("{heading}:{value}"), shown: value.clone() };
                let choices = part.choices.iter().map(choice).collect();
                self.ask(AnswerKey::Filter, Some(part.column), choices);
            }
        }
        if !parts.repeats.is_empty() {
            let rows = parts.repeats.iter().take(MOST_NAMED).map(|&row| numbers.table_row(row)).collect();
            self.warnings.push(Warning::Repeats { count: parts.repeats.len(), rows });
        }
        parts.kept.sort_unstable();
        Ok(parts)
    }

    /// Levels of all rows, or of each period, sex or area by itself where there is a result for each: a whole is one among
    /// those of its own group.
    async fn levels(&self, rows: &[usize], by: Option<usize>, find: impl AsyncFn(&[usize]) -> Levels) -> Levels {
        let Some(by) = by else { return find(rows).await };
        let mut all = Levels::default();
        for rows in super::by::rows_of(self.table, rows, by).into_values() {
            let levels = find(&rows).await;
            all.kept.extend(levels.kept);
            all.wholes.extend(levels.wholes);
            let open: Vec<String> = levels.open.into_iter().filter(|level| !all.open.contains(level)).collect();
            all.open.extend(open);
        }
        all.kept.sort_unstable();
        all.open.sort();
        all
    }

    /// Which period, sex and so on; rows without deprivation do not decide what has to be chosen.
    async fn parts(
        &self,
        proposal: &Proposal,
        numbers: &Numbers<'_>,
        rows: &[usize],
        pace: &Pace,
    ) -> Result<Parts, TableError> {
        let roles = &proposal.roles;
        let name = roles.of(Role::Name);
        let has_deprivation = |row: &usize| numbers.get(Role::Deprivation, *row).is_some();
        let (ranked, others): (Vec<usize>, Vec<usize>) = rows.iter().copied().partition(has_deprivation);
        pace.rest().await;
        let are_groups = matches!(proposal.deprivation, Some(DeprivationKind::Group | DeprivationKind::Words));
        let deprivation = roles.of(Role::Deprivation);
        let is_of_groups = are_groups && name.is_some_and(|name| self.are_groups_of_areas(name, numbers, &ranked));
        let age = roles.of(Role::Age).filter(|_| roles.has(Role::Standard));
        let (mut unit, said_only) = match (name, is_of_groups) {
            (Some(name), false) => (vec![self.unit_column(name)], false),
            (_, true) => (deprivation.into_iter().collect(), false),
            (None, false) => (deprivation.into_iter().collect(), true),
        };
        unit.extend(age);
        let is_part = |column: &usize| Some(*column) != name || !is_of_groups;
        let taken: Vec<usize> = Role::ALL.into_iter().filter_map(|role| roles.of(role)).filter(is_part).collect();
        let answers = self.answers.get(AnswerKey::Filter).unwrap_or_default();
        let by = self.answers.by(self.table)?;
        unit.extend(by.filter(|by| !unit.contains(by)));
        let wanted = filters::Wanted { unit: &unit, taken: &taken, answers, said_only, by };
        let mut parts = filters::find(self.table, self.looks, &ranked, &wanted, pace).await;
        if let Some(unknown) = parts.unknown.take() {
            return Err(TableError::NoSuchRows(unknown));
        }
        let is_chosen = |row: &usize| {
            let fits = |part: &filters::Part| {
                part.chosen.as_deref().is_none_or(|chosen| self.table.cell(*row, part.column) == chosen)
            };
            parts.parts.iter().all(fits)
        };
        let others: Vec<usize> = others.into_iter().filter(|row| is_chosen(row)).collect();
        parts.kept.extend(others);
        Ok(parts)
    }

    /// The column of codes of areas that tells most rows apart.
    fn codes(&self) -> Option<usize> {
        let codes = self
            .looks
            .iter()
            .enumerate()
            .filter(|(_, look)| look.is_codes() && !look.heading.has_any(&["parent", "region"]));
        codes.max_by_key(|(column, look)| (look.different, usize::MAX - column)).map(|(column, _)| column)
    }

    /// The column that tells units apart: codes of areas or schools where they tell more of them apart than names.
    fn unit_column(&self, name: usize) -> usize {
        let different = |column: usize| self.looks.get(column).map_or(0, |look| look.different);
        let is_code = |look: &Look| {
            look.is_codes()
                || look.heading.has_any(&["urn", "code", "ods"])
                    && !look.heading.has_any(&["indicator", "parent", "sex", "age", "period"])
        };
        let codes = self.looks.iter().enumerate().filter(|(_, look)| is_code(look)).map(|(column, _)| column);
        codes.fold(name, |best, column| if different(column) > different(best) { column } else { best })
    }

    /// Whether rows are groups within areas: most names stand beside several groups.
    fn are_groups_of_areas(&self, name: usize, numbers: &Numbers, rows: &[usize]) -> bool {
        let mut groups: HashMap<&str, (f64, bool)> = HashMap::new();
        for &row in rows {
            let Some(group) = numbers.get(Role::Deprivation, row) else { continue };
            let entry = groups.entry(self.table.cell(row, name)).or_insert((group, false));
            entry.1 |= entry.0 != group;
        }
        let several = groups.values().filter(|(_, is_several)| *is_several).count();
        several * 2 > groups.len() && groups.len() * 2 <= rows.len()
    }
}
