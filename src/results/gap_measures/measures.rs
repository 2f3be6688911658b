//! Every measure of some rows.

use serde::{Deserialize, Serialize};

use crate::model::gap::{
    Aversion, BoundsError, Concentration, EqualEquivalent, ExtremeFifths, Rows, SlopeIndex, WithinBounds,
    concentration_at, equal_equivalent_at, extreme_fifths_at, gini_at, within_bounds_at,
};
use crate::pace::Pace;
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::ValueKind;

/// Corrected concentration indices, or why there are none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Bounded {
    /// There they are.
    Found(WithinBounds),
    /// Nobody has said what the value can possibly be.
    NoBounds,
    /// The bounds are not in order.
    OutOfOrder,
    /// A value lies outside them.
    Outside,
}

/// Every measure of some rows. Signs are those of the definitions: a concentration index is negative where the deprived have
/// more of what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    /// Slope and relative index; above 0 and above 1 where they put the deprived at a disadvantage.
    pub slope: SlopeIndex,
    /// The mean and the concentration index.
    pub concentration: Concentration,
    /// Its corrected forms.
    pub bounded: Bounded,
    /// Gini's coefficient; `None` for a mean of 0 and where a value is below 0, which it has no meaning for.
    pub gini: Option<f64>,
    /// The equally distributed equivalent and Atkinson's index; `None` if a value is below 0.
    pub equal: Option<EqualEquivalent>,
    /// The extreme fifths of rows; `None` with fewer than five or too many ties.
    pub fifths: Option<ExtremeFifths>,
}

/// What the page and files hold of [`Measures`], each under one name.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Named {
    mean: f64,
    sii: f64,
    rii: Option<f64>,
    most_deprived_end: f64,
    least_deprived_end: f64,
    most_deprived_fifth: Option<f64>,
    least_deprived_fifth: Option<f64>,
    gap_between_fifths: Option<f64>,
    ratio_between_fifths: Option<f64>,
    concentration_index: Option<f64>,
    generalised_concentration_index: f64,
    wagstaff_index: Option<f64>,
    erreygers_index: Option<f64>,
    gini: Option<f64>,
    atkinson: Option<f64>,
    equally_distributed_equivalent: Option<f64>,
}

impl Measures {
    /// Measures rows whose line has these ends.
    pub async fn at(rows: &Rows, slope: SlopeIndex, choices: &MeasureChoices, pace: &Pace) -> Self {
        let bounded = match bounds(choices) {
            None => Bounded::NoBounds,
            Some((least, most)) => match within_bounds_at(rows, least, most, pace).await {
                Ok(found) => Bounded::Found(found),
                Err(BoundsError::Bounds) => Bounded::OutOfOrder,
                Err(BoundsError::Outside(_)) => Bounded::Outside,
            },
        };
        // An aversion in a link is always one.
        let aversion = Aversion::new(choices.aversion.get()).ok();
        let gini = match pace.find(rows.rows(), |row| row.value < 0.0).await {
            None => gini_at(rows, pace).await,
            Some(_) => None,
        };
        let equal = match aversion {
            Some(aversion) => equal_equivalent_at(rows, aversion, pace).await,
            None => None,
        };
        let fifths = extreme_fifths_at(rows, pace).await.map(with_a_ratio);
        let concentration = of_a_mean(concentration_at(rows, pace).await);
        Self { slope, concentration, bounded, gini, equal, fifths }
    }

    /// The corrected indices, where there are any.
    pub fn within_bounds(&self) -> Option<WithinBounds> {
        match self.bounded {
            Bounded::Found(found) => Some(found),
            Bounded::NoBounds | Bounded::OutOfOrder | Bounded::Outside => None,
        }
    }

    /// Every measure under its name.
    pub fn named(&self) -> Named {
        let bounded = self.within_bounds();
        Named {
            mean: self.concentration.mean,
            sii: self.slope.sii,
            rii: self.slope.rii,
            most_deprived_end: self.slope.most,
            least_deprived_end: self.slope.least,
            most_deprived_fifth: self.fifths.map(|fifths| fifths.most),
            least_deprived_fifth: self.fifths.map(|fifths| fifths.least),
            gap_between_fifths: self.fifths.map(|fifths| fifths.absolute),
            ratio_between_fifths: self.fifths.and_then(|fifths| fifths.relative),
            concentration_index: self.concentration.index,
            generalised_concentration_index: self.concentration.generalised,
            wagstaff_index: bounded.and_then(|bounded| bounded.wagstaff),
            erreygers_index: bounded.map(|bounded| bounded.erreygers),
            gini: self.gini,
            atkinson: self.equal.and_then(|equal| equal.atkinson),
            equally_distributed_equivalent: self.equal.map(|equal| equal.equivalent),
        }
    }
}

/// A concentration index is a part of the mean: with one of 0 or below it has no meaning.
fn of_a_mean(found: Concentration) -> Concentration {
    Concentration { index: found.index.filter(|_| found.mean > 0.0), ..found }
}

/// One fifth is a multiple of another where both are above 0.
fn with_a_ratio(fifths: ExtremeFifths) -> ExtremeFifths {
    ExtremeFifths { relative: fifths.relative.filter(|_| fifths.most > 0.0 && fifths.least > 0.0), ..fifths }
}

/// What a value can possibly be: as told; a share from 0 to 1; 0 where only the most is told.
fn bounds(choices: &MeasureChoices) -> Option<(f64, f64)> {
    let [least, most] = [choices.least, choices.most].map(|bound| bound.map(crate::scenario::Thousandths::get));
    match (least, most, choices.value) {
        (least, Some(most), _) => Some((least.unwrap_or_default(), most)),
        (least, None, ValueKind::Share) => Some((least.unwrap_or_default(), 1.0)),
        _ => None,
    }
}
