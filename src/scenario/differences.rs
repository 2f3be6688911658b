//! In what pages differ: the choices that can change their results, held against each other.

use super::offers::{Amounts, FundingKind};
use super::programme::{AvertsKind, EligibleKind};
use super::{CutKind, Percent, Scenario, TableId, View};
use crate::data::Edition;
use crate::model::strategies::{Assumption, Strategy};

/// A choice that can change a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The question.
    View,
    /// The authorities looked at.
    Place,
    /// Edition of the figures.
    Edition,
    /// Who counts as in need.
    Need,
    /// What areas are ordered by.
    Rank,
    /// National or local cut.
    Cut,
    /// What a local share is a share of.
    Basis,
    /// Whether a local cut takes whole areas only.
    Whole,
    /// How much is targeted.
    Share,
    /// The set of assumptions to start from.
    Start,
    /// The offers compared.
    Offers,
    /// Who is assessed for an offer by need.
    Scope,
    /// Where a proportionate offer reaches out.
    Outreach,
    /// How far the offers go.
    Funding,
    /// Who can have the offers.
    Eligible,
    /// What the offers are held against.
    Against,
    /// What they avert, and over how long.
    Averts,
    /// An assumption that was changed.
    Assumed(Assumption),
}

/// Every choice but the assumptions, in the order in which the page shows them.
const CHOICES: [Choice; 17] = [
    Choice::View,
    Choice::Place,
    Choice::Edition,
    Choice::Need,
    Choice::Rank,
    Choice::Cut,
    Choice::Basis,
    Choice::Whole,
    Choice::Share,
    Choice::Start,
    Choice::Offers,
    Choice::Scope,
    Choice::Outreach,
    Choice::Funding,
    Choice::Eligible,
    Choice::Against,
    Choice::Averts,
];

impl Choice {
    /// Whether the choice can change the results of a page.
    pub fn matters(self, page: &Scenario) -> bool {
        let (offers, has_offers) = (&page.offers, page.view == View::Strategies);
        match self {
            Self::View | Self::Place | Self::Edition | Self::Need | Self::Rank | Self::Cut | Self::Share => true,
            Self::Basis | Self::Whole => page.cut == CutKind::Local,
            Self::Start
            | Self::Offers
            | Self::Funding
            | Self::Eligible
            | Self::Against
            | Self::Averts
            | Self::Assumed(_) => has_offers,
            Self::Scope => has_offers && offers.compare.contains(&Strategy::ByNeed),
            Self::Outreach => has_offers && offers.compare.contains(&Strategy::Proportionate),
        }
    }

    /// Whether two pages, for both of which the choice matters, have made it differently.
    fn differs(self, a: &Scenario, b: &Scenario) -> bool {
        match self {
            Self::View => a.view != b.view,
            Self::Place => a.place != b.place,
            Self::Edition => figures(a) != figures(b),
            Self::Need => a.need != b.need,
            Self::Rank => a.rank != b.rank,
            Self::Cut => a.cut != b.cut,
            Self::Basis => a.basis != b.basis,
            Self::Whole => a.whole != b.whole,
            Self::Share => a.share != b.share,
            Self::Start => a.offers.start != b.offers.start,
            Self::Offers => a.offers.compare != b.offers.compare,
            Self::Scope => a.offers.need_scope != b.offers.need_scope,
            Self::Outreach => a.offers.outreach_where != b.offers.outreach_where,
            Self::Funding => funding(a) != funding(b),
            Self::Eligible => eligible(a) != eligible(b),
            Self::Against => a.offers.programme.against != b.offers.programme.against,
            Self::Averts => averts(a) != averts(b),
            Self::Assumed(assumption) => amounts(a, assumption) != amounts(b, assumption),
        }
    }
}

/// The edition, and the table of a page about one's own.
fn figures(page: &Scenario) -> (Edition, Option<Option<TableId>>) {
    (page.data, page.uses_own().then_some(page.own.table))
}

/// How far the offers go, with the amount that counts.
fn funding(page: &Scenario) -> (FundingKind, u64) {
    let offers = &page.offers;
    let amount = match offers.funding {
        FundingKind::Full => 0,
        FundingKind::Budget => offers.budget,
        FundingKind::Coverage => u64::from(offers.reach.tenths()),
    };
    (offers.funding, amount)
}

/// Who can have the offers, with the numbers that count.
fn eligible(page: &Scenario) -> (EligibleKind, Option<[u64; 2]>) {
    let programme = &page.offers.programme;
    (programme.eligible, (programme.eligible == EligibleKind::Number).then_some(programme.numbers))
}

/// What the offers avert, with the years that count.
fn averts(page: &Scenario) -> (AvertsKind, Option<(u8, Percent)>) {
    let programme = &page.offers.programme;
    (programme.averts, programme.averts.is_yearly().then_some((programme.years, programme.discount)))
}

fn amounts(page: &Scenario, assumption: Assumption) -> Amounts {
    page.offers.amounts(assumption)
}

/// The choices in which a page differs from another, in the order in which the page shows them. A choice that matters
/// for one of them alone follows from another one, and is not counted.
pub fn between(first: &Scenario, other: &Scenario) -> Vec<Choice> {
    let both = [first.clone(), other.clone()];
    let differs = |choice: &Choice| both.iter().all(|page| choice.matters(page)) && choice.differs(first, other);
    shown(&both).into_iter().filter(differs).collect()
}

/// The choices that matter for at least one of the pages. Of the assumptions those that were changed.
pub fn shown(pages: &[Scenario]) -> Vec<Choice> {
    let is_changed = |page: &Scenario, choice: Choice| match choice {
        Choice::Assumed(assumption) => page.offers.is_changed(assumption),
        _ => true,
    };
    let all = CHOICES.into_iter().chain(Assumption::ALL.into_iter().map(Choice::Assumed));
    all.filter(|&choice| pages.iter().any(|page| choice.matters(page) && is_changed(page, choice))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &str) -> Scenario {
        Scenario::from_kept(query).scenario
    }

    fn differ(first: &str, other: &str) -> Vec<Choice> {
        between(&page(first), &page(other))
    }

    #[test]
    fn what_differs_is_what_was_chosen_differently() {
        assert_eq!(differ("", "share=30"), [Choice::Share]);
        assert_eq!(differ("place=england", "need=older&data=iod2025"), [Choice::Place, Choice::Edition, Choice::Need]);
        assert_eq!(differ("v=2&cut=local", "v=2&data=own"), [Choice::Edition]);
        assert_eq!(differ("v=2&data=own&table=01ab00ff", "v=2&data=own&table=01ab00fe"), [Choice::Edition]);
        assert_eq!(
            differ("view=strategies", "view=strategies&funding=budget&stigma=5"),
            [Choice::Funding, Choice::Assumed(Assumption::Stigma)]
        );
    }

    #[test]
    fn a_choice_without_effect_is_no_difference() {
        assert_eq!(differ("basis=people&whole=1&goal=50&present=1&budget=5", ""), []);
        assert_eq!(differ("view=strategies&scope=inside", "view=strategies&budget=7&tie-on=gap&theta=2"), []);
        assert_eq!(differ("view=strategies&funding=budget&reach=5", "view=strategies&funding=budget"), []);
    }

    #[test]
    fn what_follows_from_another_choice_is_not_counted_twice() {
        assert_eq!(differ("", "cut=local&basis=people"), [Choice::Cut]);
        assert_eq!(differ("", "view=strategies&stigma=5&funding=budget"), [Choice::View]);
        assert_eq!(differ("cut=local", "cut=local&basis=people"), [Choice::Basis]);
    }

    #[test]
    fn a_page_does_not_differ_from_itself() {
        for query in ["", "view=strategies&stigma=1,2,3", "cut=local&whole=1"] {
            assert_eq!(differ(query, query), []);
        }
    }
}
