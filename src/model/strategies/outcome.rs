//! What a strategy does.

use serde::Serialize;

use super::{Assumption as A, Cells, Values};
use crate::model::{Counts, bounded};

/// A way of offering something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strategy {
    /// To everybody.
    Universal,
    /// To everybody in the targeted areas.
    ByArea,
    /// To those whom an assessment finds in need.
    ByNeed,
    /// To a group that people in need belong to more often than others.
    ByGroup,
    /// To everybody, with outreach that rises with deprivation: proportionate universalism.
    Proportionate,
}

impl Strategy {
    /// Every strategy.
    pub const ALL: [Self; 5] = [Self::Universal, Self::ByArea, Self::ByNeed, Self::ByGroup, Self::Proportionate];

    /// Whether the offer singles people out, so that stigma can lower its uptake.
    pub const fn singles_out(self) -> bool {
        matches!(self, Self::ByArea | Self::ByNeed | Self::ByGroup)
    }
}

/// Who is assessed for an offer by individual need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NeedScope {
    /// Everybody.
    Everywhere,
    /// Everybody in the targeted areas.
    InsideTarget,
    /// Those seen at a universal contact.
    AfterContact,
}

/// Where a proportionate offer reaches out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OutreachWhere {
    /// The more the more deprived the fifth, nothing in the least deprived.
    MoreDeprived,
    /// In the targeted areas alone.
    Targeted,
}

/// How the offers are set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Design {
    /// Who is assessed.
    pub need_scope: NeedScope,
    /// Where outreach goes.
    pub outreach_where: OutreachWhere,
}

/// How far an offer goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Funding {
    /// As far as the strategy says.
    InFull,
    /// As far as a budget in pounds: offers are drawn at random until it is spent.
    Budget(f64),
    /// Until this share (0 to 1) of people in need is reached.
    Coverage(f64),
}

/// Where the people in need of a fifth end up.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct FifthOutcome {
    /// Number of people in need.
    pub in_need: f64,
    /// Of them, number reached.
    pub reached: f64,
    /// Offered but not taken up.
    pub not_taken_up: f64,
    /// Never offered.
    pub not_offered: f64,
}

/// What a strategy does.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Outcome {
    /// Number of people offered.
    pub offered: f64,
    /// Number of people reached: offered and taken up.
    pub reached: f64,
    /// Number of people in need reached.
    pub in_need_reached: f64,
    /// Number of people in need missed because they were not offered.
    pub in_need_not_offered: f64,
    /// Number of people in need missed because they did not take the offer up.
    pub in_need_not_taken_up: f64,
    /// Number of people reached though not in need.
    pub not_in_need_reached: f64,
    /// Share of people in need who are reached (0 to 1).
    pub coverage: f64,
    /// Cost in pounds.
    pub cost: f64,
    /// Cost in pounds for each person reached.
    pub cost_per_reached: Option<f64>,
    /// Cost in pounds for each person in need reached.
    pub cost_per_in_need_reached: Option<f64>,
    /// Bad outcomes averted, in people.
    pub benefit: f64,
    /// Slope index of the risk before.
    pub gap_before: f64,
    /// Slope index of the risk that remains.
    pub gap_after: f64,
    /// Uptake in the least deprived fifth that is offered anything, less that in the most deprived one (-1 to 1); `None`
    /// where fewer than two fifths are.
    pub uptake_gap: Option<f64>,
    /// How much of the full offer is made (0 to 1).
    pub scale: f64,
    /// Whether the funding asked for can be met: false for a budget below the fixed cost and a coverage out of reach.
    pub is_attainable: bool,
    /// Whether an uptake was held at 0 or 1.
    pub is_clamped: bool,
    /// Where the people in need of each fifth end up, most deprived first.
    pub fifths: [FifthOutcome; 5],
    /// Uptake in each fifth, most deprived first (0 to 1): before outreach and stigma, and with them; `None` where nobody is
    /// offered anything.
    #[serde(skip)]
    pub uptake: [Option<(f64, f64)>; 5],
}

impl Outcome {
    /// By how much the gap becomes smaller; negative where it becomes larger.
    pub fn gap_narrowing(&self) -> f64 {
        self.gap_before.abs() - self.gap_after.abs()
    }

    /// The gap after less that before.
    pub fn gap_change(&self) -> f64 {
        self.gap_after - self.gap_before
    }
}

/// Sums differ from what they should be by less than this part.
const ROUNDING: f64 = 1e-12;

/// The full offer, before funding.
#[derive(Default)]
struct Full {
    offered: f64,
    reached: f64,
    in_need_reached: f64,
    in_need_offered: f64,
    variable_cost: f64,
    averted: [f64; 5],
    uptake: [Option<(f64, f64)>; 5],
    fifths: [FifthOutcome; 5],
    is_clamped: bool,
}

/// Works out a strategy.
pub fn outcome(cells: &Cells, strategy: Strategy, design: Design, funding: Funding, values: &Values) -> Outcome {
    let full = full_offer(cells, strategy, design, values);
    let fixed = values[A::CostFixed];
    let in_need = cells.total().in_need;
    let full_coverage = ratio(full.in_need_reached, in_need).unwrap_or(0.0);
    let (scale, is_attainable) = match funding {
        Funding::InFull => (1.0, true),
        Funding::Budget(budget) if budget < fixed => (0.0, false),
        Funding::Budget(budget) => (ratio(budget - fixed, full.variable_cost).unwrap_or(1.0).min(1.0), true),
        Funding::Coverage(goal) if goal > full_coverage * (1.0 + ROUNDING) => (1.0, false),
        Funding::Coverage(goal) => (ratio(goal, full_coverage).unwrap_or(0.0).min(1.0), true),
    };
    // An offer that is not made at all has no fixed cost.
    let is_run = scale > 0.0 || (is_attainable && funding == Funding::InFull);
    let cost = if is_run { fixed + scale * full.variable_cost } else { 0.0 };
    let (reached, in_need_reached) = (scale * full.reached, scale * full.in_need_reached);
    let in_need_offered = scale * full.in_need_offered;

    let risk = cells.gradient().map(|most| lerp(values[A::RiskLeast], values[A::RiskMost], most));
    let mut residual = risk;
    for ((risk, fifth), averted) in residual.iter_mut().zip(&cells.fifths).zip(full.averted) {
        *risk -= ratio(scale * averted, fifth.all().people).unwrap_or(0.0);
    }
    let mut offered_fifths = full.uptake.iter().flatten();
    let most = offered_fifths.next();
    let least = offered_fifths.next_back();
    Outcome {
        offered: scale * full.offered,
        reached,
        in_need_reached,
        in_need_not_offered: (in_need - in_need_offered).max(0.0),
        in_need_not_taken_up: (in_need_offered - in_need_reached).max(0.0),
        not_in_need_reached: (reached - in_need_reached).max(0.0),
        coverage: ratio(in_need_reached, in_need).unwrap_or(0.0),
        cost,
        cost_per_reached: ratio(cost, reached),
        cost_per_in_need_reached: ratio(cost, in_need_reached),
        benefit: scale * full.averted.iter().sum::<f64>(),
        gap_before: cells.slope_index(risk),
        gap_after: cells.slope_index(residual),
        uptake_gap: least.zip(most).map(|(least, most)| least.1 - most.1),
        uptake: full.uptake,
        scale,
        is_attainable,
        is_clamped: full.is_clamped,
        fifths: full.fifths.map(|fifth| FifthOutcome {
            in_need: fifth.in_need,
            reached: scale * fifth.reached,
            not_taken_up: scale * fifth.not_taken_up,
            not_offered: (fifth.in_need - scale * (fifth.reached + fifth.not_taken_up)).max(0.0),
        }),
    }
}

fn full_offer(cells: &Cells, strategy: Strategy, design: Design, values: &Values) -> Full {
    let mut full = Full::default();
    let gradient = cells.gradient();
    for (index, fifth) in cells.fifths.iter().enumerate() {
        let base_uptake = lerp(values[A::UptakeLeast], values[A::UptakeMost], gradient[index]);
        let risk = lerp(values[A::RiskLeast], values[A::RiskMost], gradient[index]);
        let (mut offered_here, mut reached_here) = (0.0, 0.0);
        for (counts, is_targeted) in [(fifth.targeted, true), (fifth.rest, false)] {
            let outreach = outreach_weight(strategy, design, is_targeted, gradient[index]);
            let stigma = if strategy.singles_out() { values[A::Stigma] } else { 0.0 };
            let wanted = base_uptake + outreach * values[A::Outreach] - stigma;
            let uptake = bounded(wanted, 0.0, 1.0);
            let Counts { people, in_need, .. } = counts;
            if people <= 0.0 {
                continue;
            }
            let assessed = people * assessed_share(strategy, design, is_targeted, values);
            let offered_in_need = in_need * offer(strategy, design, is_targeted, true, values);
            let offered_others = (people - in_need) * offer(strategy, design, is_targeted, false, values);
            let offered = offered_in_need + offered_others;
            let reached_in_need = offered_in_need * uptake;
            let reached_others = offered_others * uptake;

            full.offered += offered;
            full.is_clamped |= offered > 0.0 && (uptake - wanted).abs() > ROUNDING;
            full.reached += reached_in_need + reached_others;
            full.in_need_offered += offered_in_need;
            full.in_need_reached += reached_in_need;
            full.variable_cost += values[A::CostScreening] * assessed
                + values[A::CostOffer] * offered
                + values[A::CostDelivery] * (reached_in_need + reached_others)
                + values[A::CostOutreach] * outreach * offered;
            full.averted[index] +=
                risk * (values[A::EffectInNeed] * reached_in_need + values[A::EffectOthers] * reached_others);
            let place = &mut full.fifths[index];
            place.in_need += in_need;
            place.reached += reached_in_need;
            place.not_taken_up += offered_in_need - reached_in_need;
            offered_here += offered;
            reached_here += reached_in_need + reached_others;
        }
        full.uptake[index] = ratio(reached_here, offered_here).map(|uptake| (base_uptake, uptake));
    }
    full
}

/// The probability (0 to 1) that a person of a cell is offered.
fn offer(strategy: Strategy, design: Design, is_targeted: bool, in_need: bool, values: &Values) -> f64 {
    match strategy {
        Strategy::Universal | Strategy::Proportionate => 1.0,
        Strategy::ByArea => f64::from(u8::from(is_targeted)),
        Strategy::ByNeed => {
            let found = if in_need { values[A::Sensitivity] } else { 1.0 - values[A::Specificity] };
            found * assessed_share(strategy, design, is_targeted, values)
        }
        Strategy::ByGroup if in_need => values[A::GroupInNeed],
        Strategy::ByGroup => values[A::GroupOthers],
    }
}

/// The share (0 to 1) of a cell's people who are assessed.
fn assessed_share(strategy: Strategy, design: Design, is_targeted: bool, values: &Values) -> f64 {
    match (strategy, design.need_scope) {
        (Strategy::ByNeed, NeedScope::Everywhere) => 1.0,
        (Strategy::ByNeed, NeedScope::InsideTarget) => f64::from(u8::from(is_targeted)),
        (Strategy::ByNeed, NeedScope::AfterContact) => values[A::Contact],
        _ => 0.0,
    }
}

/// How strong outreach is in a cell (0 to 1).
fn outreach_weight(strategy: Strategy, design: Design, is_targeted: bool, gradient: f64) -> f64 {
    match (strategy, design.outreach_where) {
        (Strategy::Proportionate, OutreachWhere::MoreDeprived) => gradient,
        (Strategy::Proportionate, OutreachWhere::Targeted) => f64::from(u8::from(is_targeted)),
        _ => 0.0,
    }
}

fn lerp(least: f64, most: f64, gradient: f64) -> f64 {
    least + (most - least) * gradient
}

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

#[cfg(test)]
mod tests {
    use super::super::Fifth;
    use super::*;

    /// Five fifths of 100 people, of whom as many as given are targeted, and what an offer by area does there.
    fn by_area(targeted: [f64; 5], values: &Values) -> Outcome {
        let counts = |people: f64| Counts { areas: 1.0, people, in_need: people / 5.0 };
        let cells = Cells::of(targeted.map(|n| Fifth { targeted: counts(n), rest: counts(100.0 - n) }));
        let design = Design { need_scope: NeedScope::Everywhere, outreach_where: OutreachWhere::Targeted };
        outcome(&cells, Strategy::ByArea, design, Funding::InFull, values)
    }

    fn with_stigma(stigma: f64, least: f64, most: f64) -> Values {
        let mut values = Values::from_fn(|_| 0.0);
        (values[A::Stigma], values[A::UptakeLeast], values[A::UptakeMost]) = (stigma, least, most);
        values
    }

    #[test]
    fn an_uptake_held_at_0_is_told_only_where_something_is_offered() {
        // In the least deprived fifth stigma takes more than the uptake.
        let values = with_stigma(0.1, 0.05, 0.5);
        assert!(!by_area([50.0, 0.0, 0.0, 0.0, 0.0], &values).is_clamped);
        assert!(by_area([50.0, 0.0, 0.0, 0.0, 50.0], &values).is_clamped);
    }

    #[test]
    fn an_uptake_held_by_rounding_alone_is_not_told() {
        let is_told = |stigma| by_area([50.0; 5], &with_stigma(stigma, 0.0, 0.0)).is_clamped;
        assert_eq!([ROUNDING, 2.0 * ROUNDING].map(is_told), [false, true]);
    }
}
