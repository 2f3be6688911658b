//! The view `incentive`: what one more person costs, and whom a payment goes to.

use serde::Serialize;
use thiserror::Error;

use super::{MissError, RankedPlace};
use crate::model::incentive::{
    Eligibility, Incentive, IncentiveError, IncentiveFifth, IncentiveOutcome, TRIAL, cost_curve, found_outcome,
    incentive_outcome, uptake_line,
};
use crate::model::strategies::Cells;
use crate::scenario::{IncentiveChoices, OfferOrder, Scenario};

/// Steps of the curve.
const STEPS: usize = 100;

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum IncentiveProblem {
    /// The place cannot be cut.
    #[error(transparent)]
    Place(#[from] MissError),
    /// The payment cannot be worked out.
    #[error(transparent)]
    Payment(#[from] IncentiveError),
}

/// To whom the payment is offered, and what that does.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PaidOffer {
    /// To whom.
    pub reach: Eligibility,
    /// What it does.
    pub outcome: IncentiveOutcome,
}

/// Everything the view shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Incentives {
    /// The fifths of the scale in use, most deprived first.
    pub fifths: [IncentiveFifth; 5],
    /// The three offers, in the order asked for.
    pub offers: Vec<PaidOffer>,
    /// Uptake without a payment (0 to 1) and pounds for each extra person, for a payment to everybody alike.
    pub curve: Vec<(f64, f64)>,
    /// The same for each fifth; `None` where nobody lives or nobody more comes.
    pub on_curve: [Option<(f64, f64)>; 5],
    /// Whether the people of the targeted areas are estimated inside a band, so that the page says "about".
    pub is_approximate: bool,
}

impl Incentives {
    /// Works the three offers out on a place.
    ///
    /// # Errors
    /// [`IncentiveProblem::Payment`] if those found cannot take part as often as the choices say, and
    /// [`IncentiveProblem::Place`] for a national target of data without national positions.
    pub fn new(scenario: &Scenario, prepared: &RankedPlace) -> Result<Self, IncentiveProblem> {
        let cut = scenario.cut().map_err(MissError::from)?;
        let cells = Cells::new(&prepared.curve, cut).map_err(MissError::from)?;
        let is_approximate = prepared.interpolates(scenario, scenario.cut, cut.share);
        Ok(Self { is_approximate, ..Self::of(&cells, &scenario.incentive)? })
    }

    /// Works the three offers out on fifths.
    ///
    /// # Errors
    /// [`IncentiveError::Found`] if those found cannot take part as often as the choices say, and
    /// [`IncentiveError::NoPeople`] where nobody lives.
    pub fn of(cells: &Cells, choices: &IncentiveChoices) -> Result<Self, IncentiveError> {
        let fifths = fifths(cells, choices)?;
        let (payment, assessment) = (choices.payment.get(), choices.assessment.get());
        let offer = |reach| {
            let outcome = match (reach, choices.found_uptake) {
                (Eligibility::Identified, Some(uptake)) => {
                    found_outcome(&fifths, uptake.as_share(), payment, assessment)?
                }
                _ => incentive_outcome(&fifths, reach, payment, assessment)?,
            };
            Ok(PaidOffer { reach, outcome })
        };
        let mut offers = Eligibility::ALL.into_iter().map(offer).collect::<Result<Vec<_>, IncentiveError>>()?;
        sort(&mut offers, choices.order);
        let alike = |uptake| Incentive { payment, uptake, rise: choices.rise.as_share(), assessment: 0.0 };
        let on_curve = |fifth: IncentiveFifth| {
            let cost = alike(fifth.uptake).cost().ok()?.per_additional?;
            (fifth.people > 0.0).then_some((fifth.uptake, cost))
        };
        let curve = cost_curve(alike(0.0), STEPS)?;
        Ok(Self { fifths, offers, curve, on_curve: fifths.map(on_curve), is_approximate: false })
    }

    /// What an offer does.
    pub fn outcome(&self, reach: Eligibility) -> Option<&IncentiveOutcome> {
        self.offers.iter().find(|offer| offer.reach == reach).map(|offer| &offer.outcome)
    }

    /// Number of people in the place.
    pub fn people(&self) -> f64 {
        self.fifths.iter().map(|fifth| fifth.people).sum()
    }

    /// Of them, number who live in the targeted areas.
    pub fn targeted(&self) -> f64 {
        self.fifths.iter().map(|fifth| fifth.targeted).sum()
    }

    /// Of every 100 people of the place, how many take part because of an offer.
    pub fn additional_in_100(&self, outcome: &IncentiveOutcome) -> f64 {
        100.0 * outcome.additional / self.people()
    }

    /// The share of people (0 to 1) who are never offered it; `None` where it is offered to all.
    pub fn left_out(&self, outcome: &IncentiveOutcome) -> Option<f64> {
        let left = (1.0 - outcome.offered / self.people()).max(0.0);
        (left >= ROUNDING).then_some(left)
    }

    /// The points of the curve that fifths lie at, each once with all of its fifths, and the trial where it lies at none of
    /// them.
    pub fn marked(&self) -> (Vec<MarkedPoint>, Option<(f64, f64)>) {
        let mut marks: Vec<MarkedPoint> = Vec::new();
        for (fifth, point) in self.on_curve.iter().enumerate() {
            let Some(point) = *point else { continue };
            match marks.iter_mut().find(|mark| is_same(mark.point, point)) {
                Some(mark) => mark.fifths.push(fifth),
                None => marks.push(MarkedPoint { point, fifths: vec![fifth], is_all: false, is_trial: false }),
            }
        }
        let (lived_in, trial) = (self.on_curve.iter().flatten().count(), trial());
        for mark in &mut marks {
            mark.is_all = mark.fifths.len() == lived_in && lived_in > 1;
            mark.is_trial = trial.is_some_and(|trial| is_same(trial, mark.point));
        }
        let is_marked = marks.iter().any(|mark| mark.is_trial);
        (marks, trial.filter(|_| !is_marked))
    }
}

/// Shares smaller than this are left by rounding.
const ROUNDING: f64 = 1e-9;

/// A point of the curve that fifths lie at.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkedPoint {
    /// Uptake without a payment (0 to 1) and pounds for each extra person.
    pub point: (f64, f64),
    /// The fifths there, 0 the most deprived.
    pub fifths: Vec<usize>,
    /// Whether they are all that people live in, and more than one.
    pub is_all: bool,
    /// Whether the trial lies there too.
    pub is_trial: bool,
}

/// Whether two points would be drawn and told as one.
fn is_same(one: (f64, f64), other: (f64, f64)) -> bool {
    (one.0 - other.0).abs() < 0.000_5 && (one.1 - other.1).abs() < 0.005
}

/// Uptake without a payment in the trial, and what each extra person cost.
pub fn trial() -> Option<(f64, f64)> {
    Some((TRIAL.uptake, TRIAL.cost().ok()?.per_additional?))
}

/// Uptake and the share found lie each on a straight line between the least and the most deprived fifth.
fn fifths(cells: &Cells, choices: &IncentiveChoices) -> Result<[IncentiveFifth; 5], IncentiveError> {
    let ends = (choices.uptake_least.as_share(), choices.uptake_most.as_share());
    let mut fifths = uptake_line(cells, ends, choices.rise.as_share(), 0.0)?;
    let (least, most) = (choices.found_least.as_share(), choices.found_most.as_share());
    for (fifth, gradient) in fifths.iter_mut().zip(cells.gradient()) {
        fifth.identified = least + (most - least) * gradient;
    }
    Ok(fifths)
}

/// Few enough to be put in order by hand: what sorts any list would be fetched for three.
fn sort(offers: &mut [PaidOffer], order: OfferOrder) {
    let key = |offer: &PaidOffer| match order {
        OfferOrder::Reach => f64::from(offer.reach as u8),
        // An offer without an extra person comes last.
        OfferOrder::OneMore => offer.outcome.per_additional.unwrap_or(f64::MAX),
        OfferOrder::Cost => offer.outcome.cost,
        OfferOrder::Gap => offer.outcome.gap_after.abs(),
    };
    for end in (1..offers.len()).rev() {
        for at in 0..end {
            if key(&offers[at]) > key(&offers[at + 1]) {
                offers.swap(at, at + 1);
            }
        }
    }
}
