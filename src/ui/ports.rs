//! What the shell hands to everything below it, as plain functions. Pages ask for one another, and for code that comes later,
//! through these: so none has to name another, and nothing but the shell has to know where the program is cut.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use crate::chart::{Chart, ChartFile, ResultsFile};
use crate::data::official::OfficialFile;
use crate::data::table::{
    ColumnsSaid, Encoding, Joinable, KeptRows, Reading, ServedError, ServedTable, TableError, Targetable,
};
use crate::data::{Edition, Places, RankBy};
use crate::pace::Pace;
use crate::results::audit::ServiceReach;
use crate::scenario::{FrameKind, Scenario, TableId, View};
use crate::words::import::Message;
use crate::words::place::Choice;

/// Something that comes after a wait.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// A part did not come: no network, or another version of the site by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

/// Told of the bytes done and the bytes in all; says whether to go on.
pub type OnProgress = Box<dyn Fn(f64, f64) -> bool>;

/// An official file, or what is wrong with it; `None` if reading was told to stop.
pub type ReadOfficial = Result<Option<OfficialFile>, Message>;

/// Reads official files.
#[derive(Clone, Copy)]
pub struct OfficialReader {
    /// Reads one for the page, and tells it how far that is.
    pub read: fn(web_sys::Blob, OnProgress) -> Later<ReadOfficial>,
    /// The same in a worker, for the page that asks it.
    pub serve: fn(web_sys::Blob) -> Later<Option<Parcel>>,
    /// Fetches and reads the areas of the site's own place; `None` if they do not come.
    pub of_site: fn(Edition) -> Later<Option<OfficialFile>>,
}

/// Fetches what reads official files.
pub type FileReader = fn() -> Later<Result<OfficialReader, NotLoaded>>;

/// What makes the list of places and searches it.
#[derive(Clone, Copy)]
pub struct PlaceFinder {
    /// Every place that can be found in an edition.
    pub choices: fn(Edition, &Places) -> Vec<Choice>,
    /// Those that fit what was typed, best first.
    pub matching: fn(&[Choice], &str) -> Vec<Choice>,
}

/// Works out whom a service reaches whose numbers the person brought, else a made-up one; `None` until there is an answer.
pub type ReachOf<App> = fn(App) -> Option<ServiceReach>;

/// What a view has further: it comes when its answer is there, or when it is opened.
#[derive(Clone, Copy, PartialEq)]
pub enum Further {
    /// All that follows its answer.
    Missed,
    /// All choices of a target but its place and its size.
    Choices,
    /// Rural and urban areas.
    Rural,
    /// The curve of the units that a page holds in its context.
    AreasCurve,
    /// What brings a table of a person's own units.
    OwnUnits,
    /// Value for money of the offers that a page holds in its context.
    Value,
}

/// A sheet of a spreadsheet as the text of a file.
pub struct SheetRead {
    /// The names of the sheets that hold a table.
    pub names: Vec<String>,
    /// Which of them this is.
    pub at: usize,
    /// Its cells.
    pub text: String,
    /// What there is to know of its cells.
    pub note: Option<String>,
}

/// Reads a sheet by its name, or the first that holds a table; else says what is wrong with the file.
pub type ReadSheet = fn(&[u8], Option<&str>) -> Result<SheetRead, Message>;

/// Fetches what reads spreadsheets.
pub type SheetReader = fn() -> Later<Result<ReadSheet, NotLoaded>>;

/// Bytes of a message between the page and what holds a long table, and a file or a text that goes with them.
pub type Parcel = (Vec<u8>, Option<web_sys::Blob>);

/// A text, and what it was written in.
pub type Decoded = Result<(String, Encoding), TableError>;

/// Units with the link's name of their table, or why there are none.
pub type UnitsFound = Result<(Targetable, TableId), Message>;

/// How a table is read as units, and those, unless something has to be known first.
pub type UnitsRead = (Reading, Option<UnitsFound>);

/// People served, or why they could not be counted; or why they could not be read at all.
pub type ServedCounted = Result<Result<ServedTable, ServedError>, Message>;

/// Reads tables that a person brings.
#[derive(Clone, Copy)]
pub struct TableReader {
    /// Reads bytes as text.
    pub decode: fn(&[u8]) -> Decoded,
    /// Reads a short table.
    pub read: fn(&KeptRows) -> Result<Reading, TableError>,
    /// Reads a short table as units that are targeted, in this order.
    pub read_units: fn(&KeptRows, RankBy) -> Result<UnitsRead, Message>,
    /// Its headings; `None` where it is no table.
    pub headings: fn(&KeptRows) -> Option<Vec<String>>,
    /// What it lacks that another table may have.
    pub joinable: fn(&KeptRows) -> Option<Joinable>,
    /// Joins it to another, given as text and by its name.
    pub join: fn(&KeptRows, &str, &str) -> Result<KeptRows, Message>,
    /// Does what is asked of a long table, of which there may be several, each with a number; `None` for what is no message.
    pub answer: fn(u32, Parcel, SheetReader, Pace) -> Later<Option<Parcel>>,
    /// The same in a worker, of which there is one for each table.
    pub serve: fn(Parcel, SheetReader) -> Later<Option<Parcel>>,
    /// Counts people served, and lets go of what it reads; a sheet of a spreadsheet is the first that holds a table.
    pub count: fn(Vec<u8>, SheetReader, ColumnsSaid, Pace) -> Later<ServedCounted>,
    /// Lets a long table go.
    pub forget: fn(u32),
}

/// What fills the page.
#[derive(Clone, Copy, PartialEq)]
pub enum Screen {
    /// A view.
    Page(View),
    /// In a frame on another site, a part of a view: its card, or a chart.
    Framed(View, Option<Chart>),
    /// On a projector, the things of a view one at a time.
    Deck(View),
    /// On a projector, the guided session.
    Session,
}

impl Screen {
    /// What a scenario asks for.
    pub fn of(scenario: &Scenario) -> Self {
        match (scenario.is_presented(), scenario.session) {
            (false, _) => match scenario.framed() {
                FrameKind::Page => Self::Page(scenario.view),
                FrameKind::Card => Self::Framed(scenario.view, None),
                FrameKind::Chart => Self::Framed(scenario.view, scenario.framed_chart()),
            },
            (true, false) => Self::Deck(scenario.view),
            (true, true) => Self::Session,
        }
    }
}

/// A file that can be downloaded.
#[derive(Clone, Copy, PartialEq)]
pub enum Download {
    /// A chart.
    Chart(Chart, ChartFile),
    /// All results of a view.
    Results(View, ResultsFile),
}

/// The functions. `App` is the state of the page, which holds them.
pub struct Ports<App> {
    /// What fills the page; whether the page starts with it.
    pub screen: fn(Screen, bool) -> AnyView,
    /// What a person opens to save a page and to pass it on.
    pub share_panel: fn() -> AnyView,
    /// Saved pages side by side.
    pub comparison: fn() -> AnyView,
    /// What a view has further.
    pub further: fn(Further) -> AnyView,
    /// The map of the units that a page holds in its context.
    pub areas_map: fn() -> AnyView,
    /// What finds a place by its name.
    pub place_finder: fn() -> Later<Result<PlaceFinder, NotLoaded>>,
    /// What a place is made of.
    pub combined_places: fn() -> AnyView,
    /// What reads spreadsheets.
    pub sheet_reader: SheetReader,
    /// What reads tables.
    pub table_reader: fn() -> Later<Result<TableReader, NotLoaded>>,
    /// Brings back the person's own units that a link is about, if they are kept on the device.
    pub restore_table: fn(App, Option<TableId>),
    /// What reads official files.
    pub file_reader: FileReader,
    /// What works out whom a service reaches.
    pub service_reach: fn() -> Later<Result<ReachOf<App>, NotLoaded>>,
    /// Makes a file and saves it; false if the code for it or the file itself did not come about.
    pub save: fn(App, Download) -> Later<bool>,
}
