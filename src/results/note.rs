//! What the view `note` adds to the results of the others.

use super::shown::{larger, tenths_above};
use super::strategies::{StrategyResult, is_gap_smaller};
use super::{GOALS, TargetingResult};
use crate::data::{RankBy, Resolution};
use crate::model::strategies::Cells;
use crate::model::{Quintile, Share, SmallestTarget, Target};
use crate::scenario::{CutKind, Scenario};

/// Who is missed in a deprivation fifth. Counts of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MissedFifth {
    /// Everyone in need.
    pub in_need: f64,
    /// Those inside the target.
    pub reached: f64,
    /// Those outside it.
    pub missed: f64,
    /// Of all who are missed in the place, the share who live in this fifth (0 to 1; 0 if nobody is missed).
    pub share_of_missed: f64,
}

/// Who is missed in each fifth of the target's own scale, most deprived first.
pub fn missed_by_fifth(cells: &Cells) -> [MissedFifth; 5] {
    let all: f64 = cells.fifths.iter().map(|fifth| fifth.rest.in_need).sum();
    cells.fifths.map(|fifth| MissedFifth {
        in_need: fifth.all().in_need,
        reached: fifth.targeted.in_need,
        missed: fifth.rest.in_need,
        share_of_missed: Share::of(fifth.rest.in_need, all).get(),
    })
}

/// The most deprived fifth of England's areas by the Index of Multiple Deprivation, which the NHS calls Core20: what of it lies
/// in the place. `None` where areas are in another order, or have no place in a national one.
pub fn core20<'a>(scenario: &Scenario, result: &'a TargetingResult) -> Option<&'a Quintile> {
    let [first, ..] = result.national.as_ref().filter(|_| scenario.rank == RankBy::Imd && !scenario.uses_own())?;
    Some(first)
}

/// Whether a target is those areas and no others.
pub fn is_core20(scenario: &Scenario) -> bool {
    let is_fifth = scenario.cut == CutKind::National && scenario.share.tenths() == 200;
    is_fifth && scenario.rank == RankBy::Imd && !scenario.uses_own()
}

/// What an option for a target is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OptionKind {
    /// The target asked for.
    Proposed,
    /// The same share of the other scale.
    OtherScale(CutKind),
    /// The smallest target that reaches a goal (0 to 1): so much of the scale (0 to 1).
    Reaching(f64, f64),
    /// No target.
    Everyone,
}

/// A target as one of several, in what decides between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TargetOption {
    /// Which.
    pub kind: OptionKind,
    /// People inside / people (0 to 1).
    pub people_share: f64,
    /// In need and inside / in need (0 to 1).
    pub coverage: f64,
    /// Number of people in need outside.
    pub missed: f64,
    /// In need and inside / inside (0 to 1); `None` if nobody is inside.
    pub precision: Option<f64>,
    /// Whether its numbers are not exact.
    pub is_approximate: bool,
}

/// The target asked for beside others: the same share of the other scale, where that is another target, the smallest ones
/// that reach each of [`GOALS`], and everyone.
pub fn target_options(scenario: &Scenario, result: &TargetingResult) -> Vec<TargetOption> {
    let of = |kind, target: &Target, is_approximate| TargetOption {
        kind,
        people_share: target.people_share,
        coverage: target.coverage,
        missed: result.in_need - target.in_need,
        precision: target.precision,
        is_approximate,
    };
    let proposed = &result.target.measures;
    let mut options = vec![of(OptionKind::Proposed, proposed, result.is_approximate)];
    let (other, target, is_approximate) = match scenario.cut {
        CutKind::National => (CutKind::Local, Some(&result.local_target), result.local_target_is_approximate),
        CutKind::Local => (CutKind::National, result.national_target.as_ref(), result.national_target_is_approximate),
    };
    let is_another = |target: &Target| {
        let shown = [(target.coverage, proposed.coverage), (target.people_share, proposed.people_share)];
        shown.into_iter().any(|(one, other)| tenths_above(one, other) != 0)
    };
    // Without a national ranking there is one scale.
    let target = target.filter(|target| result.national_target.is_some() && is_another(target));
    options.extend(target.map(|target| of(OptionKind::OtherScale(other), target, is_approximate)));
    let reaching = |reach: &SmallestTarget| TargetOption {
        kind: OptionKind::Reaching(reach.goal, reach.share),
        people_share: reach.people_share,
        coverage: reach.coverage,
        missed: result.in_need * (1.0 - reach.coverage),
        precision: (reach.people_share > 0.0)
            .then(|| Share::of(result.in_need * reach.coverage, result.people * reach.people_share).get()),
        is_approximate: result.resolution == Resolution::Bands && reach.share > 0.0 && reach.share < 1.0,
    };
    options.extend(result.to_reach.iter().take(GOALS.len()).map(reaching));
    options.push(TargetOption {
        kind: OptionKind::Everyone,
        people_share: 1.0,
        coverage: 1.0,
        missed: 0.0,
        precision: Some(result.need_rate),
        is_approximate: false,
    });
    options
}

/// What an offer can be best at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Most people in need reached.
    InNeed,
    /// Lowest cost for each of them.
    Cost,
    /// Most bad outcomes averted.
    Benefit,
    /// The smallest gap that remains.
    Gap,
}

impl Aim {
    /// Every aim.
    pub const ALL: [Self; 4] = [Self::InNeed, Self::Cost, Self::Benefit, Self::Gap];
}

/// The offers that do best on an aim at the likely values: more than one where they do about the same, none where no offer
/// does anything for it.
pub fn best(results: &[StrategyResult], aim: Aim) -> Vec<&StrategyResult> {
    let value = |of: &StrategyResult| match aim {
        Aim::InNeed => Some(of.outcome.in_need_reached).filter(|reached| *reached > 0.0),
        Aim::Cost => of.outcome.cost_per_in_need_reached,
        Aim::Benefit => Some(of.outcome.benefit).filter(|averted| *averted > 0.0),
        Aim::Gap => Some(of.outcome.gap_after.abs()),
    };
    let is_ahead = |one: f64, other: f64| match aim {
        Aim::InNeed | Aim::Benefit => one > other,
        Aim::Cost | Aim::Gap => one < other,
    };
    let valued = || results.iter().filter_map(|of| Some((of, value(of)?)));
    let first = valued().reduce(|best, next| if is_ahead(next.1, best.1) { next } else { best });
    let Some((first, most)) = first else { return Vec::new() };
    let is_as_good = |of: &StrategyResult, number: f64| match aim {
        Aim::Gap => is_gap_smaller(&first.outcome, &of.outcome).is_none(),
        Aim::InNeed | Aim::Cost | Aim::Benefit => larger(most, number).is_none(),
    };
    valued().filter(|&(of, number)| is_as_good(of, number)).map(|(of, _)| of).collect()
}
