//! Reads tables that a person brings, and answers what is asked of long ones. Few visits bring one, so it comes with the first.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use super::apart::{Ask, Found, Seen, Tell};
use super::ports::{NotLoaded, Parcel, ServedCounted, SheetRead, SheetReader, TableReader, UnitsFound, UnitsRead};
use crate::data::RankBy;
use crate::data::spreadsheet::is_packed;
use crate::data::table::{
    self, Answers, ColumnsSaid, KeptRows, READ, Reading, Role, ServedTable, Table, TableError, Targetable,
};
use crate::pace::{Pace, at_once};
use crate::platform::{apart as worker, download, files};
use crate::results::gap_measures::{Grouped, MeasureError, Measured, RowsIn};
use crate::results::own_units::{id_of, reading_at};
use crate::scenario::{MeasureChoices, Scenario};
use crate::words::audit as audit_words;
use crate::words::common::PART_FAILED;
use crate::words::gap_measures::UNREADABLE;
use crate::words::import::Message;
use crate::words::table as words;

/// The functions.
pub const READER: TableReader = TableReader {
    decode: table::decode,
    read: KeptRows::read,
    read_units,
    headings: |rows| rows.table().ok().map(|table| table.headings().to_vec()),
    joinable: |rows| table::joinable(&rows.table().ok()?, &rows.answers),
    join,
    answer: |number, parcel, sheets, pace| Box::pin(answer(number, parcel, sheets, pace)),
    serve: |parcel, sheets| Box::pin(answer(0, parcel, sheets, told_to_the_page())),
    count: |bytes, sheets, said, pace| Box::pin(count(bytes, sheets, said, pace)),
    forget: |number| drop(HELD.with_borrow_mut(|held| held.remove(&number))),
};

/// The share of the work that is done when draws begin.
const DRAWN_FROM: f64 = 0.97;

fn join(rows: &KeptRows, other: &str, name: &str) -> Result<KeptRows, Message> {
    let read = |own: Result<Table, TableError>| own.map_err(|error| words::table_message(&error));
    let (own, other) = (read(rows.table())?, read(Table::from_text(other))?);
    let (table, answers) =
        table::join(&own, &rows.answers, &other, name).map_err(|error| words::join_message(&error, name))?;
    Ok(KeptRows { answers, join: table.join().cloned(), text: table.to_text(), ..KeptRows::default() })
}

fn read_units(rows: &KeptRows, order: RankBy) -> Result<UnitsRead, Message> {
    let table = rows.table().map_err(|error| words::table_message(&error))?;
    let reading = at_once(reading_at(&table, &rows.answers, order, &Pace::at_once()))
        .map_err(|error| words::units_message(&error.into()))?;
    let units = reading.questions.is_empty().then(|| units(&table, &reading, &rows.answers));
    Ok((reading, units))
}

fn units(table: &Table, reading: &Reading, answers: &Answers) -> UnitsFound {
    let units = Targetable::new(table, reading, answers).map_err(|error| words::units_message(&error.into()))?;
    Ok((units, id_of(table)))
}

async fn count(bytes: Vec<u8>, sheets: SheetReader, said: ColumnsSaid, pace: Pace) -> ServedCounted {
    if !is_packed(&bytes) {
        return Ok(ServedTable::from_bytes_at(bytes, &said, &pace).await);
    }
    let not_loaded = |NotLoaded| Message { problem: PART_FAILED.to_owned(), advice: String::new() };
    let sheet = (sheets().await.map_err(not_loaded)?)(&bytes, None)?;
    if sheet.names.len() > 1 {
        return Err(audit_words::which_sheet(&sheet.names));
    }
    Ok(ServedTable::from_text_at(sheet.text, &said, &pace).await)
}

/// A long table.
#[derive(Default)]
struct Held {
    table: Option<Table>,
    /// As it was read last.
    read: Option<RowsIn>,
    /// As it is in use.
    rows: Option<RowsIn>,
    /// As it was read last for units, with the answers for that.
    for_units: Option<(Reading, Answers)>,
}

thread_local! {
    /// Each by its number.
    static HELD: RefCell<HashMap<u32, Held>> = RefCell::default();
}

async fn answer(number: u32, (bytes, blob): Parcel, sheets: SheetReader, pace: Pace) -> Option<Parcel> {
    let ask: Ask = postcard::from_bytes(&bytes).ok()?;
    // Work that is stopped lets it go.
    let mut held = HELD.with_borrow_mut(|held| held.remove(&number)).unwrap_or_default();
    let answer = held.answer(ask, blob, sheets, &pace).await;
    HELD.with_borrow_mut(|all| all.insert(number, held));
    answer
}

/// Work in a worker: it goes on, and tells the page of each hundredth that is done.
fn told_to_the_page() -> Pace {
    let told = Cell::new(0.0);
    Pace::new(move |share| {
        if (share - told.get()).abs() >= 0.01 {
            told.set(share);
            if let Some(parcel) = self::told(&Tell::Done(share), None) {
                worker::tell(parcel);
            }
        }
        None
    })
}

fn told(tell: &Tell, blob: Option<web_sys::Blob>) -> Option<Parcel> {
    Some((postcard::to_allocvec(tell).ok()?, blob))
}

/// A table from a file, and the sheets where it is a spreadsheet.
type Opened = (Table, Option<(Vec<String>, usize, Option<String>)>);

async fn open(
    blob: Option<web_sys::Blob>,
    sheet: Option<&str>,
    sheets: SheetReader,
    pace: &Pace,
) -> Result<Opened, Message> {
    let said = |problem: &str| Message { problem: problem.to_owned(), advice: String::new() };
    let blob = blob.ok_or_else(|| said(UNREADABLE))?;
    let bytes = files::bytes(&blob).await.map_err(|_| said(UNREADABLE))?;
    let of_table = |error| words::table_message(&error);
    if !is_packed(&bytes) {
        return Ok((Table::from_bytes_at(bytes, pace).await.map_err(of_table)?, None));
    }
    let read = sheets().await.map_err(|NotLoaded| said(PART_FAILED))?;
    let SheetRead { names, at, text, note } = read(&bytes, sheet)?;
    drop(bytes);
    Ok((Table::from_text_at(&text, pace).await.map_err(of_table)?, Some((names, at, note))))
}

impl Held {
    async fn answer(
        &mut self,
        ask: Ask,
        blob: Option<web_sys::Blob>,
        sheets: SheetReader,
        pace: &Pace,
    ) -> Option<Parcel> {
        let done = match ask {
            Ask::Read { choices, sheet, order } => match open(blob, sheet.as_deref(), sheets, pace).await {
                Ok((table, sheets)) => {
                    self.table = Some(table);
                    return self.seen(&choices, sheets, None, order, pace).await;
                }
                Err(message) => Tell::Failed(message),
            },
            Ask::Again { choices, order } => return self.seen(&choices, None, None, order, pace).await,
            Ask::Join { choices, name, sheet, order } => match open(blob, sheet.as_deref(), sheets, pace).await {
                Ok((other, _)) => {
                    let kept = KeptRows::with_choices(&choices, String::new(), Default::default());
                    match table::join(self.table.as_ref()?, &kept.answers, &other, &name) {
                        Ok((table, answers)) => {
                            let text = download::text_blob("text/plain", &table.to_text()).ok();
                            let join = table.join().cloned();
                            let choices = KeptRows { answers, join, ..KeptRows::default() }.choices();
                            self.table = Some(table);
                            return self.seen(&choices, None, text, order, pace).await;
                        }
                        Err(error) => Tell::Failed(words::join_message(&error, &name)),
                    }
                }
                Err(message) => Tell::Failed(message),
            },
            Ask::Units => {
                let (reading, answers) = self.for_units.take()?;
                Tell::Units(Box::new(units(self.table.as_ref()?, &reading, &answers)))
            }
            Ask::Measure { query, is_new } => {
                pace.done(READ).await;
                if is_new && let Some(read) = self.read.take() {
                    let_go(self.rows.replace(read), pace).await;
                }
                let rows = self.rows.as_ref()?;
                let choices = rows.choices(&Scenario::from_query(&query).scenario.gap.measures);
                Tell::Measured(measured(rows, &choices, pace).await.map(Box::new))
            }
        };
        told(&done, None)
    }

    /// How the table is read with what was chosen of it.
    async fn seen(
        &mut self,
        choices: &str,
        sheets: Option<(Vec<String>, usize, Option<String>)>,
        text: Option<web_sys::Blob>,
        order: Option<RankBy>,
        pace: &Pace,
    ) -> Option<Parcel> {
        let table = self.table.take()?;
        let encoding = table.encoding();
        let kept = KeptRows::with_choices(choices, String::new(), encoding);
        let table = table.joined_as(kept.join.clone());
        let_go(self.read.take(), pace).await;
        self.for_units = None;
        let read = match order {
            None => table.read_at(&kept.answers, pace).await.map_err(|error| words::table_message(&error)),
            Some(order) => reading_at(&table, &kept.answers, order, pace)
                .await
                .map_err(|error| words::units_message(&error.into())),
        };
        let joinable = if read.as_ref().is_ok_and(is_whole) { None } else { table::joinable(&table, &kept.answers) };
        let headings = table.headings().to_vec();
        self.table = Some(table);
        let reading = match read {
            Err(message) => Err(message),
            Ok(reading) if order.is_some() => {
                let (reading, _) = self.for_units.insert((reading, kept.answers));
                Ok(Cow::Borrowed(&*reading))
            }
            Ok(reading) => Ok(Cow::Borrowed(self.read.insert(RowsIn::own(reading)).reading.as_deref()?)),
        };
        let choices = choices.to_owned();
        told(&Tell::Seen(Box::new(Seen { choices, sheets, encoding, headings, joinable, reading })), text)
    }
}

/// Lets rows go that are no longer in use.
async fn let_go(rows: Option<RowsIn>, pace: &Pace) {
    if let Some(rows) = rows {
        pace.let_go(rows.units).await;
    }
}

/// Whether a table has all that another could give it. Rows that are measured have a deprivation.
fn is_whole(reading: &Reading) -> bool {
    reading.has_people && reading.heading_of(Role::Deprivation).is_some()
}

/// Rows measured, with all that is drawn.
async fn measured(rows: &RowsIn, choices: &MeasureChoices, pace: &Pace) -> Result<Found, MeasureError> {
    let measured = Measured::at(rows, choices, pace).await?;
    let drawn = |share: f64| DRAWN_FROM + (1.0 - DRAWN_FROM) * share;
    let intervals = measured.intervals_at(choices, pace, drawn).await;
    let grouped = Grouped::compact_at(rows, choices, pace).await;
    Ok(Found { measured: measured.compact_at(pace).await, intervals, grouped })
}
