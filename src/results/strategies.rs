//! The view `strategies`: offers compared.

use super::assumed::{likely, range_in_use};
use super::value::ValueForMoney;
use super::{MissError, RankedPlace};
use crate::model::Counts;
use crate::model::strategies::{
    Assumption, AssumptionUnit, BreakEven, Cells, DRAWS, Interval, Measure, NoBudgetSplit, Outcome, SEED, Sampler,
    SplitPart, Strategy, TornadoBar, Values, draws, evenly, interval, split_budget, ties, tornado, widening,
};
use crate::scenario::Scenario;
use crate::scenario::offers::{Offers, TieOn};
use crate::scenario::programme::AvertsKind;

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
        let outcomes: Vec<_> = results.iter().map(|of| (of.strategy, of.outcome)).collect();
        let value = ValueForMoney::new(&programme, &values, &cells, &outcomes);
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
