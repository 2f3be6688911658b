//! Councils of another year in a join: some became one, and some were given another code. What can be added up is; what cannot,
//! such as a rate, is left out and told.

use std::collections::{HashMap, HashSet};

use super::codes::CodeColumn;
use super::counts;
use super::given::{Given, name_of};
use super::join::{CouncilsFollowed, Followed, Lacks};
use super::known::Known;
use super::meaning::{self, DeprivationKind};
use super::number::Decimals;
use super::roles::Role;
use crate::data::AuthorityCode;
use crate::data::boundaries::{merged_from, other_codes, successors};

/// Every code that a council's area has had, or is a part of, or is made of.
pub fn related(code: &str) -> Vec<String> {
    let Ok(code) = code.parse::<AuthorityCode>() else { return Vec::new() };
    let later = successors(code).map(|(code, _)| code);
    let all = other_codes(code).chain(later).chain(merged_from(code));
    all.map(|code| code.to_string()).collect()
}

/// The codes among those that there are which cover a council's area.
fn cover(code: AuthorityCode, is_there: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let itself = std::iter::once(code).chain(other_codes(code)).map(|code| code.to_string());
    if let Some(there) = itself.into_iter().find(|code| is_there(code)) {
        return Some(vec![there]);
    }
    let parts: Vec<AuthorityCode> = merged_from(code).collect();
    let all: Option<Vec<Vec<String>>> = parts.into_iter().map(|part| cover(part, is_there)).collect();
    all.map(|all| all.concat()).filter(|all| !all.is_empty())
}

/// The year in which the first of some councils became part of another, up to that one.
fn year(parts: &[String], later: &str) -> Option<u16> {
    let first = parts.first()?.parse().ok()?;
    successors(first).find(|(code, _)| code.to_string() == later).map(|(_, year)| year)
}

/// Rows of the table that are taken together.
pub struct Together {
    /// The code that the other table has for them.
    pub code: String,
    /// Their cells.
    pub cells: Vec<String>,
}

/// What is followed.
#[derive(Default)]
pub struct Following {
    /// As it is told.
    pub told: Vec<CouncilsFollowed>,
    /// For each code of the table the rows of those that it is made of in the other.
    pub parts: HashMap<String, Vec<usize>>,
    /// By the first row of each, rows that are taken together.
    pub together: HashMap<usize, Together>,
    /// Rows that are taken together with an earlier one.
    pub taken: HashSet<usize>,
}

/// A table of the pair with its codes.
pub struct Coded<'a> {
    /// The table.
    pub known: &'a Known<'a>,
    /// Its column of codes.
    pub codes: &'a CodeColumn,
}

impl Following {
    /// Follows the councils of a table to those of another. `rows_of` are the rows of the other by their code: those of renamed
    /// councils get the code that the table has for them, and, where its rows are finer areas, so do those of merged ones.
    pub fn new(
        own: &Coded,
        own_of: &[String],
        other: &Known,
        rows_of: &mut HashMap<String, Vec<usize>>,
        is_finer: bool,
        lacks: Lacks,
    ) -> Self {
        let mut following = Self::default();
        let own_codes: HashSet<&String> = own_of.iter().collect();
        let mut open: Vec<&&String> = own_codes.iter().filter(|code| !rows_of.contains_key(**code)).collect();
        open.sort();
        let mut to_later: HashMap<String, Vec<String>> = HashMap::new();
        for code in open {
            let Ok(council) = code.parse::<AuthorityCode>() else { continue };
            let is_free = |other: &str| rows_of.contains_key(other) && !own_codes.contains(&other.to_owned());
            if let Some(parts) = cover(council, &is_free) {
                following.follow_apart((own, own_of, code), other, rows_of, &parts, is_finer);
            } else if let Some(later) = later_in(council, rows_of) {
                to_later.entry(later).or_default().push((*code).clone());
            }
        }
        let mut to_later: Vec<(String, Vec<String>)> = to_later.into_iter().collect();
        to_later.sort();
        for (later, parts) in to_later {
            following.follow_together((own, own_of), (other, rows_of), &later, parts, lacks);
        }
        following
    }

    /// A council of the table is one by another code in the other, or several.
    fn follow_apart(
        &mut self,
        (own, own_of, code): (&Coded, &[String], &str),
        other: &Known,
        rows_of: &mut HashMap<String, Vec<usize>>,
        parts: &[String],
        is_finer: bool,
    ) {
        let named = |part: &String| {
            let row = rows_of.get(part).and_then(|rows| rows.first());
            row.map_or_else(|| part.clone(), |&row| name_of(other, row, part))
        };
        // The name of a finer area is not that of its council.
        let names = if is_finer { parts.to_vec() } else { parts.iter().map(named).collect() };
        let is_same = parts.len() == 1;
        let is_alone = parts.iter().all(|part| rows_of.get(part).is_some_and(|rows| rows.len() == 1));
        let how = match (is_same, is_finer || is_alone) {
            (true, _) => Followed::Same,
            (false, true) => Followed::AddedThere,
            (false, false) => Followed::NoMean,
        };
        if how != Followed::NoMean {
            let rows: Vec<usize> = parts.iter().filter_map(|part| rows_of.remove(part)).flatten().collect();
            if is_same || is_finer {
                rows_of.insert(code.to_owned(), rows);
            } else {
                self.parts.insert(code.to_owned(), rows);
            }
        }
        let row = own_of.iter().position(|of| of == code).unwrap_or_default();
        let itself = name_of(own.known, row, code);
        let year = if is_same { None } else { year(parts, code) };
        self.told.push(CouncilsFollowed { own: vec![itself], other: names, year, how });
    }

    /// Several councils of the table are one in the other.
    fn follow_together(
        &mut self,
        (own, own_of): (&Coded, &[String]),
        (other, rows_of): (&Known, &HashMap<String, Vec<usize>>),
        later: &str,
        parts: Vec<String>,
        lacks: Lacks,
    ) {
        let first_row = |code: &String| own_of.iter().position(|of| of == code).unwrap_or_default();
        let names = parts.iter().map(|code| name_of(own.known, first_row(code), code)).collect();
        // The name of a finer area is not that of its council.
        let name = match rows_of.get(later).map(Vec::as_slice) {
            Some(&[row]) => name_of(other, row, later),
            _ => later.to_owned(),
        };
        let all = later.parse().ok().and_then(|later| cover(later, &|code| parts.iter().any(|part| part == code)));
        let is_whole = all.is_some_and(|all| all.len() == parts.len());
        let how = match (Sums::of(own.known, lacks), is_whole) {
            (None, _) => Followed::Rates,
            (Some(_), false) => Followed::PartMissing,
            (Some(sums), true) => match sums.together(own, own_of, &parts) {
                None => Followed::PartMissing,
                Some(groups) => {
                    for rows in groups {
                        let [first, rest @ ..] = rows.as_slice() else { continue };
                        let cells = sums.cells(own, &rows, later);
                        self.together.insert(*first, Together { code: later.to_owned(), cells });
                        self.taken.extend(rest);
                    }
                    Followed::Added
                }
            },
        };
        let year = year(&parts, later);
        self.told.push(CouncilsFollowed { own: names, other: vec![name], year, how });
    }

    /// Works out what the other table gives for councils that it has in parts. Where it cannot be, they are left out.
    pub fn give(&mut self, other: &Known, given: &mut Given, people: Option<usize>) {
        for (code, rows) in std::mem::take(&mut self.parts) {
            if let Some(cells) = mean(other, &given.columns, people, &rows) {
                given.cells.insert(code, cells);
                continue;
            }
            let is_it = |told: &&mut CouncilsFollowed| told.own.iter().any(|own| own.starts_with(&code));
            if let Some(told) = self.told.iter_mut().find(is_it) {
                told.how = Followed::NoMean;
            }
        }
    }
}

/// The council of the other table that a council of the table is a part of.
fn later_in(code: AuthorityCode, rows_of: &HashMap<String, Vec<usize>>) -> Option<String> {
    let all = successors(code).flat_map(|(later, _)| std::iter::once(later).chain(other_codes(later)));
    all.map(|code| code.to_string()).find(|code| rows_of.contains_key(code))
}

/// People of some rows in all, and the means of their scores by people; `None` where a number is missing or has no mean.
fn mean(other: &Known, columns: &[usize], people: Option<usize>, rows: &[usize]) -> Option<Vec<String>> {
    let people = people?;
    let of: Vec<f64> = rows.iter().map(|&row| other.number(row, people)).collect::<Option<_>>()?;
    let all: f64 = of.iter().sum();
    let cell = |&column: &usize| {
        if column == people {
            return Some(all.to_string());
        }
        let is_score = meaning::deprivation(other.looks.get(column)?).1 == DeprivationKind::Score;
        let weighed: Option<Vec<f64>> =
            rows.iter().zip(&of).map(|(&row, people)| Some(other.number(row, column)? * people)).collect();
        (is_score && all > 0.0).then_some(weighed?.iter().sum::<f64>() / all).map(|mean| mean.to_string())
    };
    columns.iter().map(cell).collect()
}

/// The columns of a table whose rows can be taken together.
struct Sums {
    /// Those whose numbers are added up.
    added: Vec<usize>,
}

impl Sums {
    /// `None` where a column that counts, or deprivation of the table's own, cannot be added up.
    fn of(own: &Known, lacks: Lacks) -> Option<Self> {
        let roles = &own.proposal.roles;
        let counted = [Role::Events, Role::Denominator, Role::Expected, Role::People];
        let mut added: Vec<usize> = counted.into_iter().filter_map(|role| roles.of(role)).collect();
        if let Some(value) = roles.of(Role::Value) {
            own.looks.get(value).and_then(counts::events)?;
            added.push(value);
        }
        let has_other = roles.has(Role::Lower) || roles.has(Role::Upper) || roles.has(Role::Standard);
        (lacks.deprivation && !has_other && !added.is_empty()).then_some(Self { added })
    }

    /// Rows that are taken together: one of each council, alike in what tells the rows of one council apart. `None` where not
    /// each has its partners.
    fn together(&self, own: &Coded, own_of: &[String], parts: &[String]) -> Option<Vec<Vec<usize>>> {
        let table = own.known.table;
        let mut counts: HashMap<&String, usize> = HashMap::new();
        own_of.iter().for_each(|code| *counts.entry(code).or_default() += 1);
        let most = counts.values().copied().max().unwrap_or_default();
        let name = own.known.proposal.roles.of(Role::Name);
        let tells_apart = |column: &usize| {
            let is_other = *column != own.codes.column && Some(*column) != name && !self.added.contains(column);
            is_other && {
                let different: HashSet<&str> = (0..table.len()).map(|row| table.cell(row, *column)).collect();
                different.len() > 1 && different.len() <= most
            }
        };
        let keys: Vec<usize> = (0..table.headings().len()).filter(tells_apart).collect();
        let mut groups: Vec<(Vec<&str>, Vec<usize>)> = Vec::new();
        for (row, code) in own_of.iter().enumerate() {
            if !parts.contains(code) {
                continue;
            }
            let key: Vec<&str> = keys.iter().map(|&column| table.cell(row, column)).collect();
            match groups.iter_mut().find(|(of, _)| *of == key) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((key, vec![row])),
            }
        }
        let is_each_once = |rows: &Vec<usize>| {
            let codes: HashSet<&String> = rows.iter().filter_map(|&row| own_of.get(row)).collect();
            codes.len() == parts.len() && rows.len() == parts.len()
        };
        groups.iter().all(|(_, rows)| is_each_once(rows)).then(|| groups.into_iter().map(|(_, rows)| rows).collect())
    }

    /// The cells of some rows taken together.
    fn cells(&self, own: &Coded, rows: &[usize], code: &str) -> Vec<String> {
        let known = own.known;
        let name = known.proposal.roles.of(Role::Name);
        let cell = |column: usize| {
            let cells: Vec<&str> = rows.iter().map(|&row| known.table.cell(row, column)).collect();
            if column == own.codes.column {
                code.to_owned()
            } else if self.added.contains(&column) {
                let missing = rows.iter().position(|&row| known.number(row, column).is_none());
                match missing.and_then(|at| cells.get(at)) {
                    // What one of them does not say, all of them together do not.
                    Some(mark) => (*mark).to_owned(),
                    None => {
                        let sum: f64 = rows.iter().filter_map(|&row| known.number(row, column)).sum();
                        let is_comma = known.looks.get(column).and_then(|look| look.decimals) == Some(Decimals::Comma);
                        if is_comma { sum.to_string().replace('.', ",") } else { sum.to_string() }
                    }
                }
            } else if cells.windows(2).all(|pair| pair[0] == pair[1]) {
                cells.first().copied().unwrap_or_default().to_owned()
            } else if Some(column) == name {
                cells.join(", ")
            } else {
                String::new()
            }
        };
        (0..known.table.headings().len()).map(cell).collect()
    }
}
