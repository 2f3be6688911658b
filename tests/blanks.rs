//! Results that cannot be are blank, with the reason beside them: on the page and in files alike.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use who_gets_missed::data::table::{Answers, Table};
use who_gets_missed::export::{MeasuresExport, document};
use who_gets_missed::model::gap::{Limits, SlopeIntervals};
use who_gets_missed::results::gap_measures::{Measured, NoDraws, RowsIn};
use who_gets_missed::scenario::{MeasureChoices, Scenario};
use who_gets_missed::words::gap_measures as words;

fn measured(text: &str) -> (RowsIn, MeasureChoices, Measured) {
    let reading = Table::from_text(text).unwrap().read(&Answers::default()).unwrap();
    let choices = MeasureChoices::default().for_rows(&reading.rows);
    let rows = RowsIn::own(reading);
    let measured = Measured::new(&rows, &choices).unwrap();
    (rows, choices, measured)
}

fn cell<'a>(rows: &'a [Vec<String>], name: &str) -> &'a str {
    &rows.iter().find(|row| row[0].starts_with(name)).unwrap_or_else(|| panic!("no row {name}"))[1]
}

/// What a file of results says of these rows.
fn file(of: &(RowsIn, MeasureChoices, Measured)) -> serde_json::Value {
    let (input, choices, measured) = of;
    let scenario = Scenario::from_query("view=gap").scenario;
    let intervals = measured.intervals(choices);
    let export = MeasuresExport { scenario: &scenario, input, choices, measured, intervals: &intervals, grouped: None };
    document(&export).unwrap()
}

#[test]
fn an_end_of_the_line_at_or_below_zero_leaves_no_relative_index() {
    let of = measured("name,IMD score,Change,Population\nA,40,9,10\nB,30,4,10\nC,20,-1,10\nD,10,-4,10\n");
    let (_, choices, found) = &of;
    assert!(found.before.slope.least < 0.0 && found.before.slope.rii.is_none());
    assert_eq!(cell(&words::measures_rows(choices, found), "Relative index"), "— (an end of the line is not above 0)");
    // No limits are told of a ratio that has no meaning, though draws have some.
    let limits = Limits { lower: 1.0, upper: 2.0 };
    let drawn = words::Intervals::Here(SlopeIntervals { sii: limits, rii: Some(limits) });
    let sure = words::sure_rows(choices, found, &drawn);
    assert_eq!(sure[2][1..3], ["— (an end of the line is not above 0)", "— (an end of the line is not above 0)"]);
    let file = file(&of);
    assert!(
        file["before"]["rii"].is_null() && file["before"]["reasons"]["rii"].as_str().unwrap().contains("not above 0")
    );
}

#[test]
fn ginis_coefficient_of_values_below_zero_is_blank() {
    let of = measured("name,IMD score,Change,Population\nA,40,9,10\nB,30,4,10\nC,20,-1,10\nD,10,8,10\n");
    let (_, choices, found) = &of;
    assert_eq!(found.before.gini, None);
    assert_eq!(cell(&words::measures_rows(choices, found), "Gini"), "— (a value is below 0, or the mean is 0)");
    assert!(file(&of)["before"]["reasons"]["gini"].is_string());
}

#[test]
fn limits_that_are_missing_are_told_as_what_is_missing() {
    let none = |text: &str| {
        let (_, choices, found) = measured(text);
        let reason = found.intervals(&choices).unwrap_err();
        (words::no_draws(&reason), reason)
    };
    let (text, reason) = none("name,IMD score,Rate,Population\nA,40,9,10\nB,30,4,10\nC,20,3,10\n");
    assert_eq!((text.as_str(), reason), ("no column of limits was found", NoDraws::NoColumn));
    let limits = "name,IMD score,Rate,Lower CI,Upper CI,Population\n";
    let (text, reason) = none(&format!("{limits}A,40,9,8,10,10\nB,30,4,,,10\nC,20,3,2,4,10\n"));
    assert!(matches!(reason, NoDraws::RowWithout(_)) && text == "“B” (line 3) has no limits", "{text}");
}

#[test]
fn a_group_without_rows_is_shown_blank_with_the_reason() {
    // Of ten rows seven tie, so groups between have none.
    let mut text = "name,IMD score,Rate,Population\nA,40,9,10\nB,30,8,10\nC,20,7,10\n".to_owned();
    for name in ["D", "E", "F", "G", "H", "I", "J"] {
        text += &format!("{name},10,5,10\n");
    }
    let of = measured(&text);
    let (_, choices, found) = &of;
    assert_eq!(found.groups.len(), 5);
    let empty: Vec<u32> = found.groups.iter().filter(|group| group.rows == 0).map(|group| group.group).collect();
    assert!(!empty.is_empty());
    let shown = words::groups_rows(choices, found);
    assert_eq!(shown.len(), 5);
    for (row, group) in shown.iter().zip(&found.groups) {
        assert_eq!(row[3].contains("those of one deprivation stay together"), group.before.is_none(), "{row:?}");
    }
    for group in file(&of)["groups"].as_array().unwrap() {
        let is_blank = group["mean"].is_null();
        assert_eq!(is_blank, group["rows"] == 0);
        assert_eq!(is_blank, group["reasons"]["mean"].is_string());
    }
    // Fewer rows than groups: no groups at all.
    let (_, _, few) = measured("name,IMD score,Rate,Population\nA,40,9,10\nB,30,4,10\n");
    assert!(few.groups.is_empty());
}
