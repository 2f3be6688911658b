//! Tables joined by code: worked examples of an independent script, the two censuses told apart, what is refused and why.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod printed;
}

use std::collections::HashMap;
use std::path::PathBuf;
use std::{env, fs};

use serde_json::Value as Json;
use support::printed::run;
use who_gets_missed::data::table::{
    AnswerKey, Answers, Census, Followed, Join, JoinError, KeptRows, Purpose, Role, Side, Table, join, joinable,
};
use who_gets_missed::results::gap_measures::{Measured, ReadTable, RowsIn, read_table};
use who_gets_missed::scenario::MeasureChoices;
use who_gets_missed::scenario::gap::GapChoices;
use who_gets_missed::words::table::{join_message, warning};

/// Worked examples of `tests/support/joined.py`.
const EXAMPLES: &str = include_str!("fixtures/joined.json");

fn examples() -> Json {
    serde_json::from_str(EXAMPLES).unwrap()
}

fn table(text: &str) -> Table {
    Table::from_text(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn joined(own: &str, other: &str) -> Result<(Table, Answers), JoinError> {
    join(&table(own), &Answers::default(), &table(other), "the index")
}

fn measured(table: &Table, answers: &Answers) -> (RowsIn, MeasureChoices, Measured) {
    let choices = GapChoices { reading: answers.clone(), ..GapChoices::default() };
    match read_table(table, &choices, |_| false).unwrap() {
        ReadTable::Rows(rows, choices) => {
            let measured = Measured::new(&rows, &choices).unwrap();
            (rows, choices, measured)
        }
        ReadTable::Asked(asked) => panic!("{asked:?}"),
    }
}

#[track_caller]
fn close(what: &str, found: f64, expect: &Json) {
    let expect = expect.as_f64().unwrap();
    assert!((found - expect).abs() <= 1e-9 * expect.abs().max(1.0), "{what}: {found}, expected {expect}");
}

#[track_caller]
fn refused(own: &str, other: &str) -> JoinError {
    let error = joined(own, other).unwrap_err();
    let message = join_message(&error, "the index");
    assert!(message.problem.ends_with('.') && message.advice.ends_with('.'), "{message:?}");
    error
}

#[test]
fn joined_tables_come_out_as_an_independent_script_finds() {
    for case in examples()["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let (table, answers) = joined(case["own"].as_str().unwrap(), case["other"].as_str().unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let (rows, _, found) = measured(&table, &answers);
        let expect = &case["expect"];
        assert_eq!(expect["rows"], found.rows.len(), "{name}");
        close(&format!("{name}, most"), found.before.slope.most, &expect["most"]);
        close(&format!("{name}, least"), found.before.slope.least, &expect["least"]);
        close(&format!("{name}, mean"), found.before.concentration.mean, &expect["mean"]);
        close(&format!("{name}, people"), found.people, &expect["people"]);
        let join = table.join().unwrap();
        for (key, count) in [("left_out", join.left_out), ("not_used", join.not_used), ("summed", join.summed)] {
            assert_eq!(case[key], count, "{name}, {key}");
        }
        let told = &rows.reading.as_deref().unwrap().warnings;
        assert!(told.iter().any(|told| told.kind() == "join"), "{name}");
        assert_eq!(
            told.iter().any(|told| told.kind() == "left-out"
                && !told.columns().is_empty()
                && warning(told, Purpose::Measured).contains("the index")),
            join.left_out > 0,
            "{name}"
        );
        for told in told {
            let text = warning(told, Purpose::Measured);
            assert!(text.ends_with('.') && !text.contains("  "), "{text}");
        }
    }
}

/// What is kept of rows that were joined is read as before, join and all; so is its text by itself.
#[test]
fn joined_rows_are_kept_with_what_was_left_out() {
    for case in examples()["cases"].as_array().unwrap() {
        let (table, answers) = joined(case["own"].as_str().unwrap(), case["other"].as_str().unwrap()).unwrap();
        let kept = KeptRows {
            answers: answers.clone(),
            is_right: true,
            join: table.join().cloned(),
            text: table.to_text(),
            ..KeptRows::default()
        };
        let again = KeptRows::from_text(&kept.to_text());
        assert_eq!(again.join.as_ref().map(|join| join.joined), table.join().map(|join| join.joined));
        let (_, _, before) = measured(&table, &answers);
        let (_, _, after) = measured(&again.table().unwrap(), &again.answers);
        assert_eq!(before.before, after.before);
    }
}

#[test]
fn rows_without_a_partner_are_named_with_their_line() {
    let own = "Area code,Area,Rate\nE07000008,Cambridge,5\nE07000999,Nowhere,6\nE07000009,East,7\n";
    let other = "Code,IMD score,Population\nE07000008,10,100\nE07000009,20,300\nE07000010,30,100\n";
    let (table, answers) = joined(own, other).unwrap();
    let (rows, _, found) = measured(&table, &answers);
    assert_eq!((found.rows.len(), found.people), (2, 400.0));
    let reading = rows.reading.as_deref().unwrap();
    assert_eq!(reading.rows_in_table, 3);
    let text: Vec<String> = reading.warnings.iter().map(|told| warning(told, Purpose::Measured)).collect();
    let has = |part: &str| text.iter().any(|text| text.contains(part));
    assert!(has("1 row is left out, as “the index” does not have its code: E07000999 Nowhere (line 3)."), "{text:?}");
    assert!(has("“the index” has 1 code that no row here has: E07000010."), "{text:?}");
    assert!(reading.heading_of(Role::Deprivation) == Some("IMD score") && reading.has_people);
}

#[test]
fn areas_of_two_censuses_are_never_joined() {
    let index = examples()["index"].as_str().unwrap().to_owned();
    let rows = |code: &str| format!("area,rate\nE01002900,5\n{code},6\nE01002902,7\n");
    // An area that is new in 2021, where the index is of 2011 by its heading.
    let error = refused(&rows("E01035762"), &index);
    assert!(matches!(error, JoinError::OtherCensus { own: Census::Y2021, other: Census::Y2011, .. }), "{error:?}");
    let message = join_message(&error, "File 7");
    assert!(message.problem.contains("2021 census (as E01035762 is)"), "{message:?}");
    // An area that there is in 2011 alone, where the index has one of 2021.
    let newer = index.replace("LSOA code (2011)", "LSOA").replace("E01002959", "E01035000");
    assert!(matches!(
        refused(&rows("E01000010"), &newer),
        JoinError::OtherCensus { own: Census::Y2011, other: Census::Y2021, .. }
    ));
    // By headings alone.
    let by_heading = rows("E01002901").replace("area,", "LSOA21CD,");
    assert!(matches!(refused(&by_heading, &index), JoinError::OtherCensus { .. }));
    assert!(joined(&rows("E01002901"), &index).is_ok());
    // Both in one table.
    assert!(matches!(refused("area,rate\nE01000010,5\nE01035762,6\n", &index), JoinError::TwoCensuses(Side::Own, _)));
    // Wards and councils have no census.
    assert!(
        joined("ward 2021,rate\nE05000010,5\nE05000011,6\n", "Ward (2011),IMD score\nE05000010,5\nE05000011,6\n")
            .is_ok()
    );
    // Middle areas by their numbers.
    let middle = |last: &str| format!("area,rate\nE02000001,5\n{last},6\n");
    let of_2021 = "MSOA,IMD score,people\nE02000001,5,100\nE02006999,6,100\n";
    assert!(matches!(
        refused(&middle("E02000002").replace("area", "msoa11"), of_2021),
        JoinError::OtherCensus { own: Census::Y2011, .. }
    ));
    assert!(joined(&middle("E02006999"), of_2021).is_ok());
}

#[test]
fn what_cannot_be_joined_is_refused_with_the_reason() {
    let values = "Code,Rate\nE07000008,5\nE07000009,6\n";
    let index = examples()["index"].as_str().unwrap().to_owned();
    assert!(matches!(refused("Area,Rate\nCambridge,5\nEast,6\n", &index), JoinError::NoCodes(Side::Own)));
    assert!(matches!(refused(values, "Name,IMD score\nA,5\nB,6\n"), JoinError::NoCodes(Side::Other)));
    assert!(matches!(
        refused("MSOA,Rate\nE02000001,5\nE02000002,6\n", &index),
        JoinError::NoMatch { own, .. } if own == "E02"
    ));
    assert_eq!(refused("Code,IMD score,People,Rate\nE07000008,5,9,1\nE07000009,6,9,2\n", &index), JoinError::NotNeeded);
    assert!(matches!(
        refused(values, "Code,Rate\nE07000008,5\nE07000009,6\n"),
        JoinError::OtherLacks(Role::Deprivation)
    ));
    // Ranks and groups of finer areas have no mean.
    let ranks = examples()["index_without_score"].as_str().unwrap().to_owned();
    assert!(matches!(refused(values, &ranks), JoinError::CannotAverage(_)));
    let alone = "LSOA,Council,IMD score\nE01000002,E07000008,5\nE01000003,E07000008,6\nE01000004,E07000009,7\n";
    assert_eq!(refused(values, alone), JoinError::NothingToWeighBy);
    let twice = "Code,Year,IMD score\nE07000008,2015,5\nE07000008,2019,6\nE07000009,2015,7\nE07000009,2019,7\n";
    assert!(matches!(refused(values, twice), JoinError::Repeats { count: 1, codes } if codes == ["E07000008"]));
}

#[test]
fn several_scores_of_the_other_table_are_asked_about_and_one_can_be_named() {
    let values = "Code,Rate\nE07000008,5\nE07000009,6\nE07000010,7\n";
    let other = "Code,IMD 2015 score,IMD 2019 score,People\nE07000008,5,9,10\nE07000009,6,19,10\nE07000010,7,14,10\n";
    let (table, answers) = joined(values, other).unwrap();
    let reading = table.read(&answers).unwrap();
    assert_eq!(reading.questions.iter().map(|of| of.kind()).collect::<Vec<_>>(), ["deprivation"]);
    let mut said = Answers::default();
    said.say(AnswerKey::Column(Role::Deprivation), "IMD 2019 score");
    let (table, answers) = join(&self::table(values), &said, &self::table(other), "").unwrap();
    let (_, _, found) = measured(&table, &answers);
    assert_eq!(found.rows[0].name, "E07000009");
}

#[test]
fn rows_of_several_periods_keep_their_question_once_joined() {
    let own = "Code,Period,Rate\nE07000008,2021,5\nE07000009,2021,6\nE07000008,2022,7\nE07000009,2022,9\n";
    let other = "Code,IMD score,Population\nE07000008,10,100\nE07000009,20,300\n";
    let (table, answers) = joined(own, other).unwrap();
    assert_eq!(table.join().unwrap().repeated, 2);
    let reading = table.read(&answers).unwrap();
    assert_eq!(reading.questions.iter().map(|of| of.kind()).collect::<Vec<_>>(), ["filter"]);
}

#[test]
fn a_table_says_whether_another_may_have_what_it_lacks() {
    let lacks =
        |text: &str| joinable(&table(text), &Answers::default()).map(|of| (of.lacks.deprivation, of.lacks.people));
    assert_eq!(lacks("Code,Rate\nE07000008,5\nE07000009,6\n"), Some((true, true)));
    assert_eq!(lacks("Code,Rate,Population\nE07000008,5,900\nE07000009,6,800\n"), Some((true, false)));
    assert_eq!(lacks("Code,Rate,IMD score\nE07000008,5,9\nE07000009,6,8\n"), Some((false, true)));
    assert_eq!(lacks("Code,Rate,IMD score,Population\nE07000008,5,9,900\nE07000009,6,8,800\n"), None);
    assert_eq!(lacks("Area,Rate\nCambridge,5\nEast,6\n"), None);
    let (joined, answers) = joined(
        "Code,Rate\nE07000008,5\nE07000009,6\n",
        "Code,IMD score,Population\nE07000008,10,100\nE07000009,20,300\n",
    )
    .unwrap();
    assert_eq!(joinable(&joined, &answers), None);
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn evaluate_joins_a_second_file_and_prints_how() {
    let examples = examples();
    let case = &examples["cases"][2];
    let own = file("joined_values.csv", case["own"].as_str().unwrap());
    let other = file("joined_index.csv", case["other"].as_str().unwrap());
    let printed = run(&["view=gap", own.to_str().unwrap(), other.to_str().unwrap()]);
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let all: Json = serde_json::from_slice(&printed.stdout).unwrap();
    close("most", all["rows"]["before"]["most_deprived_end"].as_f64().unwrap(), &case["expect"]["most"]);
    let join = &all["reading"]["join"];
    assert_eq!(join["with"], "joined_index.csv");
    assert_eq!((&join["joined"], &join["left_out"], &join["finer_areas"]), (&5.into(), &1.into(), &50.into()));
    assert_eq!(all["reading"]["left_out"], 1);
    assert!(String::from_utf8_lossy(&printed.stderr).contains("left-out: 1 row is left out"));
    // Alone it says what it lacks and how to go on.
    let alone = run(&["view=gap", own.to_str().unwrap()]);
    let told = String::from_utf8_lossy(&alone.stderr).into_owned();
    assert_eq!(alone.status.code(), Some(2), "{told}");
    assert!(told.contains("join: This table has codes of councils") && told.contains("Name its file"), "{told}");
    // The other census is refused in words.
    let newer = file("joined_newer.csv", "LSOA21CD,rate\nE01002900,5\nE01035762,6\nE01002902,7\n");
    let refused = run(&["view=gap", newer.to_str().unwrap(), other.to_str().unwrap()]);
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(refused.status.code() == Some(1) && told.contains("2021 census"), "{told}");
}

/// The list of areas that there are in 2011 alone is that of the official lookup.
#[test]
fn the_areas_of_2011_alone_are_those_of_the_official_lookup() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/geography/lsoa11_lsoa21.csv");
    let Ok(lookup) = fs::read_to_string(path) else {
        println!("skipped: no lookup at {path}");
        return;
    };
    let mut censuses: HashMap<&str, [bool; 2]> = HashMap::new();
    for line in lookup.trim_start_matches('\u{feff}').lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        censuses.entry(cells[0]).or_default()[0] = true;
        censuses.entry(cells[1]).or_default()[1] = true;
    }
    let index = |code: &str, heading: &str| format!("{heading},IMD score,people\n{code},5,100\nE01002900,6,100\n");
    for (code, [in_2011, in_2021]) in censuses {
        let rows = format!("area,rate\n{code},5\nE01002900,6\n");
        for (heading, is_there) in [("LSOA11", in_2011), ("LSOA21", in_2021)] {
            let is_joined = joined(&rows, &index("E01002901", heading)).is_ok();
            assert_eq!(is_joined, is_there, "{code} {heading}");
        }
    }
}

/// Values by council joined to the official file give what the same sums in its own areas give.
#[test]
fn the_official_file_gives_councils_their_people() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/iod2019/File_7_IoD2019_rebuilt_29_columns.csv");
    let Ok(bytes) = fs::read(path) else {
        println!("skipped: no file at {path}");
        return;
    };
    let index = Table::from_bytes(&bytes).unwrap();
    let values =
        table("Area code,Rate\nE07000008,5\nE07000009,6\nE07000010,7\nE07000011,8\nE07000012,9\nE06000031,12\n");
    let (joined, answers) = join(&values, &Answers::default(), &index, "File 7").unwrap();
    let (_, _, found) = measured(&joined, &answers);
    let Join { joined, summed, left_out, .. } = joined.join().unwrap();
    // Known answers of the data: 487 areas, 832,835 people.
    assert_eq!((*joined, *summed, *left_out), (6, 487, 0));
    assert_eq!(found.people, 832_835.0);
    assert_eq!(found.rows[0].name, "E06000031");
}

/// Councils of 2023 and later with deprivation and people, and those that some of them were before.
const LATER: &str = "Code,Council,IMD score,Population
E06000063,Cumberland,25,274000
E06000066,Somerset,18,576000
E07000008,Cambridge,13,146000
E07000010,Fenland,26,103000
E08000016,Barnsley,30,246000
E08000019,Sheffield,27,566000
";
const EARLIER: &str = "Code,Council,IMD score,Population
E07000026,Allerdale,22,97000
E07000028,Carlisle,24,108000
E07000029,Copeland,25,68000
E07000008,Cambridge,13,146000
E07000010,Fenland,26,103000
E08000038,Barnsley,30,246000
";

#[track_caller]
fn told(table: &Table, answers: &Answers) -> String {
    let (rows, ..) = measured(table, answers);
    rows.reading
        .as_deref()
        .unwrap()
        .warnings
        .iter()
        .map(|of| warning(of, Purpose::Measured))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn counts_of_councils_that_became_one_are_added_up() {
    let own = "Code,Council,Smokers,Adults asked
E07000026,Allerdale,100,1000
E07000028,Carlisle,120,800
E07000029,Copeland,90,700
E07000008,Cambridge,50,1000
E07000010,Fenland,200,1000
E08000038,Barnsley,180,1000
E08000039,Sheffield,150,1000
";
    let (table, answers) = joined(own, LATER).unwrap();
    let (rows, _, found) = measured(&table, &answers);
    assert_eq!(found.rows.len(), 5);
    let names: Vec<&str> = rows.units.iter().map(|unit| unit.name.as_str()).collect();
    assert!(names.contains(&"Allerdale, Carlisle, Copeland"), "{names:?}");
    let one = rows.units.iter().find(|unit| unit.name.starts_with("Allerdale")).unwrap();
    assert_eq!((one.events, one.denominator, one.deprivation), (Some(310.0), Some(2500.0), Some(25.0)));
    let text = told(&table, &answers);
    for part in [
        "E07000026 Allerdale, E07000028 Carlisle and E07000029 Copeland are one council since 2023, E06000063 Cumberland: their \
         counts are added up.",
        "E08000038 Barnsley is the same council as E08000016 Barnsley in “the index”.",
        "“the index” has 1 code that no row here has: E06000066.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("left out"), "{text}");
}

#[test]
fn each_period_of_councils_that_became_one_is_added_up_by_itself() {
    let row = |code: &str, year: u32, count: u32| format!("{code},{year},{count},1000\n");
    let mut own = "Code,Year,Smokers,Adults asked\n".to_owned();
    for (at, code) in ["E07000026", "E07000028", "E07000029", "E07000008", "E07000010"].into_iter().enumerate() {
        for year in [2018, 2019] {
            own += &row(code, year, 100 + 10 * at as u32 + (year - 2018));
        }
    }
    let (table, _) = joined(&own, LATER).unwrap();
    let text = table.to_text();
    assert!(text.contains("\nE06000063,2018,330,3000,") && text.contains("\nE06000063,2019,333,3000,"), "{text}");
    assert_eq!(table.join().unwrap().joined, 6);
    // Where one of them lacks a period, none is put together.
    let short = own.replace(&row("E07000029", 2019, 121), "");
    let (table, _) = joined(&short, LATER).unwrap();
    let join = table.join().unwrap();
    assert_eq!((join.joined, join.left_out, join.followed[0].how), (4, 5, Followed::PartMissing));
}

#[test]
fn rates_of_councils_that_became_one_are_never_averaged() {
    let own = "Code,Council,Smoking rate
E07000026,Allerdale,10
E07000028,Carlisle,15
E07000029,Copeland,12.9
E07000008,Cambridge,5
E07000010,Fenland,20
E08000039,Sheffield,15
";
    let (table, answers) = joined(own, LATER).unwrap();
    let (_, _, found) = measured(&table, &answers);
    assert_eq!(found.rows.len(), 3);
    let text = told(&table, &answers);
    for part in [
        "3 rows are left out, as “the index” does not have their codes: E07000026 Allerdale (line 2)",
        "E07000026 Allerdale, E07000028 Carlisle and E07000029 Copeland are parts of one council since 2023, E06000063 \
         Cumberland. They are not put together: rates and scores cannot be added up, as counts can.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    // A part of what became one is not all of it.
    let own = "Code,Smokers,Adults asked\nE07000026,100,1000\nE07000008,50,1000\nE07000010,200,1000\nE08000016,9,100\n";
    let (table, answers) = joined(own, LATER).unwrap();
    let text = told(&table, &answers);
    assert!(text.contains("E07000026 is a part of one council since 2023, E06000063 Cumberland. It is not counted there: not each part of it has one row here."), "{text}");
    assert_eq!(table.join().unwrap().joined, 3);
}

#[test]
fn a_council_that_the_other_table_has_in_parts_gets_their_people_and_mean_score() {
    let own = "Code,Council,Smoking rate
E06000063,Cumberland,16
E07000008,Cambridge,5
E07000010,Fenland,20
E08000016,Barnsley,18
";
    let (table, answers) = joined(own, EARLIER).unwrap();
    let (rows, _, found) = measured(&table, &answers);
    assert_eq!(found.rows.len(), 4);
    let one = rows.units.iter().find(|unit| unit.name == "Cumberland").unwrap();
    let mean = (22.0 * 97_000.0 + 24.0 * 108_000.0 + 25.0 * 68_000.0) / 273_000.0;
    assert_eq!(one.people, Some(273_000.0));
    assert!((one.deprivation.unwrap() - mean).abs() < 1e-12);
    let text = told(&table, &answers);
    assert!(
        text.contains(
            "E06000063 Cumberland is one council since 2023; “the index” has E07000026 Allerdale, E07000028 Carlisle and \
             E07000029 Copeland: their people are added up, and a score is their mean by people."
        ),
        "{text}"
    );
    // A rank has no mean, and a part that is not there has no people.
    for other in [
        EARLIER.replace("IMD score", "IMD rank (1 is most deprived)"),
        EARLIER.replace("E07000029,Copeland,25,68000\n", ""),
        EARLIER.replace("25,68000", "25,*"),
    ] {
        let (table, _) = joined(own, &other).unwrap();
        assert_eq!((table.join().unwrap().joined, table.join().unwrap().left_out), (3, 1), "{other}");
    }
}

#[test]
fn councils_whose_codes_are_all_of_another_year_are_joined() {
    let own = "Code,Smokers,Adults asked\nE07000187,10,1000\nE07000188,20,1000\nE07000189,30,1000\nE07000246,40,1000\nE08000038,5,100\nE08000039,6,100\n";
    let (table, _) = joined(own, LATER).unwrap();
    assert!(table.to_text().contains("\nE06000066,100,4000,18"), "{}", table.to_text());
    assert_eq!(table.join().unwrap().joined, 3);
    // Both years in one table are both there, so nothing is followed.
    let both =
        format!("{LATER}E07000026,Allerdale,22,97000\nE07000028,Carlisle,24,108000\nE07000029,Copeland,25,68000\n");
    let rates = "Code,Rate\nE07000026,10\nE07000028,15\nE07000029,12\nE06000063,13\n";
    let (table, _) = joined(rates, &both).unwrap();
    let join = table.join().unwrap();
    assert_eq!((join.joined, join.followed.len()), (4, 0));
}
