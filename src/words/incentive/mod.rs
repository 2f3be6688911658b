//! The view `incentive`: its controls and its sentences; in the modules below its charts and tables, and what its figures
//! rest on.

use super::capital;
use super::common::everyone;
use super::missed::{about, about_percent, empty_ends, quintile_scale, target_name};
use super::number::{count, decimal, percent, points, pounds, pounds_and_pence, short_decimal, whole_percent};
use super::population::of_place;
use crate::model::incentive::{Eligibility, IncentiveOutcome};
use crate::results::incentive::{Incentives, PaidOffer};
use crate::scenario::{CutKind, IncentiveStart, OfferOrder, Scenario};

mod sources;
mod tables;

pub use sources::*;
pub use tables::*;

/// Below the heading.
pub const LEAD: &str = "A payment brings some people in. It also goes to many who would have come anyway. See what one extra \
     person costs if you pay everyone, only the targeted areas, or only people whom an assessment finds.";
/// Name of the fields.
pub const SETTINGS: &str = "The payment";
/// Label of the payment.
pub const PAYMENT: &str = "Paid to each person who comes";
/// Label of the rise.
pub const RISE: &str = "Rise that the payment brings";
/// Below the rise.
pub const RISE_HINT: &str = "In percentage points, the same in every fifth, as the trial found in its groups";
/// Heading of uptake without a payment.
pub const UPTAKE: &str = "Who comes without a payment";
/// Label of uptake in the least deprived fifth.
pub const UPTAKE_LEAST: &str = "Least deprived fifth";
/// Label of uptake in the most deprived fifth.
pub const UPTAKE_MOST: &str = "Most deprived fifth";
/// Below the two.
pub const LINE_HINT: &str = "The fifths between lie on a straight line";
/// Heading of the assessment.
pub const ASSESSMENT: &str = "If people are assessed";
/// Label of its cost.
pub const ASSESSMENT_COST: &str = "Cost of each assessment";
/// Below it.
pub const ASSESSMENT_HINT: &str = "Everyone is assessed; those found are offered the payment";
/// Label of the share found in the least deprived fifth.
pub const FOUND_LEAST: &str = "Found in the least deprived fifth";
/// Label of the share found in the most deprived fifth.
pub const FOUND_MOST: &str = "Found in the most deprived fifth";
/// Label of the uptake of those found.
pub const FOUND_UPTAKE: &str = "Of those found, come without a payment";
/// Below it.
pub const FOUND_UPTAKE_HINT: &str = "Leave it empty if they come as often as others in their fifth";
/// After a share of people.
pub const OF_PEOPLE: &str = "% of people";
/// After the rise.
pub const POINTS: &str = "points";
/// Before pounds.
pub const POUNDS: &str = "£";
/// Said of text that is no sum.
pub const POUNDS_ERROR: &str = "Type pounds from 0 to 10,000, such as 16 or 16.50";
/// Said of text that is no share.
pub const SHARE_ERROR: &str = "Type a number from 0 to 100, such as 71.6";
/// Said of text that is no rise.
pub const RISE_ERROR: &str = "Type points from 0 to 100, such as 4.2";
/// Label of the order.
pub const ORDER: &str = "Show first";

/// An order in the list.
pub const fn order_name(order: OfferOrder) -> &'static str {
    match order {
        OfferOrder::Reach => "the offer to most people",
        OfferOrder::OneMore => "the cheapest extra person",
        OfferOrder::Cost => "the lowest cost in all",
        OfferOrder::Gap => "the smallest gap",
    }
}

/// Name of a starting point.
pub const fn start_name(start: IncentiveStart) -> &'static str {
    match start {
        IncentiveStart::Trial => "The Swedish trial",
        IncentiveStart::Unequal => "Fewer come where deprivation is higher",
        IncentiveStart::Smoking => "Stopping smoking in pregnancy",
    }
}

/// What it is, and what its numbers are worth.
pub const fn start_story(start: Option<IncentiveStart>) -> &'static str {
    match start {
        Some(IncentiveStart::Trial) => {
            "In a trial in Sweden, 71.6% came for a Covid-19 vaccine without a payment. Of those promised 200 kronor, \
             about £16, 4.2 in every 100 more came. The rise was much the same in all groups. So uptake starts the same \
             in every fifth here. These numbers are published; those of the assessment are illustrative."
        }
        Some(IncentiveStart::Unequal) => {
            "Illustrative: the trial’s payment and rise, in a place where 80% of the least deprived fifth come without \
             it and 63% of the most deprived. An assessment finds people of whom only 40% would come. Now it matters \
             who is paid: the fewer come anyway, the less each extra person costs."
        }
        Some(IncentiveStart::Smoking) => {
            "Illustrative: £200 for stopping. Take everyone counted here as someone who smokes in pregnancy, and read \
             the shares, not the numbers. Few stop without help, and a breath test finds most who smoke. So few \
             payments go to people who would have stopped anyway. A review of trials (Cochrane, 2019) found that such \
             payments work; these numbers are not from it."
        }
        None => "Your own numbers.",
    }
}

/// Name of an offer.
pub const fn name(reach: Eligibility) -> &'static str {
    match reach {
        Eligibility::Universal => "Everyone",
        Eligibility::Areas => "Targeted areas",
        Eligibility::Identified => "People found",
    }
}

/// The big number: pounds for each extra person if everyone is paid.
pub fn big_number(result: &Incentives) -> String {
    let each = result.outcome(Eligibility::Universal).and_then(|outcome| outcome.per_additional);
    each.map_or_else(|| "No one".to_owned(), pounds_and_pence)
}

/// What it is, beside it.
pub fn big_number_meaning(result: &Incentives) -> String {
    match result.outcome(Eligibility::Universal).and_then(|outcome| outcome.per_additional) {
        Some(_) => "for each extra person, if everyone is offered the payment".to_owned(),
        None => "more comes, so an extra person has no cost".to_owned(),
    }
}

/// Who is paid for whom, if everyone is offered it.
pub fn headline(scenario: &Scenario, result: &Incentives) -> String {
    let payment = pounds(scenario.incentive.payment.get());
    let Some(outcome) = result.outcome(Eligibility::Universal) else { return String::new() };
    if outcome.paid <= 0.0 {
        return format!("Offer everyone {payment}, and no one comes.");
    }
    let Some(anyway) = outcome.anyway_per_additional() else {
        return format!("Offer everyone {payment}, and no one more comes. All who are paid would have come anyway.");
    };
    format!(
        "Offer everyone {payment}, and {} in every 100 more come. {} of those paid would have come anyway: {} for each \
         extra person.",
        few(result.additional_in_100(outcome)),
        capital(&anyway_share(outcome)),
        few(anyway),
    )
}

/// A number with one decimal at most, of which a little is not shown as nothing.
fn few(number: f64) -> String {
    if number > 0.0 && number < 0.05 { "under 0.1".to_owned() } else { short_decimal(number) }
}

/// The numbers behind it.
pub fn detail(scenario: &Scenario, result: &Incentives) -> String {
    let Some(outcome) = result.outcome(Eligibility::Universal) else { return String::new() };
    let because = match people_come(outcome.additional) {
        // Said above it already.
        _ if outcome.per_additional.is_none() => String::new(),
        (0, _) => " Fewer than 1 of them comes because of it.".to_owned(),
        (1, _) => " 1 of them comes because of it.".to_owned(),
        (_, number) => format!(" {number} of them come because of it."),
    };
    let whom = super::common::people(scenario);
    let people = count(result.people());
    if outcome.paid <= 0.0 {
        return format!("That is {} in all: none of {people} {whom} is paid.", pounds(outcome.cost));
    }
    format!("That is {} in all, paid to {} of {people} {whom}.{because}", pounds(outcome.cost), of_place(outcome.paid))
}

/// A number of people as it is shown, and whether that is none, one or more.
fn people_come(people: f64) -> (u8, String) {
    let shown = count(people);
    let kind = match shown.as_str() {
        "0" => 0,
        "1" => 1,
        _ => 2,
    };
    (kind, shown)
}

/// Of those paid, the share who would have come anyway.
pub(super) fn anyway_share(outcome: &IncentiveOutcome) -> String {
    outcome.anyway_share().map_or_else(|| NONE.to_owned(), percent)
}

/// What each limited offer does instead, both ways: what it saves and whom it leaves out.
pub fn comparisons(scenario: &Scenario, result: &Incentives) -> Vec<String> {
    let Some(all) = result.outcome(Eligibility::Universal) else { return Vec::new() };
    let limited = result.offers.iter().filter(|offer| offer.reach != Eligibility::Universal);
    limited.map(|offer| comparison(scenario, result, all, offer)).collect()
}

fn comparison(
    scenario: &Scenario,
    result: &Incentives,
    all: &IncentiveOutcome,
    &PaidOffer { reach, ref outcome }: &PaidOffer,
) -> String {
    // Who lives in a target that runs through a band is an estimate, and so is what it costs.
    let about = about(result.is_approximate && reach == Eligibility::Areas);
    let whom = match reach {
        Eligibility::Areas => format!("Offered in {} alone", target_name(scenario, scenario.cut)),
        Eligibility::Identified | Eligibility::Universal => "Offered to people found by an assessment alone".to_owned(),
    };
    if outcome.offered <= 0.0 {
        return format!("{whom}, it reaches no one: {}.", none_of(reach, scenario));
    }
    let Some(each) = outcome.per_additional else {
        return format!("{whom}, it brings in no one.");
    };
    let shown = pounds_and_pence(each);
    let costs = match all.per_additional {
        Some(of_all) if pounds_and_pence(of_all) == shown => format!("{shown}, as for everyone"),
        of_all => {
            // Pence would say more than an estimate can.
            let shown = if about.is_empty() { shown } else { format!("{about}{}", pounds(each)) };
            let than = match of_all {
                Some(of_all) if each < of_all => ", less than for everyone",
                Some(_) => ", more than for everyone",
                None => "",
            };
            format!("{shown}{than}")
        }
    };
    let (kind, number) = people_come(outcome.additional);
    let than = match people_come(all.additional) {
        (0, _) if kind == 0 => ", as if everyone is offered it".to_owned(),
        (_, of_all) if of_all == number => ", as many as if everyone is offered it".to_owned(),
        (_, of_all) => format!(" instead of {of_all}"),
    };
    let extra = match (kind, number) {
        (0, _) => "Fewer than 1 extra person comes".to_owned(),
        (1, _) => capital(&format!("{about}1 extra person comes")),
        (_, number) => capital(&format!("{about}{number} extra people come")),
    };
    let left_out = match result.left_out(outcome) {
        None => "no one is left out".to_owned(),
        Some(left) => {
            let share = about_percent(!about.is_empty(), left);
            format!("{share} of {} are never offered it", everyone(scenario))
        }
    };
    format!("{whom}, each extra person costs {costs}. {extra}{than}, and {left_out}. {}", gap_sentence(outcome))
}

const fn none_of(reach: Eligibility, scenario: &Scenario) -> &'static str {
    match (reach, scenario.cut) {
        (Eligibility::Areas, CutKind::National) => "no areas here are among them",
        (Eligibility::Areas, CutKind::Local) => "no areas are among them",
        _ => "it finds nobody",
    }
}

/// What happens to the gap.
pub fn gap_sentence(outcome: &IncentiveOutcome) -> String {
    let (before, after) = (outcome.gap_before, outcome.gap_after);
    // Held against each other as the table shows them, so that no gap goes from a number to the same one.
    let [was, is, level] = [before, after, 0.0].map(points);
    if was == is {
        return if was == level {
            "The fifths stay level.".to_owned()
        } else {
            format!("The gap in uptake stays at {was}.")
        };
    }
    let is_ahead = |gap: f64| gap < 0.0 && points(gap) != level;
    let ahead = if is_ahead(after) && !is_ahead(before) { ": the most deprived fifth is then ahead" } else { "" };
    format!("The gap in uptake goes from {was} to {is}{ahead}.")
}

/// What happens to the gap if everyone is paid.
pub fn gap_for_everyone(result: &Incentives) -> String {
    result.outcome(Eligibility::Universal).map(gap_sentence).unwrap_or_default()
}

/// Which fifths these are: England's and the place's own are two different things.
pub fn scale(scenario: &Scenario) -> String {
    let other = match scenario.cut {
        CutKind::National => "They are not the fifths of this place by itself.",
        CutKind::Local => "They are not the fifths of England.",
    };
    format!("{} {other}", quintile_scale(scenario))
}

/// Said where a rise was held, and where nobody lives at an end of the gradient.
pub fn limits(scenario: &Scenario, result: &Incentives) -> Vec<String> {
    let held = result.offers.iter().any(|offer| offer.outcome.is_clamped);
    let said = "In at least one fifth, uptake and rise came to more than 100%. Uptake was held at 100%.".to_owned();
    let people = result.fifths.map(|fifth| fifth.people);
    held.then_some(said).into_iter().chain(empty_ends(scenario, people)).collect()
}

/// Heading of a message about choices that together cannot be.
pub const CANNOT_BE: &str = "These numbers cannot all be true";

/// What is wrong with them, and what to do.
pub fn cannot_be(scenario: &Scenario) -> String {
    let choices = &scenario.incentive;
    let uptake = choices.found_uptake.map_or_else(String::new, super::number::chosen_percent);
    format!(
        "You set that {uptake} of the people found come without a payment. In at least one fifth, the rest would then \
         have to come more often than always, or less often than never. Change that share, the share found, or who \
         comes without a payment."
    )
}

/// Takes all numbers of the payment back.
pub const BACK_TO_START: &str = "Back to the numbers of the trial";

/// A number of pounds on an axis.
pub fn axis_pounds(amount: f64) -> String {
    pounds(amount)
}

/// A share on an axis.
pub fn axis_share(share: f64) -> String {
    whole_percent(share)
}

/// A number of people for each extra one.
pub(super) fn each(number: f64) -> String {
    decimal(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(before: f64, after: f64) -> IncentiveOutcome {
        IncentiveOutcome {
            assessed: 0.0,
            offered: 100.0,
            paid: 75.8,
            anyway: 71.6,
            additional: 4.2,
            cost: 1212.8,
            per_additional: Some(288.76),
            gap_before: before,
            gap_after: after,
            is_clamped: false,
            fifths: Default::default(),
        }
    }

    #[test]
    fn the_gap_is_told_whichever_way_it_goes() {
        let cases = [
            (0.0, 0.0, "The fifths stay level."),
            (0.17, 0.17, "The gap in uptake stays at 17.0 points."),
            (0.17, 0.128, "The gap in uptake goes from 17.0 points to 12.8 points."),
            (
                0.0,
                -0.042,
                "The gap in uptake goes from 0.0 points to −4.2 points: the most deprived fifth is then ahead.",
            ),
            (-0.05, -0.08, "The gap in uptake goes from −5.0 points to −8.0 points."),
            // As the table rounds them.
            (0.000_4, -0.000_3, "The fifths stay level."),
            (0.009_4, 0.009_6, "The gap in uptake goes from 0.9 points to 1.0 points."),
            (0.009_6, 0.010_3, "The gap in uptake stays at 1.0 points."),
            (0.0, -0.000_3, "The fifths stay level."),
        ];
        for (before, after, said) in cases {
            assert_eq!(gap_sentence(&outcome(before, after)), said);
        }
    }

    #[test]
    fn who_would_have_come_anyway_is_a_share_and_a_number_for_each_extra_person() {
        let outcome = outcome(0.0, 0.0);
        assert_eq!(anyway_share(&outcome), "94.5%");
        assert_eq!(outcome.anyway_per_additional().map(short_decimal).as_deref(), Some("17"));
    }
}
