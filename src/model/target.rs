//! How well a target does.

use serde::Serialize;

use super::{Counts, Share};

/// The measures of a target, as in the literature on targeting. `None` where a measure has no meaning, for example
/// the precision of a target that holds nobody.
///
/// Source for lift: Coady, Grosh and Hoddinott, *Targeting of Transfers in Developing Countries* (World Bank, 2004);
/// for the targeting differential: Ravallion, *How relevant is targeting to the success of an antipoverty program?*
/// (World Bank Research Observer, 2009).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Target {
    /// Number of areas targeted.
    pub areas: f64,
    /// Number of people targeted.
    pub people: f64,
    /// People targeted / people (0 to 1).
    pub people_share: f64,
    /// Number of people in need who are targeted.
    pub in_need: f64,
    /// In need and targeted / in need (0 to 1).
    pub coverage: f64,
    /// 1 - coverage (0 to 1): the share of people in need who are missed.
    pub exclusion_error: f64,
    /// In need and targeted / targeted (0 to 1).
    pub precision: Option<f64>,
    /// 1 - precision (0 to 1): inclusion error.
    pub leakage: Option<f64>,
    /// Coverage / share of people targeted (0 or more): 1 is no better than chance.
    pub lift: Option<f64>,
    /// 1 / precision (1 or more): people offered for each person in need among them.
    pub number_needed: Option<f64>,
    /// Coverage - share of people *not* in need who are targeted (-1 to 1).
    pub targeting_differential: Option<f64>,
    /// Coverage / min(1, people targeted / people in need) (0 to 1): against perfect knowledge of each person.
    pub efficiency: Option<f64>,
}

impl Target {
    /// Measures the target `held` within the place `total`. Shares are held within 0 and 1 against rounding.
    pub fn new(held: Counts, total: Counts) -> Self {
        let people_share = Share::of(held.people, total.people).get();
        let coverage = Share::of(held.in_need, total.in_need).get();
        let precision = (held.people > 0.0).then(|| Share::of(held.in_need, held.people).get());
        let not_in_need = total.people - total.in_need;
        let others_share = Share::of(held.people - held.in_need, not_in_need).get();
        let perfect_coverage = Share::of(held.people.min(total.in_need), total.in_need).get();
        Self {
            areas: held.areas,
            people: held.people,
            people_share,
            in_need: held.in_need,
            coverage,
            exclusion_error: 1.0 - coverage,
            precision,
            leakage: precision.map(|p| 1.0 - p),
            lift: (people_share > 0.0).then(|| coverage / people_share),
            number_needed: (held.in_need > 0.0).then(|| (held.people / held.in_need).max(1.0)),
            targeting_differential: (not_in_need > 0.0).then_some(coverage - others_share),
            efficiency: (perfect_coverage > 0.0).then(|| Share::of(coverage, perfect_coverage).get()),
        }
    }
}
