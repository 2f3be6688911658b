//! Built-in units to start from: the schools of Cambridgeshire and Peterborough, in bands by the share of their pupils who are
//! eligible for free school meals.
//!
//! Aggregates that the project made from the published figures of single schools; no single school is among them.
//!
//! Source: Department for Education, *Schools, pupils and their characteristics*, academic year 2022/23, school level. Contains
//! public sector information licensed under the Open Government Licence v3.0.

use serde::{Deserialize, Serialize};

use super::figures::DamagedFigures;
use super::records::{Record, Records};
use super::table::{TargetUnit, Targetable};
use crate::decimal;

/// Path of the bands below the folder of the built-in figures.
pub const SCHOOLS_PATH: &str = "schools/cambridgeshire-peterborough-2023.csv";

/// The bands that are shipped: small enough to come with the code that reads them.
pub const SCHOOLS: &str = include_str!("../../public/figures/schools/cambridgeshire-peterborough-2023.csv");

/// Which schools.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Schools {
    /// State-funded schools of every phase.
    All,
    /// Primary schools.
    Primary,
    /// Secondary schools.
    Secondary,
}

impl Schools {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::All, Self::Primary, Self::Secondary];

    /// Their name in links and in the figures.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "schools-2023",
            Self::Primary => "primary-schools-2023",
            Self::Secondary => "secondary-schools-2023",
        }
    }

    /// Those with this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|schools| schools.key() == key)
    }

    /// The per cent of schools that a band holds: few enough to be near, and at least three schools.
    pub const fn step(self) -> u8 {
        match self {
            Self::All => 1,
            Self::Primary => 2,
            Self::Secondary => 10,
        }
    }

    /// By at most so many percentage points does a share differ from that of single schools where a target ends inside a band.
    pub const fn within(self) -> f64 {
        match self {
            Self::All => 1.0,
            Self::Primary => 0.8,
            Self::Secondary => 2.4,
        }
    }

    /// Their bands, those with the highest share first.
    ///
    /// # Errors
    /// [`DamagedFigures`] if a line cannot be read.
    pub fn bands(self) -> Result<Targetable, DamagedFigures> {
        let mut units = Vec::new();
        let mut is_header = true;
        let mut each = |record: Record| {
            if !std::mem::take(&mut is_header) && record.field(0) == self.key().as_bytes() {
                units.push(band(&record).ok_or(DamagedFigures { line: record.line })?);
            }
            Ok(())
        };
        let mut records = Records::default();
        records.push(SCHOOLS.as_bytes(), &mut each)?;
        records.finish(&mut each)?;
        Ok(Targetable::of_bands(units, self.step()))
    }
}

fn band(record: &Record) -> Option<TargetUnit> {
    let number = |column: usize| decimal::parse(std::str::from_utf8(record.field(column)).ok()?);
    let (units, people, in_need, squared_need) = (number(1)?, number(2)?, number(3)?, number(4)?);
    let unit = TargetUnit { units, people, in_need, squared_need, ..TargetUnit::default() };
    (record.len() == 5).then_some(unit)
}
