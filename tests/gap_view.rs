//! Own rows measured as the view `gap` does: values with their limits, every measure before and after, and drawn intervals are
//! what numpy, SciPy and statsmodels make of the same text. `support/gap_view.py` made the answers from the definitions.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod csv;
}

use std::sync::LazyLock;

use proptest::prelude::*;
use roxmltree::Document;
use serde_json::{Value, json};
use support::csv::read;
use who_gets_missed::chart::{Chart, RowsChart, TargetChart};
use who_gets_missed::data::table::{Answers, Direction, NoText, Reading, Role, Roles, Table, TableError, Trouble};
use who_gets_missed::export::{
    Exportable, MeasuresExport, Origin, chart_csv, document, results_csv, results_csvw, sheet, table,
};
use who_gets_missed::model::gap::{Limits, SlopeIntervals};
use who_gets_missed::results::gap_measures::{MeasureError, Measured, NoDraws, RowsIn};
use who_gets_missed::scenario::{MeasureChoices, Notice, Scenario, ToQuery};
use who_gets_missed::words::gap_measures as words;
use who_gets_missed::words::table::table_message;

static CASES: LazyLock<Vec<Value>> =
    LazyLock::new(|| serde_json::from_str(include_str!("fixtures/gap_view.json")).unwrap());
const ORIGIN: Origin = Origin { date: "2026-03-01", link: "https://example.org/missed/?view=gap" };

fn scenario(query: &str) -> Scenario {
    let decoded = Scenario::from_query(query);
    assert_eq!(decoded.notices, [], "{query}");
    decoded.scenario
}

fn choices(query: &str) -> MeasureChoices {
    scenario(query).gap.measures
}

fn read_table(text: &str, answers: &Answers) -> Result<Reading, TableError> {
    Table::from_text(text)?.read(answers)
}

fn own(text: &str) -> RowsIn {
    RowsIn::own(read_table(text, &Answers::default()).unwrap())
}

/// Each case: its name, its result, its choices and its answers.
fn cases() -> impl Iterator<Item = (&'static str, Measured, MeasureChoices, &'static Value)> {
    CASES.iter().map(|case| {
        let name = case["name"].as_str().unwrap();
        let choices = choices(case["query"].as_str().unwrap());
        let reading = read_table(case["text"].as_str().unwrap(), &Answers::default());
        let rows = RowsIn::own(reading.unwrap_or_else(|error| panic!("{name}: {error}")));
        let measured = Measured::new(&rows, &choices).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, measured, choices, case)
    })
}

#[test]
fn a_change_is_what_is_after_less_what_was_before() {
    for (name, measured, ..) in cases() {
        let change = measured.change(|_, measures| Some(measures.slope.sii));
        let (before, after) = (measured.before.slope.sii, measured.after.slope.sii);
        assert_eq!(
            (change.now, change.then, change.difference),
            (Some(before), Some(after), Some(after - before)),
            "{name}"
        );
        assert_eq!(measured.change(|_, _| None).difference, None);
        let furthest = measured.furthest_value();
        assert!(measured.rows.iter().all(|row| row.value.abs() <= furthest), "{name}");
    }
}

/// To one part in 10^9, or of `size` where it is a difference of numbers of that size.
#[track_caller]
fn check(what: &str, found: Option<f64>, expect: &Value, size: f64) {
    match (found, expect.as_f64()) {
        (None, None) => {}
        (Some(found), Some(expect)) => {
            let off = (found - expect).abs();
            assert!(off <= 1e-9 * expect.abs() || off <= 1e-12 * size, "{what}: {found}, worked out as {expect}");
        }
        (found, expect) => panic!("{what}: {found:?}, worked out as {expect:?}"),
    }
}

fn size(measured: &Measured) -> f64 {
    measured.rows.iter().fold(1.0, |size, row| f64::max(size, row.value.abs()))
}

#[test]
fn there_are_more_than_thirty_cases() {
    assert!(CASES.len() > 30, "{}", CASES.len());
}

#[test]
fn values_limits_places_and_groups_of_rows_are_as_worked_out() {
    for (name, measured, _, expect) in cases() {
        let size = size(&measured);
        assert_eq!(measured.left_out as u64, expect["left_out"].as_u64().unwrap(), "{name}");
        let rows = expect["rows"].as_array().unwrap();
        assert_eq!(measured.rows.len(), rows.len(), "{name}");
        for expect in rows {
            let row = measured.rows.iter().find(|row| Some(row.row as u64) == expect[0].as_u64()).unwrap();
            let what = format!("{name}, row {}", row.row);
            check(&what, Some(row.value), &expect[1], 1e-6);
            check(&what, row.limits.map(|limits| limits.lower), &expect[2], 1e-4);
            check(&what, row.limits.map(|limits| limits.upper), &expect[3], 1e-4);
            check(&what, Some(row.rank), &expect[4], 1.0);
            check(&what, Some(row.on_line), &expect[5], size);
            check(&what, Some(row.after), &expect[6], size);
            assert_eq!(row.group.map(u64::from), expect[7].as_u64(), "{what}");
        }
    }
}

#[test]
fn every_measure_is_as_worked_out_before_and_after() {
    for (name, measured, _, expect) in cases() {
        for (when, of) in [("before", &measured.before), ("after", &measured.after)] {
            let found = serde_json::to_value(of.named()).unwrap();
            let expect = expect[when].as_object().unwrap();
            assert_eq!(found.as_object().unwrap().len(), expect.len(), "{name}");
            for (measure, expect) in expect {
                let what = format!("{name}, {when}, {measure}");
                let is_relative = measure.starts_with("rii") || measure.starts_with("ratio");
                check(&what, found[measure].as_f64(), expect, if is_relative { 1.0 } else { size(&measured) });
            }
        }
    }
}

#[test]
fn limits_of_the_slope_by_the_dots_are_as_worked_out() {
    let mut checked = 0;
    for (name, measured, chosen, expect) in cases() {
        let size = 10.0 * size(&measured);
        check(name, measured.sii_by_line.map(|limits| limits.lower), &expect["sii_by_line"][0], size);
        check(name, measured.sii_by_line.map(|limits| limits.upper), &expect["sii_by_line"][1], size);
        let Some([intercept, slope, lower, upper, r_squared]) =
            expect["over_deprivation"].as_array().map(Vec::as_slice)
        else {
            continue;
        };
        let across = Scenario::from_query("view=gap&measure-across=deprivation").scenario.gap.measures.across;
        let over = Measured::new(&own(expect["text"].as_str().unwrap()), &MeasureChoices { across, ..chosen }).unwrap();
        let fit = over.picture.fit.unwrap();
        check(name, Some(fit.line.intercept), intercept, size);
        check(name, Some(fit.line.slope), slope, size);
        check(name, fit.slope_limits.map(|limits| limits.lower), lower, size);
        check(name, fit.slope_limits.map(|limits| limits.upper), upper, size);
        if expect["before"]["gini"].as_f64() != Some(0.0) {
            check(name, fit.r_squared, r_squared, 10.0);
        }
        checked += 1;
    }
    assert!(checked > 30);
}

#[test]
fn drawn_intervals_are_near_those_of_many_more_draws() {
    let mut checked = 0;
    for (name, measured, chosen, expect) in cases() {
        let Some([sii, rii]) = expect["draws"].as_array().map(Vec::as_slice) else { continue };
        let chosen = MeasureChoices { draws: 50_000, ..chosen };
        let found = measured.intervals(&chosen).unwrap().unwrap();
        for (found, expect) in [found.sii, found.rii.unwrap()].into_iter().zip([sii, rii]) {
            let (lower, upper) = (expect[0].as_f64().unwrap(), expect[1].as_f64().unwrap());
            let near = 0.06 * (upper - lower);
            let is_near = (found.lower - lower).abs() < near && (found.upper - upper).abs() < near;
            assert!(is_near, "{name}: {found:?}, worked out as {expect}");
        }
        checked += 1;
    }
    assert!(checked >= 10, "{checked}");
}

#[test]
fn the_built_in_rows_are_measured_as_numpy_does() {
    let input = RowsIn::built_in();
    assert_eq!(input.units.len(), 20);
    let measured = Measured::new(&input, &input.choices(&MeasureChoices::default())).unwrap();
    check("most", Some(measured.before.slope.most), &json!(137.18641753), 1e4);
    check("sii", Some(measured.before.slope.sii), &json!(95.02919727), 1e4);
    check("rii", measured.before.slope.rii, &json!(3.254161842059131), 1.0);
    check("mean", Some(measured.before.concentration.mean), &json!(89.67181889569963), 1.0);
    assert_eq!(measured.intervals(&MeasureChoices::default()), Err(NoDraws::NoLimits));
}

#[test]
fn a_link_about_own_rows_changes_nothing_about_the_built_in_ones() {
    let input = RowsIn::built_in();
    let chosen = choices("view=gap&measure-value=share&measure-order=rank&measure-more=better&measure-cut=30");
    assert!(chosen.are_for_own_rows());
    let measured = Measured::new(&input, &input.choices(&chosen)).unwrap();
    assert!((measured.before.slope.sii - 95.029_197).abs() < 1e-6);
    assert!((measured.after.slope.sii - 0.7 * measured.before.slope.sii).abs() < 1e-9);
    assert!(!choices("view=gap&measure-cut=30&measure-across=deprivation").are_for_own_rows());
}

prop_compose! {
    fn rows()(rows in prop::collection::vec((1_u32..100_000, 10_u32..10_000, 1_u32..60), 2..40)) -> Vec<(f64, f64, f64)> {
        rows.into_iter().map(|(y, n, d)| (f64::from(y) / 100.0, f64::from(n), f64::from(d))).collect()
    }
}

fn text(rows: &[(f64, f64, f64)]) -> String {
    let line = |&(y, n, d): &(f64, f64, f64)| format!("{y},{n},{d}\n");
    format!("value,people,score\n{}", rows.iter().map(line).collect::<String>())
}

fn measured(rows: &[(f64, f64, f64)], query: &str) -> Result<Measured, MeasureError> {
    Measured::new(&own(&text(rows)), &choices(query))
}

proptest! {
    #[test]
    fn splitting_rows_changes_neither_slope_nor_concentration(rows in rows(), parts in 2_u32..5) {
        let split: Vec<_> = rows.iter()
            .flat_map(|&(y, n, d)| std::iter::repeat_n((y, n / f64::from(parts), d), parts as usize)).collect();
        if let (Ok(one), Ok(other)) = (measured(&rows, "measure-value=number"), measured(&split, "measure-value=number")) {
            let size = 1e-8 * size(&one);
            prop_assert!((one.before.slope.sii - other.before.slope.sii).abs() <= size);
            prop_assert!((one.before.concentration.generalised - other.before.concentration.generalised).abs() <= size);
            prop_assert!((one.after.concentration.mean - other.after.concentration.mean).abs() <= size);
        }
    }

    #[test]
    fn equal_rows_have_no_gap_whatever_the_settings(rows in rows(), value in 1_u32..99, scale in 0_usize..3) {
        let equal: Vec<_> = rows.iter().map(|&(_, n, d)| (f64::from(value) / 100.0, n, d)).collect();
        let query = ["measure-value=share", "measure-value=rate&measure-scale=log", "measure-value=share&measure-scale=logit"][scale];
        if let Ok(found) = measured(&equal, query) {
            for of in [&found.before, &found.after] {
                prop_assert!(of.slope.sii.abs() < 1e-12, "{}", of.slope.sii);
                prop_assert!((of.slope.rii.unwrap() - 1.0).abs() < 1e-12);
                prop_assert!(of.concentration.index.unwrap().abs() < 1e-12);
                prop_assert!(of.gini.unwrap().abs() < 1e-12);
            }
        }
    }

    #[test]
    fn the_slope_after_is_the_slope_of_the_rows_after(rows in rows(), cut in 0_u16..=100) {
        let query = format!("measure-value=number&measure-cut={cut}");
        if let Ok(found) = measured(&rows, &query) {
            let moved: Vec<_> = found.rows.iter().map(|row| (row.after, row.people, row.deprivation)).collect();
            let again = measured(&moved, &query).unwrap();
            prop_assert!((again.before.slope.sii - found.after.slope.sii).abs() <= 1e-7 * size(&found));
            prop_assert!((again.before.slope.least - found.before.slope.least).abs() <= 1e-7 * size(&found));
            let expect = found.before.slope.sii * (1.0 - f64::from(cut) / 100.0);
            prop_assert!((found.after.slope.sii - expect).abs() <= 1e-9 * size(&found));
        }
    }

    #[test]
    fn turning_the_polarity_round_turns_signs_alone(rows in rows()) {
        let both = ["worse", "better"].map(|more| measured(&rows, &format!("measure-value=number&measure-more={more}")));
        if let [Ok(worse), Ok(better)] = both {
            prop_assert_eq!(worse.before.slope.sii, -better.before.slope.sii);
            prop_assert_eq!(worse.shown(1.0), -better.shown(1.0));
            prop_assert_eq!(worse.before.gini, better.before.gini);
        }
    }

    #[test]
    fn whatever_the_text_it_is_read_or_told_and_never_breaks(
        text in prop::collection::vec(prop_oneof![
            Just(','), Just('\n'), Just('\t'), Just('"'), Just('%'), prop::char::range('0', '9'), any::<char>(),
        ], 0..200),
        has_headings in any::<bool>(),
        told in prop::option::of(prop::collection::vec(prop_oneof![Just(','), prop::char::range('0', '4')], 0..30)),
    ) {
        let headings = if has_headings { "value,score,people\n" } else { "" };
        let text: String = headings.chars().chain(text).collect();
        let told: Option<String> = told.map(String::from_iter);
        let columns = told.and_then(|told| Roles::from_text(&told));
        let answers = columns.map(|columns| Answers::of_columns(&columns)).unwrap_or_default();
        if let Ok(reading) = read_table(&text, &answers) {
            let choices = MeasureChoices::default().for_rows(&reading.rows);
            let _ = Measured::new(&RowsIn::own(reading), &choices);
        }
    }
}

#[track_caller]
fn fails(text: &str, expect: &TableError) {
    let found = read_table(text, &Answers::default()).unwrap_err();
    assert_eq!(&found, expect, "{text:?}");
    let message = table_message(&found);
    assert!(!message.problem.is_empty() && message.advice.ends_with('.'), "{message:?}");
}

fn cell(line: u64, heading: &str, text: &str, trouble: Trouble) -> TableError {
    TableError::Cell { line, heading: heading.to_owned(), text: text.to_owned(), trouble }
}

#[test]
fn what_cannot_be_read_is_told_with_its_line_and_column() {
    fails("", &TableError::Empty);
    fails(" \n\n", &TableError::Empty);
    fails("PK\u{3}\u{4}rest", &TableError::NotText(NoText::Packed));
    fails("a,b\u{0}\n1,2", &TableError::NotText(NoText::Other));
    fails("name,score,value\n\"A\nof B\",1,2\n\"B,2,3\nC,4,5\n", &TableError::OpenQuote { line: 4 });
    fails("value\n1\n2\n", &TableError::OneColumn);
    fails("1,2,3\n4,5,6\n", &TableError::NoHeadings);
    fails("value,score\n", &TableError::NoRows);
    fails("name,value\nA,1\nB,2\n", &TableError::NoColumn(Role::Deprivation));
    fails("name,score\nA,1\nB,2\n", &TableError::NoColumn(Role::Value));
    fails("events,score\n3,1\n", &TableError::NoColumn(Role::Value));
    fails("value,score\nx1,3\n", &cell(2, "value", "x1", Trouble::NotANumber));
    fails("value,score\n\n\n1,four\n3,five\n", &cell(4, "score", "four", Trouble::NotANumber));
    fails("events,people,score\n-1,10,3\n", &cell(2, "events", "-1", Trouble::Negative));
    fails("value,score\n1,234,3\n", &TableError::TooManyCells { line: 2, cells: 3, headings: 2 });
    let ages = "name,score,age,events,people,standard\nA,1,0-9,3,100,50\nA,2,10-19,4,100,50\n";
    fails(ages, &cell(3, "score", "2", Trouble::Differs));
}

#[test]
fn a_cell_that_is_no_number_leaves_its_row_out_by_name() {
    for (cell, number) in
        [("x1", None), ("99999999999999", None), ("-", None), ("1e1", Some(10.0)), ("\"1,000\"", Some(1000.0))]
    {
        let reading = read_table(&format!("value,score\n1,2\n{cell},3\n4,5\n"), &Answers::default()).unwrap();
        assert_eq!(reading.rows.units[1].value, number, "{cell}");
        let told = reading.warnings.iter().find(|warning| warning.kind() == "left-out");
        assert_eq!(told.map(|warning| warning.lines()), number.is_none().then(|| vec![3]), "{cell}");
    }
}

#[test]
fn every_example_on_the_page_can_be_used_and_measured() {
    for (name, _, text) in words::EXAMPLES {
        let reading = read_table(text, &Answers::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(reading.questions.is_empty(), "{name}: {:?}", reading.questions);
        let chosen = MeasureChoices::default().for_rows(&reading.rows);
        let input = RowsIn::own(reading);
        let measured = Measured::new(&input, &chosen).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(measured.intervals(&chosen).unwrap().is_some(), "{name}");
    }
    // What the button for the built-in rows puts into the field.
    let reading = read_table(who_gets_missed::data::mortality::MORTALITY, &Answers::default()).unwrap();
    assert_eq!((reading.rows.units.len(), reading.rows.heading.as_str()), (20, "ratio"));
    let found = Measured::new(&RowsIn::own(reading), &choices("measure-value=number")).unwrap();
    assert!((found.before.slope.sii - 95.029_197).abs() < 1e-6);
}

#[test]
fn tabs_semicolons_quotes_and_told_columns_are_taken() {
    let text = "area\tscore\trate\n\"A, B\"\t10\t5%\nC\t20\t\"1,000\"\n";
    let rows = read_table(text, &Answers::default()).unwrap().rows;
    // One unit for the whole column.
    assert_eq!(
        (rows.units[0].name.as_str(), rows.units[0].value, rows.units[1].value),
        ("A, B", Some(0.05), Some(10.0))
    );
    assert!(rows.has_percent && rows.direction == Some(Direction::High));
    let mut told = Roles::default();
    told.set(Role::Deprivation, Some(1));
    told.set(Role::Value, Some(0));
    let rows = read_table("one;two\n3;4\n5;6\n", &Answers::of_columns(&told)).unwrap().rows;
    assert_eq!(
        (rows.units[1].value, rows.units[1].deprivation, rows.units[1].people),
        (Some(5.0), Some(6.0), Some(1.0))
    );
    told.set(Role::Value, Some(9));
    let missing = read_table("value;score\n3;4\n5;6\n", &Answers::of_columns(&told));
    assert_eq!(missing, Err(TableError::NoSuchColumn("#10".to_owned())));
}

#[track_caller]
fn impossible(text: &str, query: &str, expect: fn(&MeasureError) -> bool) -> String {
    let error = Measured::new(&own(text), &choices(query)).unwrap_err();
    assert!(expect(&error), "{error:?}");
    words::measure_message(&error).problem
}

#[test]
fn choices_that_together_are_impossible_each_have_their_own_message() {
    let values = "name,value,score\nA,120,3\nB,0,5\nC,-4,6\n";
    let counts = "name,events,people,score\nA,30,20,3\nB,0,20,5\n";
    let ages = words::EXAMPLES[3].2;
    let mut told = vec![
        impossible(values, "measure-value=share", |e| matches!(e, MeasureError::NotAShare(who) if who.line == 2)),
        impossible(values, "measure-value=rate", |e| matches!(e, MeasureError::BelowZero(who) if who.name == "C")),
        impossible(values, "measure-value=number&measure-scale=log", |e| matches!(e, MeasureError::OffScale(_))),
        impossible(counts, "measure-value=share", |e| matches!(e, MeasureError::MoreThanPeople(_))),
        impossible(counts, "measure-value=ratio", |e| *e == MeasureError::NeedsExpected),
        impossible("events,expected,score\n1,2,3\n", "measure-value=rate", |e| *e == MeasureError::NeedsPeople),
        impossible(ages, "measure-value=share", |e| *e == MeasureError::AgesNeedRate),
        impossible("value,score\n,3\n4,\n", "measure-value=number", |e| *e == MeasureError::NoRows),
        impossible("value,score\n1,3\n4,3\n", "measure-value=number", |e| *e == MeasureError::OneDeprivation),
        impossible("value,score\n1,3\n,4\n", "measure-value=number", |e| *e == MeasureError::OneRow),
        impossible("value,score\n999999999999,3\n1,2\n-999999999999,1\n", "measure-value=number", |e| {
            *e == MeasureError::TooSteep
        }),
    ];
    let count = told.len();
    told.sort();
    told.dedup();
    assert_eq!(told.len(), count, "{told:?}");
}

#[test]
fn why_there_are_no_draws_is_told_with_the_row() {
    let zero = own("name,events,people,score\nA,30,200,3\nB,0,200,5\n");
    let chosen = choices("measure-value=rate");
    let found = Measured::new(&zero, &chosen).unwrap().intervals(&chosen).unwrap_err();
    assert!(words::no_draws(&found).contains("“B” (line 3)"), "{found:?}");
    let chosen = choices("measure-value=number");
    let partly = own("name,value,lower,upper,score\nA,3,2,4,3\nB,5,,,5\n");
    let found = Measured::new(&partly, &chosen).unwrap().intervals(&chosen).unwrap_err();
    assert!(matches!(found, NoDraws::RowWithout(who) if who.name == "B"));
}

#[test]
fn what_does_not_exist_is_a_dash_with_its_reason() {
    let input = own("value,score\n-1,1\n0,2\n1,3\n");
    let chosen = choices("measure-value=number");
    let measured = Measured::new(&input, &chosen).unwrap();
    let rows = words::measures_rows(&chosen, &measured);
    let of = |name: &str| rows.iter().find(|row| row[0].starts_with(name)).unwrap()[1].clone();
    assert_eq!(of("Gini"), "— (a value is below 0, or the mean is 0)");
    assert_eq!(of("Atkinson"), "— (a value is below 0, or the mean is 0)");
    assert_eq!(of("Wagstaff"), "— (say in the settings what a value can be at most)");
    assert_eq!(of("Gap between fifths"), "— (it takes five rows or more, and few ties)");
    assert!(measured.groups.is_empty());
}

#[test]
fn links_hold_the_settings_and_bad_values_are_noted() {
    let query = "v=2&view=gap&measure-value=share&measure-per=1000&measure-order=rank&measure-more=better&measure-scale=logit\
                 &measure-level=99.8&measure-aversion=0.5&measure-least=-1.5&measure-most=100&measure-cut=33.3\
                 &measure-groups=10&measure-draws=100000&measure-across=deprivation";
    assert_eq!(scenario(query).to_query(), query);
    for bad in [
        "measure-value=x",
        "measure-per=7",
        "measure-order=",
        "measure-more=1",
        "measure-scale=LOG",
        "measure-level=90",
        "measure-aversion=21",
        "measure-least=a",
        "measure-most=1e9",
        "measure-cut=101",
        "measure-groups=1",
        "measure-draws=5",
        "measure-across=2",
    ] {
        let decoded = Scenario::from_query(&format!("v=2&view=gap&{bad}"));
        assert!(matches!(decoded.notices.as_slice(), [Notice::BadValue { .. }]), "{bad}: {:?}", decoded.notices);
        assert_eq!(decoded.scenario.to_query(), "v=2&view=gap", "{bad}");
    }
    assert!(!scenario(query).to_query().contains("rows"));
}

/// A file made of some rows.
fn with_facts<T>(text: Option<&str>, query: &str, read: impl FnOnce(&MeasuresExport) -> T) -> T {
    let scenario = scenario(query);
    let input = text.map_or_else(RowsIn::built_in, own);
    let choices = input.choices(&scenario.gap.measures);
    let measured = Measured::new(&input, &choices).unwrap();
    let intervals = measured.intervals(&choices);
    read(&MeasuresExport {
        scenario: &scenario,
        input: &input,
        choices: &choices,
        measured: &measured,
        intervals: &intervals,
        grouped: None,
    })
}

const HOSTILE: &str = "=HYPERLINK(\"\"https://evil.example\"\")<script>alert('1')</script>&";

#[test]
fn files_stand_on_their_own_and_hold_the_numbers() {
    let hostile = format!("name,\"{HOSTILE}\",score,people\n\"{HOSTILE}\",3,5,10\nB,4,6,20\nC,4.5,9,30\n");
    let mut told = Roles::default();
    for (role, place) in [(Role::Name, 0), (Role::Value, 1), (Role::Deprivation, 2), (Role::People, 3)] {
        told.set(role, Some(place));
    }
    assert!(read_table(&hostile, &Answers::of_columns(&told)).is_ok());
    let hostile = hostile.replacen(&format!("\"{HOSTILE}\""), &format!("\"value {HOSTILE}\""), 1);
    for (rows, query) in [
        (None, "view=gap"),
        (None, "view=gap&measure-across=deprivation&measure-scale=log&measure-cut=0"),
        (Some(words::EXAMPLES[0].2), "view=gap&measure-value=number&measure-more=better"),
        (Some(words::EXAMPLES[1].2), "view=gap&measure-value=rate&measure-order=rank"),
        (Some(hostile.as_str()), "view=gap&measure-value=number"),
    ] {
        with_facts(rows, query, |facts| {
            let svg = sheet(Chart::Rows(RowsChart::Scatter), facts, &ORIGIN).unwrap().draw();
            let xml = Document::parse(&svg.text).unwrap();
            assert!(!svg.text.contains("<script"), "{query}");
            for node in xml.descendants().filter(roxmltree::Node::is_element) {
                let known = ["svg", "title", "g", "rect", "line", "path", "circle", "text"];
                assert!(known.contains(&node.tag_name().name()), "{node:?}");
            }
            for says in [ORIGIN.date, words::source(facts.input.origin).split(' ').next().unwrap()] {
                assert!(svg.text.contains(says), "{query}: {says}");
            }
            let csv = read(&chart_csv(Chart::Rows(RowsChart::Scatter), facts, &ORIGIN).unwrap());
            let shown = table(Chart::Rows(RowsChart::Scatter), facts).unwrap();
            assert_eq!(
                csv.len(),
                shown.rows.len()
                    + csv.iter().position(|row| row.len() == shown.headings.len() && row[1] == "People").unwrap()
                    + 1
            );
            assert!(
                facts.table(Chart::Target(TargetChart::Curve)).is_none()
                    && facts.sheet(Chart::Target(TargetChart::Curve), &ORIGIN).is_none()
            );

            let all = document(facts).unwrap();
            assert_eq!(all["before"]["sii"].as_f64(), Some(facts.measured.before.slope.sii));
            assert_eq!(all["rows"].as_array().unwrap().len(), facts.measured.rows.len());
            assert_eq!(all["settings"]["measure-cut"].as_str(), Some(&*facts.choices.cut.to_string()));
            let csv = read(&results_csv(facts).unwrap());
            let row = csv.iter().find(|row| row[2] == "before.sii").unwrap();
            assert_eq!(row[5].parse().ok(), Some(facts.measured.before.slope.sii));
            assert!(results_csvw(facts, &ORIGIN).unwrap().contains("\"name\": \"Source\""));
        });
    }
}

#[test]
fn the_sentence_says_which_end_is_worse_off() {
    let told = |text: &str, query: &str| {
        let input = own(text);
        let chosen = choices(query);
        let measured = Measured::new(&input, &chosen).unwrap();
        format!("{} {}", words::headline(&input, &chosen, &measured), words::target_sentence(&chosen, &measured))
    };
    let years = told(words::EXAMPLES[0].2, "measure-value=number&measure-more=better");
    assert!(years.starts_with("From the most to the least deprived end, “value” rises by"), "{years}");
    let turned = told(words::EXAMPLES[0].2, "measure-value=number");
    assert!(turned.contains("falls by") && turned.contains("it is the less deprived who do worse"), "{turned}");
    let flat = told("value,score\n5,1\n5,2\n", "measure-value=number");
    assert!(flat.contains("stays at 5.00: there is no slope"), "{flat}");
    let shares = told(words::EXAMPLES[1].2, "measure-value=share&measure-order=rank");
    assert!(shares.contains(" points, from ") && shares.contains('%'), "{shares}");
}

#[test]
fn drawn_limits_are_told_once_they_are_there() {
    let input = own(words::EXAMPLES[0].2);
    let chosen = choices("measure-value=number&measure-more=better");
    let measured = Measured::new(&input, &chosen).unwrap();
    let cell = |intervals: &words::Intervals| words::sure_rows(&chosen, &measured, intervals)[1][2].clone();
    assert_eq!(cell(&words::Intervals::Drawing(0.5)), "…");
    assert_eq!(cell(&words::Intervals::Stopped), "— (stopped)");
    let limits = Limits { lower: 5.04, upper: 7.06 };
    let found = SlopeIntervals { sii: limits, rii: Some(limits) };
    assert_eq!(cell(&words::Intervals::Here(found)), "5.0 to 7.1");
}
