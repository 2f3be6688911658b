//! Own rows taken into use: kept on this device, never in a link.

use leptos::prelude::*;

use crate::data::own_rows::{KeptRows, MOST_BYTES, OwnRowsError};
use crate::platform::tables::Table;
use crate::platform::{BrowserError, download, files, focus, local};
use crate::results::gap_measures::{Measured, RowsIn};
use crate::scenario::MeasureChoices;
use crate::ui::here::after;
use crate::ui::state::AppState;
use crate::ui::tables::Tables;
use crate::ui::view_models::input_of;
use crate::words::gap_measures as words;
use crate::words::import::Message;
use crate::words::tables as kept_words;

/// What tables kept on the device are for, here.
const TABLE_KIND: &str = "rows";
/// Where rows are kept between visits.
const KEPT: &str = "who-gets-missed-rows";

/// Brings back the rows of an earlier visit.
pub fn restore(app: AppState) {
    if app.own_rows.with_untracked(String::is_empty)
        && let Some(text) = local::get(KEPT).ok().flatten()
    {
        app.own_rows.set(text);
    }
    // Rows that the settings of the link cannot measure are measured as they themselves suggest.
    let kept = app.own_rows.with_untracked(|text| KeptRows::from_text(text));
    let chosen = app.scenario.with_untracked(|s| s.gap.measures.clone());
    let input = app.own_rows.with_untracked(|text| input_of(text));
    if let Ok(rows) = kept.read()
        && Measured::new(&input, &chosen).is_err()
    {
        app.slide(|scenario| scenario.gap.measures = chosen.for_rows(&rows));
    }
}

/// Measures in the usual way again: for own rows as they themselves suggest.
pub fn reset(app: AppState) {
    let kept = app.own_rows.with_untracked(|text| KeptRows::from_text(text));
    let usual = MeasureChoices::default();
    let choices = kept.read().map_or_else(|_| usual.clone(), |rows| usual.for_rows(&rows));
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
    /// What is wrong with them.
    pub failure: RwSignal<Option<Message>>,
    /// What was done.
    pub outcome: RwSignal<String>,
    /// The tables kept on the device.
    pub tables: Tables,
}

impl Attempt {
    /// Uses the rows if they can be read, and offers to keep them; otherwise those from before stay, and the focus goes to
    /// the reason.
    pub fn take(self, app: AppState) {
        if self.try_in_sight(app) {
            let pasted = self.rows.with_untracked(|rows| download::text_blob("text/plain", &rows.text));
            if let Ok(content) = pasted {
                self.tables.offer(kept_words::PASTED, TABLE_KIND, content);
            }
        }
    }

    /// Says whether the rows are in use.
    fn try_in_sight(self, app: AppState) -> bool {
        self.try_rows(app);
        let is_right = self.failure.with_untracked(Option::is_none);
        if !is_right {
            request_animation_frame(|| focus::to("rows-error"));
        }
        is_right
    }

    /// The same without moving the focus: who goes through a list with the arrow keys stays there.
    pub fn try_rows(self, app: AppState) {
        let kept = self.rows.get_untracked();
        match kept.read() {
            Ok(rows) => {
                // Measured before they are kept: rows on which the program itself breaks would break every later visit.
                let choices = app.scenario.with_untracked(|scenario| scenario.gap.measures.for_rows(&rows));
                let (number, input) = (rows.units.len(), RowsIn::own(rows));
                if let Ok(measured) = Measured::new(&input, &choices) {
                    let _ = measured.intervals(&choices);
                }
                self.failure.set(None);
                app.choose(|scenario| scenario.gap.measures = choices);
                let is_kept = local::set(KEPT, &kept.to_text()).is_ok();
                app.own_rows.set(kept.to_text());
                let note = if is_kept { words::KEPT } else { words::NOT_KEPT };
                self.outcome.set(format!("{} {note}", words::taken(number)));
            }
            Err(error) => self.fail(words::rows_message(&error)),
        }
    }

    fn fail(self, message: Message) {
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
        self.rows.set(KeptRows::default());
        self.failure.set(None);
        self.outcome.set(words::WENT_BACK.to_owned());
        self.tables.withdraw();
        focus::to("rows");
    }

    /// Uses the rows of a file, and offers to keep it.
    pub fn take_file(self, app: AppState, file: web_sys::File) {
        let name = file.name();
        let content: web_sys::Blob = file.into();
        let offered = content.clone();
        self.take_content(app, content, move || self.tables.offer(&name, TABLE_KIND, offered));
    }

    /// Uses the rows of a table that is kept.
    pub fn take_kept(self, app: AppState, table: Table) {
        self.take_content(app, table.content, move || self.tables.withdraw());
    }

    fn take_content(self, app: AppState, content: web_sys::Blob, then: impl FnOnce() + 'static) {
        if content.size() > MOST_BYTES as f64 {
            return self.fail_in_sight(words::rows_message(&OwnRowsError::TooLong));
        }
        let reading = async move { files::text(&content).await };
        after(reading, move |read| match read {
            Ok(text) => {
                self.rows.set(KeptRows { columns: None, text });
                if self.try_in_sight(app) {
                    then();
                }
            }
            Err(BrowserError) => {
                self.fail_in_sight(Message { problem: words::UNREADABLE.to_owned(), advice: String::new() });
            }
        });
    }
}
