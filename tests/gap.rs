//! Measures of inequality are what they are when they are worked out with other tools: statsmodels, SciPy and NumPy. The
//! answers are in `fixtures/gap.json`; `support/gap.py` made them from the definitions alone and shares no code with the
//! model.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::LazyLock;

use serde_json::Value;
use who_gets_missed::model::Share;
use who_gets_missed::model::gap::{
    Aversion, BoundsError, CountError, DeprivationOrder, Level, Limits, Point, RegressionError, Row, Rows, RowsError,
    Simulation, SimulationError, SlopeError, SlopeIndex, SlopeModel, Spread, Stratum, Transform, concentration,
    count_limits, directly_standardised, equal_equivalent, expected_events, extreme_fifths, gini, indirect_ratio,
    proportion, quantile_groups, rate, regression, slope_index, standard_error, within_bounds,
};

static EXAMPLES: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("fixtures/gap.json")).unwrap());

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Holds a number against the answer: to one part in 10^9 of it, or of `size` where it is a difference of numbers of
/// that size.
#[track_caller]
fn check_of_size(what: &str, found: Option<f64>, expect: &Value, size: f64) {
    match (found, expect.as_f64()) {
        (None, None) => {}
        (Some(found), Some(expect)) => {
            let off = (found - expect).abs();
            let is_near = off <= 1e-9 * expect.abs() || off <= 1e-13 * size;
            assert!(is_near, "{what}: {found}, worked out as {expect}");
        }
        (found, expect) => panic!("{what}: {found:?}, worked out as {expect:?}"),
    }
}

#[track_caller]
fn check(what: &str, found: Option<f64>, expect: &Value) {
    check_of_size(what, found, expect, 1e-3);
}

fn order(case: &Value) -> DeprivationOrder {
    match text(&case["order"]) {
        "highest" => DeprivationOrder::HighestFirst,
        _ => DeprivationOrder::LowestFirst,
    }
}

fn scale(name: &Value) -> Transform {
    match text(name) {
        "plain" => Transform::Plain,
        "log" => Transform::Log,
        "logit" => Transform::Logit,
        other => panic!("no scale {other}"),
    }
}

/// Each case: its name, its row and its answers.
fn cases() -> Vec<(&'static str, Rows, &'static Value)> {
    let row = |row: &Value| Row { value: row[0].as_f64(), people: row[1].as_f64(), deprivation: row[2].as_f64() };
    let case = |case: &'static Value| {
        let rows: Vec<Row> = list(&case["rows"]).iter().map(row).collect();
        (text(&case["name"]), Rows::new(&rows, order(case)).unwrap(), case)
    };
    list(&EXAMPLES["rows"]).iter().map(case).collect()
}

/// The size of the numbers that a case is about.
fn size(rows: &Rows) -> f64 {
    rows.rows().iter().fold(0.0, |size, row| f64::max(size, row.value.abs()))
}

#[test]
fn there_are_more_than_forty_cases() {
    assert!(cases().len() > 40);
}

#[test]
fn ranks_and_means_are_as_worked_out_and_rows_that_lack_something_are_counted() {
    for (name, rows, expect) in cases() {
        assert_eq!(rows.left_out() as u64, expect["left_out"].as_u64().unwrap(), "{name}");
        check_of_size(name, Some(rows.mean()), &expect["mean"], size(&rows));
        assert_eq!(rows.rows().len(), list(&expect["ranks"]).len(), "{name}");
        for row in rows.rows() {
            let expect = list(&expect["ranks"]).iter().find(|rank| rank[0].as_u64() == Some(row.row as u64)).unwrap();
            check(name, Some(row.rank), &expect[1]);
        }
    }
}

#[test]
fn slope_and_relative_indices_are_as_worked_out() {
    let mut on_scale = 0;
    for (name, rows, expect) in cases() {
        let multiplier = number(&expect["multiplier"]);
        let model = |fit_on_scale: bool| SlopeModel { scale: scale(&expect["scale"]), fit_on_scale, multiplier };
        for (fit_on_scale, expect) in [(false, &expect["plain"]), (true, &expect["on_scale"])] {
            if expect.is_null() && fit_on_scale {
                continue;
            }
            on_scale += usize::from(fit_on_scale);
            let SlopeIndex { sii, rii, most, least } = slope_index(&rows, model(fit_on_scale)).unwrap();
            // Both ends are sums over all values, and all lose what the largest of them loses.
            let size = size(&rows);
            check_of_size(name, Some(sii), &expect["sii"], size * multiplier.abs());
            check_of_size(name, Some(most), &expect["most"], size);
            check_of_size(name, Some(least), &expect["least"], size);
            check(name, rii, &expect["rii"]);
        }
    }
    assert!(on_scale >= 15, "{on_scale}");
}

#[test]
fn concentration_gini_and_the_corrected_indices_are_as_worked_out() {
    let mut bounded = 0;
    for (name, rows, expect) in cases() {
        let found = concentration(&rows);
        check_of_size(name, Some(found.generalised), &expect["generalised"], size(&rows));
        check(name, found.index, &expect["concentration"]);
        check(name, gini(&rows), &expect["gini"]);
        if let Some([lower, upper, wagstaff, erreygers]) = expect["bounded"].as_array().map(Vec::as_slice) {
            bounded += 1;
            let found = within_bounds(&rows, number(lower), number(upper)).unwrap();
            check(name, found.wagstaff, wagstaff);
            check(name, Some(found.erreygers), erreygers);
        }
    }
    assert!(bounded >= 30, "{bounded}");
}

#[test]
fn equally_distributed_equivalents_and_atkinson_are_as_worked_out() {
    for (name, rows, expect) in cases() {
        for pair in list(&expect["aversions"]) {
            let found = equal_equivalent(&rows, Aversion::new(number(&pair[0])).unwrap());
            assert_eq!(found.is_none(), pair[1].is_null(), "{name}");
            if let Some(found) = found {
                check_of_size(name, Some(found.equivalent), &pair[1][0], 1e-6 * size(&rows));
                // 1 - a number near 1 keeps what that number loses.
                check_of_size(name, found.atkinson, &pair[1][1], 1.0);
            }
        }
    }
}

#[test]
fn quantile_groups_are_as_worked_out() {
    for (name, _, expect) in cases() {
        let deprivation: Vec<Option<f64>> = list(&expect["rows"]).iter().map(|row| row[2].as_f64()).collect();
        for pair in list(&expect["groups"]) {
            let groups = quantile_groups(&deprivation, pair[0].as_u64().unwrap() as u32, order(expect));
            let expect: Vec<Option<u32>> = list(&pair[1]).iter().map(|g| g.as_u64().map(|g| g as u32)).collect();
            assert_eq!(groups, expect, "{name}, {} groups", pair[0]);
        }
    }
}

#[test]
fn gaps_between_extreme_fifths_are_as_worked_out() {
    for (name, rows, expect) in cases() {
        let found = extreme_fifths(&rows);
        let expect = &expect["fifths"];
        assert_eq!(found.is_none(), expect.is_null(), "{name}");
        if let Some(found) = found {
            for (found, expect) in [found.most, found.least, found.absolute].into_iter().zip(list(expect)) {
                check_of_size(name, Some(found), expect, size(&rows));
            }
            check(name, found.relative, &expect[3]);
        }
    }
}

#[test]
fn lines_with_their_t_limits_and_their_targets_are_as_worked_out() {
    for (name, rows, expect) in cases() {
        let points: Vec<Point> =
            rows.rows().iter().map(|row| Point { x: row.deprivation, y: row.value, weight: row.people }).collect();
        let expect = &expect["regression"];
        let found = regression(&points, Level::P95);
        assert_eq!(found.is_err(), expect.is_null(), "{name}");
        let Ok(found) = found else { continue };
        let size = size(&rows);
        check_of_size(name, Some(found.line.intercept), &expect["intercept"], size * 10.0);
        check_of_size(name, Some(found.line.slope), &expect["slope"], size);
        check_of_size(name, found.r_squared, &expect["r_squared"], 1.0);
        assert_eq!(found.slope_limits.is_none(), list(&expect["limits"]).is_empty(), "{name}");
        for row in list(&expect["limits"]) {
            let found = regression(&points, Level::new(number(&row[0])).unwrap()).unwrap();
            let at = found.limits_at(number(&row[5])).unwrap();
            let all = [found.intercept_limits.unwrap(), found.slope_limits.unwrap(), at];
            for (limits, place) in all.into_iter().zip([1, 3, 6]) {
                check_of_size(name, Some(limits.lower), &row[place], size * 100.0);
                check_of_size(name, Some(limits.upper), &row[place + 1], size * 100.0);
            }
        }
        let [cut, pivot, rest @ ..] = list(&expect["target"]) else { panic!("{name}") };
        let target = found.line.target(Share::new(number(cut)).unwrap(), number(pivot));
        for pair in rest {
            check_of_size(name, Some(target.at(number(&pair[0]))), &pair[1], size * 10.0);
        }
    }
}

fn level(share: &Value) -> Level {
    Level::new(number(share)).unwrap()
}

#[track_caller]
fn check_limits(what: &str, found: Limits, lower: &Value, upper: &Value) {
    check_of_size(what, Some(found.lower), lower, 1e-4);
    check_of_size(what, Some(found.upper), upper, 1e-4);
}

#[test]
fn limits_of_shares_counts_and_rates_are_as_worked_out() {
    let counts = &EXAMPLES["counts"];
    for row in list(&counts["wilson"]) {
        let found = proportion(number(&row[0]), number(&row[1]), level(&row[2])).unwrap();
        check_limits(&format!("Wilson {row}"), found.limits, &row[3], &row[4]);
        assert_eq!(found.value, number(&row[0]) / number(&row[1]));
    }
    for row in list(&counts["events"]) {
        let found = count_limits(number(&row[0]), level(&row[1])).unwrap();
        check_limits(&format!("events {row}"), found, &row[2], &row[3]);
        let for_each = rate(number(&row[0]), 5e4, 1e5, level(&row[1])).unwrap();
        assert!((for_each.limits.upper - 2.0 * found.upper).abs() < 1e-9 * found.upper, "{row}");
    }
    for row in list(&counts["standardised"]) {
        let stratum = |row: &Value| {
            let [events, people, standard] = [0, 1, 2].map(|column| number(&row[column]));
            Stratum { events, people, standard }
        };
        let strata: Vec<Stratum> = list(&row[1]).iter().map(stratum).collect();
        let found = directly_standardised(&strata, 1e5, level(&row[2])).unwrap();
        check(text(&row[0]), Some(found.value), &row[3]);
        assert_eq!(found.limits.is_none(), row[4].is_null(), "{row}");
        if let Some(limits) = found.limits {
            check_limits(text(&row[0]), limits, &row[4][0], &row[4][1]);
        }
    }
    for row in list(&counts["indirect"]) {
        let found = indirect_ratio(number(&row[0]), number(&row[1]), 100.0, level(&row[2])).unwrap();
        check("a ratio", Some(found.value), &row[3]);
        check_limits(&format!("ratio {row}"), found.limits, &row[4], &row[5]);
    }
    for row in list(&counts["errors"]) {
        let limits = Limits { lower: number(&row[1]), upper: number(&row[2]) };
        check("a standard error", standard_error(Spread::Limits(limits), scale(&row[0])), &row[3]);
    }
}

#[test]
fn simulated_intervals_are_near_those_of_many_more_draws() {
    for case in list(&EXAMPLES["simulated"]) {
        let input = list(&case["rows"]);
        let row = |(rank, row): (f64, &Value)| Row {
            value: row[0].as_f64(),
            people: row[3].as_f64(),
            deprivation: Some(rank),
        };
        let spread = |row: &Value| Some(Spread::Limits(Limits { lower: number(&row[1]), upper: number(&row[2]) }));
        let rows: Vec<Row> = [1.0, 2.0, 3.0, 4.0, 5.0].into_iter().zip(input).map(row).collect();
        let rows = Rows::new(&rows, DeprivationOrder::LowestFirst).unwrap();
        let spreads: Vec<Option<Spread>> = input.iter().map(spread).collect();
        let model = SlopeModel {
            scale: scale(&case["scale"]),
            fit_on_scale: case["on_scale"].as_bool().unwrap(),
            multiplier: number(&case["multiplier"]),
        };
        let mut simulation = Simulation::new(&rows, &spreads, model, 2022).unwrap();
        simulation.draw(20_000);
        let found = simulation.intervals(Level::P95).unwrap();
        for (found, expect) in [found.sii, found.rii.unwrap()].into_iter().zip(list(&case["limits"])) {
            let (lower, upper) = (number(&expect[0]), number(&expect[1]));
            let near = 0.02 * (upper - lower);
            assert!((found.lower - lower).abs() < near && (found.upper - upper).abs() < near, "{found:?} {expect}");
        }
    }
}

fn plain_rows(values: &[f64]) -> Rows {
    let row = |(rank, &value): (f64, &f64)| Row { value: Some(value), people: Some(1.0), deprivation: Some(rank) };
    let ranks = std::iter::successors(Some(1.0), |rank| Some(rank + 1.0));
    Rows::new(&ranks.zip(values).map(row).collect::<Vec<_>>(), DeprivationOrder::LowestFirst).unwrap()
}

#[test]
fn a_simulation_in_pieces_is_the_one_in_one_go() {
    let rows = plain_rows(&[9.0, 7.0, 8.0, 3.0]);
    let spreads = [Some(Spread::StandardError(0.5)); 4];
    let new = || Simulation::new(&rows, &spreads, SlopeModel::default(), 7).unwrap();
    let (mut pieces, mut whole) = (new(), new());
    assert_eq!(whole.intervals(Level::P95), None, "without draws there is nothing to tell");
    for count in [1, 400, 599] {
        pieces.draw(count);
    }
    whole.draw(1000);
    assert_eq!((pieces.draws(), pieces.intervals(Level::P95)), (1000, whole.intervals(Level::P95)));
}

#[test]
fn values_without_doubt_have_an_interval_without_width() {
    let rows = plain_rows(&[9.0, 7.0, 8.0, 3.0]);
    let index = slope_index(&rows, SlopeModel::default()).unwrap();
    let spreads = [Some(Spread::StandardError(0.0)); 4];
    let mut simulation = Simulation::new(&rows, &spreads, SlopeModel::default(), 1).unwrap();
    simulation.draw(10);
    assert_eq!(simulation.intervals(Level::P95).unwrap().sii, Limits { lower: index.sii, upper: index.sii });
}

#[test]
fn what_cannot_be_worked_out_is_told_apart() {
    let row = |value, people, deprivation| Row { value, people, deprivation };
    let new = |rows: &[Row]| Rows::new(rows, DeprivationOrder::LowestFirst).unwrap_err();
    let good = row(Some(1.0), Some(1.0), Some(1.0));
    assert_eq!(new(&[]), RowsError::None);
    assert_eq!(new(&[row(None, Some(1.0), Some(1.0)), row(Some(1.0), Some(0.0), Some(1.0))]), RowsError::None);
    for bad in [f64::NAN, f64::INFINITY, -1e300] {
        assert_eq!(new(&[good, row(Some(bad), Some(1.0), Some(1.0))]), RowsError::Impossible(1));
        assert_eq!(new(&[good, row(Some(1.0), Some(bad), Some(1.0))]), RowsError::Impossible(1));
        assert_eq!(new(&[good, row(Some(1.0), Some(1.0), Some(bad))]), RowsError::Impossible(1));
    }
    assert_eq!(new(&[row(Some(1.0), Some(-1.0), Some(1.0))]), RowsError::Impossible(0));

    let log = SlopeModel { scale: Transform::Log, fit_on_scale: true, multiplier: 1.0 };
    let logit = SlopeModel { scale: Transform::Logit, ..log };
    let index = |values: &[f64], model| slope_index(&plain_rows(values), model).unwrap_err();
    assert_eq!(index(&[1.0], SlopeModel::default()), SlopeError::OneRank);
    assert_eq!(index(&[1.0, 0.0, 2.0], log), SlopeError::Scale(1));
    assert_eq!(index(&[0.5, 0.2, 1.0], logit), SlopeError::Scale(2));
    for multiplier in [0.0, f64::NAN, f64::INFINITY] {
        assert_eq!(index(&[1.0, 2.0], SlopeModel { multiplier, ..log }), SlopeError::Multiplier);
    }

    let rows = plain_rows(&[0.3, 0.2]);
    let limits = |lower, upper| Some(Spread::Limits(Limits { lower, upper }));
    let sure = limits(0.2, 0.4);
    let refused =
        |spreads: &[Option<Spread>], model| Simulation::new(&rows, spreads, model, 1).map(|_| ()).unwrap_err();
    for bad in [None, limits(0.3, 0.1), limits(0.0, 0.4), limits(0.1, 1.0), Some(Spread::StandardError(-1.0))] {
        assert_eq!(refused(&[sure, bad], logit), SimulationError::Spread(1), "{bad:?}");
    }
    assert_eq!(refused(&[sure], logit), SimulationError::Spread(1));

    assert_eq!(within_bounds(&rows, 0.0, 0.25).unwrap_err(), BoundsError::Outside(0));
    for (lower, upper) in [(1.0, 1.0), (1.0, 0.0), (f64::NAN, 1.0), (0.0, f64::INFINITY)] {
        assert_eq!(within_bounds(&rows, lower, upper).unwrap_err(), BoundsError::Bounds);
    }
    assert!(Aversion::new(-0.1).is_err() && Aversion::new(f64::NAN).is_err());
    assert!([0.4, 1.0, 95.0, f64::NAN].into_iter().all(|level| Level::new(level).is_err()));
}

#[test]
fn counts_that_cannot_be_are_told_apart() {
    let level = Level::P95;
    assert_eq!(proportion(3.0, 2.0, level).unwrap_err(), CountError::MoreThanPeople);
    assert_eq!(proportion(0.0, 0.0, level).unwrap_err(), CountError::NoPeople);
    for bad in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(proportion(bad, 2.0, level).unwrap_err(), CountError::Count);
        assert_eq!(count_limits(bad, level).unwrap_err(), CountError::Count);
        assert_eq!(rate(1.0, bad, 1e5, level).unwrap_err(), CountError::Count);
        assert_eq!(rate(1.0, 2.0, bad, level).unwrap_err(), CountError::Per);
        assert_eq!(expected_events(&[(10.0, bad, 100.0)]).unwrap_err(), CountError::Count);
    }
    assert_eq!(indirect_ratio(3.0, 0.0, 100.0, level).unwrap_err(), CountError::NoPeople);
    assert_eq!(directly_standardised(&[], 1e5, level).unwrap_err(), CountError::NoPeople);
    assert_eq!(expected_events(&[(1000.0, 5.0, 2000.0), (300.0, 30.0, 1000.0)]), Ok(11.5));
    let point = |x, y, weight| Point { x, y, weight };
    let refused = |points: &[Point]| regression(points, level).unwrap_err();
    assert_eq!(refused(&[point(1.0, 2.0, 3.0), point(1.0, 5.0, 3.0)]), RegressionError::TooFew);
    assert_eq!(refused(&[point(1.0, 2.0, 3.0), point(2.0, 5.0, 0.0)]), RegressionError::TooFew);
    assert_eq!(refused(&[point(1.0, 2.0, 3.0), point(2.0, f64::NAN, 1.0)]), RegressionError::Impossible(1));
}

#[test]
fn groups_are_blank_where_there_are_fewer_units_than_groups() {
    let units = [Some(3.0), None, Some(1.0), Some(f64::NAN), Some(2.0)];
    assert_eq!(quantile_groups(&units, 4, DeprivationOrder::LowestFirst), [None; 5]);
    assert_eq!(quantile_groups(&units, 0, DeprivationOrder::LowestFirst), [None; 5]);
    let groups = quantile_groups(&units, 3, DeprivationOrder::HighestFirst);
    assert_eq!(groups, [Some(1), None, Some(3), None, Some(2)]);
}

#[test]
fn the_lowest_value_counts_however_few_people_have_it() {
    let row = |value, people| Row { value: Some(value), people: Some(people), deprivation: Some(value) };
    let rows = Rows::new(&[row(1.0, 1.0), row(1e6, 999_999_999.0)], DeprivationOrder::LowestFirst).unwrap();
    let found = equal_equivalent(&rows, Aversion::new(3.0).unwrap()).unwrap().equivalent;
    let expect = 1.0 / (1e-9 + 0.999_999_999 * 1e-12_f64).sqrt();
    assert!((found / expect - 1.0).abs() < 1e-12, "{found}, expected {expect}");
}
