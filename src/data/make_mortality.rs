//! Making the built-in rows on preventable deaths from the published figures of single areas.

use std::fmt::Write;

use thiserror::Error;

use super::mortality::{MortalityTwentieth, TWENTIETHS};
use super::records::{Record, Records};
use crate::decimal;
use crate::model::gap::{DeprivationOrder, quantile_groups};

/// Why the figures cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MortalityFileError {
    /// A column is missing.
    #[error("there is no column for {0}")]
    NoColumn(&'static str),
    /// A cell cannot be read.
    #[error("line {line}: no {column} that can be used")]
    Cell {
        /// Line in the file, from 1.
        line: u64,
        /// What the column holds.
        column: &'static str,
    },
    /// There are too few areas to make groups in which none stands by itself.
    #[error("{0} areas are too few to make twentieths of several areas each")]
    TooFew(usize),
}

/// What a column holds, and the words in its header by which it is found whatever its year.
const COLUMNS: [(&str, &[&str]); 3] = [
    ("the mortality ratio", &["preventable", "smr"]),
    ("the number of people", &["population_"]),
    ("the deprivation score", &["imd", "score"]),
];

/// Aggregates the rows of single areas to twentieths by deprivation score, by the formula of
/// [`quantile_groups`]; score and ratio are means weighted by people.
///
/// # Errors
/// [`MortalityFileError`] if a column is missing, a cell cannot be read, or a group would hold a single area.
pub fn mortality_twentieths(bytes: &[u8]) -> Result<Vec<MortalityTwentieth>, MortalityFileError> {
    let mut places: Option<[usize; 3]> = None;
    let mut areas: Vec<[f64; 3]> = Vec::new();
    let mut each = |record: Record| {
        match places {
            None => places = Some(find_columns(&record)?),
            Some(places) => areas.push(read_area(&record, places)?),
        }
        Ok(())
    };
    let mut records = Records::default();
    records.push(bytes, &mut each)?;
    records.finish(&mut each)?;

    let scores: Vec<Option<f64>> = areas.iter().map(|&[_, _, score]| Some(score)).collect();
    let groups = quantile_groups(&scores, TWENTIETHS, DeprivationOrder::HighestFirst);
    (1..=TWENTIETHS)
        .map(|twentieth| {
            let inside = || areas.iter().zip(&groups).filter(|&(_, &of)| of == Some(twentieth)).map(|(area, _)| area);
            let people: f64 = inside().map(|[_, people, _]| people).sum();
            let mean = |column: usize| inside().map(|area| area[column] * area[1]).sum::<f64>() / people;
            let count = inside().count();
            let row = MortalityTwentieth { twentieth, areas: count as f64, people, score: mean(2), ratio: mean(0) };
            if count > 1 { Ok(row) } else { Err(MortalityFileError::TooFew(areas.len())) }
        })
        .collect()
}

fn find_columns(header: &Record) -> Result<[usize; 3], MortalityFileError> {
    let mut places = [0; 3];
    for (place, (what, words)) in places.iter_mut().zip(COLUMNS) {
        let holds = |column: &usize| {
            let name = String::from_utf8_lossy(header.field(*column)).to_lowercase();
            words.iter().all(|word| name.contains(word))
        };
        *place = (0..header.len()).find(holds).ok_or(MortalityFileError::NoColumn(what))?;
    }
    Ok(places)
}

fn read_area(record: &Record, places: [usize; 3]) -> Result<[f64; 3], MortalityFileError> {
    let mut numbers = [0.0; 3];
    for ((number, place), (column, _)) in numbers.iter_mut().zip(places).zip(COLUMNS) {
        let cell = std::str::from_utf8(record.field(place)).ok().and_then(decimal::parse);
        let unreadable = MortalityFileError::Cell { line: record.line, column };
        *number = cell.filter(|&value| value > 0.0).ok_or(unreadable)?;
    }
    Ok(numbers)
}

/// The text of the rows that are shipped.
pub fn mortality_csv(rows: &[MortalityTwentieth]) -> String {
    let mut csv = String::from("twentieth,areas,people,imd_score,ratio\n");
    for row in rows {
        let MortalityTwentieth { twentieth, areas, people, score, ratio } = row;
        let _ = writeln!(csv, "{twentieth},{areas:.0},{people:.0},{score:.3},{ratio:.2}");
    }
    csv
}
