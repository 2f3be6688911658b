//! The starting points in words, the sources of their numbers, and the kinds of targeting.

mod published;
mod targeting;

use super::common::{in_need, in_need_capital};
use super::need::counted;
use crate::scenario::starting_points::{AssumedBasis, StartingPoint};
use crate::scenario::{Scenario, Whom};

pub use published::source;
pub use targeting::{TARGETING_HEADING, TARGETING_KINDS, TargetingKind, targeting_source};

use published::published_result;

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
        StartingPoint::HealthCheck => "NHS Health Checks",
        StartingPoint::CouncilData => "Letters from council records",
        StartingPoint::HealthyStart => "Healthy Start",
        StartingPoint::SchoolMealsClaim => "School meals by claim",
        StartingPoint::EnergySupport => "Energy crisis help",
        StartingPoint::CentresReach => "Reach of children’s centres",
        StartingPoint::SureStart => "Sure Start",
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
        StartingPoint::HealthCheck => {
            "A check of heart and blood vessels: for everyone, for the targeted areas alone, or for everyone with more \
             done in the targeted areas. Illness is more common where deprivation is higher, so each check does more \
             there. A check there alone leaves out all who live elsewhere."
        }
        StartingPoint::CouncilData => {
            "Some older people could claim Pension Credit and do not. A letter can go to every older person, to the \
             targeted areas, or to those whom the council’s own records show to be entitled. To look into records that \
             are there costs pence, and few letters go to the wrong people, but the records miss those whom the council \
             does not know."
        }
        StartingPoint::HealthyStart => {
            "Money for milk, fruit and vegetables: for every child, for families who claim it by a form of its own, or \
             for families who fill in one form for several benefits, as in Scotland. A claim keeps the cost down, but \
             many who are entitled do not make it. Where one form does for all, fewer are left out."
        }
        StartingPoint::SchoolMealsClaim => {
            "Free meals for every child, for families below an income limit who claim, or for all of those without a \
             claim. To enter them without a claim finds those who did not ask. It finds no child in poverty whose \
             family earns more than the limit."
        }
        StartingPoint::EnergySupport => {
            "Help with bills for everyone, by band of council tax, or for people who get a benefit or the state pension. \
             The last aims best, but some who cannot pay their bills get neither. The lower bands of council tax hold \
             nearly all who are poor, and most who are not."
        }
        StartingPoint::CentresReach => {
            "A children’s centre for every area, for the targeted areas alone, or for every area with more outreach \
             where deprivation is higher. A centre in deprived areas alone costs less for each child in need that \
             comes. Those who live elsewhere have none."
        }
        StartingPoint::SureStart => {
            "Sure Start began in the most deprived areas and was later offered everywhere. It kept children out of \
             hospital in poorer areas and did next to nothing of the kind in the richest. So the same money did more \
             where it went to deprived areas."
        }
    }
}

/// For whom those who are counted as in need stand, in an example. Choices made after it may count others than the example
/// has in mind.
fn stand_for(start: StartingPoint, whom: Whom<'_>) -> String {
    let is_meant = matches!(whom, Whom::Official(need) if need == start.need());
    let meant = match start {
        StartingPoint::HealthVisits | StartingPoint::ChildrensCentre | StartingPoint::CentresReach => {
            "families who need more help"
        }
        StartingPoint::HealthCheck => "people aged 40 to 74 at higher risk",
        StartingPoint::HealthyStart => "children under four whose families are entitled",
        StartingPoint::CouncilData => "older people who could claim and do not",
        StartingPoint::EnergySupport => "people who cannot pay their bills",
        StartingPoint::SureStart => "young children in poorer families",
        StartingPoint::CarbonMonoxide => "pregnant women who smoke",
        StartingPoint::Vaccination => "those at higher risk",
        StartingPoint::SchoolMeals | StartingPoint::SchoolMealsClaim if is_meant => {
            return format!("In need are {}.", in_need(whom));
        }
        StartingPoint::EnergyBills if is_meant => {
            return format!(
                "In need are {}, counted by the benefits they get: people who could claim and do not are missing.",
                in_need(whom)
            );
        }
        StartingPoint::SchoolMeals | StartingPoint::SchoolMealsClaim | StartingPoint::EnergyBills => {
            in_need(start.need())
        }
        StartingPoint::Diabetes => "people with diabetes who need more support",
    };
    format!("{} stand for {meant}, so read the shares rather than the numbers.", in_need_capital(whom))
}

/// What stands below the story: who is counted, which outcome is bad, which group is meant, and what was found elsewhere.
pub fn notes(scenario: &Scenario) -> String {
    let (start, whom) = (scenario.offers.start, Whom::from(scenario));
    let mut notes = format!("The figures count {}. {}", counted(whom), stand_for(start, whom));
    if !scenario.offers.programme.averts.is_yearly() {
        notes += &format!(" The bad outcome is {}.", outcome(start));
    }
    if let Some(group) = group(start) {
        notes += &format!(" The group is {group}.");
    }
    if let Some(result) = published_result(start) {
        notes += &format!(" Published result: {result}");
    }
    notes
}

/// The bad outcome that the risk is of.
const fn outcome(start: StartingPoint) -> &'static str {
    match start {
        StartingPoint::HealthVisits | StartingPoint::ChildrensCentre | StartingPoint::CentresReach => {
            "a child behind at the end of the first school year"
        }
        StartingPoint::CarbonMonoxide => "a baby born too small",
        StartingPoint::Vaccination => "a stay in hospital with Covid-19",
        StartingPoint::SchoolMeals | StartingPoint::SchoolMealsClaim => {
            "a child with excess weight at the end of primary school"
        }
        StartingPoint::EnergyBills | StartingPoint::CouncilData | StartingPoint::EnergySupport => {
            "a home too cold for health"
        }
        StartingPoint::Diabetes => "a serious complication within ten years",
        StartingPoint::HealthCheck => {
            "a heart attack, stroke or other disease of the heart and blood vessels within ten years"
        }
        StartingPoint::HealthyStart => "a child who eats too little fruit and vegetables",
        StartingPoint::SureStart => "a stay in hospital at the age of eleven",
    }
}

/// The group that an offer by group is made to, where the starting point has one in mind.
const fn group(start: StartingPoint) -> Option<&'static str> {
    match start {
        StartingPoint::CarbonMonoxide => Some("people who say that they smoke when asked"),
        StartingPoint::SchoolMeals => Some("children in families on Universal Credit"),
        StartingPoint::EnergyBills => Some("people aged 80 and over"),
        StartingPoint::HealthyStart => Some("families who fill in one form for several benefits"),
        StartingPoint::SchoolMealsClaim => Some("families below the income limit, entered without a claim"),
        StartingPoint::EnergySupport => Some("people who get a benefit or the state pension"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::strategies::{Assumption, Strategy};
    use crate::scenario::Offers;

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
    fn what_was_published_is_told_where_figures_of_an_example_are() {
        for start in StartingPoint::ALL {
            let is_printed = |basis| matches!(basis, AssumedBasis::Published(_));
            let printed = Assumption::ALL.into_iter().filter(|&of| is_printed(start.assumed(of).basis)).count();
            assert!(published_result(start).is_none() || printed > 0, "{start:?}");
            let scenario = Scenario { need: start.need(), offers: Offers::starting(start), ..Scenario::default() };
            let notes = notes(&scenario);
            assert_eq!(notes.contains("Published result: "), published_result(start).is_some(), "{start:?}");
        }
    }
}
