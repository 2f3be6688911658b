//! Columns known by their numbers, whatever their headings say: cases and people whose ratio is the value, and a total.

use super::column::Look;

/// Rows that are held against each other.
const LOOKED_AT: usize = 300;
/// The most columns of counts of which each pair is tried.
const MOST_COUNTS: usize = 16;
/// What ratios are given per.
const PER: [f64; 5] = [1.0, 100.0, 1000.0, 10_000.0, 100_000.0];

/// Columns of cases and of people of which the value is the ratio, among columns that count.
pub fn cases_and_people(looks: &[Look], value: &Look, counts: &[usize]) -> Option<(usize, usize)> {
    let counts = counts.get(..MOST_COUNTS).unwrap_or(counts);
    let pairs = counts.iter().flat_map(|&cases| counts.iter().map(move |&people| (cases, people)));
    pairs.into_iter().find(|&(cases, people)| {
        let (Some(cases), Some(people)) = (looks.get(cases), looks.get(people)) else { return false };
        !std::ptr::eq(cases, people)
            && !std::ptr::eq(cases, value)
            && !std::ptr::eq(people, value)
            && is_ratio(value, cases, people)
    })
}

/// Whether values are cases per people in nearly every row, as exactly as they are written.
fn is_ratio(value: &Look, cases: &Look, people: &Look) -> bool {
    let rows = value.values.iter().zip(&cases.values).zip(&people.values).take(LOOKED_AT);
    let rows: Vec<(f64, f64)> = rows
        .filter_map(|((value, cases), people)| Some(((*value)?, (*cases)? / people.filter(|&people| people > 0.0)?)))
        .collect();
    let (least, most) =
        rows.iter().fold((f64::INFINITY, 0.0_f64), |(least, most), (value, _)| (least.min(*value), most.max(*value)));
    let half = 0.5 / shift(&rows);
    // Values that hardly differ, or that are hardly more than the rounding, fit by chance.
    if rows.len() < 4 || most - least < 6.0 * half {
        return false;
    }
    PER.iter().any(|per| {
        let fits = |&&(value, ratio): &&(f64, f64)| (value - per * ratio).abs() <= half + 0.002 * value.abs();
        rows.iter().filter(fits).count() * 10 >= rows.len() * 9
    })
}

/// 1, 10, 100 or 1000: what makes values whole, as many decimals as they are written with.
fn shift(rows: &[(f64, f64)]) -> f64 {
    let is_whole = |shift: &f64| rows.iter().all(|(value, _)| (value * shift - (value * shift).round()).abs() < 1e-6);
    [1.0, 10.0, 100.0].into_iter().find(is_whole).unwrap_or(1000.0)
}

/// Whether a column holds as much as another or more, in every row.
pub fn is_at_least(look: &Look, other: &Look) -> bool {
    let mut pairs = look.values.iter().zip(&other.values).filter_map(|(one, other)| Some(((*one)?, (*other)?)));
    let mut count = 0_usize;
    pairs.all(|(one, other)| {
        count += 1;
        one >= other
    }) && count > 0
}

/// Whether a column differs less from row to row once it is divided by another, as what counts some of people does.
pub fn is_steadier_by(look: &Look, people: &Look) -> bool {
    let pairs = look.values.iter().zip(&people.values);
    let rows: Vec<(f64, f64)> =
        pairs.filter_map(|(one, of)| Some(((*one)?, (*of).filter(|&of| of > 0.0)?))).take(LOOKED_AT).collect();
    let spread = |number: &dyn Fn(&(f64, f64)) -> f64| {
        let (sum, squares) = rows.iter().map(number).fold((0.0, 0.0), |all, one| (all.0 + one, all.1 + one * one));
        if sum > 0.0 { rows.len() as f64 * squares / (sum * sum) } else { f64::INFINITY }
    };
    spread(&|row| row.0 / row.1) < spread(&|row| row.0)
}

/// Whether a column is the sum of two others, in nearly every row.
pub fn is_sum(look: &Look, one: &Look, other: &Look) -> bool {
    let rows = look.values.iter().zip(&one.values).zip(&other.values).take(LOOKED_AT);
    let sums: Vec<bool> =
        rows.filter_map(|((all, one), other)| Some(((*all)? - (*one)? - (*other)?).abs() < 0.5)).collect();
    sums.len() >= 3 && sums.iter().filter(|fits| **fits).count() * 10 >= sums.len() * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(values: &[f64]) -> Look {
        Look { values: values.iter().map(|&value| Some(value)).collect(), ..Look::none() }
    }

    #[test]
    fn cases_and_people_are_known_by_their_ratio() {
        let (cases, people) = (look(&[12.0, 30.0, 41.0, 9.0]), look(&[120.0, 150.0, 500.0, 300.0]));
        let other = look(&[100.0, 130.0, 480.0, 250.0]);
        let looks = [cases, people, other, look(&[10.0, 20.0, 8.2, 3.0])];
        assert_eq!(cases_and_people(&looks, &looks[3], &[0, 1, 2]), Some((0, 1)));
        assert_eq!(cases_and_people(&looks, &looks[3], &[0, 2]), None);
        // As shares, and rounded to whole per cent.
        for values in [[0.1, 0.2, 0.082, 0.03], [10.0, 20.0, 8.0, 3.0]] {
            let value = look(&values);
            assert_eq!(cases_and_people(&looks, &value, &[2, 1, 0]), Some((0, 1)), "{values:?}");
        }
    }

    #[test]
    fn totals_are_known_by_their_parts() {
        let (some, rest, all) = (look(&[1.0, 2.0, 5.0]), look(&[9.0, 7.0, 20.0]), look(&[10.0, 9.0, 25.0]));
        assert!(is_sum(&all, &some, &rest) && !is_sum(&rest, &some, &all));
        let rate = look(&[30.0, 33.0, 28.0]);
        assert!(is_steadier_by(&some, &all) && !is_steadier_by(&rate, &all));
        assert!(is_at_least(&all, &rest) && !is_at_least(&some, &rest));
    }
}
