//! How rows come: from a file, a sheet of a spreadsheet, or a table that is kept.

use leptos::prelude::*;

use super::attempt::{Attempt, Sheets, Source, not_loaded, sheet_of, unreadable};
use crate::data::spreadsheet::is_packed;
use crate::data::table::{Encoding, KeptRows, MOST_BYTES, TableError};
use crate::platform::tables::Table;
use crate::platform::{BrowserError, files};
use crate::ui::apart::{LONG_BYTES, LONG_PACKED_BYTES, is_long};
use crate::ui::here::after;
use crate::ui::ports::{NotLoaded, SheetRead};
use crate::ui::reader::with_table_reader;
use crate::ui::state::AppState;
use crate::words::table::table_message;

impl Attempt {
    /// Uses the rows of a file, and offers to keep it.
    pub fn take_file(self, app: AppState, file: web_sys::File) {
        if file.size() > MOST_BYTES as f64 {
            return self.fail_in_sight(table_message(&TableError::TooLong));
        }
        let name = file.name();
        self.tables.leave();
        self.take_content(app, (Source::File(name), file.into()), None);
    }

    /// Uses the rows of a table that is kept.
    pub fn take_kept(self, app: AppState, table: Table) {
        let sheet = sheet_of(&table);
        let source = if table.kind == self.goal.kind() {
            Source::Kept(table.choices)
        } else {
            // What was chosen of it for something else stays with it, and is not meant here.
            self.tables.leave();
            Source::Kept(String::new())
        };
        self.take_content(app, (source, table.content), sheet);
    }

    /// Uses a text, or of a spreadsheet the sheet of this name, or the first with a table.
    fn take_content(self, app: AppState, source: (Source, web_sys::Blob), sheet: Option<String>) {
        self.stop();
        if source.1.size() > LONG_BYTES as f64 {
            return self.take_long(app, source, sheet);
        }
        let content = source.1.clone();
        let reading = async move { files::bytes(&content).await };
        after(reading, move |read| match read {
            Ok(bytes) if is_packed(&bytes) && bytes.len() > LONG_PACKED_BYTES => self.take_long(app, source, sheet),
            Ok(bytes) if is_packed(&bytes) => self.take_sheet(app, bytes, sheet, source),
            Ok(bytes) => with_table_reader(app, move |reader| match reader {
                Ok(reader) => match (reader.decode)(&bytes) {
                    Ok((text, _)) if is_long(&text) => self.take_long(app, source, sheet),
                    Ok((text, encoding)) => {
                        self.sheets.set(None);
                        self.take_text(app, source.0.rows(text, encoding), source);
                    }
                    Err(error) => self.fail_in_sight(table_message(&error)),
                },
                Err(NotLoaded) => self.fail_in_sight(not_loaded()),
            }),
            Err(BrowserError) => self.fail_in_sight(unreadable()),
        });
    }

    fn take_text(self, app: AppState, rows: KeptRows, source: (Source, web_sys::Blob)) {
        self.long.set(None);
        self.reading.set(None);
        self.source.set(Some(source));
        self.rows.set(rows);
        self.take(app);
    }

    /// The reader of spreadsheets comes with the first of them.
    fn take_sheet(self, app: AppState, bytes: Vec<u8>, name: Option<String>, source: (Source, web_sys::Blob)) {
        after((app.ports.sheet_reader)(), move |reader| {
            let Ok(read) = reader else {
                return self.fail_in_sight(not_loaded());
            };
            match read(&bytes, name.as_deref()) {
                Ok(SheetRead { text, .. }) if is_long(&text) => self.take_long(app, source, name),
                Ok(SheetRead { names, at, text, note }) => {
                    self.sheets.set(Some(Sheets { names, at, note }));
                    self.take_text(app, source.0.rows(text, Encoding::Utf8), source);
                }
                Err(message) => self.fail_in_sight(message),
            }
        });
    }

    /// Uses another sheet of the spreadsheet.
    pub fn choose_sheet(self, app: AppState, at: usize) {
        let name = self.sheets.with_untracked(|sheets| sheets.as_ref()?.names.get(at).cloned());
        if let Some(source) = self.source.get_untracked() {
            self.take_content(app, source, name);
        }
    }
}
