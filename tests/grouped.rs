//! One slope and relative index for each period, sex or area: a worked example of an independent script, what is blank and why,
//! and sentences that are true of every state.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod csv;
    pub mod printed;
}

use std::path::PathBuf;
use std::{env, fs};

use serde_json::Value as Json;
use support::csv::read as read_csv;
use support::printed::run;
use who_gets_missed::chart::{Chart, RowsChart};
use who_gets_missed::data::table::{AnswerKey, Answers, Table};
use who_gets_missed::export::{MeasuresExport, Origin, chart_csv, document, sheet};
use who_gets_missed::results::gap_measures::{
    Comparison, Goes, Grouped, LimitsBy, MeasureError, Measured, NoDraws, ReadTable, RowsIn, read_table,
};
use who_gets_missed::scenario::gap::GapChoices;
use who_gets_missed::scenario::{MeasureChoices, Scenario};
use who_gets_missed::words::gap_measures as words;

/// A worked example of `tests/support/grouped.py`.
const EXAMPLE: &str = include_str!("fixtures/grouped.json");

fn said(all: &[(AnswerKey, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (key, answer) in all {
        assert!(answers.say(*key, answer));
    }
    answers
}

fn rows(text: &str, answers: &Answers) -> (RowsIn, MeasureChoices) {
    let choices = GapChoices { reading: answers.clone(), ..GapChoices::default() };
    match read_table(&Table::from_text(text).unwrap(), &choices, |_| false).unwrap() {
        ReadTable::Rows(rows, choices) => (rows, choices),
        ReadTable::Asked(asked) => panic!("{asked:?}"),
    }
}

fn grouped(text: &str, all: &[(AnswerKey, &str)]) -> (RowsIn, MeasureChoices, Grouped) {
    let (rows, choices) = rows(text, &said(all));
    let mut grouped = Grouped::new(&rows, &choices).unwrap();
    grouped.draw(&choices);
    (rows, choices, grouped)
}

#[track_caller]
fn near(what: &str, found: f64, expect: &Json, within: f64) {
    let expect = expect.as_f64().unwrap();
    assert!((found - expect).abs() <= within * expect.abs(), "{what}: {found}, expected {expect}");
}

const BY: AnswerKey = AnswerKey::By;
const FILTER: AnswerKey = AnswerKey::Filter;

#[test]
fn each_period_and_sex_comes_out_as_an_independent_script_finds() {
    let example: Json = serde_json::from_str(EXAMPLE).unwrap();
    let text = example["text"].as_str().unwrap();
    for (by, other, others) in [("Period", "sex", ["Female", "Male"]), ("Sex", "period", ["2015 - 17", "2017 - 19"])] {
        for chosen in others {
            let (rows, mut choices) = rows(text, &said(&[(BY, by), (FILTER, chosen)]));
            // The rows do not say what kind of number they are: rates are drawn as such.
            choices.value = who_gets_missed::scenario::gap_measures::ValueKind::Rate;
            let mut found = Grouped::new(&rows, &choices).unwrap();
            found.draw(&choices);
            let all: Vec<&Json> =
                example["groups"].as_array().unwrap().iter().filter(|of| of[other] == chosen).collect();
            assert_eq!(found.groups.len(), all.len());
            for group in &found.groups {
                let expect = *all.iter().find(|of| of[&by.to_lowercase()] == group.name).unwrap();
                let what = format!("{} {chosen}", group.name);
                let measured = group.found.as_ref().unwrap();
                near(&what, measured.before.slope.most, &expect["most"], 1e-9);
                near(&what, group.sii().unwrap(), &expect["sii"], 1e-9);
                near(&what, group.rii().unwrap(), &expect["rii"], 1e-9);
                near(&what, measured.people, &expect["people"], 0.0);
                let (sii, by) = group.sii_limits().unwrap();
                assert_eq!(by, LimitsBy::Draws);
                let rii = group.rii_limits().unwrap();
                // 10,000 draws beside 200,000 others.
                for (found, of, at) in
                    [(sii.lower, "sii", 0), (sii.upper, "sii", 1), (rii.lower, "rii", 0), (rii.upper, "rii", 1)]
                {
                    near(&format!("{what}, {of}"), found, &expect["limits"][of][at], 0.03);
                }
            }
        }
    }
}

#[test]
fn periods_stand_in_time_and_the_page_is_about_the_last_or_the_chosen_one() {
    let example: Json = serde_json::from_str(EXAMPLE).unwrap();
    let text = example["text"].as_str().unwrap();
    let (rows, _, found) = grouped(text, &[(BY, "Period"), (FILTER, "Sex:Male")]);
    let names: Vec<&str> = found.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!((names, found.main.as_str()), (vec!["2015 - 17", "2016 - 18", "2017 - 19"], "2017 - 19"));
    assert_eq!(rows.units.len(), 5);
    assert_eq!(
        rows.units[0].value,
        Some({
            let line = text.lines().find(|line| line.contains("2017 - 19,Male,1,")).unwrap();
            line.split(',').nth(4).unwrap().parse().unwrap()
        })
    );
    let (_, _, found) = grouped(text, &[(BY, "Period"), (FILTER, "Sex:Male"), (FILTER, "Period:2015 - 17")]);
    assert_eq!((found.main.as_str(), found.groups.len()), ("2015 - 17", 3));
    // A last period without values is blank, and the page is about the one before it.
    let blank: String = text
        .lines()
        .map(|line| match line.split_once("2017 - 19,Male,") {
            Some((area, rest)) => {
                let cells: Vec<&str> = rest.split(',').collect();
                format!("{area}2017 - 19,Male,{},,,,{}\n", cells[0], cells[4])
            }
            None => format!("{line}\n"),
        })
        .collect();
    let (_, _, found) = grouped(&blank, &[(BY, "Period"), (FILTER, "Sex:Male")]);
    assert_eq!(
        (found.main.as_str(), found.groups[2].found.as_ref().unwrap_err()),
        ("2016 - 18", &MeasureError::NoRows)
    );
    // What else has to be chosen is still asked.
    let choices = GapChoices { reading: said(&[(BY, "Period")]), ..GapChoices::default() };
    let read = read_table(&Table::from_text(text).unwrap(), &choices, |_| false).unwrap();
    assert!(matches!(read, ReadTable::Asked(asked) if asked[0].column.as_deref() == Some("Sex")));
}

/// Quintiles of two years with limits so far around the values; the second is steeper by so much.
fn years(half: f64, more: f64) -> String {
    let mut text = "Year,IMD quintile (1 = most deprived),Rate,Lower CI,Upper CI,Population\n".to_owned();
    for (year, slope) in [(2021, 10.0), (2022, 10.0 + more)] {
        for quintile in 1..=5 {
            let value = 100.0 + slope * f64::from(5 - quintile);
            text += &format!("{year},{quintile},{value},{},{},1000\n", value - half, value + half);
        }
    }
    text
}

#[test]
fn the_sentence_is_true_of_every_state() {
    let goes = |text: &str| {
        let (_, choices, found) = grouped(text, &[(BY, "Year")]);
        let goes = match found.comparison() {
            Comparison::Pair(pair) => Some(pair.goes),
            Comparison::TooFew | Comparison::Editions(_) => None,
        };
        (goes, words::comparison(&choices, &found))
    };
    for (half, more, expect, says) in [
        (2.0, 10.0, Goes::Up, "It rises: the 95% limits of the two have no number in common."),
        (2.0, -8.0, Goes::Down, "It falls: the 95% limits of the two have no number in common."),
        (20.0, 2.0, Goes::Unclear, "That is no clear change: the 95% limits of the two overlap."),
        (2.0, 0.0, Goes::Nowhere, "in 2021 and in 2022: no change to the digits shown."),
    ] {
        let (found, text) = goes(&years(half, more));
        assert!(found == Some(expect) && text.ends_with(says), "{found:?} {text}");
    }
    // Two rows a year and no limits: nobody knows how sure that is.
    let few = "Year,IMD score,Rate,Population\n2021,9,10,5\n2021,1,8,5\n2022,9,14,5\n2022,1,8,5\n";
    let (found, text) = goes(few);
    assert!(found == Some(Goes::NoLimits) && text.ends_with("so how sure that is is not known."), "{text}");
    let (found, text) = goes(
        &years(2.0, 5.0)
            .lines()
            .filter(|line| !line.starts_with("2022,") || line.starts_with("2022,1"))
            .map(|line| format!("{line}\n"))
            .collect::<String>(),
    );
    assert!(found.is_none() && text.starts_with("Fewer than two of “Year” have a result"), "{text}");
}

#[test]
fn periods_ranked_by_different_editions_are_no_trend() {
    let text = years(2.0, 10.0);
    let with_edition = |later: &str| {
        let lines: Vec<String> = text
            .lines()
            .map(|line| match line.get(..4) {
                Some("Year") => format!("{line},Category Type"),
                Some("2021") => format!("{line},Deprivation deciles (IMD2015)"),
                _ => format!("{line},Deprivation deciles ({later})"),
            })
            .collect();
        lines.join("\n")
    };
    let (_, choices, found) = grouped(&with_edition("IMD2019"), &[(BY, "Year")]);
    let said = words::comparison(&choices, &found);
    assert_eq!(
        said,
        "This is not a trend: deprivation is ranked by different editions (IMD 2015, IMD 2019), so a change may come from that \
         alone."
    );
    let (_, choices, found) = grouped(&with_edition("IMD2015"), &[(BY, "Year")]);
    assert!(words::comparison(&choices, &found).contains("It rises"));
}

#[test]
fn groups_that_cannot_be_are_blank_with_the_reason() {
    let text = "Area,Quintile of deprivation (1 = most deprived),Rate,Population\n\
        A,1,9,100\nA,2,7,100\nA,3,5,100\nB,1,4,0\nB,2,5,0\nB,3,6,0\nC,1,8,100\nC,2,,100\nC,3,*,100\nD,1,-5,100\nD,2,0,100\nD,3,4,100\n\
        E,1,7,100\nE,2,6,100\nE,3,7,100\n";
    let (rows, choices, found) = grouped(text, &[(BY, "Area")]);
    let by_name = |name: &str| found.groups.iter().find(|group| group.name == name).unwrap();
    assert!(by_name("A").found.is_ok());
    assert_eq!(by_name("B").found.as_ref().unwrap_err(), &MeasureError::NoRows);
    assert_eq!(by_name("C").found.as_ref().unwrap_err(), &MeasureError::OneRow);
    // The line begins below 0: it has a slope, and no ratio.
    assert!(by_name("D").sii().is_some() && by_name("D").rii().is_none() && by_name("D").rii_limits().is_none());
    assert_eq!(by_name("A").drawn, Err(NoDraws::NoColumn));
    let table = words::grouped_rows(&rows, &choices, &found);
    let width = words::grouped_headings(&rows, &choices, &found).len();
    assert!(table.iter().all(|row| row.len() == width));
    let row = |name: &str| table.iter().find(|row| row[0] == name).unwrap();
    assert_eq!(row("B")[4..11].iter().filter(|cell| *cell == "—").count(), 6);
    assert!(row("B")[width - 1].contains("No row has a value, people and deprivation"), "{:?}", row("B"));
    assert!(row("C")[width - 1].contains("Only one row"), "{:?}", row("C"));
    assert!(row("D")[width - 1].ends_with("no RII: an end of the line is not above 0"), "{:?}", row("D"));
    assert!(row("A")[width - 1].contains("no column of limits was found"), "{:?}", row("A"));
}

#[test]
fn a_total_of_each_period_is_left_out_of_it() {
    let mut text = "Area,Year,IMD score,Rate,Population\n".to_owned();
    for year in [2021, 2022] {
        for (name, score, rate, people) in [
            ("A", 40, 9, 700),
            ("B", 30, 8, 900),
            ("C", 20, 7, 800),
            ("D", 10, 5, 600),
            ("E", 5, 4, 500),
            ("Everybody", 22, 7, 3500),
        ] {
            text += &format!("{name},{year},{score},{rate},{people}\n");
        }
    }
    let (rows, _, found) = grouped(&text, &[(BY, "Year")]);
    assert!(
        found.groups.iter().all(|group| group.rows() == 5),
        "{:?}",
        found.groups.iter().map(|g| g.rows()).collect::<Vec<_>>()
    );
    assert!(rows.reading.as_deref().unwrap().warnings.iter().any(|told| told.kind() == "levels"));
}

const ORIGIN: Origin = Origin { date: "2026-03-01", link: "https://example.org/missed/?view=gap" };

#[test]
fn groups_are_exported_as_one_tidy_table_with_their_picture() {
    let example: Json = serde_json::from_str(EXAMPLE).unwrap();
    let (input, choices, found) = grouped(example["text"].as_str().unwrap(), &[(BY, "Period"), (FILTER, "Sex:Female")]);
    let measured = Measured::new(&input, &choices).unwrap();
    let intervals = measured.intervals(&choices);
    let scenario = Scenario::from_query("view=gap").scenario;
    let export = MeasuresExport {
        scenario: &scenario,
        input: &input,
        choices: &choices,
        measured: &measured,
        intervals: &intervals,
        grouped: Some(&found),
    };
    let chart = Chart::Rows(RowsChart::Groups);
    let csv = read_csv(&chart_csv(chart, &export, &ORIGIN).unwrap());
    let head = csv.iter().position(|row| row[0] == "Period").unwrap();
    assert_eq!(csv.len() - head - 1, 3);
    for (row, group) in csv[head + 1..].iter().zip(&found.groups) {
        assert_eq!(row[0], group.name);
        // One number a cell, rounded as shown.
        assert!((row[4].parse::<f64>().unwrap() - group.sii().unwrap()).abs() < 0.06, "{row:?}");
        assert!((row[7].parse::<f64>().unwrap() - group.rii().unwrap()).abs() < 0.006, "{row:?}");
    }
    let svg = sheet(chart, &export, &ORIGIN).unwrap().draw().text;
    assert!(svg.contains("2015 - 17") && svg.contains("Slope index"));
    let all = document(&export).unwrap();
    let groups = all["by"]["groups"].as_array().unwrap();
    assert_eq!(groups[0]["sii"].as_f64(), found.groups[0].sii());
    assert_eq!(all["says"]["groups_comparison"], all["by"]["comparison"]);
    // Without groups there is neither.
    let export = MeasuresExport { grouped: None, ..export };
    assert!(chart_csv(chart, &export, &ORIGIN).is_none() && sheet(chart, &export, &ORIGIN).is_none());
    assert!(document(&export).unwrap()["by"].is_null());
}

#[test]
fn evaluate_gives_each_group_where_the_link_asks_for_it() {
    let example: Json = serde_json::from_str(EXAMPLE).unwrap();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("grouped.csv");
    fs::write(&path, example["text"].as_str().unwrap()).unwrap();
    let printed = run(&["view=gap&rows-by=Period&filter=Sex:Male", path.to_str().unwrap()]);
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let all: Json = serde_json::from_slice(&printed.stdout).unwrap();
    let groups = all["rows"]["by"]["groups"].as_array().unwrap();
    assert_eq!(
        groups.iter().map(|group| group["group"].as_str().unwrap()).collect::<Vec<_>>(),
        ["2015 - 17", "2016 - 18", "2017 - 19"]
    );
    assert!(groups.iter().all(|group| group["sii_limits_from"] == "draws"), "{groups:?}");
    // Without it the question names the key.
    let asked = run(&["view=gap&filter=Sex:Male", path.to_str().unwrap()]);
    let told = String::from_utf8_lossy(&asked.stderr).into_owned();
    assert!(asked.status.code() == Some(2) && told.contains("rows-by=Period  (one result for each)"), "{told}");
}
