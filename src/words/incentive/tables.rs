//! Charts and tables of the view.

use super::{anyway_share, each, name};
use crate::chart::cost_curve::{CostMark, CostPicture};
use crate::chart::uptake_fifths::UptakeGroup;
use crate::model::incentive::{Eligibility, IncentiveOutcome};
use crate::results::incentive::{Incentives, MarkedPoint, PaidOffer, trial};
use crate::scenario::Scenario;
use crate::words::missed::{quintile_names, short_fifths};
use crate::words::number::{count, percent, points, pounds, pounds_and_pence};

/// Stands where there is no such number.
pub const NONE: &str = "none";
/// Why an extra person has no cost.
pub const NO_ONE_MORE: &str = "No one more comes.";
/// Caption of the curve.
pub const CURVE_CAPTION: &str = "The more people come anyway, the more each extra person costs";
/// How to read it.
pub const CURVE_NOTE: &str = "The line shows a payment offered to all alike. Each dot is a fifth of the place. Where fewer \
     come without a payment, fewer are paid for coming anyway.";
/// Its axes.
pub const CURVE_AXES: [&str; 2] = ["Come without a payment", "Pounds for each extra person"];
/// Where there is no line.
pub const NO_CURVE: &str = "Nothing to show: the payment brings no one more.";

/// What the curve shows, for those who do not see it.
pub fn curve_description(scenario: &Scenario, result: &Incentives) -> String {
    let picture = cost_picture(scenario, result);
    if picture.curve.is_empty() {
        return NO_CURVE.to_owned();
    }
    let all: Vec<String> = picture.fifths.into_iter().chain(picture.trial).map(|mark| mark.name[0].clone()).collect();
    format!("{CURVE_CAPTION}. {}.", all.join("; "))
}

/// The curve with the fifths and the trial on it.
pub fn cost_picture(scenario: &Scenario, result: &Incentives) -> CostPicture {
    let (full, short) = (quintile_names(scenario.rank), short_fifths(scenario.rank));
    let (marks, trial) = result.marked();
    let mut fifths = Vec::new();
    for MarkedPoint { point, fifths: members, is_all, is_trial } in marks {
        let mark = |all: &str, figure: String, name: &dyn Fn(usize) -> String| {
            let mut names = if is_all {
                all.to_owned()
            } else {
                members.iter().map(|&fifth| name(fifth)).collect::<Vec<_>>().join(" and ")
            };
            if is_trial {
                names += AND_TRIAL;
            }
            format!("{names}: {figure}")
        };
        let name = [
            mark("All fifths", pounds_and_pence(point.1), &|fifth| full.get(fifth).cloned().unwrap_or_default()),
            // Five names with their pence are too long for a phone; the table has them.
            mark("All fifths", if is_all { pounds_and_pence(point.1) } else { pounds(point.1) }, &|fifth| {
                short.get(fifth).map_or_else(String::new, |&short| short.to_owned())
            }),
        ];
        fifths.push(CostMark { uptake: point.0, cost: point.1, name });
    }
    let trial = trial.map(|(uptake, cost)| {
        let name = format!("The trial: {}", pounds_and_pence(cost));
        CostMark { uptake, cost, name: [format!("The Swedish trial: {}", pounds_and_pence(cost)), name] }
    });
    CostPicture { curve: result.curve.clone(), trial: trial.filter(|_| !result.curve.is_empty()), fifths }
}

const AND_TRIAL: &str = " and the trial";

/// Headings of the curve's table.
pub fn curve_headings() -> Vec<String> {
    ["Where", "Come without a payment", "Pounds for each extra person"].map(str::to_owned).to_vec()
}

/// Rows of the curve's table: the fifths, the trial, and every tenth of the line.
pub fn curve_rows(scenario: &Scenario, result: &Incentives) -> Vec<Vec<String>> {
    let row = |name: String, (uptake, cost): (f64, f64)| vec![name, percent(uptake), pounds_and_pence(cost)];
    let names = quintile_names(scenario.rank);
    let mut rows: Vec<Vec<String>> =
        names.into_iter().zip(result.on_curve).filter_map(|(name, point)| Some(row(name, point?))).collect();
    rows.extend(trial().map(|point| row("The Swedish trial".to_owned(), point)));
    rows.extend(result.curve.iter().step_by(10).map(|&point| row("On the line".to_owned(), point)));
    rows
}

/// Opens the picture of uptake.
pub const UPTAKE_IN_FIFTHS: &str = "Uptake, fifth by fifth";
/// What that picture shows.
pub const UPTAKE_CAPTION: &str = "Who comes in each fifth, without and with the payment";
/// Key of the fifths: without, with.
pub const UPTAKE_KEY: [&str; 2] = ["Without a payment", "With it; the figure at the end"];

/// The fifths of each offer.
pub fn uptake_groups(result: &Incentives) -> Vec<UptakeGroup> {
    let group = |offer: &PaidOffer| {
        let outcome = &offer.outcome;
        let about = format!("Gap {}, then {}", points(outcome.gap_before), points(outcome.gap_after));
        let mut fifths = [None; 5];
        for ((shown, done), fifth) in fifths.iter_mut().zip(outcome.fifths).zip(result.fifths) {
            *shown = (fifth.people > 0.0).then_some((done.uptake_before, done.uptake_after));
        }
        UptakeGroup { title: name(offer.reach).to_owned(), about, fifths }
    };
    result.offers.iter().map(group).collect()
}

/// Headings of the fifths' table.
pub fn uptake_headings() -> Vec<String> {
    let headings =
        ["Offer and fifth", "People", "Offered", "Paid", "Come anyway", "Extra", "Uptake without", "Uptake with"];
    headings.map(str::to_owned).to_vec()
}

/// Rows of the fifths' table.
pub fn uptake_rows(scenario: &Scenario, result: &Incentives) -> Vec<Vec<String>> {
    let names = quintile_names(scenario.rank);
    let mut rows = Vec::new();
    for offer in &result.offers {
        for ((label, done), fifth) in names.iter().zip(offer.outcome.fifths).zip(result.fifths) {
            let mut row = vec![format!("{}: {label}", name(offer.reach)), count(fifth.people)];
            row.extend([done.offered, done.paid, done.anyway, done.additional].map(count));
            row.extend([done.uptake_before, done.uptake_after].map(percent));
            rows.push(row);
        }
    }
    rows
}

/// Heading of the three offers side by side.
pub const SIDE_BY_SIDE: &str = "Three ways to offer it, side by side";
/// How to read the gap.
pub const GAP_NOTE: &str = "The gap is uptake in the least deprived fifth less that in the most deprived one. A minus means \
     that the most deprived fifth is ahead.";

/// Headings of that table.
pub fn side_headings(result: &Incentives) -> Vec<String> {
    let mut headings = vec!["Offered to".to_owned()];
    headings.extend(result.offers.iter().map(|offer| name(offer.reach).to_owned()));
    headings
}

/// Rows of that table.
pub fn side_rows(result: &Incentives) -> Vec<Vec<String>> {
    type Cell = fn(&IncentiveOutcome) -> String;
    let or_none = |cell: Option<String>| cell.unwrap_or_else(|| NONE.to_owned());
    let rows: [(&str, Cell); 10] = [
        ("Cost in all", |o| pounds(o.cost)),
        ("People assessed", |o| count(o.assessed)),
        ("People offered it", |o| count(o.offered)),
        ("People paid", |o| count(o.paid)),
        ("Of them, would have come anyway", |o| count(o.anyway)),
        ("Extra people who come", |o| count(o.additional)),
        ("Share of those paid who would have come anyway", anyway_share),
        ("Paid anyway for each extra person", |o| o.anyway_per_additional().map_or_else(|| NONE.to_owned(), each)),
        ("Uptake gap without the payment", |o| points(o.gap_before)),
        ("Uptake gap with it", |o| points(o.gap_after)),
    ];
    let mut all: Vec<Vec<String>> = vec![
        std::iter::once("Cost for each extra person".to_owned())
            .chain(result.offers.iter().map(|offer| or_none(offer.outcome.per_additional.map(pounds_and_pence))))
            .collect(),
    ];
    for (label, cell) in rows {
        let cells = result.offers.iter().map(|offer| cell(&offer.outcome));
        all.push(std::iter::once(label.to_owned()).chain(cells).collect());
    }
    all
}

/// Heading of what speaks for each offer.
pub const SIDES: &str = "What speaks for each, and against";
/// Above what speaks for it.
pub const FOR: &str = "For";
/// Above what speaks against it.
pub const AGAINST: &str = "Against";

/// What speaks for an offer, and what against it.
pub const fn sides(reach: Eligibility) -> [&'static [&'static str]; 2] {
    match reach {
        Eligibility::Universal => [
            &[
                "It is fair in that no one is left out",
                "It is simple: no one is assessed",
                "It brings in the most people",
            ],
            &["Most of the money goes to people who would have come anyway", "It lifts all alike, so a gap stays"],
        ],
        Eligibility::Areas => [
            &["It pays far fewer people", "It lifts the more deprived fifths, so a gap gets smaller"],
            &[
                "People who live elsewhere get nothing, whatever their need",
                "Neighbours across a street are treated differently, and an area can feel labelled",
            ],
        ],
        Eligibility::Identified => [
            &[
                "It can reach those who would not come, wherever they live",
                "It works best where the need is plain to see, as with smoking in pregnancy",
            ],
            &[
                "An assessment costs money for each person, also for those not found",
                "It misses some, and some stay away because they feel singled out",
            ],
        ],
    }
}
