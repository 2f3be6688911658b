//! What the figures of the view rest on, and what they leave out.

use crate::results::incentive::{Incentives, trial};
use crate::scenario::{IncentiveChoices, IncentiveStart, Scenario};
use crate::words::common::{everyone, source_name_of};
use crate::words::number::{chosen, chosen_percent, count, pounds_and_pence};
use crate::words::sources::{REPORT, TRIAL};

/// Heading of the register.
pub const REGISTER: &str = "What each figure rests on";
/// What it is.
pub const REGISTER_TEXT: &str = "Published figures name their source. Illustrative ones are round numbers to start a \
     discussion: put in your own.";
/// A figure as a source prints it.
pub const PUBLISHED: &str = "published";
/// A round number to start from.
pub const ILLUSTRATIVE: &str = "illustrative";
/// What the person set.
pub const YOURS: &str = "your own";
/// What follows from the figures above it.
pub const WORKED_OUT: &str = "worked out";

/// The trial.
pub fn trial_source() -> String {
    format!("{TRIAL}, abstract.")
}

/// What the payment of the trial is in pounds.
fn pounds_source() -> String {
    format!("200 Swedish kronor in the trial. In pounds: {REPORT}, section “The limitations of universal approaches”.")
}

/// How many came without a payment in the trial.
fn trial_uptake_source() -> String {
    format!("{TRIAL}, abstract: 71.6% of those without a payment, in Sweden. It is not the uptake of this place.")
}

/// A figure with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Its value with its unit.
    pub value: String,
    /// What it rests on.
    pub basis: &'static str,
    /// Where it is printed, or how it was worked out.
    pub source: Option<String>,
}

/// Every figure that goes into the view.
pub fn register(scenario: &Scenario, result: &Incentives) -> Vec<Entry> {
    let choices = &scenario.incentive;
    let as_printed = IncentiveStart::Trial.choices();
    let is_guess = |is: &dyn Fn(&IncentiveChoices) -> bool| {
        if IncentiveStart::ALL.iter().any(|start| is(&start.choices())) { ILLUSTRATIVE } else { YOURS }
    };
    // A value that the trial prints, as long as it is that value.
    let printed = |name, value, is: &dyn Fn(&IncentiveChoices) -> bool, source: fn() -> String| {
        let is_printed = is(&as_printed);
        let basis = if is_printed { PUBLISHED } else { is_guess(is) };
        Entry { name, value, basis, source: is_printed.then(source) }
    };
    let guess =
        |name, value, is: &dyn Fn(&IncentiveChoices) -> bool| Entry { name, value, basis: is_guess(is), source: None };
    let found = choices.found_uptake.map_or_else(|| "as others in their fifth".to_owned(), chosen_percent);
    let mut entries = vec![
        printed(
            "Payment",
            pounds_and_pence(choices.payment.get()),
            &|other| other.payment == choices.payment,
            pounds_source,
        ),
        printed("Rise", format!("{} points", chosen(choices.rise)), &|other| other.rise == choices.rise, trial_source),
        printed(
            "Come without a payment, least deprived fifth",
            chosen_percent(choices.uptake_least),
            &|other| other.uptake_least == choices.uptake_least,
            trial_uptake_source,
        ),
        printed(
            "Come without a payment, most deprived fifth",
            chosen_percent(choices.uptake_most),
            &|other| other.uptake_most == choices.uptake_most,
            trial_uptake_source,
        ),
        guess("Cost of each assessment", pounds_and_pence(choices.assessment.get()), &|other| {
            other.assessment == choices.assessment
        }),
        guess(
            "Found in the least and the most deprived fifth",
            format!("{} and {}", chosen_percent(choices.found_least), chosen_percent(choices.found_most)),
            &|other| (other.found_least, other.found_most) == (choices.found_least, choices.found_most),
        ),
        guess("Of those found, come without a payment", found, &|other| other.found_uptake == choices.found_uptake),
    ];
    entries.push(Entry {
        name: "People here, and in the targeted areas",
        value: format!("{} and {}, {}", count(result.people()), count(result.targeted()), everyone(scenario)),
        basis: PUBLISHED,
        source: Some(source_name_of(scenario)),
    });
    if let Some((_, each)) = trial() {
        entries.push(Entry {
            name: "The trial: cost of each extra person",
            value: pounds_and_pence(each),
            basis: WORKED_OUT,
            source: Some(format!("{TRIAL_COST} {}", trial_source())),
        });
    }
    entries
}

const TRIAL_COST: &str =
    "£16 for each of the 75.8 in 100 who came, over the 4.2 in 100 who came because of it: 16 × 75.8 ÷ 4.2.";

/// Heading of the limits.
pub const LIMITS: &str = "What this leaves out";

/// What the numbers do not hold.
pub const LIMITS_LIST: [&str; 7] = [
    "Fraud, and the cost of handing out money and of checking claims.",
    "What a payment does to motives. Some people may come less gladly, or expect to be paid next time.",
    "Shame. Some may turn down an offer that singles them out, so fewer may come than shown.",
    "What a person who comes gains, and what that saves later. A dear extra person can still be worth it.",
    "Other ways to bring people in, such as reminders or longer hours. In the trial, nudges did not raise uptake.",
    "Whether the rise would be the same here. The trial was in Sweden, in 2021, on one vaccine.",
    "Differences in the rise. It is the same for all here. If it is larger where fewer come, a payment to all narrows \
     the gap too.",
];

/// How a cost is worked out.
pub const FORMULA: &str = "Cost of each extra person = payment × (come anyway + rise) ÷ rise, plus the cost of an assessment ÷ \
     (share found × rise) where people are assessed.";

impl Entry {
    /// In one line, for the foot of a picture.
    pub fn in_a_line(&self) -> String {
        let source = self.source.as_ref().map_or_else(String::new, |source| format!(": {source}"));
        format!("{}: {} ({}){source}", self.name, self.value, self.basis)
    }
}
