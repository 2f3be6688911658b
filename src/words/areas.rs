//! The view `areas`: which units exactly, in a list, by a cut or by name.

use super::common::{areas, areas_capital, everyone, in_need, people_capital};
use super::missed;
use super::number::{chosen, count, in_a_hundred, percent, short_decimal};
use crate::model::Target;
use crate::results::areas::{AreasResult, ListedUnit, UnitList};
use crate::results::shown::tenths_above;
use crate::scenario::{CodeList, Percent, Scenario};
use crate::words::locale::{Plural, plural};
use crate::words::number::tenths_of_points;
use crate::words::{capital, schools};

/// Below the heading.
pub const LEAD: &str =
    "Each area or school by itself: in or out, and how many people are missed there. Or pick them by name.";
/// Said where there are no single areas.
const NO_UNITS: &str = "The built-in figures hold no single areas. Add the official file on the page “Figures”, or a table of \
     your own below: areas, schools, practices, with people and those of them in need.";
/// Said where the figures hold no single units.
pub fn no_units(scenario: &Scenario) -> &'static str {
    if scenario.schools().is_some() { schools::NOT_ONE_BY_ONE } else { NO_UNITS }
}

/// Leads to where the official file is added.
pub const TO_FIGURES: &str = "Add the official file";
/// Opens the table of the person's own.
pub const TABLE: &str = "A table of your own";
/// Legend of how units are targeted.
pub const TARGET_BY: &str = "Target";
/// Opens the choices on a phone.
pub const CHANGE_TARGET: &str = "Change the target";
/// The ways.
pub const WAYS: [&str; 2] = ["the most deprived, by the slider", "by name, from a list"];
/// Label of the codes of a list.
pub const CODES: &str = "Codes, one after another";
/// Hint below it.
pub const CODES_HINT: &str =
    "Paste or type codes, with commas, spaces or lines between them. Ticks in the list below add and remove codes.";
/// The same of a table without codes.
pub const ROWS_HINT: &str =
    "This table has no codes, so its rows go by their numbers. Ticks in the list below add and remove them.";
/// Uses the codes.
pub const USE_CODES: &str = "Use these codes";
/// Said of a text without codes.
pub const CODES_ERROR: &str = "Type or paste at least one code, such as E01017948";
/// Said where the link names a list that is kept on another device.
pub const CODES_ELSEWHERE: &str = "The list of this link is too long for a link, and is kept on the device that it was made on. Paste its codes to see it.";
/// Heading of the list.
pub const LIST: &str = "The list";
/// Label of the search.
pub const SEARCH: &str = "Find by name or code";
/// Label of the choice of a council.
pub const COUNCIL: &str = "Council";
/// Stands for all of them.
pub const ALL_COUNCILS: &str = "All";
/// Label of the choice of which are listed.
pub const WHICH: &str = "Show";
/// Which are listed.
pub const SHOWN: [&str; 3] = ["all", "inside the target", "outside the target"];
/// Label of the order of the list.
pub const ORDER: &str = "Order";
/// The orders of the list.
pub const ORDERS: [&str; 5] =
    ["most people missed first", "most deprived first", "highest share in need first", "most people first", "by name"];
/// Name of the pages of the list.
pub const PAGES: &str = "Pages of the list";
/// Goes to the page before.
pub const BEFORE: &str = "Previous";
/// Goes to the next page.
pub const NEXT: &str = "Next";
/// Said where nothing fits.
pub const NOTHING: &str = "No row fits. Change the search or what is shown.";

/// Caption of a list beside others.
pub const BESIDE: &str = "This list beside other targets";
/// How many columns of the list, the first ones, hold text.
pub fn texts(has_councils: bool) -> usize {
    2 + usize::from(has_councils)
}

/// Heading of the boxes that target a unit by name.
pub const BY_NAME: &str = "By name";
/// Headings of the list.
pub fn headings(scenario: &Scenario, has_codes: bool, has_councils: bool) -> Vec<String> {
    let council = has_councils.then(|| COUNCIL.to_owned());
    [capital(areas(scenario)), if has_codes { "Code" } else { "Row" }.to_owned()]
        .into_iter()
        .chain(council)
        .chain([
            people_capital(scenario).into_owned(),
            "In need".to_owned(),
            "Share in need".to_owned(),
            "Target".to_owned(),
            "Missed".to_owned(),
        ])
        .collect()
}

/// The cells of a unit.
pub fn row(result: &AreasResult, list: &UnitList, at: usize, has_councils: bool) -> Vec<String> {
    let Some(unit) = list.units.get(at) else { return Vec::new() };
    let council = has_councils.then(|| unit.council.clone());
    [unit.label().to_owned(), unit.code.clone()]
        .into_iter()
        .chain(council)
        .chain([
            count(unit.counts.people),
            count(unit.counts.in_need),
            percent(unit.need_rate()),
            inside(result.inside.get(at).copied().unwrap_or_default()),
            count(result.missed(list, at)),
        ])
        .collect()
}

/// Whether a unit is inside, or how much of it.
pub fn inside(share: f64) -> String {
    match share {
        share if share >= 1.0 => "in".to_owned(),
        share if share <= 0.0 => "out".to_owned(),
        share => format!("{} in", percent(share)),
    }
}

/// The name of a unit with its code, as far as it has either.
pub fn full_name(list: &UnitList, unit: &ListedUnit) -> String {
    let has_both = list.has_codes && !unit.code.is_empty() && !unit.name.is_empty() && unit.name != unit.code;
    if has_both { format!("{} ({})", unit.name, unit.code) } else { unit.label().to_owned() }
}

/// The box that ticks a unit.
pub fn tick(unit: &ListedUnit) -> String {
    format!("Target {}", unit.label())
}

/// How many rows fit, and which of them are in sight; both from 1.
pub fn in_sight(from: usize, to: usize, all: usize) -> String {
    let [from, to, all] = [from, to, all].map(|number| count(number as f64));
    format!("{from} to {to} of {all}")
}

/// What a target by name is called.
fn list_name(scenario: &Scenario, result: &AreasResult) -> String {
    format!("{} {} by name", short_decimal(result.target.areas), areas(scenario))
}

/// Whom the target reaches and misses.
pub fn headline(scenario: &Scenario, result: &AreasResult) -> String {
    let (need, here) = (in_need(scenario), missed::here(scenario));
    let name = list_name(scenario, result);
    let target = &result.target;
    if target.in_need <= 0.0 {
        return format!("Targeting {name} would reach none of the {need} {here}.");
    }
    if target.coverage >= 1.0 {
        return format!("Targeting {name} would reach all {need} {here}.");
    }
    format!("Targeting {name} would reach {} {need} {here}.", in_a_hundred(target.coverage))
}

/// The numbers behind it.
pub fn detail(scenario: &Scenario, result: &AreasResult) -> String {
    let target = &result.target;
    format!(
        "That is {} of {} {}. The target {} {} of {}.",
        count(target.in_need),
        count(result.in_need),
        in_need(scenario),
        missed::is_home_to(scenario),
        percent(target.people_share),
        everyone(scenario)
    )
}

/// Headings of the comparison of a list with other targets.
pub fn beside_headings(scenario: &Scenario) -> Vec<String> {
    vec![
        "Target".to_owned(),
        areas_capital(scenario).into_owned(),
        format!("Share of {}", everyone(scenario)),
        format!("Share of {}", in_need(scenario)),
    ]
}

/// A list beside the best one of as many people, and the usual cut.
pub fn beside_rows(scenario: &Scenario, result: &AreasResult) -> Vec<Vec<String>> {
    let row = |name: String, target: &Target| {
        vec![name, short_decimal(target.areas), percent(target.people_share), percent(target.coverage)]
    };
    let mut rows = vec![row("This list".to_owned(), &result.target)];
    rows.extend(result.best.as_ref().map(|best| row("The best list of as many people".to_owned(), best)));
    let cut = capital(&missed::target_name(scenario, scenario.cut));
    rows.push(row(cut, &result.by_cut));
    rows
}

/// What holds a list against the best one; `None` without a list.
pub fn beside(scenario: &Scenario, result: &AreasResult) -> Option<String> {
    let best = result.best.as_ref()?;
    let more = tenths_above(best.coverage, result.target.coverage);
    let need = in_need(scenario);
    Some(match more {
        0 => format!("No list of as many people reaches a larger share of {need}."),
        more => format!(
            "The best list of as many people would reach {}, {} percentage points more.",
            percent(best.coverage),
            tenths_of_points(more)
        ),
    })
}

/// Codes of the list that no unit has; `None` where all are known.
pub fn unknown(scenario: &Scenario, result: &AreasResult) -> Option<String> {
    const NAMED: usize = 5;
    let all = result.unknown_codes.len();
    if all == 0 {
        return None;
    }
    let named: Vec<&str> = result.unknown_codes.iter().take(NAMED).map(String::as_str).collect();
    let more = match all - named.len() {
        0 => String::new(),
        more => format!(" and {} more", count(more as f64)),
    };
    let codes = match plural(all) {
        Plural::One => "1 code is".to_owned(),
        Plural::Other => format!("{} codes are", count(all as f64)),
    };
    let (units, here) = (areas(scenario), missed::here(scenario));
    Some(format!("{codes} of none of the {units} {here}, and left out: {}{more}.", named.join(", ")))
}

/// Opens the curve.
pub const CURVE: &str = "On the curve";
/// Said before a unit is chosen.
pub const NONE_MARKED: &str = "Choose a name in the list to see which targets take it in.";
/// Moves the slider to a unit that is chosen.
pub const MOVE_SLIDER: &str = "Move the slider there";

/// Shows a unit of the list where it stands.
pub fn show(name: &str) -> String {
    format!("Show where {name} stands")
}

/// Which targets take a unit in as a whole.
pub fn taken_in(label: &str, from: Percent) -> String {
    format!("{label}: targets of {}% and more take it in. The dotted line marks that.", chosen(from))
}

/// Heading of where those are who are missed.
pub const WHERE: &str = "Where are the people we miss?";

/// Where they are: in how many units, in how few of them half, and which has the most.
pub fn where_missed(scenario: &Scenario, result: &AreasResult, list: &UnitList) -> String {
    let units = areas(scenario);
    let first = result.by_missed.first().map(|&at| at as usize);
    let Some((at, unit)) = first.and_then(|at| Some((at, list.units.get(at)?))) else {
        return format!("Nobody is missed: all {} are inside the target.", in_need(scenario));
    };
    let missed = count(result.all_missed());
    let most = format!("The most, {}, are in {}.", count(result.missed(list, at)), unit.label());
    match result.units_with_missed {
        1 => format!("All {missed} who are missed are in {}.", unit.label()),
        all => format!(
            "{missed} are missed, in {} {units}. Half of them are in {} of these. {most}",
            count(all as f64),
            count(result.units_with_half_of_missed as f64)
        ),
    }
}

/// The codes of a list as they stand in its field.
pub fn codes_text(codes: Option<&CodeList>) -> String {
    codes.map(|codes| codes.codes().join("\n")).unwrap_or_default()
}

/// What a column of that file holds, in its first lines.
pub fn column(name: &str, means: &str, unit: &str) -> Vec<String> {
    vec![format!("Column {name}"), format!("{means} ({unit})")]
}

/// The columns of the file of all units: name, what it holds, unit.
pub const COLUMNS: [(&str, &str, &str); 10] = [
    ("code", "The code of the unit, or its row where the table has none", "text"),
    ("name", "Its name", "text"),
    ("council", "The council it lies in, where that is known", "text"),
    ("position", "Its place in the order of the page, 1 for the most deprived", "number"),
    ("people", "All people in it among whom need is counted", "people"),
    ("in_need", "How many of them are in need", "people"),
    ("need_rate", "People in need / people", "share, 0 to 1"),
    ("inside", "The share of it that is inside the target", "share, 0 to 1"),
    ("missed", "People in need outside the target", "people"),
    ("missed_running_share", "Of all who are missed, the share in this unit and those with more", "share, 0 to 1"),
];
