//! Rows of several levels: England beside its districts, a total below its parts.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Table;
use super::column::level_of_code;
use crate::pace::Pace;

/// Why a row is of another level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Whole {
    /// It is a country, by its code or its name.
    Country,
    /// It is a region of England.
    Region,
    /// Its name says that it is a total or a mean.
    Total,
    /// It has as many people as all others together.
    AllPeople,
    /// It is of a level with fewer rows.
    OtherLevel,
}

/// A row left out because it holds others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WholeRow {
    /// Which row of the table.
    pub row: usize,
    /// Why.
    pub why: Whole,
}

/// Rows by their level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels {
    /// Rows of one level.
    pub kept: Vec<usize>,
    /// Rows that hold others.
    pub wholes: Vec<WholeRow>,
    /// Levels that may hold each other and of which one has to be chosen, each by its key.
    pub open: Vec<String>,
}

/// Countries, and what a table calls all of them.
const COUNTRIES: &[&str] = &[
    "england",
    "wales",
    "scotland",
    "northern ireland",
    "great britain",
    "united kingdom",
    "uk",
    "gb",
    "england and wales",
    "england & wales",
];
/// Regions of England.
const REGIONS: &[&str] = &[
    "north east",
    "north west",
    "yorkshire and the humber",
    "yorkshire & the humber",
    "yorkshire and humber",
    "east midlands",
    "west midlands",
    "east of england",
    "east",
    "london",
    "south east",
    "south west",
];
/// Names of totals.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "all",
    "overall",
    "sum",
    "all areas",
    "all persons",
    "all groups",
    "all quintiles",
    "all deciles",
    "average",
    "mean",
    "national",
    "national average",
    "county total",
    "sub-total",
    "subtotal",
    "all schools",
    "all practices",
    "all wards",
    "all pupils",
    "all patients",
    "all ages",
    "all people",
    "benchmark",
    "comparators",
    "neighbours",
    "nearest neighbours",
    "statistical neighbours",
    "similar authorities",
    "similar areas",
    "peers",
    "peer group",
];

/// Counties of two tiers hold districts; other kinds of local authority stand beside both.
const COUNTY: &str = "E10";
const DISTRICT: &str = "E07";

/// Finds rows that hold others among rows of a table.
pub async fn find(
    table: &Table,
    rows: &[usize],
    name: Option<usize>,
    codes: Option<usize>,
    people: &[Option<f64>],
    told: Option<&str>,
    pace: &Pace,
) -> Levels {
    let mut levels = Levels { kept: rows.to_vec(), ..Levels::default() };
    if let Some(column) = codes {
        levels.by_code(table, column, told);
        pace.rest().await;
    }
    if let Some(column) = name {
        levels.by_name(table, column, pace).await;
    }
    // Rows without names are seldom published with their total among them.
    if name.is_some() {
        levels.by_people(people);
    }
    pace.rest().await;
    levels
}

/// What a name says of the level of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Said {
    is_country: bool,
    is_total: bool,
    is_region: bool,
    /// Whether it ends with the word “region”.
    is_named_region: bool,
}

impl Said {
    /// Of a name in small letters.
    fn of(small: &str) -> Self {
        let region = small.trim_end_matches(" region").trim_end_matches(" (region)");
        Self {
            is_country: COUNTRIES.contains(&small),
            is_total: is_total(small),
            is_region: REGIONS.contains(&region),
            is_named_region: small.ends_with(" region"),
        }
    }
}

/// A text in small letters, in place of what stood there.
fn in_small_letters(text: &str, small: &mut String) {
    small.clear();
    if text.is_ascii() {
        small.push_str(text);
        small.make_ascii_lowercase();
    } else {
        small.push_str(&text.to_lowercase());
    }
}

/// Whether a name, in small letters, is one of a total or a mean.
fn is_total(name: &str) -> bool {
    let says = |word: &str| matches!(word, "total" | "totals" | "subtotal" | "average" | "mean" | "median");
    TOTALS.contains(&name) || name.split(|sign: char| !sign.is_alphanumeric()).any(says)
}

/// Whether a code is one of a country.
fn is_country(level: Option<&str>) -> bool {
    matches!(level, Some("E92" | "W92" | "S92" | "N92" | "K02" | "K03" | "K04"))
}

/// Whether a code is one of a region.
fn is_region_code(level: Option<&str>) -> bool {
    matches!(level, Some("E12" | "E40" | "E45"))
}

/// Rows that hold others among rows without deprivation, and the rest of them.
pub fn wholes_among(
    table: &Table,
    rows: &[usize],
    name: Option<usize>,
    codes: Option<usize>,
) -> (Vec<WholeRow>, Vec<usize>) {
    let why = |row: usize| {
        let level = codes.and_then(|column| level_of_code(table.cell(row, column)));
        let name = name.map(|column| table.cell(row, column).to_lowercase()).unwrap_or_default();
        if is_country(level) || COUNTRIES.contains(&name.as_str()) {
            Some(Whole::Country)
        } else if is_region_code(level) {
            Some(Whole::Region)
        } else {
            is_total(&name).then_some(Whole::Total)
        }
    };
    let mut rest = rows.to_vec();
    rest.retain(|&row| why(row).is_none());
    (rows.iter().filter_map(|&row| Some(WholeRow { row, why: why(row)? })).collect(), rest)
}

impl Levels {
    /// Takes rows out, unless none would be left.
    fn take_out(&mut self, why: Whole, is: impl Fn(usize) -> bool) {
        let out: Vec<usize> = self.kept.iter().copied().filter(|&row| is(row)).collect();
        // A row or two beside a whole are no table; where all are countries each counts.
        if out.is_empty() || self.kept.len() < out.len() + 2 {
            return;
        }
        self.kept.retain(|&row| !is(row));
        self.wholes.extend(out.into_iter().map(|row| WholeRow { row, why }));
    }

    fn by_code(&mut self, table: &Table, column: usize, told: Option<&str>) {
        let level = |row: usize| level_of_code(table.cell(row, column));
        self.take_out(Whole::Country, |row| {
            matches!(level(row), Some("E92" | "W92" | "S92" | "N92" | "K02" | "K03" | "K04"))
        });
        self.take_out(Whole::Region, |row| matches!(level(row), Some("E12" | "E40" | "E45")));
        let kind = |row: usize| match level(row) {
            // Kinds of district.
            Some("E06" | "E08" | "E09") => Some("E06"),
            other => other,
        };
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for kind in self.kept.iter().filter_map(|&row| kind(row)) {
            match counts.iter_mut().find(|(other, _)| *other == kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((kind, 1)),
            }
        }
        let has = |kind: &str| counts.iter().any(|(other, _)| *other == kind);
        if let Some(told) = told.filter(|told| has(told)) {
            let is_told =
                |row: usize| kind(row) == Some(told) || matches!((told, kind(row)), (COUNTY | DISTRICT, Some("E06")));
            self.take_out(Whole::OtherLevel, |row| !is_told(row));
            return;
        }
        // Kinds that stand beside each other in one list of areas.
        let beside = |kind: &str| match kind {
            "E06" => 0,
            COUNTY => 1,
            DISTRICT => 2,
            _ => 3,
        };
        let others: Vec<&str> = counts.iter().map(|(kind, _)| *kind).filter(|kind| beside(kind) == 3).collect();
        let is_one_list = match (has(COUNTY), has(DISTRICT), others.as_slice()) {
            (true, true, _) => false,
            (_, _, []) => true,
            (false, false, kinds) if !has("E06") => {
                // The same kind of area has a letter for each country.
                let mut numbers: Vec<&str> = kinds.iter().filter_map(|kind| kind.get(..1)).collect();
                numbers.sort_unstable();
                numbers.dedup();
                numbers.len() == kinds.len()
            }
            // Councils of Wales and Scotland beside those of England.
            (_, _, kinds) => kinds.iter().all(|kind| matches!(*kind, "W06" | "S12" | "N09")),
        };
        if !is_one_list {
            self.open = counts.iter().map(|(kind, _)| (*kind).to_owned()).collect();
        }
    }

    async fn by_name(&mut self, table: &Table, column: usize, pace: &Pace) {
        // Each name in small letters once, in one piece of memory.
        let mut small = String::new();
        let mut said: HashMap<usize, Said> = HashMap::new();
        let look = |&row: &usize| {
            in_small_letters(table.cell(row, column), &mut small);
            let of = Said::of(&small);
            if of != Said::default() {
                said.insert(row, of);
            }
        };
        pace.each(&self.kept, look).await;
        if said.is_empty() {
            return;
        }
        let of = |row: usize| said.get(&row).copied().unwrap_or_default();
        self.take_out(Whole::Country, |row| of(row).is_country);
        self.take_out(Whole::Total, |row| of(row).is_total);
        // London may be a place among others; several regions among other rows are regions.
        let regions = self.kept.iter().filter(|&&row| of(row).is_region).count();
        let named = self.kept.iter().filter(|&&row| of(row).is_named_region).count();
        if regions >= 3 || named > 0 {
            self.take_out(Whole::Region, |row| of(row).is_region && (regions >= 3 || of(row).is_named_region));
        }
    }

    fn by_people(&mut self, people: &[Option<f64>]) {
        let get = |row: usize| people.get(row).copied().flatten();
        let total: f64 = self.kept.iter().filter_map(|&row| get(row)).sum();
        // Among a few people sums come about by chance.
        let is_all =
            |row: usize| get(row).is_some_and(|own| own >= 500.0 && (own - (total - own)).abs() <= 0.002 * own);
        if self.kept.len() >= 5 && self.kept.iter().filter(|&&row| is_all(row)).count() == 1 {
            self.take_out(Whole::AllPeople, is_all);
        }
    }
}
