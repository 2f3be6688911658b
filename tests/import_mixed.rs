//! Rows that one edition cannot have together: areas of another census, an area twice, ranks that contradict each other,
//! more areas than there are, and councils of another year. Each is named with its line, or followed where that can be done.
//!
//! What is wrong is found without a list of areas. That the official files pass is held in `official_files.rs`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
    pub mod file7;
}

use std::time::{Duration, Instant};

use support::built_in;
use support::file7::{File7, areas};
use who_gets_missed::data::councils::{CouncilIn, council_in};
use who_gets_missed::data::figures::{AuthorityList, Table};
use who_gets_missed::data::official::{Column, ImportError, Importer, OfficialFile, Warning};
use who_gets_missed::data::{AuthorityCode, Edition, NeedMeasure};
use who_gets_missed::words::import::{message, warning};

const IMD_RANK: &str = "Index of Multiple Deprivation (IMD) Rank";
const IMD_SCORE: &str = "Index of Multiple Deprivation (IMD) Score";
const COUNCIL: &str = "Local Authority District code";
const COUNCIL_NAME: &str = "Local Authority District name";

fn made_up(edition: Edition) -> File7 {
    File7::new(edition, &areas(12))
}

/// All of England, made up.
fn nation(edition: Edition) -> File7 {
    File7::new(edition, &areas(edition.areas_in_england()))
}

fn code(text: &str) -> AuthorityCode {
    text.parse().unwrap()
}

#[track_caller]
fn read(file: &File7) -> OfficialFile {
    Importer::read(file.csv().as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// The file is refused with this error, and the message says these things.
#[track_caller]
fn check(file: &File7, expect: &ImportError, says: &[&str]) {
    assert_eq!(Importer::read(file.csv().as_bytes()).err().as_ref(), Some(expect));
    let message = message(expect);
    for text in says {
        assert!(message.problem.contains(text), "“{}” does not say “{text}”", message.problem);
    }
    for text in [&message.problem, &message.advice] {
        assert!(text.len() > 10 && text.ends_with('.') && !text.contains("  "), "{text:?} is no sentence");
    }
}

// Areas of another census.

#[test]
fn areas_of_2021_among_those_of_2011_are_named_and_counted() {
    // 33,768 is the last number of 2011, all areas that 2021 made have higher ones.
    let file = made_up(Edition::Iod2019).with_cell(3, "LSOA code", "E01033768");
    assert_eq!(read(&file).areas.len(), 12);
    let expect = |areas| ImportError::AreaOfAnotherYear {
        code: "E01033769".to_owned(),
        line: 5,
        of: Some(Edition::Iod2025),
        areas,
        is_all: true,
        edition: Edition::Iod2019,
    };
    let file = file.with_cell(3, "LSOA code", "E01033769");
    let says = ["Line 5", "E01033769", "2019 edition end at E01033768", "came with the 2025 edition"];
    check(&file, &expect(1), &[&says[..], &["1 area is like this"]].concat());
    let file = file.with_cell(7, "LSOA code", "E01034000").with_cell(9, "LSOA code", "E01035000");
    check(&file, &expect(3), &[&says[..], &["3 areas are like this"]].concat());
}

#[test]
fn an_area_past_every_census_is_of_no_edition() {
    let last = made_up(Edition::Iod2025).with_cell(0, "LSOA code", "E01035762");
    assert_eq!(read(&last).areas.len(), 12);
    let expect = ImportError::AreaOfAnotherYear {
        code: "E01035763".to_owned(),
        line: 2,
        of: None,
        areas: 1,
        is_all: true,
        edition: Edition::Iod2025,
    };
    check(&last.with_cell(0, "LSOA code", "E01035763"), &expect, &["Line 2", "E01035763", "No edition"]);
}

#[test]
fn rows_of_2025_at_the_end_of_a_whole_file_of_2019_are_seen_before_all_is_read() {
    let mut file = nation(Edition::Iod2019);
    let mut pasted = file.rows[..50].to_vec();
    pasted.iter_mut().zip(34_000..).for_each(|(row, number)| row[0] = format!("E01{number:06}"));
    file.rows.extend(pasted);
    let expect = ImportError::AreaOfAnotherYear {
        code: "E01034000".to_owned(),
        line: 32_846,
        of: Some(Edition::Iod2025),
        areas: 1,
        is_all: false,
        edition: Edition::Iod2019,
    };
    check(&file, &expect, &["Line 32,846", "At least 1 area is like this"]);
}

// Ranks.

fn repeated(rank: u32, first: u64, second: u64, ranks: usize) -> ImportError {
    let header = format!("{IMD_RANK} (where 1 is most deprived)");
    ImportError::RepeatedRank { column: Column::ImdRank, header, rank, first, second, ranks }
}

#[test]
fn areas_on_one_rank_have_one_score() {
    // In 2019, 26 pairs of areas share a rank of overall deprivation, each with one score.
    let scores = |file: File7| (0..12).fold(file, |file, row| file.with_cell(row, IMD_SCORE, &format!("{}", 90 - row)));
    let ranked =
        |file: File7| (0..12).fold(file, |file, row| file.with_cell(row, IMD_RANK, &format!("{}", 7 + 10 * row)));
    let file = scores(ranked(made_up(Edition::Iod2019)));
    assert_eq!(read(&file).areas.len(), 12);
    let tied = file.with_cell(4, IMD_RANK, "37");
    check(&tied, &repeated(37, 5, 6, 1), &["Rank 37", IMD_RANK, "line 5", "line 6"]);
    assert_eq!(read(&tied.clone().with_cell(4, IMD_SCORE, "87")).areas.len(), 12);
    let more = tied.with_cell(9, IMD_RANK, "87").with_cell(11, IMD_RANK, "107");
    check(&more, &repeated(37, 5, 6, 3), &["2 more ranks are wrong like this"]);
    assert!(message(&repeated(37, 5, 6, 2)).problem.ends_with("1 more rank is wrong like this."));
}

#[test]
fn without_scores_a_shared_rank_leaves_out_the_next() {
    let ranked = |ranks: [u32; 4]| {
        let file = made_up(Edition::Iod2025).without_columns(&[IMD_SCORE]);
        ranks.iter().enumerate().fold(file, |file, (row, rank)| file.with_cell(row, IMD_RANK, &rank.to_string()))
    };
    assert_eq!(read(&ranked([40, 40, 42, 43])).areas.len(), 12);
    check(&ranked([40, 40, 41, 43]), &repeated(40, 2, 3, 1), &["Rank 40"]);
    assert_eq!(read(&ranked([40, 40, 40, 43])).areas.len(), 12);
    check(&ranked([40, 42, 40, 40]), &repeated(40, 2, 4, 1), &["line 2 and again on line 4"]);
}

#[test]
fn in_a_whole_file_one_wrong_rank_is_found_wherever_it_is() {
    let of = Edition::Iod2025.areas_in_england();
    let file = nation(Edition::Iod2025);
    let ranks = file.column(IMD_RANK);
    let row_of = |rank: u32| file.rows.iter().position(|row| row[ranks] == rank.to_string()).unwrap();
    assert_eq!(read(&file).warnings, []);
    // The last rank is followed by none that could be left out, so only the number of areas before it tells.
    for (rank, into) in [(3, 9), (9, 3), (1, of), (of, 1), (of - 1, of)] {
        let lines = [row_of(rank), row_of(into)].map(|row| row as u64 + 2);
        let [first, second] = [lines[0].min(lines[1]), lines[0].max(lines[1])];
        let wrong = file.clone().with_cell(row_of(rank), IMD_RANK, &into.to_string());
        check(&wrong, &repeated(into, first, second, 1), &["again on line"]);
    }
    // A pair that may share its rank is not blamed for another.
    let tied = file.clone().with_cell(row_of(6), IMD_RANK, "5");
    assert_eq!(read(&tied).warnings, []);
    let wrong = tied.with_cell(row_of(2), IMD_RANK, &of.to_string());
    let lines = [row_of(2), row_of(of)].map(|row| row as u64 + 2);
    check(&wrong, &repeated(of, lines[0].min(lines[1]), lines[0].max(lines[1]), 1), &["Rank 33,755"]);
}

#[test]
fn ranks_of_each_need_are_held_to_the_same() {
    let columns = [
        (NeedMeasure::Income, "Income"),
        (NeedMeasure::Children, "Income Deprivation Affecting Children Index (IDACI)"),
        (NeedMeasure::Older, "Income Deprivation Affecting Older People (IDAOPI)"),
        (NeedMeasure::Employment, "Employment"),
    ];
    for (need, domain) in columns {
        let (rank, rate) = (format!("{domain} Rank"), format!("{domain} Score (rate)"));
        let file = made_up(Edition::Iod2025);
        let one = file.rows[2][file.column(&rank)].clone();
        let wrong = file.clone().with_cell(6, &rank, &one).with_cell(2, &rate, "0.3").with_cell(6, &rate, "0.311");
        let expect = ImportError::RepeatedRank {
            column: Column::Rank(need),
            header: file.headers[file.column(&rank)].clone(),
            rank: one.parse().unwrap(),
            first: 4,
            second: 8,
            ranks: 1,
        };
        check(&wrong, &expect, &["line 4 and again on line 8", &rank]);
        assert!(message(&expect).advice.starts_with("Areas share a rank only if their rate is the same"));
        assert_eq!(read(&wrong.with_cell(6, &rate, "0.3")).areas.len(), 12);
    }
}

#[test]
fn a_row_whose_score_does_not_go_with_its_rank_is_of_another_edition() {
    // The 100th most deprived area scored 75.6 in one edition and 73.2 in another: only beside its neighbours it shows.
    let with = |scores: [&str; 4]| {
        let file = made_up(Edition::Iod2019).with_column(IMD_SCORE, "");
        let rows = scores.iter().zip(["90", "100", "110", "120"]).enumerate();
        rows.fold(file, |file, (row, (score, rank))| {
            file.with_cell(row, IMD_SCORE, score).with_cell(row, IMD_RANK, rank)
        })
    };
    for fine in [["76", "75.6", "75.6", "74"], ["76", "", "75", "74"], ["76", "n/a", "75", "unknown"]] {
        assert_eq!(read(&with(fine)).areas.len(), 12, "{fine:?}");
    }
    let expect = |pairs| ImportError::RankAgainstScore { line: 4, rank: 110, other: 3, other_rank: 100, pairs };
    check(
        &with(["76", "73.2", "75", "74"]),
        &expect(1),
        &["Line 4", "rank 110", "higher score than line 3", "rank, 100."],
    );
    check(&with(["76", "73.2", "75", "75.1"]), &expect(2), &["1 more pair of neighbours in the ranking is wrong"]);
    check(
        &with(["76", "", "73.2", "75"]),
        &ImportError::RankAgainstScore { line: 5, rank: 120, other: 4, other_rank: 110, pairs: 1 },
        &["Line 5"],
    );
}

// More areas than there are.

#[test]
fn a_file_of_999_999_areas_is_given_up_at_the_first_too_many() {
    let row = |number: u32| format!("E01{number:06},E07000008,Cambridge,1,0.1,1500\n");
    for (edition, years, last) in [
        (Edition::Iod2019, ["(2011)", "(2019)", ": mid 2015"], 32_844),
        (Edition::Iod2025, ["(2021)", "(2024)", ": mid 2022"], 33_755),
        // Without years it can be either, so as many as the larger one has.
        (Edition::Iod2025, [""; 3], 33_755),
    ] {
        let [areas, councils, people] = years;
        let header = format!(
            "LSOA code {areas},{COUNCIL} {councils},{COUNCIL_NAME},{IMD_RANK},Income Score (rate),Total population{people}\n"
        );
        let mut importer = Importer::default();
        importer.push(header.as_bytes()).unwrap();
        let begun = Instant::now();
        let mut taken = 0;
        let outcome = (1..=999_999).try_for_each(|number| {
            taken = number;
            importer.push(row(number).as_bytes())
        });
        let expect = ImportError::TooManyAreas { line: u64::from(last) + 2, edition };
        assert_eq!((outcome, taken), (Err(expect.clone()), last + 1));
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
        let message = message(&expect).problem;
        for says in ["Line 3", "one area too many", if last == 32_844 { "32,844" } else { "33,755" }] {
            assert!(message.contains(says), "{message}");
        }
    }
}

#[test]
fn a_file_that_was_pasted_twice_names_the_first_area_that_stands_again() {
    let mut file = nation(Edition::Iod2025);
    let again = file.rows.clone();
    file.rows.extend(again);
    let expect = ImportError::RepeatedArea { code: "E01000001".to_owned(), first: 2, second: 33_757 };
    check(&file, &expect, &["E01000001", "line 2", "line 33757"]);
}

// Councils of another year.

#[test]
fn the_councils_of_each_edition_are_known_by_their_codes() {
    for edition in Edition::ALL {
        let list: AuthorityList = built_in::text(&Table::authorities_path(edition)).parse().unwrap();
        let codes: Vec<AuthorityCode> = list.0.iter().map(|authority| authority.code).collect();
        let known = (6_000_000..10_000_000).map(AuthorityCode::from_number);
        let known: Vec<AuthorityCode> = known.filter(|&code| council_in(code, edition) == CouncilIn::There).collect();
        assert_eq!(known, codes, "{edition:?}");
    }
}

#[test]
fn a_council_that_came_later_does_not_say_which_of_its_districts_an_area_is_in() {
    let file = made_up(Edition::Iod2019).with_cell(2, COUNCIL, "E06000063").with_cell(2, COUNCIL_NAME, "Cumberland");
    let expect = |areas| ImportError::CouncilOfAnotherYear {
        code: code("E06000063"),
        name: "Cumberland".to_owned(),
        line: 4,
        areas,
        since: Some(2023),
        edition: Edition::Iod2019,
    };
    let says = ["Line 4", "Cumberland (E06000063)", "2019 edition does not have", "several councils in 2023"];
    check(&file, &expect(1), &[&says[..], &["1 area has this code"]].concat());
    let file = file.with_cell(9, COUNCIL, "E06000063").with_cell(10, COUNCIL, "E06000065");
    check(&file, &expect(2), &[&says[..], &["2 areas have this code"]].concat());
}

#[test]
fn a_council_that_no_edition_has_is_named() {
    for edition in Edition::ALL {
        // St Albans had this code until 2012.
        let file = made_up(edition).with_cell(5, COUNCIL, "E07000100").with_cell(5, COUNCIL_NAME, "St Albans");
        let expect = ImportError::CouncilOfAnotherYear {
            code: code("E07000100"),
            name: "St Albans".to_owned(),
            line: 7,
            areas: 1,
            since: None,
            edition,
        };
        check(&file, &expect, &["Line 7", "St Albans (E07000100)", "No edition has such a council"]);
    }
}

/// The three districts that became Cumberland in 2023, in four areas each.
fn cumberland() -> File7 {
    let districts = [("E07000026", "Allerdale"), ("E07000028", "Carlisle"), ("E07000029", "Copeland")];
    (0..12).fold(made_up(Edition::Iod2025), |file, row| {
        let (code, name) = districts[row / 4];
        file.with_cell(row, COUNCIL, code).with_cell(row, COUNCIL_NAME, name)
    })
}

fn followed(code: &str, name: &str, line: u64, areas: usize, is_counted: bool) -> Warning {
    let (code, counted_as) = (self::code(code), self::code("E06000063"));
    Warning::CouncilFollowed { code, name: name.to_owned(), line, areas, counted_as, is_counted }
}

#[test]
fn councils_that_merged_are_followed_into_the_one_that_took_their_place() {
    let file = read(&cumberland());
    assert_eq!(file.authorities.len(), 1);
    assert_eq!(file.authorities[0].code, code("E06000063"));
    assert_eq!(file.authorities[0].name, "Allerdale, Carlisle, Copeland");
    assert!(file.areas.iter().all(|area| area.authority == 0));
    let expect = [("E07000026", "Allerdale", 2), ("E07000028", "Carlisle", 6), ("E07000029", "Copeland", 10)];
    let expect = expect.map(|(code, name, line)| followed(code, name, line, 4, true));
    assert_eq!(file.warnings[1..], expect);
    assert_eq!(
        warning(&expect[1]),
        "4 areas, from line 6 on, have the code of Carlisle in another year, E07000028. In this edition its code is \
         E06000063. The areas are counted there."
    );
}

#[test]
fn an_area_left_with_an_earlier_code_joins_the_rest_of_its_council() {
    let file = made_up(Edition::Iod2025).with_column(COUNCIL, "E06000063").with_column(COUNCIL_NAME, "Cumberland");
    for row in [0, 7] {
        let file = read(&file.clone().with_cell(row, COUNCIL, "E07000028").with_cell(row, COUNCIL_NAME, "Carlisle"));
        let [only] = &file.authorities[..] else { panic!("{:?}", file.authorities) };
        assert_eq!((only.code, &*only.name), (code("E06000063"), "Cumberland"));
        assert_eq!(file.warnings[1..], [followed("E07000028", "Carlisle", row as u64 + 2, 1, true)]);
    }
}

#[test]
fn a_part_of_a_council_that_merged_does_not_answer_for_all_of_it() {
    let mut file = cumberland();
    file.rows.truncate(8);
    let file = read(&file);
    let codes: Vec<AuthorityCode> = file.authorities.iter().map(|authority| authority.code).collect();
    assert_eq!(codes, [code("E07000026"), code("E07000028")]);
    let all: AuthorityList = built_in::text(&Table::authorities_path(Edition::Iod2025)).parse().unwrap();
    assert!(!file.covers(&[code("E06000063")], &all.0));
    let expect = followed("E07000026", "Allerdale", 2, 4, false);
    assert_eq!(file.warnings[1], expect);
    assert!(warning(&expect).ends_with("so the built-in figures stay in use for it."), "{}", warning(&expect));
}

#[test]
fn a_new_code_for_the_same_council_is_followed() {
    let file = made_up(Edition::Iod2025).with_column(COUNCIL, "E08000038").with_column(COUNCIL_NAME, "Barnsley");
    let file = read(&file);
    assert_eq!((file.authorities[0].code, &*file.authorities[0].name), (code("E08000016"), "Barnsley"));
    let Warning::CouncilFollowed { is_counted: true, areas: 12, .. } = file.warnings[1] else {
        panic!("{:?}", file.warnings)
    };
}
