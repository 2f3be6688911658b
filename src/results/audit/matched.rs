//! People served, put into the areas of a place, and those who belong to none of them.

use std::collections::HashMap;

use super::place::{AuditPlace, UnitsOf};
use crate::data::Edition;
use crate::data::table::{Census, ServedTable, only_in};

/// People served in areas outside the place, by what these lie in, the most first.
pub type Outside = Vec<(String, f64)>;

/// Who is left out, and why.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LeftOut {
    /// People in areas outside the place, by council.
    pub outside: Outside,
    /// Codes of areas that were drawn anew for the other census, and the people there.
    pub other_census: (Vec<String>, f64),
    /// Codes that nothing is known of, and the people there.
    pub unknown: (Vec<String>, f64),
    /// People without a code.
    pub without_code: f64,
    /// Rows without a number.
    pub rows_without_number: usize,
}

impl LeftOut {
    /// How many people are outside the place.
    pub fn people_outside(&self) -> f64 {
        self.outside.iter().map(|(_, people)| people).sum()
    }

    /// How many people are left out in all.
    pub fn people(&self) -> f64 {
        self.people_outside() + self.other_census.1 + self.unknown.1 + self.without_code
    }
}

/// People served by period, group and area.
#[derive(Debug, Clone, PartialEq)]
pub struct Matched {
    /// For each period, for each group, the people served in each area, in the order of the areas.
    pub served: Vec<Vec<Vec<f64>>>,
    /// Whether the table speaks of each area.
    pub is_named: Vec<bool>,
    /// Councils that have another code or another name by now.
    pub followed: usize,
    /// Who is left out.
    pub left_out: LeftOut,
}

impl Matched {
    /// Puts people into areas.
    pub fn new(place: &AuditPlace, table: &ServedTable) -> Self {
        let units = place.list.units.len();
        let found: Vec<Option<(usize, bool)>> = table.codes.iter().map(|code| place.find(code)).collect();
        let mut is_named = vec![false; units];
        for (at, _) in found.iter().flatten() {
            if let Some(is_named) = is_named.get_mut(*at) {
                *is_named = true;
            }
        }
        let (periods, groups) = (table.periods.len().max(1), table.groups.len().max(1));
        let mut served = vec![vec![vec![0.0; units]; groups]; periods];
        let mut others: HashMap<u32, f64> = HashMap::new();
        for count in &table.counts {
            match found.get(count.code as usize).copied().flatten() {
                Some((at, _)) => {
                    let period = served.get_mut(count.period as usize);
                    let group = period.and_then(|period| period.get_mut(count.group as usize));
                    if let Some(area) = group.and_then(|group| group.get_mut(at)) {
                        *area += count.served;
                    }
                }
                None => *others.entry(count.code).or_default() += count.served,
            }
        }
        Self {
            served,
            is_named,
            followed: found.iter().flatten().filter(|(_, is_followed)| *is_followed).count(),
            left_out: left_out(place, table, &others),
        }
    }
}

/// Why people belong to no area, in the order of their codes in the table.
fn left_out(place: &AuditPlace, table: &ServedTable, others: &HashMap<u32, f64>) -> LeftOut {
    let mut left_out =
        LeftOut { without_code: table.without_code, rows_without_number: table.without_number, ..LeftOut::default() };
    let mut outside: HashMap<&str, f64> = HashMap::new();
    for (code, at) in table.codes.iter().zip(0_u32..) {
        let Some(&people) = others.get(&at) else { continue };
        let to = match place.outside(code) {
            Some(council) => {
                *outside.entry(council).or_default() += people;
                continue;
            }
            None if is_of_other_census(place, code) => &mut left_out.other_census,
            None => &mut left_out.unknown,
        };
        to.0.push(code.clone());
        to.1 += people;
    }
    left_out.outside = outside.into_iter().map(|(name, people)| (name.to_owned(), people)).collect();
    left_out.outside.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    left_out
}

/// Whether an area was drawn anew, so that the file has no area of its code.
fn is_of_other_census(place: &AuditPlace, code: &str) -> bool {
    let UnitsOf::File(edition) = place.of else { return false };
    match only_in(code) {
        Some(Census::Y2011) => edition == Edition::Iod2025,
        Some(Census::Y2021) => edition == Edition::Iod2019,
        None => false,
    }
}
