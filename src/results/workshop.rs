//! What the guided session asks, worked out for a place.
//!
//! The questions are about a fifth of areas by overall deprivation, whatever the page behind the session shows; place,
//! people, edition and assumptions are the page's own.

use super::audit::ServiceReach;
use super::{GOALS, MissError, RankedPlace, TargetingResult};
use crate::data::RankBy;
use crate::model::strategies::{
    Assumption, BreakEven, Cells, Funding, Outcome, Strategy, Values, break_even, evenly, outcome,
};
use crate::model::{Basis, Cut, CutScale, Share, SmallestTarget, Target};
use crate::scenario::offers::FundingKind;
use crate::scenario::session::SessionQuestion;
use crate::scenario::{CutKind, Offers, Percent, Scenario};

/// The offers that the room votes on.
pub const OFFERS: [Strategy; 3] = [Strategy::Universal, Strategy::ByArea, Strategy::Proportionate];
/// Position in [`TargetingResult::to_reach`] of the goal that the room widens the target for: 8 in 10.
pub const GOAL: usize = 1;
/// A goal missed by less than this is missed by rounding alone.
const ROUNDING: f64 = 1e-9;

/// The choices that the session works with.
pub fn choices(scenario: &Scenario, rank: RankBy) -> Scenario {
    Scenario {
        rank,
        cut: CutKind::National,
        basis: Basis::Areas,
        share: Percent::from_tenths(200),
        whole: false,
        offers: Offers { compare: OFFERS.to_vec(), ..scenario.offers.clone() },
        present: false,
        session: false,
        step: 0,
        ..scenario.clone()
    }
}

/// The choices of the perfect map: the place's own fifth of areas, in the order of need itself. Held against its own
/// fifth by overall deprivation, both targets have one size; a fifth of England's areas would have two.
pub fn perfect_choices(scenario: &Scenario) -> Scenario {
    Scenario { cut: CutKind::Local, ..choices(scenario, RankBy::Need) }
}

/// The answers for a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Workshop {
    /// The choices that they are for.
    pub scenario: Scenario,
    /// The fifth of England's areas, the place's own, and how big a target must be.
    pub missed: TargetingResult,
    /// The uptake in the most deprived fifth at which a universal offer reaches as many people in need as one by area
    /// that keeps its own.
    pub tie: BreakEven,
    /// The money that each of [`OFFERS`] may spend, in pounds.
    pub budget: f64,
    /// What each of [`OFFERS`] does with it.
    pub spent: [Outcome; 3],
    /// People in need whom the offer by area reaches when it is made in full.
    pub by_area: f64,
    /// Whom the room's own service reaches, where that is asked.
    pub service: Option<ServiceReach>,
    cells: Cells,
    values: Values,
}

impl Workshop {
    /// Works the answers out from the place's curve by overall deprivation.
    ///
    /// # Errors
    /// [`MissError`] where the figures have no national positions.
    pub fn new(scenario: &Scenario, prepared: &RankedPlace) -> Result<Self, MissError> {
        let scenario = choices(scenario, RankBy::Imd);
        let missed = TargetingResult::new(&scenario, prepared)?;
        let cells = Cells::new(&prepared.curve, scenario.cut()?)?;
        let offers = &scenario.offers;
        let values = Values::from_fn(|assumption| offers.range(assumption).likely());
        let work_out = |strategy, funding| outcome(&cells, strategy, offers.design(), funding, &values);
        let in_full = work_out(Strategy::ByArea, Funding::InFull);
        // What the offer by area costs is a sum that means something here; unless the page has a budget of its own, or
        // the offer would reach nobody.
        let has_own_budget = offers.funding == FundingKind::Budget || in_full.in_need_reached <= 0.0;
        let budget = if has_own_budget { offers.budget as f64 } else { in_full.cost };
        let mut workshop = Self {
            missed,
            tie: BreakEven::Undefined,
            budget,
            spent: OFFERS.map(|strategy| work_out(strategy, Funding::Budget(budget))),
            by_area: in_full.in_need_reached,
            service: None,
            cells,
            values,
            scenario,
        };
        let by_area = Some(workshop.by_area);
        let universal = |values: &Values| Some(workshop.universal(values));
        workshop.tie =
            break_even(&workshop.values, Assumption::UptakeMost, &evenly((0.0, 1.0)), universal, |_| by_area);
        Ok(workshop)
    }

    /// The same with whom a service reaches.
    #[must_use]
    pub fn with_service(self, service: Option<ServiceReach>) -> Self {
        Self { service, ..self }
    }

    /// People in need whom a universal offer reaches with this uptake (0 to 1) in the most deprived fifth.
    pub fn universal_at(&self, uptake: f64) -> f64 {
        let mut values = self.values;
        values[Assumption::UptakeMost] = uptake;
        self.universal(&values)
    }

    fn universal(&self, values: &Values) -> f64 {
        let design = self.scenario.offers.design();
        outcome(&self.cells, Strategy::Universal, design, Funding::InFull, values).in_need_reached
    }

    /// The uptake (0 to 1) of the offer by area in the most deprived fifth.
    pub fn area_uptake(&self) -> f64 {
        (self.values[Assumption::UptakeMost] - self.values[Assumption::Stigma]).max(0.0)
    }

    /// The uptake (0 to 1) of the universal offer in the most deprived fifth, as it is assumed.
    pub fn uptake(&self) -> f64 {
        self.values[Assumption::UptakeMost]
    }

    /// How many people in need fewer the universal offer reaches with 10 points less of uptake in the most deprived fifth.
    pub fn lost_with_a_tenth_of_uptake(&self) -> f64 {
        self.universal_at(self.uptake()) - self.universal_at((self.uptake() - 0.1).max(0.0))
    }

    /// The largest number of people in need that either of the two offers can reach at any uptake of the universal one; at
    /// least 1, for a scale.
    pub fn most_reached(&self) -> f64 {
        self.universal_at(1.0).max(self.by_area).max(1.0)
    }

    /// Whether a target reaches as many as the goal asks for.
    pub fn is_goal_reached(&self, target: &Target) -> bool {
        target.coverage >= GOALS[GOAL] - ROUNDING
    }

    /// How many of the votes for [`OFFERS`] went to an offer that reaches the most, and how many there are.
    pub fn votes_for_winners(&self, votes: &[u32; 3]) -> (u32, u32) {
        (self.winners().into_iter().map(|at| votes[at]).sum(), votes.iter().sum())
    }

    /// How big the target must be to reach 8 in 10.
    pub fn reach(&self) -> Option<&SmallestTarget> {
        self.missed.to_reach.get(GOAL)
    }

    /// The share (0 to 1) that guesses of a moment are held against; `None` where nothing is guessed, or where the
    /// answer has to be worked out from other figures: that of [`SessionQuestion::PerfectMap`] is the coverage by need itself.
    pub fn answer(&self, moment: SessionQuestion) -> Option<f64> {
        match moment {
            SessionQuestion::National => Some(self.missed.target.measures.coverage),
            SessionQuestion::Local => Some(self.missed.local_target.coverage),
            SessionQuestion::Widen => self.reach().map(|reach| reach.share),
            SessionQuestion::Uptake => match self.tie {
                BreakEven::At(uptake) => Some(uptake),
                // Never is said by guessing the end of the range.
                BreakEven::FirstAlways => Some(0.0),
                BreakEven::SecondAlways => Some(1.0),
                BreakEven::Same | BreakEven::Jumps | BreakEven::Undefined => None,
            },
            SessionQuestion::Service => self.service.as_ref().and_then(ServiceReach::answer),
            SessionQuestion::PerfectMap | SessionQuestion::Budget | SessionQuestion::Sentence => None,
        }
    }

    /// Positions in [`OFFERS`] of those that reach the most people in need for the money: more than one where they tie
    /// to the person.
    pub fn winners(&self) -> Vec<usize> {
        let most = self.spent.iter().map(|outcome| outcome.in_need_reached.round()).fold(0.0, f64::max);
        (0..OFFERS.len()).filter(|&at| self.spent[at].in_need_reached.round() >= most).collect()
    }
}

/// A target of this share of England's areas.
///
/// # Errors
/// [`MissError`] where the figures have no national positions.
pub fn target_of(prepared: &RankedPlace, share: Percent) -> Result<Target, MissError> {
    let cut = Cut { scale: CutScale::National, share: Share::new(share.as_share())? };
    Ok(Target::new(prepared.curve.within(cut)?, prepared.curve.total()))
}
