//! A file that cannot be used gives one error that says what is missing, or which line and column is wrong, and a
//! message that a person can act on. Every kind of error is met here.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod file7;
}

use support::file7::{File7, areas};
use who_gets_missed::data::official::{Column, ImportError, Importer, NotACsv, OfficialFile};
use who_gets_missed::data::table::{Table, TableError};
use who_gets_missed::data::{Edition, NeedMeasure};
use who_gets_missed::words::import::message;

fn made_up() -> File7 {
    File7::new(Edition::Iod2019, &areas(6))
}

/// The error alone: a file that was read after all would fill the screen.
fn error(outcome: Result<OfficialFile, ImportError>) -> Option<ImportError> {
    outcome.err()
}

/// The bytes are refused with this error, and the message says these things.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expect: &ImportError, says: &[&str]) {
    let bytes = bytes.as_ref();
    assert_eq!(error(Importer::read(bytes)).as_ref(), Some(expect));
    let message = message(expect);
    for text in says {
        assert!(message.problem.contains(text), "“{}” does not say “{text}”", message.problem);
    }
    for text in [&message.problem, &message.advice] {
        assert!(text.len() > 10 && text.ends_with('.'), "{text:?} is no sentence");
    }
    // The same in pieces, in which errors may show before the end.
    for size in [16, 23, 100] {
        let mut importer = Importer::default();
        let pushed = bytes.chunks(size).try_for_each(|piece| importer.push(piece));
        assert_eq!(error(pushed.and_then(|()| importer.finish())).as_ref(), Some(expect), "in pieces of {size}");
    }
}

#[test]
fn an_empty_file_is_empty() {
    for text in ["", "\n", "\r\n\r\n", "\u{feff}", "  ,,  \n"] {
        check(text, &ImportError::Empty, &["empty"]);
    }
}

#[test]
fn what_is_no_csv_file_is_told_by_its_kind() {
    let cases: [(&[u8], NotACsv, &str); 9] = [
        (b"PK\x03\x04\x14\0\x06\0", NotACsv::Workbook, "workbook"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NotACsv::Workbook, "workbook"),
        (b"%PDF-1.7\n", NotACsv::Pdf, "PDF"),
        (b"<!DOCTYPE html><html>", NotACsv::WebPage, "web page"),
        (b"\r\n <html lang=\"en\">", NotACsv::WebPage, "web page"),
        (b"\xFF\xFEL\0S\0O\0A\0", NotACsv::Utf16, "UTF-16"),
        (b"\xFE\xFF\0L\0S\0O\0A", NotACsv::Utf16, "UTF-16"),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", NotACsv::Binary, "not a text file"),
        (b"\0\0\0\0", NotACsv::Binary, "not a text file"),
    ];
    for (bytes, kind, says) in cases {
        check(bytes, &ImportError::NotACsv(kind), &[says]);
    }
}

#[test]
fn another_table_is_not_file_7() {
    let cases = [
        "URN,School name,Number of pupils\n100000,A school,200\n",
        "just some words",
        "1;2;3\n4;5;6\n",
        "{\"type\": \"FeatureCollection\", \"features\": []}",
    ];
    for text in cases {
        check(text, &ImportError::NotFile7, &["File 7", "none of the columns"]);
    }
}

#[test]
fn a_missing_column_is_named() {
    let cases = [
        ("LSOA code", Column::AreaCode),
        ("Local Authority District code", Column::AuthorityCode),
        ("Local Authority District name", Column::AuthorityName),
        ("Index of Multiple Deprivation (IMD) Rank", Column::ImdRank),
        ("Income Score (rate)", Column::Rate(NeedMeasure::Income)),
        ("Total population", Column::People(NeedMeasure::Income)),
    ];
    for (name, column) in cases {
        let text = made_up().without_columns(&[name]).csv();
        check(text, &ImportError::MissingColumns(vec![column]), &["The column", name, "is missing"]);
    }
    let (rank, people) = ("Index of Multiple Deprivation (IMD) Rank", "Total population");
    let expect = ImportError::MissingColumns(vec![Column::ImdRank, Column::People(NeedMeasure::Income)]);
    check(made_up().without_columns(&[rank, people]).csv(), &expect, &["The columns", rank, people, "are missing"]);
}

#[test]
fn another_edition_is_not_guessed_at() {
    let with_years = |areas: &str, authorities: &str, people: &str| {
        let change = |header: &str| header.replace("2011", areas).replace("2019", authorities).replace("2015", people);
        made_up().with_headers(change).csv()
    };
    // The edition of 2015, one of 2007, and columns of two editions side by side.
    for (areas, authorities, people) in
        [("2011", "2013", "2012"), ("2001", "2007", "2005"), ("2011", "2024", "2015"), ("2021", "2024", "2015")]
    {
        check(with_years(areas, authorities, people), &ImportError::UnknownEdition, &["2019", "2025"]);
    }
}

#[test]
fn a_part_of_england_without_years_could_be_of_any_edition() {
    let no_years = |header: &str| header.replace(" (2011)", "").replace(" (2019)", "").replace(": mid 2015", "");
    check(made_up().with_headers(no_years).csv(), &ImportError::UnknownEdition, &["2019", "2025"]);
}

#[test]
fn a_header_alone_has_no_rows() {
    let mut file = made_up();
    file.rows.clear();
    check(file.csv(), &ImportError::NoRows, &["no areas"]);
    check(file.csv().trim_end(), &ImportError::NoRows, &["no areas"]);
    check(format!("{}\r\n\r\n,,,\r\n", file.csv()), &ImportError::NoRows, &["no areas"]);
}

#[test]
fn a_file_without_any_income_figure_is_refused() {
    for column in ["Income Score", "Total population"] {
        let text = made_up().with_column(column, "*").csv();
        check(text, &ImportError::NoIncomeFigures, &["income rate", "people", "blank"]);
    }
}

#[test]
fn a_file_cut_short_says_at_which_line() {
    let text = made_up().csv();
    let cut = text.trim_end().rsplit_once(',').unwrap().0;
    let expect = ImportError::ShortRow { line: 7, found: 56, expected: 57 };
    check(cut, &expect, &["Line 7", "56", "57"]);
}

/// The cell of the row (from 0) in the column that begins so is refused with its line, column and content.
#[track_caller]
fn check_cell(row: usize, header: &str, column: Column, value: &str, says: &str) {
    let file = made_up().with_cell(row, header, value);
    let line = row as u64 + 2;
    let full_header = file.headers[file.column(header)].clone();
    let expect =
        |line| ImportError::BadCell { line, column, header: full_header.clone(), found: value.trim().to_owned() };
    let line_says = format!("Line {line}, column “{header}");
    let text = file.csv();
    check(&text, &expect(line), &[&line_says, value.trim(), says]);
    check(text.replace('\n', "\r\n"), &expect(line), &[says]);
    check(format!("\u{feff}\n{text}"), &expect(line + 1), &[says]);
}

#[test]
fn a_cell_that_cannot_be_is_shown_where_it_stands() {
    for value in ["W01000001", "E02000001", "E0100001", "E0100000A", "", "01000001"] {
        check_cell(0, "LSOA code", Column::AreaCode, value, "the code of an English area");
    }
    for value in ["E10000003", "Cambridge", "", "W06000015", "E0700000٨"] {
        check_cell(1, "Local Authority District code", Column::AuthorityCode, value, "authority");
    }
    check_cell(0, "Local Authority District name", Column::AuthorityName, " ", "the name of a local authority");
    for value in ["", "*", "0", "-1", "1.5", "first", "1000001", "NaN"] {
        check_cell(2, "Index of Multiple Deprivation (IMD) Rank", Column::ImdRank, value, "a rank");
    }
    for value in ["12%", "1.001", "-0.1", "0.1.2", "a fifth", "inf", "£3", "12.5"] {
        check_cell(5, "Income Score", Column::Rate(NeedMeasure::Income), value, "a rate from 0 to 1");
    }
    for value in ["-5", "1296.5", "many", "10000000", "1 296"] {
        check_cell(4, "Total population", Column::People(NeedMeasure::Income), value, "a whole number of people");
    }
}

#[test]
fn cells_of_the_other_needs_are_held_to_the_same() {
    let (idaci, idaopi) = ("Income Deprivation Affecting Children", "Income Deprivation Affecting Older");
    check_cell(3, idaci, Column::Rate(NeedMeasure::Children), "2", "a rate");
    check_cell(3, idaopi, Column::Rate(NeedMeasure::Older), "most", "a rate");
    check_cell(3, "Dependent Children", Column::People(NeedMeasure::Children), "0.5", "a whole number");
    check_cell(3, "Older population", Column::People(NeedMeasure::Older), "-1", "a whole number");
    check_cell(3, "Income Rank", Column::Rank(NeedMeasure::Income), "2.5", "a rank");
}

#[test]
fn an_area_that_stands_twice_is_named_with_both_lines() {
    let mut file = made_up();
    file.rows.push(file.rows[1].clone());
    file.rows.push(file.rows[1].clone());
    let expect = ImportError::RepeatedArea { code: "E01001001".to_owned(), first: 3, second: 8 };
    check(file.csv(), &expect, &["E01001001", "line 3", "line 8"]);
}

#[test]
fn a_rank_past_the_last_area_of_the_edition_is_refused() {
    for (edition, rank, says) in [(Edition::Iod2019, 32_845, "32,844"), (Edition::Iod2025, 33_756, "33,755")] {
        for header in ["Index of Multiple Deprivation (IMD) Rank", "Income Rank"] {
            let file = File7::new(edition, &areas(6));
            let last = file.clone().with_cell(3, header, &(rank - 1).to_string());
            assert!(Importer::read(last.csv().as_bytes()).is_ok());
            let expect = ImportError::RankOutOfRange { line: 5, rank, edition };
            check(file.with_cell(3, header, &rank.to_string()).csv(), &expect, &["Line 5", says]);
        }
    }
}

#[test]
fn a_rank_past_the_last_area_is_refused_when_only_the_number_of_areas_tells_the_edition() {
    let areas = areas(Edition::Iod2019.areas_in_england());
    let file = File7::new(Edition::Iod2019, &areas).with_cell(3, "Index of Multiple Deprivation (IMD) Rank", "40000");
    let needed = [0, 2, 3, 5, 7, file.column("Total population")];
    let no_years = |header: &str| header.replace(" (2011)", "").replace(" (2019)", "").replace(": mid 2015", "");
    let text = file.in_order(|_| needed.to_vec()).with_headers(no_years).csv();
    let expect = ImportError::RankOutOfRange { line: 5, rank: 40_000, edition: Edition::Iod2019 };
    assert_eq!(error(Importer::read(text.as_bytes())), Some(expect));
}

#[test]
fn a_wrong_header_shows_before_the_rest_of_the_file_has_come() {
    let mut importer = Importer::default();
    assert_eq!(importer.push(b"URN,School name\n"), Err(ImportError::NotFile7));
    let mut importer = Importer::default();
    assert_eq!(importer.push(b"%PDF"), Err(ImportError::NotACsv(NotACsv::Pdf)));
}

#[test]
fn a_line_longer_than_any_table_of_areas_has_is_refused_before_it_costs() {
    // A header that never ends is refused after its first megabytes, in whatever pieces it comes.
    let endless = vec![b'a'; 5 << 20];
    let wide = [&b"code"[..], &b",x".repeat(20_000), b"\n"].concat();
    for (bytes, line) in [(&endless, 1), (&wide, 1)] {
        assert_eq!(Importer::read(bytes).unwrap_err(), ImportError::TooWide { line });
        let mut importer = Importer::default();
        let taken = bytes.chunks(1 << 18).take_while(|piece| importer.push(piece).is_ok()).count();
        assert!(taken <= 5, "{taken} pieces were taken");
    }
    let text = message(&ImportError::TooWide { line: 1 }).problem;
    assert_eq!(text, "Line 1 is far longer than a line of File 7.");
}

#[test]
fn pasted_rows_of_thousands_of_columns_are_refused_with_their_line() {
    let text = format!("name\tvalue{}\nA\t1\n", "\tx".repeat(19_998));
    let problem = Table::from_text(&text).unwrap_err();
    assert_eq!(problem, TableError::TooManyColumns { line: 1, cells: 20_000 });
}
