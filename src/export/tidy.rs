//! All results as one tidy table: a row for each number, under stable keys, with its name, its unit and its limits.

use serde_json::{Map, Value};

use super::document::document;
use super::walk::{Measured, Walk};
use super::{Csv, Exportable, Table};
use crate::words::dictionary::{self as words, COLUMNS, Shown};
use crate::words::exports;

/// A table of which each column is told.
pub struct Tidy {
    /// The table.
    pub table: Table,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The columns that tell its rows apart.
    pub keys: Vec<&'static str>,
    /// What is measured, in a table with a row for each number.
    pub measures: Vec<Measured>,
}

/// A column of a table.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub meaning: &'static str,
    /// What that is counted in, where it is the same in every row.
    pub unit: Option<&'static str>,
    /// Whether it holds numbers.
    pub is_number: bool,
    /// Whether every row has one.
    pub is_required: bool,
}

/// A table of units: its rows, and the name, the meaning and the unit of each column.
pub struct Listed {
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// The columns.
    pub columns: &'static [(&'static str, &'static str, &'static str)],
    /// The column that tells units apart.
    pub key: &'static str,
}

/// All results as a table.
///
/// # Errors
/// As for [`document`].
pub fn tidy(of: &dyn Exportable) -> serde_json::Result<Tidy> {
    let title = exports::results_title(of.scenario().view);
    if let Some(Listed { rows, columns, key }) = of.listed() {
        let headings = columns.iter().map(|(name, ..)| (*name).to_owned()).collect();
        let columns = columns.iter().map(|&(name, meaning, unit)| Column {
            name,
            meaning,
            unit: Some(unit),
            is_number: unit != TEXT,
            is_required: name == key,
        });
        let columns = columns.collect();
        return Ok(Tidy { table: Table { title, headings, rows }, columns, keys: vec![key], measures: Vec::new() });
    }
    let document = document(of)?;
    let text = |name: &str| document[name].as_str().unwrap_or_default().to_owned();
    let sign = document["rows"]["page_sign"].as_f64().unwrap_or(1.0);
    let mut walk = Walk {
        shown: Shown { scenario: of.scenario(), style: of.style().map(|style| (style, sign)) },
        place: of.place(),
        data: text("data"),
        level: words::of_level(document["rows"]["settings"]["measure-level"].as_str().unwrap_or_default()),
        rows: Vec::new(),
        measures: Vec::new(),
    };
    if let Value::Object(all) = &document {
        let all: Map<String, Value> = all
            .iter()
            .filter(|(key, _)| !ABOUT.contains(&&***key))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        walk.object(&all, &[], &[], None);
    }
    let columns = COLUMNS.iter().map(|&(name, meaning, is_number, is_required)| Column {
        name,
        meaning,
        unit: None,
        is_number,
        is_required,
    });
    let headings = COLUMNS.iter().map(|column| column.0.to_owned()).collect();
    // What is measured stands together, its parts in their order.
    walk.rows.sort_by(|one, other| one[MEASURE].cmp(&other[MEASURE]));
    let table = Table { title, headings, rows: walk.rows };
    Ok(Tidy { table, columns: columns.collect(), keys: vec!["measure", "part"], measures: walk.measures })
}

/// The same document as CSV: one table with a row for each number, or for each unit of a list, and nothing else.
///
/// # Errors
/// As for [`document`].
pub fn results_csv(of: &dyn Exportable) -> serde_json::Result<String> {
    let mut csv = Csv::new();
    let Table { headings, rows, .. } = tidy(of)?.table;
    csv.row(&headings);
    csv.rows(&rows);
    Ok(csv.text())
}

/// The unit of a column of texts.
const TEXT: &str = "text";

/// What says what the results are about: it stands in the description of the table.
const ABOUT: [&str; 14] = [
    "query",
    "says",
    "figures",
    "source",
    "title",
    "map_source",
    "read",
    "register",
    "reading",
    "file",
    "data",
    "place",
    "fifths_of",
    "kind",
];
/// Where the key of what is measured stands in a row.
const MEASURE: usize = 2;
