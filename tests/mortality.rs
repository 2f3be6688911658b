//! The built-in rows on preventable deaths are what the project makes of the published figures, and say what those say.
//!
//! The figures of single areas are not part of the project. The tests look for them in the folder that `MISSED_TEST_DATA`
//! names, else in `../shared/data`, and say that they are skipped where they are not there.
#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use who_gets_missed::data::figures::DamagedFigures;
use who_gets_missed::data::make_mortality::{MortalityFileError, mortality_csv, mortality_twentieths};
use who_gets_missed::data::mortality::{MORTALITY_PATH, MortalityTwentieth, read_twentieths};
use who_gets_missed::model::gap::{
    DeprivationOrder, Level, Point, Row, Rows, SlopeModel, concentration, extreme_fifths, regression, slope_index,
};

const AREAS: &str = "mortality/msoa11_CambsPboro_preventableU75_SMR_imd2019.csv";

fn areas() -> Option<Vec<u8>> {
    let folder = env::var_os("MISSED_TEST_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = folder.join(AREAS);
    let bytes = fs::read(&path);
    if let Err(error) = &bytes {
        // Past the test runner, which keeps what `println!` says of a test that passes to itself.
        let _ = writeln!(std::io::stderr(), "skipped: {}: {error}", path.display());
    }
    bytes.ok()
}

fn shipped() -> Vec<MortalityTwentieth> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/figures").join(MORTALITY_PATH);
    read_twentieths(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_rows_shipped_are_what_the_project_makes_of_the_areas_to_the_last_byte() {
    let Some(bytes) = areas() else { return };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/figures").join(MORTALITY_PATH);
    let made = mortality_csv(&mortality_twentieths(&bytes).unwrap());
    assert_eq!(made, fs::read_to_string(path).unwrap(), "run the example mortality again");
}

#[test]
fn twenty_rows_of_four_areas_or_more_hold_98_areas_most_deprived_first() {
    let rows = shipped();
    assert_eq!(rows.len(), 20);
    assert!(rows.iter().zip(1..).all(|(row, number)| row.twentieth == number && row.areas >= 4.0));
    assert!(rows.windows(2).all(|pair| pair[0].score > pair[1].score));
    assert_eq!(rows.iter().map(|row| row.areas).sum::<f64>(), 98.0);
    assert_eq!(rows.iter().map(|row| row.people).sum::<f64>(), 832_835.0);
}

fn rows(rows: &[MortalityTwentieth]) -> Rows {
    let rows: Vec<Row> = rows.iter().map(MortalityTwentieth::row).collect();
    Rows::new(&rows, DeprivationOrder::HighestFirst).unwrap()
}

#[test]
fn preventable_deaths_rise_with_deprivation() {
    let rows = rows(&shipped());
    let index = slope_index(&rows, SlopeModel::default()).unwrap();
    assert!(index.sii < -50.0 && index.rii.unwrap() < 0.5, "{index:?}");
    assert!(concentration(&rows).index.unwrap() < -0.1);
    assert!(extreme_fifths(&rows).unwrap().relative.unwrap() > 2.0);
    let points: Vec<Point> =
        rows.rows().iter().map(|row| Point { x: row.deprivation, y: row.value, weight: row.people }).collect();
    assert!(regression(&points, Level::P99_8).unwrap().slope_limits.unwrap().lower > 0.0);
}

/// The mean and the slope of the areas themselves, worked out with NumPy.
#[test]
fn the_rows_keep_the_mean_of_the_areas_and_nearly_their_slope() {
    let rows = rows(&shipped());
    assert!((rows.mean() - 89.670).abs() < 0.01, "{}", rows.mean());
    let points: Vec<Point> =
        rows.rows().iter().map(|row| Point { x: row.deprivation, y: row.value, weight: row.people }).collect();
    let slope = regression(&points, Level::P95).unwrap().line.slope;
    assert!((slope / 2.698 - 1.0).abs() < 0.03, "{slope}");
}

const HEADER: &str = "Code,\"Deaths considered Preventable, SMR\",population_mid2015,imd2019_score\n";

#[test]
fn a_file_that_cannot_be_used_says_what_is_missing() {
    let refused = |text: &str| mortality_twentieths(text.as_bytes()).unwrap_err();
    assert_eq!(refused("Code,SMR\n"), MortalityFileError::NoColumn("the mortality ratio"));
    assert_eq!(refused("preventable SMR,population_1\n"), MortalityFileError::NoColumn("the deprivation score"));
    let cell = |column| MortalityFileError::Cell { line: 3, column };
    let good = "A,100,5000,20.5\n";
    assert_eq!(refused(&format!("{HEADER}{good}B,,5000,20\n")), cell("the mortality ratio"));
    assert_eq!(refused(&format!("{HEADER}{good}B,90,0,20\n")), cell("the number of people"));
    assert_eq!(refused(&format!("{HEADER}{good}B,90,10,c\n")), cell("the deprivation score"));
    assert_eq!(refused(&format!("{HEADER}{good}")), MortalityFileError::TooFew(1));
    let twenty: String = (1..=20).map(|score| format!("A,100,5000,{score}\n")).collect();
    assert_eq!(refused(&format!("{HEADER}{twenty}")), MortalityFileError::TooFew(20), "no area stands by itself");
}

#[test]
fn damaged_rows_are_told_by_their_line() {
    let read = |row: &str| read_twentieths(&format!("twentieth,areas,people,imd_score,ratio\n1,5,100,40,120\n{row}"));
    assert_eq!(read("2,5,100,30,110\n").unwrap().len(), 2);
    for row in ["2,5,100,30\n", "0,5,100,30,110\n", "21,5,100,30,110\n", "2,5,x,30,110\n", "2,5,100,30,110,1\n"] {
        assert_eq!(read(row), Err(DamagedFigures { line: 3 }), "{row}");
    }
}
