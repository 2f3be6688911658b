//! Long tables, held where the page is not: what is asked of them and told by them. In a worker, or where none is allowed in
//! slices on the page, by the same messages.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::ports::{Later, NotLoaded, Parcel, SheetReader, TableReader, UnitsFound};
use crate::data::RankBy;
use crate::data::table::{Encoding, Joinable, Reading};
use crate::model::gap::SlopeIntervals;
use crate::pace::Pace;
use crate::platform::apart::{Apart, Heard, Stoppable};
use crate::platform::{BrowserError, Slices, pause};
use crate::results::gap_measures::{Grouped, MeasureError, Measured, NoDraws};
use crate::words::common::PART_FAILED;
use crate::words::import::Message;
use crate::words::tables::TOO_LARGE_HERE;

/// From so many bytes on a table is held apart.
pub const LONG_BYTES: usize = 250_000;
/// The same of a file that is packed, as spreadsheets are.
pub const LONG_PACKED_BYTES: usize = 50_000;
/// From so many lines on.
pub const LONG_LINES: usize = 5000;

/// Whether a text is so long that it is held apart.
pub fn is_long(text: &str) -> bool {
    text.len() > LONG_BYTES || text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count() > LONG_LINES
}

/// What is asked of a long table.
#[derive(Serialize, Deserialize)]
pub enum Ask {
    /// To read what goes with this, with what was chosen of it before.
    Read {
        /// As [`crate::data::table::KeptRows::choices`] has it.
        choices: String,
        /// The sheet of a spreadsheet.
        sheet: Option<String>,
        /// The order of units that are targeted; `None` for rows that are measured.
        order: Option<RankBy>,
    },
    /// To read it again with other answers.
    Again {
        /// As above.
        choices: String,
        /// As above.
        order: Option<RankBy>,
    },
    /// To join it to the table that goes with this.
    Join {
        /// As above.
        choices: String,
        /// The name of the other table.
        name: String,
        /// The sheet of it.
        sheet: Option<String>,
        /// As above.
        order: Option<RankBy>,
    },
    /// To give the units that it was read as.
    Units,
    /// To measure it by the choices of a link.
    Measure {
        /// The link.
        query: String,
        /// Whether as it was read last, and not as it is in use.
        is_new: bool,
    },
}

/// What is told by it.
#[derive(Serialize, Deserialize)]
pub enum Tell<'a> {
    /// Such a share is done (0 to 1).
    Done(f64),
    /// It cannot be done.
    Failed(Message),
    /// How it is read.
    Seen(Box<Seen<'a>>),
    /// What it comes to, or why to nothing.
    Measured(Result<Box<Found>, MeasureError>),
    /// The units, or why there are none.
    Units(Box<UnitsFound>),
}

/// How a table is read.
#[derive(Serialize, Deserialize)]
pub struct Seen<'a> {
    /// What was chosen of it, which a join changes.
    pub choices: String,
    /// Of a spreadsheet the sheets with a table, which of them this is, and what there is to know of its cells.
    pub sheets: Option<(Vec<String>, usize, Option<String>)>,
    /// What it was written in.
    pub encoding: Encoding,
    /// Its headings.
    pub headings: Vec<String>,
    /// What it lacks that another table may have.
    pub joinable: Option<Joinable>,
    /// The reading, without its units; or why there is none.
    pub reading: Result<Cow<'a, Reading>, Message>,
}

/// What a table comes to.
#[derive(Serialize, Deserialize)]
pub struct Found {
    /// Its measures, with dots that each stand for several rows.
    pub measured: Measured,
    /// Simulated limits, or why there are none.
    pub intervals: Result<Option<SlopeIntervals>, NoDraws>,
    /// The same of each period, sex or area.
    pub grouped: Option<Grouped>,
}

/// What is told, with a text that goes with it.
type OnTell = Rc<dyn Fn(Tell<'static>, Option<web_sys::Blob>)>;

/// Lets a table go by its number.
type Forget = fn(u32);

/// A long table, as the page knows it. It goes with this value, whatever is going on.
pub struct LongTable {
    this: Weak<Self>,
    number: u32,
    table_reader: fn() -> Later<Result<TableReader, NotLoaded>>,
    sheet_reader: SheetReader,
    worker: RefCell<Option<Apart>>,
    /// Who asked last and is told.
    on_tell: RefCell<Option<OnTell>>,
    /// What is being answered, to be asked here if there is no worker.
    asked: RefCell<Option<Parcel>>,
    /// What is asked after that.
    next: RefCell<Option<(Parcel, OnTell)>>,
    is_gone: Rc<Cell<bool>>,
    /// What lets it go where it is held here.
    forget: Rc<Cell<Option<Forget>>>,
}

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

impl LongTable {
    /// A place for a table, in a worker if there can be one.
    pub fn new(table_reader: fn() -> Later<Result<TableReader, NotLoaded>>, sheet_reader: SheetReader) -> Rc<Self> {
        Rc::new_cyclic(|this| {
            let itself = this.clone();
            let this: Weak<Self> = this.clone();
            let on_heard = move |heard| {
                if let Some(this) = this.upgrade() {
                    this.heard(heard);
                }
            };
            Self {
                this: itself,
                number: NEXT.replace(NEXT.get() + 1),
                table_reader,
                sheet_reader,
                worker: RefCell::new(Apart::start(on_heard).ok()),
                on_tell: RefCell::new(None),
                asked: RefCell::new(None),
                next: RefCell::new(None),
                is_gone: Rc::default(),
                forget: Rc::default(),
            }
        })
    }

    /// Asks something. Where something else is still being answered, nobody is told of that any more, and this comes next.
    pub fn ask(
        &self,
        ask: &Ask,
        blob: Option<web_sys::Blob>,
        on_tell: impl Fn(Tell<'static>, Option<web_sys::Blob>) + 'static,
    ) {
        let Ok(bytes) = postcard::to_allocvec(ask) else { return };
        let (parcel, on_tell): (Parcel, OnTell) = ((bytes, blob), Rc::new(on_tell));
        if self.asked.borrow().is_some() {
            self.on_tell.take();
            self.next.replace(Some((parcel, on_tell)));
        } else {
            self.send(parcel, on_tell);
        }
    }

    fn send(&self, parcel: Parcel, on_tell: OnTell) {
        self.on_tell.replace(Some(on_tell));
        self.asked.replace(Some(parcel.clone()));
        let sent = self.worker.borrow().as_ref().map(|worker| worker.send(parcel));
        match sent {
            Some(Ok(())) => {}
            Some(Err(BrowserError)) => self.failed(TOO_LARGE_HERE),
            None => self.answer_here(),
        }
    }

    fn told(&self, tell: Tell<'static>, blob: Option<web_sys::Blob>) {
        let on_tell = self.on_tell.borrow().clone();
        if !matches!(tell, Tell::Done(_)) {
            self.asked.take();
        }
        if let Some(on_tell) = on_tell {
            on_tell(tell, blob);
        }
        if self.asked.borrow().is_none()
            && let Some((parcel, on_tell)) = self.next.take()
        {
            self.send(parcel, on_tell);
        }
    }

    fn heard(&self, heard: Heard) {
        match heard {
            Heard::Message((bytes, blob)) => {
                if let Ok(tell) = postcard::from_bytes(&bytes) {
                    self.told(tell, blob);
                }
            }
            Heard::NotStarted => {
                self.worker.take();
                self.answer_here();
            }
            Heard::Broken => self.failed(TOO_LARGE_HERE),
        }
    }

    fn failed(&self, problem: &str) {
        self.told(Tell::Failed(Message { problem: problem.to_owned(), advice: String::new() }), None);
    }

    /// Does on the page what was asked last, in slices.
    fn answer_here(&self) {
        let Some(parcel) = self.asked.borrow().clone() else { return };
        let (number, reader, sheets) = (self.number, self.table_reader, self.sheet_reader);
        let this = self.this.clone();
        let told = move |tell: Tell<'static>, blob| {
            if let Some(this) = this.upgrade() {
                this.told(tell, blob);
            }
        };
        let tell = told.clone();
        let slice = Rc::new(RefCell::new(Slices::begin()));
        let pace = Pace::new(move |share| {
            if !slice.borrow().is_over() {
                return None;
            }
            tell(Tell::Done(share), None);
            let slice = slice.clone();
            Some(Box::pin(async move {
                pause(Duration::ZERO).await;
                slice.replace(Slices::begin());
            }))
        });
        let is_gone = self.is_gone.clone();
        let forget = self.forget.clone();
        let work = async move {
            let reader = reader().await?;
            forget.set(Some(reader.forget));
            Ok::<_, NotLoaded>((reader.answer)(number, parcel, sheets, pace).await)
        };
        #[allow(clippy::disallowed_methods, reason = "it ends with the table")]
        leptos::task::spawn_local(async move {
            match Stoppable::new(work, is_gone).await {
                None => {}
                Some(Ok(Some((bytes, blob)))) => {
                    if let Ok(tell) = postcard::from_bytes(&bytes) {
                        told(tell, blob);
                    }
                }
                _ => {
                    let problem = PART_FAILED.to_owned();
                    told(Tell::Failed(Message { problem, advice: String::new() }), None);
                }
            }
        });
    }
}

impl Drop for LongTable {
    fn drop(&mut self) {
        self.is_gone.set(true);
        if let Some(forget) = self.forget.get() {
            forget(self.number);
        }
    }
}
