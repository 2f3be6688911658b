//! What the picture shows, with its words.

use super::{ENDS, Style, across_axis, across_mark, value_name};
use crate::chart::scatter::{OnLines, OnScatter, Scatter};
use crate::chart::{QUARTERS, Scene};
use crate::results::gap_measures::{Measured, RowsIn};
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::Across;
use crate::words::number::whole_percent;

/// The picture of rows measured.
pub fn picture(input: &RowsIn, choices: &MeasureChoices, measured: &Measured) -> Scatter {
    let rows = measured.rows.iter().zip(&measured.picture.places).map(|(row, &x)| OnScatter {
        x,
        y: row.value,
        limits: row.limits.map(|limits| (limits.lower, limits.upper)),
    });
    let lines = measured.picture.line.iter().map(|place| OnLines {
        x: place.x,
        now: place.now,
        target: place.target,
        band: place.limits.map(|limits| (limits.lower, limits.upper)),
    });
    let marks = match choices.across {
        // Told from the other end: people who are less deprived.
        Across::People => Some(QUARTERS.into_iter().zip(QUARTERS.into_iter().rev().map(whole_percent)).collect()),
        Across::Deprivation => None,
    };
    Scatter {
        rows: rows.collect(),
        lines: lines.collect(),
        ends: ENDS.map(str::to_owned),
        across: across_axis(choices),
        up: value_name(input, Style::of(choices, measured)),
        marks,
    }
}

/// Draws it.
pub fn draw(picture: &Scatter, style: Style, width: f64) -> Scene {
    picture.draw(&|value| style.mark(value), &across_mark, width)
}
