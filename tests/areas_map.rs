//! The map of people missed: as many dots as people, each inside its area and as likely anywhere in it, the same everywhere; what
//! is said of them, painted, and saved.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::path::PathBuf;
use std::time::Instant;

use proptest::prelude::*;
use who_gets_missed::chart::dot_map::{AreaLook, MapInks, MapKind, MapScene, Painting, shade, shade_breaks, shade_ink};
use who_gets_missed::chart::map_view::{AreaIndex, MapView};
use who_gets_missed::data::outlines::{Matched, read_outlines};
use who_gets_missed::data::{Population, Resolution};
use who_gets_missed::export::areas_geojson::target_geojson;
use who_gets_missed::model::Counts;
use who_gets_missed::model::Plane;
use who_gets_missed::model::dots::{Dots, dots_of_each, people_per_dot, reached_dots};
use who_gets_missed::model::shapes::{Place, Shapes};
use who_gets_missed::model::{Unit, squared_need_per_person};
use who_gets_missed::pace::{Pace, at_once};
use who_gets_missed::results::RankedPlace;
use who_gets_missed::results::areas::{AreasResult, ListedUnit, UnitList};
use who_gets_missed::results::areas_map::{DottedMap, WhereMissed, by_missed, dotted, wanted};
use who_gets_missed::scenario::Scenario;
use who_gets_missed::words::areas_map as words;

const INKS: MapInks = MapInks {
    paper: [255; 3],
    target: [230; 3],
    line: [200; 3],
    missed: [128, 22, 80],
    reached: [80, 90, 95],
    chosen: [0; 3],
};

fn shapes(all: &[&[&[&[[i32; 2]]]]]) -> Shapes {
    let mut made = Shapes::default();
    for shape in all {
        for polygon in *shape {
            for ring in *polygon {
                ring.iter().for_each(|&corner| made.corner(corner));
                made.end_ring();
            }
            made.end_polygon();
        }
        made.end_shape();
    }
    made
}

/// A square with a hole, a thin strip that lies askew, two islands far apart, and nothing.
fn odd_shapes() -> Shapes {
    shapes(&[
        &[&[
            &[[0, 0], [100_000, 0], [100_000, 100_000], [0, 100_000]],
            &[[25_000, 25_000], [75_000, 25_000], [75_000, 75_000], [25_000, 75_000]],
        ]],
        &[&[&[[0, 0], [1_000_000, 999_000], [1_000_000, 1_000_000], [0, 1_000]]]],
        &[
            &[&[[0, 0], [30_000, 0], [30_000, 10_000], [0, 10_000]]],
            &[&[
                [90_000_000, 90_000_000],
                [90_010_000, 90_000_000],
                [90_010_000, 90_010_000],
                [90_000_000, 90_010_000],
            ]],
        ],
        &[],
        // So small that few whole centimetres lie in it, and so flat that none does.
        &[&[&[[5, 5], [7, 5], [6, 8]]]],
        &[&[&[[5, 5], [50_000, 5], [90, 5]]]],
    ])
}

/// Whether a place is inside or at the edge, another way than the model's: by how often the lines go around it.
fn winds_around(shapes: &Shapes, shape: usize, [x, y]: Place) -> bool {
    let mut inside = false;
    for ring in shapes.rings_in(shape) {
        let mut turns = 0;
        for (at, b) in ring.iter().enumerate() {
            let a = ring[(at + ring.len() - 1) % ring.len()];
            let side = i128::from(b[0] - a[0]) * i128::from(y - a[1]) - i128::from(x - a[0]) * i128::from(b[1] - a[1]);
            let (low, high) = (a[0].min(b[0]), a[0].max(b[0]));
            if side == 0 && (low..=high).contains(&x) && (a[1].min(b[1])..=a[1].max(b[1])).contains(&y) {
                return true;
            }
            match (a[1] <= y, b[1] <= y) {
                (true, false) if side > 0 => turns += 1,
                (false, true) if side < 0 => turns -= 1,
                _ => {}
            }
        }
        inside ^= turns != 0;
    }
    inside
}

#[test]
fn every_dot_lies_inside_its_area() {
    let shapes = odd_shapes();
    let mut dots = Dots::default();
    for (shape, count) in [500, 500, 500, 500, 20, 20].into_iter().enumerate() {
        dots.add(&shapes, count, 7 + shape as u64);
    }
    let counts: Vec<usize> = (0..6).map(|shape| dots.of(shape).len()).collect();
    assert_eq!(counts, [500, 500, 500, 0, 20, 20]);
    for shape in 0..6 {
        for &dot in dots.of(shape) {
            assert!(winds_around(&shapes, shape, dot), "{shape}: {dot:?}");
        }
    }
    // Islands have dots by their size: 3 of 4 are in the larger one.
    let far = dots.of(2).iter().filter(|dot| dot[0] > 1_000_000).count();
    assert!((100..150).contains(&far), "{far}");
    // A strip is met all along, although almost no place around it is inside.
    let tenths = |at: i32| dots.of(1).iter().filter(|dot| dot[0] / 100_000 == at).count();
    assert!((0..10).all(|at| (25..80).contains(&tenths(at))), "{:?}", (0..10).map(tenths).collect::<Vec<_>>());
}

/// Chi-squared over small squares of equal size: 63 degrees of freedom have 103.4 in one case of a thousand.
#[test]
fn dots_are_as_likely_anywhere() {
    let square = [[0, 0], [80_000, 0], [80_000, 80_000], [0, 80_000]];
    // The same square with corners along its sides, so that it is cut into slices; and one with a hole of a quarter.
    let along: Vec<Place> = (0..4)
        .flat_map(|side| {
            let (from, to) = (square[side], square[(side + 1) % 4]);
            (0..50).map(move |step| [0, 1].map(|at| from[at] + (to[at] - from[at]) / 50 * step))
        })
        .collect();
    let hole = [[20_000, 20_000], [60_000, 20_000], [60_000, 60_000], [20_000, 60_000]];
    let made = shapes(&[&[&[&square]], &[&[&along]], &[&[&square, &hole]]]);
    let mut dots = Dots::default();
    for shape in 0..3 {
        dots.add(&made, 6400, 11 + shape);
    }
    for (shape, cells) in [(0, 64), (1, 64), (2, 48)] {
        let mut counts = [0.0; 64];
        for dot in dots.of(shape) {
            counts[(dot[1] / 10_000 * 8 + dot[0] / 10_000) as usize] += 1.0;
        }
        let expected = 6400.0 / f64::from(cells);
        let found = counts.iter().filter(|&&count| count > 0.0).count();
        assert_eq!(found, cells as usize);
        let sum: f64 = counts
            .iter()
            .filter(|&&count| count > 0.0)
            .map(|count| (count - expected) * (count - expected) / expected)
            .sum();
        assert!(sum < 103.4, "{shape}: {sum}");
    }
    // Within a triangle each of four equal triangles has a quarter.
    let triangle = shapes(&[&[&[&[[0, 0], [80_000, 0], [0, 80_000]]]]]);
    let mut dots = Dots::default();
    dots.add(&triangle, 8000, 3);
    let middle = dots.of(0).iter().filter(|[x, y]| *x < 40_000 && *y < 40_000 && x + y > 40_000).count();
    assert!((1850..2150).contains(&middle), "{middle}");
}

/// As an independent script draws them, in whole numbers and fractions.
#[test]
fn the_same_dots_on_every_machine() {
    let square: &[Place] = &[[0, 0], [100_000, 0], [100_000, 100_000], [0, 100_000]];
    let hole: &[Place] = &[[25_000, 25_000], [75_000, 25_000], [75_000, 75_000], [25_000, 75_000]];
    let triangle: &[Place] = &[[-500_000, 90], [1_300_007, 40], [7, 900_001]];
    let near: &[Place] = &[[0, 0], [30_000, 0], [30_000, 10_000], [0, 10_000]];
    let far = near.iter().map(|[x, y]| [90_000_000 + x / 3, 90_000_000 + y]).collect::<Vec<_>>();
    let shapes = shapes(&[&[&[square, hole]], &[&[triangle]], &[&[near], &[&far]]]);
    let mut dots = Dots::default();
    (1..4).for_each(|seed| dots.add(&shapes, 4, seed));
    let found: Vec<Place> = (0..3).flat_map(|shape| dots.of(shape).to_vec()).collect();
    let expected: Vec<Place> = include_str!("fixtures/dots.tsv")
        .lines()
        .map(|line| {
            let numbers: Vec<i32> = line.split('\t').map(|number| number.parse().unwrap()).collect();
            [numbers[0], numbers[1]]
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_dot_stands_for_ten_people_until_there_are_too_many() {
    let sizes =
        [(0.0, 10.0), (56_363.0, 10.0), (4e6, 10.0), (4_000_001.0, 25.0), (1e7, 25.0), (2e7, 50.0), (2.1e7, 100.0)];
    for (people, size) in sizes {
        assert_eq!(people_per_dot(people), size, "{people}");
    }
    assert_eq!(people_per_dot(4.1e7), 250.0);
    assert!(people_per_dot(f64::INFINITY).is_finite());
}

#[test]
fn dots_add_up_by_largest_remainder() {
    // 3.4, 3.4, 3.2 are 10: the first two have the larger remainders, and one more is wanted.
    assert_eq!(dots_of_each(&[34.0, 34.0, 32.0], 10.0), [4, 3, 3]);
    assert_eq!(dots_of_each(&[9.0, 9.0, 9.0, 0.0], 10.0), [1, 1, 1, 0]);
    assert_eq!(dots_of_each(&[4.0, f64::NAN, -3.0], 10.0), [0, 0, 0]);
    assert_eq!(
        [reached_dots(10, 0.0), reached_dots(10, 1.0), reached_dots(10, 0.25), reached_dots(10, 0.24)],
        [0, 10, 3, 2]
    );
}

proptest! {
    #[test]
    fn dots_add_up_to_all_people(people in prop::collection::vec(0.0..2000.0_f64, 1..200), size in 10.0..100.0_f64) {
        let dots = dots_of_each(&people, size);
        let all: u32 = dots.iter().sum();
        let exact = people.iter().sum::<f64>() / size;
        prop_assert!((f64::from(all) - exact).abs() <= 0.5 + 1e-9);
        for (dots, people) in dots.iter().zip(&people) {
            prop_assert!((f64::from(*dots) - people / size).abs() < 1.0);
        }
    }
}

fn unit(code: &str, council: &str, people: f64, in_need: f64, order: f64) -> ListedUnit {
    ListedUnit {
        code: code.to_owned(),
        name: format!("Area {code}"),
        council: council.to_owned(),
        counts: Counts { areas: 1.0, people, in_need },
        order,
        national: None,
    }
}

fn units() -> Vec<ListedUnit> {
    vec![
        unit("A", "North", 1000.0, 200.0, 2.0),
        unit("B", "North", 1500.0, 300.0, 3.0),
        unit("C", "South", 900.0, 100.0, 4.0),
        unit("D", "South", 800.0, 50.0, 5.0),
        unit("E", "West", 100.0, 80.0, 6.0),
    ]
}

fn list() -> UnitList {
    UnitList::new(units())
}

/// What a target comes to.
fn result(query: &str, list: &UnitList) -> (Scenario, AreasResult) {
    let scenario = Scenario::from_query(query).scenario;
    let model = |unit: &ListedUnit| Unit { counts: unit.counts, order: unit.order, national: unit.national };
    let squared = |unit: &ListedUnit| squared_need_per_person(unit.counts.people, unit.counts.in_need);
    let population = Population {
        units: list.units.iter().map(model).collect(),
        squared_need: list.units.iter().map(squared).sum(),
        resolution: Resolution::Areas,
        is_joined: false,
        band: 0,
    };
    let place = RankedPlace::new(population).unwrap();
    let found = AreasResult::new(&scenario, &place, list).unwrap();
    (scenario, found)
}

/// A by half, E as a whole; the others outside.
fn half_of_a() -> (Scenario, AreasResult) {
    of_inside(&list(), &[0.5, 0.0, 0.0, 0.0, 1.0])
}

/// So much of each inside.
fn of_inside(list: &UnitList, inside: &[f64]) -> (Scenario, AreasResult) {
    let (scenario, mut found) = result("v=2&view=areas&cut=local", list);
    found.inside = inside.to_vec();
    let mut order: Vec<u32> = (0..).zip(inside).filter(|(_, inside)| **inside < 1.0).map(|(at, _)| at).collect();
    order.sort_by(|&a, &b| found.missed(list, b as usize).total_cmp(&found.missed(list, a as usize)));
    found.by_missed = order;
    (scenario, found)
}

fn map_of(list: &UnitList) -> DottedMap {
    let matched = Matched { shapes: odd_shapes(), plane: Plane::NationalGrid, property: "code".to_owned(), found: 4 };
    at_once(dotted(matched, list, &Pace::at_once()))
}

#[test]
fn dots_stay_where_they_are_in_another_place() {
    let map = map_of(&list());
    let alone = map_of(&UnitList::new(units().into_iter().take(1).collect()));
    assert_eq!(alone.dots.of(0), map.dots.of(0));
    assert_eq!((map.per_dot, map.dots.len()), (10.0, 68));
    // The fourth has no outline.
    assert_eq!(map.dots.of(3), [[0; 2]; 0]);
}

#[test]
fn it_is_said_where_people_missed_are() {
    const HALF_OF_A: [f64; 5] = [0.5, 0.0, 0.0, 0.0, 1.0];
    let said = |list: &UnitList, inside: &[f64]| {
        let (scenario, found) = of_inside(list, inside);
        words::where_missed(&scenario, &WhereMissed::new(list, &found))
    };
    assert_eq!(said(&list(), &HALF_OF_A), "Of all who are missed, 73 in 100 are in North and 27 in 100 in South.");
    let mut one_council = units();
    one_council.iter_mut().for_each(|unit| unit.council = "North".to_owned());
    assert_eq!(
        said(&UnitList::new(one_council), &HALF_OF_A),
        "Of all who are missed, 91 in 100 are in the 3 areas with the most of them: Area B, Area A and Area C."
    );
    let councils = (0..20).map(|at| unit(&at.to_string(), &format!("Council {at}"), 100.0, 50.0 - f64::from(at), 1.0));
    assert_eq!(
        said(&UnitList::new(councils.collect()), &[0.0; 20]),
        "Of all who are missed, 18 in 100 are in the 3 councils with the most of them: Council 0, Council 1 and Council 2."
    );
    let one = UnitList::new(units().into_iter().skip(1).take(1).collect());
    assert_eq!(said(&one, &[0.0]), "All who are missed are in Area B.");
    assert_eq!(said(&one, &[1.0]), "Nobody is missed.");
}

#[test]
fn a_unit_is_told_with_its_numbers_and_its_side_of_the_target() {
    let (scenario, found) = half_of_a();
    let all = list();
    let said: Vec<String> = [0, 1, 4].into_iter().map(|at| words::unit(&scenario, &found, &all, at)).collect();
    assert_eq!(
        said,
        [
            "Area A (A), North: 200 people on low incomes of 1,000 in all. Partly in the target: 100 are missed.",
            "Area B (B), North: 300 people on low incomes of 1,500 in all. Outside the target: all of them are missed.",
            "Area E (E), West: 80 people on low incomes of 100 in all. In the target: none of them is missed.",
        ]
    );
    assert_eq!(words::unit(&scenario, &found, &all, 9), "");
    let map = map_of(&all);
    assert_eq!(
        words::on_map(&scenario, &map, &all, &found),
        "Outlines found by “code”, for 4 of 5 areas. In the others 50 are missed, who are not on the map."
    );
    let first = UnitList::new(units().into_iter().take(3).collect());
    assert_eq!(words::on_map(&scenario, &map, &first, &found), "Outlines found by “code”, for all 3 areas.");
    assert_eq!(by_missed(&all, &found, &map), [1, 0, 2, 4]);
    assert_eq!(
        words::one_dot(&scenario, &map),
        "One dot is 10 people on low incomes, at a random place in their area."
    );
    assert_eq!(words::title(&scenario, &found), "Where people on low incomes are missed: 72.6% of them");
}

fn looks(list: &UnitList, found: &AreasResult) -> Vec<AreaLook> {
    let inside = found.inside.iter().copied().enumerate();
    inside.map(|(at, inside)| AreaLook { missed: found.missed(list, at), inside }).collect()
}

#[test]
fn shades_follow_the_number_missed() {
    let all: Vec<AreaLook> = (0..=10).map(|at| AreaLook { missed: f64::from(at) * 10.0, inside: 0.0 }).collect();
    let breaks = shade_breaks(&all);
    assert_eq!(breaks, [30.0, 50.0, 70.0, 90.0]);
    let found: Vec<Option<usize>> = all.iter().map(|look| shade(look.missed, breaks)).collect();
    let expected = [0, 0, 0, 1, 1, 2, 2, 3, 3, 4].map(Some);
    assert_eq!(found, [&[None][..], &expected].concat());
    assert_eq!(shade_ink(4, INKS), INKS.missed);
    let key = words::key_shades(breaks, 100.0);
    let said: Vec<&str> = key.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(said, ["up to 30 missed", "over 30 to 50", "over 50 to 70", "over 70 to 90", "over 90 to 100"]);
    // Shades that nothing can have are left out.
    assert_eq!(words::key_shades([5.0; 4], 5.0), [(0, "up to 5 missed".to_owned())]);
}

fn painted(scene: &MapScene<'_>, view: MapView, density: f64) -> Painting {
    let mut painting = Painting::new(view, density, scene);
    while !painting.step(scene) {}
    painting
}

#[test]
fn the_picture_has_what_the_map_is_of() {
    let made = shapes(&[
        &[&[&[[0, 0], [10_000, 0], [10_000, 10_000], [0, 10_000]]]],
        &[&[&[[10_000, 0], [20_000, 0], [20_000, 10_000], [10_000, 10_000]]]],
    ]);
    let mut dots = Dots::default();
    dots.add(&made, 40, 1);
    dots.add(&made, 40, 2);
    let looks = [AreaLook { missed: 0.0, inside: 1.0 }, AreaLook { missed: 400.0, inside: 0.0 }];
    let breaks = shade_breaks(&looks);
    let scene =
        MapScene { shapes: &made, dots: &dots, looks: &looks, breaks, kind: MapKind::Dots, chosen: None, inks: INKS };
    let view = MapView::whole(made.extent().unwrap(), [400.0, 200.0]);
    let count = |scene: &MapScene<'_>, half: usize, ink: [u8; 3]| {
        let painting = painted(scene, view, 1.0);
        let pixels = painting.raster().bytes().chunks(4).enumerate();
        // A dot at the border reaches over it.
        let is_of = |at: usize| if half == 0 { at % 400 < 190 } else { at % 400 >= 210 };
        pixels.filter(|(at, pixel)| is_of(*at) && pixel[..3] == ink).count()
    };
    // Each half has its ground and its dots, and none of the other's.
    assert!(count(&scene, 0, INKS.target) > 20_000 && count(&scene, 1, INKS.target) == 0);
    assert!(count(&scene, 1, INKS.missed) > 300 && count(&scene, 0, INKS.missed) == 0);
    assert!(count(&scene, 0, INKS.reached) > 100 && count(&scene, 1, INKS.reached) == 0);
    let shaded = MapScene { kind: MapKind::Shades, ..scene };
    assert!(count(&shaded, 1, shade_ink(0, INKS)) > 20_000 && count(&shaded, 0, INKS.target) > 20_000);
    let chosen = MapScene { chosen: Some(1), ..scene };
    assert!(count(&chosen, 1, INKS.chosen) > 500 && count(&scene, 1, INKS.chosen) == 0);
    // The area under a point is that which is painted there.
    let index = AreaIndex::new(&made).unwrap();
    let under = |x: f64| index.at(&made, view.place(who_gets_missed::chart::Point { x, y: 100.0 }));
    assert_eq!([under(100.0), under(300.0), under(2.0)], [Some(0), Some(1), None]);
}

#[test]
fn the_target_is_saved_with_its_outlines() {
    let corners = "[[[0.0,52.0],[0.0,52.1],[0.2,52.1],[0.2,52.0],[0.0,52.0]],[[0.05,52.02],[0.1,52.02],[0.1,52.05],[0.05,52.02]]]";
    let file = format!(
        r#"{{"type":"FeatureCollection","features":[
        {{"type":"Feature","properties":{{"c":"A"}},"geometry":{{"type":"Polygon","coordinates":{corners}}}}},
        {{"type":"Feature","properties":{{"c":"B"}},"geometry":{{"type":"Polygon","coordinates":{corners}}}}}]}}"#
    );
    let all = list();
    let (_, found) = half_of_a();
    let read = read_outlines(file.as_bytes()).unwrap();
    let matched = at_once(read.matched(&wanted(&all), &Pace::at_once())).unwrap();
    let map = at_once(dotted(matched, &all, &Pace::at_once()));
    let text = target_geojson(&map, &all, &found, "A “target” & its source");
    let saved: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(saved["description"], "A “target” & its source");
    let features = saved["features"].as_array().unwrap();
    // A is in it by half; B and others are outside; E has no outline.
    assert_eq!(features.len(), 2);
    let first = &features[0]["properties"];
    assert_eq!((first["code"].as_str(), first["in_need"].as_f64()), (Some("A"), Some(200.0)));
    assert_eq!((first["inside"].as_f64(), first["missed"].as_f64()), (Some(0.5), Some(100.0)));
    assert!(features[1]["geometry"].is_null() && features[1]["properties"]["code"] == "E");
    // Read again, it lies where it lay: to a tenth of a metre, and half as much for the way there.
    let again = read_outlines(saved.to_string().as_bytes()).unwrap();
    let (before, after) = (read.shapes.bounds(0).unwrap(), again.shapes.bounds(0).unwrap());
    for (a, b) in before.low.iter().chain(&before.high).zip(after.low.iter().chain(&after.high)) {
        assert!((a - b).abs() < 20, "{before:?} {after:?}");
    }
    // Outlines go against the clock, holes with it.
    let ring = |at: usize| -> f64 {
        let ring = features[0]["geometry"]["coordinates"][at].as_array().unwrap();
        let xy = |at: usize| (ring[at][0].as_f64().unwrap(), ring[at][1].as_f64().unwrap());
        (1..ring.len()).map(|at| (xy(at - 1).0 * xy(at).1) - (xy(at).0 * xy(at - 1).1)).sum()
    };
    assert!(ring(0) > 0.0 && ring(1) < 0.0);
}

/// England at full size: as many dots as people, all inside; and how long it takes.
#[test]
fn all_england_is_dotted_and_painted() {
    let folder = std::env::var_os("MISSED_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = folder.join("boundaries/lsoa21_England.geojson");
    let Ok(bytes) = std::fs::read(&path) else {
        println!("skipped: no {}", path.display());
        return;
    };
    let lap = |start: Instant, what: &str| println!("{what}: {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
    let start = Instant::now();
    let read = read_outlines(&bytes).unwrap();
    lap(start, "read");
    // Made-up people: some in need everywhere, 3.9 million in all.
    let made_up = |at: usize| unit(&format!("E01{at:06}"), "", 1700.0, 15.0 + (at * 37 % 201) as f64, at as f64);
    let all = UnitList::new((0..read.shapes.len()).map(made_up).collect());
    let matched =
        Matched { shapes: read.shapes, plane: read.plane, property: "LSOA21CD".to_owned(), found: all.units.len() };
    let (_, mut found) = result("v=2&view=areas&cut=local", &all);
    found.inside = (0..all.units.len()).map(|at| f64::from(u8::from(at % 5 == 0))).collect();
    let start = Instant::now();
    let map = at_once(dotted(matched, &all, &Pace::at_once()));
    lap(start, "dots");
    let people: f64 = all.units.iter().map(|unit| unit.counts.in_need).sum();
    assert_eq!(map.dots.len() as f64, (people / map.per_dot).round());
    for at in (0..all.units.len()).step_by(7) {
        assert!(map.dots.of(at).iter().all(|&dot| winds_around(&map.matched.shapes, at, dot)), "{at}");
    }
    let start = Instant::now();
    let index = AreaIndex::new(&map.matched.shapes).unwrap();
    lap(start, "index");
    let dot = map.dots.of(4711)[0];
    assert_eq!(index.at(&map.matched.shapes, dot), Some(4711));
    let looks = looks(&all, &found);
    let scene = MapScene {
        shapes: &map.matched.shapes,
        dots: &map.dots,
        looks: &looks,
        breaks: shade_breaks(&looks),
        kind: MapKind::Dots,
        chosen: Some(4711),
        inks: INKS,
    };
    let extent = map.matched.shapes.extent().unwrap();
    for (size, density) in [([720.0, 800.0], 1.0), ([1440.0, 1600.0], 2.0)] {
        let view = MapView::whole(extent, size);
        let start = Instant::now();
        let painting = painted(&scene, view, density);
        lap(start, "dots painted");
        if let Some(folder) = std::env::var_os("MAP_PICTURES") {
            let name = PathBuf::from(folder).join(format!("england-{}.ppm", size[0]));
            let pixels: Vec<u8> = painting.raster().bytes().chunks(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
            let head = format!("P6 {} {} 255\n", size[0], size[1]);
            std::fs::write(name, [head.as_bytes(), &pixels].concat()).unwrap();
        }
        let start = Instant::now();
        let shaded = MapScene { kind: MapKind::Shades, ..scene };
        drop(painted(&shaded, view, density));
        lap(start, "shades painted");
        let start = Instant::now();
        drop(painted(&scene, view.zoomed_in_place(10.0), density));
        lap(start, "ten times larger");
    }
    println!("{} corners, {} dots of {} people", map.matched.shapes.corners(), map.dots.len(), map.per_dot);
}
