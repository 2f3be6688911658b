//! The official files are read whole, give the figures worked out from them with other tools, and are what the
//! built-in figures were made from.
//!
//! The files are not part of the project. The tests look for them in the folder that `MISSED_TEST_DATA` names, else in
//! `../shared/data`, and say that they are skipped where they are not there.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
    pub mod csv;
}

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::{env, fs};

use support::{built_in, csv};
use who_gets_missed::data::boundaries::{COUNTIES, in_edition};
use who_gets_missed::data::figures::{AuthorityList, Table};
use who_gets_missed::data::make_figures::{authorities_csv, figures_csv};
use who_gets_missed::data::official::{Importer, OfficialFile, Warning};
use who_gets_missed::data::reconciliation::ENGLAND;
use who_gets_missed::data::{AuthorityCode, Edition, NeedMeasure, Places, RankBy};
use who_gets_missed::model::{Curve, Cut, CutScale, NationalPosition, Share, Target};
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::Scenario;

const OF_2019: &str = "iod2019/File_7_IoD2019_rebuilt_30_columns.csv";
const OF_2025: &str = "iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv";
const FIRST_ROWS_OF_2025: &str = "iod2025/File_7_IoD2025_first_rows.csv";

static FILE_2019: LazyLock<Option<OfficialFile>> = LazyLock::new(|| read(OF_2019));
static FILE_2025: LazyLock<Option<OfficialFile>> = LazyLock::new(|| read(OF_2025));

/// The regions of an edition's authorities, as the list that is shipped has them.
fn regions(edition: Edition) -> BTreeMap<AuthorityCode, u8> {
    let list: AuthorityList = built_in::text(&Table::authorities_path(edition)).parse().unwrap();
    list.0.into_iter().filter_map(|authority| Some((authority.code, authority.region?))).collect()
}

fn read(name: &str) -> Option<OfficialFile> {
    let folder = env::var_os("MISSED_TEST_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = folder.join(name);
    match fs::read(&path) {
        Ok(bytes) => Some(Importer::read(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()))),
        Err(error) => {
            // Past the test runner, which keeps what `println!` says of a test that passes to itself.
            let _ = writeln!(std::io::stderr(), "skipped: {}: {error}", path.display());
            None
        }
    }
}

#[track_caller]
fn check(found: f64, expect: f64, within: f64) {
    assert!((found - expect).abs() <= within, "{found}, expected {expect} within {within}");
}

fn coverage(curve: &Curve, scale: CutScale, share: f64) -> f64 {
    let held = curve.within(Cut { scale, share: Share::new(share).unwrap() }).unwrap();
    Target::new(held, curve.total()).coverage
}

fn curve(file: &OfficialFile, codes: &[AuthorityCode], need: NeedMeasure, rank: RankBy) -> Curve {
    Curve::new(file.population(codes, need, rank).unwrap().units).unwrap()
}

#[test]
fn the_file_of_2019_holds_32_844_areas_in_317_authorities() {
    let Some(file) = &*FILE_2019 else { return };
    assert_eq!((file.edition, file.areas.len(), file.authorities.len()), (Edition::Iod2019, 32_844, 317));
    assert_eq!(file.warnings, []);
    assert!(file.is_all_england());
}

#[test]
fn the_file_of_2025_holds_33_755_areas_in_296_authorities_and_every_need() {
    let Some(file) = &*FILE_2025 else { return };
    assert_eq!((file.edition, file.areas.len(), file.authorities.len()), (Edition::Iod2025, 33_755, 296));
    assert_eq!(file.warnings, []);
}

#[test]
fn the_first_rows_under_the_official_56_column_header_of_2025_are_read() {
    let Some(file) = read(FIRST_ROWS_OF_2025) else { return };
    assert_eq!((file.edition, file.areas.len()), (Edition::Iod2025, 4));
    assert_eq!(file.warnings, [Warning::PartOfEngland { areas: 4, of: 33_755 }]);
    for need in NeedMeasure::ALL {
        assert!(file.areas.iter().all(|area| area.needs[need.index()].unwrap().rank.is_some()), "{need:?}");
    }
}

#[test]
fn single_areas_give_the_published_shares_to_four_decimals() {
    let Some(file) = &*FILE_2019 else { return };
    let missed = |query: &str| {
        let scenario = Scenario::from_query(query).scenario;
        let codes = scenario.place.extent(file.edition, &Places::of(Arc::new(file.authorities.clone()))).authorities();
        let population = file.population(&codes, scenario.need, scenario.rank).unwrap();
        TargetingResult::new(&scenario, &RankedPlace::new(population).unwrap()).unwrap()
    };
    let here = missed("");
    let cases = [
        (here.target.measures.coverage, 0.3046),
        (here.target.measures.people_share, 0.1286),
        (here.national.unwrap()[4].need_share, 0.1098),
        (missed("cut=local&basis=people").target.measures.coverage, 0.4235),
        (missed("cut=local").target.measures.coverage, 0.4216),
        (missed("place=england").target.measures.coverage, 0.4317),
    ];
    for (found, expect) in cases {
        check(found, expect, 0.000_05);
    }
    assert_eq!((here.units, here.target.measures.areas), (487.0, 62.0));
}

#[test]
fn the_built_in_figures_are_what_the_project_makes_of_the_files_to_the_last_byte() {
    for (edition, file) in Edition::ALL.into_iter().zip([&FILE_2019, &FILE_2025]) {
        let Some(file) = &**file else { continue };
        let regions = regions(edition);
        let region = |code| regions.get(&code).copied();
        let path = Table::authorities_path(edition);
        assert!(authorities_csv(file, region).unwrap() == built_in::text(&path), "{path} differs: run make figures");
        for table in built_in::tables().filter(|table| table.edition == edition) {
            for (part, made) in figures_csv(file, table.need, table.rank, region).unwrap() {
                let path = table.path(part);
                assert!(made == built_in::text(&path), "{path} differs: run make figures");
            }
        }
    }
}

/// The rows of a table among the official files, each as its cells.
fn table(name: &str) -> Option<Vec<Vec<String>>> {
    let folder = env::var_os("MISSED_TEST_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let text = fs::read_to_string(folder.join(name)).ok()?;
    // No cell of these holds a comma but the headings.
    Some(text.lines().skip(1).map(|line| line.replace('"', "").split(',').map(str::to_owned).collect()).collect())
}

#[test]
fn the_official_totals_that_the_figures_page_tells_are_those_of_the_official_files() {
    for (edition, counts) in [
        (Edition::Iod2019, "iod2019/File_8_IoD2019_numerators.csv"),
        (Edition::Iod2025, "iod2025/File_8_IoD2025_numerators.csv"),
    ] {
        let Some(rows) = table(counts) else { continue };
        let denominators = (edition == Edition::Iod2025).then(|| table("iod2025/official_population_by_sub_icb.csv"));
        for totals in ENGLAND.into_iter().filter(|totals| totals.edition == edition) {
            let column = 1 + totals.need.index();
            let counted: Vec<u32> = rows.iter().filter_map(|row| row[column].parse().ok()).collect();
            assert_eq!(counted.iter().sum::<u32>(), totals.counted, "{totals:?}");
            assert_eq!(rows.len() - counted.len(), totals.blank_areas as usize, "{totals:?}");
            if let Some(Some(rows)) = &denominators {
                let named = ["total", "children_0_15", "older_60_plus", "working_age_18_66"][totals.need.index()];
                let of = rows.iter().filter(|row| row[0] == "2024" && row[row.len() - 2] == named);
                let people: u32 = of.map(|row| row[row.len() - 1].parse::<u32>().unwrap()).sum();
                assert_eq!(Some(people), totals.official_people, "{totals:?}");
            }
        }
    }
}

/// The rows of File 7 itself, with its headings first.
fn file_7(name: &str) -> Option<Vec<Vec<String>>> {
    let folder = env::var_os("MISSED_TEST_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let text = fs::read_to_string(folder.join(name)).ok()?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\n', "\r\n");
    Some(csv::read(&format!("\u{feff}{text}")))
}

#[test]
fn official_ranks_are_shared_by_areas_of_one_score_alone_and_leave_out_as_many() {
    // What `data::official::checks` holds a file against: so no official file is refused.
    for (name, pairs_of_imd) in [(OF_2019, 26), (OF_2025, 0)] {
        let Some(rows) = file_7(name) else { continue };
        let [headings, rows @ ..] = &rows[..] else { panic!("no rows") };
        let is_rank = |heading: &String| heading.contains(" Rank (where 1 is most deprived)");
        let columns: Vec<usize> = (0..headings.len()).filter(|&i| is_rank(&headings[i])).collect();
        assert!(columns.len() >= 7, "{headings:?}");
        for column in columns {
            let rank = |row: &Vec<String>| row[column].parse::<usize>().unwrap();
            let mut order: Vec<&Vec<String>> = rows.iter().collect();
            order.sort_by_key(|row| rank(row));
            let mut before = 0;
            let mut shared = 0;
            for tied in order.chunk_by(|a, b| rank(a) == rank(b)) {
                assert_eq!(rank(tied[0]), before + 1, "{}", headings[column]);
                before += tied.len();
                shared += tied.len() - 1;
            }
            if headings[column].starts_with("Index of Multiple Deprivation") {
                assert_eq!(shared, pairs_of_imd);
                let score = |row: &Vec<String>| row[column - 1].parse::<f64>().unwrap();
                assert!(headings[column - 1].ends_with("Score"));
                for pair in order.windows(2) {
                    assert!(score(pair[0]) >= score(pair[1]));
                    assert!(rank(pair[0]) != rank(pair[1]) || score(pair[0]) == score(pair[1]));
                }
            }
        }
    }
}

#[test]
fn the_last_area_of_each_edition_is_that_of_its_file() {
    for (edition, name) in [(Edition::Iod2019, OF_2019), (Edition::Iod2025, OF_2025)] {
        let Some(rows) = file_7(name) else { continue };
        let number = |row: &Vec<String>| row[0].strip_prefix("E01").unwrap().parse::<u32>().unwrap();
        assert_eq!(rows[1..].iter().map(number).max(), Some(edition.spec().last_area), "{edition:?}");
    }
}

#[test]
fn an_area_of_a_later_census_has_a_higher_number_than_every_area_of_an_earlier_one() {
    let (Some(earlier), Some(later)) = (file_7(OF_2019), file_7(OF_2025)) else { return };
    let codes: BTreeSet<&String> = earlier[1..].iter().map(|row| &row[0]).collect();
    let new: Vec<&String> = later[1..].iter().map(|row| &row[0]).filter(|code| !codes.contains(code)).collect();
    assert_eq!(new.len(), 1_945);
    assert!(new.into_iter().all(|code| code > codes.last().unwrap()));
}

#[test]
fn a_whole_official_file_adds_up_to_the_built_in_totals() {
    for file in [&FILE_2019, &FILE_2025] {
        let Some(file) = &**file else { continue };
        assert_eq!(file.version.totals.len(), NeedMeasure::COUNT);
        assert!(file.version.totals.iter().all(|totals| totals.beside_built_in.is_some()));
        assert_eq!(file.version.differences().count(), 0, "{:?}", file.version);
    }
}

#[test]
fn a_row_of_2025_in_the_file_of_2019_is_found_wherever_its_council_is_alone() {
    let (Some(earlier), Some(later)) = (file_7(OF_2019), file_7(OF_2025)) else { return };
    let column = |rows: &[Vec<String>], heading: &str| {
        rows[0].iter().position(|known| known.starts_with(heading)).unwrap_or_else(|| panic!("no {heading}"))
    };
    let headings = [
        "LSOA code",
        "Local Authority District code",
        "Local Authority District name",
        "Index of Multiple Deprivation (IMD) Score",
        "Index of Multiple Deprivation (IMD) Rank",
        "Income Score",
        "Income Rank",
        "Total population",
    ];
    let pick = |rows: &[Vec<String>], row: usize| {
        let cell = |heading| format!("\"{}\"", rows[row][column(rows, heading)]);
        headings.map(cell).join(",") + "\n"
    };
    let council = column(&earlier, "Local Authority District code");
    let of_council: Vec<usize> = (1..earlier.len()).filter(|&row| earlier[row][council] == "E07000008").collect();
    let mut tried = 0;
    let mut found = 0;
    for at in 0..of_council.len() {
        let same = |row: &Vec<String>| row[0] == earlier[of_council[at]][0];
        let Some(now) = later.iter().position(same) else { continue };
        let row = |(i, &row): (usize, &usize)| if i == at { pick(&later, now) } else { pick(&earlier, row) };
        let text = pick(&earlier, 0) + &of_council.iter().enumerate().map(row).collect::<String>();
        tried += 1;
        found += usize::from(Importer::read(text.as_bytes()).is_err());
    }
    // A council has too few areas for every such row to stand out from its neighbours in the ranking.
    assert!(tried > 50 && found * 2 > tried, "{found} of {tried}");
}

#[test]
fn areas_are_ordered_by_need_with_the_official_rank_where_the_file_has_one() {
    let Some(file) = &*FILE_2019 else { return };
    for (area, (order, position)) in file.areas.iter().zip(file.positions(NeedMeasure::Income, RankBy::Need)) {
        let rank = area.needs[NeedMeasure::Income.index()].unwrap().rank.unwrap();
        assert_eq!((order, position), (f64::from(rank), Some(NationalPosition::Rank { rank, of: 32_844 })));
    }
}

#[test]
fn areas_are_ordered_by_the_rate_of_need_where_the_file_has_no_rank() {
    // This copy of the file has the rates of children and older people without their ranks.
    let Some(file) = &*FILE_2019 else { return };
    for need in [NeedMeasure::Children, NeedMeasure::Older] {
        let rate = |area: usize| file.areas[area].needs[need.index()].unwrap().rate;
        let positions = file.positions(need, RankBy::Need);
        let mut order: Vec<usize> = (0..positions.len()).collect();
        order.sort_by(|&a, &b| positions[a].0.total_cmp(&positions[b].0));
        for pair in order.windows(2) {
            let (this, next) = (positions[pair[0]], positions[pair[1]]);
            assert!(rate(pair[0]) >= rate(pair[1]));
            assert_eq!(rate(pair[0]) == rate(pair[1]), this == next, "areas of one rate are one segment");
        }
    }
}

#[test]
fn areas_ordered_by_need_itself_hold_at_least_as_much_of_it_in_all_of_england() {
    let Some(file) = &*FILE_2019 else { return };
    let everywhere: Vec<AuthorityCode> = file.authorities.iter().map(|authority| authority.code).collect();
    for (need, expect) in [(NeedMeasure::Income, 0.4395), (NeedMeasure::Children, 0.4830), (NeedMeasure::Older, 0.3498)]
    {
        let fifth = |rank: RankBy| coverage(&curve(file, &everywhere, need, rank), CutScale::National, 0.2);
        check(fifth(RankBy::Need), expect, 0.000_05);
        assert!(fifth(RankBy::Need) > fifth(RankBy::Imd), "{need:?}");
    }
}

// The lists of authorities are held against the files above, so these need no file.

fn codes(edition: Edition) -> Vec<AuthorityCode> {
    let list: AuthorityList = built_in::text(&Table::authorities_path(edition)).parse().unwrap();
    list.0.into_iter().map(|authority| authority.code).collect()
}

#[test]
fn every_authority_of_2019_is_part_of_one_of_2025_and_that_one_of_it_and_its_neighbours() {
    let (earlier, later) = (codes(Edition::Iod2019), codes(Edition::Iod2025));
    for &code in &earlier {
        let [now] = in_edition(code, Edition::Iod2025)[..] else { panic!("{code} is in several authorities") };
        assert!(later.contains(&now), "{code} became {now}, which is not there");
        assert!(in_edition(now, Edition::Iod2019).contains(&code), "{now} does not lead back to {code}");
    }
}

#[test]
fn the_authorities_of_2025_are_made_of_those_of_2019_each_once() {
    let made_of = codes(Edition::Iod2025).into_iter().flat_map(|code| in_edition(code, Edition::Iod2019));
    let mut made_of: Vec<AuthorityCode> = made_of.collect();
    made_of.sort_unstable();
    assert_eq!(made_of, codes(Edition::Iod2019));
}

#[test]
fn every_district_of_2019_is_in_one_county_and_no_other_authority_is() {
    for code in codes(Edition::Iod2019) {
        let counties: Vec<&str> =
            COUNTIES.iter().filter(|county| county.holds(code)).map(|county| county.name).collect();
        let is_district = (7_000_000..8_000_000).contains(&code.number());
        assert_eq!(counties.len(), usize::from(is_district), "{code} is in {counties:?}");
    }
}
