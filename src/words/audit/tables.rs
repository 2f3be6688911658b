//! Headings and rows.

use super::{Facts, HELD, NONE, gap_limits, limits_of, p_value, per_100, share_told, short_names};
use crate::model::audit::{Estimate, LimitsBy};
use crate::results::audit::{Period, Told};
use crate::words::capital;
use crate::words::locale::{Plural, plural};
use crate::words::number::{count, fixed, percent};

fn served(of: &Told) -> String {
    of.served.map_or_else(|| HELD.to_owned(), count)
}

fn limits(of: &Told) -> String {
    of.reach.map_or_else(|| share_told(of), |reach| limits_of(reach.limits))
}

fn counts(name: String, of: &Told) -> Vec<String> {
    vec![name, count(of.in_need), served(of), share_told(of), limits(of)]
}

/// Headings of the table of fifths.
pub fn fifths_headings() -> Vec<String> {
    ["Fifth", "In need", "Served", "Served per 100 in need", "95% limits"].map(str::to_owned).to_vec()
}

/// The fifths, and all of them.
pub fn fifths_rows(facts: Facts) -> Vec<Vec<String>> {
    let Some(shown) = facts.told.shown() else { return Vec::new() };
    let mut rows: Vec<Vec<String>> =
        shown.fifths.iter().zip(facts.fifths()).map(|(of, name)| counts(name, of)).collect();
    rows.push(counts("All".to_owned(), &shown.whole));
    rows
}

/// How many areas are listed on the page.
const LISTED: usize = 10;

/// Headings of a table of areas.
pub fn areas_headings(facts: Facts) -> Vec<String> {
    vec![
        capital(&facts.areas()),
        "In need".to_owned(),
        "Served".to_owned(),
        "Served per 100 in need".to_owned(),
        "95% limits".to_owned(),
        "Short of the whole by".to_owned(),
    ]
}

fn area(facts: Facts, at: usize) -> Option<Vec<String>> {
    let (of, unit) = (facts.told.units.get(at)?, facts.list().units.get(at)?);
    let mut row = counts(unit.label().to_owned(), of);
    row.push(of.short.map_or_else(|| HELD.to_owned(), count));
    Some(row)
}

/// Areas with many in need and few served, those short of the most people first.
pub fn low_rows(facts: Facts) -> Vec<Vec<String>> {
    facts.told.low.iter().take(LISTED).filter_map(|&at| area(facts, at)).collect()
}

/// How many of them are not listed; `None` where all are.
pub fn low_rest(facts: Facts) -> Option<String> {
    let rest = facts.told.low.len().checked_sub(LISTED).filter(|&rest| rest > 0)?;
    Some(format!("{} more are in the files.", count(rest as f64)))
}

/// How many areas the page shows in full.
const MOST_ON_PAGE: usize = 200;

/// All areas, most deprived first, as far as the page shows them.
pub fn areas_rows(facts: Facts) -> Vec<Vec<String>> {
    (0..facts.told.units.len().min(MOST_ON_PAGE)).filter_map(|at| area(facts, at)).collect()
}

/// How many of them are not shown; `None` where all are.
pub fn areas_rest(facts: Facts) -> Option<String> {
    let rest = facts.told.units.len().checked_sub(MOST_ON_PAGE).filter(|&rest| rest > 0)?;
    Some(format!(
        "The {MOST_ON_PAGE} most deprived of {}. The other {} are in the files.",
        count(facts.told.units.len() as f64),
        count(rest as f64)
    ))
}

/// Headings of the measures.
pub fn measures_headings() -> Vec<String> {
    ["Measure", "Value", "95% limits", "What it says"].map(str::to_owned).to_vec()
}

/// Every measure with its limits.
pub fn measures_rows(facts: Facts) -> Vec<Vec<String>> {
    let Some(gradient) = facts.told.gradient() else { return Vec::new() };
    let row = |name: &str, value: Option<Estimate>, write: &dyn Fn(f64) -> String, meaning: &str| {
        let limits = value.and_then(|value| value.limits);
        vec![
            name.to_owned(),
            value.map_or_else(|| NONE.to_owned(), |value| write(value.value)),
            limits.map_or_else(|| NONE.to_owned(), |of| format!("{} to {}", write(of.lower), write(of.upper))),
            meaning.to_owned(),
        ]
    };
    let ratio = |value: f64| fixed(value, 2);
    let index = |value: f64| fixed(value, 3);
    vec![
        row("Absolute gap", Some(gradient.gap), &per_100, "Served per 100 in need: least less most deprived fifth"),
        row("Relative gap", gradient.ratio, &ratio, "Least over most deprived fifth; 1 is no gap"),
        row(
            "Slope index",
            gradient.slope,
            &per_100,
            "Per 100 in need, from the most to the least deprived end of the line",
        ),
        row("Relative index", gradient.slope_ratio, &ratio, "The line’s least over its most deprived end; 1 is no gap"),
        row(
            "Concentration index of use",
            gradient.concentration,
            &index,
            "Above 0 where use lies with the less deprived; 0 is no gap",
        ),
    ]
}

/// How limits are made.
pub fn measures_note(facts: Facts) -> String {
    let by = match facts.told.gradient().map(|of| of.limits_by) {
        Some(LimitsBy::Byar) => {
            "In a fifth more are served than are in need, so visits, or people who are not in need, are counted too: limits of shares \
             are Byar’s."
        }
        _ => "Limits of shares are Wilson’s.",
    };
    format!(
        "{by} Slope, relative and concentration index are over the five fifths, each weighted by its people in need."
    )
}

/// Headings of the periods.
pub fn periods_headings(facts: Facts) -> Vec<String> {
    let names = short_names(facts);
    vec![
        "Period".to_owned(),
        "Served".to_owned(),
        format!("{}, per 100", names[0]),
        format!("{}, per 100", names[4]),
        "Gap".to_owned(),
        "95% limits".to_owned(),
    ]
}

/// The gap of each period.
pub fn periods_rows(facts: Facts) -> Vec<Vec<String>> {
    let row = |period: &Period| {
        let mut row = vec![period.name.clone(), served(&period.whole)];
        match &period.gradient {
            Some(of) => row.extend([
                per_100(of.most.value),
                per_100(of.least.value),
                per_100(of.gap.value),
                of.gap.limits.map_or_else(|| NONE.to_owned(), limits_of),
            ]),
            None => row.extend(
                [HELD, HELD, HELD, HELD].map(|held| if period.holds_fifths() { held } else { NONE }.to_owned()),
            ),
        }
        row
    };
    facts.told.periods.iter().map(row).collect()
}

/// How the gap changed, in numbers; empty for one period.
pub fn change_rows(facts: Facts) -> Vec<(String, String)> {
    let Some(change) = facts.told.change else { return Vec::new() };
    let difference = change.difference;
    let limits = difference.limits.map(|limits| format!(" ({})", gap_limits(difference, limits))).unwrap_or_default();
    let degrees = match plural(change.freedom as usize) {
        Plural::One => "degree",
        Plural::Other => "degrees",
    };
    vec![
        ("Change of the gap, per 100".to_owned(), format!("{}{limits}", per_100(difference.value.abs()))),
        ("Cochran’s Q".to_owned(), format!("{}, {} {degrees} of freedom", fixed(change.statistic, 2), change.freedom)),
        ("p".to_owned(), p_value(change.p)),
    ]
}

/// The most and the least deprived fifth.
const FIRST: usize = 0;
const LAST: usize = 4;

/// Headings of the groups.
pub fn groups_headings(facts: Facts) -> Vec<String> {
    let [most, .., least] = facts.fifths();
    vec![
        "Group".to_owned(),
        "Served".to_owned(),
        format!("Of these in the {}", crate::words::lower_first(&most)),
        format!("In the {}", crate::words::lower_first(&least)),
    ]
}

/// The groups: how many of each were served, and where they live; at the end where people in need live.
pub fn groups_rows(facts: Facts) -> Vec<Vec<String>> {
    let Some(groups) = &facts.told.groups else { return Vec::new() };
    let share = |share: Option<f64>| share.map_or_else(|| HELD.to_owned(), percent);
    let mut rows: Vec<Vec<String>> = groups
        .iter()
        .map(|group| {
            vec![group.name.clone(), count(group.served), share(group.share_in(FIRST)), share(group.share_in(LAST))]
        })
        .collect();
    if let Some(shown) = facts.told.shown().filter(|shown| !shown.fifths.is_empty()) {
        rows.push(vec![
            format!("For comparison: all {}", facts.need()),
            String::new(),
            share(shown.need_share(FIRST)),
            share(shown.need_share(LAST)),
        ]);
    }
    rows
}

/// Said where the groups are held back; `None` where they are told, and where there are none.
pub fn groups_held(facts: Facts) -> Option<&'static str> {
    (facts.told.groups.is_none())
        .then_some("The groups are held back: one of them, or all together, is so small that others would tell it.")
}

/// The columns of the file of all areas: name, what it holds, unit.
pub const COLUMNS: [(&str, &str, &str); 10] = [
    ("code", "The code of the area", "text"),
    ("name", "Its name", "text"),
    ("council", "The council it lies in, where that is known", "text"),
    ("fifth", "Its fifth, 1 for the most deprived; empty without fifths", "number"),
    ("in_need", "People in need", "people"),
    ("served", "People served; empty where held back", "people"),
    ("served_per_100", "People served for each 100 in need", "people"),
    ("lower", "Lower 95% limit of it", "people"),
    ("upper", "Upper 95% limit of it", "people"),
    ("standing", "Beside the whole, by 99.8% limits: below, within or above", "text"),
];
