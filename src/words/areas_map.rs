//! The map of people missed.

use super::number::{count, in_a_hundred};
use crate::results::areas_map::{DottedMap, MapArea, WhereMissed};

/// What opens it.
pub const MAP: &str = "Map";
/// The field for outlines.
pub const ADD_OUTLINES: &str = "Add outlines (GeoJSON or TopoJSON)";
/// What the field takes, and where it stays.
pub const OUTLINES_HINT: &str = "Boundaries of the same areas, up to 100 MB. The file stays on this device.";
/// While outlines are read.
pub const READING: &str = "Reading the outlines…";
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
pub const HOW_TO: &str = "Tap an area for its numbers. Drag to move the map; on a touch screen, use two fingers. Zoom by \
    the buttons, by a pinch, or by the wheel with Ctrl. By keyboard: arrow keys move, plus and minus zoom, Page Down goes to \
    the area with the next fewer people missed, Page Up back, Home shows the whole map.";
/// What the ground of areas in the target stands for.
pub const KEY_TARGET: &str = "in the target";
/// What a plain ground stands for among shades.
pub const KEY_NONE: &str = "nobody missed";

/// What a dot stands for.
pub fn one_dot(map: &DottedMap) -> String {
    format!("One dot is {} people in need, at a random place in their area.", count(map.per_dot))
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
pub fn on_map(map: &DottedMap, areas: &[MapArea]) -> String {
    let bare = |at: &usize| map.matched.shapes.is_bare(*at);
    let without = (0..areas.len()).filter(bare).count();
    let missed: f64 = (0..areas.len()).filter(bare).map(|at| areas[at].missed()).sum();
    let found = format!("Outlines found by “{}”", map.matched.property);
    match without {
        0 => format!("{found}, for all {} areas.", count(areas.len() as f64)),
        1 => format!("{found}. One area has none, so {} people missed are not on the map.", count(missed)),
        _ => format!(
            "{found}. {} of {} areas have none, so {} people missed are not on the map.",
            count(without as f64),
            count(areas.len() as f64),
            count(missed)
        ),
    }
}

/// How many parts are named.
const NAMED: usize = 3;

/// Where people missed are: what the map shows, in words.
pub fn where_missed(found: &WhereMissed) -> String {
    let named: Vec<String> = found.parts.iter().take(NAMED).map(|part| part.name.clone()).collect();
    let share: f64 = found.parts.iter().take(NAMED).map(|part| part.share).sum();
    let all = count(found.missed);
    match found.parts.as_slice() {
        [] => "Nobody in need is missed.".to_owned(),
        [only] => format!("All {all} people missed are in {}.", only.name),
        _ if !found.by_council => format!(
            "Of {all} people missed, {} are in the {} areas with the most of them: {}.",
            in_a_hundred(share),
            count(named.len() as f64),
            listed(&named)
        ),
        _ => format!("Of {all} people missed, {}.", with_shares(found)),
    }
}

/// The first parts with their shares.
fn with_shares(found: &WhereMissed) -> String {
    let part = |(at, part): (usize, &crate::results::areas_map::Part)| {
        let verb = if at == 0 { " are" } else { "" };
        format!("{}{verb} in {}", in_a_hundred(part.share), part.name)
    };
    listed(&found.parts.iter().take(NAMED).enumerate().map(part).collect::<Vec<_>>())
}

fn listed(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// The numbers of an area that is chosen.
pub fn area(area: &MapArea) -> String {
    let name = match (area.code.is_empty(), area.name == area.code) {
        (false, false) => format!("{} ({})", area.name, area.code),
        _ => area.name.clone(),
    };
    let within = if area.council.is_empty() { String::new() } else { format!(", {}", area.council) };
    let people = format!("{} of {} people are in need", count(area.in_need), count(area.people));
    let state = if area.inside >= 1.0 {
        "In the target: none of them is missed.".to_owned()
    } else if area.inside > 0.0 {
        format!("Partly in the target: {} are missed.", count(area.missed()))
    } else {
        "Outside the target: all of them are missed.".to_owned()
    };
    format!("{name}{within}: {people}. {state}")
}

/// The same where it has no outline.
pub const NO_OUTLINE: &str = "It has no outline in this file.";

/// Before an area is chosen.
pub const NONE_CHOSEN: &str = "No area is chosen.";
