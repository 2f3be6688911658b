//! What is told of how a table was read.

use super::{column_name, few, many, row_name};
use crate::data::table::{DirectionBy, Kind, Purpose, Reading, Role, Use, Warning, Whole};
use crate::words::capital;

/// Something that was guessed, or left out.
pub fn warning(told: &Warning, purpose: Purpose) -> String {
    match told {
        Warning::Direction { column, by } => match by {
            DirectionBy::Beside(other) => {
                format!("Which end of “{column}” is the most deprived is taken from “{other}”, which runs with it.")
            }
            DirectionBy::Told | DirectionBy::Heading | DirectionBy::Words | DirectionBy::Kind | DirectionBy::Guess => {
                format!(
                    "Which end of “{column}” is the most deprived is a guess: the usual direction of such a column. The table does not say."
                )
            }
        },
        Warning::Polarity { column } => {
            format!("Nothing says whether more of “{column}” is worse or better. It is taken as worse.")
        }
        Warning::Levels { count, rows } => {
            let names = rows.iter().map(|(row, why)| format!("{}: {}", row_name(row), whole(*why))).collect();
            let out = many(*count, "row is left out, as it holds", "rows are left out, as they hold");
            format!("{out} others: {}.", few(names, *count))
        }
        Warning::Repeats { count, rows } => {
            let names = rows.iter().map(row_name).collect();
            format!(
                "{} stand for something that is in the table more than once, and all are counted: {}.",
                many(*count, "row", "rows"),
                few(names, *count)
            )
        }
        Warning::LeftOut { count, rows } => {
            let name = |left: &crate::data::table::LeftOut| match left.text.is_empty() {
                true => format!("{}: “{}” is empty", row_name(&left.row), left.column),
                false => format!("{}: “{}” is “{}”", row_name(&left.row), left.column, left.text),
            };
            let names = rows.iter().map(name).collect();
            format!("{} left out for want of a number: {}.", many(*count, "row is", "rows are"), few(names, *count))
        }
        Warning::Unweighted => "All rows count alike: no column says how many people each stands for.".to_owned(),
        Warning::LimitsOtherLevel => {
            "The limits in the table are not for 95%, so they are not used for draws.".to_owned()
        }
        Warning::LimitsStray { columns } => {
            let columns: Vec<String> = columns.iter().map(|column| format!("“{column}”")).collect();
            format!("{} do not lie around the value and are not used as its limits.", columns.join(" and "))
        }
        Warning::LimitsCrossed { count, rows } => {
            let names = rows.iter().map(row_name).collect();
            format!(
                "The lower limit is above the upper one, and neither is used, in {}: {}.",
                many(*count, "row", "rows"),
                few(names, *count)
            )
        }
        Warning::Percent { column, without: 0 } => {
            format!("“{column}” is in per cent and is used as shares: 45% is 0.45.")
        }
        Warning::Percent { column, without } => format!(
            "“{column}” is in per cent and is used as shares: 45% is 0.45. {} without a sign taken as per cent too.",
            many(*without, "cell is", "cells are")
        ),
        Warning::WorkedOut { events, of, is_share: true } => {
            format!("Worked out as a share: “{events}” among “{of}”.")
        }
        Warning::WorkedOut { events, of, is_share: false } => {
            format!("Worked out as a rate: “{events}” for so many of “{of}”.")
        }
        Warning::LinesLeftOut { titles, notes, repeated } => {
            let lines = |lines: &[u64]| {
                let names = lines.iter().map(u64::to_string).collect();
                few(names, lines.len())
            };
            let mut parts = Vec::new();
            if !titles.is_empty() {
                parts.push(format!("above the headings {}", lines(titles)));
            }
            if !notes.is_empty() {
                parts.push(format!("among or below the rows {}", lines(notes)));
            }
            if !repeated.is_empty() {
                parts.push(format!("headings once more {}", lines(repeated)));
            }
            format!("Lines left out: {}.", parts.join("; "))
        }
        Warning::Encoding(encoding) => {
            format!("The text is read as {}. Look at letters with accents and at signs such as £.", encoding.name())
        }
        Warning::Decimals(_) => "Decimals stand after a comma: 12,5 is twelve and a half.".to_owned(),
        Warning::Turned => {
            "The groups of deprivation were the columns of this table. It is read turned: each of them is a row, and lines are columns."
                .to_owned()
        }
        Warning::MayCount { column, of } => format!(
            "“{column}” is taken as the value of each row, as it stands. If it counts some of “{of}”, choose it as events or cases."
        ),
        Warning::Joined(join) => super::joined::joined(join),
        Warning::NotJoined(join) => super::joined::not_joined(join),
        Warning::Columns { role, taken, others } => {
            let names = others.iter().map(|other| format!("“{other}”")).collect();
            format!(
                "“{taken}” is taken for the {}. It could also be {}.",
                column_name(*role, purpose),
                few(names, others.len())
            )
        }
    }
}

const fn whole(why: Whole) -> &'static str {
    match why {
        Whole::Country => "a country",
        Whole::Region => "a region",
        Whole::Total => "a total or a mean",
        Whole::AllPeople => "as many people as all others together",
        Whole::OtherLevel => "another kind of area",
    }
}

/// What a kind of table is called.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::File7 => "File 7 of the English Indices of Deprivation, or a copy of it",
        Kind::Simd => "the Scottish Index of Multiple Deprivation",
        Kind::Wimd => "the Welsh Index of Multiple Deprivation",
        Kind::Nimdm => "the Northern Ireland Multiple Deprivation Measure",
        Kind::Schools => "school-level free school meals of the Department for Education",
        Kind::Fingertips => "a download of Fingertips",
        Kind::PheIndicatorMethods => "results of PHEindicatormethods",
    }
}

/// What a column is taken for, and why.
pub fn read_as(used: &Use, reading: &Reading) -> String {
    let is_joined = reading.join.as_ref().is_some_and(|join| used.column >= join.first_column);
    let why = match (used.is_told, used.role) {
        _ if is_joined => "from the other table, by code",
        (true, _) => "as you said",
        (false, Role::Deprivation) if reading.direction_by == Some(DirectionBy::Words) => "by its words",
        (false, Role::Lower | Role::Upper) => "by its heading, and it lies around the value",
        (false, Role::Name) => "it tells rows apart",
        (false, _) => "by its heading and its numbers",
    };
    format!("{}: “{}” ({why})", capital(column_name(used.role, reading.purpose)), used.heading)
}
