//! Sets of assumptions to start from, each a kind of offer that people know.
//!
//! Numbers are illustrative, round and wide unless a source prints them. What stands for people in need is what the
//! figures count: people, children or older people on low incomes. A set that is in links keeps its numbers for ever; new
//! evidence on the same subject is a set of its own.

mod basis;
mod evidence;
mod rows;

use super::ProgrammeChoices;
use super::programme::EligibleKind;
use crate::data::NeedMeasure;
use crate::model::strategies::{Assumption, Design, NeedScope, OutreachWhere, Strategy};

pub use basis::{Assumed, AssumedBasis, Source};

use basis::{Row, usual};

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
    /// The NHS Health Check, after a model of Liverpool.
    HealthCheck,
    /// Letters to those whom a council's records show to be entitled to Pension Credit.
    CouncilData,
    /// Healthy Start by its own form, and by one for several benefits.
    HealthyStart,
    /// Free school meals by claim below an income limit.
    SchoolMealsClaim,
    /// Help with energy bills in a crisis, by benefit and by band of council tax.
    EnergySupport,
    /// Children's centres as far as England's reached.
    CentresReach,
    /// Sure Start in deprived areas, and everywhere.
    SureStart,
}

impl StartingPoint {
    /// Every starting point, those with the most published figures first.
    pub const ALL: [Self; 14] = [
        Self::HealthCheck,
        Self::SchoolMealsClaim,
        Self::HealthyStart,
        Self::EnergySupport,
        Self::SureStart,
        Self::CouncilData,
        Self::CentresReach,
        Self::Vaccination,
        Self::HealthVisits,
        Self::EnergyBills,
        Self::CarbonMonoxide,
        Self::ChildrensCentre,
        Self::SchoolMeals,
        Self::Diabetes,
    ];

    /// Who counts as in need.
    pub const fn need(self) -> NeedMeasure {
        match self {
            Self::HealthVisits
            | Self::ChildrensCentre
            | Self::SchoolMeals
            | Self::HealthyStart
            | Self::SchoolMealsClaim
            | Self::CentresReach
            | Self::SureStart => NeedMeasure::Children,
            Self::CarbonMonoxide | Self::Vaccination | Self::Diabetes | Self::HealthCheck | Self::EnergySupport => {
                NeedMeasure::Income
            }
            Self::EnergyBills | Self::CouncilData => NeedMeasure::Older,
        }
    }

    /// The strategies compared, two to five, in the order of [`Strategy::ALL`].
    pub const fn offers(self) -> &'static [Strategy] {
        use Strategy::{ByArea, ByGroup, ByNeed, Proportionate, Universal};
        match self {
            Self::HealthVisits | Self::ChildrensCentre | Self::CouncilData => &[Universal, ByArea, ByNeed],
            // Help to stop smoking is no offer for those who do not smoke.
            Self::CarbonMonoxide => &[ByNeed, ByGroup],
            Self::Vaccination | Self::Diabetes | Self::HealthCheck | Self::CentresReach => {
                &[Universal, ByArea, Proportionate]
            }
            Self::SchoolMeals | Self::EnergyBills => &[Universal, ByArea, ByNeed, ByGroup],
            Self::HealthyStart | Self::SchoolMealsClaim | Self::EnergySupport => &[Universal, ByNeed, ByGroup],
            Self::SureStart => &[Universal, ByArea],
        }
    }

    /// How the offers are set up.
    pub const fn design(self) -> Design {
        let need_scope = match self {
            Self::HealthVisits | Self::CarbonMonoxide => NeedScope::AfterContact,
            _ => NeedScope::Everywhere,
        };
        let outreach_where = match self {
            Self::Vaccination | Self::HealthCheck => OutreachWhere::Targeted,
            _ => OutreachWhere::MoreDeprived,
        };
        Design { need_scope, outreach_where }
    }

    /// What makes the offers a programme here.
    pub fn programme(self) -> ProgrammeChoices {
        let eligible = match self {
            Self::HealthCheck | Self::HealthyStart | Self::SchoolMealsClaim | Self::CentresReach | Self::SureStart => {
                EligibleKind::Share
            }
            _ => EligibleKind::Everyone,
        };
        ProgrammeChoices { eligible, ..ProgrammeChoices::default() }
    }

    /// What is assumed here.
    pub fn assumed(self, assumption: Assumption) -> Assumed {
        let own = self.own().iter().find(|row| row.0 == assumption);
        // As long as nothing else is said, the service of today costs what the offer costs.
        if assumption == Assumption::PresentCost && own.is_none() {
            return Assumed { basis: AssumedBasis::Illustrative, ..self.assumed(Assumption::CostDelivery) };
        }
        let usual = (usual(assumption), AssumedBasis::Illustrative);
        let (amounts, basis) = own.map_or(usual, |&(_, amounts, basis)| (amounts, basis));
        Assumed { amounts, basis }
    }

    const fn own(self) -> &'static [Row] {
        match self {
            Self::HealthVisits => rows::HEALTH_VISITS,
            Self::CarbonMonoxide => rows::CARBON_MONOXIDE,
            Self::ChildrensCentre => rows::CHILDRENS_CENTRE,
            Self::Vaccination => rows::VACCINATION,
            Self::SchoolMeals => rows::SCHOOL_MEALS,
            Self::EnergyBills => rows::ENERGY_BILLS,
            Self::Diabetes => rows::DIABETES,
            Self::HealthCheck => evidence::HEALTH_CHECK,
            Self::CouncilData => evidence::COUNCIL_DATA,
            Self::HealthyStart => evidence::HEALTHY_START,
            Self::SchoolMealsClaim => evidence::SCHOOL_MEALS_CLAIM,
            Self::EnergySupport => evidence::ENERGY_SUPPORT,
            Self::CentresReach => evidence::CENTRES_REACH,
            Self::SureStart => evidence::SURE_START,
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
