//! Sets of assumptions to start from, each a kind of offer that people know.
//!
//! Numbers are illustrative, round and wide unless a source prints them. What stands for people in need is what the
//! figures count: people, children or older people on low incomes.

use super::ProgrammeChoices;
use crate::data::NeedMeasure;
use crate::model::strategies::{Assumption, Design, NeedScope, OutreachWhere, Strategy};

use AssumedBasis::{Illustrative, Published};
use Assumption as A;

/// A set of assumptions to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StartingPoint {
    /// Extra help for families, found at a visit to every newborn.
    HealthVisits,
    /// Help to stop smoking, found by a carbon monoxide check of every pregnant woman.
    CarbonMonoxide,
    /// A children's centre for all families, or for some.
    ChildrensCentre,
    /// Vaccination with an uptake that falls with deprivation.
    Vaccination,
    /// Free school meals.
    SchoolMeals,
    /// Winter help with energy bills for older people.
    EnergyBills,
    /// Diabetes care with funding that follows need.
    Diabetes,
}

/// Low, likely and high value of an assumption, and what they rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assumed {
    /// Low, likely and high in the smallest unit that links hold: shares in thousandths (0 to 1000), pounds in pence.
    pub amounts: [u64; 3],
    /// What they rest on.
    pub basis: AssumedBasis,
}

/// What an assumption rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssumedBasis {
    /// A source prints the likely value. Where low and high come from is said with the source.
    Published(Source),
    /// A round number to start from, for people to replace with their own.
    Illustrative,
}

/// Where a published number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The Swedish trial of payments for vaccination that the Annual Public Health Report 2022 draws on.
    VaccinePayments,
    /// The health visitor service delivery metrics for England.
    HealthVisitorMetrics,
}

/// An assumption that a starting point sets itself.
type Row = (Assumption, [u64; 3], AssumedBasis);

const fn guess(assumption: Assumption, low: u64, likely: u64, high: u64) -> Row {
    (assumption, [low, likely, high], Illustrative)
}

const fn printed(assumption: Assumption, low: u64, likely: u64, high: u64, source: Source) -> Row {
    (assumption, [low, likely, high], Published(source))
}

/// What stands for an assumption that a starting point does not set itself, in thousandths and pence.
const fn usual(assumption: Assumption) -> [u64; 3] {
    match assumption {
        A::UptakeLeast => [600, 700, 800],
        A::UptakeMost => [500, 600, 700],
        A::Outreach => [20, 50, 100],
        A::Stigma => [0, 30, 80],
        A::Sensitivity => [600, 750, 900],
        A::Specificity => [800, 900, 970],
        A::Contact => [800, 900, 970],
        A::GroupInNeed => [400, 500, 600],
        A::GroupOthers => [150, 200, 250],
        A::CostFixed => [5_000_000, 10_000_000, 20_000_000],
        A::CostScreening => [500, 1_000, 2_000],
        A::CostOffer => [100, 200, 500],
        A::CostDelivery => [5_000, 10_000, 20_000],
        A::CostOutreach => [1_000, 2_000, 4_000],
        A::EffectInNeed => [100, 200, 300],
        A::EffectOthers => [50, 150, 250],
        A::RiskLeast => [50, 100, 150],
        A::RiskMost => [150, 200, 250],
        A::EligibleInNeed | A::EligibleOthers => [150, 200, 250],
        A::PresentLeast => [400, 500, 600],
        A::PresentMost => [300, 400, 500],
        A::PresentCost => [5_000, 10_000, 20_000],
        // For each 100,000 people, in tenths.
        A::RateLeast => [1_500, 2_000, 2_500],
        A::RateMost => [4_000, 5_000, 6_000],
    }
}

/// Help is about ten further visits. The risk is of a child behind at the end of the first school year.
const HEALTH_VISITS: &[Row] = &[
    guess(A::UptakeLeast, 750, 850, 920),
    guess(A::UptakeMost, 650, 750, 850),
    guess(A::Sensitivity, 600, 750, 850),
    guess(A::Specificity, 750, 850, 950),
    // Visits within 14 days: the lowest region, England. Visits within 30 days: England.
    printed(A::Contact, 821, 852, 980, Source::HealthVisitorMetrics),
    guess(A::CostScreening, 4_000, 6_000, 9_000),
    guess(A::CostDelivery, 40_000, 60_000, 90_000),
    guess(A::EffectInNeed, 50, 150, 250),
    guess(A::EffectOthers, 0, 50, 100),
    guess(A::RiskLeast, 200, 250, 300),
    guess(A::RiskMost, 350, 400, 450),
];

/// The group is those who say that they smoke when asked. The risk is of a baby born too small.
const CARBON_MONOXIDE: &[Row] = &[
    guess(A::UptakeLeast, 400, 550, 700),
    guess(A::UptakeMost, 300, 450, 600),
    guess(A::Stigma, 0, 20, 60),
    guess(A::Sensitivity, 750, 880, 950),
    guess(A::Specificity, 960, 985, 995),
    guess(A::Contact, 900, 960, 990),
    guess(A::GroupInNeed, 600, 720, 850),
    guess(A::GroupOthers, 0, 5, 20),
    guess(A::CostScreening, 100, 200, 500),
    guess(A::CostDelivery, 15_000, 25_000, 40_000),
    guess(A::EffectInNeed, 50, 120, 250),
    guess(A::EffectOthers, 0, 10, 30),
    guess(A::RiskLeast, 15, 20, 30),
    guess(A::RiskMost, 30, 40, 60),
];

/// An assessment is a referral: without a place where all families come, early signs are harder to see. The risk is of
/// a child behind at the end of the first school year.
const CHILDRENS_CENTRE: &[Row] = &[
    guess(A::UptakeLeast, 400, 550, 700),
    guess(A::UptakeMost, 300, 450, 600),
    guess(A::Stigma, 30, 100, 200),
    guess(A::Sensitivity, 400, 550, 700),
    guess(A::Specificity, 850, 920, 970),
    guess(A::CostFixed, 15_000_000, 30_000_000, 50_000_000),
    guess(A::CostScreening, 500, 1_500, 3_000),
    guess(A::CostDelivery, 20_000, 30_000, 45_000),
    guess(A::EffectInNeed, 50, 120, 200),
    guess(A::EffectOthers, 20, 50, 100),
    guess(A::RiskLeast, 200, 250, 300),
    guess(A::RiskMost, 350, 400, 450),
];

/// Outreach is a payment of £16 to each person vaccinated in the targeted areas. Uptake falls with deprivation around
/// the 71.6% of the trial without a payment. The risk is of a stay in hospital.
const VACCINATION: &[Row] = &[
    guess(A::UptakeLeast, 730, 800, 870),
    guess(A::UptakeMost, 550, 630, 710),
    // Low and high: the 95% interval that follows from the trial's P value of 0.005.
    printed(A::Outreach, 13, 42, 71, Source::VaccinePayments),
    guess(A::Stigma, 0, 10, 50),
    guess(A::CostOffer, 50, 100, 300),
    guess(A::CostDelivery, 1_500, 2_000, 3_000),
    // £16 to the three in four who come; at most to all.
    guess(A::CostOutreach, 900, 1_200, 1_600),
    guess(A::EffectInNeed, 500, 700, 850),
    guess(A::EffectOthers, 500, 700, 850),
    guess(A::RiskLeast, 5, 10, 20),
    guess(A::RiskMost, 10, 20, 40),
];

/// A year of meals. An assessment is a claim under an income limit; the group is families on Universal Credit. The risk
/// is of excess weight at the end of primary school.
const SCHOOL_MEALS: &[Row] = &[
    guess(A::UptakeLeast, 650, 750, 850),
    guess(A::UptakeMost, 750, 850, 920),
    guess(A::Stigma, 10, 50, 120),
    guess(A::Sensitivity, 600, 700, 850),
    guess(A::Specificity, 850, 920, 970),
    guess(A::GroupInNeed, 850, 920, 970),
    guess(A::GroupOthers, 120, 180, 250),
    guess(A::CostScreening, 100, 300, 800),
    guess(A::CostOffer, 0, 0, 500),
    guess(A::CostDelivery, 42_000, 48_000, 56_000),
    guess(A::EffectInNeed, 0, 30, 80),
    guess(A::EffectOthers, 0, 20, 60),
    guess(A::RiskLeast, 220, 270, 320),
    guess(A::RiskMost, 370, 420, 460),
];

/// A payment for one winter. An assessment is a claim for Pension Credit; the group is people aged 80 and over. The
/// risk is of a home too cold for health.
const ENERGY_BILLS: &[Row] = &[
    guess(A::UptakeLeast, 930, 980, 1000),
    guess(A::UptakeMost, 910, 970, 1000),
    // What keeps people from claiming is already in the take-up.
    guess(A::Stigma, 0, 10, 40),
    // The likely value is the latest of the three; low and high are those of earlier years, in tenths.
    guess(A::Sensitivity, 600, 650, 700),
    guess(A::Specificity, 940, 970, 990),
    guess(A::GroupInNeed, 200, 250, 300),
    guess(A::GroupOthers, 170, 210, 260),
    guess(A::CostScreening, 50, 200, 500),
    guess(A::CostOffer, 50, 100, 200),
    guess(A::CostDelivery, 15_000, 20_000, 30_000),
    guess(A::EffectInNeed, 100, 250, 400),
    guess(A::EffectOthers, 20, 80, 150),
    guess(A::RiskLeast, 30, 60, 100),
    guess(A::RiskMost, 100, 160, 230),
];

/// A year of checks and support; outreach is extra money where need is greater. The risk is of a serious complication
/// within ten years.
const DIABETES: &[Row] = &[
    guess(A::UptakeLeast, 600, 700, 780),
    guess(A::UptakeMost, 450, 550, 650),
    guess(A::Outreach, 30, 80, 140),
    guess(A::Stigma, 0, 20, 60),
    guess(A::CostOffer, 200, 500, 1_000),
    guess(A::CostDelivery, 8_000, 12_000, 18_000),
    guess(A::CostOutreach, 1_500, 3_000, 6_000),
    guess(A::EffectInNeed, 100, 200, 300),
    guess(A::EffectOthers, 100, 200, 300),
    guess(A::RiskLeast, 80, 120, 160),
    guess(A::RiskMost, 150, 200, 280),
];

impl StartingPoint {
    /// Every starting point.
    pub const ALL: [Self; 7] = [
        Self::HealthVisits,
        Self::CarbonMonoxide,
        Self::ChildrensCentre,
        Self::Vaccination,
        Self::SchoolMeals,
        Self::EnergyBills,
        Self::Diabetes,
    ];

    /// Who counts as in need.
    pub const fn need(self) -> NeedMeasure {
        match self {
            Self::HealthVisits | Self::ChildrensCentre | Self::SchoolMeals => NeedMeasure::Children,
            Self::CarbonMonoxide | Self::Vaccination | Self::Diabetes => NeedMeasure::Income,
            Self::EnergyBills => NeedMeasure::Older,
        }
    }

    /// The strategies compared, two to five, in the order of [`Strategy::ALL`].
    pub const fn offers(self) -> &'static [Strategy] {
        use Strategy::{ByArea, ByGroup, ByNeed, Proportionate, Universal};
        match self {
            Self::HealthVisits | Self::ChildrensCentre => &[Universal, ByArea, ByNeed],
            // Help to stop smoking is no offer for those who do not smoke.
            Self::CarbonMonoxide => &[ByNeed, ByGroup],
            Self::Vaccination | Self::Diabetes => &[Universal, ByArea, Proportionate],
            Self::SchoolMeals | Self::EnergyBills => &[Universal, ByArea, ByNeed, ByGroup],
        }
    }

    /// How the offers are set up.
    pub const fn design(self) -> Design {
        let need_scope = match self {
            Self::HealthVisits | Self::CarbonMonoxide => NeedScope::AfterContact,
            _ => NeedScope::Everywhere,
        };
        let outreach_where = match self {
            Self::Vaccination => OutreachWhere::Targeted,
            _ => OutreachWhere::MoreDeprived,
        };
        Design { need_scope, outreach_where }
    }

    /// What makes the offers a programme here.
    pub fn programme(self) -> ProgrammeChoices {
        ProgrammeChoices::default()
    }

    /// What is assumed here.
    pub fn assumed(self, assumption: Assumption) -> Assumed {
        let own = self.own().iter().find(|row| row.0 == assumption);
        // As long as nothing else is said, the service of today costs what the offer costs.
        if assumption == A::PresentCost && own.is_none() {
            return Assumed { basis: Illustrative, ..self.assumed(A::CostDelivery) };
        }
        let (amounts, basis) = own.map_or((usual(assumption), Illustrative), |&(_, amounts, basis)| (amounts, basis));
        Assumed { amounts, basis }
    }

    const fn own(self) -> &'static [Row] {
        match self {
            Self::HealthVisits => HEALTH_VISITS,
            Self::CarbonMonoxide => CARBON_MONOXIDE,
            Self::ChildrensCentre => CHILDRENS_CENTRE,
            Self::Vaccination => VACCINATION,
            Self::SchoolMeals => SCHOOL_MEALS,
            Self::EnergyBills => ENERGY_BILLS,
            Self::Diabetes => DIABETES,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::strategies::{AssumptionUnit, Range};

    #[test]
    fn every_assumption_is_in_order_and_possible() {
        for start in StartingPoint::ALL {
            for assumption in Assumption::ALL {
                let smallest = match assumption.unit() {
                    AssumptionUnit::Share => 1000.0,
                    AssumptionUnit::Pounds => 100.0,
                    AssumptionUnit::YearlyRate => 1e6,
                };
                let [low, likely, high] = start.assumed(assumption).amounts.map(|amount| amount as f64 / smallest);
                assert!(Range::new(assumption, low, likely, high).is_ok(), "{start:?} {assumption:?}");
                assert!(low < high, "{start:?} {assumption:?} is not that certain");
            }
        }
    }

    #[test]
    fn an_assumption_is_set_once() {
        for start in StartingPoint::ALL {
            assert!(start.own().is_sorted_by(|one, next| (one.0 as usize) < (next.0 as usize)), "{start:?}");
        }
    }

    #[test]
    fn two_to_five_different_offers_are_compared_in_order() {
        for start in StartingPoint::ALL {
            let in_order: Vec<_> = Strategy::ALL.into_iter().filter(|other| start.offers().contains(other)).collect();
            assert_eq!(start.offers(), in_order);
            assert!((2..=5).contains(&in_order.len()), "{start:?}");
        }
    }

    #[test]
    fn keys_are_unique() {
        let keys = BTreeSet::from(StartingPoint::ALL.map(StartingPoint::key));
        assert_eq!(keys.len(), StartingPoint::ALL.len());
    }
}
