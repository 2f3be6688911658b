//! People and need by fifth of a scale.

use serde::Serialize;

use super::{Counts, Curve, CurveError, Cut, CutScale, Share};

/// One fifth of a scale, most deprived first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Quintile {
    /// 1 (most deprived) to 5 (least deprived).
    pub quintile: u8,
    /// Number of areas.
    pub areas: f64,
    /// Number of people.
    pub people: f64,
    /// Number of people in need.
    pub in_need: f64,
    /// Share of the place's people (0 to 1).
    pub people_share: f64,
    /// Share of the place's people in need (0 to 1).
    pub need_share: f64,
}

/// Cuts the place into the five fifths of a scale.
///
/// # Errors
/// [`CurveError::NoNationalPosition`] on the national scale for units that have no national position.
pub fn quintiles(curve: &Curve, scale: CutScale) -> Result<[Quintile; 5], CurveError> {
    let total = curve.total();
    let mut before = Counts::default();
    let mut fifths =
        [Quintile { quintile: 0, areas: 0.0, people: 0.0, in_need: 0.0, people_share: 0.0, need_share: 0.0 }; 5];
    for (number, fifth) in (1u8..).zip(&mut fifths) {
        let up_to = curve.within(Cut { scale, share: Share::of(f64::from(number), 5.0) })?;
        let held = up_to - before;
        before = up_to;
        *fifth = Quintile {
            quintile: number,
            areas: held.areas,
            people: held.people,
            in_need: held.in_need,
            people_share: Share::of(held.people, total.people).get(),
            need_share: Share::of(held.in_need, total.in_need).get(),
        };
    }
    Ok(fifths)
}
