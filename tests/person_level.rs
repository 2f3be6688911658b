//! The tables that the SQL in `sql/` makes from records of people open without a question, and hold what stands in them.
#![allow(clippy::unwrap_used, clippy::panic)]

use who_gets_missed::data::RankBy;
use who_gets_missed::data::table::{Answers, Table};
use who_gets_missed::results::own_units::{ReadUnits, read_units};

/// The example, made by `node tests/sql/example.mjs`.
const UNITS: &str = include_str!("fixtures/person_level/units.csv");

/// Code, people, people in need and rank of the rows that are not withheld.
fn shown() -> Vec<(&'static str, f64, f64, f64)> {
    let rows = UNITS.lines().skip(1).filter(|row| !row.contains("[c]"));
    let number = |cell: Option<&str>| cell.unwrap().parse().unwrap();
    rows.map(|row| {
        let mut cells = row.split(',');
        (cells.next().unwrap(), number(cells.next()), number(cells.next()), number(cells.next()))
    })
    .collect()
}

#[test]
fn the_table_of_units_opens_without_a_question() {
    let table = Table::from_text(UNITS).unwrap();
    let mut expected = shown();
    assert!(expected.len() > 50 && UNITS.lines().count() > expected.len() + 1, "the example withholds something");
    for rank in [RankBy::Imd, RankBy::Need] {
        let ReadUnits::Units(units, _) = read_units(&table, &Answers::default(), rank).unwrap() else {
            panic!("a question is asked")
        };
        assert_eq!(units.rank(rank), rank);
        let mut found: Vec<_> =
            units.units.iter().map(|unit| (unit.name.as_str(), unit.people, unit.in_need)).collect();
        found.sort_by(|a, b| a.0.cmp(b.0));
        assert_eq!(found, expected.iter().map(|&(code, people, need, _)| (code, people, need)).collect::<Vec<_>>());
    }
    // The rank is that of the table: the first of it comes first.
    expected.sort_by(|a, b| a.3.total_cmp(&b.3));
    let ReadUnits::Units(units, _) = read_units(&table, &Answers::default(), RankBy::Imd).unwrap() else {
        panic!("a question is asked")
    };
    let first = units.units.iter().min_by(|a, b| units.order(a, RankBy::Imd).total_cmp(&units.order(b, RankBy::Imd)));
    assert_eq!(first.unwrap().name, expected[0].0);
}
