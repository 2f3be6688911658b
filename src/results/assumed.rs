//! What is assumed of the offers compared: which assumptions count, what they rest on, and their ranges.

use crate::model::strategies::{Assumption, NeedScope, OutreachWhere, Range, Strategy, Values};
use crate::scenario::offers::Offers;
use crate::scenario::programme::EligibleKind;
use crate::scenario::starting_points::AssumedBasis;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::strategies::AssumptionUnit;
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
