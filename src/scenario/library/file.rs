//! Saved pages as a file: JSON with a version.

use serde::Serialize;
use serde_json::Value;
use thiserror::Error;

use super::{Day, Saved, name};
use crate::scenario::{Scenario, ToQuery};

/// What the file says it is.
const FORMAT: &str = "who-gets-missed/scenarios";
/// The version of the format.
const VERSION: u64 = 1;
/// The most bytes of a file that is read.
pub const MOST_BYTES: usize = 5_000_000;

/// Why a file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FileError {
    /// It has more than [`MOST_BYTES`].
    #[error("more than {MOST_BYTES} bytes")]
    TooBig,
    /// It is no JSON.
    #[error("not JSON")]
    NotJson,
    /// It is JSON of another kind.
    #[error("not a file of saved pages")]
    OtherFormat,
    /// It was made by a later version of the app.
    #[error("made by a later version")]
    LaterVersion,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadFile {
    /// The pages.
    pub entries: Vec<Saved>,
    /// How many of them hold something that this version cannot follow, and were read as far as they go.
    pub adjusted: usize,
    /// How many others could not be read at all.
    pub unreadable: usize,
}

#[derive(Serialize)]
struct File<'a> {
    format: &'a str,
    version: u64,
    scenarios: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    query: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<String>,
}

/// Writes pages as a file.
pub fn write(entries: &[Saved]) -> String {
    let entry = |entry: &'_ Saved| entry.saved.map(|day| day.to_string());
    let scenarios =
        entries.iter().map(|page| Entry { name: &page.name, query: &page.query, saved: entry(page) }).collect();
    // Texts and whole numbers always have a form in JSON.
    serde_json::to_string_pretty(&File { format: FORMAT, version: VERSION, scenarios }).unwrap_or_default()
}

/// Reads a file. A page in it that cannot be followed to the letter is read as far as it goes.
///
/// # Errors
/// [`FileError`] if it is too big, no JSON, of another kind or of a later version.
pub fn read(text: &str) -> Result<ReadFile, FileError> {
    if text.len() > MOST_BYTES {
        return Err(FileError::TooBig);
    }
    let file: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| FileError::NotJson)?;
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::OtherFormat);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(later) if later > VERSION => return Err(FileError::LaterVersion),
        _ => return Err(FileError::OtherFormat),
    }
    let scenarios = file.get("scenarios").and_then(Value::as_array).ok_or(FileError::OtherFormat)?;
    let mut read = ReadFile::default();
    for scenario in scenarios {
        match entry(scenario) {
            Some((entry, is_adjusted)) => {
                read.entries.push(entry);
                read.adjusted += usize::from(is_adjusted);
            }
            None => read.unreadable += 1,
        }
    }
    Ok(read)
}

/// A page, and whether it holds something that could not be followed.
fn entry(value: &Value) -> Option<(Saved, bool)> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let name = name::shortened(text("name")?)?;
    let decoded = Scenario::from_kept(text("query")?);
    let saved = text("saved").and_then(|day| day.parse::<Day>().ok());
    Some((Saved { name, query: decoded.scenario.to_query(), saved }, !decoded.notices.is_empty()))
}
