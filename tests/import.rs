//! The importer reads File 7 in every form in which it is about, and takes from it what is there and nothing else.
//! What it refuses, and why, is in `import_errors.rs`.
//!
//! The files are made up in the official layout; the quirks are those seen in the releases of 2019 and 2025.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod file7;
}

use support::file7::{File7, MadeUpArea, areas};
use who_gets_missed::data::official::{Importer, NeedValue, OfficialFile, Packed, Warning};
use who_gets_missed::data::{AuthorityCode, Edition, NeedMeasure, PopulationError, RankBy};
use who_gets_missed::model::{Curve, NationalPosition};
use who_gets_missed::words;

const INCOME_RATE: &str = "Income Score";
const IDACI: &str = "Income Deprivation Affecting Children Index (IDACI)";
const IDAOPI: &str = "Income Deprivation Affecting Older People (IDAOPI)";

#[track_caller]
fn read(text: &str) -> OfficialFile {
    let file = Importer::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text:.200}"));
    // Whoever reads it somewhere else hands over the very same.
    assert_eq!(format!("{:?}", handed_over(&file, 0).unwrap()), format!("{file:?}"));
    file
}

/// The file as a worker hands it to the page, but for so many bytes of its areas.
fn handed_over(file: &OfficialFile, missing: usize) -> Option<OfficialFile> {
    let areas = Packed::areas(file);
    let message = postcard::to_allocvec(&Packed::new(file.clone(), &areas[..areas.len() - missing])).unwrap();
    let mut unpacking = postcard::from_bytes::<Packed>(&message).unwrap().open();
    while unpacking.step() {}
    unpacking.finish()
}

#[test]
fn a_file_that_is_not_handed_over_whole_is_none() {
    let file = read(&made_up(Edition::Iod2025).csv());
    for missing in [1, 70, 700] {
        assert!(handed_over(&file, missing).is_none(), "{missing}");
    }
    // An area of a council that the file does not have.
    let of_no_council = OfficialFile { authorities: Vec::new(), ..file };
    assert!(handed_over(&of_no_council, 0).is_none());
}

fn made_up(edition: Edition) -> File7 {
    File7::new(edition, &areas(12))
}

/// The file holds exactly these areas.
#[track_caller]
fn check(file: &OfficialFile, expect: &[MadeUpArea]) {
    assert_eq!(file.areas.len(), expect.len());
    for (found, area) in file.areas.iter().zip(expect) {
        let authority = &file.authorities[usize::from(found.authority)];
        assert_eq!(authority.code.to_string(), area.authority);
        assert_eq!(authority.name, area.authority_name);
        assert_eq!(found.imd_rank, area.imd_rank);
        let needs = area.needs.map(|need| {
            Some(NeedValue { people: need.people, rate: f64::from(need.rate) / 1000.0, rank: Some(need.rank) })
        });
        assert_eq!(found.needs, needs, "{}", area.code);
    }
}

/// The changed text is read as the areas that the plain file holds.
#[track_caller]
fn check_text(text: &str) {
    check(&read(text), &areas(12));
}

#[test]
fn the_layouts_of_both_editions_are_read_by_their_headers() {
    for (edition, columns) in [(Edition::Iod2019, 57), (Edition::Iod2025, 56)] {
        let made_up = made_up(edition);
        assert_eq!(made_up.headers.len(), columns);
        let file = read(&made_up.csv());
        assert_eq!(file.edition, edition);
        check(&file, &areas(12));
    }
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    check_text(&format!("\u{feff}{}", made_up(Edition::Iod2019).csv()));
    let quoted = made_up(Edition::Iod2019).csv().replacen("LSOA code (2011)", "\"LSOA code (2011)\"", 1);
    check_text(&format!("\u{feff}{quoted}"));
}

#[test]
fn line_ends_do_not_matter() {
    let text = made_up(Edition::Iod2019).csv();
    check_text(&text.replace('\n', "\r\n"));
    check_text(text.trim_end());
    check_text(&text.replace('\n', "\r\n\r\n"));
    check_text(&format!("\n\n{text}\n\n,,,\n"));
}

#[test]
fn quotes_around_everything_do_not_matter() {
    let file = made_up(Edition::Iod2025);
    let all = |row: &Vec<String>| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    let lines: Vec<String> = std::iter::once(&file.headers).chain(&file.rows).map(all).collect();
    check_text(&lines.join("\n"));
}

#[test]
fn spaces_around_headers_and_cells_do_not_matter() {
    let file = made_up(Edition::Iod2019);
    check_text(&file.clone().with_headers(|header| format!("{header}  ")).csv());
    check_text(&file.clone().with_headers(|header| header.replace(' ', "  ")).csv());
    check_text(&file.with_cells(|cell| format!(" {cell} ")).csv());
}

#[test]
fn thousands_separators_do_not_matter() {
    let separated = |cell: &str| match cell.parse::<u32>() {
        Ok(number) if number >= 1000 => format!("{},{:03}", number / 1000, number % 1000),
        _ => cell.to_owned(),
    };
    let text = made_up(Edition::Iod2019).with_cells(separated).csv();
    assert!(text.contains("\"1,405\""), "{text}");
    check_text(&text);
}

#[test]
fn the_order_of_the_columns_does_not_matter() {
    let file = made_up(Edition::Iod2019);
    check_text(&file.clone().in_order(|headers| (0..headers.len()).rev().collect()).csv());
    check_text(&file.clone().in_order(|headers| (0..headers.len()).map(|i| i * 10 % headers.len()).collect()).csv());
    let with_own = file.clone().in_order(|headers| [[0].as_slice(), &(0..headers.len()).collect::<Vec<_>>()].concat());
    let mut with_own = with_own;
    with_own.headers[0] = "My own notes".to_owned();
    check_text(&with_own.csv());
}

#[test]
fn case_punctuation_and_years_in_headers_do_not_matter() {
    let file = made_up(Edition::Iod2019);
    check_text(&file.clone().with_headers(str::to_uppercase).csv());
    check_text(&file.clone().with_headers(|header| header.replace(['(', ')', ':', '-'], " ")).csv());
    check_text(&file.clone().with_headers(|header| header.replace(' ', "_")).csv());
    // Years on the areas alone are enough to tell the edition.
    check_text(&file.with_headers(|header| header.replace(" (2019)", "").replace(": mid 2015", "")).csv());
}

#[test]
fn headers_that_were_cut_short_are_found() {
    for length in [40, 50, 63] {
        let cut = |header: &str| header.chars().take(length).collect();
        let file = read(&made_up(Edition::Iod2019).with_headers(cut).csv());
        assert_eq!(file.areas.len(), 12);
        assert!(file.areas.iter().all(|area| area.needs[0].is_some()), "cut to {length}");
    }
    check_text(&made_up(Edition::Iod2019).with_headers(|header| header.chars().take(63).collect()).csv());
}

#[test]
fn a_file_in_pieces_of_any_size_is_the_file_as_a_whole() {
    let file = made_up(Edition::Iod2025).with_cells(|cell| cell.replace("Bristol", "\u{201c}Brístol\u{201d}\n"));
    let text = format!("\u{feff}{}", file.csv().replace('\n', "\r\n"));
    let whole = read(&text);
    for size in (1..40).chain([64, 1000, 4095, 4096, 4097]) {
        // The first piece is to hold four bytes, so that a wrong kind of file shows.
        let (first, rest) = text.as_bytes().split_at(size.max(4));
        let mut importer = Importer::default();
        importer.push(first).unwrap();
        for piece in rest.chunks(size) {
            importer.push(&[]).unwrap();
            importer.push(piece).unwrap();
        }
        let pieced = importer.finish().unwrap();
        assert_eq!(pieced.areas, whole.areas, "in pieces of {size}");
        assert_eq!(pieced.authorities, whole.authorities, "in pieces of {size}");
        assert_eq!(pieced.warnings, whole.warnings, "in pieces of {size}");
    }
}

#[test]
fn the_rows_of_one_council_are_enough() {
    let mut file = made_up(Edition::Iod2019);
    let authority = file.column("Local Authority District code");
    file.rows.retain(|row| row[authority] == "E07000008");
    let file = read(&file.csv());
    assert_eq!(file.warnings, [Warning::PartOfEngland { areas: 4, of: 32_844 }]);
    let cambridge: AuthorityCode = "E07000008".parse().unwrap();
    for rank in RankBy::ALL {
        let population = file.population(&[cambridge], NeedMeasure::Income, rank).unwrap();
        assert!(Curve::new(population.units).unwrap().has_national(), "official ranks are national: {rank:?}");
    }
    let peterborough: AuthorityCode = "E06000031".parse().unwrap();
    let elsewhere = file.population(&[peterborough], NeedMeasure::Income, RankBy::Imd);
    assert_eq!(elsewhere.unwrap_err(), PopulationError::NoSuchPlace);
}

#[test]
fn blank_and_suppressed_figures_count_nobody_and_are_told() {
    for mark in ["", "*", "c", "z", "x", "-", ".", "..", ":", "NA", "N/A"] {
        let file = made_up(Edition::Iod2019);
        let text = file.with_cell(2, INCOME_RATE, mark).with_cell(3, "Total pop", mark).with_cell(4, IDACI, mark).csv();
        let file = read(&text);
        let part = Warning::PartOfEngland { areas: 12, of: 32_844 };
        let blank = |need, areas| Warning::BlankAreas { need, areas };
        let expect = [part, blank(NeedMeasure::Income, 2), blank(NeedMeasure::Children, 1)];
        assert_eq!(file.warnings, expect, "{mark:?}");
        assert!(file.warnings.iter().all(|warning| !words::import::warning(warning).is_empty()));

        let everywhere: Vec<AuthorityCode> = file.authorities.iter().map(|authority| authority.code).collect();
        let units = file.population(&everywhere, NeedMeasure::Income, RankBy::Imd).unwrap().units;
        let nobody: Vec<usize> = (0..units.len()).filter(|&i| units[i].counts.people == 0.0).collect();
        assert_eq!(nobody, [2, 3], "{mark:?}");
    }
}

#[test]
fn a_need_measure_without_its_columns_is_missing_and_told() {
    for (need, columns) in [
        (NeedMeasure::Children, [IDACI, "Nothing"]),
        (NeedMeasure::Children, ["Dependent Children", "Nothing"]),
        (NeedMeasure::Older, [IDAOPI, "Older population"]),
    ] {
        let file = read(&made_up(Edition::Iod2025).without_columns(&columns).csv());
        assert!(file.warnings.contains(&Warning::NoNeed(need)), "{:?}", file.warnings);
        let code = file.authorities[0].code;
        let population = file.population(&[code], need, RankBy::Imd);
        assert_eq!(population.unwrap_err(), PopulationError::NoSuchNeed);
        assert!(file.population(&[code], NeedMeasure::Income, RankBy::Imd).is_ok());
    }
}

#[test]
fn without_a_rank_of_need_areas_are_ordered_by_its_rate() {
    let text = made_up(Edition::Iod2019).without_columns(&["Income Rank"]).csv();
    let file = read(&text);
    let positions = file.positions(NeedMeasure::Income, RankBy::Need);
    let rate = |i: usize| file.areas[i].needs[0].unwrap().rate;
    for (i, (order, national)) in positions.iter().enumerate() {
        let higher = (0..12).filter(|&other| rate(other) > rate(i)).count();
        assert_eq!(*order, higher as f64);
        assert_eq!(*national, None, "a part of England says nothing of national positions by rate");
    }
}

#[test]
fn areas_of_one_rate_share_their_place_in_the_order() {
    let file = made_up(Edition::Iod2019).without_columns(&["Income Rank"]).with_cell(0, INCOME_RATE, "0.999");
    let file = read(&file.with_cell(5, INCOME_RATE, "0.999").with_cell(7, INCOME_RATE, "0.998").csv());
    let positions = file.positions(NeedMeasure::Income, RankBy::Need);
    assert_eq!([positions[0].0, positions[5].0, positions[7].0], [0.0, 0.0, 2.0]);
}

#[test]
fn a_whole_file_without_years_is_told_by_its_number_of_areas() {
    let areas = areas(Edition::Iod2025.areas_in_england());
    let file = File7::new(Edition::Iod2025, &areas);
    let needed = [0, 2, 3, 5, 7, 8, file.column("Total population")];
    let no_years = |header: &str| header.replace(" (2021)", "").replace(" (2024)", "").replace(": mid 2022", "");
    let file = read(&file.in_order(|_| needed.to_vec()).with_headers(no_years).csv());
    assert_eq!(file.edition, Edition::Iod2025);
    assert!(file.is_all_england());
    let position = file.positions(NeedMeasure::Income, RankBy::Imd)[1].1;
    assert_eq!(position, Some(NationalPosition::Rank { rank: areas[1].imd_rank, of: 33_755 }));
}

#[test]
fn a_longer_row_and_unknown_bytes_in_columns_not_needed_do_not_matter() {
    let text = made_up(Edition::Iod2019).csv();
    check_text(&text.replace("-7.777\n", "-7.777,and more,and more\n"));
    let mut bytes = made_up(Edition::Iod2019).with_column("LSOA name", "Llan@fair").csv().into_bytes();
    bytes.iter_mut().filter(|byte| **byte == b'@').for_each(|byte| *byte = 0xF4);
    check(&Importer::read(&bytes).unwrap(), &areas(12));
}
