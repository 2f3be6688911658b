//! Long tables: read at a pace as at once, to the last bit; measured as numpy does (`support/long_table.py`); shown as means of
//! rows, which come from a worker as they went; and refused where they are too long.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::cell::Cell;
use std::fs;
use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use serde_json::Value;
use who_gets_missed::data::table::{Answers, MOST_ROWS, Reading, Table, TableError};
use who_gets_missed::pace::{Pace, at_once};
use who_gets_missed::results::gap_measures::{MeasureError, Measured, RowsIn};
use who_gets_missed::scenario::MeasureChoices;

#[allow(dead_code, reason = "other tests use the rest")]
mod support {
    pub mod made_tables;
}
use support::made_tables::{Dice, Shape, make};

/// Something that is not there at once.
struct Once(bool);

impl Future for Once {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

/// A pace that waits after each step, and what it was told last; it must never go back.
fn slow() -> (Pace, Rc<Cell<(usize, f64)>>) {
    let told = Rc::new(Cell::new((0, 0.0)));
    let heard = told.clone();
    let pace = Pace::new(move |share| {
        let (count, last) = heard.get();
        assert!((last..=1.0).contains(&share), "{share} after {last}");
        heard.set((count + 1, share));
        Some(Box::pin(Once(false)))
    });
    (pace, told)
}

/// A table, its reading and what it comes to.
type All = (Result<Table, TableError>, Option<Result<Reading, TableError>>, Option<Result<Measured, MeasureError>>);

fn measured_by(reading: &Reading) -> MeasureChoices {
    MeasureChoices::default().for_rows(&reading.rows)
}

fn plainly(bytes: &[u8]) -> All {
    let table = Table::from_bytes(bytes);
    let reading = table.as_ref().ok().map(|table| table.read(&Answers::default()));
    let measured = reading
        .as_ref()
        .and_then(|reading| reading.as_ref().ok())
        .map(|reading| Measured::new(&RowsIn::own(reading.clone()), &measured_by(reading)));
    (table, reading, measured)
}

fn slowly(bytes: &[u8]) -> (All, usize) {
    let (pace, told) = slow();
    let all = at_once(async {
        let table = Table::from_bytes_at(bytes.to_vec(), &pace).await;
        let Ok(found) = &table else { return (table, None, None) };
        let reading = found.read_at(&Answers::default(), &pace).await;
        let Ok(read) = &reading else { return (table, Some(reading), None) };
        let measured = Measured::at(&RowsIn::own(read.clone()), &measured_by(read), &pace).await;
        (table, Some(reading), Some(measured))
    });
    (all, told.get().0)
}

#[test]
fn a_table_is_read_at_a_pace_as_at_once() {
    for seed in 0..150 {
        let mut dice = Dice::new(seed);
        let made = make(Shape::random(&mut dice, 3), seed);
        assert!(plainly(&made.bytes) == slowly(&made.bytes).0, "made table {seed}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/tables");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("skipped: there is no {}", folder.display());
        return;
    };
    for file in files {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(plainly(&bytes) == slowly(&bytes).0, "{}", path.display());
    }
}

/// The rows of the script, by the same rule.
fn long_table(rows: usize) -> String {
    let f = |i: usize, k: usize| ((i * 7919 + k * 104_729) % 9973) as f64 / 9973.0;
    let mut text = String::from("Area,IMD score,Population,Rate of deaths\n");
    for i in 0..rows {
        let score = (800.0 * f(i, 1)).round_ties_even() / 10.0;
        let people = 500 + (2000.0 * f(i, 2)) as usize;
        let value = (100.0 * (100.0 + 1.5 * score + 60.0 * f(i, 3) * f(i, 4))).round_ties_even() / 100.0;
        let value = if i % 997 == 0 { "c".to_owned() } else { value.to_string() };
        text += &format!("Area {i},{score},{people},{value}\n");
    }
    text
}

#[test]
fn a_long_table_comes_to_what_numpy_says_and_is_shown_as_means() {
    let expect: Value = serde_json::from_str(include_str!("fixtures/long_table.json")).unwrap();
    let text = long_table(expect["rows"].as_u64().unwrap() as usize);
    let (all, steps) = slowly(text.as_bytes());
    assert!(steps > 40, "{steps} steps");
    assert!(plainly(text.as_bytes()) == all);
    let (_, reading, measured) = all;
    let (reading, measured) = (reading.unwrap().unwrap(), measured.unwrap().unwrap());
    assert_eq!(reading.questions, []);
    assert_eq!(measured.rows.len() as u64, expect["measured"].as_u64().unwrap());
    let atkinson = measured.before.equal.and_then(|equal| equal.atkinson).unwrap();
    let found = [
        ("people", measured.people),
        ("mean", measured.before.concentration.mean),
        ("most", measured.before.slope.most),
        ("least", measured.before.slope.least),
        ("concentration", measured.before.concentration.index.unwrap()),
        ("gini", measured.before.gini.unwrap()),
        ("atkinson", atkinson),
        ("explained", measured.picture.fit.unwrap().r_squared.unwrap()),
    ];
    for (name, found) in found {
        let expect = expect[name].as_f64().unwrap();
        assert!((found - expect).abs() <= 1e-9 * expect.abs(), "{name}: {found} for {expect}");
    }

    let compact = measured.clone().compact();
    assert_eq!((compact.before, compact.after, &compact.groups), (measured.before, measured.after, &measured.groups));
    assert_eq!((compact.count(), compact.left_out), (measured.count(), measured.left_out));
    assert_eq!(
        (compact.furthest_value(), compact.most_deprived()),
        (measured.furthest_value(), measured.most_deprived())
    );
    let fifth = measured.count() as f64 / 5.0;
    assert_eq!(
        [fifth, fifth.ceil()].map(|rows| compact.held(rows)),
        [fifth, fifth.ceil()].map(|rows| measured.held(rows))
    );
    assert_eq!((compact.rows.len(), compact.picture.places.len()), (200, 200));
    let mut next = 1;
    for row in &compact.rows {
        let [from, to] = row.places.unwrap();
        assert_eq!(from, next, "each row is in one of them");
        assert!([599, 600].contains(&(to - from + 1)), "{from} to {to}");
        next = to + 1;
    }
    assert_eq!(next, measured.count() + 1);
    let mean = |part: fn(&who_gets_missed::results::gap_measures::RowResult) -> f64| {
        compact.rows.iter().map(|row| row.people * part(row)).sum::<f64>() / compact.people
    };
    assert!((mean(|row| row.value) - measured.before.concentration.mean).abs() < 1e-9);
    assert!((mean(|row| row.after) - measured.after.concentration.mean).abs() < 1e-9);

    // What a worker says arrives to the last bit.
    let sent: Measured = postcard::from_bytes(&postcard::to_allocvec(&compact).unwrap()).unwrap();
    assert!(sent == compact);
    let there: Reading = postcard::from_bytes(&postcard::to_allocvec(&reading).unwrap()).unwrap();
    let without_units = RowsIn::own(reading).reading.unwrap();
    assert!(there == *without_units);
}

#[test]
fn few_rows_stay_as_they_are() {
    let (_, _, measured) = plainly(long_table(5000).as_bytes());
    let measured = measured.unwrap().unwrap();
    let compact = measured.clone().compact();
    assert_eq!(compact.rows, measured.rows);
    assert_eq!(compact.bins, None);
}

#[test]
fn a_million_rows_are_read_and_no_more() {
    let rows = |count: usize| format!("a title\n\nIMD score,Rate\n{}", "1.5,2\n".repeat(count));
    assert_eq!(Table::from_text(&rows(MOST_ROWS)).unwrap().len(), MOST_ROWS);
    assert_eq!(Table::from_text(&rows(MOST_ROWS + 1)), Err(TableError::TooManyRows));
    assert_eq!(Table::from_text(&rows(2 * MOST_ROWS)), Err(TableError::TooManyRows));
}
