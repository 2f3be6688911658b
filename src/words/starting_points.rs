//! The starting points in words, the sources of their numbers, and the kinds of targeting.

use super::common::{in_need, in_need_capital};
use super::need::counted;
use super::sources::{HEALTH_VISITS, REPORT, TRIAL};
use crate::model::strategies::Strategy;
use crate::scenario::Whom;
use crate::scenario::starting_points::{AssumedBasis, Source, StartingPoint};

/// Name of a starting point.
pub const fn name(start: StartingPoint) -> &'static str {
    match start {
        StartingPoint::HealthVisits => "Health visits to newborns",
        StartingPoint::CarbonMonoxide => "Carbon monoxide checks in pregnancy",
        StartingPoint::ChildrensCentre => "A children’s centre",
        StartingPoint::Vaccination => "Covid-19 vaccination",
        StartingPoint::SchoolMeals => "Free school meals",
        StartingPoint::EnergyBills => "Help with energy bills",
        StartingPoint::Diabetes => "Diabetes care",
    }
}

/// What a starting point is and what it shows.
pub const fn story(start: StartingPoint) -> &'static str {
    match start {
        StartingPoint::HealthVisits => {
            "A health visitor sees every newborn and offers extra help where a family needs it. Compare that with \
             extra help for all, or for all in the targeted areas. A visit finds families wherever they live, but each \
             visit costs money and not every need shows."
        }
        StartingPoint::CarbonMonoxide => {
            "A breath test at a routine visit points to smoking, and those it finds are offered help to stop. Compare \
             that with simply asking. The test also finds people who would not have said so; asking is cheaper."
        }
        StartingPoint::ChildrensCentre => {
            "A centre for all families becomes one for some: those in the targeted areas, or those that a service \
             refers. It then costs less for each family in need that comes. Fewer of them come, because some feel \
             labelled and early signs are harder to see."
        }
        StartingPoint::Vaccination => {
            "Everyone is invited, yet fewer come where deprivation is higher. The proportionate offer adds £16 for \
             each person vaccinated in the targeted areas. In a Swedish trial such a payment brought in about 4 more \
             in every 100 people, much the same in every group: paid to everyone, it would help all but not narrow the \
             gap."
        }
        StartingPoint::SchoolMeals => {
            "Free meals for every child, for the targeted areas, for families who claim under an income limit, or for \
             every family on Universal Credit. Meals for all reach the most children and cost the most. A claim keeps \
             the cost down, but some families do not claim and some children feel marked out."
        }
        StartingPoint::EnergyBills => {
            "A winter payment for everyone aged 60 and over, for the targeted areas, for those who claim Pension \
             Credit, or for those aged 80 and over. A payment for all leaves out almost nobody and costs the most. One \
             tied to a claim goes mostly to people on low incomes, but about 1 in 3 who could claim do not."
        }
        StartingPoint::Diabetes => {
            "The same care for everyone, care in the targeted areas alone, or care for everyone with extra money where \
             need is greater. The last, which the NHS in Cambridgeshire and Peterborough has tried, narrows the gap \
             more than the same for everyone, and costs more. Care in the targeted areas alone may narrow it further, \
             but leaves out all who live elsewhere."
        }
    }
}

/// For whom those who are counted as in need stand, in an example. Choices made after it may count others than the example
/// has in mind.
fn stand_for(start: StartingPoint, whom: Whom<'_>) -> String {
    let is_meant = matches!(whom, Whom::Official(need) if need == start.need());
    let meant = match start {
        StartingPoint::HealthVisits | StartingPoint::ChildrensCentre => "families who need more help",
        StartingPoint::CarbonMonoxide => "pregnant women who smoke",
        StartingPoint::Vaccination => "those at higher risk",
        StartingPoint::SchoolMeals if is_meant => return format!("In need are {}.", in_need(whom)),
        StartingPoint::EnergyBills if is_meant => {
            return format!(
                "In need are {}, counted by the benefits they get: people who could claim and do not are missing.",
                in_need(whom)
            );
        }
        StartingPoint::SchoolMeals | StartingPoint::EnergyBills => in_need(start.need()),
        StartingPoint::Diabetes => "people with diabetes who need more support",
    };
    format!("{} stand for {meant}, so read the shares rather than the numbers.", in_need_capital(whom))
}

/// What stands below the story: who is counted, which outcome is bad, and which group is meant.
pub fn notes<'a>(start: StartingPoint, whom: impl Into<Whom<'a>>) -> String {
    let whom = whom.into();
    let mut notes = format!(
        "The figures count {}. {} The bad outcome is {}.",
        counted(whom),
        stand_for(start, whom),
        outcome(start)
    );
    if let Some(group) = group(start) {
        notes += &format!(" The group is {group}.");
    }
    notes
}

/// The bad outcome that the risk is of.
const fn outcome(start: StartingPoint) -> &'static str {
    match start {
        StartingPoint::HealthVisits | StartingPoint::ChildrensCentre => {
            "a child behind at the end of the first school year"
        }
        StartingPoint::CarbonMonoxide => "a baby born too small",
        StartingPoint::Vaccination => "a stay in hospital with Covid-19",
        StartingPoint::SchoolMeals => "a child with excess weight at the end of primary school",
        StartingPoint::EnergyBills => "a home too cold for health",
        StartingPoint::Diabetes => "a serious complication within ten years",
    }
}

/// The group that an offer by group is made to, where the starting point has one in mind.
const fn group(start: StartingPoint) -> Option<&'static str> {
    match start {
        StartingPoint::CarbonMonoxide => Some("people who say that they smoke when asked"),
        StartingPoint::SchoolMeals => Some("children in families on Universal Credit"),
        StartingPoint::EnergyBills => Some("people aged 80 and over"),
        _ => None,
    }
}

/// What an assumption rests on.
pub const fn basis_label(basis: AssumedBasis) -> &'static str {
    match basis {
        AssumedBasis::Published(_) => "published",
        AssumedBasis::Illustrative => "illustrative",
    }
}

/// The source of a published number, and where its low and high values come from.
pub fn source(source: Source) -> String {
    match source {
        Source::VaccinePayments => format!(
            "{TRIAL}, abstract: 4.2 points more than 71.6% with a payment of 200 kronor (P = 0.005); low and high are the \
             95% interval worked out from P. Cited, as 4 points and £16, in the {REPORT}, section “The limitations of \
             universal approaches”."
        ),
        Source::HealthVisitorMetrics => format!(
            "{HEALTH_VISITS}, section “New birth visits within and after 14 days of birth”: England 85.2% within 14 \
             days; low is the lowest region (82.1%), high is England within 30 days (98.0%)."
        ),
    }
}

/// A kind of targeting, with what speaks for it and against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetingKind {
    /// Its name.
    pub name: &'static str,
    /// The strategy that stands for it here.
    pub strategy: Strategy,
    /// What speaks for it.
    pub advantages: &'static [&'static str],
    /// What speaks against it.
    pub disadvantages: &'static [&'static str],
}

/// Heading of the kinds of targeting.
pub const TARGETING_HEADING: &str = "Which kind of targeting?";
/// Where the table comes from.
pub fn targeting_source() -> String {
    format!("After table 1 of the {REPORT}, in our own words.")
}

/// The kinds of targeting of the report's table 1, in its order.
pub const TARGETING_KINDS: [TargetingKind; 5] = [
    TargetingKind {
        name: "People whose own data show a high risk",
        strategy: Strategy::ByNeed,
        advantages: &["Help goes to those at risk, so each offer is likely to do more."],
        disadvantages: &[
            "It takes good data about each person, and these may not exist.",
            "Someone has to have the time and skill to work the risk out.",
            "People just under the line get nothing, though they could gain too.",
        ],
    },
    TargetingKind {
        name: "People with a certain health need or habit",
        strategy: Strategy::ByNeed,
        advantages: &[
            "Help can be made to fit, for example payments, or support from people who have been through it.",
            "Services already know some of them.",
        ],
        disadvantages: &[
            "People often have to come forward or be referred. Those who are not are missed, and the gap can grow.",
            "Some needs are hard to spot.",
            "One kind of help may not suit everyone who shares a need.",
        ],
    },
    TargetingKind {
        name: "A social group, such as homeless people, migrants, Travellers or people on benefits",
        strategy: Strategy::ByGroup,
        advantages: &["The group can be simple to find.", "Many of its members are in poor health."],
        disadvantages: &[
            "Members of a group differ, and so does what they need.",
            "The group may be blamed or looked down on.",
            "A separate service can seem second best, and then people stay away.",
            "A focus on one illness or problem can hide the rest of a person’s health.",
        ],
    },
    TargetingKind {
        name: "People who live in deprived areas",
        strategy: Strategy::ByArea,
        advantages: &["An address is all you need to know.", "A larger share of the people there are in need."],
        disadvantages: &["Much of the need is in other places."],
    },
    TargetingKind {
        name: "People of a certain age or ethnic group",
        strategy: Strategy::ByGroup,
        advantages: &["Nearly every service knows how old people are."],
        disadvantages: &[
            "Deprived people tend to fall ill younger, so an age limit that ignores this can widen the gap.",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories_have_two_or_three_sentences() {
        for start in StartingPoint::ALL {
            let sentences = story(start).split_inclusive(['.', '?']).count();
            assert!((2..=3).contains(&sentences), "{start:?}: {sentences}");
        }
    }

    #[test]
    fn a_group_that_is_compared_is_named() {
        for start in StartingPoint::ALL {
            assert!(group(start).is_some() || !start.offers().contains(&Strategy::ByGroup), "{start:?}");
        }
    }

    #[test]
    fn every_kind_of_targeting_has_two_sides() {
        for kind in TARGETING_KINDS {
            assert!(!kind.advantages.is_empty() && !kind.disadvantages.is_empty(), "{}", kind.name);
            assert!(kind.strategy.singles_out(), "{}", kind.name);
        }
    }
}
