//! The strip of dots, and the map of hexagons.

use super::{BLANK, missed_of, rank, target};
use crate::chart::bands::Bands;
use crate::chart::dot_strip::{NamedDot, StripWords};
use crate::data::Places;
use crate::results::councils::{Councils, Home, Named, PlaceRow};
use crate::scenario::{ListKind, Place, Scenario};
use crate::words::common::in_need;
use crate::words::kinds::{Nouns, nouns};
use crate::words::number::{percent_left, whole_percent};
use crate::words::place;

/// How to use the map.
const MAP_HOW_TO: &str = "Tap a hexagon to see which council it is, once more to open it. Or use arrow keys and Enter.";
/// The same where a hexagon has the shade of a larger place.
const MAP_HOW_TO_LARGER: &str =
    "Tap a hexagon to see which place its council is in, once more to open that place. Or use arrow keys and Enter.";
/// Where the places of councils on the map come from.
pub const MAP_SOURCE: &str = "Places and borders of councils: worked out from boundaries by the Office for National Statistics, which contain OS \
     data © Crown copyright and database right.";

/// Caption of the strip.
pub fn strip_caption(scenario: &Scenario, councils: &Councils) -> String {
    format!(
        "Share of {} missed in each of {}, if {} is targeted",
        in_need(scenario),
        nouns(councils.kind).count(councils.known()),
        target(scenario)
    )
}

/// Which places are named below the dots.
pub fn strip_note(scenario: &Scenario, councils: &Councils, places: &Places) -> String {
    let name = place::of(scenario, places);
    let Nouns { one, a, many, .. } = nouns(councils.kind);
    let each = format!("Each dot is {a}.");
    match (councils.named, councils.named_rows.len()) {
        (Named::Neighbours, 0) => format!("{each} Named: {name}. It borders no other {one} on land."),
        (Named::Neighbours, 1) => format!("{each} Named: {name}, and the {one} that borders it."),
        (Named::Neighbours, number) => format!("{each} Named: {name}, and the {number} {many} that border it."),
        (Named::Members, _) => format!("{each} Named: {name} as a whole, and the {many} in it."),
        (Named::Ends, number) => {
            format!("{each} Named: {name} as a whole, and {number} of the {many} in it, from both ends of the list.")
        }
        (Named::Holder, _) => format!("{each} Named: {name}, and the {one} that it lies in."),
        (Named::Parts, 1) => format!("{each} Named: {name}, and the {one} that a part of it lies in."),
        (Named::Parts, number) => format!("{each} Named: {name}, and the {number} {many} that parts of it lie in."),
        (Named::PartsEnds, number) => {
            format!(
                "{each} Named: {name}, and {number} of the {many} that parts of it lie in, from both ends of the list."
            )
        }
        (Named::Nobody, _) => format!("{each} Named: {name}. No part of it lies in {a}."),
    }
}

/// The places named below the dots, that of the page first.
pub fn named(scenario: &Scenario, councils: &Councils, places: &Places) -> Vec<NamedDot> {
    let whole = match councils.named {
        Named::Members | Named::Ends | Named::Parts | Named::PartsEnds => " as a whole",
        Named::Neighbours | Named::Holder | Named::Nobody => "",
    };
    let own = NamedDot {
        share: councils.own.exclusion_error,
        label: format!("{}{whole}: {}", place::of(scenario, places), percent_left(councils.own.coverage)),
        is_own: true,
    };
    let rows = councils.named_rows.iter().filter_map(|&at| councils.rows.get(at));
    let other = |row: &PlaceRow| {
        let figures = row.figures.as_ref().ok()?;
        let label = format!("{}: {}", strip_name(councils, row), percent_left(figures.coverage));
        Some(NamedDot { share: figures.exclusion_error, label, is_own: false })
    };
    [own].into_iter().chain(rows.filter_map(other)).collect()
}

/// The place on a card, which names it already.
pub fn here(councils: &Councils) -> NamedDot {
    let share = councils.own.exclusion_error;
    NamedDot { share, label: format!("Here: {}", percent_left(councils.own.coverage)), is_own: true }
}

/// The name of a place of the list where other kinds stand beside it.
fn row_name(councils: &Councils, row: &PlaceRow) -> String {
    match councils.kind {
        ListKind::Councils | ListKind::Regions => row.name.clone(),
        ListKind::Icbs | ListKind::CombinedAuthorities => format!("{} {}", row.name, nouns(councils.kind).one),
    }
}

/// The same beside the strip: among places of its own kind the name alone is enough.
fn strip_name(councils: &Councils, row: &PlaceRow) -> String {
    match councils.named {
        Named::Neighbours | Named::Members | Named::Ends | Named::Nobody => row.name.clone(),
        Named::Holder | Named::Parts | Named::PartsEnds => row_name(councils, row),
    }
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
    let need = in_need(scenario);
    match councils.kind {
        ListKind::Councils => {
            format!("On a map: share of {need} missed, one hexagon for each of {} councils", councils.known())
        }
        kind @ (ListKind::Icbs | ListKind::Regions | ListKind::CombinedAuthorities) => format!(
            "On a map: share of {need} missed in each of {}, one hexagon for each council",
            nouns(kind).count(councils.known())
        ),
    }
}

/// Whether the place is outlined on the map.
pub fn is_outlined(scenario: &Scenario) -> bool {
    scenario.place != Place::England
}

/// Whether a council is in the outline of the place.
pub fn is_in_outline(scenario: &Scenario, councils: &Councils, home: &Home) -> bool {
    is_outlined(scenario) && councils.inside.contains(&home.council)
}

/// How to read the map.
pub fn map_note(scenario: &Scenario, councils: &Councils, places: &Places) -> String {
    let place = || place::of(scenario, places);
    let outlined = match (is_outlined(scenario), councils.inside.as_slice()) {
        (false, _) | (true, []) => String::new(),
        (true, _) if councils.is_cut => format!(" Councils that lie wholly in {} have dark outlines.", place()),
        (true, [only]) => match councils.homes.iter().find(|home| home.council == *only) {
            Some(home) => format!(" {} has a dark outline.", home.name),
            None => String::new(),
        },
        (true, _) => format!(" The councils of {} have dark outlines.", place()),
    };
    format!(
        "The darker, the larger the share missed{}.{outlined} Councils stand near where they lie, each as large as any other.{}",
        shaded(councils.kind),
        cut(councils)
    )
}

/// Of what the shade of a hexagon is.
fn shaded(kind: ListKind) -> String {
    match kind {
        ListKind::Councils => String::new(),
        ListKind::Icbs | ListKind::Regions | ListKind::CombinedAuthorities => {
            format!(" in the {} that the council lies in", nouns(kind).one)
        }
    }
}

/// Which shade a council has that lies in more than one place.
fn cut(councils: &Councils) -> String {
    if councils.cut_councils() == 0 {
        return String::new();
    }
    let Nouns { one, many, .. } = nouns(councils.kind);
    format!(" A council in several {many} has the shade of the {one} with most of its people.")
}

/// How to use the map with a finger and a keyboard.
pub const fn map_how_to(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Councils => MAP_HOW_TO,
        ListKind::Icbs | ListKind::Regions | ListKind::CombinedAuthorities => MAP_HOW_TO_LARGER,
    }
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

/// What a hexagon without a shade stands for, where there is one.
pub fn no_band(councils: &Councils) -> Option<String> {
    let Nouns { many_capital, one, .. } = nouns(councils.kind);
    if councils.councils_in_none() > 0 {
        return Some(format!("In no {one}"));
    }
    (councils.known() < councils.rows.len()).then(|| format!("{many_capital} without figures"))
}

/// Said of a council that lies in no place of the list.
pub fn in_none(kind: ListKind) -> String {
    format!("in no {}", nouns(kind).one)
}

/// A council on the map, in a line.
pub fn hexagon(councils: &Councils, home: &Home) -> String {
    let Some(row) = home.place.and_then(|code| councils.row_of(code)) else {
        return format!("{}: {}", home.name, in_none(councils.kind));
    };
    let name = match councils.kind {
        ListKind::Councils => row.name.clone(),
        ListKind::Icbs | ListKind::Regions | ListKind::CombinedAuthorities => {
            let mostly = if home.is_cut { "mostly in" } else { "in" };
            format!("{}, {mostly} {}", home.name, row_name(councils, row))
        }
    };
    match (missed_of(row), rank(row)) {
        (Some(missed), Some(rank)) => format!("{name}: {missed} missed, number {rank} of {}", councils.known()),
        _ => format!("{name}: {BLANK}"),
    }
}

/// What a hexagon opens, by name.
pub fn open_hexagon(councils: &Councils, home: &Home) -> String {
    match home.place.and_then(|code| councils.row_of(code)) {
        Some(row) => open(&row_name(councils, row)),
        None => open(&home.name),
    }
}

/// Opens a place.
pub fn open(name: &str) -> String {
    format!("Open {name}")
}
