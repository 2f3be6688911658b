//! Outlines that a person brings: two formats, two systems of coordinates, holes, islands, files that are something else.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::path::PathBuf;

use who_gets_missed::data::outlines::{NotJson, Outlines, OutlinesError, Wanted, read_outlines, read_outlines_at};
use who_gets_missed::model::Plane;
use who_gets_missed::model::shapes::{Place, Shapes, ring_area};
use who_gets_missed::pace::{Pace, at_once};
use who_gets_missed::words::outlines::{no_match, outlines_message};

/// Areas with a hole, an island, a number as code, a property that is null, one that is an object, and no outline at all.
const GEOJSON: &str = r#"{"type":"FeatureCollection","name":"made up","features":[
 {"type":"Feature","id":7,"properties":{"OBJECTID":1,"code":"e05000001","name":"St Mary\u2019s & All","n":null,"x":{"a":[1]}},
  "geometry":{"type":"Polygon","coordinates":[[[0.0,52.0],[0.2,52.0],[0.2,52.1],[0.0,52.1],[0.0,52.0]],
   [[0.05,52.02],[0.1,52.02],[0.1,52.05],[0.05,52.05],[0.05,52.02]]]}},
 {"geometry":{"coordinates":[[[[0.2,52.0],[0.4,52.0,12.5],[0.4,52.1],[0.2,52.1],[0.2,52.0]]],
   [[[0.5,52.0],[0.6,52.0],[0.6,52.05],[0.5,52.0]]]],"type":"MultiPolygon"},
  "properties":{"OBJECTID":2,"code":"E05000002","name":"Isle"},"type":"Feature"},
 {"type":"Feature","properties":{"OBJECTID":3,"code":"E05000003","name":"Nowhere"},"geometry":null},
 {"type":"Feature","properties":{"OBJECTID":4,"code":"E05000004","name":"Both"},"geometry":{"type":"GeometryCollection",
  "geometries":[{"type":"Point","coordinates":[0.1,52.2]},{"type":"Polygon",
   "coordinates":[[[0.0,52.1],[0.4,52.1],[0.2,52.3],[0.0,52.1]]]}]}}]}"#;

/// The same as arcs: whole numbers of a hundredth of a degree, borders once.
const TOPOJSON: &str = r#"{"type":"Topology","bbox":[0,52,0.6,52.3],"transform":{"scale":[0.01,0.01],"translate":[0,52]},
 "objects":{"wards":{"type":"GeometryCollection","bbox":[0,52,0.6,52.3],"geometries":[
  {"type":"Polygon","arcs":[[0,1,2],[3]],"id":7,"properties":{"OBJECTID":1,"code":"e05000001","name":"St Mary\u2019s & All"}},
  {"arcs":[[[4,-2]],[[5]]],"type":"MultiPolygon","properties":{"OBJECTID":2,"code":"E05000002","name":"Isle"}},
  {"type":null,"properties":{"OBJECTID":3,"code":"E05000003","name":"Nowhere"}},
  {"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[10,20]},{"type":"Polygon","arcs":[[6]]}],
   "properties":{"OBJECTID":4,"code":"E05000004","name":"Both"}}]}},
 "arcs":[[[0,0],[20,0]],[[20,0],[0,10]],[[20,10],[-20,0],[0,-10]],[[5,2],[5,0],[0,3],[-5,0],[0,-3]],
  [[20,0],[20,0],[0,10],[-20,0]],[[50,0],[10,0],[0,5],[-10,-5]],[[0,10],[40,0],[-20,20],[-20,-20]]]}"#;

fn rings(shapes: &Shapes) -> Vec<Vec<Vec<Place>>> {
    let from_least = |ring: &[Place]| {
        // Where a ring begins and which way it goes says nothing.
        let mut ring = ring.to_vec();
        let least = (0..ring.len()).min_by_key(|&at| ring[at]).unwrap();
        ring.rotate_left(least);
        if ring[1] > ring[ring.len() - 1] {
            ring[1..].reverse();
        }
        ring
    };
    (0..shapes.len()).map(|shape| shapes.rings_in(shape).map(from_least).collect()).collect()
}

fn wanted<'a>(codes: &'a [&'a str]) -> Vec<Wanted<'a>> {
    codes.iter().map(|code| Wanted { code, name: "" }).collect()
}

fn matched(outlines: &Outlines, codes: &[&str]) -> who_gets_missed::data::outlines::Matched {
    at_once(outlines.matched(&wanted(codes), &Pace::at_once())).unwrap()
}

#[test]
fn holes_islands_and_mixed_collections_are_read() {
    let read = read_outlines(GEOJSON.as_bytes()).unwrap();
    let found = rings(&read.shapes);
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 0, 1]);
    assert_eq!(read.plane, Plane::NationalGrid);
    let at = |longitude, latitude| read.plane.place([longitude, latitude]);
    assert!(read.shapes.holds(0, at(0.02, 52.05)) && !read.shapes.holds(0, at(0.07, 52.03)));
    assert!(read.shapes.holds(1, at(0.3, 52.05)) && read.shapes.holds(1, at(0.58, 52.02)));
    assert!(!read.shapes.holds(1, at(0.45, 52.05)) && read.shapes.holds(3, at(0.2, 52.2)));
}

#[test]
fn topojson_gives_the_same_rings() {
    let (geo, topo) = (read_outlines(GEOJSON.as_bytes()).unwrap(), read_outlines(TOPOJSON.as_bytes()).unwrap());
    assert_eq!(rings(&topo.shapes), rings(&geo.shapes));
    let codes = ["E05000002", "E05000001"];
    assert_eq!(rings(&matched(&topo, &codes).shapes), rings(&matched(&geo, &codes).shapes));
    // Arcs before objects, and places that are not whole numbers.
    let plain = r#"{"arcs":[[[0.1,52.0],[0.2,52.0],[0.2,52.1]],[[0.1,52.0],[0.2,52.1]]],"type":"Topology",
        "objects":{"a":{"type":"Polygon","arcs":[[0,-2]],"properties":{"c":"X1"}}}}"#;
    let single = r#"{"type":"Feature","properties":{"c":"X1"},
        "geometry":{"type":"Polygon","coordinates":[[[0.1,52.0],[0.2,52.0],[0.2,52.1],[0.1,52.0]]]}}"#;
    let (plain, single) = (read_outlines(plain.as_bytes()).unwrap(), read_outlines(single.as_bytes()).unwrap());
    assert_eq!(rings(&plain.shapes), rings(&single.shapes));
    assert_eq!(matched(&plain, &["X1"]).found, 1);
}

#[test]
fn features_may_come_line_by_line_or_as_an_array() {
    let feature = |code: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{"c":"{code}"}},"geometry":{{"type":"Polygon",
            "coordinates":[[[0.1,52.0],[0.2,52.0],[0.2,52.1],[0.1,52.0]]]}}}}"#
        )
    };
    let (a, b) = (feature("A1"), feature("A2"));
    for text in [format!("{a}\n{b}\n"), format!("\u{1e}{a}\n\u{1e}{b}\n"), format!("[{a},{b}]")] {
        let read = read_outlines(text.as_bytes()).unwrap();
        assert_eq!(matched(&read, &["A2", "A3", "A1"]).found, 2, "{text}");
    }
}

#[test]
fn the_property_that_holds_codes_is_found() {
    let read = read_outlines(GEOJSON.as_bytes()).unwrap();
    // In the order of the units, whatever case; one that has no outline is bare.
    let found = matched(&read, &["E05000002", "E05000003", "E05000001", "E05999999"]);
    assert_eq!((found.property.as_str(), found.found), ("code", 2));
    assert_eq!((0..4).map(|unit| found.shapes.is_bare(unit)).collect::<Vec<_>>(), [false, true, false, true]);
    assert_eq!(found.shapes.bounds(0), read.shapes.bounds(1));
    // Numbers are codes too, and names where no code is known.
    assert_eq!(matched(&read, &["7"]).property, "id");
    let names = [Wanted { code: "", name: "ISLE" }, Wanted { code: "Z", name: "St Mary’s and All" }];
    let by_name = at_once(read.matched(&names, &Pace::at_once())).unwrap();
    assert_eq!((by_name.property.as_str(), by_name.found), ("name", 1));
    // A code that two units have says nothing.
    assert!(at_once(read.matched(&wanted(&["E05000001", "E05000001"]), &Pace::at_once())).is_err());
}

#[test]
fn what_matches_nothing_shows_both_sides() {
    let read = read_outlines(GEOJSON.as_bytes()).unwrap();
    let none = at_once(read.matched(&wanted(&["S01006506", "S01006507"]), &Pace::at_once())).unwrap_err();
    assert_eq!(none.ours, ["S01006506", "S01006507"]);
    assert_eq!(none.theirs[0], "e05000001");
    let said = no_match(&none);
    assert!(said.problem.contains("e05000001") && said.problem.contains("S01006506"), "{said:?}");
}

#[test]
fn several_features_with_one_code_are_one_area() {
    let text = GEOJSON.replace("E05000004", "E05000002");
    let found = matched(&read_outlines(text.as_bytes()).unwrap(), &["E05000002"]);
    assert_eq!(found.shapes.rings_in(0).count(), 3);
}

/// Degrees and metres of a place.
type OnGrid = ([f64; 2], [f64; 2]);

/// Places that an independent script put on the grid: another series, another way from space to degrees.
fn grid_places() -> Vec<OnGrid> {
    let text = include_str!("fixtures/national_grid.tsv");
    let numbers = |line: &str| line.split('\t').skip(1).map(|cell| cell.parse().unwrap()).collect::<Vec<f64>>();
    text.lines().skip(1).map(numbers).map(|of| ([of[0], of[1]], [of[2], of[3]])).collect()
}

#[test]
fn degrees_come_to_lie_where_the_national_grid_has_them() {
    let places = grid_places();
    assert_eq!(places.len(), 12);
    for (degrees, metres) in places {
        let plane = Plane::around(degrees);
        assert_eq!(plane, Plane::NationalGrid);
        let found = plane.place(degrees);
        let away = |at: usize| (f64::from(found[at]) / 100.0 - metres[at]).abs();
        // Within two centimetres in Britain, where the Ordnance Survey's series is meant for; Belfast lies further west.
        assert!(away(0) < 0.02 && away(1) < 0.02, "{degrees:?}: {found:?} {metres:?}");
        let back = plane.degrees(Plane::of_metres(metres));
        // A millionth of a degree is 11 centimetres.
        assert!((0..2).all(|at| (back[at] - degrees[at]).abs() < 1e-6), "{back:?} {degrees:?}");
    }
    // The finest way (OSTN15) has this tower at 651409.804, 313177.450: seven parameters are within 5 metres.
    let tower = Plane::NationalGrid.place([1.716_073_97, 52.658_007_83]).map(|value| f64::from(value) / 100.0);
    assert!((tower[0] - 651_409.804).abs() < 5.0 && (tower[1] - 313_177.450).abs() < 5.0);
}

#[test]
fn a_file_in_metres_lies_on_one_in_degrees() {
    let corners: Vec<OnGrid> = grid_places().into_iter().take(3).collect();
    let file = |pick: fn(&OnGrid) -> [f64; 2], crs: &str| {
        let places: Vec<String> = corners.iter().chain(&corners[..1]).map(|of| format!("{:?}", pick(of))).collect();
        let text = format!(
            r#"{{"type":"FeatureCollection",{crs}"features":[{{"type":"Feature","properties":{{"c":"A1"}},
            "geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}]}}"#,
            places.join(",")
        );
        read_outlines(text.as_bytes())
    };
    let named = |name: &str| format!(r#""crs":{{"type":"name","properties":{{"name":"{name}"}}}},"#);
    let degrees = file(|of| of.0, "").unwrap();
    for crs in [String::new(), named("urn:ogc:def:crs:EPSG::27700"), named("EPSG:27700"), "\"crs\":null,".to_owned()] {
        let metres = file(|of| of.1, &crs).unwrap();
        let pairs = rings(&degrees.shapes).concat().concat().into_iter().zip(rings(&metres.shapes).concat().concat());
        for (a, b) in pairs {
            assert!((0..2).all(|at| (a[at] - b[at]).abs() < 100), "{a:?} {b:?}");
        }
    }
    let other = file(|of| of.1, &named("urn:ogc:def:crs:EPSG::2157"));
    assert_eq!(other, Err(OutlinesError::OtherProjection(Some("urn:ogc:def:crs:EPSG::2157".to_owned()))));
    // Metres of a map of the world.
    let mercator = file(|of| [of.0[0] * 111_319.5, 6_850_000.0 + of.0[1]], "");
    assert_eq!(mercator, Err(OutlinesError::OtherProjection(None)));
}

#[test]
fn elsewhere_on_earth_degrees_are_drawn_as_they_are() {
    let text =
        r#"{"type":"Polygon","coordinates":[[[151.0,-33.0],[151.1,-33.0],[151.1,-33.1],[151.0,-33.1],[151.0,-33.0]]]}"#;
    let read = read_outlines(text.as_bytes()).unwrap();
    let [wide, high] = read.shapes.bounds(0).unwrap().size();
    assert!((wide / high - 0.838_67).abs() < 1e-4, "{wide} {high}");
    let back = read.plane.degrees(read.plane.place([151.05, -33.05]));
    assert!((back[0] - 151.05).abs() < 1e-6 && (back[1] + 33.05).abs() < 1e-6);
}

#[test]
fn each_error_has_its_message() {
    let points = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"c":"A"},"geometry":
        {"type":"Point","coordinates":[0.1,52.0]}}]}"#;
    let lines = points.replace("Point", "LineString").replace("[0.1,52.0]", "[[0.1,52.0],[0.2,52.0]]");
    let cases: [(&[u8], OutlinesError, &str); 13] = [
        (b"", OutlinesError::NotJson(NotJson::Empty), "empty"),
        (b" \n", OutlinesError::NotJson(NotJson::Empty), "empty"),
        (b"PK\x03\x04rest", OutlinesError::NotJson(NotJson::Packed), "packed"),
        (b"SQLite format 3\0", OutlinesError::NotJson(NotJson::Packed), "packed"),
        (b"\0\0\x27\x0a\0\0", OutlinesError::NotJson(NotJson::Shapefile), "shapefile"),
        (b"<kml></kml>", OutlinesError::NotJson(NotJson::Other), "neither"),
        (b"code,name\n", OutlinesError::NotJson(NotJson::Other), "neither"),
        (b"{\"type\":", OutlinesError::Broken { byte: 8 }, "damaged"),
        (b"{}", OutlinesError::NoOutlines, "no outlines"),
        (b"[1,2]", OutlinesError::NoOutlines, "no outlines"),
        (b"{\"type\":\"FeatureCollection\",\"features\":[]}", OutlinesError::NoOutlines, "no outlines"),
        (points.as_bytes(), OutlinesError::NoAreas, "points"),
        (lines.as_bytes(), OutlinesError::NoAreas, "lines"),
    ];
    for (bytes, error, word) in cases {
        let found = read_outlines(bytes).unwrap_err();
        assert_eq!(found, error, "{:?}", String::from_utf8_lossy(bytes));
        let said = outlines_message(&found);
        assert!(said.problem.to_lowercase().contains(word) && said.advice.ends_with('.'), "{said:?}");
    }
    let long = outlines_message(&read_outlines(&vec![b' '; 100_000_001]).unwrap_err());
    assert!(long.problem.contains("100 MB"), "{long:?}");
    let other = outlines_message(&OutlinesError::OtherProjection(Some("EPSG:3857".to_owned())));
    assert!(other.problem.contains("EPSG:3857") && other.advice.contains("WGS84"), "{other:?}");
}

#[test]
fn damage_anywhere_is_an_error_or_read_and_never_a_panic() {
    for text in [GEOJSON, TOPOJSON] {
        let bytes = text.as_bytes();
        for end in 0..bytes.len() {
            drop(read_outlines(&bytes[..end]));
        }
        for at in 0..bytes.len() {
            for sign in *b"]}[{,\"-9e\0" {
                let mut changed = bytes.to_vec();
                changed[at] = sign;
                drop(read_outlines(&changed));
            }
        }
    }
    drop(read_outlines("[".repeat(1_000_000).as_bytes()));
    drop(read_outlines("{\"geometry\":".repeat(100_000).as_bytes()));
    drop(read_outlines(format!("{{\"coordinates\":{}", "[".repeat(100_000)).as_bytes()));
}

#[test]
fn at_a_pace_the_same_is_read() {
    let pace = Pace::new(|share| {
        assert!((0.0..=1.0).contains(&share));
        None
    });
    for text in [GEOJSON, TOPOJSON] {
        assert_eq!(at_once(read_outlines_at(text.as_bytes(), &pace)), read_outlines(text.as_bytes()));
    }
}

fn official(file: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("MISSED_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = folder.join("boundaries").join(file);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        println!("skipped: no {}", path.display());
    }
    bytes
}

/// England has 130,300 square kilometres of land.
#[test]
fn the_official_outlines_of_england_are_read() {
    let Some(bytes) = official("lsoa21_England.geojson") else { return };
    let read = read_outlines(&bytes).unwrap();
    assert_eq!(read.shapes.len(), 33_755);
    let corners = read.shapes.corners();
    assert!((200_000..500_000).contains(&corners), "{corners}");
    let area: f64 = (0..read.shapes.len())
        .flat_map(|shape| read.shapes.polygons_of(shape))
        .map(|polygon| {
            let rings: Vec<f64> = read.shapes.rings_of(polygon).map(ring_area).collect();
            rings[0] - rings[1..].iter().sum::<f64>()
        })
        .sum();
    assert!((area / 1e10 / 130_300.0 - 1.0).abs() < 0.02, "{} km2", area / 1e10);
    let found = matched(&read, &["E01000001", "E01033768", "W01000001"]);
    assert_eq!((found.property.as_str(), found.found), ("LSOA21CD", 2));
    println!("{corners} corners");
}

#[test]
fn the_official_outlines_of_a_county_have_names() {
    let Some(bytes) = official("lsoa11_CambsPboro.geojson") else { return };
    let read = read_outlines(&bytes).unwrap();
    assert_eq!(read.shapes.len(), 487);
    let names = [Wanted { code: "", name: "Peterborough 004A" }];
    assert_eq!(at_once(read.matched(&names, &Pace::at_once())).unwrap().property, "name");
}
