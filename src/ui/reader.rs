//! What reads tables, once it has come: it is fetched with the first of them.

use std::cell::Cell;

use super::here::after;
use super::ports::{NotLoaded, TableReader};
use super::state::AppState;

thread_local! {
    static READER: Cell<Option<TableReader>> = const { Cell::new(None) };
}

/// What reads tables, if it is there.
pub fn table_reader() -> Option<TableReader> {
    READER.get()
}

/// Goes on with what reads tables: at once if it is there.
pub fn with_table_reader(app: AppState, go_on: impl FnOnce(Result<TableReader, NotLoaded>) + 'static) {
    match table_reader() {
        Some(reader) => go_on(Ok(reader)),
        None => after((app.ports.table_reader)(), move |reader| {
            READER.set(reader.ok());
            go_on(reader);
        }),
    }
}
