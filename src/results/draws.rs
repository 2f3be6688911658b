//! Draws that were taken already, so that what shows the same results does not take them again.

use std::sync::Arc;

use super::gap_measures::RowsIn;
use super::report::Undrawn;
use super::strategies::{Intervals, Strategies};
use crate::model::gap::SlopeIntervals;
use crate::model::strategies::Cells;
use crate::scenario::{MeasureChoices, Offers};

/// What was found over draws, with all that it depends on: the last of each kind.
#[derive(Debug, Clone, Default)]
pub struct DrawsTaken {
    offers: Option<(Offers, Cells, Intervals)>,
    slope: Option<(Arc<RowsIn>, MeasureChoices, Option<SlopeIntervals>)>,
}

impl DrawsTaken {
    /// Keeps how sure the outputs of offers are.
    pub fn keep_offers(&mut self, offers: &Offers, result: &Strategies, intervals: &Intervals) {
        self.offers = Some((offers.clone(), result.cells, intervals.clone()));
    }

    /// Keeps how sure the slope over rows is.
    pub fn keep_slope(&mut self, input: Arc<RowsIn>, choices: &MeasureChoices, found: Option<SlopeIntervals>) {
        self.slope = Some((input, choices.clone(), found));
    }

    /// Puts in what was found for the very same results; what is left to draw after that.
    pub fn fill<'a>(&self, undrawn: Undrawn<'a>) -> Undrawn<'a> {
        match undrawn {
            Undrawn::Nothing => Undrawn::Nothing,
            Undrawn::Offers(offers, result, intervals) => match &self.offers {
                Some((of, cells, taken)) if of == offers && *cells == result.cells => {
                    intervals.clone_from(taken);
                    Undrawn::Nothing
                }
                Some(_) | None => Undrawn::Offers(offers, result, intervals),
            },
            Undrawn::Slope(simulation, rows) => match &self.slope {
                Some((input, choices, found)) if **input == rows.input && *choices == rows.choices => {
                    rows.intervals = Ok(*found);
                    Undrawn::Nothing
                }
                Some(_) | None => Undrawn::Slope(simulation, rows),
            },
        }
    }
}
