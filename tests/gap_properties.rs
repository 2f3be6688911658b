//! What holds for measures of inequality whatever the rows: no gap where all are equal, the same gap however units are
//! cut, the mirrored gap where the polarity is turned round, and never a number that is none.
//!
//! Rows are drawn at random from a fixed seed, so every run tests the same ones.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use who_gets_missed::model::gap::{
    Aversion, DeprivationOrder, Level, Limits, Point, Row, Rows, SlopeModel, Transform, concentration, count_limits,
    equal_equivalent, extreme_fifths, gini, proportion, quantile_groups, regression, slope_index, within_bounds,
};

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(2022), failure_persistence: None, ..Default::default() }
}

fn near(a: f64, b: f64, size: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(size)
}

fn near_option(a: Option<f64>, b: Option<f64>) -> bool {
    a.zip(b).map_or(a == b, |(a, b)| near(a, b, 1.0))
}

/// A row with all it needs: few different deprivations, so that rows tie.
fn row(value: impl Strategy<Value = f64>) -> impl Strategy<Value = Row> {
    (value, 1..5000_u32, 0..9_u8).prop_map(|(value, people, deprivation)| Row {
        value: Some(value),
        people: Some(f64::from(people)),
        deprivation: Some(f64::from(deprivation)),
    })
}

/// Two rows or more that do not all tie.
fn rows(value: impl Strategy<Value = f64>) -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec(row(value), 2..24)
        .prop_filter("a slope needs two ranks", |rows| rows.iter().any(|row| row.deprivation != rows[0].deprivation))
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 1 => Just(1.0), 8 => 0.001..=0.999]
}

fn inside() -> impl Strategy<Value = f64> {
    0.001..=0.999
}

fn ranked(rows: &[Row]) -> Rows {
    Rows::new(rows, DeprivationOrder::LowestFirst).unwrap()
}

fn model() -> impl Strategy<Value = SlopeModel> {
    let scale = prop::sample::select(vec![Transform::Plain, Transform::Log, Transform::Logit]);
    let multiplier = prop::sample::select(vec![1.0, -1.0, 100.0, -1e5]);
    (scale, any::<bool>(), multiplier).prop_map(|(scale, fit_on_scale, multiplier)| SlopeModel {
        scale,
        fit_on_scale,
        multiplier,
    })
}

fn with_value(rows: &[Row], value: impl Fn(f64) -> f64) -> Vec<Row> {
    rows.iter().map(|row| Row { value: row.value.map(&value), ..*row }).collect()
}

/// Any number at all, the awkward ones often.
fn anything() -> impl Strategy<Value = Option<f64>> {
    let awkward = [0.0, -0.0, 1.0, -1.0, 1e12, -1e12, 1e13, 1e-300, 5e-324, f64::NAN, f64::INFINITY];
    prop_oneof![
        1 => Just(None),
        3 => prop::sample::select(awkward.to_vec()).prop_map(Some),
        6 => (-10.0..1000.0).prop_map(Some),
        2 => (0.0..1.0).prop_map(Some),
    ]
}

proptest! {
    #![proptest_config(settings(256))]

    #[test]
    fn where_all_have_the_same_there_is_no_gap(rows in rows(inside()), value in inside(), model in model()) {
        let rows = ranked(&with_value(&rows, |_| value));
        let index = slope_index(&rows, model).unwrap();
        prop_assert!(index.sii.abs() <= 1e-9 * model.multiplier.abs() && near(index.rii.unwrap(), 1.0, 1.0), "{index:?}");
        let found = concentration(&rows);
        prop_assert_eq!((found.index, found.generalised, gini(&rows)), (Some(0.0), 0.0, Some(0.0)));
        let bounded = within_bounds(&rows, 0.0, 1.0).unwrap();
        prop_assert_eq!((bounded.wagstaff, bounded.erreygers), (Some(0.0), 0.0));
        let equivalent = equal_equivalent(&rows, Aversion::new(2.0).unwrap()).unwrap();
        prop_assert_eq!((equivalent.equivalent, equivalent.atkinson), (value, Some(0.0)));
    }

    #[test]
    fn a_unit_split_in_two_with_the_same_value_changes_nothing(
        rows in rows(inside()), at in any::<prop::sample::Index>(), part in 0.01..0.99, model in model(),
    ) {
        let mut split = rows.clone();
        let unit = at.index(rows.len());
        let people = rows[unit].people.unwrap();
        split[unit].people = Some(people * part);
        split.push(Row { people: Some(people * (1.0 - part)), ..rows[unit] });
        let (whole, split) = (ranked(&rows), ranked(&split));
        let (a, b) = (slope_index(&whole, model).unwrap(), slope_index(&split, model).unwrap());
        prop_assert!(near(a.sii, b.sii, model.multiplier.abs()) && near(a.most, b.most, 1.0), "{a:?} {b:?}");
        let (a, b) = (concentration(&whole), concentration(&split));
        prop_assert!(near(a.generalised, b.generalised, 1.0) && near_option(a.index, b.index));
        prop_assert!(near_option(gini(&whole), gini(&split)));
        let aversion = Aversion::new(0.5).unwrap();
        let equivalent = |rows| equal_equivalent(rows, aversion).and_then(|found| found.atkinson);
        prop_assert!(near_option(equivalent(&whole), equivalent(&split)));
    }

    #[test]
    fn polarity_turned_round_mirrors_the_indices(rows in rows(inside()), model in model()) {
        let other_way = rows
            .iter()
            .map(|row| Row { deprivation: row.deprivation.map(|d| -d), ..*row })
            .collect::<Vec<_>>();
        let (here, there) = (ranked(&rows), ranked(&other_way));
        let (a, b) = (slope_index(&here, model).unwrap(), slope_index(&there, model).unwrap());
        prop_assert!(near(a.sii, -b.sii, model.multiplier.abs()) && near(a.most, b.least, 1.0));
        let (a, b) = (concentration(&here), concentration(&there));
        prop_assert!(near(a.generalised, -b.generalised, 1.0));

        let turned = SlopeModel { multiplier: -model.multiplier, ..model };
        let (a, b) = (slope_index(&here, model).unwrap(), slope_index(&here, turned).unwrap());
        prop_assert_eq!(a.sii, -b.sii);
        if let (Some(a), Some(b)) = (a.rii, b.rii) && a != 0.0 {
            prop_assert!(near(a * b, 1.0, 1.0));
        }
        let by_score = Rows::new(&other_way, DeprivationOrder::HighestFirst).unwrap();
        prop_assert_eq!(slope_index(&by_score, model), slope_index(&here, model));
    }

    #[test]
    fn the_share_that_has_it_and_the_share_that_has_it_not_mirror_each_other(rows in rows(share())) {
        let (has, has_not) = (ranked(&rows), ranked(&with_value(&rows, |value| 1.0 - value)));
        let [a, b] = [&has, &has_not].map(|rows| within_bounds(rows, 0.0, 1.0).unwrap());
        prop_assert!(near(a.erreygers, -b.erreygers, 1.0));
        if let (Some(a), Some(b)) = (a.wagstaff, b.wagstaff) {
            prop_assert!((a + b).abs() <= 1e-6, "{a} {b}");
        }
    }

    #[test]
    fn indices_of_values_of_0_or_more_keep_to_their_ranges(rows in rows(share())) {
        let rows = ranked(&rows);
        if let Some(index) = concentration(&rows).index {
            let gini = gini(&rows).unwrap();
            prop_assert!(index.abs() <= gini + 1e-12 && gini <= 1.0, "{index} {gini}");
        }
        prop_assert!(within_bounds(&rows, 0.0, 1.0).unwrap().erreygers.abs() <= 1.0 + 1e-12);
    }

    #[test]
    fn atkinson_is_between_0_and_1_and_rises_with_aversion(
        rows in rows(prop_oneof![1 => Just(0.0), 8 => 0.0..1e6]), a in 0.0..=20.0, b in 0.0..=20.0,
    ) {
        let rows = ranked(&rows);
        let at = |e: f64| equal_equivalent(&rows, Aversion::new(e).unwrap()).unwrap();
        let (less, more) = (at(f64::min(a, b)), at(f64::max(a, b)));
        prop_assert!(more.equivalent <= less.equivalent * (1.0 + 1e-9));
        for found in [less, more] {
            prop_assert!(found.atkinson.is_none_or(|index| (0.0..=1.0).contains(&index)));
        }
        prop_assert!(near(at(0.0).equivalent, rows.mean(), 0.0));
    }

    #[test]
    fn the_equivalent_has_no_step_at_the_geometric_mean(rows in rows(0.1..100.0), near_one in 1e-12..1e-6) {
        let rows = ranked(&rows);
        let at = |e: f64| equal_equivalent(&rows, Aversion::new(e).unwrap()).unwrap().equivalent;
        for e in [1.0 - near_one, 1.0 + near_one] {
            prop_assert!((at(e) / at(1.0) - 1.0).abs() <= 1e-9 + 20.0 * near_one);
        }
    }

    #[test]
    fn groups_rise_with_rank_and_without_ties_their_sizes_differ_by_at_most_one(
        order in Just((0..200_u32).collect::<Vec<_>>()).prop_shuffle(), count in 1..200_usize, groups in 1..=10_u32,
    ) {
        let units: Vec<Option<f64>> = order.iter().take(count).map(|&unit| Some(f64::from(unit))).collect();
        let found = quantile_groups(&units, groups, DeprivationOrder::LowestFirst);
        let mut pairs: Vec<_> = units.iter().zip(&found).collect();
        pairs.sort_by(|a, b| a.0.partial_cmp(b.0).unwrap());
        prop_assert!(pairs.windows(2).all(|pair| pair[0].1 <= pair[1].1));
        if count < groups as usize {
            prop_assert!(found.iter().all(Option::is_none));
        } else {
            let sizes: Vec<usize> = (1..=groups).map(|g| found.iter().filter(|&&of| of == Some(g)).count()).collect();
            let (least, most) = (sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
            prop_assert!(most - least <= 1 && sizes.iter().sum::<usize>() == count, "{sizes:?}");
        }
    }

    #[test]
    fn units_that_tie_share_a_group(rows in rows(inside()), groups in 1..=5_u32) {
        let deprivation: Vec<Option<f64>> = rows.iter().map(|row| row.deprivation).collect();
        let found = quantile_groups(&deprivation, groups, DeprivationOrder::HighestFirst);
        for (a, b) in deprivation.iter().zip(&found).flat_map(|a| deprivation.iter().zip(&found).map(move |b| (a, b))) {
            prop_assert!(a.0 != b.0 || a.1 == b.1);
        }
    }

    #[test]
    fn limits_hold_the_value_between_them(x in 0..2000_u32, more in 0..2000_u32, is_wide in any::<bool>()) {
        let level = if is_wide { Level::P99_8 } else { Level::P95 };
        let x = f64::from(x);
        let events = count_limits(x, level).unwrap();
        prop_assert!(0.0 <= events.lower && events.lower <= x && x < events.upper);
        let n = x + f64::from(more);
        if n > 0.0 {
            let found = proportion(x, n, level).unwrap();
            prop_assert!(0.0 <= found.limits.lower && found.limits.lower <= found.value);
            prop_assert!(found.value <= found.limits.upper && found.limits.upper <= 1.0);
        }
    }

    #[test]
    fn everything_is_a_number_or_an_error_value(
        columns in prop::collection::vec((anything(), anything(), anything()), 0..12),
        model in model(), aversion in 0.0..=1000.0, highest_first in any::<bool>(),
    ) {
        let rows: Vec<Row> = columns
            .iter()
            .map(|&(value, people, deprivation)| Row { value, people: people.map(f64::abs), deprivation })
            .collect();
        let order = if highest_first { DeprivationOrder::HighestFirst } else { DeprivationOrder::LowestFirst };
        let points: Vec<Point> = rows
            .iter()
            .filter_map(|row| Some(Point { x: row.deprivation?, y: row.value?, weight: row.people? }))
            .collect();
        let mut numbers: Vec<f64> = vec![];
        if let Ok(found) = regression(&points, Level::P95) {
            let limits = [found.intercept_limits, found.slope_limits, found.limits_at(10.0)];
            numbers.extend(limits.into_iter().flatten().flat_map(|limits| [limits.lower, limits.upper]));
            numbers.extend([found.line.slope, found.line.intercept]);
            numbers.extend(found.r_squared);
        }
        if let Ok(rows) = Rows::new(&rows, order) {
            numbers.push(rows.mean());
            numbers.extend(rows.rows().iter().flat_map(|row| [row.rank, row.share]));
            if let Ok(index) = slope_index(&rows, model) {
                numbers.extend([index.sii, index.most, index.least]);
                numbers.extend(index.rii);
            }
            let found = concentration(&rows);
            numbers.push(found.generalised);
            numbers.extend([found.index, gini(&rows)].into_iter().flatten());
            if let Ok(found) = within_bounds(&rows, -1e12, 1e12) {
                numbers.push(found.erreygers);
                numbers.extend(found.wagstaff);
            }
            if let Some(found) = equal_equivalent(&rows, Aversion::new(aversion).unwrap()) {
                numbers.push(found.equivalent);
                numbers.extend(found.atkinson);
            }
            if let Some(found) = extreme_fifths(&rows) {
                numbers.extend([found.most, found.least, found.absolute]);
                numbers.extend(found.relative);
            }
        }
        prop_assert!(numbers.iter().all(|number| number.is_finite()), "{numbers:?}");
    }
}

/// Values at which arithmetic breaks first: very large, very small, alike, nothing.
fn extreme() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(1.0),
        Just(f64::MIN_POSITIVE),
        Just(5e-324),
        Just(1e-300),
        Just(1e15),
        Just(1e150),
        Just(1e300),
        Just(f64::MAX),
        Just(-1e300),
        Just(-1.0),
        Just(-5e-324),
        0.0..1.0_f64,
        -1e6..1e6_f64,
    ]
}

proptest! {
    #![proptest_config(settings(2000))]

    #[test]
    fn rows_at_the_ends_of_the_range_of_numbers_are_measured_or_refused_and_never_break(
        rows in prop::collection::vec((extreme(), extreme(), extreme(), prop::option::of((extreme(), extreme()))), 0..12),
        measures in any::<[u8; 7]>(),
    ) {
        use who_gets_missed::data::table::OwnUnit;
        use who_gets_missed::results::gap_measures::{Measured, RowsIn, RowsOrigin};
        use who_gets_missed::scenario::gap_measures::{Across, Confidence, LineScale, MeasureChoices, Polarity, ValueKind};
        use who_gets_missed::scenario::Thousandths;
        use who_gets_missed::words::gap_measures as words;
        type Drawn = (f64, f64, f64, Option<(f64, f64)>);
        let unit = |(line, (value, people, deprivation, limits)): (usize, &Drawn)| OwnUnit {
            line: line as u64 + 2,
            name: format!("row {line}"),
            value: Some(*value),
            people: Some(people.abs()),
            deprivation: Some(*deprivation),
            limits: limits.map(|(a, b)| Limits { lower: a.min(b), upper: a.max(b) }),
            ..OwnUnit::default()
        };
        let units: Vec<OwnUnit> = rows.iter().enumerate().map(unit).collect();
        let input = RowsIn { origin: RowsOrigin::Own, units, has_ages: false, has_counts: false, heading: "value".to_owned(), reading: None };
        let [kind, scale, more, groups, aversion, level, across] = measures;
        let choices = MeasureChoices {
            value: ValueKind::ALL[usize::from(kind) % ValueKind::ALL.len()],
            scale: [LineScale::Plain, LineScale::Log, LineScale::Logit][usize::from(scale) % 3],
            polarity: [Polarity::Worse, Polarity::Better][usize::from(more) % 2],
            groups: 2 + groups % 19,
            aversion: Thousandths::of(i64::from(aversion) * 78),
            level: [Confidence::P95, Confidence::P99_8][usize::from(level) % 2],
            across: [Across::People, Across::Deprivation][usize::from(across) % 2],
            draws: 1000,
            ..MeasureChoices::default()
        };
        match Measured::new(&input, &choices) {
            Err(error) => {
                let message = words::measure_message(&error);
                prop_assert!(message.problem.len() > 10 && message.advice.len() > 10);
            }
            Ok(measured) => {
                for of in [&measured.before, &measured.after] {
                    let equal = of.equal.map_or(0.0, |equal| equal.equivalent);
                    let atkinson = of.equal.and_then(|equal| equal.atkinson).unwrap_or_default();
                    prop_assert!(equal.is_finite() && (0.0..=1.0).contains(&atkinson), "{of:?}");
                    prop_assert!(of.slope.sii.is_finite() && of.gini.is_none_or(f64::is_finite), "{of:?}");
                }
                let _ = measured.intervals(&choices);
                let said = words::headline(&input, &choices, &measured) + &words::target_sentence(&choices, &measured);
                prop_assert!(!said.contains("NaN") && !said.contains("inf"), "{said}");
            }
        }
    }
}
