//! Outlines that a person adds: what is wrong with a file, and what to do.

use super::import::Message;
use super::number::count;
use crate::data::outlines::{MOST_OUTLINE_BYTES, NoMatch, NotJson, OutlinesError};

/// What to do about a file of another kind.
const AS_GEOJSON: &str = "Save the outlines as GeoJSON, with longitude and latitude (WGS84), and add that file.";

fn message(problem: impl Into<String>, advice: impl Into<String>) -> Message {
    Message { problem: problem.into(), advice: advice.into() }
}

/// Why a file of outlines cannot be used, and what to do.
pub fn outlines_message(error: &OutlinesError) -> Message {
    match error {
        OutlinesError::TooLong => message(
            format!("This file is larger than {} MB.", count(MOST_OUTLINE_BYTES as f64 / 1e6)),
            "Choose generalised outlines, or those of your own area alone.",
        ),
        OutlinesError::NotJson(kind) => message(not_json(*kind), AS_GEOJSON),
        OutlinesError::Broken { byte } => message(
            format!("This file is damaged or cut short: it cannot be read on from character {}.", count(*byte as f64)),
            "Download or save it again.",
        ),
        OutlinesError::NoOutlines => message("There are no outlines of areas in this file.", AS_GEOJSON),
        OutlinesError::NoAreas => message(
            "This file has points or lines, and no outlines of areas.",
            "Choose a file with polygons: boundaries, not centroids.",
        ),
        OutlinesError::OtherProjection(name) => message(
            match name {
                Some(name) => format!("The outlines are in a projection that is not read here ({name})."),
                None => {
                    "The numbers of this file are neither longitude and latitude nor British National Grid.".to_owned()
                }
            },
            AS_GEOJSON,
        ),
    }
}

const fn not_json(kind: NotJson) -> &'static str {
    match kind {
        NotJson::Empty => "This file is empty.",
        NotJson::Packed => "This is a packed file or a database, which is not opened here.",
        NotJson::Shapefile => "This is a part of a shapefile, which is not read here.",
        NotJson::Other => "This is neither GeoJSON nor TopoJSON.",
    }
}

/// No outline belongs to any of the units, and what both are called.
pub fn no_match(none: &NoMatch) -> Message {
    let quoted = |texts: &[String]| texts.iter().map(|text| format!("“{text}”")).collect::<Vec<_>>().join(", ");
    let problem = match (none.theirs.is_empty(), none.ours.is_empty()) {
        (true, _) => "The outlines in this file have no codes or names.".to_owned(),
        (false, true) => "The list has no codes or names that outlines could be found by.".to_owned(),
        (false, false) => format!(
            "No outline has a code or name from the list. The file has {}; the list has {}.",
            quoted(&none.theirs),
            quoted(&none.ours)
        ),
    };
    message(problem, "Choose outlines of the same kind of area and of the same year as the list.")
}

/// The browser could not read the file.
pub fn not_readable() -> Message {
    message("This file could not be read.", "It may have been moved or changed. Choose it again.")
}
