//! A long table on its way into use: read apart from the page, with its progress told and a way to stop it. What was in use
//! before stays until the table is measured.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::attempt::{Attempt, Sheets, Source, unreadable};
use super::goal::Goal;
use super::kept::KEPT;
use super::units::{self, Held, Long};
use crate::data::RankBy;
use crate::data::table::{Joinable, KeptRows, MOST_BYTES, Reading, TableError, Targetable};
use crate::platform::{download, files, focus, local};
use crate::results::gap_measures::RowsIn;
use crate::scenario::TableId;
use crate::ui::apart::{Ask, LONG_LINES, LongTable, Seen, Tell, is_long};
use crate::ui::here::after;
use crate::ui::long_rows::{self, LongRows};
use crate::ui::reader::table_reader;
use crate::ui::state::AppState;
use crate::words::gap_measures as words;
use crate::words::own_units;
use crate::words::table::table_message;

/// What follows once a table is read.
type Then = Rc<dyn Fn()>;

impl Attempt {
    /// Whether this is a long table, held apart from the page.
    pub fn is_long(self) -> bool {
        self.long.with(Option::is_some)
    }

    /// The headings of the table; `None` where there is none.
    pub fn headings(self) -> Option<Vec<String>> {
        self.long.with(|long| long.as_ref().map(|long| long.headings.clone())).or_else(|| {
            // Known once what reads tables is here, as it is after the first try.
            self.reading.track();
            self.failure.track();
            self.rows.with(table_reader()?.headings)
        })
    }

    /// What the table lacks that another may have.
    pub fn joinable(self) -> Option<Joinable> {
        match self.long.get() {
            Some(long) => long.joinable,
            None => self.rows.with_untracked(table_reader()?.joinable),
        }
    }

    /// Stops what is going on, at once. What was in use is still there.
    pub fn stop(self) {
        self.done.set(None);
        if self.coming.try_update(Option::take).flatten().is_some() {
            self.tables.leave();
        }
    }

    /// The same, said in words.
    pub fn stop_and_say(self) {
        self.stop();
        self.failure.set(None);
        self.outcome.set(self.goal.words().stopped.to_owned());
        request_animation_frame(|| focus::to("rows-outcome"));
    }

    /// Reads a long table that came so.
    pub(super) fn take_long(self, app: AppState, source: (Source, web_sys::Blob), sheet: Option<String>) {
        self.stop();
        let choices = match &source.0 {
            Source::Kept(choices) => choices.clone(),
            Source::File(_) | Source::Pasted | Source::Joined => String::new(),
        };
        let blob = source.1.clone();
        let table = LongTable::new(app.ports.table_reader, app.ports.sheet_reader);
        self.ask(
            app,
            table,
            Ask::Read { choices, sheet, order: self.order(app) },
            Some(blob),
            Some(source),
            Rc::new(move || self.look()),
        );
    }

    /// The same of a text that is too long to stand in the field.
    pub fn take_pasted(self, app: AppState, text: &str) {
        if text.len() > MOST_BYTES {
            return self.fail_in_sight(table_message(&TableError::TooLong));
        }
        match download::text_blob("text/plain", text) {
            Ok(blob) => self.take_long(app, (Source::Pasted, blob), None),
            Err(_) => self.fail_in_sight(unreadable()),
        }
    }

    pub(super) fn take_long_text(self, app: AppState) {
        let text = self.rows.with_untracked(|rows| rows.text.clone());
        self.take_pasted(app, &text);
    }

    /// Reads the long table again, with what is chosen of it now.
    pub(super) fn ask_again(self, app: AppState, then: impl Fn() + 'static) {
        let Some(long) = self.long.get_untracked() else { return };
        let ask = Ask::Again { choices: self.rows.with_untracked(KeptRows::choices), order: self.order(app) };
        self.ask(app, long.table, ask, None, None, Rc::new(then));
    }

    /// Joins rows to another table where one of them is long.
    pub fn join_apart(self, app: AppState, name: String, other: web_sys::Blob, sheet: Option<String>) {
        let join = move |table: Rc<LongTable>| {
            let choices = self.rows.with_untracked(KeptRows::choices);
            let ask = Ask::Join { choices, name: name.clone(), sheet: sheet.clone(), order: self.order(app) };
            self.ask(app, table, ask, Some(other.clone()), None, Rc::new(move || self.look()));
        };
        if let Some(long) = self.long.get_untracked() {
            return join(long.table);
        }
        // The rows in the field go there first.
        let text = self.rows.with_untracked(|rows| download::text_blob("text/plain", &rows.text));
        let Ok(text) = text else { return self.fail_in_sight(unreadable()) };
        let table = LongTable::new(app.ports.table_reader, app.ports.sheet_reader);
        let choices = self.rows.with_untracked(KeptRows::choices);
        let ask = Ask::Read { choices, sheet: None, order: self.order(app) };
        self.begin(&table);
        let weak = Rc::downgrade(&table);
        table.ask(&ask, Some(text), move |tell, _| {
            let Some(table) = weak.upgrade().filter(|table| self.is_coming(table)) else { return };
            match tell {
                Tell::Done(_) | Tell::Measured(_) | Tell::Units(_) => {}
                Tell::Failed(message) => {
                    self.stop();
                    self.fail_in_sight(message);
                }
                Tell::Seen(_) => join(table),
            }
        });
    }

    fn begin(self, table: &Rc<LongTable>) {
        self.failure.set(None);
        self.outcome.set(String::new());
        self.done.set(Some(0.0));
        self.coming.set(Some(table.clone()));
    }

    /// Whether this is still wanted. The person may have gone on to another view.
    fn is_coming(self, table: &Rc<LongTable>) -> bool {
        self.coming.try_with_untracked(|coming| coming.as_ref().is_some_and(|coming| Rc::ptr_eq(coming, table)))
            == Some(true)
    }

    fn ask(
        self,
        app: AppState,
        table: Rc<LongTable>,
        ask: Ask,
        blob: Option<web_sys::Blob>,
        source: Option<(Source, web_sys::Blob)>,
        then: Then,
    ) {
        self.begin(&table);
        if blob.is_some() {
            request_animation_frame(|| focus::to("rows-stop"));
        }
        let weak = Rc::downgrade(&table);
        table.ask(&ask, blob, move |tell, text| {
            let Some(table) = weak.upgrade().filter(|table| self.is_coming(table)) else { return };
            match tell {
                Tell::Done(share) => self.done.set(Some(share)),
                Tell::Failed(message) => {
                    self.stop();
                    self.fail_in_sight(message);
                }
                Tell::Seen(seen) => {
                    let source = text.map(|text| (Source::Joined, text)).or_else(|| source.clone());
                    self.saw(app, table, *seen, source, then.clone());
                }
                Tell::Measured(_) | Tell::Units(_) => {}
            }
        });
    }

    fn saw(
        self,
        app: AppState,
        table: Rc<LongTable>,
        seen: Seen<'static>,
        source: Option<(Source, web_sys::Blob)>,
        then: Then,
    ) {
        let Seen { choices, sheets, encoding, headings, joinable, reading } = seen;
        // What came of a join and is short is rows as any other.
        if let Some((Source::Joined, text)) = &source
            && reading.as_ref().is_ok_and(|reading| reading.rows_in_table <= LONG_LINES)
        {
            let text = text.clone();
            return after(async move { files::text(&text).await }, move |text| match text {
                Ok(text) if !is_long(&text) => {
                    self.stop();
                    self.use_joined(app, KeptRows::with_choices(&choices, text, encoding));
                }
                Ok(_) | Err(_) => self.fail_in_sight(unreadable()),
            });
        }
        let rows = KeptRows::with_choices(&choices, String::new(), encoding);
        if let Some(source) = source {
            if matches!(source.0, Source::Pasted | Source::Joined) {
                self.tables.leave();
            }
            self.sheets.set(sheets.map(|(names, at, note)| Sheets { names, at, note }));
            self.source.set(Some(source));
        }
        self.long.set(Some(Long { table: table.clone(), headings, joinable }));
        self.rows.set(rows);
        match reading {
            Ok(reading) => {
                let reading = reading.into_owned();
                self.reading.set(Some(reading.clone()));
                if self.waits() {
                    self.rest();
                    then();
                } else {
                    match self.goal {
                        Goal::Rows => self.measure(app, table, reading, then),
                        Goal::Units => self.fetch_units(app, table, reading, then),
                    }
                }
            }
            Err(message) => {
                self.rest();
                self.fail(message);
                then();
            }
        }
    }

    /// Nothing goes on, and the table stays.
    fn rest(self) {
        self.done.set(None);
        self.coming.set(None);
    }

    fn measure(self, app: AppState, table: Rc<LongTable>, reading: Reading, then: Then) {
        let scenario = app.scenario.get_untracked();
        let choices = scenario.gap.measures.for_rows(&reading.rows);
        let mut measured_by = scenario;
        measured_by.gap.measures = choices.clone();
        let input = Arc::new(RowsIn::own(reading));
        let weak = Rc::downgrade(&table);
        table.ask(&long_rows::measuring(&measured_by, true), None, move |tell, _| {
            let Some(table) = weak.upgrade().filter(|table| self.is_coming(table)) else { return };
            match tell {
                Tell::Done(share) => self.done.set(Some(share)),
                Tell::Measured(found) => {
                    self.rest();
                    let rows = LongRows::new(table, self.rows.get_untracked(), input.clone(), choices.clone(), found);
                    self.use_long(app, rows);
                    then();
                }
                Tell::Failed(message) => {
                    self.stop();
                    self.fail_in_sight(message);
                }
                Tell::Seen(_) | Tell::Units(_) => {}
            }
        });
    }

    /// Lets the units come to the page, and uses them.
    fn fetch_units(self, app: AppState, table: Rc<LongTable>, reading: Reading, then: Then) {
        let weak = Rc::downgrade(&table);
        table.ask(&Ask::Units, None, move |tell, _| {
            let Some(table) = weak.upgrade().filter(|table| self.is_coming(table)) else { return };
            match tell {
                Tell::Units(found) => {
                    self.rest();
                    match *found {
                        Ok(found) => self.use_long_units(app, table, reading.clone(), found),
                        Err(message) => self.fail(message),
                    }
                    then();
                }
                Tell::Failed(message) => {
                    self.stop();
                    self.fail_in_sight(message);
                }
                Tell::Done(_) | Tell::Seen(_) | Tell::Measured(_) => {}
            }
        });
    }

    fn use_long_units(self, app: AppState, table: Rc<LongTable>, reading: Reading, found: (Targetable, TableId)) {
        let (found, id) = found;
        let said = own_units::taken(&found);
        let headings = reading.headings.clone();
        if let Err(message) = units::put_into_use(app, found, reading, id) {
            return self.fail(message);
        }
        let _ = local::set(units::KEPT, "");
        let joinable = self.long.with_untracked(|long| long.as_ref().and_then(|long| long.joinable.clone()));
        let long = Some(Long { table, headings, joinable });
        units::hold(Held { id, rows: self.rows.get_untracked(), long });
        self.outcome.set(format!("{said} {}", words::LONG_NOT_KEPT));
        self.id.set(Some(id));
        self.offer_to_keep();
    }

    fn order(self, app: AppState) -> Option<RankBy> {
        (self.goal == Goal::Units).then(|| units::order(app))
    }

    fn use_long(self, app: AppState, rows: LongRows) {
        let (number, choices) = (rows.input.count(), rows.measured_by.clone());
        // In place of those from before, here and at the next visit.
        let _ = local::set(KEPT, "");
        app.own_rows.set(String::new());
        long_rows::take(app, rows);
        app.choose(|scenario| scenario.gap.measures = choices);
        self.outcome.set(format!("{} {}", words::taken(number), words::LONG_NOT_KEPT));
        self.offer_to_keep();
    }
}
