//! The map of people missed.

use super::areas::full_name;
use super::common::{areas, in_need};
use super::number::{count, in_a_hundred, percent_left};
use crate::results::areas::{AreasResult, UnitList};
use crate::results::areas_map::{DottedMap, Part, WhereMissed};
use crate::scenario::Scenario;

/// What opens it.
pub const MAP: &str = "Map";
/// The field for outlines.
pub const ADD_OUTLINES: &str = "Add outlines (GeoJSON or TopoJSON)";
/// What the field takes, and where it stays.
pub const OUTLINES_HINT: &str = "Boundaries of the same areas, up to 100 MB. The file stays on this device.";
/// While outlines are read.
pub const READING: &str = "Reading the outlines…";
/// The name of its files.
pub const FILE: &str = "map-of-people-missed";
/// Where a browser makes no pictures.
pub const NO_PICTURE: &str = "This browser does not draw the map. The list has the same numbers.";
/// The group of the map and what moves it.
pub const GROUP: &str = "Map of people missed";
/// What the map shows: the choice, and its two answers.
pub const SHOW: &str = "Show";
/// Dots.
pub const AS_DOTS: &str = "Dots";
/// Shades.
pub const AS_SHADES: &str = "Shaded areas";
/// Buttons.
pub const ZOOM_IN: &str = "Zoom in";
/// The other way.
pub const ZOOM_OUT: &str = "Zoom out";
/// All of it.
pub const WHOLE: &str = "Whole map";
/// To the area with more people missed, and to the one with fewer.
pub const MORE_MISSED: &str = "Area with more people missed";
/// The other way.
pub const FEWER_MISSED: &str = "Area with fewer people missed";
/// Saves the picture.
pub const SAVE_PICTURE: &str = "Save the map (PNG)";
/// Saves the areas of the target.
pub const SAVE_TARGET: &str = "Save the target’s areas (GeoJSON)";
/// Where a file could not be saved.
pub const NOT_SAVED: &str = "This browser does not save the file.";
/// How to use it by keys and by touch.
pub const HOW_TO: &str = "Drag to move the map. On a touch screen, use two fingers. Zoom by \
    the buttons, by a pinch, or by the wheel with Ctrl. By keyboard: arrow keys move, plus and minus zoom, Page Down goes to \
    the area with the next fewer people missed, Page Up back, Home shows the whole map.";
/// What the ground of areas in the target stands for.
pub const KEY_TARGET: &str = "in the target";
/// What a plain ground stands for among shades.
pub const KEY_NONE: &str = "nobody missed";

/// What a dot stands for.
pub fn one_dot(scenario: &Scenario, map: &DottedMap) -> String {
    format!("One dot is {} {}, at a random place in their area.", count(map.per_dot), in_need(scenario))
}

/// The title of its files.
pub fn title(scenario: &Scenario, result: &AreasResult) -> String {
    format!("Where {} are missed: {} of them", in_need(scenario), percent_left(result.target.coverage))
}

/// The key of dots: missed, then reached.
pub const KEY_DOTS: [&str; 2] = ["missed", "reached"];

/// The key of shades, from the least on; of those that can occur alone.
pub fn key_shades(breaks: [f64; 4], most: f64) -> Vec<(usize, String)> {
    let ends = [0.0, breaks[0], breaks[1], breaks[2], breaks[3], most.round()];
    let part = |shade: usize| {
        let (over, to) = (ends[shade], ends[shade + 1]);
        // What is told is whole: a shade begins with the next number.
        (over < to).then(|| match shade {
            0 => (shade, format!("up to {} missed", count(to))),
            _ => (shade, format!("over {} to {}", count(over), count(to))),
        })
    };
    (0..5).filter_map(part).collect()
}

/// What is on the map and what is not.
pub fn on_map(scenario: &Scenario, map: &DottedMap, list: &UnitList, result: &AreasResult) -> String {
    let bare: Vec<usize> = (0..list.units.len()).filter(|&at| map.matched.shapes.is_bare(at)).collect();
    // From nothing on: a sum of no numbers is minus zero.
    let missed = bare.iter().fold(0.0, |sum, &at| sum + result.missed(list, at));
    let units = areas(scenario);
    let found = format!("Outlines found by “{}”", map.matched.property);
    match bare.len() {
        0 => format!("{found}, for all {} {units}.", count(list.units.len() as f64)),
        without => format!(
            "{found}, for {} of {} {units}. In the others {} are missed, who are not on the map.",
            count((list.units.len() - without) as f64),
            count(list.units.len() as f64),
            count(missed)
        ),
    }
}

/// The share from which on each is told by itself.
const TOLD_ALONE: f64 = 0.1;

/// Where people missed are: what the map shows, in words.
pub fn where_missed(scenario: &Scenario, found: &WhereMissed) -> String {
    let named: Vec<String> = found.parts.iter().map(|part| part.name.clone()).collect();
    let share: f64 = found.parts.iter().map(|part| part.share).sum();
    match found.parts.as_slice() {
        [] => "Nobody is missed.".to_owned(),
        [only] => format!("All who are missed are in {}.", only.name),
        // Small shares say more together.
        [first, ..] if !found.by_council || first.share < TOLD_ALONE => format!(
            "Of all who are missed, {} are in the {} {} with the most of them: {}.",
            in_a_hundred(share),
            count(named.len() as f64),
            if found.by_council { "councils" } else { areas(scenario) },
            listed(&named)
        ),
        _ => format!("Of all who are missed, {}.", with_shares(found)),
    }
}

/// The first parts with their shares.
fn with_shares(found: &WhereMissed) -> String {
    let part = |(at, part): (usize, &Part)| {
        let verb = if at == 0 { " are" } else { "" };
        format!("{}{verb} in {}", in_a_hundred(part.share), part.name)
    };
    listed(&found.parts.iter().enumerate().map(part).collect::<Vec<_>>())
}

fn listed(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// The numbers of a unit that is chosen; nothing for one that is not there.
pub fn unit(scenario: &Scenario, result: &AreasResult, list: &UnitList, at: usize) -> String {
    let Some(unit) = list.units.get(at) else { return String::new() };
    let name = full_name(list, unit);
    let within = if unit.council.is_empty() { String::new() } else { format!(", {}", unit.council) };
    let people =
        format!("{} {} of {} in all", count(unit.counts.in_need), in_need(scenario), count(unit.counts.people));
    let inside = result.inside.get(at).copied().unwrap_or_default();
    let state = if inside >= 1.0 {
        "In the target: none of them is missed.".to_owned()
    } else if inside > 0.0 {
        format!("Partly in the target: {} are missed.", count(result.missed(list, at)))
    } else {
        "Outside the target: all of them are missed.".to_owned()
    };
    format!("{name}{within}: {people}. {state}")
}

/// Stops reading outlines; those from before stay.
pub const STOP: &str = "Stop reading";

/// Puts the unit that is chosen into the target, and takes it out of it.
pub const TARGET_IT: &str = "Target it";
/// The other way.
pub const LEAVE_IT: &str = "Take it out of the target";

/// Before a unit is chosen.
pub const NONE_CHOSEN: &str = "Tap the map, or choose in the list, for the numbers there.";
