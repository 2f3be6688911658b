//! Areas as GeoJSON: those of a target with their outlines and numbers, and outlines alone.

use crate::data::outlines::Matched;
use crate::model::shapes::{Place, Shapes, sides};
use crate::results::areas::{AreasResult, ListedUnit, UnitList};
use crate::results::areas_map::DottedMap;

/// A text as JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A number with no more digits than it has or three decimals.
fn number(value: f64) -> String {
    serde_json::Value::from((value * 1000.0).round() / 1000.0).to_string()
}

/// Degrees with so many decimals: six are a tenth of a metre.
fn degrees([longitude, latitude]: [f64; 2], decimals: usize) -> String {
    format!("[{longitude:.decimals$},{latitude:.decimals$}]")
}

/// Whether a ring goes round against the clock.
fn is_against_clock(ring: &[Place]) -> bool {
    let twice =
        |[from, to]: [Place; 2]| (f64::from(to[0]) - f64::from(from[0])) * (f64::from(to[1]) + f64::from(from[1]));
    sides(ring).map(twice).sum::<f64>() < 0.0
}

fn polygon(matched: &Matched, shapes: &Shapes, polygon: usize, decimals: usize) -> String {
    let ring = |(at, ring): (usize, &[Place])| {
        let mut places: Vec<Place> = ring.to_vec();
        // The standard (RFC 7946): outlines go against the clock, holes with it.
        if is_against_clock(ring) != (at == 0) {
            places.reverse();
        }
        places.extend(places.first().copied());
        let degrees = |place| degrees(matched.plane.degrees(place), decimals);
        let places: Vec<String> = places.into_iter().map(degrees).collect();
        format!("[{}]", places.join(","))
    };
    let rings: Vec<String> = shapes.rings_of(polygon).enumerate().map(ring).collect();
    format!("[{}]", rings.join(","))
}

fn geometry(matched: &Matched, area: usize, decimals: usize) -> String {
    let shapes = &matched.shapes;
    let polygons: Vec<String> = shapes.polygons_of(area).map(|one| polygon(matched, shapes, one, decimals)).collect();
    match polygons.as_slice() {
        [] => "null".to_owned(),
        [one] => format!("{{\"type\":\"Polygon\",\"coordinates\":{one}}}"),
        several => format!("{{\"type\":\"MultiPolygon\",\"coordinates\":[{}]}}", several.join(",")),
    }
}

/// The units that are in the target, as a whole or in part: a feature each with its code, name, people, people in need, how much
/// of it is inside, and people missed. What the file is about stands beside the features.
pub fn target_geojson(map: &DottedMap, list: &UnitList, result: &AreasResult, about: &str) -> String {
    let inside = |at: usize| result.inside.get(at).copied().unwrap_or_default();
    let feature = |(at, unit): (usize, &ListedUnit)| {
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"code\":{},\"name\":{},\"people\":{},\"in_need\":{},\
             \"inside\":{},\"missed\":{}}},\"geometry\":{}}}",
            quoted(&unit.code),
            quoted(&unit.name),
            number(unit.counts.people),
            number(unit.counts.in_need),
            number(inside(at)),
            number(result.missed(list, at)),
            geometry(&map.matched, at, 6)
        )
    };
    let units = list.units.iter().enumerate().filter(|(at, _)| inside(*at) > 0.0);
    let features: Vec<String> = units.map(feature).collect();
    format!(
        "{{\"type\":\"FeatureCollection\",\"description\":{},\"features\":[\n{}\n]}}\n",
        quoted(about),
        features.join(",\n")
    )
}

/// Outlines by the codes of their areas, to a metre, for a map of just these areas. What has no outline is left out.
pub fn outlines_geojson(matched: &Matched, codes: &[String]) -> String {
    let has_outline = |(at, _): &(usize, &String)| !matched.shapes.is_bare(*at);
    let feature = |(at, code): (usize, &String)| {
        let geometry = geometry(matched, at, 5);
        format!("{{\"type\":\"Feature\",\"properties\":{{\"code\":{}}},\"geometry\":{geometry}}}", quoted(code))
    };
    let features: Vec<String> = codes.iter().enumerate().filter(has_outline).map(feature).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}
