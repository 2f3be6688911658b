//! The names of choices in links. Those of one view's choices stand beside them.

use super::choice::{named_elsewhere, named_in_tables, names_in_links};
use super::offers::{FundingKind, SplitOver, TieOn};
use super::session::SessionLength;
use super::site_theme::{Density, Font};
use super::{CutKind, FrameKind, Lock, NoteScope, StartingPoint, View};
use crate::data::{Edition, NeedMeasure, RankBy};
use crate::model::Basis;
use crate::model::strategies::{Assumption, NeedScope, OutreachWhere, Strategy};

named_in_tables! { View, Edition, NeedMeasure }

named_elsewhere! {
    RankBy { Imd, Need }
}

names_in_links! {
    CutKind { National = "national", Local = "local" }
    Basis { Areas = "areas", People = "people" }
    Strategy {
        Universal = "universal",
        ByArea = "area",
        ByNeed = "need",
        ByGroup = "group",
        Proportionate = "proportionate",
    }
    StartingPoint {
        HealthVisits = "health-visits",
        CarbonMonoxide = "carbon-monoxide",
        ChildrensCentre = "childrens-centre",
        Vaccination = "vaccination",
        SchoolMeals = "school-meals",
        EnergyBills = "energy-bills",
        Diabetes = "diabetes",
        HealthCheck = "health-check",
        CouncilData = "council-data",
        HealthyStart = "healthy-start",
        SchoolMealsClaim = "school-meals-claim",
        EnergySupport = "energy-support",
        CentresReach = "childrens-centres-reach",
        SureStart = "sure-start",
    }
    NeedScope { Everywhere = "everywhere", InsideTarget = "inside", AfterContact = "contact" }
    OutreachWhere { MoreDeprived = "deprived", Targeted = "target" }
    FundingKind { Full = "full", Budget = "budget", Coverage = "coverage" }
    TieOn { InNeedReached = "reached", CostPerInNeed = "cost", Benefit = "benefit", Gap = "gap" }
    SplitOver { Fifths = "fifths", Authorities = "authorities" }
    Font { System = "system", Arial = "arial", Verdana = "verdana", Georgia = "georgia" }
    Density { Normal = "normal", Compact = "compact" }
    NoteScope { Areas = "areas", Offers = "offers" }
    FrameKind { Page = "page", Card = "card", Chart = "chart" }
    SessionLength { Short = "20", Long = "55" }
    Lock { Place = "place", Need = "need", Cut = "cut", Share = "share", More = "more" }
}

/// Gives each assumption its name in links, and the name under which a link says where it comes from.
macro_rules! assumptions_in_links {
    ($($variant:ident = $name:literal,)+) => {
        names_in_links! { Assumption { $($variant = $name),+ } }

        impl Assumption {
            /// The name in links of where it comes from.
            pub const fn evidence_key(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("why-", $name)),+
                }
            }
        }
    };
}

assumptions_in_links! {
    UptakeLeast = "uptake-least",
    UptakeMost = "uptake-most",
    Outreach = "outreach",
    Stigma = "stigma",
    Sensitivity = "sensitivity",
    Specificity = "specificity",
    Contact = "contact",
    GroupInNeed = "group-in-need",
    GroupOthers = "group-others",
    CostFixed = "cost-fixed",
    CostScreening = "cost-screening",
    CostOffer = "cost-offer",
    CostDelivery = "cost-delivery",
    CostOutreach = "cost-outreach",
    EffectInNeed = "effect-in-need",
    EffectOthers = "effect-others",
    RiskLeast = "risk-least",
    RiskMost = "risk-most",
    EligibleInNeed = "eligible-in-need",
    EligibleOthers = "eligible-others",
    PresentLeast = "present-least",
    PresentMost = "present-most",
    PresentCost = "present-cost",
    RateLeast = "rate-least",
    RateMost = "rate-most",
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::choice::Choice;
    use crate::scenario::gap_measures::ValueKind;
    use crate::scenario::population::FactorStart;
    use crate::scenario::programme::AvertsKind;
    use crate::scenario::{ListKind, ListOrder, OfferOrder, Within};

    /// What a page lists is all that there is, and each has a name of its own.
    #[track_caller]
    fn check<T: Choice>(listed: &[T]) {
        let names = |choices: &[T]| {
            let mut names: Vec<&str> = choices.iter().map(|choice| choice.name()).collect();
            names.sort_unstable();
            names
        };
        let mut own = names(T::CHOICES);
        assert_eq!(names(listed), own);
        own.dedup();
        assert_eq!(own.len(), T::CHOICES.len());
        for name in own {
            assert_eq!(T::from_name(name).map(Choice::name), Some(name));
        }
        assert!(T::from_name("").is_none());
    }

    #[test]
    fn every_list_has_all_that_there_are() {
        check(&View::ALL);
        check(&Edition::ALL);
        check(&NeedMeasure::ALL);
        check(&RankBy::ALL);
        check(&Strategy::ALL);
        check(&StartingPoint::ALL);
        check(&Assumption::ALL);
        check(&NoteScope::ALL);
        check(&ValueKind::ALL);
        check(&OfferOrder::ALL);
        check(&ListKind::ALL);
        check(&ListOrder::ALL);
        check(&Within::ALL);
        check(&FactorStart::ALL);
        check(&Font::ALL);
        check(&Density::ALL);
        check(&FrameKind::ALL);
        check(&SessionLength::ALL);
        check(&AvertsKind::ALL);
        check(&Lock::ALL);
    }
}
