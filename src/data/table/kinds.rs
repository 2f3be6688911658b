//! Kinds of tables that are known by their headings, and what is meant where several columns would do.

use serde::{Deserialize, Serialize};

use super::column::Look;
use super::propose::Told;
use super::purpose::Purpose;
use super::roles::Role;
use super::vocabulary::DOMAINS;

/// A kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// File 7 of the English Indices of Deprivation, or a copy of it.
    File7,
    /// The Scottish Index of Multiple Deprivation.
    Simd,
    /// The Welsh Index of Multiple Deprivation.
    Wimd,
    /// The Northern Ireland Multiple Deprivation Measure.
    Nimdm,
    /// School-level free school meals, as the Department for Education publishes them.
    Schools,
    /// A download of Fingertips.
    Fingertips,
    /// What functions of PHEindicatormethods give.
    PheIndicatorMethods,
}

impl Kind {
    /// Its name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::File7 => "file-7",
            Self::Simd => "simd",
            Self::Wimd => "wimd",
            Self::Nimdm => "nimdm",
            Self::Schools => "school-meals",
            Self::Fingertips => "fingertips",
            Self::PheIndicatorMethods => "phe-indicator-methods",
        }
    }

    /// The kind of a table with these columns.
    pub fn of(looks: &[Look]) -> Option<Self> {
        let any = |is: &dyn Fn(&Look) -> bool| looks.iter().any(is);
        let has = |words: &'static [&'static str]| any(&|look: &Look| words.iter().all(|word| look.heading.has(word)));
        let begins = |beginning: &'static str| any(&|look: &Look| look.heading.has_beginning(beginning));
        let is_eligible =
            |look: &Look| look.heading.has("known to be eligible") && look.heading.has("free school meals");
        if begins("simd") {
            Some(Self::Simd)
        } else if begins("wimd") {
            Some(Self::Wimd)
        } else if begins("nimdm") || has(&["mdm", "rank"]) || has(&["multiple deprivation measure"]) {
            Some(Self::Nimdm)
        } else if any(&is_eligible) && (has(&["school"]) || has(&["urn"])) {
            Some(Self::Schools)
        } else if has(&["indicator", "name"])
            && has(&["area", "code"])
            && any(&|look| look.heading.is_any(&["timeperiod"]))
        {
            Some(Self::Fingertips)
        } else if has(&["lsoa"]) && (has(&["imd"]) || has(&["multiple deprivation"])) && has(&["income"]) {
            Some(Self::File7)
        } else if any(&|look| look.heading.is_any(&["lowercl", "lower950cl"]))
            && any(&|look| look.heading.is_any(&["uppercl", "upper950cl"]))
            && any(&|look| look.heading.is_any(&["confidence", "method", "statistic"]))
        {
            Some(Self::PheIndicatorMethods)
        } else {
            None
        }
    }

    /// Which of several columns is meant for something: people on low incomes in an index.
    pub fn meant(self, role: Role, columns: &[usize], looks: &[Look]) -> Option<usize> {
        let find =
            |is: &dyn Fn(&Look) -> bool| columns.iter().copied().find(|&column| looks.get(column).is_some_and(is));
        // A column that is no part of the index was put beside it to be measured.
        let is_own =
            |look: &Look| look.heading.has_any(DOMAINS) || look.heading.has_any(&["overcrowded", "nocentralheating"]);
        let others: Vec<usize> =
            columns.iter().copied().filter(|&column| looks.get(column).is_some_and(|look| !is_own(look))).collect();
        match (self, role, others.as_slice()) {
            (Self::File7 | Self::Simd, Role::Value, &[only]) => Some(only),
            (Self::File7 | Self::Simd, Role::Value, _) => {
                find(&|look| look.heading.has("income") && look.heading.has("rate"))
            }
            _ => None,
        }
    }

    /// What its columns are for, where that is a matter of the kind and not of headings: schools are ranked by the share of
    /// pupils who are eligible, since no index counts them; small areas are targeted by their rank, which no two of them share.
    pub fn told(self, looks: &[Look], purpose: Purpose) -> Told {
        let mut told = Told::default();
        let find = |is: &dyn Fn(&Look) -> bool| looks.iter().position(is);
        let mut set = |role: Role, column: Option<usize>| {
            if let (Some(place), Some(column)) = (told.get_mut(role as usize), column) {
                *place = Some(Some(column));
            }
        };
        if self == Self::File7 && purpose == Purpose::Targeted {
            let is_index = |look: &Look| look.heading.has("imd") || look.heading.has("index of multiple deprivation");
            set(Role::Deprivation, find(&|look| look.heading.has("rank") && is_index(look) && look.is_numeric()));
        }
        if self == Self::Schools
            && !looks.iter().any(|look| super::meaning::deprivation(look).0.is_some_and(|points| points > 40))
        {
            let eligible = |look: &Look| look.heading.has("known to be eligible") && look.is_numeric();
            let share = find(&|look| {
                eligible(look) && look.heading.has_any(&["%", "percentage"]) && !look.heading.has("performance")
            });
            let number = find(&|look| eligible(look) && !look.heading.has_any(&["%", "percentage", "performance"]));
            if share.is_some() && number.is_some() {
                set(Role::Deprivation, share);
                set(Role::Events, number);
                set(Role::People, find(&|look| look.heading.has("headcount")));
                if let Some(place) = told.get_mut(Role::Value as usize) {
                    *place = Some(None);
                }
            }
        }
        told
    }
}
