//! The view `councils`: all councils side by side, on the map, in the list and in sentences.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
    pub mod standing;
}

use std::collections::BTreeSet;

use serde_json::Value;
use support::built_in::{BuiltIn, report, tables};
use support::standing::{check, read};
use who_gets_missed::chart::{Chart, CouncilsChart, Shape};
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::hexagons::HexMap;
use who_gets_missed::data::{AuthorityCode, Edition, NeedMeasure, Places, RankBy};
use who_gets_missed::export::{Origin, chart_csv, document, results_csv, sheet};
use who_gets_missed::model::Basis;
use who_gets_missed::results::councils::{Councils, Named, PlacesIn, Verdict};
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{CutKind, ListOrder, Percent, Place, Scenario, View};
use who_gets_missed::words::{councils as words, number};

const ORIGIN: Origin = Origin { date: "2026-11-25", link: "https://example.org/missed/" };

fn code(text: &str) -> AuthorityCode {
    text.parse().unwrap()
}

fn figures(edition: Edition, need: NeedMeasure, rank: RankBy) -> BuiltIn {
    BuiltIn::read(Table { edition, need, rank })
}

fn income(edition: Edition) -> BuiltIn {
    figures(edition, NeedMeasure::Income, RankBy::Imd)
}

fn scenario(edition: Edition, place: &str) -> Scenario {
    Scenario { view: View::Councils, data: edition, place: place.parse().unwrap(), ..Scenario::default() }
}

fn works(figures: &BuiltIn, scenario: &Scenario) -> Councils {
    Councils::new(scenario, &figures.every_place(scenario).unwrap()).unwrap()
}

/// How far two hexagons are from each other, from their columns and rows alone. An odd row begins half a hexagon further east.
fn apart(a: (u8, u8), b: (u8, u8)) -> i32 {
    let cube = |(column, row): (u8, u8)| {
        let (column, row) = (i32::from(column), i32::from(row));
        let q = column - (row - row % 2) / 2;
        [q, row, -q - row]
    };
    let (a, b) = (cube(a), cube(b));
    (0..3).map(|axis| (a[axis] - b[axis]).abs()).max().unwrap()
}

#[test]
fn every_council_has_a_hexagon_of_its_own_and_most_that_border_touch() {
    // What `scripts/hexagons.mjs` measured on the outlines: pairs that share a border, and those of them that touch.
    for (edition, pairs, touching) in [(Edition::Iod2019, 817, 637), (Edition::Iod2025, 771, 593)] {
        let map = HexMap::of(edition);
        let on_map: Vec<AuthorityCode> = map.hexagons().iter().map(|hexagon| hexagon.code).collect();
        let all: Vec<AuthorityCode> = income(edition).authorities().iter().map(|authority| authority.code).collect();
        assert_eq!(AuthorityCode::sorted(all.iter().copied()), on_map, "{edition:?}");
        let cells: BTreeSet<(u8, u8)> = map.hexagons().iter().map(|hexagon| (hexagon.column, hexagon.row)).collect();
        assert_eq!(cells.len(), on_map.len(), "two councils share a hexagon");
        let at = |code| map.find(code).map(|hexagon| (hexagon.column, hexagon.row)).unwrap();
        let mut found = (0, 0);
        for &one in &on_map {
            let near = map.neighbours(one);
            assert!(near.is_sorted() && !near.contains(&one), "{one}");
            for other in near {
                assert!(map.neighbours(other).contains(&one), "{one} borders {other}, but not the other way round");
                found.0 += 1;
                found.1 += i32::from(apart(at(one), at(other)) == 1);
            }
        }
        assert_eq!(found, (2 * pairs, 2 * touching), "{edition:?}");
        assert!(f64::from(touching) > 0.75 * f64::from(pairs));
    }
}

#[test]
fn borders_are_those_on_the_ground() {
    // Cambridge lies inside South Cambridgeshire; Rutland has no coast and no border with Nottinghamshire; islands border nobody.
    for edition in Edition::ALL {
        let near = |text| HexMap::of(edition).neighbours(code(text));
        assert_eq!(near("E07000008"), [code("E07000012")]);
        assert_eq!(near("E06000046"), []);
        assert_eq!(near("E06000053"), []);
        assert!(near("E06000031").contains(&code("E07000010")), "Peterborough and Fenland");
        assert!(!near("E06000017").contains(&code("E07000175")), "Rutland and Newark and Sherwood");
    }
    // Councils that merged: Corby bordered Kettering; North Northamptonshire borders Rutland.
    assert!(HexMap::of(Edition::Iod2019).neighbours(code("E07000150")).contains(&code("E07000153")));
    assert!(HexMap::of(Edition::Iod2025).neighbours(code("E06000061")).contains(&code("E06000017")));
}

#[test]
fn north_is_up_and_east_is_right() {
    for edition in Edition::ALL {
        let map = HexMap::of(edition);
        let at = |text| map.find(code(text)).map(|hexagon| (hexagon.column, hexagon.row)).unwrap();
        // Northumberland, Norwich, Canterbury, Cornwall.
        let [north, east, south_east, south_west] = ["E06000057", "E07000148", "E07000106", "E06000052"].map(at);
        assert!(north.1 < east.1 && east.1 < south_east.1, "{edition:?}");
        assert!(south_west.0 < north.0 && north.0 < east.0, "{edition:?}");
    }
}

/// What the first view says of a council by itself.
fn alone(figures: &BuiltIn, scenario: &Scenario, code: AuthorityCode) -> TargetingResult {
    let prepared = RankedPlace::new(figures.population([code].as_slice())).unwrap();
    let page = Scenario { view: View::Missed, place: Place::of([code]).unwrap(), ..scenario.clone() };
    TargetingResult::new(&page, &prepared).unwrap()
}

const SCALES: [(CutKind, Basis, bool); 4] = [
    (CutKind::National, Basis::Areas, false),
    (CutKind::Local, Basis::Areas, false),
    (CutKind::Local, Basis::Areas, true),
    (CutKind::Local, Basis::People, false),
];

#[test]
fn each_row_is_what_the_council_s_own_page_says() {
    for table in tables() {
        let figures = BuiltIn::read(table);
        let shares = [5, 200, 333, 700].into_iter().map(Percent::from_tenths);
        for ((cut, basis, whole), share) in SCALES.into_iter().zip(shares) {
            let Table { edition, need, rank } = table;
            let page = Scenario { need, rank, cut, basis, whole, share, ..scenario(edition, "E07000008") };
            let result = works(&figures, &page);
            assert_eq!(result.rows.len(), figures.authorities().len());
            for row in &result.rows {
                let (own, missed) = (row.figures.unwrap(), alone(&figures, &page, row.code.authority().unwrap()));
                let target = &missed.target.measures;
                let expected =
                    [missed.people, missed.in_need, missed.need_rate, target.coverage, target.exclusion_error];
                let found = [own.people, own.in_need, own.need_rate, own.coverage, own.exclusion_error];
                for (found, expected) in found.into_iter().zip(expected) {
                    assert!((found - expected).abs() < 1e-9, "{} of {table:?}: {found}, not {expected}", row.name);
                }
                assert!((own.in_need_missed - missed.in_need_outside()).abs() < 1e-6, "{}", row.name);
            }
            assert_eq!(result.missed, alone(&figures, &page, code("E07000008")));
        }
    }
}

#[test]
fn standings_are_those_of_the_official_file() {
    // Worked out by a script of a few lines of Python from File 7 of 2019 (rate times people, areas ranked 1 to 6,568 targeted):
    // the share missed in per cent, and how many of the other 316 councils miss more, the same and less when rounded to tenths.
    for (council, missed, [more, same, less]) in [
        ("E08000012", "15.1%", [316, 0, 0]),
        ("E07000008", "90.1%", [112, 0, 204]),
        ("E07000010", "72.1%", [175, 1, 140]),
    ] {
        let result = works(&income(Edition::Iod2019), &scenario(Edition::Iod2019, council));
        let standing = result.standing.unwrap();
        assert_eq!(number::percent_left(result.own.coverage), missed, "{council}");
        assert_eq!([standing.more, standing.same, standing.less], [more, same, less], "{council}");
        let spread = result.spread.unwrap();
        let middle = [spread.middle_from, spread.middle_to].map(|figures| number::percent_left(figures.coverage));
        assert_eq!(middle, ["53.9%", "95.3%"]);
        let [most, least] = result.ends().unwrap();
        assert_eq!((most.len(), least.len()), (57, 1));
        // Councils without an area in that fifth miss everybody.
        assert!(most.iter().all(|row| row.figures.unwrap().people_share == 0.0 && row.rank == Some((1, true))));
        assert_eq!((&*least[0].name, least[0].rank), ("Liverpool", Some((317, false))));
    }
}

#[test]
fn the_answer_is_true_of_every_council_and_choice() {
    let mut checked = 0;
    let mut verdicts = BTreeSet::new();
    for (turn, table) in tables().enumerate() {
        let figures = BuiltIn::read(table);
        let Table { edition, need, rank } = table;
        let all = figures.authorities();
        let page = Scenario { need, rank, ..scenario(edition, "england") };
        let input = figures.every_place(&page).unwrap();
        let shares = [0, 10, 50, 173, 200, 500, 900, 1000];
        for (at, authority) in all.iter().enumerate() {
            let (cut, basis, whole) = SCALES[(at + turn) % SCALES.len()];
            for share in [shares[at % shares.len()], shares[(at / 8 + turn) % shares.len()]].map(Percent::from_tenths) {
                let place = Place::of([authority.code]).unwrap();
                let page = Scenario { cut, basis, whole, share, place, ..page.clone() };
                let own = input.all.iter().find(|place| place.code == authority.code).unwrap();
                let input = PlacesIn { own: own.prepared.clone().unwrap().into(), ..input.clone() };
                let result = Councils::new(&page, &input).unwrap();
                check(&page, &result).unwrap_or_else(|why| panic!("{table:?} {cut:?} {share}: {why}"));
                verdicts.insert(format!("{:?}", result.standing.unwrap().verdict));
                checked += 1;
            }
        }
        for place in ["england", "cambridgeshire-peterborough", "E08000003,E08000006", "E09000001,E09000033"] {
            for share in shares.map(Percent::from_tenths) {
                let (cut, basis, whole) = SCALES[usize::from(share.tenths()) / 10 % SCALES.len()];
                let page = Scenario { cut, basis, whole, share, place: place.parse().unwrap(), ..page.clone() };
                check(&page, &works(&figures, &page)).unwrap_or_else(|why| panic!("{table:?} {cut:?} {share}: {why}"));
                checked += 1;
            }
        }
    }
    println!("{checked} answers read again");
    assert_eq!(verdicts.len(), 6, "{verdicts:?}");
}

#[test]
fn nobody_stands_out_where_all_miss_the_same() {
    for share in [0, 1000] {
        let page = Scenario { share: Percent::from_tenths(share), ..scenario(Edition::Iod2025, "E07000008") };
        let result = works(&income(Edition::Iod2025), &page);
        assert_eq!(result.standing.unwrap().verdict, Verdict::AllAlike);
        assert_eq!(words::headline(&result), "Not unusual. All of the other 295 councils would miss the same share.");
        assert!(!words::detail(&result).contains("Shares run"));
    }
}

#[test]
fn the_list_is_in_the_order_asked_for() {
    let figures = income(Edition::Iod2025);
    let input = figures.every_place(&scenario(Edition::Iod2025, "england")).unwrap();
    let mut lists = BTreeSet::new();
    for order in ListOrder::ALL {
        let page = Scenario { list: order, ..scenario(Edition::Iod2025, "england") };
        let result = Councils::new(&page, &input).unwrap();
        let rows: Vec<Vec<String>> = words::rows(&result);
        let column =
            |at: usize| -> Vec<f64> { rows.iter().map(|row| read(&row[at].replace([',', '='], ""))).collect() };
        match order {
            ListOrder::Name => assert!(rows.is_sorted_by_key(|row| row[0].clone())),
            ListOrder::Most => assert!(column(1).is_sorted_by(|a, b| a >= b) && column(2).is_sorted()),
            ListOrder::Least => assert!(column(1).is_sorted() && column(2).is_sorted_by(|a, b| a >= b)),
            ListOrder::Number => assert!(column(3).is_sorted_by(|a, b| a >= b)),
            ListOrder::Rate => assert!(column(4).is_sorted_by(|a, b| a >= b)),
        }
        // What ties stands by name.
        if matches!(order, ListOrder::Most | ListOrder::Least) {
            assert!(rows.windows(2).all(|pair| pair[0][1] != pair[1][1] || pair[0][0] < pair[1][0]), "{order:?}");
        }
        let names: BTreeSet<&String> = rows.iter().map(|row| &row[0]).collect();
        assert_eq!(names.len(), 296);
        lists.insert(rows.into_iter().map(|row| row[0].clone()).collect::<Vec<_>>());
    }
    assert_eq!(lists.len(), ListOrder::ALL.len(), "two orders are the same");
}

#[test]
fn the_list_is_searched_by_names_and_codes() {
    let result = works(&income(Edition::Iod2025), &scenario(Edition::Iod2025, "england"));
    let found = |typed: &str| -> BTreeSet<String> {
        result.matching(typed).into_iter().map(|at| result.rows[at].name.clone()).collect()
    };
    let names = |all: &[&str]| all.iter().map(|&name| name.to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(found("cambridgeshire"), names(&["East Cambridgeshire", "South Cambridgeshire"]));
    assert_eq!(found(" LEEDS "), names(&["Leeds"]));
    assert_eq!(found("e07000008"), names(&["Cambridge"]));
    assert_eq!(found("atlantis"), names(&[]));
    assert_eq!(found("").len(), 296);
    assert_eq!(result.matching(""), (0..296).collect::<Vec<_>>(), "in the order of the list");
}

#[test]
fn neighbours_members_or_both_ends_are_named() {
    let figures = income(Edition::Iod2025);
    let named = |place: &str| {
        let result = works(&figures, &scenario(Edition::Iod2025, place));
        let names: Vec<String> = result.named_rows.iter().map(|&at| result.rows[at].name.clone()).collect();
        let shares: Vec<f64> = result.named_rows.iter().map(|&at| read(&words::row(&result.rows[at])[1])).collect();
        assert!(shares.is_sorted_by(|a, b| a >= b), "the largest share missed first");
        (result.named, names)
    };
    assert_eq!(named("E07000008"), (Named::Neighbours, vec!["South Cambridgeshire".to_owned()]));
    assert_eq!(named("E06000046"), (Named::Neighbours, Vec::new()));
    let (kind, mut members) = named("cambridgeshire-peterborough");
    members.sort_unstable();
    let districts =
        ["Cambridge", "East Cambridgeshire", "Fenland", "Huntingdonshire", "Peterborough", "South Cambridgeshire"];
    assert_eq!((kind, members), (Named::Members, districts.map(str::to_owned).to_vec()));
    let (kind, ends) = named("england");
    assert_eq!((kind, ends.len()), (Named::Ends, 10));
}

fn json(query: &str) -> Value {
    report(&Scenario::from_query(query).scenario).unwrap().with(|exhibits| document(exhibits).unwrap())
}

#[test]
fn a_link_comes_to_every_council_with_what_is_said_of_it() {
    let all = json("v=2&view=councils&place=E07000010&data=iod2019");
    assert_eq!(all["councils"].as_array().unwrap().len(), 317);
    assert_eq!(all["people_estimated"], false);
    assert_eq!(all["is_approximate"], false);
    let own = all["councils"].as_array().unwrap().iter().find(|row| row["code"] == "E07000010").unwrap();
    assert_eq!((&own["name"], &own["is_in_place"]), (&Value::from("Fenland"), &Value::from(true)));
    assert_eq!(own["figures"], all["own"]);
    assert_eq!(all["says"]["headline"].as_str().unwrap().split('.').next(), Some("Not unusual"));
    assert_eq!(json("v=2&view=councils")["people_estimated"], true);
    assert_eq!(json("v=2&view=councils&share=17.5")["is_approximate"], true);
    let about = json("v=2&view=councils&cut=local")["says"]["figures"].as_str().unwrap().to_owned();
    assert!(about.contains("0.25") && about.contains("1.5") && about.contains("the other way round"), "{about}");
}

#[test]
fn both_pictures_and_all_numbers_can_be_saved() {
    for query in ["v=2&view=councils", "v=2&view=councils&place=england&cut=local", "view=councils&place=E06000053"] {
        let page = Scenario::from_query(query).scenario;
        let count = if page.data == Edition::Iod2019 { 317 } else { 296 };
        report(&page).unwrap().with(|exhibits| {
            for chart in [CouncilsChart::Strip, CouncilsChart::Map].map(Chart::from) {
                let csv = chart_csv(chart, exhibits, &ORIGIN).unwrap();
                let (head, rows) = csv.split_once("Council,Share missed,Rank,Number missed,").unwrap();
                assert_eq!(rows.lines().count(), count + 1, "{query}");
                assert!(
                    head.contains("https://example.org/missed/") && head.contains("English Indices of Deprivation")
                );
                let drawn = sheet(chart, exhibits, &ORIGIN).unwrap();
                let hexagons: usize = drawn.layers[0]
                    .shapes
                    .iter()
                    .map(|shape| match shape {
                        Shape::Path { class, path } if class.starts_with("hex hex") => path.matches('Z').count(),
                        Shape::Path { class: "strip__dot", path } => path.matches('M').count(),
                        _ => 0,
                    })
                    .sum();
                assert_eq!(hexagons, count, "{query} {chart:?}");
                let svg = drawn.draw();
                assert!(svg.text.contains("fill-opacity") && svg.height < 2_000, "{}", svg.height);
            }
            let csv = results_csv(exhibits).unwrap();
            assert_eq!(csv.matches(",councils.is_in_place,").count(), count);
        });
    }
}

#[test]
fn shades_say_what_the_numbers_say() {
    let result = works(&income(Edition::Iod2025), &scenario(Edition::Iod2025, "E07000008"));
    let bands = who_gets_missed::export::councils_bands(&result);
    for row in &result.rows {
        let missed = read(&words::row(row)[1]);
        let said = words::band(&bands, bands.of(row.figures.unwrap().missed_tenths()));
        let ends: Vec<f64> = said.split(' ').filter(|part| part.ends_with('%')).map(read).collect();
        let is_open = said.contains("under");
        let holds = missed >= ends[0] && (missed < ends[1] || (!is_open && missed <= ends[1]));
        assert!(holds, "{}: {missed} is not “{said}”", row.name);
    }
}

/// The official files, where there are any, by single areas.
#[test]
fn a_file_of_all_england_gives_exact_rows_near_the_built_in_ones() {
    use who_gets_missed::data::official::Importer;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    for (edition, path) in [
        (Edition::Iod2019, "iod2019/File_7_IoD2019_rebuilt_30_columns.csv"),
        (Edition::Iod2025, "iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv"),
    ] {
        let Ok(text) = std::fs::read(folder.join(path)) else {
            println!("skipped: no {path} in ../shared/data");
            continue;
        };
        let file = Importer::read(&text).unwrap();
        let built_in = income(edition);
        for (cut, bound) in [(CutKind::National, 1e-4), (CutKind::Local, 0.0025)] {
            let page = Scenario { cut, list: ListOrder::Name, ..scenario(edition, "E07000008") };
            let places = Places::of(std::sync::Arc::new(built_in.authorities()));
            let input = PlacesIn::of_file(&file, &places, &page, (page.need, page.rank)).unwrap();
            let exact = Councils::new(&page, &input).unwrap();
            let stood_in = works(&built_in, &page);
            assert!(words::figures(&page, &exact).starts_with("Exact"));
            for (a, b) in exact.rows.iter().zip(&stood_in.rows) {
                let (exact, stood_in) = (a.figures.unwrap().exclusion_error, b.figures.unwrap().exclusion_error);
                assert!((exact - stood_in).abs() <= bound && a.code == b.code, "{}: {exact} and {stood_in}", a.name);
            }
        }
    }
}
