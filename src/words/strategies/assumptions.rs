//! Names and meanings of assumptions.

use crate::model::strategies::{Assumption, AssumptionUnit, Strategy};
use crate::scenario::Offers;
use crate::scenario::offers::Amounts;
use crate::scenario::starting_points::AssumedBasis;
use crate::words::{capital, starting_points};

/// Heading of the register.
pub const REGISTER: &str = "What is assumed";
/// What it is.
pub const REGISTER_TEXT: &str = "Each assumption has a low, a likely and a high value. Published ones name their source. \
     Illustrative ones are round numbers to start a discussion: put in your own.";
/// Headings of its columns.
pub const REGISTER_COLUMNS: [&str; 5] = ["Assumption", "Low", "Likely", "High", "Basis"];
/// Takes an assumption back.
pub const RESET: &str = "Reset";
/// Marks a changed assumption.
pub const YOURS: &str = "your own";
/// What an assumption rests on that was measured on people served.
const MEASURED: &str = "own data: people served against people in need";
/// Takes all assumptions back.
pub const RESET_ALL: &str = "Reset all assumptions";

/// Opens the fields of where an assumption comes from.
pub const SAY_SOURCE: &str = "Say where it comes from";
/// Labels of these: source, year and note.
pub const EVIDENCE_FIELDS: [&str; 3] = ["Source", "Year", "Note"];
/// Said of texts that are too long together.
pub const EVIDENCE_ERROR: &str =
    "Use at most 200 characters here, and 1,500 for all assumptions, so that the link to this page stays short";

/// Name of the button that opens the fields.
pub fn say_source(assumption: Assumption) -> String {
    format!("{SAY_SOURCE}: {}", assumption_name(assumption))
}

/// Name of one of the fields.
pub fn evidence_field(assumption: Assumption, field: usize) -> String {
    format!("{}, {}", assumption_name(assumption), EVIDENCE_FIELDS[field].to_ascii_lowercase())
}

/// Name of the button that takes an assumption back.
pub fn reset(assumption: Assumption) -> String {
    format!("Reset {}", assumption_name(assumption))
}

/// Name of a field of the register.
pub fn field_name(assumption: Assumption, column: usize) -> String {
    format!(
        "{}, {}, {}",
        assumption_name(assumption),
        REGISTER_COLUMNS[column + 1].to_ascii_lowercase(),
        unit_name(assumption)
    )
}

/// The unit of an assumption.
pub const fn unit_name(assumption: Assumption) -> &'static str {
    match assumption.unit() {
        AssumptionUnit::Share => "%",
        AssumptionUnit::Pounds => "£",
        AssumptionUnit::YearlyRate => "for each 100,000 a year",
    }
}

/// What stands beside a field of an assumption: nothing where its meaning says it in full.
pub const fn field_unit(assumption: Assumption) -> &'static str {
    match assumption.unit() {
        AssumptionUnit::YearlyRate => "",
        AssumptionUnit::Share | AssumptionUnit::Pounds => unit_name(assumption),
    }
}

/// Said of amounts that cannot be used.
pub fn assumption_error(assumption: Assumption) -> &'static str {
    match assumption.unit() {
        AssumptionUnit::Share => "Type percentages from 0 to 100, low to high, such as 60, 70 and 80",
        AssumptionUnit::Pounds => "Type pounds, low to high, such as 10, 20 and 30",
        AssumptionUnit::YearlyRate => {
            "Type numbers for each 100,000 people a year, low to high, such as 200, 300 and 400"
        }
    }
}

/// Which neighbours were moved along with a number that was typed, so that all three stay in order; empty if none was.
pub fn moved_along(assumption: Assumption, before: Amounts, after: Amounts, column: usize) -> String {
    let is_moved = |&at: &usize| at != column && before.0[at] != after.0[at];
    let name = |at: usize| REGISTER_COLUMNS[at + 1].to_ascii_lowercase();
    let moved: Vec<String> = (0..3).filter(is_moved).map(name).collect();
    if moved.is_empty() {
        return String::new();
    }
    let verb = if moved.len() == 1 { "goes" } else { "go" };
    capital(&format!(
        "{} {verb} along to {}, so that low, likely and high stay in order.",
        moved.join(" and "),
        Amounts::format(assumption, after.0[column])
    ))
}

/// Name of an assumption.
pub const fn assumption_name(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::UptakeLeast => "Uptake, least deprived fifth",
        Assumption::UptakeMost => "Uptake, most deprived fifth",
        Assumption::Outreach => "Uptake that outreach adds",
        Assumption::Stigma => "Uptake that stigma costs",
        Assumption::Sensitivity => "People in need found (sensitivity)",
        Assumption::Specificity => "Others rightly passed over (specificity)",
        Assumption::Contact => "People seen at the universal contact",
        Assumption::GroupInNeed => "People in need who are in the group",
        Assumption::GroupOthers => "Others who are in the group",
        Assumption::CostFixed => "Fixed cost",
        Assumption::CostScreening => "Cost of each assessment",
        Assumption::CostOffer => "Cost of each offer",
        Assumption::CostDelivery => "Cost of each person who takes it up",
        Assumption::CostOutreach => "Cost of outreach for each person offered",
        Assumption::EffectInNeed => "Risk taken away, people in need",
        Assumption::EffectOthers => "Risk taken away, others",
        Assumption::RiskLeast => "Risk without it, least deprived fifth",
        Assumption::RiskMost => "Risk without it, most deprived fifth",
        Assumption::EligibleInNeed => "People in need who can have it",
        Assumption::EligibleOthers => "Others who can have it",
        Assumption::PresentLeast => "Uptake of the service now, least deprived fifth",
        Assumption::PresentMost => "Uptake of the service now, most deprived fifth",
        Assumption::PresentCost => "Cost of each person the service reaches now",
        Assumption::RateLeast => "How often it happens, least deprived fifth",
        Assumption::RateMost => "How often it happens, most deprived fifth",
    }
}

/// What an assumption means, in one line.
pub const fn assumption_meaning(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::UptakeLeast | Assumption::UptakeMost => {
            "Of those offered, the share who take it up. The fifths between lie on a straight line."
        }
        Assumption::Outreach => "Percentage points added where outreach is strongest.",
        Assumption::Stigma => "Percentage points lost where an offer singles people out: by area, need or group.",
        Assumption::Sensitivity => "Of people in need who are assessed, the share found.",
        Assumption::Specificity => "Of people not in need who are assessed, the share not offered.",
        Assumption::Contact => "Used where need is assessed at a contact that everyone is offered.",
        Assumption::GroupInNeed | Assumption::GroupOthers => "Used for an offer by group.",
        Assumption::CostFixed => "Paid once if the offer is made at all.",
        Assumption::CostScreening => "Paid for each person assessed.",
        Assumption::CostOffer => "Paid for each person offered.",
        Assumption::CostDelivery => "Paid for each person reached.",
        Assumption::CostOutreach => "Paid where outreach is strongest, less where it is weaker.",
        Assumption::EffectInNeed | Assumption::EffectOthers => "Share of the risk that goes when a person is reached.",
        Assumption::RiskLeast | Assumption::RiskMost => "Share of people with the bad outcome if nothing is offered.",
        Assumption::EligibleInNeed | Assumption::EligibleOthers => {
            "The share whom the offer is meant for at all, by age, condition or rule."
        }
        Assumption::PresentLeast | Assumption::PresentMost => {
            "Of those who can have it, the share whom the service of today reaches."
        }
        Assumption::PresentCost => "What is spent today for each person reached.",
        Assumption::RateLeast | Assumption::RateMost => {
            "For each 100,000 of these people in a year, if nothing is offered."
        }
    }
}

/// What an assumption rests on: published, illustrative, or the person's own.
pub fn basis(offers: &Offers, assumption: Assumption) -> String {
    if offers.is_measured(assumption) {
        return MEASURED.to_owned();
    }
    if offers.is_own(assumption) {
        return YOURS.to_owned();
    }
    starting_points::basis_label(offers.start.assumed(assumption).basis).to_owned()
}

/// Where an assumption comes from, as the person says, or where a published one is printed; `None` for any other.
pub fn source(offers: &Offers, assumption: Assumption) -> Option<String> {
    if let Some(evidence) = offers.evidence(assumption) {
        return Some(evidence.parts().into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "));
    }
    match offers.start.assumed(assumption).basis {
        AssumedBasis::Published(source) if !offers.is_changed(assumption) => Some(starting_points::source(source)),
        _ => None,
    }
}

/// Heading of advantages.
pub const ADVANTAGES: &str = "Good for";
/// Heading of disadvantages.
pub const DISADVANTAGES: &str = "Watch out for";

/// Name of the button that compares a kind of targeting.
pub fn compare_with(strategy: Strategy, kind: &str) -> String {
    format!("Compare it: “{}” models {}", super::name(strategy), kind.to_ascii_lowercase())
}
