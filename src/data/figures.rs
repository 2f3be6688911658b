//! The built-in figures: what each local authority holds of each 5% band of a national ranking.
//!
//! They are aggregates that the project's own importer computed from the official files (`make figures`), so that
//! every council in England works without a file. No row of a single area is among them.

use std::str::FromStr;

use thiserror::Error;

use super::records::{Record, Records};
use super::{Authority, AuthorityCode, Edition, NeedMeasure, Population, PopulationError, RankBy, Resolution};
use crate::decimal;
use crate::model::{Counts, NationalPosition, Unit};

/// Number of bands in a national ranking: 5% of the areas each.
pub const BANDS: u8 = 20;

/// A built-in figures file, by what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Table {
    /// Edition of the Indices of Deprivation.
    pub edition: Edition,
    /// The need measure it counts.
    pub need: NeedMeasure,
    /// The national ranking that its bands are cut from.
    pub rank: RankBy,
}

impl Table {
    /// Path of the table below the folder of the built-in figures.
    pub fn path(self) -> String {
        let by = match self.rank {
            RankBy::Imd => "imd",
            RankBy::Need => self.need.key(),
        };
        format!("{}/{}-by-{by}.csv", self.edition.key(), self.need.key())
    }

    /// Path of the edition's list of authorities below the folder of the built-in figures.
    pub fn authorities_path(edition: Edition) -> String {
        format!("{}/authorities.csv", edition.key())
    }
}

/// A line of a built-in figures file cannot be read: the copy was cut short or changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line} of the built-in figures cannot be read")]
pub struct DamagedFigures {
    /// Line in the file, from 1.
    pub line: u64,
}

/// The authorities of an edition, as text a row each with code and name.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorityList(pub Vec<Authority>);

/// What one authority holds of each band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AuthorityBands {
    /// The authority.
    pub authority: AuthorityCode,
    /// Areas, people and people in need of each 5% band, from the most to the least deprived.
    pub bands: [Counts; BANDS as usize],
    /// Sum over areas of squared need per person: what [`crate::model::between_area_share`] needs to know of them.
    pub squared_need: f64,
}

/// One table of built-in figures. As text it has a column an authority, which packs tighter than a row. The rows are
/// the numbers of areas in each band, then of people, then of tenths of people in need, blank where the authority has no
/// area in a band; then the sum of squared need per person.
#[derive(Debug, Clone, PartialEq)]
pub struct BandTable(pub Vec<AuthorityBands>);

impl FromStr for AuthorityList {
    type Err = DamagedFigures;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut authorities = Vec::new();
        let mut is_header = true;
        read(text, &mut |row| {
            if !std::mem::take(&mut is_header) {
                let code = string(row, 0)?.parse().ok()?;
                authorities.push(Authority { code, name: string(row, 1)?.to_owned() });
            }
            Some(())
        })?;
        if authorities.is_empty() { Err(DamagedFigures { line: 1 }) } else { Ok(Self(authorities)) }
    }
}

impl FromStr for BandTable {
    type Err = DamagedFigures;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const N: usize = BANDS as usize;
        let mut columns: Option<Vec<AuthorityBands>> = None;
        let mut next = 0;
        read(text, &mut |row| {
            let Some(columns) = &mut columns else {
                let codes: Option<Vec<AuthorityCode>> = (1..row.len()).map(|i| string(row, i)?.parse().ok()).collect();
                columns = Some(codes?.into_iter().map(AuthorityBands::empty).collect());
                return Some(());
            };
            if row.len() != columns.len() + 1 {
                return None;
            }
            for (index, column) in columns.iter_mut().enumerate() {
                let value = number_or_blank(row, index + 1)?;
                match (next / N, next % N) {
                    (0, band) => column.bands[band].areas = value,
                    (1, band) => column.bands[band].people = value,
                    (2, band) => column.bands[band].in_need = value / 10.0,
                    (3, 0) => column.squared_need = value,
                    _ => return None,
                }
            }
            next += 1;
            Some(())
        })?;
        match columns {
            Some(columns) if next == 3 * N + 1 => Ok(Self(columns)),
            _ => Err(DamagedFigures { line: next as u64 + 1 }),
        }
    }
}

impl AuthorityBands {
    fn empty(authority: AuthorityCode) -> Self {
        Self { authority, bands: [Counts::default(); BANDS as usize], squared_need: 0.0 }
    }
}

impl BandTable {
    /// What each of the authorities asked for holds in all.
    pub fn totals(&self, authorities: &[AuthorityCode]) -> Vec<(AuthorityCode, Counts)> {
        let rows = self.0.iter().filter(|row| authorities.contains(&row.authority));
        rows.map(|row| (row.authority, row.bands.iter().fold(Counts::default(), |sum, &band| sum + band))).collect()
    }

    /// The units of the authorities asked for: at most one for each band.
    ///
    /// # Errors
    /// [`PopulationError::NoSuchPlace`] if none of the authorities is in the table.
    pub fn population(&self, authorities: &[AuthorityCode]) -> Result<Population, PopulationError> {
        let mut bands = [Counts::default(); BANDS as usize];
        let mut squared_need = 0.0;
        for row in self.0.iter().filter(|row| authorities.contains(&row.authority)) {
            for (sum, &counts) in bands.iter_mut().zip(&row.bands) {
                *sum += counts;
            }
            squared_need += row.squared_need;
        }
        let end = |band: u8| f64::from(band) / f64::from(BANDS);
        let units: Vec<Unit> = (1..=BANDS)
            .zip(bands)
            .filter(|(_, counts)| counts.areas > 0.0)
            .map(|(band, counts)| Unit {
                counts,
                order: f64::from(band),
                national: Some(NationalPosition::Stretch { from: end(band - 1), to: end(band) }),
            })
            .collect();
        if units.is_empty() {
            return Err(PopulationError::NoSuchPlace);
        }
        Ok(Population { units, squared_need, resolution: Resolution::Bands })
    }
}

/// Reads each row; one that cannot be read is where the figures are damaged.
fn read(text: &str, take: &mut impl FnMut(&Record) -> Option<()>) -> Result<(), DamagedFigures> {
    let mut each = |record: Record| take(&record).ok_or(DamagedFigures { line: record.line });
    let mut records = Records::default();
    records.push(text.as_bytes(), &mut each)?;
    records.finish(&mut each)
}

fn string<'a>(row: &'a Record, index: usize) -> Option<&'a str> {
    std::str::from_utf8(row.field(index)).ok().filter(|text| !text.is_empty())
}

fn number(row: &Record, index: usize) -> Option<f64> {
    decimal::parse(string(row, index)?).filter(|&n| n >= 0.0)
}

fn number_or_blank(row: &Record, index: usize) -> Option<f64> {
    if row.field(index).is_empty() { Some(0.0) } else { number(row, index) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_names_its_file() {
        let table = Table { edition: Edition::Iod2019, need: NeedMeasure::Children, rank: RankBy::Need };
        assert_eq!(table.path(), "iod2019/children-by-children.csv");
        assert_eq!(Table { rank: RankBy::Imd, ..table }.path(), "iod2019/children-by-imd.csv");
    }

    #[test]
    fn a_damaged_table_says_where() {
        let whole = format!("figure,E07000008\n{}", "row,1\n".repeat(61));
        assert_eq!(whole.parse::<BandTable>().unwrap().0.len(), 1);
        let damaged = |text: &str| text.parse::<BandTable>().unwrap_err().line;
        assert_eq!(damaged(&whole[..whole.len() - 6]), 61);
        assert_eq!(damaged(&whole.replace("E07", "W07")), 1);
        assert_eq!(damaged(&whole.replacen("row,1", "row,x", 1)), 2);
        assert_eq!(damaged(&whole.replacen("row,1", "row", 1)), 2);
        assert_eq!(damaged(""), 1);
    }
}
