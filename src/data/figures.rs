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

/// An authority with the sums that [`crate::model::between_area_share`] needs.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorityFigures {
    /// Code and name.
    pub authority: Authority,
    /// Number of areas.
    pub areas: u32,
    /// Sum over areas of squared need per person, by [`NeedMeasure::index`]; 0 where the edition lacks the measure.
    pub squared_need: [f64; 3],
}

/// The authorities of an edition.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorityList(pub Vec<AuthorityFigures>);

/// What one authority holds of each band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AuthorityBands {
    /// The authority.
    pub authority: AuthorityCode,
    /// Areas, people and people in need of each 5% band, from the most to the least deprived.
    pub bands: [Counts; BANDS as usize],
}

/// One table of built-in figures. As text it has a row an authority, and in each row the numbers of areas in all
/// bands, then of people, then of people in need, blank where the authority has no area in a band.
#[derive(Debug, Clone, PartialEq)]
pub struct BandTable(pub Vec<AuthorityBands>);

impl FromStr for AuthorityList {
    type Err = DamagedFigures;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        rows(text, |row| {
            let squared = |index| if row.len() > index { number(row, index) } else { Some(0.0) };
            Some(AuthorityFigures {
                authority: Authority { code: code(row)?, name: string(row, 1)?.to_owned() },
                areas: string(row, 2)?.parse().ok()?,
                squared_need: [squared(3)?, squared(4)?, squared(5)?],
            })
        })
        .map(Self)
    }
}

impl FromStr for BandTable {
    type Err = DamagedFigures;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const N: usize = BANDS as usize;
        rows(text, |row| {
            if row.len() != 1 + 3 * N {
                return None;
            }
            let mut bands = [Counts::default(); N];
            for (band, counts) in bands.iter_mut().enumerate() {
                let cell = |group: usize| number_or_blank(row, 1 + group * N + band);
                *counts = Counts { areas: cell(0)?, people: cell(1)?, in_need: cell(2)? };
            }
            Some(AuthorityBands { authority: code(row)?, bands })
        })
        .map(Self)
    }
}

impl BandTable {
    /// The units of the authorities asked for: at most one for each band.
    ///
    /// # Errors
    /// [`PopulationError::NoSuchPlace`] if none of the authorities is in the table.
    pub fn population(
        &self,
        list: &AuthorityList,
        authorities: &[AuthorityCode],
        need: NeedMeasure,
    ) -> Result<Population, PopulationError> {
        let mut bands = [Counts::default(); BANDS as usize];
        for row in self.0.iter().filter(|row| authorities.contains(&row.authority)) {
            for (sum, &counts) in bands.iter_mut().zip(&row.bands) {
                *sum += counts;
            }
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
        let of_place = list.0.iter().filter(|row| authorities.contains(&row.authority.code));
        let squared_need = of_place.map(|row| row.squared_need[need.index()]).sum();
        Ok(Population { units, squared_need, resolution: Resolution::Bands })
    }
}

/// Reads the rows below the header.
fn rows<T>(text: &str, read: impl Fn(&Record) -> Option<T>) -> Result<Vec<T>, DamagedFigures> {
    let mut rows = Vec::new();
    let mut is_header = true;
    let mut each = |record: Record| {
        if std::mem::take(&mut is_header) {
            return Ok(());
        }
        rows.push(read(&record).ok_or(DamagedFigures { line: record.line })?);
        Ok(())
    };
    let mut records = Records::default();
    records.push(text.as_bytes(), &mut each)?;
    records.finish(&mut each)?;
    if rows.is_empty() { Err(DamagedFigures { line: 1 }) } else { Ok(rows) }
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

fn code(row: &Record) -> Option<AuthorityCode> {
    string(row, 0)?.parse().ok()
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
        let whole = format!("header\nE07000008{}\n", ",1".repeat(60));
        assert_eq!(whole.parse::<BandTable>().unwrap().0.len(), 1);
        let damaged = |text: &str| text.parse::<BandTable>().unwrap_err().line;
        assert_eq!(damaged(&whole[..whole.len() - 3]), 2);
        assert_eq!(damaged(&whole.replace("E07", "W07")), 2);
        assert_eq!(damaged(&whole.replacen(",1", ",x", 1)), 2);
        assert_eq!(damaged(""), 1);
    }
}
