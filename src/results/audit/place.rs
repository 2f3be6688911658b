//! The areas that people served are counted in, with people in need.

use std::collections::HashMap;

use crate::data::boundaries::in_edition;
use crate::data::figures::HeldOf;
use crate::data::official::OfficialFile;
use crate::data::table::Targetable;
use crate::data::{AuthorityCode, Edition, NeedMeasure, Places, RankBy};
use crate::model::Counts;
use crate::results::areas::{ListedUnit, UnitList};

/// What the areas are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitsOf {
    /// Small areas of an official file.
    File(Edition),
    /// Councils, from the built-in figures.
    Councils(Edition),
    /// Units of a table of the person's own; none of built-in bands, which are no single units.
    Own,
    /// Made up.
    Example,
}

/// The areas of a place, and which others there are.
#[derive(Debug, Clone)]
pub struct AuditPlace {
    /// The areas of the place, most deprived first.
    pub list: UnitList,
    /// What they are.
    pub of: UnitsOf,
    /// Areas outside the place, each with what it lies in: a council, or itself.
    outside: HashMap<String, String>,
}

impl AuditPlace {
    /// Small areas of an official file in these authorities.
    pub fn of_file(file: &OfficialFile, authorities: &[AuthorityCode], need: NeedMeasure, rank: RankBy) -> Self {
        let is_here: Vec<bool> = file.authorities.iter().map(|of| authorities.contains(&of.code)).collect();
        let outside = file.areas.iter().filter_map(|area| {
            let council = usize::from(area.authority);
            let name = file.authorities.get(council).filter(|_| is_here.get(council) == Some(&false))?;
            Some((area.code(), name.name.clone()))
        });
        Self {
            list: UnitList::of_file(file, authorities, need, rank),
            of: UnitsOf::File(file.edition),
            outside: outside.collect(),
        }
    }

    /// Councils, from what the built-in figures hold of each in all. Those that the place has a part of only are outside.
    pub fn of_councils(totals: &[HeldOf], places: &Places, edition: Edition) -> Self {
        let whole = |code: AuthorityCode| totals.iter().find(|of| of.authority == code && of.is_whole);
        let mut units = Vec::new();
        let mut outside = HashMap::new();
        for authority in places.authorities.iter() {
            let code = authority.code.to_string();
            match whole(authority.code) {
                Some(held) => {
                    let Counts { people, in_need, .. } = held.counts;
                    units.push(ListedUnit {
                        code,
                        name: authority.name.clone(),
                        council: String::new(),
                        counts: Counts { areas: 1.0, people, in_need },
                        order: if people > 0.0 { -in_need / people } else { 0.0 },
                        national: None,
                    });
                }
                None => {
                    outside.insert(code, authority.name.clone());
                }
            }
        }
        Self { list: UnitList::new(units), of: UnitsOf::Councils(edition), outside }
    }

    /// Units of a table of the person's own.
    pub fn of_table(table: &Targetable, rank: RankBy) -> Self {
        Self { list: UnitList::of_table(table, rank).unwrap_or_default(), of: UnitsOf::Own, outside: HashMap::new() }
    }

    /// What their fifths are made by, where areas of one's own are in this order.
    pub fn order(&self, rank: RankBy) -> RankBy {
        match self.of {
            // Councils have no rank of deprivation here.
            UnitsOf::Councils(_) => RankBy::Need,
            UnitsOf::Example => RankBy::Imd,
            UnitsOf::Own | UnitsOf::File(_) => rank,
        }
    }

    /// Made-up areas.
    pub fn made_up(units: Vec<ListedUnit>) -> Self {
        Self { list: UnitList::new(units), of: UnitsOf::Example, outside: HashMap::new() }
    }

    /// The area with a code of any year, and whether it has another code here.
    pub fn find(&self, code: &str) -> Option<(usize, bool)> {
        // The number of a row is no code.
        if !self.list.has_codes {
            return None;
        }
        if let Some(at) = self.list.with_code(code) {
            return Some((at, false));
        }
        let later = self.later(code)?;
        self.list.with_code(&later).map(|at| (at, true))
    }

    /// What an area lies in that is outside the place.
    pub fn outside(&self, code: &str) -> Option<&str> {
        let by_code = |code: &str| self.outside.get(code).map(String::as_str);
        by_code(code).or_else(|| by_code(&self.later(code)?))
    }

    /// The code that a council of another year has in the edition, where it is one council there.
    fn later(&self, code: &str) -> Option<String> {
        let UnitsOf::Councils(edition) = self.of else { return None };
        match in_edition(code.parse().ok()?, edition).as_slice() {
            [one] => Some(one.to_string()),
            _ => None,
        }
    }
}
