//! The view `strategies`: offers compared.

use super::value::ValueForMoney;
use super::{MissError, RankedPlace};
use crate::model::Counts;
use crate::model::strategies::{
    Assumption, AssumptionUnit, BreakEven, Cells, DRAWS, Interval, Measure, NeedScope, NoBudgetSplit, Outcome,
    OutreachWhere, Range, SEED, Sampler, SplitPart, Strategy, TornadoBar, Values, draws, evenly, interval,
    split_budget, ties, tornado, widening,
};
use crate::scenario::Scenario;
use crate::scenario::offers::{Offers, TieOn};
use crate::scenario::programme::{AvertsKind, EligibleKind};
use crate::scenario::starting_points::AssumedBasis;

/// Every output of a strategy by name, for tables and JSON.
pub const MEASURES: [(&str, Measure); 15] = [
    ("offered", |o| Some(o.offered)),
    ("reached", |o| Some(o.reached)),
    ("in_need_reached", |o| Some(o.in_need_reached)),
    ("in_need_not_offered", |o| Some(o.in_need_not_offered)),
    ("in_need_not_taken_up", |o| Some(o.in_need_not_taken_up)),
    ("not_in_need_reached", |o| Some(o.not_in_need_reached)),
    ("coverage", |o| Some(o.coverage)),
    ("cost", |o| Some(o.cost)),
    ("cost_per_reached", |o| o.cost_per_reached),
    ("cost_per_in_need_reached", |o| o.cost_per_in_need_reached),
    ("benefit", |o| Some(o.benefit)),
    ("gap_before", |o| Some(o.gap_before)),
    ("gap_after", |o| Some(o.gap_after)),
    ("gap_change", |o| Some(o.gap_change())),
    ("uptake_gap", |o| o.uptake_gap),
];

/// Position of the number of people in need reached in [`MEASURES`].
pub const IN_NEED_REACHED: usize = 2;
/// Position of the cost in [`MEASURES`].
pub const COST: usize = 7;
/// Position of the cost for each person in need reached in [`MEASURES`].
pub const COST_PER_IN_NEED: usize = 9;

/// What draws are kept of: each output, and by how much the gap becomes smaller, which pictures alone need.
const DRAWN: usize = MEASURES.len() + 1;
/// Position of the bad outcomes averted in [`MEASURES`].
pub const BENEFIT: usize = 10;
/// Position of the interval of how much smaller the gap becomes among the intervals of a strategy.
pub const GAP_NARROWING: usize = MEASURES.len();

/// A strategy worked out at the likely values.
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyResult {
    /// Which.
    pub strategy: Strategy,
    /// What it does.
    pub outcome: Outcome,
}

/// Everything the view shows at the likely values.
#[derive(Debug, Clone, PartialEq)]
pub struct Strategies {
    /// The place cut at the target.
    pub cells: Cells,
    /// The strategies compared.
    pub results: Vec<StrategyResult>,
    /// Where the first two tie.
    pub break_even: BreakEven,
    /// Every tie that was found: from and to, the same but where the two are equal over a stretch.
    pub ties: Vec<(f64, f64)>,
    /// Between which values of the assumption a tie was looked for.
    pub tie_range: (f64, f64),
    /// What makes the difference between the first two, widest first.
    pub tornado: Vec<TornadoBar>,
    /// That difference at the likely values; `None` where one of the two has no such output.
    pub difference: Option<f64>,
    /// What the offers avert.
    pub averts: AvertsKind,
    /// What each of them costs and does beyond what it is held against.
    pub value: ValueForMoney,
}

impl Strategies {
    /// Works the offers out on a place.
    ///
    /// # Errors
    /// [`MissError`] for a national target of data without national positions.
    pub fn new(scenario: &Scenario, prepared: &RankedPlace) -> Result<Self, MissError> {
        let cells = Cells::new(&prepared.curve, scenario.cut()?)?;
        let offers = &scenario.offers;
        let values = likely(offers);
        let programme = offers.programme();
        let works_out = |strategy, values: &Values| programme.outcome(&cells, strategy, values);
        let result = |&strategy| StrategyResult { strategy, outcome: works_out(strategy, &values) };
        let results: Vec<StrategyResult> = offers.compare.iter().map(result).collect();
        let value = ValueForMoney::new(&programme, &values, &cells, &results);
        let measure = measure(offers.tie_on);
        let [first, second] =
            offers.pair().map(|strategy| move |values: &Values| measure(&works_out(strategy, values)));
        let difference = |values: &Values| Some(first(values)? - second(values)?);
        let range = tie_range(offers);
        let mut found = ties(&values, offers.tie_by, &evenly(range), &first, &second);
        let mut searched = range;
        // Pounds have no end; what a person can type has one.
        if offers.tie_by.unit() == AssumptionUnit::Pounds && is_open(found.nearest) {
            let near = found.nearest;
            let beyond = ties(&values, offers.tie_by, &widening((range.1, offers.tie_by.most())), &first, &second);
            // Where one of the two reaches nobody any more, nothing is told but of what lies before.
            if beyond.nearest != BreakEven::Undefined {
                found = beyond;
                // Which of the two has more can be told of the whole only if it is so of both parts.
                if is_open(found.nearest) && found.nearest != near {
                    found.nearest = BreakEven::Jumps;
                }
                searched.1 = offers.tie_by.most();
            }
        }
        Ok(Self {
            cells,
            results,
            break_even: found.nearest,
            ties: found.all,
            tie_range: searched,
            tornado: tornado(|assumption| range_in_use(offers, assumption), difference),
            difference: difference(&values),
            averts: offers.programme.averts,
            value,
        })
    }
}

/// The output on which strategies are held against each other.
pub fn measure(tie_on: TieOn) -> Measure {
    match tie_on {
        // Two offers that both reach nobody do not tie: there is nothing to compare.
        TieOn::InNeedReached => |o| (o.in_need_reached > 0.0).then_some(o.in_need_reached),
        TieOn::CostPerInNeed => |o| o.cost_per_in_need_reached,
        TieOn::Benefit => |o| Some(o.benefit),
        TieOn::Gap => |o| Some(o.gap_after),
    }
}

/// Whether the first of two outcomes leaves the smaller gap; `None` if they end up about the same. Which end is worse off
/// can turn round; the smaller gap is the one nearer to none.
pub fn is_gap_smaller(one: &Outcome, other: &Outcome) -> Option<bool> {
    /// Gaps within this part of the gap before are about the same.
    const SAME: f64 = 0.005;
    let difference = one.gap_after.abs() - other.gap_after.abs();
    (difference.abs() > SAME * one.gap_before.abs()).then_some(difference < 0.0)
}

/// How many of the assumptions in use rest on what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bases {
    /// On a published source.
    pub published: usize,
    /// On what the person set.
    pub own: usize,
    /// On nothing: round numbers to start from.
    pub illustrative: usize,
}

impl Bases {
    /// Counts the assumptions that can change any of the strategies compared.
    pub fn of(offers: &Offers) -> Self {
        let mut bases = Self { published: 0, own: 0, illustrative: 0 };
        for assumption in Assumption::ALL.into_iter().filter(|&assumption| is_used(offers, assumption)) {
            *match offers.start.assumed(assumption).basis {
                _ if offers.is_own(assumption) => &mut bases.own,
                AssumedBasis::Published(_) => &mut bases.published,
                AssumedBasis::Illustrative => &mut bases.illustrative,
            } += 1;
        }
        bases
    }

    /// How many there are.
    pub const fn all(self) -> usize {
        self.published + self.own + self.illustrative
    }
}

/// Whether a search that ended here may find a tie further out.
fn is_open(tie: BreakEven) -> bool {
    matches!(tie, BreakEven::FirstAlways | BreakEven::SecondAlways)
}

/// Between which values a tie is looked for first: every share there is; pounds up to ten times the high value, and at
/// least a thousand.
pub fn tie_range(offers: &Offers) -> (f64, f64) {
    let range = offers.range(offers.tie_by);
    match offers.tie_by.unit() {
        AssumptionUnit::Share => (0.0, 1.0),
        AssumptionUnit::Pounds => (0.0, (10.0 * range.high()).max(1000.0)),
        AssumptionUnit::YearlyRate => (0.0, (10.0 * range.high()).min(offers.tie_by.most())),
    }
}

/// Whether an assumption can change any of the strategies compared.
pub fn is_used(offers: &Offers, assumption: Assumption) -> bool {
    let has = |strategy: Strategy| offers.compare.contains(&strategy);
    match assumption {
        Assumption::Outreach | Assumption::CostOutreach => has(Strategy::Proportionate),
        Assumption::Stigma => offers.compare.iter().any(|strategy| strategy.singles_out()),
        Assumption::Sensitivity | Assumption::Specificity | Assumption::CostScreening => has(Strategy::ByNeed),
        Assumption::Contact => has(Strategy::ByNeed) && offers.need_scope == NeedScope::AfterContact,
        Assumption::GroupInNeed | Assumption::GroupOthers => has(Strategy::ByGroup),
        Assumption::UptakeLeast
        | Assumption::UptakeMost
        | Assumption::CostFixed
        | Assumption::CostOffer
        | Assumption::CostDelivery
        | Assumption::EffectInNeed
        | Assumption::EffectOthers => true,
        Assumption::RiskLeast | Assumption::RiskMost => !offers.programme.averts.is_yearly(),
        Assumption::RateLeast | Assumption::RateMost => offers.programme.averts.is_yearly(),
        Assumption::EligibleInNeed | Assumption::EligibleOthers => offers.programme.eligible == EligibleKind::Share,
        Assumption::PresentLeast | Assumption::PresentMost | Assumption::PresentCost => offers.has_present(),
    }
}

/// The range of an assumption, for draws: one that only some programmes have, and this one does not, is known.
pub fn range_in_use(offers: &Offers, assumption: Assumption) -> Range {
    let range = offers.range(assumption);
    let is_of_programme = assumption as usize >= Assumption::OF_OFFERS;
    if is_of_programme && !is_used(offers, assumption) { Range::known(range.likely()) } else { range }
}

/// Whether the size of the target can change any of the strategies compared.
pub fn is_target_used(offers: &Offers) -> bool {
    offers.compare.iter().any(|strategy| match strategy {
        Strategy::ByArea => true,
        Strategy::ByNeed => offers.need_scope == NeedScope::InsideTarget,
        Strategy::Proportionate => offers.outreach_where == OutreachWhere::Targeted,
        Strategy::Universal | Strategy::ByGroup => false,
    })
}

/// Every assumption at its likely value.
pub fn likely(offers: &Offers) -> Values {
    Values::from_fn(|assumption| offers.range(assumption).likely())
}

/// How many draws are worked out before the page may paint.
pub const DRAW_PART: usize = 1000;

/// The sampler of all assumptions.
pub fn sampler() -> Sampler {
    Sampler::new(DRAWS, SEED)
}

/// The draws of all assumptions, which all strategies share.
pub fn all_draws(offers: &Offers) -> Vec<Values> {
    draws(|assumption: Assumption| range_in_use(offers, assumption), DRAWS, SEED)
}

/// What a strategy does over draws: each output of [`MEASURES`] by itself, and how much smaller the gap becomes, which is all
/// that intervals need.
pub struct Drawn([Vec<f64>; DRAWN]);

impl Drawn {
    /// No draws yet.
    pub fn new() -> Self {
        Self(std::array::from_fn(|_| Vec::with_capacity(DRAWS)))
    }

    /// Works a strategy out in each of some draws. An output that does not exist in a draw is left out.
    pub fn add(&mut self, offers: &Offers, cells: &Cells, strategy: Strategy, draws: &[Values]) {
        let programme = offers.programme();
        for values in draws {
            let outcome = programme.outcome(cells, strategy, values);
            for ((_, measure), column) in MEASURES.iter().zip(&mut self.0) {
                column.extend(measure(&outcome));
            }
            self.0[GAP_NARROWING].push(outcome.gap_narrowing());
        }
    }

    /// The 90% interval of each output, over the draws in which it exists.
    pub fn intervals(self) -> [Option<Interval>; DRAWN] {
        self.0.map(interval)
    }
}

impl Default for Drawn {
    fn default() -> Self {
        Self::new()
    }
}

/// The 90% interval of each output of a strategy over all draws.
pub fn intervals(offers: &Offers, cells: &Cells, strategy: Strategy, draws: &[Values]) -> [Option<Interval>; DRAWN] {
    let mut drawn = Drawn::new();
    drawn.add(offers, cells, strategy, draws);
    drawn.intervals()
}

/// The 90% interval of each output of each strategy compared; empty until they are drawn.
pub type Intervals = Vec<Vec<Option<Interval>>>;

/// The 90% interval of each output of each strategy compared, at once.
pub fn all_intervals(offers: &Offers, result: &Strategies) -> Intervals {
    let draws = all_draws(offers);
    let of = |result_of: &StrategyResult| intervals(offers, &result.cells, result_of.strategy, &draws).to_vec();
    result.results.iter().map(of).collect()
}

/// The scenario's budget split over parts of a place.
///
/// # Errors
/// [`NoBudgetSplit`] where nobody lives in the parts, or nobody is in need.
pub fn split(offers: &Offers, parts: &[Counts]) -> Result<Vec<SplitPart>, NoBudgetSplit> {
    split_budget(parts, offers.budget as f64, f64::from(offers.theta) / 10.0, offers.floor.as_share())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::StartingPoint;

    #[test]
    fn each_assumption_in_use_rests_on_one_thing() {
        for start in StartingPoint::ALL {
            let mut offers = Offers::starting(start);
            let bases = Bases::of(&offers);
            let used = || Assumption::ALL.into_iter().filter(|&assumption| is_used(&offers, assumption));
            assert_eq!((bases.all(), bases.own), (used().count(), 0), "{start:?}");
            let is_published =
                |&assumption: &Assumption| matches!(offers.start.assumed(assumption).basis, AssumedBasis::Published(_));
            assert_eq!(bases.published, used().filter(is_published).count(), "{start:?}");
            let changed = used().find(|&assumption| assumption.unit() == AssumptionUnit::Share).unwrap();
            offers.set(changed, crate::scenario::offers::Amounts([1, 2, 3]));
            assert_eq!((Bases::of(&offers).all(), Bases::of(&offers).own), (bases.all(), 1), "{start:?}");
        }
    }
}
