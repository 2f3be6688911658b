//! Own rows taken into use: kept on this device, never in a link.

use leptos::prelude::*;

use crate::data::table::{AnswerKey, KeptRows, MOST_BYTES, Reading, TableError, decode};
use crate::platform::{BrowserError, files, focus, local};
use crate::results::gap_measures::{Measured, RowsIn};
use crate::scenario::MeasureChoices;
use crate::ui::here::after;
use crate::ui::state::AppState;
use crate::ui::view_models::{MOST_ROWS, input_of};
use crate::words::gap_measures as words;
use crate::words::import::Message;
use crate::words::table::table_message;

/// Where rows are kept between visits.
const KEPT: &str = "who-gets-missed-rows";

/// Brings back the rows of an earlier visit.
pub fn restore(app: AppState) {
    if app.own_rows.with_untracked(String::is_empty)
        && let Some(text) = local::get(KEPT).ok().flatten()
    {
        app.own_rows.set(text);
    }
    // Rows that the settings of the link cannot measure, or that it says nothing of, are measured as they themselves suggest.
    let kept = app.own_rows.with_untracked(|text| KeptRows::from_text(text));
    let chosen = app.scenario.with_untracked(|s| s.gap.measures.clone());
    let input = app.own_rows.with_untracked(|text| input_of(text));
    if let Some(reading) = input.reading.as_deref()
        && !kept.is_empty()
        && (!chosen.are_for_own_rows() || Measured::new(&input, &chosen).is_err())
    {
        app.slide(|scenario| scenario.gap.measures = chosen.for_rows(&reading.rows));
    }
}

/// Measures in the usual way again: for own rows as they themselves suggest.
pub fn reset(app: AppState) {
    let usual = MeasureChoices::default();
    let input = app.own_rows.with_untracked(|text| input_of(text));
    let choices = input.reading.as_deref().map_or_else(|| usual.clone(), |reading| usual.for_rows(&reading.rows));
    app.choose(|scenario| scenario.gap.measures = choices);
}

/// Takes own rows out of use, for the built-in ones. What stands in the field stays there.
pub fn drop_rows(app: AppState) {
    let _ = local::set(KEPT, "");
    app.own_rows.set(String::new());
    reset(app);
}

/// What a person is about to use, and what came of it.
#[derive(Clone, Copy)]
pub struct Attempt {
    /// The rows as they stand in the field.
    pub rows: RwSignal<KeptRows>,
    /// How they are read, once the person has asked for them to be used.
    pub reading: RwSignal<Option<Reading>>,
    /// What is wrong with them.
    pub failure: RwSignal<Option<Message>>,
    /// What was done.
    pub outcome: RwSignal<String>,
}

impl Attempt {
    /// An attempt with the rows in use, which the person has seen read.
    pub fn new(app: AppState) -> Self {
        let rows = app.own_rows.with_untracked(|text| KeptRows::from_text(text));
        let reading = if rows.is_empty() { None } else { rows.read().ok() };
        Self {
            rows: RwSignal::new(rows),
            reading: RwSignal::new(reading),
            failure: RwSignal::new(None),
            outcome: RwSignal::new(String::new()),
        }
    }

    /// Puts other text into the field; what was said of the text before is not said of it.
    pub fn write(self, text: String) {
        self.reading.set(None);
        self.rows.set(KeptRows { text, ..KeptRows::default() });
    }

    /// Reads the rows. They are used if they can be read without a doubt; otherwise those from before stay, and the focus goes
    /// to the reason or to what is to be looked at.
    pub fn take(self, app: AppState) {
        self.try_rows(app);
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
        match self.rows.with_untracked(KeptRows::read) {
            Ok(reading) if reading.rows_in_table > MOST_ROWS => self.fail(words::too_many(MOST_ROWS)),
            Ok(reading) => {
                self.failure.set(None);
                self.outcome.set(String::new());
                self.reading.set(Some(reading.clone()));
                if !self.waits() {
                    self.use_rows(app, reading);
                }
            }
            Err(error) => self.fail(table_message(&error)),
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
        self.take(app);
        request_animation_frame(|| focus::to("rows-outcome"));
    }

    fn use_rows(self, app: AppState, reading: Reading) {
        // Measured before they are kept: rows on which the program itself breaks would break every later visit.
        let choices = app.scenario.with_untracked(|scenario| scenario.gap.measures.for_rows(&reading.rows));
        let (number, input) = (reading.rows.units.len(), RowsIn::own(reading));
        if let Ok(measured) = Measured::new(&input, &choices) {
            let _ = measured.intervals(&choices);
        }
        app.choose(|scenario| scenario.gap.measures = choices);
        let kept = self.rows.with_untracked(KeptRows::to_text);
        let is_kept = local::set(KEPT, &kept).is_ok();
        app.own_rows.set(kept);
        let note = if is_kept { words::KEPT } else { words::NOT_KEPT };
        self.outcome.set(format!("{} {note}", words::taken(number)));
    }

    fn fail(self, message: Message) {
        self.reading.set(None);
        self.outcome.set(String::new());
        self.failure.set(Some(message));
    }

    fn fail_in_sight(self, message: Message) {
        self.fail(message);
        request_animation_frame(|| focus::to("rows-error"));
    }

    /// Takes own rows out of use, and out of the field.
    pub fn go_back(self, app: AppState) {
        drop_rows(app);
        self.write(String::new());
        self.failure.set(None);
        self.outcome.set(words::WENT_BACK.to_owned());
        focus::to("rows");
    }

    /// Uses the rows of a file.
    pub fn take_file(self, app: AppState, file: web_sys::File) {
        if file.size() > MOST_BYTES as f64 {
            return self.fail_in_sight(table_message(&TableError::TooLong));
        }
        let reading = async move { files::bytes(&file).await };
        after(reading, move |read| match read {
            Ok(bytes) => match decode(&bytes) {
                Ok((text, encoding)) => {
                    self.reading.set(None);
                    self.rows.set(KeptRows { text, encoding, ..KeptRows::default() });
                    self.take(app);
                }
                Err(error) => self.fail_in_sight(table_message(&error)),
            },
            Err(BrowserError) => {
                self.fail_in_sight(Message { problem: words::UNREADABLE.to_owned(), advice: String::new() });
            }
        });
    }
}
