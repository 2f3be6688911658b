//! What the view `strategies` adds to the state of a page: the offers compared and what is assumed of them.

use std::cmp::Ordering;

use super::Percent;
use super::choice::Choice;
use super::programme::{Comparator, EligibleKind, OwnEvidence, ProgrammeChoices};
use super::starting_points::StartingPoint;
use crate::decimal;
use crate::model::strategies::{
    Assumption, AssumptionUnit, Design, Funding, NeedScope, OutreachWhere, Programme, Range, RangeError, Strategy,
};

/// Low, likely and high in the smallest unit: shares in thousandths, pounds in pence. Whole numbers have an exact form
/// in links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amounts(pub [u64; 3]);

/// How far the offers go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FundingKind {
    /// As far as each strategy says.
    Full,
    /// All as far as one budget.
    Budget,
    /// All until one share of people in need is reached.
    Coverage,
}

/// The output on which two strategies are held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TieOn {
    /// People in need reached.
    InNeedReached,
    /// Cost for each person in need reached.
    CostPerInNeed,
    /// Bad outcomes averted.
    Benefit,
    /// The gap that remains.
    Gap,
}

/// Between what a budget is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SplitOver {
    /// Deprivation fifths.
    Fifths,
    /// Local authorities.
    Authorities,
}

/// The offers compared and what is assumed of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offers {
    /// The set of assumptions to start from.
    pub start: StartingPoint,
    /// The strategies compared: two to five, in the order of [`Strategy::ALL`].
    pub compare: Vec<Strategy>,
    /// Who is assessed for an offer by need.
    pub need_scope: NeedScope,
    /// Where a proportionate offer reaches out.
    pub outreach_where: OutreachWhere,
    /// How far the offers go.
    pub funding: FundingKind,
    /// The budget in pounds, also the one that is split.
    pub budget: u64,
    /// The share of people in need to be reached.
    pub reach: Percent,
    /// Assumptions changed from the starting point, in the order of [`Assumption::ALL`].
    pub changed: Vec<(Assumption, Amounts)>,
    /// The assumption that moves until two strategies tie.
    pub tie_by: Assumption,
    /// The output on which they tie.
    pub tie_on: TieOn,
    /// Between what the budget is split.
    pub split: SplitOver,
    /// How strongly money follows need, in tenths (0 to 100).
    pub theta: u16,
    /// The share of the budget that is split equally for each person.
    pub floor: Percent,
    /// Whether uptake was measured, on the view `audit`, where it is changed.
    pub is_measured: bool,
    /// Who can have the offers, what they are held against, what they avert, and what that is worth.
    pub programme: ProgrammeChoices,
}

/// The budget that a new page shows, in pounds.
const BUDGET: u64 = 1_000_000;
/// The largest budget in pounds.
const MOST_BUDGET: u64 = 1_000_000_000;
/// Yearly rates are written for so many people.
pub const PER: f64 = 100_000.0;
/// The largest theta, in tenths.
pub const MOST_THETA: u16 = 100;

impl Offers {
    /// The state that a starting point begins with.
    pub fn starting(start: StartingPoint) -> Self {
        let Design { need_scope, outreach_where } = start.design();
        Self {
            start,
            compare: in_order(start.offers()),
            need_scope,
            outreach_where,
            funding: FundingKind::Full,
            budget: BUDGET,
            reach: Percent::from_tenths(500),
            changed: Vec::new(),
            tie_by: Assumption::UptakeMost,
            tie_on: TieOn::CostPerInNeed,
            split: SplitOver::Fifths,
            theta: 10,
            floor: Percent::from_tenths(500),
            is_measured: false,
            programme: start.programme(),
        }
    }

    /// The amounts in use for an assumption: as changed, else as the starting point has it.
    pub fn amounts(&self, assumption: Assumption) -> Amounts {
        let changed = self.changed.iter().find(|(other, _)| *other == assumption);
        let usual = || {
            let rate = self.programme.averts.rate(assumption);
            Amounts(rate.unwrap_or_else(|| self.start.assumed(assumption).amounts))
        };
        changed.map_or_else(usual, |&(_, amounts)| amounts)
    }

    /// Whether the assumption was changed from the starting point.
    pub fn is_changed(&self, assumption: Assumption) -> bool {
        self.changed.iter().any(|(other, _)| *other == assumption)
    }

    /// The range in use for an assumption.
    pub fn range(&self, assumption: Assumption) -> Range {
        // Amounts are checked where they are set, so there is always a range.
        self.amounts(assumption).range(assumption).unwrap_or_default()
    }

    /// Changes an assumption; one that comes back to its starting point is no longer a change.
    pub fn set(&mut self, assumption: Assumption, amounts: Amounts) {
        self.reset(assumption);
        if amounts != self.amounts(assumption) {
            let at = self.changed.partition_point(|(other, _)| (*other as usize) < assumption as usize);
            self.changed.insert(at, (assumption, amounts));
        }
    }

    /// Whether the assumption rests on what the person set or said.
    pub fn is_own(&self, assumption: Assumption) -> bool {
        self.is_changed(assumption) || self.evidence(assumption).is_some()
    }

    /// Where an assumption comes from, if the person said it.
    pub fn evidence(&self, assumption: Assumption) -> Option<&OwnEvidence> {
        self.programme.evidence(assumption)
    }

    /// Takes an assumption back to its starting point.
    pub fn reset(&mut self, assumption: Assumption) {
        self.changed.retain(|(other, _)| *other != assumption);
    }

    /// Takes an assumption back to its starting point, with what the person said of it.
    pub fn forget(&mut self, assumption: Assumption) {
        self.reset(assumption);
        self.programme.forget_evidence(assumption);
    }

    /// Whether the person set or said anything of an assumption.
    pub fn has_own(&self) -> bool {
        !self.changed.is_empty() || !self.programme.evidence.is_empty()
    }

    /// Takes every assumption back.
    pub fn reset_all(&mut self) {
        self.changed.clear();
        self.programme.evidence.clear();
    }

    /// Whether an assumption is one that was measured.
    pub fn is_measured(&self, assumption: Assumption) -> bool {
        self.is_measured && is_uptake(assumption) && self.is_changed(assumption)
    }

    /// Takes over what was measured: low, likely and high uptake in the least and in the most deprived fifth, as shares (0 to 1).
    pub fn use_measured(&mut self, [least, most]: [[f64; 3]; 2]) {
        let amounts = |shares: [f64; 3]| Amounts(shares.map(|share| (1000.0 * share).round() as u64));
        self.set(Assumption::UptakeLeast, amounts(least));
        self.set(Assumption::UptakeMost, amounts(most));
        self.is_measured = true;
    }

    /// What a person changes is no longer what was measured.
    pub fn forget_measured(&mut self, assumption: Assumption) {
        self.is_measured &= !is_uptake(assumption);
    }

    /// Adds a strategy to the comparison or takes it out, as long as two stay.
    pub fn toggle(&mut self, strategy: Strategy) {
        let (with, without): (Vec<_>, Vec<_>) = (
            self.compare.iter().copied().chain([strategy]).collect(),
            self.compare.iter().copied().filter(|&other| other != strategy).collect(),
        );
        if !self.compare.contains(&strategy) {
            self.compare = in_order(&with);
        } else if without.len() >= 2 {
            self.compare = without;
        }
    }

    /// Adds a strategy to the comparison.
    pub fn include(&mut self, strategy: Strategy) {
        if !self.compare.contains(&strategy) {
            self.toggle(strategy);
        }
    }

    /// Whether the strategy has to stay because only two are compared.
    pub fn is_one_of_last_two(&self, strategy: Strategy) -> bool {
        self.compare.len() == 2 && self.compare.contains(&strategy)
    }

    /// How the offers are set up.
    pub fn design(&self) -> Design {
        Design { need_scope: self.need_scope, outreach_where: self.outreach_where }
    }

    /// How far the offers go, for the model.
    pub fn funding(&self) -> Funding {
        match self.funding {
            FundingKind::Full => Funding::InFull,
            FundingKind::Budget => Funding::Budget(self.budget as f64),
            FundingKind::Coverage => Funding::Coverage(self.reach.as_share()),
        }
    }

    /// The offers as a programme, for the model.
    pub fn programme(&self) -> Programme {
        Programme {
            design: self.design(),
            funding: self.funding(),
            eligible: self.programme.eligible(),
            averts: self.programme.averts(),
            has_present: self.has_present(),
        }
    }

    /// Whether the offers are held against the service of today.
    pub fn has_present(&self) -> bool {
        self.programme.against == Comparator::Present
    }

    /// Whether not everybody can have the offers.
    pub fn is_for_some(&self) -> bool {
        self.programme.eligible != EligibleKind::Everyone
    }

    /// The two strategies that are held against each other: the first two compared.
    pub fn pair(&self) -> [Strategy; 2] {
        match self.compare.as_slice() {
            [first, second, ..] => [*first, *second],
            _ => [Strategy::Universal, Strategy::ByArea],
        }
    }
}

/// Whether an assumption is about uptake in a fifth.
const fn is_uptake(assumption: Assumption) -> bool {
    matches!(assumption, Assumption::UptakeLeast | Assumption::UptakeMost)
}

/// Strategies once each, in the order of [`Strategy::ALL`].
pub fn in_order(strategies: &[Strategy]) -> Vec<Strategy> {
    Strategy::ALL.into_iter().filter(|strategy| strategies.contains(strategy)).collect()
}

/// Reads a budget in whole pounds.
pub fn parse_budget(text: &str) -> Option<u64> {
    let pounds = decimal::parse(&text.trim().trim_start_matches('£').replace(',', ""))?.round();
    (0.0..=MOST_BUDGET as f64).contains(&pounds).then_some(pounds as u64)
}

/// Reads a theta with one decimal.
pub fn parse_theta(text: &str) -> Option<u16> {
    let tenths = (decimal::parse(text.trim())? * 10.0).round();
    (0.0..=f64::from(MOST_THETA)).contains(&tenths).then_some(tenths as u16)
}

/// A theta as a person types it.
pub fn format_theta(theta: u16) -> String {
    decimal::tenths(f64::from(theta) / 10.0)
}

/// The text is not an amount, or the amounts are out of order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAmounts;

impl Amounts {
    /// How many of the smallest unit make one of what a person types: a per cent is 10 thousandths, a pound 100 pence, one for each
    /// 100,000 is 10 tenths.
    pub const fn in_one(unit: AssumptionUnit) -> u64 {
        match unit {
            AssumptionUnit::Share => 10,
            AssumptionUnit::Pounds => 100,
            AssumptionUnit::YearlyRate => 10,
        }
    }

    /// The amounts with another low (0), likely (1) or high (2) one; the others are moved along where they would be out of
    /// order.
    pub fn with_one(self, column: usize, amount: u64) -> Self {
        let Self(mut amounts) = self;
        for (index, other) in amounts.iter_mut().enumerate() {
            *other = match index.cmp(&column) {
                Ordering::Less => (*other).min(amount),
                Ordering::Equal => amount,
                Ordering::Greater => (*other).max(amount),
            };
        }
        Self(amounts)
    }

    /// The range of an assumption.
    ///
    /// # Errors
    /// [`RangeError`] if the amounts are out of order or out of range.
    pub fn range(self, assumption: Assumption) -> Result<Range, RangeError> {
        let whole = match assumption.unit() {
            AssumptionUnit::Share => 1000.0,
            AssumptionUnit::Pounds => 100.0,
            AssumptionUnit::YearlyRate => 10.0 * PER,
        };
        let [low, likely, high] = self.0.map(|amount| amount as f64 / whole);
        Range::new(assumption, low, likely, high)
    }

    /// Reads one amount (without a spread) or three, in per cent or pounds, joined by commas.
    ///
    /// # Errors
    /// [`NotAmounts`] if they are no amounts, out of order, or not possible for the assumption.
    pub fn parse(assumption: Assumption, text: &str) -> Result<Self, NotAmounts> {
        let amounts: Option<Vec<u64>> = text.split(',').map(|part| Self::parse_one(assumption, part)).collect();
        let amounts = Self(match amounts.as_deref() {
            Some([only]) => [*only; 3],
            Some([low, likely, high]) => [*low, *likely, *high],
            _ => return Err(NotAmounts),
        });
        amounts.range(assumption).map_err(|_| NotAmounts)?;
        Ok(amounts)
    }

    /// Reads one amount in per cent or pounds.
    pub fn parse_one(assumption: Assumption, text: &str) -> Option<u64> {
        let text = text.trim().trim_start_matches('£').trim_end_matches('%');
        let amount = decimal::parse(text.trim())? * Self::in_one(assumption.unit()) as f64;
        let most = match assumption.unit() {
            AssumptionUnit::Share => 1000.0,
            AssumptionUnit::Pounds => 100.0 * assumption.most(),
            AssumptionUnit::YearlyRate => 10.0 * PER * assumption.most(),
        };
        (0.0..=most).contains(&amount).then(|| amount.round() as u64)
    }

    /// The amounts as in a link: one alone where there is no spread.
    pub fn in_link(self, assumption: Assumption) -> String {
        let [low, likely, high] = self.0.map(|amount| Self::format(assumption, amount));
        if low == high { likely } else { format!("{low},{likely},{high}") }
    }

    /// One amount as a person types it, in per cent or pounds.
    pub fn format(assumption: Assumption, amount: u64) -> String {
        let one = Self::in_one(assumption.unit());
        let (whole, rest) = (amount / one, amount % one);
        match (rest, one) {
            (0, _) => whole.to_string(),
            (_, 10) => format!("{whole}.{rest}"),
            _ => format!("{whole}.{rest:02}"),
        }
    }
}

/// Reads the strategies compared, joined by commas: at least two.
pub fn parse_compared(text: &str) -> Option<Vec<Strategy>> {
    let named: Option<Vec<Strategy>> = text.split(',').map(Strategy::from_name).collect();
    Some(in_order(&named?)).filter(|compare| compare.len() >= 2)
}

/// The strategies compared, as in a link.
pub fn format_compared(strategies: &[Strategy]) -> String {
    strategies.iter().map(|strategy| strategy.key()).collect::<Vec<_>>().join(",")
}
