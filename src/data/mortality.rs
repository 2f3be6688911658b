//! Built-in rows to start measuring from: preventable deaths by deprivation twentieth of Cambridgeshire and Peterborough.
//!
//! Aggregates that the project made from the published figures of single areas; no single area is among them.
//!
//! Source: Office for Health Improvement and Disparities, *Local Health*, deaths from causes considered preventable, under
//! 75 years, standardised mortality ratio (England = 100), 2015-19; English Indices of Deprivation 2019, weighted by
//! population (mid-2015). Contains public sector information licensed under the Open Government Licence v3.0.

use super::figures::DamagedFigures;
use super::records::{Record, Records};
use crate::decimal;
use crate::model::gap::Row;

/// Number of groups: each holds about 5% of the place's areas.
pub const TWENTIETHS: u32 = 20;

/// Path of the rows below the folder of the built-in figures.
pub const MORTALITY_PATH: &str = "mortality/preventable-under-75-by-twentieth.csv";

/// The rows that are shipped: small enough to come with the code that reads them.
pub const MORTALITY: &str = include_str!("../../public/figures/mortality/preventable-under-75-by-twentieth.csv");

/// A deprivation twentieth of the place's areas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MortalityTwentieth {
    /// 1 (most deprived) to 20.
    pub twentieth: u32,
    /// Number of areas (about 8,500 people each) in it.
    pub areas: f64,
    /// Number of people, mid-2015.
    pub people: f64,
    /// Deprivation score (IMD 2019), mean over its areas weighted by people. Higher is more deprived.
    pub score: f64,
    /// Standardised ratio of preventable deaths before 75, England = 100; mean over its areas weighted by people.
    pub ratio: f64,
}

impl MortalityTwentieth {
    /// As a row to measure: the ratio by score.
    pub fn row(&self) -> Row {
        Row { value: Some(self.ratio), people: Some(self.people), deprivation: Some(self.score) }
    }
}

/// Reads the rows that are shipped.
///
/// # Errors
/// [`DamagedFigures`] if a line cannot be read.
pub fn read_twentieths(text: &str) -> Result<Vec<MortalityTwentieth>, DamagedFigures> {
    let mut rows = Vec::new();
    let mut is_header = true;
    let mut each = |record: Record| {
        if !std::mem::take(&mut is_header) {
            rows.push(row(&record).ok_or(DamagedFigures { line: record.line })?);
        }
        Ok(())
    };
    let mut records = Records::default();
    records.push(text.as_bytes(), &mut each)?;
    records.finish(&mut each)?;
    Ok(rows)
}

fn row(record: &Record) -> Option<MortalityTwentieth> {
    let number = |column: usize| decimal::parse(std::str::from_utf8(record.field(column)).ok()?);
    let twentieth = number(0).filter(|&n| (1.0..=f64::from(TWENTIETHS)).contains(&n))? as u32;
    let row =
        MortalityTwentieth { twentieth, areas: number(1)?, people: number(2)?, score: number(3)?, ratio: number(4)? };
    (record.len() == 5).then_some(row)
}
