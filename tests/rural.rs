//! Rural and urban areas: that the figures by class add up to those that there are, how near they are to single areas, and what
//! they come to for a place.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
    #[allow(dead_code)]
    pub mod read_sentence;
}

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use support::built_in::{BuiltIn, report, tables, text};
use support::read_sentence::{Claim, numbers};
use who_gets_missed::data::figures::{FiguresTable, Part, REGIONS, Table};
use who_gets_missed::data::make_blocks::area_codes;
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::rural::{AreaClass, ClassHeld, RuralFigures, held};
use who_gets_missed::data::{Block, Edition, Extent, NeedMeasure, PlaceCode, PlaceKind, RankBy};
use who_gets_missed::export::{Origin, document, results_csv, results_csvw};
use who_gets_missed::model::{Counts, NationalPosition};
use who_gets_missed::results::report::Content;
use who_gets_missed::results::rural::{ClassSplit, RuralSplit};
use who_gets_missed::scenario::{CutKind, Percent, Place, Scenario, ToQuery, Within};
use who_gets_missed::words::says;

/// The number of areas of each class in the lists of the Office for National Statistics: rural 2011, town and fringe (3,056) and
/// village (2,542); rural 2021, larger (2,887) and smaller (2,667). Together they are all areas of England.
const AREAS: [(Edition, [f64; AreaClass::COUNT]); Edition::COUNT] =
    [(Edition::Iod2019, [3_056.0 + 2_542.0, 27_246.0]), (Edition::Iod2025, [2_887.0 + 2_667.0, 28_201.0])];

fn rural(table: Table, part: Part) -> RuralFigures {
    let path = RuralFigures::path(table, part);
    text(&path).parse().unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn parts() -> impl Iterator<Item = Part> {
    Part::ALL.into_iter().chain([Part::Blocks])
}

/// A target that holds everything.
const ALL: u16 = 1000;

/// What each authority or block of a part holds by class.
fn each(table: Table, part: Part, tenths: u16) -> Vec<(Block, Counts, [ClassHeld; AreaClass::COUNT])> {
    let (figures, all): (_, FiguresTable) = (rural(table, part), text(&table.path(part)).parse().unwrap());
    let of = |whole: &who_gets_missed::data::stand_in::StandIn| {
        // A place of one block is made of the code as it stands in the file.
        let extent = extent(whole.block);
        let by_class = held([&figures], &[&all], &extent, tenths).unwrap();
        let share = f64::from(tenths) / 10.0;
        let areas = whole.areas_within[share as usize];
        (whole.block, whole.holding(areas), by_class)
    };
    all.0.iter().map(of).collect()
}

fn extent(block: Block) -> Extent {
    Extent::of(block)
}

/// Numbers are tenths, so sums of them are as good as whole numbers.
#[track_caller]
fn same(a: f64, b: f64, what: &str) {
    assert!((a - b).abs() < 1e-6 * a.abs().max(1.0), "{what}: {a} is not {b}");
}

#[test]
fn both_classes_add_up_to_every_authority_block_and_to_england_at_every_twentieth() {
    for table in tables() {
        let mut sums = [[Counts::default(); AreaClass::COUNT]; 2];
        for part in parts() {
            for twentieth in 0..=20 {
                for (block, whole, by_class) in each(table, part, twentieth * 50) {
                    let at = format!("{table:?} {block} {twentieth}");
                    let both = by_class[0].among_all + by_class[1].among_all;
                    same(both.people, whole.people, &at);
                    same(both.in_need, whole.in_need, &at);
                    // Where areas tie across an end each class has its part of one, to a ten-thousandth.
                    assert!((both.areas - whole.areas).abs() < 5e-4, "{at}: {both:?} {whole:?}");
                    for own in &by_class {
                        for (of, held) in [("all", own.among_all), ("its class", own.among_class)] {
                            assert!(held.in_need <= held.people + 1e-6, "{at} {of}: {held:?}");
                            assert!(held.people <= own.total.people + 1e-6, "{at} {of}: {held:?}");
                        }
                    }
                }
            }
            for (_, _, by_class) in each(table, part, ALL) {
                let sum = match part {
                    Part::England => 0,
                    Part::Region(_) => 1,
                    Part::Blocks => continue,
                };
                for (sum, own) in sums[sum].iter_mut().zip(by_class) {
                    *sum += own.total;
                    assert_eq!(own.total, own.among_all, "all of England holds all of a class");
                    assert_eq!(own.total, own.among_class, "all of a class holds all of it");
                }
            }
        }
        for (class, expected) in AREAS[table.edition.index()].1.into_iter().enumerate() {
            let [england, regions] = [sums[0][class], sums[1][class]];
            assert_eq!(england.areas, expected, "{table:?}");
            assert_eq!(regions.areas, expected, "{table:?}");
            same(england.people, regions.people, "England");
            same(england.in_need, regions.in_need, "England");
        }
    }
}

#[test]
fn the_blocks_of_an_authority_are_its_classes_within_rounding() {
    for table in tables() {
        let mut of_blocks: BTreeMap<_, [Counts; AreaClass::COUNT]> = BTreeMap::new();
        for (block, _, by_class) in each(table, Part::Blocks, ALL) {
            let sums = of_blocks.entry(block.authority).or_default();
            for (sum, own) in sums.iter_mut().zip(by_class) {
                *sum += own.total;
            }
        }
        let mut found = 0;
        for (block, _, by_class) in REGIONS.into_iter().flat_map(|part| each(table, part, ALL)) {
            let Some(blocks) = of_blocks.get(&block.authority) else { continue };
            found += 1;
            for (own, blocks) in by_class.iter().zip(blocks) {
                assert_eq!(own.total.areas, blocks.areas, "{block}");
                // Each of twenty stretches of each block is rounded to a tenth.
                assert!((own.total.people - blocks.people).abs() <= 4.0, "{block}: {own:?} {blocks:?}");
                assert!((own.total.in_need - blocks.in_need).abs() <= 4.0, "{block}: {own:?} {blocks:?}");
            }
        }
        assert_eq!(found, of_blocks.len());
    }
}

/// An official file with what each of its areas is and where it lies.
struct Areas {
    file: OfficialFile,
    classes: Vec<AreaClass>,
    sub_icbs: Vec<PlaceCode>,
}

/// The official files, if they are there.
fn official(edition: Edition) -> Option<Areas> {
    let folder = std::env::var_os("MISSED_TEST_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let (file, lookup) = match edition {
        Edition::Iod2019 => ("iod2019/File_7_IoD2019_rebuilt_30_columns.csv", "geography/lsoa11_lookup_2022.csv"),
        Edition::Iod2025 => {
            ("iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv", "geography/lsoa21_lookup_2024.csv")
        }
    };
    for name in [file, lookup] {
        if !folder.join(name).exists() {
            eprintln!("skipped: there is no {}", folder.join(name).display());
            return None;
        }
    }
    let bytes = fs::read(folder.join(file)).unwrap();
    let lookup = fs::read_to_string(folder.join(lookup)).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let class = match cells.iter().rev().find(|cell| ["Rural", "Urban"].contains(cell))? {
            &"Rural" => AreaClass::Rural,
            _ => AreaClass::Urban,
        };
        let code =
            cells.iter().filter_map(|cell| cell.parse::<PlaceCode>().ok()).find(|c| c.kind() == PlaceKind::SubIcb)?;
        Some((cells[0].to_owned(), (class, code)))
    };
    let of: BTreeMap<String, (AreaClass, PlaceCode)> = lookup.lines().filter_map(row).collect();
    let (classes, sub_icbs) = area_codes(&bytes).unwrap().iter().map(|code| of[code]).unzip();
    Some(Areas { file: Importer::read(&bytes).unwrap(), classes, sub_icbs })
}

impl Areas {
    /// Each area's position among its class: single areas by rank, areas that tie as a stretch, as England's ranking has them.
    fn positions(&self, need: NeedMeasure, rank: RankBy) -> Vec<[NationalPosition; 2]> {
        let all = self.file.positions(need, rank);
        let mut positions: Vec<_> = all.iter().map(|(_, position)| [position.unwrap(); 2]).collect();
        for class in AreaClass::ALL {
            let mut own: Vec<usize> = (0..all.len()).filter(|&at| self.classes[at] == class).collect();
            own.sort_by(|&a, &b| all[a].0.total_cmp(&all[b].0));
            let of = own.len();
            let mut before = 0;
            for tied in own.chunk_by(|&a, &b| all[a].0 == all[b].0) {
                let after = before + tied.len();
                for &at in tied {
                    positions[at][1] = match positions[at][0] {
                        NationalPosition::Rank { .. } => NationalPosition::Rank { rank: after as u32, of: of as u32 },
                        NationalPosition::Stretch { .. } => {
                            NationalPosition::Stretch { from: before as f64 / of as f64, to: after as f64 / of as f64 }
                        }
                    };
                }
                before = after;
            }
        }
        positions
    }
}

const PROMISED: f64 = 0.0025;

#[test]
fn every_whole_per_cent_of_both_rankings_is_within_a_quarter_of_a_point_of_single_areas() {
    let mut worst: (f64, String) = (0.0, String::new());
    let (mut checked, mut past) = (0_u32, 0_u32);
    for edition in Edition::ALL {
        let Some(areas) = official(edition) else { continue };
        for class in AreaClass::ALL {
            let number = areas.classes.iter().filter(|&&of| of == class).count();
            assert_eq!(number as f64, AREAS[edition.index()].1[class.index()], "official areas of {class:?}");
        }
        for table in tables().filter(|table| table.edition == edition) {
            let positions = areas.positions(table.need, table.rank);
            for part in parts() {
                let (figures, all): (_, FiguresTable) = (rural(table, part), text(&table.path(part)).parse().unwrap());
                for whole in &all.0 {
                    let is_in = |at: usize| match part {
                        Part::England => true,
                        Part::Region(_) | Part::Blocks => {
                            let authority = areas.file.authorities[usize::from(areas.file.areas[at].authority)].code;
                            let block = whole.block;
                            block.authority == authority && block.sub_icb.is_none_or(|code| code == areas.sub_icbs[at])
                        }
                    };
                    let own: Vec<usize> = (0..positions.len()).filter(|&at| is_in(at)).collect();
                    for percent in 0..=100_u16 {
                        let found = held([&figures], &[&all], &extent(whole.block), percent * 10).unwrap();
                        for class in AreaClass::ALL {
                            let of_class = own.iter().filter(|&&at| areas.classes[at] == class);
                            let counts = |at: usize| areas.file.areas[at].counts(table.need);
                            let total = of_class.clone().fold(Counts::default(), |sum, &at| sum + counts(at));
                            for (which, about) in [found[class.index()].among_all, found[class.index()].among_class]
                                .into_iter()
                                .enumerate()
                            {
                                let cut = f64::from(percent) / 100.0;
                                let exact = of_class.clone().fold(Counts::default(), |sum, &at| {
                                    sum + counts(at) * positions[at][which].share_within(cut)
                                });
                                let off = |about: f64, exact: f64, of: f64| {
                                    if of > 0.0 { (about - exact).abs() / of } else { about }
                                };
                                let off = off(about.people, exact.people, total.people).max(off(
                                    about.in_need,
                                    exact.in_need,
                                    total.in_need,
                                ));
                                let is_exact = which == 0 && percent % 5 == 0;
                                // Each 5% of each council is rounded to a tenth of a person.
                                let councils = if part == Part::England { areas.file.authorities.len() } else { 1 };
                                let rounding = 2.5 * councils as f64 / total.in_need.min(total.people).max(1.0);
                                let at = || format!("{table:?} {} {class:?} {percent}% of {which}", whole.block);
                                // Of a handful of people a tenth of one is more than the bound.
                                let tenth = 0.11 / total.in_need.min(total.people).max(1.0);
                                let most =
                                    if is_exact { rounding.min(PROMISED.max(tenth)) } else { PROMISED.max(tenth) };
                                assert!(off <= most, "{off}: {}", at());
                                past += u32::from(off > PROMISED);
                                checked += 1;
                                if off > worst.0 {
                                    worst = (off, at());
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    println!(
        "{checked} numbers, {past} of them past the bound by a tenth of a person; {:.6} off at most: {}",
        worst.0, worst.1
    );
    assert!(f64::from(past) <= 1e-3 * f64::from(checked), "{past}");
}

fn page(query: &str) -> (Scenario, RuralSplit) {
    let scenario = Scenario::from_kept(query).scenario;
    assert_eq!(scenario.within, Within::Rural, "{query}");
    let report = report(&scenario).unwrap();
    let Content::OfPlace(of) = report.content() else { panic!("{query}") };
    (scenario, of.rural.unwrap())
}

/// What a class of a place comes to: areas, people in need; of the national fifth areas and share reached; of the fifth of the class.
struct Expected {
    areas: f64,
    in_need: f64,
    national: (f64, f64),
    within: (f64, f64),
}

const fn expected(areas: f64, in_need: f64, national: (f64, f64), within: (f64, f64)) -> Expected {
    Expected { areas, in_need, national, within }
}

#[track_caller]
fn check_class(own: &ClassSplit, expected: &Expected) {
    assert_eq!(own.areas, expected.areas);
    assert!((own.in_need - expected.in_need).abs() < 0.6, "{own:?}");
    assert_eq!(own.national.areas, expected.national.0);
    assert!((own.national.coverage.unwrap() - expected.national.1).abs() < 5e-5, "{own:?}");
    assert_eq!(own.within.areas, expected.within.0);
    assert!((own.within.coverage.unwrap() - expected.within.1).abs() < PROMISED, "{own:?}");
    assert_eq!(own.national.in_need_missed, own.in_need - own.national.in_need);
}

/// Worked out by Python (numpy) from File 7 and the lists of the Office for National Statistics, area by area: those of the class
/// in the council; of them those whose rank is at most a fifth of England's areas; and those whose place among the class, by that
/// rank, is at most a fifth of England's areas of the class. People on low incomes are rate times people.
#[test]
fn places_come_to_what_single_areas_say() {
    for (query, rural, urban, [national, within], missed_share) in [
        (
            "v=2&within=rural&place=E07000146",
            expected(53.0, 15_474.1, (5.0, 0.144_931), (38.0, 0.796_521)),
            expected(39.0, 15_449.9, (12.0, 0.561_783), (12.0, 0.561_783)),
            [0.353_194, 0.679_244],
            0.661_511,
        ),
        (
            "v=2&within=rural&place=E06000052",
            expected(183.0, 61_967.8, (11.0, 0.108_854), (102.0, 0.653_291)),
            expected(153.0, 64_643.0, (25.0, 0.274_359), (20.0, 0.226_598)),
            [0.193_355, 0.435_436],
            0.540_707,
        ),
        (
            "v=2&data=iod2019&within=rural&place=E07000012",
            expected(72.0, 6_463.0, (0.0, 0.0), (1.0, 0.014_97)),
            expected(24.0, 2_154.5, (0.0, 0.0), (0.0, 0.0)),
            [0.0, 0.011_227],
            0.749_984,
        ),
    ] {
        let (_, split) = page(query);
        check_class(&split.rural, &rural);
        check_class(&split.urban, &urban);
        assert!((split.national.coverage - national).abs() < 5e-5, "{query}: {split:?}");
        assert!((split.within.coverage - within).abs() < PROMISED, "{query}: {split:?}");
        assert!((split.rural.national.missed_share.unwrap() - missed_share).abs() < 5e-5, "{query}: {split:?}");
    }
}

/// Of England's rural areas few are in its most deprived fifth: 192 of 5,598 in 2019, 209 of 5,554 in 2025, counted in the same way.
#[test]
fn few_of_englands_rural_areas_are_in_its_most_deprived_fifth() {
    for (query, rural, urban) in
        [("v=2&data=iod2019&within=rural", 192.0, 6_376.0), ("v=2&within=rural", 209.0, 6_542.0)]
    {
        for place in ["", "&place=england", "&place=E09000001", "&place=E54000056"] {
            let (_, split) = page(&format!("{query}{place}"));
            assert_eq!(split.rural.areas_in_england_targeted, rural, "{place}");
            assert_eq!(split.urban.areas_in_england_targeted, urban, "{place}");
        }
    }
}

/// A share as it is printed, in per cent: what is nearly none or nearly all lies between the last tenths.
fn shown(share: f64) -> f64 {
    let percent = (1000.0 * share).round() / 10.0;
    match percent {
        p if p <= 0.0 && share > 0.0 => 0.1,
        p if p >= 100.0 && share < 1.0 => 99.9,
        percent => percent,
    }
}

/// What is left of it as it is printed: the two add up to 100.
fn left(share: f64) -> f64 {
    let percent = (1000.0 * share).round() / 10.0;
    match percent {
        p if p <= 0.0 && share > 0.0 => 99.9,
        p if p >= 100.0 && share < 1.0 => 0.1,
        percent => 100.0 - percent,
    }
}

/// Whether a sentence is so.
fn check(kind: &str, scenario: &Scenario, split: &RuralSplit, text: &str) -> Result<(), String> {
    let claim = Claim::of(text);
    let (rural, urban) = (&split.rural, &split.urban);
    let (has_rural, has_urban) = (rural.areas > 0.0, urban.areas > 0.0);
    let tenths = scenario.share.tenths();
    // A fifth and its like are words.
    let size: Vec<f64> =
        if [50, 100, 200, 250, 500].contains(&tenths) { vec![] } else { vec![f64::from(tenths) / 10.0] };
    let is_whole = tenths.is_multiple_of(10);
    match kind {
        "rural_definition" => claim.says("2021", scenario.data == Edition::Iod2025),
        "rural_source" => claim.says("August 2013", scenario.data == Edition::Iod2019),
        "rural_in_england" => {
            let of = |class: &ClassSplit| {
                let share = class.areas_in_england_targeted / class.areas_in_england;
                [class.areas_in_england, class.areas_in_england_targeted, shown(share)]
            };
            claim.says("about", !is_whole)?;
            claim.counts(&[&of(rural)[..], &size, &of(urban)].concat())
        }
        "rural_here" => {
            claim.says("No area", !(has_rural && has_urban))?;
            let all = rural.in_need + urban.in_need;
            if has_rural && has_urban {
                claim.counts(&[all, rural.in_need, shown(rural.need_share), rural.areas, rural.areas + urban.areas])
            } else {
                claim.says("is rural", !has_rural)?;
                claim.says("live in urban areas", !has_rural)?;
                claim.counts(&[all])
            }
        }
        "rural_missed" if tenths == 0 => claim.says("misses all", true),
        "rural_missed" => {
            let mut numbers = size;
            let inside = |coverage: &f64| *coverage > 0.0 && *coverage < 1.0;
            numbers.extend(
                [rural, urban].into_iter().filter_map(|class| class.national.coverage.filter(inside)).map(left),
            );
            let [rural_missed, urban_missed] = [rural, urban].map(|class| class.national.in_need_missed);
            let says_where = has_rural && has_urban && rural_missed + urban_missed > 0.0;
            if says_where {
                numbers.push(shown(rural_missed / (rural_missed + urban_missed)));
            }
            claim.says("in rural areas", rural.in_need > 0.0 || says_where)?;
            claim.says("in urban areas", urban.in_need > 0.0)?;
            claim.says("all those in urban areas", rural.in_need > 0.0 && urban.national.coverage == Some(0.0))?;
            claim.says("none of", [rural, urban].iter().any(|class| class.national.coverage == Some(1.0)))?;
            claim.counts(&numbers)
        }
        "rural_within" if tenths == 0 => claim.says("reaches nobody", true),
        "rural_within" => {
            let mut numbers = size;
            numbers.extend([split.within.areas, split.national.areas]);
            let mut shares = vec![split.within.coverage, split.national.coverage];
            if has_rural && has_urban {
                for class in [rural, urban] {
                    shares.extend([class.within.coverage, class.national.coverage].into_iter().flatten());
                }
            }
            numbers.extend(shares.into_iter().map(shown));
            claim.says("of England’s rural areas and of its urban areas", has_rural && has_urban)?;
            claim.counts(&numbers)
        }
        "rural_bound" => {
            claim.says("exact", tenths.is_multiple_of(50))?;
            claim.says("estimates", !is_whole)?;
            claim.says("local target", scenario.cut == CutKind::Local)
        }
        _ => Err(format!("{kind} is not known")),
    }
}

#[test]
fn every_sentence_is_so_in_every_place() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for (turn, table) in tables().enumerate() {
        let figures = BuiltIn::read(table);
        let places = figures.places();
        let councils = places.authorities.iter().map(|authority| PlaceCode::from(authority.code));
        let larger = places.footprints.0.iter().map(|footprint| footprint.code);
        let codes: BTreeSet<PlaceCode> = councils.chain(larger).collect();
        let all = codes
            .into_iter()
            .enumerate()
            .filter(|(at, _)| at % 8 == turn % 8)
            .filter_map(|(_, code)| Place::of([code]));
        for place in all.chain([Place::England, Place::CambridgeshirePeterborough]) {
            let extent = figures.extent(&place);
            let input = figures.rural(&extent);
            for (share, cut) in [
                (0, CutKind::National),
                (3, CutKind::National),
                (125, CutKind::Local),
                (200, CutKind::National),
                (330, CutKind::National),
                (1000, CutKind::Local),
            ] {
                let scenario = Scenario {
                    data: table.edition,
                    need: table.need,
                    rank: table.rank,
                    place: place.clone(),
                    share: Percent::from_tenths(share),
                    cut,
                    within: Within::Rural,
                    ..Scenario::default()
                };
                let split = RuralSplit::new(&scenario, &input).unwrap_or_else(|| panic!("{place}"));
                for (kind, text) in says::of_rural(&scenario, &split, false) {
                    if let Err(why) = check(kind, &scenario, &split, &text) {
                        panic!("{}: {kind}: {why}\n{text}\n{split:?}", scenario.to_query());
                    }
                    *kinds.entry(kind).or_default() += 1;
                }
            }
        }
    }
    assert!(kinds.len() == 7 && kinds.values().all(|&times| times > 5_000), "{kinds:?}");
}

#[test]
fn a_sentence_with_another_number_is_found() {
    let (scenario, split) = page("v=2&within=rural&place=E07000146&share=33");
    let mut found = 0;
    for (kind, text) in says::of_rural(&scenario, &split, false) {
        for (at, length, value) in numbers(&text) {
            let digit = if text[at + length - 1..].starts_with('4') { "6" } else { "4" };
            let other = format!("{}{digit}{}", &text[..at + length - 1], &text[at + length..]);
            let is_told = !["rural_definition", "rural_source", "rural_bound"].contains(&kind);
            assert!(!is_told || check(kind, &scenario, &split, &other).is_err(), "{kind}, {value}: {other}");
            found += usize::from(is_told);
        }
    }
    assert!(found > 20, "{found}");
}

#[test]
fn a_file_of_results_holds_both_classes_where_the_link_asks_for_them() {
    let results = |query: &str| report(&Scenario::from_kept(query).scenario).unwrap().with(document).unwrap();
    let plain = results("v=2&place=E07000012");
    assert!(plain["rural_urban"].is_null() && plain["says"]["rural_here"].is_null());
    let split = results("v=2&place=E07000012&within=rural");
    assert_eq!(split["target"], plain["target"], "what the view says is the same");
    let both = &split["rural_urban"];
    let number = |of: &serde_json::Value| of.as_f64().unwrap();
    same(number(&both["rural"]["in_need"]) + number(&both["urban"]["in_need"]), number(&split["in_need"]), "in need");
    same(number(&both["national"]["coverage"]), number(&split["national_target"]["coverage"]), "reached");
    assert!(number(&both["rural"]["within"]["areas"]) > 0.0);
    // A place without rural areas says why a share of nobody is not there.
    let city = results("v=2&place=E09000001&within=rural");
    let rural = &city["rural_urban"]["rural"]["national"];
    assert!(rural["coverage"].is_null());
    assert_eq!(rural["reasons"]["coverage"], "Nobody in need lives in rural areas here.");
    let origin = Origin { date: "2026-11-26", link: "https://example.org/" };
    let scenario = Scenario::from_kept("v=2&place=E07000012&within=rural").scenario;
    assert_eq!(scenario.to_query(), "v=2&place=E07000012&within=rural");
    let report = report(&scenario).unwrap();
    assert!(report.with(|shown| results_csv(shown)).unwrap().contains("rural_urban.within.coverage,rural"));
    let about = report.with(|shown| results_csvw(shown, &origin)).unwrap();
    assert!(about.contains("rural_urban.within.coverage") && about.contains("2021 Rural Urban Classification"));
}

#[test]
fn a_damaged_copy_is_found() {
    let table = Table { edition: Edition::Iod2025, need: NeedMeasure::Income, rank: RankBy::Need };
    for part in [Part::England, Part::Region(6), Part::Blocks] {
        let whole = text(&RuralFigures::path(table, part));
        assert!(whole.parse::<RuralFigures>().is_ok());
        let lines: Vec<&str> = whole.lines().collect();
        for cut in [0, 1, 2, 4, lines.len() / 2, lines.len() - 1] {
            let short = lines[..cut].join("\n") + "\n";
            assert!(short.parse::<RuralFigures>().is_err(), "{cut} lines of {part:?}");
        }
        for damaged in [&whole[..whole.len() - 2], &*format!("{whole}1\n"), &*whole.replacen(',', ";", 1)] {
            assert!(damaged.parse::<RuralFigures>().is_err());
        }
    }
}
