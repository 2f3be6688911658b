//! The measures of a target, each with its name in the field and one plain line.

use super::common::{areas, everyone, in_need};
use super::number::{count, decimal, percent, points};
use crate::results::TargetingResult;
use crate::scenario::Scenario;

/// Heading of the table.
pub const HEADING: &str = "All measures of this target";
/// Headings of its columns.
pub const COLUMNS: [&str; 3] = ["Measure", "Value", "What it means"];
/// Stands for a measure that has no meaning here.
pub const NONE: &str = "none";

/// Why a measure under this name in files has no value.
pub fn no_value(missed: &TargetingResult, name: &str) -> &'static str {
    match name {
        "precision" | "leakage" | "lift" => "Nobody is inside the target.",
        "number_needed" => "Nobody inside the target is in need.",
        "targeting_differential" => "Everybody is in need.",
        "efficiency" => "Nobody is inside the target.",
        "between_area_share" => "Everybody or nobody is in need.",
        _ => nobody(missed),
    }
}

/// Why a measure has no meaning.
const fn nobody(missed: &TargetingResult) -> &'static str {
    match () {
        () if missed.target.measures.people <= 0.0 => "Nobody is inside the target.",
        () if missed.target.measures.in_need <= 0.0 => "Nobody inside the target is in need.",
        () => "Everybody is in need.",
    }
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name in the field.
    pub name: &'static str,
    /// Its value with its unit.
    pub value: String,
    /// What it means, in plain words.
    pub meaning: String,
}

/// Every measure of the target.
pub fn all(scenario: &Scenario, missed: &TargetingResult) -> Vec<Measure> {
    let target = &missed.target.measures;
    let (need, everyone) = (in_need(scenario), everyone(scenario));
    let overall = if scenario.uses_own() { "overall" } else { "across the place" };
    let measure = |name, value: Option<String>, meaning: String| Measure {
        name,
        // A number without a meaning is left out, and why.
        meaning: if value.is_some() { meaning } else { nobody(missed).to_owned() },
        value: value.unwrap_or_else(|| NONE.to_owned()),
    };
    let times = |number: f64| format!("{} times", decimal(number));
    vec![
        measure(
            "Coverage",
            Some(percent(target.coverage)),
            format!("Of {need}, the share inside the target: {} of {}.", count(target.in_need), count(missed.in_need)),
        ),
        measure(
            "Exclusion error",
            Some(super::number::percent_left(target.coverage)),
            format!("Of {need}, the share outside the target: the people missed."),
        ),
        measure(
            "People targeted",
            Some(percent(target.people_share)),
            format!("Of {everyone}, the share inside the target: {} of {}.", count(target.people), count(missed.people)),
        ),
        measure("Precision", target.precision.map(percent), format!("Of those inside the target, the share who are {need}.")),
        measure(
            "Leakage (inclusion error)",
            target.precision.map(super::number::percent_left),
            "Of those inside the target, the share who are not in need.".to_owned(),
        ),
        measure(
            "Lift",
            target.lift.map(times),
            format!("How much more common need is inside the target than {overall}. 1 is no better than chance."),
        ),
        measure(
            "Number needed",
            target.number_needed.map(decimal),
            format!(
                "People in the target for each one in need. If everyone were targeted it would be {}.",
                decimal(missed.number_needed_of_all())
            ),
        ),
        measure(
            "Targeting differential",
            target.targeting_differential.map(points),
            "The share of people in need who are targeted, less the share of others who are. 100 is perfect, 0 is chance."
                .to_owned(),
        ),
        measure(
            "Efficiency",
            target.efficiency.map(percent),
            "People in need reached, against a target of the same size that knew who is in need.".to_owned(),
        ),
        measure(
            "Between-area share",
            missed.target.between_area_share.map(percent),
            match scenario.uses_own() {
                true => format!(
                    "How much of who is in need is a matter of which of the {} they belong to. The rest is differences within these.",
                    areas(scenario)
                ),
                false => "How much of who is in need is a matter of which area they live in. The rest is differences between \
                          neighbours."
                    .to_owned(),
            },
        ),
    ]
}
