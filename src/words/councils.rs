//! The view `councils`: whether a place is unusual, and all councils side by side.

use super::bound::{EXACT, bound_of};
use super::common::{edition_year, in_need, in_need_capital};
use super::locale::{Plural, plural};
use super::missed::about_number;
use super::number::{count, percent, percent_left, whole_percent};
use super::{place, report, share};
use crate::chart::bands::Bands;
use crate::chart::dot_strip::{NamedDot, StripWords};
use crate::data::{Places, Resolution};
use crate::results::councils::{Councils, Named, PlaceFigures, PlaceRow, Standing, Verdict};
use crate::scenario::{CutKind, ListOrder, Place, Scenario};

/// Below the heading.
pub const LEAD: &str = "What the same target misses in every council in England, side by side.";
/// When a place counts as unusual.
pub const SCALE: &str = "“Unusual” means that at most one in ten councils miss as large a share, or at most one in ten as small a \
     one. “A little unusual” means at most one in four.";
/// Said where a file holds a part of England only.
const PARTIAL_FILE: &str =
    "The file you added holds a part of England, so this page uses the built-in figures for every place.";
/// Said where a place cuts through a council, which no file of areas by council can tell apart.
const CUT_PLACE: &str = "This place cuts through a council, and the file you added has areas by council. So this page uses the \
     built-in figures for every place.";

/// Why the person's own file is not used here.
pub const fn file_not_used(is_all_england: bool) -> &'static str {
    if is_all_england { CUT_PLACE } else { PARTIAL_FILE }
}

/// Said where no other council has figures.
const ALONE: &str = "No other council has figures to compare it with.";
/// Heading of the list.
pub const LIST: &str = "All councils as a list";
/// Label of the field that searches the list.
pub const FIND: &str = "Find a council";
/// Hint of that field.
pub const FIND_HINT: &str = "Type a part of its name, or its code";
/// Said when nothing in the list fits.
pub const NOTHING_FITS: &str = "No council has this in its name. Check the spelling.";
/// Shortens the list again.
pub const SHOW_FEWER: &str = "Show fewer";
/// How to use the map.
pub const MAP_HOW_TO: &str = "Tap a hexagon to see which council it is, and once more to open it. With a keyboard, move by the \
     arrow keys and open by Enter.";
/// Where the places of councils on the map come from.
pub const MAP_SOURCE: &str = "Places and borders of councils: worked out from boundaries by the Office for National Statistics, which contain OS \
     data © Crown copyright and database right.";
/// What stands in a cell without a number.
const BLANK: &str = "no figures";

/// The target, as it is in each council.
fn target(scenario: &Scenario) -> String {
    let whole = if scenario.cut == CutKind::Local && scenario.whole { " (whole areas only)" } else { "" };
    format!("the {}{whole}", share::target(scenario))
}

/// The councils that a place is held against, after a number of them.
fn of_others(councils: &Councils, standing: &Standing) -> String {
    match (councils.own_row(), plural(standing.others)) {
        (Some(_), Plural::One) => "of the other 1 council".to_owned(),
        (Some(_), Plural::Other) => format!("of the other {} councils", standing.others),
        (None, _) => format!("of the {} councils in England", standing.others),
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
    format!("of {} would be missed in {}", in_need(scenario.need), place::of(scenario, places))
}

/// The answer to the question of the page.
pub fn headline(councils: &Councils) -> String {
    let comparison = councils.standing.map_or_else(|| ALONE.to_owned(), |standing| comparison(councils, &standing));
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
            _ => format!("{} councils", rows.len()),
        };
        let at = |rows: &[&PlaceRow]| rows.first().and_then(|row| missed_of(row)).unwrap_or_default();
        if most.len() < councils.known() {
            said.push(format!(
                "Shares run from {} ({}) to {} ({}); those of the middle half of the councils from {} to {}.",
                at(&least),
                who(&least),
                at(&most),
                who(&most),
                percent_left(spread.middle_from.coverage),
                percent_left(spread.middle_to.coverage)
            ));
        }
    }
    said.join(" ")
}

/// Which councils have no figures, and why; `None` if all have.
pub fn left_out(councils: &Councils) -> Option<String> {
    let without: Vec<&PlaceRow> = councils.rows.iter().filter(|row| row.figures.is_err()).collect();
    let why = without.iter().find_map(|row| row.figures.err())?;
    let names: Vec<&str> = without.iter().take(3).map(|row| &*row.name).collect();
    let which = if names.len() == without.len() { names.join(", ") } else { format!("{} councils", without.len()) };
    Some(format!("Left out: {which}. {}", report::no_curve(why)))
}

/// Which figures are in use, and what they can and cannot say of councils side by side.
pub fn figures(scenario: &Scenario, councils: &Councils) -> String {
    let year = edition_year(scenario.data);
    match councils.missed.resolution {
        Resolution::Areas => format!("Exact: single areas, from the {year} file you added."),
        Resolution::Bands if !councils.missed.is_approximate => format!("Built-in {year} figures. {EXACT}"),
        Resolution::Bands => {
            let alone = bound_of(scenario, false);
            let together = bound_of(scenario, councils.missed.is_joined);
            let own = if alone == together { String::new() } else { format!(" {together}") };
            format!(
                "Built-in {year} figures. {alone}{own} Councils whose shares are nearly the same may stand the other way round."
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
    let of_all = in_need_capital(scenario.need);
    ["Council", "Share missed", "Rank", "Number missed"]
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
        ListOrder::Rate => format!("The largest share of {} first.", in_need(scenario.need)),
    }
}

/// How many rows fit what is typed, and how many of them are shown.
pub fn found(fitting: usize, shown: usize, scenario: &Scenario) -> String {
    let order = ordered(scenario.list, scenario);
    match plural(fitting) {
        _ if fitting == 0 => NOTHING_FITS.to_owned(),
        _ if shown < fitting => format!("{shown} of {fitting} councils. {order}"),
        Plural::One => format!("1 council. {order}"),
        Plural::Other => format!("{fitting} councils. {order}"),
    }
}

/// Shows the whole list.
pub fn show_all(fitting: usize) -> String {
    format!("Show all {fitting} councils")
}

/// Caption of the strip.
pub fn strip_caption(scenario: &Scenario, councils: &Councils) -> String {
    format!(
        "Share of {} missed in each of {} councils, if {} is targeted",
        in_need(scenario.need),
        councils.known(),
        target(scenario)
    )
}

/// Which places are named below the dots.
pub fn strip_note(scenario: &Scenario, councils: &Councils, places: &Places) -> String {
    let name = place::of(scenario, places);
    let each = "Each dot is a council.";
    match (councils.named, councils.named_rows.len()) {
        (Named::Neighbours, 0) => format!("{each} Named: {name}. It borders no other council on land."),
        (Named::Neighbours, 1) => format!("{each} Named: {name}, and the council that borders it."),
        (Named::Neighbours, number) => format!("{each} Named: {name}, and the {number} councils that border it."),
        (Named::Members, _) => format!("{each} Named: {name} as a whole, and the councils in it."),
        (Named::Ends, number) => {
            format!("{each} Named: {name} as a whole, and {number} of the councils in it, from both ends of the list.")
        }
    }
}

/// The places named below the dots, that of the page first.
pub fn named(scenario: &Scenario, councils: &Councils, places: &Places) -> Vec<NamedDot> {
    let whole = if councils.named == Named::Neighbours { "" } else { " as a whole" };
    let own = NamedDot {
        share: councils.own.exclusion_error,
        label: format!("{}{whole}: {}", place::of(scenario, places), percent_left(councils.own.coverage)),
        is_own: true,
    };
    let rows = councils.named_rows.iter().filter_map(|&at| councils.rows.get(at));
    let other = |row: &PlaceRow| {
        let figures = row.figures.as_ref().ok()?;
        let label = format!("{}: {}", row.name, percent_left(figures.coverage));
        Some(NamedDot { share: figures.exclusion_error, label, is_own: false })
    };
    [own].into_iter().chain(rows.filter_map(other)).collect()
}

/// The strip for those who do not see it.
pub fn strip_description(scenario: &Scenario, councils: &Councils, places: &Places) -> String {
    let named: Vec<String> = named(scenario, councils, places).into_iter().map(|dot| dot.label).collect();
    format!("{}. {}", strip_caption(scenario, councils), named.join("; "))
}

/// What the strip says of its scale.
pub const STRIP_WORDS: StripWords = StripWords { write: whole_percent, axis: "Share missed" };

/// Caption of the map.
pub fn map_caption(scenario: &Scenario, councils: &Councils) -> String {
    format!(
        "On a map: share of {} missed, one hexagon for each of {} councils",
        in_need(scenario.need),
        councils.known()
    )
}

/// Whether the place is outlined on the map.
pub fn is_outlined(scenario: &Scenario) -> bool {
    scenario.place != Place::England
}

/// How to read the map.
pub fn map_note(scenario: &Scenario, councils: &Councils, places: &Places) -> String {
    let outlined = match (is_outlined(scenario), councils.own_row()) {
        (false, _) => String::new(),
        (true, Some(row)) => format!(" {} has a dark outline.", row.name),
        (true, None) => {
            format!(" The councils of {} have dark outlines.", place::of(scenario, places))
        }
    };
    format!(
        "The darker, the larger the share missed.{outlined} Councils stand near where they lie, not exactly there, so that each \
         is as large as any other."
    )
}

/// The map for those who do not see it.
pub fn map_description(scenario: &Scenario, councils: &Councils) -> String {
    format!(
        "A map of England with a hexagon for each council. {}. The list below has the same.",
        strip_caption(scenario, councils)
    )
}

/// What a shade of the map stands for.
pub fn band(bands: &Bands, band: usize) -> String {
    let [from, to] = bands.ends(band).map(whole_percent);
    if bands.is_last(band) { format!("{from} to {to}") } else { format!("{from} to under {to}") }
}

/// A council on the map, in a line.
pub fn hexagon(councils: &Councils, row: &PlaceRow) -> String {
    match (missed_of(row), rank(row)) {
        (Some(missed), Some(rank)) => {
            format!("{}: {missed} missed, number {rank} of {}", row.name, councils.known())
        }
        _ => format!("{}: {BLANK}", row.name),
    }
}

/// Opens a council.
pub fn open(name: &str) -> String {
    format!("Open {name}")
}
