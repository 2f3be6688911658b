//! Places of every kind: what they cover, that their blocks add up, how near they are to single areas, and how they are found.
//!
//! Expected shares were worked out from the official files by a program of its own (each area's published rate times its
//! people, summed over the areas that the lists of the Office for National Statistics put into the place).

#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::{env, fs};

use support::built_in::{self, BuiltIn};
use who_gets_missed::data::figures::{Part, Table};
use who_gets_missed::data::footprints::Footprints;
use who_gets_missed::data::make_blocks::{area_codes, blocks_csv, cut_authorities};
use who_gets_missed::data::make_footprints::{Lists, footprints_csv};
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::stand_in::{STEPS, StandIn};
use who_gets_missed::data::{Block, Edition, Extent, NeedMeasure, PlaceCode, PlaceKind, Places, RankBy};
use who_gets_missed::model::{Basis, Curve, Cut, CutScale, Margin, Share, Target, Unit};
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{Notice, Place, Scenario, ToQuery};
use who_gets_missed::words::place::{self, Choice, choices, matching};

const PROMISED: f64 = 0.0025;

fn income(edition: Edition) -> BuiltIn {
    BuiltIn::read(Table { edition, need: NeedMeasure::Income, rank: RankBy::Imd })
}

static OF_2025: LazyLock<BuiltIn> = LazyLock::new(|| income(Edition::Iod2025));
static OF_2019: LazyLock<BuiltIn> = LazyLock::new(|| income(Edition::Iod2019));

fn figures(edition: Edition) -> &'static BuiltIn {
    match edition {
        Edition::Iod2019 => &OF_2019,
        Edition::Iod2025 => &OF_2025,
    }
}

/// The share of people on low incomes outside the most deprived fifth of England's areas, in per cent.
fn missed(place: &str) -> f64 {
    let scenario = Scenario::from_query(&format!("v=2&place={place}")).scenario;
    let prepared = RankedPlace::new(OF_2025.population(OF_2025.extent(&scenario.place))).unwrap();
    TargetingResult::new(&scenario, &prepared).unwrap().target.measures.exclusion_error * 100.0
}

#[test]
fn regions_and_boards_of_2025_miss_what_single_areas_say() {
    let cases = [
        ("E12000001", 37.5, 0.3),
        ("E12000007", 67.6, 0.3),
        ("E12000008", 79.1, 0.3),
        ("E12000006", 75.5, 0.3),
        // Surrey Heartlands, also by its code of 2022; Birmingham and Solihull.
        ("E54000063", 97.6, 0.3),
        ("E54000052", 97.6, 0.3),
        ("E54000055", 24.9, 0.3),
        // Option A for new councils in Cambridgeshire and Peterborough: north and south.
        ("E06000031,E07000010,E07000011", 59.9, 0.5),
        ("E07000008,E07000009,E07000012", 98.7, 0.5),
    ];
    for (place, expect, within) in cases {
        let found = missed(place);
        assert!((found - expect).abs() <= within, "{place}: {found}");
    }
}

#[test]
fn codes_of_the_same_area_give_the_same_numbers() {
    let pairs = [
        ("E08000038", "E08000016"),
        ("E10000003", "E07000008,E07000009,E07000010,E07000011,E07000012"),
        ("E47000008", "cambridgeshire-peterborough"),
        ("E92000001", "england"),
        ("E10000027", "E07000187"),
        ("E12000001,E12000002,E12000003,E12000004,E12000005,E12000006,E12000007,E12000008,E12000009", "england"),
        ("E38000264", "E38000246"),
    ];
    for (one, other) in pairs {
        let extent = |text: &str| OF_2025.extent(&text.parse().unwrap());
        assert_eq!(extent(one), extent(other), "{one} and {other}");
        assert!(!extent(one).is_empty(), "{one}");
    }
}

#[test]
fn every_code_that_the_list_names_covers_something_in_its_edition() {
    for edition in Edition::ALL {
        let places = figures(edition).places();
        for footprint in &places.footprints.0 {
            let place = Place::of([footprint.code]).unwrap();
            assert!(!place.extent(edition, &places).is_empty(), "{} in {edition:?}", footprint.code);
            let name = place::name(&place, edition, &places);
            assert_ne!(name, footprint.code.to_string());
        }
        let of = |kind: PlaceKind| places.footprints.0.iter().filter(|one| one.code.kind() == kind).count();
        let kinds = [PlaceKind::Icb, PlaceKind::SubIcb, PlaceKind::Region, PlaceKind::CombinedAuthority];
        assert_eq!(kinds.map(of), [42, 106, 9, 17], "{edition:?}");
    }
}

#[test]
fn a_file_without_regions_answers_for_a_region_all_the_same() {
    // File 7 names the council of each area, and not its region.
    let mut authorities = OF_2025.authorities();
    for authority in &mut authorities {
        authority.region = None;
    }
    let places = Places { authorities: Arc::new(authorities), ..OF_2025.places() };
    let region: Place = "E12000007".parse().unwrap();
    assert!(region.needs_footprints());
    assert_eq!(region.extent(Edition::Iod2025, &places).whole_authorities().unwrap().len(), 33);
}

/// Each 5% of England's ranking that a curve knows exactly: areas in ten thousandths, people and people in need in tenths.
fn exact(curve: &StandIn) -> Vec<[i64; 3]> {
    let parts = |step: usize| {
        let areas = curve.areas_within[step];
        let held = curve.knots.iter().rev().find(|knot| knot.areas <= areas + 1e-6).unwrap();
        assert!((held.areas - areas).abs() < 1e-6, "{} has no point at {step}%", curve.block);
        [(areas * 1e4).round() as i64, (held.people * 10.0).round() as i64, (held.in_need * 10.0).round() as i64]
    };
    (0..=STEPS).step_by(5).map(parts).collect()
}

#[test]
fn blocks_add_up_to_their_authorities_and_boards_to_england_to_the_last_digit() {
    let mut count = 0;
    for table in built_in::tables() {
        let built_in = BuiltIn::read(table);
        let mut sums: BTreeMap<_, (Vec<[i64; 3]>, f64)> = BTreeMap::new();
        for block in built_in.blocks() {
            let (sum, squared) = sums.entry(block.block.authority).or_insert_with(|| (vec![[0; 3]; 21], 0.0));
            for (sum, part) in sum.iter_mut().zip(exact(block)) {
                *sum = [0, 1, 2].map(|at| sum[at] + part[at]);
            }
            *squared += block.squared_need;
            count += 1;
        }
        for (authority, (sum, squared)) in sums {
            let whole = built_in.stand_ins().find(|curve| curve.block == Block::whole(authority)).unwrap();
            assert_eq!(sum, exact(whole), "{authority} in {}", table.path(Part::England));
            assert!((squared - whole.squared_need).abs() < 1e-6, "{authority}: {squared}");
        }
        // All boards together are England, and each counts its people in tenths that add up to it.
        let places = built_in.places();
        let boards = places.footprints.0.iter().filter(|one| one.code.kind() == PlaceKind::Icb).map(|one| one.code);
        let boards: Vec<PlaceCode> = boards.collect();
        assert!(places.extent(table.edition, boards.iter().copied()).is_all_of(&places.authorities));
        let tenths = |extent: &Extent| -> [i64; 2] {
            let held = built_in.totals(extent).into_iter().map(|held| held.counts);
            held.fold([0; 2], |[people, in_need], counts| {
                [people + (counts.people * 10.0).round() as i64, in_need + (counts.in_need * 10.0).round() as i64]
            })
        };
        let sum = boards
            .iter()
            .map(|&board| tenths(&places.extent(table.edition, [board])))
            .fold([0; 2], |a, b| [a[0] + b[0], a[1] + b[1]]);
        assert_eq!(sum, tenths(&places.all()), "{}", table.path(Part::England));
    }
    assert!(count > 800, "only {count} blocks");
}

struct Official {
    file: OfficialFile,
    sub_icbs: Vec<PlaceCode>,
    lists: Lists,
}

fn folder() -> PathBuf {
    env::var_os("MISSED_TEST_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from)
}

/// The official files of an edition, where they are.
fn official(edition: Edition) -> Option<Official> {
    let (file, areas, lists): (_, _, &[&str]) = match edition {
        Edition::Iod2019 => (
            "iod2019/File_7_IoD2019_rebuilt_30_columns.csv",
            "geography/lsoa11_lookup_2022.csv",
            &["ltla19_region19", "sub_icb_22", "ltla23_cauth23", "ltla25_cauth25", "ltla24_region24", "ltla22_ltla23"],
        ),
        Edition::Iod2025 => (
            "iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv",
            "geography/lsoa21_lookup_2024.csv",
            &["ltla24_region24", "sub_icb_24", "ltla23_cauth23", "ltla25_cauth25", "ltla19_region19"],
        ),
    };
    let read = |name: &str| fs::read(folder().join(name)).ok();
    let Some((bytes, areas)) = read(file).zip(read(areas)) else {
        eprintln!("skipped: there are no official files in {}", folder().display());
        return None;
    };
    let areas = String::from_utf8(areas).unwrap();
    let lookup: BTreeMap<&str, PlaceCode> = areas
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let mut codes = cells.iter().filter_map(|cell| cell.parse::<PlaceCode>().ok());
            Some((*cells.first()?, codes.find(|code| code.kind() == PlaceKind::SubIcb)?))
        })
        .collect();
    let sub_icbs = area_codes(&bytes).unwrap().iter().map(|code| lookup[&**code]).collect();
    let mut all = Lists::default();
    for list in lists {
        all.read(&read(&format!("geography/{list}.csv")).unwrap()).unwrap();
    }
    Some(Official { file: Importer::read(&bytes).unwrap(), sub_icbs, lists: all })
}

#[test]
fn footprints_and_blocks_are_what_the_project_makes_of_the_files_to_the_last_byte() {
    for edition in Edition::ALL {
        let Some(Official { file, sub_icbs, lists }) = official(edition) else { continue };
        let path = Footprints::path(edition);
        let made = footprints_csv(&file, &sub_icbs, &lists).unwrap();
        assert!(made == built_in::text(&path), "{path} differs: run make footprints");
        for table in built_in::tables().filter(|table| table.edition == edition) {
            let made = blocks_csv(&file, table.need, table.rank, &sub_icbs).unwrap();
            let path = table.path(Part::Blocks);
            assert!(made == built_in::text(&path), "{path} differs: run make footprints");
        }
    }
}

fn target(curve: &Curve, scale: CutScale, share: u8) -> [f64; 2] {
    let held = curve.within(Cut { scale, share: Share::of(f64::from(share), 100.0) }).unwrap();
    let target = Target::new(held, curve.total());
    [target.coverage, target.people_share]
}

/// How far two curves are apart in coverage and in share of people at most, on a scale at these shares.
fn apart(found: &Curve, exact: &Curve, scale: CutScale, step: usize) -> f64 {
    let off = |share: u8| {
        let pairs = target(found, scale, share).into_iter().zip(target(exact, scale, share));
        pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
    };
    (0..=100).step_by(step).map(off).fold(0.0, f64::max)
}

#[test]
fn every_block_and_every_board_is_within_a_quarter_of_a_point_of_single_areas() {
    let local = |basis| CutScale::Local { basis, margin: Margin::Split };
    for edition in Edition::ALL {
        let Some(Official { file, sub_icbs, .. }) = official(edition) else { continue };
        assert!(cut_authorities(&file, &sub_icbs).len() > 25);
        for table in built_in::tables().filter(|table| table.edition == edition) {
            let built_in = BuiltIn::read(table);
            let places = built_in.places();
            let positions = file.positions(table.need, table.rank);
            let exact =
                |is_in: &dyn Fn(Block) -> bool| {
                    let areas = file.areas.iter().zip(&sub_icbs).zip(&positions);
                    let units = areas.filter(|((area, sub_icb), _)| {
                        is_in(Block {
                            authority: file.authorities[usize::from(area.authority)].code,
                            sub_icb: Some(**sub_icb),
                        })
                    });
                    let unit =
                        |((area, _), &(order, national)): ((&who_gets_missed::data::official::Area, _), &(f64, _))| {
                            Unit { counts: area.counts(table.need), order, national }
                        };
                    Curve::new(units.map(unit)).unwrap()
                };
            let path = table.path(Part::England);
            for block in built_in.blocks() {
                let extent = places.extent(edition, [block.block.sub_icb.unwrap()]);
                assert!(extent.holds(block.block), "{}", block.block);
                let single = exact(&|own| own == block.block);
                let only = built_in.blocks().filter(|other| other.block == block.block);
                let found = Curve::new(who_gets_missed::data::stand_in::units(only)).unwrap();
                for scale in [CutScale::National, local(Basis::Areas), local(Basis::People)] {
                    let off = apart(&found, &single, scale, 1);
                    assert!(off <= PROMISED, "{off}: {} {scale:?} {path}", block.block);
                }
                let rounding = 2.0 / single.total().in_need.min(single.total().people);
                let off = apart(&found, &single, CutScale::National, 5);
                assert!(off <= rounding.min(PROMISED), "{off}: {} at a multiple of 5% {path}", block.block);
            }
            for board in places.footprints.0.iter().filter(|one| one.code.kind() == PlaceKind::Icb) {
                let extent = places.extent(edition, [board.code]);
                let single = exact(&|own| board.members.iter().any(|&member| Some(member) == own.sub_icb));
                let found = Curve::of_groups(built_in.population(&extent).units).unwrap();
                let off = apart(&found, &single, CutScale::National, 1);
                assert!(off <= PROMISED, "{off}: {} {path}", board.name);
                // As for councils put together: whose area comes first is not known.
                let off = [Basis::Areas, Basis::People].map(|basis| apart(&found, &single, local(basis), 1));
                assert!(off.into_iter().all(|off| off <= 0.015), "{off:?}: {} {path}", board.name);
            }
        }
    }
}

fn all_choices(edition: Edition) -> Vec<Choice> {
    choices(edition, &figures(edition).places())
}

/// What is found first, as a person reads it, and its link.
#[track_caller]
fn check_search(edition: Edition, typed: &str, expect: &str, link: &str) {
    let all = all_choices(edition);
    let found = matching(&all, typed);
    let first = found.first().unwrap_or_else(|| panic!("nothing is found for {typed}"));
    let text = format!("{} {}", first.label, first.kind);
    assert_eq!((text.trim(), &*first.place.to_string()), (expect, link), "{typed}");
}

#[test]
fn every_kind_of_place_is_found_by_one_search() {
    let check = |typed, expect, link| check_search(Edition::Iod2025, typed, expect, link);
    check("Greater Manchester", "Greater Manchester combined authority, 2025", "E47000001");
    check("Kent and Medway", "Kent and Medway integrated care board, 2024", "E54000032");
    check("East of England", "East of England region of England", "E12000006");
    check("St Helens", "St. Helens", "E08000013");
    check("E08000038", "Barnsley", "E08000016");
    check("E10000003", "Cambridgeshire county (5 districts)", "E07000008,E07000009,E07000010,E07000011,E07000012");
    check("Bucks", "Buckinghamshire", "E06000060");
    check("London", "London region of England", "E12000007");
    check(
        "Herts",
        "Hertfordshire county (10 districts)",
        "E07000095,E07000096,E07000098,E07000099,E07000102,E07000103,E07000240,E07000241,E07000242,E07000243",
    );
    check("BOB", "Buckinghamshire, Oxfordshire and Berkshire West integrated care board, 2024", "E54000044");
    check("Mendip", "Mendip council until 2023, now Somerset", "E07000187");
    check("E54000052", "Surrey Heartlands integrated care board, 2024", "E54000063");
    check("Northants", "Northamptonshire former county", "E10000021");
    check("newcastle", "Newcastle upon Tyne", "E08000021");
    check("hull", "Kingston upon Hull, City of", "E06000010");
    check("england", "All England", "england");
    check_search(
        Edition::Iod2019,
        "Bucks",
        "Buckinghamshire county (4 districts)",
        "E07000004,E07000005,E07000006,E07000007",
    );
    check_search(Edition::Iod2019, "Cumberland", "Cumberland council of a later year (3 districts here)", "E06000063");
}

#[test]
fn every_choice_is_found_by_its_name_and_by_its_code_and_covers_something() {
    for edition in Edition::ALL {
        let all = all_choices(edition);
        let places = figures(edition).places();
        for choice in &all {
            assert!(!choice.place.extent(edition, &places).is_empty(), "{}", choice.label);
            let found = matching(&all, &choice.label);
            let at = found.iter().position(|other| other.place == choice.place).unwrap();
            // Others with the very same name may stand before it: a region, a council, a board.
            assert!(found[..at].iter().all(|other| other.label == choice.label || at < 4), "{}: {at}", choice.label);
            if let [code] = choice.place.codes()[..] {
                assert_eq!(matching(&all, &code.to_string())[0].place, choice.place, "{code}");
            }
        }
        // Nothing that looks the same is offered twice.
        let mut seen: Vec<(&str, &str)> = all.iter().map(|choice| (&*choice.label, &*choice.kind)).collect();
        seen.sort_unstable();
        let before = seen.len();
        seen.dedup();
        assert_eq!(seen.len(), before, "{edition:?}");
    }
}

#[test]
fn successors_are_named() {
    let name = |place: &str| place::name(&place.parse().unwrap(), Edition::Iod2025, &OF_2025.places());
    assert_eq!(name("E07000187"), "Somerset, which took its place in 2023");
    assert_eq!(name("E10000027"), "Somerset, which took its place in 2023");
    assert_eq!(name("E10000021"), "North Northamptonshire and West Northamptonshire, which took its place in 2021");
    assert_eq!(name("E08000039"), "Sheffield");
    assert_eq!(name("E54000053"), "Sussex ICB");
    assert_eq!(name("E47000014,E12000001"), "North East and North East combined authority");
    assert_eq!(name("E38000237"), "Kent and Medway 91Q sub-ICB area");
}

#[test]
fn a_name_of_ones_own_travels_and_stays_with_its_place() {
    let link = "v=2&place=E06000031,E07000010,E07000011&place-name=North+%26+west";
    let scenario = Scenario::from_query(link).scenario;
    assert_eq!(scenario.place_name.as_deref(), Some("North & west"));
    assert_eq!(scenario.to_query(), link);
    let said = place::of(&scenario, &OF_2025.places());
    assert_eq!(said, "North & west (Peterborough, Fenland and Huntingdonshire)");
    // Another place has no name yet.
    let mut other = Scenario { place: Place::England, ..scenario.clone() };
    other.settle(&scenario);
    assert_eq!(other.place_name, None);
    // A name too long, or with what cannot be seen, is left out and told.
    for name in ["x".repeat(41), "%E2%80%AEabc".to_owned(), String::new()] {
        let decoded = Scenario::from_query(&format!("v=2&place-name={name}"));
        assert_eq!(decoded.scenario.place_name, None);
        assert!(matches!(&decoded.notices[..], [Notice::BadValue { key, .. }] if key == "place-name"), "{name}");
    }
}

#[test]
fn a_place_that_cuts_through_an_authority_is_not_taken_from_a_file() {
    let extent = OF_2025.extent(&"E54000056".parse().unwrap());
    // Royston lies in Hertfordshire, and in the board of Cambridgeshire and Peterborough.
    assert_eq!(extent.whole_authorities(), None);
    let held = OF_2025.totals(&extent);
    let part = held.iter().find(|held| !held.is_whole).unwrap();
    assert_eq!(place::held(part, &OF_2025.authorities()), "part of North Hertfordshire");
    assert_eq!(held.len(), 7);
}
