//! One result for each period, sex or area: in a sentence, a picture and a table.

use super::tables::because;
use super::{NONE, Style, level, measure_message, no_draws, value_name};
use crate::chart::Scene;
use crate::chart::trend::{OnTrend, Trend};
use crate::model::gap::Limits;
use crate::results::gap_measures::{Comparison, Goes, GroupResult, Grouped, LimitsBy, Pair, RowsIn};
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::ValueKind;
use crate::words::capital;
use crate::words::number::{count, fixed};

/// Label of the column by which there are several results.
pub const RESULTS_BY: &str = "One result for each";
/// Stands for no such column.
pub const ONE_RESULT: &str = "one result for all";
/// An answer to the question which part is meant.
pub const EACH_OF_THEM: &str = "each of them: one result for each";

/// Heading of this part.
pub fn grouped_heading(grouped: &Grouped) -> String {
    format!("One result for each “{}”", grouped.by)
}

/// How the values of all groups are written: all in one way.
pub fn grouped_style(choices: &MeasureChoices, grouped: &Grouped) -> Style {
    Style::of_values(choices, grouped.furthest_value())
}

fn name(group: &GroupResult) -> String {
    if group.name.is_empty() { "(blank)".to_owned() } else { group.name.clone() }
}

/// An index as a bare number: in points where values are shares.
fn figure(style: Style, value: f64) -> String {
    match style.kind {
        ValueKind::Share => fixed(100.0 * value, 1),
        _ => fixed(value, style.places),
    }
}

/// Caption of the picture and the table.
pub fn grouped_caption(input: &RowsIn, choices: &MeasureChoices, grouped: &Grouped) -> String {
    let name = value_name(input, grouped_style(choices, grouped));
    format!("{}: slope index of inequality for each “{}”", capital(&name), grouped.by)
}

/// What the groups say together.
pub fn comparison(choices: &MeasureChoices, grouped: &Grouped) -> String {
    let style = grouped_style(choices, grouped);
    match grouped.comparison() {
        Comparison::TooFew => {
            format!("Fewer than two of “{}” have a result, so there is nothing to compare.", grouped.by)
        }
        Comparison::Editions(editions) => format!(
            "This is not a trend: deprivation is ranked by different editions ({}), so a change may come from that alone.",
            editions.join(", ")
        ),
        Comparison::Pair(pair) => of_pair(style, choices, grouped, pair),
    }
}

fn of_pair(style: Style, choices: &MeasureChoices, grouped: &Grouped, pair: Pair) -> String {
    let of = |group: &GroupResult| {
        let value = group.sii().map(|value| style.difference(value)).unwrap_or_default();
        match group.sii_limits() {
            Some((limits, _)) => {
                let [lower, upper] = [limits.lower, limits.upper].map(|limit| figure(style, limit));
                format!("{value} (limits {lower} to {upper})")
            }
            None => value,
        }
    };
    let [from, to] = [of(pair.from), of(pair.to)];
    let [first, last] = [name(pair.from), name(pair.to)];
    let shown = [pair.from, pair.to].map(|group| group.sii().map(|value| figure(style, value)));
    let is_same = pair.goes == Goes::Nowhere || shown[0] == shown[1];
    let index = "The slope index of inequality";
    if is_same {
        let value = pair.from.sii().map(|value| style.difference(value)).unwrap_or_default();
        return match grouped.are_periods {
            true => format!("{index} is {value} in {first} and in {last}: no change to the digits shown."),
            false => format!("{index} is {value} for all that have one, to the digits shown."),
        };
    }
    let sure = level(choices.level);
    let begin = match grouped.are_periods {
        true => format!("{index} goes from {from} in {first} to {to} in {last}."),
        false => format!("{index} is smallest for {first}, {from}, and largest for {last}, {to}."),
    };
    let end = match (grouped.are_periods, pair.goes) {
        (true, Goes::Up) => format!("It rises: the {sure} limits of the two have no number in common."),
        (true, Goes::Down) => format!("It falls: the {sure} limits of the two have no number in common."),
        (true, Goes::Unclear) => format!("That is no clear change: the {sure} limits of the two overlap."),
        (false, Goes::Unclear) => format!("That is no clear difference: the {sure} limits of the two overlap."),
        (false, Goes::Up | Goes::Down) if grouped.groups.len() > 2 => format!(
            "Their {sure} limits have no number in common. The two ends of a long list lie apart by chance more often than two that \
             were picked before."
        ),
        (false, Goes::Up | Goes::Down) => format!("They differ: their {sure} limits have no number in common."),
        (_, Goes::NoLimits | Goes::Nowhere) => {
            "There are no limits for both, so how sure that is is not known.".to_owned()
        }
    };
    format!("{begin} {end}")
}

/// How to read the picture.
pub fn grouped_note(choices: &MeasureChoices, grouped: &Grouped) -> String {
    let mut note = format!(
        "A dot is the slope index of one “{}”; above 0 the gap is at the cost of the more deprived. The line through it are its {} \
         limits.",
        grouped.by,
        level(choices.level)
    );
    let is_by = |by: LimitsBy| grouped.groups.iter().any(|group| group.sii_limits().is_some_and(|(_, of)| of == by));
    match (is_by(LimitsBy::Draws), is_by(LimitsBy::Line)) {
        (true, false) => note.push_str(" They come from draws of the values within their own limits."),
        (false, true) => note.push_str(" They come from how rows scatter around the line."),
        (true, true) => {
            note.push_str(" Some come from draws of the values, some from how rows scatter around the line.")
        }
        (false, false) => {}
    }
    note.push_str(&format!(
        " All else on this page is about “{}”.",
        if grouped.main.is_empty() { "(blank)" } else { &grouped.main }
    ));
    note
}

/// The picture.
pub fn trend(input: &RowsIn, choices: &MeasureChoices, grouped: &Grouped) -> Trend {
    let group = |group: &GroupResult| OnTrend {
        name: name(group),
        value: group.sii(),
        limits: group.sii_limits().map(|(limits, _)| (limits.lower, limits.upper)),
    };
    let of = value_name(input, grouped_style(choices, grouped));
    Trend {
        groups: grouped.groups.iter().map(group).collect(),
        are_periods: grouped.are_periods,
        scale: format!("Slope index: {of}"),
    }
}

/// Draws it.
pub fn draw_trend(picture: &Trend, style: Style, width: f64) -> Scene {
    picture.draw(&|value| style.difference(value), width)
}

/// Headings of the table: one row a group, one number a cell.
pub fn grouped_headings(input: &RowsIn, choices: &MeasureChoices, grouped: &Grouped) -> Vec<String> {
    let unit = match choices.value {
        ValueKind::Share => ", in points",
        ValueKind::Number | ValueKind::Rate | ValueKind::Ratio => "",
    };
    let sure = level(choices.level);
    let mut headings = vec![grouped.by.clone(), "Rows".to_owned()];
    headings.extend(input.has_people().then(|| "People".to_owned()));
    headings.extend([
        "Rows left out".to_owned(),
        format!("Slope index (SII){unit}"),
        format!("SII, lower {sure} limit"),
        format!("SII, upper {sure} limit"),
        "Relative index (RII)".to_owned(),
        format!("RII, lower {sure} limit"),
        format!("RII, upper {sure} limit"),
        "Where limits come from, or why there are none".to_owned(),
    ]);
    headings
}

/// Its rows. What cannot be is blank, with the reason in the last cell.
pub fn grouped_rows(input: &RowsIn, choices: &MeasureChoices, grouped: &Grouped) -> Vec<Vec<String>> {
    let style = grouped_style(choices, grouped);
    let row = |group: &GroupResult| {
        let of = |number: Option<String>| number.unwrap_or_else(|| NONE.to_owned());
        let limits = |limits: Option<Limits>, write: &dyn Fn(f64) -> String| {
            [limits.map(|limits| write(limits.lower)), limits.map(|limits| write(limits.upper))].map(of)
        };
        let people = group.found.as_ref().map_or(0.0, |measured| measured.people);
        let mut cells = vec![name(group), count(group.rows() as f64)];
        cells.extend(input.has_people().then(|| count(people)));
        cells.extend([count(group.left_out as f64), of(group.sii().map(|value| figure(style, value)))]);
        cells.extend(limits(group.sii_limits().map(|(limits, _)| limits), &|value| figure(style, value)));
        cells.push(of(group.rii().map(|value| fixed(value, 2))));
        cells.extend(limits(group.rii_limits(), &|value| fixed(value, 2)));
        cells.push(told(group));
        cells
    };
    grouped.groups.iter().map(row).collect()
}

/// Where the limits of a group come from, or why it has no index or no limits.
pub fn told(group: &GroupResult) -> String {
    let mut told = match (&group.found, group.sii_limits(), &group.drawn) {
        (Err(error), ..) => return because(&measure_message(error).problem),
        (Ok(_), Some((_, LimitsBy::Draws)), _) => "Draws of the values".to_owned(),
        (Ok(_), Some((_, LimitsBy::Line)), Err(reason)) => {
            format!("How rows scatter around the line; no draws: {}", no_draws(reason))
        }
        (Ok(_), _, Ok(None)) => "…".to_owned(),
        (Ok(_), None, Err(reason)) => because(&format!("{}, and two rows are too few", no_draws(reason))),
        (Ok(_), ..) => String::new(),
    };
    if group.rii().is_none() {
        told.push_str("; no RII: an end of the line is not above 0");
    }
    told
}

/// Why a group has no index.
pub fn no_group(group: &GroupResult) -> String {
    group.found.as_ref().err().map(|error| measure_message(error).problem).unwrap_or_default()
}

/// Why a number of a group is not there, by its name in files.
pub fn no_group_number(group: &GroupResult, key: &str) -> String {
    match key {
        _ if group.found.is_err() => no_group(group),
        "rii" => "An end of the line is not above 0.".to_owned(),
        "rii_lower" | "rii_upper" if group.rii().is_none() => "An end of the line is not above 0.".to_owned(),
        "rii_lower" | "rii_upper" => match &group.drawn {
            Err(reason) => format!("None: {}.", no_draws(reason)),
            Ok(_) => super::NO_RATIO_IN_A_DRAW.to_owned(),
        },
        "people" => super::NO_PEOPLE.to_owned(),
        "none_because" => "It has an index.".to_owned(),
        _ => super::NO_LIMITS_BY_LINE.to_owned(),
    }
}
