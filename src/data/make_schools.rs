//! Making the built-in bands of schools from the published figures of single schools.

use std::fmt::Write;

use thiserror::Error;

use super::records::{Record, Records};
use super::schools::Schools;
use crate::decimal;
use crate::model::{bounded, squared_need_per_person};

/// Why the figures cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SchoolFileError {
    /// A column is missing.
    #[error("there is no column “{0}”")]
    NoColumn(&'static str),
    /// There are too few schools to make bands of several schools each.
    #[error("{0} schools are too few to make bands of at least three each")]
    TooFew(usize),
}

/// The columns that are used.
const COLUMNS: [&str; 3] =
    ["phase_type_grouping", "headcount of pupils", "number of pupils known to be eligible for free school meals"];

/// A school: its phase, pupils, and eligible pupils.
struct School {
    phase: String,
    pupils: f64,
    eligible: f64,
}

impl School {
    fn rate(&self) -> f64 {
        self.eligible / self.pupils
    }
}

/// The text of the bands that are shipped. Schools without figures, as independent ones are, are left out. Bands hold equally many
/// schools: at their ends a school counts with the part of it that is inside.
///
/// # Errors
/// [`SchoolFileError`] if a column is missing or a band would hold fewer than three schools.
pub fn schools_csv(bytes: &[u8]) -> Result<String, SchoolFileError> {
    let mut schools = read_schools(bytes)?;
    schools.sort_by(|a, b| b.rate().total_cmp(&a.rate()));
    let mut csv = String::from("table,schools,pupils,eligible,squared_eligible_per_pupil\n");
    for which in Schools::ALL {
        let phase = match which {
            Schools::All => None,
            Schools::Primary => Some("State-funded primary"),
            Schools::Secondary => Some("State-funded secondary"),
        };
        let of: Vec<&School> =
            schools.iter().filter(|school| phase.is_none_or(|phase| phase == school.phase)).collect();
        let bands = 100 / usize::from(which.step());
        let each = of.len() as f64 / bands as f64;
        if each < 3.0 {
            return Err(SchoolFileError::TooFew(of.len()));
        }
        let held = |until: f64| {
            let mut held = [0.0; 3];
            let mut before = 0.0;
            // Schools with the same share come together: a target takes the same part of each.
            for tied in of.chunk_by(|a, b| a.rate() == b.rate()) {
                let part = bounded((until - before) / tied.len() as f64, 0.0, 1.0);
                before += tied.len() as f64;
                for school in tied {
                    let squared = squared_need_per_person(school.pupils, school.eligible);
                    for (sum, number) in held.iter_mut().zip([school.pupils, school.eligible, squared]) {
                        *sum += part * number;
                    }
                }
            }
            held
        };
        for band in 0..bands {
            let [from, to] = [band, band + 1].map(|end| held(end as f64 * each));
            let [pupils, eligible, squared] = [0, 1, 2].map(|at| to[at] - from[at]);
            let key = which.key();
            let _ = writeln!(csv, "{key},{each:.2},{pupils:.3},{eligible:.3},{squared:.3}");
        }
    }
    Ok(csv)
}

fn read_schools(bytes: &[u8]) -> Result<Vec<School>, SchoolFileError> {
    let mut places: Option<[usize; 3]> = None;
    let mut schools = Vec::new();
    let mut each = |record: Record| {
        let text = |column: usize| String::from_utf8_lossy(record.field(column)).trim().to_owned();
        match places {
            None => {
                let find = |name: &'static str| {
                    let is_it = |column: &usize| text(*column).trim_start_matches('\u{feff}') == name;
                    (0..record.len()).find(is_it).ok_or(SchoolFileError::NoColumn(name))
                };
                let [phase, pupils, eligible] = COLUMNS;
                places = Some([find(phase)?, find(pupils)?, find(eligible)?]);
            }
            Some([phase, pupils, eligible]) => {
                let number = |column: usize| decimal::parse(&text(column));
                if let (Some(pupils), Some(eligible)) = (number(pupils), number(eligible))
                    && pupils > 0.0
                {
                    schools.push(School { phase: text(phase), pupils, eligible });
                }
            }
        }
        Ok(())
    };
    let mut records = Records::default();
    records.push(bytes, &mut each)?;
    records.finish(&mut each)?;
    Ok(schools)
}
