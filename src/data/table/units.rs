//! Rows that are meant, as units with their numbers.

use std::collections::HashMap;

use super::Table;
use super::column::{Look, groups_of};
use super::error::{TableError, Trouble};
use super::interval;
use super::number::{Cell, Decimals};
use super::progress;
use super::question::LeftOut;
use super::roles::{Role, Roles};
use super::rows::{OwnUnit, TableRow};
use crate::model::gap::{Limits, Stratum};
use crate::pace::Pace;

/// Characters of a cell that a message repeats.
const MOST_QUOTED: usize = 30;
/// Numbers that stand for one that is not there, where no other number of the column is below 0.
const STAND_INS: [f64; 5] = [-1.0, -9.0, -99.0, -999.0, -9999.0];
/// The same of a value, which may be below 0 itself.
const STAND_INS_OF_VALUES: [f64; 3] = [-99.0, -999.0, -9999.0];

/// Numbers of the columns in use, for every row of a table.
pub struct Numbers<'a> {
    table: &'a Table,
    roles: Roles,
    columns: Vec<(Role, Vec<Option<f64>>)>,
    /// Whether the lowest group is the most deprived, where groups in words say so.
    pub lowest_is_most: Option<bool>,
    /// Whether that is a guess.
    pub is_guess: bool,
    /// Whether values were given in per cent, and how many cells of them have no sign.
    pub percent: Option<usize>,
    /// Whether cells without a per cent sign may be shares beside those with one.
    pub is_mixed: bool,
}

impl<'a> Numbers<'a> {
    /// Reads the columns in use. `as_shares` says that cells without a sign are shares where others have one.
    ///
    /// # Errors
    /// [`TableError::Cell`] where no cell of a column is a number, or one that counts something is below 0.
    pub async fn read(
        table: &'a Table,
        looks: &[Look],
        roles: Roles,
        as_shares: Option<bool>,
        pace: &Pace,
    ) -> Result<Self, TableError> {
        let mut all = Self {
            table,
            roles,
            columns: Vec::new(),
            lowest_is_most: None,
            is_guess: false,
            percent: None,
            is_mixed: false,
        };
        for (at, role) in Role::ALL.into_iter().enumerate() {
            let Some(column) = roles.of(role) else { continue };
            pace.done(progress::share(progress::NUMBERS, at, Role::ALL.len())).await;
            if matches!(role, Role::Name | Role::Age) {
                continue;
            }
            let decimals = looks.get(column).and_then(|look| look.decimals).unwrap_or_default();
            if role == Role::Deprivation
                && let Some(found) = looks
                    .get(column)
                    .filter(|look| look.is_groups)
                    .and_then(|look| groups_of(&look.heading, (0..table.len()).map(|row| table.cell(row, column))))
            {
                all.lowest_is_most = found.lowest_is_most;
                all.is_guess = found.is_guess;
                all.columns.push((role, found.numbers));
                continue;
            }
            if matches!(role, Role::Lower | Role::Upper) && roles.of(Role::Lower) == roles.of(Role::Upper) {
                // Both limits in one cell.
                let pair = |row: usize| interval::pair(table.cell(row, column), decimals);
                let limit =
                    |row: usize| pair(row).map(|(lower, upper)| if role == Role::Lower { lower } else { upper });
                all.columns.push((role, pace.collect(0..table.len(), limit).await));
                continue;
            }
            let read = |row| interval::read(table.cell(row, column), decimals);
            let cells = pace.collect(0..table.len(), read).await;
            let mut numbers = all.in_one_unit(role, &cells, as_shares, pace).await;
            drop(cells);
            all.check(role, column, &mut numbers)?;
            pace.rest().await;
            all.columns.push((role, numbers));
        }
        all.limits_in_the_same_unit();
        Ok(all)
    }

    /// Numbers of a column in one unit: shares where any cell has a per cent sign.
    async fn in_one_unit(
        &mut self,
        role: Role,
        cells: &[Cell],
        as_shares: Option<bool>,
        pace: &Pace,
    ) -> Vec<Option<f64>> {
        let signed = |cell: &Cell| matches!(cell, Cell::Number(_, true));
        if pace.find(cells, |cell| signed(cell)).await.is_none() {
            return pace.collect(cells, |cell| cell.number()).await;
        }
        let most = |is_signed: bool| {
            let of = cells.iter().filter(|cell| signed(cell) == is_signed).filter_map(|cell| cell.number());
            of.fold(0.0, |most: f64, number| most.max(number.abs()))
        };
        let without = cells.iter().filter(|cell| matches!(cell, Cell::Number(_, false))).count();
        if role == Role::Value {
            self.percent = Some(without);
            // “65.4%” beside “0.616”: cells of one column that a spreadsheet formats each in its own way.
            self.is_mixed = without > 0 && most(false) <= 1.0 && most(true) > 2.0 && as_shares.is_none();
        }
        let shares = as_shares == Some(true);
        let share = |cell: &Cell| match *cell {
            Cell::Number(number, false) if shares => Some(number),
            Cell::Number(number, _) => Some(number / 100.0),
            Cell::Blank | Cell::Mark | Cell::Text => None,
        };
        pace.collect(cells, share).await
    }

    /// Limits of values in per cent may be written without signs.
    fn limits_in_the_same_unit(&mut self) {
        if self.percent.is_none() {
            return;
        }
        let Some(value) = self.column(Role::Value).map(<[_]>::to_vec) else { return };
        for role in [Role::Lower, Role::Upper] {
            let Some((_, limits)) = self.columns.iter_mut().find(|(of, _)| *of == role) else { continue };
            let far = limits.iter().zip(&value).filter(|(limit, value)| matches!((limit, value), (Some(limit), Some(value)) if *limit > 20.0 * value.max(0.001)));
            if far.count() * 2 > limits.iter().flatten().count() {
                for limit in limits.iter_mut().flatten() {
                    *limit /= 100.0;
                }
            }
        }
    }

    fn check(&self, role: Role, column: usize, numbers: &mut [Option<f64>]) -> Result<(), TableError> {
        if numbers.iter().all(Option::is_none)
            && let Some(row) = (0..self.table.len())
                .find(|&row| interval::read(self.table.cell(row, column), Decimals::Point) == Cell::Text)
        {
            return Err(cell_error(self.table, row, column, Trouble::NotANumber));
        }
        if role == Role::Deprivation {
            without_unknown_groups(numbers);
        }
        let stand_ins: &[f64] = if role == Role::Value { &STAND_INS_OF_VALUES } else { &STAND_INS };
        let others = numbers.iter().flatten().filter(|&&number| number < 0.0 && !stand_ins.contains(&number)).count();
        let has_more = numbers.iter().flatten().any(|&number| number >= 0.0);
        if others == 0 && has_more && role != Role::Lower && role != Role::Upper {
            for number in numbers.iter_mut().filter(|number| number.is_some_and(|number| number < 0.0)) {
                *number = None;
            }
        }
        let counts = matches!(role, Role::People | Role::Events | Role::Denominator | Role::Expected | Role::Standard);
        match numbers.iter().position(|number| number.is_some_and(|number| number < 0.0)) {
            Some(row) if counts => Err(cell_error(self.table, row, column, Trouble::Negative)),
            _ => Ok(()),
        }
    }

    /// The numbers of a role, for every row of the table.
    pub fn column(&self, role: Role) -> Option<&[Option<f64>]> {
        self.columns.iter().find(|(of, _)| *of == role).map(|(_, numbers)| numbers.as_slice())
    }

    /// A number.
    pub fn get(&self, role: Role, row: usize) -> Option<f64> {
        self.column(role).and_then(|numbers| numbers.get(row)).copied().flatten()
    }

    /// How many people each row stands for; `None` for a table that does not say.
    pub fn people(&self) -> Option<&[Option<f64>]> {
        self.column(Role::People).or_else(|| self.column(Role::Denominator))
    }

    /// The unit of a row.
    fn unit(&self, row: usize) -> OwnUnit {
        let get = |role: Role| self.get(role, row);
        let (people, denominator) = match (self.roles.has(Role::People), self.roles.has(Role::Denominator)) {
            (true, true) => (get(Role::People), get(Role::Denominator)),
            (true, false) => (get(Role::People), get(Role::People)),
            (false, true) => (get(Role::Denominator), get(Role::Denominator)),
            // Without a column of people all rows count alike.
            (false, false) => (Some(1.0), None),
        };
        let limits = get(Role::Lower).zip(get(Role::Upper)).filter(|(lower, upper)| lower <= upper);
        OwnUnit {
            line: self.table.line(row),
            name: self.name(row).to_owned(),
            value: get(Role::Value),
            events: get(Role::Events),
            denominator,
            expected: get(Role::Expected),
            strata: Vec::new(),
            people,
            deprivation: get(Role::Deprivation),
            limits: limits.map(|(lower, upper)| Limits { lower, upper }),
        }
    }

    /// The name of a row.
    pub fn name(&self, row: usize) -> &str {
        self.roles.of(Role::Name).map(|column| self.table.cell(row, column)).unwrap_or_default()
    }

    /// A row as a message names it.
    pub fn table_row(&self, row: usize) -> TableRow {
        TableRow { line: self.table.line(row), name: self.name(row).to_owned() }
    }

    /// The units of some rows, one each.
    pub async fn units(&self, rows: &[usize], pace: &Pace) -> Vec<OwnUnit> {
        pace.collect(rows, |&row| self.unit(row)).await
    }

    /// The units of rows that are age groups: all rows of one name together.
    ///
    /// # Errors
    /// [`TableError::Cell`] where rows of one name differ in deprivation.
    pub fn units_of_ages(&self, rows: &[usize]) -> Result<Vec<OwnUnit>, TableError> {
        let mut units: Vec<OwnUnit> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut incomplete: Vec<bool> = Vec::new();
        for &row in rows {
            let unit = self.unit(row);
            let stratum = unit.events.zip(unit.denominator).zip(self.get(Role::Standard, row));
            let place = match places.get(&unit.name) {
                Some(&place) => place,
                None => {
                    places.insert(unit.name.clone(), units.len());
                    incomplete.push(false);
                    units.push(OwnUnit { value: None, limits: None, people: Some(0.0), ..unit.clone() });
                    units.len() - 1
                }
            };
            let Some(whole) = units.get_mut(place) else { continue };
            if whole.deprivation != unit.deprivation {
                let column = self.roles.of(Role::Deprivation).unwrap_or_default();
                return Err(cell_error(self.table, row, column, Trouble::Differs));
            }
            whole.people = whole.people.zip(unit.people).map(|(sum, more)| sum + more);
            match stratum {
                Some(((events, people), standard)) if people > 0.0 => {
                    whole.strata.push(Stratum { events, people, standard })
                }
                _ => {
                    if let Some(is_incomplete) = incomplete.get_mut(place) {
                        *is_incomplete = true;
                    }
                }
            }
        }
        for (unit, is_incomplete) in units.iter_mut().zip(incomplete) {
            let sum = |part: fn(&Stratum) -> f64| (!is_incomplete).then(|| unit.strata.iter().map(part).sum::<f64>());
            (unit.events, unit.denominator) = (sum(|stratum| stratum.events), sum(|stratum| stratum.people));
            if is_incomplete {
                unit.strata.clear();
            }
        }
        Ok(units)
    }

    /// Rows that lack what a measure needs, each with the first number that is missing.
    pub async fn left_out(&self, rows: &[usize], pace: &Pace) -> Vec<(usize, Role)> {
        let people = if self.roles.has(Role::People) { Role::People } else { Role::Denominator };
        let needed = match self.roles.has(Role::Value) {
            true => &[Role::Value, Role::Deprivation, people][..],
            false => &[Role::Events, Role::Deprivation, people, Role::Expected],
        };
        let needed: Vec<Role> = needed.iter().copied().filter(|role| self.roles.has(*role)).collect();
        let counts_people = self.roles.has(people);
        let lacks = |row: usize| {
            let missing = needed.iter().copied().find(|role| self.get(*role, row).is_none());
            let nobody = || counts_people && self.get(people, row) == Some(0.0);
            missing.or_else(|| nobody().then_some(people))
        };
        let mut left = Vec::new();
        pace.each(rows, |&row| left.extend(lacks(row).map(|role| (row, role)))).await;
        left
    }

    /// A row left out, in full.
    pub fn describe(&self, (row, role): (usize, Role)) -> LeftOut {
        let column = self.roles.of(role).unwrap_or_default();
        LeftOut {
            row: self.table_row(row),
            column: self.table.headings().get(column).cloned().unwrap_or_default(),
            text: quoted(self.table.cell(row, column)),
        }
    }

    /// Rows whose lower limit is above the upper one.
    pub async fn crossed(&self, rows: &[usize], pace: &Pace) -> Vec<usize> {
        let is_crossed = |&row: &usize| matches!((self.get(Role::Lower, row), self.get(Role::Upper, row)), (Some(lower), Some(upper)) if lower > upper);
        let mut crossed = Vec::new();
        pace.each(rows, |row| crossed.extend(Some(*row).filter(is_crossed))).await;
        crossed
    }
}

/// Numbers of groups that stand for none: 0, 9 or 99 beside all of 1 to 5 or 1 to 10.
fn without_unknown_groups(numbers: &mut [Option<f64>]) {
    let mut different: Vec<f64> = Vec::new();
    for &number in numbers.iter().flatten() {
        if !different.contains(&number) {
            different.push(number);
        }
        if different.len() > 12 || number != number.trunc() {
            return;
        }
    }
    different.sort_by(f64::total_cmp);
    // Every group is there, of five or of ten, and nothing else.
    let are_groups = |unknown: f64, most: f64| {
        let others: Vec<f64> = different.iter().copied().filter(|&other| other != unknown).collect();
        others.len() as f64 == most && others.first() == Some(&1.0) && others.last() == Some(&most)
    };
    let unknown = |number: f64| match number {
        9.0 => are_groups(9.0, 5.0),
        0.0 | 99.0 | 999.0 => are_groups(number, 5.0) || are_groups(number, 10.0),
        _ => false,
    };
    for number in numbers.iter_mut().filter(|number| number.is_some_and(unknown)) {
        *number = None;
    }
}

/// A cell that cannot be used.
pub fn cell_error(table: &Table, row: usize, column: usize, trouble: Trouble) -> TableError {
    TableError::Cell {
        line: table.line(row),
        heading: table.headings().get(column).map(|heading| quoted(heading)).unwrap_or_default(),
        text: quoted(table.cell(row, column)),
        trouble,
    }
}

/// A text as a message repeats it: short.
fn quoted(text: &str) -> String {
    let mut short: String = text.chars().filter(|sign| !sign.is_control()).take(MOST_QUOTED).collect();
    if text.chars().count() > MOST_QUOTED {
        short.push('…');
    }
    short
}
