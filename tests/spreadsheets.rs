//! Spreadsheets are read right or not at all: those that other programs wrote give what was put into them, what is damaged,
//! protected or of another kind says so, and no bytes lead to a panic, to a long wait, or to memory without an end.
//!
//! `tests/support/spreadsheets.py` made the files, with openpyxl, XlsxWriter, odfpy and LibreOffice, and says what is in them.
//! `SPREADSHEETS` says how many damaged ones are tried, `SPREADSHEETS_SEED` from where.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod packed;
    pub mod printed;
}

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, RngSeed, TestRng};
use serde_json::{Value, json};
use support::packed::{Packed, ods, ods_with, start, xlsx, xlsx_with};
use support::printed::run;
use who_gets_missed::data::spreadsheet::{
    Limit, Limits, SpreadsheetError, Table, Workbook, cell_name, is_packed, sheet_text,
};
use who_gets_missed::words::spreadsheet::message;

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/spreadsheets");
    fs::read(folder.join(name)).unwrap()
}

/// A table as `expected.json` has it: each row's cells, a text or a text and what marks it as per cent.
fn rows(table: &Table) -> Value {
    let cell = |cell: who_gets_missed::data::spreadsheet::Cell| match cell.is_percent {
        false => json!(cell.text),
        true => json!([cell.text, "%"]),
    };
    table.rows().map(|row| Value::Array(row.map(cell).collect())).collect()
}

#[test]
fn what_other_programs_wrote_is_read_as_it_was_put_in() {
    let expected: Value = serde_json::from_slice(&fixture("expected.json")).unwrap();
    let files = expected.as_object().unwrap();
    assert!(files.len() >= 8, "{} files", files.len());
    for (name, sheets) in files {
        let bytes = fixture(name);
        assert!(is_packed(&bytes));
        let workbook = Workbook::open(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut read = Vec::new();
        for (index, sheet) in workbook.sheets().iter().enumerate() {
            let table = workbook.rows(index).unwrap_or_else(|error| panic!("{name}, {}: {error}", sheet.name));
            let missing = table.not_worked_out;
            read.push(json!({
                "name": sheet.name, "hidden": sheet.is_hidden, "rows": rows(&table), "missing": missing.cells,
                "first": missing.first.map(|(row, column)| vec![row, column]),
            }));
        }
        for (read, sheet) in read.iter().zip(sheets.as_array().unwrap()) {
            assert_eq!(read, sheet, "{name}");
        }
        assert_eq!(read.len(), sheets.as_array().unwrap().len(), "{name}");
    }
}

fn read(bytes: &[u8]) -> Result<Table, SpreadsheetError> {
    Workbook::open(bytes)?.rows(0)
}

fn read_within(bytes: &[u8], limits: Limits) -> Result<Table, SpreadsheetError> {
    Workbook::open_within(bytes, limits)?.rows(0)
}

/// The texts of the first sheet.
fn texts(bytes: &[u8]) -> Result<Vec<Vec<String>>, SpreadsheetError> {
    Ok(read(bytes)?.rows().map(|row| row.map(|cell| cell.text.to_owned()).collect()).collect())
}

fn compound(name: &str) -> Vec<u8> {
    let name = name.encode_utf16().flat_map(u16::to_le_bytes);
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 505]).chain(name).chain([0; 512]).collect()
}

#[test]
fn what_is_no_spreadsheet_or_an_older_one_says_what_to_do() {
    let openpyxl = fixture("openpyxl.xlsx");
    let encrypted_part = {
        let mut bytes = openpyxl.clone();
        // The flag of every entry in the list at the end.
        let at: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(b"PK\x01\x02")).collect();
        at.iter().for_each(|at| bytes[at + 8] |= 1);
        bytes
    };
    let manifest = r#"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let encrypted_ods =
        Packed::default().add("META-INF/manifest.xml", manifest).stored("content.xml", [7; 99]).finish();
    let text_document = ods_with("<office:text><text:p>Hello</text:p></office:text>");
    let cases = [
        (b"".to_vec(), SpreadsheetError::OtherKind),
        (b"area,value\nA,1\n".to_vec(), SpreadsheetError::OtherKind),
        (b"%PDF-1.7".to_vec(), SpreadsheetError::OtherKind),
        (Packed::default().add("a.csv", "a,b\n1,2\n").finish(), SpreadsheetError::OtherKind),
        (Packed::default().finish(), SpreadsheetError::OtherKind),
        (fixture("text.docx"), SpreadsheetError::OtherKind),
        (text_document, SpreadsheetError::OtherKind),
        (compound("WordDocument"), SpreadsheetError::OtherKind),
        (compound("Workbook"), SpreadsheetError::OldExcel),
        (compound("Book"), SpreadsheetError::OldExcel),
        (compound("EncryptedPackage"), SpreadsheetError::Encrypted),
        (encrypted_part, SpreadsheetError::Encrypted),
        (encrypted_ods, SpreadsheetError::Encrypted),
        (start().add("xl/workbook.bin", [0; 9]).finish(), SpreadsheetError::BinaryExcel),
        (openpyxl[..openpyxl.len() / 2].to_vec(), SpreadsheetError::CutShort),
        (ods_with("<office:spreadsheet/>"), SpreadsheetError::NoSheet),
        (xlsx(r#"<row r="1"><c r="A1" t="s"><v>2</v></c></row>"#), SpreadsheetError::Damaged),
    ];
    for (index, (bytes, expect)) in cases.iter().enumerate() {
        assert_eq!(read(bytes).unwrap_err(), *expect, "case {index}");
        let said = message(*expect);
        assert!(said.problem.ends_with('.') && said.advice.ends_with('.'), "{said:?}");
        assert!(said.problem.len() + said.advice.len() < 230, "{said:?}");
    }
    let saved_anew = [SpreadsheetError::OldExcel, SpreadsheetError::BinaryExcel, SpreadsheetError::Encrypted];
    assert!(saved_anew.iter().all(|&error| message(error).advice.contains("save it as .xlsx or CSV")));
}

const MADE: [&str; 7] = [
    "openpyxl.xlsx",
    "from-1904.xlsx",
    "xlsxwriter.xlsx",
    "large.xlsx",
    "libreoffice.xlsx",
    "odfpy.ods",
    "libreoffice.ods",
];

#[test]
fn a_file_cut_anywhere_is_never_read() {
    for name in MADE {
        let bytes = fixture(name);
        for end in 0..bytes.len() {
            let error = read(&bytes[..end]).expect_err(name);
            let expect = if end < 4 { SpreadsheetError::OtherKind } else { SpreadsheetError::CutShort };
            assert_eq!(error, expect, "{name}, {end} bytes");
        }
    }
}

#[test]
fn a_byte_gone_wrong_anywhere_gives_an_error_or_the_same_cells() {
    for name in MADE {
        let bytes = fixture(name);
        let all = |bytes: &[u8]| {
            let workbook = Workbook::open(bytes)?;
            (0..workbook.sheets().len()).map(|sheet| workbook.rows(sheet)).collect::<Result<Vec<Table>, _>>()
        };
        let whole = all(&bytes).unwrap();
        let (mut tried, mut errors) = (0, 0);
        let mut wrong = bytes.clone();
        for at in (0..bytes.len()).step_by(1 + bytes.len() / 4000) {
            tried += 1;
            wrong[at] ^= if at % 2 == 0 { 1 } else { 0x80 };
            match all(&wrong) {
                Err(_) => errors += 1,
                Ok(read) => assert!(read == whole, "{name}, byte {at}"),
            }
            wrong[at] = bytes[at];
        }
        // The rest is what does not matter here: fonts, previews, who wrote it.
        assert!(errors > tried / 8, "{name}: {errors} errors of {tried}");
    }
}

#[test]
fn a_bomb_ends_with_a_message() {
    let too_much = |limit| Err(SpreadsheetError::TooMuch(limit));
    // Some kB that unpack to more than 20 MB, inside cells and outside.
    let blank = " ".repeat(20 << 20);
    assert_eq!(texts(&xlsx(&blank)), too_much(Limit::Text));
    let cells = r#"<c><v>1</v></c>"#.repeat(1 << 20);
    assert_eq!(texts(&xlsx(&format!(r#"<row r="1">{cells}</row>"#))), Err(SpreadsheetError::Damaged), "columns end");
    let rows = "<row><c/></row>".repeat(3 << 19);
    assert_eq!(texts(&xlsx(&rows)), too_much(Limit::Unpacked));
    assert_eq!(texts(&ods(&"<table:table-row/>".repeat(3 << 19))), too_much(Limit::Unpacked));
    // What names and formats are in.
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(5 << 20));
    let packed = xlsx_with("<worksheet/>", "<sst/>", &styles).finish();
    assert_eq!(texts(&packed), too_much(Limit::Unpacked));
    let strings = format!("<sst>{}</sst>", "<si><t>a</t></si>".repeat(3 << 19));
    assert_eq!(texts(&xlsx_with("<worksheet/>", &strings, "<styleSheet/>").finish()), too_much(Limit::Unpacked));
    // A few bytes that stand for many cells.
    let cell = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>"#;
    let row = |rows: u64| format!(r#"<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>"#);
    assert_eq!(texts(&ods(&row(u64::MAX))), too_much(Limit::Cells));
    assert_eq!(texts(&ods(&row(1_048_576))), too_much(Limit::Cells));
    let narrow = cell.replace("16384", "1");
    let narrow = format!(r#"<table:table-row table:number-rows-repeated="1048576">{narrow}</table:table-row>"#);
    assert_eq!(texts(&ods(&narrow)), too_much(Limit::Rows));
    assert_eq!(
        texts(&ods(&format!("<table:table-row>{}{cell}</table:table-row>", cell))),
        Err(SpreadsheetError::Damaged)
    );
    // One text that many cells share.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(500_000));
    let cells: String = (1..=1000).map(|row| format!(r#"<row r="{row}"><c t="s"><v>0</v></c></row>"#)).collect();
    let packed =
        xlsx_with(&format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"), &strings, "<styleSheet/>");
    assert_eq!(texts(&packed.finish()), too_much(Limit::Text));
    // Merged cells over one another, tags inside one another, a tag without an end.
    let merged = r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(200_000);
    let sheet = format!(
        r#"<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="400000"><c><v>1</v></c></row></sheetData>{merged}</worksheet>"#
    );
    assert_eq!(texts(&xlsx_with(&sheet, "<sst/>", "<styleSheet/>").finish()), Err(SpreadsheetError::Damaged));
    assert_eq!(texts(&xlsx(&"<a>".repeat(1 << 20))), Err(SpreadsheetError::Damaged));
    assert_eq!(texts(&xlsx(&format!("<a b='{}'/>", "c".repeat(2 << 20)))), too_much(Limit::Text));
}

#[test]
fn limits_hold_to_the_row_the_cell_and_the_byte() {
    let limits = Limits { rows: 3, cells: 6, text: 10, ..Limits::default() };
    let row = |number: usize, cells: usize| {
        let cells: String = (0..cells).map(|_| r#"<c t="inlineStr"><is><t>a</t></is></c>"#).collect();
        format!(r#"<row r="{number}">{cells}</row>"#)
    };
    let of = |rows: &[(usize, usize)]| {
        read_within(&xlsx(&rows.iter().map(|&(number, cells)| row(number, cells)).collect::<String>()), limits)
    };
    assert!(of(&[(1, 3), (3, 3)]).is_ok());
    // Blank rows at the end, formatted perhaps, are none.
    assert_eq!(of(&[(1, 1), (1_048_576, 0)]).unwrap().len(), 1);
    assert_eq!(of(&[(1, 1), (4, 1)]), Err(SpreadsheetError::TooMuch(Limit::Rows)));
    assert_eq!(of(&[(1, 4), (2, 3)]), Err(SpreadsheetError::TooMuch(Limit::Cells)));
    let long = |length: usize| {
        let text = "é".repeat(length);
        read_within(&xlsx(&format!(r#"<row r="1"><c t="inlineStr"><is><t>{text}</t></is></c></row>"#)), limits)
    };
    assert_eq!(long(5).unwrap().row(0).next().unwrap().text, "ééééé");
    assert_eq!(long(6), Err(SpreadsheetError::TooMuch(Limit::Text)));
}

#[test]
fn what_a_header_claims_changes_nothing() {
    let sheet = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1" spans="1:16384"><c r="A1" t="s"><v>0</v></c></row></sheetData><mergeCells count="4000000000"/></worksheet>"#;
    let strings = r#"<sst count="4294967295" uniqueCount="4294967295"><si><t>zero</t></si></sst>"#;
    let styles = r#"<styleSheet><numFmts count="4294967295"/><cellXfs count="4294967295"/></styleSheet>"#;
    let mut packed = xlsx_with(sheet, strings, styles);
    assert_eq!(texts(&xlsx_with(sheet, strings, styles).finish()).unwrap(), [["zero"]]);
    // What comes out of it is held to its checksum, not to the size that it claims.
    packed.lie = Some([4, u32::MAX - 1]);
    assert_eq!(texts(&packed.stored("a", "four").finish()).unwrap(), [["zero"]]);
    let mut far = Packed::default();
    far.lie = Some([u32::MAX - 1, 1]);
    assert_eq!(texts(&far.stored("content.xml", "<a/>").finish()), Err(SpreadsheetError::Damaged));
    let other = Packed::default().raw("content.xml", 0, 1, b"<office:spreadsheet/>", 21).finish();
    assert_eq!(texts(&other), Err(SpreadsheetError::Damaged), "the checksum");
    let other = Packed::default().raw("content.xml", 9, 1, b"<office:spreadsheet/>", 21).finish();
    assert_eq!(texts(&other), Err(SpreadsheetError::Damaged), "a way of packing that no spreadsheet has");
}

#[test]
fn cells_stand_where_they_say_or_one_behind_the_other() {
    let row = |cells: &str| texts(&xlsx(&format!(r#"<row r="2">{cells}</row><row><c><v>3</v></c></row>"#)));
    let expect = vec![vec![], vec!["".to_owned(), "1".to_owned(), "2".to_owned()], vec!["3".to_owned()]];
    assert_eq!(row(r#"<c r="B2"><v>1</v></c><c><v>2</v></c>"#).unwrap(), expect);
    assert_eq!(row("<c><v>NaN</v></c>").unwrap()[1], ["NaN"], "which the reader of tables takes as missing");
    // In another order, twice, or in another row than they stand in, one of two places is wrong; nobody knows which.
    for cells in [
        r#"<c r="B2"><v>1</v></c><c r="A2"><v>2</v></c>"#,
        r#"<c r="B2"><v>1</v></c><c r="B2"><v>2</v></c>"#,
        r#"<c r="B3"><v>1</v></c>"#,
        r#"<c r="2"><v>1</v></c>"#,
        r#"<c r="XFE2"><v>1</v></c>"#,
        r#"<c t="other"><v>1</v></c>"#,
        r#"<c><v>one</v></c>"#,
        r#"<c t="b"><v>2</v></c>"#,
        r#"<c t="s"><v>-1</v></c>"#,
        r#"<c t="s"><v>x</v></c>"#,
        r#"<c t="inlineStr"><is><t>&unknown;</t></is></c>"#,
        r#"<c t="inlineStr"><is><t>open</is></c>"#,
        "<c t=\"inlineStr\"><is><t>a\0b</t></is></c>",
        "<c t=\"inlineStr\"><is><t><![CDATA[a\0b]]></t></is></c>",
        r#"<c t="inlineStr"><is><t>a&#0;b</t></is></c>"#,
        "<c t=\"str\"><v>a\0b</v></c>",
    ] {
        assert_eq!(row(cells), Err(SpreadsheetError::Damaged), "{cells}");
    }
    for rows in
        [r#"<row r="2"/><row r="1"/>"#, r#"<row r="1"/><row r="1"/>"#, r#"<row r="0"/>"#, r#"<row r="a"/>"#, "<c/>"]
    {
        assert_eq!(texts(&xlsx(rows)), Err(SpreadsheetError::Damaged), "{rows}");
    }
    // The sign of number 0 is no text, wherever it stands.
    for cell in [
        "office:value-type=\"time\" office:time-value=\"PT12H\0M\">",
        "office:value-type=\"time\" office:time-value=\"PT12H&#0;M\">",
        "office:value-type=\"date\" office:date-value=\"2024\0\">",
        "office:value-type=\"boolean\" office:boolean-value=\"\0\">",
        "office:value-type=\"string\" office:string-value=\"a\0\">",
        "office:value-type=\"string\"><text:p>a\0</text:p>",
    ] {
        let rows = format!("<table:table-row><table:table-cell {cell}</table:table-cell></table:table-row>");
        let sheet =
            format!(r#"<office:spreadsheet><table:table table:name="a">{rows}</table:table></office:spreadsheet>"#);
        assert_eq!(texts(&ods_with(&sheet)), Err(SpreadsheetError::Damaged), "{cell:?}");
    }
}

#[test]
fn texts_come_whole_and_without_what_is_not_shown() {
    let cell = |inside: &str| {
        let bytes = xlsx(&format!(r#"<x:row><x:c t="inlineStr"><x:is>{inside}</x:is></x:c></x:row>"#));
        texts(&bytes).unwrap().concat().concat()
    };
    assert_eq!(cell("<x:t>a &amp; b&#233;&#xe9;</x:t>"), "a & béé");
    assert_eq!(cell("<t><![CDATA[<a> & b]]></t>"), "<a> & b");
    assert_eq!(cell("<r><t>East</t></r><rPh><t>sound</t></rPh><r><t xml:space='preserve'> end</t></r>"), "East end");
    assert_eq!(cell("<t>a_x000D_b</t><!-- no --><?no no?>"), "a\rb");
    let ods_cell = |inside: &str| {
        let cell = format!(
            r#"<table:table-row><table:table-cell office:value-type="string">{inside}</table:table-cell></table:table-row>"#
        );
        texts(&ods(&cell)).unwrap().concat().concat()
    };
    assert_eq!(ods_cell("<text:p>a<text:s text:c='3'/>b <text:span>c\n\td</text:span></text:p>"), "a   b c d");
    assert_eq!(ods_cell("<office:annotation><text:p>note</text:p></office:annotation><text:p>a</text:p>"), "a");
    assert_eq!(
        ods_cell("<draw:frame><table:table><table:table-row/></table:table></draw:frame><text:p>a</text:p>"),
        "a"
    );
    let inner = "<table:table><table:table-row><table:table-cell><text:p>in</text:p></table:table-cell></table:table-row></table:table>";
    assert_eq!(ods_cell(&format!("{inner}<text:p>a</text:p>")), "a");
}

#[test]
fn what_lies_under_merged_cells_is_not_shown() {
    let sheet = r#"<worksheet><sheetData>
        <row r="1"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row r="2"><c><v>4</v></c><c><v>5</v></c><c><v>6</v></c></row>
        </sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C2"/></mergeCells></worksheet>"#;
    let read = texts(&xlsx_with(sheet, "<sst/>", "<styleSheet/>").finish()).unwrap();
    assert_eq!(read, [["1", "", "3"], ["", "", "6"]]);
}

#[test]
fn in_steps_the_same_comes_and_progress_only_grows() {
    for name in MADE {
        let bytes = fixture(name);
        let workbook = Workbook::open(&bytes).unwrap();
        let mut reader = workbook.read(0).unwrap();
        let mut before = (0, reader.progress().1);
        while reader.step().unwrap() {
            let now = reader.progress();
            assert!(now.0 >= before.0 && now.0 <= now.1 && now.1 == before.1, "{before:?} {now:?}");
            before = now;
        }
        assert_eq!(reader.progress(), (before.1, before.1), "{name}");
        assert_eq!(reader.finish().unwrap(), workbook.rows(0).unwrap(), "{name}");
        assert_eq!(workbook.rows(99), Err(SpreadsheetError::NoSheet));
    }
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(17), failure_persistence: None, ..Default::default() }
}

/// A text with the signs that XML and spreadsheets write in another way.
fn made_text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => prop::char::range('a', 'z'),
        1 => prop::sample::select(vec!['&', '<', '>', '"', '\'', ',', ';', 'é', '𝔸', '%', '-', '1', '_', 'x', '\u{a0}']),
    ];
    prop::collection::vec(sign, 1..12).prop_map(|signs| signs.into_iter().collect())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn any_table_comes_back_from_either_kind(
        cells in prop::collection::vec(prop::collection::vec(prop::option::of(made_text()), 0..9), 0..12),
        style in 0_usize..3,
    ) {
        let mut expect: Vec<Vec<String>> =
            cells.iter().map(|row| row.iter().map(|cell| cell.clone().unwrap_or_default()).collect()).collect();
        for row in &mut expect {
            row.truncate(row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
        }
        expect.truncate(expect.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1));

        let (mut strings, mut count) = (String::new(), 0);
        let (mut xlsx_rows, mut ods_rows) = (String::new(), String::new());
        for (row, cells) in cells.iter().enumerate() {
            xlsx_rows += &format!(r#"<row r="{}">"#, row + 1);
            ods_rows += "<table:table-row>";
            for (column, cell) in cells.iter().enumerate() {
                let reference = cell_name(row, column);
                let text = cell.as_deref().map(escaped);
                // Excel writes an underscore that begins such a sign with that sign's number.
                let excel = text.as_deref().map(|text| text.replace("_x", "_x005F_x"));
                ods_rows += &text.map_or("<table:table-cell/>".to_owned(), |text| {
                    format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
                });
                match (excel, style) {
                    (None, _) => {}
                    (Some(text), 0) => {
                        strings += &format!("<si><t>{text}</t></si>");
                        xlsx_rows += &format!(r#"<c r="{reference}" t="s"><v>{count}</v></c>"#);
                        count += 1;
                    }
                    (Some(text), 1) => xlsx_rows += &format!(r#"<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>"#),
                    (Some(text), _) => xlsx_rows += &format!(r#"<c r="{reference}" t="str"><f>A1</f><v>{text}</v></c>"#),
                }
            }
            xlsx_rows += "</row>";
            ods_rows += "</table:table-row>";
        }
        let sheet = format!("<worksheet><sheetData>{xlsx_rows}</sheetData></worksheet>");
        let packed = xlsx_with(&sheet, &format!("<sst>{strings}</sst>"), "<styleSheet/>").finish();
        prop_assert_eq!(texts(&packed).unwrap(), expect.clone());
        prop_assert_eq!(texts(&ods(&ods_rows)).unwrap(), expect);
    }

    #[test]
    fn any_number_comes_back_to_the_last_bit(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
        let row = |value: &str| format!(r#"<row r="1"><c><v>{value}</v></c></row>"#);
        for text in [format!("{value:e}"), format!("{value:.16e}"), value.to_string()] {
            let read = texts(&xlsx(&row(&text))).unwrap().concat().concat();
            prop_assert_eq!(read.parse::<f64>().unwrap(), value, "{}", text);
        }
    }

    #[test]
    fn every_day_and_second_is_its_own_date(days in 61_u32..2_958_465, second in 0_u32..86_400) {
        let styles = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;
        let serial = f64::from(days) + f64::from(second) / 86_400.0;
        let sheet = format!(r#"<worksheet><sheetData><row><c s="1"><v>{serial}</v></c></row></sheetData></worksheet>"#);
        let read = texts(&xlsx_with(&sheet, "<sst/>", styles).finish()).unwrap().concat().concat();
        let (day, time) = read.split_once('T').unwrap_or((&read, "00:00:00"));
        let clock: Vec<u32> = time.split(':').map(|part| part.parse().unwrap()).collect();
        prop_assert_eq!(clock[0] * 3600 + clock[1] * 60 + clock[2], second);
        // Days since 1 March of the year 0, counted by years and months.
        let parts: Vec<u32> = day.split('-').map(|part| part.parse().unwrap()).collect();
        let (year, month) = if parts[1] > 2 { (parts[0], parts[1] - 3) } else { (parts[0] - 1, parts[1] + 9) };
        let lengths = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29];
        let of_months: u32 = lengths.iter().take(month as usize).sum();
        let counted = 365 * year + year / 4 - year / 100 + year / 400 + of_months + parts[2] - 1;
        prop_assert_eq!(counted, days - 61 + 365 * 1900 + 1900 / 4 - 1900 / 100 + 1900 / 400);
    }
}

/// Small parts of files, to be spoilt.
const XLSX_PARTS: [(&str, &str); 4] = [
    (
        "xl/workbook.xml",
        r#"<workbook><workbookPr date1904="1"/><sheets><sheet name="A" state="hidden" r:id="s1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>"#,
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm &quot;d&quot;;0%"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>"#,
    ),
    (
        "xl/sharedStrings.xml",
        r#"<sst count="2"><si><t>a_x000D_</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>"#,
    ),
    (
        "xl/worksheets/sheet1.xml",
        r#"<worksheet><dimension ref="A1:C3"/><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" s="1"><v>43556.5</v></c></row><row r="3"><c r="B3" s="2"><f>A1*2</f><v>1.5E-1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>&#65;&amp;</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>"#,
    ),
];
const ODS_PART: &str = r#"<office:document-content><office:automatic-styles><style:style style:name="t"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A" table:style-name="t"><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="percentage" office:value="0.125" table:number-columns-repeated="2"><text:p>12%</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2019-04-01T00:00:00"/><table:table-cell office:value-type="time" office:time-value="PT12H30M00S"/><table:table-cell table:formula="of:=1"/><table:table-cell office:value-type="string"><office:annotation><text:p>n</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
/// What comes into them.
const TOKENS: [&str; 24] = [
    "<",
    ">",
    "&",
    "\"",
    "/>",
    "<c>",
    "</c>",
    "<row>",
    "</row>",
    "<t>",
    "<v>-1</v>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "<?",
    "<!DOCTYPE a [",
    "18446744073709551616",
    "-1",
    "1e308",
    "XFD1048576",
    "<table:table-cell>",
    "<text:p>",
    "&#0;",
    "é",
];

struct Draw(TestRng);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0.next_u64() as usize % most.max(1)
    }

    /// A few things gone wrong.
    fn spoil(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..1 + self.below(4) {
            let at = self.below(bytes.len());
            match self.below(6) {
                0 if !bytes.is_empty() => bytes[at] = self.below(256) as u8,
                1 if !bytes.is_empty() => bytes[at] ^= 1 << self.below(8),
                2 => drop(bytes.drain(at..(at + self.below(20)).min(bytes.len()))),
                3 => {
                    let piece: Vec<u8> = bytes[at..(at + self.below(60)).min(bytes.len())].to_vec();
                    let to = self.below(bytes.len());
                    bytes.splice(to..to, piece);
                }
                4 => {
                    let token = TOKENS[self.below(TOKENS.len())];
                    bytes.splice(at..at, token.bytes());
                }
                _ => {
                    // Another number, so often where numbers matter.
                    let digits: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()).collect();
                    if let Some(&at) = digits.get(self.below(digits.len())) {
                        bytes[at] = b'0' + self.below(10) as u8;
                    }
                }
            }
        }
    }

    fn file(&mut self) -> Vec<u8> {
        let kind = self.below(10);
        if kind == 0 {
            let length = self.below(300);
            let start: &[u8] =
                [&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"][self.below(4)];
            return start.iter().copied().chain((0..length).map(|_| self.below(256) as u8)).collect();
        }
        let is_ods = self.below(3) == 0;
        let (mut packed, parts) = if is_ods {
            (Packed::default(), vec![("content.xml", ODS_PART)])
        } else {
            let relations = support::packed::RELATIONS;
            (start().stored("xl/_rels/workbook.xml.rels", relations), XLSX_PARTS.to_vec())
        };
        let spoilt = self.below(parts.len() + usize::from(kind > 7) * 9);
        for (index, (name, content)) in parts.into_iter().enumerate() {
            let mut content = content.as_bytes().to_vec();
            if index == spoilt {
                self.spoil(&mut content);
            }
            packed = if self.below(4) == 0 { packed.add(name, content) } else { packed.stored(name, content) };
        }
        let mut bytes = packed.finish();
        if kind > 7 {
            self.spoil(&mut bytes);
        }
        bytes
    }
}

#[test]
fn no_bytes_lead_to_a_panic_or_a_long_wait() {
    let number = |name: &str| env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let seed = number("SPREADSHEETS_SEED").unwrap_or(0);
    let (mut read_whole, mut errors) = (0_u64, 0_u64);
    for case in seed..seed + number("SPREADSHEETS").unwrap_or(100_000) {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&case.to_le_bytes());
        let file = Draw(TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)).file();
        let read = || {
            let begun = Instant::now();
            let outcome = Workbook::open(&file).and_then(|workbook| {
                (0..workbook.sheets().len()).try_for_each(|sheet| {
                    let table = workbook.rows(sheet)?;
                    assert!(table.rows().flatten().all(|cell| !cell.as_written().contains('\0')), "case {case}");
                    Ok(())
                })
            });
            match outcome {
                Ok(()) => read_whole += 1,
                Err(_) => errors += 1,
            }
            begun.elapsed()
        };
        // A machine with other things to do may make it wait once.
        let is_quick = std::iter::repeat_with(read).take(5).any(|took| took < Duration::from_secs(1));
        assert!(is_quick, "case {case} takes more than a second");
    }
    // Both ends of the reader were tried.
    assert!(read_whole > errors / 20 && errors > read_whole / 20, "{read_whole} read, {errors} not");
}

/// A spreadsheet of sheets by their names and the cells of each row.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let cell = |text: &&str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let row =
        |cells: &&[&str]| format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>());
    let sheet = |(name, rows): &(&str, &[&[&str]])| {
        format!(r#"<table:table table:name="{name}">{}</table:table>"#, rows.iter().map(row).collect::<String>())
    };
    let all: String = sheets.iter().map(sheet).collect();
    ods_with(&format!("<office:spreadsheet>{all}</office:spreadsheet>"))
}

const AREAS: &[&[&str]] = &[
    &["Area, in full", "IMD score", "Population", "Rate"],
    &["A \"north\"", "45", "1000", "76.1"],
    &["B", "30", "1200", "79.4"],
    &["C", "20", "900", "81.2"],
    &["D", "10", "1100", "84.4"],
];
const AREAS_AS_TEXT: &str = "\"Area, in full\",IMD score,Population,Rate\n\"A \"\"north\"\"\",45,1000,76.1\nB,30,1200,79.4\nC,20,900,81.2\nD,10,1100,84.4\n";

#[test]
fn a_sheet_that_holds_a_table_comes_as_text_the_first_or_the_one_named() {
    let other: &[&[&str]] = &[&["a", "b"], &["1", "2"]];
    let bytes = workbook(&[("Notes", &[&["Read me"]]), ("Areas", AREAS), ("Other", other)]);
    let first = sheet_text(&bytes, None).unwrap();
    assert_eq!((first.names.as_slice(), first.at), (["Areas".to_owned(), "Other".to_owned()].as_slice(), 0));
    assert_eq!(first.text, AREAS_AS_TEXT);
    let named = sheet_text(&bytes, Some("Other")).unwrap();
    assert_eq!((named.names, named.at, named.text.as_str()), (first.names, 1, "a,b\n1,2\n"));
    // What is hidden is not offered; per cent stands as it is shown.
    let shown = sheet_text(&fixture("openpyxl.xlsx"), None).unwrap();
    assert_eq!(shown.names, ["Rates & more"]);
    assert!(shown.text.contains(",0.3046,12.5%,"), "{}", shown.text);

    // A cover, a list of contents and notes are passed over, and stay where there is nothing else.
    let cover: &[&[&str]] = &[&["Deaths by ward"], &["Published", "in March"]];
    let contents: &[&[&str]] = &[&["Table", "Title"], &["1", "Areas"]];
    let book = workbook(&[("Cover", cover), ("Contents", contents), ("Areas", AREAS), ("Notes", contents)]);
    assert_eq!(sheet_text(&book, None).unwrap().names, ["Areas"]);
    assert_eq!(sheet_text(&book, Some("Contents")).unwrap().at, 1);
    assert_eq!(sheet_text(&workbook(&[("Cover", cover), ("Contents", contents)]), None).unwrap().names.len(), 2);

    assert_eq!(sheet_text(&bytes, Some("Notes")), Err(SpreadsheetError::NoSuchSheet));
    let notes = workbook(&[("Notes", &[&["Read me"]])]);
    assert_eq!(sheet_text(&notes, None), Err(SpreadsheetError::NoTable));
    assert!(message(SpreadsheetError::NoTable).problem.contains("headings and a row"));
    assert!(message(SpreadsheetError::NoSuchSheet).problem.contains("of this name"));
}

#[test]
fn a_sheet_is_evaluated_as_its_text_is_and_asked_for_where_there_are_several() {
    let folder = env::temp_dir().join(format!("who-gets-missed-sheets-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let [one, two, text] = ["one.ods", "two.ods", "one.csv"].map(|name| folder.join(name));
    fs::write(&one, workbook(&[("Areas", AREAS)])).unwrap();
    fs::write(&two, workbook(&[("First", AREAS), ("Areas", AREAS)])).unwrap();
    fs::write(&text, AREAS_AS_TEXT).unwrap();
    let [one, two, text] = [&one, &two, &text].map(|path| path.to_str().unwrap());
    let query = "v=2&view=gap&measure-value=rate";
    let expected = run(&[query, text]);
    assert!(expected.status.success(), "{}", String::from_utf8_lossy(&expected.stderr));
    assert_eq!(run(&[query, one]).stdout, expected.stdout);
    assert_eq!(run(&[query, two, "Areas"]).stdout, expected.stdout);
    let asked = run(&[query, two]);
    let said = String::from_utf8_lossy(&asked.stderr).into_owned();
    assert_eq!((asked.status.code(), asked.stdout.len()), (Some(2), 0), "{said}");
    assert!(said.contains("First") && said.contains("Areas"), "{said}");
    let unknown = run(&[query, two, "Nowhere"]);
    assert!(!unknown.status.success() && String::from_utf8_lossy(&unknown.stderr).contains("of this name"));
    fs::remove_dir_all(&folder).unwrap();
}
