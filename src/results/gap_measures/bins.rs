//! More rows than a picture can show, as means of rows that are next to each other in deprivation.

use serde::{Deserialize, Serialize};

use super::{Held, Measured, RowResult};
use crate::model::bounded;
use crate::pace::{Pace, STEPS, at_once};

/// The most dots of a picture of more rows than are shown one by one.
const MOST_BINS: usize = 200;
/// The most rows that are shown one by one.
const MOST_ROWS: usize = 5000;

/// What is known of all rows where not each of them is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bins {
    /// How many there are.
    pub rows: usize,
    /// The most rows that one dot stands for.
    pub each: usize,
    pub(super) most_deprived: (String, f64),
    pub(super) furthest_value: f64,
    /// What the most deprived fifth of rows holds: cut through the last of them, and in whole rows.
    held: [Option<Held>; 2],
}

impl Bins {
    pub(super) fn held(&self, rows: f64) -> Option<Held> {
        self.held[usize::from(rows == rows.ceil())]
    }
}

/// A mean weighted by people.
fn mean(rows: &[RowResult], people: f64, part: fn(&RowResult) -> f64) -> f64 {
    rows.iter().map(|row| row.people * part(row)).sum::<f64>() / people
}

impl Measured {
    /// The same without what only drawing limits and naming single rows need. Every measure stays to the last bit; where there
    /// are more rows than can be shown, each row left stands for equally many, one more or less, and is their mean by people.
    pub fn compact(self) -> Self {
        at_once(self.compact_at(&Pace::at_once()))
    }

    /// The same at a pace.
    pub async fn compact_at(self, pace: &Pace) -> Self {
        let mut compact = Self { ranked: Default::default(), spreads: Vec::new(), ..self };
        if compact.rows.len() <= MOST_ROWS {
            return compact;
        }
        let rows = std::mem::take(&mut compact.rows);
        let all = rows.len();
        let places = std::mem::take(&mut compact.picture.places);
        let ends = |bin: usize| (bin * all / MOST_BINS, (bin + 1) * all / MOST_BINS);
        for (from, to) in (0..MOST_BINS).map(ends) {
            let (of, places) = (&rows[from..to], &places[from..to]);
            let people: f64 = of.iter().map(|row| row.people).sum();
            let first = &of[0];
            compact.rows.push(RowResult {
                row: first.row,
                line: first.line,
                name: String::new(),
                places: Some([from + 1, to]),
                value: mean(of, people, |row| row.value),
                limits: None,
                people,
                deprivation: mean(of, people, |row| row.deprivation),
                rank: mean(of, people, |row| row.rank),
                on_line: mean(of, people, |row| row.on_line),
                after: mean(of, people, |row| row.after),
                group: of[of.len() / 2].group,
            });
            let across = of.iter().zip(places).map(|(row, place)| row.people * place).sum::<f64>() / people;
            compact.picture.places.push(across);
            pace.rest().await;
        }
        // Asked while all rows are still there.
        let whole = Self { rows, bins: None, ..compact.clone() };
        let fifth = all as f64 / 5.0;
        let furthest_value = whole.furthest_value_at(pace).await;
        let [cut, whole_rows] = [whole.held_at(fifth, pace).await, whole.held_at(fifth.ceil(), pace).await];
        compact.bins = Some(Bins {
            rows: all,
            each: all.div_ceil(MOST_BINS),
            most_deprived: whole.most_deprived().map(|(name, number)| (name.to_owned(), number)).unwrap_or_default(),
            furthest_value,
            held: [cut, whole_rows],
        });
        pace.let_go(whole.rows).await;
        compact
    }

    /// The value that lies furthest from 0 where all rows are here, at a pace.
    pub(super) async fn furthest_value_at(&self, pace: &Pace) -> f64 {
        let mut most = 0.0;
        pace.each(&self.rows, |row| most = f64::max(most, row.value.abs())).await;
        most
    }

    /// What the most deprived of rows hold that are all here, at a pace.
    pub(super) async fn held_at(&self, rows: f64, pace: &Pace) -> Option<Held> {
        let (mut left, mut held) = (rows, Held { events: 0.0, people: 0.0 });
        let (mut events, mut people) = (0.0, 0.0);
        let mut since = 0;
        for tied in self.rows.chunk_by(|a, b| a.deprivation == b.deprivation) {
            let of = |part: fn(&RowResult) -> f64| tied.iter().map(part).sum::<f64>();
            let (tied_events, tied_people) = (of(|row| row.value * row.people), of(|row| row.people));
            let part = bounded(left / tied.len() as f64, 0.0, 1.0);
            held.events += part * tied_events;
            held.people += part * tied_people;
            events += tied_events;
            people += tied_people;
            left -= tied.len() as f64;
            since += tied.len();
            if since >= STEPS {
                since = 0;
                pace.rest().await;
            }
        }
        (events > 0.0).then(|| Held { events: held.events / events, people: held.people / people })
    }

    /// The same without any row: for one of many groups, of which only measures are shown.
    pub fn without_rows(self) -> Self {
        let mut compact = Self { ranked: Default::default(), spreads: Vec::new(), ..self };
        let (rows, furthest_value) = (compact.count(), compact.furthest_value());
        let most_deprived = compact.most_deprived().map(|(name, number)| (name.to_owned(), number)).unwrap_or_default();
        compact.bins = Some(Bins { rows, each: rows, most_deprived, furthest_value, held: [None, None] });
        compact.rows.clear();
        compact.picture.places.clear();
        compact
    }
}
