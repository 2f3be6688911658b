//! The view `councils` with larger places than councils: integrated care boards, regions, combined authorities.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
    pub mod standing;
}

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use support::built_in::{BuiltIn, report, tables};
use support::standing::{check, read};
use who_gets_missed::chart::hex_map::NO_SHADE;
use who_gets_missed::chart::{Chart, CouncilsChart, Shape};
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::hexagons::HexMap;
use who_gets_missed::data::official::Importer;
use who_gets_missed::data::{Edition, NeedMeasure, PlaceCode, PlaceKind, RankBy};
use who_gets_missed::export::{Origin, chart_csv, document, results_csv, sheet};
use who_gets_missed::model::Basis;
use who_gets_missed::results::TargetingResult;
use who_gets_missed::results::councils::{Councils, Named, NoFile, PlacesIn, file_answers};
use who_gets_missed::scenario::{CutKind, ListKind, Percent, Place, Scenario, ToQuery, View};
use who_gets_missed::words::{councils as words, kinds, number};

const ORIGIN: Origin = Origin { date: "2026-11-26", link: "https://example.org/missed/" };

const LARGER: [ListKind; 3] = [ListKind::Icbs, ListKind::Regions, ListKind::CombinedAuthorities];

fn income(edition: Edition) -> BuiltIn {
    BuiltIn::read(Table { edition, need: NeedMeasure::Income, rank: RankBy::Imd })
}

fn scenario(edition: Edition, kind: ListKind, place: &str) -> Scenario {
    let kind = Some(kind);
    Scenario { view: View::Councils, data: edition, place: place.parse().unwrap(), kind, ..Scenario::default() }
}

fn works(figures: &BuiltIn, scenario: &Scenario) -> Councils {
    Councils::new(scenario, &figures.every_place(scenario).unwrap()).unwrap()
}

fn code(text: &str) -> PlaceCode {
    text.parse().unwrap()
}

const SCALES: [(CutKind, Basis, bool); 4] = [
    (CutKind::National, Basis::Areas, false),
    (CutKind::Local, Basis::Areas, false),
    (CutKind::Local, Basis::Areas, true),
    (CutKind::Local, Basis::People, false),
];

/// What the first view says of a place by itself.
fn missed(figures: &BuiltIn, page: &Scenario, code: PlaceCode) -> TargetingResult {
    let page = Scenario { view: View::Missed, place: Place::of([code]).unwrap(), ..page.clone() };
    TargetingResult::new(&page, &figures.input(&page).unwrap().prepared).unwrap()
}

#[test]
fn each_row_is_to_the_last_digit_what_the_place_s_own_page_says() {
    for (turn, table) in tables().enumerate() {
        let figures = BuiltIn::read(table);
        for (at, kind) in ListKind::ALL.into_iter().enumerate() {
            let Table { edition, need, rank } = table;
            let (cut, basis, whole) = SCALES[(turn / 2 + at) % SCALES.len()];
            let share = Percent::from_tenths([200, 333, 50, 700, 10][(turn + at) % 5]);
            let page = Scenario { need, rank, cut, basis, whole, share, ..scenario(edition, kind, "E07000008") };
            let result = works(&figures, &page);
            for row in &result.rows {
                let (found, page) = (row.figures.unwrap(), missed(&figures, &page, row.code));
                let target = &page.target.measures;
                let expected = [
                    page.people,
                    page.in_need,
                    page.need_rate,
                    target.people_share,
                    target.coverage,
                    target.exclusion_error,
                    page.in_need_outside().max(0.0),
                ];
                let found = [
                    found.people,
                    found.in_need,
                    found.need_rate,
                    found.people_share,
                    found.coverage,
                    found.exclusion_error,
                    found.in_need_missed,
                ];
                assert_eq!(found.map(f64::to_bits), expected.map(f64::to_bits), "{} of {table:?}", row.name);
            }
        }
    }
}

/// The places of each kind and how many councils lie in more than one and in none, counted in the lists of the Office for
/// National Statistics, 2022 to 2025. 106 councils of 2025 are in a combined authority; one of them was seven districts in 2019.
#[test]
fn every_place_of_a_kind_is_there_once() {
    for (edition, kind, places, cut, without) in [
        (Edition::Iod2019, ListKind::Icbs, 42, 12, 0),
        (Edition::Iod2025, ListKind::Icbs, 42, 13, 0),
        (Edition::Iod2019, ListKind::Regions, 9, 0, 0),
        (Edition::Iod2025, ListKind::Regions, 9, 0, 0),
        (Edition::Iod2019, ListKind::CombinedAuthorities, 15, 0, 317 - 112),
        (Edition::Iod2025, ListKind::CombinedAuthorities, 15, 0, 296 - 106),
    ] {
        let result = works(&income(edition), &scenario(edition, kind, "england"));
        let codes: BTreeSet<PlaceCode> = result.rows.iter().map(|row| row.code).collect();
        assert!(codes.iter().all(|code| code.kind() == kind.place_kind()));
        let found = (codes.len(), result.rows.len(), result.cut_councils(), result.councils_in_none());
        assert_eq!(found, (places, places, cut, without), "{edition:?} {kind:?}");
        // What took the place of another one is there instead of it.
        assert!(!codes.contains(&code("E47000011")), "North of Tyne became a part of the North East in 2024");
    }
}

#[test]
fn shares_outside_the_most_deprived_fifth_are_those_of_the_official_file() {
    // People on low incomes, 2025, worked out from File 7 in Python, in per cent.
    let figures = income(Edition::Iod2025);
    for (kind, place, expected) in [
        (ListKind::Regions, "E12000001", 37.5),
        (ListKind::Regions, "E12000007", 67.6),
        (ListKind::Regions, "E12000008", 79.1),
        (ListKind::Regions, "E12000006", 75.5),
        (ListKind::Icbs, "E54000063", 97.6),
        (ListKind::Icbs, "E54000055", 24.9),
    ] {
        let result = works(&figures, &scenario(Edition::Iod2025, kind, place));
        let row = result.own_row().unwrap();
        assert_eq!(row.code, code(place));
        for found in [row.figures.unwrap().exclusion_error, result.own.exclusion_error] {
            assert!((100.0 * found - expected).abs() < 0.3, "{place}: {found}");
        }
    }
}

#[test]
fn the_answer_is_true_of_every_larger_place_and_of_others_beside_them() {
    let mut checked = 0;
    let others =
        ["england", "E07000008", "cambridgeshire-peterborough", "E54000055,E08000035", "E38000007", "E06000053"];
    for edition in Edition::ALL {
        let figures = income(edition);
        let all = |kind: ListKind| figures.places().all_of(edition, kind.place_kind());
        let every = LARGER.into_iter().flat_map(all).map(|place| place.code.to_string());
        let every: Vec<String> = every.chain(others.map(str::to_owned)).collect();
        for kind in ListKind::ALL {
            for (at, place) in every.iter().enumerate() {
                let (cut, basis, whole) = SCALES[at % SCALES.len()];
                for share in [[0, 200][at % 2], [173, 500, 1000][at % 3]].map(Percent::from_tenths) {
                    let page = Scenario { cut, basis, whole, share, ..scenario(edition, kind, place) };
                    let result = works(&figures, &page);
                    check(&page, &result).unwrap_or_else(|why| panic!("{edition:?} {kind:?} {cut:?} {share}: {why}"));
                    checked += 1;
                }
            }
        }
    }
    println!("{checked} answers read again");
}

#[test]
fn a_place_is_held_against_its_own_kind_unless_the_link_says_otherwise() {
    let kind = |query: &str| Scenario::from_query(query).scenario.list_kind();
    assert_eq!(kind("v=2&view=councils&place=E54000032"), ListKind::Icbs);
    assert_eq!(kind("v=2&view=councils&place=E54000032&kind=councils"), ListKind::Councils);
    assert_eq!(kind("v=2&view=councils&kind=regions"), ListKind::Regions);
    let page = scenario(Edition::Iod2025, ListKind::CombinedAuthorities, "E07000008");
    assert_eq!(page.to_query(), "v=2&view=councils&place=E07000008&kind=combined-authorities");
    // A link from before says nothing of it, and stays as it was.
    assert_eq!(Scenario::from_query("v=2&view=councils&place=E07000008").scenario.kind, None);
}

#[test]
fn those_that_border_hold_or_make_up_the_place_are_named() {
    let figures = income(Edition::Iod2025);
    let named = |kind: ListKind, place: &str| {
        let result = works(&figures, &scenario(Edition::Iod2025, kind, place));
        let names: BTreeSet<String> = result.named_rows.iter().map(|&at| result.rows[at].name.clone()).collect();
        let shares: Vec<f64> = result.named_rows.iter().map(|&at| read(&words::row(&result.rows[at])[1])).collect();
        assert!(shares.is_sorted_by(|a, b| a >= b), "the largest share missed first");
        (result.named, names)
    };
    let names = |all: &[&str]| all.iter().map(|&name| name.to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(named(ListKind::Regions, "E12000007"), (Named::Neighbours, names(&["East of England", "South East"])));
    assert_eq!(
        named(ListKind::Icbs, "E54000036"),
        (Named::Neighbours, names(&["Devon"])),
        "Cornwall and the Isles of Scilly"
    );
    // A border that runs through councils: Farnham is in Frimley, the rest of Waverley borders Hampshire.
    let (_, near) = named(ListKind::Icbs, "E54000063");
    assert!(near.contains("Frimley") && near.contains("Hampshire and Isle of Wight"));
    let frimley = named(ListKind::Icbs, "E54000034").1;
    assert!(!frimley.contains("Sussex"), "{frimley:?}");
    // All of London's councils are London.
    let london: Vec<String> = (1..=33).map(|number| format!("E090000{number:02}")).collect();
    assert_eq!(named(ListKind::Regions, &london.join(",")).0, Named::Neighbours);
    assert_eq!(named(ListKind::Regions, "E07000008"), (Named::Holder, names(&["East of England"])));
    assert_eq!(
        named(ListKind::Regions, "E07000008,E08000035"),
        (Named::Parts, names(&["East of England", "Yorkshire and The Humber"]))
    );
    assert_eq!(named(ListKind::CombinedAuthorities, "E07000223"), (Named::Nobody, names(&[])));
    assert_eq!(named(ListKind::Regions, "england").1.len(), 9);
    let (kind, ends) = named(ListKind::Icbs, "england");
    assert_eq!((kind, ends.len()), (Named::Ends, 10));
    // An ICB is councils and parts of some; only those that are wholly in it are its members.
    let (kind, members) = named(ListKind::Councils, "E54000056");
    assert!(kind == Named::Members && members.contains("Fenland") && !members.contains("North Hertfordshire"));
}

#[test]
fn what_is_said_of_larger_places_names_their_kind() {
    let says = |query: &str| {
        let all = json(query)["says"].clone();
        let text = |key: &str| all[key].as_str().unwrap_or_default().to_owned();
        ["headline", "list_note", "strip_note", "map_note"].map(text)
    };
    let [headline, note, strip, map] = says("v=2&view=councils&place=E54000055");
    assert_eq!(headline, "Unusual. None of the other 41 ICBs would miss as small a share.");
    assert_eq!(note, "ICBs are those of 2024. 13 councils lie in more than one.");
    assert_eq!(strip, "Each dot is an ICB. Named: Birmingham and Solihull ICB, and the 4 ICBs that border it.");
    assert!(map.contains("the ICB that the council lies in") && map.contains("most of its people"), "{map}");
    let [_, note, strip, map] = says("v=2&view=councils&place=E47000008");
    assert!(note.starts_with("Combined authorities are those of 2025. 190 councils lie outside a combined authority."));
    assert!(strip.ends_with("and the combined authority that borders it."), "{strip}");
    assert!(!map.contains("most of its people"), "{map}");
    let [headline, note, strip, _] = says("v=2&view=councils&kind=icbs&place=E07000008");
    assert!(headline.contains("of the 42 ICBs in England") && note.contains("This place is not an ICB."), "{note}");
    assert!(strip.ends_with("Named: Cambridge, and the ICB that it lies in."), "{strip}");
}

fn json(query: &str) -> Value {
    report(&Scenario::from_query(query).scenario).unwrap().with(|exhibits| document(exhibits).unwrap())
}

#[test]
fn a_council_has_the_shade_of_the_place_with_most_of_its_people() {
    let all = json("v=2&view=councils&place=E54000056");
    assert_eq!((&all["kind"], &all["list_year"]), (&Value::from("icbs"), &Value::from(2024)));
    assert!(all.get("councils").is_none() && all["places"].as_array().unwrap().len() == 42);
    let home = |council: &str| {
        let hexagons = all["hexagons"].as_array().unwrap();
        hexagons.iter().find(|hexagon| hexagon["code"] == council).unwrap().clone()
    };
    // Royston alone of North Hertfordshire looks to Cambridge; Selby and Craven are small parts of North Yorkshire.
    assert_eq!((&home("E07000099")["place"], &home("E07000099")["is_in_several"]), (&"E54000025".into(), &true.into()));
    assert_eq!(home("E06000065")["place"], "E54000051");
    assert_eq!(
        (&home("E07000008")["place"], &home("E07000008")["is_in_several"]),
        (&"E54000056".into(), &false.into())
    );
    // By the people of the blocks, for each cut council and edition.
    for edition in Edition::ALL {
        let figures = income(edition);
        let places = figures.places();
        let result = works(&figures, &scenario(edition, ListKind::Icbs, "england"));
        let mut most: BTreeMap<String, (f64, PlaceCode)> = BTreeMap::new();
        for icb in places.all_of(edition, PlaceKind::Icb) {
            for council in icb.extent.authorities() {
                let held =
                    figures.totals(icb.extent.clone()).into_iter().find(|held| held.authority == council).unwrap();
                let best = most.entry(council.to_string()).or_insert((0.0, icb.code));
                if held.counts.people > best.0 {
                    *best = (held.counts.people, icb.code);
                }
            }
        }
        for home in &*result.homes {
            assert_eq!(home.place, Some(most[&home.council.to_string()].1), "{}", home.name);
        }
    }
}

#[test]
fn both_pictures_and_all_numbers_of_larger_places_can_be_saved() {
    for (query, places, unshaded) in [
        ("v=2&view=councils&place=E54000055", 42, 0),
        ("v=2&view=councils&kind=regions&data=iod2019", 9, 0),
        ("v=2&view=councils&kind=combined-authorities", 15, 190),
    ] {
        let page = Scenario::from_query(query).scenario;
        let hexagons = if page.data == Edition::Iod2019 { 317 } else { 296 };
        report(&page).unwrap().with(|exhibits| {
            for chart in [CouncilsChart::Strip, CouncilsChart::Map].map(Chart::from) {
                let csv = chart_csv(chart, exhibits, &ORIGIN).unwrap();
                let heading = kinds::nouns(page.list_kind()).heading;
                let (_, rows) = csv.split_once(&format!("{heading},Share missed,Rank,Number missed,")).unwrap();
                assert_eq!(rows.lines().count(), places + 1, "{query}");
                let drawn = sheet(chart, exhibits, &ORIGIN).unwrap();
                let count = |is: &dyn Fn(&str) -> bool, mark: char| -> usize {
                    let shapes = drawn.layers[0].shapes.iter();
                    let each = shapes.map(|shape| match shape {
                        Shape::Path { class, path } if is(class) => path.matches(mark).count(),
                        _ => 0,
                    });
                    each.sum()
                };
                match chart {
                    Chart::Councils(CouncilsChart::Map) => {
                        assert_eq!(count(&|class| class.starts_with("hex hex"), 'Z'), hexagons, "{query}");
                        assert_eq!(count(&|class| class == NO_SHADE, 'Z'), unshaded, "{query}");
                        let says_none = drawn.key.iter().any(|(class, _)| *class == NO_SHADE);
                        assert_eq!(says_none, unshaded > 0, "{query}");
                    }
                    _ => assert_eq!(count(&|class| class == "strip__dot", 'M'), places, "{query}"),
                }
            }
            assert_eq!(results_csv(exhibits).unwrap().matches(",places.is_in_place,").count(), places);
        });
    }
}

fn shared(path: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    fs::read(&path).map_err(|_| println!("skipped: no {}", path.display())).ok()
}

/// The official files, where there are any, by single areas.
#[test]
fn a_file_of_all_england_answers_for_all_kinds_but_boards_that_cut_councils() {
    for (edition, path) in [
        (Edition::Iod2019, "iod2019/File_7_IoD2019_rebuilt_30_columns.csv"),
        (Edition::Iod2025, "iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv"),
    ] {
        let Some(text) = shared(path) else { continue };
        let file = Importer::read(&text).unwrap();
        let figures = income(edition);
        let places = figures.places();
        for kind in ListKind::ALL {
            let page = scenario(edition, kind, "E07000008");
            if kind == ListKind::Icbs {
                assert_eq!(file_answers(&file, &places, &page), Err(NoFile::ListIsCut));
                assert!(PlacesIn::of_file(&file, &places, &page, (page.need, page.rank)).is_err());
                continue;
            }
            assert_eq!(file_answers(&file, &places, &page), Ok(()), "{kind:?}");
            for (cut, bound) in [(CutKind::National, 1e-4), (CutKind::Local, 0.015)] {
                let page = Scenario { cut, ..page.clone() };
                let input = PlacesIn::of_file(&file, &places, &page, (page.need, page.rank)).unwrap();
                let (exact, stood_in) = (Councils::new(&page, &input).unwrap(), works(&figures, &page));
                assert!(words::figures(&page, &exact).starts_with("Exact"));
                for row in &exact.rows {
                    let found = row.figures.unwrap().exclusion_error;
                    let near = stood_in.row_of(row.code).unwrap().figures.unwrap().exclusion_error;
                    assert!((found - near).abs() <= bound, "{}: {found} and {near}", row.name);
                    // To the last digit what the first view says with the same file.
                    let extent = Place::of([row.code]).unwrap().extent(edition, &places);
                    let codes = extent.whole_authorities().unwrap();
                    let population = file.population(&codes, page.need, page.rank).unwrap();
                    let prepared = who_gets_missed::results::RankedPlace::new(population).unwrap();
                    let missed =
                        TargetingResult::new(&Scenario { view: View::Missed, ..page.clone() }, &prepared).unwrap();
                    assert_eq!(found.to_bits(), missed.target.measures.exclusion_error.to_bits(), "{}", row.name);
                }
            }
        }
    }
}

/// Borders found in councils, and a few that these do not tell of, are those of outlines of small areas of 2021, where there are
/// any. They follow the banks of the Thames, where borders of councils meet in the middle.
#[test]
fn boards_border_where_their_small_areas_do() {
    let Some(outlines) = shared("boundaries/lsoa21_England.geojson") else { return };
    let outlines: Value = serde_json::from_slice(&outlines).unwrap();
    let column = |path: &str, from: &str, to: &str| -> BTreeMap<String, String> {
        let text = String::from_utf8(shared(path).unwrap()).unwrap();
        // Names of wards have commas; they stand in quotes.
        let fields = |line: &str| -> Vec<String> {
            let parts = line.split('"').enumerate();
            let plain = parts.map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { part.replace(',', " ") });
            plain.collect::<String>().split(',').map(str::to_owned).collect()
        };
        let mut lines = text.trim_start_matches('\u{feff}').lines().map(fields);
        let head = lines.next().unwrap();
        let [from, to] = [from, to].map(|name| head.iter().position(|heading| *heading == name).unwrap());
        lines.map(|line| (line[from].to_owned(), line[to].to_owned())).collect()
    };
    let of_2024 = column("geography/lsoa21_lookup_2024.csv", "lsoa21_code", "icb24_code");
    let of_2022 = column("geography/lsoa11_lookup_2022.csv", "lsoa11_code", "icb22_code");
    let earlier = column("geography/lsoa11_lsoa21.csv", "lsoa21_code", "lsoa11_code");
    for edition in Edition::ALL {
        let mut sides: BTreeMap<[String; 2], BTreeSet<&str>> = BTreeMap::new();
        for feature in outlines["features"].as_array().unwrap() {
            let area = feature["properties"]["LSOA21CD"].as_str().unwrap();
            let icb = match edition {
                Edition::Iod2025 => &of_2024[area],
                Edition::Iod2019 => &of_2022[&earlier[area]],
            };
            let geometry = &feature["geometry"];
            let whole = [geometry["coordinates"].clone()];
            let polygons =
                if geometry["type"] == "Polygon" { &whole[..] } else { geometry["coordinates"].as_array().unwrap() };
            for ring in polygons.iter().flat_map(|polygon| polygon.as_array().unwrap()) {
                for side in ring.as_array().unwrap().windows(2) {
                    let mut ends = [side[0].to_string(), side[1].to_string()];
                    ends.sort();
                    sides.entry(ends).or_default().insert(icb);
                }
            }
        }
        let mut on_the_ground: BTreeSet<(PlaceCode, PlaceCode)> = BTreeSet::new();
        for icbs in sides.values().filter(|icbs| icbs.len() > 1) {
            for (one, other) in icbs.iter().flat_map(|one| icbs.iter().map(move |other| (one, other))) {
                on_the_ground.extend((one != other).then(|| (code(one), code(other))));
            }
        }
        let listed = income(edition).places().all_of(edition, PlaceKind::Icb);
        let map = HexMap::of(edition);
        let mut found = BTreeSet::new();
        for place in &listed {
            let others = listed.iter().map(|other| (other.code, &other.extent));
            found.extend(
                map.bordering(edition, (place.code, &place.extent), others).into_iter().map(|c| (place.code, c)),
            );
        }
        assert!(found.iter().all(|&(one, other)| found.contains(&(other, one))), "each borders the other");
        let missing: Vec<_> = on_the_ground.difference(&found).collect();
        assert!(missing.is_empty(), "{edition:?}: {missing:?}");
        let over_water: Vec<_> = found.difference(&on_the_ground).filter(|(one, other)| one < other).collect();
        // North West and North East London with South East London.
        let expected = [("E54000027", "E54000030"), ("E54000029", "E54000030")].map(|(a, b)| (code(a), code(b)));
        let expected: Vec<_> = expected.iter().filter(|_| edition == Edition::Iod2025).collect();
        assert_eq!(over_water, expected, "{edition:?}");
    }
}

#[test]
fn a_share_missed_reads_the_same_on_the_list_and_on_the_place_s_own_page() {
    let figures = income(Edition::Iod2025);
    for kind in LARGER {
        let page = scenario(Edition::Iod2025, kind, "england");
        for row in &works(&figures, &page).rows {
            let own = missed(&figures, &page, row.code);
            assert_eq!(words::row(row)[1], number::percent_left(own.target.measures.coverage), "{}", row.name);
        }
    }
}
