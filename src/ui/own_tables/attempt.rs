//! A person's own rows taken into use: kept on this device, never in a link.

use std::rc::Rc;

use leptos::prelude::*;

use super::goal::Goal;
use super::kept::{KEPT, drop_rows};
use super::units::{self, Held, Long};
use crate::data::table::{AnswerKey, Encoding, KeptRows, Reading, Targetable};
use crate::platform::tables::Table;
use crate::platform::{download, focus, local};
use crate::results::gap_measures::{Measured, RowsIn};
use crate::scenario::TableId;
use crate::ui::apart::{LongTable, is_long};
use crate::ui::long_rows;
use crate::ui::ports::{NotLoaded, TableReader, UnitsFound};
use crate::ui::reader::{table_reader, with_table_reader};
use crate::ui::state::AppState;
use crate::ui::tables::Tables;
use crate::words::common::PART_FAILED;
use crate::words::gap_measures as words;
use crate::words::import::Message;
use crate::words::own_units;
use crate::words::table::table_message;
use crate::words::tables as kept_words;

/// Where rows came from.
#[derive(Clone)]
pub enum Source {
    /// A file of this name.
    File(String),
    /// A table kept on the device, with what was chosen of it before.
    Kept(String),
    /// The field, where the rows are too long to stand in it.
    Pasted,
    /// Two tables.
    Joined,
}

impl Source {
    /// Rows from here, with what was chosen of them before.
    pub(super) fn rows(&self, text: String, encoding: Encoding) -> KeptRows {
        match self {
            Self::File(_) | Self::Pasted | Self::Joined => KeptRows { text, encoding, ..KeptRows::default() },
            Self::Kept(choices) => KeptRows::with_choices(choices, text, encoding),
        }
    }
}

/// Said where a part of the program did not come.
pub fn not_loaded() -> Message {
    Message { problem: PART_FAILED.to_owned(), advice: String::new() }
}

/// Said where a file cannot be read.
pub fn unreadable() -> Message {
    Message { problem: words::UNREADABLE.to_owned(), advice: String::new() }
}

/// The sheet that was in use of a table that is kept: it stands below the line of answers.
pub fn sheet_of(table: &Table) -> Option<String> {
    table.choices.split('\n').nth(1).filter(|sheet| !sheet.is_empty()).map(str::to_owned)
}

/// The link's name of units that are kept: it stands below that.
pub fn id_of(table: &Table) -> Option<TableId> {
    table.choices.split('\n').nth(2)?.parse().ok()
}

/// What a person is about to use, and what came of it.
#[derive(Clone, Copy)]
pub struct Attempt {
    /// What they are for.
    pub goal: Goal,
    /// The rows as they stand in the field.
    pub rows: RwSignal<KeptRows>,
    /// How they are read, once the person has asked for them to be used.
    pub reading: RwSignal<Option<Reading>>,
    /// What is wrong with them.
    pub failure: RwSignal<Option<Message>>,
    /// What was done.
    pub outcome: RwSignal<String>,
    /// The tables kept on the device.
    pub tables: Tables,
    /// The sheets of the spreadsheet that the rows are from.
    pub sheets: RwSignal<Option<Sheets>>,
    /// The share that is done (0 to 1) of work on a long table.
    pub done: RwSignal<Option<f64>>,
    /// The long table of which this is, instead of rows in the field.
    pub(super) long: RwSignal<Option<Long>, LocalStorage>,
    /// One that is being read, and may still be stopped.
    pub(super) coming: RwSignal<Option<Rc<LongTable>>, LocalStorage>,
    pub(super) source: RwSignal<Option<(Source, web_sys::Blob)>, LocalStorage>,
    /// The link's name of the units that came into use.
    pub(super) id: RwSignal<Option<TableId>>,
}

/// A spreadsheet, one sheet of which is read.
#[derive(Clone)]
pub struct Sheets {
    /// The names of those that hold a table.
    pub names: Vec<String>,
    /// Which of them is read.
    pub at: usize,
    /// What there is to know of its cells.
    pub note: Option<String>,
}

impl Attempt {
    /// An attempt with the rows in use, which the person has seen read.
    pub fn new(app: AppState, goal: Goal) -> Self {
        if goal == Goal::Units {
            return Self::of_units(app);
        }
        if let Some(long) = long_rows::in_use() {
            let reading = long.input.reading.as_deref().cloned();
            let headings = reading.as_ref().map(|reading| reading.headings.clone()).unwrap_or_default();
            let held = Long { table: long.table, headings, joinable: None };
            return Self::of(goal, long.kept, reading, Some(held));
        }
        let rows = app.own_rows.with_untracked(|text| KeptRows::from_text(text));
        let reading = match table_reader() {
            Some(reader) if !rows.is_empty() => (reader.read)(&rows).ok(),
            _ => None,
        };
        Self::of(goal, rows, reading, None)
    }

    fn of_units(app: AppState) -> Self {
        let in_use = app.own_table.get_untracked().and_then(|table| Some((units::held(table.id)?, table)));
        let Some((Held { id, rows, long }, table)) = in_use else {
            return Self::of(Goal::Units, KeptRows::default(), None, None);
        };
        let attempt = Self::of(Goal::Units, rows, table.reading.clone(), long);
        attempt.id.set(Some(id));
        attempt
    }

    fn of(goal: Goal, rows: KeptRows, reading: Option<Reading>, long: Option<Long>) -> Self {
        let is_unread = rows.is_empty() && long.is_none() && local::get(goal.key()).is_err();
        Self {
            goal,
            rows: RwSignal::new(rows),
            reading: RwSignal::new(reading),
            failure: RwSignal::new(None),
            outcome: RwSignal::new(if is_unread { words::NOT_READ.to_owned() } else { String::new() }),
            tables: Tables::new(),
            sheets: RwSignal::new(None),
            done: RwSignal::new(None),
            long: RwSignal::new_local(long),
            coming: RwSignal::new_local(None),
            source: RwSignal::new_local(None),
            id: RwSignal::new(None),
        }
    }

    /// Puts other text into the field; what was said of the text before is not said of it.
    pub fn write(self, text: String) {
        self.put(KeptRows { text, ..KeptRows::default() });
    }

    /// Puts rows into the field that came of no file.
    fn put(self, rows: KeptRows) {
        self.stop();
        self.long.set(None);
        self.tables.leave();
        self.source.set(None);
        self.sheets.set(None);
        self.reading.set(None);
        self.rows.set(rows);
    }

    /// Reads the rows. They are used if they can be read without a doubt; otherwise those from before stay, and the focus goes
    /// to the reason or to what is to be looked at.
    pub fn take(self, app: AppState) {
        self.try_then(app, move || self.look());
    }

    /// Moves the focus to what is wrong, or to what is to be looked at.
    pub(super) fn look(self) {
        let place = if self.failure.with_untracked(Option::is_some) { "rows-error" } else { "reading" };
        if self.failure.with_untracked(Option::is_some) || self.waits() {
            request_animation_frame(move || focus::to(place));
        }
    }

    /// Whether the person has to look at how the rows are read before they are used.
    pub fn waits(self) -> bool {
        let is_right = self.rows.with(|rows| rows.is_right);
        self.reading.with(|reading| {
            reading.as_ref().is_some_and(|reading| !reading.questions.is_empty() || reading.has_guesses() && !is_right)
        })
    }

    /// Whether something is to be answered first.
    pub fn asks(self) -> bool {
        self.reading.with(|reading| reading.as_ref().is_some_and(|reading| !reading.questions.is_empty()))
    }

    /// The same without moving the focus: who goes through a list with the arrow keys stays there.
    pub fn try_rows(self, app: AppState) {
        self.try_then(app, || ());
    }

    fn try_then(self, app: AppState, then: impl Fn() + 'static) {
        if self.long.with_untracked(Option::is_some) {
            return self.ask_again(app, then);
        }
        if self.rows.with_untracked(|rows| is_long(&rows.text)) {
            return self.take_long_text(app);
        }
        with_table_reader(app, move |reader| {
            match reader {
                Ok(reader) => match self.read(app, reader) {
                    Ok((reading, units)) => self.was_read(app, reading, units),
                    Err(message) => self.fail(message),
                },
                Err(NotLoaded) => self.fail(not_loaded()),
            }
            then();
        });
    }

    /// Reads rows that are in the field, for what they are for.
    fn read(self, app: AppState, reader: TableReader) -> Result<(Reading, Option<UnitsFound>), Message> {
        match self.goal {
            Goal::Rows => {
                let reading = self.rows.with_untracked(reader.read).map_err(|error| table_message(&error))?;
                Ok((reading, None))
            }
            Goal::Units => self.rows.with_untracked(|rows| (reader.read_units)(rows, units::order(app))),
        }
    }

    fn was_read(self, app: AppState, reading: Reading, units: Option<UnitsFound>) {
        self.failure.set(None);
        self.outcome.set(String::new());
        self.reading.set(Some(reading.clone()));
        match (self.goal, units) {
            (Goal::Units, Some(Err(message))) => self.fail(message),
            _ if self.waits() => {}
            (Goal::Units, Some(Ok(found))) => self.use_units(app, reading, found),
            (Goal::Units, None) => {}
            (Goal::Rows, _) => self.use_rows(app, reading),
        }
    }

    /// Says something of the table, and reads it again.
    pub fn answer(self, app: AppState, key: AnswerKey, answer: Option<String>) {
        self.rows.update(|rows| rows.answers.set(key, answer));
        self.try_rows(app);
    }

    /// Says which part of a column is meant, and reads the table again.
    pub fn choose_part(self, app: AppState, heading: &str, value: &str) {
        self.rows.update(|rows| rows.answers.choose_part(heading, value));
        self.try_rows(app);
    }

    /// Uses the rows as they are read.
    pub fn is_right(self, app: AppState) {
        self.rows.update(|rows| rows.is_right = true);
        self.try_then(app, move || match self.failure.with_untracked(Option::is_some) {
            true => self.look(),
            false => request_animation_frame(|| focus::to("rows-outcome")),
        });
    }

    fn use_rows(self, app: AppState, reading: Reading) {
        // Measured before they are kept: rows on which the program itself breaks would break every later visit.
        let choices = app.scenario.with_untracked(|scenario| scenario.gap.measures.for_rows(&reading.rows));
        let (number, input) = (reading.meant, RowsIn::own(reading));
        if let Ok(measured) = Measured::new(&input, &choices) {
            let _ = measured.intervals(&choices);
        }
        app.choose(|scenario| scenario.gap.measures = choices);
        let kept = self.rows.with_untracked(KeptRows::to_text);
        let is_kept = local::set(KEPT, &kept).is_ok();
        long_rows::leave(app);
        app.own_rows.set(kept);
        let note = if is_kept { words::KEPT } else { words::NOT_KEPT };
        self.outcome.set(format!("{} {note}", words::taken(number)));
        self.offer_to_keep();
    }

    /// Uses units as they are read.
    fn use_units(self, app: AppState, reading: Reading, (found, id): (Targetable, TableId)) {
        let said = own_units::taken(&found);
        // Worked out before they are kept: rows on which the program itself breaks would break every later visit.
        if let Err(message) = units::put_into_use(app, found, reading, id) {
            return self.fail(message);
        }
        let is_kept = local::set(units::KEPT, &self.rows.with_untracked(KeptRows::to_text)).is_ok();
        units::hold(Held { id, rows: self.rows.get_untracked(), long: None });
        let note = if is_kept { own_units::KEPT } else { words::NOT_KEPT };
        self.outcome.set(format!("{said} {note}"));
        self.id.set(Some(id));
        self.offer_to_keep();
    }

    /// Offers to keep under a name what came into use and is not kept yet.
    pub(super) fn offer_to_keep(self) {
        if self.tables.is_kept() {
            self.tables.withdraw();
            return self.tables.remember(self.choices());
        }
        match self.source.get_untracked() {
            Some((Source::Kept(_), _)) => self.tables.withdraw(),
            Some((Source::File(name), content)) => self.offer(&name, content),
            Some((Source::Pasted, content)) => self.offer(kept_words::PASTED, content),
            Some((Source::Joined, content)) => self.offer(kept_words::JOINED, content),
            None => {
                let pasted = self.rows.with_untracked(|rows| download::text_blob("text/plain", &rows.text));
                let is_joined = self.rows.with_untracked(|rows| rows.join.is_some());
                let name = if is_joined { kept_words::JOINED } else { kept_words::PASTED };
                if let Ok(content) = pasted {
                    self.offer(name, content);
                }
            }
        }
    }

    fn offer(self, name: &str, content: web_sys::Blob) {
        self.tables.offer(name, self.goal.kind(), self.choices(), content);
    }

    /// What was chosen of the rows: answers, the sheet, and which units they are.
    fn choices(self) -> String {
        let sheet = self.sheets.with_untracked(|sheets| sheets.as_ref().and_then(|of| of.names.get(of.at)).cloned());
        let choices = self.rows.with_untracked(KeptRows::choices);
        match (sheet, self.id.get_untracked()) {
            (None, None) => choices,
            (Some(sheet), None) => format!("{choices}\n{sheet}"),
            (sheet, Some(id)) => format!("{choices}\n{}\n{id}", sheet.unwrap_or_default()),
        }
    }

    /// Uses rows that came of two tables.
    pub fn use_joined(self, app: AppState, rows: KeptRows) {
        self.put(rows);
        self.take(app);
    }

    /// Says why nothing came of what was asked for.
    pub fn fail(self, message: Message) {
        self.reading.set(None);
        self.outcome.set(String::new());
        self.failure.set(Some(message));
    }

    pub(super) fn fail_in_sight(self, message: Message) {
        self.fail(message);
        request_animation_frame(|| focus::to("rows-error"));
    }

    /// Takes own rows out of use, and out of the field.
    pub fn go_back(self, app: AppState) {
        match self.goal {
            Goal::Rows => drop_rows(app),
            Goal::Units => units::drop_all(app),
        }
        self.write(String::new());
        self.failure.set(None);
        self.outcome.set(self.goal.words().went_back.to_owned());
        self.tables.withdraw();
        focus::to("rows");
    }
}
