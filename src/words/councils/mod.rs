//! The view `councils`: whether a place is unusual, and all councils, or larger places, side by side.

mod kind;
mod pictures;

pub use kind::{KIND, file_not_used, lead, list_note, scale};
pub use pictures::{
    MAP_SOURCE, STRIP_WORDS, band, here, hexagon, in_none, is_in_outline, is_outlined, map_caption, map_description,
    map_how_to, map_note, named, no_band, open, open_hexagon, strip_caption, strip_description, strip_note,
};

use super::bound::{EXACT, bound_of};
use super::common::{edition_year, in_need, in_need_capital};
use super::kinds::nouns;
use super::locale::{Plural, plural};
use super::missed::about_number;
use super::number::{count, percent, percent_left};
use super::{place, report, share};
use crate::data::{Places, Resolution};
use crate::results::councils::{Councils, PlaceFigures, PlaceRow, Standing, Verdict};
use crate::scenario::{CutKind, ListKind, ListOrder, Scenario};

/// Shortens the list again.
pub const SHOW_FEWER: &str = "Show fewer";

/// Said where no other place has figures.
fn alone(kind: ListKind) -> String {
    format!("No other {} has figures to compare it with.", nouns(kind).one)
}

/// Heading of the list.
pub fn list_heading(scenario: &Scenario) -> String {
    format!("All {} as a list", nouns(scenario.list_kind()).many)
}

/// Label of the field that searches the list.
pub fn find(scenario: &Scenario) -> String {
    format!("Find {}", nouns(scenario.list_kind()).a)
}

/// Hint of that field.
pub const FIND_HINT: &str = "Type a part of its name, or its code";

/// Said when nothing in the list fits.
fn nothing_fits(kind: ListKind) -> String {
    format!("No {} has this in its name. Check the spelling.", nouns(kind).one)
}

/// What stands in a cell without a number.
const BLANK: &str = "no figures";

/// The target, as it is in each council.
fn target(scenario: &Scenario) -> String {
    let whole = if scenario.cut == CutKind::Local && scenario.whole { " (whole areas only)" } else { "" };
    format!("the {}{whole}", share::target(scenario))
}

/// The councils that a place is held against, after a number of them.
fn of_others(councils: &Councils, standing: &Standing) -> String {
    let others = nouns(councils.kind).count(standing.others);
    match councils.own_row() {
        Some(_) => format!("of the other {others}"),
        None => format!("of the {others} in England"),
    }
}

/// The answer in a word.
pub fn verdict(councils: &Councils) -> &'static str {
    match councils.standing.map(|standing| standing.verdict) {
        Some(Verdict::FewMissAsMuch | Verdict::FewMissAsLittle) => "Unusual",
        Some(Verdict::MoreThanMost | Verdict::LessThanMost) => "A little unusual",
        Some(Verdict::Middle | Verdict::AllAlike) => "Not unusual",
        None => "No answer",
    }
}

/// The big number: the share missed in the place.
pub fn big_number(councils: &Councils) -> String {
    percent_left(councils.own.coverage)
}

/// Stands before the big number where it is an estimate.
pub fn big_number_about(councils: &Councils) -> String {
    let shown = big_number(councils);
    about_number(councils.missed.is_approximate, &shown).trim_end_matches(&shown).to_owned()
}

/// What the big number is, beside it.
pub fn big_number_meaning(scenario: &Scenario, places: &Places) -> String {
    format!("of {} would be missed in {}", in_need(scenario), place::of(scenario, places))
}

/// The answer to the question of the page.
pub fn headline(councils: &Councils) -> String {
    let comparison = councils.standing.map_or_else(|| alone(councils.kind), |standing| comparison(councils, &standing));
    format!("{}. {comparison}", verdict(councils))
}

/// How many others miss more, the same or less.
fn comparison(councils: &Councils, standing: &Standing) -> String {
    let others = of_others(councils, standing);
    match standing.verdict {
        Verdict::AllAlike => format!("All {others} would miss the same share."),
        Verdict::FewMissAsMuch => match standing.as_much() {
            0 => format!("None {others} would miss as large a share."),
            few => format!("Only {few} {others} would miss as large a share or a larger one."),
        },
        Verdict::FewMissAsLittle => match standing.as_little() {
            0 => format!("None {others} would miss as small a share."),
            few => format!("Only {few} {others} would miss as small a share or a smaller one."),
        },
        Verdict::MoreThanMost | Verdict::LessThanMost | Verdict::Middle => counts(standing, &others),
    }
}

/// How many others miss more, the same and less, without those that there are none of.
fn counts(standing: &Standing, others: &str) -> String {
    let Standing { more, same, less, .. } = *standing;
    let kinds = [(more, "a larger share"), (same, "the same share"), (less, "a smaller share")];
    let mut kinds = kinds.into_iter().filter(|&(number, _)| number > 0);
    let first = kinds.next().map(|(number, share)| format!("{number} {others} would miss {share}"));
    let rest: Vec<String> = kinds.map(|(number, share)| format!("{number} {share}")).collect();
    let rest = match rest.as_slice() {
        [] => String::new(),
        [only] => format!(" and {only}"),
        [second, third, ..] => format!(", {second} and {third}"),
    };
    format!("{}{rest}.", first.unwrap_or_default())
}

/// The rank of the place, and from where to where shares reach.
pub fn detail(councils: &Councils) -> String {
    let mut said = Vec::new();
    if let (Some((rank, _)), Some(standing)) = (councils.own_row().and_then(|row| row.rank), councils.standing) {
        let shared = match plural(standing.same) {
            _ if standing.same == 0 => String::new(),
            Plural::One => ", and shares that with another one".to_owned(),
            Plural::Other => format!(", and shares that with {} others", standing.same),
        };
        said.push(format!(
            "Counted from the largest share missed it is number {rank} of {}{shared}.",
            councils.known()
        ));
    }
    if let (Some([most, least]), Some(spread)) = (councils.ends(), councils.spread) {
        let who = |rows: &[&PlaceRow]| match rows {
            [only] => only.name.clone(),
            _ => nouns(councils.kind).count(rows.len()),
        };
        let at = |rows: &[&PlaceRow]| rows.first().and_then(|row| missed_of(row)).unwrap_or_default();
        if most.len() < councils.known() {
            said.push(format!(
                "Shares run from {} ({}) to {} ({}); those of {} from {} to {}.",
                at(&least),
                who(&least),
                at(&most),
                who(&most),
                middle(councils.kind, spread.middle),
                percent_left(spread.middle_from.coverage),
                percent_left(spread.middle_to.coverage)
            ));
        }
    }
    said.join(" ")
}

/// What the places between the two outer quarters are called; of a few places that is not quite a half.
fn middle(kind: ListKind, number: usize) -> String {
    match kind {
        ListKind::Councils => "the middle half of the councils".to_owned(),
        ListKind::Icbs | ListKind::Regions | ListKind::CombinedAuthorities => {
            format!("the {number} {} in the middle", nouns(kind).many)
        }
    }
}

/// Which councils have no figures, and why; `None` if all have.
pub fn left_out(councils: &Councils) -> Option<String> {
    let without: Vec<&PlaceRow> = councils.rows.iter().filter(|row| row.figures.is_err()).collect();
    let why = without.iter().find_map(|row| row.figures.err())?;
    let names: Vec<&str> = without.iter().take(3).map(|row| &*row.name).collect();
    let which = if names.len() == without.len() { names.join(", ") } else { nouns(councils.kind).count(without.len()) };
    Some(format!("Left out: {which}. {}", report::no_curve(why)))
}

/// Which figures are in use, and what they can and cannot say of councils side by side.
pub fn figures(scenario: &Scenario, councils: &Councils) -> String {
    let year = edition_year(scenario.data);
    match councils.missed.resolution {
        Resolution::Areas => format!("Exact: single areas, from File 7 of {year}."),
        Resolution::Bands if !councils.missed.is_approximate => format!("Built-in {year} figures. {EXACT}"),
        Resolution::Bands => {
            // Larger places are several councils put together, and what holds for these holds for a single one.
            let is_larger = councils.kind != ListKind::Councils;
            let alone = bound_of(scenario, is_larger);
            let together = bound_of(scenario, councils.missed.is_joined);
            let own = if is_larger || alone == together { String::new() } else { format!(" {together}") };
            format!(
                "Built-in {year} figures. {alone}{own} {} whose shares are nearly the same may stand the other way round.",
                nouns(councils.kind).many_capital
            )
        }
    }
}

/// The share missed in a place.
fn missed_of(row: &PlaceRow) -> Option<String> {
    row.figures.as_ref().ok().map(|figures: &PlaceFigures| percent_left(figures.coverage))
}

/// A rank, marked where it is shared.
fn rank(row: &PlaceRow) -> Option<String> {
    row.rank.map(|(rank, is_shared)| format!("{rank}{}", if is_shared { "=" } else { "" }))
}

/// Headings of the list.
pub fn headings(scenario: &Scenario) -> Vec<String> {
    let of_all = in_need_capital(scenario);
    [nouns(scenario.list_kind()).heading, "Share missed", "Rank", "Number missed"]
        .into_iter()
        .map(str::to_owned)
        .chain([format!("{of_all}, share of all")])
        .collect()
}

/// A row of the list.
pub fn row(row: &PlaceRow) -> Vec<String> {
    let figures = row.figures.as_ref().ok();
    let cell = |text: Option<String>| text.unwrap_or_else(|| BLANK.to_owned());
    vec![
        row.name.clone(),
        cell(missed_of(row)),
        cell(rank(row)),
        cell(figures.map(|figures| count(figures.in_need_missed))),
        cell(figures.map(|figures| percent(figures.need_rate))),
    ]
}

/// All rows of the list.
pub fn rows(councils: &Councils) -> Vec<Vec<String>> {
    councils.rows.iter().map(row).collect()
}

/// The order that the heading of a column brings: pressed once, and once more. `None` for one that brings none of its own.
pub const fn orders(column: usize) -> Option<[ListOrder; 2]> {
    match column {
        0 => Some([ListOrder::Name, ListOrder::Name]),
        1 => Some([ListOrder::Most, ListOrder::Least]),
        3 => Some([ListOrder::Number, ListOrder::Number]),
        4 => Some([ListOrder::Rate, ListOrder::Rate]),
        _ => None,
    }
}

/// Says how the list is ordered.
pub fn ordered(order: ListOrder, scenario: &Scenario) -> String {
    match order {
        ListOrder::Most => "The largest share missed first.".to_owned(),
        ListOrder::Least => "The smallest share missed first.".to_owned(),
        ListOrder::Name => "By name.".to_owned(),
        ListOrder::Number => "The most people missed first.".to_owned(),
        ListOrder::Rate => format!("The largest share of {} first.", in_need(scenario)),
    }
}

/// How many rows fit what is typed, and how many of them are shown.
pub fn found(fitting: usize, shown: usize, scenario: &Scenario) -> String {
    let (order, kind) = (ordered(scenario.list, scenario), nouns(scenario.list_kind()));
    match fitting {
        0 => nothing_fits(scenario.list_kind()),
        _ if shown < fitting => format!("{shown} of {}. {order}", kind.count(fitting)),
        _ => format!("{}. {order}", kind.count(fitting)),
    }
}

/// Shows the whole list.
pub fn show_all(fitting: usize, scenario: &Scenario) -> String {
    format!("Show all {}", nouns(scenario.list_kind()).count(fitting))
}
