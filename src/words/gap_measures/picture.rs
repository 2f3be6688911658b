//! What the picture shows, with its words.

use super::{ENDS, Style, across_axis, across_mark, value_name};
use crate::chart::Scene;
use crate::chart::scatter::{OnLines, OnScatter, Scatter};
use crate::results::gap_measures::{Measured, RowsIn};
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::Across;
use crate::words::number::whole_percent;

/// Marks of an axis of shares.
const SHARES: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

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
        Across::People => Some(SHARES.map(|share| (share, whole_percent(1.0 - share))).to_vec()),
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
